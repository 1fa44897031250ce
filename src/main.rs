//! The program: everything is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Pages are made of very many short texts; this allocator makes them in four fifths of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    isoform::cli::run()
}
