//! The order in which names are drawn and worked out, and conditions tested.

use std::collections::HashMap;
use std::sync::Arc;

use crate::bank::domain::Domain;
use crate::bank::lower::Name;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::ast::Expression;

/// A name of an item model.
#[derive(Debug)]
pub(super) struct Definition {
    /// The name.
    pub name: Name,
    /// What it means.
    pub meaning: Meaning,
}

/// What a name means.
#[derive(Debug)]
pub(super) enum Meaning {
    /// It is drawn.
    Drawn(Domain<Expression>),
    /// It is worked out.
    Bound(Expression),
}

/// What happens next, by place in the lists of definitions and conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Planned {
    /// A name gets its value.
    Define(usize),
    /// A condition is tested.
    Require(usize),
}

/// The order of drawing, and the bindings that can wait until a vector is accepted.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Draws, bindings and conditions.
    pub steps: Vec<Planned>,
    /// Bindings that no draw and no condition needs.
    pub late: Vec<usize>,
}

impl Definition {
    /// The names that the definition reads.
    pub fn reads(&self) -> Vec<Arc<str>> {
        let mut names = Vec::new();
        let mut collect =
            |tree: &Expression| names.extend(tree.free_names().into_iter().map(|name| name.value));
        match &self.meaning {
            Meaning::Drawn(domain) => domain.for_each(&mut collect),
            Meaning::Bound(tree) => collect(tree),
        }
        names
    }
}

/// Puts definitions in the order of their needs, each condition as early as it can be tested.
/// `None` if names are defined by each other.
pub(super) fn plan(
    definitions: &[Definition],
    conditions: &[Expression],
    diagnostics: &mut Diagnostics,
) -> Option<Plan> {
    let places: HashMap<&str, usize> = definitions
        .iter()
        .enumerate()
        .map(|(at, d)| (&*d.name.value, at))
        .collect();
    let needs: Vec<Vec<usize>> = definitions
        .iter()
        .map(|definition| {
            definition
                .reads()
                .iter()
                .filter_map(|name| places.get(&**name).copied())
                .collect()
        })
        .collect();
    if let Some(cycle) = cycle(&needs) {
        diagnostics.push(circular(definitions, &cycle));
        return None;
    }
    let mut planner = Planner {
        needs: &needs,
        done: vec![false; definitions.len()],
        plan: Plan::default(),
    };
    let wanted: Vec<Vec<usize>> = conditions
        .iter()
        .map(|condition| {
            let names = condition.free_names();
            names
                .iter()
                .filter_map(|name| places.get(&*name.value).copied())
                .collect()
        })
        .collect();
    let mut tested = vec![false; conditions.len()];
    let is_drawn = |at: usize| matches!(definitions[at].meaning, Meaning::Drawn(_));
    for at in (0..definitions.len()).filter(|at| is_drawn(*at)) {
        planner.define(at);
        for (condition, names) in wanted.iter().enumerate() {
            let ready = names
                .iter()
                .all(|name| planner.can_define(*name, &is_drawn));
            if ready && !tested[condition] {
                tested[condition] = true;
                names.iter().for_each(|name| planner.define(*name));
                planner.plan.steps.push(Planned::Require(condition));
            }
        }
    }
    // Conditions on nothing that is drawn.
    for condition in (0..conditions.len()).filter(|at| !tested[*at]) {
        wanted[condition]
            .iter()
            .for_each(|name| planner.define(*name));
        planner.plan.steps.push(Planned::Require(condition));
    }
    planner.late(definitions.len());
    Some(planner.plan)
}

struct Planner<'a> {
    needs: &'a [Vec<usize>],
    done: Vec<bool>,
    plan: Plan,
}

impl Planner<'_> {
    fn define(&mut self, at: usize) {
        if std::mem::replace(&mut self.done[at], true) {
            return;
        }
        let needs = self.needs;
        needs[at].iter().for_each(|need| self.define(*need));
        self.plan.steps.push(Planned::Define(at));
    }

    /// Whether a name has its value, or could be worked out without another draw.
    fn can_define(&self, at: usize, is_drawn: &dyn Fn(usize) -> bool) -> bool {
        self.done[at]
            || (!is_drawn(at)
                && self.needs[at]
                    .iter()
                    .all(|need| self.can_define(*need, is_drawn)))
    }

    fn late(&mut self, count: usize) {
        let early = self.plan.steps.len();
        (0..count).for_each(|at| self.define(at));
        let late = self.plan.steps.split_off(early);
        self.plan.late = late
            .into_iter()
            .filter_map(|planned| match planned {
                Planned::Define(at) => Some(at),
                Planned::Require(_) => None,
            })
            .collect();
    }
}

/// Names that need each other, in order; the first stands again at the end.
fn cycle(needs: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut finished = vec![false; needs.len()];
    (0..needs.len()).find_map(|start| {
        let mut path = Vec::new();
        walk(start, needs, &mut finished, &mut path)
    })
}

fn walk(
    at: usize,
    needs: &[Vec<usize>],
    finished: &mut [bool],
    path: &mut Vec<usize>,
) -> Option<Vec<usize>> {
    if let Some(start) = path.iter().position(|before| *before == at) {
        let mut cycle = path[start..].to_vec();
        cycle.push(at);
        return Some(cycle);
    }
    if finished[at] {
        return None;
    }
    path.push(at);
    let found = needs[at]
        .iter()
        .find_map(|need| walk(*need, needs, finished, path));
    path.pop();
    finished[at] = true;
    found
}

fn circular(definitions: &[Definition], cycle: &[usize]) -> Diagnostic {
    let names: Vec<&str> = cycle
        .iter()
        .map(|at| &*definitions[*at].name.value)
        .collect();
    let first = &definitions[cycle[0]].name;
    let message = format!("names are defined by each other: {}", names.join(" → "));
    let help = if cycle.len() == 2 {
        format!(
            "`{}` cannot use itself; give one of the two another name",
            first.value
        )
    } else {
        format!(
            "define one of {} without the others",
            suggest::listed(&names[1..])
        )
    };
    let mut error = Diagnostic::error(Code::CircularNames, first.span, message).help(help);
    for at in &cycle[1..cycle.len() - 1] {
        error = error.label(definitions[*at].name.span, "part of the circle");
    }
    error
}
