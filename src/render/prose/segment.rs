//! What compiled prose is made of.

/// The language that surrounds a hole, which decides how its value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Running text.
    Text,
    /// Mathematics: one MathML element in HTML, LaTeX in Markdown, plain text in text.
    Mathematics,
    /// Words inside mathematics, as in `\text{…}`.
    MathText,
    /// One piece of the address of a link or an image.
    Attribute,
    /// A code span or a code block.
    Code,
}

/// A stretch of compiled prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Finished text.
    Static(Box<str>),
    /// Where a value goes; `index` is that of [`ProsePiece::Hole`](super::ProsePiece).
    Hole {
        /// Which hole of the author's text.
        index: u32,
        /// What surrounds it.
        place: Place,
    },
    /// Where the student writes.
    Blank {
        /// The author's name for it.
        name: Box<str>,
        /// 1 for the first blank of the text.
        number: u32,
        /// What surrounds it.
        place: Place,
        /// Whether underscores stand here without being markup of Markdown.
        bare: bool,
    },
}

/// Gathers segments, joining neighbouring static text.
#[derive(Default)]
pub(super) struct Builder {
    segments: Vec<Segment>,
    text: String,
}

impl Builder {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The static text being gathered, to be appended to.
    pub(super) fn tail(&mut self) -> &mut String {
        &mut self.text
    }

    pub(super) fn hole(&mut self, index: u32, place: Place) {
        self.segment(Segment::Hole { index, place });
    }

    pub(super) fn blank(&mut self, name: &str, number: u32, place: Place, bare: bool) {
        self.segment(Segment::Blank {
            name: name.into(),
            number,
            place,
            bare,
        });
    }

    fn segment(&mut self, segment: Segment) {
        self.flush();
        self.segments.push(segment);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.segments.push(Segment::Static(text.into()));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.segments.is_empty() && self.text.is_empty()
    }

    /// How many segments stand before the text being gathered, and how long that text is.
    pub(super) fn mark(&self) -> (usize, usize) {
        (self.segments.len(), self.text.len())
    }

    /// Whether exactly one blank, and nothing else, was added since `mark`, before which stood static text.
    pub(super) fn only_blank_since(&self, mark: (usize, usize)) -> bool {
        let (at, length) = mark;
        let nothing_before = match self.segments.get(at) {
            Some(Segment::Static(text)) => text.len() == length,
            _ => false,
        };
        nothing_before
            && self.text.is_empty()
            && self.segments.len() == at + 2
            && matches!(self.segments.last(), Some(Segment::Blank { .. }))
    }

    /// Takes away the static text added since `mark`.
    pub(super) fn cut(&mut self, mark: (usize, usize)) {
        if self.segments.len() == mark.0 {
            self.text.truncate(mark.1);
        }
    }

    /// Replaces the end of the static text that stood there at `mark`.
    pub(super) fn replace_before(&mut self, mark: (usize, usize), old: &str, new: &str) {
        if let Some(Segment::Static(text)) = self.segments.get_mut(mark.0)
            && let Some(head) = text.get(..mark.1).and_then(|head| head.strip_suffix(old))
        {
            *text = format!("{head}{new}{}", &text[mark.1..]).into();
        }
    }

    pub(super) fn finish(mut self) -> Vec<Segment> {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        self.flush();
        self.segments
    }
}
