//! Whether an author's examples come out.

mod agree;

use std::cell::Cell;
use std::ops::ControlFlow;

use crate::bank::example::{Example, Expected};
use crate::bank::model::ItemModel;
use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::instance::choices::Choices;
use crate::instance::draw::{Coverage, Drawing};
use crate::instance::item::ItemFault;
use crate::value::Value;

use agree::Outcome;

/// So many vectors are begun for one example.
const BUDGET: u64 = 50_000;

/// So many lists are tried where one is given by its elements.
const MOST_LISTS: usize = 1_000;

/// What is wrong with the examples of a model.
pub fn verify(model: &ItemModel) -> Vec<Diagnostic> {
    if model.examples.is_empty() {
        return Vec::new();
    }
    match Drawing::new(model) {
        Ok(drawing) => {
            let examples = model.examples.iter();
            examples
                .filter_map(|example| try_out(&drawing, example))
                .collect()
        }
        Err(error) => vec![error.diagnostic(model)],
    }
}

fn try_out(drawing: &Drawing<'_>, example: &Example) -> Option<Diagnostic> {
    let model = drawing.model();
    let fixed: Vec<Option<&Expected>> = model
        .parameters()
        .map(|parameter| {
            let mut given = example.vary.iter();
            given.find_map(|(name, wanted)| (name.value == parameter.name).then_some(wanted))
        })
        .collect();
    // The first name whose value is not on offer.
    let missed = Cell::new(None);
    let hold = |drawn: usize, choices: &Choices| {
        let wanted = fixed.get(drawn).copied().flatten()?;
        let values = fitting(choices, wanted);
        if values.is_empty() && missed.get().is_none() {
            missed.set(Some(drawn));
        }
        Some(values)
    };
    let mut found: Option<String> = None;
    let mut agrees = false;
    let mut fault: Option<ItemFault> = None;
    let mut acceptance = drawing.acceptance();
    let covered = drawing.enumerate_held(BUDGET, &mut acceptance, Some(&hold), &mut |frame| {
        drawing.finish(frame)?;
        let outcome = match &example.answer {
            Some(wanted) => drawing.outcome(&model.response, wanted, frame),
            // Such an example says what can be drawn.
            None => Ok(Outcome {
                agrees: true,
                found: String::new(),
            }),
        };
        match outcome {
            Ok(outcome) => {
                agrees = outcome.agrees;
                found.get_or_insert(outcome.found);
            }
            Err(ItemFault::Draw(error)) => return Err(error),
            Err(other) => fault = Some(other),
        }
        Ok(if agrees || fault.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        })
    });
    let covered = match covered {
        Ok(covered) => covered,
        Err(error) => return Some(error.diagnostic(model)),
    };
    if let Some(fault) = fault {
        return Some(fault.diagnostic(model));
    }
    let fail = |span, message: String| Diagnostic::error(Code::CheckFailed, span, message);
    match found {
        _ if agrees => None,
        Some(found) => Some(
            fail(
                example.answer_span,
                format!("this example gives the key {found}"),
            )
            .help(form_of(&model.response)),
        ),
        None if covered == Coverage::Partial => Some(
            Diagnostic::warning(
                Code::CheckFailed,
                example.span,
                format!("of {BUDGET} draws none fits this example"),
            )
            .help("give the values of more names, so that fewer draws are left to try"),
        ),
        None => Some(impossible(
            drawing,
            example,
            missed.get(),
            &acceptance.conditions,
        )),
    }
}

/// What to do, and how the answer of such an item is written.
fn form_of(response: &ResponseType) -> &'static str {
    match response {
        ResponseType::Select(_) => {
            "write the true statements of those shown, as they are printed: `answer: [The sum is even.]`"
        }
        ResponseType::Match(_) => {
            "write each entry on the left with its partner: `answer: {dog: perro, cat: gato}`"
        }
        ResponseType::Sequence(_) => {
            "write the steps in a right order, by their texts or short names: `answer: [a, c, b]`"
        }
        ResponseType::Open(_) => "the answer of the example does not have the property",
        ResponseType::Parts(_) => {
            "write a list with one answer for each part: `answer: [12, {x: 3}]`"
        }
        _ => "either the example or the item's `answer` is wrong",
    }
}

/// Why no instance has the values of an example.
fn impossible(
    drawing: &Drawing<'_>,
    example: &Example,
    missed: Option<usize>,
    conditions: &[(u64, u64)],
) -> Diagnostic {
    let model = drawing.model();
    let missed = missed.and_then(|drawn| {
        let name = &model.parameters().nth(drawn)?.name;
        let mut given = example.vary.iter();
        given.find(|(given, _)| given.value == *name)
    });
    if let Some((name, _)) = missed {
        let message = format!("`{}` is never drawn with this value", name.value);
        return Diagnostic::error(Code::CheckFailed, name.span, message)
            .help("change the example, or widen the domain under `vary`");
    }
    let refusing = model
        .conditions()
        .zip(conditions)
        .find(|(_, (tested, met))| *tested > 0 && *met == 0);
    let message = "no instance has these values".to_owned();
    let error = Diagnostic::error(Code::CheckFailed, example.span, message);
    match refusing {
        Some((condition, _)) => error
            .label(condition.program.span(), "this condition refuses them")
            .help("change the example, or the condition"),
        None => error.help("change the example, or the conditions under `where`"),
    }
}

/// The values on offer that are what is written.
fn fitting(choices: &Choices, wanted: &Expected) -> Vec<Value> {
    match choices {
        Choices::Whole { low, count } => {
            let Expected::Any(readings) = wanted else {
                return Vec::new();
            };
            let is_offered = |value: &&Value| match value {
                Value::Number(number) => number.exact().to_i64().is_some_and(|whole| {
                    let above = i128::from(whole) - i128::from(*low);
                    (0..i128::from(*count)).contains(&above)
                }),
                _ => false,
            };
            readings
                .iter()
                .find(is_offered)
                .cloned()
                .into_iter()
                .collect()
        }
        Choices::List(values) | Choices::Weighted(values, _) => {
            let fits = values.iter().filter(|value| wanted.fits(value));
            fits.cloned().collect()
        }
        // An author has no name for which statements are shown.
        Choices::Picks(_) => Vec::new(),
        Choices::Several(count, values) => lists(*count, values, wanted, true),
        Choices::Draws(count, values) => lists(*count, values, wanted, false),
    }
}

/// The lists of `count` of `values` whose elements are what is written.
fn lists(count: usize, values: &[Value], wanted: &Expected, different: bool) -> Vec<Value> {
    let Some(elements) = wanted.elements().filter(|elements| elements.len() == count) else {
        return Vec::new();
    };
    let mut begun: Vec<Vec<usize>> = vec![Vec::new()];
    for element in &elements {
        let mut longer = Vec::new();
        for list in &begun {
            let free = |place: &usize| !different || !list.contains(place);
            let fits = (0..values.len()).filter(|place| element.fits(&values[*place]));
            for place in fits.filter(free) {
                let mut list = list.clone();
                list.push(place);
                longer.push(list);
            }
            if longer.len() >= MOST_LISTS {
                break;
            }
        }
        begun = longer;
    }
    let list = |places: &Vec<usize>| Value::list(places.iter().map(|place| values[*place].clone()));
    begun.iter().map(list).collect()
}
