//! Whether the fields that a template names are those of the views. Tera itself takes a misspelt
//! field for false in a condition, and for nothing where it is handed on.

use super::TemplateError;
use super::schema::{Holds, Schema};
use super::tags::{Link, Path, Tag, path, paths, tags};
use crate::diagnostic::suggest::did_you_mean;
use crate::render::messages::Messages;

/// Refuses a template that names a field which its view has not, wherever it does so. What a
/// variable holds follows from where it comes from, and in a component from what it is called.
pub fn check(name: &str, text: &str, words: &Messages) -> Result<(), TemplateError> {
    let schema = Schema::read();
    let around = match name.split('.').next() {
        Some("parity") => schema.called("parity"),
        _ => Holds::Unknown,
    };
    let mut reader = Reader {
        around,
        schema,
        words: words.all().keys().map(String::as_str).collect(),
        scopes: vec![Vec::new()],
    };
    for tag in tags(text) {
        reader.read(&tag).map_err(|mistake| {
            let (line, column) = position(text, mistake.at);
            TemplateError(format!("{name}:{line}:{column}: {}", mistake.words))
        })?;
    }
    Ok(())
}

/// Line and column of a byte, from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line, column)
}

struct Mistake {
    at: usize,
    words: String,
}

struct Reader<'a> {
    schema: Schema,
    words: Vec<&'a str>,
    /// The view whose fields are variables: only the parity report names them so.
    around: Holds,
    scopes: Vec<Vec<(&'a str, Holds)>>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, tag: &Tag<'a>) -> Result<(), Mistake> {
        for found in paths(tag.inside, tag.at) {
            self.follow(&found)?;
        }
        let (first, rest) = tag.first();
        match first {
            "for" => {
                let (names, source) = rest.split_once(" in ").unwrap_or((rest, ""));
                let element = match self.whole(source) {
                    Holds::List(inner) => *inner,
                    _ => Holds::Unknown,
                };
                let bound = match names.split_once(',') {
                    None => vec![(names.trim(), element)],
                    Some((key, value)) => {
                        vec![(key.trim(), Holds::Unknown), (value.trim(), Holds::Unknown)]
                    }
                };
                self.scopes.push(bound);
            }
            "component" => {
                let given = rest.split_once('(').map_or("", |(_, given)| given);
                let given = given.split_once(')').map_or(given, |(given, _)| given);
                let names = given.split(',').map(|one| {
                    let name = one.split([':', '=']).next().unwrap_or_default().trim();
                    (name, self.schema.called(name))
                });
                let names = names.collect();
                self.scopes.push(names);
            }
            "endfor" | "endcomponent" if self.scopes.len() > 1 => {
                self.scopes.pop();
            }
            "set" => {
                if let Some((name, value)) = rest.split_once('=') {
                    let bound = (name.trim(), self.whole(value));
                    if let Some(scope) = self.scopes.last_mut() {
                        scope.push(bound);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What an expression holds that is one path.
    fn whole(&self, expression: &str) -> Holds {
        let expression = expression.trim();
        match path(expression, 0) {
            Some((found, end)) if end == expression.len() => {
                self.follow(&found).unwrap_or(Holds::Unknown)
            }
            _ => Holds::Unknown,
        }
    }

    fn root(&self, name: &str) -> Holds {
        let mut bound = self.scopes.iter().rev().flat_map(|s| s.iter().rev());
        if let Some((_, holds)) = bound.find(|(own, _)| *own == name) {
            return holds.clone();
        }
        let around = self.schema.field(&self.around, name);
        around.unwrap_or_else(|| self.schema.called(name))
    }

    fn follow(&self, path: &Path<'_>) -> Result<Holds, Mistake> {
        let mut holds = self.root(path.root);
        let mut so_far = path.root.to_owned();
        for link in &path.links {
            holds = match link {
                Link::Place => match holds {
                    Holds::List(inner) => *inner,
                    _ => Holds::Unknown,
                },
                Link::Field(field, at) => {
                    let next = self.step(&holds, field);
                    next.map_err(|why| Mistake {
                        at: *at,
                        words: format!("`{so_far}` {why}"),
                    })?
                }
            };
            match link {
                Link::Place => so_far.push_str("[…]"),
                Link::Field(field, _) => so_far = format!("{so_far}.{field}"),
            }
        }
        Ok(holds)
    }

    fn step(&self, holds: &Holds, field: &str) -> Result<Holds, String> {
        let names = match holds {
            Holds::Unknown => return Ok(Holds::Unknown),
            Holds::Words if self.words.contains(&field) => return Ok(Holds::Leaf("text")),
            Holds::Words => self.words.clone(),
            Holds::Leaf(kind) => return Err(format!("is {kind} and has no field `{field}`")),
            Holds::List(_) => {
                return Err(format!(
                    "is a list and has no field `{field}`; `{{% for … %}}` goes through it"
                ));
            }
            Holds::View(_) | Holds::Task => match self.schema.field(holds, field) {
                Some(next) => return Ok(next),
                None => self.schema.fields(holds),
            },
        };
        Err(match did_you_mean(field, names.iter().copied()) {
            Some(meant) => format!("has no field `{field}`; did you mean `{meant}`?"),
            None if *holds == Holds::Words => {
                format!("has no message `{field}`; all stand in messages/en.yaml")
            }
            None => format!("has no field `{field}`; it has {}", names.join(", ")),
        })
    }
}
