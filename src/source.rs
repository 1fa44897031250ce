//! Where a word stands: files, byte ranges in them, and text that remembers its place.

use std::ops::Range;

/// A file of one run, as a number in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A range of bytes in one file; `end` is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file of the bytes.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
}

impl Span {
    /// Offsets beyond 4 GiB stay at the last one that can be written.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Span {
            file,
            start: clamp(range.start),
            end: clamp(range.end.max(range.start)),
        }
    }

    /// The bytes, to slice the text of the file with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is a place between two characters.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range from the start of one span to the end of another in the same file.
    pub fn to(self, other: Span) -> Span {
        Span {
            file: self.file,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The empty range at the start.
    pub fn at_start(self) -> Span {
        Span {
            end: self.start,
            ..self
        }
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// A value with the place it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }

    /// Another value of the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned::new(change(self.value), self.span)
    }

    /// The same, borrowed.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned::new(&self.value, self.span)
    }
}

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// A file's name and text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl SourceFile {
    fn new(name: String, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            // A byte-order mark is no character of the first line.
            text.drain(..'\u{feff}'.len_utf8());
        }
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at + 1))
            .collect();
        SourceFile {
            name,
            text,
            line_starts,
        }
    }

    /// As it is shown in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text without a leading byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        Position {
            line,
            column: self.text[start..offset].chars().count() + 1,
        }
    }

    /// The bytes of a line (counted from 1) without its line break; `None` past the last line.
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        let end = self
            .line_starts
            .get(line)
            .copied()
            .unwrap_or(self.text.len());
        let trimmed = self.text[start..end].trim_end_matches(['\n', '\r']).len();
        Some(start..start + trimmed)
    }

    /// The text of a range, cut to the file and to whole characters.
    pub fn slice(&self, range: Range<usize>) -> &str {
        let end = self.text.floor_char_boundary(range.end);
        let start = self.text.floor_char_boundary(range.start).min(end);
        &self.text[start..end]
    }
}

/// The files of one run.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// An empty table.
    pub fn new() -> Self {
        Sources::default()
    }

    /// Puts a file into the table.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(clamp(self.files.len()));
        self.files.push(SourceFile::new(name.into(), text.into()));
        id
    }

    /// `None` only for an id from another table.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The text under a span, empty when the file is unknown.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file)
            .map_or("", |file| file.slice(span.range()))
    }

    /// Where a span begins.
    pub fn position(&self, span: Span) -> Option<Position> {
        Some(self.get(span.file)?.position(span.start as usize))
    }
}

/// Text read from a file, with the way back: every byte of it knows its place in the source,
/// also when escapes, indentation or folded lines stood between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    span: Span,
    /// Empty when the text stands in the source as it is, from `span.start` on.
    pieces: Vec<Piece>,
}

/// A stretch of decoded text and the source it came from. Equal lengths mean equal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The first byte of the decoded text.
    pub decoded: u32,
    /// Bytes of decoded text.
    pub decoded_len: u32,
    /// The first byte in the source.
    pub source: u32,
    /// Bytes of source.
    pub source_len: u32,
}

impl SourceText {
    /// Text that stands in the source exactly as it is here.
    pub fn verbatim(text: impl Into<String>, span: Span) -> Self {
        SourceText::with_pieces(text, span, Vec::new())
    }

    /// Text with its pieces, in order and without gaps in `decoded`.
    pub fn with_pieces(text: impl Into<String>, span: Span, pieces: Vec<Piece>) -> Self {
        SourceText {
            text: text.into(),
            span,
            pieces,
        }
    }

    /// The decoded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole scalar in the source, quotes and block header included.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The source of a byte range of the text.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let (start, end) = (clamp(range.start), clamp(range.end.max(range.start)));
        let (start, end) = match self.pieces.as_slice() {
            [] => (
                self.span.start.saturating_add(start),
                self.span.start.saturating_add(end),
            ),
            _ if start == end => (self.start_of(start), self.start_of(start)),
            _ => (self.start_of(start), self.end_of(end)),
        };
        Span {
            file: self.span.file,
            start: start.min(self.span.end),
            end: end.min(self.span.end),
        }
    }

    fn start_of(&self, offset: u32) -> u32 {
        let after = self.pieces.partition_point(|p| p.decoded <= offset);
        let Some(piece) = after.checked_sub(1).and_then(|at| self.pieces.get(at)) else {
            return self.span.start;
        };
        let within = offset - piece.decoded;
        if within >= piece.decoded_len {
            piece.source.saturating_add(piece.source_len)
        } else if piece.decoded_len == piece.source_len {
            piece.source.saturating_add(within)
        } else {
            piece.source
        }
    }

    /// The end of the source of the byte before `offset`.
    fn end_of(&self, offset: u32) -> u32 {
        let after = self.pieces.partition_point(|p| p.decoded < offset);
        let Some(piece) = after.checked_sub(1).and_then(|at| self.pieces.get(at)) else {
            return self.span.start;
        };
        let within = offset - piece.decoded;
        if piece.decoded_len == piece.source_len && within < piece.decoded_len {
            piece.source.saturating_add(within)
        } else {
            piece.source.saturating_add(piece.source_len)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Position, SourceText, Sources, Span};

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", "\u{feff}é = 1\r\nnext: tú!\n");
        let file = sources.get(id).unwrap();
        let at = file.text().find('!').unwrap();
        assert_eq!(file.position(at), Position { line: 2, column: 9 });
        assert_eq!(&file.text()[file.line_range(1).unwrap()], "é = 1");
        assert_eq!(file.line_range(3), Some(at + 2..at + 2));
        assert_eq!(file.line_range(4), None);
        assert_eq!(file.line_range(0), None);
        assert_eq!(file.position(9999), Position { line: 3, column: 1 });
        // Inside é, the position is that of é.
        assert_eq!(file.position(1), Position { line: 1, column: 1 });
    }

    #[test]
    fn pieces_lead_back_to_the_source() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", r#"x: "a\tbc""#);
        let piece = |decoded, decoded_len, source, source_len| Piece {
            decoded,
            decoded_len,
            source,
            source_len,
        };
        let pieces = vec![piece(0, 1, 4, 1), piece(1, 1, 5, 2), piece(2, 2, 7, 2)];
        let text = SourceText::with_pieces("a\tbc", Span::new(id, 3..10), pieces);
        let source = |range| sources.slice(text.span_of(range));
        assert_eq!(source(0..1), "a");
        assert_eq!(source(1..2), "\\t");
        assert_eq!(source(3..4), "c");
        assert_eq!(source(1..3), "\\tb");
        assert_eq!(text.span_of(4..4).range(), 9..9);
    }
}
