//! Counting the words of a stem: its fixed text once a model, its values once an item.
//!
//! A word is what stands between spaces and holds a letter or digit; mathematics is one word.

use crate::bank::prose::{Piece, Prose};
use crate::value::Value;

/// The words of one wording.
#[derive(Debug)]
pub struct Words(Vec<Run>);

#[derive(Debug)]
enum Run {
    Text(Text),
    Hole(usize),
}

/// What a stretch of text adds: it may begin and end inside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Text {
    /// Whether it holds a space.
    breaks: bool,
    /// Whether a word goes on, or stands, before the first space.
    first: bool,
    /// The words between the first and the last space.
    inner: u32,
    /// Whether a word has begun after the last space.
    last: bool,
}

/// What cannot be read aloud as several words: a number, mathematics.
const SOLID: Text = Text {
    breaks: false,
    first: true,
    inner: 0,
    last: true,
};

const SPACE: Text = Text {
    breaks: true,
    first: false,
    inner: 0,
    last: false,
};

impl Words {
    pub fn new(prose: &Prose) -> Self {
        let mut runs = Vec::new();
        let mut in_mathematics = false;
        let mut hole = 0;
        for piece in &prose.pieces {
            match piece {
                Piece::Blank(_) => {}
                Piece::Hole(_) => {
                    if !in_mathematics {
                        runs.push(Run::Hole(hole));
                    }
                    hole += 1;
                }
                Piece::Literal(text, _) => {
                    for (at, part) in text.replace("\\$", "¤").split('$').enumerate() {
                        if at > 0 {
                            in_mathematics = !in_mathematics;
                        }
                        let run = if in_mathematics {
                            SOLID
                        } else {
                            Text::of(part)
                        };
                        runs.push(Run::Text(run));
                    }
                }
            }
        }
        Self(runs)
    }

    /// The words with these values in the holes.
    pub fn count(&self, values: &[Value]) -> u32 {
        let mut tally = Tally::default();
        for run in &self.0 {
            match run {
                Run::Text(text) => tally.add(*text),
                Run::Hole(at) => {
                    if let Some(value) = values.get(*at) {
                        tally.value(value);
                    }
                }
            }
        }
        tally.add(SPACE);
        tally.words
    }
}

impl Text {
    fn of(text: &str) -> Self {
        let is_word = |part: &str| part.contains(char::is_alphanumeric);
        let mut parts = text.split(char::is_whitespace);
        let first = parts.next().is_some_and(is_word);
        let Some(last) = parts.next_back() else {
            return Self {
                breaks: false,
                first,
                inner: 0,
                last: first,
            };
        };
        let inner = parts.filter(|part| is_word(part)).count();
        Self {
            breaks: true,
            first,
            inner: u32::try_from(inner).unwrap_or(u32::MAX),
            last: is_word(last),
        }
    }
}

#[derive(Debug, Default)]
struct Tally {
    words: u32,
    /// Whether a word has begun and not ended.
    open: bool,
}

impl Tally {
    fn add(&mut self, text: Text) {
        self.open |= text.first;
        if text.breaks {
            let ended = u32::from(self.open);
            self.words = self.words.saturating_add(ended).saturating_add(text.inner);
            self.open = text.last;
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Text(text) => self.add(Text::of(text)),
            Value::List(elements) => {
                for (at, element) in elements.iter().enumerate() {
                    if at > 0 {
                        self.add(SPACE);
                    }
                    self.value(element);
                }
            }
            _ => self.add(SOLID),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_text_knows_what_it_begins_and_ends_with() {
        let of = |text| {
            let text = Text::of(text);
            (text.breaks, text.first, text.inner, text.last)
        };
        assert_eq!(of(""), (false, false, 0, false));
        assert_eq!(of("'s"), (false, true, 0, true));
        assert_eq!(of(" "), (true, false, 0, false));
        assert_eq!(of("one two"), (true, true, 0, true));
        assert_eq!(of(" one – two. "), (true, false, 2, false));
    }
}
