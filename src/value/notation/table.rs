//! The table of formats: the parser reads it, and the manual is made from it.

use std::fmt;

use super::format::Format;

/// What a format takes in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arguments {
    /// Nothing.
    None,
    /// Perhaps a number of decimal places.
    Places,
    /// A number of significant figures.
    Figures,
}

impl Arguments {
    /// The least number it takes.
    pub(super) const fn least(self) -> u8 {
        match self {
            Self::Figures => 1,
            Self::None | Self::Places => 0,
        }
    }
}

impl fmt::Display for Arguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "no arguments",
            Self::Places => "at most one argument, the decimal places",
            Self::Figures => "one argument, the significant figures",
        })
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The name an author types.
    pub name: &'static str,
    /// What it takes in brackets.
    pub arguments: Arguments,
    /// What it does, in a sentence.
    pub does: &'static str,
    /// What an author writes between the braces.
    pub example: &'static str,
    /// What the example prints in English text.
    pub prints: &'static str,
    pub(super) make: fn(Option<u8>) -> Format,
}

const fn row(
    name: &'static str,
    arguments: Arguments,
    does: &'static str,
    [example, prints]: [&'static str; 2],
    make: fn(Option<u8>) -> Format,
) -> Row {
    Row {
        name,
        arguments,
        does,
        example,
        prints,
        make,
    }
}

/// Every format that has a name.
#[rustfmt::skip]
pub const FORMATS: [Row; 17] = [
    row("decimal", Arguments::Places,
        "The number as a decimal: exactly, or rounded to so many places, halves away from zero. A decimal without end must be rounded.",
        ["3/4 | decimal", "0.75"], Format::Decimal),
    row("fraction", Arguments::None,
        "The number as a fraction in lowest terms, improper if it is above 1.",
        ["1.25 | fraction", "5/4"], |_| Format::Fraction),
    row("mixed", Arguments::None,
        "The number as a whole number and a fraction.",
        ["17/12 | mixed", "1 5/12"], |_| Format::Mixed),
    row("percent", Arguments::Places,
        "The number as a percentage: exactly, with a fraction where the decimal has no end, or rounded to so many places.",
        ["9/20 | percent", "45%"], Format::Percent),
    row("money", Arguments::None,
        "The number as money in the currency of the bank's language, always with two decimals.",
        ["9/2 | money", "$4.50"], |_| Format::Money),
    row("comma", Arguments::None,
        "The number with a separator between thousands.",
        ["1200 | comma", "1,200"], |_| Format::Comma),
    row("words", Arguments::None,
        "A whole number in words, up to 999,999,999.",
        ["42 | words", "forty-two"], |_| Format::Words),
    row("ordinal", Arguments::None,
        "A whole number as a place in an order.",
        ["3 | ordinal", "3rd"], |_| Format::Ordinal),
    row("time", Arguments::None,
        "Minutes after midnight as a clock time of 24 hours; also a length of time in hours and minutes.",
        ["165 | time", "2:45"], |_| Format::Time),
    row("scientific", Arguments::Places,
        "The number as a decimal between 1 and 10 times a power of ten: exactly, or rounded to so many places.",
        ["45000 | scientific", "4.5 × 10⁴"], Format::Scientific),
    row("sig", Arguments::Figures,
        "The number rounded to so many significant figures.",
        ["2/3 | sig(3)", "0.667"], |n| Format::Sig(n.unwrap_or(1))),
    row("list", Arguments::None,
        "The entries of a list, with the word for \"and\" before the last.",
        ["[3, 4, 5] | list", "3, 4 and 5"], |_| Format::List),
    row("matrix", Arguments::None,
        "A list of rows as a matrix in brackets, and a list of numbers as a column vector. In mathematics it is set in rows and columns.",
        ["[3, 4] | matrix", "(3; 4)"], |_| Format::Matrix),
    row("capital", Arguments::None,
        "The text with a capital first letter.",
        ["\"apple\" | capital", "Apple"], |_| Format::Capital),
    row("a", Arguments::None,
        "The text after \"a\" or \"an\", as it is spoken (English only).",
        ["\"apple\" | a", "an apple"], |_| Format::A),
    row("chem", Arguments::None,
        "A chemical formula or equation: digits after an element go below, a charge after ^ goes above, -> is an arrow.",
        ["\"H2O\" | chem", "H₂O"], |_| Format::Chem),
    row("tex", Arguments::None,
        "The value as LaTeX; a text is taken to be LaTeX already.",
        ["3/4 | tex", "\\frac{3}{4}"], |_| Format::Tex),
];
