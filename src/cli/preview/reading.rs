//! Reading the bank again and again, whatever state its files are in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::cli::banks;
use crate::cli::check;
use crate::cli::preview::state::Reading;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;

/// Reads the bank at `path` with all that can be said without drawing, and names the files that it
/// was read from: those too that could not be read.
pub fn read(path: &Path) -> (Reading, Vec<PathBuf>) {
    let read = catch_unwind(AssertUnwindSafe(|| {
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
        let (bank, files) = banks::read_noting(path, &mut sources, &mut diagnostics);
        if let Some(bank) = &bank {
            diagnostics.extend(check::before_drawing(bank));
        }
        let reading = Reading {
            bank,
            sources,
            diagnostics,
        };
        (reading, files)
    }));
    read.unwrap_or_else(|_| {
        let mut diagnostics = Diagnostics::new();
        let message = format!("the program failed on `{}`", path.display());
        diagnostics.push(
            Diagnostic::error(Code::CannotRead, None, message)
                .help("it is a mistake of the program: report it with the bank"),
        );
        let reading = Reading {
            bank: None,
            sources: Sources::new(),
            diagnostics,
        };
        (reading, vec![path.to_path_buf()])
    })
}
