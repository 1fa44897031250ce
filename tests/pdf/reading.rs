//! Reading PDF files back, with poppler where it is installed.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// LaTeX of every kind that a bank may hold.
pub const FORMULAS: [&str; 44] = [
    "1",
    "-3 - x = -5",
    "1{,}000.5",
    "\\frac{3}{4}",
    "1\\frac{3}{4}",
    "\\frac{\\frac{1}{2}}{3}",
    "\\dfrac{x + 1}{x - 1}",
    "x^{12}",
    "x_1^2",
    "x'",
    "2^{3^2}",
    "{}^{14}_{6}C",
    "\\sqrt{2}",
    "\\sqrt[3]{8}",
    "\\overline{3}",
    "0.\\overline{12}",
    "\\bar{x}",
    "\\hat{p}",
    "\\vec{AB}",
    "\\overrightarrow{AB}",
    "\\widehat{ABC}",
    "\\underbrace{a + b}_{2}",
    "\\overset{?}{=}",
    "3 \\times 4 \\div 2 \\cdot 1 \\pm 5",
    "a < b \\le c \\ne d \\approx e",
    "\\left(\\frac{1}{2}\\right)^2",
    "\\left|x\\right| + |y|",
    "\\{1, 2, 3\\}",
    "\\big( 1 \\big)",
    "90^\\circ + 50\\%",
    "5\\text{ cm}^2",
    "\\mathrm{cm} \\cdot \\mathbf{x}",
    "\\operatorname{lcm}(4, 6)",
    "\\sin x + \\lim_{x \\to 0} f(x)",
    "\\sum_{i=1}^n i + \\int_0^1 x\\,dx",
    "\\pi r^2 \\Delta \\mathbb{R}",
    "\\angle ABC \\cong \\triangle DEF \\parallel g \\perp h",
    "\\cancel{5} \\bcancel{6} \\xcancel{7}",
    "\\binom{5}{2}",
    "\\begin{array}{r} 12 \\\\ +3 \\\\ \\hline 15 \\end{array}",
    "\\begin{aligned} x &= 2 \\\\ y &= \\frac12 \\end{aligned}",
    "f(x) = \\begin{cases} x & 1 \\\\ y & 2 \\end{cases}",
    "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
    "\\begin{array}{c|c} x & y \\\\ \\hline 1 & 2 \\end{array}",
];

/// How many pages there are.
pub fn pages(file: &[u8]) -> usize {
    let text = String::from_utf8_lossy(file);
    // `/Type /Page` or `/Type/Page`, but not `/Pages`.
    text.match_indices("/Page")
        .filter(|(at, _)| {
            let before = text[..*at].trim_end();
            let after = text[at + 5..].chars().next();
            before.ends_with("/Type") && !after.is_some_and(char::is_alphanumeric)
        })
        .count()
}

/// The text of every page; none without poppler.
pub fn poppler(file: &[u8]) -> Option<Vec<String>> {
    let text = run("pdftotext", &["-layout"], file)?;
    let mut pages: Vec<String> = text.split('\u{c}').map(String::from).collect();
    // A form feed ends every page, the last one too.
    pages.pop();
    Some(pages)
}

/// The heights of all words that are a letter or more, in points; none without poppler.
pub fn sizes(file: &[u8]) -> Option<Vec<f64>> {
    // The size of type is written before each run of text.
    let html = run("pdftohtml", &["-xml", "-stdout", "-i", "-zoom", "1"], file)?;
    let specs = html.split("<fontspec").skip(1);
    Some(
        specs
            .filter_map(|spec| {
                let size = spec.split_once("size=\"")?.1.split_once('"')?.0;
                size.parse().ok()
            })
            .collect(),
    )
}

fn run(program: &str, options: &[&str], file: &[u8]) -> Option<String> {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path: PathBuf = [
        env!("CARGO_TARGET_TMPDIR"),
        &format!("{program}-{number}.pdf"),
    ]
    .iter()
    .collect();
    std::fs::write(&path, file).unwrap();
    let mut command = Command::new(program);
    command.args(options).arg(&path);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().ok()?;
    assert!(output.status.success(), "{program}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
