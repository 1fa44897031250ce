//! `isoform schema`

use crate::bank::schema;
use crate::cli::Ending;
use crate::cli::terminal::Terminal;

pub fn schema(terminal: &Terminal) -> Ending {
    // Keys are texts, so it can always be written.
    let text = serde_json::to_string_pretty(&schema::schema()).unwrap_or_default();
    terminal.say(&text);
    Ending::Done
}
