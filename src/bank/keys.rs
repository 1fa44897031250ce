//! The keys that each map of a bank may hold.

/// A bank.
pub const BANK: &[&str] = &[
    "bank",
    "id",
    "version",
    "language",
    "licence",
    "authors",
    "use",
    "standards",
    "tables",
    "items",
    "blueprints",
    "enemies",
];

/// A standard.
pub const STANDARD: &[&str] = &[
    "id",
    "framework",
    "statement",
    "mastery",
    "corrective",
    "extension",
];

/// A corrective.
pub const CORRECTIVE: &[&str] = &["approach", "for", "text"];

/// An item model.
pub const MODEL: &[&str] = &[
    "id",
    "standard",
    "title",
    "points",
    "minutes",
    "tags",
    "vary",
    "alike",
    "where",
    "let",
    "check",
    "symbols",
    "stem",
    "answer",
    "answers",
    "misconceptions",
    "choices",
    "order",
    "solution",
    "difficulty",
    "examples",
];

/// An answer that is more than an expression.
pub const ANSWER: &[&str] = &["is", "form", "within", "unit", "also", "ignore"];

/// A misconception that is more than an expression.
pub const MISCONCEPTION: &[&str] = &["is", "if", "tell", "pool"];

/// An example.
pub const EXAMPLE: &[&str] = &["vary", "answer"];

/// A blueprint.
pub const BLUEPRINT: &[&str] = &["id", "title", "layout", "slots"];

/// A slot rule of a blueprint.
pub const SLOT: &[&str] = &["item", "any of", "standard", "count"];
