//! Our tree against that of serde_yaml.

use isoform::bank::yaml::{Node, NodeKind, Scalar};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use serde_yaml::Value;

use crate::{letters_lead_home, read};

/// Our tree with the types serde_yaml gives to scalars.
fn value(node: &Node) -> Value {
    let typed = |scalar: &Scalar| {
        if scalar.is_null() {
            Value::Null
        } else if scalar.as_bool().is_some() || scalar.is_number() {
            serde_yaml::from_str(scalar.text()).unwrap()
        } else {
            Value::String(scalar.text().to_owned())
        }
    };
    match &node.kind {
        NodeKind::Scalar(scalar) => typed(scalar),
        NodeKind::Sequence(entries) => entries.iter().map(value).collect::<Vec<_>>().into(),
        NodeKind::Mapping(entries) => {
            let pairs = entries.iter().map(|(k, v)| (typed(k), value(v)));
            Value::Mapping(pairs.collect())
        }
    }
}

#[test]
fn our_tree_is_that_of_serde_yaml() {
    let bank = r#"
bank: Small bank
id: small-bank
version: 1.0.0
standards:
  - {id: "7.NS.A.2d", statement: Students add with 90 % accuracy., mastery: 9 of 10}
  - {id: 6.10, statement: 'Students don''t guess.', mastery: 80 %}
tables:
  verbs:
    - {inf: hablar, tú: hablas, change: none}
    - {inf: buscar, yo: busqué, change: yo}
items:
  # one
  - id: sum
    vary: {a: 2..9, b: 2..9 step 0.5}
    where:
      - a != b
    stem: |
      What is ${{a}} + {{b}}$?

        | a | b |
        |---|---|
    hint: >-
      Count on
      from the larger.

      Slowly.
    answer: {is: a + b, form: integer, within: 0.05}
    choices: 4
    misconceptions:
      subtracted: a - b
      multiplied instead: "a * b"
    levels: {4: good, 3: fair, 2.5: odd, true: yes}
    empty: []
    nothing: {}
    null: ~
"#;
    let ours = read(bank);
    let theirs: Value = serde_yaml::from_str(bank).unwrap();
    assert_eq!(value(ours.clean()), theirs);
    assert!(letters_lead_home(ours.clean(), &ours.sources) > 300);
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9 :#\\[\\]{}(),&*!|>'\"%@`?~-]{0,12}",
        "[ \\t\\n\\\\a-z'\"]{0,20}",
        // YAML 1.1, which serde_yaml writes, knows two more line breaks.
        "\\PC{0,10}".prop_map(|text| text.replace(['\u{2028}', '\u{2029}'], "")),
        Just("3.10".to_owned()),
        Just("null".to_owned()),
        Just("<<".to_owned()),
    ]
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9f64).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..6).prop_map(|pairs| {
                let pairs = pairs.into_iter().filter(|(key, _)| key != "<<");
                Value::Mapping(pairs.map(|(k, v)| (Value::from(k), v)).collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_serde_yaml_writes_we_read(tree in tree()) {
        let written = serde_yaml::to_string(&tree).unwrap();
        let ours = read(&written);
        assert!(!ours.diagnostics.has_errors(), "{written}\n{}", ours.drawn());
        let node = ours.node.as_ref().unwrap();
        assert_eq!(value(node), tree, "{written}");
        letters_lead_home(node, &ours.sources);
    }

    #[test]
    fn nothing_panics(text in "[a-c0-9 :#\\[\\]{}(),&*!|>'\"%@`?~\\\\\\n\\t\\r-]{0,60}") {
        let read = read(&text);
        read.drawn();
        if let Some(node) = &read.node {
            letters_lead_home(node, &read.sources);
        }
        assert!(read.node.is_some() || read.diagnostics.has_errors());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        read(&bytes).drawn();
    }
}
