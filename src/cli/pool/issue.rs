//! `isoform pool issue`: a packet for every student whose requests were granted.

use std::collections::HashMap;

use crate::cli::Ending;
use crate::cli::generate::fresh;
use crate::cli::output::Staged;
use crate::cli::pool::arguments::{Issue, Pool};
use crate::cli::pool::form::known_section;
use crate::cli::pool::open::{Opened, PACKETS};
use crate::cli::pool::packets::{Packets, marks_table};
use crate::cli::pool::paper::{Paperwork, in_class_order};
use crate::cli::pool::{Done, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::board::{Board, View};
use crate::pool::eligible::Obstacle;
use crate::pool::entry::Event;
use crate::pool::history::History;
use crate::pool::issue::{Issue as Issued, Missed, carried, issue as planned};

pub fn issue(verb: &Issue, options: &Pool, terminal: &Terminal) -> Done {
    let policy = policy::read(&options.pool)?;
    let mut pool = Opened::write(options)?;
    let seed = verb.seed.map_or_else(fresh, Ok)?;
    known_section(&pool.history, verb.section.as_deref())?;
    let view = View {
        section: verb.section.as_deref(),
        ..View::default()
    };
    let board = Board::of(&pool.history, &policy, &view);
    let mut issued = if verb.carry {
        let found = carried(&pool.history, &policy, &board, seed, pool.day);
        found.ok_or_else(|| {
            let message = format!("no unit opens on {}", pool.day);
            let help = "`units`, `carry` and `late` in pool.yaml say when one does";
            Diagnostic::error(Code::NotNow, None, message).help(help)
        })?
    } else {
        planned(&pool.history, &policy, &board, seed, pool.day)
    };
    let names = pool.names()?;
    sort(&pool.history, &names, &mut issued);
    missed(&pool.history, &issued, terminal);
    if issued.packets.is_empty() {
        let message = "there is no packet to issue";
        let help = "requests are read by `isoform pool requests import` and granted by `isoform pool requests review`";
        return Err(Diagnostic::error(Code::NotNow, None, message)
            .help(help)
            .into());
    }
    if verb.dry_run {
        say(&pool.history, &issued, terminal);
        return Ok(Ending::Done);
    }
    let paperwork = Paperwork::new(&policy, &pool)?;
    let files = Packets::new(&pool, &policy, &paperwork, &board, &issued)?.files(&names)?;
    let name = format!("{PACKETS}/{:03}-{}", pool.history.last + 1, pool.day);
    let part = pool.part(&name)?;
    let mut staged = Staged::begin(&part)?;
    for (file, text) in &files {
        staged.write(file, text.as_bytes())?;
    }
    let out = issued.packets.iter().flat_map(|packet| {
        let forms = packet.forms.iter();
        forms.map(|(form, _)| (packet.student, *form))
    });
    let out: Vec<(usize, usize)> = out.collect();
    staged.write("marks.csv", marks_table(&pool.history, &out).as_bytes())?;
    staged.finish()?;
    let packets = issued
        .packets
        .iter()
        .map(|packet| packet.packet(&pool.history));
    let event = Event::Issued {
        folder: name.clone(),
        packets: packets.collect(),
    };
    say(&pool.history, &issued, terminal);
    pool.commit(event)?;
    let count = issued.packets.len();
    let noun = if count == 1 { "packet" } else { "packets" };
    let pages: Vec<&str> = files.iter().map(|(file, _)| file.as_str()).collect();
    terminal.say(&format!(
        "{count} {noun} in {name}, seed {seed}: print {}",
        pages.join(" and ")
    ));
    terminal.say("  marks.csv there is to be filled in and read by `isoform pool marks import`");
    Ok(Ending::Done)
}

/// Packets lie in the order in which the class is called.
fn sort(history: &History, names: &HashMap<String, String>, issued: &mut Issued) {
    let mut order: Vec<usize> = issued.packets.iter().map(|packet| packet.student).collect();
    in_class_order(history, names, &mut order);
    let place: HashMap<usize, usize> = order.into_iter().zip(0..).collect();
    issued
        .packets
        .sort_by_key(|packet| place.get(&packet.student).copied());
}

fn say(history: &History, issued: &Issued, terminal: &Terminal) {
    for packet in &issued.packets {
        let forms = packet.forms.iter().map(|(form, _)| {
            let standards: Vec<&str> = history.standards_of(*form).collect();
            let id = history.forms[*form].id;
            format!("{} on form {} {id}", standards.join(" and "), id.label())
        });
        let forms: Vec<String> = forms.collect();
        let id = &history.students[packet.student].id;
        terminal.say(&format!("{id}: {}", forms.join("; ")));
    }
}

fn missed(history: &History, issued: &Issued, terminal: &Terminal) {
    for (student, standard, missed) in &issued.missed {
        let id = &history.students[*student].id;
        let why = match missed {
            Missed::Obstacles(found) => {
                let reasons: Vec<String> = found.iter().map(Obstacle::to_string).collect();
                reasons.join("; ")
            }
            Missed::Short(short) => {
                let [story, keys] = short.but_for;
                let mut why = format!("none of the {} forms is new to this student", short.forms);
                if story + keys > 0 {
                    why += &format!(
                        " ({story} but for a story, {keys} but for the same answers: see `fresh` in pool.yaml)"
                    );
                }
                why + &format!("; make more: `isoform pool make --standard {standard} --forms 4`")
            }
        };
        terminal.say(&format!("not issued: {id} {standard}: {why}"));
    }
}
