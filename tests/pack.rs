//! `isoform pack` and `isoform add`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("isoform-pack-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn isoform(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command.current_dir(folder).args(arguments);
    command.output().unwrap()
}

#[track_caller]
fn done(output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
}

/// A bank that uses a table of another folder.
fn bank(folder: &Path) {
    done(&isoform(folder, &["init", "Packed", "--out", "packed"]));
    fs::create_dir(folder.join("lib")).unwrap();
    fs::write(
        folder.join("lib/people.yaml"),
        "tables:\n  people: [{name: Ada}, {name: Ben}]\n",
    )
    .unwrap();
    let file = folder.join("packed/bank.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let text = text.replace("standards:\n", "use: [../lib/people.yaml]\nstandards:\n");
    fs::write(file, text).unwrap();
}

#[test]
fn a_packed_bank_is_the_same_bytes_and_makes_the_same_forms() {
    let folder = folder("same");
    bank(&folder);
    done(&isoform(&folder, &["pack", "packed"]));
    let archive = folder.join("packed-0.1.0.zip");
    let first = fs::read(&archive).unwrap();
    done(&isoform(&folder, &["pack", "packed", "--out", "again.zip"]));
    assert_eq!(fs::read(folder.join("again.zip")).unwrap(), first);
    fs::remove_file(folder.join("again.zip")).unwrap();
    done(&isoform(&folder, &["add", ".", "--into", "class"]));
    let lock = fs::read_to_string(folder.join("class/isoform.lock")).unwrap();
    let lock: serde_yaml::Value = serde_yaml::from_str(&lock).unwrap();
    let pin = &lock["banks"][0];
    assert_eq!(
        (pin["id"].as_str(), pin["version"].as_str()),
        (Some("packed"), Some("0.1.0"))
    );
    let inside = Path::new("class").join(pin["path"].as_str().unwrap());
    let forms = |bank: &str, out: &str| {
        done(&isoform(
            &folder,
            &["generate", bank, "--seed", "3", "--out", out],
        ));
        fs::read_to_string(folder.join(out).join("form-a.md")).unwrap()
    };
    assert_eq!(forms(inside.to_str().unwrap(), "b"), forms("packed", "a"));
    let unpacked = folder.join("class/banks/packed-0.1.0");
    let page = fs::read_to_string(unpacked.join("index.html")).unwrap();
    assert_eq!(page.matches("<article>").count(), 2);
    assert!(
        page.contains("63 different items") && page.contains("3.OA.C.7"),
        "{page}"
    );
    let licences = fs::read_to_string(unpacked.join("LICENCES.md")).unwrap();
    assert!(licences.contains("| `product` | CCSS.Math 3.OA.C.7 | CC-BY-4.0 | Your name |"));
    for file in [
        "SHA256SUMS",
        "census.json",
        "PARITY.md",
        "README.md",
        "bank/lib/people.yaml",
    ] {
        assert!(unpacked.join(file).is_file(), "{file}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_version_is_pinned_once_and_a_changed_archive_is_refused() {
    let folder = folder("pin");
    bank(&folder);
    done(&isoform(&folder, &["pack", "packed", "--out", "one.zip"]));
    done(&isoform(&folder, &["add", "one.zip"]));
    let lock = fs::read(folder.join("isoform.lock")).unwrap();
    // The same again changes nothing; other content under the same version is refused.
    done(&isoform(&folder, &["add", "one.zip"]));
    assert_eq!(fs::read(folder.join("isoform.lock")).unwrap(), lock);
    let file = folder.join("packed/bank.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("title: Missing factor", "title: Other")).unwrap();
    done(&isoform(&folder, &["pack", "packed", "--out", "two.zip"]));
    assert_eq!(isoform(&folder, &["add", "two.zip"]).status.code(), Some(2));
    assert_eq!(fs::read(folder.join("isoform.lock")).unwrap(), lock);
    // Bytes changed on the way are noticed.
    let mut bytes = fs::read(folder.join("two.zip")).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    fs::write(folder.join("bad.zip"), bytes).unwrap();
    assert_eq!(isoform(&folder, &["add", "bad.zip"]).status.code(), Some(2));
    // A bank with mistakes, or without a licence, is not packed.
    fs::write(&file, text.replace("licence: CC-BY-4.0", "#")).unwrap();
    assert_eq!(isoform(&folder, &["pack", "packed"]).status.code(), Some(2));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_item_may_have_a_licence_and_authors_of_its_own() {
    let folder = folder("licence");
    let bank = "bank: Borrowed\nid: borrowed\nversion: 1.0.0\nlicence: CC-BY-4.0\nauthors: [Bo, Cy]\n\
                standards: [{id: S.1, statement: Students add.}]\nitems:\n\
                - {id: own, vary: {n: 10..99}, stem: 'What is {{n}} + 1?', answer: n + 1}\n\
                - {id: given, licence: CC0-1.0, authors: Dee, vary: {n: 10..99}, stem: 'What is {{n}} + 2?', answer: n + 2}\n";
    fs::create_dir(folder.join("borrowed")).unwrap();
    fs::write(folder.join("borrowed/bank.yaml"), bank).unwrap();
    done(&isoform(&folder, &["pack", "borrowed"]));
    done(&isoform(&folder, &["add", "borrowed-1.0.0.zip"]));
    let unpacked = folder.join("banks/borrowed-1.0.0");
    let licences = fs::read_to_string(unpacked.join("LICENCES.md")).unwrap();
    let rows: Vec<&str> = licences.lines().filter(|line| line.contains('`')).collect();
    assert_eq!(
        rows,
        [
            "| `own` |  S.1 | CC-BY-4.0 | Bo, Cy |",
            "| `given` |  S.1 | CC0-1.0 | Dee |"
        ]
    );
    let page = fs::read_to_string(unpacked.join("index.html")).unwrap();
    assert_eq!(page.matches("CC0-1.0, by Dee").count(), 1);
    // What is no text, or an empty one, is refused where it stands.
    for (wrong, told) in [
        ("licence: [CC0-1.0]", "expected a text (licence)"),
        ("licence: {spdx: CC0-1.0}", "expected a text (licence)"),
        (
            "licence: 4.0",
            "licence: `4.0` is a number in YAML, not a name",
        ),
        ("licence: ''", "licence: nothing is written"),
        ("licences: CC0-1.0", "`licence`"),
    ] {
        let broken = bank.replace("licence: CC0-1.0", wrong);
        fs::write(folder.join("borrowed/bank.yaml"), broken).unwrap();
        let output = isoform(&folder, &["pack", "borrowed"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(said.contains(told), "{wrong}: {said}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_pinned_bank_is_used_by_name_and_refused_when_it_changed() {
    let folder = folder("loop");
    bank(&folder);
    done(&isoform(&folder, &["pack", "packed"]));
    let class = folder.join("class");
    fs::create_dir(&class).unwrap();
    let add = |archive: &str| isoform(&class, &["add", archive]);
    done(&add("../packed-0.1.0.zip"));
    let generate = |bank: &str| {
        isoform(
            &class,
            &["generate", bank, "--seed", "3", "--out", "out", "--quiet"],
        )
    };
    let plan = || fs::read_to_string(class.join("out/set.json")).unwrap();
    done(&generate("packed"));
    let first = plan();
    done(&generate("packed@0.1.0"));
    assert_eq!(plan(), first);
    done(&isoform(&class, &["check", "packed", "--no-cache"]));
    // A table that it uses is a part of it.
    let table = class.join("banks/packed-0.1.0/bank/lib/people.yaml");
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replace("Ada", "Eve")).unwrap();
    let bank = "banks/packed-0.1.0/bank/packed/bank.yaml";
    let inside = class.join(bank);
    let refused = |output: &Output| {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("E064") && said.contains("isoform add packed-0.1.0.zip"),
            "{said}"
        );
    };
    for name in ["packed", bank] {
        refused(&generate(name));
        refused(&isoform(&class, &["check", name, "--no-cache"]));
    }
    assert_eq!(plan(), first, "a set that is there stays as it is");
    // The message says what to type.
    done(&add("../packed-0.1.0.zip"));
    done(&generate("packed"));
    assert_eq!(plan(), first);
    // A bank with mistakes, and one that is away.
    let text = fs::read_to_string(&inside).unwrap();
    fs::write(&inside, text.replace("items:", "itmes:")).unwrap();
    refused(&generate("packed"));
    fs::remove_file(&inside).unwrap();
    assert_eq!(generate("packed").status.code(), Some(2));
    done(&add("../packed-0.1.0.zip"));
    // A newer version stands beside it, and a name alone is no longer enough.
    let file = folder.join("packed/bank.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let newer = text
        .replace("version: 0.1.0", "version: 0.2.0")
        .replace("a: 3..9", "a: 4..9");
    fs::write(&file, newer).unwrap();
    done(&isoform(&folder, &["pack", "packed"]));
    done(&add("../packed-0.2.0.zip"));
    let said = generate("packed");
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("packed@0.1.0, packed@0.2.0"));
    done(&generate("packed@0.1.0"));
    assert_eq!(plan(), first);
    done(&generate("packed@0.2.0"));
    assert_ne!(plan(), first);
    // A lock file that is damaged is not passed over.
    fs::write(class.join("isoform.lock"), "banks: {").unwrap();
    assert_eq!(generate(bank).status.code(), Some(2));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_file_that_was_read_is_packed() {
    let folder = folder("files");
    fs::create_dir_all(folder.join("leaves/pictures")).unwrap();
    let svg = |color: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">\
             <rect width=\"40\" height=\"20\" fill=\"{color}\"/></svg>"
        )
    };
    for (name, color) in [("oak", "#ddd"), ("elm", "#bbb"), ("ash", "#999")] {
        let file = folder.join(format!("leaves/pictures/{name}.svg"));
        fs::write(file, svg(color)).unwrap();
    }
    let table = "name,file\noak,pictures/oak.svg\nelm,pictures/elm.svg\nash,pictures/ash.svg\n";
    fs::write(folder.join("leaves/leaves.csv"), table).unwrap();
    fs::write(folder.join("leaves/CHANGELOG.md"), "# 1.0.0\n").unwrap();
    let bank = "bank: Leaves\nid: leaves\nversion: 1.0.0\nlicence: CC0-1.0\nauthors: [Bo]\n\
                standards: [{id: S.1, statement: Students name leaves.}]\n\
                tables: {leaves: {file: leaves.csv}}\nitems:\n  - id: name\n    standard: S.1\n    \
                vary: {leaf: row of leaves, n: 10..99}\n    stem: Which tree has leaf {{n}}?\n    \
                figure: {alt: A leaf., image: {file: leaf.file}}\n    answer: leaf.name\n";
    fs::write(folder.join("leaves/bank.yaml"), bank).unwrap();
    done(&isoform(&folder, &["pack", "leaves"]));
    done(&isoform(&folder, &["add", "leaves-1.0.0.zip"]));
    let unpacked = folder.join("banks/leaves-1.0.0");
    for file in [
        "bank/bank.yaml",
        "bank/leaves.csv",
        "bank/pictures/oak.svg",
        "bank/pictures/ash.svg",
        "CHANGELOG.md",
        "index.html",
    ] {
        assert!(unpacked.join(file).is_file(), "{file}");
    }
    // What is unpacked needs nothing of what was packed.
    fs::remove_dir_all(folder.join("leaves")).unwrap();
    done(&isoform(
        &folder,
        &["generate", "leaves", "--quiet", "--items", "2"],
    ));
    fs::remove_dir_all(&folder).unwrap();
}
