//! A made-up parity report.

use isoform::render::view::{
    CertificateView, ColumnView, DecisionView, FactView, FigureView, FindingView, FormSummaryView,
    Html, ParityView, TableView, VerdictView,
};

use super::set;

fn table(caption: &str, columns: &[&str], rows: &[&[&str]]) -> TableView {
    let column = |(at, title): (usize, &&str)| ColumnView {
        title: (*title).to_owned(),
        numeric: at > 0 && *title != "Item model",
    };
    TableView {
        caption: caption.to_owned(),
        columns: columns.iter().enumerate().map(column).collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect(),
    }
}

fn finding(
    name: &str,
    value: &str,
    tolerance: &str,
    direction: &str,
    verdict: VerdictView,
) -> FindingView {
    FindingView {
        name: name.to_owned(),
        value: value.to_owned(),
        tolerance: tolerance.to_owned(),
        direction: direction.to_owned(),
        verdict,
    }
}

pub fn parity() -> ParityView {
    use VerdictView::{Amber, Green};
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
    ParityView {
        set: set(),
        verdict: Amber,
        summary: "One finding is outside its green tolerance; none is red.".to_owned(),
        level: "E2".to_owned(),
        level_name: "feature-parallel".to_owned(),
        level_sentence: "Predicted difficulty differs by at most 0.02 points at the mastery cut under the bank’s difficulty model; without student data the true difference is expected within ±0.56 points (95 %).".to_owned(),
        uncertainty: "No student has answered these items yet. Give the forms in spiralled order and bring back the scores to say more.".to_owned(),
        form_count: "4".to_owned(),
        findings: vec![
            finding("Blueprint: standard, item model, response type and points, slot by slot", "equal", "equal", "", Green),
            finding("Radicals under alike, slot by slot", "equal", "equal", "", Green),
            finding("Expected score at the mastery cut, largest difference", "0.02", "≤ 0.16", "Form C is harder than Form A", Green),
            finding("Pass probability at the cut, largest difference", "0.004", "≤ 0.05", "Form C", Green),
            finding("Expected score within one logit of the cut, largest difference", "0.03", "≤ 0.16", "Form C", Green),
            finding("Test information at the cut, largest ratio − 1", "0.6 %", "≤ 5 %", "Form B", Green),
            finding("Words of a form", "19", "≤ 15", "Form D is longer than Form B", Amber),
            finding("Instances on more than one form", "0", "0", "", Green),
            finding("Key letters: balance, runs, cycles", "A 3, B 3, C 2, D 2", "balanced", "", Green),
        ],
        forms: FormSummaryView {
            table: table(
                "Predicted for a student exactly at the mastery cut",
                &["Form", "Expected score", "P(pass)", "SEM", "Minutes", "Words"],
                &[
                    &["A  7K3Q-9FZM-4", "8.00", "0.62", "1.26", "21", "241"],
                    &["B  2D8W-41XA-T", "8.00", "0.62", "1.26", "21", "238"],
                    &["C  Q0VN-K7RC-9", "7.98", "0.61", "1.27", "21", "249"],
                    &["D  M5TB-63HE-2", "8.00", "0.62", "1.26", "22", "257"],
                ],
            ),
            note: "SEM is the standard error of measurement in points.".to_owned(),
        },
        figures: vec![FigureView {
            title: "Expected score by ability".to_owned(),
            note: "One line a form.".to_owned(),
            svg: Html("<svg viewBox=\"0 0 4 2\" role=\"img\" aria-label=\"flat\"><line x1=\"0\" x2=\"4\" y1=\"1\" y2=\"1\"/></svg>".to_owned()),
        }],
        slots: table(
            "What each place on the form draws from",
            &["Slot", "Item model", "Points", "Distinct instances", "Spread of P"],
            &[
                &["1", "fraction-to-decimal", "1", "48", "0.004"],
                &["2", "add-fractions", "1", "212", "0.011"],
                &["3", "savings-story", "1", "96", "0.002"],
                &["4", "decimal-to-fraction", "1", "40", "0.007"],
                &["5", "fraction-decimal-percent", "1", "384", "0.000"],
            ],
        ),
        decision: DecisionView {
            rule: "Mastery is 9 of 10 items, in at most 3 tries.".to_owned(),
            table: table(
                "Probability of passing, by the proportion of all such items that a student can do",
                &["True proportion", "0.60", "0.70", "0.80", "0.90", "0.95"],
                &[&["One try", "0.05", "0.15", "0.38", "0.74", "0.91"], &["Three tries", "0.13", "0.38", "0.76", "0.98", "1.00"]],
            ),
            sentences: texts(&[
                "A student who can do 70 % of such items passes 15 % of the time, and 38 % within three tries.",
                "A student who can do 90 % fails 26 % of the time.",
                "A guesser passes with a probability below 0.001.",
            ]),
        },
        not_claimed: texts(&[
            "That the forms are equivalent, parallel or of equal difficulty: that takes student data.",
            "That a score on one form can be exchanged for the same score on another.",
        ]),
        method: texts(&[
            "Difficulty is the author’s rating plus weighted features of each instance (Fischer 1973; Janssen et al. 2004).",
            "Pass probabilities are exact under that model (Lord & Wingersky 1984).",
        ]),
        certificate: CertificateView {
            forms: texts(&["A 7K3-QFZ-M4T", "B 2D8-W1X-AT9"]),
            more: String::new(),
            held: texts(&["Every pinned feature has the same value on every form."]),
            facts: vec![FactView {
                name: "Largest predicted difference".to_owned(),
                value: "0.02 points".to_owned(),
            }],
            digest: "0123456789abcdef".to_owned(),
        },
    }
}
