//! One picture of every shape, looked at by eye. `SNAPSHOTS=overwrite` draws them anew.

use std::path::Path;

use isoform::bank::figure::table::{Takes, shapes};

use crate::bank::drawn;

#[test]
fn every_shape_looks_as_it_did() {
    let folder = Path::new("tests/golden/figures");
    for row in shapes() {
        let svg = drawn(&format!("draw:\n  - {}", row.example));
        let file = folder.join(format!("{}.svg", row.name));
        if std::env::var_os("SNAPSHOTS").is_some_and(|word| word == "overwrite") {
            std::fs::write(&file, &svg).unwrap();
        }
        let golden = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            golden == svg,
            "{} differs; look at it, then SNAPSHOTS=overwrite",
            file.display()
        );
    }
}

#[test]
fn every_row_of_the_table_is_whole() {
    for row in shapes() {
        assert!(
            row.example.starts_with(&format!("{}: {{", row.name)),
            "{}",
            row.name
        );
        assert!(row.doc.ends_with('.'), "{}", row.name);
        for key in row.keys {
            assert!(
                !key.doc.is_empty() && !key.doc.ends_with('.'),
                "{} {}",
                row.name,
                key.name
            );
            let twins = row.keys.iter().filter(|other| other.name == key.name);
            assert_eq!(twins.count(), 1, "{} {}", row.name, key.name);
            if let Takes::Word(words) = key.takes {
                assert!(words.len() > 1);
            }
            assert!(!key.required || row.example.contains(&format!("{}: ", key.name)));
        }
    }
}
