//! What a form set keeps of a response type.

use serde::{Deserialize, Serialize};

use crate::bank::answer::{Answer, Form, Ignore, Misconception};
use crate::bank::response::ResponseType;
use crate::bank::response::choice::Order;
use crate::instance::response::constructed::RubricRecord;
use crate::instance::response::open::OpenRecord;
use crate::instance::response::parts::PartRecord;
use crate::instance::response::select::StatementRecord;
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
    /// The student marks the true statements of a list.
    Select {
        /// Every statement that may be shown.
        statements: Vec<StatementRecord>,
    },
    /// The student matches two lists.
    Match,
    /// The student puts steps in order.
    Sequence,
    /// The student writes any answer that has a property.
    Open(OpenRecord),
    /// The student writes a text that a person marks.
    Constructed {
        /// How it is marked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rubric: Option<RubricRecord>,
        /// A model response.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sample: Option<Wording>,
        /// How many ruled lines the student gets, if the author says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lines: Option<u32>,
    },
    /// The student answers several questions.
    Parts {
        /// The questions, repetitions once.
        parts: Vec<PartRecord>,
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
    /// The misconceptions of a blank.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misconceptions: Vec<MisconceptionRecord>,
}

/// A misconception.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MisconceptionRecord {
    /// The slip in words.
    pub slip: String,
    /// What to tell a student who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell: Option<Wording>,
}

impl ResponseRecord {
    /// What is kept of `response`.
    pub fn of(response: &ResponseType) -> Self {
        match response {
            ResponseType::Typed(answer) => Self::Typed {
                answer: AnswerRecord::of(answer, &[]),
            },
            ResponseType::Choice(choice) => Self::Choice {
                answer: AnswerRecord::of(&choice.answer, &[]),
                sorted: choice.order == Order::Sorted,
            },
            ResponseType::Blanks(blanks) => {
                let answers = blanks.iter().map(|blank| {
                    let record = AnswerRecord::of(&blank.answer, &blank.misconceptions);
                    (blank.name.value.to_string(), record)
                });
                Self::Blanks {
                    answers: answers.collect(),
                }
            }
            ResponseType::Select(select) => Self::Select {
                statements: select.statements.iter().map(StatementRecord::of).collect(),
            },
            ResponseType::Match(_) => Self::Match,
            ResponseType::Sequence(_) => Self::Sequence,
            ResponseType::Open(open) => Self::Open(OpenRecord::of(open)),
            ResponseType::Constructed(constructed) => Self::Constructed {
                rubric: constructed.rubric.as_ref().map(RubricRecord::of),
                sample: constructed.sample.as_ref().map(Wording::of),
                lines: constructed.lines,
            },
            ResponseType::Parts(parts) => Self::Parts {
                parts: parts.iter().map(PartRecord::of).collect(),
            },
        }
    }

    /// The answers that a student types or chooses, with the names of their blanks.
    pub fn answers(&self) -> Vec<(&str, &AnswerRecord)> {
        match self {
            Self::Typed { answer } | Self::Choice { answer, .. } => vec![("", answer)],
            Self::Blanks { answers } => answers
                .iter()
                .map(|(name, answer)| (name.as_str(), answer))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// A number for each type, for comparing forms.
    pub fn number(&self) -> u32 {
        match self {
            Self::Typed { .. } => 0,
            Self::Choice { .. } => 1,
            Self::Blanks { .. } => 2,
            Self::Select { .. } => 3,
            Self::Match => 4,
            Self::Sequence => 5,
            Self::Open(_) => 6,
            Self::Constructed { .. } => 7,
            Self::Parts { .. } => 8,
        }
    }
}

impl AnswerRecord {
    /// What is kept of `answer` and the misconceptions of its blank.
    pub fn of(answer: &Answer, misconceptions: &[Misconception]) -> Self {
        Self {
            form: answer.form,
            unit: answer.unit.as_ref().map(Wording::of),
            ignore: answer.ignore,
            misconceptions: misconceptions.iter().map(MisconceptionRecord::of).collect(),
        }
    }
}

impl MisconceptionRecord {
    /// What is kept of `misconception`.
    pub fn of(misconception: &Misconception) -> Self {
        Self {
            slip: misconception.slip.clone(),
            tell: misconception.tell.as_ref().map(Wording::of),
        }
    }
}
