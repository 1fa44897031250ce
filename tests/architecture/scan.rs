//! Rust source as tokens: comments set apart, strings emptied, test code marked.

/// One token of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// A word, one character of punctuation, `::`, or `""` for any string.
    pub text: String,
    /// Its line, counted from 1.
    pub line: usize,
    /// Whether it stands under `#[cfg(test)]`.
    pub test: bool,
    /// How many modules of this file it stands in.
    pub nesting: usize,
}

/// A source file: its code and its comments.
#[derive(Debug, Default)]
pub struct Scan {
    pub tokens: Vec<Token>,
    /// The comments with the line they begin on.
    pub comments: Vec<(usize, String)>,
}

/// Reads a source file.
pub fn scan(text: &str) -> Scan {
    let mut scan = Scan::default();
    let mut rest = text;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (length, kind) = extent(rest, first);
        let piece = &rest[..length];
        match kind {
            Kind::Space => {}
            Kind::Comment => scan.comments.push((line, piece.to_string())),
            Kind::Literal => scan.tokens.push(token("\"\"", line)),
            Kind::Code => scan.tokens.push(token(piece, line)),
        }
        line += piece.matches('\n').count();
        rest = &rest[length..];
    }
    mark_tests(&mut scan.tokens);
    mark_nesting(&mut scan.tokens);
    scan
}

fn token(text: &str, line: usize) -> Token {
    let text = text.to_string();
    Token {
        text,
        line,
        test: false,
        nesting: 0,
    }
}

enum Kind {
    Space,
    Comment,
    Literal,
    Code,
}

/// The length in bytes and the kind of what the text begins with.
fn extent(text: &str, first: char) -> (usize, Kind) {
    if text.starts_with("//") {
        return (text.find('\n').unwrap_or(text.len()), Kind::Comment);
    }
    if text.starts_with("/*") {
        return (block_comment(text), Kind::Comment);
    }
    if first.is_whitespace() {
        return (first.len_utf8(), Kind::Space);
    }
    if let Some(length) = literal(text) {
        return (length, Kind::Literal);
    }
    if text.starts_with("::") {
        return (2, Kind::Code);
    }
    let word = |c: char| c.is_alphanumeric() || c == '_';
    match word(first) {
        true => (text.find(|c| !word(c)).unwrap_or(text.len()), Kind::Code),
        false => (first.len_utf8(), Kind::Code),
    }
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let (step, change) = match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (2, 1),
            [b'*', b'/', ..] => (2, -1),
            _ => (1, 0),
        };
        at += step;
        depth += change;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of the string or character that the text begins with.
fn literal(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        let after = text.strip_prefix(prefix);
        after.is_some_and(|after| after.starts_with(['"', '#', '\'']))
    })?;
    let after = &text[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = after.find(|c| c != '#')?;
        let close = format!("\"{}", &after[..hashes]);
        let inside = after[hashes..].strip_prefix('"')?;
        let end = inside
            .find(&close)
            .map_or(inside.len(), |at| at + close.len());
        return Some(prefix.len() + hashes + 1 + end);
    }
    let quote = after.chars().next().filter(|c| *c != '#')?;
    let mut inside = after.char_indices().skip(1);
    if quote == '\'' && prefix.is_empty() {
        // 'a is a lifetime, 'a' and '\n' are characters.
        let mut ahead = after.chars().skip(1);
        let character = ahead.next() == Some('\\') || ahead.next() == Some('\'');
        if !character {
            return None;
        }
    }
    while let Some((at, c)) = inside.next() {
        match c {
            '\\' => {
                inside.next();
            }
            _ if c == quote => return Some(prefix.len() + at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

/// Marks every item that stands under an attribute such as `#[cfg(test)]`.
fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        let end = match begins(tokens, at, &["#", "[", "cfg", "("]) {
            true => closing(tokens, at + 1),
            false => at,
        };
        let named = |name| tokens[at..end].iter().any(|token| token.text == name);
        if named("test") && !named("not") {
            let end = item_end(tokens, end + 1);
            tokens[at..end]
                .iter_mut()
                .for_each(|token| token.test = true);
        }
        at = end.max(at) + 1;
    }
}

/// Counts the modules written in braces around each token.
fn mark_nesting(tokens: &mut [Token]) {
    let mut braces: Vec<bool> = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].text.as_str() {
            "{" => braces.push(at >= 2 && tokens[at - 2].text == "mod"),
            "}" => {
                braces.pop();
            }
            _ => {}
        }
        tokens[at].nesting = braces.iter().filter(|module| **module).count();
    }
}

/// Whether these tokens stand at this place.
pub fn begins(tokens: &[Token], at: usize, expected: &[&str]) -> bool {
    let found = tokens[at.min(tokens.len())..]
        .iter()
        .map(|token| token.text.as_str());
    found.take(expected.len()).eq(expected.iter().copied())
}

/// The place of the bracket that closes the one at this place, or the end.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

/// The place after the item that begins here: after its block or its semicolon.
fn item_end(tokens: &[Token], start: usize) -> usize {
    let mut at = start;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            ";" => return at + 1,
            "{" => return (closing(tokens, at) + 1).min(tokens.len()),
            "(" | "[" => at = closing(tokens, at) + 1,
            _ => at += 1,
        }
    }
    tokens.len()
}
