//! The papers of a class in one document, in the order of handing out.
//!
//! Forms follow each other in turn, so neighbours hold different ones. A paper takes an even number
//! of sides, the last of them blank if need be: printed on both sides, every paper begins a sheet.

mod sides;

use crate::render::paper::Setting;
use crate::render::view::{CodeView, FormView, PageView, SheetView, StackView};

pub use sides::pages;

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
