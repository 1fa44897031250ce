//! Dates and times. Both are numbers, so that `+` and `-` work: a date counts days, a time counts
//! minutes since midnight.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{exactly, outside, within};
use crate::expression::function::calendar::{Date, LAST_YEAR, days_in_month, is_leap};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::Value;

/// The family.
pub const FAMILY: Family = Family {
    title: "Dates and times",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 11] = [
    Function {
        name: "time",
        signature: "time(hours, minutes)",
        summary: "A time of day as minutes since midnight: add minutes with `+`, find a duration \
                  with `-`, print with the format `time`.",
        example: ("time(9, 45) + 30", "615"),
        takes: &[Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [hours, minutes] = exactly(arguments)?;
            let needs = "hours from 0 to 23 and minutes from 0 to 59";
            let hours = within("time", hours, 0..=23, needs)?;
            Ok(Value::integer(
                hours * 60 + within("time", minutes, 0..=59, needs)?,
            ))
        },
    },
    Function {
        name: "hours",
        signature: "hours(t)",
        summary: "The full hours in a time or a duration of t minutes.",
        example: ("hours(615)", "10"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            Ok(Value::integer(
                within("hours", t, 0..=i64::MAX, MINUTES)? / 60,
            ))
        },
    },
    Function {
        name: "minutes",
        signature: "minutes(t)",
        summary: "The minutes beyond the full hours in a time or a duration of t minutes.",
        example: ("minutes(615)", "15"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            Ok(Value::integer(
                within("minutes", t, 0..=i64::MAX, MINUTES)? % 60,
            ))
        },
    },
    Function {
        name: "date",
        signature: "date(year, month, day)",
        summary: "A date of the Gregorian calendar as a count of days: add days with `+`, find \
                  the days between two dates with `-`.",
        example: ("date(2024, 3, 1) - date(2024, 2, 1)", "29"),
        takes: &[Takes::Whole],
        least: 3,
        most: 3,
        gives: |_| Type::Number,
        call: |arguments| {
            let [year, month, day] = exactly(arguments)?;
            let needs = "a day that the calendar has";
            let day = Date::new(
                within("date", year, 1..=LAST_YEAR, needs)?,
                within("date", month, 1..=12, needs)?,
                within("date", day, 1..=31, needs)?,
            );
            let day = day.ok_or_else(|| outside("date", needs))?;
            Ok(Value::integer(day.number()))
        },
    },
    Function {
        name: "year",
        signature: "year(date)",
        summary: "The year of a date.",
        example: ("year(date(2024, 12, 31) + 1)", "2025"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| Ok(Value::integer(day("year", arguments)?.year)),
    },
    Function {
        name: "month",
        signature: "month(date)",
        summary: "The month of a date, from 1 to 12.",
        example: ("month(date(2024, 12, 31) + 1)", "1"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| Ok(Value::integer(day("month", arguments)?.month)),
    },
    Function {
        name: "day",
        signature: "day(date)",
        summary: "The day of the month of a date.",
        example: ("day(date(2023, 2, 28) + 1)", "1"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| Ok(Value::integer(day("day", arguments)?.day)),
    },
    Function {
        name: "weekday",
        signature: "weekday(date)",
        summary: "The day of the week of a date, from 1 for Monday to 7 for Sunday.",
        example: ("weekday(date(2000, 1, 1))", "6"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| Ok(Value::integer(weekday("weekday", arguments)?)),
    },
    Function {
        name: "day_of_week",
        signature: "day_of_week(date)",
        summary: "The English name of the day of the week.",
        example: ("day_of_week(date(2000, 1, 1))", "\"Saturday\""),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            Ok(Value::text(match weekday("day_of_week", arguments)? {
                1 => "Monday",
                2 => "Tuesday",
                3 => "Wednesday",
                4 => "Thursday",
                5 => "Friday",
                6 => "Saturday",
                _ => "Sunday",
            }))
        },
    },
    Function {
        name: "leap_year",
        signature: "leap_year(year)",
        summary: "Whether a year has 366 days.",
        example: ("leap_year(1900)", "false"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [year] = exactly(arguments)?;
            Ok(is_leap(within("leap_year", year, 1..=LAST_YEAR, YEAR)?).into())
        },
    },
    Function {
        name: "days_in_month",
        signature: "days_in_month(year, month)",
        summary: "How many days a month has.",
        example: ("days_in_month(2024, 2)", "29"),
        takes: &[Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [year, month] = exactly(arguments)?;
            let year = within("days_in_month", year, 1..=LAST_YEAR, YEAR)?;
            let month = within("days_in_month", month, 1..=12, "a month from 1 to 12")?;
            Ok(Value::integer(days_in_month(year, month)))
        },
    },
];

const MINUTES: &str = "a whole number of minutes from 0 up";
const YEAR: &str = "a year from 1 to 9999";

fn day(function: &'static str, arguments: &[Value]) -> Result<Date, Failure> {
    let [number] = exactly(arguments)?;
    let needs = "a date made by `date(year, month, day)`";
    let number = within(function, number, 1..=i64::MAX, needs)?;
    Date::from_number(number).ok_or_else(|| outside(function, needs))
}

/// 1 for Monday to 7 for Sunday, as in ISO 8601; day number 1 is a Monday.
fn weekday(function: &'static str, arguments: &[Value]) -> Result<i64, Failure> {
    Ok((day(function, arguments)?.number() - 1) % 7 + 1)
}
