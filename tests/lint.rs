//! Every rule about instances has a bank in which it fires once, in the item model `fires`, at the
//! text named on the first line, and does not fire in the model `quiet`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::{Code, Diagnostic, Diagnostics, Severity, draw};
use isoform::lint::census::Limits;
use isoform::lint::{self, RULES, examine};
use isoform::source::Sources;

struct Fixture {
    code: Code,
    at: String,
    sources: Sources,
    messages: Vec<Diagnostic>,
    /// The first byte of the model `quiet`.
    quiet: u32,
}

fn load(name: &str, text: &str, sources: &mut Sources) -> ItemBank {
    let mut diagnostics = Diagnostics::new();
    let bank = lower::load(name, text.as_bytes(), sources, &mut diagnostics);
    bank.unwrap_or_else(|| panic!("{}", draw::all(&diagnostics, sources, false)))
}

fn fixture(path: &Path) -> Fixture {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap();
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let code = Code::find(stem.split('-').next().unwrap()).unwrap();
    let first = text.lines().next().unwrap();
    let at = first.split_once("at: ").unwrap().1.to_owned();
    let mut sources = Sources::new();
    let bank = load(&name, &text, &mut sources);
    let limits = Limits::default();
    let mut messages = lint::bank(&bank);
    messages.extend(
        bank.items
            .iter()
            .flat_map(|item| examine(&bank, item, &limits).messages),
    );
    Fixture {
        code,
        at,
        sources,
        messages,
        quiet: bank.item("quiet").unwrap().1.span.start,
    }
}

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint");
    let files = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fixture(path)).collect()
}

#[test]
fn every_rule_fires_at_its_place_and_only_there() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let own: Vec<_> = fixture
            .messages
            .iter()
            .filter(|m| m.code == fixture.code)
            .collect();
        let shown: Vec<String> = fixture
            .messages
            .iter()
            .map(|m| format!("{} `{}` {}", m.code, under(&fixture, m), m.message))
            .collect();
        let right = own.len() == 1
            && under(&fixture, own[0]) == fixture.at
            && own[0].span.unwrap().start < fixture.quiet;
        if !right {
            wrong.push(format!("{} at {}: {shown:#?}", fixture.code, fixture.at));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn under<'f>(fixture: &'f Fixture, message: &Diagnostic) -> &'f str {
    message
        .span
        .map_or("", |span| fixture.sources.slice(span).trim())
}

#[test]
fn every_rule_has_its_fixture() {
    let tried: BTreeSet<Code> = fixtures().iter().map(|fixture| fixture.code).collect();
    let missing: Vec<Code> = RULES
        .iter()
        .map(|rule| rule.code)
        .filter(|code| !tried.contains(code))
        .collect();
    assert_eq!(missing, []);
    let codes: Vec<Code> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), codes.iter().collect::<BTreeSet<_>>().len());
}

const COUNTED: &str = "
bank: Counted
id: counted
standards: [{id: S1, statement: s, mastery: 8 of 10}]
items:
  - id: sum
    vary: {a: 1..6, b: 1..6}
    where: [a != b]
    alike: [a + b > 7]
    stem: Add {{a}} and {{b}} in your head.
    answer: a + b
    misconceptions:
      multiplied: a*b
      took the greater: max(a, b)
";

/// By hand: of 36 pairs 30 differ, 12 of them have a sum above 7; 7 is the sum of 6 of them; the
/// product is the sum for no unequal pair but is the greater number for the 10 pairs with a 1.
#[test]
fn a_census_counts_as_by_hand() {
    let mut sources = Sources::new();
    let bank = load("counted.yaml", COUNTED, &mut sources);
    let examined = examine(&bank, &bank.items[0], &Limits::default());
    let census = examined.census;
    assert!(census.whole && census.bound().is_none());
    assert_eq!(
        (census.tried, census.accepted, census.distinct),
        (36, 30, 30)
    );
    let condition = &census.conditions[0];
    assert_eq!((condition.tested, condition.met), (36, 30));
    let cells: Vec<_> = census
        .cells
        .iter()
        .map(|c| (c.radicals.as_str(), c.items))
        .collect();
    assert_eq!(
        cells,
        [("no", 18), ("yes", 12)].map(|(_, n)| (cells_name(n), n))
    );
    assert_eq!(
        (
            census.keys.distinct,
            census.keys.common.as_str(),
            census.keys.items
        ),
        (9, "7", 6)
    );
    assert_eq!(census.slips[0].equals_key, 0);
    let twins = &census.twins[0];
    assert_eq!(
        (twins.first, twins.second, twins.items, twins.possible),
        (0, 1, 10, 30)
    );
}

const TWINS_IN_A_CELL: &str = "
bank: Twins
id: twins
standards: [{id: S1, statement: s, mastery: 8 of 10}]
items:
  - id: product
    vary: {a: 2..9, b: [2, 5, 6, 7, 8]}
    where: [a != b]
    alike: [b == 2]
    stem: What is {{a}} times {{b}}?
    answer: a*b
    misconceptions:
      took half: a/2
      divided: a/b
";

/// By hand: of 35 pairs only the 7 with b = 2 give the same half, which is far from 90 %.
#[test]
fn misconceptions_that_meet_in_one_cell_are_told_with_it() {
    let mut sources = Sources::new();
    let bank = load("twins.yaml", TWINS_IN_A_CELL, &mut sources);
    let messages = examine(&bank, &bank.items[0], &Limits::default()).messages;
    let twins: Vec<_> = messages
        .iter()
        .filter(|m| m.code == Code::TwinMisconceptions)
        .collect();
    let [twins] = &twins[..] else {
        panic!("{messages:#?}")
    };
    let told = &twins.message;
    assert!(told.contains("in 7 of 35 instances"), "{told}");
    assert!(told.ends_with("always where `alike` is true"), "{told}");
    assert_eq!(sources.slice(twins.span.unwrap()), "a/b");
}

/// How truth is described; the larger cell is the one with the small sums.
fn cells_name(items: u64) -> &'static str {
    if items == 18 { "false" } else { "true" }
}

#[test]
fn a_sample_states_its_bound() {
    let mut sources = Sources::new();
    let bank = load("counted.yaml", COUNTED, &mut sources);
    let limits = Limits {
        vectors: 10,
        draws: 3_000,
        read: 100,
    };
    let census = examine(&bank, &bank.items[0], &limits).census;
    assert!(!census.whole);
    assert_eq!(census.accepted, 3_000);
    // The rule of three: 3 / 3000.
    assert!((census.bound().unwrap() - 0.001).abs() < 1e-12);
    assert!(census.reach().contains("0.100 %"), "{}", census.reach());
    // All 30 items are drawn in 3,000 tries but for a chance of 30·(29/30)^3000.
    assert_eq!(census.distinct, 30);
}

#[test]
fn allowances_need_a_known_rule_and_a_reason() {
    let refused = |allow: &str| {
        let text = format!("{COUNTED}    allow: {allow}\n");
        let mut sources = Sources::new();
        let mut diagnostics = Diagnostics::new();
        let bank = lower::load("a.yaml", text.as_bytes(), &mut sources, &mut diagnostics);
        let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error);
        let codes: Vec<Code> = errors.map(|d| d.code).collect();
        assert_eq!(bank.is_none(), !codes.is_empty());
        codes
    };
    assert_eq!(refused("{L012: a reason}"), []);
    assert_eq!(refused("{key-rank: a reason}"), []);
    assert_eq!(refused("{L999: a reason}"), [Code::UnknownKey]);
    assert_eq!(refused("{E033: a reason}"), [Code::UnknownKey]);
    assert_eq!(refused("{L012: ''}"), [Code::MissingKey]);
}
