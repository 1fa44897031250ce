//! What a student is asked, as an item or a part shows it.

use crate::instance::item::{ItemKey, Task};
use crate::instance::options::AnswerOption;
use crate::instance::response::{Drawn, MisconceptionRecord, ResponseRecord};
use crate::render::compose::answer::{accepted, answer_text};
use crate::render::compose::texts::{TaskTexts, Text};
use crate::render::compose::{Composer, letter, letters};
use crate::render::view::{
    AnswerView, Html, Markdown, MisconceptionView, OptionView, ResponseKind, ResponseView, Rich,
};
use crate::value::Value;

/// An item or a part, with the texts and records it needs.
pub(super) struct Asked<'a> {
    /// How a student answers.
    pub response: &'a ResponseRecord,
    /// The misconceptions.
    pub misconceptions: &'a [MisconceptionRecord],
    /// The compiled texts.
    pub texts: &'a TaskTexts,
    /// Which wording of the stem is shown.
    pub wording: usize,
    /// The values.
    pub task: Task<'a>,
    /// How long a student needs, in minutes.
    pub minutes: f64,
}

impl Asked<'_> {
    /// Whether a word is written anywhere, or picked: then nothing is reckoned on paper.
    fn in_words(&self) -> bool {
        let word = |key: &ItemKey| match &key.value {
            Value::Text(text) => text.chars().any(char::is_alphabetic),
            _ => !key.options.is_empty(),
        };
        self.task.keys.iter().any(word)
    }
}

/// What all tasks show.
pub(super) struct TaskView {
    /// The text posed.
    pub stem: Rich,
    /// The text with every blank filled in.
    pub completed: Rich,
    /// How the student answers.
    pub response: ResponseView,
    /// The correct answers.
    pub answers: Vec<AnswerView>,
    /// Slips and the wrong answers they make.
    pub misconceptions: Vec<MisconceptionView>,
    /// The worked solution.
    pub solution: Rich,
}

impl Composer<'_> {
    /// The view of a task.
    pub(super) fn task(&self, asked: &Asked<'_>) -> TaskView {
        let texts = asked.texts;
        let stem = &texts.stems[asked.wording.min(texts.stems.len() - 1)];
        let answers = self.answers(asked);
        let has_blanks = stem.prose.blanks().next().is_some();
        let completed = if has_blanks {
            self.completed(stem, asked, &answers)
        } else {
            self.fill(stem, asked.task.stem)
        };
        TaskView {
            stem: self.posed(stem, asked),
            completed,
            response: self.response(asked, has_blanks),
            misconceptions: self.misconceptions(asked),
            answers,
            solution: match &texts.solution {
                Some(solution) => self.fill(solution, asked.task.solution),
                None => Rich::default(),
            },
        }
    }

    fn options(&self, asked: &Asked<'_>) -> Vec<OptionView> {
        let options = asked.task.options.iter();
        let letters = letters(asked.task.options.len());
        let slip = |option: &AnswerOption| {
            let slip = option.misconception.filter(|_| !option.is_key);
            slip.and_then(|at| asked.misconceptions.get(at))
        };
        options
            .zip(letters)
            .map(|(option, letter)| OptionView {
                letter,
                text: self.typed(&option.value, asked, 0),
                is_key: option.is_key,
                betrays: slip(option).map_or_else(String::new, |slip| slip.slip.clone()),
            })
            .collect()
    }

    fn response(&self, asked: &Asked<'_>, has_blanks: bool) -> ResponseView {
        let first = asked.task.keys.first();
        let numeric = matches!(first.map(|key| &key.value), Some(Value::Number(_)));
        let kind = match asked.response {
            ResponseRecord::Choice { .. } => ResponseKind::Choice,
            ResponseRecord::Select { .. } => ResponseKind::Select,
            ResponseRecord::Match => ResponseKind::Match,
            ResponseRecord::Sequence => ResponseKind::Sequence,
            ResponseRecord::Constructed { .. } => ResponseKind::Paragraph,
            ResponseRecord::Parts { .. } => ResponseKind::Parts,
            ResponseRecord::Blanks { .. } => ResponseKind::Blanks,
            ResponseRecord::Open(_) if has_blanks => ResponseKind::Blanks,
            ResponseRecord::Open(_) | ResponseRecord::Typed { .. } if numeric => {
                ResponseKind::Numeric
            }
            ResponseRecord::Open(_) | ResponseRecord::Typed { .. } => ResponseKind::Text,
        };
        let unit = match (&asked.texts.units[..], first) {
            ([Some(unit)], Some(key)) if kind != ResponseKind::Choice => self.fill(unit, &key.unit),
            _ => Rich::default(),
        };
        let options = self.options(asked);
        let lines = match asked.response {
            ResponseRecord::Constructed {
                lines: Some(lines), ..
            } => *lines,
            _ => work_lines(kind, asked.in_words(), asked.minutes),
        };
        let (left, right) = self.entries(asked);
        ResponseView {
            kind,
            columns: columns(&options),
            lines,
            options,
            unit,
            statements: self.statements(asked),
            left,
            right,
            rubric: self.rubric(asked),
        }
    }

    fn answers(&self, asked: &Asked<'_>) -> Vec<AnswerView> {
        let one = |text: Rich, accepted: Vec<Rich>| {
            vec![AnswerView {
                label: String::new(),
                text,
                accepted,
            }]
        };
        match (asked.response, asked.task.drawn) {
            (ResponseRecord::Select { .. }, Drawn::Select(shown)) => {
                one(self.marks(shown), self.say("select_rule"))
            }
            (_, Drawn::Match(columns)) => one(self.pairs(columns), Vec::new()),
            (_, Drawn::Sequence(steps)) => one(self.order(steps), self.constraints(steps)),
            (ResponseRecord::Open(record), Drawn::Open(known)) => {
                self.example(record, known, asked)
            }
            (ResponseRecord::Constructed { .. }, Drawn::Constructed(marking)) => {
                let sample = asked.texts.sample.as_ref();
                sample.map_or_else(Vec::new, |sample| {
                    one(self.fill(sample, &marking.sample), Vec::new())
                })
            }
            _ => self.worked_out(asked),
        }
    }

    /// A message as the one sentence of a list.
    pub(super) fn say(&self, key: &str) -> Vec<Rich> {
        vec![Rich::plain(&self.printer.messages.say(key, &[]))]
    }

    fn worked_out(&self, asked: &Asked<'_>) -> Vec<AnswerView> {
        let key_letter = asked.task.options.iter().position(|option| option.is_key);
        let keys = asked.task.keys.iter().zip(asked.response.answers());
        keys.enumerate()
            .map(|(at, (key, (name, record)))| AnswerView {
                label: match key_letter {
                    Some(place) => letter(place),
                    None => name.to_owned(),
                },
                text: self.typed(&key.value, asked, at),
                accepted: if key_letter.is_some() || !key.options.is_empty() {
                    Vec::new()
                } else {
                    accepted(&self.printer, key, record)
                },
            })
            .collect()
    }

    /// A value as an answer: in the form of the `at`-th answer, with its unit.
    fn typed(&self, value: &Value, asked: &Asked<'_>, at: usize) -> Rich {
        let answers = asked.response.answers();
        let form = answers.get(at).and_then(|(_, record)| record.form);
        let mut text = answer_text(&self.printer, value, form);
        let unit = asked.texts.units.get(at).and_then(Option::as_ref);
        if let (Some(unit), Some(key)) = (unit, asked.task.keys.get(at)) {
            let unit = self.fill(unit, &key.unit);
            // Degrees stand close (SI Brochure 2019, 5.4.3); a no-break space keeps another unit
            // with its number.
            if !matches!(unit.markdown.0.as_str(), "°" | "′" | "″") {
                text.html.0.push('\u{a0}');
                text.markdown.0.push('\u{a0}');
            }
            text.html.0.push_str(&unit.html.0);
            text.markdown.0.push_str(&unit.markdown.0);
        }
        text
    }

    fn misconceptions(&self, asked: &Asked<'_>) -> Vec<MisconceptionView> {
        let options = asked.task.options;
        let shown = |misconception: usize, value: &Value| {
            let option = options.iter().position(|option| {
                option.misconception == Some(misconception) && option.value.same(value)
            });
            option.map(letter).unwrap_or_default()
        };
        let mut views: Vec<MisconceptionView> = Vec::new();
        for slip in asked.task.slips {
            if let Some(record) = asked.misconceptions.get(slip.misconception) {
                views.push(MisconceptionView {
                    slip: record.slip.clone(),
                    blank: String::new(),
                    answer: self.typed(&slip.value, asked, 0),
                    letter: shown(slip.misconception, &slip.value),
                });
            }
        }
        let answers = asked.response.answers();
        let several = answers.len() > 1;
        for (at, (key, (name, record))) in asked.task.keys.iter().zip(answers).enumerate() {
            let blank = if several { name } else { "" };
            for slip in &key.slips {
                if let Some(record) = record.misconceptions.get(slip.misconception) {
                    views.push(MisconceptionView {
                        slip: record.slip.clone(),
                        blank: blank.to_owned(),
                        answer: self.typed(&slip.value, asked, at),
                        letter: String::new(),
                    });
                }
            }
        }
        views
    }

    /// The stem with the options of dropdowns in their blanks.
    fn posed(&self, text: &Text, asked: &Asked<'_>) -> Rich {
        let names = asked.response.answers();
        let offered = |name: &str| -> Option<(usize, &ItemKey)> {
            let at = names.iter().position(|(known, _)| *known == name)?;
            let key = asked.task.keys.get(at)?;
            (!key.options.is_empty()).then_some((at, key))
        };
        let joined = |name: &str, part: fn(Rich) -> String| {
            let (at, key) = offered(name)?;
            let options = key.options.iter();
            let options = options.map(|option| part(self.typed(&option.value, asked, at)));
            Some(options.collect::<Vec<String>>().join(" / "))
        };
        let blank = self.printer.messages.say("blank", &[]);
        let values = asked.task.stem;
        let html = text.prose.html_offering(
            &blank,
            |name| joined(name, |rich| rich.html.0),
            |at, place| self.printer.html(text, values, at, place),
        );
        let markdown = text.prose.markdown_offering(
            |name| Some(format!("({})", joined(name, |rich| rich.markdown.0)?)),
            |at, place| self.printer.markdown(text, values, at, place),
        );
        Rich {
            html: Html(html),
            markdown: Markdown(markdown),
        }
    }

    /// The stem with the answers in its blanks.
    fn completed(&self, text: &Text, asked: &Asked<'_>, answers: &[AnswerView]) -> Rich {
        let values = asked.task.stem;
        let answer = |name: &str, part: fn(&Rich) -> &str| {
            let answer = answers.iter().find(|answer| answer.label == name);
            answer.map_or_else(String::new, |answer| part(&answer.text).to_owned())
        };
        let html = text.prose.html_completed(
            |name, _| answer(name, |rich| &rich.html.0).into(),
            |at, place| self.printer.html(text, values, at, place),
        );
        let markdown = text.prose.markdown_completed(
            |name, _| answer(name, |rich| &rich.markdown.0).into(),
            |at, place| self.printer.markdown(text, values, at, place),
        );
        Rich {
            html: Html(html),
            markdown: Markdown(markdown),
        }
    }
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
fn work_lines(kind: ResponseKind, in_words: bool, minutes: f64) -> u32 {
    match kind {
        ResponseKind::Choice if minutes >= 2.0 => 2,
        ResponseKind::Paragraph => 8,
        ResponseKind::Numeric | ResponseKind::Blanks | ResponseKind::Text if !in_words => {
            match minutes {
                m if m <= 1.0 => 2,
                m if m <= 2.0 => 3,
                m if m <= 3.0 => 4,
                _ => 6,
            }
        }
        _ => 0,
    }
}
