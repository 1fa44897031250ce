//! Instances of an item model for its author to look at, and which of them stand out.

use std::collections::HashSet;

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::Diagnostic;
use crate::difficulty::{Assessor, Contribution, Weights};
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing, NameStreams};
use crate::instance::item::{Item, ItemFault};
use crate::lint::sighting::Sightings;
use crate::seed::Seed;

/// So many different instances are drawn, to know what is usual.
const DRAWN: usize = 120;
/// So many vectors are begun at most for each of them.
const TRIES: usize = 100;
/// Difficulty within so many logits of the quartiles never stands out: no student notices it.
const SLIGHT: f64 = 0.25;
/// Nor does a length within so many words of them.
const FEW_WORDS: f64 = 5.0;

/// Instances to look at.
#[derive(Debug, Clone, Default)]
pub struct Specimens {
    /// As they were drawn; those that stand out from the rest are always among them.
    pub shown: Vec<Specimen>,
    /// How many different ones were drawn.
    pub drawn: usize,
    /// Faults that draws had: once a place, with how often.
    pub faults: Vec<Diagnostic>,
}

/// An instance, and what makes it harder or easier than others.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// The instance.
    pub item: Item,
    /// Its difficulty in logits, from the median of those drawn.
    pub difficulty: f64,
    /// What each feature adds.
    pub contributions: Vec<Contribution>,
    /// Words of the stem.
    pub words: u32,
    /// How it stands out.
    pub oddities: Vec<Oddity>,
}

/// How an instance stands out from others of its model: beyond the fences of Tukey 1977,
/// *Exploratory Data Analysis*, one and a half times the distance of the quartiles outside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// Much easier.
    Easy,
    /// Much harder.
    Hard,
    /// Much shorter to read.
    Short,
    /// Much longer to read.
    Long,
}

/// Draws instances of `model` and keeps `count` of them. The same `seed` gives the same ones, and
/// an edit of one name changes no other. `None` if `stop` says so before it is done.
///
/// # Errors
/// A domain that offers nothing.
pub fn specimens(
    bank: &ItemBank,
    model: &ItemModel,
    (seed, count): (Seed, usize),
    stop: &dyn Fn() -> bool,
) -> Option<Result<Specimens, Diagnostic>> {
    let drawing = match Drawing::new(model) {
        Ok(drawing) => drawing,
        Err(error) => return Some(Err(error.diagnostic(model))),
    };
    let assessor = Assessor::new(model, &Weights::of(bank, model));
    let mut streams = NameStreams::new(seed, &bank.id, "preview", model);
    let mut acceptance = drawing.acceptance();
    let (mut seen, mut faults) = (HashSet::new(), Sightings::default());
    let mut found: Vec<Specimen> = Vec::new();
    for _ in 0..DRAWN * TRIES {
        if found.len() >= DRAWN || acceptance.accepted >= DRAWN as u64 * 4 {
            break;
        }
        if stop() {
            return None;
        }
        let mut frame = match drawing.draw(&mut streams, &mut acceptance) {
            Ok(Some(frame)) => frame,
            Ok(None) => continue,
            Err(error) => return Some(Err(error.diagnostic(model))),
        };
        let wording = found.len() % model.stems.len().max(1);
        match specimen((&drawing, &assessor), wording, &mut frame) {
            Ok(one) if seen.insert(one.item.fingerprint) => found.push(one),
            // Too few options are no fault of one draw: the census counts them.
            Ok(_) | Err(ItemFault::TooFewOptions { .. }) => {}
            Err(fault) => {
                faults.next_instance();
                faults.see(fault.diagnostic(model), String::new);
            }
        }
    }
    if acceptance.accepted == 0 {
        return Some(Err(drawing.impossible(&acceptance)));
    }
    let drawn = found.len();
    mark(&mut found);
    Some(Ok(Specimens {
        shown: chosen(found, count),
        drawn,
        faults: faults.messages(acceptance.accepted),
    }))
}

/// One instance in one of the interchangeable wordings.
fn specimen(
    (drawing, assessor): (&Drawing<'_>, &Assessor<'_>),
    wording: usize,
    frame: &mut Frame,
) -> Result<Specimen, ItemFault> {
    let mut item = drawing.item(0, frame)?;
    let measure = assessor.measure(drawing, &item, frame)?;
    let contributions = assessor.contributions(drawing, &item, frame)?;
    if wording > 0 {
        let holes: Result<_, DrawError> = drawing.holes(&drawing.model().stems[wording], frame);
        item.stem = holes?;
        item.wording = wording;
    }
    Ok(Specimen {
        item,
        difficulty: measure.weighted,
        contributions,
        words: measure.words,
        oddities: Vec::new(),
    })
}

/// Puts difficulties around their median and says what stands out.
fn mark(found: &mut [Specimen]) {
    let sorted = |of: fn(&Specimen) -> f64, found: &[Specimen]| {
        let mut values: Vec<f64> = found.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let difficulties = sorted(|one| one.difficulty, found);
    let words = sorted(|one| f64::from(one.words), found);
    let median = quantile(&difficulties, 0.5);
    let (easy, hard) = fences(&difficulties, SLIGHT);
    let (short, long) = fences(&words, FEW_WORDS);
    for one in found {
        let words = f64::from(one.words);
        let odd = [
            (one.difficulty < easy, Oddity::Easy),
            (one.difficulty > hard, Oddity::Hard),
            (words < short, Oddity::Short),
            (words > long, Oddity::Long),
        ];
        one.oddities = odd.iter().filter(|odd| odd.0).map(|odd| odd.1).collect();
        one.difficulty -= median;
    }
}

/// Below and above what a value stands out; never nearer to the quartiles than `least`.
fn fences(sorted: &[f64], least: f64) -> (f64, f64) {
    let (low, high) = (quantile(sorted, 0.25), quantile(sorted, 0.75));
    let reach = (1.5 * (high - low)).max(least);
    (low - reach, high + reach)
}

/// A quantile with straight lines between the values, Hyndman & Fan 1996, definition 7.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    // At most `DRAWN` values.
    let place = share * last as f64;
    let below = place as usize;
    let above = (below + 1).min(last);
    let part = place - below as f64;
    sorted[below] + part * (sorted[above] - sorted[below])
}

/// The first ones, and in place of the last of them those that stand out.
fn chosen(found: Vec<Specimen>, count: usize) -> Vec<Specimen> {
    let odd = |one: &Specimen| !one.oddities.is_empty();
    let far = found.iter().skip(count).filter(|one| odd(one)).count();
    let far = far.min(count / 4);
    let first = count.min(found.len()) - far;
    let mut kept = Vec::with_capacity(count);
    let mut rest = found.into_iter();
    kept.extend(rest.by_ref().take(first));
    kept.extend(rest.filter(odd).take(far));
    kept
}

#[cfg(test)]
mod tests {
    use super::{fences, quantile};

    #[test]
    fn quantiles_by_hand() {
        let values = [1.0, 2.0, 4.0, 8.0, 16.0];
        assert_eq!(quantile(&values, 0.5), 4.0);
        assert_eq!(quantile(&values, 0.25), 2.0);
        assert_eq!(quantile(&[1.0, 3.0], 0.5), 2.0);
        assert_eq!(quantile(&[7.0], 0.75), 7.0);
        assert_eq!(quantile(&[], 0.5), 0.0);
    }

    #[test]
    fn fences_are_one_and_a_half_boxes_away_and_never_too_near() {
        // Quartiles 2 and 8: 6 · 1.5 = 9.
        assert_eq!(fences(&[1.0, 2.0, 4.0, 8.0, 16.0], 0.25), (-7.0, 17.0));
        assert_eq!(fences(&[3.0; 9], 0.25), (2.75, 3.25));
    }
}
