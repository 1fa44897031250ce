//! The rules once more, by a walk over the entries that keeps nothing and shares nothing with the
//! program: slow, and easy to read.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use isoform::form::id::FormId;
use isoform::instance::fingerprint::Fingerprint;
use isoform::pool::board::Status;
use isoform::pool::day::Day;
use isoform::pool::entry::{AddedForm, AddedSet, Entry, Event, Purpose, Remedy};
use isoform::pool::mark::MarkRule;
use isoform::pool::points::Points;

use crate::world::ITEMS;

/// The entries that nothing cancels.
pub fn standing(entries: &[Entry]) -> Vec<&Entry> {
    let cancelled: HashSet<u64> = entries
        .iter()
        .filter_map(|entry| match entry.event {
            Event::Undone { entry } => Some(entry),
            _ => None,
        })
        .collect();
    let stands = |entry: &&Entry| !cancelled.contains(&entry.number);
    entries.iter().filter(stands).collect()
}

/// What all students were given, in order: student and form.
pub fn given(entries: &[Entry]) -> Vec<(String, FormId)> {
    let mut given = Vec::new();
    for entry in standing(entries) {
        match &entry.event {
            Event::HandedOut { handouts, .. } => {
                given.extend(handouts.iter().map(|one| (one.student.clone(), one.form)));
            }
            Event::Issued { packets, .. } => {
                for packet in packets {
                    let forms = packet.forms.iter();
                    given.extend(forms.map(|(form, _)| (packet.student.clone(), *form)));
                }
            }
            _ => {}
        }
    }
    given
}

/// Every form with its set.
pub fn forms(entries: &[Entry]) -> BTreeMap<FormId, (&AddedSet, &AddedForm)> {
    let mut forms = BTreeMap::new();
    for entry in standing(entries) {
        let sets = match &entry.event {
            Event::SetAdded(set) => std::slice::from_ref(set),
            Event::Recalled(recall) => &recall.editions[..],
            _ => &[],
        };
        for set in sets {
            forms.extend(set.forms.iter().map(|form| (form.id, (set, form))));
        }
    }
    forms
}

/// Who is in the last roster.
pub fn active(entries: &[Entry]) -> BTreeSet<String> {
    let mut rosters = standing(entries).into_iter().rev();
    let last = rosters.find_map(|entry| match &entry.event {
        Event::RosterImported { students } => Some(students),
        _ => None,
    });
    let ids = last.into_iter().flatten().map(|student| student.id.clone());
    ids.collect()
}

/// A cell of the board.
pub struct Naive {
    pub status: Status,
    pub tries: u32,
    pub last: Option<Day>,
}

/// The results of a form, while they come in.
struct Paper {
    day: Day,
    items: BTreeMap<u32, Points>,
    total: Option<Points>,
}

/// One cell of the board; two thirds of the points are mastery.
pub fn cell(entries: &[Entry], rule: MarkRule, id: &str, standard: &str) -> Naive {
    let forms = forms(entries);
    let own: Vec<FormId> = given(entries)
        .into_iter()
        .filter(|(student, _)| student == id)
        .map(|(_, form)| form)
        .filter(|form| {
            let set = forms[form].0;
            set.purpose == Purpose::Secure && set.standards[0].id == standard
        })
        .collect();
    let mut burnt: HashSet<Fingerprint> = HashSet::new();
    let mut gone: HashSet<FormId> = HashSet::new();
    let mut papers: BTreeMap<FormId, Paper> = BTreeMap::new();
    let (mut dropped, mut credited) = (BTreeSet::new(), BTreeSet::new());
    for entry in standing(entries) {
        match &entry.event {
            Event::Exposed { form, .. } => {
                burnt.extend(forms[form].1.items.iter().map(|item| item.fingerprint));
            }
            Event::Recalled(recall) => {
                for place in &recall.places {
                    let items = &forms[&place.form].1.items;
                    burnt.insert(items[place.item as usize - 1].fingerprint);
                    match recall.remedy {
                        Remedy::Drop => drop(dropped.insert((place.form, place.item))),
                        Remedy::Credit => drop(credited.insert((place.form, place.item))),
                        Remedy::Keep => {}
                    }
                }
                for again in recall.rescored.iter().filter(|one| one.student == id) {
                    let paper = papers.get_mut(&again.form).unwrap();
                    paper.total = None;
                    paper
                        .items
                        .insert(again.answered.item, again.answered.points);
                }
                for form in recall.editions.iter().flat_map(|set| &set.forms) {
                    gone.extend(form.corrects);
                }
            }
            Event::MarksEntered { marks } => {
                for one in marks.iter().filter(|one| one.student == id) {
                    let paper = papers.entry(one.form).or_insert_with(|| Paper {
                        day: entry.day,
                        items: BTreeMap::new(),
                        total: None,
                    });
                    for item in &one.items {
                        paper.total = None;
                        paper.items.insert(item.item, item.points);
                    }
                    for total in &one.totals {
                        paper.items.clear();
                        paper.total = Some(total.points);
                    }
                }
            }
            _ => {}
        }
    }
    // Day, place, points earned and possible; none earned as long as marks are missing.
    let mut tries: Vec<(Day, usize, Option<u64>, u64)> = Vec::new();
    for (at, form) in own.iter().enumerate() {
        let Some(paper) = papers.get(form) else {
            continue;
        };
        let counted = (1..=ITEMS as u32).filter(|item| !dropped.contains(&(*form, *item)));
        let counted: Vec<u32> = counted.collect();
        let possible = counted.len() as u64;
        let point = |item: &u32| match credited.contains(&(*form, *item)) {
            true => Some(1),
            false => paper.items.get(item).map(|points| points.parts().0),
        };
        let earned = match paper.total {
            Some(total) => Some(total.parts().0.min(possible)),
            None => counted.iter().map(point).sum(),
        };
        if possible > 0 {
            tries.push((paper.day, at, earned, possible));
        }
    }
    tries.sort();
    let whole = tries.iter().filter_map(|one| Some((one.2?, one.3)));
    let whole: Vec<(u64, u64)> = whole.collect();
    let met = |(earned, possible): &(u64, u64)| earned * 3 >= 2 * possible;
    let mastered = match rule {
        MarkRule::Replaces | MarkRule::Highest => whole.iter().any(met),
        MarkRule::Latest => whole.last().is_some_and(met),
        MarkRule::Average => {
            let sum = whole
                .iter()
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            sum.1 > 0 && met(&sum)
        }
    };
    let is_sound = |form: &FormId| {
        let items = &forms[form].1.items;
        !gone.contains(form) && !items.iter().any(|item| burnt.contains(&item.fingerprint))
    };
    let out = own
        .iter()
        .any(|form| !papers.contains_key(form) && is_sound(form));
    let status = match () {
        () if mastered => Status::Mastered,
        () if out || whole.len() < tries.len() => Status::Waiting,
        () if tries.is_empty() => Status::Untried,
        () => Status::NotYet,
    };
    Naive {
        status,
        tries: u32::try_from(tries.len()).unwrap(),
        last: tries.last().map(|one| one.0),
    }
}
