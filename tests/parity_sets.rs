//! What the parity report says of whole sets: green where the bank holds things equal, not green
//! where it does not, and never more than is known.

mod set;

use isoform::bank::cut_score::CutScore;
use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::Diagnostics;
use isoform::form::set::FormSet;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{Request, assemble};
use isoform::parity::finding::{Statistic, Verdict};
use isoform::parity::read::facts;
use isoform::parity::report::ParityReport;
use isoform::seed::Seed;
use isoform::source::Sources;

use set::unpinned;

const BUNDLED: &str = include_str!("../item-banks/fractions-decimals-percents/bank.yaml");

fn bank(text: &str) -> ItemBank {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    lower::load("bank.yaml", text.as_bytes(), &mut sources, &mut diagnostics).unwrap()
}

fn set(bank: &ItemBank, seed: u64, forms: usize) -> FormSet {
    assembled(bank, &Wanted::default(), seed, forms)
}

fn assembled(bank: &ItemBank, wanted: &Wanted<'_>, seed: u64, forms: usize) -> FormSet {
    let seed = Seed::new(seed);
    let plan = Plan::of(bank, wanted, seed).unwrap();
    let request = Request {
        seed,
        forms,
        repeats: false,
    };
    assemble(bank, &plan, &request).unwrap()
}

fn report(set: &FormSet) -> ParityReport {
    let cut = CutScore::new(set.cut[0], set.cut[1]).unwrap();
    ParityReport::of(&facts(set).unwrap(), cut, 3).unwrap()
}

#[test]
fn eight_forms_of_the_bundled_bank_are_green_for_fifty_seeds() {
    let bank = bank(BUNDLED);
    for seed in 0..50 {
        let report = report(&set(&bank, seed, 8));
        for row in &report.findings {
            let verdict = row.finding.verdict;
            assert_eq!(verdict, Verdict::Green, "seed {seed}: {}", row.title);
        }
        assert_eq!(report.evidence, "E2");
        assert!(report.uncertainty.predicted <= report.bound + 1e-12);
    }
}

#[test]
fn without_pins_and_windows_most_sets_are_not_green() {
    let as_drawn = Wanted {
        as_drawn: true,
        ..Wanted::default()
    };
    let bank = bank(&unpinned(BUNDLED));
    let mut off = 0;
    for seed in 0..20 {
        let set = assembled(&bank, &as_drawn, seed, 8);
        assert!(set.as_drawn);
        let report = report(&set);
        if report.verdict != Verdict::Green {
            off += 1;
            assert_ne!(report.evidence, "E3");
        }
    }
    assert!(off > 15, "{off} of 20");
}

#[test]
fn forms_of_eight_are_the_first_of_more_and_contain_the_first_of_fewer() {
    let bank = bank(BUNDLED);
    for text in [BUNDLED.to_owned(), unpinned(BUNDLED)] {
        let free = self::bank(&text);
        for seed in 0..4 {
            let eight = set(&free, seed, 8).forms;
            for forms in [2, 4, 12] {
                let other = set(&free, seed, forms).forms;
                let shared = forms.min(8);
                assert_eq!(
                    eight[..shared],
                    other[..shared],
                    "seed {seed}, {forms} forms"
                );
            }
        }
    }
    assert_eq!(set(&bank, 1, 3).forms.len(), 3);
}

/// Two stories on one skill.
const STORIES: &str = "\
bank: Stories
id: stories
standards:
  - {id: s, framework: none, statement: Rates., mastery: 80 %}
items:
  - id: rate
    standard: s
    vary: {a: 12..19, b: 12..19}
    answer: a*b
    variants:
      shop: {stem: \"Pens cost {{a}} cents each. How many cents do {{b}} cost?\"}
      road: {stem: \"A car goes {{a}} km an hour. How far in {{b}} hours?\"}
";

#[test]
fn mixed_stories_turn_the_report_amber_and_say_why() {
    let mixed = STORIES.replace("    variants:", "    mix: true\n    variants:");
    for seed in 0..10 {
        let apart = set(&bank(STORIES), seed, 4);
        let together = set(&bank(&mixed), seed, 4);
        let residuals = |set: &FormSet| -> Vec<f64> {
            let items = set.forms.iter().flat_map(|form| &form.items);
            items.map(|placed| placed.residual).collect()
        };
        assert!(residuals(&apart).iter().all(|tau| *tau <= 0.40));
        assert!(residuals(&together).iter().all(|tau| *tau == 0.80));

        let (one, other) = (report(&apart), report(&together));
        let of = |report: &ParityReport| {
            let mut rows = report.findings.iter();
            let row = rows.find(|row| row.finding.statistic == Statistic::SetUp);
            row.map(|row| (row.finding.value, row.finding.verdict))
        };
        assert_eq!(of(&one), None);
        let stands = |form: usize, at: usize| together.forms[form].items[at].item.model;
        let both = |at: &usize| (1..4).any(|form| stands(form, *at) != stands(0, *at));
        let places = (0..together.slots.len()).filter(both).count() as f64;
        assert!(places > 0.0);
        assert_eq!(of(&other), Some((places, Verdict::Amber)), "seed {seed}");
        assert!(other.verdict >= Verdict::Amber);
        let why = |note: &String| note.contains("another story") && note.contains("±0.80 logits");
        assert!(other.notes.iter().any(why), "{:?}", other.notes);
        assert!(!one.notes.iter().any(why));
        // Twice the doubt about an item is twice the doubt about a form of the same items.
        assert!(other.uncertainty.half_width > 1.5 * one.uncertainty.half_width);
    }
}
