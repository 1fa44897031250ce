//! The candidates of an item model: its distinct items in an order fixed by the seed.

use std::collections::HashSet;
use std::ops::ControlFlow;

use crate::difficulty::{Assessor, Measure};
use crate::expression::Frame;
use crate::form::arrange::is_free;
use crate::form::spread::{rank, rows};
use crate::instance::draw::{Acceptance, Coverage, DrawError, Drawing, NameStreams};
use crate::instance::fingerprint::{Fingerprint, hash_values};
use crate::instance::item::{Item, ItemFault};
use crate::seed::Seed;
use crate::value::Value;

/// Spaces up to this many vectors are listed before they are dealt; larger ones are sampled.
const LISTED: u64 = 16_384;

/// Spaces up to this many vectors are listed when sampling runs dry.
pub const ENUMERATED: u64 = 1_000_000;

/// So many draws in a row without a new item end the sampling.
const BARREN: u64 = 20_000;

/// A distinct item that could stand on a form.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The item; its options are not yet in their final order.
    pub item: Item,
    /// What makes it harder or easier than others of its model.
    pub measure: Measure,
    /// A hash of its radicals.
    pub cell: u64,
    /// A hash of its keys.
    pub key: u64,
    /// Hashes of the rows that it shows.
    pub rows: Box<[u64]>,
    /// Which place or rank its key has among the options.
    pub rank: usize,
}

/// The candidates, drawn as they are needed.
pub struct Pool<'a> {
    drawing: &'a Drawing<'a>,
    assessor: &'a Assessor<'a>,
    place: usize,
    source: Source,
    seen: HashSet<Fingerprint>,
    /// How often each condition was met while drawing.
    pub acceptance: Acceptance,
    /// The first accepted vector with too few different options, and how many it had.
    pub short: Option<(Box<[Value]>, usize)>,
}

enum Source {
    /// All vectors, in the order of dealing; the next one to look at.
    Listed(Vec<Box<[Value]>>, usize),
    /// Draw after draw, until `barren` of them in a row gave nothing new.
    Sampled { streams: NameStreams, barren: u64 },
}

impl<'a> Pool<'a> {
    /// The candidates of the model of `drawing`. `place` is the model's place in the form set.
    pub fn new(
        drawing: &'a Drawing<'a>,
        assessor: &'a Assessor<'a>,
        place: usize,
        seed: Seed,
        bank: &str,
    ) -> Result<Self, DrawError> {
        let mut acceptance = drawing.acceptance();
        let source = match list(drawing, LISTED, &mut acceptance)? {
            Some(mut vectors) => {
                let id: &str = &drawing.model().id.value;
                seed.stream(&[bank, id, "deal"]).shuffle(&mut vectors);
                Source::Listed(vectors, 0)
            }
            None => {
                acceptance = drawing.acceptance();
                let streams = NameStreams::new(seed, bank, "pool", drawing.model());
                Source::Sampled { streams, barren: 0 }
            }
        };
        let seen = HashSet::new();
        Ok(Self {
            drawing,
            assessor,
            place,
            source,
            seen,
            acceptance,
            short: None,
        })
    }

    /// Whether no candidate has been found.
    pub fn is_barren(&self) -> bool {
        self.seen.is_empty()
    }

    /// How many vectors there are, if they are listed.
    pub fn listed(&self) -> Option<usize> {
        match &self.source {
            Source::Listed(vectors, _) => Some(vectors.len()),
            Source::Sampled { .. } => None,
        }
    }

    /// The next candidate; `None` when there are no more, or when drawing gives nothing new.
    pub fn next(&mut self) -> Result<Option<Candidate>, ItemFault> {
        loop {
            let Some(mut frame) = self.next_frame()? else {
                return Ok(None);
            };
            if let Some(candidate) = self.candidate(&mut frame)? {
                return Ok(Some(candidate));
            }
        }
    }

    fn next_frame(&mut self) -> Result<Option<Frame>, DrawError> {
        match &mut self.source {
            Source::Listed(vectors, at) => {
                let Some(vector) = vectors.get(*at) else {
                    return Ok(None);
                };
                *at += 1;
                self.drawing.rebuild(vector).map(Some)
            }
            Source::Sampled { streams, barren } => {
                while *barren < BARREN {
                    *barren += 1;
                    if let Some(frame) = self.drawing.draw(streams, &mut self.acceptance)? {
                        return Ok(Some(frame));
                    }
                }
                Ok(None)
            }
        }
    }

    fn candidate(&mut self, frame: &mut Frame) -> Result<Option<Candidate>, ItemFault> {
        let item = match self.drawing.item(self.place, frame) {
            Ok(item) => item,
            Err(ItemFault::TooFewOptions { found, .. }) => {
                if self.short.is_none() {
                    self.short = Some((self.drawing.drawn(frame), found));
                }
                return Ok(None);
            }
            Err(fault) => return Err(fault),
        };
        if !self.seen.insert(item.fingerprint) {
            return Ok(None);
        }
        if let Source::Sampled { barren, .. } = &mut self.source {
            *barren = 0;
        }
        let measure = self.assessor.measure(self.drawing, &item, frame)?;
        let cell = hash_values(item.radicals.iter());
        let key = hash_values(item.all_keys());
        let rows = rows(&item.draws);
        let rank = rank(&item, is_free(&self.drawing.model().response));
        Ok(Some(Candidate {
            item,
            measure,
            cell,
            key,
            rows,
            rank,
        }))
    }

    /// How many different items there are, at least; exactly if the space can be listed.
    pub fn count_all(&mut self) -> Result<usize, ItemFault> {
        if self.listed().is_some() {
            while self.next()?.is_some() {}
        }
        Ok(self.seen.len())
    }

    /// Every candidate that drawing has not given yet, when the whole space is small enough to
    /// be listed; in an order fixed by the seed.
    pub fn rest(&mut self, seed: Seed, bank: &str) -> Result<Vec<Candidate>, ItemFault> {
        if self.listed().is_some() {
            return Ok(Vec::new());
        }
        let mut acceptance = self.drawing.acceptance();
        let Some(mut vectors) = list(self.drawing, ENUMERATED, &mut acceptance)? else {
            return Ok(Vec::new());
        };
        let id: &str = &self.drawing.model().id.value;
        seed.stream(&[bank, id, "deal"]).shuffle(&mut vectors);
        self.source = Source::Listed(vectors, 0);
        let mut found = Vec::new();
        while let Some(candidate) = self.next()? {
            found.push(candidate);
        }
        Ok(found)
    }
}

/// Every accepted vector, or `None` if there are more than `limit` to try.
fn list(
    drawing: &Drawing<'_>,
    limit: u64,
    acceptance: &mut Acceptance,
) -> Result<Option<Vec<Box<[Value]>>>, DrawError> {
    let mut vectors = Vec::new();
    let coverage = drawing.enumerate(limit, acceptance, &mut |frame| {
        vectors.push(drawing.drawn(frame));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((coverage == Coverage::Whole).then_some(vectors))
}
