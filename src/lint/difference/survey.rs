//! The instances of an item model, each by what was drawn.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::difficulty::{Assessor, Weights};
use crate::expression::Frame;
use crate::instance::draw::{Coverage, Drawing, NameStreams};
use crate::instance::fingerprint::hash_values;
use crate::lint::census::typed;
use crate::seed::Seed;
use crate::value::Value;
use crate::value::notation::{Language, describe};

/// Spaces up to this many vectors are compared whole.
const WHOLE: u64 = 500_000;
/// So many draws are compared of larger ones.
const SAMPLE: u64 = 20_000;
/// The difficulty of about so many instances is measured.
const MEASURED: u64 = 2_000;

/// An instance, as far as a comparison needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instance {
    /// What is printed, by fingerprint.
    pub printed: u128,
    /// A hash of the keys.
    pub key: u64,
}

/// All instances of an item model, or a sample.
pub struct Survey<'a> {
    model: &'a ItemModel,
    language: &'static Language,
    /// Whether these are all.
    pub whole: bool,
    /// By a hash of the drawn names and their values.
    pub instances: BTreeMap<u64, Instance>,
    /// The draws by the same hash.
    draws: BTreeMap<u64, Box<[Value]>>,
    sum: f64,
    squares: f64,
    measured: f64,
}

/// The draws of so many instances are kept, to describe them.
const KEPT: usize = 100_000;

impl<'a> Survey<'a> {
    /// Visits the instances. Those that cannot be made are left out: `check` reports them.
    pub fn of(bank: &ItemBank, model: &'a ItemModel) -> Self {
        let mut survey = Self {
            model,
            language: Language::from_tag(&bank.language).unwrap_or(Language::ENGLISH),
            whole: true,
            instances: BTreeMap::new(),
            draws: BTreeMap::new(),
            sum: 0.0,
            squares: 0.0,
            measured: 0.0,
        };
        let Ok(drawing) = Drawing::new(model) else {
            return survey;
        };
        let assessor = Assessor::new(model, &Weights::default());
        let mut acceptance = drawing.acceptance();
        let go_on = &mut |_: &mut Frame| Ok(ControlFlow::Continue(()));
        let coverage = drawing.enumerate(WHOLE, &mut acceptance, go_on);
        survey.whole = matches!(coverage, Ok(Coverage::Whole));
        if survey.whole {
            let every = acceptance.accepted / MEASURED + 1;
            let mut again = drawing.acceptance();
            let visit = &mut |frame: &mut Frame| {
                survey.visit(&drawing, &assessor, frame, every);
                Ok(ControlFlow::Continue(()))
            };
            // What fails now failed in the first walk as well.
            let _ = drawing.enumerate(u64::MAX, &mut again, visit);
        } else {
            // Each name has its own stream, so what did not change is drawn as before.
            let mut streams = NameStreams::new(Seed::new(0), "difference", "sample", model);
            let mut drawn = drawing.acceptance();
            for _ in 0..SAMPLE {
                match drawing.draw(&mut streams, &mut drawn) {
                    Ok(Some(mut frame)) => {
                        survey.visit(&drawing, &assessor, &mut frame, SAMPLE / MEASURED);
                    }
                    Ok(None) => {}
                    Err(_) => break,
                }
            }
        }
        survey
    }

    fn visit(
        &mut self,
        drawing: &Drawing<'_>,
        assessor: &Assessor<'_>,
        frame: &mut Frame,
        every: u64,
    ) {
        let Ok(item) = drawing.item(0, frame) else {
            return;
        };
        // By name, so that the order of names under `vary` does not matter.
        let names = self.model.parameters().map(|parameter| &parameter.name);
        let mut drawn: Vec<_> = names.zip(item.draws.iter().cloned()).collect();
        drawn.sort_by(|a, b| a.0.cmp(b.0));
        let pairs = drawn.into_iter();
        let flat: Vec<Value> = pairs
            .flat_map(|(name, value)| [Value::text(name), value])
            .collect();
        let draw = hash_values(flat.iter());
        let key = hash_values(item.keys.iter().map(|key| &key.value));
        let printed = item.fingerprint.0;
        self.instances.insert(draw, Instance { printed, key });
        if self.draws.len() < KEPT {
            self.draws.insert(draw, item.draws.clone());
        }
        if draw.is_multiple_of(every.max(1))
            && let Ok(measure) = assessor.measure(drawing, &item, frame)
        {
            let difficulty = measure.rating + measure.weighted;
            self.sum += difficulty;
            self.squares += difficulty * difficulty;
            self.measured += 1.0;
        }
    }

    /// The mean difficulty, in logits.
    pub fn mean(&self) -> f64 {
        if self.measured > 0.0 {
            self.sum / self.measured
        } else {
            0.0
        }
    }

    /// The standard deviation of the difficulty, in logits.
    pub fn spread(&self) -> f64 {
        if self.measured < 2.0 {
            return 0.0;
        }
        let scatter = self.squares - self.sum * self.sum / self.measured;
        libm::sqrt(scatter.max(0.0) / (self.measured - 1.0))
    }

    /// The draw in words, and its keys as printed.
    pub fn describe(&self, draw: u64) -> (String, String) {
        let Some(values) = self.draws.get(&draw) else {
            return Default::default();
        };
        let names = self.model.parameters().map(|parameter| &parameter.name);
        let given = names.zip(values);
        let given = given.map(|(name, value)| format!("{name} = {}", describe(value)));
        let given: Vec<String> = given.collect();
        (given.join(", "), self.keys(values).unwrap_or_default())
    }

    fn keys(&self, values: &[Value]) -> Option<String> {
        let drawing = Drawing::new(self.model).ok()?;
        let mut frame = drawing.rebuild(values).ok()?;
        let item = drawing.item(0, &mut frame).ok()?;
        let answers = self.model.response.answers();
        let form = |at: usize| answers.get(at).and_then(|answer| answer.form);
        let keys = item.keys.iter().enumerate();
        let keys = keys.map(|(at, key)| typed(&key.value, form(at), self.language));
        Some(keys.collect::<Vec<_>>().join(", "))
    }
}
