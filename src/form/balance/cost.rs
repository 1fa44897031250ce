//! What a form, or a pair of forms, costs: how far it is from what it should be.

use crate::difficulty::reading::LEAST_WORDS;
use crate::form::balance::load::{Load, Target};

/// Forms this part of a tolerance from the target differ from each other by at most the tolerance.
pub const HALF: f64 = 0.5;
/// The tolerance of information, and of words.
const INFORMATION: f64 = 0.05;
const WORDS: f64 = 0.10;
/// A difference of so few words is never felt.
const UNFELT_WORDS: f64 = 15.0;
/// The tolerance of the reading grade.
const GRADE: f64 = 1.0;
/// What a syllable more for each word adds to the reading grade (Kincaid et al. 1975).
const SYLLABLE: f64 = 11.8;
/// What may rest on weights of judgement at one place, in logits.
const JUDGED: f64 = 0.3;
/// The share of a form's answers that may be known from another form, and so many in any case.
const SEEN: f64 = 0.20;
const SEEN_AT_LEAST: f64 = 1.0;
/// So many places may have the same number as the answer on two forms.
const SAME_NUMBERS: usize = 1;

/// How far a form of these items is outside of half the tolerances around the target; 0 inside.
pub fn off<'a>(items: impl Iterator<Item = &'a Load> + Clone, target: &Target) -> f64 {
    let sum = |of: fn(&Load) -> f64| items.clone().map(of).sum::<f64>();
    let information = sum(|load| load.information) - target.information;
    let words = sum(|load| load.words) - target.words;
    let felt = (WORDS * target.words).max(UNFELT_WORDS);
    let syllables = sum(|load| load.syllables) - target.syllables;
    let judged = items.clone().zip(&target.judged);
    let judged = judged.map(|(load, usual)| excess(load.judged - usual, HALF * JUDGED));
    scores_off(items.clone(), target)
        + excess(information, HALF * INFORMATION * target.information)
        + excess(words, HALF * felt)
        + excess(syllables, HALF * felt_syllables(target))
        + judged.sum::<f64>()
        + crowded(items)
}

/// How far the expected scores of a form are outside of half the tolerance; 0 inside.
pub fn scores_off<'a>(items: impl Iterator<Item = &'a Load> + Clone, target: &Target) -> f64 {
    let off = |(around, wanted): (usize, &f64)| {
        let score: f64 = items.clone().map(|load| load.scores[around]).sum();
        excess(score - wanted, HALF * target.tolerance)
    };
    target.scores.iter().enumerate().map(off).sum()
}

/// The syllables by which forms may differ in reading. Short forms have no grade.
fn felt_syllables(target: &Target) -> f64 {
    match target.words >= LEAST_WORDS as f64 {
        true => GRADE * target.words / SYLLABLE,
        false => f64::INFINITY,
    }
}

/// How often a letter that cannot be chosen comes more than once over its share.
fn crowded<'a>(items: impl Iterator<Item = &'a Load> + Clone) -> f64 {
    let letters = || items.clone().filter_map(|load| load.letter);
    let shares: f64 = letters().map(|(options, _)| 1.0 / options as f64).sum();
    let times = |place: usize| letters().filter(|(_, other)| *other == place).count() as f64;
    let over = |(_, place): (usize, usize)| (times(place) - shares - 1.0).max(0.0);
    letters().map(over).sum()
}

/// How much more two forms have in common, place by place, than they should.
pub fn in_common<'a>(
    one: impl Iterator<Item = &'a Load>,
    other: impl Iterator<Item = &'a Load>,
) -> f64 {
    let (mut numbers, mut letters) = (0_usize, 0_usize);
    let (mut expected, mut variance) = (0.0, 0.0);
    for (a, b) in one.zip(other) {
        numbers += usize::from(a.number.is_some() && a.number == b.number);
        if let Some((options, _)) = a.letter {
            letters += usize::from(a.letter == b.letter);
            let chance = 1.0 / options as f64;
            expected += chance;
            variance += chance * (1.0 - chance);
        }
    }
    let alike = expected + 2.0 * libm::sqrt(variance);
    numbers.saturating_sub(SAME_NUMBERS) as f64 + (letters as f64 - alike).max(0.0)
}

/// The answers of a form.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The answers that come more than once in the block, and a mark for each.
    answers: Vec<usize>,
    marks: Vec<bool>,
    /// How many answers can be recognised on another form.
    open: usize,
}

impl Sheet {
    /// Wipes the sheet; the block has so many answers that come more than once.
    pub fn clear(&mut self, recurring: usize) {
        self.answers.clear();
        self.marks.clear();
        self.marks.resize(recurring, false);
        self.open = 0;
    }

    /// Writes down an answer that can be recognised, by its number if it comes more than once.
    pub fn write(&mut self, answer: Option<usize>) {
        self.open += 1;
        if let Some(answer) = answer {
            self.answers.push(answer);
            self.marks[answer] = true;
        }
    }

    /// How many more answers of each form stand on the other than may. Both count: where an answer
    /// comes three times on either form, the first exchange helps only one of them.
    pub fn seen(&self, other: &Self) -> f64 {
        self.seen_on(other) + other.seen_on(self)
    }

    fn seen_on(&self, other: &Self) -> f64 {
        let seen = self.answers.iter().filter(|answer| other.marks[**answer]);
        let most = libm::floor(SEEN * self.open as f64 + 1e-9).max(SEEN_AT_LEAST);
        (seen.count() as f64 - most).max(0.0)
    }
}

/// How far `away` is beyond `allowed`, in units of what is allowed, squared.
fn excess(away: f64, allowed: f64) -> f64 {
    let beyond = (libm::fabs(away) / allowed.max(1e-9) - 1.0).max(0.0);
    beyond * beyond
}
