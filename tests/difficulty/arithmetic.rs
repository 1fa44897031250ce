//! Whole numbers, decimals, percents and signs.

use crate::trial::{adds, model, numbers};

fn sum() -> isoform::bank::model::ItemModel {
    numbers("{{a}} + {{b}}", "a + b")
}

fn difference() -> isoform::bank::model::ItemModel {
    numbers("{{a}} - {{b}}", "a - b")
}

#[test]
fn digits_of_the_longest_number() {
    for (a, b, expected) in [
        ("7", "8", 0.0),
        ("10", "8", 0.3),
        ("0", "-250", 0.6),
        ("0.05", "3", 0.0),  // 5 hundredths
        ("12.50", "3", 0.6), // 12.5
        ("12.00", "3", 0.3),
        ("3/16", "2", 0.3),
        ("123456789", "2", 1.2), // at most 4 beyond the first
    ] {
        adds(&sum(), &[("a", a), ("b", b)], "digits", expected);
    }
    let priced = numbers("{{a | money}} less {{b}}%", "a*b");
    adds(&priced, &[("a", "42"), ("b", "5")], "digits", 0.3);
    adds(&priced, &[("a", "42.5"), ("b", "5")], "digits", 0.6);
    adds(&priced, &[("a", "4"), ("b", "12.5")], "digits", 0.6);
}

#[test]
fn a_number_that_has_nothing_to_do_with_the_answer_does_not_count() {
    let room = numbers("In room {{c}} there are {{a}} and {{b}} chairs.", "a + b");
    adds(
        &room,
        &[("a", "3"), ("b", "4"), ("c", "205")],
        "digits",
        0.0,
    );
    // The price is not in the key, but it is bound to the part that is.
    let linked = numbers("{{a + c}} of {{b}}: how many are left?", "b - a");
    adds(
        &linked,
        &[("a", "1"), ("b", "4"), ("c", "204")],
        "digits",
        0.6,
    );
}

#[test]
fn digits_in_lists_and_polynomials() {
    let data =
        model("vary: {a: 1..9}\nlet: {data: '[a, 2, 3]'}\nstem: |\n  {{data}}\nanswer: data[1]");
    adds(&data, &[("a", "1234")], "digits", 0.9);
    let terms = model("symbols: [x]\nvary: {a: 2..9}\nstem: |\n  Expand {{a*x}}\nanswer: a");
    adds(&terms, &[("a", "-35")], "digits", 0.3);
}

#[test]
fn carries_and_borrows_by_hand() {
    // First 0.6, each further 0.3, at most 3.
    for (a, b, expected) in [
        ("23", "45", 0.0),
        ("27", "45", 0.6),
        ("7", "8", 0.6),
        ("99", "1", 0.9),
        ("555", "555", 1.2),
        ("99999", "1", 1.2),
        ("3.5", "2.75", 0.6), // 350 + 275
        ("0.9", "0.1", 0.6),
        ("-27", "-45", 0.6), // as 27 + 45
        ("50", "-8", 0.6),   // as 50 − 8
    ] {
        adds(&sum(), &[("a", a), ("b", b)], "carries", expected);
    }
    for (a, b, expected) in [
        ("68", "45", 0.0),
        ("63", "45", 0.6),
        ("45", "63", 0.6), // as 63 − 45
        ("503", "78", 0.9),
        ("1000", "1", 1.2),
        ("4", "1.25", 0.9), // 400 − 125
        ("27", "-45", 0.6), // as 27 + 45
        ("7", "7", 0.0),
    ] {
        adds(&difference(), &[("a", a), ("b", b)], "carries", expected);
    }
}

#[test]
fn borrows_across_zero() {
    for (a, b, expected) in [
        ("503", "78", 0.5),
        ("1000", "1", 0.5),
        ("4", "1.25", 0.5),
        ("503", "2", 0.0),
        ("530", "78", 0.0),
        ("63", "45", 0.0),
        ("108", "9", 0.5),
        ("110", "9", 0.0),
    ] {
        adds(
            &difference(),
            &[("a", a), ("b", b)],
            "borrow across zero",
            expected,
        );
    }
    adds(
        &sum(),
        &[("a", "503"), ("b", "78")],
        "borrow across zero",
        0.0,
    );
}

#[test]
fn only_one_operation_between_numbers_of_the_stem_counts() {
    let draws = &[("a", "27"), ("b", "45"), ("c", "6")];
    for (stem, answer, expected) in [
        ("{{a}} and {{b}}", "a + b", 0.6),
        ("{{a}} and {{b}}", "abs(a - b)", 0.6),
        ("{{b}} and 19", "b - 19", 0.6),
        ("{{a}}", "a + b", 0.0), // b is not shown
        ("{{a}}, {{b}}, {{c}}", "a + b + c", 0.0),
        ("{{a}}, {{b}}, {{c}}", "a + b*c", 0.0),
        ("{{a}} and {{b}}", "a*b", 0.0),
    ] {
        adds(&numbers(stem, answer), draws, "carries", expected);
    }
}

#[test]
fn names_are_followed_to_what_they_stand_for() {
    let lines = "vary: {a: 1..9, b: 1..9}\nlet: {total: a + b, rest: total - a, key: rest}\n\
                 stem: |\n  {{total}} less {{a}}\nanswer: key";
    adds(&model(lines), &[("a", "7"), ("b", "8")], "carries", 0.6);
    adds(&model(lines), &[("a", "2"), ("b", "11")], "carries", 0.0);
}

#[test]
fn the_branch_that_is_taken_counts() {
    let choice = model(
        "vary: {a: 1..9, b: 1..9, sign: [\"+\", \"-\", \"times\", \"into\"]}\n\
         stem: |\n  {{a}} {{sign}} {{b}}\n\
         answer: 'if sign == \"+\" then a + b else if sign == \"-\" then a - b else if sign == \"times\" then a*b else a/b'",
    );
    for (sign, operation, carries) in [
        ("+", 0.0, 0.0),
        ("-", 0.3, 0.6),
        ("times", 0.6, 0.0),
        ("into", 1.0, 0.0),
    ] {
        let draws = &[("a", "21"), ("b", "7"), ("sign", sign)];
        adds(&choice, draws, "operation", operation);
        adds(&choice, draws, "carries", carries);
    }
}

#[test]
fn products_and_easy_facts() {
    let product = numbers("{{a}} times {{b}}", "a*b");
    for (a, b, size, fact) in [
        ("7", "8", 0.84, 0.0),
        ("-7", "8", 0.84, 0.0),
        ("9", "9", 1.215, -0.4),
        ("5", "6", 0.45, -0.4),
        ("12", "8", 0.0, 0.0),
        ("10", "83", 0.0, -0.4),
        ("5", "83", 0.0, 0.0),
        ("83", "83", 0.0, 0.0),
        ("0.5", "4", 0.0, 0.0),
    ] {
        adds(&product, &[("a", a), ("b", b)], "product size", size);
        adds(&product, &[("a", a), ("b", b)], "easy fact", fact);
    }
    adds(&sum(), &[("a", "8"), ("b", "8")], "easy fact", -0.4);
    adds(&sum(), &[("a", "8"), ("b", "8")], "product size", 0.0);
    let quotient = numbers("{{a}} into {{b}}", "a/b");
    adds(&quotient, &[("a", "10"), ("b", "10")], "easy fact", 0.0);
}

#[test]
fn decimal_places_that_do_not_line_up() {
    for (a, b, expected) in [
        ("3.5", "2.75", 0.5),
        ("4", "1.25", 0.5),
        ("3.50", "2.75", 0.0),
        ("4", "12", 0.0),
        ("1/2", "0.25", 0.0),
    ] {
        adds(&sum(), &[("a", a), ("b", b)], "misaligned places", expected);
        adds(
            &difference(),
            &[("a", a), ("b", b)],
            "misaligned places",
            expected,
        );
    }
    let product = numbers("{{a}} times {{b}}", "a*b");
    adds(
        &product,
        &[("a", "3.5"), ("b", "2.75")],
        "misaligned places",
        0.0,
    );
    // Money has two places.
    let money = numbers("{{a | money}} and {{b | money}}", "a + b");
    adds(
        &money,
        &[("a", "4"), ("b", "1.25")],
        "misaligned places",
        0.0,
    );
}

#[test]
fn percents() {
    for (percent, unfamiliar, out_of_range) in [
        ("25", 0.0, 0.0),
        ("100", 0.0, 0.0),
        ("35", 0.5, 0.0),
        ("140", 0.5, 0.4),
        ("0.5", 0.5, 0.4),
        ("12.5", 0.5, 0.0),
    ] {
        for stem in [
            "{{a}}% of {{b}}",
            "${{a}}\\%$ of {{b}}",
            "{{a/100 | percent}} of {{b}}",
        ] {
            let model = numbers(stem, "a*b/100");
            let draws = &[("a", percent), ("b", "340")];
            adds(&model, draws, "unfamiliar percent", unfamiliar);
            adds(&model, draws, "percent out of range", out_of_range);
        }
    }
    let other = numbers("{{b}} grew by {{c}}%. What is {{a}} less {{b}}?", "a - b");
    adds(&other, &[("c", "35")], "unfamiliar percent", 0.0);
    adds(
        &numbers("{{a}} of {{b}}", "a*b/100"),
        &[("a", "35")],
        "unfamiliar percent",
        0.0,
    );
}

#[test]
fn negative_numbers() {
    for (a, b, count, subtracting) in [
        ("3", "4", 0.0, 0.0),
        ("-3", "4", 0.4, 0.0),
        ("3", "-4", 0.4, 0.8),
        ("-3", "-4", 0.8, 0.8),
    ] {
        let draws = &[("a", a), ("b", b)];
        adds(&difference(), draws, "negative operand", count);
        adds(&difference(), draws, "subtracting a negative", subtracting);
        adds(&sum(), draws, "subtracting a negative", 0.0);
        let longer = numbers("{{c}}({{a}} - ({{b}}))", "c*(a - b)");
        adds(&longer, draws, "subtracting a negative", subtracting);
    }
    let many = numbers("{{a}}, {{b}}, {{c}}", "a + b + c");
    adds(
        &many,
        &[("a", "-1"), ("b", "-1"), ("c", "-1")],
        "negative operand",
        0.8,
    );
}
