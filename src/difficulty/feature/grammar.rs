//! Forms of words. What a verb does stands in the bank's tables, so it is declared:
//! `difficulty: {irregular: verb.irregular, less practised person: subject.person == "vosotros"}`.

use super::{Evidence, Feature};

/// The vowel of the stem changes, as in *dormir*, *duermo*.
pub const STEM_CHANGE: Feature = Feature::flag(
    "stem change",
    "the vowel of the stem changes; declared",
    0.7,
    Evidence::Judgement,
    None,
);

/// The spelling changes to keep the sound, as in *buscar*, *busqué*.
pub const SPELLING_CHANGE: Feature = Feature::flag(
    "spelling change",
    "the spelling changes to keep the sound; declared",
    0.6,
    Evidence::Judgement,
    None,
);

/// The form follows no rule.
pub const IRREGULAR: Feature = Feature::flag(
    "irregular",
    "the form follows no rule; declared",
    1.0,
    Evidence::Judgement,
    None,
);

/// The tense is made of two words.
pub const COMPOUND_TENSE: Feature = Feature::flag(
    "compound tense",
    "the tense is made of two words; declared",
    0.4,
    Evidence::Judgement,
    None,
);

/// A person that is seldom practised, such as *vosotros*.
pub const LESS_PRACTISED: Feature = Feature::flag(
    "less practised person",
    "the form is of a person that is seldom practised; declared",
    0.3,
    Evidence::Judgement,
    None,
);
