//! Forms as score machines: expected scores, pass probabilities, precision.

use crate::difficulty::residual::{NARROW, OTHER_SET_UP};
use crate::difficulty::response::ItemResponse;
use crate::parity::compare::extremes::Extremes;
use crate::parity::curve::{Profile, expected_score};
use crate::parity::finding::{Direction, Finding, Statistic};

/// Steps of 0.1 logit on each side of the cut: 41 points over ±2.
const HALF_GRID: i32 = 20;
const STEP: f64 = 0.1;

/// By how much P of one item differs for each logit where P = .8, the usual mastery cut: P (1 − P).
const SLOPE: f64 = 0.8 * 0.2;
/// Forms may differ at one place by what nobody can foretell of two items of one model with equal
/// radicals, and must differ by less than items with another story: τ times the slope.
const ONE_PLACE: (f64, f64) = (NARROW * SLOPE, OTHER_SET_UP * SLOPE);

/// Findings on difficulty at the reference ability `theta`, given every form's
/// profile and pass probability there.
pub fn findings(
    forms: &[Vec<ItemResponse>],
    theta: f64,
    profiles: &[Profile],
    passes: &[f64],
) -> Vec<Finding> {
    let over = |of: fn(&Profile) -> f64| Extremes::of(profiles.iter().map(of).zip(0..));
    let (Some(scores), Some(information), Some(errors), Some(pass)) = (
        over(|profile| profile.expected_score),
        over(|profile| profile.information),
        over(Profile::sem),
        Extremes::of(passes.iter().copied().zip(0..)),
    ) else {
        return Vec::new();
    };
    let variance: f64 = profiles.iter().map(|profile| profile.variance).sum();
    let sem = libm::sqrt(variance / profiles.len() as f64);
    let red = (sem / 4.0).min(0.5);
    let ratio = |statistic, extremes: Extremes| {
        let pair = Some(extremes.pair());
        Finding::new(statistic, extremes.excess(), (0.05, Some(0.10)), pair)
    };
    let grid = grid(forms, theta);
    let within = |steps: i32| {
        let near = grid.iter().filter(move |(k, _)| k.abs() <= steps);
        near.map(|(_, extremes)| *extremes)
            .fold(scores, Extremes::wider)
    };
    vec![
        score_finding(Statistic::ExpectedScore, scores, (sem / 8.0, red)),
        Finding::new(
            Statistic::PassProbability,
            pass.spread(),
            (0.05, Some(0.10)),
            Some(pass.pair()),
        ),
        score_finding(
            Statistic::CurveNear,
            within(HALF_GRID / 2),
            (sem / 8.0, 0.5),
        ),
        score_finding(Statistic::CurveWide, within(HALF_GRID), (sem / 4.0, 1.0)),
        one_place(forms, theta),
        ratio(Statistic::Information, information),
        ratio(Statistic::MeasurementError, errors),
    ]
}

fn score_finding(statistic: Statistic, scores: Extremes, (green, red): (f64, f64)) -> Finding {
    let mut finding = Finding::new(
        statistic,
        scores.spread(),
        (green, Some(red)),
        Some(scores.pair()),
    );
    finding.direction = finding.worst.map(|_| Direction {
        harder: scores.low.1,
        easier: scores.high.1,
        points: scores.spread(),
    });
    finding
}

/// The largest difference of P at one place. Elsewhere on the form it may be made up for, which the
/// expected score shows; whoever has trouble with this very skill meets it all the same.
fn one_place(forms: &[Vec<ItemResponse>], theta: f64) -> Finding {
    let places = forms.iter().map(Vec::len).max().unwrap_or(0);
    let at = |place: usize| {
        let items = forms.iter().zip(0..);
        let items =
            items.filter_map(move |(form, k)| Some((form.get(place)?.probability(theta), k)));
        Extremes::of(items)
    };
    let worst = (0..places).filter_map(at).reduce(Extremes::wider);
    let (green, red) = ONE_PLACE;
    Finding::new(
        Statistic::PlaceProbability,
        worst.map_or(0.0, |worst| worst.spread()),
        (green, Some(red)),
        worst.map(|worst| worst.pair()),
    )
}

/// Extremes of the expected score at each step from the cut.
fn grid(forms: &[Vec<ItemResponse>], theta: f64) -> Vec<(i32, Extremes)> {
    (-HALF_GRID..=HALF_GRID)
        .filter_map(|k| {
            let at = theta + f64::from(k) * STEP;
            let scores = forms.iter().map(|form| expected_score(form, at));
            Some((k, Extremes::of(scores.zip(0..))?))
        })
        .collect()
}
