//! What somebody would write who wants to break it.

use crate::{bank, expression, names, on_small_stack};

fn all(texts: Vec<String>) {
    on_small_stack(move || {
        let (scope, mut frame) = names();
        for text in texts {
            expression(&text, &scope, &mut frame);
        }
    });
}

#[test]
fn deep_and_long_expressions() {
    let mut texts = Vec::new();
    for n in [10, 59, 60, 61, 190, 198, 199, 200, 499, 999, 5_000, 200_000] {
        for (open, core, close) in [
            ("(", "a", ")"),
            ("[", "a", "]"),
            ("-", "a", ""),
            ("not ", "t", ""),
            ("a^", "a", ""),
            ("if t then a else ", "a", ""),
            ("abs(", "a", ")"),
            ("show(", "a", ")"),
            ("[y for y in ", "xs", "]"),
            ("xs[", "1", "]"),
            ("a + ", "a", ""),
            ("a*", "a", ""),
            ("a - (b + ", "a", ")"),
            ("t and ", "t", ""),
            ("a < ", "a", ""),
            ("w + ", "w", ""),
            ("", "rs", "[1]"),
            ("", "r", ".n"),
            ("\"", "", ""),
            ("a(", "", ""),
            ("\u{301}", "a", ""),
        ] {
            texts.push(format!("{}{core}{}", open.repeat(n), close.repeat(n)));
        }
    }
    all(texts);
}

#[test]
fn expressions_that_grow() {
    let texts = [
        "9^9^9^9^9",
        "2^10000000000",
        "2^(-9223372036854775807 - 1)",
        "(1/3)^4000*(1/7)^4000",
        "big*big*big*big",
        "big - 1",
        "-big",
        "abs(big)",
        "big div b",
        "big mod b",
        "big/z",
        "factorial(100000)",
        "factorial(-1)",
        "choose(1000000, 500000)",
        "choose(big, big)",
        "gcd(big, big)",
        "gcd(big, b)",
        "is_prime(9223372036854775783)",
        "factors(9223372036854775783)",
        "factors(4611686014132420609)",
        "range(1, 1000000000)",
        "range(1, 1000000000, 1/1000000)",
        "range(big, -big)",
        "digits(2^4000)",
        "words(10^300)",
        "roman(10^9)",
        "in_base(2^4000, 2)",
        "in_base(5, 1)",
        "root(2^4000 + 1)",
        "root(9223372036854775783)",
        "round(f, 1000000000)",
        "round(f, -1000000000)",
        "sig(f, 1000000000)",
        "sqrt(-1)",
        "ln(0)",
        "exp(1000000)",
        "tan(pi/2)",
        "(x + 1)^10000",
        "(x^1000000000)^1000000000",
        "x^big",
        "(x + a)^50*(x - a)^50",
        "[y*z for y in xs]",
        "[[[[p for p in range(1, 300)] for q in range(1, 300)] for s in range(1, 300)] for o in range(1, 300)]",
        "sum([sum([sum([1 for p in range(1, 1000)]) for q in range(1, 1000)]) for s in range(1, 1000)])",
        "join([join([w for p in range(1, 30000)], w) for q in range(1, 30000)], w)",
        "xs[0]",
        "xs[-1]",
        "xs[1/2]",
        "xs[10^30]",
        "none[1]",
        "max(none)",
        "mean(none)",
        "median(none)",
        "mode(none)",
        "r[w]",
        "r.name.n",
        "places(1/3)",
        "time(1/0)",
        "det([[1, 2], [3]])",
        "det([])",
        "split(w, \"\")",
    ];
    all(texts.map(String::from).to_vec());
}

fn item(vary: &str, rest: &str) -> String {
    format!(
        "bank: B\nid: b\nstandards: [{{id: S, statement: s}}]\nitems:\n- id: a\n  vary: {vary}\n  stem: x\n  answer: 1\n{rest}"
    )
}

#[test]
fn domains_that_are_vast_or_empty() {
    let domains = [
        "1..9223372036854775807",
        "-9223372036854775808..9223372036854775807",
        "1..10^400",
        "9..2",
        "1..9 step 0",
        "1..9 step -1",
        "0..1 step 1/100000000",
        "0..1000000000 over [10000, 9999]",
        "0..1 over [0]",
        "0..1 over []",
        "5 of 1..4",
        "100000 of 1..100000",
        "1000000 of 1..10",
        "100000 draws of 1..100000",
        "(-1) of 1..4",
        "1/2 of 1..4",
        "0 of 1..4",
        "0 draws of 1..4",
        "3 draws of 3 draws of 3 draws of 3 draws of 1..9",
        "shuffle of range(1, 100000)",
        "shuffle of []",
        "[]",
        "1..9 except range(1, 9)",
        "{weights: {}}",
        "{weights: {a: 9223372036854775807, b: 9223372036854775807, c: 9223372036854775807}}",
        "{weights: {a: 0}}",
        "{weights: {a: -1}}",
    ];
    on_small_stack(move || {
        for domain in domains {
            let quoted = match domain.starts_with(['{', '[']) {
                true => domain.to_owned(),
                false => format!("\"{domain}\""),
            };
            bank(&item(&format!("{{n: {quoted}}}"), ""));
        }
    });
}

#[test]
fn banks_that_are_deep_wide_or_cyclic() {
    on_small_stack(|| {
        for n in [60, 64, 65, 1_000, 100_000] {
            bank(&item(
                &format!("{{n: {}1{}}}", "[".repeat(n), "]".repeat(n)),
                "",
            ));
            bank(&format!("{}1", "- ".repeat(n)));
            bank(&format!("{}1", "a: {".repeat(n)));
        }
        // Names that need each other in a long chain.
        let chain = |n: usize| -> String {
            let link = |k: usize| format!("    n{k}: n{} + 1\n", k + 1);
            (0..n).map(link).collect::<String>() + &format!("    n{n}: 1\n")
        };
        for n in [100, 1_000, 5_000] {
            bank(&item("{}", &format!("  let:\n{}", chain(n))));
        }
        let circle: String = (0..5_000)
            .map(|k| format!("    n{k}: n{} + 1\n", (k + 1) % 5_000))
            .collect();
        bank(&item("{}", &format!("  let:\n{circle}")));
        let draws: String = (0..2_000)
            .map(|k| format!("    n{k}: n{}..n{}+9\n", k + 1, k + 1))
            .collect();
        bank(&item(&format!("\n{draws}    n2000: 1..9"), ""));
        let laughs: String = (1..30)
            .map(|k| format!("l{k}: &l{k} [*l{}, *l{}]\n", k - 1, k - 1))
            .collect();
        bank(&format!("l0: &l0 [ha]\n{laughs}"));
        bank(&item(
            "{n: 1..9}",
            &format!("  variants:\n{}", "    a: {stem: y}\n".repeat(3)),
        ));
    });
}
