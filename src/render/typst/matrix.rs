//! Tables within formulas: matrices, cases, aligned equations, sums set out in columns.

use super::mathematics::Formula;
use super::tree::Element;

/// Writes `mat(…)` with its rules.
pub fn write(table: &Element<'_>, formula: &mut Formula) -> String {
    let rows: Vec<&Element<'_>> = table.elements().filter(|row| row.name == "mtr").collect();
    let mut above = Vec::new();
    let mut behind = Vec::new();
    let mut lines = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let mut cells: Vec<String> = Vec::new();
        let mut pending: Option<String> = None;
        for cell in row.elements() {
            let style = cell.attribute("style").unwrap_or_default();
            let rule = |side: &str| style.split(';').any(|one| one.trim().starts_with(side));
            if rule("border-top:") && number > 0 {
                above.push(number);
            }
            let content = formula.row(cell);
            // The two sides of an equation make one column.
            if rule("padding-right: 0") && rule("text-align: right") {
                pending = Some(content);
                continue;
            }
            let column = cells.len();
            cells.push(match pending.take() {
                Some(left) => format!("{left} & {content}"),
                None if rule("text-align: right") => format!("{content} &"),
                None if rule("text-align: left") => format!("& {content}"),
                None => content,
            });
            if rule("border-right:") && number == 0 {
                behind.push(column + 1);
            }
        }
        cells.extend(pending);
        lines.push(cells.join(", "));
    }
    above.dedup();
    let list = |places: &[usize]| -> String { places.iter().map(|p| format!("{p}, ")).collect() };
    let augment = if above.is_empty() && behind.is_empty() {
        String::new()
    } else {
        format!(
            "augment: #(hline: ({}), vline: ({}), stroke: 0.6pt), ",
            list(&above),
            list(&behind)
        )
    };
    format!(
        "mat(delim: #none, row-gap: #0.45em, column-gap: #0.9em, {augment}{})",
        lines.join("; ")
    )
}
