//! The keys of answers and misconceptions.

use crate::bank::answer::Form;
use crate::bank::keys::{Key, Shape, Table, words};

/// An answer that is more than an expression.
pub(super) const ANSWER: Table = Table {
    name: "answer",
    title: "answer",
    meaning: "An answer is an expression. When there is more to say about it, it is a map.",
    keys: ANSWER_KEYS,
    one_of: &[],
    any_of: &[],
};

const ANSWER_KEYS: &[Key] = &[IS, FORM, WITHIN, UNIT, ALSO, IGNORE];

pub(super) const IS: Key = Key::required(
        "is",
        Shape::Expression,
        "The key: what is right.",
        "is: w*h",
    )
    .mistakes(&["A word is a name of the item. A text stands in quotes twice, once for YAML and once for the language: `is: '\"Paris\"'`."]);

pub(super) const FORM: Key = Key::optional(
    "form",
    Shape::OneOf(&words(&Form::NAMES)),
    "The form that the answer must take. The key and all options are printed in it.",
    "form: lowest terms",
)
.default("any form of the right value");

pub(super) const WITHIN: Key = Key::optional(
    "within",
    Shape::Expression,
    "How far from the key an answer may be and still count. The key says it.",
    "within: 0.05",
)
.default("the answer must be exact");

pub(super) const UNIT: Key = Key::optional(
    "unit",
    Shape::Prose,
    "The unit, printed behind the key and behind every option.",
    "unit: square {{unit}}",
);

pub(super) const ALSO: Key = Key::optional(
    "also",
    Shape::Many(&Shape::Expression),
    "Other answers that count as right.",
    "also: [a + 1]",
);

pub(super) const IGNORE: Key = Key::optional(
    "ignore",
    Shape::Many(&Shape::OneOf(&["case", "spaces", "accents"])),
    "What does not matter in a text answer. The key says it.",
    "ignore: [case, accents]",
)
.default("every letter counts; only spaces before and behind the answer do not");

/// `choices`, of an item, a part or a blank.
pub(super) const CHOICES: Key = Key::optional(
    "choices",
    Shape::Either(
        &Shape::Whole(2, 26),
        &Shape::Either(&Shape::Expression, &Shape::List(&Shape::Literal)),
    ),
    "Present it as multiple choice: with so many options, the key and the first different wrong answers; or with these options, the key among them.",
    "choices: 4",
)
.mistakes(&["A number needs at least `choices` − 1 misconceptions that differ from each other and from the key for every draw."]);

/// A misconception that is more than an expression.
pub(super) const MISCONCEPTION: Table = Table {
    name: "misconception",
    title: "misconception",
    meaning: "A misconception is the slip in words, and the wrong answer that it leads to. When there is more to say about it, it is a map.",
    keys: MISCONCEPTION_KEYS,
    one_of: &["is", "pool"],
    any_of: &[],
};

const MISCONCEPTION_KEYS: &[Key] = &[
    Key::optional(
        "is",
        Shape::Expression,
        "The wrong answer. Write `is` or `pool`, not both.",
        "is: 2*(w + h)",
    ),
    Key::optional(
        "pool",
        Shape::Expression,
        "A list of wrong answers. One is taken, and more where the other misconceptions leave places; which ones changes from item to item.",
        "pool: \"[r.name for r in planets if r != here]\"",
    )
    .mistakes(&["Quote it, or YAML takes the bracket for a list of its own."]),
    Key::optional(
        "if",
        Shape::Condition,
        "When the slip is possible. It is left out for other draws.",
        "if: shape == \"triangle\"",
    )
    .default("always"),
    Key::optional(
        "tell",
        Shape::Prose,
        "What to tell a student who made the slip.",
        "tell: The triangle is half of that rectangle.",
    ),
];
