//! What a person sees: messages, the summary, a progress bar.

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::{Diagnostic, Diagnostics, draw, json};
use crate::source::Sources;

/// Both output streams.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    color: bool,
    bar: bool,
}

/// Work of fewer steps shows no progress bar.
const LONG: u64 = 200;

impl Terminal {
    /// Colour and progress only where a person looks, and no colour where `NO_COLOR` is set.
    pub fn new() -> Self {
        let bar = std::io::stderr().is_terminal();
        Self {
            color: bar && std::env::var_os("NO_COLOR").is_none(),
            bar,
        }
    }

    /// A line on standard output. A closed pipe is the reader's wish, not a mistake.
    pub fn say(&self, line: &str) {
        let _ = writeln!(std::io::stdout().lock(), "{line}");
    }

    /// All messages, drawn beside the text on standard error.
    pub fn show(&self, diagnostics: &Diagnostics, sources: &Sources) {
        let _ = write!(
            std::io::stderr().lock(),
            "{}",
            draw::all(diagnostics, sources, self.color)
        );
    }

    /// All messages as JSON on standard output.
    pub fn show_json(&self, diagnostics: &Diagnostics, sources: &Sources) {
        let messages = json::messages(diagnostics, sources);
        let text = serde_json::to_string_pretty(&serde_json::json!({ "messages": messages }));
        self.say(&text.unwrap_or_default());
    }

    /// One message that belongs to no file.
    pub fn refuse(&self, diagnostic: Diagnostic) {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(diagnostic);
        self.show(&diagnostics, &Sources::new());
    }

    /// A bar for long work; invisible for short work and where nobody looks.
    pub fn progress(&self, steps: u64, what: &'static str, quiet: bool) -> ProgressBar {
        self.pieces(steps, what, quiet || steps < LONG)
    }

    /// A bar for a few long pieces of work; invisible where nobody looks.
    pub fn pieces(&self, steps: u64, what: &'static str, quiet: bool) -> ProgressBar {
        if !self.bar || quiet {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos} of {len}") {
            bar.set_style(style);
        }
        bar.with_message(what)
    }
}
