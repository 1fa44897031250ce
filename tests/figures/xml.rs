//! Whatever stands in a figure, the SVG is well-formed and holds no markup of a value.

use isoform::bank::figure::table::shapes;

use crate::bank::{drawn, files, set, text, texts};

/// The names of the elements, if every tag is closed in order and every attribute quoted.
fn elements(xml: &str) -> Vec<String> {
    let (mut open, mut seen) = (Vec::new(), Vec::new());
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a bare > in {xml}");
        let end = rest[at..].find('>').unwrap_or_else(|| panic!("{xml}")) + at;
        let tag = &rest[at + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{xml}");
        } else {
            let name = tag.split([' ', '/']).next().unwrap().to_owned();
            assert!(name.chars().all(|c| c.is_ascii_lowercase()), "{name}");
            if !tag.ends_with('/') {
                open.push(name.clone());
            }
            seen.push(name);
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{xml}");
    for part in xml.split('&').skip(1) {
        let name = part.split(';').next().unwrap();
        assert!(
            ["amp", "lt", "gt", "quot", "#39"].contains(&name),
            "&{name}"
        );
    }
    let is_bad = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!xml.contains(is_bad));
    seen
}

#[test]
fn hostile_words_stay_words() {
    let hostile = [
        "<script>alert(1)</script>",
        "\\\"/><image href='x'/>",
        "]]> & &amp; <!-- x",
        "\\\\ \\uFFFE \\t tab",
    ];
    for words in hostile {
        let figure = format!(
            "tables: {{t: [{{w: \"{words}\"}}]}}\n{}",
            text("figure:\n  alt: \"{{t[1].w}}\"\n  draw:\n    - text: {at: [0, 0], say: \"{{t[1].w}}\"}\n    - polygon: {points: [[0, 0], [1, 0], [0, 1]], corners: \"[r.w for r in t] + []\"}")
                .replace("corners: \"[r.w for r in t] + []\"", "corners: \"[t[1].w, t[1].w, t[1].w]\""),
        );
        let svg = &files(&set(&figure, 1))[0];
        let seen = elements(svg);
        let known = ["svg", "title", "g", "path", "text"];
        assert!(
            seen.iter().all(|name| known.contains(&name.as_str())),
            "{seen:?}"
        );
        assert_eq!(texts(svg).len(), 4);
    }
}

#[test]
fn every_shape_is_well_formed_and_shows_something() {
    for row in shapes() {
        let svg = drawn(&format!("draw:\n  - {}", row.example));
        let seen = elements(&svg);
        let shown = ["path", "circle", "ellipse", "text"];
        assert!(
            seen.iter().any(|name| shown.contains(&name.as_str())),
            "{}",
            row.name
        );
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", row.name);
    }
}

#[test]
fn lines_and_letters_are_large_enough_for_a_copier() {
    for row in shapes() {
        let svg = drawn(&format!("draw:\n  - {}", row.example));
        for width in svg.split("stroke-width=\"").skip(1) {
            let width: f64 = width.split('"').next().unwrap().parse().unwrap();
            assert!(width >= 0.75, "{}", row.name);
        }
        for size in svg.split("font-size=\"").skip(1) {
            let size: f64 = size.split('"').next().unwrap().parse().unwrap();
            assert!(size >= 11.0, "{}", row.name);
        }
        // Only black, white and two greys.
        for color in svg
            .split('#')
            .skip(1)
            .filter(|part| !part.starts_with("form-"))
        {
            assert!(
                ["000", "fff", "bbb", "777"].contains(&&color[..3]),
                "{color}"
            );
        }
    }
}
