//! Values as JSON with their types: a key read back is the same value, never
//! a text that has to be parsed and guessed at.

mod parts;

use std::fmt;
use std::sync::Arc;

use serde::de::{Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::number::Number;
use super::{Formula, Polynomial, Rational, Row, Surd, Value};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::List(values) => serializer.collect_seq(values.iter()),
            Self::Row(row) => tagged(serializer, "row", &**row),
            Self::Polynomial(polynomial) => tagged(serializer, "polynomial", &**polynomial),
            Self::Surd(surd) => tagged(serializer, "surd", &**surd),
            Self::PiMultiple(coefficient) => tagged(serializer, "pi", &**coefficient),
            // The shortest decimal that reads back as the same float.
            Self::Real(value) => tagged(serializer, "real", &value.to_string()),
            Self::Formula(formula) => tagged(serializer, "formula", &**formula),
        }
    }
}

fn tagged<S: Serializer, T: Serialize + ?Sized>(
    serializer: S,
    tag: &str,
    content: &T,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(tag, content)?;
    map.end()
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

const TAGS: &[&str] = &[
    "number",
    "decimal",
    "row",
    "polynomial",
    "surd",
    "pi",
    "real",
    "formula",
];

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a text, true or false, a list, or an object with one tag")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        let value = i64::try_from(value);
        value
            .map(Value::integer)
            .map_err(|_| E::custom("write a large number as {\"number\": \"…\"}"))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Err(E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element::<Value>()? {
            values.push(value);
        }
        Ok(Value::list(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let Some(tag) = map.next_key::<String>()? else {
            return Err(A::Error::invalid_length(0, &self));
        };
        let value = match tag.as_str() {
            "number" => map.next_value::<Rational>()?.into(),
            "decimal" => decimal::<A::Error>(&map.next_value::<String>()?)?.into(),
            "row" => Value::row(map.next_value::<Row>()?),
            "polynomial" => Value::Polynomial(Arc::new(map.next_value::<Polynomial>()?)),
            "surd" => Value::Surd(Arc::new(map.next_value::<Surd>()?)),
            "pi" => Value::PiMultiple(Arc::new(map.next_value::<Rational>()?)),
            "real" => {
                let text = map.next_value::<String>()?;
                Value::Real(text.parse().map_err(A::Error::custom)?)
            }
            "formula" => map.next_value::<Formula>()?.into(),
            _ => return Err(A::Error::unknown_field(&tag, TAGS)),
        };
        match map.next_key::<String>()? {
            None => Ok(value),
            Some(_) => Err(A::Error::invalid_length(2, &self)),
        }
    }
}

/// Reads `0.50`, and `2` as a decimal with no places.
fn decimal<E: Error>(text: &str) -> Result<Number, E> {
    let number = Number::parse(text).map_err(E::custom)?;
    if number.exact().decimal_places().is_none() {
        return Err(E::custom("not a terminating decimal"));
    }
    let places = number.places().unwrap_or(0);
    Ok(Number::decimal(number.exact().clone(), places))
}

#[cfg(test)]
#[path = "tests.rs"]
pub(crate) mod tests;
