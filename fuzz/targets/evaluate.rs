//! Five lines of any text as domain, condition, definition, stem and answer of a tiny bank: drawing
//! it, looking at every instance, and making its pages end with a result or a message.
#![no_main]

use isoform::bank::lower;
use isoform::diagnostic::{Diagnostics, draw};
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{Request, assemble};
use isoform::lint::census::Limits;
use isoform::lint::examine;
use isoform::render::check;
use isoform::render::compose::Composer;
use isoform::seed::Seed;
use isoform::source::Sources;
use libfuzzer_sys::fuzz_target;

/// Small, so that one input takes milliseconds.
const LIMITS: Limits = Limits {
    vectors: 200,
    draws: 100,
    read: 20,
};

/// The bank, with each line in a block of its own, so that YAML takes no character of it.
fn bank(text: &str) -> String {
    let mut lines = text.lines();
    let mut block = |or: &str| {
        let line = lines.next().filter(|line| !line.trim().is_empty());
        format!("|-\n        {}", line.unwrap_or(or).trim_start())
    };
    format!(
        "bank: B\nid: b\nstandards:\n  - {{id: S, statement: s}}\nitems:\n  - id: i\n    symbols: [x]\n    vary:\n      a: 1..4\n      w: [año, b]\n      b: {}\n    where:\n      - {}\n    let:\n      c: {}\n    stem: {}\n    answer: {}\n",
        block("1..3"),
        block("a > 0"),
        block("b"),
        block("{{a}} {{w}} {{b}} {{c}}"),
        block("c"),
    )
}

fuzz_target!(|text: &str| {
    let (mut sources, mut found) = (Sources::new(), Diagnostics::new());
    let bank = lower::load("bank.yaml", bank(text).as_bytes(), &mut sources, &mut found);
    if let Some(bank) = bank {
        let unshown = check::texts(&bank);
        let is_shown = unshown.iter().len() == 0;
        found.extend(unshown);
        for model in &bank.items {
            found.extend(examine(&bank, model, &LIMITS).messages);
        }
        let seed = Seed::new(1);
        let wanted = Wanted {
            items: Some(2),
            ..Wanted::default()
        };
        let request = Request {
            seed,
            forms: 2,
            repeats: true,
        };
        let set = Plan::of(&bank, &wanted, seed).and_then(|plan| assemble(&bank, &plan, &request));
        if let (Ok(set), true) = (set, is_shown) {
            let composer = Composer::new(&set).unwrap_or_else(|bad| panic!("{:?}", bad[0]));
            for form in &set.forms {
                let _ = composer.form(form);
            }
        }
    }
    draw::all(&found, &sources, false);
});
