//! What mastery takes: each standard by its own points alone, as the board of a pool decides it.

use crate::bank::cut_score::CutScore;
use crate::form::set::FormSet;
use crate::render::messages::Messages;
use crate::value::notation::Language;

/// What mastery of a standard takes on a form, `4 of 5`; of one with a rule over a rubric, the rule
/// as its author wrote it.
pub fn of_standard(set: &FormSet, standard: usize, messages: &Messages) -> String {
    let record = &set.standards[standard];
    match record.cut() {
        None if !record.mastery.is_empty() => record.mastery.clone(),
        cut => in_points(
            cut.unwrap_or(CutScore::USUAL),
            set.points_of(standard),
            messages,
        ),
    }
}

/// What mastery takes on a form, `8 of 10`; where there are several standards the rule of each,
/// `80% on each standard`, for their points may differ.
pub fn of_form(set: &FormSet, messages: &Messages) -> String {
    // Standards with the same rule are named together.
    let mut rules: Vec<(String, Vec<&str>)> = Vec::new();
    for standard in &set.standards {
        let rule = match standard.cut() {
            Some(cut) => in_share(cut, messages),
            None => standard.mastery.clone(),
        };
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, ids)) => ids.push(&standard.id),
            None => rules.push((rule, vec![&standard.id])),
        }
    }
    match &rules[..] {
        [] => {
            let cut = CutScore::new(set.cut[0], set.cut[1]);
            in_points(cut.unwrap_or(CutScore::USUAL), set.points(), messages)
        }
        [(_, ids)] if ids.len() == 1 => of_standard(set, 0, messages),
        [(rule, _)] => messages.say("cut_each", &[("cut", rule)]),
        rules => {
            let on = |(rule, ids): &(String, Vec<&str>)| {
                let values = [("cut", rule.as_str()), ("standards", &ids.join(", "))];
                let key = if ids.len() == 1 {
                    "cut_on"
                } else {
                    "cut_on_each"
                };
                messages.say(key, &values)
            };
            rules.iter().map(on).collect::<Vec<_>>().join("; ")
        }
    }
}

/// A rule for any number of points, in the language of the page: as percent, or as 5 of 6 where the
/// percentage has no end.
fn in_share(cut: CutScore, messages: &Messages) -> String {
    let (part, whole) = cut.parts();
    let (part, whole) = (u64::from(part), u64::from(whole));
    let mille = 1_000 * part;
    if !mille.is_multiple_of(whole) {
        return of_points(part, whole, messages);
    }
    let (percent, tenth) = (mille / whole / 10, mille / whole % 10);
    let digits = match tenth {
        0 => percent.to_string(),
        _ => format!("{percent}.{tenth}"),
    };
    let language = Language::from_tag(messages.language()).unwrap_or(Language::ENGLISH);
    let percent = language.numeral(&digits, false);
    format!("{percent}{}%", language.percent_gap)
}

fn in_points(cut: CutScore, points: u32, messages: &Messages) -> String {
    let points = u64::from(points);
    of_points(cut.points_of(points), points, messages)
}

fn of_points(needed: u64, points: u64, messages: &Messages) -> String {
    let (needed, points) = (needed.to_string(), points.to_string());
    messages.say("cut", &[("needed", &needed), ("points", &points)])
}

#[cfg(test)]
mod tests {
    use super::in_share;
    use crate::bank::cut_score::CutScore;
    use crate::render::messages::Messages;

    #[test]
    fn rules_are_said_as_percent_where_they_can_be() {
        let said = |written: &str, tag| {
            let cut = CutScore::written(written).unwrap().unwrap();
            in_share(cut, &Messages::of(tag))
        };
        assert_eq!(said("8 of 10", "en"), "80%");
        assert_eq!(said("87.5 %", "en"), "87.5%");
        assert_eq!(said("7 of 8", "de"), "87,5\u{a0}%");
        assert_eq!(said("5 of 6", "en"), "5 of 6");
    }
}
