//! Labels stay within the figure and off each other, whatever is drawn.

use crate::bank::{files, set};

/// A label: where it begins and ends, by an estimate of the width that is none of the program's.
struct Label {
    text: String,
    left: f64,
    right: f64,
    base: f64,
}

fn attribute(tag: &str, name: &str) -> f64 {
    let start = tag.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    tag[start..].split('"').next().unwrap().parse().unwrap()
}

fn labels(svg: &str) -> Vec<Label> {
    let tags = svg.split("<text ").skip(1);
    tags.map(|tag| {
        let text = tag.split('>').nth(1).unwrap().trim_end_matches("</text");
        // Half of 11 points for each letter is what Times takes.
        let width = 5.5 * text.chars().count() as f64;
        let x = attribute(tag, "x");
        let left = match () {
            () if tag.contains("\"start\"") => x,
            () if tag.contains("\"end\"") => x - width,
            () => x - width / 2.0,
        };
        Label {
            text: text.to_owned(),
            left,
            right: left + width,
            base: attribute(tag, "y"),
        }
    })
    .collect()
}

/// A bank with 1,800 different draws.
fn text(keys: &str) -> String {
    crate::bank::text(keys).replace("m: 1..20", "m: 1..200")
}

fn check(svg: &str) {
    let view = svg
        .split("viewBox=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let view: Vec<f64> = view.split(' ').map(|n| n.parse().unwrap()).collect();
    let labels = labels(svg);
    for (at, one) in labels.iter().enumerate() {
        let inside = one.left >= view[0]
            && one.right <= view[0] + view[2]
            && one.base - 8.0 >= view[1]
            && one.base + 3.0 <= view[1] + view[3];
        assert!(inside, "{} leaves the figure:\n{svg}", one.text);
        for other in &labels[..at] {
            let apart = one.right <= other.left
                || other.right <= one.left
                || (one.base - other.base).abs() >= 11.0;
            assert!(apart, "{} over {}:\n{svg}", one.text, other.text);
        }
    }
}

#[test]
fn crowded_points_keep_their_labels_apart() {
    let text = text(
        "figure:\n  alt: Points.\n  scale: 12\n  draw:\n    - axes: {x: [-5, 5], y: [-5, 5], grid: true}\n    - {for: \"k in [1, 2, 3, 4, 5, 6]\", point: {at: [(k*m) mod 7 - 3, (k*n) mod 5 - 2], label: \"P({{(k*m) mod 7 - 3}}, {{(k*n) mod 5 - 2}})\"}}\n    - text: {at: [0, 0], say: \"the origin\"}\n    - text: {at: [0, 0], side: right, say: \"the origin again\"}",
    );
    let files = files(&set(&text, 500));
    assert_eq!(files.len(), 500);
    files.iter().for_each(|svg| check(svg));
}

#[test]
fn corners_and_sides_of_thin_polygons_keep_apart() {
    let text = text(
        "figure:\n  alt: A triangle.\n  scale: 6\n  draw:\n    - polygon: {points: [[0, 0], [m mod 12 + 1, 0], [n, m mod 5 + 1]], corners: [A, B, C], sides: [\"{{n}} cm\", \"{{m}} cm\", \"{{n + m}} cm\"], label: \"area {{n*m}}\"}\n    - angle: {at: [0, 0], from: [m mod 12 + 1, 0], to: [n, m mod 5 + 1], label: \"alpha\"}",
    );
    files(&set(&text, 300)).iter().for_each(|svg| check(svg));
}

#[test]
fn charts_with_long_names_keep_them_apart() {
    let chart = "figure:\n  alt: A chart.\n  chart:\n    ";
    for shape in [
        "bar: {values: [n, m, 3], labels: [a long name, another long name, c], w: 60, x-label: what it is}",
        "pie: {values: [n, 1, 1, m, 1, 1], labels: [one thing, two things, three things, four, five, six]}",
        "number-line: {from: 0, to: 200, step: 5, points: [m, m, n], labels: [the first, the second, the third]}",
        "histogram: {values: [n, m, 3], from: 0, to: 210, width: 10, w: 100}",
        "pictograph: {values: [n, 2*n], labels: [a very long name of a row, b], each: 1}",
    ] {
        let text = text(&format!("{chart}{shape}"));
        files(&set(&text, 60)).iter().for_each(|svg| check(svg));
    }
}
