//! The shapes of figures as a part of the JSON Schema.

use serde_json::{Map, Value, json};

use super::reference;
use crate::bank::figure::table::{Key, ShapeRow, Takes, shapes};

/// The name of the definition.
pub(super) const NAME: &str = "shape";

/// An entry of `draw`: one shape, with `for` and `if` beside it if wanted.
pub(super) fn shape() -> Value {
    let mut properties: Map<String, Value> = shapes()
        .map(|row| (row.name.to_owned(), keys(row)))
        .collect();
    properties.insert(
        "for".to_owned(),
        json!({
            "type": "string",
            "description": "Draws the shape for each element of a list: `p in points`.",
        }),
    );
    properties.insert(
        "if".to_owned(),
        json!({
            "type": ["string", "boolean"],
            "description": "Draws the shape only where this holds.",
        }),
    );
    let one: Vec<Value> = shapes()
        .map(|row| json!({ "required": [row.name] }))
        .collect();
    json!({
        "title": "shape",
        "description": "One shape or chart.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "oneOf": one,
    })
}

fn keys(row: &ShapeRow) -> Value {
    let properties: Map<String, Value> = row
        .keys
        .iter()
        .map(|key| (key.name.to_owned(), property(key)))
        .collect();
    let required: Vec<&str> = row
        .keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    json!({
        "title": row.name,
        "description": format!("{}\n\n```yaml\n{}\n```", row.doc, row.example),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(key: &Key) -> Value {
    let mut property = match key.takes {
        Takes::Point | Takes::Points | Takes::Numbers => json!({ "type": ["string", "array"] }),
        Takes::Number | Takes::Length | Takes::Count | Takes::Curve => {
            json!({ "type": ["string", "number"] })
        }
        Takes::Flag => json!({ "type": ["string", "boolean"] }),
        Takes::Text => json!({ "type": ["string", "number", "boolean"] }),
        Takes::Texts => json!({ "type": ["string", "array"] }),
        Takes::Word(words) => json!({ "enum": words }),
        Takes::Draw => json!({ "type": "array", "items": { "$ref": reference(NAME) } }),
    };
    property["title"] = json!(key.name);
    property["description"] = json!(key.doc);
    property
}
