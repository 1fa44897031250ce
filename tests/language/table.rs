//! CSV tables and used files.

use sha2::{Digest, Sha256};

use isoform::bank::ItemBank;
use isoform::expression::Frame;
use isoform::instance::choices::Choices;
use isoform::value::Value;
use isoform::value::notation::describe;

use crate::{bank_of, text};

const BANK: &str = "tables: {t: {file: t.csv}}\nitems:\n- {id: a, vary: {r: row of t}, stem: \"{{count(keys(r))}}\", answer: 1}\n";

/// The rows of the first name's table, as text.
fn rows(bank: &ItemBank) -> Vec<Vec<(String, String)>> {
    let parameter = bank.items[0].parameters().next().unwrap();
    let choices = Choices::of(&parameter.domain, &mut Frame::new(0)).unwrap();
    let count = u64::try_from(choices.count()).unwrap();
    let shown = |value: &Value| match value {
        Value::Text(text) => text.to_string(),
        other => describe(other),
    };
    let cell = |(name, value): (&std::sync::Arc<str>, &Value)| {
        let value = format!("{:?} {}", value.kind(), shown(value));
        (name.to_string(), value)
    };
    let row = |index| match choices.get(index) {
        Value::Row(row) => row.iter().map(cell).collect(),
        other => panic!("{other:?}"),
    };
    (0..count).map(row).collect()
}

fn table(csv: &[u8]) -> Vec<Vec<(String, String)>> {
    let bank = text(BANK);
    rows(&bank_of(&[("bank.yaml", bank.as_bytes()), ("t.csv", csv)]))
}

fn pairs(row: &[(String, String)]) -> Vec<(&str, &str)> {
    row.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
}

#[test]
fn cells_are_typed_as_in_yaml_unless_quoted() {
    let rows =
        table(b"word,n,code,yes,half\nfour,4,\"4\",true,1/2\nseven,007,\"007\",\"true\",0.50\n");
    assert_eq!(
        pairs(&rows[0]),
        [
            ("word", "Text four"),
            ("n", "Number 4"),
            ("code", "Text 4"),
            ("yes", "Boolean true"),
            ("half", "Number 1/2"),
        ]
    );
    assert_eq!(
        pairs(&rows[1]),
        [
            ("word", "Text seven"),
            ("n", "Text 007"),
            ("code", "Text 007"),
            ("yes", "Text true"),
            ("half", "Number 0.50"),
        ]
    );
}

#[test]
fn an_empty_cell_is_a_column_that_the_row_lacks() {
    let rows = table("inf,yo,en\nhablar,,to speak\nbuscar,busqué,\nser,\"\",to be\n".as_bytes());
    assert_eq!(
        pairs(&rows[0]),
        [("inf", "Text hablar"), ("en", "Text to speak")]
    );
    assert_eq!(
        pairs(&rows[1]),
        [("inf", "Text buscar"), ("yo", "Text busqué")]
    );
    assert_eq!(pairs(&rows[2])[1], ("yo", "Text "));
}

#[test]
fn spreadsheets_leave_marks_blank_lines_and_other_separators() {
    let plain = table(b"a,b\n1,x y\n2,\"p, \"\"q\"\"\"\n");
    assert_eq!(
        pairs(&plain[1]),
        [("a", "Number 2"), ("b", "Text p, \"q\"")]
    );
    let marked = table("\u{feff}a,b\r\n1, x y ,,\r\n\r\n,\r\n2 , \"p, \"\"q\"\"\" \r\n".as_bytes());
    assert_eq!(marked, plain);
    assert_eq!(table(b"a;b\n1;x y\n2;\"p, \"\"q\"\"\"\n"), plain);
    assert_eq!(table(b"a\tb\n1\tx y\n2\tp, \"q\"\n"), plain);
}

#[test]
fn a_quoted_cell_may_go_over_lines() {
    let rows = table(b"a,b\n1,\"two\nlines\"\n2,y\n");
    assert_eq!(pairs(&rows[0])[1].1, "Text two\nlines");
    assert_eq!(rows.len(), 2);
}

#[test]
fn the_digest_covers_all_files() {
    let alone = text("items:\n- {id: a, vary: {n: 2..9}, stem: \"{{n}}\", answer: n}\n");
    let hex = |bytes: &[u8]| -> String {
        Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    assert_eq!(
        bank_of(&[("bank.yaml", alone.as_bytes())]).digest,
        hex(alone.as_bytes())
    );
    let bank = text(BANK);
    let csv = b"a\n1\n2\n";
    let list = format!("{} \n{} t.csv\n", hex(bank.as_bytes()), hex(csv));
    let with = |csv: &[u8]| bank_of(&[("bank.yaml", bank.as_bytes()), ("t.csv", csv)]).digest;
    assert_eq!(with(csv), hex(list.as_bytes()));
    assert_ne!(with(csv), with(b"a\n1\n3\n"));
}

/// `t["four"]` is the row whose first column is `four`, wherever it stands; the other cells follow.
#[test]
fn a_row_is_looked_up_by_its_first_column() {
    let bank = text(
        "tables: {t: {file: t.csv}}\nitems:\n- {id: a, vary: {w: [seven, four]}, stem: \"{{w}}\", answer: 't[w].n + t[\"four\"].n'}\n",
    );
    let csv = b"word,n\nfour,4\nfive,5\nseven,7\n";
    let bank = bank_of(&[("bank.yaml", bank.as_bytes()), ("t.csv", csv)]);
    let set = crate::set_of(&bank, 1, 2, 1);
    let items = set.forms.iter().map(|form| &form.items[0].item);
    let mut found: Vec<(String, String)> = items
        .map(|item| (describe(&item.draws[0]), describe(&item.keys[0].value)))
        .collect();
    found.sort();
    let expected = [("\"four\"", "8"), ("\"seven\"", "11")];
    assert_eq!(
        found,
        expected.map(|(w, key)| (w.to_owned(), key.to_owned()))
    );
}

/// 2/3 to one, two and three places, and 1234.5 to as many significant figures.
#[test]
fn places_of_a_format_may_be_drawn() {
    let bank = text(
        "items:\n- {id: a, vary: {n: 1..3}, stem: '{{2/3 | decimal(n)}} {{1234.5 | sig(n)}} {{2/3 | decimal(n + 1) | capital}}', answer: n}\n",
    );
    let bank = bank_of(&[("bank.yaml", bank.as_bytes())]);
    let set = crate::set_of(&bank, 1, 3, 1);
    let items = set.forms.iter().map(|form| &form.items[0].item);
    let mut found: Vec<String> = items
        .map(|item| item.stem.iter().map(describe).collect::<Vec<_>>().join(" "))
        .collect();
    found.sort();
    let expected = ["0.7 1000 0.67", "0.67 1200 0.667", "0.667 1230 0.6667"];
    let mut expected = expected.map(String::from);
    expected.sort();
    assert_eq!(found, expected);
}
