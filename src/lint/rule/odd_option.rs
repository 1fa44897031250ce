//! L014: one option has another form than all others.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::lint::rule::common_key::place;

/// The key may be alone in its form in up to this share of the instances.
const KEY: f64 = 0.5;
/// A wrong answer that is alone in its form in more than this share never looks likely.
const SLIP: f64 = 0.9;
/// With fewer looked at, a share says little.
const ENOUGH: u64 = 4;

/// The key or a wrong answer that looks unlike the rest: the only fraction, the only percent.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let options = &census.options;
    // Counts up to 10⁶ are exact.
    let share = |odd: u64, of: u64| odd as f64 / of.max(1) as f64;
    let mut found = Vec::new();
    let key = share(options.odd_key, options.items);
    if options.items >= ENOUGH && key > KEY {
        let message = format!(
            "the key of `{}` alone has its form in {:.0} % of the instances",
            model.id.value,
            key * 100.0
        );
        let warning = Diagnostic::warning(Code::OddOption, place(model), message);
        found.push(warning.help("give all options one form: `answer: {is: …, form: decimal}`"));
    }
    for (slip, (shown, odd)) in model.misconceptions.iter().zip(&options.odd) {
        if *shown >= ENOUGH && share(*odd, *shown) > SLIP {
            let message = format!(
                "`{}` gives the only option of its form in {:.0} % of the instances",
                slip.slip,
                share(*odd, *shown) * 100.0
            );
            let warning = Diagnostic::warning(Code::OddOption, slip.span, message);
            found.push(
                warning.help("round it as the key is rounded, or write it in the key's form"),
            );
        }
    }
    found
}
