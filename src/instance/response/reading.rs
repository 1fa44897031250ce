//! What a student typed, read exactly: `3/4`, `0,75`, `75 %`, `1 1/2`, `−1,200 cm`.

mod power;

use crate::diagnostic::Diagnostics;
use crate::expression::parser::{Written, parse};
use crate::expression::{Frame, Scope};
use crate::source::{SourceText, Sources, Span};
use crate::value::notation::Language;
use crate::value::{Polynomial, Rational, Value};

use power::Power;

/// Raised digits from 0 to 9.
const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// The longest answer that is read.
const LONGEST: usize = 200;

/// A number as a student wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenNumber {
    /// Its exact value.
    pub value: Rational,
    /// How it is written.
    pub shape: Shape,
    /// What stands before or behind it.
    pub unit: String,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `12`
    Whole {
        /// Its significant figures, zeros at the end counted.
        figures: usize,
    },
    /// `0.75`
    Decimal {
        /// Its significant figures.
        figures: usize,
    },
    /// `75 %`
    Percent,
    /// `4.5 × 10³`
    Scientific {
        /// Its significant figures.
        figures: usize,
        /// Whether one digit, not 0, stands before the point.
        is_normal: bool,
    },
    /// `2:45`
    Clock,
    /// `3/4`
    Fraction {
        /// Whether no number but 1 divides both sides.
        is_lowest: bool,
    },
    /// `1 1/2`
    Mixed {
        /// Whether the fraction is in lowest terms and below 1.
        is_lowest: bool,
    },
}

/// Reads a number with the decimal mark of `language`; `None` if there is none, or more than one.
pub fn number(text: &str, language: &Language) -> Option<WrittenNumber> {
    let mut reader = Reader::new(text)?;
    let mut unit = reader.currency();
    let negative = reader.sign();
    unit.push_str(&reader.currency());
    let (first, mut shape) = reader.decimal(language)?;
    let is_whole = matches!(shape, Shape::Whole { .. });
    let before = reader.at;
    reader.spaces();
    let mut value = first;
    if is_whole && reader.take('/') {
        reader.spaces();
        let below = reader.whole()?;
        (value, shape) = (value.div(&below).ok()?, fraction(&value, &below));
    } else if let Some((power, ten)) = reader.power(reader.at > before) {
        let figures = match shape {
            Shape::Whole { figures } | Shape::Decimal { figures } => figures,
            _ => 0,
        };
        let is_normal = value >= Rational::from(1) && value < Rational::from(10);
        value = match power {
            Power::Times => value.mul(&ten).ok()?,
            Power::Over => value.div(&ten).ok()?,
        };
        shape = Shape::Scientific { figures, is_normal };
    } else if is_whole && reader.at > before && reader.sees_digit() {
        let (above, below) = reader.fraction()?;
        value = value.add(&above.div(&below).ok()?).ok()?;
        let is_lowest = fraction(&above, &below) == (Shape::Fraction { is_lowest: true });
        shape = Shape::Mixed {
            is_lowest: is_lowest && above < below,
        };
    } else if reader.take('%') {
        value = value.div(&Rational::from(100)).ok()?;
        shape = Shape::Percent;
    }
    reader.spaces();
    unit.push_str(&reader.rest());
    // `1/2/3`, `3 4` and `2 + 3` are no numbers; `m^2` and `km/h` are units.
    if unit.starts_with(|c: char| !c.is_alphabetic() && !"$€£¥°%'\"′″".contains(c)) {
        return None;
    }
    Some(WrittenNumber {
        value: if negative { value.neg() } else { value },
        shape,
        unit: unit.trim().to_owned(),
    })
}

fn fraction(above: &Rational, below: &Rational) -> Shape {
    let lowest = above
        .div(below)
        .is_ok_and(|quotient| quotient.denominator() == below.numerator());
    Shape::Fraction { is_lowest: lowest }
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn new(text: &str) -> Option<Self> {
        let mut letters = Vec::new();
        for letter in text.trim().chars() {
            match letter {
                '−' | '–' | '‐' | '‑' => letters.push('-'),
                '⁄' | '∕' => letters.push('/'),
                '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => letters.push(' '),
                '½' => letters.extend(" 1/2".chars()),
                '⅓' => letters.extend(" 1/3".chars()),
                '⅔' => letters.extend(" 2/3".chars()),
                '¼' => letters.extend(" 1/4".chars()),
                '¾' => letters.extend(" 3/4".chars()),
                other => letters.push(other),
            }
        }
        let start = letters.iter().position(|letter| *letter != ' ')?;
        letters.drain(..start);
        (letters.len() <= LONGEST).then_some(Self { letters, at: 0 })
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn take(&mut self, letter: char) -> bool {
        let seen = self.peek() == Some(letter);
        self.at += usize::from(seen);
        seen
    }

    fn spaces(&mut self) {
        while self.take(' ') {}
    }

    fn sees_digit(&self) -> bool {
        self.peek().is_some_and(|letter| letter.is_ascii_digit())
    }

    fn sign(&mut self) -> bool {
        let negative = self.take('-');
        let signed = negative || self.take('+');
        if signed {
            self.spaces();
        }
        negative
    }

    fn currency(&mut self) -> String {
        let mut signs = String::new();
        while let Some(sign @ ('$' | '€' | '£' | '¥')) = self.peek() {
            signs.push(sign);
            self.at += 1;
            self.spaces();
        }
        signs
    }

    fn rest(&mut self) -> String {
        let rest = self.letters[self.at..].iter().collect();
        self.at = self.letters.len();
        rest
    }

    fn digits(&mut self) -> String {
        let start = self.at;
        while self.sees_digit() {
            self.at += 1;
        }
        self.letters[start..self.at].iter().collect()
    }

    fn whole(&mut self) -> Option<Rational> {
        let digits = self.digits();
        let value = Rational::parse(&digits).ok()?;
        (!digits.is_empty() && !value.is_zero()).then_some(value)
    }

    fn fraction(&mut self) -> Option<(Rational, Rational)> {
        let above = Rational::parse(&self.digits()).ok()?;
        self.spaces();
        if !self.take('/') {
            return None;
        }
        self.spaces();
        Some((above, self.whole()?))
    }

    /// `1,200.50`, with the marks of the language.
    fn decimal(&mut self, language: &Language) -> Option<(Rational, Shape)> {
        let mut whole = self.digits();
        while let Some(group) = self.group(language, whole.len()) {
            whole.push_str(&group);
        }
        let mark = match self.peek() {
            Some(mark) if mark == language.decimal => true,
            // A point that cannot part thousands is a decimal point in every language.
            Some('.') => true,
            _ => false,
        };
        let follows = self.letters.get(self.at + 1);
        if mark && follows.is_some_and(char::is_ascii_digit) {
            self.at += 1;
            let places = self.digits();
            if whole.is_empty() {
                whole.push('0');
            }
            let value = Rational::parse(&format!("{whole}.{places}")).ok()?;
            let figures = format!("{whole}{places}").trim_start_matches('0').len();
            return Some((value, Shape::Decimal { figures }));
        }
        if whole.is_empty() {
            return None;
        }
        let figures = whole.trim_start_matches('0').len();
        Some((Rational::parse(&whole).ok()?, Shape::Whole { figures }))
    }

    /// Three more digits behind a mark that parts thousands.
    fn group(&mut self, language: &Language, before: usize) -> Option<String> {
        let mark = self.peek()?;
        let is_mark = mark == language.group || matches!(mark, ' ' | '\'' | '’');
        let three = self.letters.get(self.at + 1..self.at + 4)?;
        let ends = !self
            .letters
            .get(self.at + 4)
            .is_some_and(char::is_ascii_digit);
        let is_group = three.iter().all(char::is_ascii_digit) && ends;
        // `1 200/7` is a mixed number.
        let is_fraction = mark == ' ' && self.letters[self.at + 4..].contains(&'/');
        if !is_mark || !is_group || is_fraction || before == 0 {
            return None;
        }
        self.at += 4;
        Some(three.iter().collect())
    }
}

/// Reads algebra: letters multiply, `√` and `π` are known, a point is the decimal mark.
pub fn algebra(text: &str, language: &Language) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let (written, letters) = spelled(text, language);
    let file = Sources::new().add("answer", "");
    let source = SourceText::verbatim(written, Span::new(file, 0..0));
    let tree = parse(Written::whole(&source)).ok()?;
    let mut scope = Scope::default();
    for letter in letters {
        let value = match letter {
            'π' => Value::pi_multiple(Rational::from(1)),
            letter => Value::from(Polynomial::symbol(&letter.to_string())),
        };
        scope.add_constant(letter.to_string().into(), value);
    }
    let program = scope.check(&tree, &mut Diagnostics::new())?;
    program.evaluate(&mut Frame::new(scope.slots())).ok()
}

/// The expression with every multiplication written out, and the letters in it.
fn spelled(text: &str, language: &Language) -> (String, Vec<char>) {
    let mut out = String::new();
    let mut known = Vec::new();
    let mut last = ' ';
    let mut letters = text.chars().filter(|c| !c.is_whitespace()).peekable();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '−' | '–' => '-',
            '·' | '×' | '⋅' => '*',
            '÷' | ':' => '/',
            mark if mark == language.decimal => '.',
            other => other,
        };
        let ends = last.is_alphanumeric() || last == ')';
        let starts = letter.is_alphabetic() || matches!(letter, '(' | '√');
        let continues = letter.is_ascii_digit() && (last.is_alphabetic() || last == ')');
        if ends && (starts || continues) {
            out.push('*');
        }
        match letter {
            '√' => {
                out.push_str("root");
                if letters.peek() != Some(&'(') {
                    out.push('(');
                    while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                        out.push(digit);
                    }
                    out.push(')');
                    last = ')';
                    continue;
                }
                // The bracket that follows belongs to the root.
                last = '√';
                continue;
            }
            raised if SUPERSCRIPTS.contains(raised) => {
                if !SUPERSCRIPTS.contains(last) {
                    out.push('^');
                }
                let digit = SUPERSCRIPTS.chars().position(|digit| digit == raised);
                out.push_str(&digit.unwrap_or(0).to_string());
            }
            letter if letter.is_alphabetic() => {
                out.push(letter);
                if !known.contains(&letter) {
                    known.push(letter);
                }
            }
            other => out.push(other),
        }
        last = letter;
    }
    (out, known)
}
