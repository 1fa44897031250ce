//! `isoform pool make`: forms that join those of the pool.
//!
//! A line of forms is what was made for the same standards, or of the same blueprint. Its first
//! set decides places, cells and windows; all later ones keep them, and none has an item that any
//! form of the pool has, whatever its purpose.

use std::path::{Path, PathBuf};

use crate::bank::ItemBank;
use crate::cli::Ending;
use crate::cli::folder::{Beside, audit};
use crate::cli::generate::{Output, fresh, sound, stage};
use crate::cli::house;
use crate::cli::output::PLAN;
use crate::cli::pool::arguments::{Make, Pool};
use crate::cli::pool::line::Line;
use crate::cli::pool::open::{Opened, SETS};
use crate::cli::pool::verify::digest;

use crate::cli::pool::{Done, Stopped, paper, policy};
use crate::cli::summary;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::form::MANY;
use crate::form::onward::Onward;
use crate::form::set::FormSet;
use crate::form::slots::{Plan, Wanted};
use crate::form::{Request, assemble_onward};
use crate::parity::report::ParityReport;
use crate::pool::entry::{AddedSet, Event};
use crate::pool::policy::Policy;
use crate::seed::Seed;

/// In how many tries mastery may be shown, for the report of a set.
const USUAL_TRIES: u32 = 3;

/// What one set is to be made of.
pub struct Order<'a> {
    /// Its standards; none with a blueprint.
    pub standards: &'a [String],
    /// The blueprint.
    pub blueprint: Option<&'a str>,
}

pub fn make(verb: &Make, options: &Pool, terminal: &Terminal) -> Done {
    let policy = policy::read(&options.pool)?;
    let banks = policy::banks(&options.pool, &policy, &verb.banks)?;
    let pages = paper::own_pages(&verb.pages, &policy, &options.pool);
    let mut pool = Opened::write(options)?;
    let orders = orders(verb);
    let found = orders.iter().map(|order| bank_of(&banks, order));
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    let mut made = Vec::new();
    for (order, (bank, path)) in orders.iter().zip(found) {
        let mut stopped = Stopped::default();
        stopped.diagnostics.extend(sound(bank));
        let school = house::school(path, &mut stopped.sources, &mut stopped.diagnostics);
        if stopped.diagnostics.has_errors() {
            return Err(stopped);
        }
        let beside = Beside {
            school,
            pages: pages.clone(),
        };
        made.push(one(
            verb,
            order,
            (bank, beside),
            &policy,
            &mut pool,
            terminal,
        )?);
    }
    // All sets come into the pool, or none.
    pool.write_held(&[])?;
    made.iter().for_each(|made| made.say(verb, terminal));
    Ok(Ending::Done)
}

/// One set for each standard, unless all are to stand together.
fn orders(verb: &Make) -> Vec<Order<'_>> {
    let blueprint = verb.blueprint.as_deref();
    if verb.together || blueprint.is_some() {
        let standards = &verb.standards;
        return vec![Order {
            standards,
            blueprint,
        }];
    }
    let each = verb.standards.chunks(1).enumerate();
    // Who names a standard twice means it once.
    let new = each.filter(|(at, one)| !verb.standards[..*at].contains(&one[0]));
    new.map(|(_, standards)| Order {
        standards,
        blueprint,
    })
    .collect()
}

/// The first bank that has what is asked for.
fn bank_of<'b>(
    banks: &'b [(ItemBank, PathBuf)],
    order: &Order<'_>,
) -> Result<(&'b ItemBank, &'b Path), Diagnostic> {
    let has = |bank: &ItemBank| match order.blueprint {
        Some(id) => bank.blueprints.iter().any(|own| *own.id.value == *id),
        None => order.standards.iter().all(|id| bank.standard(id).is_some()),
    };
    if let Some((bank, path)) = banks.iter().find(|(bank, _)| has(bank)) {
        return Ok((bank, path));
    }
    let ids = order.blueprint.map(str::to_owned);
    let wanted: Vec<String> = ids
        .into_iter()
        .chain(order.standards.iter().cloned())
        .collect();
    let (code, what) = match order.blueprint {
        Some(_) => (Code::UnknownBlueprint, "blueprint"),
        None => (Code::UnknownStandard, "standard"),
    };
    let known = banks.iter().flat_map(|(bank, _)| match order.blueprint {
        Some(_) => bank
            .blueprints
            .iter()
            .map(|own| &*own.id.value)
            .collect::<Vec<_>>(),
        None => bank.standards.iter().map(|own| &*own.id.value).collect(),
    });
    let known: Vec<&str> = known.collect();
    let missing = wanted.iter().find(|id| !known.contains(&id.as_str()));
    let (message, help) = match missing {
        Some(id) => (
            format!("the pool's banks have no {what} `{id}`"),
            suggest::help(id, known.iter().copied()),
        ),
        None => (
            format!("no bank of the pool has {} together", wanted.join(" and ")),
            "leave `--together` out, or put these standards into one bank".to_owned(),
        ),
    };
    Err(Diagnostic::error(code, None, message).help(help))
}

fn one(
    verb: &Make,
    order: &Order<'_>,
    (bank, beside): (&ItemBank, Beside),
    policy: &Policy,
    pool: &mut Opened,
    terminal: &Terminal,
) -> Result<Made, Stopped> {
    let line = Line::of(pool, bank, order)?;
    let seed = verb.seed.map_or_else(fresh, Ok)?;
    let plan = match line.plan(bank)? {
        Some(plan) => plan,
        None => first_plan(order, bank, policy, seed)?,
    };
    let onward = Onward {
        taken: pool.history.instances(),
        targets: line.targets(pool, bank, &plan)?,
        first: line.next(),
    };
    let request = Request {
        seed,
        forms: verb.forms as usize,
        repeats: false,
    };
    let mut set = assemble_onward(bank, &plan, &request, &onward).map_err(refused)?;
    let name = folder_name(pool, order, &set);
    // The ledger keeps the bank's rules, and the pages show the pool's.
    let mut added = AddedSet::of(&set, name.clone(), String::new(), verb.purpose.purpose());
    policy.rule(&mut set.standards, &added.standards);
    if let Some(layout) = verb.pages.layout() {
        set.layout = layout.to_owned();
    }
    let tries = policy.attempts.unwrap_or(USUAL_TRIES).min(20);
    let report = audit(&set, tries)?;
    let together = line.together(&set, tries)?;
    let part = pool.part(&name)?;
    let output = Output {
        folder: &part,
        quiet: false,
        terminal,
    };
    stage(&set, &report, &beside, &output)?.finish()?;
    let plan_file = part.join(PLAN);
    let bytes = std::fs::read(&plan_file).map_err(|error| {
        let message = format!("cannot read `{}`: {error}", plan_file.display());
        Diagnostic::error(Code::CannotRead, None, message)
    })?;
    added.digest = digest(&bytes);
    pool.hold(Event::SetAdded(added))?;
    let together = together.map(|report| (line.forms(), report));
    Ok(Made {
        set,
        report,
        together,
        name,
    })
}

/// A set that is made, and what is said of it.
struct Made {
    set: FormSet,
    report: ParityReport,
    /// How many forms there were before, and what may be said of all.
    together: Option<(usize, ParityReport)>,
    name: String,
}

impl Made {
    fn say(&self, verb: &Make, terminal: &Terminal) {
        summary::set(&self.set, terminal);
        summary::parity(&self.report, terminal);
        if let Some((before, together)) = &self.together {
            let forms = if *before == 1 { "form" } else { "forms" };
            terminal.say(&format!("  with the {before} {forms} made before:"));
            summary::parity(together, terminal);
        }
        terminal.say(&format!("  {}", left(&self.set)));
        let (purpose, name) = (verb.purpose.purpose().name(), &self.name);
        terminal.say(&format!("  {purpose} forms in {name}"));
    }
}

/// The places of the first forms.
fn first_plan(
    order: &Order<'_>,
    bank: &ItemBank,
    policy: &Policy,
    seed: Seed,
) -> Result<Plan, Stopped> {
    let items = usize::from(policy.items) * order.standards.len();
    let wanted = Wanted {
        blueprint: order.blueprint,
        standards: order.standards,
        items: order.blueprint.is_none().then_some(items),
        as_drawn: false,
    };
    let mut plan = Plan::of(bank, &wanted, seed).map_err(refused)?;
    if order.blueprint.is_none() {
        plan.title = format!("{}: {}", bank.title, order.standards.join(", "));
    }
    Ok(plan)
}

/// A folder's name has the number of its entry, so it never comes twice.
fn folder_name(pool: &Opened, order: &Order<'_>, set: &FormSet) -> String {
    let of = match order.standards {
        [one] => one.as_str(),
        [] => set.blueprint.as_str(),
        [first, ..] => first.as_str(),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let of: String = of.chars().map(|c| if plain(c) { c } else { '-' }).collect();
    let more = if order.standards.len() > 1 {
        "-and-more"
    } else {
        ""
    };
    format!("{SETS}/{:03}-{of}{more}", pool.history.last + 1)
}

/// How many more such forms there could be.
fn left(set: &FormSet) -> String {
    match set.left() {
        None => String::new(),
        Some(many) if many >= MANY => format!("more than {MANY} further forms can be made"),
        Some(0) => "no further form can be made: widen the bank before it is needed".to_owned(),
        Some(1) => "1 further form can be made".to_owned(),
        Some(count) => format!("{count} further forms can be made"),
    }
}

fn refused(diagnostics: Vec<Diagnostic>) -> Stopped {
    let mut stopped = Stopped::default();
    stopped.diagnostics.extend(diagnostics);
    stopped
}
