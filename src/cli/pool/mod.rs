//! `isoform pool …`: a class and its forms in one folder. One file a verb.

mod arguments;
mod assign;
mod board;
mod edition;
mod export;
mod expose;
mod folder;
mod form;
mod init;
mod issue;
mod line;
mod make;
mod marks;
mod open;
mod packets;
mod paper;
mod policy;
mod recall;
mod requests;
mod roster;
mod show;
mod state;
mod undo;
mod verify;

use crate::cli::Ending;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Sources;

use arguments::{MarksWhat, PoolVerb, RosterWhat};

pub use arguments::Pool;

/// The messages that stopped a verb, with the files they point into.
#[derive(Debug, Default)]
pub struct Stopped {
    /// The files.
    pub sources: Sources,
    /// The messages.
    pub diagnostics: Diagnostics,
}

impl From<Diagnostic> for Stopped {
    fn from(diagnostic: Diagnostic) -> Self {
        let mut stopped = Self::default();
        stopped.diagnostics.push(diagnostic);
        stopped
    }
}

/// What a verb of the pool comes to.
pub type Done = Result<Ending, Stopped>;

/// Runs a verb.
pub fn pool(options: &Pool, terminal: &Terminal) -> Ending {
    let done = match &options.verb {
        PoolVerb::Init(verb) => init::init(verb, options, terminal),
        PoolVerb::Roster(verb) => match &verb.what {
            RosterWhat::Import(import) => roster::import(import, options, terminal),
        },
        PoolVerb::Marks(verb) => match &verb.what {
            MarksWhat::Import(import) => marks::import(import, options, terminal),
        },
        PoolVerb::Show(verb) => show::show(verb, options, terminal),
        PoolVerb::Expose(verb) => expose::expose(verb, options, terminal),
        PoolVerb::Verify => verify::verify(options, terminal),
        PoolVerb::Recall(verb) => recall::recall(verb, options, terminal),
        PoolVerb::Export(verb) => export::export(verb, options, terminal),
        PoolVerb::Make(verb) => make::make(verb, options, terminal),
        PoolVerb::Assign(verb) => assign::assign(verb, options, terminal),
        PoolVerb::Requests(verb) => requests::requests(verb, options, terminal),
        PoolVerb::Issue(verb) => issue::issue(verb, options, terminal),
        PoolVerb::Board(verb) => board::board(verb, options, terminal),
        PoolVerb::Undo => undo::undo(options, terminal),
    };
    done.unwrap_or_else(|stopped| {
        terminal.show(&stopped.diagnostics, &stopped.sources);
        Ending::Refused
    })
}
