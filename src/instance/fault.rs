//! What an author is told when an instance cannot be made.

use crate::bank::domain::Domain;
use crate::bank::model::{ItemModel, Parameter, Step};
use crate::diagnostic::{Code, Diagnostic};
use crate::expression::Frame;
use crate::instance::draw::{Acceptance, DrawError, DrawFault, Drawing};
use crate::instance::item::{Item, ItemFault};
use crate::source::Span;
use crate::value::Value;
use crate::value::notation::describe;

impl DrawError {
    /// The message.
    pub fn diagnostic(&self, model: &ItemModel) -> Diagnostic {
        match &self.fault {
            DrawFault::Evaluation(error) => Diagnostic::error(
                Code::EvaluationFailed,
                error.span,
                format!("{}{}", error.failure, self.given()),
            )
            .help("rule such draws out under `where`, or change the expression"),
            DrawFault::Empty(name, span) if name.starts_with('(') => too_few_statements(*span),
            DrawFault::Empty(name, span) => Diagnostic::error(
                Code::EmptyDomain,
                *span,
                format!("there is nothing to draw `{name}` from{}", self.given()),
            )
            .help("a range goes from the smaller to the larger number; put a condition on the names it depends on under `where`"),
            DrawFault::Unprintable(span, misfit) => Diagnostic::error(
                Code::Unprintable,
                *span,
                format!("{misfit}{}", self.given()),
            )
            .help("choose another format, round the value, or rule such draws out under `where`"),
            DrawFault::Figure(span, message) => Diagnostic::error(
                Code::BadFigure,
                *span,
                format!("{message}{}", self.given()),
            ),
            DrawFault::Check => Diagnostic::error(
                Code::CheckFailed,
                model.span,
                format!("a check of `{}` is false{}", model.id.value, self.given()),
            ),
        }
    }

    /// ` for a = 3, b = 0`
    fn given(&self) -> String {
        const SHOWN: usize = 8;
        let show = |(name, value): &(String, Value)| format!("{name} = {}", shown(value));
        let shown: Vec<String> = self.draw.iter().take(SHOWN).map(show).collect();
        if shown.is_empty() {
            String::new()
        } else {
            format!(" for {}", shown.join(", "))
        }
    }
}

impl ItemFault {
    /// The message.
    pub fn diagnostic(&self, model: &ItemModel) -> Diagnostic {
        match self {
            Self::Draw(error) => error.diagnostic(model),
            Self::Check(at, error) => {
                let check = &model.checks[*at];
                let message = format!("check `{}` is false{}", check.written, error.given());
                Diagnostic::error(Code::CheckFailed, check.program.span(), message)
                    .help("the check or the expression it checks is wrong")
            }
            Self::Response(error) => (**error).clone(),
            Self::TooFewOptions { found, wanted } => Diagnostic::error(
                Code::TooFewOptions,
                model.span,
                format!(
                    "`{}` has {found} different options, {wanted} are wanted",
                    model.id.value
                ),
            )
            .help("add misconceptions with other wrong answers, or lower `choices`"),
        }
    }
}

impl Drawing<'_> {
    /// The draw of a complete instance, for a message: ` for a = 3, b = 0`.
    pub fn given(&self, frame: &Frame) -> String {
        self.fault(DrawFault::Check, usize::MAX, frame).given()
    }

    /// As [`Drawing::given`], of the draw that made an item.
    pub fn given_of(&self, item: &Item) -> String {
        let names = self.model().parameters();
        let names = names.map(|parameter| parameter.name.to_string());
        let draw = DrawError {
            fault: DrawFault::Check,
            draw: names.zip(item.draws.iter().cloned()).collect(),
        };
        draw.given()
    }

    /// Why nothing is accepted: the condition that refuses most, and how often it was met.
    pub fn impossible(&self, acceptance: &Acceptance) -> Diagnostic {
        let model = self.model();
        let conditions = model.steps.iter().filter_map(|step| match step {
            Step::Require(condition) => Some(condition),
            _ => None,
        });
        let worst = conditions
            .zip(&acceptance.conditions)
            .filter(|(_, (tested, _))| *tested > 0)
            .min_by(|(_, a), (_, b)| (a.1 * b.0).cmp(&(b.1 * a.0)));
        match worst {
            Some((condition, (tested, met))) => Diagnostic::error(
                Code::ImpossibleWhere,
                condition.program.span(),
                format!(
                    "no draw of `{}` meets its conditions: `{}` was met by {met} of {tested} draws",
                    model.id.value, condition.written
                ),
            )
            .help("widen the domains under `vary`, or relax this condition"),
            None => {
                let picks = |parameter: &&Parameter| matches!(parameter.domain, Domain::Pick(_));
                match model.parameters().find(picks) {
                    Some(select) => too_few_statements(select.span),
                    None => Diagnostic::error(
                        Code::EmptyDomain,
                        model.span,
                        format!("`{}` has no instance", model.id.value),
                    ),
                }
            }
        }
    }
}

/// No draw has as many true and false statements as its list is to show.
fn too_few_statements(span: Span) -> Diagnostic {
    let message = "no draw has as many true and as many false statements as this list shows";
    Diagnostic::error(Code::EmptyDomain, span, message)
        .help("add statements, look at their `when`, or lower `show` and `true`")
}

/// A value in a message: short, whatever it is.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = match value {
        Value::Row(row) => row
            .iter()
            .next()
            .map_or_else(String::new, |(_, first)| shown(first)),
        _ => describe(value),
    };
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
