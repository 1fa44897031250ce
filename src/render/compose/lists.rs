//! Statements, matching lists and steps, as shown and as the key has them.

use crate::instance::response::Drawn;
use crate::instance::response::matching::Columns;
use crate::instance::response::select::Shown;
use crate::instance::response::sequence::Steps;
use crate::render::compose::answer::answer_text;
use crate::render::compose::task::Asked;
use crate::render::compose::{Composer, letter};
use crate::render::view::{EntryView, Rich, StatementView};
use crate::value::Value;

impl Composer<'_> {
    /// The statements of a list; none for other response types.
    pub(super) fn statements(&self, asked: &Asked<'_>) -> Vec<StatementView> {
        let Drawn::Select(shown) = asked.task.drawn else {
            return Vec::new();
        };
        let texts = shown.iter().enumerate().filter_map(|(at, shown)| {
            let texts = asked.texts.statements.get(shown.statement)?;
            Some((at, shown, texts))
        });
        texts
            .map(|(at, shown, (say, why))| StatementView {
                letter: letter(at),
                text: self.fill(say, &shown.say),
                is_true: shown.is_true,
                why: match why {
                    Some(why) => self.fill(why, &shown.why),
                    None => Rich::default(),
                },
            })
            .collect()
    }

    /// The entries on the left and on the right; steps stand on the right.
    pub(super) fn entries(&self, asked: &Asked<'_>) -> (Vec<EntryView>, Vec<EntryView>) {
        let entry = |value: &Value, label: String, partner: Option<String>| EntryView {
            label,
            text: answer_text(&self.printer, value, None),
            partner: partner.unwrap_or_default(),
        };
        match asked.task.drawn {
            Drawn::Match(columns) => {
                let left = columns.left.iter().zip(&columns.partners).enumerate();
                let left = left.map(|(at, (value, partner))| {
                    entry(value, (at + 1).to_string(), Some(letter(*partner)))
                });
                let right = columns.right.iter().enumerate().map(|(at, value)| {
                    let partner = columns.partners.iter().position(|partner| *partner == at);
                    entry(value, letter(at), partner.map(|at| (at + 1).to_string()))
                });
                (left.collect(), right.collect())
            }
            Drawn::Sequence(steps) => {
                let right = steps.steps.iter().enumerate().map(|(at, value)| {
                    let place = steps.order.iter().position(|step| *step == at);
                    entry(
                        value,
                        letter(at),
                        place.map(|place| (place + 1).to_string()),
                    )
                });
                (Vec::new(), right.collect())
            }
            _ => (Vec::new(), Vec::new()),
        }
    }

    /// The letters of the true statements.
    pub(super) fn marks(&self, shown: &[Shown]) -> Rich {
        let right = shown.iter().enumerate().filter(|(_, shown)| shown.is_true);
        let letters: Vec<String> = right.map(|(at, _)| letter(at)).collect();
        Rich::plain(&letters.join(", "))
    }

    /// `1 C, 2 A`
    pub(super) fn pairs(&self, columns: &Columns) -> Rich {
        let pair = |(at, partner): (usize, &usize)| format!("{}\u{a0}{}", at + 1, letter(*partner));
        let pairs: Vec<String> = columns.partners.iter().enumerate().map(pair).collect();
        Rich::plain(&pairs.join(", "))
    }

    /// The letters of the steps in a right order.
    pub(super) fn order(&self, steps: &Steps) -> Rich {
        let letters: Vec<String> = steps.order.iter().map(|step| letter(*step)).collect();
        Rich::plain(&letters.join(", "))
    }

    /// What every right order respects, where more than one is right.
    pub(super) fn constraints(&self, steps: &Steps) -> Vec<Rich> {
        if steps.right_orders().is_none_or(|(right, _)| right == 1) {
            return Vec::new();
        }
        let pair = |[first, then]: &[usize; 2]| {
            let (first, then) = (letter(*first), letter(*then));
            let values = [("first", first.as_str()), ("then", then.as_str())];
            self.printer.messages.say("comes_before", &values)
        };
        let pairs: Vec<String> = steps.before.iter().map(pair).collect();
        let values = [("rules", pairs.join(", "))];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        vec![Rich::plain(
            &self.printer.messages.say("any_order", &values),
        )]
    }
}
