//! Whole comparisons: good sets are green, each fault turns its own light red,
//! and the worst pair is the one that looking at every pair would find.

use isoform::bank::cut_score::CutScore;
use isoform::difficulty::reading::Ungraded;
use isoform::difficulty::response::ItemResponse;
use isoform::parity::compare::{Comparison, compare};
use isoform::parity::curve::{Profile, expected_score};
use isoform::parity::facts::{FormFacts, KeyPlace, SlotFacts};
use isoform::parity::finding::{Statistic, Verdict, Worst};
use isoform::parity::report::ParityReport;
use isoform::parity::score::pass_probability;

/// Balanced, without runs and cycles; shifted by the form, no two forms share
/// a letter at a place.
const LETTERS: [u8; 8] = [0, 1, 2, 3, 1, 3, 0, 2];

fn item(b: f64) -> ItemResponse {
    ItemResponse::new(1.0, b, 0.25, 1, 0.4).unwrap()
}

fn slot(form: usize, place: usize) -> SlotFacts {
    let letter = (LETTERS[place] + (form % 4) as u8) % 4;
    SlotFacts {
        model: place as u32,
        standard: 1,
        response_kind: 2,
        set_up: None,
        radicals: 77,
        response: item(place as f64 / 4.0 - 1.0),
        judged_weight: 0.2,
        minutes: 1.5,
        words: 20,
        fingerprint: (form * 100 + place) as u128,
        key: (form * 100 + place) as u64,
        key_is_number: true,
        options: KeyPlace::new(4, letter, letter),
    }
}

fn good(forms: usize) -> Vec<FormFacts> {
    let form = |k: usize| FormFacts {
        label: ["A", "B", "C", "D"][k].to_owned(),
        slots: (0..8).map(|place| slot(k, place)).collect(),
        reading_grade: Ok(5.0),
    };
    (0..forms).map(form).collect()
}

fn cut() -> CutScore {
    CutScore::percent(75).unwrap()
}

fn compared(forms: &[FormFacts]) -> Comparison {
    compare(forms, cut()).unwrap()
}

#[track_caller]
fn light(forms: &[FormFacts], statistic: Statistic) -> Verdict {
    compared(forms).finding(statistic).unwrap().verdict
}

#[test]
fn a_good_set_is_green_throughout() {
    let forms = good(4);
    let found = compared(&forms);
    for finding in &found.findings {
        assert_eq!(finding.verdict, Verdict::Green, "{finding:?}");
        assert_eq!(finding.worst, None);
    }
    assert_eq!(found.findings.len(), 21);
    let report = ParityReport::of(&forms, cut(), 3).unwrap();
    assert_eq!((report.evidence, report.verdict), ("E2", Verdict::Green));
    assert!(
        report
            .sentence
            .contains("at most 0.00 points at the mastery cut")
    );
}

/// Applies one fault to form C and expects one statistic to turn red.
#[track_caller]
fn turns_red(statistic: Statistic, fault: impl Fn(&mut FormFacts)) {
    let mut forms = good(4);
    fault(&mut forms[2]);
    assert_eq!(light(&forms, statistic), Verdict::Red, "{statistic:?}");
    let report = ParityReport::of(&forms, cut(), 1).unwrap();
    assert_eq!(report.verdict, Verdict::Red);
}

#[test]
fn each_fault_turns_its_own_light_red() {
    for statistic in [
        Statistic::ExpectedScore,
        Statistic::PassProbability,
        Statistic::CurveNear,
        Statistic::CurveWide,
    ] {
        turns_red(statistic, |form| {
            for (place, slot) in form.slots.iter_mut().enumerate() {
                slot.response = item(place as f64 / 4.0);
            }
        });
    }
    for statistic in [Statistic::Information, Statistic::MeasurementError] {
        turns_red(statistic, |form| {
            for slot in &mut form.slots {
                slot.response = ItemResponse::new(2.0, 0.6, 0.0, 1, 0.4).unwrap();
            }
        });
    }
    // What the one item is harder, the other is easier: only place by place it shows.
    turns_red(Statistic::PlaceProbability, |form| {
        form.slots.swap(2, 6);
    });
    turns_red(Statistic::Blueprint, |form| form.slots[3].standard = 9);
    turns_red(Statistic::Blueprint, |form| {
        form.slots.pop();
    });
    turns_red(Statistic::Alike, |form| form.slots[3].radicals = 9);
    turns_red(Statistic::Minutes, |form| form.slots[0].minutes = 4.0);
    turns_red(Statistic::Words, |form| form.slots[0].words = 70);
    turns_red(Statistic::ReadingGrade, |form| {
        form.reading_grade = Ok(25.0)
    });
    turns_red(Statistic::KeyLetters, |form| {
        form.slots[1].options = KeyPlace::new(4, 2, 2);
        form.slots[2].options = KeyPlace::new(4, 2, 2);
    });
    turns_red(Statistic::SameLetter, |form| {
        form.slots = good(1)[0].slots.clone()
    });
    turns_red(Statistic::SharedInstances, |form| {
        form.slots[5].fingerprint = 3
    });
    turns_red(Statistic::SameNumber, |form| {
        for place in 0..3 {
            form.slots[place].key = place as u64;
        }
    });
    turns_red(Statistic::AnswersSeen, |form| {
        for place in 0..4 {
            form.slots[place].key = 7 - place as u64;
        }
    });
}

#[test]
fn an_always_favoured_place_of_the_key_is_red() {
    let mut forms = good(4);
    for slot in forms.iter_mut().flat_map(|form| &mut form.slots) {
        let letter = slot.options.unwrap().position();
        slot.options = KeyPlace::new(4, letter, 3);
    }
    assert_eq!(light(&forms, Statistic::KeyRank), Verdict::Red);
    assert_eq!(light(&forms, Statistic::KeyPosition), Verdict::Green);
}

#[test]
fn small_faults_are_amber_or_forgiven() {
    let mut forms = good(2);
    forms[1].slots[0].judged_weight = 0.51;
    assert_eq!(light(&forms, Statistic::JudgedWeight), Verdict::Amber);
    forms[1].slots[0].judged_weight = 0.49;
    assert_eq!(light(&forms, Statistic::JudgedWeight), Verdict::Green);
    // There P falls by about 0.17 a logit: 0.03 is green, 0.06 amber.
    for (logits, verdict) in [(0.2, Verdict::Green), (0.35, Verdict::Amber)] {
        let mut forms = good(2);
        forms[1].slots[4].response = item(logits);
        assert_eq!(light(&forms, Statistic::PlaceProbability), verdict);
    }
    // 160 words and 14 more are close enough; 20 more of 160 are not.
    forms[1].slots[0].words = 34;
    assert_eq!(light(&forms, Statistic::Words), Verdict::Green);
    forms[1].slots[0].words = 40;
    assert_eq!(light(&forms, Statistic::Words), Verdict::Amber);
    // Short forms have no reading grade worth comparing.
    for form in &mut forms {
        form.reading_grade = Err(Ungraded::Short);
    }
    assert!(compared(&forms).finding(Statistic::ReadingGrade).is_none());
}

#[test]
fn an_instance_twice_on_one_form_is_that_forms_fault() {
    let mut forms = good(3);
    forms[1].slots[0].fingerprint = forms[1].slots[7].fingerprint;
    let found = compared(&forms);
    let shared = found.finding(Statistic::SharedInstances).unwrap();
    assert_eq!((shared.value, shared.worst), (1.0, Some(Worst::Form(1))));
}

#[test]
fn the_harder_form_is_named() {
    let mut forms = good(3);
    forms[1].slots[4].response = item(0.5);
    let found = compared(&forms);
    let direction = found
        .finding(Statistic::ExpectedScore)
        .unwrap()
        .direction
        .unwrap();
    assert_eq!(direction.harder, 1);
    let report = ParityReport::of(&forms, cut(), 1).unwrap();
    let row = report
        .findings
        .iter()
        .find(|row| row.finding.statistic == Statistic::ExpectedScore);
    assert!(
        row.unwrap()
            .detail
            .starts_with("form B is predicted harder than form")
    );
    let mean: f64 = report.forms.iter().map(|form| form.from_mean).sum();
    assert!(report.forms[1].from_mean < 0.0 && mean.abs() < 1e-12);
}

/// Numbers in [−1, 1] without a pattern.
fn scattered(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / f64::from(1_u32 << 30) - 1.0
    }
}

#[test]
fn the_worst_pair_is_the_worst_of_all_pairs() {
    for seed in 0..20 {
        let mut next = scattered(seed);
        let mut forms = good(4);
        for slot in forms.iter_mut().flat_map(|form| &mut form.slots) {
            slot.response = ItemResponse::new(1.0 + 0.4 * next(), next(), 0.2, 2, 0.4).unwrap();
            slot.minutes = 2.0 + next();
            slot.judged_weight = next();
        }
        let found = compared(&forms);
        let theta = found.reference.theta;
        let responses: Vec<_> = forms.iter().map(FormFacts::responses).collect();
        let largest = |of: &dyn Fn(usize, usize) -> f64| {
            let pairs = (0..4).flat_map(|a| (0..4).map(move |b| (a, b)));
            pairs.map(|(a, b)| of(a, b)).fold(0.0, f64::max)
        };
        let profile = |k: usize| Profile::at(&responses[k], theta);
        let score = |k: usize, at: f64| expected_score(&responses[k], at);
        let curve = |steps: i32| {
            largest(&|a, b| {
                let at = |k: i32| theta + f64::from(k) * 0.1;
                (-steps..=steps)
                    .map(|k| score(a, at(k)) - score(b, at(k)))
                    .fold(0.0, f64::max)
            })
        };
        let expected = [
            (
                Statistic::ExpectedScore,
                largest(&|a, b| score(a, theta) - score(b, theta)),
            ),
            (
                Statistic::PassProbability,
                largest(&|a, b| {
                    pass_probability(&responses[a], theta, 12)
                        - pass_probability(&responses[b], theta, 12)
                }),
            ),
            (Statistic::CurveNear, curve(10)),
            (Statistic::CurveWide, curve(20)),
            (
                Statistic::PlaceProbability,
                largest(&|a, b| {
                    let places = responses[a].iter().zip(&responses[b]);
                    places
                        .map(|(a, b)| a.probability(theta) - b.probability(theta))
                        .fold(0.0, f64::max)
                }),
            ),
            (
                Statistic::Information,
                largest(&|a, b| profile(a).information / profile(b).information - 1.0),
            ),
            (
                Statistic::MeasurementError,
                largest(&|a, b| profile(a).sem() / profile(b).sem() - 1.0),
            ),
            (
                Statistic::Minutes,
                largest(&|a, b| forms[a].minutes() / forms[b].minutes() - 1.0),
            ),
            (
                Statistic::JudgedWeight,
                largest(&|a, b| {
                    let places = forms[a].slots.iter().zip(&forms[b].slots);
                    places
                        .map(|(a, b)| a.judged_weight - b.judged_weight)
                        .fold(0.0, f64::max)
                }),
            ),
        ];
        for (statistic, expected) in expected {
            let value = found.finding(statistic).unwrap().value;
            assert!(
                (value - expected).abs() < 1e-12,
                "{statistic:?}: {value} {expected}"
            );
        }
    }
}

#[test]
fn no_report_without_data_claims_more_than_its_level() {
    let mut other_story = good(3);
    other_story[1].slots[2].radicals = 5;
    let mut swapped = good(3);
    swapped[1].slots.swap(0, 1);
    let mut foreign = good(3);
    foreign[1].slots[0].model = 50;
    for (forms, level) in [
        (good(3), "E2"),
        (other_story, "E1"),
        (swapped, "E0"),
        (good(1), "E0"),
        (foreign, "none"),
    ] {
        let report = ParityReport::of(&forms, cut(), 2).unwrap();
        assert_eq!(report.evidence, level);
        let text = serde_json::to_string(&report).unwrap().to_lowercase();
        for word in ["equivalent", "parallel", "equal difficulty"] {
            assert!(!text.contains(word), "{level}: {word}");
        }
    }
}

#[test]
fn a_cut_of_all_points_is_reported_honestly() {
    let all = CutScore::new(8, 8).unwrap();
    let report = ParityReport::of(&good(2), all, 1).unwrap();
    assert_eq!((report.verdict, report.evidence), (Verdict::Amber, "E2"));
    assert!(report.sentence.contains("half a point below full marks"));
    assert!(report.notes[0].starts_with("the cut cannot be reached: it is all points"));
    // Guessing gives 2 of 8: a cut of 25 % is no cut.
    let guessed = ParityReport::of(&good(2), CutScore::percent(25).unwrap(), 1).unwrap();
    assert_eq!((guessed.verdict, guessed.evidence), (Verdict::Red, "E1"));
    assert!(guessed.notes[0].contains("2.00 points are expected from guessing alone"));
}

#[test]
fn input_that_is_no_number_is_refused() {
    assert!(compare(&[], cut()).is_err());
    let mut forms = good(2);
    forms[1].slots[0].minutes = f64::NAN;
    assert_eq!(
        compare(&forms, cut()).unwrap_err().to_string(),
        "form B has a time, weight or grade of NaN"
    );
    for form in &mut forms {
        form.slots.clear();
    }
    assert!(compare(&forms, cut()).is_err());
}

#[test]
fn of_many_forms_a_stated_part_of_the_pairs_is_compared() {
    let forms: Vec<FormFacts> = (0..1_000)
        .map(|k| FormFacts {
            label: k.to_string(),
            slots: (0..8).map(|place| slot(k % 4 + 1_000 * k, place)).collect(),
            reading_grade: Err(Ungraded::Short),
        })
        .collect();
    let report = ParityReport::of(&forms, cut(), 1).unwrap();
    assert_eq!(report.coverage.of, 499_500);
    assert!(report.coverage.pairs < 15_000 && report.coverage.pairs > 8_000);
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("of 499500 pairs"))
    );
}
