//! How an item is put: its length, its reading level, its options.

use super::{Evidence, Feature, one_if};

/// Words of the printed stem beyond the fifteenth, text values among them; mathematics is one word.
pub const WORDS: Feature = Feature {
    name: "words over 15",
    unit: "per 10, at most 5",
    counts: "words of the stem beyond the fifteenth",
    weight: 0.05,
    evidence: Evidence::Literature,
    source: "Jerman and Rees (1972)",
    scale: |count| (count / 10.0).clamp(0.0, 5.0),
    measure: Some(|subject| f64::from(subject.words.saturating_sub(15))),
};

/// How far the reading grade of a text of 100 words or more lies above the students'.
pub const READING_GRADE: Feature = Feature {
    name: "reading grade",
    unit: "each grade above the audience, at most 4",
    counts: "grades by which a text of at least 100 words lies above its readers; declared",
    weight: 0.05,
    evidence: Evidence::Literature,
    source: "Abedi and Lord (2001); the grade: Kincaid et al. (1975)",
    scale: |grades| grades.clamp(0.0, 4.0),
    measure: None,
};

/// Multiple choice of which every wrong option betrays a misconception.
pub const DISTRACTORS: Feature = Feature::flag(
    "all distractors from misconceptions",
    "every wrong option comes from a misconception",
    0.4,
    Evidence::Literature,
    Some(|subject| {
        let wrong = subject
            .options
            .iter()
            .filter(|option| option.misconception.is_some());
        // One option is the key.
        one_if(subject.options.len() > 1 && wrong.count() + 1 == subject.options.len())
    }),
)
.source("Sadler (1998)");
