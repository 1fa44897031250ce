//! Figures, from what an author writes to the SVG that is printed.

#[path = "figures/bank.rs"]
mod bank;
#[path = "figures/charts.rs"]
mod charts;
#[path = "figures/diagnostics.rs"]
mod diagnostics;
#[path = "figures/golden.rs"]
mod golden;
#[path = "figures/images.rs"]
mod images;
#[path = "figures/labels.rs"]
mod labels;
#[path = "figures/pages.rs"]
mod pages;
#[path = "figures/primitives.rs"]
mod primitives;
#[path = "figures/xml.rs"]
mod xml;
