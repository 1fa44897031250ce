//! Pictographs.

use crate::render::figure::canvas::{Canvas, Fill, Manner, Style};
use crate::render::figure::chart::Sheet;
use crate::render::figure::keys::Keys;
use crate::render::figure::primitive::{LEFT, RIGHT};

/// Half a symbol, from symbol to symbol, and from row to row, in points.
const HALF: f64 = 7.0;
const NEXT: f64 = 19.0;
const ROW: f64 = 22.0;

pub fn pictograph(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let sheet = Sheet::of(keys, canvas);
    let (values, names) = (keys.numbers("values"), keys.texts("labels"));
    let each = keys.exact("each")?;
    let rows = values.len() as f64;
    for (row, (value, name)) in values.iter().zip(names).enumerate() {
        let y = (rows - row as f64) * ROW;
        canvas.label(sheet.page(0.0, y), name, &[LEFT], 6.0, Manner::Bold);
        let halves = (2.0 * value / each.exact().to_f64()).round();
        let mut at = 0.0;
        while at < halves {
            let centre = sheet.page((at / 2.0 + 0.5) * NEXT, y);
            symbol(keys, canvas, centre, halves - at < 2.0);
            at += 2.0;
        }
    }
    canvas.lines(
        &[
            sheet.page(0.0, ROW / 2.0),
            sheet.page(0.0, (rows + 0.5) * ROW),
        ],
        false,
        Style::PLAIN,
    );
    let legend = sheet.page(NEXT / 2.0, -4.0);
    symbol(keys, canvas, legend, false);
    let unit = keys.text("unit");
    let text = format!("= {} {unit}", keys.print(each));
    canvas.label(
        legend,
        text.trim_end().to_owned(),
        &[RIGHT],
        HALF + 4.0,
        Manner::Bold,
    );
    Some(())
}

fn symbol(keys: Keys<'_>, canvas: &mut Canvas, [x, y]: [f64; 2], is_half: bool) {
    let style = Style::filled(Fill::Grey);
    match (keys.word("symbol"), is_half) {
        ("square", _) => {
            let right = if is_half { x } else { x + HALF };
            canvas.rect([x - HALF, y - HALF], [right, y + HALF], style);
        }
        (_, true) => canvas.arc([x, y], [HALF, HALF], 90.0, 270.0, true, style),
        (_, false) => canvas.ellipse([x, y], [HALF, HALF], style),
    }
}
