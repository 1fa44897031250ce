//! Sets of forms with reports of every colour, and with every remark that a set can bring up.

use std::sync::LazyLock;

use isoform::bank::cut_score::CutScore;
use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::Diagnostics;
use isoform::form::set::FormSet;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{Request, assemble};
use isoform::parity::read::facts;
use isoform::parity::report::ParityReport;
use isoform::seed::Seed;
use isoform::source::Sources;

use crate::set::unpinned;

const BUNDLED: &str = include_str!("../../item-banks/fractions-decimals-percents/bank.yaml");
const KINDS: &str = include_str!("../reread/kinds.yaml");

/// A set with its report, and the text of its bank.
pub struct Judged {
    pub name: &'static str,
    pub bank: String,
    pub set: FormSet,
    pub report: ParityReport,
}

fn read(text: &str) -> ItemBank {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    let bank = lower::load("bank.yaml", text.as_bytes(), &mut sources, &mut diagnostics);
    bank.unwrap_or_else(|| {
        panic!(
            "{}",
            isoform::diagnostic::draw::all(&diagnostics, &sources, false)
        )
    })
}

fn assembled(text: &str, forms: usize, as_drawn: bool, repeats: bool) -> FormSet {
    let bank = read(text);
    let wanted = Wanted {
        as_drawn,
        ..Wanted::default()
    };
    let seed = Seed::new(7);
    let plan = Plan::of(&bank, &wanted, seed).unwrap();
    let request = Request {
        seed,
        forms,
        repeats,
    };
    assemble(&bank, &plan, &request).unwrap()
}

/// A bank of few words; `mastery` and what is said of its one item.
fn small(mastery: &str, item: &str) -> String {
    format!(
        "bank: Zahlen\nid: zahlen\nstandards:\n  - {{id: s, framework: none, statement: Rechnen., mastery: {mastery}}}\nitems:\n  - id: z\n    standard: s\n{item}"
    )
}

const FREE: &str = "    vary: {a: 2..9, b: 12..99}\n    stem: \"{{a}} + {{b}}\"\n    answer: a + b\n    difficulty: {digits: b/4}\n";
const CHOICE: &str = "    vary: {a: 2..9, b: 12..99}\n    stem: \"{{a}} + {{b}}\"\n    answer: a + b\n    choices: 2\n    misconceptions: {zuviel: a + b + 1, zuwenig: a + b - 1}\n";
const STORIES: &str = "    vary: {a: 12..19, b: 12..19}\n    answer: a*b\n    mix: true\n    variants:\n      heft: {stem: \"{{a}} und {{b}}\"}\n      stift: {stem: \"{{a}} mal {{b}}\"}\n";
const FEW: &str = "    vary: {a: 2..21}\n    stem: \"{{a}}\"\n    answer: a\n";

/// Sets whose reports are green, amber and red, and say all that reports can.
pub fn judged() -> &'static [Judged] {
    static JUDGED: LazyLock<Vec<Judged>> = LazyLock::new(judge_all);
    &JUDGED
}

fn judge_all() -> Vec<Judged> {
    let cases = [
        ("green", BUNDLED.to_owned(), 4, false, false),
        ("mixed stories", small("80 %", STORIES), 3, false, false),
        ("as drawn", unpinned(BUNDLED), 8, true, false),
        ("free numbers", small("87.5 %", FREE), 4, true, false),
        ("all points", small("100 %", FREE), 3, false, false),
        ("guessing passes", small("40 %", CHOICE), 3, false, false),
        ("repeats", small("80 %", FEW), 5, false, true),
        ("many", small("80 %", FREE), 64, false, true),
        ("one", small("9 of 10", FREE), 1, false, false),
    ];
    let judge = |(name, bank, forms, as_drawn, repeats): (_, String, _, _, _)| {
        let set = assembled(&bank, forms, as_drawn, repeats);
        let cut = CutScore::new(set.cut[0], set.cut[1]).unwrap();
        let report = ParityReport::of(&facts(&set).unwrap(), cut, 3).unwrap();
        Judged {
            name,
            bank,
            set,
            report,
        }
    };
    cases.into_iter().map(judge).collect()
}

/// A set with every way to answer, and the text of its bank.
pub fn every_kind() -> (String, FormSet) {
    (KINDS.to_owned(), assembled(KINDS, 2, true, true))
}
