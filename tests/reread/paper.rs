//! Reading printed Markdown pages as a marker does.

use isoform::instance::response::{Given, ResponseRecord};

/// An item, or a part, as it stands on a page.
pub struct Block {
    pub text: String,
    pub parts: Vec<Block>,
}

/// The items of a page.
pub fn blocks(page: &str) -> Vec<Block> {
    let rule = "\n---\n\n**";
    let (_, items) = page.split_once(rule).unwrap();
    let items = items.split(rule).map(|item| {
        let item = item.split("\n---\n").next().unwrap();
        let (text, parts) = match item.find("\n**a)** (") {
            None => (item, Vec::new()),
            Some(at) => (&item[..at], lettered(&item[at..])),
        };
        Block {
            text: text.to_owned(),
            parts,
        }
    });
    items.collect()
}

fn lettered(text: &str) -> Vec<Block> {
    let mut parts: Vec<String> = Vec::new();
    for line in text.lines() {
        let next = char::from(b'a' + u8::try_from(parts.len()).unwrap());
        if line.starts_with(&format!("**{next})** (")) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    let part = |text| Block {
        text,
        parts: Vec::new(),
    };
    parts.into_iter().map(part).collect()
}

impl Block {
    /// The answers of a key: what stands in bold behind "Answer:".
    fn answers(&self) -> Vec<String> {
        let lines = self
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("Answer: "));
        lines.map(str::to_owned).collect()
    }

    /// What a paper offers under a letter or number.
    fn entry(&self, label: &str) -> Result<&str, String> {
        let starts = [
            format!("- **{label}** "),
            format!("- ☐ **{label}** "),
            format!("- \\_\\_\\_\\_ {label}. "),
        ];
        let found = |line| {
            starts
                .iter()
                .find_map(|start| str::strip_prefix(line, start))
        };
        let found = self.text.lines().find_map(found);
        found.ok_or_else(|| format!("the paper has no {label}"))
    }

    /// The labels of a paper that are letters, in their order.
    fn letters(&self) -> Vec<&str> {
        let lettered = |line: &'_ str| -> Option<&str> {
            let line = self.text[offset(&self.text, line)..].lines().next()?;
            let rest = line.strip_prefix("- ☐ **").or(line.strip_prefix("- **"))?;
            rest.split_once("** ").map(|(letter, _)| letter)
        };
        self.text.lines().filter_map(lettered).collect()
    }
}

/// Where a line of a text begins in it.
fn offset(text: &str, line: &str) -> usize {
    line.as_ptr() as usize - text.as_ptr() as usize
}

/// What the key says, as the answer to the paper; nothing where a person marks.
pub fn given(
    response: &ResponseRecord,
    paper: &Block,
    key: &Block,
) -> Result<Option<Given>, String> {
    let answers = key.answers();
    let first = || answers.first().ok_or("the key has no answer".to_owned());
    Ok(Some(match response {
        ResponseRecord::Choice { .. } => {
            let (letter, text) = first()?.split_once(" **").ok_or("no letter")?;
            let text = text.trim_end_matches("**");
            let shown = paper.entry(letter)?;
            // An option that is drawn is known by its letter only.
            if !shown.starts_with("![") && shown != text {
                return Err(format!("{letter} is another option on the paper"));
            }
            Given::Option(place(&paper.letters(), letter)?)
        }
        ResponseRecord::Typed { .. } => Given::Text(plain(first()?)),
        ResponseRecord::Blanks { .. } => Given::Blanks(filled(paper, key)?),
        ResponseRecord::Open(record) if record.names.len() < 2 => Given::Text(plain(first()?)),
        ResponseRecord::Open(_) => Given::Blanks(filled(paper, key)?),
        ResponseRecord::Select { .. } => {
            let letters = first()?.trim_matches('*');
            let letters = letters.split(", ").filter(|letter| letter.len() == 1);
            let marks = letters.map(|letter| place(&paper.letters(), letter));
            Given::Marks(marks.collect::<Result<_, _>>()?)
        }
        ResponseRecord::Match => {
            let mut pairs = Vec::new();
            for line in key.text.lines() {
                let Some((left, right)) = line
                    .strip_prefix("- ")
                    .and_then(|line| line.rsplit_once(" – **"))
                else {
                    continue;
                };
                let (number, text) = left.split_once(". ").ok_or("no number")?;
                let (letter, partner) = right.split_once("** ").ok_or("no partner")?;
                if paper.entry(number)? != text || paper.entry(letter)? != partner {
                    return Err(format!("{number} or {letter} reads otherwise on the paper"));
                }
                pairs.push(place(&paper.letters(), letter)?);
            }
            Given::Pairs(pairs)
        }
        ResponseRecord::Sequence => {
            let order = first()?.trim_matches('*');
            let order = order
                .split([',', '→', ' '])
                .filter(|letter| !letter.is_empty());
            let order = order.map(|letter| place(&paper.letters(), letter.trim_matches('*')));
            Given::Order(order.collect::<Result<_, _>>()?)
        }
        ResponseRecord::Parts { parts } => {
            let mut all = Vec::new();
            if paper.parts.len() != key.parts.len() {
                return Err("paper and key have different parts".into());
            }
            for (at, (paper, key)) in paper.parts.iter().zip(&key.parts).enumerate() {
                // A part that is repeated stands for several; the records of all are alike.
                let record = parts.get(at).or(parts.last()).ok_or("no part")?;
                match given(&record.response, paper, key)? {
                    Some(given) => all.push(given),
                    None => return Ok(None),
                }
            }
            Given::Parts(all)
        }
        ResponseRecord::Constructed { .. } => return Ok(None),
    }))
}

fn place(letters: &[&str], letter: &str) -> Result<usize, String> {
    let place = letters.iter().position(|other| *other == letter);
    place.ok_or_else(|| format!("the paper has no letter {letter}"))
}

/// What the key puts where the paper has blanks: the text around them is the same.
fn filled(paper: &Block, key: &Block) -> Result<Vec<String>, String> {
    let (_, paper) = paper.text.split_once("\n\n").ok_or("an empty paper")?;
    let (_, mut key) = key.text.split_once("\n\n").ok_or("an empty key")?;
    let mut texts = Vec::new();
    let mut around = pieces(paper.trim_end());
    let first = around.remove(0);
    key = key
        .strip_prefix(&first)
        .ok_or_else(|| format!("the key does not begin with {first:?}"))?;
    for piece in around {
        let end = match piece.is_empty() {
            true => key.find("\n\n").unwrap_or(key.len()),
            false => key
                .find(&piece)
                .ok_or_else(|| format!("the key has no {piece:?}"))?,
        };
        texts.push(plain(&key[..end]));
        key = &key[end + piece.len()..];
    }
    Ok(texts)
}

/// What stands around the blanks: `______` and `(a / b / c)`.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let blank = rest.starts_with("\\_\\_\\_") || rest.starts_with("___");
        let dropdown = rest
            .strip_prefix('(')
            .and_then(|inner| inner.split_once(')'))
            .filter(|(inner, _)| inner.contains(" / ") && !inner.contains('\n'));
        if blank {
            rest = rest.trim_start_matches(['_', '\\']);
            pieces.push(String::new());
        } else if let Some((_, behind)) = dropdown {
            rest = behind;
            pieces.push(String::new());
        } else {
            pieces.last_mut().unwrap().push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    pieces
}

/// Markdown and its mathematics as a student would write it: `$1\frac{3}{4}$` is 1 3/4.
fn plain(markdown: &str) -> String {
    let mut text = markdown.replace("**", "").replace('$', "");
    if !markdown.contains('$') || markdown.contains("\\$") {
        text = markdown.replace("**", "");
    }
    while let Some((before, rest)) = text.split_once("\\frac{") {
        let (above, rest) = braced(rest);
        let (below, rest) = braced(rest.strip_prefix('{').unwrap());
        let bracketed = |part: &str| match part.chars().all(char::is_alphanumeric) {
            true => part.to_owned(),
            false => format!("({part})"),
        };
        let space = if before.ends_with(|c: char| c.is_ascii_digit()) {
            " "
        } else {
            ""
        };
        text = format!(
            "{before}{space}{}/{}{rest}",
            bracketed(above),
            bracketed(below)
        );
    }
    while let Some((before, rest)) = text.split_once("\\sqrt{") {
        let (inside, rest) = braced(rest);
        text = format!("{before}√{inside}{rest}");
    }
    let signs = [
        ("\\left", ""),
        ("\\right", ""),
        ("\\pi", "π"),
        ("\\,", " "),
        ("{,}", ","),
        ("\\cdot", "·"),
        ("\\times", "×"),
        ("{", ""),
        ("}", ""),
        ("\\%", "%"),
    ];
    if markdown.contains('$') && !markdown.contains("\\$") {
        for (sign, meaning) in signs {
            text = text.replace(sign, meaning);
        }
    }
    // The escapes of Markdown.
    let mut read = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(next) if letter == '\\' && next.is_ascii_punctuation() => {}
            _ => read.push(letter),
        }
    }
    read.trim().to_owned()
}

/// Up to the brace that closes, and what is behind it.
fn braced(text: &str) -> (&str, &str) {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return (&text[..at], &text[at + 1..]),
            '}' => depth -= 1,
            _ => {}
        }
    }
    panic!("{text} has no closing brace")
}
