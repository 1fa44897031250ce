//! From decoded text back to the source: the same walk a YAML parser makes, kept as pieces.

use std::ops::Range;

use super::node::Style;
use crate::source::{FileId, Piece, SourceText, Span};

/// The text of a scalar with the place of every byte.
///
/// `mended` is the source as it was parsed, of the same length as `source`, in which single
/// ASCII characters were replaced; the text gets the author's characters back.
/// Should the walk and the parser disagree, every byte leads to the whole scalar.
pub fn locate(
    file: FileId,
    source: &str,
    mended: &str,
    range: Range<usize>,
    decoded: &str,
    style: Style,
) -> SourceText {
    let span = Span::new(file, range.clone());
    let quote = usize::from(matches!(style, Style::SingleQuoted | Style::DoubleQuoted));
    let inner = range.start + quote..range.end.saturating_sub(quote).max(range.start + quote);
    let Some(written) = mended.get(inner.clone()) else {
        return whole(decoded, span);
    };
    if quote == 0 && written == decoded {
        return SourceText::verbatim(source.get(inner).unwrap_or(decoded), span);
    }
    let mut walk = Walk {
        source: written.as_bytes(),
        decoded: decoded.as_bytes(),
        style,
        base: inner.start,
        s: 0,
        d: 0,
        pieces: Vec::new(),
        last_is_same: false,
    };
    if walk.run().is_none() {
        return whole(decoded, span);
    }
    let text = restored(source, mended, decoded, &walk.pieces);
    SourceText::with_pieces(text, span, walk.pieces)
}

fn whole(decoded: &str, span: Span) -> SourceText {
    let piece = Piece {
        decoded: 0,
        decoded_len: u32::MAX,
        source: span.start,
        source_len: span.end - span.start,
    };
    SourceText::with_pieces(decoded, span, vec![piece])
}

/// The decoded text with the author's characters where others were put for the parser.
fn restored(source: &str, mended: &str, decoded: &str, pieces: &[Piece]) -> String {
    let mut text = String::with_capacity(decoded.len());
    for piece in pieces {
        let from = piece.decoded as usize;
        let parsed = decoded.get(from..from + piece.decoded_len as usize);
        let at = piece.source as usize..(piece.source + piece.source_len) as usize;
        let written = mended.get(at.clone());
        let chosen = if parsed == written {
            source.get(at)
        } else {
            parsed
        };
        text.push_str(chosen.or(parsed).unwrap_or(""));
    }
    text
}

struct Walk<'a> {
    source: &'a [u8],
    decoded: &'a [u8],
    style: Style,
    base: usize,
    s: usize,
    d: usize,
    pieces: Vec<Piece>,
    /// Whether the last piece is the same text in both.
    last_is_same: bool,
}

impl Walk<'_> {
    /// `None` when source and decoded text do not fit.
    fn run(&mut self) -> Option<()> {
        let is_block = matches!(self.style, Style::Literal | Style::Folded);
        if is_block && !self.source.starts_with(b"\n") && !self.source.starts_with(b"\r\n") {
            // The parser lets a block begin after the empty lines at its start.
            let empty = self.decoded.iter().take_while(|b| **b == b'\n').count();
            self.push(empty, 0);
        }
        while self.d < self.decoded.len() {
            match self.source.get(self.s) {
                // A block at the end of the file is given the line break it lacks.
                None if self.decoded.get(self.d..) == Some(b"\n") => self.push(1, 0),
                None => return None,
                Some(b'\\') if self.style == Style::DoubleQuoted => self.escape()?,
                Some(b'\'') if self.style == Style::SingleQuoted => {
                    if self.source.get(self.s + 1) != Some(&b'\'') {
                        return None;
                    }
                    self.push(1, 2);
                }
                Some(byte) if is_space(*byte) => self.space()?,
                Some(_) => self.word()?,
            }
        }
        Some(())
    }

    /// Notes that the next bytes of both are the same text, and steps over them.
    fn push(&mut self, decoded_len: usize, source_len: usize) {
        if decoded_len == 0 {
            self.s += source_len;
            return;
        }
        let piece = Piece {
            decoded: narrow(self.d),
            decoded_len: narrow(decoded_len),
            source: narrow(self.base + self.s),
            source_len: narrow(source_len),
        };
        let decoded = self.decoded.get(self.d..self.d + decoded_len);
        let is_same = decoded == self.source.get(self.s..self.s + source_len);
        let was_same = std::mem::replace(&mut self.last_is_same, is_same);
        self.d += decoded_len;
        self.s += source_len;
        if let Some(last) = self.pieces.last_mut()
            && is_same
            && was_same
            && last.source + last.source_len == piece.source
        {
            last.decoded_len += piece.decoded_len;
            last.source_len += piece.source_len;
        } else {
            self.pieces.push(piece);
        }
    }

    fn word(&mut self) -> Option<()> {
        let special = match self.style {
            Style::DoubleQuoted => b'\\',
            Style::SingleQuoted => b'\'',
            _ => b' ',
        };
        let length = self.source[self.s..]
            .iter()
            .zip(&self.decoded[self.d..])
            .take_while(|(s, d)| s == d && !is_space(**s) && **s != special)
            .count();
        if length == 0 {
            return None;
        }
        self.push(length, length);
        Some(())
    }

    fn escape(&mut self) -> Option<()> {
        let rest = &self.source[self.s..];
        if rest
            .get(1)
            .is_some_and(|byte| matches!(byte, b'\n' | b'\r'))
        {
            // An escaped line break is nothing; each empty line after it is one break.
            let line_break = if rest.starts_with(b"\\\r\n") { 3 } else { 2 };
            self.s += line_break;
            let run = self.source[self.s..].iter().take_while(|b| is_space(**b));
            let length = run.count();
            let breaks = breaks(&self.source[self.s..self.s + length]);
            self.push(breaks, length);
            return Some(());
        }
        let width = match rest.get(1)? {
            b'x' => 4,
            b'u' if is_high_surrogate(rest) => 12,
            b'u' => 6,
            b'U' => 10,
            _ => 2,
        };
        let lead = *self.decoded.get(self.d)?;
        let length = match lead {
            0..0x80 => 1,
            0x80..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ => 4,
        };
        self.push(length, width);
        Some(())
    }

    fn space(&mut self) -> Option<()> {
        let source = &self.source[self.s..];
        let decoded = &self.decoded[self.d..];
        let length = source.iter().take_while(|b| is_space(**b)).count();
        let source = &source[..length];
        let breaks = breaks(source);
        if breaks == 0 {
            let kept = decoded.len().min(length);
            if source[..kept] != decoded[..kept] {
                return None;
            }
            self.push(kept, kept);
        } else if matches!(self.style, Style::Literal | Style::Folded) {
            let run = decoded.iter().take_while(|b| is_space(**b)).count();
            if run == 0 {
                return None;
            }
            self.block_break(length, run);
        } else {
            // A single line break becomes a space; of more, the first is dropped.
            let folded = breaks.saturating_sub(1).max(1);
            if !decoded.get(..folded)?.iter().all(|b| is_space(*b)) {
                return None;
            }
            self.push(folded, length);
        }
        Some(())
    }

    /// Between two lines of a block: spaces that end the one and begin the other are text;
    /// what is between them, indentation included, is the break.
    fn block_break(&mut self, source_len: usize, decoded_len: usize) {
        let source = &self.source[self.s..self.s + source_len];
        let decoded = &self.decoded[self.d..self.d + decoded_len];
        let same = |(s, d): &(&u8, &u8)| s == d && matches!(s, b' ' | b'\t');
        let before = source.iter().zip(decoded).take_while(same).count();
        let after = source[before..].iter().rev();
        let after = after.zip(decoded[before..].iter().rev());
        let after = after.take_while(same).count();
        self.push(before, before);
        self.push(decoded_len - before - after, source_len - before - after);
        self.push(after, after);
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Line breaks, CR LF being one.
fn breaks(space: &[u8]) -> usize {
    let pairs = space.windows(2).filter(|pair| *pair == b"\r\n").count();
    let singles = space.iter().filter(|b| matches!(b, b'\n' | b'\r')).count();
    singles - pairs
}

/// `\ud83d…`: the first half of a pair that stands for one character.
fn is_high_surrogate(escape: &[u8]) -> bool {
    let digit = |at: usize| escape.get(at).map(u8::to_ascii_lowercase);
    digit(2) == Some(b'd') && matches!(digit(3), Some(b'8' | b'9' | b'a' | b'b'))
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
