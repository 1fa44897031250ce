//! Coordinates worked out by hand: ten points a unit, y downwards.

use crate::bank::{drawn, paths, shape, texts};

#[test]
fn a_rectangle_goes_round_its_corners_and_has_a_square_corner_of_one_size() {
    let svg = drawn(
        "size: [4, 3]\nscale: 30\ndraw:\n  - rect: {at: [0, 0], w: 4, h: 3}\n  - square-corner: {at: [0, 0]}",
    );
    assert_eq!(paths(&svg), ["M0 0L120 0L120 -90L0 -90Z", "M9 0L9 -9L0 -9"]);
    // Half a line and a margin of three points stand around the rectangle.
    assert!(svg.contains("width=\"127pt\" height=\"97pt\" viewBox=\"-3.5 -93.5 127 97\""));
}

#[test]
fn a_group_turns_and_then_moves() {
    // (0, 0) → (1, 0), (2, 0) → (1, 2), (2, 1) → (0, 2), (0, 1) → (0, 0)
    let svg = shape("group: {rotate: 90, move: [1, 0], draw: [{rect: {at: [0, 0], w: 2, h: 1}}]}");
    assert_eq!(paths(&svg), ["M10 0L10 -20L0 -20L0 0Z"]);
    // About (2, 0): (0, 0) → (4, 0) for half a turn.
    let svg =
        shape("group: {rotate: 180, about: [2, 0], draw: [{line: {from: [0, 0], to: [0, 1]}}]}");
    assert_eq!(paths(&svg), ["M40 0L40 10"]);
    // The outer group comes last: (1, 0) → (0, 1) → (0, 3).
    let svg = shape(
        "group: {move: [0, 2], draw: [{group: {rotate: 90, draw: [{line: {from: [0, 0], to: [1, 0]}}]}}]}",
    );
    assert_eq!(paths(&svg), ["M0 -20L0 -30"]);
}

#[test]
fn circles_arcs_and_sectors() {
    let svg = shape("circle: {at: [1, 2], r: 3}");
    assert!(svg.contains("<circle cx=\"10\" cy=\"-20\" r=\"30\"/>"));
    let svg = shape("arc: {at: [0, 0], r: 2, from: 0, to: 90}");
    assert_eq!(paths(&svg), ["M20 0A20 20 0 0 0 0 -20"]);
    let svg = shape("arc: {at: [0, 0], r: 2, from: 90, to: 360, sector: true}");
    assert_eq!(paths(&svg), ["M0 -20A20 20 0 1 0 20 0L0 0Z"]);
    let unlike = drawn("scale: [10, 5]\ndraw: [{circle: {at: [0, 0], r: 2}}]");
    assert!(unlike.contains("<ellipse cx=\"0\" cy=\"0\" rx=\"20\" ry=\"10\"/>"));
}

#[test]
fn an_angle_is_the_smaller_one_in_either_order() {
    for arms in ["from: [4, 0], to: [0, 4]", "from: [0, 4], to: [4, 0]"] {
        let svg = shape(&format!("angle: {{at: [0, 0], {arms}}}"));
        assert_eq!(paths(&svg), ["M20 0A20 20 0 0 0 0 -20"]);
        let svg = shape(&format!("angle: {{at: [0, 0], {arms}, reflex: true}}"));
        assert_eq!(paths(&svg), ["M0 -20A20 20 0 1 0 20 0"]);
    }
    let svg = shape("angle: {at: [0, 0], from: [4, 0], to: [0, 4], arcs: 3}");
    assert_eq!(paths(&svg).len(), 3);
}

#[test]
fn an_arrowhead_ends_at_the_end() {
    let svg = shape("line: {from: [0, 0], to: [5, 0], arrow: end, dashed: true, thick: true}");
    assert_eq!(paths(&svg), ["M50 0L42 3.2L42 -3.2Z", "M0 0L45 0"]);
    assert!(svg.contains("stroke-width=\"2.25\" stroke-dasharray=\"5 3\""));
}

#[test]
fn a_grid_has_a_line_at_every_step() {
    let svg = shape("grid: {from: [0, 0], to: [3, 2]}");
    let upright = ["M0 0L0 -20", "M10 0L10 -20", "M20 0L20 -20", "M30 0L30 -20"];
    let level = ["M0 0L30 0", "M0 -10L30 -10", "M0 -20L30 -20"];
    assert_eq!(paths(&svg), [&upright[..], &level[..]].concat());
    let fine = shape("grid: {from: [0, 0], to: [1, 1], step: 0.1}");
    assert_eq!(paths(&fine).len(), 22);
}

#[test]
fn a_curve_is_where_the_function_says() {
    let svg = shape("plot: {of: x^2, from: 0, to: 2}");
    let path = paths(&svg)[0];
    assert!(
        path.starts_with("M0 0L") && path.ends_with("L20 -40"),
        "{path}"
    );
    // Half-way of 240 steps.
    assert!(path.contains("L10 -10L"));
    assert_eq!(path.matches('L').count(), 240);
}

#[test]
fn a_curve_has_a_gap_where_there_is_no_value_and_ends_at_the_window() {
    let svg = drawn("size: [-2, -2, 2, 2]\nscale: 10\ndraw: [{plot: {of: 1/x, from: -2, to: 2}}]");
    let [left, right] = paths(&svg)[..] else {
        panic!("{svg}")
    };
    assert!(left.starts_with("M-20 5L") && right.ends_with("L20 -5"));
    // 1/x leaves the window at x = ±1/2, to within a step of 1/60.
    let end: Vec<f64> = left
        .rsplit('L')
        .next()
        .unwrap()
        .split(' ')
        .map(|n| n.parse().unwrap())
        .collect();
    assert!((end[0] + 5.0).abs() < 0.1 && end[1] == 20.0, "{end:?}");
}

#[test]
fn a_shape_is_repeated_for_a_list_and_left_out_by_a_condition() {
    let svg = shape("{for: \"k in [1, 2, 3]\", if: k != 2, point: {at: [k, k^2]}}");
    let centres: Vec<&str> = svg
        .split("<circle ")
        .skip(1)
        .map(|c| &c[..c.find(" r=").unwrap()])
        .collect();
    assert_eq!(centres, ["cx=\"10\" cy=\"-10\"", "cx=\"30\" cy=\"-90\""]);
}

#[test]
fn axes_number_their_ticks_and_leave_out_the_crossing() {
    let svg =
        drawn("scale: 30\ndraw: [{axes: {x: [-2, 2], y: [0, 1], y-step: 0.5, y-label: height}}]");
    assert_eq!(
        texts(&svg),
        ["−2", "−1", "1", "2", "x", "0.5", "1.0", "height"]
    );
    // Numbers too close to each other are thinned out on both axes; each stays at its tick, 28 points
    // from the next.
    let svg = drawn("scale: 14\ndraw: [{axes: {x: [-5, 5], y: [-5, 5]}}]");
    let numbers = ["−4", "−2", "2", "4", "x", "−4", "−2", "2", "4", "y"];
    assert_eq!(texts(&svg), numbers);
    let beside = svg.split("<text x=\"-5\" y=\"").skip(1);
    let heights: Vec<f64> = beside
        .map(|text| text.split('"').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(heights.len(), 4);
    assert!((heights[0] - heights[1] - 28.0).abs() < 0.01);
    assert!((heights[1] - heights[2] - 56.0).abs() < 0.01);
    // Numbers too wide for the ticks are thinned out, and zero stays.
    let svg = drawn("scale: 1\ndraw: [{number-line: {from: -100, to: 100, step: 10}}]");
    assert_eq!(texts(&svg), ["−100", "−50", "0", "50", "100"]);
}
