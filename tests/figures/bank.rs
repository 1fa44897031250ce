//! A bank of one item around a figure.

use isoform::bank::ItemBank;
use isoform::bank::lower;
use isoform::diagnostic::Diagnostics;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{FormSet, Request, assemble};
use isoform::render::compose::Composer;
use isoform::seed::Seed;
use isoform::source::Sources;

/// A bank whose only item has these keys beside its stem; `n` is drawn from 1 to 9.
pub fn text(keys: &str) -> String {
    let keys: String = keys.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "bank: Figures\nid: figures\nlicence: CC0-1.0\nversion: 1.0.0\nlanguage: en\nstandards:\n  - {{id: S, statement: Students read figures., mastery: 80 %}}\nitems:\n  - id: one\n    vary: {{n: 1..9, m: 1..20}}\n    stem: Look at {{{{n}}}} and {{{{m}}}}.\n    answer: n\n{keys}"
    )
}

/// The bank, or what is wrong with it.
pub fn load(text: &str) -> Result<ItemBank, Diagnostics> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let bank = lower::load("bank.yaml", text.as_bytes(), &mut sources, &mut diagnostics);
    bank.ok_or(diagnostics)
}

/// A set of forms of one item.
pub fn set(text: &str, forms: usize) -> FormSet {
    let bank = load(text).unwrap_or_else(|diagnostics| {
        let messages = diagnostics.iter().map(|one| one.message.clone());
        panic!("{}\n{text}", messages.collect::<Vec<_>>().join("\n"))
    });
    let seed = Seed::new(7);
    let wanted = Wanted {
        items: Some(1),
        ..Wanted::default()
    };
    let plan = Plan::of(&bank, &wanted, seed).unwrap();
    let request = Request {
        seed,
        forms,
        repeats: true,
    };
    assemble(&bank, &plan, &request).unwrap_or_else(|errors| panic!("{}", errors[0].message))
}

/// The figures of all forms of a set, as files.
pub fn files(set: &FormSet) -> Vec<String> {
    let composer = Composer::new(set).unwrap_or_else(|bad| panic!("{:?}", bad[0]));
    let forms = set.forms.iter();
    forms
        .flat_map(|form| composer.figures(form))
        .map(|file| file.text)
        .collect()
}

/// The SVG of a figure with these keys.
pub fn drawn(figure: &str) -> String {
    let figure: String = figure.lines().map(|line| format!("  {line}\n")).collect();
    let set = set(&text(&format!("figure:\n  alt: A figure.\n{figure}")), 1);
    files(&set).remove(0)
}

/// The SVG of one entry of `draw`, ten points a unit.
pub fn shape(entry: &str) -> String {
    drawn(&format!("scale: 10\ndraw:\n  - {entry}"))
}

/// The outlines of the paths of an SVG.
pub fn paths(svg: &str) -> Vec<&str> {
    let parts = svg.split("<path d=\"").skip(1);
    let paths = parts.map(|part| part.split('"').next().unwrap());
    paths
        .filter(|path| !path.starts_with("M-1 ") && *path != "M0 0L6 6M0 6L6 0")
        .collect()
}

/// The texts of an SVG.
pub fn texts(svg: &str) -> Vec<&str> {
    let parts = svg.split("<text ").skip(1);
    let texts = parts.map(|part| part.split('>').nth(1).unwrap());
    texts.map(|text| text.trim_end_matches("</text")).collect()
}
