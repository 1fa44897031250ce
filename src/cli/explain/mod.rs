//! `isoform explain E021`, `isoform explain difficulty BANK ITEM`

mod difficulty;

use crate::cli::Ending;
use crate::cli::arguments::{Explain, ExplainWhat};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, suggest};

pub fn explain(options: &Explain, terminal: &Terminal) -> Ending {
    if let Some(ExplainWhat::Difficulty(asked)) = &options.what {
        return difficulty::difficulty(asked, terminal);
    }
    match &options.code {
        None => {
            for code in Code::ALL {
                terminal.say(&format!(
                    "{}  {:24}{}",
                    code.id(),
                    code.name(),
                    code.summary()
                ));
            }
            Ending::Done
        }
        Some(word) => match Code::find(word) {
            Some(code) => {
                terminal.say(code.page().trim_end());
                Ending::Done
            }
            None => {
                let known = Code::ALL.iter().flat_map(|code| [code.id(), code.name()]);
                let help = match suggest::did_you_mean(word, known) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "`isoform explain` lists all codes".to_owned(),
                };
                let message = format!("no message has the code `{word}`");
                terminal.refuse(Diagnostic::error(Code::BadArgument, None, message).help(help));
                Ending::Refused
            }
        },
    }
}
