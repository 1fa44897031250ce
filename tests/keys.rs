//! The table of keys is whole: the manual, the schema and the decoder rely on it.

use isoform::bank::keys::{self, Key, Shape, TABLES};

fn keys() -> impl Iterator<Item = &'static Key> {
    TABLES.iter().flat_map(|table| table.keys)
}

fn tables_in(shape: Shape, found: &mut Vec<&'static str>) {
    match shape {
        Shape::Keys(table) => found.push(table),
        Shape::List(inner) | Shape::Many(inner) | Shape::Map(inner) => tables_in(*inner, found),
        Shape::Either(one, other) => {
            tables_in(*one, found);
            tables_in(*other, found);
        }
        _ => {}
    }
}

#[test]
fn every_table_is_found_by_its_name_and_used() {
    let mut used = vec!["bank"];
    keys().for_each(|key| tables_in(key.shape, &mut used));
    for name in &used {
        assert!(keys::table(name).is_some(), "{name}");
    }
    for table in TABLES {
        assert!(
            used.contains(&table.name),
            "nothing leads to {}",
            table.name
        );
        assert_eq!(
            keys::table(table.name).map(|found| found.title),
            Some(table.title)
        );
    }
}

#[test]
fn every_row_is_whole() {
    for table in TABLES {
        let mut names: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            table.keys.len(),
            "{}: a key stands twice",
            table.name
        );
    }
    for key in keys() {
        let sentences = [key.meaning]
            .into_iter()
            .chain(key.mistakes.iter().copied());
        for sentence in sentences {
            assert!(sentence.ends_with('.'), "{}: {sentence}", key.name);
        }
        assert!(
            key.example.starts_with(&format!("{}:", key.name)),
            "{}",
            key.name
        );
        assert!(!(key.required && key.default.is_some()), "{}", key.name);
    }
}
