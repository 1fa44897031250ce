//! The measure as a sum, weights, and the response function.

use isoform::bank::model::ItemModel;
use isoform::difficulty::{Assessor, Evidence, Measure, WeightError, Weights};

use crate::trial::{contributions, item, measure, model, numbers};

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-12
}

/// 5 1/4 − 2 3/4 with 29 words.
fn mixed() -> ItemModel {
    let stem = format!(
        "{} {{{{a | mixed}}}} - {{{{b | mixed}}}}",
        "word ".repeat(27)
    );
    model(&format!(
        "points: 2\nvary: {{a: 1..9, b: 1..9}}\nstem: |\n  {stem}\nanswer: {{is: a - b, form: lowest terms}}\ndifficulty: {{rating: 4}}"
    ))
}

#[test]
fn the_measure_is_the_sum_of_the_contributions() {
    let draws = &[("a", "21/4"), ("b", "11/4")];
    let found = measure(&mixed(), draws).unwrap();
    // Operation 0.3 J, regrouping 2 M, mixed operand 0.35 M, 21/4 − 11/4 = 10/4 must be reduced
    // 0.1 M, 5/2 is improper 0.3 J, 14 words beyond 15: 0.07 L.
    assert!(near(found.weighted, 3.12), "{found:?}");
    assert!(near(found.judged, 0.6), "{found:?}");
    assert_eq!((found.rating, found.words), (0.75, 29));
    let parts = contributions(&mixed(), draws);
    assert_eq!(
        found.weighted,
        parts.iter().map(|part| part.logits).sum::<f64>()
    );
    let names: Vec<&str> = parts.iter().map(|part| part.feature).collect();
    let expected = [
        "operation",
        "regrouping",
        "mixed operand",
        "answer must be reduced",
        "answer improper",
        "words over 15",
    ];
    assert_eq!(names, expected);
}

#[test]
fn overrides_replace_weights_and_the_last_wins() {
    let weights = Weights::default()
        .with([("regrouping", 1.0), ("mixed operand", 0.0)])
        .unwrap()
        .with([("regrouping", 0.5)])
        .unwrap();
    let model = mixed();
    let (drawing, item, mut frame) = item(&model, &[("a", "21/4"), ("b", "11/4")]);
    let assessor = Assessor::new(&model, &weights);
    let found = assessor.measure(&drawing, &item, &mut frame).unwrap();
    assert!(near(found.weighted, 3.12 - 1.5 - 0.35), "{found:?}");
    // What an author sets is judgement.
    assert!(near(found.judged, 0.6 + 0.5), "{found:?}");
    let parts = assessor.contributions(&drawing, &item, &mut frame).unwrap();
    let regrouping = parts
        .iter()
        .find(|part| part.feature == "regrouping")
        .unwrap();
    assert_eq!(
        (regrouping.weight, regrouping.evidence),
        (0.5, Evidence::Judgement)
    );
}

#[test]
fn bad_weights_are_refused() {
    let error = Weights::default().with([("regroupping", 1.0)]).unwrap_err();
    assert_eq!(error, WeightError::Unknown("regroupping".into()));
    assert_eq!(
        error.to_string(),
        "unknown difficulty feature `regroupping`; did you mean `regrouping`?"
    );
    assert!(Weights::default().with([("carries", f64::NAN)]).is_err());
    assert!(
        Weights::default()
            .with([("carries", f64::INFINITY)])
            .is_err()
    );
}

#[test]
fn the_response_function_by_hand() {
    let model = mixed();
    let (_, item, _) = item(&model, &[("a", "21/4"), ("b", "11/4")]);
    let assessor = Assessor::new(&model, &Weights::default());
    let measure = Measure {
        weighted: 3.5,
        judged: 0.0,
        rating: 0.75,
        words: 10,
    };
    let response = assessor.response(&measure, 3.0, 0.25, &item).unwrap();
    assert_eq!(response.difficulty(), 1.25);
    assert_eq!(response.discrimination(), 1.0);
    assert_eq!(response.guessing(), 0.0);
    assert_eq!(response.points(), 2);
    assert_eq!(response.residual_sd(), 0.25);
    // 1/(1 + e^0.25)
    assert!((response.probability(1.0) - 0.437_823_499_114_201_9).abs() < 1e-12);
    assert!(assessor.response(&measure, f64::NAN, 0.25, &item).is_err());
}

#[test]
fn options_make_guessing() {
    let lines = "vary: {a: 3..9}\nstem: |\n  Twice {{a}}\nanswer: 2*a\nmisconceptions: {squared: a*a, added: a + 2, same: a}";
    for (choices, expected) in [(2, 0.5), (3, 1.0 / 3.0), (4, 0.25)] {
        let model = model(&format!("{lines}\nchoices: {choices}"));
        let (drawing, item, mut frame) = item(&model, &[("a", "5")]);
        let assessor = Assessor::new(&model, &Weights::default());
        let measure = assessor.measure(&drawing, &item, &mut frame).unwrap();
        let response = assessor
            .response(&measure, measure.weighted, 0.4, &item)
            .unwrap();
        assert_eq!(response.guessing(), expected);
        assert_eq!(response.difficulty(), 0.0);
    }
}

#[test]
fn the_wording_that_is_shown_counts() {
    let model = model(
        "vary: {a: 1..9, b: 1..9}\nstem:\n  - '{{a}} + {{b}}'\n  - 'Now please add {{b | mixed}} and {{a | mixed}}'\nanswer: a + b",
    );
    let (drawing, mut item, mut frame) = item(&model, &[("a", "7/2"), ("b", "5/2")]);
    let assessor = Assessor::new(&model, &Weights::default());
    let mut feature = |item: &_| {
        let parts = assessor.contributions(&drawing, item, &mut frame).unwrap();
        parts.iter().any(|part| part.feature == "mixed operand")
    };
    assert!(!feature(&item));
    item.wording = 1;
    item.stem = item.stem.iter().rev().cloned().collect();
    assert!(feature(&item));
}

#[test]
fn several_answers_have_no_single_exercise() {
    let blanks = model(
        "vary: {a: 1..9, b: 1..9}\nstem: |\n  {{a}} + {{b}} = [[s]] and [[d]]\nanswers: {s: a + b, d: a - b}",
    );
    let parts = contributions(&blanks, &[("a", "99"), ("b", "1")]);
    let names: Vec<&str> = parts.iter().map(|part| part.feature).collect();
    assert_eq!(names, ["digits"]);
    let one = numbers("{{a}} + {{b}}", "a + b");
    assert!(contributions(&one, &[("a", "99"), ("b", "1")]).len() > 1);
}
