//! How many pages a paper takes, estimated from its texts and figures and meant to be rather too
//! many: a blank sheet is a pity, a paper that begins on the back of another is a spoilt stack.

use crate::render::paper::Setting;
use crate::render::view::{FormView, ItemView, PageView, ResponseKind, ResponseView, Rich};

/// The pages of a form.
pub fn pages(form: &FormView, setting: &Setting, page: &PageView) -> u32 {
    let sizes = Sizes::of(setting, page);
    let mut left = sizes.page - sizes.head(form);
    let mut count: u32 = 1;
    for (at, item) in form.items.iter().enumerate() {
        let least = if at == 0 {
            sizes.least_first
        } else {
            sizes.least
        };
        let mut height = sizes.item(item).max(least);
        if height > left || (setting.single && at > 0) {
            count += 1;
            left = sizes.page;
        }
        // What is taller than a page goes on behind it.
        while height > left {
            height -= left;
            count += 1;
            left = sizes.page;
        }
        left -= height;
    }
    count
}

/// Lengths in millimetres.
struct Sizes {
    /// The text on a page.
    page: f64,
    /// A line, with what spacing and doubt add to it.
    line: f64,
    /// Characters of a line.
    width: usize,
    /// How wide a figure can be.
    text: f64,
    /// Points of the type.
    em: f64,
    /// A ruled line, and a line of room for work.
    ruled: f64,
    /// What an item takes at least.
    least: f64,
    /// What the first item takes at least: the head of the form stands above it.
    least_first: f64,
    large: bool,
    two_up: bool,
    work: bool,
}

impl Sizes {
    fn of(setting: &Setting, page: &PageView) -> Self {
        let room = f64::from(setting.height(page.two_up)) / 10.0 - 2.0;
        let (line, width, text) = match (setting.large, page.two_up) {
            (true, _) => (9.4, 38, 140.0),
            (false, true) => (6.0, 46, 95.0),
            (false, false) => (6.0, 80, 150.0),
        };
        // What the widths of letters leave open weighs more where few of them stand in a line, and
        // does not add up where every item begins a page.
        let doubt = match (setting.single, setting.large) {
            (true, _) => 1.0,
            (false, true) => 1.25,
            (false, false) => 1.05,
        };
        let spaced = if setting.spacing == Default::default() {
            1.0
        } else {
            1.35
        };
        let least = match page.items_a_page {
            0 => 0.0,
            items => room / f64::from(items),
        };
        Self {
            page: room,
            line: line * spaced * doubt,
            width,
            text,
            em: if setting.large { 18.0 } else { 12.0 },
            ruled: if setting.large { 14.0 } else { 8.0 },
            least,
            least_first: if page.items_a_page == 1 {
                0.6 * least
            } else {
                least
            },
            large: setting.large,
            two_up: page.two_up,
            work: page.work,
        }
    }

    fn head(&self, form: &FormView) -> f64 {
        let aims = form
            .standards
            .iter()
            .map(|standard| standard.statement.len());
        let aims = if form.standards.len() < 3 {
            aims.sum()
        } else {
            0
        };
        let lines = if self.two_up { 7 } else { 10 };
        let lines = lines + self.lines(&"x".repeat(aims)) + self.of_text(&form.instructions);
        lines as f64 * self.line
    }

    fn item(&self, item: &ItemView) -> f64 {
        let mut height = self.task(&item.stem, &item.figure, &item.response) + 1.3 * self.line;
        if item.worked {
            height += (self.of_text(&item.solution) + 2) as f64 * self.line;
        }
        for part in &item.parts {
            height += self.task(&part.stem, &part.figure, &part.response) + self.line;
        }
        height
    }

    /// What is asked, what is drawn, and where to answer.
    fn task(&self, stem: &Rich, figure: &Rich, response: &ResponseView) -> f64 {
        let markdown = &stem.markdown.0;
        let lines = self.of_text(stem);
        let tall = markdown.matches("frac").count().min(lines) + markdown.matches("\n|").count();
        let figures = self.drawn(figure) + self.drawn(stem);
        (lines as f64 + 0.5 * tall as f64) * self.line + figures + self.answer(response)
    }

    fn answer(&self, response: &ResponseView) -> f64 {
        let work = if self.work {
            f64::from(response.lines) * self.ruled
        } else {
            0.0
        };
        let entries = |texts: &mut dyn Iterator<Item = &Rich>, width: usize| -> f64 {
            let one = |text: &Rich| {
                let lines = text.markdown.0.len().div_ceil(width).max(1);
                (lines as f64 + 0.6) * self.line + self.drawn(text)
            };
            texts.map(one).sum()
        };
        match response.kind {
            ResponseKind::Choice => {
                let columns = match (self.large, self.two_up) {
                    (true, _) => 1,
                    (false, true) => response.columns.clamp(1, 2),
                    (false, false) => response.columns.max(1),
                };
                let columns = usize::try_from(columns).unwrap_or(1);
                let rows = response.options.chunks(columns);
                let rows = rows.map(|row| {
                    let drawn = row.iter().map(|option| self.drawn(&option.text));
                    let width = self.width / columns;
                    let longest = row.iter().map(|option| option.text.markdown.0.len());
                    let lines = longest.max().unwrap_or(0).div_ceil(width.max(1)).max(1);
                    drawn.fold(0.0, f64::max) + (lines as f64 + 0.75) * self.line
                });
                rows.sum()
            }
            ResponseKind::Blanks => work + 0.5 * self.line,
            ResponseKind::Select => {
                let mut texts = response.statements.iter().map(|one| &one.text);
                self.line * 1.5 + entries(&mut texts, self.width)
            }
            ResponseKind::Match => {
                let half = (self.width / 2).max(1);
                let mut left = response.left.iter().map(|one| &one.text);
                let mut right = response.right.iter().map(|one| &one.text);
                let lists = entries(&mut left, half).max(entries(&mut right, half));
                self.line * 1.5 + lists
            }
            ResponseKind::Sequence => {
                let mut texts = response.right.iter().map(|one| &one.text);
                self.line * 3.3 + entries(&mut texts, self.width)
            }
            ResponseKind::Parts => 0.0,
            ResponseKind::Paragraph => f64::from(response.lines) * self.ruled + self.line,
            ResponseKind::Numeric | ResponseKind::Text => work + 1.8 * self.line,
        }
    }

    fn of_text(&self, text: &Rich) -> usize {
        let lines = text.markdown.0.lines();
        // A figure is measured apart.
        let lines = lines.filter(|line| !line.starts_with("!["));
        lines.map(|line| self.lines(line)).sum()
    }

    fn lines(&self, text: &str) -> usize {
        text.len().div_ceil(self.width)
    }

    /// The height of the figures of a text: of a drawing from its measures, of an image, whose
    /// measures stand in its file, half a page.
    fn drawn(&self, text: &Rich) -> f64 {
        const POINT: f64 = 25.4 / 72.0;
        let html = &text.html.0;
        let drawings = html.split("<svg").skip(1).map(|drawing| {
            let measure = |name: &str| {
                let (_, rest) = drawing.split_once(name)?;
                rest.split_once("pt\"")?.0.parse::<f64>().ok()
            };
            let (Some(width), Some(height)) = (measure(" width=\""), measure(" height=\"")) else {
                return self.page / 2.0;
            };
            // A drawing grows with the type, as far as there is room.
            let shown = (width * self.em / 12.0 * POINT).min(self.text);
            shown * height / width.max(1.0) + self.line
        });
        let images = html.matches("<img").count() as f64 * self.page / 2.0;
        drawings.sum::<f64>() + images
    }
}

#[cfg(test)]
mod tests {
    use super::Sizes;
    use crate::render::paper::{Paper, Setting};
    use crate::render::view::{Html, Rich};

    /// An inch by two: 25.4 mm by 50.8, and as it grows with the type, 38.1 mm by 76.2.
    #[test]
    fn a_drawing_takes_the_room_that_it_has_on_paper() {
        let html =
            "<svg style=\"width:6em\" width=\"72pt\" height=\"144pt\" viewBox=\"0 0 72 144\">";
        let drawing = Rich {
            html: Html(html.to_owned()),
            ..Rich::default()
        };
        let mut setting = Setting::on(Paper::A4);
        let tall = |setting: &Setting| {
            let sizes = Sizes::of(setting, &setting.view("quiz", "en"));
            sizes.drawn(&drawing) - sizes.line
        };
        assert!((tall(&setting) - 50.8).abs() < 1e-9);
        setting.large = true;
        assert!((tall(&setting) - 76.2).abs() < 1e-9);
    }
}
