//! What a domain offers once the names it depends on have values.

mod picks;

use std::sync::Arc;

use crate::bank::domain::{Domain, Range};
use crate::expression::evaluate::LIST_LIMIT;
use crate::expression::failure::{EvaluationError, Failure};
use crate::expression::{Frame, Program};
use crate::seed::Stream;
use crate::value::{Number, Rational, Value};

use picks::Picks;

pub use picks::MOST_SHOWN;

/// The values on offer, by index, without listing them where that can be avoided.
#[derive(Debug, Clone)]
pub enum Choices {
    /// Whole numbers from `low` on.
    Whole {
        /// The smallest.
        low: i64,
        /// How many.
        count: u64,
    },
    /// Values one by one.
    List(Arc<[Value]>),
    /// Values with integer weights.
    Weighted(Arc<[Value]>, Vec<u64>),
    /// `k` different ones of a list, in the order drawn.
    Several(usize, Arc<[Value]>),
    /// `k` from a list, the same one perhaps again.
    Draws(usize, Arc<[Value]>),
    /// Statements, so many of them true.
    Picks(Arc<Picks>),
}

type Outcome<T> = Result<T, EvaluationError>;

impl Choices {
    /// What `domain` offers for the names in `frame`.
    pub fn of(domain: &Domain, frame: &mut Frame) -> Outcome<Choices> {
        match domain {
            Domain::Range(range) => of_range(range, frame),
            Domain::OneOf(list) | Domain::Rows(list, _) => list_of(list, frame).map(Choices::List),
            Domain::Weighted(values) => {
                let listed: Vec<Value> = values
                    .iter()
                    .map(|(value, _)| value.evaluate(frame))
                    .collect::<Outcome<_>>()?;
                let weights = values.iter().map(|(_, weight)| *weight).collect();
                Ok(Choices::Weighted(listed.into(), weights))
            }
            Domain::Several(count, source) => {
                let wanted = whole(count, frame)?;
                let listed = Choices::of(source, frame)?.listed(count)?;
                Ok(Choices::Several(wanted, listed))
            }
            Domain::Draws(count, source) => {
                let wanted = whole(count, frame)?;
                let listed = Choices::of(source, frame)?.listed(count)?;
                Ok(Choices::Draws(wanted, listed))
            }
            Domain::Shuffle(list) => {
                let listed = list_of(list, frame)?;
                Ok(Choices::Several(listed.len(), listed))
            }
            Domain::Pick(pick) => Picks::of(pick, frame).map(|picks| Choices::Picks(picks.into())),
        }
    }

    /// How many there are; `u128::MAX` stands for "more than can be counted".
    pub fn count(&self) -> u128 {
        match self {
            Self::Whole { count, .. } => u128::from(*count),
            Self::List(values) | Self::Weighted(values, _) => values.len() as u128,
            Self::Several(wanted, values) => (0..*wanted).fold(1, |product: u128, taken| {
                product.saturating_mul(values.len().saturating_sub(taken) as u128)
            }),
            Self::Draws(wanted, values) => (0..*wanted).fold(1, |product: u128, _| {
                product.saturating_mul(values.len() as u128)
            }),
            Self::Picks(picks) => picks.count(),
        }
    }

    /// The one at `index`, which is below [`Choices::count`].
    pub fn get(&self, index: u64) -> Value {
        match self {
            // `index < count`, and `low + count - 1` was computed when the range was made.
            Self::Whole { low, .. } => Value::integer(low.wrapping_add_unsigned(index)),
            Self::List(values) | Self::Weighted(values, _) => values[index as usize].clone(),
            Self::Several(wanted, values) => {
                // The places taken, in their order: each moves those behind it by one.
                let mut taken: Vec<usize> = Vec::with_capacity(*wanted);
                let mut rest = index;
                let take = |_| {
                    let left = (values.len() - taken.len()) as u64;
                    let mut place = (rest % left) as usize;
                    rest /= left;
                    let before = |at: &&usize| {
                        let moved = **at <= place;
                        place += usize::from(moved);
                        moved
                    };
                    let behind = taken.iter().take_while(before).count();
                    taken.insert(behind, place);
                    values[place].clone()
                };
                Value::List((0..*wanted).map(take).collect())
            }
            Self::Draws(wanted, values) => {
                let mut rest = index;
                let take = |_| {
                    let place = rest % values.len() as u64;
                    rest /= values.len() as u64;
                    values[place as usize].clone()
                };
                Value::List((0..*wanted).map(take).collect())
            }
            Self::Picks(picks) => picks.get(index),
        }
    }

    /// One of them by chance; `None` if there are none.
    pub fn draw(&self, stream: &mut Stream) -> Option<Value> {
        if self.count() == 0 {
            return None;
        }
        match self {
            Self::Whole { count, .. } => Some(self.get(stream.below(*count))),
            Self::List(values) => stream.choose(values).cloned(),
            Self::Weighted(values, weights) => {
                stream.weighted(weights).map(|place| values[place].clone())
            }
            Self::Several(wanted, values) => {
                let places = stream.k_of(values.len() as u64, *wanted);
                Some(Value::List(
                    places
                        .iter()
                        .map(|place| values[*place as usize].clone())
                        .collect(),
                ))
            }
            Self::Draws(wanted, values) => {
                let drawn = (0..*wanted).filter_map(|_| stream.choose(values).cloned());
                Some(Value::List(drawn.collect()))
            }
            Self::Picks(picks) => picks.draw(stream),
        }
    }

    fn listed(&self, place: &Program) -> Outcome<Arc<[Value]>> {
        match self {
            Self::List(values) => Ok(values.clone()),
            Self::Whole { count, .. } if *count <= LIST_LIMIT as u64 => {
                Ok((0..*count).map(|index| self.get(index)).collect())
            }
            _ => Err(EvaluationError {
                span: place.span(),
                failure: Failure::TooLarge,
            }),
        }
    }
}

fn list_of(program: &Program, frame: &mut Frame) -> Outcome<Arc<[Value]>> {
    match program.evaluate(frame)? {
        Value::List(values) => Ok(values),
        other => Err(EvaluationError {
            span: program.span(),
            failure: Failure::WrongKind {
                wanted: "a list",
                found: other.kind(),
            },
        }),
    }
}

fn number(program: &Program, frame: &mut Frame) -> Outcome<Number> {
    match program.evaluate(frame)? {
        Value::Number(number) => Ok(number),
        other => Err(EvaluationError {
            span: program.span(),
            failure: Failure::WrongKind {
                wanted: "a number",
                found: other.kind(),
            },
        }),
    }
}

/// A number of things: whole, not negative, and small enough to be listed.
fn whole(program: &Program, frame: &mut Frame) -> Outcome<usize> {
    let drawn = number(program, frame)?;
    drawn
        .exact()
        .to_i64()
        .and_then(|count| usize::try_from(count).ok())
        .filter(|count| *count <= LIST_LIMIT)
        .ok_or_else(|| EvaluationError {
            span: program.span(),
            failure: Failure::Outside {
                function: "of",
                needs: "a whole number from 0 to 100,000",
            },
        })
}

fn of_range(range: &Range, frame: &mut Frame) -> Outcome<Choices> {
    let low = number(&range.low, frame)?;
    let high = number(&range.high, frame)?;
    let step = range
        .step
        .as_ref()
        .map(|step| number(step, frame))
        .transpose()?;
    let over = range
        .over
        .as_ref()
        .map(|over| list_or_one(over, frame))
        .transpose()?;
    let except = range
        .except
        .as_ref()
        .map(|except| list_or_one(except, frame))
        .transpose()?;
    let too_large = || EvaluationError {
        span: range.low.span(),
        failure: Failure::TooLarge,
    };
    if step.is_none()
        && over.is_none()
        && except.is_none()
        && let (Some(low), Some(high)) = (low.exact().to_i64(), high.exact().to_i64())
    {
        let count = (i128::from(high) - i128::from(low) + 1).max(0);
        let count = u64::try_from(count).map_err(|_| too_large())?;
        return Ok(Choices::Whole { low, count });
    }
    let mut values = match &over {
        Some(denominators) => fractions(&low, &high, denominators, range)?,
        None => grid(&low, &high, step.as_ref(), range)?,
    };
    if let Some(except) = except {
        values.retain(|value| !except.iter().any(|out| out.same(value)));
    }
    Ok(Choices::List(values.into()))
}

fn list_or_one(program: &Program, frame: &mut Frame) -> Outcome<Vec<Value>> {
    Ok(match program.evaluate(frame)? {
        Value::List(values) => values.to_vec(),
        one => vec![one],
    })
}

/// `low`, `low + step`, … up to `high`, with the places of the one that has more.
fn grid(low: &Number, high: &Number, step: Option<&Number>, range: &Range) -> Outcome<Vec<Value>> {
    let one = Number::from(1);
    let width = step.unwrap_or(&one);
    let span = range.step.as_ref().map_or(range.low.span(), Program::span);
    if width.exact().signum() <= 0 {
        let needs = "a step greater than 0";
        return Err(EvaluationError {
            span,
            failure: Failure::Outside {
                function: "step",
                needs,
            },
        });
    }
    let places = low.places().max(width.places());
    let mut values = Vec::new();
    let mut at = low.exact().clone();
    while at <= *high.exact() {
        if values.len() >= LIST_LIMIT {
            return Err(EvaluationError {
                span,
                failure: Failure::TooLarge,
            });
        }
        values.push(Value::Number(match places {
            Some(places) => Number::decimal(at.clone(), places),
            None => Number::fraction(at.clone()),
        }));
        at = at.add(width.exact()).map_err(|error| EvaluationError {
            span,
            failure: error.into(),
        })?;
    }
    Ok(values)
}

/// The fractions from `low` to `high` that have one of `denominators` in lowest terms, by size.
fn fractions(
    low: &Number,
    high: &Number,
    denominators: &[Value],
    range: &Range,
) -> Outcome<Vec<Value>> {
    let span = range.over.as_ref().map_or(range.low.span(), Program::span);
    let fail = |failure: Failure| EvaluationError { span, failure };
    let mut found: Vec<Rational> = Vec::new();
    for denominator in denominators {
        let whole = match denominator {
            Value::Number(number) => number.exact().to_i64().filter(|d| (1..=10_000).contains(d)),
            _ => None,
        };
        let needs = "denominators from 1 to 10,000";
        let denominator = whole.ok_or(fail(Failure::Outside {
            function: "over",
            needs,
        }))?;
        let unit = Rational::from(denominator);
        let scaled = |bound: &Rational| bound.mul(&unit).map_err(|error| fail(error.into()));
        let first = scaled(low.exact())?.ceil().to_i64();
        let last = scaled(high.exact())?.floor().to_i64();
        let (Some(first), Some(last)) = (first, last) else {
            return Err(fail(Failure::TooLarge));
        };
        for numerator in first..=last {
            if num_integer::gcd(numerator, denominator) == 1 {
                let fraction = Rational::new(numerator, denominator);
                found.push(fraction.map_err(|error| fail(error.into()))?);
            }
            if found.len() > LIST_LIMIT {
                return Err(fail(Failure::TooLarge));
            }
        }
    }
    found.sort();
    found.dedup();
    Ok(found
        .into_iter()
        .map(|exact| Value::Number(Number::fraction(exact)))
        .collect())
}
