//! Points earned: exact, since a rubric or several parts may give a share of a point.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use num_integer::gcd;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Points, as a fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Points {
    over: u32,
    under: u32,
}

/// More points, or smaller shares of one, than any test has.
const MOST: u64 = 1 << 31;

impl Points {
    /// No points.
    pub const NONE: Self = Self { over: 0, under: 1 };

    /// Whole points.
    pub const fn whole(points: u32) -> Self {
        Self {
            over: points,
            under: 1,
        }
    }

    /// `over / under`; `None` where `under` is 0 or either is beyond what a test can give.
    pub fn new(over: u64, under: u64) -> Option<Self> {
        // Nearly all points are whole.
        let common = if under == 1 { 1 } else { gcd(over, under) };
        let (over, under) = (over.checked_div(common)?, under.checked_div(common)?);
        let small = |part: u64| u32::try_from(part).ok().filter(|_| part <= MOST);
        let (over, under) = (small(over)?, small(under).filter(|under| *under > 0)?);
        Some(Self { over, under })
    }

    /// The sum; `None` beyond what a test can give.
    pub fn plus(self, other: Self) -> Option<Self> {
        // Both parts are at most 2³¹, so the products fit and so does their sum.
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        Self::new(a * d + c * b, b * d)
    }

    /// The sum of all; `None` beyond what a test can give.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().try_fold(Self::NONE, Self::plus)
    }

    /// Numerator and denominator, in lowest terms.
    pub const fn parts(self) -> (u64, u64) {
        (self.over as u64, self.under as u64)
    }
}

impl PartialOrd for Points {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Points {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        (a * d).cmp(&(c * b))
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.under {
            1 => f.pad(&self.over.to_string()),
            under => f.pad(&format!("{}/{under}", self.over)),
        }
    }
}

/// Why a text is no number of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointsError;

impl fmt::Display for PointsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("points are a whole number, a decimal or a fraction: 4, 4.5 or 9/2")
    }
}

impl std::error::Error for PointsError {}

impl FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Self, PointsError> {
        let digits = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse::<u64>().ok()).flatten()
        };
        let read = || {
            if let Some((over, under)) = text.split_once('/') {
                return Self::new(digits(over)?, digits(under)?);
            }
            let Some((whole, places)) = text.split_once(['.', ',']) else {
                return Self::new(digits(text)?, 1);
            };
            let scale = 10_u64.checked_pow(u32::try_from(places.len()).ok()?)?;
            let over = digits(whole)?.checked_mul(scale)?;
            Self::new(over.checked_add(digits(places)?)?, scale)
        };
        read().ok_or(PointsError)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.under {
            1 => serializer.serialize_u32(self.over),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

/// Points as they are written: a whole number, or a text.
struct Written;

impl Visitor<'_> for Written {
    type Value = Points;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&PointsError, f)
    }

    fn visit_u64<E: serde::de::Error>(self, points: u64) -> Result<Points, E> {
        Points::new(points, 1).ok_or_else(|| E::custom(PointsError))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Points, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    fn points(text: &str) -> Points {
        text.parse().unwrap()
    }

    #[test]
    fn shares_are_exact() {
        assert_eq!(points("4.5"), points("9/2"));
        assert_eq!(points("4,5"), points("18/4"));
        assert_eq!(points("1/3").plus(points("2/3")), Some(Points::whole(1)));
        assert_eq!(
            Points::sum([points("0.1"), points("0.2")]),
            Some(points("3/10"))
        );
        assert!(points("2/3") > points("0.66"));
        assert!(points("2/3") < points("0.67"));
    }

    #[test]
    fn what_is_no_number_of_points_is_refused() {
        for wrong in [
            "",
            "-1",
            "+1",
            "1/0",
            "a",
            "1.",
            ".5",
            "1e3",
            "99999999999",
            "1/2/3",
            "٣",
        ] {
            assert!(wrong.parse::<Points>().is_err(), "{wrong}");
        }
        let most = Points::new(1 << 31, 1).unwrap();
        assert_eq!(most.plus(most), None);
    }

    #[test]
    fn they_are_read_back_as_written() {
        for text in ["0", "7", "9/2"] {
            let json = serde_json::to_string(&points(text)).unwrap();
            assert_eq!(serde_json::from_str::<Points>(&json).unwrap(), points(text));
        }
        assert_eq!(serde_json::to_string(&points("3")).unwrap(), "3");
    }
}
