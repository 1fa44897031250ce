//! Figures of drawn items, as values: complete enough to be drawn without the bank.

mod check;
mod image;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::bank::figure::table::{ShapeKind, Takes};
use crate::bank::figure::{
    CURVE_POINTS, Entry, Figure, Given, MOST_ELEMENTS, MOST_SHAPES, OptionFigure, Shape,
};
use crate::bank::prose::Prose;
use crate::expression::{Frame, Program};
use crate::instance::draw::{DrawError, DrawFault, Drawing};
use crate::instance::options::AnswerOption;
use crate::instance::wording::{Wording, WordingPiece};
use crate::source::Span;
use crate::value::notation::{Format, Language, Medium, print};
use crate::value::{Number, Value};

pub use image::DrawnImage;

/// How exactly the points of a curve are kept, in decimal places.
const CURVE_PLACES: i32 = 4;

/// A figure with every expression worked out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrawnFigure {
    /// The figure in words.
    pub alt: Said,
    /// The part of the plane that is always shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Value>,
    /// Points (1/72 inch) a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Value>,
    /// What is drawn, the first at the back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shapes: Vec<DrawnShape>,
    /// The image that is shown instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<DrawnImage>,
}

/// A shape with every expression worked out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrawnShape {
    /// Which shape.
    pub shape: ShapeKind,
    /// What stands behind its keys.
    pub keys: BTreeMap<String, Drawn>,
}

/// What stands behind a key of a drawn shape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawn {
    /// A number, a point, a list, yes or no.
    Value(Value),
    /// A text.
    Text(Said),
    /// Texts.
    Texts(Vec<Said>),
    /// One of a few words.
    Word(String),
    /// The heights of a curve at equal distances; none where it has a gap.
    Curve(Vec<Option<Value>>),
    /// The shapes of a group.
    Draw(Vec<DrawnShape>),
}

/// A text with the values of its holes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// The text.
    pub text: Wording,
    /// The values in its holes.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub values: Box<[Value]>,
}

impl Said {
    /// The text as the author wrote it, with plainly printed values.
    pub fn plain(&self, language: &Language) -> String {
        let mut values = self.values.iter();
        let mut plain = String::new();
        for piece in &self.text.pieces {
            match piece {
                WordingPiece::Text(text) => plain.push_str(text),
                WordingPiece::Blank(name) => plain.push_str(name),
                WordingPiece::Hole(formats) => {
                    let format = formats.last().unwrap_or(&Format::Plain);
                    let printed = values
                        .next()
                        .and_then(|value| print(value, format, Medium::Text, language).ok());
                    plain.push_str(&printed.unwrap_or_default());
                }
            }
        }
        plain
    }
}

impl DrawnFigure {
    /// Every value that is seen in the figure, for the item's identity.
    pub fn values(&self) -> Vec<&Value> {
        let mut values: Vec<&Value> = self.alt.values.iter().collect();
        values.extend(self.image.iter().map(|image| &image.file));
        collect(&self.shapes, &mut values);
        values
    }
}

fn collect<'f>(shapes: &'f [DrawnShape], values: &mut Vec<&'f Value>) {
    for drawn in shapes.iter().flat_map(|shape| shape.keys.values()) {
        match drawn {
            Drawn::Value(value) => values.push(value),
            Drawn::Text(said) => values.extend(&said.values),
            Drawn::Texts(several) => values.extend(several.iter().flat_map(|said| &said.values)),
            Drawn::Curve(heights) => values.extend(heights.iter().flatten()),
            Drawn::Draw(inner) => collect(inner, values),
            Drawn::Word(_) => {}
        }
    }
}

/// One drawing of a figure: the instance, and how many shapes there are so far.
struct Hand<'d, 'm> {
    drawing: &'d Drawing<'m>,
    shapes: usize,
}

impl Drawing<'_> {
    /// The figure of a complete instance.
    pub fn figure(&self, figure: &Figure, frame: &mut Frame) -> Result<DrawnFigure, DrawError> {
        let mut hand = Hand {
            drawing: self,
            shapes: 0,
        };
        let mut optional = |program: &Option<Program>| {
            program
                .as_ref()
                .map(|program| self.evaluate(program, frame).map(|v| (v, program.span())))
                .transpose()
        };
        let (size, scale) = (optional(&figure.size)?, optional(&figure.scale)?);
        let fault = |message: &str, span: Span| {
            self.fault(
                DrawFault::Figure(span, message.to_owned()),
                usize::MAX,
                frame,
            )
        };
        if let Some((size, span)) = &size {
            check::size(size).map_err(|message| fault(&message, *span))?;
        }
        if let Some((scale, span)) = &scale {
            check::scale(scale).map_err(|message| fault(&message, *span))?;
        }
        Ok(DrawnFigure {
            alt: hand.said(&figure.alt, frame)?,
            size: size.map(|(size, _)| size),
            scale: scale.map(|(scale, _)| scale),
            shapes: hand.entries(&figure.draw, frame)?,
            image: match &figure.image {
                Some(picture) => Some(self.image(picture, frame)?),
                None => None,
            },
        })
    }
}

impl Drawing<'_> {
    /// Draws each option, if the item model says so.
    pub fn option_figures(
        &self,
        figure: Option<&OptionFigure>,
        mut options: Vec<AnswerOption>,
        frame: &mut Frame,
    ) -> Result<Vec<AnswerOption>, DrawError> {
        if let Some(drawn) = figure {
            for option in &mut options {
                frame.set(drawn.slot, option.value.clone());
                option.figure = Some(self.figure(&drawn.figure, frame)?);
            }
        }
        Ok(options)
    }
}

impl Hand<'_, '_> {
    fn fault(&self, span: Span, message: String, frame: &Frame) -> DrawError {
        self.drawing
            .fault(DrawFault::Figure(span, message), usize::MAX, frame)
    }

    fn said(&self, prose: &Prose, frame: &mut Frame) -> Result<Said, DrawError> {
        Ok(Said {
            text: Wording::of(prose),
            values: self.drawing.holes(prose, frame)?,
        })
    }

    fn entries(
        &mut self,
        entries: &[Entry],
        frame: &mut Frame,
    ) -> Result<Vec<DrawnShape>, DrawError> {
        let mut shapes = Vec::with_capacity(entries.len());
        for entry in entries {
            let Some(walk) = &entry.walk else {
                shapes.extend(self.entry(entry, frame)?);
                continue;
            };
            match self.drawing.evaluate(&walk.list, frame)? {
                Value::List(elements) => {
                    for element in elements.iter() {
                        frame.set(walk.slot, element.clone());
                        shapes.extend(self.entry(entry, frame)?);
                    }
                }
                other => {
                    let message = format!("`for` needs a list, found {}", other.kind());
                    return Err(self.fault(walk.list.span(), message, frame));
                }
            }
        }
        Ok(shapes)
    }

    fn entry(&mut self, entry: &Entry, frame: &mut Frame) -> Result<Option<DrawnShape>, DrawError> {
        if let Some(when) = &entry.when
            && !matches!(self.drawing.evaluate(when, frame)?, Value::Boolean(true))
        {
            return Ok(None);
        }
        self.shapes += 1;
        if self.shapes > MOST_SHAPES {
            let message = format!("a figure may have {MOST_SHAPES} shapes");
            return Err(self.fault(entry.shape.span, message, frame));
        }
        self.shape(&entry.shape, frame).map(Some)
    }

    fn shape(&mut self, shape: &Shape, frame: &mut Frame) -> Result<DrawnShape, DrawError> {
        let mut keys = BTreeMap::new();
        for (key, given) in &shape.keys {
            let drawn = match given {
                Given::Value(program) => {
                    let value = self.drawing.evaluate(program, frame)?;
                    check::key(key.takes, &value).map_err(|found| {
                        let takes = key.takes.words();
                        let message = format!("`{}` takes {takes}, found {found}", key.name);
                        self.fault(program.span(), message, frame)
                    })?;
                    Drawn::Value(value)
                }
                Given::Text(text) => Drawn::Text(self.said(text, frame)?),
                Given::Texts(texts) => {
                    let said = texts.iter().map(|text| self.said(text, frame));
                    Drawn::Texts(said.collect::<Result<_, _>>()?)
                }
                Given::Word(word) => Drawn::Word((*word).to_owned()),
                Given::Draw(inner) => Drawn::Draw(self.entries(inner, frame)?),
                Given::Curve(slot, of) => Drawn::Curve(self.curve(&keys, *slot, of, frame)?),
            };
            let is_text = matches!(key.takes, Takes::Texts);
            if is_text && count(&drawn) > MOST_ELEMENTS {
                let message = format!("`{}` may have {MOST_ELEMENTS} texts", key.name);
                return Err(self.fault(shape.span, message, frame));
            }
            keys.insert(key.name.to_owned(), drawn);
        }
        let drawn = DrawnShape {
            shape: shape.kind,
            keys,
        };
        match check::shape(&drawn) {
            Ok(()) => Ok(drawn),
            Err(message) => Err(self.fault(shape.span, message, frame)),
        }
    }

    /// The heights of a curve at equal distances between its ends.
    fn curve(
        &self,
        keys: &BTreeMap<String, Drawn>,
        slot: usize,
        of: &Program,
        frame: &mut Frame,
    ) -> Result<Vec<Option<Value>>, DrawError> {
        let end = |name: &str| match keys.get(name) {
            Some(Drawn::Value(value)) => value
                .as_number()
                .or_else(|| value.rounded(CURVE_PLACES).ok()),
            _ => None,
        };
        let (Some(from), Some(to)) = (end("from"), end("to")) else {
            return Ok(Vec::new());
        };
        let place = |at: i64| -> Option<Number> {
            let part = Number::integer(at)
                .div(&Number::integer(CURVE_POINTS))
                .ok()?;
            let part = Number::fraction(part.exact().clone());
            from.add(&to.sub(&from).ok()?.mul(&part).ok()?).ok()
        };
        let mut heights = Vec::new();
        for at in 0..=CURVE_POINTS {
            let height = place(at).and_then(|x| {
                frame.set(slot, Value::Number(x));
                of.evaluate(frame).ok()?.rounded(CURVE_PLACES).ok()
            });
            heights.push(height.map(Value::Number));
        }
        if heights.iter().all(Option::is_none) {
            let message = "the function has no value anywhere on the curve".to_owned();
            return Err(self.fault(of.span(), message, frame));
        }
        Ok(heights)
    }
}

fn count(drawn: &Drawn) -> usize {
    match drawn {
        Drawn::Texts(texts) => texts.len(),
        Drawn::Value(Value::List(values)) => values.len(),
        _ => 0,
    }
}
