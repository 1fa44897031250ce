//! Three years of a school, written into the ledger of a pool.

use std::error::Error;
use std::path::Path;

use isoform::form::id::FormId;
use isoform::form::label::FormLabel;
use isoform::instance::fingerprint::Fingerprint;
use isoform::pool::day::{Day, Moment};
use isoform::pool::entry::{
    AddedForm, AddedItem, AddedSet, AddedStandard, Answered, Event, Gave, Handout, Marks, Purpose,
    Total,
};
use isoform::pool::history::History;
use isoform::pool::ledger::{Access, Draft, Ledger};
use isoform::pool::points::Points;

pub const STUDENTS: usize = 3_000;
pub const STANDARDS: usize = 60;
pub const TRIES: usize = 6;
pub const PACKETS: usize = 500;
/// The forms of a standard.
pub const FORMS: usize = 12;
/// The standards whose forms are real ones, on which packets are printed.
pub const REAL: [&str; 3] = ["7.NS.A.2d", "7.EE.B.3", "6.RP.A.3c"];

/// The items of a form.
const ITEMS: u32 = 5;

/// How results are entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// One mark for each item, with what was chosen.
    Items,
    /// One number for each paper.
    Totals,
}

pub fn student(number: usize) -> String {
    format!("s{number:04}")
}

struct Writer {
    ledger: Ledger,
    last: u64,
}

impl Writer {
    fn add(&mut self, event: Event, later: usize) -> Result<(), Box<dyn Error>> {
        let first: Day = "2026-09-01".parse()?;
        let draft = Draft {
            at: "2026-09-01T08:00:00Z".parse::<Moment>()?,
            day: first.plus(u16::try_from(later)?),
            actor: "teacher",
            event,
            names: &[],
        };
        self.ledger.append(self.last, &[draft])?;
        self.last += 1;
        Ok(())
    }
}

/// Adds the other standards, and six tries of every standard by everybody.
/// Returns the forms of all standards, one standard after the other.
pub fn fill(pool: &Path, by: By) -> Result<Vec<FormId>, Box<dyn Error>> {
    let mut writer = Writer::open(pool)?;
    let history = History::replay(&writer.ledger.entries()?)?;
    // The plans of the other sets are those of the first one but for the standard's name.
    let plan = pool.join(&history.sets[0].added.folder).join("set.json");
    let plan = std::fs::read_to_string(plan)?;
    let mut forms: Vec<FormId> = history.forms.iter().map(|form| form.id).collect();
    for number in REAL.len()..STANDARDS {
        let set = set(number)?;
        let folder = pool.join(&set.folder);
        std::fs::create_dir_all(&folder)?;
        let own = plan.replace(REAL[0], &set.standards[0].id);
        std::fs::write(folder.join("set.json"), own)?;
        forms.extend(set.forms.iter().map(|form| form.id));
        writer.add(Event::SetAdded(set), 0)?;
    }
    for standard in 0..STANDARDS {
        for attempt in 0..TRIES {
            writer.sit(&forms, standard, attempt, by)?;
        }
    }
    Ok(forms)
}

/// One more try of some standards by everybody.
pub fn more(pool: &Path, by: By, forms: &[FormId]) -> Result<(), Box<dyn Error>> {
    let mut writer = Writer::open(pool)?;
    (0..REAL.len()).try_for_each(|standard| writer.sit(forms, standard, TRIES, by))
}

impl Writer {
    fn open(pool: &Path) -> Result<Self, Box<dyn Error>> {
        let ledger = Ledger::open(&pool.join("pool.sqlite"), Access::Write)?;
        let last = ledger.survey(0)?.last;
        Ok(Self { ledger, last })
    }

    /// Everybody tries a standard: forms are handed out, and marks come in.
    fn sit(
        &mut self,
        forms: &[FormId],
        standard: usize,
        attempt: usize,
        by: By,
    ) -> Result<(), Box<dyn Error>> {
        let form = |at: usize| forms[standard * FORMS + (at + attempt) % FORMS];
        let handouts = (0..STUDENTS).map(|at| Handout {
            form: form(at),
            student: student(at),
        });
        let sitting = format!("sitting {attempt}");
        let handouts = handouts.collect();
        self.add(Event::HandedOut { sitting, handouts }, attempt * 7)?;
        let marks = (0..STUDENTS).map(|at| {
            // The standards of the day are still to be shown.
            let earned = match standard < REAL.len() {
                true => 1,
                false => u32::try_from((at + attempt + standard) % 6).unwrap_or(0),
            };
            let (items, totals) = match by {
                By::Items => {
                    let items = (1..=ITEMS).map(|item| answered(item, earned));
                    (items.collect(), vec![])
                }
                By::Totals => (vec![], vec![total(earned)]),
            };
            let (form, student) = (form(at), student(at));
            Marks {
                form,
                student,
                items,
                totals,
            }
        });
        let marks = marks.collect();
        self.add(Event::MarksEntered { marks }, attempt * 7)
    }
}

/// The first items are right; behind each wrong answer is one of three misconceptions.
fn answered(item: u32, earned: u32) -> Answered {
    let is_right = item <= earned;
    Answered {
        item,
        gave: if is_right {
            Gave::Right
        } else {
            Gave::Option('B')
        },
        points: Points::whole(is_right.into()),
        slip: (!is_right).then(|| format!("misconception {}", item % 3).into()),
        met: None,
    }
}

fn total(earned: u32) -> Total {
    let points = Points::whole(earned);
    Total {
        standard: 0,
        points,
    }
}

/// Forms of a standard, as the ledger keeps them.
fn set(number: usize) -> Result<AddedSet, Box<dyn Error>> {
    let of = u128::try_from(number)?;
    let forms = (0..FORMS).map(|place| AddedForm {
        id: FormId::new(
            format!("{number} {place}").as_bytes(),
            FormLabel::new(u32::try_from(place).unwrap_or(0)),
        ),
        corrects: None,
        items: (0..5_u128)
            .map(|item| AddedItem {
                model: 0,
                fingerprint: Fingerprint(of << 32 | (place as u128) << 8 | item),
                key: format!("{:016x}", place as u128 * 5 + item),
                stories: Vec::new(),
            })
            .collect(),
    });
    Ok(AddedSet {
        folder: format!("sets/elsewhere-{number:03}"),
        digest: String::new(),
        purpose: Purpose::Secure,
        bank: "b".to_owned(),
        version: "1".to_owned(),
        bank_digest: String::new(),
        blueprint: "default".to_owned(),
        seed: "1".to_owned(),
        standards: vec![AddedStandard {
            id: format!("S.{number}"),
            cut: Some([4, 5]),
        }],
        models: vec!["m".to_owned()],
        slots: vec![(1, 0); 5],
        forms: forms.collect(),
    })
}
