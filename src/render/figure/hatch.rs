//! Hatching instead of colours: what tells areas apart on a photocopy.

use crate::render::figure::canvas::Fill;

/// Fills that can be told apart, in the order in which a chart uses them.
pub const SERIES: [Fill; 7] = [
    Fill::Stripes,
    Fill::White,
    Fill::Dots,
    Fill::Grey,
    Fill::Crossed,
    Fill::Falling,
    Fill::Black,
];

/// The name of a pattern and what it repeats, for the fills that need one.
pub fn pattern(fill: Fill) -> Option<(&'static str, &'static str)> {
    const RISING: &str = "<path d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\"/>";
    const FALLING: &str = "<path d=\"M-1 5L1 7M0 0L6 6M5 -1L7 1\"/>";
    const CROSSED: &str = "<path d=\"M0 0L6 6M0 6L6 0\"/>";
    const DOTS: &str = "<circle cx=\"1.5\" cy=\"1.5\" r=\"0.8\" fill=\"#000\"/><circle cx=\"4.5\" cy=\"4.5\" r=\"0.8\" fill=\"#000\"/>";
    match fill {
        Fill::Stripes => Some(("stripes", RISING)),
        Fill::Falling => Some(("falling", FALLING)),
        Fill::Crossed => Some(("crossed", CROSSED)),
        Fill::Dots => Some(("dots", DOTS)),
        Fill::None | Fill::White | Fill::Grey | Fill::Black => None,
    }
}
