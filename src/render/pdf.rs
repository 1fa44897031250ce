//! Typst text to PDF, without a browser and without files: the feature `pdf`.
//!
//! Every file meets PDF/UA-1 (ISO 14289-1) or is refused. The same text is always the same bytes: no
//! clock, no fonts of the system, no name that changes.

use std::fmt::{Display, Formatter};
use std::sync::LazyLock;

use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt, compile};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The sans serif of large print (SIL Open Font License, see `assets/fonts`). Serif, mathematics and
/// typewriter type come with Typst.
const SANS: [&[u8]; 4] = [
    include_bytes!("../../assets/fonts/AtkinsonHyperlegible-Regular.ttf"),
    include_bytes!("../../assets/fonts/AtkinsonHyperlegible-Bold.ttf"),
    include_bytes!("../../assets/fonts/AtkinsonHyperlegible-Italic.ttf"),
    include_bytes!("../../assets/fonts/AtkinsonHyperlegible-BoldItalic.ttf"),
];

/// In how many documents a cached result may go unused: the next paper of a set shares much with the
/// last one.
const CACHED: usize = 2;

/// Typst text that makes no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfError {
    /// What is wrong.
    pub message: String,
    /// The line of the text, from 1; 0 where it is about the whole.
    pub line: usize,
}

impl Display for PdfError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "PDF: {}", self.message),
            line => write!(f, "PDF: {} (line {line} of the `.typ` text)", self.message),
        }
    }
}

impl std::error::Error for PdfError {}

/// What is the same for all documents.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let data = typst_assets::fonts().chain(SANS);
    let fonts: Vec<Font> = data.flat_map(|data| Font::iter(Bytes::new(data))).collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// A world of one text, without files and without a clock.
struct OneText(Source);

impl World for OneText {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.0.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.0.id() {
            Ok(self.0.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a text. What Typst only warns of is refused too: a font that is missing, for instance.
///
/// # Errors
/// Text that is no Typst, names files, or breaks a rule of PDF/UA-1.
pub fn pdf(text: &str) -> Result<Vec<u8>, PdfError> {
    let world = OneText(Source::detached(text));
    let error = |found: &SourceDiagnostic| {
        let at = world.range(found.span).map(|range| range.start);
        PdfError {
            message: found.message.to_string(),
            line: at.map_or(0, |at| {
                1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
            }),
        }
    };
    let first = |found: &[SourceDiagnostic]| {
        found.first().map(error).unwrap_or_else(|| PdfError {
            message: "it cannot be set".to_owned(),
            line: 0,
        })
    };
    let whole = || {
        let compiled = compile::<PagedDocument>(&world);
        let document = compiled.output.map_err(|errors| first(&errors))?;
        if !compiled.warnings.is_empty() {
            return Err(first(&compiled.warnings));
        }
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|why| PdfError {
            message: why.message().to_string(),
            line: 0,
        })?;
        let options = PdfOptions {
            creator: Smart::Custom(Some(
                concat!("Isoform ", env!("CARGO_PKG_VERSION"))
                    .to_owned()
                    .into(),
            )),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| first(&errors))
    };
    let made = whole();
    comemo::evict(CACHED);
    made
}
