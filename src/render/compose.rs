//! From a form set to views: every value printed once, for the place where it stands.

mod answer;
mod figures;
mod lists;
mod marking;
mod mastery;
pub(super) mod notation;
mod property;
mod report;
mod spoken;
mod standards;
mod task;
pub(super) mod texts;

use crate::form::set::{Form, FormSet, PlacedItem};
use crate::instance::item::Item;
use crate::instance::response::ResponseRecord;
use crate::instance::response::parts::PartRecord;
use crate::render::code::code;
use crate::render::compose::figures::{item_name, part_name};
use crate::render::compose::notation::Printer;
use crate::render::compose::task::Asked;
use crate::render::compose::texts::{TaskTexts, Text};
use crate::render::messages::Messages;
use crate::render::prose::ProseError;
use crate::render::view::{FormView, Html, ItemView, Markdown, PartView, Rich, SetView};
use crate::value::Value;

pub use figures::{FigureFile, ImageFile};
pub use report::parity;

/// The program, for the foot of a key.
const GENERATOR: &str = concat!("isoform ", env!("CARGO_PKG_VERSION"));

/// A form set whose texts are compiled, ready to give one view after another.
pub struct Composer<'a> {
    set: &'a FormSet,
    printer: Printer,
    models: Vec<TaskTexts>,
    view: SetView,
    /// Whether mathematics is written in words, for screen readers.
    pub spoken: bool,
}

/// A text of the set that cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadText {
    /// The item model.
    pub model: String,
    /// Which of its texts.
    pub text: &'static str,
    /// What is wrong.
    pub error: ProseError,
}

impl<'a> Composer<'a> {
    /// Compiles the texts of the set's item models, with the program's own words in the language of
    /// the bank.
    ///
    /// # Errors
    /// Every text that cannot be shown.
    pub fn new(set: &'a FormSet) -> Result<Self, Vec<BadText>> {
        Self::speaking(set, &Messages::of(&set.bank.language))
    }

    /// Compiles the texts of the set's item models; `messages` are the program's own words.
    ///
    /// # Errors
    /// Every text that cannot be shown.
    pub fn speaking(set: &'a FormSet, messages: &Messages) -> Result<Self, Vec<BadText>> {
        let mut models = Vec::new();
        let mut bad = Vec::new();
        for model in &set.models {
            match TaskTexts::compile(model) {
                Ok(texts) => models.push(texts),
                Err(errors) => bad.extend(errors),
            }
        }
        if !bad.is_empty() {
            return Err(bad);
        }
        let printer = Printer::speaking(&set.bank.language, messages);
        Ok(Self {
            set,
            printer,
            models,
            view: set_view(set),
            spoken: false,
        })
    }

    /// The view of a form, for its paper and its key.
    pub fn form(&self, form: &Form) -> FormView {
        let items = form.items.iter().enumerate();
        let mut view = FormView {
            set: self.view.clone(),
            label: form.label.to_string(),
            id: form.id.to_string(),
            code: code(&form.id.to_string(), &form.id.to_string()),
            standards: standards::standards(self.set, form, &self.printer.messages),
            instructions: Rich::default(),
            points_total: self.set.points().to_string(),
            mastery: mastery::of_form(self.set, &self.printer.messages),
            items: items
                .map(|(at, placed)| self.item(form, at, placed))
                .collect(),
        };
        if self.spoken {
            spoken::form(&mut view, &self.printer.messages);
        }
        view
    }

    fn item(&self, form: &Form, at: usize, placed: &PlacedItem) -> ItemView {
        let item = &placed.item;
        let slot = &self.set.slots[at];
        let model = &self.set.models[item.model];
        let texts = &self.models[item.model];
        let number = (at + 1).to_string();
        let view = self.task(&Asked {
            response: &model.response,
            misconceptions: &model.misconceptions,
            texts,
            wording: item.wording,
            task: item.task(),
            minutes: model.minutes.unwrap_or(1.0),
        });
        let mut response = view.response;
        let name = item_name(form, at);
        self.draw_options(&item.options, &name, &mut response);
        let parts = match &model.response {
            ResponseRecord::Parts { parts } => parts.as_slice(),
            _ => &[],
        };
        ItemView {
            number: u32::try_from(at + 1).unwrap_or(u32::MAX),
            points: model.points.to_string(),
            standard: self.set.standards[slot.standard].id.clone(),
            model: model.id.clone(),
            worked: self.set.layout == "practice" && at == 0 && texts.solution.is_some(),
            stem: view.stem,
            completed: view.completed,
            figure: item
                .figure
                .as_ref()
                .map_or_else(Rich::default, |figure| self.figure(figure, &name)),
            response,
            misconceptions: view.misconceptions,
            answers: view.answers,
            solution: view.solution,
            parts: self.parts(parts, item, texts, [&number, &name]),
        }
    }

    fn parts(
        &self,
        records: &[PartRecord],
        item: &Item,
        texts: &TaskTexts,
        [number, name]: [&str; 2],
    ) -> Vec<PartView> {
        let known = item.parts.iter().enumerate().filter_map(|(at, part)| {
            Some((
                at,
                part,
                records.get(part.part)?,
                texts.parts.get(part.part)?,
            ))
        });
        known
            .map(|(at, part, record, texts)| {
                let view = self.task(&Asked {
                    response: &record.response,
                    misconceptions: &record.misconceptions,
                    texts,
                    wording: 0,
                    task: part.task(),
                    minutes: 1.0,
                });
                let letter = letter(at).to_lowercase();
                let name = part_name(name, at);
                let mut response = view.response;
                self.draw_options(&part.options, &name, &mut response);
                let figure = part.figure.as_ref();
                PartView {
                    number: format!("{number} {letter}"),
                    letter,
                    points: record.points.to_string(),
                    stem: view.stem,
                    figure: figure.map_or_else(Rich::default, |figure| self.figure(figure, &name)),
                    completed: view.completed,
                    response,
                    answers: view.answers,
                    misconceptions: view.misconceptions,
                    solution: view.solution,
                }
            })
            .collect()
    }

    fn fill(&self, text: &Text, values: &[Value]) -> Rich {
        let blank = self.printer.messages.say("blank", &[]);
        let html = text.prose.html(&blank, |at, place| {
            self.printer.html(text, values, at, place)
        });
        let markdown = text
            .prose
            .markdown(|at, place| self.printer.markdown(text, values, at, place));
        Rich {
            html: Html(html),
            markdown: Markdown(markdown),
        }
    }
}

fn set_view(set: &FormSet) -> SetView {
    SetView {
        title: set.title.clone(),
        bank: set.bank.title.clone(),
        bank_version: set.bank.version.clone(),
        seed: set.seed.clone(),
        language: set.bank.language.clone(),
        generator: GENERATOR.to_owned(),
    }
}

fn letter(place: usize) -> String {
    // At most 26 options.
    char::from(b'A' + u8::try_from(place % 26).unwrap_or(0)).to_string()
}

fn letters(count: usize) -> Vec<String> {
    (0..count).map(letter).collect()
}
