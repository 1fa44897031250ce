//! The keys of an item model.

use crate::bank::keys::{Key, Shape, Table, words};
use crate::bank::response::choice::Order;

/// An item model.
pub(super) const MODEL: Table = Table {
    name: "model",
    title: "item model",
    meaning: "An item model is what one question of many forms has in common.",
    keys: KEYS,
    one_of: &[],
    any_of: &[
        &["stem", "parts", "variants"],
        &[
            "answer", "answers", "select", "match", "sequence", "rubric", "sample", "parts",
            "variants",
        ],
    ],
};

const KEYS: &[Key] = &[
    Key::required(
        "id",
        Shape::Id,
        "The item model's name. Keep it when you change the item: the random draws depend on it.",
        "id: rectangle-area",
    ),
    Key::optional(
        "standard",
        Shape::Id,
        "The standard that it measures.",
        "standard: \"3.MD.C.7\"",
    )
    .default("the bank's standard, if it has only one")
    .mistakes(&["Quote an id that looks like a number: `\"6.10\"`."]),
    Key::optional("title", Shape::Text, "A title, for people.", "title: Area of a rectangle"),
    POINTS,
    Key::optional("minutes", Shape::Number, "How long a student needs.", "minutes: 1.5"),
    Key::optional("tags", Shape::Many(&Shape::Text), "Words to find it by.", "tags: [geometry, no calculator]"),
    Key::optional(
        "licence",
        Shape::Text,
        "The licence of this item, where it is not that of the bank, as an SPDX name. `isoform pack` lists it.",
        "licence: CC-BY-SA-4.0",
    )
    .default("the bank's licence"),
    Key::optional(
        "authors",
        Shape::Many(&Shape::Text),
        "Who wrote this item, where that is not who wrote the bank. `isoform pack` lists them.",
        "authors: [Ada Example]",
    )
    .default("the bank's authors"),
    Key::optional(
        "vary",
        Shape::Map(&Shape::Domain),
        "What is drawn afresh for each form: a name and what it is drawn from. See [Domains](#domains).",
        "vary:\n  a: 2..9\n  b: [red, green, blue]",
    )
    .mistakes(&[
        "A fixed number is not drawn: it goes under `let`.",
        "A name starts with a letter and has no spaces or hyphens: `top_speed`, not `top-speed`, which would be a difference.",
    ]),
    Key::optional(
        "alike",
        Shape::Many(&Shape::Expression),
        "What has the same value on all forms of a set. List here what makes an instance harder.",
        "alike:\n  - sign(a)\n  - places(c)",
    )
    .mistakes(&["`alike: [a]` on a number pins the number itself. Pin what makes it hard: `digit_count(a)`, `a > 10`."]),
    Key::optional(
        "where",
        Shape::Many(&Shape::Condition),
        "Conditions that every instance meets. A draw that does not meet them is drawn again.",
        "where:\n  - a < b\n  - gcd(a, b) == 1",
    )
    .mistakes(&["Equal is `==`, not `=`."]),
    Key::optional(
        "let",
        Shape::Map(&Shape::Either(&Shape::Expression, &Shape::Literal)),
        "Names for what is worked out. The order does not matter.",
        "let:\n  c: a*x + b\n  s: sort(data)",
    )
    .mistakes(&["A text stands in quotes twice: `who: '\"Ann\"'`. In a list it needs none: `[Ann, Ben]`."]),
    Key::optional(
        "check",
        Shape::Many(&Shape::Condition),
        "What must be true of every instance: a second road to the key. If it is false for any draw, no forms are made.",
        "check: [(c - b)/a == root]",
    )
    .mistakes(&["`check` does not draw again; `where` does."]),
    Key::optional(
        "symbols",
        Shape::Many(&Shape::Text),
        "Letters that stay letters, so that `a*x + b` is a polynomial that prints with right signs.",
        "symbols: [x, y]",
    )
    .mistakes(&["YAML 1.1 editors show `y` and `n` in another colour; here they are letters."]),
    Key::optional(
        "stem",
        Shape::Many(&Shape::Prose),
        "The text posed: Markdown, `{{ }}` for values, `$ $` for mathematics, `[[name]]` for blanks. A list holds wordings that mean the same; each form gets one. Every item needs one, unless it has `parts`.",
        "stem: |\n  What is ${{a}} + {{b}}$?",
    )
    .mistakes(&["Use a block `|` for any text with `:`, `#`, `{{` at its start, or a backslash."]),
    ANSWER_KEY,
    ANSWERS,
    MISCONCEPTIONS,
    super::answer::CHOICES,
    ORDER,
    SELECT_KEY,
    MATCH_KEY,
    SEQUENCE_KEY,
    PARTS,
    RUBRIC_KEY,
    SAMPLE,
    LINES,
    SOLUTION,
    FIGURE_KEY,
    OPTION_FIGURE,
    Key::optional(
        "difficulty",
        Shape::Map(&Shape::Either(&Shape::Expression, &Shape::Map(&Shape::Number))),
        "What the program cannot see: your `rating` from 1 (easy) to 5 (hard), or features of your own with a number or a condition.",
        "difficulty: {rating: 3}",
    )
    .default("worked out from the item"),
    Key::optional(
        "variants",
        Shape::Map(&Shape::Literal),
        "Other settings of the item: a name, and below it the keys that differ. Maps are merged, `where`, `alike` and `check` are added to, everything else is replaced; a key with nothing behind it is taken away. Each place on a form has one variant, the same on all forms of a set. If every variant brings its own stem, the model as written counts as one more, called `base`.",
        "variants:\n  shop: {stem: \"Pens cost {{a}} cents each. How much are {{b}}?\"}\n  road: {stem: \"A car goes {{a}} km in an hour. How far in {{b}} hours?\"}",
    )
    .mistakes(&["A variant cannot change `id`, `standard` or `points`: write another item model."]),
    Key::optional(
        "mix",
        Shape::Boolean,
        "Whether a place may show one variant on one form and another on the next. The story then differs between forms, and the parity report says how much less is known about their difficulty.",
        "mix: true",
    )
    .default("`false`"),
    Key::optional(
        "examples",
        Shape::Many(&Shape::Keys("example")),
        "Instances that must come out: your own tests.",
        "examples:\n  - {vary: {a: 2, b: 3}, answer: 5}",
    ),
    Key::optional(
        "allow",
        Shape::Map(&Shape::Text),
        "Rules of `isoform check` that this item may break, each with the reason.",
        "allow: {L012: the order of the options is what the item is about}",
    ),
];

pub(super) const POINTS: Key = Key::optional(
    "points",
    Shape::Whole(1, 100),
    "What a right answer is worth.",
    "points: 2",
)
.default("1");

pub(super) const ANSWER_KEY: Key = Key::optional(
    "answer",
    Shape::Either(
        &Shape::Expression,
        &Shape::Either(&Shape::Keys("answer"), &Shape::Keys("open")),
    ),
    "What is right. Every item has one key that says how it is answered; `answer` is for one answer.",
    "answer: a + b",
);

pub(super) const ANSWERS: Key = Key::optional(
    "answers",
    Shape::Map(&Shape::Either(&Shape::Expression, &Shape::Keys("blank"))),
    "One answer for each `[[blank]]` of the stem, by its name.",
    "answers:\n  sum: a + b\n  product: {is: a*b, form: integer}",
)
.mistakes(&["Every blank needs an answer, and every answer a blank."]);

pub(super) const MISCONCEPTIONS: Key = Key::optional(
        "misconceptions",
        Shape::Map(&Shape::Either(&Shape::Expression, &Shape::Keys("misconception"))),
        "The slip in words, and the wrong answer that it leads to. They are the wrong options of multiple choice, and the key names the slip behind each wrong answer.",
        "misconceptions:\n  found the perimeter: 2*(w + h)\n  added the sides: w + h",
    )
    .mistakes(&["Two slips with the same wrong answer give one option. Write one more slip than you need."]);

pub(super) const ORDER: Key = Key::optional(
    "order",
    Shape::OneOf(&words(&Order::NAMES)),
    "The order of the options.",
    "order: sorted",
)
.default("`shuffled`");

pub(super) const SOLUTION: Key = Key::optional(
    "solution",
    Shape::Prose,
    "The worked solution, for the key.",
    "solution: |\n  ${{w}} \\cdot {{h}} = {{w*h}}$",
);

pub(super) const SELECT_KEY: Key = Key::optional(
    "select",
    Shape::Keys("select"),
    "A list of statements, of which the student marks the true ones.",
    "select:\n  show: 3\n  true: 1\n  statements:\n    - {say: It is even., when: a mod 2 == 0}",
);

pub(super) const MATCH_KEY: Key = Key::optional(
    "match",
    Shape::Keys("match"),
    "Matching: each entry on the left has its partner on the right.",
    "match: {left: [dog, cat], right: [barks, meows]}",
);

pub(super) const SEQUENCE_KEY: Key = Key::optional(
    "sequence",
    Shape::Either(
        &Shape::Keys("sequence"),
        &Shape::Either(&Shape::Expression, &Shape::List(&Shape::Literal)),
    ),
    "Steps to be put in order.",
    "sequence: [egg, caterpillar, pupa, butterfly]",
);

const PARTS: Key = Key::optional(
    "parts",
    Shape::List(&Shape::Keys("part")),
    "Sub-questions that share the item's draws. They are lettered (a), (b), (c).",
    "parts:\n  - {stem: What is the area?, answer: w*h}\n  - {stem: What is the perimeter?, answer: 2*(w + h)}",
)
.mistakes(&["Each part says how it is answered; the item then does not."]);

pub(super) const RUBRIC_KEY: Key = Key::optional(
    "rubric",
    Shape::Keys("rubric"),
    "How a person marks a written response.",
    "rubric:\n  levels: {3: complete and clear, 2: in part, 1: not yet}",
);

pub(super) const FIGURE_KEY: Key = Key::optional(
    "figure",
    Shape::Keys("figure"),
    "A figure beside the stem.",
    "figure:\n  alt: A rectangle.\n  draw: [{rect: {at: [0, 0], w: w, h: h}}]",
);

pub(super) const OPTION_FIGURE: Key = Key::optional(
    "option figure",
    Shape::Keys("figure"),
    "A figure for each option of multiple choice. In it, `option` is the value of the option.",
    "option figure:\n  alt: A bar with {{option | fraction}} shaded.\n  chart: {fraction-bar: {parts: den(option), shaded: num(option)}}",
);

pub(super) const SAMPLE: Key = Key::optional(
    "sample",
    Shape::Prose,
    "A model response, for the key. An item with `sample` alone has no rubric.",
    "sample: The author shows the theme by two details.",
);

pub(super) const LINES: Key = Key::optional(
    "lines",
    Shape::Whole(1, 60),
    "How many lines there are to write on.",
    "lines: 8",
);

/// An example.
pub(super) const EXAMPLE: Table = Table {
    name: "example",
    title: "example",
    meaning: "An example fixes what is drawn and says what the key must be.",
    keys: EXAMPLE_KEYS,
    one_of: &[],
    any_of: &[],
};

const EXAMPLE_KEYS: &[Key] = &[
    Key::required(
        "vary",
        Shape::Map(&Shape::Literal),
        "The values of some or all names under `vary`.",
        "vary: {a: 2, b: 3}",
    ),
    Key::optional(
        "answer",
        Shape::Literal,
        "The key that they must give. For blanks it is a map by name; for `select` the list of the true statements among those shown; for `match` a map from left to right; for `sequence` a right order, by the steps or their short names; for an answer with `any` an answer that has the property; for `parts` a list with one answer for each part.",
        "answer: 5",
    )
    .default("it is enough that such an instance can be drawn"),
];
