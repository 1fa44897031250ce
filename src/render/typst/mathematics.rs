//! Formulas: MathML, as this crate writes it, as Typst mathematics.
//!
//! Letters and signs are written one by one with spaces between them, so that no two make a name.
//! Names with a meaning of their own (`fraction`, `script`, `filled`, …) are functions of
//! `templates/style.typ`.

use super::escape;
use super::matrix;
use super::prose::Writer;
use super::tree::{Element, Node};
use crate::render::mathml;

/// Writes a formula with its words.
pub fn formula(element: &Element<'_>, writer: &mut Writer<'_>) {
    let blank = writer.messages.say("blank", &[]);
    let words = mathml::spoken(element.source, writer.messages, &blank);
    let mut formula = Formula {
        unknown: Vec::new(),
    };
    let text = formula.row(element);
    let block = element.attribute("display").as_deref() == Some("block");
    let function = if block { "displayed" } else { "formula" };
    if block && !writer.out.is_empty() {
        writer.out.push_str("\n\n");
    }
    writer.out.push_str(&format!(
        "#{function}({}, $ {text} $);",
        escape::quoted(&words)
    ));
    if block {
        writer.out.push_str("\n\n");
    }
    writer.unknown.extend(formula.unknown);
}

/// A formula being written.
pub struct Formula {
    unknown: Vec<String>,
}

impl Formula {
    /// The content of an element, one thing after the other.
    pub fn row(&mut self, element: &Element<'_>) -> String {
        let parts: Vec<String> = element
            .children
            .iter()
            .map(|child| match child {
                Node::Element(child) => self.element(child),
                // Text stands only in elements that are read whole.
                Node::Text(_) => String::new(),
            })
            .collect();
        let row = joined(&parts);
        match is_fenced(element) {
            true => format!("lr({row})"),
            false => row,
        }
    }

    fn element(&mut self, element: &Element<'_>) -> String {
        match element.name {
            "mn" => number(&element.text()),
            "mi" => name(element),
            "mo" => operator(element),
            "mtext" | "ms" => words(element),
            "mrow" if element.is("filled") => format!("mathfilled({})", self.row(element)),
            "mrow" | "mstyle" | "mpadded" | "math" => self.row(element),
            "mphantom" => format!("phantom({})", self.row(element)),
            "mfrac" if element.attribute("linethickness").as_deref() == Some("0") => {
                format!(
                    "piled({}, {})",
                    self.child(element, 0),
                    self.child(element, 1)
                )
            }
            "mfrac" => format!(
                "fraction({}, {})",
                self.child(element, 0),
                self.child(element, 1)
            ),
            "msqrt" => format!("sqrt({})", self.row(element)),
            "mroot" => format!(
                "root({}, {})",
                self.child(element, 1),
                self.child(element, 0)
            ),
            "msup" => self.raised(element),
            "msub" => self.attached(element, false, &["b"]),
            "msubsup" => self.attached(element, false, &["b", "t"]),
            "munder" if is_mark(element, "\u{23DF}") => {
                format!("underbrace({})", self.child(element, 0))
            }
            "munder" if is_mark(element, "_") || is_mark(element, "\u{332}") => {
                format!("underline({})", self.child(element, 0))
            }
            "munder" => self.attached(element, true, &["b"]),
            "munderover" => self.attached(element, true, &["b", "t"]),
            "mover" => self.over(element),
            "mmultiscripts" => self.scripts(element),
            "menclose" => self.struck(element),
            "mspace" => space(element),
            "mtable" => matrix::write(element, self),
            // Its own text says which command is unknown.
            "merror" => words(element),
            other => {
                self.unknown.push(other.to_owned());
                self.row(element)
            }
        }
    }

    fn child(&mut self, element: &Element<'_>, at: usize) -> String {
        let child = element.elements().nth(at);
        let written = child.map(|child| self.element(child)).unwrap_or_default();
        // An argument may be empty, but it has to be there.
        if written.is_empty() {
            "\"\"".to_owned()
        } else {
            written
        }
    }

    fn attached(&mut self, element: &Element<'_>, limits: bool, places: &[&str]) -> String {
        let base = self.child(element, 0);
        let base = if limits {
            format!("limits({base})")
        } else {
            base
        };
        let scripts: Vec<String> = places
            .iter()
            .enumerate()
            .map(|(at, place)| format!("{place}: script({})", self.child(element, at + 1)))
            .collect();
        format!("attach({base}, {})", scripts.join(", "))
    }

    fn raised(&mut self, element: &Element<'_>) -> String {
        let sign = element.elements().nth(1).filter(|sign| sign.name == "mo");
        let sign = sign.map(Element::text).unwrap_or_default();
        let base = self.child(element, 0);
        match sign.as_str() {
            // A degree is a letter of its own, not a small circle that is raised.
            "\u{2218}" => format!("{base} class(\"normal\", °)"),
            _ if !sign.is_empty()
                && sign
                    .chars()
                    .all(|c| "\u{2032}\u{2033}\u{2034}'".contains(c)) =>
            {
                format!("attach({base}, tr: {})", sign.replace('\'', "\u{2032}"))
            }
            _ => format!("attach({base}, t: script({}))", self.child(element, 1)),
        }
    }

    fn over(&mut self, element: &Element<'_>) -> String {
        let base = self.child(element, 0);
        let mark = element.elements().nth(1);
        let sign = mark.map(Element::text).unwrap_or_default();
        match sign.as_str() {
            "\u{332}" | "\u{203E}" | "\u{AF}" | "\u{305}" | "_" => format!("overline({base})"),
            "\u{23DE}" => format!("overbrace({base})"),
            _ if element.has("accent") && sign.chars().count() == 1 => {
                format!("accent({base}, {})", escape::quoted(&sign))
            }
            _ => self.attached(element, true, &["t"]),
        }
    }

    /// `base (sub sup)* <mprescripts/> (sub sup)*`
    fn scripts(&mut self, element: &Element<'_>) -> String {
        let mut places = ["br", "tr"];
        let mut at = 0;
        let mut written = vec![self.child(element, 0)];
        for child in element.elements().skip(1) {
            if child.name == "mprescripts" {
                places = ["bl", "tl"];
                at = 0;
                continue;
            }
            let script = self.element(child);
            if !script.is_empty() {
                written.push(format!("{}: script({script})", places[at % 2]));
            }
            at += 1;
        }
        format!("attach({})", written.join(", "))
    }

    fn struck(&mut self, element: &Element<'_>) -> String {
        let row = self.row(element);
        let notation = element.attribute("notation").unwrap_or_default();
        let strikes = |strike| notation.split(' ').any(|one| one == strike);
        match (strikes("updiagonalstrike"), strikes("downdiagonalstrike")) {
            (true, true) => format!("cancel({row}, cross: #true)"),
            (false, true) => format!("cancel({row}, inverted: #true)"),
            (true, false) => format!("cancel({row})"),
            (false, false) => {
                self.unknown.push(format!("menclose {notation}"));
                row
            }
        }
    }
}

/// Joins what stands in a row. A space beside words would be seen.
fn joined(parts: &[String]) -> String {
    let mut row = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !row.is_empty() && !row.ends_with('"') && !part.starts_with('"') {
            row.push(' ');
        }
        row.push_str(part);
    }
    row
}

/// Whether a row stands in brackets that grow with it.
fn is_fenced(element: &Element<'_>) -> bool {
    let grows = |mark: &Element<'_>, marks: &str| {
        let text = mark.text();
        mark.name == "mo"
            && mark.attribute("stretchy").as_deref() != Some("false")
            && !text.is_empty()
            && text.chars().all(|c| marks.contains(c))
    };
    let mut elements = element.elements();
    match (elements.next(), elements.last()) {
        // The invisible comma stands for a bracket that is left out.
        (Some(first), Some(last)) => {
            grows(first, "([{|\u{2016}\u{27E8}\u{230A}\u{2308}\u{2063}")
                && grows(last, ")]}|\u{2016}\u{27E9}\u{230B}\u{2309}\u{2063}")
        }
        _ => false,
    }
}

/// Whether an accent is this sign.
fn is_mark(element: &Element<'_>, sign: &str) -> bool {
    let mark = element.elements().nth(1);
    mark.is_some_and(|mark| mark.name == "mo" && mark.text() == sign)
}

/// Digits; what parts them takes no room of its own.
fn number(text: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for run in text
        .chars()
        .collect::<Vec<_>>()
        .chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit())
    {
        let run: String = run.iter().collect();
        parts.push(if run.starts_with(|c: char| c.is_ascii_digit()) {
            run
        } else {
            normal(&run)
        });
    }
    joined(&parts)
}

fn name(element: &Element<'_>) -> String {
    let text = element.text();
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let upright = element.attribute("mathvariant").as_deref() == Some("normal");
    if letters.next().is_some() {
        return format!("upright({})", escape::quoted(&text));
    }
    match first {
        _ if first.is_numeric() => first.to_string(),
        letter if letter.is_alphabetic() && upright => format!("upright({letter})"),
        letter if letter.is_alphabetic() => letter.to_string(),
        _ => normal(&text),
    }
}

fn operator(element: &Element<'_>) -> String {
    let text = element.text();
    let is_tight = |side: &str| element.attribute(side).as_deref() == Some("0");
    let sign = match text.chars().collect::<Vec<_>>().as_slice() {
        [] | ['\u{2061}'..='\u{2064}'] => return String::new(),
        [sign] => *sign,
        [letter, ..] if letter.is_alphabetic() => {
            return format!("op({})", escape::quoted(&text));
        }
        _ => return normal(&text),
    };
    if let Some(size) = element.attribute("minsize")
        && let Some(size) = length(&size)
    {
        return format!("lr({}, size: #{size})", escaped(sign));
    }
    let is_large = "\u{2211}\u{220F}\u{222B}\u{22C3}\u{22C2}".contains(sign);
    let is_bracket = "()[]{}|".contains(sign);
    let minus = "\u{2212}+\u{B1}-".contains(sign);
    match element.attribute("form").as_deref() {
        Some("prefix") if minus => return normal(&text),
        _ if is_tight("lspace") && is_tight("rspace") && !is_large && !is_bracket => {
            return normal(&text);
        }
        _ if sign == ',' && is_tight("rspace") => return normal(&text),
        _ => {}
    }
    match sign {
        ':' if element.has("lspace") => "class(\"relation\", \\:)".to_owned(),
        '%' => normal(&text),
        other => escaped(other),
    }
}

/// A sign without the space that its kind would take.
fn normal(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if !letter.is_whitespace() => {
            format!("class(\"normal\", {})", escaped(letter))
        }
        _ => format!("class(\"normal\", {})", escape::quoted(text)),
    }
}

/// A sign that means nothing but itself.
fn escaped(sign: char) -> String {
    if sign.is_ascii_punctuation() && !"+=!?%".contains(sign) {
        format!("\\{sign}")
    } else {
        sign.to_string()
    }
}

/// Words within a formula, with the blanks in them.
fn words(element: &Element<'_>) -> String {
    let mut parts = Vec::new();
    for child in &element.children {
        parts.push(match child {
            Node::Text(text) => escape::quoted(text),
            Node::Element(blank) if blank.is("blank") => {
                let name = blank.attribute("aria-label").unwrap_or_default();
                format!("mathblank({})", escape::quoted(&name))
            }
            Node::Element(pick) if pick.is("pick") => {
                format!("mathpick({})", escape::quoted(&pick.text()))
            }
            Node::Element(bold) if matches!(bold.name, "b" | "strong") => {
                format!("bold({})", words(bold))
            }
            Node::Element(slanted) if matches!(slanted.name, "i" | "em") => {
                format!("italic({})", words(slanted))
            }
            Node::Element(other) => words(other),
        });
    }
    joined(&parts)
}

fn space(element: &Element<'_>) -> String {
    let width = element.attribute("width");
    match width.as_deref().and_then(length) {
        Some(width) => format!("#h({width})"),
        None => String::new(),
    }
}

/// A length that Typst has too.
fn length(text: &str) -> Option<String> {
    let at = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at(at);
    let number: f64 = number.parse().ok().filter(|n: &f64| n.is_finite())?;
    let (number, unit) = match unit {
        "em" | "pt" | "mm" | "cm" | "in" => (number, unit),
        "rem" => (number, "em"),
        "ex" => (number * 0.45, "em"),
        "px" => (number * 0.75, "pt"),
        _ => return None,
    };
    Some(format!("{number:.4}{unit}"))
}
