//! The policy of a pool, as people write it.

use isoform::bank::yaml::load;
use isoform::diagnostic::{Diagnostics, draw};
use isoform::pool::mark::MarkRule;
use isoform::pool::policy::{Late, Policy, policy};
use isoform::source::Sources;

fn read(text: &str) -> (Policy, String) {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    let node = load("pool.yaml", text.as_bytes(), &mut sources, &mut diagnostics);
    let policy = policy(node.as_ref(), &mut diagnostics);
    (policy, draw::all(&diagnostics, &sources, false))
}

#[test]
fn an_empty_file_is_a_policy() {
    for text in ["", "# only words\n", "attempts:\nunits:\n"] {
        let (policy, messages) = read(text);
        assert_eq!(messages, "");
        assert_eq!(
            (policy.attempts, policy.wait, policy.late),
            (Some(3), 2, Late::Carry)
        );
    }
}

/// What `pool init` writes says the defaults, so nothing changes when a line is taken away.
#[test]
fn a_new_pool_has_the_usual_policy() {
    let (written, messages) = read(include_str!("../src/cli/pool/pool.yaml"));
    assert_eq!(messages, "");
    assert_eq!(format!("{written:?}"), format!("{:?}", Policy::default()));
}

#[test]
fn everything_can_be_said() {
    let (policy, messages) = read(
        r#"
banks: [../fractions, "../8th grade/bank.yaml"]
language: es
paper: letter
attempts: unlimited
wait: 0
evidence: optional
items: 8
packet: 2
marks: highest
fresh: [keys]
late: closed
carry: 0
mastery: {usual: 80 %, "5.NF.A.1": 4 of 5}
units:
  - {title: Two, standards: ["5.NF.B.4"], from: 2026-10-05, until: 2026-10-30}
  - {title: One, standards: ["5.NF.A.1", "5.NF.A.2"], from: 2026-09-01, until: 2026-10-02}
students:
  s07: large print
  "011": [wide spacing, one item a page]
"#,
    );
    assert_eq!(messages, "");
    assert_eq!(policy.attempts, None);
    assert_eq!(policy.marks, MarkRule::Highest);
    assert_eq!((policy.fresh.keys, policy.fresh.contexts), (true, false));
    let titles: Vec<&str> = policy
        .units
        .iter()
        .map(|unit| unit.title.as_str())
        .collect();
    assert_eq!(titles, ["One", "Two"]);
    assert_eq!(policy.cut("5.NF.A.1", Some([9, 10])).parts(), (4, 5));
    assert_eq!(policy.cut("5.NF.A.2", Some([9, 10])).parts(), (80, 100));
    assert!(policy.needs("s07").large && policy.needs("011").single);
    assert!(!policy.needs("s08").large);
}

/// Each mistake with its place, and all of them in one run.
#[test]
fn mistakes_are_named_where_they_stand() {
    let (_, messages) = read(
        r"attemps: 3
wait: soon
evidence: requird
marks: averag
packet: 0
late: hybrid
mastery: 11 of 10
units:
  - {title: One, standards: [A.1, A.2], from: 2026-10-30, until: 2026-09-01}
  - {title: Two, standards: [A.1], from: 2026-02-30, until: 2026-03-30}
  - {title: Three, standards: [A.3], from: 2026-02-01, until: 2026-03-30}
  - {title: Four, standards: [A.3], from: 2026-04-01, until: 2026-04-30}
students: {s1: big print}
",
    );
    for expected in [
        "did you mean `attempts`?",
        "pool.yaml:2:7",
        "did you mean `required`?",
        "did you mean `average`?",
        "packet: 0 is not between 1 and 100",
        "late: `hybrid` is not one of `carry`, `closed` and `open`",
        "nobody can reach 11 of 10",
        "the unit ends on 2026-09-01, before it begins on 2026-10-30",
        "from: `2026-02-30` is no day",
        "need: `big print` is not one of",
    ] {
        assert!(messages.contains(expected), "{expected}:\n{messages}");
    }
}

#[test]
fn a_standard_belongs_to_one_unit() {
    let (_, messages) = read(
        r"units:
  - {title: Three, standards: [A.3], from: 2026-02-01, until: 2026-03-30}
  - {title: Four, standards: [A.3], from: 2026-04-01, until: 2026-04-30}
",
    );
    assert!(
        messages.contains("`A.3` belongs to `Three` already"),
        "{messages}"
    );
}
