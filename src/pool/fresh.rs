//! Forms that a student has not seen: no instance, no row of answers and no story again.

use std::collections::HashSet;

use crate::instance::fingerprint::Fingerprint;
use crate::pool::entry::AddedForm;
use crate::pool::history::History;
use crate::pool::policy::Fresh;
use crate::seed::Seed;

/// Everything a student was ever given, sat or not.
#[derive(Debug, Clone, Default)]
pub struct Seen<'a> {
    forms: HashSet<usize>,
    instances: HashSet<Fingerprint>,
    /// The standard, and the answers of its items in their order.
    keys: HashSet<(&'a str, Vec<&'a str>)>,
    stories: HashSet<&'a str>,
}

/// Why a form is not new to a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// The form itself, or an instance of it, was seen.
    Instance,
    /// The answers of a standard are those of a form that was seen.
    Keys,
    /// A story comes again.
    Story,
}

impl<'a> Seen<'a> {
    /// What `student` was given so far.
    pub fn by(history: &'a History, student: usize) -> Self {
        let mut seen = Self::default();
        for attempt in history.attempts_of(student) {
            seen.add(history, attempt.form);
        }
        seen
    }

    /// Adds a form.
    pub fn add(&mut self, history: &'a History, form: usize) {
        self.forms.insert(form);
        self.keys.extend(answers(history, form));
        for item in &history.added(form).items {
            self.instances.insert(item.fingerprint);
            self.stories.extend(item.stories.iter().map(String::as_str));
        }
    }

    /// What of a form was seen already; nothing if it is new.
    pub fn stale(&self, history: &History, form: usize, fresh: Fresh) -> Option<Stale> {
        let added: &AddedForm = history.added(form);
        let mut items = added.items.iter();
        if self.forms.contains(&form)
            || items.any(|item| self.instances.contains(&item.fingerprint))
        {
            return Some(Stale::Instance);
        }
        if fresh.keys && answers(history, form).any(|own| self.keys.contains(&own)) {
            return Some(Stale::Keys);
        }
        let mut stories = added.items.iter().flat_map(|item| &item.stories);
        let again = fresh.contexts && stories.any(|own| self.stories.contains(own.as_str()));
        again.then_some(Stale::Story)
    }
}

/// The answers of each standard of a form. One answer alone is no row of answers: two of ten
/// fractions will be equal some day.
fn answers(history: &History, form: usize) -> impl Iterator<Item = (&str, Vec<&str>)> {
    let set = history.set_of(form);
    let items = &history.added(form).items;
    let standards = set.standards.iter().enumerate();
    standards.filter_map(move |(at, standard)| {
        let own = set.slots.iter().zip(items);
        let own = own.filter(|((_, of), _)| *of == at);
        let keys: Vec<&str> = own.map(|(_, item)| item.key.as_str()).collect();
        (keys.len() > 1).then_some((standard.id.as_str(), keys))
    })
}

/// What stands in the way of a packet: a standard, and why the forms it had left will not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    /// The standard.
    pub standard: String,
    /// How many forms there are that may be handed out and count for nothing else.
    pub forms: usize,
    /// How many of them would do but for a story, and how many but for the answers.
    pub but_for: [usize; 2],
}

/// Chooses forms for packets, one student after the other, so that forms are used evenly and
/// students of one sitting have different ones.
#[derive(Debug)]
pub struct Chooser<'a> {
    history: &'a History,
    fresh: Fresh,
    seed: Seed,
    /// Sound forms with the standards they count for.
    forms: Vec<(usize, Vec<&'a str>)>,
    uses: Vec<usize>,
}

impl<'a> Chooser<'a> {
    /// Chooses among the forms that may be handed out.
    pub fn new(history: &'a History, fresh: Fresh, seed: Seed) -> Self {
        let sound = (0..history.forms.len()).filter(|form| history.is_sound(*form));
        let forms: Vec<(usize, Vec<&str>)> = sound
            .map(|form| (form, history.standards_of(form).collect()))
            .collect();
        let uses = forms
            .iter()
            .map(|(form, _)| history.forms[*form].attempts.len())
            .collect();
        Self {
            history,
            fresh,
            seed,
            forms,
            uses,
        }
    }

    /// Forms for `standards` and nothing else that `student` has not seen.
    ///
    /// # Errors
    /// The standards for which there is none; then no form is used up.
    pub fn packet(&mut self, student: usize, standards: &[&str]) -> Result<Vec<usize>, Vec<Short>> {
        let mut seen = Seen::by(self.history, student);
        let mut open: Vec<&str> = standards.to_vec();
        let mut chosen: Vec<usize> = Vec::new();
        let mut short = Vec::new();
        while let Some(standard) = open.first().copied() {
            match self.choose(student, standard, &open, &seen) {
                Some(at) => {
                    let (form, of) = &self.forms[at];
                    open.retain(|id| !of.contains(id));
                    seen.add(self.history, *form);
                    chosen.push(at);
                }
                None => {
                    short.push(self.short(standard, &open, &seen));
                    open.remove(0);
                }
            }
        }
        if !short.is_empty() {
            return Err(short);
        }
        chosen.iter().for_each(|at| self.uses[*at] += 1);
        Ok(chosen.iter().map(|at| self.forms[*at].0).collect())
    }

    /// The forms for `standard` that count for nothing but what is open.
    fn candidates(&self, standard: &str, open: &[&str]) -> impl Iterator<Item = usize> {
        (0..self.forms.len()).filter(move |at| {
            let of = &self.forms[*at].1;
            of.contains(&standard) && of.iter().all(|id| open.contains(id))
        })
    }

    fn choose(
        &self,
        student: usize,
        standard: &str,
        open: &[&str],
        seen: &Seen<'_>,
    ) -> Option<usize> {
        let id = &self.history.students[student].id;
        let new = self.candidates(standard, open).filter(|at| {
            let form = self.forms[*at].0;
            seen.stale(self.history, form, self.fresh).is_none()
        });
        new.min_by_key(|at| {
            let (form, of) = &self.forms[*at];
            let form = self.history.forms[*form].id.to_string();
            let chance = || self.seed.stream(&["packet", id, &form]).below(u64::MAX);
            (std::cmp::Reverse(of.len()), self.uses[*at], chance())
        })
    }

    fn short(&self, standard: &str, open: &[&str], seen: &Seen<'_>) -> Short {
        let candidates: Vec<usize> = self.candidates(standard, open).collect();
        let stale = |why: Stale| {
            let count = candidates.iter().filter(|at| {
                let form = self.forms[**at].0;
                seen.stale(self.history, form, self.fresh) == Some(why)
            });
            count.count()
        };
        Short {
            standard: standard.to_owned(),
            forms: candidates.len(),
            but_for: [stale(Stale::Story), stale(Stale::Keys)],
        }
    }
}
