//! Response types as a form set keeps them. One file a type.

use serde::{Deserialize, Serialize};

use crate::bank::answer::{Answer, Form, Ignore};
use crate::bank::response::ResponseType;
use crate::bank::response::choice::Order;
use crate::instance::wording::Wording;

/// How a student answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum ResponseRecord {
    /// The student writes the answer.
    Typed {
        /// What is right.
        answer: AnswerRecord,
    },
    /// The student picks one option.
    Choice {
        /// What is right.
        answer: AnswerRecord,
        /// Whether options stand by size.
        sorted: bool,
    },
    /// The student fills blanks.
    Blanks {
        /// What is right, blank by blank.
        answers: Vec<(String, AnswerRecord)>,
    },
}

/// What makes an answer right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerRecord {
    /// The form it must take, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// The unit behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Wording>,
    /// What does not matter in a text.
    #[serde(default)]
    pub ignore: Ignore,
}

impl ResponseRecord {
    /// What is kept of `response`.
    pub fn of(response: &ResponseType) -> Self {
        match response {
            ResponseType::Typed(answer) => Self::Typed {
                answer: AnswerRecord::of(answer),
            },
            ResponseType::Choice(choice) => Self::Choice {
                answer: AnswerRecord::of(&choice.answer),
                sorted: choice.order == Order::Sorted,
            },
            ResponseType::Blanks(blanks) => Self::Blanks {
                answers: blanks
                    .iter()
                    .map(|blank| {
                        let name = blank.name.value.to_string();
                        (name, AnswerRecord::of(&blank.answer))
                    })
                    .collect(),
            },
        }
    }

    /// The answers that a student writes, with the names of their blanks.
    pub fn answers(&self) -> Vec<(&str, &AnswerRecord)> {
        match self {
            Self::Typed { answer } | Self::Choice { answer, .. } => vec![("", answer)],
            Self::Blanks { answers } => answers
                .iter()
                .map(|(name, answer)| (name.as_str(), answer))
                .collect(),
        }
    }

    /// A number for each type, for comparing forms.
    pub fn number(&self) -> u32 {
        match self {
            Self::Typed { .. } => 0,
            Self::Choice { .. } => 1,
            Self::Blanks { .. } => 2,
        }
    }
}

impl AnswerRecord {
    /// What is kept of `answer`.
    pub fn of(answer: &Answer) -> Self {
        Self {
            form: answer.form,
            unit: answer.unit.as_ref().map(Wording::of),
            ignore: answer.ignore,
        }
    }
}
