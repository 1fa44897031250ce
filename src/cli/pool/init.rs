//! `isoform pool init`: a folder becomes a pool.

use std::ffi::OsStr;
use std::fs;

use crate::cli::Ending;
use crate::cli::pool::Done;
use crate::cli::pool::arguments::{Init, Pool};
use crate::cli::pool::open::{POLICY, begin};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::entry::Event;

/// The policy of a new pool, with what each rule means.
const USUAL_POLICY: &str = include_str!("pool.yaml");

pub fn init(verb: &Init, options: &Pool, terminal: &Terminal) -> Done {
    let cannot = |error: std::io::Error| {
        let message = format!("cannot write `{}`: {error}", options.pool.display());
        Diagnostic::error(Code::CannotWrite, None, message)
            .help("check that you may write there, and that there is room")
    };
    fs::create_dir_all(&options.pool).map_err(cannot)?;
    let title = match &verb.title {
        Some(title) => title.clone(),
        None => {
            let folder = options.pool.canonicalize().map_err(cannot)?;
            let name = folder.file_name().unwrap_or(OsStr::new("Pool"));
            name.to_string_lossy().into_owned()
        }
    };
    begin(options, Event::Created { title })?;
    let policy = options.pool.join(POLICY);
    if !policy.exists() {
        fs::write(&policy, USUAL_POLICY).map_err(cannot)?;
    }
    terminal.say(&format!("{} is a pool now", options.pool.display()));
    terminal.say("  next: isoform pool roster import students.csv");
    Ok(Ending::Done)
}
