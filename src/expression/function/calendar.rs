//! The Gregorian calendar, also before it was adopted.

/// The last year that a date may have.
pub const LAST_YEAR: i64 = 9999;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// 1 to 9999
    pub year: i64,
    /// 1 to 12
    pub month: i64,
    /// 1 to 31
    pub day: i64,
}

/// Whether a year has 366 days.
pub const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days a month has.
pub const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Date {
    /// The date, if there is such a day.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let exists = (1..=LAST_YEAR).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Days since the one before Monday, 1 January of the year 1: the fixed day number of Reingold &
    /// Dershowitz, Calendrical Calculations (1997), section 2.2.
    pub const fn number(self) -> i64 {
        let before = self.year - 1;
        // Months as if February had 30 days, then back by what it lacks.
        let lacking = match self.month {
            1 | 2 => 0,
            _ if is_leap(self.year) => 1,
            _ => 2,
        };
        365 * before + before / 4 - before / 100 + before / 400 + (367 * self.month - 362) / 12
            - lacking
            + self.day
    }

    /// The date of a day number, if its year is from 1 to 9999.
    pub fn from_number(number: i64) -> Option<Self> {
        // The mean year has 365.2425 days, so this is the year or the one before.
        let guess = (number.checked_sub(1)?.checked_mul(400)? / 146_097).checked_add(1)?;
        let starts = |year| Self::new(year, 1, 1).is_some_and(|start| start.number() <= number);
        let year = [guess + 1, guess, guess - 1]
            .into_iter()
            .find(|year| starts(*year))?;
        let month = (1..=12).rev().find_map(|month| {
            let start = Self::new(year, month, 1)?;
            (start.number() <= number).then_some(start)
        })?;
        Self::new(year, month.month, number - month.number() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, LAST_YEAR};

    #[test]
    fn every_day_by_counting() {
        // The calendar as a clock that ticks once a day, from Monday, 1 January of the year 1.
        let mut number = 0;
        for year in 1..=LAST_YEAR {
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
            let february = if leap { 29 } else { 28 };
            let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, days) in (1..).zip(months) {
                for day in 1..=days {
                    number += 1;
                    let date = Date::new(year, month, day).unwrap();
                    assert_eq!(date.number(), number);
                    assert_eq!(Date::from_number(number), Some(date));
                }
                assert_eq!(Date::new(year, month, days + 1), None);
            }
        }
        assert_eq!(Date::from_number(number + 1), None);
    }

    #[test]
    fn published_day_numbers() {
        // Reingold & Dershowitz, appendix C: sample dates.
        for (year, month, day, number) in [(70, 9, 24, 25_469), (1945, 11, 12, 710_347)] {
            assert_eq!(Date::new(year, month, day).unwrap().number(), number);
        }
        for number in [0, -1, i64::MIN, i64::MAX] {
            assert_eq!(Date::from_number(number), None);
        }
    }
}
