//! The code on every page that a camera reads as the form's ID.

use qrcode::bits::encode_auto;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::ec::construct_codewords;
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel};

use crate::render::escape;
use crate::render::view::{CodeView, Html};

/// The code of a text; empty if the text is too long for one.
///
/// A quarter of the symbols may be spoilt (level Q): papers get folded and written on.
pub fn code(text: &str, label: &str) -> CodeView {
    let Ok((colors, width)) = squares(text) else {
        return CodeView::default();
    };
    let mut path = String::new();
    for (row, colors) in colors.chunks(width).enumerate() {
        let mut column = 0;
        for run in colors.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let length = run.len();
                path.push_str(&format!("M{column} {row}h{length}v1h-{length}z"));
            }
            column += run.len();
        }
    }
    let mut spoken = String::new();
    escape::html(label, &mut spoken);
    let svg = |attributes: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {width}\" \
             shape-rendering=\"crispEdges\"{attributes}><path d=\"{path}\"/></svg>"
        )
    };
    let inline = svg(&format!(
        " class=\"code\" role=\"img\" aria-label=\"{spoken}\""
    ));
    let inline = inline.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
    let address = svg(" width=\"13mm\" height=\"13mm\"").replace('"', "'");
    let address = address.replace('<', "%3C").replace('>', "%3E");
    CodeView {
        svg: Html(inline),
        address: Html(format!("data:image/svg+xml,{address}")),
    }
}

/// The squares of a code, row by row, and how many a row has.
///
/// Readers take any of the eight masks; trying all for the least regular one, as the standard
/// advises, would cost more than the rest of the page.
fn squares(text: &str) -> QrResult<(Vec<Color>, usize)> {
    const LEVEL: EcLevel = EcLevel::Q;
    let bits = encode_auto(text.as_bytes(), LEVEL)?;
    let version = bits.version();
    let (data, correction) = construct_codewords(&bits.into_bytes(), version, LEVEL)?;
    let mut canvas = Canvas::new(version, LEVEL);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    // A code is at least 21 squares wide.
    let width = usize::try_from(version.width()).unwrap_or(1);
    Ok((canvas.into_colors(), width))
}
