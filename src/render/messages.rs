//! What the program itself writes on pages, in several languages: `templates/messages/*.yaml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::bank::yaml::decode::{Map, entries, text, whole};
use crate::bank::yaml::{Node, NodeKind, load};
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

/// The catalogues that are compiled in: language and text. The first is the one that others are
/// completed from.
pub const CATALOGUES: [(&str, &str); 4] = [
    ("en", include_str!("../../templates/messages/en.yaml")),
    ("es", include_str!("../../templates/messages/es.yaml")),
    ("fr", include_str!("../../templates/messages/fr.yaml")),
    ("de", include_str!("../../templates/messages/de.yaml")),
];

static BUILT_IN: LazyLock<Vec<Messages>> = LazyLock::new(|| {
    let parse = |(language, text): &(&str, &str)| {
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
        let name = format!("{language}.yaml");
        Messages::read(language, &name, text, &mut sources, &mut diagnostics)
    };
    CATALOGUES.iter().filter_map(parse).collect()
});

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Message {
    /// The same for every number.
    Plain(String),
    /// By the number `n`.
    Counted {
        /// For 1, or for all numbers below `one_below`.
        one: String,
        /// For all others.
        other: String,
        /// From here on `other` is said, where a language counts so: 1.5 is singular in French.
        #[serde(skip_serializing_if = "Option::is_none")]
        one_below: Option<u64>,
    },
}

/// The messages of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    language: String,
    messages: BTreeMap<String, Message>,
}

impl Messages {
    /// The messages for a BCP 47 tag: those of its language, else the English ones.
    pub fn of(tag: &str) -> Self {
        let known = Self::known(tag).or_else(|| BUILT_IN.first());
        known.cloned().unwrap_or_else(|| Self {
            language: "en".to_owned(),
            messages: BTreeMap::new(),
        })
    }

    /// The built-in messages for a BCP 47 tag, if there are any.
    pub fn known(tag: &str) -> Option<&'static Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        BUILT_IN
            .iter()
            .find(|messages| messages.language.eq_ignore_ascii_case(language))
    }

    /// Reads a catalogue. Mistakes go to `diagnostics`; none without a tree.
    pub fn read(
        language: &str,
        name: &str,
        content: &str,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let node = load(name, content.as_bytes(), sources, diagnostics)?;
        let mut messages = BTreeMap::new();
        for (key, value) in entries(&node, "message catalogue", diagnostics)? {
            if let Some(message) = message(value, diagnostics) {
                messages.insert(key.text().to_owned(), message);
            }
        }
        Some(Self {
            language: language.to_owned(),
            messages,
        })
    }

    /// These messages, with what is missing taken from `others`.
    pub fn completed_from(mut self, others: &Self) -> Self {
        for (key, message) in &others.messages {
            let entry = self.messages.entry(key.clone());
            entry.or_insert_with(|| message.clone());
        }
        self
    }

    /// The language, as in the `lang` of a page.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// All messages by name.
    pub fn all(&self) -> &BTreeMap<String, Message> {
        &self.messages
    }

    /// A message with its braces filled; its name in braces if there is none, so that a page shows
    /// what is missing.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        match self.messages.get(key) {
            Some(message) => message.fill(values.iter().copied()),
            None => format!("{{{key}}}"),
        }
    }
}

impl Message {
    /// The text for these values. A brace without a value stays.
    pub fn fill<'a>(&'a self, values: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> String {
        let text = match self {
            Self::Plain(text) => text,
            Self::Counted {
                one,
                other,
                one_below,
            } => {
                let count = values.clone().find(|(name, _)| *name == "n");
                let count = count.map(|(_, n)| n);
                if count.is_some_and(|n| singular(n, *one_below)) {
                    one
                } else {
                    other
                }
            }
        };
        filled(text, values)
    }

    /// The names in braces, in the order of the text.
    pub fn names(&self) -> Vec<&str> {
        let text = match self {
            Self::Plain(text) | Self::Counted { other: text, .. } => text,
        };
        let parts = text.split('{').skip(1);
        parts
            .filter_map(|part| part.split_once('}').map(|(name, _)| name))
            .collect()
    }
}

/// Whether a written number is said with the form for one.
fn singular(n: &str, below: Option<u64>) -> bool {
    let Some(below) = below else {
        return n == "1";
    };
    let whole = n.trim_start_matches(['-', '+', '−', '±']);
    let whole = whole.split(['.', ',']).next().unwrap_or_default();
    whole.parse::<u64>().is_ok_and(|whole| whole < below)
}

/// Fills braces in one pass, so that a value with braces is not filled again.
pub fn filled<'a>(text: &str, values: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.clone().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&format!("{{{name}}}")),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn message(node: &Node, diagnostics: &mut Diagnostics) -> Option<Message> {
    if !matches!(node.kind, NodeKind::Mapping(_)) {
        let content = text(node, "message", diagnostics)?;
        return Some(Message::Plain(content.as_str().to_owned()));
    }
    let keys = ["one", "other", "one_below"];
    let map = Map::read(node, "message", &keys, diagnostics)?;
    let below = map.optional("one_below");
    let below = below.and_then(|node| whole(node, "one_below", diagnostics));
    let one_below = below.and_then(|below| u64::try_from(below.value).ok());
    let mut part = |key| {
        let node = map.required(key)?;
        Some(text(node, "message", diagnostics)?.as_str().to_owned())
    };
    let found = (part("one"), part("other"));
    map.finish(diagnostics);
    match found {
        (Some(one), Some(other)) => Some(Message::Counted {
            one,
            other,
            one_below,
        }),
        _ => None,
    }
}
