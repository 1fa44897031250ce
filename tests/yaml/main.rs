//! Reading YAML.

mod decode;
mod hazard;
mod limit;
mod oracle;
mod page;
mod place;

use isoform::bank::yaml::{Node, NodeKind, Scalar, load};
use isoform::diagnostic::{Diagnostics, draw};
use isoform::source::Sources;

struct Read {
    sources: Sources,
    node: Option<Node>,
    diagnostics: Diagnostics,
}

fn read(bytes: impl AsRef<[u8]>) -> Read {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let node = load("bank.yaml", bytes.as_ref(), &mut sources, &mut diagnostics);
    Read {
        sources,
        node,
        diagnostics,
    }
}

impl Read {
    /// `E011 error 1:9` with the text under the span.
    fn found(&self) -> Vec<String> {
        let line = |d: &&isoform::diagnostic::Diagnostic| {
            let severity = d.severity.name();
            let place = d.span.and_then(|span| self.sources.position(span));
            let place = place.map_or(String::new(), |p| format!(" {}:{}", p.line, p.column));
            let under = d.span.map_or("", |span| self.sources.slice(span));
            format!("{} {severity}{place} {under}", d.code)
        };
        self.diagnostics.sorted().iter().map(line).collect()
    }

    fn drawn(&self) -> String {
        draw::all(&self.diagnostics, &self.sources, false)
    }

    #[track_caller]
    fn clean(&self) -> &Node {
        assert_eq!(self.found(), Vec::<String>::new(), "{}", self.drawn());
        self.node.as_ref().unwrap()
    }

    #[track_caller]
    fn text(&self, key: &str) -> &str {
        let node = self
            .node
            .as_ref()
            .unwrap_or_else(|| panic!("{}", self.drawn()));
        node.get(key).unwrap().as_scalar().unwrap().text()
    }
}

/// Every letter of every scalar must lead to the same letter in the source.
fn letters_lead_home(node: &Node, sources: &Sources) -> usize {
    let scalar = |scalar: &Scalar| {
        let mut letters = 0;
        for (at, c) in scalar.text().char_indices() {
            if c.is_whitespace() {
                continue;
            }
            let source = sources.slice(scalar.span_of(at..at + c.len_utf8()));
            let escaped = source.starts_with('\\') || source == "''";
            assert!(source == c.to_string() || escaped, "{c:?} from {source:?}");
            letters += 1;
        }
        letters
    };
    match &node.kind {
        NodeKind::Scalar(text) => scalar(text),
        NodeKind::Sequence(entries) => entries.iter().map(|n| letters_lead_home(n, sources)).sum(),
        NodeKind::Mapping(entries) => entries
            .iter()
            .map(|(key, value)| scalar(key) + letters_lead_home(value, sources))
            .sum(),
    }
}
