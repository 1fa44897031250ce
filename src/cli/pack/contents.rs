//! What an archive of a bank holds.

use serde_json::json;

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::cli::pack::archive::{Files, SUMS, sums};
use crate::cli::pack::{Source, catalogue};
use crate::diagnostic::{Code, Diagnostic};
use crate::form::slots::{Plan, Wanted};
use crate::form::{Request, assemble};
use crate::lint::census::Census;
use crate::parity::read::facts;
use crate::parity::report::ParityReport;
use crate::seed::Seed;

/// What a bank may have beside it for those who use it.
const BESIDE: [&str; 4] = ["ATTRIBUTION.md", "CHANGELOG.md", "LICENSE", "README.md"];
/// Parity is stated for sets of so many forms, and a student's three sittings.
const FORMS: usize = 4;
const TRIES: u32 = 3;

/// Every file of the archive.
pub fn files(source: &Source, censuses: &[Census]) -> Result<Files, Vec<Diagnostic>> {
    let bank = &source.bank;
    let mut files = Files::new();
    let nested = nested(source);
    for (path, bytes) in &source.files {
        files.insert(placed(&nested, path), bytes.clone());
    }
    for name in BESIDE {
        if let Ok(bytes) = std::fs::read(source.folder.join(name)) {
            files.insert(name.to_owned(), bytes);
        }
    }
    let census = json!({
        "bank": bank.id,
        "version": bank.version,
        "digest": bank.digest,
        "items": censuses,
    });
    let census = serde_json::to_string_pretty(&census).unwrap_or_default();
    files.insert("census.json".to_owned(), census.into_bytes());
    files.insert("LICENCES.md".to_owned(), licences(bank).into_bytes());
    files.insert("PARITY.md".to_owned(), parity(bank)?.into_bytes());
    let page = catalogue::page(bank, censuses)?;
    files.insert("index.html".to_owned(), page.into_bytes());
    let manifest = json!({
        "format": 1,
        "id": bank.id,
        "version": bank.version,
        "digest": bank.digest,
        "licence": bank.licence,
        "bank": placed(&nested, "bank.yaml"),
    });
    let manifest = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    files.insert("manifest.json".to_owned(), manifest.into_bytes());
    let sums = sums(&files);
    files.insert(SUMS.to_owned(), sums.into_bytes());
    Ok(files)
}

/// The folder of the bank in the archive: so deep that every `../` of its paths stays inside.
fn nested(source: &Source) -> Vec<String> {
    let ups = |path: &str| path.split('/').filter(|part| *part == "..").count();
    let deepest = source.files.iter().map(|(path, _)| ups(path)).max();
    let mut folders = vec!["bank".to_owned()];
    folders.extend((0..deepest.unwrap_or(0)).map(|_| source.bank.id.to_string()));
    folders
}

fn placed(nested: &[String], path: &str) -> String {
    let mut folders: Vec<&str> = nested.iter().map(String::as_str).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            part => folders.push(part),
        }
    }
    folders.join("/")
}

/// Licence and attribution of every item model.
fn licences(bank: &ItemBank) -> String {
    let licence = bank.licence.as_deref().unwrap_or_default();
    let authors = bank.authors.join(", ");
    let mut text = format!(
        "# Licences\n\n{} {}, {licence}, by {authors}.\n\n| item model | standard | licence | authors |\n|---|---|---|---|\n",
        bank.title, bank.version
    );
    for item in &bank.items {
        let standard = bank.standard(&item.standard.value);
        let framework = standard
            .and_then(|s| s.framework.as_deref())
            .unwrap_or_default();
        text.push_str(&format!(
            "| `{}` | {framework} {} | {} | {} |\n",
            item.id.value,
            item.standard.value,
            item.licence.as_deref().unwrap_or_default(),
            item.authors.join(", ")
        ));
    }
    text
}

/// What may be said of the forms that each blueprint gives.
fn parity(bank: &ItemBank) -> Result<String, Vec<Diagnostic>> {
    let mut text = format!(
        "# Parity\n\nPredicted for sets of {FORMS} forms with seed 0. Without answers of students \"parallel\" is a\nprediction; what may be said is said here, and no more.\n"
    );
    let named: Vec<Option<&str>> = bank.blueprints.iter().map(|b| Some(&*b.id.value)).collect();
    let blueprints = if named.is_empty() { vec![None] } else { named };
    for blueprint in blueprints {
        let wanted = Wanted {
            blueprint,
            ..Wanted::default()
        };
        let plan = Plan::of(bank, &wanted, Seed::new(0))?;
        let request = Request {
            seed: Seed::new(0),
            forms: FORMS,
            repeats: false,
        };
        let set = assemble(bank, &plan, &request)?;
        let unsound = |why: String| vec![Diagnostic::error(Code::EvaluationFailed, None, why)];
        let facts = facts(&set).map_err(|error| unsound(error.to_string()))?;
        let [part, whole] = set.cut;
        let cut = CutScore::new(part, whole).map_err(|error| unsound(error.to_string()))?;
        let report = ParityReport::of(&facts, cut, TRIES);
        let report = report.map_err(|error| unsound(error.to_string()))?;
        text.push_str(&format!("\n## {}\n\n{}\n", set.title, report.sentence));
    }
    Ok(text)
}
