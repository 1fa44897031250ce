//! The parts of values in JSON.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::tagged;
use crate::value::number::Number;
use crate::value::polynomial::{Monomial, Polynomial};
use crate::value::rational::Rational;
use crate::value::row::Row;
use crate::value::surd::Surd;
use crate::value::{ArithmeticError, Value};

/// Whole numbers from here on are no longer exact in other readers of JSON.
const JSON_LIMIT: i64 = 1 << 53;

impl Serialize for Rational {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rational {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(D::Error::custom)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(places) = self.places()
            && let Some(text) = self.exact().to_decimal(u32::from(places))
        {
            return tagged(serializer, "decimal", &text);
        }
        match self.exact().to_i64() {
            Some(n) if -JSON_LIMIT < n && n < JSON_LIMIT => serializer.serialize_i64(n),
            _ => tagged(serializer, "number", self.exact()),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Number(number) => Ok(number),
            other => Err(D::Error::custom(format_args!(
                "expected a number, found {}",
                other.kind()
            ))),
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of names and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut row = Row::default();
        while let Some((name, value)) = map.next_entry::<Arc<str>, Value>()? {
            if row.insert(name, value).is_some() {
                return Err(A::Error::custom("a name occurs twice in a row"));
            }
        }
        Ok(row)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    coefficient: Number,
    powers: BTreeMap<Arc<str>, u32>,
}

impl Serialize for Polynomial {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.terms().map(|(monomial, coefficient)| Term {
            coefficient: coefficient.clone(),
            powers: monomial.powers().iter().cloned().collect(),
        }))
    }
}

impl<'de> Deserialize<'de> for Polynomial {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let terms = Vec::<Term>::deserialize(deserializer)?;
        let terms = terms
            .into_iter()
            .map(|term| (Monomial::new(term.powers), term.coefficient));
        Self::new(terms).map_err(D::Error::custom)
    }
}

impl Serialize for Surd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.terms())
    }
}

impl<'de> Deserialize<'de> for Surd {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let terms = Vec::<(u64, Rational)>::deserialize(deserializer)?;
        let surd: Result<Self, ArithmeticError> = Self::new(terms);
        surd.map_err(D::Error::custom)
    }
}
