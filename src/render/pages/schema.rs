//! The fields of views, as `docs/reference/templates.md` lists them: that page is made from the
//! definitions and a test keeps it so, and what it says to users is what is held against their
//! templates.

use std::collections::BTreeMap;

const PAGE: &str = include_str!("../../../docs/reference/templates.md");

/// What a field or a variable holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A view with fields.
    View(&'static str),
    /// An item or a part of one.
    Task,
    /// The program's own words.
    Words,
    /// Some of something.
    List(Box<Holds>),
    /// Text, a number and the like, in the words of the page.
    Leaf(&'static str),
    /// What is not known: what a template makes itself.
    Unknown,
}

/// Views by name, each with its fields.
pub struct Schema(BTreeMap<&'static str, Vec<(&'static str, Holds)>>);

impl Schema {
    /// Reads the page.
    pub fn read() -> Self {
        let mut views: BTreeMap<&str, Vec<(&str, Holds)>> = BTreeMap::new();
        let mut view = None;
        let mut listed = false;
        for line in PAGE.lines() {
            if line.starts_with('#') || line.starts_with("<!--") {
                view = line.strip_prefix("#### ");
                listed = false;
            } else if line.starts_with("| field ") {
                listed = true;
            } else if let (Some(view), true) = (view, listed)
                && let Some((field, holds)) = row(line)
            {
                let fields = views.entry(view).or_default();
                if fields.iter().all(|(name, _)| *name != field) {
                    fields.push((field, holds));
                }
            }
        }
        Self(views)
    }

    /// The fields of what is held; none where it has none or they are not known.
    pub fn fields(&self, holds: &Holds) -> Vec<&'static str> {
        let views: &[&str] = match holds {
            Holds::View(name) => &[name],
            Holds::Task => &["item", "part"],
            _ => &[],
        };
        let fields = views.iter().filter_map(|view| self.0.get(view)).flatten();
        fields.map(|(name, _)| *name).collect()
    }

    /// What a field holds; nothing where there is no such field.
    pub fn field(&self, holds: &Holds, field: &str) -> Option<Holds> {
        let of = |view: &str| {
            let (_, holds) = self.0.get(view)?.iter().find(|(name, _)| *name == field)?;
            Some(match holds {
                // The words of an enumeration have no fields.
                Holds::View(name) if !self.0.contains_key(name) => Holds::Leaf("text"),
                _ => holds.clone(),
            })
        };
        match holds {
            Holds::View(view) => of(view),
            Holds::Task => of("item").or_else(|| of("part")),
            _ => None,
        }
    }

    /// What a variable holds that is called like a view.
    pub fn called(&self, name: &str) -> Holds {
        match (name, self.0.get_key_value(name)) {
            ("words", _) => Holds::Words,
            ("task", _) => Holds::Task,
            (_, Some((view, _))) => Holds::View(view),
            _ => Holds::Unknown,
        }
    }
}

/// A row of a table of fields: name, and what it holds.
fn row(line: &'static str) -> Option<(&'static str, Holds)> {
    let (field, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
    let (holds, _) = rest.split_once(" | ")?;
    Some((field, read(holds)))
}

fn read(holds: &'static str) -> Holds {
    let list = holds.strip_prefix("list of ");
    let list = list.or_else(|| holds.strip_prefix("lists of "));
    if let Some(inner) = list {
        return Holds::List(Box::new(read(inner)));
    }
    let name = holds
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    match (name, holds) {
        (Some((name, _)), _) => Holds::View(name),
        (None, "texts") => Holds::Leaf("text"),
        (None, "whole numbers") => Holds::Leaf("whole number"),
        (None, _) => Holds::Leaf(holds),
    }
}

#[cfg(test)]
mod tests {
    use super::{Holds, Schema};

    #[test]
    fn the_page_is_read() {
        let schema = Schema::read();
        let form = schema.called("form");
        let items = schema.field(&form, "items").unwrap();
        assert_eq!(items, Holds::List(Box::new(Holds::View("item"))));
        let response = schema.field(&Holds::Task, "response").unwrap();
        assert_eq!(
            schema.field(&response, "kind"),
            Some(Holds::Leaf("text")),
            "an enumeration"
        );
        assert_eq!(
            schema.field(&Holds::Task, "letter"),
            Some(Holds::Leaf("text"))
        );
        assert_eq!(schema.field(&form, "titel"), None);
        assert!(schema.fields(&form).contains(&"standards"));
        let table = schema.called("table");
        let rows = schema.field(&table, "rows").unwrap();
        let texts = Holds::List(Box::new(Holds::Leaf("text")));
        assert_eq!(rows, Holds::List(Box::new(texts)));
    }
}
