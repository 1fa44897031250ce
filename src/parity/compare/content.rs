//! Forms as contents: blueprint, pinned features, length, readability.

use crate::parity::compare::extremes::Extremes;
use crate::parity::facts::{FormFacts, SlotFacts};
use crate::parity::finding::{Finding, Statistic, Verdict, Worst};

/// A difference of so few words is never felt, whatever its share.
const UNFELT_WORDS: f64 = 15.0;
/// The standard deviation of the reading grade of one word: 11.8 for each syllable (Kincaid et al.
/// 1975), and words of English differ by about 0.8 syllables. Of n words it is this over √n, so
/// that short forms differ by a grade by chance; twice that of a difference is no finding.
const GRADE_NOISE: f64 = 11.8 * 0.8;
/// Judged weights may carry this much difference without a warning (logits).
const JUDGED_LIMIT: f64 = 0.3;

/// Findings on content.
pub fn findings(forms: &[FormFacts]) -> Vec<Finding> {
    let cell = |slot: &SlotFacts| {
        (
            slot.standard,
            slot.model,
            slot.response_kind,
            slot.response.points(),
        )
    };
    let mut found = vec![
        places_that_differ(Statistic::Blueprint, forms, cell),
        places_that_differ(Statistic::Alike, forms, |slot| slot.radicals),
    ];
    found.extend(set_up(forms));
    found.extend(judged_weight(forms));
    let over = |of: fn(&FormFacts) -> f64| Extremes::of(forms.iter().map(of).zip(0..));
    if let Some(minutes) = over(FormFacts::minutes) {
        found.push(Finding::new(
            Statistic::Minutes,
            minutes.excess(),
            (0.05, Some(0.15)),
            Some(minutes.pair()),
        ));
    }
    found.extend(over(|form| form.words() as f64).map(words));
    found.extend(reading_grade(forms));
    found
}

/// Places at which not every form shows the same; the forms named are the
/// first one and the one that differs from it at most places.
fn places_that_differ<T: PartialEq>(
    statistic: Statistic,
    forms: &[FormFacts],
    of: impl Fn(&SlotFacts) -> T,
) -> Finding {
    let Some(first) = forms.first() else {
        return Finding::new(statistic, 0.0, (0.0, Some(0.0)), None);
    };
    let longest = forms.iter().map(|form| form.slots.len()).max().unwrap_or(0);
    let mut differing = vec![false; longest];
    let mut worst = (0, 0);
    for (k, form) in forms.iter().enumerate() {
        let mut count = 0;
        for (place, differs) in differing.iter_mut().enumerate() {
            let expected = first.slots.get(place).map(&of);
            if form.slots.get(place).map(&of) != expected {
                *differs = true;
                count += 1;
            }
        }
        if count > worst.0 {
            worst = (count, k);
        }
    }
    let places = differing.iter().filter(|differs| **differs).count();
    Finding::new(
        statistic,
        places as f64,
        (0.0, Some(0.0)),
        Some(Worst::Pair(0, worst.1)),
    )
}

/// Places with another story from form to form. Never red: the author asked for it, and its price
/// is in the ± of the report.
fn set_up(forms: &[FormFacts]) -> Option<Finding> {
    let mut slots = forms.iter().flat_map(|form| &form.slots);
    slots.any(|slot| slot.set_up.is_some()).then(|| {
        let places = places_that_differ(Statistic::SetUp, forms, |slot| slot.set_up);
        Finding::new(Statistic::SetUp, places.value, (0.0, None), places.worst)
    })
}

/// The largest difference at one place that rests on judged weights.
fn judged_weight(forms: &[FormFacts]) -> Option<Finding> {
    let longest = forms.iter().map(|form| form.slots.len()).max()?;
    let at = |place: usize| {
        let slots = forms.iter().enumerate();
        Extremes::of(slots.filter_map(move |(k, form)| {
            let slot = form.slots.get(place)?;
            Some((slot.judged_weight, k))
        }))
    };
    let worst = (0..longest).filter_map(at).reduce(Extremes::wider)?;
    Some(Finding::new(
        Statistic::JudgedWeight,
        worst.spread(),
        (JUDGED_LIMIT, None),
        Some(worst.pair()),
    ))
}

fn words(words: Extremes) -> Finding {
    let mut finding = Finding::new(
        Statistic::Words,
        words.excess(),
        (0.10, Some(0.25)),
        Some(words.pair()),
    );
    if words.spread() <= UNFELT_WORDS {
        finding.verdict = Verdict::Green;
    }
    finding
}

fn reading_grade(forms: &[FormFacts]) -> Option<Finding> {
    let graded = forms.iter().zip(0..);
    let graded = graded.filter_map(|(form, k)| Some((form.reading_grade.ok()?, k)));
    let grades = Extremes::of(graded)?;
    let words = forms.iter().map(FormFacts::words).min()?.max(1);
    let green = 2.0 * std::f64::consts::SQRT_2 * GRADE_NOISE / (words as f64).sqrt();
    let green = green.max(1.0);
    Some(Finding::new(
        Statistic::ReadingGrade,
        grades.spread(),
        (green, Some(2.0 * green)),
        Some(grades.pair()),
    ))
}
