//! A number as a student sees it: its value, and how it is written.

use crate::value::Number;
use crate::value::notation::Format;

/// A number as a student sees it. Numbers beyond machine integers are no operands of a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// In lowest terms, with the sign; of a percent, the number before the sign.
    pub numerator: i64,
    /// In lowest terms, positive.
    pub denominator: i64,
    /// How it is written.
    pub written: Written,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// 12
    Whole,
    /// 1.50, with its places.
    Decimal(u32),
    /// 4/6, with its terms as printed.
    Fraction(i64, i64),
    /// 2 3/4, with its denominator as printed.
    Mixed(i64),
    /// 35%
    Percent,
}

impl Shown {
    /// A number printed in formats; `percent` if a percent sign follows it. None if it is not
    /// printed in digits.
    pub fn new(number: &Number, formats: &[Format], percent: bool) -> Option<Self> {
        let mut number = number.clone();
        let mut wanted = Format::Plain;
        for format in formats {
            match format {
                Format::Words | Format::Ordinal | Format::Time => return None,
                Format::Scientific(_) | Format::Sig(_) => return None,
                Format::Decimal(places) | Format::Percent(places) => {
                    wanted = *format;
                    if let Format::Percent(_) = format {
                        number = number.mul(&Number::integer(100)).ok()?;
                    }
                    if let Some(places) = places {
                        number = number.rounded(i32::from(*places)).ok()?;
                    }
                }
                Format::Money => {
                    wanted = Format::Money;
                    number = number.rounded(2).ok()?;
                }
                Format::Fraction | Format::Mixed => wanted = *format,
                _ => {}
            }
        }
        let (numerator, denominator) = number.exact().small_parts()?;
        let places = match wanted {
            Format::Fraction | Format::Mixed => None,
            // What has no end cannot be printed as a decimal.
            Format::Decimal(_) | Format::Money => {
                let needed = number.exact().decimal_places()?;
                Some(number.places().map_or(needed, u32::from))
            }
            _ => number.places().map(u32::from),
        };
        let is_improper = numerator.unsigned_abs() > denominator.unsigned_abs();
        let written = match (wanted, places) {
            _ if percent => Written::Percent,
            (Format::Percent(_), _) => Written::Percent,
            (_, Some(0)) => Written::Whole,
            (_, Some(places)) => Written::Decimal(places),
            _ if denominator == 1 => Written::Whole,
            (Format::Mixed, None) if is_improper => Written::Mixed(denominator),
            (_, None) => Written::Fraction(numerator, denominator),
        };
        Some(Self {
            numerator,
            denominator,
            written,
        })
    }

    /// A fraction whose terms are printed one by one.
    pub fn fraction(above: Self, below: Self) -> Option<Self> {
        let (n, d) = (above.whole()?, below.whole()?);
        if d == 0 {
            return None;
        }
        let common = num_integer::gcd(n.unsigned_abs(), d.unsigned_abs());
        let common = i64::try_from(common).ok()?;
        let sign = d.signum();
        Some(Self {
            numerator: n.checked_div(common)?.checked_mul(sign)?,
            denominator: d.checked_div(common)?.checked_mul(sign)?,
            written: Written::Fraction(n, d),
        })
    }

    /// A mixed number whose parts are printed one by one.
    pub fn mixed(whole: Self, part: Self) -> Option<Self> {
        let (w, d) = (whole.whole()?, part.denominator);
        let Written::Fraction(_, printed) = part.written else {
            return None;
        };
        let wholes = w.checked_mul(d)?;
        let numerator = match w < 0 {
            true => wholes.checked_sub(part.numerator)?,
            false => wholes.checked_add(part.numerator)?,
        };
        Some(Self {
            numerator,
            denominator: d,
            written: Written::Mixed(printed),
        })
    }

    /// The number, if it is whole and written so.
    pub fn whole(self) -> Option<i64> {
        (self.written == Written::Whole).then_some(self.numerator)
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The decimal places of a whole number or decimal.
    pub fn places(self) -> Option<u32> {
        match self.written {
            Written::Whole => Some(0),
            Written::Decimal(places) => Some(places),
            _ => None,
        }
    }

    /// How many units of the `places`-th decimal place a whole number or decimal has.
    pub fn units(self, places: u32) -> Option<i128> {
        self.places()?;
        let scaled = i128::from(self.numerator).checked_mul(10_i128.checked_pow(places)?)?;
        let denominator = i128::from(self.denominator);
        (scaled % denominator == 0).then_some(scaled / denominator)
    }

    /// The denominator of a fraction or mixed number, as printed.
    pub fn below(self) -> Option<i64> {
        match self.written {
            Written::Fraction(_, below) | Written::Mixed(below) => Some(below),
            _ => None,
        }
    }

    /// The digits of the number or, of a fraction, of its longest term. Zeros before the first
    /// other digit do not count, nor do those at the end of a decimal: 0.50 and $5.00 have one.
    pub fn digits(self) -> u32 {
        let of = |number: i64| digits(i128::from(number));
        let whole = of(self.numerator / self.denominator);
        match self.written {
            Written::Whole => whole,
            Written::Fraction(above, below) => of(above).max(of(below)),
            Written::Mixed(below) => whole.max(of(below)),
            Written::Decimal(_) | Written::Percent => {
                let scaled = |places| {
                    let units = i128::from(self.numerator) * 10_i128.pow(places);
                    let denominator = i128::from(self.denominator);
                    (units % denominator == 0).then_some(units / denominator)
                };
                // Ten to the 19th times 2 to the 63rd is below the largest i128.
                (0..=19).find_map(scaled).map_or(whole, digits)
            }
        }
    }
}

fn digits(number: i128) -> u32 {
    number
        .unsigned_abs()
        .checked_ilog10()
        .map_or(1, |log| log + 1)
}
