//! The papers of a class in one document, in the order of handing out.
//!
//! Forms follow each other in turn, so neighbours hold different ones. A paper takes an even number
//! of sides, the last of them blank if need be: printed on both sides, every paper begins a sheet.

use crate::render::paper::Setting;
use crate::render::view::{
    CodeView, FormView, ItemView, PageView, ResponseKind, ResponseView, Rich, SheetView, StackView,
};

/// How high an image may be, in points.
const IMAGE: f64 = 200.0;

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
        let parts = item.parts.iter().map(|part| {
            let figures = figures(&part.figure.html.0);
            asked(&part.stem, &part.response, line, width) + figures * line / 6.0
        });
        let parts: f64 = parts.sum();
        let height = ((height(item, line, width) + parts) * spaced * doubt).max(least);
        if height > left {
            count += 1;
            left = room;
        }
        left -= height;
    }
    count
}

/// The height of an item in millimetres, without its parts.
fn height(item: &ItemView, line: f64, width: usize) -> f64 {
    let solution = match item.worked {
        true => item.solution.markdown.0.len().div_ceil(width) as f64 + 2.0,
        false => 0.0,
    };
    let figures = figures(&item.figure.html.0) + figures(&item.stem.html.0);
    asked(&item.stem, &item.response, line, width) + solution * line + figures * line / 6.0
}

/// The height of the figures in HTML and of the room around them, in millimetres, in letters of the
/// usual size. An image may be as high as a figure can be.
fn figures(html: &str) -> f64 {
    let drawn = html.split("<svg ").skip(1).map(|figure| {
        let height = figure
            .split_once(" height=\"")
            .and_then(|(_, rest)| rest.split_once("pt\""));
        height.and_then(|(points, _)| points.parse::<f64>().ok())
    });
    let points: f64 = drawn.map(|points| points.unwrap_or(IMAGE)).sum();
    let all = html.matches("<svg ").count() + html.matches("<img ").count();
    let images = html.matches("<img ").count() as f64 * IMAGE;
    (points + images) * 25.4 / 72.0 + 5.0 * all as f64
}

/// The height of the highest option with figures, in millimetres; 0 where there are none.
fn pictures(response: &ResponseView) -> f64 {
    let heights = response
        .options
        .iter()
        .map(|option| figures(&option.text.html.0));
    heights.fold(0.0, f64::max)
}

/// The height of a text posed and of the room to answer it, in millimetres.
fn asked(stem: &Rich, response: &ResponseView, line: f64, width: usize) -> f64 {
    let text = &stem.markdown.0;
    let lines: usize = text.lines().map(|l| l.len().div_ceil(width)).sum();
    let tall = text.matches("frac").count().min(lines) + text.matches("\n|").count();
    let options = response.options.len() as u32;
    let below = match response.kind {
        ResponseKind::Choice => {
            let rows = f64::from(options.div_ceil(response.columns.max(1)));
            rows * (1.75 * line).max(pictures(response) * line / 6.0)
        }
        ResponseKind::Blanks => 0.5 * line,
        _ => f64::from(response.lines) * 8.0 * line / 6.0 + 1.8 * line,
    };
    let listed = response.statements.len() + response.left.len().max(response.right.len());
    (lines as f64 + 0.5 * tall as f64 + 1.3 + 1.75 * listed as f64) * line + below
}
