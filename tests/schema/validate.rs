//! As much of JSON Schema (draft 2020-12) as the schema of banks uses. A word that is not known
//! here is a failure, so that nothing is skipped silently.

use serde_json::Value;

/// What is wrong, each with its path; empty if nothing is.
pub fn validate(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (word, rule) in schema.as_object().expect("a schema is a map") {
        let found = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" => Vec::new(),
            "$ref" => {
                let place = rule.as_str().unwrap().trim_start_matches('#');
                let target = root.pointer(place).expect(place);
                validate(root, target, value, path)
            }
            "type" => said(has_type(rule, value), path, &format!("is no {rule}")),
            "enum" => said(
                rule.as_array().unwrap().contains(value),
                path,
                &format!("is not in {rule}"),
            ),
            "pattern" => {
                assert_eq!(rule, "^[a-z0-9-]+$");
                let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                let meets = value
                    .as_str()
                    .is_none_or(|text| !text.is_empty() && text.chars().all(slug));
                said(meets, path, "is no slug")
            }
            "minimum" => said(
                value.as_f64() >= rule.as_f64() || !value.is_number(),
                path,
                "is too small",
            ),
            "maximum" => said(
                value.as_f64() <= rule.as_f64() || !value.is_number(),
                path,
                "is too large",
            ),
            "items" => {
                let entries = value.as_array().into_iter().flatten().enumerate();
                entries
                    .flat_map(|(at, entry)| validate(root, rule, entry, &format!("{path}/{at}")))
                    .collect()
            }
            "required" => {
                let names = rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|name| name.as_str().unwrap());
                let missing = names.filter(|name| value.is_object() && value.get(name).is_none());
                missing
                    .map(|name| format!("{path}: {name} is missing"))
                    .collect()
            }
            "properties" => {
                let entries = value.as_object().into_iter().flatten();
                let known =
                    entries.filter_map(|(name, entry)| Some((name, entry, rule.get(name)?)));
                known
                    .flat_map(|(name, entry, rule)| {
                        validate(root, rule, entry, &format!("{path}/{name}"))
                    })
                    .collect()
            }
            "additionalProperties" => {
                let known = schema.get("properties");
                let entries = value.as_object().into_iter().flatten();
                let others = entries.filter(|(name, _)| {
                    known.is_none_or(|known| known.get(name.as_str()).is_none())
                });
                let others = others.flat_map(|(name, entry)| match rule {
                    Value::Bool(false) => vec![format!("{path}: {name} is unknown")],
                    rule => validate(root, rule, entry, &format!("{path}/{name}")),
                });
                others.collect()
            }
            "allOf" => {
                let rules = rule.as_array().unwrap().iter();
                rules
                    .flat_map(|rule| validate(root, rule, value, path))
                    .collect()
            }
            "anyOf" => said(
                meeting(root, rule, value, path) > 0,
                path,
                "meets no alternative",
            ),
            "oneOf" => said(
                meeting(root, rule, value, path) == 1,
                path,
                "does not meet one alternative",
            ),
            _ => panic!("{word} is not known here"),
        };
        wrong.extend(found);
    }
    wrong
}

fn said(meets: bool, path: &str, wrong: &str) -> Vec<String> {
    if meets {
        Vec::new()
    } else {
        vec![format!("{path} {wrong}")]
    }
}

fn meeting(root: &Value, rules: &Value, value: &Value, path: &str) -> usize {
    let rules = rules.as_array().unwrap().iter();
    rules
        .filter(|rule| validate(root, rule, value, path).is_empty())
        .count()
}

fn has_type(rule: &Value, value: &Value) -> bool {
    let one = |name: &str| match name {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => panic!("{name} is not known here"),
    };
    match rule {
        Value::String(name) => one(name),
        names => names
            .as_array()
            .unwrap()
            .iter()
            .any(|name| one(name.as_str().unwrap())),
    }
}
