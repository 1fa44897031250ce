//! What all pages of a pool share: words, paper, templates.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cli::output::PLAN;
use crate::cli::own_templates::OwnTemplates;
use crate::cli::page_options::{PageOptions, PaperName};
use crate::cli::pages::{messages, refused};
use crate::cli::pool::open::Opened;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::record::StandardRecord;
use crate::pool::history::History;
use crate::pool::policy::Policy;
use crate::render::messages::Messages;
use crate::render::pages::{Pages, Surroundings};
use crate::render::paper::{Paper, Setting, WorkSpace};
use crate::render::school::School;
use crate::render::view::SchoolView;

/// What is needed to write the pages of a pool.
pub struct Paperwork {
    /// The templates.
    pub pages: Pages,
    /// The program's own words.
    pub messages: Messages,
    /// The paper.
    pub paper: Paper,
    /// Whose pages they are.
    pub school: SchoolView,
}

/// The part of a plan that a board needs.
#[derive(Deserialize)]
struct Texts {
    bank: Spoken,
    standards: Vec<StandardRecord>,
    #[serde(default)]
    school: School,
}

#[derive(Deserialize)]
struct Spoken {
    language: String,
}

impl Paperwork {
    /// The language and the school are those of the pool's last set, unless the policy says another.
    pub fn new(policy: &Policy, pool: &Opened) -> Result<Self, Diagnostic> {
        let last = pool.history.sets.last();
        let texts = last
            .map(|set| read(&pool.folder.join(&set.added.folder)))
            .transpose()?;
        let (spoken, school) = match texts {
            Some(texts) => (texts.bank.language, texts.school),
            None => ("en".to_owned(), School::default()),
        };
        let options = own_pages(&PageOptions::default(), policy, &pool.folder);
        let own = OwnTemplates::read(options.templates.as_deref())?;
        let messages = messages(&options, &own, &spoken)?;
        let language = policy.language.as_ref().unwrap_or(&spoken);
        Ok(Self {
            pages: Pages::speaking(&own.overrides(), &messages).map_err(refused)?,
            messages,
            paper: policy.paper.unwrap_or_else(|| Paper::usual(language)),
            school: school.view(),
        })
    }

    /// How a form is set for a student without needs.
    pub fn setting(&self) -> Setting {
        let mut setting = Setting::on(self.paper);
        setting.work = WorkSpace::ByItem;
        setting
    }

    /// A page in the usual setting; `name` is that of the view in the template.
    pub fn page<V: Serialize>(
        &self,
        template: &str,
        name: &'static str,
        view: &V,
    ) -> Result<String, Diagnostic> {
        self.page_set(template, name, view, &self.setting(), "quiz")
    }

    /// A page in some setting.
    pub fn page_set<V: Serialize>(
        &self,
        template: &str,
        name: &'static str,
        view: &V,
        setting: &Setting,
        layout: &str,
    ) -> Result<String, Diagnostic> {
        let page = setting.view(layout, self.messages.language());
        let around = Surroundings {
            page: &page,
            school: &self.school,
            messages: &self.messages,
        };
        self.pages
            .other(template, name, view, around)
            .map_err(refused)
    }
}

/// How pages are set: as typed, and where nothing is typed, as the policy says.
pub fn own_pages(typed: &PageOptions, policy: &Policy, folder: &Path) -> PageOptions {
    let paper = policy.paper.map(|paper| match paper {
        Paper::A4 => PaperName::A4,
        Paper::Letter => PaperName::Letter,
    });
    let templates = policy.templates.as_ref().map(|name| folder.join(name));
    let mut pages = typed.clone();
    pages.paper = pages.paper.or(paper);
    pages.lang = pages.lang.or_else(|| policy.language.clone());
    pages.templates = pages.templates.or(templates);
    pages
}

/// Statements, correctives and extensions of standards, as the last set of each has them.
pub fn texts(
    pool: &Opened,
    standards: &[String],
) -> Result<BTreeMap<String, StandardRecord>, Diagnostic> {
    let mut found = BTreeMap::new();
    for set in pool.history.sets.iter().rev() {
        let ids = set.added.standards.iter().map(|own| &own.id);
        let mut new = ids.filter(|id| standards.contains(id) && !found.contains_key(*id));
        if new.next().is_none() {
            continue;
        }
        for record in read(&pool.folder.join(&set.added.folder))?.standards {
            found.entry(record.id.clone()).or_insert(record);
        }
    }
    Ok(found)
}

/// Reads the texts of a plan and passes over its forms.
fn read(folder: &Path) -> Result<Texts, Diagnostic> {
    let file = folder.join(PLAN);
    let bytes = std::fs::read(&file).map_err(|error| {
        let message = format!("cannot read `{}`: {error}", file.display());
        Diagnostic::error(Code::CannotRead, None, message).help("take it from a backup")
    })?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let message = format!("`{}` is damaged: {error}", file.display());
        Diagnostic::error(Code::Json, None, message).help("take it from a backup")
    })
}

/// Sorts students by section, then by name, then by id.
pub fn in_class_order(history: &History, names: &HashMap<String, String>, students: &mut [usize]) {
    students.sort_by_cached_key(|at| {
        let student = &history.students[*at];
        let name = names.get(&student.id).map(|name| by_letters(name));
        (student.section.clone(), name, student.id.clone())
    });
}

/// A name as it is sorted: by its letters, whatever signs stand on them, so that Łukasz comes
/// before Zanele. Where two names differ in nothing else, the signs decide.
fn by_letters(name: &str) -> (String, String) {
    const SIGNED: [(&str, &str); 15] = [
        ("àáâãäåāăąǎ", "a"),
        ("çćĉċč", "c"),
        ("ďđð", "d"),
        ("èéêëēĕėęěẽ", "e"),
        ("ĝğġģ", "g"),
        ("ìíîïĩīĭįı", "i"),
        ("ĺļľł", "l"),
        ("ñńņň", "n"),
        ("òóôõöøōŏőơ", "o"),
        ("ŕŗř", "r"),
        ("śŝşšș", "s"),
        ("ťţț", "t"),
        ("ùúûüũūŭůűųư", "u"),
        ("ýÿŷ", "y"),
        ("źżž", "z"),
    ];
    let lower = name.to_lowercase();
    let plain = |c: char| {
        let found = SIGNED.iter().find(|(signed, _)| signed.contains(c));
        found.map_or_else(|| c.to_string(), |(_, plain)| (*plain).to_owned())
    };
    (lower.chars().map(plain).collect(), lower)
}

/// Writes a page into the pool's folder.
pub fn write_page(path: &Path, text: &str) -> Result<(), Diagnostic> {
    std::fs::write(path, text).map_err(|error| {
        let message = format!("cannot write `{}`: {error}", path.display());
        Diagnostic::error(Code::CannotWrite, None, message)
            .help("check that you may write there, and that there is room")
    })
}
