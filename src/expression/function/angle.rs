//! Sines, cosines and tangents. Angles that are exact are reduced exactly, and those whose sine
//! every student knows get it without the error of a float: sin 30° is 0.5.

use std::f64::consts::PI;

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, outside, real, real_value};
use crate::value::{ArithmeticError, Rational, Value};

/// What an angle is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 360 make a full turn.
    Degree,
    /// 2π make a full turn.
    Radian,
}

/// The sine.
pub fn sine(angle: &Value, unit: Unit) -> Outcome {
    let result = match degrees(angle, unit) {
        Some(degrees) => sine_of_degrees(&degrees)?,
        None => libm::sin(radians(angle, unit)?),
    };
    real_value(result)
}

/// The cosine.
pub fn cosine(angle: &Value, unit: Unit) -> Outcome {
    let result = match degrees(angle, unit) {
        Some(degrees) => sine_of_degrees(&degrees.add(&Rational::integer(90))?)?,
        None => libm::cos(radians(angle, unit)?),
    };
    real_value(result)
}

/// The tangent; none at a right angle.
pub fn tangent(function: &'static str, angle: &Value, unit: Unit) -> Outcome {
    let Some(degrees) = degrees(angle, unit) else {
        return real_value(libm::tan(radians(angle, unit)?));
    };
    let degrees = degrees.modulo(&Rational::integer(180))?;
    let result = match degrees.to_i64() {
        Some(0) => 0.0,
        Some(45) => 1.0,
        Some(90) => return Err(outside(function, "an angle other than a right one")),
        Some(135) => -1.0,
        _ => libm::tan(degrees.to_f64() * PI / 180.0),
    };
    real_value(result)
}

/// The angle in degrees, if it is an exact number of them or an exact multiple of π.
fn degrees(angle: &Value, unit: Unit) -> Option<Rational> {
    match (unit, angle) {
        (Unit::Radian, Value::PiMultiple(c)) => c.mul(&Rational::integer(180)).ok(),
        (Unit::Radian, _) => angle
            .as_number()
            .map(|n| n.exact().clone())
            .filter(Rational::is_zero),
        (Unit::Degree, _) => angle.as_number().map(|n| n.exact().clone()),
    }
}

fn radians(angle: &Value, unit: Unit) -> Result<f64, Failure> {
    let angle = real(angle)?;
    Ok(match unit {
        Unit::Radian => angle,
        Unit::Degree => angle * PI / 180.0,
    })
}

fn sine_of_degrees(degrees: &Rational) -> Result<f64, ArithmeticError> {
    let degrees = degrees.modulo(&Rational::integer(360))?;
    Ok(match degrees.to_i64() {
        Some(0 | 180) => 0.0,
        Some(30 | 150) => 0.5,
        Some(90) => 1.0,
        Some(210 | 330) => -0.5,
        Some(270) => -1.0,
        _ => libm::sin(degrees.to_f64() * PI / 180.0),
    })
}
