//! Lists: their sum, their order, their parts.

use crate::expression::evaluate::LIST_LIMIT;
use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, boolean, exactly, list, miscounted, number, outside, size_value, text, within,
};
use crate::expression::function::order::sorted;
use crate::expression::function::takes::{element, same, same_list};
use crate::expression::function::text::letters;
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{ArithmeticError, Kind, Number, Value, arithmetic};

/// The family.
pub const FAMILY: Family = Family {
    title: "Lists",
    functions: &FUNCTIONS,
};

const SUMMANDS: Takes = Takes::List(&Takes::Summand);
const CONDITIONS: Takes = Takes::List(&Takes::Boolean);

const FUNCTIONS: [Function; 14] = [
    Function {
        name: "sum",
        signature: "sum(list)",
        summary: "The sum of a list; 0 for an empty one.",
        example: ("sum([1, 2, 3])", "6"),
        takes: &[SUMMANDS],
        least: 1,
        most: 1,
        gives: total,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            Ok(running(xs, arithmetic::add)?
                .pop()
                .unwrap_or(Value::integer(0)))
        },
    },
    Function {
        name: "product",
        signature: "product(list)",
        summary: "The product of a list; 1 for an empty one.",
        example: ("product([2, 3, 4])", "24"),
        takes: &[SUMMANDS],
        least: 1,
        most: 1,
        gives: total,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            Ok(running(xs, arithmetic::multiply)?
                .pop()
                .unwrap_or(Value::integer(1)))
        },
    },
    Function {
        name: "cumulative",
        signature: "cumulative(list)",
        summary: "The running totals of a list, as in a cumulative frequency table.",
        example: ("cumulative([2, 5, 1])", "[2, 7, 8]"),
        takes: &[SUMMANDS],
        least: 1,
        most: 1,
        gives: same_list,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            Ok(Value::List(running(xs, arithmetic::add)?.into()))
        },
    },
    Function {
        name: "count",
        signature: "count(list), count(list, value)",
        summary: "How many elements a list has, or how many of them are equal to a value.",
        example: ("count([4, 7, 4], 4)", "2"),
        takes: &[Takes::LIST, Takes::Any],
        least: 1,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| match arguments {
            [xs] => size_value(list(xs)?.len()),
            [xs, x] => size_value(list(xs)?.iter().filter(|y| y.same(x)).count()),
            _ => Err(miscounted()),
        },
    },
    Function {
        name: "sort",
        signature: "sort(list)",
        summary: "The list in order: numbers from small to large, texts as in a dictionary.",
        example: ("sort([3, 1, 2])", "[1, 2, 3]"),
        takes: &[Takes::LIST],
        least: 1,
        most: 1,
        gives: same_list,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            Ok(Value::List(sorted(list(xs)?)?.into()))
        },
    },
    Function {
        name: "reverse",
        signature: "reverse(list)",
        summary: "The list from its end to its start.",
        example: ("reverse([1, 2, 3])", "[3, 2, 1]"),
        takes: &[Takes::LIST],
        least: 1,
        most: 1,
        gives: same_list,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            Ok(Value::list(list(xs)?.iter().rev().cloned()))
        },
    },
    Function {
        name: "position",
        signature: "position(list, value)",
        summary: "The place of the first element that is equal to a value; the first place is 1.",
        example: ("position([\"a\", \"b\", \"c\"], \"b\")", "2"),
        takes: &[Takes::LIST, Takes::Any],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [xs, x] = exactly(arguments)?;
            let place = list(xs)?.iter().position(|y| y.same(x));
            let needs = "a value that is in the list (ask `x in list` first)";
            size_value(place.ok_or_else(|| outside("position", needs))? + 1)
        },
    },
    Function {
        name: "range",
        signature: "range(from, to), range(from, to, step)",
        summary: "The numbers from one to another, both included, in steps of 1 or as given.",
        example: ("range(1, 7, 2)", "[1, 3, 5, 7]"),
        takes: &[Takes::Number],
        least: 2,
        most: 3,
        gives: |_| Type::list_of(Type::Number),
        call: |arguments| match arguments {
            [from, to] => range(number(from)?, number(to)?, Number::integer(1)),
            [from, to, step] => range(number(from)?, number(to)?, number(step)?),
            _ => Err(miscounted()),
        },
    },
    Function {
        name: "first",
        signature: "first(list), first(list, n)",
        summary: "The first element of a list, or the list of the first n.",
        example: ("first([5, 6, 7])", "5"),
        takes: &[Takes::LIST, Takes::Whole],
        least: 1,
        most: 2,
        gives: element_or_list,
        call: |arguments| match arguments {
            [xs] => part("first", list(xs)?.first()),
            [xs, n] => {
                let xs = list(xs)?;
                let n = up_to("first", n, xs.len())?;
                Ok(Value::list(xs.iter().take(n).cloned()))
            }
            _ => Err(miscounted()),
        },
    },
    Function {
        name: "last",
        signature: "last(list), last(list, n)",
        summary: "The last element of a list, or the list of the last n.",
        example: ("last([5, 6, 7], 2)", "[6, 7]"),
        takes: &[Takes::LIST, Takes::Whole],
        least: 1,
        most: 2,
        gives: element_or_list,
        call: |arguments| match arguments {
            [xs] => part("last", list(xs)?.last()),
            [xs, n] => {
                let xs = list(xs)?;
                let n = up_to("last", n, xs.len())?;
                Ok(Value::list(xs.iter().skip(xs.len() - n).cloned()))
            }
            _ => Err(miscounted()),
        },
    },
    Function {
        name: "slice",
        signature: "slice(list, from, to), slice(text, from, to)",
        summary: "The elements, or the letters, from one place to another, both included.",
        example: ("slice(\"hablar\", 1, 4)", "\"habl\""),
        takes: &[
            Takes::Either(&Takes::LIST, &Takes::Text),
            Takes::Whole,
            Takes::Whole,
        ],
        least: 3,
        most: 3,
        gives: same,
        call: slice,
    },
    Function {
        name: "flatten",
        signature: "flatten(lists)",
        summary: "One list of the elements of several; `flatten([xs, ys])` puts ys behind xs.",
        example: ("flatten([[1, 2], [3]])", "[1, 2, 3]"),
        takes: &[Takes::List(&Takes::LIST)],
        least: 1,
        most: 1,
        gives: |types| Type::list_of(element(&[element(types)])),
        call: |arguments| {
            let [lists] = exactly(arguments)?;
            let lists = list(lists)?
                .iter()
                .map(list)
                .collect::<Result<Vec<_>, _>>()?;
            let count = lists
                .iter()
                .fold(0_usize, |sum, xs| sum.saturating_add(xs.len()));
            if count > LIST_LIMIT {
                return Err(Failure::TooLarge);
            }
            Ok(Value::list(lists.into_iter().flatten().cloned()))
        },
    },
    Function {
        name: "all",
        signature: "all(conditions)",
        summary: "Whether every condition of a list holds: `all([x > 0 for x in xs])`.",
        example: ("all([2 > 1, 3 > 1])", "true"),
        takes: &[CONDITIONS],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            let truths = list(xs)?
                .iter()
                .map(boolean)
                .collect::<Result<Vec<_>, _>>()?;
            Ok(truths.into_iter().all(|truth| truth).into())
        },
    },
    Function {
        name: "any",
        signature: "any(conditions)",
        summary: "Whether some condition of a list holds: `any([x > 9 for x in xs])`.",
        example: ("any([2 > 1, 0 > 1])", "true"),
        takes: &[CONDITIONS],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            let truths = list(xs)?
                .iter()
                .map(boolean)
                .collect::<Result<Vec<_>, _>>()?;
            Ok(truths.into_iter().any(|truth| truth).into())
        },
    },
];

/// The type of a total: that of the elements, and a number for a list that has none.
fn total(types: &[Type]) -> Type {
    match element(types) {
        Type::Nothing => Type::Number,
        other => other,
    }
}

fn element_or_list(types: &[Type]) -> Type {
    if types.len() == 1 {
        element(types)
    } else {
        same_list(types)
    }
}

/// The results of combining the first elements, for one, two, three of them and so on.
fn running(
    xs: &Value,
    combine: fn(&Value, &Value) -> Result<Value, ArithmeticError>,
) -> Result<Vec<Value>, Failure> {
    let mut totals: Vec<Value> = Vec::new();
    for x in list(xs)? {
        // Shown expressions would nest without end, and texts grow.
        if matches!(x.kind(), Kind::Formula | Kind::Text) {
            return Err(Failure::WrongKind {
                wanted: "a number or a polynomial",
                found: x.kind(),
            });
        }
        // Combined with a neutral 0, so that a single element must be a summand too.
        totals.push(match totals.last() {
            Some(total) => combine(total, x)?,
            None => arithmetic::add(x, &Value::integer(0))?,
        });
    }
    Ok(totals)
}

fn range(from: Number, to: Number, step: Number) -> Outcome {
    let direction = step.exact().signum();
    if direction == 0 {
        return Err(outside("range", "a step other than 0"));
    }
    let count = to.sub(&from)?.exact().div(step.exact())?.floor();
    if count.is_negative() {
        return Ok(Value::list([]));
    }
    let count = count.to_i64().filter(|count| *count < LIST_LIMIT as i64);
    let count = count.ok_or(Failure::TooLarge)?;
    let number = |i| Ok(from.add(&step.mul(&Number::integer(i))?)?.into());
    Ok(Value::List(
        (0..=count).map(number).collect::<Result<_, Failure>>()?,
    ))
}

fn part(function: &'static str, element: Option<&Value>) -> Outcome {
    element
        .cloned()
        .ok_or_else(|| outside(function, "a list with at least one element"))
}

fn up_to(function: &'static str, n: &Value, count: usize) -> Result<usize, Failure> {
    let needs = "no more elements than the list has";
    let n = within(function, n, 0..=LIST_LIMIT as i64, needs)?;
    let n = usize::try_from(n).ok().filter(|n| *n <= count);
    n.ok_or_else(|| outside(function, needs))
}

fn slice(arguments: &[Value]) -> Outcome {
    let [whole, from, to] = exactly(arguments)?;
    let part = |count: usize| {
        let needs = "places from 1 to the length, the first before the last";
        let from = within("slice", from, 1..=LIST_LIMIT as i64 + 1, needs)?;
        let to = within("slice", to, 0..=count.min(LIST_LIMIT) as i64, needs)?;
        // From 3 to 2 is empty; further back is a mistake.
        match (usize::try_from(from - 1), usize::try_from(to)) {
            (Ok(from), Ok(to)) if from <= to => Ok(from..to),
            _ => Err(outside("slice", needs)),
        }
    };
    if let Value::List(elements) = whole {
        return Ok(Value::list(elements[part(elements.len())?].iter().cloned()));
    }
    let letters = letters(text(whole)?);
    Ok(Value::text(&letters[part(letters.len())?].concat()))
}
