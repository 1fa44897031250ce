//! Random texts and trees.

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::sample::select;

use isoform::expression::function;

use crate::{bank, expression, names, on_small_stack};

/// Pieces of expressions, and of what stands around them.
fn pieces() -> Vec<String> {
    let mut pieces: Vec<String> = "a b z d f big w t xs none x r rs q + - * / ^ mod div == != < <= > >= in and or not if then else ( ) [ ] { } , . .. : | = % for where of row rows draws shuffle except step over 0 1 2 7 0.5 3.10 1/3 99999999999999999999 true false \"ab\" 'c' \" ' \\ # \u{301} ñ é 語 − × · ÷ ≤ ∞ \u{202e} \u{0}"
        .split(' ')
        .map(str::to_owned)
        .collect();
    pieces.extend(function::all().map(|function| format!("{}(", function.name)));
    pieces.push("show(".to_owned());
    pieces.push(" ".to_owned());
    pieces
}

/// A sound expression over the names, of every kind.
fn tree() -> impl Strategy<Value = String> {
    let names = "a b z d f big w t xs none x r rs r.n r.name 0 1 2 3.5 12 true \"ab\"";
    let leaf = select(names.split(' ').map(str::to_owned).collect::<Vec<_>>());
    leaf.prop_recursive(6, 60, 4, |inner| {
        let operators = "+ - * / ^ mod div == != < <= > >= in and or";
        let operators = select(operators.split(' ').collect::<Vec<_>>());
        let functions = select(function::all().collect::<Vec<_>>());
        prop_oneof![
            (inner.clone(), operators, inner.clone())
                .prop_map(|(a, o, b)| format!("({a} {o} {b})")),
            inner.clone().prop_map(|a| format!("(-{a})")),
            inner.clone().prop_map(|a| format!("(not {a})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("(if {a} then {b} else {c})")),
            vec(inner.clone(), 0..4).prop_map(|all| format!("[{}]", all.join(", "))),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a}[{b}]")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("[{a} for a in {b} if {c}]")),
            (functions, vec(inner.clone(), 4)).prop_map(|(function, all)| {
                let most = function.most.min(4);
                let count = function.least.max(1).min(most.max(1));
                format!("{}({})", function.name, all[..count].join(", "))
            }),
            inner.prop_map(|a| format!("show({a})")),
            Just("range(1, 20)".to_owned()),
        ]
    })
}

/// Lines of a bank, sound and broken.
fn line() -> impl Strategy<Value = String> {
    let keys = "id standard title points minutes tags vary alike where let check symbols stem answer answers misconceptions choices order solution difficulty examples variants mix items tables use - is form within unit also ignore a b";
    let keys = select(keys.split(' ').map(str::to_owned).collect::<Vec<_>>());
    let values = prop_oneof![
        vec(select(pieces()), 0..8).prop_map(|all| all.join(" ")),
        tree(),
        select(
            [
                "",
                "|",
                ">",
                "{}",
                "[]",
                "2..9",
                "row of t",
                "\"{{a}}\"",
                "{{a}}",
                "[[b]]",
                "*x",
                "&x 1",
                "!!str 1",
                "{a: 2..9, b: 1..a}",
                "[a < b, gcd(a, b) == 1]",
                "$\\frac{{{a}}}{{{b}}}$",
            ]
            .map(String::from)
            .to_vec()
        ),
    ];
    (0_usize..5, keys, values)
        .prop_map(|(depth, key, value)| format!("{}{key}: {value}\n", "  ".repeat(depth)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_in_any_order(texts in vec(vec(select(pieces()), 0..40), 20)) {
        on_small_stack(move || {
            let (scope, mut frame) = names();
            for text in texts {
                expression(&text.concat(), &scope, &mut frame);
                expression(&text.join(" "), &scope, &mut frame);
            }
        });
    }

    #[test]
    fn trees_of_every_kind(texts in vec(tree(), 20)) {
        on_small_stack(move || {
            let (scope, mut frame) = names();
            for text in texts {
                expression(&text, &scope, &mut frame);
            }
        });
    }

    #[test]
    fn any_characters(texts in vec("\\PC{0,60}", 20)) {
        on_small_stack(move || {
            let (scope, mut frame) = names();
            for text in texts {
                expression(&text, &scope, &mut frame);
                bank(&text);
            }
        });
    }

    #[test]
    fn lines_of_banks(banks in vec(vec(line(), 0..30), 3)) {
        on_small_stack(move || {
            for lines in banks {
                bank(&lines.concat());
                let header = "bank: B\nid: b\nstandards: [{id: S, statement: s}]\nitems:\n- id: a\n";
                let lines: String = lines.iter().map(|line| format!("  {}", line.trim_start())).collect();
                bank(&format!("{header}{lines}"));
            }
        });
    }
}
