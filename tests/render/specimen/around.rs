//! What stands around the items of the specimen.

use isoform::render::messages::Messages;
use isoform::render::pages::Surroundings;
use isoform::render::paper::{Paper, Setting};
use isoform::render::view::{CorrectiveView, PageView, SchoolView, SlipView, StandardView};

pub fn standard(id: &str, statement: &str) -> StandardView {
    StandardView {
        id: id.to_owned(),
        statement: statement.to_owned(),
        mastery: "8 of 10".to_owned(),
        correctives: vec![CorrectiveView {
            approach: "number line".to_owned(),
            text: "Place the fraction between two whole numbers first.".to_owned(),
            slips: vec![SlipView {
                slip: "gave what was missing".to_owned(),
                count: 1,
                items: "3".to_owned(),
            }],
        }],
        extensions: vec!["Find three fractions whose decimals repeat.".to_owned()],
    }
}

/// The pages around a form, in English on A4.
pub struct Around {
    pub page: PageView,
    pub school: SchoolView,
    pub messages: Messages,
}

impl Around {
    pub fn new(setting: Setting, layout: &str, language: &str) -> Self {
        Self {
            page: setting.view(layout, language),
            school: SchoolView::default(),
            messages: Messages::of(language),
        }
    }

    pub fn usual() -> Self {
        Self::new(Setting::on(Paper::A4), "quiz", "en")
    }

    pub fn all(&self) -> Surroundings<'_> {
        Surroundings {
            page: &self.page,
            school: &self.school,
            messages: &self.messages,
        }
    }
}
