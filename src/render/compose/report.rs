//! The parity report as a view: numbers rounded for people, words for everything else.

mod certificate;
mod claims;
mod decision;
mod diagrams;
mod findings;
mod repeats;
mod tables;
mod voice;

use crate::form::set::FormSet;
use crate::parity::report::ParityReport;
use crate::render::compose::report::certificate::certificate;
use crate::render::compose::report::decision::decision;
use crate::render::compose::report::diagrams::diagrams;
use crate::render::compose::report::findings::{findings, verdict};
use crate::render::compose::report::repeats::repeats;
use crate::render::compose::report::tables::{forms, slots};
use crate::render::compose::report::voice::Voice;
use crate::render::compose::set_view;
use crate::render::messages::Messages;
use crate::render::view::{ParityView, VerdictView};

/// The report of `set` for its page, in the words of `messages`.
pub fn parity(set: &FormSet, report: &ParityReport, messages: &Messages) -> ParityView {
    let voice = Voice::new(messages, &set.bank.language);
    let verdict = verdict(report.verdict);
    let not_claimed = [
        "not_claimed_answers",
        "not_claimed_models",
        "not_claimed_students",
    ];
    ParityView {
        set: set_view(set),
        verdict,
        summary: voice.word(match verdict {
            VerdictView::Green => "all_green",
            VerdictView::Amber => "worst_amber",
            VerdictView::Red => "worst_red",
        }),
        level: report.evidence.to_owned(),
        level_name: voice.level(&report.level),
        level_sentence: voice.claim(&report.level),
        uncertainty: voice.doubt(&report.uncertainty),
        form_count: voice.whole(report.forms.len()),
        findings: findings(report, &voice),
        forms: forms(&report.forms, &voice),
        figures: diagrams(set, report, &voice),
        slots: slots(set, report, &voice),
        decision: decision(set, report.decision.as_ref(), &voice),
        not_claimed: not_claimed.map(|key| voice.word(key)).to_vec(),
        method: method(set, report, &voice),
        certificate: certificate(set, report, &voice),
    }
}

fn method(set: &FormSet, report: &ParityReport, voice: &Voice<'_>) -> Vec<String> {
    let reference = report.reference;
    let place = voice.place(reference.place);
    let theta = voice.signed(reference.theta, 2);
    let mut sentences = vec![voice.say("method_place", &[("place", &place), ("theta", &theta)])];
    sentences.extend(report.remarks.iter().map(|remark| voice.remark(remark)));
    sentences.extend(repeats(set, voice));
    sentences.push(voice.word("method_sources"));
    sentences
}
