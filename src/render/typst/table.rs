//! Tables of running text.

use super::prose::Writer;
use super::tree::Element;

/// Writes a table: `#tabular((left, right), [head], …, body: …)`.
pub fn write(element: &Element<'_>, writer: &mut Writer<'_>) {
    let mut rows = Vec::new();
    for part in element.elements() {
        match part.name {
            "tr" => rows.push((part, false)),
            _ => rows.extend(part.elements().map(|row| (row, part.name == "thead"))),
        }
    }
    let Some((first, _)) = rows.first() else {
        return;
    };
    let columns: Vec<&str> = first.elements().map(alignment).collect();
    writer
        .out
        .push_str(&format!("#tabular(({},), ", columns.join(", ")));
    let (heads, body): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, head)| *head);
    for (name, rows) in [("head: (", heads), ("body: (", body)] {
        writer.out.push_str(name);
        for (row, _) in rows {
            for at in 0..columns.len() {
                cell(row.elements().nth(at), writer);
                writer.out.push_str(", ");
            }
        }
        writer.out.push_str("), ");
    }
    writer.out.push_str(");");
}

fn cell(cell: Option<&Element<'_>>, writer: &mut Writer<'_>) {
    match cell {
        // Where only an answer stands, the cell itself is the place to write.
        Some(cell) if cell.has("data-answer") => {
            writer.out.push_str("answer-cell");
            writer.content(&cell.children);
        }
        Some(cell) => writer.content(&cell.children),
        None => writer.out.push_str("[]"),
    }
}

fn alignment(cell: &Element<'_>) -> &'static str {
    ["left", "center", "right"]
        .into_iter()
        .find(|class| cell.is(class))
        .unwrap_or("left")
}
