//! Results of checks, kept by the content of the bank and the program that found them.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::bank::ItemBank;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lint::Examined;
use crate::lint::census::Census;
use crate::source::{FileId, Span};

/// A folder of results.
pub struct Cache {
    folder: PathBuf,
}

/// What is kept of one item model.
#[derive(Serialize, Deserialize)]
struct Entry {
    census: Census,
    messages: Vec<Message>,
}

/// A message without the number of its file, which is another one in every run.
#[derive(Serialize, Deserialize)]
struct Message {
    code: String,
    severity: char,
    message: String,
    span: Option<[u32; 2]>,
    labels: Vec<([u32; 2], String)>,
    help: Vec<String>,
}

impl Cache {
    /// The results in `folder`.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder that the system has for such things; none where it says nothing.
    pub fn usual() -> Option<Self> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let base = set("XDG_CACHE_HOME").map(PathBuf::from);
        let base = base.or_else(|| set("LOCALAPPDATA").map(PathBuf::from));
        let base = base.or_else(|| set("HOME").map(|home| PathBuf::from(home).join(".cache")));
        base.map(|base| Self::at(base.join("isoform")))
    }

    /// What was found in the same bank by the same program.
    pub fn get(&self, bank: &ItemBank) -> Option<Vec<Examined>> {
        let bytes = fs::read(self.file(bank)).ok()?;
        let entries: Vec<Entry> = serde_json::from_slice(&bytes).ok()?;
        let files = bank.items.iter().map(|item| item.span.file);
        let examined = entries
            .into_iter()
            .zip(files)
            .map(|(entry, file)| entry.examined(file));
        let examined: Vec<Examined> = examined.collect::<Option<_>>()?;
        (examined.len() == bank.items.len()).then_some(examined)
    }

    /// Keeps what was found. A folder that cannot be written costs time, not the result.
    pub fn put(&self, bank: &ItemBank, examined: &[Examined]) {
        let files = bank.items.iter().map(|item| item.span.file);
        let entries = examined.iter().zip(files);
        let entries: Option<Vec<Entry>> = entries.map(|(one, file)| Entry::of(one, file)).collect();
        let Some(Ok(bytes)) = entries.map(|entries| serde_json::to_vec(&entries)) else {
            return;
        };
        let file = self.file(bank);
        let part = file.with_extension(std::process::id().to_string());
        let written = fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&part, bytes))
            .and_then(|()| fs::rename(&part, &file));
        if written.is_err() {
            let _ = fs::remove_file(&part);
        }
    }

    fn file(&self, bank: &ItemBank) -> PathBuf {
        let mut hash = Sha256::new();
        hash.update(env!("CARGO_PKG_VERSION"));
        hash.update(program());
        hash.update(bank.digest.as_bytes());
        hash.update(bank.id.as_bytes());
        let name: String = hash
            .finalize()
            .iter()
            .take(16)
            .map(|b| format!("{b:02x}"))
            .collect();
        self.folder.join(format!("check-{name}.json"))
    }
}

/// What tells two builds of one version apart.
fn program() -> String {
    let file = std::env::current_exe().and_then(fs::metadata);
    let since = |time: std::time::SystemTime| time.duration_since(std::time::UNIX_EPOCH).ok();
    file.map_or_else(
        |_| String::new(),
        |file| {
            let time = file.modified().ok().and_then(since);
            format!("{} {:?}", file.len(), time)
        },
    )
}

impl Entry {
    /// `None` if a message points into another file: then the bank is looked at again.
    fn of(examined: &Examined, file: FileId) -> Option<Self> {
        let messages = examined.messages.iter();
        Some(Self {
            census: examined.census.clone(),
            messages: messages
                .map(|m| Message::of(m, file))
                .collect::<Option<_>>()?,
        })
    }

    fn examined(self, file: FileId) -> Option<Examined> {
        let messages = self.messages.into_iter();
        Some(Examined {
            census: self.census,
            messages: messages
                .map(|m| m.diagnostic(file))
                .collect::<Option<_>>()?,
        })
    }
}

impl Message {
    fn of(diagnostic: &Diagnostic, file: FileId) -> Option<Self> {
        let place = |span: Span| (span.file == file).then_some([span.start, span.end]);
        let labels = diagnostic.labels.iter();
        let labels = labels.map(|(span, words)| Some((place(*span)?, words.clone())));
        Some(Self {
            code: diagnostic.code.id().to_owned(),
            severity: match diagnostic.severity {
                Severity::Error => 'e',
                Severity::Warning => 'w',
                Severity::Note => 'n',
            },
            message: diagnostic.message.clone(),
            span: match diagnostic.span {
                Some(span) => Some(place(span)?),
                None => None,
            },
            labels: labels.collect::<Option<_>>()?,
            help: diagnostic.help.clone(),
        })
    }

    fn diagnostic(self, file: FileId) -> Option<Diagnostic> {
        let place = |[start, end]: [u32; 2]| Span { file, start, end };
        let severity = match self.severity {
            'e' => Severity::Error,
            'w' => Severity::Warning,
            _ => Severity::Note,
        };
        let code = Code::find(&self.code)?;
        let mut read = Diagnostic::new(severity, code, self.span.map(place), self.message);
        let labels = self.labels.into_iter();
        read.labels = labels.map(|(span, words)| (place(span), words)).collect();
        read.help = self.help;
        Some(read)
    }
}
