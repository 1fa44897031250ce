//! `isoform pool requests`: who asks to try again, and who may.

use std::path::Path;

use crate::cli::Ending;
use crate::cli::pool::arguments::{Pool, Requests, RequestsWhat};
use crate::cli::pool::open::Opened;
use crate::cli::pool::paper::{Paperwork, texts, write_page};
use crate::cli::pool::roster::table;
use crate::cli::pool::{Done, Stopped, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::board::{Board, View};
use crate::pool::entry::Event;
use crate::pool::requests::{read, review};
use crate::render::view::{AskingView, BoardStandardView};

pub fn requests(verb: &Requests, options: &Pool, terminal: &Terminal) -> Done {
    match &verb.what {
        RequestsWhat::Import { file } => import(file, options, terminal),
        RequestsWhat::Review => decide(options, terminal),
        RequestsWhat::Form => form(options, terminal),
    }
}

fn import(file: &Path, options: &Pool, terminal: &Terminal) -> Done {
    let mut pool = Opened::write(options)?;
    let mut stopped = Stopped::default();
    let table = table(file, "student,standard,evidence,date", &mut stopped);
    let today = pool.day;
    let read = table.and_then(|table| read(&table, &pool.history, today, &mut stopped.diagnostics));
    let Some(requests) = read else {
        return Err(stopped);
    };
    if requests.is_empty() {
        let message = "there is no request in this table";
        let help = "write a row for each student and standard below the names of the columns";
        return Err(Diagnostic::error(Code::NotNow, None, message)
            .help(help)
            .into());
    }
    let count = requests.len();
    pool.commit(Event::Requested { requests })?;
    let noun = if count == 1 { "request" } else { "requests" };
    terminal.say(&format!("{count} {noun} read"));
    terminal.say("  next: isoform pool requests review");
    Ok(Ending::Done)
}

fn decide(options: &Pool, terminal: &Terminal) -> Done {
    let policy = policy::read(&options.pool)?;
    let mut pool = Opened::write(options)?;
    let board = Board::of(&pool.history, &policy, &View::default());
    let reviewed = review(&pool.history, &policy, &board, pool.day);
    if reviewed.is_empty() {
        terminal.say("there is no request to decide");
        return Ok(Ending::Done);
    }
    let mut granted = 0;
    for one in &reviewed {
        let decision = one.decision();
        granted += usize::from(decision.granted);
        let id = &pool.history.students[one.student].id;
        let word = if decision.granted { "yes" } else { "no " };
        terminal.say(&format!(
            "{word} {id} {}: {}",
            one.standard, decision.reason
        ));
    }
    let count = reviewed.len();
    let decisions = reviewed.iter().map(|one| one.decision()).collect();
    pool.commit(Event::Reviewed { decisions })?;
    terminal.say(&format!("{granted} of {count} granted"));
    if granted > 0 {
        terminal.say("  next: isoform pool issue");
    }
    Ok(Ending::Done)
}

fn form(options: &Pool, terminal: &Terminal) -> Done {
    let policy = policy::read(&options.pool)?;
    let pool = Opened::look(options)?;
    let board = Board::of(&pool.history, &policy, &View::default());
    if board.standards.is_empty() {
        let message = "there is no standard yet that students could ask for";
        let help = "make forms first: `isoform pool make`";
        return Err(Diagnostic::error(Code::NotNow, None, message)
            .help(help)
            .into());
    }
    let paperwork = Paperwork::new(&policy, &pool)?;
    let texts = texts(&pool, &board.standards)?;
    let standards = board.standards.iter().map(|id| BoardStandardView {
        id: id.clone(),
        statement: texts
            .get(id)
            .map(|own| own.statement.clone())
            .unwrap_or_default(),
        ..BoardStandardView::default()
    });
    let n = |number: u32| number.to_string();
    let mut rules = Vec::new();
    let mut rule =
        |key: &str, number: u32| rules.push(paperwork.messages.say(key, &[("n", &n(number))]));
    if let Some(most) = policy.attempts {
        rule("rule_attempts", most);
    }
    if policy.wait > 0 {
        rule("rule_wait", policy.wait.into());
    }
    rule("rule_packet", policy.packet.into());
    if policy.evidence {
        rule("rule_evidence", 1);
    }
    let view = AskingView {
        pool: pool.history.title.clone(),
        standards: standards.collect(),
        rules,
    };
    let text = paperwork.page("request.html", "asking", &view)?;
    write_page(&pool.folder.join("request.html"), &text)?;
    terminal.say("request.html is to be printed and filled in");
    Ok(Ending::Done)
}
