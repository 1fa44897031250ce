//! Whole documents of the bundled bank, compared byte for byte. They open in a browser; read them
//! before committing them. `SNAPSHOTS=overwrite cargo test --test golden` rewrites them.

mod set;

use std::collections::BTreeMap;
use std::path::Path;

use set::{files, generate, scratch};

const GOLDEN: &str = "tests/golden/fractions-decimals-percents";

#[test]
fn the_bundled_quiz_is_printed_as_before() {
    let made = scratch("golden");
    generate(&[], 7, 2, &made);
    let made = files(&made);
    let golden = Path::new(GOLDEN);
    if std::env::var("SNAPSHOTS").is_ok_and(|wish| wish == "overwrite") {
        let _ = std::fs::remove_dir_all(golden);
        std::fs::create_dir_all(golden).unwrap();
        for (name, content) in &made {
            std::fs::write(golden.join(name), content).unwrap();
        }
        return;
    }
    let expected = files(golden);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&made), names(&expected), "the files of a set");
    for (name, content) in &made {
        let (made, expected) = (
            String::from_utf8_lossy(content),
            String::from_utf8_lossy(&expected[name]),
        );
        for (number, (made, expected)) in made.lines().zip(expected.lines()).enumerate() {
            assert_eq!(made, expected, "{name}, line {}", number + 1);
        }
        assert_eq!(made.len(), expected.len(), "{name}");
    }
}
