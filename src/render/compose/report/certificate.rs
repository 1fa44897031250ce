//! The certificate: what was held equal, what is predicted, and how sure that is, on one sheet.

use crate::form::set::FormSet;
use crate::parity::finding::{Finding, Statistic, Verdict};
use crate::parity::report::ParityReport;
use crate::render::compose::mastery::of_form;
use crate::render::compose::report::voice::Voice;
use crate::render::view::{CertificateView, FactView};

/// So many forms are named with their IDs; the set has them all.
const NAMED: usize = 24;

/// The certificate of a set.
pub fn certificate(set: &FormSet, report: &ParityReport, voice: &Voice<'_>) -> CertificateView {
    let named = set.forms.iter().take(NAMED);
    let left = set.forms.len().saturating_sub(NAMED);
    CertificateView {
        forms: named
            .map(|form| format!("{} {}", form.label, form.id))
            .collect(),
        more: if left > 0 {
            voice.counted("more_forms", left)
        } else {
            String::new()
        },
        held: held(report, voice),
        facts: facts(set, report, voice),
        digest: set.bank.digest.clone(),
    }
}

fn finding(report: &ParityReport, statistic: Statistic) -> Option<&Finding> {
    let mut findings = report.findings.iter().map(|row| &row.finding);
    findings.find(|finding| finding.statistic == statistic)
}

/// What is the same on all forms, as far as it was found to be.
fn held(report: &ParityReport, voice: &Voice<'_>) -> Vec<String> {
    let says = [
        (Statistic::Blueprint, "held_blueprint", "broken_blueprint"),
        (Statistic::Alike, "held_alike", "broken_alike"),
        (
            Statistic::SharedInstances,
            "held_instances",
            "broken_instances",
        ),
    ];
    says.into_iter()
        .filter_map(|(statistic, holds, fails)| {
            let green = finding(report, statistic)?.verdict == Verdict::Green;
            Some(voice.word(if green { holds } else { fails }))
        })
        .collect()
}

fn facts(set: &FormSet, report: &ParityReport, voice: &Voice<'_>) -> Vec<FactView> {
    let fact = |name: String, value: String| FactView { name, value };
    let doubt = &report.uncertainty;
    let place = voice.place(report.reference.place);
    let half_width = voice.points(doubt.half_width, 2);
    let mut facts = vec![
        fact(
            voice.say("fact_difference", &[("place", &place)]),
            voice.points(libm::fabs(doubt.predicted), 3),
        ),
        fact(voice.word("fact_bound"), voice.points(report.bound, 3)),
        fact(
            voice.word("fact_doubt"),
            voice.say("doubt_amount", &[("doubt", &half_width)]),
        ),
    ];
    if let Some(pass) = finding(report, Statistic::PassProbability) {
        let points = voice.fixed(100.0 * pass.value, 1);
        facts.push(fact(
            voice.word("fact_pass"),
            voice.say("percentage_points", &[("n", &points)]),
        ));
    }
    if let Some(quality) = &report.decision {
        let cut = match set.standards.len() {
            0 | 1 => voice.cut_points(quality),
            _ => of_form(set, voice.messages()),
        };
        facts.push(fact(voice.word("fact_mastery"), cut));
    }
    let rows = &report.findings;
    let inside = rows
        .iter()
        .filter(|row| row.finding.verdict == Verdict::Green);
    facts.push(fact(
        voice.word("fact_inside"),
        voice.cut(inside.count(), rows.len()),
    ));
    facts.push(fact(
        voice.word("fact_again"),
        voice.say(
            "again_from",
            &[
                ("bank", &set.bank.id),
                ("version", &set.bank.version),
                ("blueprint", &set.blueprint),
                ("seed", &set.seed),
            ],
        ),
    ));
    facts
}
