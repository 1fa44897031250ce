//! From a form set to views: every value printed once, for the place where it stands.

mod answer;
mod notation;
mod report;
mod standards;
mod texts;

use crate::form::set::{Form, FormSet, PlacedItem};
use crate::instance::response::ResponseRecord;
use crate::render::code::code;
use crate::render::compose::answer::{accepted, answer_text};
use crate::render::compose::notation::Printer;
use crate::render::compose::texts::{ModelTexts, Text};
use crate::render::messages::Messages;
use crate::render::prose::ProseError;
use crate::render::view::{
    AnswerView, FormView, Html, ItemView, Markdown, MisconceptionView, OptionView, ResponseKind,
    ResponseView, Rich, SetView,
};
use crate::value::Value;

pub use report::parity;

/// The program, for the foot of a key.
const GENERATOR: &str = concat!("isoform ", env!("CARGO_PKG_VERSION"));

/// A form set whose texts are compiled, ready to give one view after another.
pub struct Composer<'a> {
    set: &'a FormSet,
    printer: Printer,
    models: Vec<ModelTexts>,
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
            match ModelTexts::compile(model) {
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
        FormView {
            set: self.view.clone(),
            label: form.label.to_string(),
            id: form.id.to_string(),
            code: code(&form.id.to_string(), &form.id.to_string()),
            standards: standards::standards(self.set, form),
            instructions: Rich::default(),
            points_total: self.set.points().to_string(),
            mastery: self.mastery(),
            items: items.map(|(at, placed)| self.item(at, placed)).collect(),
        }
    }

    /// The cut in points of the form: `8 of 10`.
    fn mastery(&self) -> String {
        let [part, whole] = self.set.cut;
        let points = u64::from(self.set.points());
        let needed = (u64::from(part) * points).div_ceil(u64::from(whole.max(1)));
        let (needed, points) = (needed.to_string(), points.to_string());
        let values = [("needed", needed.as_str()), ("points", points.as_str())];
        self.printer.messages.say("cut", &values)
    }

    fn item(&self, at: usize, placed: &PlacedItem) -> ItemView {
        let item = &placed.item;
        let slot = &self.set.slots[at];
        let model = &self.set.models[item.model];
        let texts = &self.models[item.model];
        let stem = &texts.stems[item.wording.min(texts.stems.len() - 1)];
        let answers = self.answers(placed, item.model);
        let letters = letters(item.options.len());
        let options: Vec<OptionView> = item
            .options
            .iter()
            .zip(&letters)
            .map(|(option, letter)| OptionView {
                letter: letter.clone(),
                text: self.typed(&option.value, &model.response, 0, placed, item.model),
                is_key: option.misconception.is_none(),
                betrays: option
                    .misconception
                    .and_then(|at| model.misconceptions.get(at))
                    .map_or_else(String::new, |misconception| misconception.slip.clone()),
            })
            .collect();
        let completed = match &model.response {
            ResponseRecord::Blanks { .. } => self.completed(stem, item, &answers),
            _ => self.fill(stem, &item.stem),
        };
        ItemView {
            number: u32::try_from(at + 1).unwrap_or(u32::MAX),
            points: model.points.to_string(),
            standard: self.set.standards[slot.standard].id.clone(),
            model: model.id.clone(),
            worked: self.set.layout == "practice" && at == 0 && texts.solution.is_some(),
            stem: self.fill(stem, &item.stem),
            completed,
            response: self.response(placed, item.model, &options),
            misconceptions: self.misconceptions(placed, item.model, &letters),
            answers,
            solution: match &texts.solution {
                Some(solution) => self.fill(solution, &item.solution),
                None => Rich::default(),
            },
        }
    }

    fn response(&self, placed: &PlacedItem, model: usize, options: &[OptionView]) -> ResponseView {
        let record = &self.set.models[model];
        let numeric = matches!(
            placed.item.keys.first().map(|key| &key.value),
            Some(Value::Number(_))
        );
        let kind = match &record.response {
            ResponseRecord::Choice { .. } => ResponseKind::Choice,
            ResponseRecord::Blanks { .. } => ResponseKind::Blanks,
            ResponseRecord::Typed { .. } if numeric => ResponseKind::Numeric,
            ResponseRecord::Typed { .. } => ResponseKind::Text,
        };
        let unit = match (&self.models[model].units[..], placed.item.keys.first()) {
            ([Some(unit)], Some(key)) if kind != ResponseKind::Choice => self.fill(unit, &key.unit),
            _ => Rich::default(),
        };
        ResponseView {
            kind,
            columns: columns(options),
            lines: work_lines(kind, record.minutes.unwrap_or(1.0)),
            options: options.to_vec(),
            unit,
        }
    }

    fn answers(&self, placed: &PlacedItem, model: usize) -> Vec<AnswerView> {
        let response = &self.set.models[model].response;
        let key_letter = placed
            .item
            .options
            .iter()
            .position(|option| option.misconception.is_none());
        let records = response.answers();
        placed
            .item
            .keys
            .iter()
            .zip(records)
            .enumerate()
            .map(|(at, (key, (name, record)))| AnswerView {
                label: match key_letter {
                    Some(place) => letter(place),
                    None => name.to_owned(),
                },
                text: self.typed(&key.value, response, at, placed, model),
                accepted: match response {
                    ResponseRecord::Choice { .. } => Vec::new(),
                    _ => accepted(&self.printer, key, record),
                },
            })
            .collect()
    }

    /// A value as an answer: in the form of the `at`-th answer, with its unit.
    fn typed(
        &self,
        value: &Value,
        response: &ResponseRecord,
        at: usize,
        placed: &PlacedItem,
        model: usize,
    ) -> Rich {
        let form = response
            .answers()
            .get(at)
            .and_then(|(_, record)| record.form);
        let mut text = answer_text(&self.printer, value, form);
        let unit = self.models[model].units.get(at).and_then(Option::as_ref);
        if let (Some(unit), Some(key)) = (unit, placed.item.keys.get(at)) {
            let unit = self.fill(unit, &key.unit);
            // A no-break space keeps the unit with its number.
            text.html.0.push('\u{a0}');
            text.html.0.push_str(&unit.html.0);
            text.markdown.0.push('\u{a0}');
            text.markdown.0.push_str(&unit.markdown.0);
        }
        text
    }

    fn misconceptions(
        &self,
        placed: &PlacedItem,
        model: usize,
        letters: &[String],
    ) -> Vec<MisconceptionView> {
        let record = &self.set.models[model];
        let shown = |misconception: usize, value: &Value| {
            let option = placed.item.options.iter().position(|option| {
                option.misconception == Some(misconception) && option.value.same(value)
            });
            option
                .and_then(|place| letters.get(place))
                .cloned()
                .unwrap_or_default()
        };
        placed
            .item
            .slips
            .iter()
            .filter_map(|slip| {
                let misconception = record.misconceptions.get(slip.misconception)?;
                Some(MisconceptionView {
                    slip: misconception.slip.clone(),
                    answer: self.typed(&slip.value, &record.response, 0, placed, model),
                    letter: shown(slip.misconception, &slip.value),
                })
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

    /// The stem with the answers in its blanks.
    fn completed(
        &self,
        text: &Text,
        item: &crate::instance::item::Item,
        answers: &[AnswerView],
    ) -> Rich {
        let answer = |name: &str| answers.iter().find(|answer| answer.label == name);
        let html = text.prose.html_completed(
            |name, _| {
                answer(name)
                    .map_or_else(String::new, |a| a.text.html.0.clone())
                    .into()
            },
            |at, place| self.printer.html(text, &item.stem, at, place),
        );
        let markdown = text.prose.markdown_completed(
            |name, _| {
                answer(name)
                    .map_or_else(String::new, |a| a.text.markdown.0.clone())
                    .into()
            },
            |at, place| self.printer.markdown(text, &item.stem, at, place),
        );
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

/// In how many columns options fit on a page: by the longest, in characters.
fn columns(options: &[OptionView]) -> u32 {
    let width = |option: &OptionView| option.text.markdown.0.chars().filter(|c| *c != '$').count();
    let longest = options.iter().map(width).max().unwrap_or(0);
    let by_width = match longest {
        0..=16 => 4,
        17..=34 => 2,
        _ => 1,
    };
    match (by_width, options.len()) {
        (4, 3) => 3,
        (_, 0..=2) => by_width.min(2),
        _ => by_width,
    }
}

/// Lines of work space: more for items that take longer; none where words or letters are wanted.
fn work_lines(kind: ResponseKind, minutes: f64) -> u32 {
    match kind {
        ResponseKind::Numeric => match minutes {
            m if m <= 1.0 => 2,
            m if m <= 2.0 => 3,
            m if m <= 3.0 => 4,
            _ => 6,
        },
        ResponseKind::Choice if minutes >= 2.0 => 2,
        ResponseKind::Paragraph => 8,
        _ => 0,
    }
}
