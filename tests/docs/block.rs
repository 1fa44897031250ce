//! The blocks of code in a document.

/// A block of code.
#[derive(Debug, Clone)]
pub struct Block {
    /// What stands behind the fence: `yaml sums.yaml`.
    pub info: String,
    /// The text within.
    pub text: String,
    /// The line of its first fence, from 1.
    pub line: usize,
}

impl Block {
    /// The language: `yaml`.
    pub fn language(&self) -> &str {
        self.info.split(' ').next().unwrap_or("")
    }

    /// Whether it is a file that stands beside a bank: `csv verbs.csv`.
    pub fn is_file(&self) -> bool {
        ["csv", "svg"].contains(&self.language()) && !self.rest().is_empty()
    }

    /// What stands behind the language.
    pub fn rest(&self) -> &str {
        self.info
            .split_once(' ')
            .map_or("", |(_, rest)| rest.trim())
    }
}

/// The blocks of a document. A longer fence may hold shorter ones.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(String, Block)> = None;
    for (at, line) in text.lines().enumerate() {
        match &mut open {
            Some((fence, block)) if line.trim_end() == fence => {
                found.push(block.clone());
                open = None;
            }
            Some((_, block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            None if line.starts_with("```") => {
                let fence: String = line.chars().take_while(|c| *c == '`').collect();
                let block = Block {
                    info: line[fence.len()..].trim().to_owned(),
                    text: String::new(),
                    line: at + 1,
                };
                open = Some((fence, block));
            }
            None => {}
        }
    }
    assert!(open.is_none(), "a block is never closed: {open:?}");
    found
}
