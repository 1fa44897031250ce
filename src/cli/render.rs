//! `isoform render`: the pages of a set again, from its plan alone.

use crate::cli::Ending;
use crate::cli::arguments::Render;
use crate::cli::folder::{audit, open};
use crate::cli::generate::{Output, stage};
use crate::cli::terminal::Terminal;
use crate::diagnostic::Diagnostic;

pub fn render(options: &Render, terminal: &Terminal) -> Ending {
    match pages(options, terminal) {
        Ok((files, folder)) => {
            if !options.quiet {
                terminal.say(&format!("{files} files in {folder}"));
            }
            Ending::Done
        }
        Err(diagnostic) => {
            terminal.refuse(diagnostic);
            Ending::Refused
        }
    }
}

fn pages(options: &Render, terminal: &Terminal) -> Result<(usize, String), Diagnostic> {
    let mut opened = open(&options.set)?;
    if let Some(layout) = options.pages.layout() {
        opened.set.layout = layout.to_owned();
    }
    opened.beside.pages = options.pages.clone();
    let report = audit(&opened.set, opened.tries)?;
    let own = match options.set.is_dir() {
        true => options.set.as_path(),
        false => options.set.parent().unwrap_or(&options.set),
    };
    let folder = options.out.as_deref().unwrap_or(own);
    let output = Output {
        folder,
        quiet: options.quiet,
        terminal,
    };
    let staged = stage(&opened.set, &report, &opened.beside, &output)?;
    let files = staged.files();
    staged.finish_beside()?;
    Ok((files, folder.display().to_string()))
}
