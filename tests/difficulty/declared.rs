//! What an author declares.

use isoform::diagnostic::{Code, Severity};
use isoform::difficulty::{FEATURES, unknown_features};

use crate::trial::{adds, contributions, measure, model};

fn noted(note: &str) -> isoform::bank::model::ItemModel {
    model(&format!(
        "vary: {{a: 1..9, b: 1..9}}\nstem: |\n  {{{{a}}}} + {{{{b}}}}\nanswer: a + b\ndifficulty: {note}"
    ))
}

#[test]
fn declared_features_by_hand() {
    for (note, feature, expected) in [
        ("{extra operation: 1}", "extra operation", 0.8),
        ("{extra operation: 3}", "extra operation", 1.6),
        ("{start unknown: 1}", "start unknown", 0.5),
        ("{inconsistent wording: a > 5}", "inconsistent wording", 0.6),
        ("{inconsistent wording: a < 5}", "inconsistent wording", 0.0),
        ("{irrelevant number: 2}", "irrelevant number", 0.4),
        ("{equation steps: 2}", "equation steps", 1.0),
        ("{distribution: 1}", "distribution", 0.6),
        ("{reading grade: 9}", "reading grade", 0.2),
        ("{word frequency: 4.5}", "word frequency", -2.925),
        ("{letters over 6: a - 4}", "letters over 6", 0.1),
        ("{letters over 6: -4}", "letters over 6", 0.0),
        ("{cognate: 1}", "cognate", -0.5),
        ("{stem change: 1}", "stem change", 0.7),
        ("{spelling change: 1}", "spelling change", 0.6),
        ("{irregular: 1}", "irregular", 1.0),
        ("{compound tense: 1}", "compound tense", 0.4),
        ("{less practised person: 1}", "less practised person", 0.3),
        ("{operation: 3}", "operation", 1.0),
    ] {
        adds(&noted(note), &[("a", "6"), ("b", "1")], feature, expected);
    }
}

#[test]
fn a_declared_feature_replaces_the_computed_one() {
    let draws = &[("a", "99"), ("b", "1")];
    adds(&noted("{rating: 3}"), draws, "carries", 0.9);
    adds(&noted("{carries: 0}"), draws, "carries", 0.0);
    adds(&noted("{carries: 1}"), draws, "carries", 0.6);
}

#[test]
fn ratings() {
    let rating = |note: &str| measure(&noted(note), &[("a", "4")]).map(|measure| measure.rating);
    for (note, expected) in [
        ("{rating: 1}", -1.5),
        ("{rating: 2}", -0.75),
        ("{extra operation: 1}", 0.0),
        ("{rating: 5}", 1.5),
        ("{rating: 3.5}", 0.375),
        ("{rating: a}", 0.75),
    ] {
        assert_eq!(rating(note).unwrap(), expected, "{note}");
    }
    assert!(rating("{rating: 6}").is_err());
    assert!(rating("{rating: a - 4}").is_err());
}

#[test]
fn what_has_no_number_is_an_error_that_names_the_draw() {
    let error = measure(&noted("{carries: 1/(a - 4)}"), &[("a", "4")]).unwrap_err();
    assert!(error.draw.iter().any(|(name, _)| name == "a"));
}

#[test]
fn unknown_features_are_reported_with_what_was_meant() {
    let model = noted("{rating: 3, extra operations: 1, carries: 1, wibble: 2}");
    let found = unknown_features(&model);
    assert_eq!(found.len(), 2);
    assert!(
        found
            .iter()
            .all(|d| d.severity == Severity::Error && d.code == Code::UnknownKey)
    );
    assert_eq!(
        found[0].message,
        "unknown difficulty feature `extra operations`"
    );
    assert_eq!(found[0].help, ["did you mean `extra operation`?"]);
    assert_eq!(found[1].message, "unknown difficulty feature `wibble`");
    assert!(found.iter().all(|d| d.span.is_some()));
    // It counts for nothing until it is put right.
    assert!(
        contributions(&model, &[])
            .iter()
            .all(|c| c.feature != "wibble")
    );
}

#[test]
fn the_table_is_the_one_of_the_design() {
    let letters = |letter| {
        FEATURES
            .iter()
            .filter(move |f| f.evidence.letter() == letter)
            .count()
    };
    assert_eq!((letters('M'), letters('L'), letters('J')), (6, 8, 25));
    let mut names: Vec<&str> = FEATURES.iter().map(|feature| feature.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FEATURES.len());
    assert!(!names.contains(&"rating"));
    for feature in FEATURES {
        assert_eq!((feature.scale)(0.0).abs(), 0.0, "{}", feature.name);
        assert!((feature.scale)(1e300).is_finite() && (feature.scale)(-1e300).is_finite());
    }
}
