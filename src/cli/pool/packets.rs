//! The pages of packets: a cover slip and the forms, student by student.

use std::collections::{BTreeMap, HashMap};

use crate::cli::folder::open;
use crate::cli::pages::refused;
use crate::cli::pool::open::Opened;
use crate::cli::pool::paper::{Paperwork, texts};
use crate::diagnostic::Diagnostic;
use crate::form::record::StandardRecord;
use crate::form::set::FormSet;
use crate::pool::board::Board;
use crate::pool::history::History;
use crate::pool::issue::{Issue, Planned};
use crate::pool::policy::{Needs, Policy};
use crate::render::compose::Composer;
use crate::render::paper::{Setting, Spacing};
use crate::render::stack::pages;
use crate::render::view::{CoverView, FormView, PacketView, PacketsView, PaperView};

/// Everything that packets are made of.
pub struct Packets<'a> {
    pool: &'a Opened,
    policy: &'a Policy,
    paperwork: &'a Paperwork,
    board: &'a Board,
    issued: &'a Issue,
    sets: BTreeMap<usize, FormSet>,
    texts: BTreeMap<String, StandardRecord>,
}

impl<'a> Packets<'a> {
    /// Reads the plans of all forms in the packets.
    pub fn new(
        pool: &'a Opened,
        policy: &'a Policy,
        paperwork: &'a Paperwork,
        board: &'a Board,
        issued: &'a Issue,
    ) -> Result<Self, Diagnostic> {
        let forms = issued.packets.iter().flat_map(|packet| &packet.forms);
        let mut sets = BTreeMap::new();
        for set in forms.map(|(form, _)| pool.history.forms[*form].set) {
            if let std::collections::btree_map::Entry::Vacant(free) = sets.entry(set) {
                let added = &pool.history.sets[set].added;
                let mut set = open(&pool.folder.join(&added.folder))?.set;
                policy.rule(&mut set.standards, &added.standards);
                free.insert(set);
            }
        }
        Ok(Self {
            pool,
            policy,
            paperwork,
            board,
            issued,
            sets,
            texts: texts(pool, &board.standards)?,
        })
    }

    /// The files: one for the usual setting, and one for each other that a student needs.
    pub fn files(
        &self,
        names: &HashMap<String, String>,
    ) -> Result<Vec<(String, String)>, Diagnostic> {
        let mut composers = BTreeMap::new();
        for (at, set) in &self.sets {
            let composer = Composer::speaking(set, &self.paperwork.messages).map_err(|bad| {
                let why = bad.first().map(|bad| bad.error.kind.to_string());
                refused(why.unwrap_or_default())
            })?;
            composers.insert(*at, (set, composer));
        }
        let mut views: HashMap<usize, FormView> = HashMap::new();
        for (form, _) in self.issued.packets.iter().flat_map(|packet| &packet.forms) {
            let own = &self.pool.history.forms[*form];
            if let Some((set, composer)) = composers.get(&own.set)
                && let Some(found) = set.forms.get(own.place)
            {
                views.entry(*form).or_insert_with(|| composer.form(found));
            }
        }
        let mut by_setting: Vec<(Setting, Vec<&Planned>)> = Vec::new();
        for packet in &self.issued.packets {
            let id = &self.pool.history.students[packet.student].id;
            let setting = set_for(self.paperwork.setting(), self.policy.needs(id));
            match by_setting.iter_mut().find(|(known, _)| *known == setting) {
                Some((_, packets)) => packets.push(packet),
                None => by_setting.push((setting, vec![packet])),
            }
        }
        let made = by_setting.iter().map(|(setting, packets)| {
            let view = self.view(packets, &views, names, setting);
            let text =
                self.paperwork
                    .page_set("packets.html", "packets", &view, setting, "quiz")?;
            Ok((format!("packets{}.html", setting.suffix()), text))
        });
        made.collect()
    }

    fn view(
        &self,
        packets: &[&Planned],
        forms: &HashMap<usize, FormView>,
        names: &HashMap<String, String>,
        setting: &Setting,
    ) -> PacketsView {
        let page = setting.view("quiz", self.paperwork.messages.language());
        let mut named: Vec<usize> = Vec::new();
        let packets = packets.iter().map(|packet| {
            let student = &self.pool.history.students[packet.student];
            let papers = packet.forms.iter().filter_map(|(form, _)| {
                let first = !named.contains(form);
                if first {
                    named.push(*form);
                }
                Some(PaperView {
                    name: format!("p{form}"),
                    first,
                    form: forms.get(form)?.clone(),
                })
            });
            let papers: Vec<PaperView> = papers.collect();
            let sides: u32 = papers
                .iter()
                .map(|paper| pages(&paper.form, setting, &page))
                .sum();
            PacketView {
                name: names.get(&student.id).cloned().unwrap_or_default(),
                student: student.id.clone(),
                section: student.section.clone().unwrap_or_default(),
                // The slip has a side of its own; a packet ends with its sheet.
                sides: sides.saturating_add(1).next_multiple_of(2),
                covers: self.covers(packet),
                papers,
            }
        });
        PacketsView {
            pool: self.pool.history.title.clone(),
            day: self.pool.day.to_string(),
            packets: packets.collect(),
        }
    }

    fn covers(&self, packet: &Planned) -> Vec<CoverView> {
        let history = &self.pool.history;
        let forms = packet.forms.iter().flat_map(|(form, _)| {
            let id = history.forms[*form].id;
            history
                .standards_of(*form)
                .map(move |standard| (id, standard))
        });
        forms
            .map(|(id, standard)| {
                let cell = self.board.cell(packet.student, standard);
                let text = self.texts.get(standard);
                CoverView {
                    standard: standard.to_owned(),
                    statement: text
                        .map(|own| own.statement.trim().to_owned())
                        .unwrap_or_default(),
                    label: id.label().to_string(),
                    form: id.to_string(),
                    tries: cell.map_or(0, |cell| cell.tries),
                }
            })
            .collect()
    }
}

fn set_for(mut setting: Setting, needs: Needs) -> Setting {
    setting.large = needs.large;
    setting.single = needs.single;
    if needs.spacing {
        setting.spacing = Spacing::Dyslexia;
    }
    setting
}

/// A table with a row for each student and form that is out, ready for its marks.
pub fn marks_table(history: &History, forms: &[(usize, usize)]) -> String {
    let items = |form: usize| history.added(form).items.len();
    let most = forms
        .iter()
        .map(|(_, form)| items(*form))
        .max()
        .unwrap_or(0);
    let mut text = String::from("form,student");
    (1..=most).for_each(|item| text += &format!(",{item}"));
    text.push('\n');
    for (student, form) in forms {
        let id = &history.students[*student].id;
        let quoted = format!("\"{}\"", id.replace('"', "\"\""));
        text += &format!("{},{quoted}{}\n", history.forms[*form].id, ",".repeat(most));
    }
    text
}
