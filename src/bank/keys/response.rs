//! The keys of the response types that are more than one answer.

use crate::bank::keys::{Key, Shape, Table, words};
use crate::bank::response::choice::Order;

/// The answer of a blank.
pub(super) const BLANK: Table = Table {
    name: "blank",
    title: "answer of a blank",
    meaning: "The answer of a `[[blank]]` is an expression, or a map with the keys of an answer. With `choices` the blank is printed with options to choose from.",
    keys: BLANK_KEYS,
    one_of: &[],
    any_of: &[],
};

const BLANK_KEYS: &[Key] = &[
    super::answer::IS,
    super::answer::FORM,
    super::answer::WITHIN,
    super::answer::UNIT,
    super::answer::ALSO,
    super::answer::IGNORE,
    super::answer::CHOICES,
    Key::optional(
        "order",
        Shape::OneOf(&words(&Order::NAMES)),
        "The order of the options in the blank.",
        "order: as written",
    )
    .default("`shuffled`"),
    Key::optional(
        "misconceptions",
        Shape::Map(&Shape::Either(
            &Shape::Expression,
            &Shape::Keys("misconception"),
        )),
        "Slips, and the wrong answers that they lead to in this blank.",
        "misconceptions: {subtracted: a - b}",
    ),
];

/// An open answer.
pub(super) const OPEN: Table = Table {
    name: "open",
    title: "open answer",
    meaning: "An open answer is right when it has a property. The key shows an example.",
    keys: &[
        Key::required(
            "example",
            Shape::Expression,
            "A right answer: one value, or a list with one value for each name of the property.",
            "example: \"[1, s - 1]\"",
        ),
        Key::required(
            "any",
            Shape::Condition,
            "The property. A name that the item does not define stands for what the student writes. With blanks in the stem, those names are the blanks' names.",
            "any: \"p + q == s\"",
        )
        .mistakes(&["The names must be new: a name under `vary` or `let` is what the item drew, not what the student writes."]),
        Key::optional(
            "tell",
            Shape::Prose,
            "The property in words, for the key.",
            "tell: any two numbers whose sum is {{s}}",
        ),
    ],
    one_of: &[],
    any_of: &[],
};

/// A list of statements.
pub(super) const SELECT: Table = Table {
    name: "select",
    title: "list of statements",
    meaning: "The student marks the true statements of a list. Which statements are shown is drawn.",
    keys: &[
        Key::optional("show", Shape::Whole(1, 26), "How many statements are shown.", "show: 5").default("all of them"),
        Key::optional(
            "true",
            Shape::Whole(1, 26),
            "How many of them are true. It is the same on every form.",
            "true: 2",
        )
        .default("as it is drawn, but the same on every form of a set"),
        Key::required(
            "statements",
            Shape::List(&Shape::Keys("statement")),
            "The statements. An entry `any of: […]` is a group of near-twins, of which at most one is shown.",
            "statements:\n  - {say: The sum is even., when: (a + b) mod 2 == 0}",
        )
        .mistakes(&["Write more statements than are shown, true ones and false ones: both kinds must be there for every draw."]),
    ],
    one_of: &[],
    any_of: &[],
};

/// A statement.
pub(super) const STATEMENT: Table = Table {
    name: "statement",
    title: "statement",
    meaning: "A statement is true or false, by its condition.",
    keys: &[
        Key::optional(
            "for",
            Shape::Text,
            "Repeats the statement for each element of a list.",
            "for: p in planets",
        ),
        Key::optional(
            "say",
            Shape::Prose,
            "What the statement says.",
            "say: \"{{p.name}} is larger than Earth.\"",
        ),
        Key::optional(
            "when",
            Shape::Condition,
            "When it is true.",
            "when: p.diameter > 12756",
        ),
        Key::optional(
            "why",
            Shape::Prose,
            "Why it is true or false, for the key.",
            "why: The diameter is {{p.diameter}} km.",
        ),
        Key::optional(
            "any of",
            Shape::List(&Shape::Keys("statement")),
            "A group of near-twins instead of a statement: at most one of them is shown.",
            "any of:\n  - {say: It is even., when: a mod 2 == 0}\n  - {say: It is odd., when: a mod 2 == 1}",
        ),
    ],
    one_of: &["say", "any of"],
    any_of: &[],
};

/// Matching.
pub(super) const MATCH: Table = Table {
    name: "match",
    title: "matching exercise",
    meaning: "The student finds the partner on the right for each entry on the left.",
    keys: &[
        Key::required(
            "left",
            Shape::Either(&Shape::Expression, &Shape::List(&Shape::Literal)),
            "The entries on the left: a list, or an expression that gives one.",
            "left: \"[r.term for r in terms]\"",
        )
        .mistakes(&["Quote an expression that starts with a bracket, or YAML takes it for a list of its own."]),
        Key::required(
            "right",
            Shape::Either(&Shape::Expression, &Shape::List(&Shape::Literal)),
            "Their partners, in the same order. They are printed in another order.",
            "right: \"[r.meaning for r in terms]\"",
        ),
        Key::optional(
            "extra",
            Shape::Either(&Shape::Whole(0, 26), &Shape::Either(&Shape::Expression, &Shape::List(&Shape::Literal))),
            "Entries on the right without a partner: so many pairs lose their left entry, or a list of such entries.",
            "extra: 1",
        )
        .default("none"),
    ],
    one_of: &[],
    any_of: &[],
};

/// Steps to be put in order.
pub(super) const SEQUENCE: Table = Table {
    name: "sequence",
    title: "sequence",
    meaning: "The student puts steps in order. It is the list in the right order, or a map with the keys below.",
    keys: &[
        Key::required(
            "list",
            Shape::Either(&Shape::Expression, &Shape::Either(&Shape::List(&Shape::Literal), &Shape::Map(&Shape::Literal))),
            "The steps in a right order: a list, or a map from short names to steps.",
            "list: {a: Heat the water., b: Add the tea., c: Pour it out.}",
        ),
        Key::optional(
            "before",
            Shape::Map(&Shape::Many(&Shape::Literal)),
            "What must come before what: a step, and the steps that must come earlier. Any order that respects it is right.",
            "before: {c: [a, b]}",
        )
        .default("only the order as listed is right"),
    ],
    one_of: &[],
    any_of: &[],
};

/// A rubric.
pub(super) const RUBRIC: Table = Table {
    name: "rubric",
    title: "rubric",
    meaning: "A rubric says how a person marks a response. Write `criteria` for an analytic rubric, `levels` alone for a holistic one.",
    keys: &[
        Key::optional(
            "mastery",
            Shape::Text,
            "When the response shows mastery: `every criterion at 3 or above`, `level 3 or above`, `average 3 or above` or `18 points or above`.",
            "mastery: every criterion at 3 or above",
        )
        .default("the rule of the standard"),
        Key::optional(
            "criteria",
            Shape::List(&Shape::Keys("criterion")),
            "What is marked.",
            "criteria:\n  - {name: Claim, levels: {3: clear, 2: vague, 1: none}}",
        ),
        Key::optional(
            "levels",
            Shape::Map(&Shape::Prose),
            "The levels of a holistic rubric: a whole number and what it takes.",
            "levels: {3: complete and clear, 2: in part, 1: not yet}",
        ),
    ],
    one_of: &["criteria", "levels"],
    any_of: &[],
};

/// A criterion of a rubric.
pub(super) const CRITERION: Table = Table {
    name: "criterion",
    title: "criterion",
    meaning: "A criterion is one thing that is marked.",
    keys: &[
        Key::required("name", Shape::Text, "What is marked.", "name: Evidence"),
        Key::optional(
            "weight",
            Shape::Whole(1, 20),
            "How much it counts.",
            "weight: 2",
        )
        .default("1"),
        Key::required(
            "levels",
            Shape::Map(&Shape::Prose),
            "The levels: a whole number from 0 to 20, and what it takes.",
            "levels: {3: two relevant details, 2: one detail, 1: none}",
        ),
    ],
    one_of: &[],
    any_of: &[],
};

/// A part of an item.
pub(super) const PART: Table = Table {
    name: "part",
    title: "part",
    meaning: "A part is a question of its own that shares the item's draws. It has a stem and the keys that say how it is answered, as an item model has.",
    keys: &[
        Key::optional(
            "for",
            Shape::Text,
            "Repeats the part for each element of a list.",
            "for: q in questions",
        ),
        Key::optional(
            "times",
            Shape::Whole(1, 26),
            "How long the list behind `for` is, when the program cannot see it.",
            "times: 3",
        ),
        Key::required(
            "stem",
            Shape::Prose,
            "The question.",
            "stem: What is the perimeter?",
        ),
        super::model::FIGURE_KEY,
        super::model::ANSWER_KEY,
        super::model::ANSWERS,
        super::answer::CHOICES,
        super::model::OPTION_FIGURE,
        super::model::ORDER,
        super::model::SELECT_KEY,
        super::model::MATCH_KEY,
        super::model::SEQUENCE_KEY,
        super::model::RUBRIC_KEY,
        super::model::SAMPLE,
        super::model::LINES,
        super::model::MISCONCEPTIONS,
        super::model::POINTS,
        super::model::SOLUTION,
    ],
    one_of: &[],
    any_of: &[],
};
