//! Shards made in processes of their own are, joined, the whole set to the byte.

mod set;

use std::path::{Path, PathBuf};

use set::{files, isoform};

fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn joined_shards_are_the_set_and_anything_else_is_refused() {
    let folder = fresh("shards");
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let make = |more: &[&str], out: &str| {
        let out = at(out);
        let base = ["generate", "--seed", "7", "--forms", "7", "--out", &out];
        isoform(&[&base, more].concat())
    };
    assert_eq!(make(&[], "whole").0, 0);
    for shard in ["1/3", "2/3", "3/3"] {
        let (code, said) = make(&["--shard", shard], &format!("part-{}", &shard[..1]));
        assert_eq!(code, 0, "{said}");
    }
    assert!(!folder.join("part-1/parity.html").exists());
    let (one, two, three, out) = (at("part-1"), at("part-2"), at("part-3"), at("joined"));
    // The order in which they are named does not matter.
    let (code, said) = isoform(&["merge", &three, &one, &two, "--out", &out]);
    assert_eq!(code, 0, "{said}");
    let (whole, joined) = (files(&folder.join("whole")), files(&folder.join("joined")));
    assert_eq!(
        whole.keys().collect::<Vec<_>>(),
        joined.keys().collect::<Vec<_>>()
    );
    assert!(whole == joined, "some file differs");

    let no = at("no");
    let (code, said) = isoform(&["merge", &one, &two, "--out", &no]);
    assert!(code == 2 && said.contains("shard 3 is missing"), "{said}");
    let (code, said) = isoform(&["merge", &one, &two, &two, "--out", &no]);
    assert!(
        code == 2 && said.contains("shard 2 is missing or there twice"),
        "{said}"
    );
    std::fs::write(folder.join("part-2/key-b.md"), "edited").unwrap();
    let (code, said) = isoform(&["merge", &one, &two, &three, "--out", &no]);
    assert!(code == 2 && said.contains("key-b.md"), "{said}");
    assert!(!folder.join("no").exists());
}

#[test]
fn an_audit_names_what_was_edited_and_refuses_what_is_damaged() {
    let folder = fresh("audited");
    let set = folder.join("set");
    let path = set.to_string_lossy().into_owned();
    let (code, _) = isoform(&["generate", "--seed", "7", "--forms", "3", "--out", &path]);
    assert_eq!(code, 0);
    let (code, said) = isoform(&["parity", &path, "--fail-on", "amber"]);
    assert!(code == 0 && !said.contains("no longer matches"), "{said}");
    std::fs::write(set.join("form-a.md"), "another form").unwrap();
    let (code, said) = isoform(&["parity", &path, "--fail-on", "red"]);
    assert!(
        code == 1 && said.contains("no longer matches: form-a.md"),
        "{said}"
    );
    let plan = std::fs::read_to_string(set.join("set.json")).unwrap();
    for damage in [&plan[..plan.len() / 2], "", "{}", "[1]"] {
        std::fs::write(set.join("set.json"), damage).unwrap();
        let (code, said) = isoform(&["parity", &path]);
        assert!(
            code == 2 && said.contains("E063") && said.contains("damaged"),
            "{said}"
        );
    }
    // A place that names an item model which is not there.
    let wrong = plan.replacen("\"slots\":[{\"model\":0", "\"slots\":[{\"model\":99", 1);
    if wrong != plan {
        std::fs::write(set.join("set.json"), wrong).unwrap();
        let (code, said) = isoform(&["parity", &path]);
        assert!(code == 2 && said.contains("place 1"), "{said}");
    }
}
