//! The command line: the only module that touches files, the clock, entropy and the terminal.

mod add;
mod arguments;
mod banks;
mod bundled;
mod check;
mod diff;
mod explain;
mod facts;
mod folder;
mod generate;
mod house;
mod init;
mod listing;
mod lock;
mod merge;
mod new;
mod output;
mod pack;
mod own_templates;
mod page_options;
mod pages;
mod parity;
mod plan;
mod pool;
mod preview;
mod render;
mod schema;
mod show;
mod supply;
mod table;
mod summary;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::arguments::{Arguments, NewWhat, Verb};
use crate::cli::terminal::Terminal;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everything is done.
    Done,
    /// Done, but parity is worse than `--fail-on` allows.
    Unfair,
    /// Mistakes in a bank or in the arguments; nothing was written.
    Refused,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(match ending {
            Ending::Done => 0,
            Ending::Unfair => 1,
            Ending::Refused => 2,
        })
    }
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no mistakes; clap knows which stream and which code.
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let terminal = Terminal::new();
    let ending = match &arguments.verb {
        Verb::Generate(options) => generate::generate(options, &terminal),
        Verb::Banks(options) => listing::banks(options, &terminal),
        Verb::Check(options) => check::check(options, &terminal),
        Verb::Parity(options) => parity::parity(options, &terminal),
        Verb::Merge(options) => merge::merge(options, &terminal),
        Verb::Plan(options) => plan::plan(options, &terminal),
        Verb::Pool(options) => pool::pool(options, &terminal),
        Verb::Preview(options) => preview::preview(options, &terminal),
        Verb::Supply(options) => supply::supply(options, &terminal),
        Verb::Diff(options) => diff::diff(options, &terminal),
        Verb::Pack(options) => pack::pack(options, &terminal),
        Verb::Add(options) => add::add(options, &terminal),
        Verb::Init(options) => init::init(options, &terminal),
        Verb::New(options) => match &options.what {
            NewWhat::Item(item) => new::item(item, &terminal),
        },
        Verb::Render(options) => render::render(options, &terminal),
        Verb::Show(options) => show::show(options, &terminal),
        Verb::Templates(options) => own_templates::templates(options, &terminal),
        Verb::Explain(options) => explain::explain(options, &terminal),
        Verb::Schema => schema::schema(&terminal),
    };
    ending.into()
}
