//! Definitions and conditions become steps, in the order of the plan.

use std::sync::Arc;

use crate::bank::lower::model::Names;
use crate::bank::lower::order::{Definition, Meaning, Plan, Planned};
use crate::bank::model::{Binding, Condition, Parameter, Step};
use crate::diagnostic::Diagnostics;
use crate::expression::ast::Expression;
use crate::expression::types::Type;

pub(super) type Built = (Vec<Step>, Vec<Binding>, Vec<Arc<str>>);

/// Checks definitions and conditions in the order of the plan, each name known from then on.
pub(super) fn build(
    plan: Plan,
    definitions: &[Definition],
    conditions: &[(Expression, String)],
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Built> {
    let (mut steps, mut bindings, mut slots) = (Vec::new(), Vec::new(), Vec::new());
    let mut whole = plan.steps.len() + plan.late.len() >= definitions.len();
    let late = plan.late.iter().map(|at| (Planned::Define(*at), true));
    for (planned, is_late) in plan.steps.iter().map(|step| (*step, false)).chain(late) {
        let step = match planned {
            Planned::Require(at) => {
                let (tree, written) = &conditions[at];
                let program = names
                    .check(tree, diagnostics)
                    .filter(|program| names.require(program, &Type::Boolean, diagnostics));
                program.map(|program| {
                    Step::Require(Condition {
                        program,
                        written: written.clone(),
                    })
                })
            }
            Planned::Define(at) => {
                let definition = &definitions[at];
                slots.push(definition.name.value.clone());
                define(definition, names, diagnostics)
            }
        };
        match step {
            Some(Step::Bind(binding)) if is_late => bindings.push(binding),
            Some(step) => steps.push(step),
            None => whole = false,
        }
    }
    whole.then_some((steps, bindings, slots))
}

fn define(
    definition: &Definition,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Step> {
    let name = definition.name.value.clone();
    match &definition.meaning {
        Meaning::Drawn(domain) => {
            let checked = names.domain(domain, diagnostics);
            let (domain, holds) = match checked {
                Some((domain, holds)) => (Some(domain), holds),
                None => (None, Type::Any),
            };
            let slot = names.add(name.clone(), holds);
            Some(Step::Draw(Parameter {
                name,
                slot,
                domain: domain?,
                span: definition.name.span,
            }))
        }
        Meaning::Bound(tree) => {
            let program = names.check(tree, diagnostics);
            let holds = program
                .as_ref()
                .map_or(Type::Any, |program| program.gives.clone());
            let slot = names.add(name.clone(), holds);
            Some(Step::Bind(Binding {
                name,
                slot,
                program: program?,
            }))
        }
    }
}
