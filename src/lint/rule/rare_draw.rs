//! L030: conditions refuse nearly every draw.

use crate::bank::model::{ItemModel, Step};
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// One draw in so many should be accepted.
const RARE: u64 = 200;

/// The condition that refuses most, if hardly a draw is accepted.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    if census.accepted == 0 || census.accepted.saturating_mul(RARE) >= census.tried {
        return Vec::new();
    }
    let conditions = model.steps.iter().filter_map(|step| match step {
        Step::Require(condition) => Some(condition),
        _ => None,
    });
    let strictest = conditions.zip(&census.conditions).min_by(|(_, a), (_, b)| {
        let product = |met: u64, tested: u64| u128::from(met) * u128::from(tested);
        product(a.met, b.tested).cmp(&product(b.met, a.tested))
    });
    let Some((condition, count)) = strictest else {
        return Vec::new();
    };
    let message = format!(
        "one draw in {} is accepted; `{}` is met by {} of {}",
        census.tried / census.accepted,
        condition.written,
        count.met,
        count.tested
    );
    let warning = Diagnostic::warning(Code::RareDraw, condition.program.span(), message);
    vec![warning.help("draw what is free and work the rest out under `let`, so that the condition holds by itself")]
}
