//! What the mastery rule decides about students of known ability.

use crate::form::set::FormSet;
use crate::parity::decision::PassRow;
use crate::parity::quality::DecisionQuality;
use crate::render::compose::mastery::of_form;
use crate::render::compose::report::voice::Voice;
use crate::render::view::{ColumnView, DecisionView, TableView};

/// The rule, who passes by it, and what follows.
pub fn decision(
    set: &FormSet,
    quality: Option<&DecisionQuality>,
    voice: &Voice<'_>,
) -> DecisionView {
    let Some(quality) = quality else {
        return DecisionView {
            rule: voice.word("no_form"),
            table: TableView {
                caption: String::new(),
                columns: Vec::new(),
                rows: Vec::new(),
            },
            sentences: Vec::new(),
        };
    };
    let within = voice.counted("within_tries", quality.tries);
    let row = |row: &PassRow| {
        let shares = [row.share, row.once, row.within_tries];
        shares.map(|share| voice.percent(share, 0)).to_vec()
    };
    let mut columns = voice.columns(&[("can_do", false), ("passes_once", true)]);
    columns.push(ColumnView {
        title: voice.say("passes_within", &[("within", &within)]),
        numeric: true,
    });
    DecisionView {
        rule: rule(set, quality, voice),
        table: TableView {
            caption: voice.word("decision_caption"),
            columns,
            rows: quality.table.iter().map(row).collect(),
        },
        sentences: together(set, voice)
            .into_iter()
            .chain(sentences(quality, &within, voice))
            .collect(),
    }
}

impl Voice<'_> {
    /// `8 of 10 points`.
    pub fn cut_points(&self, quality: &DecisionQuality) -> String {
        let (needed, points) = (self.whole(quality.cut), self.whole(quality.points));
        let values = [("needed", needed.as_str()), ("n", points.as_str())];
        self.say("cut_points", &values)
    }
}

fn rule(set: &FormSet, quality: &DecisionQuality, voice: &Voice<'_>) -> String {
    let [part, whole] = set.cut;
    let share = f64::from(part) / f64::from(whole.max(1));
    let rule = match whole {
        100 => voice.percent(share, 0),
        1_000 => voice.percent(share, 1),
        _ => voice.cut(part, whole),
    };
    voice.say(
        "decision_rule",
        &[
            ("cut", &voice.cut_points(quality)),
            ("rule", &rule),
            ("items", &voice.counted("items", quality.items)),
            ("tries", &voice.counted("try_count", quality.tries)),
        ],
    )
}

/// Of several standards each is decided by itself, and the report is about the points of all.
pub fn together(set: &FormSet, voice: &Voice<'_>) -> Option<String> {
    let cuts = of_form(set, voice.messages());
    (set.standards.len() > 1).then(|| voice.say("cuts_together", &[("cuts", &cuts)]))
}

fn sentences(quality: &DecisionQuality, within: &str, voice: &Voice<'_>) -> Vec<String> {
    let mut sentences = vec![voice.say(
        "guesser",
        &[
            ("once", &voice.chance(quality.guesser_passes)),
            ("within", within),
            ("tried", &voice.chance(quality.guesser_passes_within_tries)),
        ],
    )];
    if quality.form_a != quality.form_b {
        let kappa = quality.kappa;
        let kappa = kappa.map_or_else(String::new, |kappa| {
            format!(", κ\u{a0}=\u{a0}{}", voice.fixed(kappa, 2))
        });
        let flips = quality.two_forms.master_fails_a_passes_b;
        sentences.push(voice.say(
            "two_forms",
            &[
                ("a", &quality.form_a),
                ("b", &quality.form_b),
                ("agreement", &voice.percent(quality.agreement, 0)),
                ("kappa", &kappa),
                ("flips", &voice.percent(flips, 0)),
            ],
        ));
    }
    sentences
}
