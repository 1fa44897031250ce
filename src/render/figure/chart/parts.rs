//! Fraction bars.

use crate::render::figure::canvas::{Canvas, Fill, Manner, Style};
use crate::render::figure::chart::Sheet;
use crate::render::figure::keys::Keys;
use crate::render::figure::primitive::{GAP, RIGHT};

/// The usual size, in points.
const SIZE: [f64; 2] = [240.0, 30.0];

pub fn fraction_bar(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let sheet = Sheet::of(keys, canvas);
    let (parts, shaded) = (keys.number("parts")?, keys.number("shaded")?);
    let width = keys.number("w").unwrap_or(SIZE[0]);
    let height = keys.number("h").unwrap_or(SIZE[1]);
    let fill = match keys.word("fill") {
        "" => Fill::Stripes,
        word => Fill::of(word),
    };
    let mut part = 0.0;
    while part < parts {
        let (left, right) = (part * width / parts, (part + 1.0) * width / parts);
        let fill = if part < shaded { fill } else { Fill::None };
        canvas.rect(
            sheet.page(left, 0.0),
            sheet.page(right, height),
            Style::filled(fill),
        );
        part += 1.0;
    }
    canvas.label(
        sheet.page(width, height / 2.0),
        keys.text("label"),
        &[RIGHT],
        GAP,
        Manner::Bold,
    );
    Some(())
}
