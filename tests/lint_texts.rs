//! The rules about texts read everything that is printed, not the stem alone: each place of the
//! bank below prints one slip of typesetting, and each is found there.

use isoform::bank::lower;
use isoform::diagnostic::{Code, Diagnostics, draw};
use isoform::lint::census::Limits;
use isoform::lint::examine;
use isoform::source::Sources;

/// What is found in an item with this end: codes and the words that they point at.
fn found(item: &str) -> Vec<(Code, String)> {
    let bank = format!(
        "bank: T\nid: t\nstandards: [{{id: S1, statement: s, mastery: 1 of 2}}]\nitems:\n  - id: one\n    \
         vary: {{n: 1..9, m: -9..-1, thing: [apple, pear]}}\n{item}"
    );
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let loaded = lower::load("t.yaml", bank.as_bytes(), &mut sources, &mut diagnostics);
    let loaded =
        loaded.unwrap_or_else(|| panic!("{item}\n{}", draw::all(&diagnostics, &sources, false)));
    let messages = examine(&loaded, &loaded.items[0], &Limits::default()).messages;
    let texts = [
        Code::CoefficientOne,
        Code::DoubleSign,
        Code::LeftoverBraces,
        Code::NumberAgreement,
        Code::Article,
        Code::Spacing,
    ];
    let own = messages.iter().filter(|m| texts.contains(&m.code));
    own.map(|m| {
        let place = m.span.map_or("", |span| sources.slice(span).trim());
        (m.code, place.to_owned())
    })
    .collect()
}

#[test]
fn every_text_is_read() {
    use Code::{Article, CoefficientOne, DoubleSign, NumberAgreement};
    let cases: [(&str, Code, &str); 16] = [
        // Parts: stem, solution, what is said of a slip.
        (
            "    parts:\n      - {stem: 'How old are {{n}} apples?', answer: n}\n",
            NumberAgreement,
            "n",
        ),
        (
            "    parts:\n      - {stem: How many?, answer: n, solution: 'As 2 + {{m}} shows.'}\n",
            DoubleSign,
            "m",
        ),
        (
            "    parts:\n      - {stem: How many?, answer: n, misconceptions: {slip: {is: n + 1, tell: 'A {{thing}}.'}}}\n",
            Article,
            "thing",
        ),
        // A solution, a unit.
        (
            "    answer: n\n    solution: 'So ${{n}}x$.'\n",
            CoefficientOne,
            "n",
        ),
        (
            "    answer: {is: n, unit: 'a {{thing}}'}\n",
            Article,
            "thing",
        ),
        // Statements, and why.
        (
            "    select:\n      statements: [{say: 'There are {{n}} apples.', when: n < 5}, {say: '{{n}} and 1.', when: n > 4}]\n      show: 2\n",
            NumberAgreement,
            "n",
        ),
        (
            "    select:\n      statements: [{say: '{{n}} is one.', when: n < 5, why: '3 - {{m}}'}, {say: '{{n}} and 1.', when: n > 4}]\n      show: 2\n",
            DoubleSign,
            "m",
        ),
        // Lists that are matched or put in order.
        (
            "    match: {left: '[\"a\", \"b\"]', right: '[text(n) + \" apples\", \"pears\"]'}\n",
            NumberAgreement,
            "",
        ),
        (
            "    sequence: '[\"2 + \" + text(m), \"3 + n\"]'\n",
            DoubleSign,
            "",
        ),
        // Options: of a dropdown, of a question.
        (
            "    answers: {a: {is: 'text(n) + \" apples\"', choices: '[text(n) + \" apples\", \"none\"]'}}\n",
            NumberAgreement,
            "",
        ),
        (
            "    answer: 'text(n) + \" apples\"'\n    choices: '[text(n) + \" apples\", \"none\"]'\n",
            NumberAgreement,
            "",
        ),
        // Figures: in words, and the words in them; of an item, of a part.
        (
            "    answer: n\n    figure: {alt: 'A {{thing}}.', draw: [{point: {at: '[0, 0]'}}]}\n",
            Article,
            "thing",
        ),
        (
            "    answer: n\n    figure: {alt: It., draw: [{for: 'k in range(1, 2)', point: {at: '[k, 0]', label: '{{n}} apples'}}]}\n",
            NumberAgreement,
            "n",
        ),
        (
            "    parts:\n      - {stem: How many?, answer: n, figure: {alt: It., draw: [{point: {at: '[0, 0]', label: 'A {{thing}}'}}]}}\n",
            Article,
            "thing",
        ),
        // What a marker reads.
        (
            "    sample: 'There are {{n}} apples.'\n    rubric: {levels: {1: Good., 0: Not.}}\n",
            NumberAgreement,
            "n",
        ),
        (
            "    rubric: {levels: {1: 'Says {{n}} apples.', 0: Not.}}\n",
            NumberAgreement,
            "n",
        ),
    ];
    let mut wrong = Vec::new();
    for (end, code, place) in cases {
        let stem = match end.contains("answers:") {
            true => "    stem: 'Fill [[a]] in.'\n",
            false => "    stem: Look.\n",
        };
        let found = found(&format!("{stem}{end}"));
        let right =
            matches!(&*found, [(own, at)] if *own == code && (place.is_empty() || at == place));
        if !right {
            wrong.push(format!("{end}{code:?} at {place}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_without_a_slip_stay_quiet() {
    let quiet = [
        "    stem: Look.\n    sequence: '[\"2 - 1 = \" + text(n), \"n is 1\" + text(n), text(m) + \" + 2 is 1 more\"]'\n",
        "    stem: Look.\n    match: {left: '[\"a\", \"b\"]', right: '[plural(n, \"apple\"), text(n) + \".1 pears\"]'}\n",
        "    stem: Look.\n    sequence: '[\"5 - (-3)\", \"x-3\", \"1 m of cloth\"]'\n",
    ];
    for item in quiet {
        assert_eq!(found(item), [], "{item}");
    }
}
