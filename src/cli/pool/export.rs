//! `isoform pool export`: everything as CSV and JSON.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path};

use serde_json::{Map, Value, json};

use crate::cli::Ending;
use crate::cli::pool::arguments::{Export, Pool};
use crate::cli::pool::open::{Opened, refused};
use crate::cli::pool::{Done, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::export::{Reader, sheets};

/// The folder for the files, below the pool's.
const OUT: &str = "export";

pub fn export(verb: &Export, options: &Pool, terminal: &Terminal) -> Done {
    let pool = Opened::look(options)?;
    let history = &pool.history;
    let out = verb.out.clone().unwrap_or_else(|| pool.folder.join(OUT));
    let is_inside = is_inside(&out, &pool.folder);
    let reader = match verb.for_others {
        true => Reader::Others(pool.ledger().salt().map_err(refused)?),
        // Names never leave the folder.
        false if is_inside => Reader::Teacher(pool.names()?),
        false => Reader::Teacher(HashMap::new()),
    };
    let sheets = sheets(history, &policy::read(&pool.folder)?, &reader);
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
    write(&out, &files)?;
    let whose = match (verb.for_others, is_inside) {
        (true, _) => "without names, ids and words",
        (false, true) => "with names: keep it as you keep the pool",
        (false, false) => "without names, which stay in the pool's folder",
    };
    let (count, folder) = (files.len(), out.display());
    terminal.say(&format!("{count} files in {folder}, {whose}"));
    Ok(Ending::Done)
}

/// Whether a folder, there already or not, is below another.
fn is_inside(folder: &Path, pool: &Path) -> bool {
    let Ok(pool) = pool.canonicalize() else {
        return false;
    };
    let there = folder.ancestors().find_map(|path| {
        let path = if path.as_os_str().is_empty() {
            Path::new(".")
        } else {
            path
        };
        path.canonicalize().ok()
    });
    // What is not there yet may not climb out again.
    let climbs = folder.components().any(|part| part == Component::ParentDir);
    there.is_some_and(|there| there.starts_with(&pool) && (folder.exists() || !climbs))
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
