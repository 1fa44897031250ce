//! From what is known of an item model to the page that shows it.

use std::sync::Arc;

use crate::bank::ItemBank;
use crate::cli::check::inside;
use crate::cli::facts::facts;
use crate::cli::preview::desk::Sight;
use crate::cli::preview::state::Good;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, draw};
use crate::difficulty::Contribution;
use crate::form::sheet::sheet;
use crate::lint::settled;
use crate::lint::specimens::{Oddity, Specimen, Specimens};
use crate::render::compose::Composer;
use crate::render::escape;
use crate::render::messages::Messages;
use crate::render::view::{
    CardView, ContributionView, Html, NoteView, PreviewGroup, PreviewLink, PreviewView,
};
use crate::seed::Seed;

/// What a request asks for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The id of an item model; the first one without.
    pub item: Option<String>,
    /// Whether the page is shown as students see it.
    pub student: bool,
    /// Which draw.
    pub draw: u64,
}

impl Asked {
    /// The item model that is meant.
    pub fn choose(&self, good: &Good) -> Option<usize> {
        match &self.item {
            Some(id) => good.bank.item(id).map(|(at, _)| at),
            None => (!good.bank.items.is_empty()).then_some(0),
        }
    }
}

/// The page for `sight`, of the item model at place `model`; `file` names the bank while it has
/// never been read.
pub fn page(asked: &Asked, sight: &Sight, model: Option<usize>, file: &str) -> PreviewView {
    let mistakes = sight.mistakes.iter().map(|mistake| NoteView {
        severity: "error".to_owned(),
        code: mistake.code.to_owned(),
        drawing: mistake.drawing.clone(),
    });
    let mut view = PreviewView {
        tick: sight.tick,
        heading: file.to_owned(),
        title: file.to_owned(),
        language: "en".to_owned(),
        mistakes: mistakes.collect(),
        more: sight.more,
        reader: if asked.student { "student" } else { "key" }.to_owned(),
        draw: asked.draw,
        next_draw: asked.draw.wrapping_add(1) % 1000,
        ..PreviewView::default()
    };
    let Some(good) = &sight.good else {
        return view;
    };
    let bank = &good.bank;
    view.title = bank.title.clone();
    view.heading = bank.title.clone();
    view.version = bank.version.clone();
    view.language = bank.language.clone();
    view.groups = groups(bank, model);
    match model {
        Some(model) => about(&mut view, good, model, sight),
        None => {
            view.nothing = match &asked.item {
                Some(id) => format!("There is no item model `{id}` in the bank."),
                None => "The bank has no item models yet.".to_owned(),
            };
        }
    }
    view
}

fn groups(bank: &ItemBank, shown: Option<usize>) -> Vec<PreviewGroup> {
    let mut groups: Vec<PreviewGroup> = Vec::new();
    for (at, item) in bank.items.iter().enumerate() {
        let link = PreviewLink {
            id: item.id.value.to_string(),
            query: query(&item.id.value),
            title: item.title.clone().unwrap_or_default(),
            current: shown == Some(at),
        };
        let standard = &item.standard.value;
        match groups.iter_mut().find(|group| group.standard == **standard) {
            Some(group) => group.items.push(link),
            None => groups.push(PreviewGroup {
                standard: standard.to_string(),
                items: vec![link],
            }),
        }
    }
    groups
}

fn query(id: &str) -> String {
    let mut out = String::new();
    escape::address(id, &mut out);
    out
}

fn about(view: &mut PreviewView, good: &Arc<Good>, model: usize, sight: &Sight) {
    let item = &good.bank.items[model];
    view.item = item.id.value.to_string();
    view.heading.clone_from(&view.item);
    view.query = query(&item.id.value);
    view.item_title = item.title.clone().unwrap_or_default();
    view.standard = item.standard.value.to_string();
    let standard = good.bank.standard(&item.standard.value);
    view.statement = standard.map_or_else(String::new, |standard| standard.statement.clone());
    view.drawing = sight.drawn.is_none();
    view.counting = sight.counting;
    let mut notes = Diagnostics::new();
    let own = inside(&good.bank, model);
    notes.extend(good.warnings.iter().filter(|one| own(one)).cloned());
    if let Some(counted) = &sight.counted {
        view.facts = facts(item, &counted.census);
        notes.extend(settled(&good.bank, counted.messages.clone()));
    }
    match sight.drawn.as_deref() {
        Some(Ok(specimens)) => {
            view.drawn = specimens.drawn;
            if sight.counted.is_none() {
                notes.extend(specimens.faults.iter().cloned());
            }
            match cards(good, model, specimens, view.draw) {
                Ok(cards) => view.cards = cards,
                Err(mistakes) => notes.extend(mistakes),
            }
        }
        // The census says it too, and better.
        Some(Err(mistake)) if sight.counted.is_none() => notes.push(mistake.clone()),
        _ => {}
    }
    view.notes = drawn_notes(good, &notes);
}

fn drawn_notes(good: &Good, notes: &Diagnostics) -> Vec<NoteView> {
    let notes = notes.sorted().into_iter();
    notes
        .map(|note| NoteView {
            severity: note.severity.name().to_owned(),
            code: note.code.id().to_owned(),
            drawing: draw::one(note, &good.sources, false),
        })
        .collect()
}

fn cards(
    good: &Good,
    model: usize,
    specimens: &Specimens,
    draw: u64,
) -> Result<Vec<CardView>, Vec<Diagnostic>> {
    let set = sheet(&good.bank, model, &specimens.shown, Seed::new(draw));
    let messages = Messages::of(&good.bank.language);
    let composer = Composer::speaking(&set, &messages).map_err(|bad| {
        let bad = bad.iter().map(|bad| {
            let message = format!("{}: {}", bad.text, bad.error.kind);
            Diagnostic::error(Code::BadText, good.bank.items[model].span, message)
        });
        bad.collect::<Vec<Diagnostic>>()
    })?;
    let items = set.forms.iter().flat_map(|form| composer.form(form).items);
    let cards = items.zip(&specimens.shown);
    Ok(cards
        .map(|(item, specimen)| CardView {
            item,
            oddities: specimen.oddities.iter().map(|odd| say(*odd)).collect(),
            difficulty: signed(specimen.difficulty),
            words: specimen.words,
            contributions: contributions(specimen),
        })
        .collect())
}

fn say(oddity: Oddity) -> String {
    let words = match oddity {
        Oddity::Easy => "easier than usual",
        Oddity::Hard => "harder than usual",
        Oddity::Short => "shorter than usual",
        Oddity::Long => "longer than usual",
    };
    words.to_owned()
}

fn contributions(specimen: &Specimen) -> Vec<ContributionView> {
    let all = &specimen.contributions;
    let most = all.iter().map(|one| one.logits.abs()).fold(0.0, f64::max);
    let view = |one: &Contribution| ContributionView {
        feature: one.feature.to_owned(),
        value: number(one.value),
        logits: signed(one.logits),
        bar: bar(one.logits / most.max(f64::MIN_POSITIVE)),
    };
    all.iter().map(view).collect()
}

/// A bar from the middle: to the right what makes it harder.
fn bar(share: f64) -> Html {
    let length = (share.abs() * 50.0).min(50.0);
    let from = if share < 0.0 { 50.0 - length } else { 50.0 };
    Html(format!(
        "<svg viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path \
         d=\"M50 0v12\" stroke=\"#888\"/><rect x=\"{from:.1}\" y=\"2\" width=\"{length:.1}\" \
         height=\"8\" fill=\"#0b5cad\"/></svg>"
    ))
}

/// A number with a sign, a minus as it is printed.
fn signed(logits: f64) -> String {
    let text = format!("{logits:+.2}");
    match text.as_str() {
        "+0.00" | "-0.00" => "±0.00".to_owned(),
        _ => text.replace('-', "−"),
    }
}

fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{number, signed};

    #[test]
    fn numbers_for_people() {
        assert_eq!(signed(0.456), "+0.46");
        assert_eq!(signed(-1.0), "−1.00");
        assert_eq!(signed(-0.001), "±0.00");
        assert_eq!((number(2.0).as_str(), number(0.25).as_str()), ("2", "0.25"));
        assert_eq!(number(100.0), "100");
    }
}
