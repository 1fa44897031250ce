//! What each entry does to the state of a pool.

use std::collections::HashMap;
use std::sync::Arc;

use crate::form::id::FormId;
use crate::pool::day::Day;
use crate::pool::entry::{
    AddedSet, Answered, Enrolled, Entry, Event, Marks, Packet, Recall, Remedy, StudentId,
};
use crate::pool::history::{
    Attempt, Handed, History, Line, PoolForm, PoolRequest, PoolSet, ReplayError, SharedMarks,
    Student,
};

/// The entries that are cancelled, each with the one that cancels it.
pub fn undone(entries: &[Entry]) -> HashMap<u64, u64> {
    let pairs = entries.iter().filter_map(|entry| match entry.event {
        Event::Undone { entry: target } => Some((target, entry.number)),
        _ => None,
    });
    pairs.collect()
}

/// What does not fit, without the number of its entry.
type Applied = Result<(), String>;

impl History {
    /// Takes in the next entry, which `undone_by` cancels.
    ///
    /// # Errors
    /// It names what is not there, or is not the next one.
    pub fn take(&mut self, entry: &Entry, undone_by: Option<u64>) -> Result<(), ReplayError> {
        let fail = |what: String| ReplayError {
            entry: entry.number,
            what,
        };
        if entry.number != self.last + 1 {
            return Err(fail(format!("it follows entry {}", self.last)));
        }
        self.last = entry.number;
        self.timeline.push(Line {
            number: entry.number,
            at: entry.at,
            day: entry.day,
            actor: entry.actor.clone(),
            kind: entry.event.kind(),
            undone_by,
        });
        if undone_by.is_some() {
            return Ok(());
        }
        self.apply(entry).map_err(fail)
    }

    fn apply(&mut self, entry: &Entry) -> Applied {
        match &entry.event {
            Event::Created { title } => {
                self.title.clone_from(title);
                Ok(())
            }
            Event::RosterImported { students } => {
                self.enrol(students);
                Ok(())
            }
            Event::SetAdded(set) => self.add(set, entry),
            Event::HandedOut { handouts, .. } => handouts.iter().try_for_each(|handout| {
                self.hand(&handout.student, handout.form, Handed::Sitting, entry)
                    .map(|_| ())
            }),
            Event::Requested { requests } => {
                for (place, request) in requests.iter().enumerate() {
                    self.known(&request.student)?;
                    self.requests.push(PoolRequest {
                        key: (entry.number, place),
                        request: request.clone(),
                        decision: None,
                        answered_by: None,
                    });
                }
                Ok(())
            }
            Event::Reviewed { decisions } => decisions.iter().try_for_each(|decision| {
                let request = self.request(decision.request)?;
                request.decision = Some((entry.number, decision.clone()));
                Ok(())
            }),
            Event::Issued { packets, .. } => packets
                .iter()
                .try_for_each(|packet| self.issue(packet, entry)),
            Event::MarksEntered { marks } => {
                let mut shared = SharedMarks::default();
                let mut marks = marks.iter();
                marks.try_for_each(|marks| self.mark(marks, &mut shared, entry.day))
            }
            Event::Exposed { form, .. } => {
                let at = self.known_form(*form)?;
                self.forms[at].exposed.get_or_insert(entry.number);
                let items = self.added(at).items.iter();
                let burnt: Vec<_> = items.map(|item| item.fingerprint).collect();
                self.burnt.extend(burnt);
                Ok(())
            }
            Event::Recalled(recall) => self.recall(recall, entry),
            Event::Undone { entry: target } => {
                let known = *target < entry.number;
                known
                    .then_some(())
                    .ok_or_else(|| format!("it cancels entry {target}"))
            }
        }
    }

    fn enrol(&mut self, students: &[Enrolled]) {
        self.students
            .iter_mut()
            .for_each(|student| student.active = false);
        for enrolled in students {
            let at = *self
                .students_by_id
                .entry(enrolled.id.clone())
                .or_insert_with(|| {
                    self.students.push(Student {
                        id: enrolled.id.clone(),
                        section: None,
                        active: true,
                        attempts: Vec::new(),
                    });
                    self.students.len() - 1
                });
            self.students[at].active = true;
            self.students[at].section.clone_from(&enrolled.section);
        }
    }

    fn add(&mut self, set: &AddedSet, entry: &Entry) -> Applied {
        let (at, first_form) = (self.sets.len(), self.forms.len());
        for (place, form) in set.forms.iter().enumerate() {
            if form.items.len() != set.slots.len() {
                return Err(format!("form {} has not one item for each place", form.id));
            }
            if self
                .forms_by_id
                .insert(form.id, first_form + place)
                .is_some()
            {
                return Err(format!("form {} comes twice", form.id));
            }
            self.forms.push(PoolForm {
                id: form.id,
                set: at,
                place,
                exposed: None,
                dropped: Default::default(),
                credited: Default::default(),
                recalled: Default::default(),
                corrected_by: None,
                attempts: Vec::new(),
                by_student: Default::default(),
            });
            if let Some(old) = form.corrects {
                let old = self.known_form(old)?;
                self.forms[old].corrected_by = Some(first_form + place);
            }
        }
        if let Some((_, standard)) = set.slots.iter().find(|slot| slot.1 >= set.standards.len()) {
            return Err(format!(
                "a place has the standard {standard}, which is not there"
            ));
        }
        self.sets.push(PoolSet {
            added: set.clone(),
            entry: entry.number,
            day: entry.day,
            first_form,
        });
        Ok(())
    }

    /// Gives a form to a student, and returns the place of the attempt.
    fn hand(
        &mut self,
        student: &StudentId,
        form: FormId,
        handed: Handed,
        entry: &Entry,
    ) -> Result<usize, String> {
        let (student, form) = (self.known(student)?, self.known_form(form)?);
        if self.place_of_attempt(student, form).is_some() {
            let (student, form) = (&self.students[student].id, self.forms[form].id);
            return Err(format!("student {student} had form {form} before"));
        }
        let at = self.attempts.len();
        self.attempts.push(Attempt {
            student,
            form,
            handed,
            handed_on: entry.day,
            entry: entry.number,
            sat_on: None,
            items: Default::default(),
            totals: Default::default(),
        });
        self.students[student].attempts.push(at);
        self.forms[form].attempts.push(at);
        self.forms[form].by_student.insert(student, at);
        Ok(at)
    }

    fn issue(&mut self, packet: &Packet, entry: &Entry) -> Applied {
        for (form, requests) in &packet.forms {
            let at = self.hand(&packet.student, *form, Handed::Packet, entry)?;
            for request in requests {
                self.request(*request)?.answered_by = Some(at);
            }
        }
        Ok(())
    }

    fn mark(&mut self, marks: &Marks, shared: &mut SharedMarks, day: Day) -> Applied {
        let at = self.known_attempt(&marks.student, marks.form)?;
        let form = self.attempts[at].form;
        if self.attempts[at].items.iter().len() == 0 {
            self.attempts[at].items.reserve(marks.items.len());
        }
        for answered in &marks.items {
            self.answer(at, shared.of(answered))?;
        }
        for total in &marks.totals {
            let slots = &self.sets[self.forms[form].set].added.slots;
            let attempt = &mut self.attempts[at];
            let is_own = |item: u32| {
                let slot = slots.get(item.saturating_sub(1) as usize);
                slot.is_some_and(|(_, standard)| *standard == total.standard)
            };
            attempt.items.retain(|item| !is_own(item));
            attempt.totals.insert(total.standard, total.points);
        }
        self.attempts[at].sat_on.get_or_insert(day);
        Ok(())
    }

    /// A mark of an item; it replaces an earlier one, and a total of its standard.
    fn answer(&mut self, at: usize, answered: Arc<Answered>) -> Applied {
        let form = self.attempts[at].form;
        let place = (answered.item as usize).checked_sub(1);
        let slot = place.and_then(|place| self.set_of(form).slots.get(place));
        let Some((_, standard)) = slot.copied() else {
            let id = self.forms[form].id;
            return Err(format!("form {id} has no item {}", answered.item));
        };
        let attempt = &mut self.attempts[at];
        attempt.totals.remove(standard);
        attempt.items.insert(answered);
        Ok(())
    }

    fn recall(&mut self, recall: &Recall, entry: &Entry) -> Applied {
        for place in &recall.places {
            let at = self.known_form(place.form)?;
            let item = (place.item as usize).checked_sub(1);
            let item = item.and_then(|item| self.added(at).items.get(item));
            let Some(fingerprint) = item.map(|item| item.fingerprint) else {
                return Err(format!("form {} has no item {}", place.form, place.item));
            };
            self.burnt.insert(fingerprint);
            let form = &mut self.forms[at];
            form.recalled.insert(place.item);
            match recall.remedy {
                Remedy::Drop => form.dropped.insert(place.item),
                Remedy::Credit => form.credited.insert(place.item),
                Remedy::Keep => false,
            };
        }
        for rescored in &recall.rescored {
            let at = self.known_attempt(&rescored.student, rescored.form)?;
            self.answer(at, Arc::new(rescored.answered.clone()))?;
        }
        recall
            .editions
            .iter()
            .try_for_each(|set| self.add(set, entry))?;
        self.recalls.push((entry.number, recall.clone()));
        Ok(())
    }

    fn known(&self, id: &StudentId) -> Result<usize, String> {
        self.student(id)
            .ok_or_else(|| format!("there is no student {id}"))
    }

    fn known_form(&self, id: FormId) -> Result<usize, String> {
        self.form(id)
            .ok_or_else(|| format!("there is no form {id}"))
    }

    fn known_attempt(&self, student: &StudentId, form: FormId) -> Result<usize, String> {
        let (student_at, form_at) = (self.known(student)?, self.known_form(form)?);
        let at = self.place_of_attempt(student_at, form_at);
        at.ok_or_else(|| format!("student {student} did not have form {form}"))
    }

    fn request(&mut self, key: (u64, usize)) -> Result<&mut PoolRequest, String> {
        let found = self
            .requests
            .binary_search_by_key(&key, |request| request.key);
        let at = found.map_err(|_| format!("there is no request {} of entry {}", key.1, key.0))?;
        Ok(&mut self.requests[at])
    }
}
