//! Figures and images, which Typst takes as SVG.

use super::escape;
use super::prose::Writer;
use super::tree::Element;

/// Writes a figure or an image: `#drawing("<svg…", "words", points: 240)`.
pub fn write(element: &Element<'_>, writer: &mut Writer<'_>) {
    let attribute = |name| element.attribute(name).unwrap_or_default();
    let (source, words) = match element.name {
        "img" => (of_address(&attribute("src")), attribute("alt")),
        _ => (
            Some(standing_alone(element.source)),
            attribute("aria-label"),
        ),
    };
    let Some(source) = source else {
        // A file beside the page cannot be part of it.
        writer.out.push_str("#emph[");
        escape::markup(&words, &mut writer.out);
        writer.out.push_str("];");
        return;
    };
    let width = points(&attribute("style"));
    let width = width.map_or_else(String::new, |points| format!(", points: {points}"));
    writer.out.push_str(&format!(
        "#drawing({}, {}{width});",
        escape::quoted(&source),
        escape::quoted(&words)
    ));
}

/// The width of `width:max(240pt,20em)`.
fn points(style: &str) -> Option<f64> {
    let (_, width) = style.split_once("width:max(")?;
    let (points, _) = width.split_once("pt")?;
    points.parse().ok().filter(|points: &f64| *points > 0.0)
}

/// A drawing that needs no page around it.
pub fn standing_alone(svg: &str) -> String {
    if svg.contains(" xmlns=") {
        svg.to_owned()
    } else {
        svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
    }
}

/// An image in an address as a drawing; nothing for an address that has no content in it.
pub fn of_address(address: &str) -> Option<String> {
    let safe = |c: char| c.is_ascii_alphanumeric() || ":;,+/=-.".contains(c);
    let is_image = address.starts_with("data:image/") && address.chars().all(safe);
    is_image.then(|| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"{address}\"/></svg>")
    })
}
