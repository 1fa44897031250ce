//! The table of keys as a JSON Schema, for completion and hover texts in editors.

mod figure;

use serde_json::{Map, Value, json};

use crate::bank::keys::{BANK_TABLE, Key, Shape, TABLES, Table};

/// The JSON Schema (draft 2020-12) of a bank. It knows what a bank may hold, and not what the
/// expressions in it mean: a bank that meets it can still have mistakes.
pub fn schema() -> Value {
    let tables = TABLES.iter();
    let tables = tables.map(|table| (table.name.to_owned(), object(table)));
    let shape = (figure::NAME.to_owned(), figure::shape());
    let definitions: Map<String, Value> = tables.chain([shape]).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Isoform item bank",
        "description": "Item models from which Isoform makes parallel forms of a test.",
        "$ref": reference(BANK_TABLE),
        "$defs": definitions,
    })
}

fn reference(table: &str) -> String {
    format!("#/$defs/{table}")
}

fn object(table: &Table) -> Value {
    let properties: Map<String, Value> = table
        .keys
        .iter()
        .map(|key| (key.name.to_owned(), property(key)))
        .collect();
    let required: Vec<&str> = table
        .keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut object = json!({
        "title": table.title,
        "description": table.meaning,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    if !table.one_of.is_empty() {
        let one = |key: &&str| json!({ "required": [key] });
        object["oneOf"] = table.one_of.iter().map(one).collect();
    }
    if !table.any_of.is_empty() {
        object["allOf"] = table.any_of.iter().map(|group| any_of(group)).collect();
    }
    object
}

fn any_of(group: &[&str]) -> Value {
    let any: Vec<Value> = group
        .iter()
        .map(|key| json!({ "required": [key] }))
        .collect();
    json!({ "anyOf": any })
}

fn property(key: &Key) -> Value {
    let mut property = shape(key.shape);
    property["title"] = json!(key.name);
    property["description"] = json!(hover(key));
    property
}

/// What an editor shows beside the key.
fn hover(key: &Key) -> String {
    let mut text = key.meaning.to_owned();
    if let Some(words) = key.default {
        text.push_str(&format!("\n\nWithout it: {words}."));
    }
    text.push_str(&format!("\n\n```yaml\n{}\n```", key.example));
    for mistake in key.mistakes {
        text.push_str(&format!("\n\n{mistake}"));
    }
    text
}

fn shape(shape_of: Shape) -> Value {
    match shape_of {
        // A number or a yes/no value is read as the text that was written.
        Shape::Text | Shape::Prose | Shape::Expression => {
            json!({ "type": ["string", "number", "boolean"] })
        }
        Shape::Condition => json!({ "type": ["string", "boolean"] }),
        Shape::Id => json!({ "type": "string" }),
        Shape::Slug => json!({ "type": "string", "pattern": "^[a-z0-9-]+$" }),
        Shape::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Number => json!({ "type": "number" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Domain => json!({ "anyOf": [
            { "type": "string" },
            { "type": "array" },
            {
                "type": "object",
                "properties": {
                    "weights": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 } },
                },
                "required": ["weights"],
                "additionalProperties": false,
            },
        ] }),
        Shape::Literal => json!({}),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::List(element) => json!({ "type": "array", "items": shape(*element) }),
        Shape::Many(element) => {
            json!({ "anyOf": [shape(*element), shape(Shape::List(element))] })
        }
        Shape::Map(value) => json!({ "type": "object", "additionalProperties": shape(*value) }),
        Shape::Drawn => json!({ "$ref": reference(figure::NAME) }),
        Shape::Keys(table) => json!({ "$ref": reference(table) }),
        Shape::Either(one, other) => json!({ "anyOf": [shape(*one), shape(*other)] }),
    }
}
