//! Whether what an example expects is what an instance gives, for every response type.

use std::sync::Arc;

use crate::bank::example::Expected;
use crate::bank::response::ResponseType;
use crate::bank::response::blanks::Blank;
use crate::bank::response::matching::Matching;
use crate::bank::response::open::Open;
use crate::bank::response::parts::Part;
use crate::bank::response::select::Select;
use crate::bank::response::sequence::{Sequence, step_name};
use crate::expression::Frame;
use crate::instance::draw::Drawing;
use crate::instance::item::ItemFault;
use crate::instance::response::open::parts as values_of;
use crate::instance::wording::Wording;
use crate::value::Value;
use crate::value::notation::{Language, describe};

/// The languages in which a statement may be printed; an example is written in one of them.
const LANGUAGES: [&str; 4] = ["en", "es", "fr", "de"];

/// What an instance gives, held against an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Whether it is what is expected.
    pub agrees: bool,
    /// The key in words.
    pub found: String,
}

impl Outcome {
    fn new(agrees: bool, found: String) -> Self {
        Self { agrees, found }
    }
}

impl Drawing<'_> {
    /// Holds the answer to `response` in a complete instance against what is expected.
    pub(super) fn outcome(
        &self,
        response: &ResponseType,
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        match response {
            ResponseType::Typed(answer) => self.keyed(&answer.is, wanted, frame),
            ResponseType::Choice(choice) => self.keyed(&choice.answer.is, wanted, frame),
            ResponseType::Blanks(blanks) => self.filled(blanks, wanted, frame),
            ResponseType::Select(select) => self.marked(select, wanted, frame),
            ResponseType::Match(matching) => self.matched(matching, wanted, frame),
            ResponseType::Sequence(sequence) => self.ordered(sequence, wanted, frame),
            ResponseType::Open(open) => self.opened(open, wanted, frame),
            ResponseType::Parts(parts) => self.each_part(parts, wanted, frame),
            // A person marks it.
            ResponseType::Constructed(_) => Ok(Outcome::new(true, String::new())),
        }
    }

    fn keyed(
        &self,
        key: &crate::expression::Program,
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let key = self.evaluate(key, frame)?;
        Ok(Outcome::new(wanted.fits(&key), describe(&key)))
    }

    fn filled(
        &self,
        blanks: &[Blank],
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let mut keys: Vec<(Arc<str>, Value)> = Vec::with_capacity(blanks.len());
        for blank in blanks {
            let key = self.evaluate(&blank.answer.is, frame)?;
            keys.push((blank.name.value.clone(), key));
        }
        let agrees = match (wanted, keys.as_slice()) {
            (Expected::Map(entries), _) => entries.iter().all(|(name, wanted)| {
                let mut named = keys.iter();
                named.any(|(blank, key)| blank == name && wanted.fits(key))
            }),
            (_, [(_, key)]) => wanted.fits(key),
            (wanted, keys) => wanted.elements().is_some_and(|all| {
                let mut pairs = all.iter().zip(keys);
                all.len() == keys.len() && pairs.all(|(wanted, (_, key))| wanted.fits(key))
            }),
        };
        let named = keys
            .iter()
            .map(|(name, key)| format!("{name}: {}", describe(key)));
        Ok(Outcome::new(agrees, braced(named.collect())))
    }

    /// The true statements of those shown.
    fn marked(
        &self,
        select: &Select,
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let (shown, _) = self.select(select, frame)?;
        let right = shown.iter().filter(|shown| shown.is_true);
        let printed = |tag: &str| -> Vec<Value> {
            let language = Language::from_tag(tag).unwrap_or(Language::ENGLISH);
            let texts = right.clone().map(|shown| {
                let say = Wording::of(&select.statements[shown.statement].say);
                Value::text(say.text(&shown.say, language).trim())
            });
            texts.collect()
        };
        let agrees = LANGUAGES.iter().any(|tag| {
            let texts = printed(tag);
            wanted.elements().is_some_and(|wanted| {
                wanted.len() == texts.len()
                    && texts.iter().all(|text| wanted.iter().any(|w| w.fits(text)))
            })
        });
        Ok(Outcome::new(agrees, describe(&Value::list(printed("en")))))
    }

    fn matched(
        &self,
        matching: &Matching,
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let (columns, keys) = self.columns(matching, frame)?;
        let pairs = || columns.left.iter().zip(keys.iter());
        let agrees = match wanted {
            Expected::Map(entries) => entries.iter().all(|(left, right)| {
                pairs().any(|(value, key)| step_name(value) == **left && right.fits(&key.value))
            }),
            _ => false,
        };
        let named =
            pairs().map(|(left, key)| format!("{}: {}", step_name(left), describe(&key.value)));
        Ok(Outcome::new(agrees, braced(named.collect())))
    }

    /// Any right order, by the steps or by their short names.
    fn ordered(
        &self,
        sequence: &Sequence,
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let names = match self.evaluate(&sequence.list, frame)? {
            Value::Row(row) => row.iter().map(|(name, _)| Value::text(name)).collect(),
            _ => Vec::new(),
        };
        let (steps, key) = self.steps(sequence, frame)?;
        let place = |wanted: &Expected| {
            let by_step = steps.steps.iter().position(|step| wanted.fits(step));
            by_step.or_else(|| names.iter().position(|name| wanted.fits(name)))
        };
        let order: Option<Vec<usize>> = wanted
            .elements()
            .and_then(|wanted| wanted.iter().map(place).collect());
        let agrees = order.is_some_and(|order| {
            let mut sorted = order.clone();
            sorted.sort_unstable();
            sorted.into_iter().eq(0..steps.steps.len()) && steps.respects(&order)
        });
        Ok(Outcome::new(agrees, describe(&key.value)))
    }

    /// Any answer with the property.
    fn opened(
        &self,
        open: &Open,
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let (_, key) = self.open(open, frame)?;
        let found = describe(&key.value);
        for reading in wanted.readings() {
            let Some(values) = values_of(&reading, open.names.len()) else {
                continue;
            };
            for ((_, slot), value) in open.names.iter().zip(values) {
                frame.set(*slot, value);
            }
            let holds = self.evaluate(&open.property, frame);
            if holds.is_ok_and(|holds| holds.same(&Value::Boolean(true))) {
                return Ok(Outcome::new(true, found));
            }
        }
        Ok(Outcome::new(false, found))
    }

    fn each_part(
        &self,
        parts: &[Part],
        wanted: &Expected,
        frame: &mut Frame,
    ) -> Result<Outcome, ItemFault> {
        let wanted = wanted.elements().unwrap_or_default();
        let mut expected = wanted.iter();
        let (mut agrees, mut found) = (true, Vec::new());
        let nothing = Expected::List(Vec::new());
        for part in parts {
            let elements = match &part.each {
                None => vec![None],
                Some((each, _)) => {
                    let list = self.list(&each.list, frame)?;
                    list.into_iter()
                        .map(|value| Some((each.slot, value)))
                        .collect()
                }
            };
            for element in elements {
                if let Some((slot, value)) = element {
                    frame.set(slot, value);
                }
                let next = expected.next();
                let one = self.outcome(&part.response, next.unwrap_or(&nothing), frame)?;
                agrees &= one.agrees && next.is_some();
                found.push(one.found);
            }
        }
        agrees &= expected.next().is_none();
        Ok(Outcome::new(agrees, format!("[{}]", found.join(", "))))
    }
}

fn braced(named: Vec<String>) -> String {
    format!("{{{}}}", named.join(", "))
}
