//! What is known of the bank: the last version that could be read, and what is wrong with the
//! present one.

use std::sync::Arc;

use crate::bank::ItemBank;
use crate::diagnostic::{Diagnostics, Severity, draw};
use crate::source::Sources;

/// A version of the bank that could be read.
#[derive(Debug)]
pub struct Good {
    /// The bank.
    pub bank: ItemBank,
    /// Its texts.
    pub sources: Sources,
    /// What is to be said of it without drawing anything.
    pub warnings: Diagnostics,
}

/// What reading the bank came to.
#[derive(Debug)]
pub struct Reading {
    /// The bank, unless there is a mistake in it.
    pub bank: Option<ItemBank>,
    /// Its texts.
    pub sources: Sources,
    /// Mistakes and warnings.
    pub diagnostics: Diagnostics,
}

/// A mistake, drawn beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The code.
    pub code: &'static str,
    /// The message with the caret.
    pub drawing: String,
}

/// What is known of the bank.
#[derive(Debug, Default)]
pub struct State {
    /// The last version that could be read.
    pub good: Option<Arc<Good>>,
    /// What is wrong with the present version; nothing if it is the one above.
    pub mistakes: Vec<Mistake>,
    /// How many mistakes there are beyond those.
    pub more: usize,
}

/// What a new reading changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// There is another bank to show.
    Bank,
    /// The bank that is shown stays, what is said of the present version does not.
    Mistakes,
    /// Nothing.
    Nothing,
}

/// More mistakes than this are only counted: nobody reads them.
const SHOWN: usize = 20;

impl State {
    /// Takes in a reading. A bank with a mistake never replaces one without.
    pub fn take(&mut self, reading: Reading) -> Change {
        let Reading {
            bank,
            sources,
            diagnostics,
        } = reading;
        match bank.filter(|_| !diagnostics.has_errors()) {
            Some(bank) => self.take_good(Good {
                bank,
                sources,
                warnings: diagnostics,
            }),
            None => self.take_bad(&diagnostics, &sources),
        }
    }

    fn take_good(&mut self, good: Good) -> Change {
        let same = self.good.as_ref().is_some_and(|old| same(old, &good));
        let mended = !self.mistakes.is_empty();
        (self.mistakes, self.more) = (Vec::new(), 0);
        match (same, mended) {
            (true, true) => Change::Mistakes,
            (true, false) => Change::Nothing,
            (false, _) => {
                self.good = Some(Arc::new(good));
                Change::Bank
            }
        }
    }

    fn take_bad(&mut self, diagnostics: &Diagnostics, sources: &Sources) -> Change {
        let errors = diagnostics.sorted().into_iter();
        let errors = errors.filter(|one| one.severity == Severity::Error);
        let mistakes: Vec<Mistake> = errors
            .clone()
            .take(SHOWN)
            .map(|error| Mistake {
                code: error.code.id(),
                drawing: draw::one(error, sources, false),
            })
            .collect();
        let more = errors.skip(SHOWN).count() + diagnostics.dropped();
        if (&mistakes, more) == (&self.mistakes, self.more) {
            return Change::Nothing;
        }
        (self.mistakes, self.more) = (mistakes, more);
        Change::Mistakes
    }
}

/// Whether two versions say the same, so that what was found in one holds for the other.
fn same(old: &Good, new: &Good) -> bool {
    old.bank.digest == new.bank.digest && old.bank.id == new.bank.id
}

#[cfg(test)]
mod tests {
    use super::{Change, Reading, State};
    use crate::bank::lower;
    use crate::diagnostic::Diagnostics;
    use crate::source::Sources;

    fn reading(stem: &str) -> Reading {
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
        let text = format!(
            "bank: B\nid: b\nstandards: [{{id: s, statement: t}}]\nitems:\n  - id: a\n    \
             standard: s\n    vary: {{n: 1..9}}\n    stem: {stem}\n    answer: n + 1\n"
        );
        let bank = lower::load("b.yaml", text.as_bytes(), &mut sources, &mut diagnostics);
        Reading {
            bank,
            sources,
            diagnostics,
        }
    }

    const GOOD: &str = "\"After {{n}}?\"";
    const BAD: &str = "\"After {{m}}?\"";

    #[test]
    fn good_bad_good() {
        let mut state = State::default();
        assert_eq!(state.take(reading(GOOD)), Change::Bank);
        let first = state.good.clone().unwrap();
        assert_eq!(state.take(reading(BAD)), Change::Mistakes);
        assert!(state.mistakes[0].drawing.contains('^'), "no caret");
        assert_eq!(state.mistakes[0].code, "E021");
        let kept = state.good.clone().unwrap();
        assert!(std::sync::Arc::ptr_eq(&first, &kept));
        // The same as before: what was found in it still holds.
        assert_eq!(state.take(reading(GOOD)), Change::Mistakes);
        assert!(state.mistakes.is_empty());
        assert!(std::sync::Arc::ptr_eq(&first, &state.good.clone().unwrap()));
        assert_eq!(state.take(reading("\"Then {{n}}?\"")), Change::Bank);
        assert_ne!(first.bank.digest, state.good.unwrap().bank.digest);
    }

    #[test]
    fn what_says_the_same_changes_nothing() {
        let mut state = State::default();
        assert_eq!(state.take(reading(BAD)), Change::Mistakes);
        assert_eq!(state.take(reading(BAD)), Change::Nothing);
        assert!(state.good.is_none());
        assert_eq!(state.take(reading(GOOD)), Change::Bank);
        assert_eq!(state.take(reading(GOOD)), Change::Nothing);
    }
}
