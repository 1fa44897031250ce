//! Texts: their words and letters, put together and taken apart.

use crate::expression::evaluate::LIST_LIMIT;
use crate::expression::failure::Failure;
use crate::expression::function::accents::{is_mark, strip_accents};
use crate::expression::function::arguments::{
    Outcome, exactly, list, miscounted, number, outside, size_value, text, within,
};
use crate::expression::function::plural::plural;
use crate::expression::function::printed::PRINTED;
use crate::expression::function::takes::texts;
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{Number, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Texts",
    functions: &FUNCTIONS,
};

/// A text, or a number that is written as one.
const WRITTEN: Takes = Takes::Either(&Takes::Text, &Takes::Number);

const FUNCTIONS: [Function; 16] = [
    Function {
        name: "text",
        signature: "text(n)",
        summary: "A number as a text, to be joined to others with `+`.",
        example: ("text(1.50) + \" m\"", "\"1.50 m\""),
        takes: &[WRITTEN],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            Ok(Value::text(&written(n)?))
        },
    },
    PRINTED,
    Function {
        name: "number",
        signature: "number(text)",
        summary: "The number that a text spells: a whole number, a decimal or a fraction.",
        example: ("number(\"0.75\") + 1", "1.75"),
        takes: &[WRITTEN],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let n = Number::parse(written(n)?.trim());
            let needs = "a number such as 12, 0.75 or 3/4";
            Ok(n.map_err(|_| outside("number", needs))?.into())
        },
    },
    Function {
        name: "plural",
        signature: "plural(n, noun), plural(n, one, many)",
        summary: "The noun alone, in the number that n asks for: write \
                  `{{n}} {{plural(n, \"apple\")}}`. Without `many`, English rules make it.",
        example: ("plural(3, \"cherry\")", "\"cherries\""),
        takes: &[Takes::Number, Takes::Text],
        least: 2,
        most: 3,
        gives: |_| Type::Text,
        call: |arguments| {
            let (n, one, many) = match arguments {
                [n, one] => (n, text(one)?, plural(text(one)?)),
                [n, one, many] => (n, text(one)?, text(many)?.to_owned()),
                _ => return Err(miscounted()),
            };
            let noun = if singular(&number(n)?) { one } else { &many };
            Ok(Value::text(noun))
        },
    },
    Function {
        name: "words",
        signature: "words(text)",
        summary: "The words of a text, without the punctuation around them.",
        example: (
            "words(\"Don't run, Ann!\")",
            "[\"Don't\", \"run\", \"Ann\"]",
        ),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: texts,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            let bare = |word: &str| {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !is_mark(c));
                (!word.is_empty()).then(|| Value::text(word))
            };
            Ok(Value::list(text(t)?.split_whitespace().filter_map(bare)))
        },
    },
    Function {
        name: "letters",
        signature: "letters(text)",
        summary: "The letters of a text one by one; spaces and signs count as well.",
        example: ("letters(\"tú?\")", "[\"t\", \"ú\", \"?\"]"),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: texts,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            Ok(Value::list(letters(text(t)?).into_iter().map(Value::text)))
        },
    },
    Function {
        name: "length",
        signature: "length(text)",
        summary: "How many letters a text has; spaces and signs count as well.",
        example: ("length(\"tú?\")", "3"),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            size_value(letters(text(t)?).len())
        },
    },
    Function {
        name: "split",
        signature: "split(text, separator)",
        summary: "The parts of a text between the separators.",
        example: ("split(\"3;4;5\", \";\")", "[\"3\", \"4\", \"5\"]"),
        takes: &[Takes::Text],
        least: 2,
        most: 2,
        gives: texts,
        call: |arguments| {
            let [t, separator] = exactly(arguments)?;
            let separator = not_empty("split", text(separator)?)?;
            Ok(Value::list(text(t)?.split(separator).map(Value::text)))
        },
    },
    Function {
        name: "join",
        signature: "join(list), join(list, separator)",
        summary: "The texts or numbers of a list behind each other, with a separator between them.",
        example: ("join([\"a\", \"b\", 3], \"-\")", "\"a-b-3\""),
        takes: &[Takes::List(&WRITTEN), Takes::Text],
        least: 1,
        most: 2,
        gives: |_| Type::Text,
        call: |arguments| match arguments {
            [xs] => join(list(xs)?, ""),
            [xs, separator] => join(list(xs)?, text(separator)?),
            _ => Err(miscounted()),
        },
    },
    Function {
        name: "lower",
        signature: "lower(text)",
        summary: "The text in small letters.",
        example: ("lower(\"ÉL\")", "\"él\""),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            Ok(Value::text(&text(t)?.to_lowercase()))
        },
    },
    Function {
        name: "upper",
        signature: "upper(text)",
        summary: "The text in capital letters.",
        example: ("upper(\"él\")", "\"ÉL\""),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            Ok(Value::text(&text(t)?.to_uppercase()))
        },
    },
    Function {
        name: "starts_with",
        signature: "starts_with(text, start)",
        summary: "Whether a text starts with another.",
        example: ("starts_with(\"hablar\", \"ha\")", "true"),
        takes: &[Takes::Text],
        least: 2,
        most: 2,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [t, start] = exactly(arguments)?;
            Ok(text(t)?.starts_with(text(start)?).into())
        },
    },
    Function {
        name: "ends_with",
        signature: "ends_with(text, end)",
        summary: "Whether a text ends with another.",
        example: ("ends_with(\"hablar\", \"ar\")", "true"),
        takes: &[Takes::Text],
        least: 2,
        most: 2,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [t, end] = exactly(arguments)?;
            Ok(text(t)?.ends_with(text(end)?).into())
        },
    },
    Function {
        name: "replace",
        signature: "replace(text, old, new)",
        summary: "The text with every occurrence of one part replaced by another.",
        example: ("replace(\"banana\", \"an\", \"o\")", "\"booa\""),
        takes: &[Takes::Text],
        least: 3,
        most: 3,
        gives: |_| Type::Text,
        call: |arguments| {
            let [t, old, new] = exactly(arguments)?;
            let (t, old, new) = (text(t)?, not_empty("replace", text(old)?)?, text(new)?);
            // Every occurrence takes at least a byte, so this is an upper bound.
            bounded(t.matches(old).count().saturating_mul(new.len()))?;
            Ok(Value::text(&t.replace(old, new)))
        },
    },
    Function {
        name: "repeat",
        signature: "repeat(text, n)",
        summary: "The text n times behind itself.",
        example: ("repeat(\"ab\", 3)", "\"ababab\""),
        takes: &[Takes::Text, Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Text,
        call: |arguments| {
            let [t, n] = exactly(arguments)?;
            let needs = "a whole number from 0 to 100000";
            let n = within("repeat", n, 0..=LIST_LIMIT as i64, needs)? as usize;
            bounded(text(t)?.len().saturating_mul(n))?;
            Ok(Value::text(&text(t)?.repeat(n)))
        },
    },
    Function {
        name: "strip_accents",
        signature: "strip_accents(text)",
        summary: "The text with its accented letters replaced by plain ones; ñ becomes n.",
        example: ("strip_accents(\"pingüino\")", "\"pinguino\""),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [t] = exactly(arguments)?;
            Ok(Value::text(&strip_accents(text(t)?)))
        },
    },
];

/// The letters of a text; a combining accent belongs to the letter before it.
pub fn letters(text: &str) -> Vec<&str> {
    let starts = text
        .char_indices()
        .filter(|(at, c)| *at == 0 || !is_mark(*c));
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &text[*start..end])
        .collect()
}

/// English takes the singular for 1 and for a proper fraction: 1/2 apple, but 0.5 apples.
fn singular(n: &Number) -> bool {
    let size = n.abs();
    let one = Number::integer(1);
    let proper = !size.exact().is_integer() && size.places().is_none() && size < one;
    size == one || proper
}

/// A text as it is, a number with its decimal places and a point.
fn written(value: &Value) -> Result<String, Failure> {
    if let Value::Text(text) = value {
        return Ok(text.to_string());
    }
    let n = number(value)?;
    let decimal = n
        .places()
        .and_then(|places| n.exact().to_decimal(places.into()));
    Ok(decimal.unwrap_or_else(|| n.exact().to_string()))
}

fn join(elements: &[Value], separator: &str) -> Outcome {
    let mut joined = String::new();
    for (place, element) in elements.iter().enumerate() {
        if place > 0 {
            joined.push_str(separator);
        }
        joined.push_str(&written(element)?);
        bounded(joined.len())?;
    }
    Ok(Value::text(&joined))
}

fn not_empty<'a>(function: &'static str, part: &'a str) -> Result<&'a str, Failure> {
    if part.is_empty() {
        return Err(outside(function, "a text that is not empty to look for"));
    }
    Ok(part)
}

fn bounded(bytes: usize) -> Result<(), Failure> {
    if bytes > LIST_LIMIT {
        return Err(Failure::TooLarge);
    }
    Ok(())
}
