//! The decoder gathers every mistake.

use isoform::bank::yaml::decode::{self, Map};
use isoform::diagnostic::Severity;

use crate::read;

#[test]
fn the_decoder_gathers_every_mistake() {
    let mut read = read(
        "id: 6.10\nstandrad: x\npoints: many\nshuffle: yes\ntags: one\nbonus: 1\norder: shufled\n",
    );
    let node = read.clean().clone();
    let diagnostics = &mut read.diagnostics;
    let keys = [
        "id", "standard", "points", "shuffle", "tags", "stem", "order",
    ];
    let map = Map::read(&node, "item model", &keys, diagnostics).unwrap();
    let id = map
        .required("id")
        .and_then(|n| decode::id_text(n, "id", diagnostics));
    assert_eq!(id, None);
    assert!(map.required("stem").is_none());
    map.required("standard");
    map.optional("points")
        .and_then(|n| decode::whole(n, "points", diagnostics));
    map.optional("shuffle")
        .and_then(|n| decode::boolean(n, "shuffle", diagnostics));
    map.optional("tags")
        .and_then(|n| decode::list(n, "tags", diagnostics));
    let orders = [("shuffled", 1), ("sorted", 2)];
    map.optional("order")
        .and_then(|n| decode::one_of(n, "order", &orders, diagnostics));
    map.finish(diagnostics);
    let expected = [
        "E008 error 1:1 id",
        "E008 error 1:1 id",
        "E010 error 1:5 6.10",
        "E007 error 2:1 standrad",
        "E009 error 3:9 many",
        "E009 error 4:10 yes",
        "E009 error 5:7 one",
        "E007 error 6:1 bonus",
        "E009 error 7:8 shufled",
    ];
    assert_eq!(read.found(), expected, "{}", read.drawn());
    let drawn = read.drawn();
    for help in [
        "did you mean `standard`?",
        "quote it: `\"6.10\"`",
        "write `true`",
        "did you mean `shuffled`?",
        "found the text `many`",
    ] {
        assert!(drawn.contains(help), "{help}\n{drawn}");
    }
}

#[test]
fn the_decoder_reads_what_is_right() {
    let mut read = read("id: \"6.10\"\npoints: 3\nshuffle: true\ntags: [a, b]\nstem: 7\nnone:\n");
    let node = read.clean().clone();
    let d = &mut read.diagnostics;
    let keys = ["id", "points", "shuffle", "tags", "stem", "none"];
    let map = Map::read(&node, "item model", &keys, d).unwrap();
    let id = decode::id_text(map.required("id").unwrap(), "id", d).unwrap();
    assert_eq!(id.value, "6.10");
    assert_eq!(
        decode::whole(map.required("points").unwrap(), "", d)
            .unwrap()
            .value,
        3
    );
    assert!(
        decode::boolean(map.required("shuffle").unwrap(), "", d)
            .unwrap()
            .value
    );
    let tags = decode::list_of(map.required("tags").unwrap(), "tags", d, |n, d| {
        decode::id_text(n, "tag", d)
    });
    assert_eq!(tags.unwrap().len(), 2);
    assert_eq!(
        decode::text(map.required("stem").unwrap(), "", d)
            .unwrap()
            .as_str(),
        "7"
    );
    assert!(map.optional("none").is_none());
    map.finish(d);
    assert_eq!(read.diagnostics.count(Severity::Error), 0);
}
