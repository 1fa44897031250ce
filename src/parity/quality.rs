//! What the mastery rule itself is worth: always shown, never gating.

use serde::Serialize;

use crate::parity::agreement::{AbilityWeights, CutForm, TwoFormTable};
use crate::parity::compare::Comparison;
use crate::parity::curve::total_points;
use crate::parity::decision::{PassRow, guesser_pass, pass_table, pass_within};

/// Spread of ability, in logits, of the students the two-form table is for.
const ABILITY_SD: f64 = 1.0;

/// Decision quality of the chosen length, cut and number of tries.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DecisionQuality {
    /// Items on the form.
    pub items: usize,
    /// Points on the form.
    pub points: u64,
    /// Points that pass.
    pub cut: u64,
    /// Sittings allowed.
    pub tries: u32,
    /// Chance that a student who only guesses passes one form.
    pub guesser_passes: f64,
    /// Chance that such a student passes within the tries.
    pub guesser_passes_within_tries: f64,
    /// P(pass) by the share of such items a student can do.
    pub table: Vec<PassRow>,
    /// Form A of the two-form table: the harder of the pair that differs most.
    pub form_a: String,
    /// Form B of the two-form table.
    pub form_b: String,
    /// The students the table is for.
    pub ability: AbilityWeights,
    /// How the two forms decide about them.
    pub two_forms: TwoFormTable,
    /// φ: share of students about whom both decide alike.
    pub agreement: f64,
    /// κ: agreement beyond chance.
    pub kappa: Option<f64>,
}

impl DecisionQuality {
    /// For a compared set: length, cut and guessing of its first form, and the
    /// pair of forms that differs most. Students are normal around the
    /// reference ability with SD 1; masters are those at or above it.
    pub fn of(
        comparison: &Comparison,
        label: impl Fn(usize) -> String,
        tries: u32,
    ) -> Option<Self> {
        let form = comparison.responses.first()?;
        let cut = *comparison.cuts.first()?;
        let (a, b) = comparison.widest_pair();
        let cut_form = |k: usize| {
            Some(CutForm {
                items: comparison.responses.get(k)?,
                cut: *comparison.cuts.get(k)?,
            })
        };
        let theta = comparison.reference.theta;
        let ability = AbilityWeights {
            mean: theta,
            sd: ABILITY_SD,
        };
        let two_forms = TwoFormTable::of(cut_form(a)?, cut_form(b)?, ability, theta);
        let guesser_passes = guesser_pass(form, cut);
        Some(Self {
            items: form.len(),
            points: total_points(form),
            cut,
            tries,
            guesser_passes,
            guesser_passes_within_tries: pass_within(guesser_passes, tries),
            table: pass_table(form, cut, tries),
            form_a: label(a),
            form_b: label(b),
            ability,
            two_forms,
            agreement: two_forms.agreement(),
            kappa: two_forms.kappa(),
        })
    }
}
