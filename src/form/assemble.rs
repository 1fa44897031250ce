//! Assembling a form set: the plan of places, the deal of every item model, the forms.

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::bank::response::ResponseType;
use crate::diagnostic::Diagnostic;
use crate::difficulty::guessing::expected;
use crate::difficulty::{Assessor, Weights};
use crate::form::arrange::{arrange, content, is_free};
use crate::form::balance::{Place, balance};
use crate::form::column::{Column, Source, columns};
use crate::form::cut::{cut, standards};
use crate::form::deal::{Deal, DealError};
use crate::form::family::members;
use crate::form::id::FormId;
use crate::form::images::shown;
use crate::form::label::FormLabel;
use crate::form::letters::GROUP;
use crate::form::mixture::Mixture;
use crate::form::onward::Onward;
use crate::form::pool::Pool;
use crate::form::record::{BankRecord, ModelRecord, SlotRecord, StandardRecord};
use crate::form::refusal::{none_left, nothing, too_few};
use crate::form::set::{FORMAT, Form, FormSet, PlacedItem};
use crate::form::slots::{Plan, Slot};
use crate::form::window::steepness;
use crate::instance::draw::Drawing;
use crate::seed::{ALGORITHM, Seed};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The seed.
    pub seed: Seed,
    /// How many forms.
    pub forms: usize,
    /// Whether items may come again on another form when there are not enough.
    pub repeats: bool,
}

/// The mistakes that stand in the way of a form set.
pub type Refused = Vec<Diagnostic>;

/// Fills every place of `plan` on every form. The same bank, plan and seed give the same forms,
/// and the first forms do not depend on how many follow.
pub fn assemble(bank: &ItemBank, plan: &Plan, request: &Request) -> Result<FormSet, Refused> {
    let mut set = assemble_onward(bank, plan, request, &Onward::default())?;
    set.target = Vec::new();
    Ok(set)
}

/// As [`assemble`], for forms that join others: without their items, and as hard as they are.
pub fn assemble_onward(
    bank: &ItemBank,
    plan: &Plan,
    request: &Request,
    onward: &Onward,
) -> Result<FormSet, Refused> {
    let mut groups: Vec<(usize, bool)> = plan
        .slots
        .iter()
        .map(|slot| (slot.model, slot.mixed))
        .collect();
    groups.sort_unstable();
    groups.dedup();
    let mut models: Vec<usize> = groups
        .iter()
        .flat_map(|(model, mixed)| members(bank, *model, *mixed))
        .collect();
    models.sort_unstable();
    models.dedup();
    let mut refused = Vec::new();
    let mut columns: Vec<Option<Column>> = plan.slots.iter().map(|_| None).collect();
    for group in groups {
        match deal(bank, plan, (request, onward), &models, group) {
            Ok(dealt) => {
                let slots = plan
                    .slots
                    .iter()
                    .enumerate()
                    .filter(|(_, slot)| (slot.model, slot.mixed) == group);
                let dealt = dealt.into_iter();
                slots
                    .zip(dealt)
                    .for_each(|((at, _), column)| columns[at] = Some(column));
            }
            Err(error) => refused.push(error),
        }
    }
    let mut columns: Vec<Column> = columns.into_iter().flatten().collect();
    if !refused.is_empty() || columns.len() < plan.slots.len() {
        return Err(refused);
    }
    let cut = cut(bank, plan);
    let responses: Vec<&ResponseType> = models
        .iter()
        .map(|model| &bank.items[*model].response)
        .collect();
    let free: Vec<bool> = responses.iter().map(|response| is_free(response)).collect();
    let mut places: Vec<Place<'_>> = plan
        .slots
        .iter()
        .zip(&mut columns)
        .map(|(slot, column)| Place {
            items: &mut column.items,
            own: column.own,
            points: bank.items[slot.model].points,
            free: &free,
        })
        .collect();
    if !plan.as_drawn {
        balance(&mut places, request.forms, cut.share());
    }
    for column in &mut columns {
        column.items.truncate(request.forms);
    }
    let standards = standards(bank, plan);
    let slots: Vec<SlotRecord> = plan
        .slots
        .iter()
        .zip(&columns)
        .map(|(slot, column)| SlotRecord {
            model: models
                .iter()
                .position(|model| *model == slot.model)
                .unwrap_or(0),
            standard: standards
                .iter()
                .position(|id| **id == bank.items[slot.model].standard.value)
                .unwrap_or(0),
            radicals: column.radicals(),
        })
        .collect();
    let target = columns.iter().map(|column| column.target.clone()).collect();
    let forms = forms(bank, request, onward.first, &responses, columns);
    Ok(FormSet {
        format: FORMAT,
        rng: ALGORITHM.to_owned(),
        seed: request.seed.to_string(),
        bank: BankRecord::of(bank),
        blueprint: plan.blueprint.to_string(),
        title: plan.title.clone(),
        layout: plan.layout.name().to_owned(),
        cut: cut.parts().into(),
        repeats: request.repeats,
        as_drawn: plan.as_drawn,
        shard: None,
        standards: standards
            .iter()
            .filter_map(|id| bank.standard(id))
            .map(StandardRecord::of)
            .collect(),
        models: models
            .iter()
            .map(|model| ModelRecord::of(&bank.items[*model]))
            .collect(),
        slots,
        target,
        images: shown(&forms, &bank.images),
        forms,
    })
}

/// The columns of one item model, or of its mixed variants, in the order of the places.
fn deal(
    bank: &ItemBank,
    plan: &Plan,
    (request, onward): (&Request, &Onward),
    models: &[usize],
    group: (usize, bool),
) -> Result<Vec<Column>, Diagnostic> {
    let (first, mixed) = group;
    let place = |model: usize| models.iter().position(|other| *other == model);
    let members = members(bank, first, mixed);
    let drawings: Result<Vec<Drawing<'_>>, Diagnostic> = members
        .iter()
        .map(|at| {
            let model = &bank.items[*at];
            Drawing::new(model).map_err(|error| error.diagnostic(model))
        })
        .collect();
    let drawings = drawings?;
    let sources: Vec<Source<'_>> = members
        .iter()
        .zip(&drawings)
        .map(|(model, drawing)| Source {
            place: place(*model).unwrap_or(0),
            drawing,
            assessor: Assessor::new(drawing.model(), &Weights::of(bank, drawing.model())),
        })
        .collect();
    let pools: Result<Vec<Pool<'_>>, Diagnostic> = sources
        .iter()
        .map(|source| {
            let pool = Pool::new(
                source.drawing,
                &source.assessor,
                source.place,
                request.seed,
                &bank.id,
            );
            pool.map_err(|error| error.diagnostic(source.drawing.model()))
        })
        .collect();
    let mut mixture = Mixture::new(pools?);
    let model = &bank.items[first];
    let is_here = |slot: &&Slot| slot.model == first && slot.mixed == mixed;
    let share = bank
        .standard(&model.standard.value)
        .map_or(CutScore::USUAL, |s| s.cut())
        .share();
    let targets = onward.of(&model.id.value, mixed);
    let deal = Deal {
        seed: request.seed,
        bank: &bank.id,
        model: if mixed {
            model.family_id()
        } else {
            &model.id.value
        },
        slots: plan.slots.iter().filter(is_here).count(),
        forms: request.forms,
        steepness: (!plan.as_drawn).then(|| steepness(share, expected(&model.response))),
        repeats: request.repeats,
        taken: &onward.taken,
        targets: &targets,
    };
    let dealt = deal.run(&mut mixture).map_err(|error| match error {
        DealError::Item(at, fault) => fault.diagnostic(drawings[at].model()),
        DealError::Nothing(at) => nothing(mixture.pool(at), &drawings[at]),
        DealError::TooFew {
            occurrence,
            forms,
            items,
            in_all,
            sharing,
        } => {
            let wanted = Slot {
                model: first,
                mixed,
                occurrence,
            };
            let slot = plan.slots.iter().position(|slot| *slot == wanted);
            let slot = slot.map_or(0, |at| at + 1);
            if !onward.taken.is_empty() {
                return none_left(&drawings[0], request.forms, slot, forms);
            }
            too_few(
                &drawings[0],
                request.forms,
                [slot, forms, items, in_all, sharing],
            )
        }
    })?;
    drop(mixture);
    columns(
        bank,
        request.seed,
        &sources,
        (&model.id.value, mixed),
        dealt,
    )
}

/// Turns columns into forms, and puts the options in their final order.
fn forms(
    bank: &ItemBank,
    request: &Request,
    first: u32,
    responses: &[&ResponseType],
    columns: Vec<Column>,
) -> Vec<Form> {
    let mut rows: Vec<_> = columns
        .into_iter()
        .map(|column| column.items.into_iter())
        .collect();
    let mut forms: Vec<Vec<PlacedItem>> = (0..request.forms)
        .map(|_| rows.iter_mut().filter_map(Iterator::next).collect())
        .collect();
    for (group, forms) in forms.chunks_mut(GROUP).enumerate() {
        arrange(&bank.id, request.seed, group, forms, responses);
    }
    let numbered = forms.into_iter().zip(first..);
    numbered
        .map(|(items, number)| {
            let label = FormLabel::new(number);
            Form {
                label,
                id: FormId::new(&content(&items), label),
                items,
            }
        })
        .collect()
}
