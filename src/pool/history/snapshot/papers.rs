//! Who had which form, and what came of it: most of a pool, so each takes few bytes.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use crate::pool::day::Day;
use crate::pool::entry::{Answered, Gave};
use crate::pool::history::places::ByPlaces;
use crate::pool::history::snapshot::bytes::{Reader, Writer};
use crate::pool::history::{Attempt, Handed, History, MarkedItems};
use crate::pool::points::Points;

/// Days, misconceptions and marks come again and again; they are written once and then numbered.
struct Numbered<'a, T: Hash + Eq> {
    places: HashMap<&'a T, u64>,
    all: Vec<&'a T>,
}

impl<'a, T: Hash + Eq> Numbered<'a, T> {
    fn new() -> Self {
        Self {
            places: HashMap::new(),
            all: Vec::new(),
        }
    }

    fn of(&mut self, one: &'a T) -> u64 {
        let next = self.all.len() as u64;
        let all = &mut self.all;
        *self.places.entry(one).or_insert_with(|| {
            all.push(one);
            next
        })
    }
}

/// Writes all attempts.
pub fn write(attempts: &[Attempt], out: &mut Writer) -> Option<()> {
    let (mut days, mut marks) = (Numbered::new(), Numbered::new());
    // Most equal marks are one in memory, and found faster by where they stand.
    let mut by_address: ByPlaces<usize, u64> = ByPlaces::default();
    let mut body = Writer::default();
    body.number(attempts.len() as u64);
    for attempt in attempts {
        body.number(attempt.student as u64);
        body.number(attempt.form as u64);
        body.number(u64::from(attempt.handed == Handed::Packet));
        body.number(days.of(&attempt.handed_on));
        body.number(attempt.entry);
        body.number(match &attempt.sat_on {
            None => 0,
            Some(day) => days.of(day) + 1,
        });
        body.number(attempt.items.iter().len() as u64);
        for (_, answered) in attempt.items.iter() {
            let known = by_address.entry(std::ptr::from_ref(answered).addr());
            body.number(*known.or_insert_with(|| marks.of(answered)));
        }
        body.number(attempt.totals.iter().len() as u64);
        for (standard, points) in attempt.totals.iter() {
            body.number(*standard as u64);
            write_points(*points, &mut body);
        }
    }
    out.block(&serde_json::to_vec(&days.all).ok()?);
    write_marks(&marks.all, out)?;
    out.block(&body.finish());
    Some(())
}

fn write_marks(marks: &[&Answered], out: &mut Writer) -> Option<()> {
    let (mut slips, mut body) = (Numbered::new(), Writer::default());
    body.number(marks.len() as u64);
    for answered in marks {
        write_answered(answered, &mut slips, &mut body);
    }
    out.block(&serde_json::to_vec(&slips.all).ok()?);
    out.block(&body.finish());
    Some(())
}

fn write_points(points: Points, body: &mut Writer) {
    let (over, under) = points.parts();
    body.number(over);
    body.number(under);
}

fn write_answered<'a>(
    answered: &'a Answered,
    slips: &mut Numbered<'a, Arc<str>>,
    body: &mut Writer,
) {
    body.number(answered.item.into());
    match &answered.gave {
        Gave::Right => body.number(0),
        Gave::Wrong => body.number(1),
        Gave::Blank => body.number(2),
        Gave::Points => body.number(3),
        Gave::Option(letter) => {
            body.number(4);
            body.number(u32::from(*letter).into());
        }
        Gave::Levels(levels) => {
            body.number(5);
            body.number(levels.len() as u64);
            levels.iter().for_each(|level| body.number((*level).into()));
        }
        Gave::Wrote(text) => {
            body.number(6);
            body.block(text.as_bytes());
        }
    }
    write_points(answered.points, body);
    body.number(answered.slip.as_ref().map_or(0, |slip| slips.of(slip) + 1));
    body.number(match answered.met {
        None => 0,
        Some(met) => 1 + u64::from(met),
    });
}

/// Reads all attempts, whose students and forms `history` has.
pub fn read(snapshot: &mut Reader<'_>, history: &History) -> Option<Vec<Attempt>> {
    let days: Vec<Day> = serde_json::from_slice(snapshot.block()?).ok()?;
    let marks = marks(snapshot)?;
    let mut body = Reader::new(snapshot.block()?);
    let count: usize = body.small()?;
    // Each takes several bytes, so a number that is wrong asks for no more room than there is.
    // Those that come behind the snapshot have room beside them.
    let room = count.saturating_add(count / 16);
    let mut attempts = Vec::with_capacity(room.min(body.left()));
    for _ in 0..count {
        attempts.push(attempt(&mut body, &days, &marks, history)?);
    }
    (body.left() == 0 && snapshot.left() == 0).then_some(attempts)
}

fn marks(snapshot: &mut Reader<'_>) -> Option<Vec<Arc<Answered>>> {
    let slips: Vec<Arc<str>> = serde_json::from_slice(snapshot.block()?).ok()?;
    let mut body = Reader::new(snapshot.block()?);
    let count = body.number()?;
    let marks = (0..count).map(|_| answered(&mut body, &slips).map(Arc::new));
    let marks = marks.collect::<Option<_>>()?;
    (body.left() == 0).then_some(marks)
}

fn attempt(
    body: &mut Reader<'_>,
    days: &[Day],
    marks: &[Arc<Answered>],
    history: &History,
) -> Option<Attempt> {
    let student = body.small().filter(|at| *at < history.students.len())?;
    let form = body.small().filter(|at| *at < history.forms.len())?;
    let mut attempt = Attempt {
        student,
        form,
        handed: [Handed::Sitting, Handed::Packet][body.small::<usize>().filter(|at| *at < 2)?],
        handed_on: *days.get(body.small::<usize>()?)?,
        entry: body.number()?,
        sat_on: match body.small::<usize>()? {
            0 => None,
            day => Some(*days.get(day - 1)?),
        },
        items: Default::default(),
        totals: Default::default(),
    };
    let set = history.set_of(form);
    let count = body.small().filter(|count| *count <= set.slots.len())?;
    let mut items = Vec::with_capacity(count);
    for _ in 0..count {
        let answered = marks.get(body.small::<usize>()?)?;
        let place = (answered.item as usize).checked_sub(1)?;
        items.push(set.slots.get(place).map(|_| answered.clone())?);
    }
    attempt.items = MarkedItems::of(items)?;
    for _ in 0..body.number()? {
        let standard = body.small().filter(|at| *at < set.standards.len())?;
        attempt.totals.insert(standard, points(body)?);
    }
    Some(attempt)
}

fn points(body: &mut Reader<'_>) -> Option<Points> {
    Points::new(body.number()?, body.number()?)
}

fn answered(body: &mut Reader<'_>, slips: &[Arc<str>]) -> Option<Answered> {
    Some(Answered {
        item: body.small()?,
        gave: match body.number()? {
            0 => Gave::Right,
            1 => Gave::Wrong,
            2 => Gave::Blank,
            3 => Gave::Points,
            4 => Gave::Option(char::from_u32(body.small()?)?),
            5 => {
                let count = body.number()?;
                Gave::Levels((0..count).map(|_| body.small()).collect::<Option<_>>()?)
            }
            6 => Gave::Wrote(std::str::from_utf8(body.block()?).ok()?.into()),
            _ => return None,
        },
        points: points(body)?,
        slip: match body.small::<usize>()? {
            0 => None,
            slip => Some(slips.get(slip - 1)?.clone()),
        },
        met: match body.number()? {
            0 => None,
            1 => Some(false),
            2 => Some(true),
            _ => return None,
        },
    })
}
