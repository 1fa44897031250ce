//! Corrected editions: forms of a set again, with the items of one model as a mended bank makes
//! them from the same draws.

use crate::bank::ItemBank;
use crate::bank::model::{ItemModel, Step};
use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::arrange::{arrange, content};
use crate::form::id::FormId;
use crate::form::record::{BankRecord, ModelRecord};
use crate::form::set::{Form, FormSet, PlacedItem};
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::{Item, ItemFault};
use crate::instance::options::AnswerOption;
use crate::seed::Seed;
use crate::value::Value;

impl FormSet {
    /// The forms that `is_wanted` picks, as corrected editions: items of the models at `models` in
    /// this set's list are made again from their draws by the models of `bank`. Everything else
    /// stays, predicted difficulties too. Forms that come out the same are left out.
    ///
    /// # Errors
    /// A model that `bank` does not have or that draws other names; draws that it no longer makes.
    pub fn corrected(
        &self,
        bank: &ItemBank,
        models: &[usize],
        is_wanted: impl Fn(&Form) -> bool,
    ) -> Result<FormSet, Diagnostic> {
        let seed: Seed = self.seed.parse().map_err(|_| {
            let message = format!("`{}` is no seed", self.seed);
            Diagnostic::error(Code::Json, None, message)
        })?;
        let mut set = self.clone();
        set.bank = BankRecord::of(bank);
        set.shard = None;
        set.forms.retain(is_wanted);
        for at in models {
            let (record, model) = mended(self, *at, bank)?;
            let drawing = Drawing::new(model).map_err(|error| error.diagnostic(model))?;
            let again = Again {
                drawing: &drawing,
                order: order(model, &record.names),
                bank,
                seed,
                at: *at,
            };
            for form in &mut set.forms {
                for (place, placed) in form.items.iter_mut().enumerate() {
                    if placed.item.model == *at {
                        *placed = again.item(form.id, place, placed)?;
                    }
                }
            }
            set.models[*at] = ModelRecord::of(model);
        }
        for form in &mut set.forms {
            form.id = FormId::new(&content(&form.items), form.label);
        }
        set.forms
            .retain(|form| self.forms.iter().all(|old| old.id != form.id));
        for (place, slot) in set.slots.iter_mut().enumerate() {
            let mut radicals = set
                .forms
                .iter()
                .map(|form| &form.items[place].item.radicals);
            let first = radicals.next();
            slot.radicals = first
                .filter(|first| radicals.all(|other| other == *first))
                .cloned();
        }
        Ok(set)
    }
}

/// The model as it was kept, and as the bank has it now.
fn mended<'a>(
    set: &'a FormSet,
    at: usize,
    bank: &'a ItemBank,
) -> Result<(&'a ModelRecord, &'a ItemModel), Diagnostic> {
    let record = &set.models[at];
    let refuse = |message: String| {
        let help = "recall without --bank, and make new forms by `isoform pool make`";
        Diagnostic::error(Code::BadArgument, None, message).help(help)
    };
    if bank.id.to_string() != set.bank.id {
        let message = format!(
            "these forms are of the bank `{}`, not of `{}`",
            set.bank.id, bank.id
        );
        return Err(refuse(message));
    }
    let mut items = bank.items.iter();
    let Some(model) = items.find(|model| *model.id.value == *record.id) else {
        return Err(refuse(format!(
            "the bank no longer has the item model `{}`",
            record.id
        )));
    };
    let mut names: Vec<&str> = model
        .parameters()
        .map(|parameter| &*parameter.name)
        .collect();
    let mut old: Vec<&str> = record.names.iter().map(|name| &**name).collect();
    names.sort_unstable();
    old.sort_unstable();
    if names != old {
        let message = format!("the item model `{}` now draws other names", record.id);
        return Err(refuse(message));
    }
    Ok((record, model))
}

/// For each name that a model draws, its place in an older list of the same names.
fn order(model: &ItemModel, names: &[String]) -> Vec<usize> {
    let place = |name: &str| names.iter().position(|old| old == name).unwrap_or(0);
    model
        .parameters()
        .map(|parameter| place(&parameter.name))
        .collect()
}

struct Again<'a> {
    drawing: &'a Drawing<'a>,
    order: Vec<usize>,
    bank: &'a ItemBank,
    seed: Seed,
    at: usize,
}

impl Again<'_> {
    fn item(&self, form: FormId, place: usize, old: &PlacedItem) -> Result<PlacedItem, Diagnostic> {
        let model = self.drawing.model();
        let made = self.made(&old.item).map_err(|fault| match fault {
            Some(fault) => fault.diagnostic(model),
            None => {
                let message = format!(
                    "the corrected item model no longer draws item {} of form {form}",
                    place + 1
                );
                let help = "recall without --bank, and make new forms by `isoform pool make`";
                Diagnostic::error(Code::NotNow, None, message).help(help)
            }
        })?;
        let mut placed = old.clone();
        if made.fingerprint == old.item.fingerprint {
            // The paper stays as it is; only the solution and the names of slips may differ.
            let place = |option: &AnswerOption| {
                let mut shown = old.item.options.iter();
                shown.position(|shown| shown.value.same(&option.value))
            };
            placed.item.options = made.options;
            placed.item.options.sort_by_key(place);
            (placed.item.slips, placed.item.solution) = (made.slips, made.solution);
            return Ok(placed);
        }
        placed.item = made;
        let responses: Vec<&ResponseType> = vec![&model.response; self.at + 1];
        let mut alone = vec![vec![placed.clone()]];
        arrange(&self.bank.id, self.seed, 0, &mut alone, &responses);
        if let Some(arranged) = alone.into_iter().flatten().next() {
            placed = arranged;
        }
        Ok(placed)
    }

    /// The item of the same draws; `None` as the fault when a condition refuses them.
    fn made(&self, old: &Item) -> Result<Item, Option<ItemFault>> {
        let fault = |error: DrawError| Some(ItemFault::from(error));
        let draws: Vec<Value> = self.order.iter().map(|at| old.draws[*at].clone()).collect();
        let mut frame = self.drawing.rebuild(&draws).map_err(fault)?;
        for step in &self.drawing.model().steps {
            if let Step::Require(condition) = step
                && !self.drawing.test(condition, &mut frame).map_err(fault)?
            {
                return Err(None);
            }
        }
        let mut item = self.drawing.item(self.at, &mut frame).map_err(Some)?;
        let stems = &self.drawing.model().stems;
        if old.wording > 0 && old.wording < stems.len() {
            item.wording = old.wording;
            item.stem = self
                .drawing
                .holes(&stems[old.wording], &mut frame)
                .map_err(fault)?;
        }
        Ok(item)
    }
}
