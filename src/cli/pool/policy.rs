//! `pool.yaml` and the banks that it names.

use std::path::{Path, PathBuf};

use crate::bank::ItemBank;
use crate::bank::yaml::load;
use crate::cli::pool::Stopped;
use crate::cli::pool::open::POLICY;
use crate::cli::{banks, bundled};
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::policy::{Policy, policy};

/// The policy of the pool in `folder`; the usual one where there is no file.
pub fn read(folder: &Path) -> Result<Policy, Stopped> {
    let file = folder.join(POLICY);
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Policy::default()),
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", file.display());
            return Err(Diagnostic::error(Code::CannotRead, None, message).into());
        }
    };
    let mut stopped = Stopped::default();
    let name = file.to_string_lossy();
    let node = load(
        &name,
        &bytes,
        &mut stopped.sources,
        &mut stopped.diagnostics,
    );
    let policy = policy(node.as_ref(), &mut stopped.diagnostics);
    if stopped.diagnostics.has_errors() {
        return Err(stopped);
    }
    Ok(policy)
}

/// The banks that are typed, or else those of the policy, or else the bundled one; with the paths
/// they came from.
pub fn banks(
    folder: &Path,
    policy: &Policy,
    typed: &[PathBuf],
) -> Result<Vec<(ItemBank, PathBuf)>, Stopped> {
    let own = policy.banks.iter().map(|name| {
        let beside = folder.join(&name.value);
        let built_in = bundled::has(&name.value);
        match built_in && !beside.exists() {
            true => PathBuf::from(&name.value),
            false => beside,
        }
    });
    let paths: Vec<PathBuf> = if typed.is_empty() {
        own.collect()
    } else {
        typed.to_vec()
    };
    let mut stopped = Stopped::default();
    let mut found = Vec::new();
    if paths.is_empty() {
        let bank = bundled::usual(&mut stopped.sources, &mut stopped.diagnostics);
        // A school's lines may stand beside the policy.
        found.extend(bank.map(|bank| (bank, folder.join(POLICY))));
    }
    for path in paths {
        let bank = banks::read(&path, &mut stopped.sources, &mut stopped.diagnostics);
        found.extend(bank.map(|bank| (bank, path)));
    }
    if stopped.diagnostics.has_errors() {
        return Err(stopped);
    }
    Ok(found)
}
