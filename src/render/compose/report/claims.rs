//! What may be said of a set, and what must be known to read its numbers rightly: sentences.

use crate::difficulty::reading::{LEAST_WORDS, Ungraded};
use crate::difficulty::residual::OTHER_SET_UP;
use crate::parity::evidence::{EvidenceLevel, rounded_up};
use crate::parity::reference::{CutUnreachable, Place};
use crate::parity::remark::Remark;
use crate::parity::uncertainty::Uncertainty;
use crate::render::compose::report::voice::Voice;

impl Voice<'_> {
    /// The name of an evidence level.
    pub fn level(&self, level: &EvidenceLevel) -> String {
        self.word(match level {
            EvidenceLevel::Nothing => "level_none",
            EvidenceLevel::E0 => "level_e0",
            EvidenceLevel::E1 => "level_e1",
            EvidenceLevel::E2 { .. } => "level_e2",
            EvidenceLevel::E3 { .. } => "level_e3",
            EvidenceLevel::E4 { .. } => "level_e4",
        })
    }

    /// The one sentence that an evidence level permits.
    pub fn claim(&self, level: &EvidenceLevel) -> String {
        match level {
            EvidenceLevel::Nothing => self.word("claim_none"),
            EvidenceLevel::E0 => self.word("claim_e0"),
            EvidenceLevel::E1 => self.word("claim_e1"),
            EvidenceLevel::E2 {
                difference,
                half_width,
                place,
            } => self.say(
                "claim_e2",
                &[
                    ("difference", &self.points(rounded_up(*difference), 2)),
                    ("place", &self.place(*place)),
                    ("doubt", &self.points(*half_width, 2)),
                ],
            ),
            EvidenceLevel::E3 {
                responses,
                low,
                high,
            } => self.say(
                "claim_e3",
                &[
                    ("responses", &self.whole(*responses)),
                    ("low", &self.fixed(*low, 2)),
                    ("high", &self.fixed(*high, 2)),
                ],
            ),
            EvidenceLevel::E4 {
                from,
                to,
                standard_error,
            } => self.say(
                "claim_e4",
                &[
                    ("from", &from.0),
                    ("cut", &self.fixed(from.1, 0)),
                    ("to", &to.0),
                    ("matches", &self.fixed(to.1, 2)),
                    ("error", &self.fixed(*standard_error, 2)),
                ],
            ),
        }
    }

    /// How far the predicted difference may be off.
    pub fn doubt(&self, doubt: &Uncertainty) -> String {
        self.say(
            "doubt",
            &[
                ("difference", &self.points(libm::fabs(doubt.predicted), 3)),
                ("low", &self.signed(doubt.low, 2)),
                (
                    "high",
                    &self.say("points", &[("n", &self.signed(doubt.high, 2))]),
                ),
                ("doubt", &self.points(doubt.half_width, 2)),
            ],
        )
    }

    /// Where forms are compared, with its preposition.
    pub fn place(&self, place: Place) -> String {
        self.word(match place {
            Place::Cut => "place_cut",
            Place::HalfPointBelowAll => "place_below_all",
            Place::Midpoint => "place_midpoint",
            Place::EndOfScale => "place_end",
        })
    }

    /// A remark, as a sentence.
    pub fn remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::Unreachable(why, place) => self.say(
                "remark_unreachable",
                &[
                    ("why", &self.unreachable(why)),
                    ("place", &self.place(*place)),
                ],
            ),
            Remark::Pairs(coverage) => self.say(
                "remark_pairs",
                &[
                    ("pairs", &self.whole(coverage.pairs)),
                    ("all", &self.whole(coverage.of)),
                ],
            ),
            Remark::Ungraded(Ungraded::Language) => self.word("remark_language"),
            Remark::Ungraded(Ungraded::Short) => {
                self.say("remark_short", &[("words", &self.whole(LEAST_WORDS))])
            }
            Remark::Mixed => self.say("remark_mixed", &[("sd", &self.fixed(OTHER_SET_UP, 2))]),
            Remark::OnePair => self.word("remark_pair"),
        }
    }

    fn unreachable(&self, why: &CutUnreachable) -> String {
        match why {
            CutUnreachable::NothingToScore => self.word("why_no_points"),
            CutUnreachable::AllPoints => self.word("why_all_points"),
            CutUnreachable::GuessingPasses { target, guessed } => self.say(
                "why_guessing",
                &[
                    ("guessed", &self.points(*guessed, 2)),
                    ("target", &self.fixed(*target, 2)),
                ],
            ),
            CutUnreachable::TooEasy => self.word("why_too_easy"),
            CutUnreachable::TooHard => self.word("why_too_hard"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CutUnreachable, EvidenceLevel, Place, Remark, Ungraded, Voice};
    use crate::parity::compare::overlap::Coverage;
    use crate::render::messages::{CATALOGUES, Messages};

    fn levels() -> [EvidenceLevel; 6] {
        [
            EvidenceLevel::Nothing,
            EvidenceLevel::E0,
            EvidenceLevel::E1,
            EvidenceLevel::E2 {
                difference: 0.0106,
                half_width: 0.561,
                place: Place::HalfPointBelowAll,
            },
            EvidenceLevel::E3 {
                responses: 729,
                low: 0.1,
                high: 0.2,
            },
            EvidenceLevel::E4 {
                from: ("A".into(), 8.0),
                to: ("B".into(), 7.62),
                standard_error: 0.21,
            },
        ]
    }

    fn remarks() -> Vec<Remark> {
        let whys = [
            (CutUnreachable::NothingToScore, Place::Midpoint),
            (CutUnreachable::AllPoints, Place::HalfPointBelowAll),
            (
                CutUnreachable::GuessingPasses {
                    target: 4.0,
                    guessed: 5.0,
                },
                Place::Midpoint,
            ),
            (CutUnreachable::TooEasy, Place::EndOfScale),
            (CutUnreachable::TooHard, Place::Cut),
        ];
        let unreachable = whys.map(|(why, place)| Remark::Unreachable(why, place));
        let coverage = Coverage { pairs: 90, of: 400 };
        let others = [
            Remark::Pairs(coverage),
            Remark::Ungraded(Ungraded::Language),
            Remark::Ungraded(Ungraded::Short),
            Remark::Mixed,
            Remark::OnePair,
        ];
        unreachable.into_iter().chain(others).collect()
    }

    /// Letters and digits only: a page has its own signs, and begins and ends a sentence.
    fn bare(text: &str) -> String {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.collect::<String>().to_lowercase()
    }

    #[test]
    fn english_pages_say_what_the_json_says() {
        let messages = Messages::of("en");
        let voice = Voice::new(&messages, "en");
        for level in levels() {
            assert_eq!(bare(&voice.claim(&level)), bare(&level.to_string()));
        }
        for remark in remarks() {
            assert_eq!(bare(&voice.remark(&remark)), bare(&remark.to_string()));
        }
    }

    #[test]
    fn every_claim_and_remark_is_said_in_every_language() {
        for (language, _) in CATALOGUES {
            let messages = Messages::of(language);
            let voice = Voice::new(&messages, language);
            let names = levels().map(|level| voice.level(&level));
            let claims = levels().map(|level| voice.claim(&level));
            let remarks = remarks();
            let remarks = remarks.iter().map(|remark| voice.remark(remark));
            for said in names.into_iter().chain(claims).chain(remarks) {
                assert!(!said.contains(['{', '}']), "{language}: {said}");
            }
        }
    }
}
