//! `isoform pool export`: everything as CSV and JSON.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::cli::Ending;
use crate::cli::pool::Done;
use crate::cli::pool::arguments::{Export, Pool};
use crate::cli::pool::open::{Opened, refused};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::export::{Reader, sheets};

pub fn export(verb: &Export, options: &Pool, terminal: &Terminal) -> Done {
    let pool = Opened::look(options)?;
    let history = &pool.history;
    let reader = match verb.for_others {
        true => Reader::Others(pool.ledger().salt().map_err(refused)?),
        false => Reader::Teacher(pool.names()?),
    };
    let sheets = sheets(history, &reader);
    let mut files: Vec<(String, String)> = sheets
        .iter()
        .map(|sheet| (format!("{}.csv", sheet.name), sheet.csv()))
        .collect();
    let mut whole = Map::new();
    if !verb.for_others {
        whole.insert("title".to_owned(), json!(history.title));
    }
    whole.extend(
        sheets
            .iter()
            .map(|sheet| (sheet.name.to_owned(), sheet.json())),
    );
    files.push(("pool.json".to_owned(), pretty(&Value::Object(whole))));
    if !verb.for_others {
        files.push(("entries.json".to_owned(), pretty(&entries(&pool)?)));
    }
    write(&verb.out, &files)?;
    let whose = match verb.for_others {
        true => "without names, ids and words",
        false => "with names: keep it as you keep the pool",
    };
    let (count, folder) = (files.len(), verb.out.display());
    terminal.say(&format!("{count} files in {folder}, {whose}"));
    Ok(Ending::Done)
}

fn entries(pool: &Opened) -> Result<Value, Diagnostic> {
    let entries = pool.ledger().entries().map_err(refused)?;
    let entry = entries.iter().map(|entry| {
        json!({
            "number": entry.number,
            "at": entry.at.to_string(),
            "day": entry.day,
            "actor": entry.actor,
            "event": entry.event,
        })
    });
    Ok(entry.collect())
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Writes into a folder that holds nothing else.
fn write(folder: &Path, files: &[(String, String)]) -> Result<(), Diagnostic> {
    let cannot = |error: std::io::Error| {
        let message = format!("cannot write `{}`: {error}", folder.display());
        Diagnostic::error(Code::CannotWrite, None, message)
            .help("check that you may write there, and that there is room")
    };
    let old = fs::read_dir(folder).into_iter().flatten().flatten();
    let stranger = old.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let ours =
        |name: &String| name == "entries.json" || files.iter().any(|(known, _)| known == name);
    if let Some(name) = stranger.filter(|name| !ours(name)).min() {
        let message = format!("`{}` holds other files, such as `{name}`", folder.display());
        let error = Diagnostic::error(Code::CannotWrite, None, message);
        return Err(error.help("name a new folder with `--out`"));
    }
    // What an export with names left behind must not travel with one for others.
    let _ = fs::remove_file(folder.join("entries.json"));
    fs::create_dir_all(folder).map_err(cannot)?;
    for (name, text) in files {
        fs::write(folder.join(name), text).map_err(cannot)?;
    }
    Ok(())
}
