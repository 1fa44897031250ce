//! Tables: written in the bank, in CSV files beside it, or in the files it uses.

use std::sync::Arc;

use crate::bank::csv;
use crate::bank::keys;
use crate::bank::lower::cell::cell;
use crate::bank::lower::files::{Files, Reach, resolve};
use crate::bank::lower::{Name, is_name};
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{self, Node, NodeKind, Scalar, Style};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceText, Sources, Span, Spanned};
use crate::value::{Row, Value};

/// How many files a bank may use.
const MOST_FILES: usize = 100;

/// A table under its name.
pub(super) struct Table {
    /// The name by which expressions call it.
    pub name: Name,
    /// A list of rows, or a map.
    pub value: Value,
}

/// The tables found so far, and the files in which they are looked for.
pub(super) struct Tables<'t, 'a> {
    files: &'t mut Files<'a>,
    sources: &'t mut Sources,
    found: Vec<Table>,
    /// The files whose `use` is being followed.
    open: Vec<String>,
    /// The files that have been read.
    done: Vec<String>,
}

impl<'t, 'a> Tables<'t, 'a> {
    /// No tables yet.
    pub fn new(files: &'t mut Files<'a>, sources: &'t mut Sources) -> Self {
        Self {
            files,
            sources,
            found: Vec::new(),
            open: Vec::new(),
            done: Vec::new(),
        }
    }

    /// The tables of a bank: its own, and those of the files it uses.
    pub fn of_bank(mut self, map: &Map<'_>, diagnostics: &mut Diagnostics) -> Vec<Table> {
        self.of_map("", map, diagnostics);
        self.found
    }

    fn of_map(&mut self, path: &str, map: &Map<'_>, diagnostics: &mut Diagnostics) {
        let own = map
            .optional("tables")
            .and_then(|node| decode::entries(node, "tables", diagnostics));
        for (name, node) in own.unwrap_or_default() {
            let name = Spanned::new(Arc::from(name.text()), name.span());
            if !is_name(&name, diagnostics) {
                continue;
            }
            if let Some(value) = self.value(path, node, diagnostics) {
                self.add(name, value, diagnostics);
            }
        }
        let used = map.optional("use").map(decode::one_or_many);
        for node in used.unwrap_or_default() {
            self.follow(path, node, diagnostics);
        }
    }

    fn add(&mut self, name: Name, value: Value, diagnostics: &mut Diagnostics) {
        let twin = self.found.iter().find(|twin| twin.name.value == name.value);
        match twin {
            None => self.found.push(Table { name, value }),
            Some(twin) => {
                let message = format!("two tables are called `{}`", name.value);
                diagnostics.push(
                    Diagnostic::error(Code::DuplicateId, name.span, message)
                        .label(twin.name.span, "the other one stands here")
                        .help("give one of them another name"),
                );
            }
        }
    }

    /// A table as written, or that of the file it names: `{file: verbs.csv}`.
    fn value(&mut self, path: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Value> {
        let file = match &node.kind {
            NodeKind::Mapping(entries) => match entries.as_slice() {
                [(key, file)] if key.text() == "file" => file,
                _ => return Some(cell(node)),
            },
            _ => return Some(cell(node)),
        };
        let written = decode::text(file, "file", diagnostics)?.as_str().trim();
        let is_table = [".csv", ".tsv"]
            .iter()
            .any(|ending| written.to_lowercase().ends_with(ending));
        if !is_table {
            let message = format!("`{written}` is no CSV file");
            let help = "a table's file ends in `.csv`; tables of another YAML file come by `use:`";
            diagnostics.push(Diagnostic::error(Code::CannotRead, file.span, message).help(help));
            return None;
        }
        let path = self.resolve(path, written, Reach::Inside, file.span, diagnostics)?;
        let bytes = self.files.read(&path, file.span, diagnostics)?;
        let name = self.files.display(&path);
        let file = yaml::text(&name, &bytes, self.sources, diagnostics)?;
        let text = self.sources.get(file)?.text();
        if yaml::refuse_control_characters(file, text, diagnostics) {
            return None;
        }
        csv::read(file, text, diagnostics).map(rows)
    }

    /// Takes the tables of the file that `node` names.
    fn follow(&mut self, path: &str, node: &Node, diagnostics: &mut Diagnostics) {
        let Some(written) = decode::text(node, "use", diagnostics) else {
            return;
        };
        let written = written.as_str().trim();
        let Some(path) = self.resolve(path, written, Reach::Anywhere, node.span, diagnostics)
        else {
            return;
        };
        if let Some(start) = self.open.iter().position(|open| *open == path) {
            let mut circle: Vec<&str> = self.open[start..].iter().map(String::as_str).collect();
            circle.push(&path);
            let message = format!("files use each other: {}", circle.join(" → "));
            let help = "move the tables that both need into a third file";
            diagnostics.push(Diagnostic::error(Code::CircularUse, node.span, message).help(help));
            return;
        }
        if self.done.contains(&path) {
            return;
        }
        if self.done.len() >= MOST_FILES {
            let message = format!("a bank uses at most {MOST_FILES} files");
            diagnostics.push(Diagnostic::error(Code::TooLarge, node.span, message));
            return;
        }
        self.done.push(path.clone());
        let Some(bytes) = self.files.read(&path, node.span, diagnostics) else {
            return;
        };
        let name = self.files.display(&path);
        let Some(tree) = yaml::load(&name, &bytes, self.sources, diagnostics) else {
            return;
        };
        // A whole bank may be used too: its tables are taken, the rest is left alone.
        let Some(map) = Map::read(&tree, "file of tables", keys::BANK, diagnostics) else {
            return;
        };
        map.required("tables");
        self.open.push(path.clone());
        self.of_map(&path, &map, diagnostics);
        self.open.pop();
        map.finish(diagnostics);
    }

    fn resolve(
        &self,
        from: &str,
        written: &str,
        reach: Reach,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Option<String> {
        resolve(from, written, reach)
            .map_err(|why| {
                let message = format!("cannot read `{written}`: {why}");
                let help = match reach {
                    Reach::Inside => {
                        "put it beside the bank; a file of another folder comes by `use:`"
                    }
                    Reach::Anywhere => "write it as seen from this file: `../lib/people.yaml`",
                };
                diagnostics.push(Diagnostic::error(Code::CannotRead, span, message).help(help));
            })
            .ok()
    }
}

/// The rows of a CSV table: cells are typed as in YAML; an empty one is a column that the row lacks.
fn rows(table: csv::Table) -> Value {
    let names: Vec<Arc<str>> = table
        .columns
        .iter()
        .map(|column| Arc::from(&*column.text))
        .collect();
    let row = |cells: Vec<csv::Cell>| {
        let filled = names
            .iter()
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| (name.clone(), typed(cell)));
        Value::row(Row::new(filled))
    };
    Value::list(table.rows.into_iter().map(row))
}

fn typed(written: csv::Cell) -> Value {
    let style = if written.quoted {
        Style::DoubleQuoted
    } else {
        Style::Plain
    };
    let content = SourceText::verbatim(written.text, written.span);
    cell(&Node {
        span: written.span,
        kind: NodeKind::Scalar(Scalar { content, style }),
    })
}
