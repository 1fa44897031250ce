//! Word problems. A program cannot see what a story asks for, so its author declares it:
//! `difficulty: {extra operation: 1, start unknown: 1}`.

use super::{Evidence, Feature, JUDGEMENT};

/// Every operation beyond the first that the story needs.
pub const EXTRA_OPERATION: Feature = Feature {
    name: "extra operation",
    unit: "each, at most 2",
    counts: "operations of a word problem beyond the first; declared",
    weight: 0.8,
    evidence: Evidence::Judgement,
    source: JUDGEMENT,
    scale: |count| count.clamp(0.0, 2.0),
    measure: None,
};

/// The story asks for what was there before something happened.
pub const START_UNKNOWN: Feature = Feature::flag(
    "start unknown",
    "the story asks for what was there at its start; declared",
    0.5,
    Evidence::Literature,
    None,
)
.source("Riley, Greeno and Heller (1983)");

/// The words suggest another operation than the one that is needed.
pub const INCONSISTENT: Feature = Feature::flag(
    "inconsistent wording",
    "a word suggests the wrong operation, such as `more` where one subtracts; declared",
    0.6,
    Evidence::Literature,
    None,
)
.source("Lewis and Mayer (1987)");

/// The story holds a number that is not needed.
pub const IRRELEVANT: Feature = Feature::flag(
    "irrelevant number",
    "the story holds a number that is not needed; declared",
    0.4,
    Evidence::Literature,
    None,
)
.source("Muth (1984)");
