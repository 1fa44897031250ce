//! The code on every page that a camera reads as the form's ID.

use qrcode::{Color, EcLevel, QrCode};

use crate::render::escape;
use crate::render::view::{CodeView, Html};

/// The code of a text; empty if the text is too long for one.
///
/// A quarter of the symbols may be spoilt (level Q): papers get folded and written on.
pub fn code(text: &str, label: &str) -> CodeView {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::Q) else {
        return CodeView::default();
    };
    let width = code.width();
    let mut path = String::new();
    for (row, colors) in code.to_colors().chunks(width).enumerate() {
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
