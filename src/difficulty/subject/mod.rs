//! What the features look at: the numbers a student sees, and what is to be done with them.
//!
//! A [`Plan`] is made once a model; a [`Subject`] once an item.

mod equation;
mod exercise;
mod node;
mod shown;
mod stem;
mod words;

use crate::bank::answer::Form;
use crate::bank::model::ItemModel;
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::Item;
use crate::instance::options::AnswerOption;
use crate::value::{Formula, Operation, Value};

use equation::Sides;
use exercise::{Exercise, Given};
use node::Names;
use stem::{Reading, Stem};
use words::Words;

pub use equation::Equation;
pub use shown::{Shown, Written};

/// The most elements of a list, and terms of a formula, that are looked at.
const LOOKED_AT: usize = 100;

/// What a model's expressions say about each of its wordings.
#[derive(Debug)]
pub struct Plan {
    wordings: Vec<Wording>,
    form: Option<Form>,
}

#[derive(Debug)]
struct Wording {
    words: Words,
    stem: Stem,
    equations: Vec<Sides>,
    /// None if there are several answers.
    exercise: Option<Exercise>,
}

/// One item, as its features see it.
#[derive(Debug)]
pub struct Subject<'s> {
    /// The numbers of the stem that have to do with the answer, elements of lists among them.
    pub numbers: Vec<Shown>,
    /// Digits of the longest of them, coefficients among them.
    pub digits: u32,
    /// The one operation between two numbers that gives the key.
    pub operation: Option<(Operation, Shown, Shown)>,
    /// The number of the stem that the key is equal to.
    pub same_as: Option<Shown>,
    /// Whether a negative number of the stem is to be subtracted.
    pub subtracts_negative: bool,
    /// The key in the form that is asked for, if it is the only one and a number.
    pub key: Option<Shown>,
    /// The form that the answer must take.
    pub form: Option<Form>,
    /// The equation of the stem.
    pub equation: Option<Equation>,
    /// The options of a multiple-choice item.
    pub options: &'s [AnswerOption],
    /// Words of the stem.
    pub words: u32,
}

impl Plan {
    /// Walks the expression trees of `model` once.
    pub fn new(model: &ItemModel) -> Self {
        let names = Names::new(model);
        let answers = model.response.answers();
        let single = match answers.as_slice() {
            [answer] => Some(*answer),
            _ => None,
        };
        let wording = |prose| {
            let reading = Reading::new(prose);
            Wording {
                words: Words::new(prose),
                stem: reading.finish(model, &names),
                equations: equation::places(prose),
                exercise: single.map(|answer| Exercise::new(&answer.is.node, &reading, &names)),
            }
        };
        Self {
            wordings: model.stems.iter().map(wording).collect(),
            form: single.and_then(|answer| answer.form),
        }
    }

    /// The subject of one item; `frame` holds its names.
    pub fn subject<'s>(
        &self,
        drawing: &Drawing<'_>,
        item: &'s Item,
        frame: &mut Frame,
    ) -> Result<Subject<'s>, DrawError> {
        let mut subject = Subject {
            numbers: Vec::new(),
            digits: 1,
            operation: None,
            same_as: None,
            subtracts_negative: false,
            key: None,
            form: self.form,
            equation: None,
            options: &item.options,
            words: 0,
        };
        let Some(wording) = self.wordings.get(item.wording) else {
            return Ok(subject);
        };
        subject.words = wording.words.count(&item.stem);
        let printed = wording.stem.shown(&item.stem);
        let parts = printed.iter().enumerate();
        let parts = parts.filter(|(place, _)| wording.stem.takes_part(*place));
        subject
            .numbers
            .extend(parts.filter_map(|(_, shown)| *shown));
        for value in wording.stem.others(&item.stem) {
            subject.other(value);
        }
        let longest = subject.numbers.iter().map(|number| number.digits());
        subject.digits = longest.fold(subject.digits, u32::max);
        let equations = wording.equations.iter();
        subject.equation = equations
            .filter_map(|sides| sides.equation(&item.stem))
            .chain(item.stem.iter().filter_map(equation::shown))
            .next();
        if let (Some(exercise), [key]) = (&wording.exercise, &*item.keys) {
            let task = exercise.task(drawing, frame)?;
            let shown = |given: Given| match given {
                Given::Printed(place) => printed.get(place).copied().flatten(),
                Given::Fixed(shown) => Some(shown),
            };
            let pair = task.operation;
            subject.operation = pair.and_then(|(by, a, b)| Some((by, shown(a)?, shown(b)?)));
            subject.same_as = task.same_as.and_then(shown);
            let mut subtracted = task.subtracted.iter();
            subject.subtracts_negative = subtracted
                .any(|place| shown(Given::Printed(*place)).is_some_and(Shown::is_negative));
            let format = self.form.map(Form::format);
            subject.key = match &key.value {
                Value::Number(number) => Shown::new(number, format.as_slice(), false),
                _ => None,
            };
        }
        Ok(subject)
    }
}

impl Subject<'_> {
    /// Numbers in a list are numbers of the stem; coefficients only count for their digits.
    fn other(&mut self, value: &Value) {
        match value {
            Value::List(elements) => {
                let numbers = elements
                    .iter()
                    .take(LOOKED_AT)
                    .filter_map(|element| match element {
                        Value::Number(number) => Shown::new(number, &[], false),
                        _ => None,
                    });
                self.numbers.extend(numbers);
            }
            Value::Polynomial(polynomial) => {
                for (_, coefficient) in polynomial.terms().take(LOOKED_AT) {
                    let shown = Shown::new(coefficient, &[], false);
                    self.digits = self.digits.max(shown.map_or(1, Shown::digits));
                }
            }
            Value::Formula(formula) => self.formula(formula),
            _ => {}
        }
    }

    fn formula(&mut self, formula: &Formula) {
        match formula {
            Formula::Value(Value::Number(number)) => {
                let shown = Shown::new(number, &[], false);
                self.digits = self.digits.max(shown.map_or(1, Shown::digits));
            }
            Formula::Value(value @ Value::Polynomial(_)) => self.other(value),
            Formula::Value(_) => {}
            Formula::Negated(inner) | Formula::Root(inner) | Formula::Absolute(inner) => {
                self.formula(inner);
            }
            Formula::Operation(_, a, b) | Formula::Relation(_, a, b) => {
                self.formula(a);
                self.formula(b);
            }
            Formula::Function(_, arguments) => {
                arguments.iter().for_each(|argument| self.formula(argument));
            }
        }
    }
}
