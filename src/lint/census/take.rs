//! Taking the census: the walk over all instances, or over a sample.

use std::ops::ControlFlow;

use crate::bank::ItemBank;
use crate::bank::answer::Form;
use crate::bank::model::{ItemModel, Step};
use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::difficulty::{Assessor, Weights};
use crate::expression::Frame;
use crate::instance::draw::{Acceptance, Coverage, DrawError, Drawing, NameStreams};
use crate::instance::item::{Item, ItemFault};
use crate::lint::census::cells::Cells;
use crate::lint::census::keys::KeyTally;
use crate::lint::census::options::OptionCount;
use crate::lint::census::seen::{Fingerprints, LastCell, Seen};
use crate::lint::census::size::is_huge;
use crate::lint::census::slips::SlipTally;
use crate::lint::census::{Cell, Census, ConditionCount};
use crate::lint::printed::shown;
use crate::lint::rule::reading::Reader;
use crate::lint::sighting::Sightings;
use crate::seed::Seed;
use crate::value::Value;
use crate::value::notation::{Format, Language, Medium};

/// How far a census goes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Spaces up to this many vectors are visited whole.
    pub vectors: u64,
    /// So many draws are taken from larger ones.
    pub draws: u64,
    /// In about so many items texts and difficulty are looked at.
    pub read: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            vectors: 1_000_000,
            draws: 20_000,
            read: 4_000,
        }
    }
}

/// A sample stops after so many tries for each draw it wants.
const TRIES: u64 = 100;

/// A census and the faults that were seen on the way.
#[derive(Debug)]
pub struct Taken {
    /// The census.
    pub census: Census,
    /// Mistakes that no later instance can mend: expressions without a value, failed checks.
    pub faults: Vec<Diagnostic>,
    /// Faults in what students read.
    pub texts: Vec<Diagnostic>,
}

/// Takes the census of an item model of `bank`; `None` if `stop` says so before it is done.
pub fn take(
    bank: &ItemBank,
    model: &ItemModel,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
) -> Option<Taken> {
    let language = Language::from_tag(&bank.language).unwrap_or(Language::ENGLISH);
    let mut census = Census {
        item: model.id.value.to_string(),
        ..Census::default()
    };
    let fail = |census: Census, error: DrawError| {
        Some(Taken {
            census,
            faults: vec![error.diagnostic(model)],
            texts: Vec::new(),
        })
    };
    let go = || match stop() {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    };
    let drawing = match Drawing::new(model) {
        Ok(drawing) => drawing,
        Err(error) => return fail(census, error),
    };
    let mut acceptance = drawing.acceptance();
    let go_on = &mut |_: &mut Frame| Ok(go());
    let coverage = match is_huge(&drawing, &bank.id, limits) {
        Ok(true) => Ok(Coverage::Partial),
        Ok(false) => drawing.enumerate(limits.vectors, &mut acceptance, go_on),
        Err(error) => Err(error),
    };
    let coverage = match coverage {
        Ok(coverage) => coverage,
        Err(error) => return fail(census, error),
    };
    census.whole = coverage == Coverage::Whole;
    let expected = if census.whole {
        acceptance.accepted
    } else {
        limits.draws
    };
    let assessor = Assessor::new(model, &Weights::of(bank, model));
    let mut walk = Walk {
        drawing: &drawing,
        assessor: &assessor,
        reader: Reader::new(model, language),
        every: (expected / limits.read.max(1)).max(1),
        census,
        seen: Fingerprints::default(),
        fixed: vec![Seen::Nothing; model.parameters().count()],
        last: LastCell::default(),
        cells: Cells::default(),
        keys: KeyTally::default(),
        options: OptionCount::new(model.misconceptions.len()),
        slips: SlipTally::new(model.misconceptions.iter().map(|slip| &slip.slip)),
        faults: Sightings::default(),
        short: None,
        words: 0,
    };
    let walked = if walk.census.whole {
        let mut again = drawing.acceptance();
        let visit = &mut |frame: &mut Frame| {
            walk.visit(frame);
            Ok(go())
        };
        drawing
            .enumerate(u64::MAX, &mut again, visit)
            .map(|_| again)
    } else {
        walk.sample(&bank.id, limits.draws, stop)
    };
    if stop() {
        return None;
    }
    match walked {
        Ok(acceptance) => Some(walk.finish(&acceptance)),
        Err(error) => fail(walk.census, error),
    }
}

struct Walk<'a> {
    drawing: &'a Drawing<'a>,
    assessor: &'a Assessor<'a>,
    reader: Reader<'a>,
    /// One item in so many is read.
    every: u64,
    census: Census,
    seen: Fingerprints,
    /// What each drawn name was.
    fixed: Vec<Seen>,
    last: LastCell,
    cells: Cells,
    keys: KeyTally,
    options: OptionCount,
    slips: SlipTally,
    faults: Sightings,
    /// The first draw with too few different options, and how many it has.
    short: Option<(Box<[Value]>, usize)>,
    words: u64,
}

impl Walk<'_> {
    fn sample(
        &mut self,
        bank: &str,
        draws: u64,
        stop: &dyn Fn() -> bool,
    ) -> Result<Acceptance, DrawError> {
        let mut acceptance = self.drawing.acceptance();
        // A fixed seed, so that a check says the same until the bank changes.
        let model = self.drawing.model();
        let mut streams = NameStreams::new(Seed::new(0), bank, "census", model);
        while acceptance.accepted < draws && acceptance.tried < draws.saturating_mul(TRIES) {
            if stop() {
                break;
            }
            if let Some(mut frame) = self.drawing.draw(&mut streams, &mut acceptance)? {
                self.visit(&mut frame);
            }
        }
        Ok(acceptance)
    }

    /// Looks at one accepted vector.
    fn visit(&mut self, frame: &mut Frame) {
        let model = self.drawing.model();
        for (seen, parameter) in self.fixed.iter_mut().zip(model.parameters()) {
            seen.see(frame.get(parameter.slot));
        }
        let (item, answers) = match self.drawing.item_and_given(0, frame) {
            Ok(item) => item,
            Err(ItemFault::TooFewOptions { found, .. }) => {
                let fewest = match self.census.short {
                    (0, _) => found,
                    (_, fewest) => fewest.min(found),
                };
                self.census.short = (self.census.short.0 + 1, fewest);
                let vector = &mut self.short;
                vector.get_or_insert_with(|| (self.drawing.drawn(frame), found));
                return;
            }
            Err(fault) => return self.fault(&fault),
        };
        if !self.seen.insert(item.fingerprint) {
            return;
        }
        if let Err(error) = self.count(&item, &answers, frame) {
            self.fault(&ItemFault::Draw(error));
        }
    }

    fn fault(&mut self, fault: &ItemFault) {
        self.census.faulty += 1;
        let diagnostic = fault.diagnostic(self.drawing.model());
        self.faults.next_instance();
        self.faults.see(diagnostic, String::new);
    }

    /// Counts a new item.
    fn count(
        &mut self,
        item: &Item,
        answers: &[Vec<Value>],
        frame: &mut Frame,
    ) -> Result<(), DrawError> {
        let keys: Vec<&Value> = item.keys.iter().map(|key| &key.value).collect();
        let example = || self.drawing.given(frame);
        let meeting = self.slips.count(answers, &keys, &example);
        let shown_slips = item.options.iter().filter_map(|o| o.misconception);
        self.slips.shown(shown_slips);
        // What a person marks has no key that could be passed on.
        if item.all_keys().next().is_some() {
            let reader = &self.reader;
            self.keys.count(item.all_keys(), || reader.keys(item));
        }
        let cell = self.last.hash(&item.radicals);
        self.cells.count(cell, &item.radicals, &meeting);
        // By fingerprint, so that what is read does not depend on the order of the walk.
        if item.fingerprint.0.is_multiple_of(u128::from(self.every)) {
            self.read(item, cell, frame)?;
        }
        Ok(())
    }

    /// Looks at the texts and the difficulty of an item.
    fn read(&mut self, item: &Item, cell: u64, frame: &mut Frame) -> Result<(), DrawError> {
        self.census.read += 1;
        if !item.options.is_empty() {
            let texts = self.reader.options(item);
            let placed = match &self.drawing.model().response {
                ResponseType::Choice(choice) => choice.keeps_places(),
                _ => false,
            };
            self.options.count(&item.options, &texts, placed);
        }
        self.census.stated += u64::from(self.reader.read(self.drawing, item, frame)?);
        let assessor = self.assessor;
        let (contributions, words) = assessor.contributions_and_words(self.drawing, item, frame)?;
        self.cells.measure(cell, &contributions);
        let (fewest, _, most) = self.census.words;
        let fewest = if self.census.read == 1 {
            words
        } else {
            fewest.min(words)
        };
        self.census.words = (fewest, 0.0, most.max(words));
        self.words += u64::from(words);
        Ok(())
    }

    fn finish(self, acceptance: &Acceptance) -> Taken {
        let model = self.drawing.model();
        let mut census = self.census;
        census.tried = acceptance.tried;
        census.accepted = acceptance.accepted;
        census.distinct = self.seen.len() as u64;
        let conditions = model.steps.iter().filter_map(|step| match step {
            Step::Require(condition) => Some(&condition.written),
            _ => None,
        });
        let counted = conditions.zip(&acceptance.conditions);
        census.conditions = counted
            .map(|(written, (tested, met))| ConditionCount {
                written: written.clone(),
                tested: *tested,
                met: *met,
            })
            .collect();
        let fixed = model.parameters().zip(&self.fixed);
        census.fixed = fixed
            .filter(|(_, seen)| matches!(seen, Seen::Always(_)))
            .map(|(parameter, _)| parameter.name.to_string())
            .collect();
        let spread = self.cells.finish();
        census.cell_count = spread.cells.len();
        census.cells = Cell::kept(spread.cells);
        census.difficulty = spread.difficulty;
        census.varying = spread.varying;
        census.keys = self.keys.finish();
        census.options = self.options;
        (census.slips, census.twins) = self.slips.finish();
        for slip in 0..census.slips.len() {
            let always = |cell: &&Cell| cell.equal_key.contains(&slip);
            let cell = census.cells.iter().find(always);
            census.slips[slip].cell = cell.map(|cell| cell.radicals.clone());
        }
        for twins in &mut census.twins {
            let pair = (twins.first, twins.second);
            let cell = census.cells.iter().find(|cell| cell.twins.contains(&pair));
            let cell = cell.filter(|_| twins.items < twins.possible && census.cell_count > 1);
            twins.cell = cell.map(|cell| cell.radicals.clone());
        }
        // Counts up to 10⁶ are exact.
        census.words.1 = self.words as f64 / (census.read.max(1)) as f64;
        let mut faults = self.faults.messages(acceptance.accepted);
        if acceptance.accepted == 0 {
            faults.push(self.drawing.impossible(acceptance));
        } else {
            faults.extend(too_few_options(self.drawing, &census, self.short.as_ref()));
        }
        let texts = self.reader.finish(census.read);
        Taken {
            census,
            faults,
            texts,
        }
    }
}

/// An error if no draw has enough options; a warning if only some have, for those are drawn again.
fn too_few_options(
    drawing: &Drawing<'_>,
    census: &Census,
    first: Option<&(Box<[Value]>, usize)>,
) -> Option<Diagnostic> {
    let (short, fewest) = census.short;
    let (vector, found) = first?;
    let model = drawing.model();
    // Of blanks and parts, each with options of its own, only the item as a whole is counted.
    let wanted = match &model.response {
        ResponseType::Choice(choice) => choice.offer.count(),
        _ => None,
    };
    let wanted = match wanted {
        Some(wanted) => format!("fewer than {wanted} different options"),
        None => "too few different options".to_owned(),
    };
    if census.distinct == 0 {
        return Some(drawing.never_enough(vector, *found));
    }
    let message = format!(
        "{short} of {} draws have {wanted}, some only {fewest}; they are not used",
        census.accepted
    );
    let help = "add misconceptions with other wrong answers, or exclude these draws under `where`";
    Some(Diagnostic::warning(Code::TooFewOptions, model.span, message).help(help))
}

/// A value as an option or a key.
pub(in crate::lint) fn typed(value: &Value, form: Option<Form>, language: &Language) -> String {
    let format = form.map_or(Format::Plain, Form::format);
    shown(value, &[format], Medium::Text, language)
        .or_else(|_| shown(value, &[], Medium::Text, language))
        .unwrap_or_default()
}
