//! How pages are to be set, as typed: shared by `generate` and `render`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};

use crate::bank::blueprint::Layout;
use crate::render::pages::Page;
use crate::render::paper::{Paper, Setting, Spacing, WorkSpace};

/// How pages are to be set.
#[derive(Debug, Clone, PartialEq, Args, Serialize, Deserialize)]
#[serde(default)]
#[command(next_help_heading = "Pages")]
pub struct PageOptions {
    /// The kinds of files, separated by commas
    #[arg(
        long,
        value_name = "KINDS",
        value_delimiter = ',',
        default_value = "md,html"
    )]
    pub format: Vec<PageKind>,
    /// The pages of every form, separated by commas
    #[arg(
        long,
        value_name = "PAGES",
        value_delimiter = ',',
        default_value = "form,key"
    )]
    pub pages: Vec<PageName>,
    /// The layout, instead of the blueprint's
    #[arg(long, value_name = "LAYOUT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<LayoutName>,
    /// The paper; by the language of the bank without: letter for en-US, A4 elsewhere
    #[arg(long, value_name = "SIZE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperName>,
    /// Room for work: by the minutes of an item without
    #[arg(long, value_name = "ROOM")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_space: Option<Room>,
    /// Write the papers in large print too: 18 point, one column, margins of an inch
    #[arg(long)]
    pub large_print: bool,
    /// Write the papers with wider spacing too
    #[arg(long, value_name = "KIND")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spacing: Option<SpacingName>,
    /// Write the papers with every item on a page of its own too
    #[arg(long)]
    pub one_item_per_page: bool,
    /// Mathematics as symbols, or spoken in words, for screen readers
    #[arg(long, value_name = "HOW", default_value = "symbols")]
    pub math: Mathematics,
    /// Write all papers of a class in one file, in the order of handing out
    #[arg(long, value_name = "STUDENTS", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stack: Option<u32>,
    /// The sides of paper that every student's paper in the stack takes; worked out without, even
    /// for printing on both sides
    #[arg(long, value_name = "N", requires = "stack", value_parser = clap::value_parser!(u32).range(1..=200))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sides: Option<u32>,
    /// The language of the words on pages that are not the bank's: en, es, fr, de
    #[arg(long, value_name = "LANGUAGE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Templates of your own, from `isoform templates export`
    #[arg(long, value_name = "DIR")]
    #[serde(skip)]
    pub templates: Option<PathBuf>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// Markdown with mathematics
    Md,
    /// Pages for a browser and its printer
    Html,
    /// Text for Typst, which sets pages without a browser
    Typ,
    /// Tagged PDF, in builds with the feature `pdf`; else print the HTML pages in a browser
    Pdf,
}

/// A page of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageName {
    /// What the student gets
    Form,
    /// The answers
    Key,
    /// The answers, and what to do after the quiz
    Guide,
    /// Where the student marks answers, apart from the items
    Sheet,
}

/// A layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutName {
    /// A paper with a head, items and room for answers
    Quiz,
    /// Two papers to a sheet
    ExitTicket,
    /// A worked example first
    Practice,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperName {
    /// 210 mm by 297 mm
    A4,
    /// 8.5 inches by 11 inches
    Letter,
}

/// Spacing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpacingName {
    /// Wider between letters, words and lines
    Dyslexia,
}

/// Room for work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// None
    None,
    /// Three items a page
    Third,
    /// Two items a page
    Half,
    /// One item a page
    Full,
}

/// How mathematics is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mathematics {
    /// Fractions, roots and exponents as in print
    Symbols,
    /// Spoken
    Words,
}

impl Default for PageOptions {
    /// What is typed when nothing is typed.
    fn default() -> Self {
        Self {
            format: vec![PageKind::Md, PageKind::Html],
            pages: vec![
                PageName::Form,
                PageName::Key,
                PageName::Guide,
                PageName::Sheet,
            ],
            layout: None,
            paper: None,
            work_space: None,
            large_print: false,
            spacing: None,
            one_item_per_page: false,
            math: Mathematics::Symbols,
            stack: None,
            sides: None,
            lang: None,
            templates: None,
        }
    }
}

impl PageOptions {
    /// The layout's name in a plan.
    pub fn layout(&self) -> Option<&'static str> {
        self.layout.map(|layout| {
            match layout {
                LayoutName::Quiz => Layout::Quiz,
                LayoutName::ExitTicket => Layout::ExitTicket,
                LayoutName::Practice => Layout::Practice,
            }
            .name()
        })
    }

    /// The paper: the usual one for a language unless another is asked for.
    pub fn paper(&self, language: &str) -> Paper {
        match self.paper {
            Some(PaperName::A4) => Paper::A4,
            Some(PaperName::Letter) => Paper::Letter,
            None => Paper::usual(language),
        }
    }

    /// The usual setting, and the one with the accommodations that are asked for.
    pub fn settings(&self, language: &str) -> Vec<Setting> {
        let mut usual = Setting::on(self.paper(language));
        usual.work = match self.work_space {
            None => WorkSpace::ByItem,
            Some(Room::None) => WorkSpace::None,
            Some(Room::Third) => WorkSpace::Third,
            Some(Room::Half) => WorkSpace::Half,
            Some(Room::Full) => WorkSpace::Full,
        };
        let mut other = usual;
        other.large = self.large_print;
        other.single = self.one_item_per_page;
        if self.spacing.is_some() {
            other.spacing = Spacing::Dyslexia;
        }
        if other == usual {
            vec![usual]
        } else {
            vec![usual, other]
        }
    }

    /// The pages of a form, with the names of their files.
    pub fn wanted(&self) -> Vec<(Page, &'static str)> {
        let all = [
            (PageName::Form, Page::Form, "form"),
            (PageName::Key, Page::Key, "key"),
            (PageName::Guide, Page::Guide, "guide"),
            (PageName::Sheet, Page::Sheet, "sheet"),
        ];
        let wanted = all.iter().filter(|(name, ..)| self.pages.contains(name));
        wanted.map(|(_, page, file)| (*page, *file)).collect()
    }
}
