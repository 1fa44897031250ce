//! Charts whose coordinates are worked out by hand.

use crate::bank::{drawn, paths, shape, texts};

fn chart(chart: &str) -> String {
    drawn(&format!("chart: {{{chart}}}"))
}

#[test]
fn bars_are_as_high_as_their_numbers() {
    let svg = chart("bar: {values: [4, 2], labels: [a, b], step: 2, w: 100, h: 100, fill: white}");
    // Two places of 50 points, bars of 30: from 10 to 40 and from 60 to 90.
    let bars: Vec<&str> = paths(&svg)
        .into_iter()
        .filter(|path| path.ends_with('Z'))
        .collect();
    assert_eq!(
        bars,
        ["M10 0L40 0L40 -100L10 -100Z", "M60 0L90 0L90 -50L60 -50Z"]
    );
    assert_eq!(texts(&svg), ["0", "2", "4", "a", "b"]);
}

#[test]
fn a_histogram_counts_a_limit_to_the_right() {
    let svg = chart(
        "histogram: {values: [0, 4, 5, 9, 10], from: 0, width: 5, w: 90, h: 100, fill: white}",
    );
    let bars: Vec<&str> = paths(&svg)
        .into_iter()
        .filter(|path| path.ends_with('Z'))
        .collect();
    let expected = [
        "M0 0L30 0L30 -100L0 -100Z",
        "M30 0L60 0L60 -100L30 -100Z",
        "M60 0L90 0L90 -50L60 -50Z",
    ];
    assert_eq!(bars, expected);
    assert_eq!(texts(&svg), ["0", "1", "2", "0", "5", "10", "15"]);
}

#[test]
fn a_box_plot_stands_over_its_numbers() {
    let svg = chart("box: {values: [1, 2, 4, 7, 10], from: 0, to: 10, w: 100}");
    assert!(paths(&svg).contains(&"M20 -12L70 -12L70 -42L20 -42Z"));
    assert!(paths(&svg).contains(&"M40 -12L40 -42"));
    assert!(paths(&svg).contains(&"M10 -27L20 -27") && paths(&svg).contains(&"M100 -27L70 -27"));
}

#[test]
fn equal_numbers_are_stacked() {
    let svg = chart("dots: {values: [2, 1, 2, 2], from: 0, to: 4, w: 40}");
    let centre = |at: f64, level: f64| format!("cx=\"{at}\" cy=\"{}\"", -8.6 * level);
    let expected = [centre(10.0, 1.0), centre(20.0, 1.0), centre(20.0, 2.0)];
    for centre in expected {
        assert!(svg.contains(&centre), "{centre}");
    }
    assert_eq!(svg.matches("<circle").count(), 4);
}

#[test]
fn a_clock_shows_three() {
    let svg = chart("clock: {time: [3, 0], r: 50}");
    // Hands of 0.4 and 0.64 radii from the middle (50, -50).
    assert!(paths(&svg).contains(&"M50 -50L70 -50") && paths(&svg).contains(&"M50 -50L50 -82"));
    let svg = chart("clock: {time: [9, 30], r: 50, numbers: false}");
    // The hour hand stands half-way between nine and ten: 165° from the right.
    let (c, s) = (165_f64.to_radians().cos(), 165_f64.to_radians().sin());
    let tip = format!("M50 -50L{:.2} {:.2}", 50.0 + 20.0 * c, -50.0 - 20.0 * s);
    assert!(paths(&svg).contains(&tip.as_str()), "{tip}");
    assert_eq!(texts(&svg), [""; 0]);
}

#[test]
fn slices_begin_at_the_top_and_go_clockwise() {
    let svg = chart("pie: {values: [1, 3], r: 50, labels: [a, b], fills: false}");
    let expected = [
        "M100 -50A50 50 0 0 0 50 -100L50 -50Z",
        "M50 -100A50 50 0 1 0 100 -50L50 -50Z",
    ];
    assert_eq!(paths(&svg), expected);
    let whole = chart("pie: {values: [0, 3], r: 50}");
    assert!(whole.contains("<circle cx=\"50\" cy=\"-50\" r=\"50\""));
}

#[test]
fn neighbouring_slices_look_different() {
    for count in 2..20 {
        let values = vec!["1"; count].join(", ");
        let svg = chart(&format!("pie: {{values: [{values}]}}"));
        let fills: Vec<&str> = svg
            .split("<path d=\"M")
            .filter(|part| part.contains("Z\""))
            .map(|part| part.split("fill=").nth(1).unwrap())
            .collect();
        assert_eq!(fills.len(), count);
        for at in 0..count {
            assert_ne!(fills[at], fills[(at + 1) % count], "{count} {at}");
        }
    }
}

#[test]
fn a_pictograph_shows_halves_and_its_legend() {
    let svg = chart("pictograph: {values: [6, 5], labels: [Mon, Tue], each: 2, unit: books}");
    // Three and two whole ones, and one in the legend; a half is a path.
    assert_eq!(svg.matches("<circle").count(), 6);
    assert_eq!(
        paths(&svg).iter().filter(|path| path.contains('A')).count(),
        1
    );
    assert_eq!(texts(&svg), ["Mon", "Tue", "= 2 books"]);
}

#[test]
fn leaves_are_in_order_behind_their_stems() {
    let svg = chart("stem-leaf: {values: [34, 12, 31, 15, 108]}");
    assert_eq!(
        texts(&svg),
        [
            "1",
            "2",
            "5",
            "2",
            "3",
            "1",
            "4",
            "4",
            "5",
            "6",
            "7",
            "8",
            "9",
            "10",
            "8",
            "1 | 2 = 12"
        ]
    );
}

#[test]
fn a_fraction_bar_shades_the_first_parts() {
    let svg = chart("fraction-bar: {parts: 4, shaded: 3, w: 80, h: 20, fill: grey}");
    assert_eq!(paths(&svg)[3], "M60 0L80 0L80 -20L60 -20Z");
    assert_eq!(svg.matches("fill=\"#bbb\"").count(), 3);
}

#[test]
fn a_number_line_lies_in_the_plane() {
    let svg =
        shape("number-line: {from: 1, to: 3, points: [2], labels: [A], ray: right, open: true}");
    // Ticks of 4 points to either side at 10, 20 and 30; the ray ends in the arrowhead at 46.
    for path in ["M10 -4L10 4", "M20 -4L20 4", "M30 -4L30 4", "M20 0L41 0"] {
        assert!(paths(&svg).contains(&path), "{path} {svg}");
    }
    assert!(svg.contains("<circle cx=\"20\" cy=\"0\" r=\"2.6\" fill=\"#fff\"/>"));
    let quarters =
        drawn("scale: 100\ndraw: [{number-line: {from: 0, to: 1, step: 1/4, show: [0, 1/2, 1]}}]");
    assert_eq!(texts(&quarters), ["0", "1/2", "1"]);
}
