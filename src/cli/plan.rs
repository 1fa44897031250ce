//! `isoform plan --nonmaster .7 --master .9 --risk .1`

use crate::cli::Ending;
use crate::cli::arguments::Plan;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::parity::plan::plan as shortest;

pub fn plan(options: &Plan, terminal: &Terminal) -> Ending {
    let found = match shortest(options.nonmaster, options.master, options.risk) {
        Ok(found) => found,
        Err(error) => {
            terminal.refuse(Diagnostic::error(
                Code::BadArgument,
                None,
                error.to_string(),
            ));
            return Ending::Refused;
        }
    };
    if options.json {
        terminal.say(&serde_json::to_string_pretty(&found).unwrap_or_default());
        return Ending::Done;
    }
    let percent = |share: f64| format!("{:.1} %", 100.0 * share);
    terminal.say(&format!("{} of {} items right", found.cut, found.items));
    terminal.say(&format!(
        "  a student who can do {} of such items passes with probability {}",
        percent(options.nonmaster),
        percent(found.nonmaster_passes)
    ));
    terminal.say(&format!(
        "  a student who can do {} fails with probability {}",
        percent(options.master),
        percent(found.master_fails)
    ));
    terminal.say("  no shorter test keeps both risks (binomial model)");
    Ending::Done
}
