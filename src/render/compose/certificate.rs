//! The certificate: what was held equal, what is predicted, and how sure that is, on one sheet.

use crate::form::set::FormSet;
use crate::parity::finding::{Statistic, Verdict};
use crate::parity::report::ParityReport;
use crate::render::view::{CertificateView, FactView};

/// So many forms are named with their IDs; the set has them all.
const NAMED: usize = 24;

/// The certificate of a set.
pub fn certificate(set: &FormSet, report: &ParityReport) -> CertificateView {
    let named = set.forms.iter().take(NAMED);
    let left = set.forms.len().saturating_sub(NAMED);
    CertificateView {
        forms: named
            .map(|form| format!("{} {}", form.label, form.id))
            .collect(),
        more: if left > 0 {
            format!("and {left} more, in set.json")
        } else {
            String::new()
        },
        held: held(report),
        facts: facts(set, report),
        digest: set.bank.digest.clone(),
    }
}

/// What is the same on all forms, as far as it was found to be.
fn held(report: &ParityReport) -> Vec<String> {
    let says = [
        (
            Statistic::Blueprint,
            "Standard, item model, response type and points are the same at every place.",
            "Standard, item model, response type or points differ at some place.",
        ),
        (
            Statistic::Alike,
            "Every feature that the author pinned has the same value at the same place of every form.",
            "Some feature that the author pinned differs between forms.",
        ),
        (
            Statistic::SharedInstances,
            "No item stands on two forms.",
            "Some item stands on more than one form.",
        ),
    ];
    says.into_iter()
        .filter_map(|(statistic, holds, fails)| {
            let row = report
                .findings
                .iter()
                .find(|row| row.finding.statistic == statistic)?;
            let green = row.finding.verdict == Verdict::Green;
            Some(if green { holds } else { fails }.to_owned())
        })
        .collect()
}

fn facts(set: &FormSet, report: &ParityReport) -> Vec<FactView> {
    let fact = |name: &str, value: String| FactView {
        name: name.to_owned(),
        value,
    };
    let doubt = &report.uncertainty;
    let place = report.reference.place.words();
    let mut facts = vec![
        fact(
            &format!("Largest predicted difference at {place}"),
            format!("{:.3} points", doubt.predicted.abs()),
        ),
        fact(
            "The most it could be with these items",
            format!("{:.3} points", report.bound),
        ),
        fact(
            "True difference expected within, without student data",
            format!("±{:.2} points (95 %)", doubt.half_width),
        ),
    ];
    let pass = report
        .findings
        .iter()
        .find(|row| row.finding.statistic == Statistic::PassProbability);
    if let Some(row) = pass {
        facts.push(fact(
            "Largest difference in the probability to pass, at the cut",
            format!("{:.1} percentage points", 100.0 * row.finding.value),
        ));
    }
    if let Some(quality) = &report.decision {
        facts.push(fact(
            "Mastery",
            format!("{} of {} points", quality.cut, quality.points),
        ));
    }
    let inside = report
        .findings
        .iter()
        .filter(|row| row.finding.verdict == Verdict::Green);
    facts.push(fact(
        "Statistics inside their tolerance",
        format!("{} of {}", inside.count(), report.findings.len()),
    ));
    facts.push(fact(
        "Can be made again from",
        format!(
            "bank {} {}, blueprint {}, seed {}",
            set.bank.id, set.bank.version, set.blueprint, set.seed
        ),
    ));
    facts
}
