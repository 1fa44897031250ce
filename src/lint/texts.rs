//! Every text that is printed for an item besides its stem: what else there is to read.

use crate::bank::answer::Misconception;
use crate::bank::figure::{Figure, OptionFigure};
use crate::bank::model::ItemModel;
use crate::bank::prose::Prose;
use crate::bank::response::ResponseType;
use crate::bank::response::choice::Offer;
use crate::bank::response::matching::Extra;
use crate::instance::figure::{Drawn as DrawnKey, DrawnFigure, DrawnShape, Said};
use crate::instance::item::{Item, ItemKey, Slip, Task};
use crate::instance::options::AnswerOption;
use crate::instance::response::Drawn;
use crate::source::Span;
use crate::value::Value;

/// A text of an item.
#[derive(Debug, Clone, Copy)]
pub enum Text<'a> {
    /// One with holes, and the values in them.
    Prose(&'a Prose, &'a [Value]),
    /// One that an expression made, and where the expression stands.
    Made(Span, &'a str),
}

/// What is said of one question: an item, or a part of one.
struct Question<'a> {
    response: &'a ResponseType,
    misconceptions: &'a [Misconception],
    solution: Option<&'a Prose>,
    option_figure: Option<&'a OptionFigure>,
}

/// The texts of an item but for its stem and what its figure is in words.
pub fn of_item<'a>(model: &'a ItemModel, item: &'a Item) -> Vec<Text<'a>> {
    let mut texts = Texts(Vec::new());
    let question = Question {
        response: &model.response,
        misconceptions: &model.misconceptions,
        solution: model.solution.as_ref(),
        option_figure: model.option_figure.as_ref(),
    };
    texts.question(&question, item.task());
    if let (Some(figure), Some(drawn)) = (&model.figure, &item.figure) {
        texts.shapes(&figure.texts(), &drawn.shapes);
    }
    let ResponseType::Parts(parts) = &model.response else {
        return texts.0;
    };
    for drawn in &item.parts {
        let Some(part) = parts.get(drawn.part) else {
            continue;
        };
        texts.prose(&part.stem, &drawn.stem);
        if let (Some(figure), Some(drawn)) = (&part.figure, &drawn.figure) {
            texts.figure(figure, drawn);
        }
        let question = Question {
            response: &part.response,
            misconceptions: &part.misconceptions,
            solution: part.solution.as_ref(),
            option_figure: part.option_figure.as_ref(),
        };
        texts.question(&question, drawn.task());
    }
    texts.0
}

struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    fn prose(&mut self, prose: &'a Prose, values: &'a [Value]) {
        self.0.push(Text::Prose(prose, values));
    }

    fn optional(&mut self, prose: Option<&'a Prose>, values: &'a [Value]) {
        if let Some(prose) = prose {
            self.prose(prose, values);
        }
    }

    fn made(&mut self, span: Span, values: impl IntoIterator<Item = &'a Value>) {
        let texts = values.into_iter().filter_map(|value| match value {
            Value::Text(text) => Some(Text::Made(span, text)),
            _ => None,
        });
        self.0.extend(texts);
    }

    fn question(&mut self, question: &Question<'a>, task: Task<'a>) {
        self.optional(question.solution, task.solution);
        self.tells(question.misconceptions, task.slips);
        for (answer, key) in question.response.answers().into_iter().zip(task.keys) {
            self.optional(answer.unit.as_ref(), &key.unit);
        }
        self.response(question.response, task.keys, task.drawn);
        if let ResponseType::Choice(choice) = question.response {
            let place = place(&choice.offer, choice.answer.is.span());
            self.options(place, task.options);
        }
        let drawn = task.options.iter().filter_map(|o| o.figure.as_ref());
        for (figure, drawn) in drawn.filter_map(|d| Some((question.option_figure?, d))) {
            self.figure(&figure.figure, drawn);
        }
    }

    fn response(&mut self, response: &'a ResponseType, keys: &'a [ItemKey], drawn: &'a Drawn) {
        match (response, drawn) {
            (ResponseType::Blanks(blanks), _) => {
                for (blank, key) in blanks.iter().zip(keys) {
                    self.tells(&blank.misconceptions, &key.slips);
                    if let Some((offer, _)) = &blank.offer {
                        self.options(place(offer, blank.answer.is.span()), &key.options);
                    }
                }
            }
            (ResponseType::Select(select), Drawn::Select(shown)) => {
                for shown in shown {
                    let statement = &select.statements[shown.statement];
                    self.prose(&statement.say, &shown.say);
                    self.optional(statement.why.as_ref(), &shown.why);
                }
            }
            (ResponseType::Match(matching), Drawn::Match(columns)) => {
                self.made(matching.left.span(), &*columns.left);
                let partners = keys.iter().map(|key| &key.value);
                self.made(matching.right.span(), partners);
                if let Extra::List(list) = &matching.extra {
                    let is_extra = |(at, _): &(usize, &Value)| !columns.partners.contains(at);
                    let right = columns.right.iter().enumerate();
                    self.made(list.span(), right.filter(is_extra).map(|(_, value)| value));
                }
            }
            (ResponseType::Sequence(sequence), Drawn::Sequence(steps)) => {
                self.made(sequence.list.span(), &steps.steps);
            }
            (ResponseType::Open(open), Drawn::Open(known)) => {
                self.optional(open.tell.as_ref(), &known.tell);
            }
            (ResponseType::Constructed(constructed), Drawn::Constructed(marking)) => {
                self.optional(constructed.sample.as_ref(), &marking.sample);
                let criteria = constructed.rubric.iter().flat_map(|r| &r.criteria);
                for (criterion, values) in criteria.zip(&marking.levels) {
                    for ((_, words), values) in criterion.levels.iter().zip(values) {
                        self.prose(words, values);
                    }
                }
            }
            _ => {}
        }
    }

    fn tells(&mut self, misconceptions: &'a [Misconception], slips: &'a [Slip]) {
        for slip in slips {
            self.optional(misconceptions[slip.misconception].tell.as_ref(), &slip.tell);
        }
    }

    fn options(&mut self, span: Span, options: &'a [AnswerOption]) {
        self.made(span, options.iter().map(|option| &option.value));
    }

    fn figure(&mut self, figure: &'a Figure, drawn: &'a DrawnFigure) {
        self.prose(&figure.alt, &drawn.alt.values);
        self.shapes(&figure.texts(), &drawn.shapes);
    }

    /// The texts of shapes. Shapes are left out and repeated as they are drawn, so each text is
    /// known by its words.
    fn shapes(&mut self, written: &[&'a Prose], shapes: &'a [DrawnShape]) {
        let mut said = |said: &'a Said| {
            let prose = written.iter().find(|prose| said.text.is_of(prose));
            self.0
                .extend(prose.map(|prose| Text::Prose(prose, &said.values)));
        };
        let mut inner = Vec::new();
        for drawn in shapes.iter().flat_map(|shape| shape.keys.values()) {
            match drawn {
                DrawnKey::Text(text) => said(text),
                DrawnKey::Texts(several) => several.iter().for_each(&mut said),
                DrawnKey::Draw(shapes) => inner.push(shapes),
                DrawnKey::Value(_) | DrawnKey::Word(_) | DrawnKey::Curve(_) => {}
            }
        }
        for shapes in inner {
            self.shapes(written, shapes);
        }
    }
}

/// Where options are written: in their list, or as the answer and its wrong answers.
fn place(offer: &Offer, answer: Span) -> Span {
    match offer {
        Offer::List(list) => list.span(),
        Offer::Count(_) => answer,
    }
}
