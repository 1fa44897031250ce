//! The item-bank language as an author meets it: banks in, items out.

mod deal;
mod difficulty;
mod domain;
mod wording;
mod table;
mod variant;

use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::{Diagnostics, draw};
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{FormSet, Request, assemble};
use isoform::seed::Seed;
use isoform::source::Sources;

/// The bank of these files; the first is the bank's own.
#[track_caller]
fn bank_of(files: &[(&str, &[u8])]) -> ItemBank {
    let reader = |path: &str| {
        let file = files.iter().find(|(name, _)| *name == path);
        file.map(|(_, bytes)| bytes.to_vec())
            .ok_or_else(|| "there is no such file".to_owned())
    };
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let (name, bytes) = files[0];
    let bank = lower::load_with(name, bytes, &reader, &mut sources, &mut diagnostics);
    bank.unwrap_or_else(|| panic!("{}", draw::all(&diagnostics, &sources, false)))
}

/// A bank of one standard with `rest` behind it.
fn text(rest: &str) -> String {
    format!("bank: Test\nid: test\nstandards: [{{id: S.1, statement: Students do it.}}]\n{rest}")
}

/// A form set of the default blueprint.
#[track_caller]
fn set_of(bank: &ItemBank, items: usize, forms: usize, seed: u64) -> FormSet {
    let seed = Seed::new(seed);
    let wanted = Wanted {
        items: Some(items),
        ..Wanted::default()
    };
    let request = Request {
        seed,
        forms,
        repeats: false,
    };
    let plan = Plan::of(bank, &wanted, seed).unwrap();
    assemble(bank, &plan, &request).unwrap()
}
