//! Tables in CSV files (RFC 4180), with the place of every cell.
//!
//! The `csv` package does not say whether a cell was quoted, nor where it stands; both matter here:
//! `007` in quotes stays a text, and a mistake is shown under the letters.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// How many cells a file may have.
pub const MOST_CELLS: usize = 500_000;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text without the quotes; without the spaces around it if there are none.
    pub text: String,
    /// Whether it stands in quotes.
    pub quoted: bool,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// A table: the names of its columns, and its rows, each as long as the header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The first row.
    pub columns: Vec<Cell>,
    /// The other rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Reads a table. The separator is a comma; where the first line has none, a semicolon or a tab.
/// Empty lines are passed over. `None` when a mistake is reported.
pub fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Table> {
    let mut rows = Reader::new(file, text).rows(diagnostics)?.into_iter();
    let Some(columns) = rows.next() else {
        let message = "this file has no table";
        let help = "the first line names the columns: `inf,en,class`";
        let span = Span::new(file, 0..0);
        diagnostics.push(Diagnostic::error(Code::BadCsv, span, message).help(help));
        return None;
    };
    let before = diagnostics.iter().len();
    header(&columns, diagnostics);
    let mut whole = Vec::new();
    for mut row in rows {
        // A spreadsheet leaves separators behind where columns once stood.
        while row.len() > columns.len() && row.last().is_some_and(Cell::is_empty) {
            row.pop();
        }
        if row.len() == columns.len() {
            whole.push(row);
        } else {
            diagnostics.push(uneven(&columns, &row));
        }
    }
    let sound = diagnostics.iter().len() == before;
    sound.then_some(Table {
        columns,
        rows: whole,
    })
}

impl Cell {
    /// Whether nothing stands here: the row lacks this column.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.quoted
    }
}

fn header(columns: &[Cell], diagnostics: &mut Diagnostics) {
    for (at, column) in columns.iter().enumerate() {
        let twin = columns[..at].iter().find(|twin| twin.text == column.text);
        let error = if column.text.is_empty() {
            Diagnostic::error(Code::BadCsv, column.span, "this column has no name")
                .help("the first line names every column")
        } else if let Some(twin) = twin {
            let message = format!("two columns are called `{}`", column.text);
            Diagnostic::error(Code::BadCsv, column.span, message)
                .label(twin.span, "the first one stands here")
                .help("give one of them another name")
        } else {
            continue;
        };
        diagnostics.push(error);
    }
}

fn uneven(columns: &[Cell], row: &[Cell]) -> Diagnostic {
    let cells = |count: usize| if count == 1 { "cell" } else { "cells" };
    let (found, wanted) = (row.len(), columns.len());
    let message = format!(
        "this row has {found} {}, but the first line names {wanted} {}",
        cells(found),
        if wanted == 1 { "column" } else { "columns" }
    );
    let help = if found > wanted {
        "put a text that holds the separator in quotes: `\"to come, to arrive\"`"
    } else {
        "an empty cell still needs its separator"
    };
    let place = row.get(wanted).or(row.last()).map(|cell| cell.span);
    Diagnostic::error(Code::BadCsv, place, message).help(help)
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    separator: char,
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(file: FileId, text: &'a str) -> Self {
        let first = text.lines().next().unwrap_or("");
        let separator = [',', ';', '\t'].into_iter().find(|c| first.contains(*c));
        Self {
            file,
            text,
            separator: separator.unwrap_or(','),
            at: 0,
        }
    }

    fn rows(mut self, diagnostics: &mut Diagnostics) -> Option<Vec<Vec<Cell>>> {
        let (mut rows, mut cells) = (Vec::new(), 0);
        while self.at < self.text.len() {
            let row = self.row().map_err(|error| diagnostics.push(error)).ok()?;
            cells += row.len();
            if cells > MOST_CELLS {
                let message = format!("this table has more than {MOST_CELLS} cells");
                let span = row.first().map(|cell| cell.span);
                diagnostics.push(Diagnostic::error(Code::TooLarge, span, message));
                return None;
            }
            let is_blank = row.iter().all(|cell| cell.is_empty());
            if !is_blank {
                rows.push(row);
            }
        }
        Some(rows)
    }

    fn row(&mut self) -> Result<Vec<Cell>, Diagnostic> {
        let mut row = Vec::new();
        loop {
            row.push(self.cell()?);
            let rest = &self.text[self.at..];
            if rest.starts_with(self.separator) {
                self.at += self.separator.len_utf8();
                continue;
            }
            self.at += if rest.starts_with("\r\n") {
                2
            } else {
                usize::from(!rest.is_empty())
            };
            return Ok(row);
        }
    }

    /// A cell; what follows is a separator, a line break or the end.
    fn cell(&mut self) -> Result<Cell, Diagnostic> {
        let separator = self.separator;
        let is_blank = |c: char| c == ' ' || (c == '\t' && separator != '\t');
        let rest = &self.text[self.at..];
        let start = self.at + (rest.len() - rest.trim_start_matches(is_blank).len());
        if self.text[start..].starts_with('"') {
            return self.quoted(start, is_blank);
        }
        let ends = |c: char| c == separator || c == '\n' || c == '\r';
        let end = self.text[start..]
            .find(ends)
            .map_or(self.text.len(), |width| start + width);
        let text = self.text[start..end].trim_end_matches(is_blank);
        self.at = end;
        Ok(Cell {
            text: text.to_owned(),
            quoted: false,
            span: Span::new(self.file, start..start + text.len()),
        })
    }

    /// A cell in quotes, in which `""` is a quote.
    fn quoted(
        &mut self,
        start: usize,
        is_blank: impl Fn(char) -> bool,
    ) -> Result<Cell, Diagnostic> {
        let mut text = String::new();
        let mut at = start + 1;
        loop {
            let Some(width) = self.text[at..].find('"') else {
                let span = Span::new(self.file, start..start + 1);
                let message = "this quote is never closed";
                return Err(Diagnostic::error(Code::BadCsv, span, message).help(
                    "close it; a quote inside a text is written twice: `\"a \"\"b\"\" c\"`",
                ));
            };
            text.push_str(&self.text[at..at + width]);
            at += width + 1;
            if !self.text[at..].starts_with('"') {
                break;
            }
            text.push('"');
            at += 1;
        }
        let span = Span::new(self.file, start..at);
        let rest = &self.text[at..];
        let after = rest.trim_start_matches(is_blank);
        self.at = at + rest.len() - after.len();
        let ends = after.is_empty() || after.starts_with([self.separator, '\n', '\r']);
        if !ends {
            let message = "something stands behind the closing quote";
            let place = Span::new(self.file, self.at..self.at + 1);
            return Err(Diagnostic::error(Code::BadCsv, place, message)
                .label(span, "this text is closed")
                .help("a quote inside a text is written twice: `\"a \"\"b\"\" c\"`"));
        }
        Ok(Cell {
            text,
            quoted: true,
            span,
        })
    }
}
