//! Lists as sets, rows and maps, and lists side by side.

use std::collections::{HashMap, HashSet};

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, exactly, list, outside, row, size_value, text,
};
use crate::expression::function::lookup::ROW_WITH;
use crate::expression::function::order::sorted;
use crate::expression::function::takes::{element, joined_list, same_list, texts};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::{Field, RowType, Type};
use crate::value::{Row, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Sets, tables and pairs",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 10] = [
    Function {
        name: "unique",
        signature: "unique(list)",
        summary: "The different elements, each once, in the order in which they first occur.",
        example: ("unique([2, 1, 2])", "[2, 1]"),
        takes: &[Takes::LIST],
        least: 1,
        most: 1,
        gives: same_list,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            Ok(unique(list(xs)?.iter()))
        },
    },
    Function {
        name: "union",
        signature: "union(a, b)",
        summary: "The different elements of either list.",
        example: ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        takes: &[Takes::LIST],
        least: 2,
        most: 2,
        gives: joined_list,
        call: |arguments| {
            let [a, b] = exactly(arguments)?;
            Ok(unique(list(a)?.iter().chain(list(b)?)))
        },
    },
    Function {
        name: "common",
        signature: "common(a, b)",
        summary: "The different elements that both lists have.",
        example: ("common(factors(12), factors(18))", "[1, 2, 3, 6]"),
        takes: &[Takes::LIST],
        least: 2,
        most: 2,
        gives: same_list,
        call: |arguments| {
            let [a, b] = exactly(arguments)?;
            let other = Members::of(list(b)?);
            Ok(unique(list(a)?.iter().filter(|x| other.has(x))))
        },
    },
    Function {
        name: "minus",
        signature: "minus(a, b)",
        summary: "The list a without every element that b has too.",
        example: ("minus([1, 2, 3, 1], [2])", "[1, 3, 1]"),
        takes: &[Takes::LIST],
        least: 2,
        most: 2,
        gives: same_list,
        call: |arguments| {
            let [a, b] = exactly(arguments)?;
            let other = Members::of(list(b)?);
            let rest = list(a)?.iter().filter(|x| !other.has(x));
            Ok(Value::list(rest.cloned()))
        },
    },
    Function {
        name: "tally",
        signature: "tally(list)",
        summary: "For each different element a row with its `value` and its `count`.",
        example: ("[r.count for r in tally([5, 3, 5])]", "[2, 1]"),
        takes: &[Takes::LIST],
        least: 1,
        most: 1,
        gives: |types| {
            let field = |name: &str, holds| Field {
                name: name.into(),
                holds,
                optional: false,
            };
            let fields = vec![field("value", element(types)), field("count", Type::Number)];
            Type::list_of(Type::Row(RowType { fields }.into()))
        },
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            let row = |(value, count): (Value, usize)| {
                let entries = [("value", value), ("count", size_value(count)?)];
                let entries = entries.map(|(name, value)| (name.into(), value));
                Ok(Value::row(Row::new(entries)))
            };
            let rows = counts(list(xs)?).into_iter().map(row);
            Ok(Value::List(rows.collect::<Result<_, Failure>>()?))
        },
    },
    Function {
        name: "zip",
        signature: "zip(a, b)",
        summary: "The lists side by side: pairs of the first elements, the second, and so on.",
        example: ("zip([1, 2], [3, 4])", "[[1, 3], [2, 4]]"),
        takes: &[Takes::LIST],
        least: 2,
        most: 2,
        gives: |types| Type::list_of(joined_list(types)),
        call: |arguments| {
            let [a, b] = exactly(arguments)?;
            let (a, b) = (list(a)?, list(b)?);
            if a.len() != b.len() {
                return Err(outside("zip", "two lists of the same length"));
            }
            let pair = |(x, y): (&Value, &Value)| Value::list([x.clone(), y.clone()]);
            Ok(Value::list(a.iter().zip(b).map(pair)))
        },
    },
    Function {
        name: "keys",
        signature: "keys(map)",
        summary: "The names of a row's columns, or of a map's entries.",
        example: ("[keys(r) for r in tally([7])]", "[[\"value\", \"count\"]]"),
        takes: &[Takes::Row],
        least: 1,
        most: 1,
        gives: texts,
        call: |arguments| {
            let [map] = exactly(arguments)?;
            Ok(Value::list(row(map)?.names().map(|name| Value::text(name))))
        },
    },
    Function {
        name: "values",
        signature: "values(map)",
        summary: "What stands in a row's columns, or in a map's entries.",
        example: ("[values(r) for r in tally([7])]", "[[7, 1]]"),
        takes: &[Takes::Row],
        least: 1,
        most: 1,
        gives: |types| match types.first() {
            Some(Type::Row(row)) => {
                let holds = row.fields.iter().map(|field| field.holds.clone());
                Type::list_of(Type::join_all(holds))
            }
            _ => Type::list_of(Type::Any),
        },
        call: |arguments| {
            let [map] = exactly(arguments)?;
            Ok(Value::list(
                row(map)?.iter().map(|(_, value)| value.clone()),
            ))
        },
    },
    Function {
        name: "sort_by",
        signature: "sort_by(rows, column)",
        summary: "Rows in the order of one column, from small to large.",
        example: (
            "[r.value for r in sort_by(tally([5, 3, 5]), \"count\")]",
            "[3, 5]",
        ),
        takes: &[Takes::List(&Takes::Row), Takes::Text],
        least: 2,
        most: 2,
        gives: same_list,
        call: |arguments| {
            let [rows, column] = exactly(arguments)?;
            sort_by(list(rows)?, text(column)?)
        },
    },
    ROW_WITH,
];

/// The elements of a list; a short one is looked through, which is faster than hashing.
enum Members<'v> {
    Few(Vec<&'v Value>),
    Many(HashSet<&'v Value>),
}

/// A list is short up to this many elements.
const FEW: usize = 12;

impl<'v> Members<'v> {
    fn of(list: &'v [Value]) -> Self {
        match list.len() {
            0..=FEW => Self::Few(list.iter().collect()),
            _ => Self::Many(list.iter().collect()),
        }
    }

    fn has(&self, value: &Value) -> bool {
        match self {
            Self::Few(few) => few.iter().any(|one| one.same(value)),
            Self::Many(many) => many.contains(value),
        }
    }

    /// Adds a value. Tells whether it is new.
    fn insert(&mut self, value: &'v Value) -> bool {
        match self {
            Self::Many(many) => many.insert(value),
            Self::Few(few) if few.iter().any(|one| one.same(value)) => false,
            Self::Few(few) if few.len() < FEW => {
                few.push(value);
                true
            }
            Self::Few(few) => {
                let all = few.iter().copied().chain([value]);
                *self = Self::Many(all.collect());
                true
            }
        }
    }
}

fn unique<'a>(elements: impl Iterator<Item = &'a Value>) -> Value {
    let mut seen = Members::Few(Vec::with_capacity(FEW));
    Value::list(elements.filter(|x| seen.insert(x)).cloned())
}

/// Each different element and how often it occurs, in the order in which they first occur.
pub fn counts(elements: &[Value]) -> Vec<(Value, usize)> {
    let mut counts: Vec<(Value, usize)> = Vec::new();
    let mut places = HashMap::new();
    for x in elements {
        let place = *places.entry(x).or_insert(counts.len());
        match counts.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => counts.push((x.clone(), 1)),
        }
    }
    counts
}

fn sort_by(rows: &[Value], column: &str) -> Outcome {
    let needs = "a column that every row has";
    let mut groups: HashMap<&Value, Vec<&Value>> = HashMap::new();
    let mut cells = Vec::new();
    for element in rows {
        let cell = row(element)?.get(column);
        let cell = cell.ok_or_else(|| outside("sort_by", needs))?;
        let group = groups.entry(cell).or_default();
        if group.is_empty() {
            cells.push(cell.clone());
        }
        group.push(element);
    }
    let cells = sorted(&cells)?;
    let rows = cells.iter().filter_map(|cell| groups.get(cell)).flatten();
    Ok(Value::list(rows.map(|row| (*row).clone())))
}
