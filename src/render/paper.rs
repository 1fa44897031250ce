//! How a page is set: paper, type size, spacing and room for work.
//!
//! An accommodation is another setting of the same form: the ID and the key stay.

use crate::render::view::PageView;

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 mm by 297 mm.
    A4,
    /// 8.5 inches by 11 inches.
    Letter,
}

/// The spacing of letters, words and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// As books are set.
    #[default]
    Normal,
    /// Wider between letters, words and lines, without italics (WCAG 2.2, criterion 1.4.12).
    Dyslexia,
}

/// Room for work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkSpace {
    /// By the minutes an item takes.
    #[default]
    ByItem,
    /// None.
    None,
    /// Three items a page.
    Third,
    /// Two items a page.
    Half,
    /// One item a page.
    Full,
}

/// A setting of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The paper.
    pub paper: Paper,
    /// 18 point sans serif, one column, margins of one inch.
    pub large: bool,
    /// The spacing.
    pub spacing: Spacing,
    /// Every item begins a page.
    pub single: bool,
    /// Room for work.
    pub work: WorkSpace,
}

impl Paper {
    /// The paper that is usual where a language is spoken: Letter in the United States, Canada and
    /// the Philippines, A4 elsewhere.
    pub fn usual(language: &str) -> Self {
        let region = language.split(['-', '_']).skip(1);
        let letter = |part: &str| {
            ["US", "CA", "PH"]
                .iter()
                .any(|r| part.eq_ignore_ascii_case(r))
        };
        if region.into_iter().any(letter) {
            Self::Letter
        } else {
            Self::A4
        }
    }

    /// Width and height in tenths of a millimetre.
    const fn size(self) -> (u32, u32) {
        match self {
            Self::A4 => (2100, 2970),
            Self::Letter => (2159, 2794),
        }
    }
}

impl Setting {
    /// The usual setting on this paper.
    pub const fn on(paper: Paper) -> Self {
        Self {
            paper,
            large: false,
            spacing: Spacing::Normal,
            single: false,
            work: WorkSpace::ByItem,
        }
    }

    /// What a file with this setting is called behind its label: empty for the usual setting,
    /// `-large-dyslexia` for one with two accommodations.
    pub fn suffix(&self) -> String {
        let parts = [
            (self.large, "-large"),
            (self.spacing == Spacing::Dyslexia, "-dyslexia"),
            (self.single, "-single"),
        ];
        let named = parts.iter().filter(|(holds, _)| *holds);
        named.map(|(_, name)| *name).collect()
    }

    /// Top, sides and bottom, in tenths of a millimetre.
    const fn margins(&self, two_up: bool) -> (u32, u32, u32) {
        match (self.large, two_up) {
            (true, _) => (254, 254, 254),
            (false, true) => (110, 120, 130),
            (false, false) => (170, 180, 200),
        }
    }

    /// The height of the text on a page in tenths of a millimetre; two papers share a sheet turned
    /// on its side.
    pub const fn height(&self, two_up: bool) -> u32 {
        let (top, _, bottom) = self.margins(two_up);
        let (width, height) = self.paper.size();
        let paper = if two_up { width } else { height };
        paper - top - bottom
    }

    /// What templates see of it. Exit tickets stand two to a sheet, except in large print.
    pub fn view(&self, layout: &str, language: &str) -> PageView {
        let two_up = layout == "exit-ticket" && !self.large && !self.single;
        let (top, sides, bottom) = self.margins(two_up);
        let height = self.height(two_up);
        let name = match self.paper {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        };
        let classes = [
            (self.large, "large"),
            (self.spacing == Spacing::Dyslexia, "dyslexia"),
            (self.single, "single"),
            (two_up, "two-up"),
        ];
        let classes: Vec<&str> = classes.iter().filter(|c| c.0).map(|c| c.1).collect();
        PageView {
            language: language.to_owned(),
            layout: layout.to_owned(),
            classes: classes.join(" "),
            size: format!("{name}{}", if two_up { " landscape" } else { "" }),
            margin: format!("{} {} {}", mm(top), mm(sides), mm(bottom)),
            height: mm(height),
            items_a_page: match self.work {
                WorkSpace::ByItem | WorkSpace::None => 0,
                WorkSpace::Third => 3,
                WorkSpace::Half => 2,
                WorkSpace::Full => 1,
            },
            work: self.work == WorkSpace::ByItem,
            two_up,
            sides: 0,
        }
    }
}

fn mm(tenths: u32) -> String {
    format!("{}.{}mm", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{Paper, Setting};

    #[test]
    fn paper_by_language() {
        for (language, paper) in [
            ("en-US", Paper::Letter),
            ("fr-CA", Paper::Letter),
            ("es-Latn-US", Paper::Letter),
            ("en", Paper::A4),
            ("en-GB", Paper::A4),
            ("de", Paper::A4),
            ("us", Paper::A4),
        ] {
            assert_eq!(Paper::usual(language), paper, "{language}");
        }
    }

    /// By hand: 297 − 17 − 20, 279.4 − 2 · 25.4, and the short side of A4 less 11 + 13.
    #[test]
    fn height_of_the_text() {
        let mut setting = Setting::on(Paper::A4);
        assert_eq!(setting.view("quiz", "en").height, "260.0mm");
        assert_eq!(setting.view("exit-ticket", "en").height, "186.0mm");
        setting.paper = Paper::Letter;
        setting.large = true;
        let large = setting.view("exit-ticket", "en");
        assert_eq!((large.height.as_str(), large.two_up), ("228.6mm", false));
        assert_eq!(setting.suffix(), "-large");
    }
}
