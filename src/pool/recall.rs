//! Finding the instances of an item model that was wrong, from the plans of the sets.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::parser::{Written, parse};
use crate::expression::{Frame, Program, Scope, Type};
use crate::form::set::FormSet;
use crate::instance::item::Item;
use crate::pool::entry::Place;
use crate::source::SourceText;

/// Whether `id` names an item model, or all its variants.
pub fn is_meant(id: &str, model: &str) -> bool {
    let variant = model.strip_prefix(id);
    variant.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The places in `set` where the item model `id` stands, or one of its variants, and where `when`
/// is true of the drawn values. None without the model.
///
/// # Errors
/// A condition that cannot be read, names what the model does not draw, or has no value for one
/// of the instances.
pub fn places(
    set: &FormSet,
    id: &str,
    when: Option<&SourceText>,
) -> Result<Vec<Place>, Diagnostics> {
    let mut found = Vec::new();
    for (at, model) in set.models.iter().enumerate() {
        if !is_meant(id, &model.id) {
            continue;
        }
        let own: Vec<(Place, &Item)> = set
            .forms
            .iter()
            .flat_map(|form| {
                let numbered = (1_u32..).zip(&form.items);
                numbered.map(|(item, placed)| {
                    (
                        Place {
                            form: form.id,
                            item,
                        },
                        &placed.item,
                    )
                })
            })
            .filter(|(_, item)| item.model == at)
            .collect();
        let Some(when) = when.filter(|_| !own.is_empty()) else {
            found.extend(own.into_iter().map(|(place, _)| place));
            continue;
        };
        let program = condition(when, &model.names, &own)?;
        for (place, item) in own {
            if holds(&program, place, item)? {
                found.push(place);
            }
        }
    }
    found.sort_by_key(|place| (place.form, place.item));
    Ok(found)
}

/// The condition, over the names that the model draws.
fn condition(
    when: &SourceText,
    names: &[String],
    own: &[(Place, &Item)],
) -> Result<Program, Diagnostics> {
    let mut scope = Scope::default();
    for (at, name) in names.iter().enumerate() {
        let drawn = own.iter().filter_map(|(_, item)| item.draws.get(at));
        scope.add_slot(name.as_str().into(), Type::join_all(drawn.map(Type::of)));
    }
    let mut diagnostics = Diagnostics::new();
    let program = match parse(Written::whole(when)) {
        Ok(tree) => scope.check_as(&tree, &Type::Boolean, &mut diagnostics),
        Err(error) => {
            diagnostics.push(error);
            None
        }
    };
    program.ok_or(diagnostics)
}

fn holds(program: &Program, place: Place, item: &Item) -> Result<bool, Diagnostics> {
    let mut frame = Frame::new(item.draws.len());
    for (slot, value) in item.draws.iter().enumerate() {
        frame.set(slot, value.clone());
    }
    program.holds(&mut frame).map_err(|error| {
        let message = format!(
            "this has no value for item {} of form {}: {}",
            place.item, place.form, error.failure
        );
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(Diagnostic::error(
            Code::EvaluationFailed,
            error.span,
            message,
        ));
        diagnostics
    })
}

/// No set has the model.
pub fn unknown<'a>(id: &str, models: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let message = format!("no set of the pool has the item model `{id}`");
    let near = suggest::help(id, models);
    let help = match near.is_empty() {
        true => "name an item by its `id` in the bank; the key of each form has it".to_owned(),
        false => near,
    };
    Diagnostic::error(Code::UnknownItem, None, message).help(help)
}
