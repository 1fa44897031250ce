//! When a response marked by a rubric counts as mastery.

use std::fmt::{Display, Formatter};

use serde::{Deserialize, Serialize};

use crate::bank::yaml::Node;
use crate::bank::yaml::decode;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A rule over the levels of a rubric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MasteryRule {
    /// `every criterion at 3 or above`, `level 3 or above`
    Every(u32),
    /// `average 3 or above`: the mean level, each criterion by its weight.
    Average(u32),
    /// `18 points or above`
    Points(u32),
}

impl MasteryRule {
    /// Reads a rule from words.
    pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let written = decode::text(node, "mastery", diagnostics)?.as_str();
        let rule = Self::parse(written);
        if rule.is_none() {
            let message = format!("`{}` is not a rule over a rubric", written.trim());
            let help = "write `every criterion at 3 or above`, `level 3 or above`, `average 3 or above` or `18 points or above`";
            diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
        }
        rule
    }

    /// The rule that the words say, if they say one.
    pub fn parse(written: &str) -> Option<Self> {
        let words: Vec<&str> = written.split_whitespace().collect();
        let number = |word: &str| word.parse().ok();
        match words.as_slice() {
            ["every", "criterion", "at", level, "or", "above"]
            | ["level", level, "or", "above"] => number(level).map(Self::Every),
            ["average", level, "or", "above"] => number(level).map(Self::Average),
            [points, "points", "or", "above"] => number(points).map(Self::Points),
            _ => None,
        }
    }

    /// The level that it asks for.
    pub fn level(self) -> Option<u32> {
        match self {
            Self::Every(level) | Self::Average(level) => Some(level),
            Self::Points(_) => None,
        }
    }

    /// Whether levels, each with its weight, meet the rule.
    pub fn is_met(self, levels: &[(u32, u32)]) -> bool {
        let sum = || -> u64 {
            let product = |(level, weight): &(u32, u32)| u64::from(*level) * u64::from(*weight);
            levels.iter().map(product).sum()
        };
        match self {
            Self::Every(least) => levels.iter().all(|(level, _)| *level >= least),
            Self::Average(least) => {
                let weights: u64 = levels.iter().map(|(_, weight)| u64::from(*weight)).sum();
                sum() >= u64::from(least) * weights
            }
            Self::Points(least) => sum() >= u64::from(least),
        }
    }
}

impl Display for MasteryRule {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Every(level) => write!(f, "every criterion at {level} or above"),
            Self::Average(level) => write!(f, "average {level} or above"),
            Self::Points(points) => write!(f, "{points} points or above"),
        }
    }
}
