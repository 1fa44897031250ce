//! SVG: what a drawing says about its size, and whether it does no more than draw.

use super::raster::POINTS;

/// What a drawing that only draws has no need of, in small letters.
const REFUSED: [&str; 12] = [
    "<script",
    ":script",
    "foreignobject",
    "<!doctype",
    "<!entity",
    "<?xml-stylesheet",
    "javascript:",
    "@import",
    "<iframe",
    "<embed",
    "<object",
    "\\",
];

/// Where a reference may lead: into the drawing, or to pixels within it.
const ALLOWED: [&str; 3] = ["#", "data:image/png;", "data:image/jpeg;"];

/// Width and height in points, if the drawing may be shown.
pub(super) fn size(bytes: &[u8]) -> Result<[f64; 2], String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?;
    let small = text.to_ascii_lowercase();
    safe(&small)?;
    let root = root(text).ok_or("it is no SVG file")?;
    let written = [length(root, "width"), length(root, "height")];
    if let [Some(width), Some(height)] = written {
        return Ok([width, height]);
    }
    let view = attribute(root, "viewBox").unwrap_or_default();
    let parts = view.split([' ', ',', '\t', '\n', '\r']);
    let numbers: Option<Vec<f64>> = parts
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    match numbers.as_deref() {
        Some([_, _, width, height]) => Ok([width * POINTS, height * POINTS]),
        _ => Err("its first element has neither `width` and `height` nor `viewBox`".to_owned()),
    }
}

/// Whether the drawing, in small letters, does no more than draw. It is read as a suspicious
/// person reads: what only looks like a script is refused too.
fn safe(small: &str) -> Result<(), String> {
    if let Some(found) = REFUSED.iter().find(|word| small.contains(**word)) {
        return Err(format!("an image may only draw; it holds `{found}`"));
    }
    let outside = |what: &str| format!("an image may use no other file; it has `{what}`");
    for name in ["href", "src"] {
        for (at, _) in small.match_indices(name) {
            let before = small[..at].chars().next_back();
            let after = small[at + name.len()..].trim_start();
            let is_name = before.is_some_and(|c| c.is_whitespace() || "'\":".contains(c));
            let is_word = !after.starts_with(['=', '\'', '"']);
            if !is_name || is_word {
                continue;
            }
            let value = after.trim_start_matches('=').trim_start();
            let value = value.trim_start_matches(['\'', '"']).trim_start();
            if !after.starts_with('=') || !ALLOWED.iter().any(|start| value.starts_with(start)) {
                return Err(outside(name));
            }
        }
    }
    for (at, start) in small.match_indices("url(") {
        let value = small[at + start.len()..].trim_start();
        if !value.trim_start_matches(['\'', '"']).starts_with('#') {
            return Err(outside("url("));
        }
    }
    if tags(small).any(has_handler) {
        return Err("an image may only draw; it has an event handler".to_owned());
    }
    Ok(())
}

/// What stands between `<` and `>`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.split('<').skip(1);
    starts.map(|tag| tag.split('>').next().unwrap_or_default())
}

/// Whether a tag has an attribute such as `onclick`.
fn has_handler(tag: &str) -> bool {
    let mut before = ' ';
    tag.char_indices().any(|(at, c)| {
        let is_start = before.is_whitespace() || "'\"/".contains(before);
        before = c;
        let Some(rest) = tag[at..].strip_prefix("on").filter(|_| is_start) else {
            return false;
        };
        let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        name.len() < rest.len() && name.trim_start().starts_with('=')
    })
}

/// The attributes of the first element, if that is `<svg>`.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            rest.find("?>").map(|at| at + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else {
            let tag = rest.strip_prefix("<svg")?;
            let is_whole = tag.starts_with(|c: char| c.is_whitespace() || c == '>');
            return tag.split('>').next().filter(|_| is_whole);
        };
        rest = rest[end?..].trim_start();
    }
}

/// What stands behind the attribute `name`.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let is_start = tag[..at].ends_with(char::is_whitespace);
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start();
        let quote = rest
            .chars()
            .next()
            .filter(|c| is_start && "'\"".contains(*c))?;
        rest[1..].split(quote).next()
    })
}

/// A length in points: `120`, `120px`, `9cm`. A share such as `100%` is none.
fn length(tag: &str, name: &str) -> Option<f64> {
    let text = attribute(tag, name)?.trim();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let points = match unit {
        "" | "px" => POINTS,
        "pt" => 1.0,
        "pc" => 12.0,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        _ => return None,
    };
    let number: f64 = text[..text.len() - unit.len()].parse().ok()?;
    // Inches in millimetres are no binary number; a point is exact enough to a millionth.
    Some((number * points * 1e6).round() / 1e6)
}
