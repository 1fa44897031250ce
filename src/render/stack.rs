//! The papers of a class in one document, in the order of handing out.
//!
//! Forms follow each other in turn, so neighbours hold different ones. A paper takes an even number
//! of sides, the last of them blank if need be: printed on both sides, every paper begins a sheet.

use crate::render::paper::Setting;
use crate::render::view::{
    CodeView, FormView, ItemView, PageView, ResponseKind, SheetView, StackView,
};

/// The stack for so many students; `page` is told how many sides a paper takes.
pub fn stack(
    forms: &[FormView],
    students: usize,
    sides: Option<u32>,
    setting: &Setting,
    page: &mut PageView,
) -> StackView {
    let longest = forms.iter().map(|form| pages(form, setting, page)).max();
    let sides = sides.unwrap_or_else(|| longest.unwrap_or(1).next_multiple_of(2));
    page.sides = sides;
    let per_sheet = if page.two_up { 2 } else { 1 };
    let mut sheets: Vec<SheetView> = Vec::new();
    let mut seats = (0..students).map(|seat| seat % forms.len().max(1));
    loop {
        let numbers: Vec<usize> = seats.by_ref().take(per_sheet).collect();
        if numbers.is_empty() {
            break;
        }
        let papers: Vec<FormView> = numbers
            .iter()
            .filter_map(|n| forms.get(*n))
            .cloned()
            .collect();
        let name: Vec<String> = numbers.iter().map(usize::to_string).collect();
        let name = format!("f{}", name.join("-"));
        let ids: Vec<&str> = papers.iter().map(|form| form.id.as_str()).collect();
        sheets.push(SheetView {
            first: sheets.iter().all(|sheet| sheet.name != name),
            name,
            ids: ids.join("  ·  "),
            papers,
        });
    }
    let title = forms.first().map(|form| form.set.title.clone());
    StackView {
        title: title.unwrap_or_default(),
        code: CodeView::default(),
        sides: (1..=sides).collect(),
        sheets,
    }
}

/// How many pages a paper takes, estimated from the length of its texts and meant to be rather too
/// many: a blank sheet is a pity, a paper that begins on the back of another is a spoilt stack.
pub fn pages(form: &FormView, setting: &Setting, page: &PageView) -> u32 {
    if setting.single {
        return u32::try_from(form.items.len()).unwrap_or(u32::MAX);
    }
    // What the widths of letters leave open weighs more where few of them stand in a line.
    let doubt = if setting.large { 1.25 } else { 1.05 };
    // Millimetres: of the text on a page, of a line; and characters of a line.
    let room = f64::from(setting.height(page.two_up)) / 10.0 - 2.0;
    let (line, width) = match (setting.large, page.two_up) {
        (true, _) => (9.4, 38),
        (false, true) => (6.0, 46),
        (false, false) => (6.0, 80),
    };
    let spaced = if setting.spacing == Default::default() {
        1.0
    } else {
        1.35
    };
    let least = match page.items_a_page {
        0 => 0.0,
        items => room / f64::from(items),
    };
    let aims = form
        .standards
        .iter()
        .map(|standard| standard.statement.len());
    let aims: usize = if form.standards.len() < 3 {
        aims.sum()
    } else {
        0
    };
    let head = if page.two_up { 7.0 } else { 10.0 };
    let mut left = room - (head + aims.div_ceil(width) as f64) * line * spaced;
    let mut count = 1;
    for item in &form.items {
        let height = (height(item, line, width) * spaced * doubt).max(least);
        if height > left {
            count += 1;
            left = room;
        }
        left -= height;
    }
    count
}

/// The height of an item in millimetres.
fn height(item: &ItemView, line: f64, width: usize) -> f64 {
    let text = &item.stem.markdown.0;
    let lines: usize = text.lines().map(|l| l.len().div_ceil(width)).sum();
    let tall = text.matches("frac").count().min(lines) + text.matches("\n|").count();
    let options = item.response.options.len() as u32;
    let below = match item.response.kind {
        ResponseKind::Choice => {
            let rows = options.div_ceil(item.response.columns.max(1));
            f64::from(rows) * 1.75 * line
        }
        ResponseKind::Blanks => 0.5 * line,
        _ => f64::from(item.response.lines) * 8.0 * line / 6.0 + 1.8 * line,
    };
    let solution = match item.worked {
        true => item.solution.markdown.0.len().div_ceil(width) as f64 + 2.0,
        false => 0.0,
    };
    (lines as f64 + 0.5 * tall as f64 + solution + 1.3) * line + below
}
