//! The author's own tests: instances that must come out.

use std::ops::ControlFlow;

use crate::bank::model::{Example, ItemModel, Step};
use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::Item;
use crate::value::Value;
use crate::value::notation::describe;

/// So many vectors are tried for an example that leaves some names open.
const TRIED: u64 = 200_000;

/// The examples that do not come out.
pub fn examples(model: &ItemModel) -> Vec<Diagnostic> {
    // A domain that cannot be worked out is reported by the census.
    let Ok(drawing) = Drawing::new(model) else {
        return Vec::new();
    };
    let wrong = model.examples.iter().map(|one| example(&drawing, one));
    wrong.flatten().collect()
}

fn example(drawing: &Drawing<'_>, example: &Example) -> Option<Diagnostic> {
    let model = drawing.model();
    let fail = |message: String, help: &str| {
        let error = Diagnostic::error(Code::CheckFailed, example.span, message);
        Some(error.help(help))
    };
    let frame = match frame(drawing, example) {
        Ok(Some(frame)) => frame,
        Ok(None) => {
            return fail(
                format!("this example of `{}` cannot be drawn", model.id.value),
                "its values must meet the domains under `vary` and the conditions under `where`",
            );
        }
        Err(error) => return Some(error.diagnostic(model)),
    };
    let mut frame = frame;
    // A fault of the item itself is reported by the census.
    let item = drawing.item(0, &mut frame).ok()?;
    let given = answers(model, &item, &example.answer);
    let (found, wanted) = given
        .into_iter()
        .find(|(found, wanted)| !found.same(wanted))?;
    fail(
        format!(
            "this example gives {}, not {}",
            describe(&found),
            describe(&wanted)
        ),
        "correct the example or the answer; one of them is wrong",
    )
}

/// The keys of the item beside those that the example asks for.
fn answers(model: &ItemModel, item: &Item, wanted: &Value) -> Vec<(Value, Value)> {
    match (&model.response, wanted) {
        (ResponseType::Blanks(blanks), Value::Row(row)) => {
            let keys = blanks.iter().zip(&item.keys);
            let pairs = keys.filter_map(|(blank, key)| {
                Some((key.value.clone(), row.get(&blank.name.value)?.clone()))
            });
            pairs.collect()
        }
        _ => {
            let first = item.keys.first();
            first
                .map(|key| (key.value.clone(), wanted.clone()))
                .into_iter()
                .collect()
        }
    }
}

/// The instance of an example; `None` if it cannot be drawn.
fn frame(drawing: &Drawing<'_>, example: &Example) -> Result<Option<Frame>, DrawError> {
    let model = drawing.model();
    let given = |name: &str| {
        let mut vary = example.vary.iter();
        vary.find_map(|(known, value)| (**known == *name).then_some(value))
    };
    let all: Option<Vec<Value>> = model
        .parameters()
        .map(|parameter| given(&parameter.name).filter(|v| is_whole(v)).cloned())
        .collect();
    if let Some(values) = all {
        let mut frame = drawing.rebuild(&values)?;
        for step in &model.steps {
            if let Step::Require(condition) = step
                && !drawing.test(condition, &mut frame)?
            {
                return Ok(None);
            }
        }
        return Ok(Some(frame));
    }
    let mut found = None;
    let mut acceptance = drawing.acceptance();
    drawing.enumerate(TRIED, &mut acceptance, &mut |frame| {
        let is_meant = model.parameters().all(|parameter| {
            let value = given(&parameter.name);
            value.is_none_or(|value| meets(value, frame.get(parameter.slot)))
        });
        if is_meant {
            found = Some(frame.clone());
            return Ok(ControlFlow::Break(()));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    // A space that is too large to be searched may still hold it.
    Ok(found)
}

/// Whether a value is given completely: of a row, some columns are enough to find it.
fn is_whole(value: &Value) -> bool {
    !matches!(value, Value::Row(_))
}

/// Whether a drawn value is the one that was given.
fn meets(given: &Value, drawn: &Value) -> bool {
    match (given, drawn) {
        (Value::Row(given), Value::Row(drawn)) => {
            let mut columns = given.iter();
            columns.all(|(name, value)| drawn.get(name).is_some_and(|other| value.same(other)))
        }
        _ => given.same(drawn),
    }
}
