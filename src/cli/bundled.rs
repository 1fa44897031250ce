//! The banks that are compiled into the program, so that it makes forms wherever it is installed.

use crate::bank::{ItemBank, lower};
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

macro_rules! file {
    ($path:literal) => {
        (
            $path,
            include_bytes!(concat!("../../item-banks/", $path)) as &[u8],
        )
    };
}

/// Every file of the banks: `ID/bank.yaml`, and those beside it. The first bank is the one that is
/// read where none is named.
const FILES: &[(&str, &[u8])] = &[
    file!("fractions-decimals-percents/bank.yaml"),
    file!("whole-number-operations/bank.yaml"),
    file!("fractions-operations/bank.yaml"),
    file!("ratios-rates-percents/bank.yaml"),
    file!("integers-and-expressions/bank.yaml"),
    file!("linear-equations-and-functions/bank.yaml"),
    file!("measurement-and-geometry/bank.yaml"),
    file!("data-and-chance/bank.yaml"),
    file!("chemistry-and-physics/bank.yaml"),
    file!("chemistry-and-physics/compounds.csv"),
    file!("chemistry-and-physics/elements.csv"),
    file!("chemistry-and-physics/equations.csv"),
    file!("chemistry-and-physics/fuels.csv"),
    file!("chemistry-and-physics/materials.csv"),
    file!("spanish-and-french-verbs/bank.yaml"),
    file!("spanish-and-french-verbs/french-paragraphs.csv"),
    file!("spanish-and-french-verbs/french-present.csv"),
    file!("spanish-and-french-verbs/french-subjects.csv"),
    file!("spanish-and-french-verbs/past-sentences.csv"),
    file!("spanish-and-french-verbs/past-stories.csv"),
    file!("spanish-and-french-verbs/spanish-imperfect.csv"),
    file!("spanish-and-french-verbs/spanish-paragraphs.csv"),
    file!("spanish-and-french-verbs/spanish-present.csv"),
    file!("spanish-and-french-verbs/spanish-preterite.csv"),
    file!("spanish-and-french-verbs/spanish-subjects.csv"),
    file!("english-language-arts/bank.yaml"),
    file!("english-language-arts/agreement-texts.csv"),
    file!("english-language-arts/attractors.csv"),
    file!("english-language-arts/conjunctions.csv"),
    file!("english-language-arts/events.csv"),
    file!("english-language-arts/frames.csv"),
    file!("english-language-arts/meanings.csv"),
    file!("english-language-arts/passages.csv"),
    file!("english-language-arts/people.csv"),
    file!("english-language-arts/predicates.csv"),
    file!("english-language-arts/prepositions.csv"),
    file!("english-language-arts/pronouns.csv"),
    file!("english-language-arts/roots.csv"),
    file!("english-language-arts/sentences.csv"),
    file!("english-language-arts/shifts.csv"),
    file!("english-language-arts/subjects.csv"),
    file!("english-language-arts/things.csv"),
    file!("english-language-arts/times.csv"),
    file!("english-language-arts/two-jobs.csv"),
    file!("english-language-arts/verbs.csv"),
    file!("english-language-arts/words.csv"),
    file!("english-language-arts/workers.csv"),
];

/// The ids of the banks: the usual one, then in the order of the grades they are for.
pub fn ids() -> impl Iterator<Item = &'static str> {
    FILES
        .iter()
        .filter_map(|(path, _)| path.strip_suffix("/bank.yaml"))
}

/// Whether a bank is called `id`.
pub fn has(id: &str) -> bool {
    ids().any(|known| known == id)
}

/// The bank that is read where none is named.
pub fn usual(sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    bank(ids().next()?, sources, diagnostics)
}

/// The bank called `id`; `None` if there is none of this name, too.
pub fn bank(id: &str, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    let file = |name: &str| {
        let path = format!("{id}/{name}");
        let found = FILES.iter().find(|(known, _)| *known == path);
        found.map(|(_, bytes)| *bytes)
    };
    let reader = |name: &str| {
        let bytes = file(name).map(<[u8]>::to_vec);
        bytes.ok_or_else(|| "it is not part of the program".to_owned())
    };
    let name = format!("{id}/bank.yaml");
    lower::load_with(&name, file("bank.yaml")?, &reader, sources, diagnostics)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{FILES, bank, ids};
    use crate::diagnostic::Diagnostics;
    use crate::source::Sources;

    #[test]
    fn every_file_of_every_bank_is_in_the_program() {
        let banks = Path::new(env!("CARGO_MANIFEST_DIR")).join("item-banks");
        let mut found = BTreeSet::new();
        for folder in fs::read_dir(&banks).unwrap() {
            let folder = folder.unwrap();
            for file in fs::read_dir(folder.path()).unwrap() {
                let file = file.unwrap().file_name().into_string().unwrap();
                if file != "ATTRIBUTION.md" {
                    let folder = folder.file_name().into_string().unwrap();
                    found.insert(format!("{folder}/{file}"));
                }
            }
        }
        let bundled: BTreeSet<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(bundled, found);
    }

    #[test]
    fn every_bank_is_called_as_its_folder() {
        for id in ids() {
            let read = bank(id, &mut Sources::new(), &mut Diagnostics::new()).unwrap();
            assert_eq!(&*read.id, id);
        }
    }
}
