//! Words to be known. Which word an item asks for only its author knows, so they are declared:
//! `difficulty: {word frequency: 'zipf(word.es, "es")', letters over 6: length(word.es) - 6}`.

use super::{Evidence, Feature, JUDGEMENT};

/// How common the word is, on the Zipf scale (van Heuven et al. 2014): the decimal logarithm of
/// its frequency in a billion words. Rarer is harder, so each unit below the reference adds.
pub const FREQUENCY: Feature = Feature {
    name: "word frequency",
    unit: "Zipf, each unit below the reference",
    counts: "how common the word asked for is, on the Zipf scale; declared",
    weight: 0.65,
    evidence: Evidence::Literature,
    source: "Hashimoto and Egbert (2019); the scale: van Heuven et al. (2014)",
    scale: |zipf| -zipf,
    measure: None,
};

/// Letters of the word asked for beyond the sixth.
pub const LETTERS: Feature = Feature {
    name: "letters over 6",
    unit: "each",
    counts: "letters of the word asked for beyond the sixth; declared",
    weight: 0.05,
    evidence: Evidence::Judgement,
    source: JUDGEMENT,
    scale: |count| count.max(0.0),
    measure: None,
};

/// The word resembles its translation.
pub const COGNATE: Feature = Feature::flag(
    "cognate",
    "the word resembles its translation; declared",
    -0.5,
    Evidence::Judgement,
    None,
);
