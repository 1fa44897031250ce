//! What mastery takes: each standard by its own points alone, as the board of a pool decides it.

use crate::bank::cut_score::CutScore;
use crate::form::set::FormSet;
use crate::render::messages::Messages;

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

/// What mastery takes on a form, standard by standard where there are several.
pub fn of_form(set: &FormSet, messages: &Messages) -> String {
    // Standards with the same rule are named together.
    let mut rules: Vec<(String, Vec<&str>)> = Vec::new();
    for (at, standard) in set.standards.iter().enumerate() {
        let rule = of_standard(set, at, messages);
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
        [(rule, ids)] if ids.len() == 1 => rule.clone(),
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

fn in_points(cut: CutScore, points: u32, messages: &Messages) -> String {
    let points = u64::from(points);
    let (needed, points) = (cut.points_of(points).to_string(), points.to_string());
    messages.say("cut", &[("needed", &needed), ("points", &points)])
}
