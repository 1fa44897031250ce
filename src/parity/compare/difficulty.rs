//! Forms as score machines: expected scores, pass probabilities, precision.

use crate::difficulty::response::ItemResponse;
use crate::parity::compare::extremes::Extremes;
use crate::parity::curve::{Profile, expected_score};
use crate::parity::finding::{Direction, Finding, Statistic};

/// Steps of 0.1 logit on each side of the cut: 41 points over ±2.
const HALF_GRID: i32 = 20;
const STEP: f64 = 0.1;

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
            .fold(scores, |worst, next| {
                if next.spread() <= worst.spread() {
                    worst
                } else {
                    next
                }
            })
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
