//! Lists, sets, rows.

use crate::{equal, fails, typed};

#[test]
fn totals() {
    equal([
        ("sum([])", "0"),
        ("sum([1/2, 0.25])", "0.75"),
        ("sum([x, 2*x, 1])", "3*x + 1"),
        ("sum([root(2), root(8)])", "3*root(2)"),
        ("round(sum([sqrt(2), 1]), 3)", "2.414"),
        ("sum([n^2 for n in range(1, 100)])", "338350"),
        ("product([])", "1"),
        ("product(range(1, 10))", "3628800"),
        ("product([x + 1, x - 1])", "x^2 - 1"),
        ("cumulative([])", "[]"),
        ("cumulative([1/2, 1/2])", "[1/2, 1]"),
        ("count([])", "0"),
        ("count([1, 0.5, 1/2], 0.50)", "2"),
    ]);
    fails([
        ("sum([\"a\", \"b\"])", "a list of numbers or polynomials"),
        ("sum([show(x + 1)])", "a list of numbers or polynomials"),
        ("sum([true])", "a list of numbers or polynomials"),
        ("sum(3)", "needs a list"),
        ("sum([pi_times(1), 1])", "not defined"),
        ("product([2 for i in range(1, 5000)])", "too large"),
    ]);
}

#[test]
fn order_and_places() {
    equal([
        ("sort([0.5, 1/3, -1, 10^20])", "[-1, 1/3, 0.5, 10^20]"),
        (
            "sort([root(10), 3, pi_times(1)])",
            "[3, pi_times(1), root(10)]",
        ),
        (
            "sort([\"pear\", \"Apple\", \"élan\", \"eland\"])",
            "[\"Apple\", \"élan\", \"eland\", \"pear\"]",
        ),
        ("sort([])", "[]"),
        ("reverse([1, \"a\"])", "[\"a\", 1]"),
        ("position([4, 1/2], 0.5)", "2"),
        ("range(3, 3)", "[3]"),
        ("range(3, 2)", "[]"),
        ("range(3, 1, -1)", "[3, 2, 1]"),
        ("range(1, 0, 1/2)", "[]"),
        ("range(0, 1, 0.25)", "[0, 1/4, 1/2, 3/4, 1]"),
        ("range(1, 6, 2)", "[1, 3, 5]"),
        ("count(range(1, 100000))", "100000"),
        ("first([4, 5, 6], 2)", "[4, 5]"),
        ("first([4], 0)", "[]"),
        ("last([4, 5, 6])", "6"),
        ("last([4, 5, 6], 3)", "[4, 5, 6]"),
        ("slice([4, 5, 6, 7], 2, 3)", "[5, 6]"),
        ("slice([4, 5], 1, 0)", "[]"),
        ("slice([4, 5], 3, 2)", "[]"),
        ("slice(\"niño\", 3, 4)", "\"ño\""),
        ("flatten([])", "[]"),
        ("flatten([[], [1], [[2]]])", "[1, [2]]"),
        ("all([])", "true"),
        ("any([])", "false"),
        ("all([true, 1 > 2])", "false"),
    ]);
    fails([
        ("sort([1, \"a\"])", "cannot be put in order"),
        ("sort([true, false])", "cannot be put in order"),
        ("sort([sqrt(2), sqrt(3)])", "not exact"),
        ("position([1], 2)", "a value that is in the list"),
        ("range(1, 5, 0)", "a step other than 0"),
        ("range(1, 100001)", "beyond what an item can hold"),
        ("range(1, 10^30)", "beyond what an item can hold"),
        ("range(1, 2, 1/10^30)", "beyond what an item can hold"),
        ("first([])", "at least one element"),
        ("first([1], 2)", "no more elements"),
        ("last([1], -1)", "no more elements"),
        ("slice([1, 2], 0, 1)", "places from 1"),
        ("slice([1, 2], 1, 3)", "places from 1"),
        ("slice([1, 2, 3], 3, 1)", "places from 1"),
        ("all([1])", "a list of conditions"),
        ("flatten([1])", "a list of lists"),
        (
            "flatten([range(1, 60000), range(1, 60000)])",
            "beyond what an item can hold",
        ),
    ]);
}

#[test]
fn sets_rows_and_pairs() {
    equal([
        ("unique([1/2, 0.5, \"a\", \"a\"])", "[1/2, \"a\"]"),
        ("union([1, 1], [])", "[1]"),
        ("common([2, 1, 2], [2, 3])", "[2]"),
        ("common([1], [2])", "[]"),
        ("minus([1, 1, 2], [1])", "[2]"),
        ("keys(r)", "[\"name\", \"age\"]"),
        ("values(r)", "[\"Ann\", 9]"),
        (
            "[t.value for t in tally([\"b\", \"a\", \"b\"])]",
            "[\"b\", \"a\"]",
        ),
        ("sum([t.count for t in tally([1, 1/2, 0.5])])", "3"),
        ("zip([], [])", "[]"),
        ("zip([1], [\"a\"])", "[[1, \"a\"]]"),
        (
            "[t.value for t in sort_by(tally([3, 1, 2]), \"value\")]",
            "[1, 2, 3]",
        ),
        (
            "[t.value for t in sort_by(tally([9, 4, 4, 7]), \"count\")]",
            "[9, 7, 4]",
        ),
        ("sort_by([], \"age\")", "[]"),
        ("row_with([r], \"age\", 9.0).name", "\"Ann\""),
        ("row_with([r, r], \"name\", \"Ann\") == r", "true"),
        ("[r][\"Ann\"].age", "9"),
    ]);
    fails([
        ("zip([1], [1, 2])", "the same length"),
        ("sort_by([r], \"weight\")", "a column that every row has"),
        ("sort_by([1], \"a\")", "a list of rows"),
        ("keys([1])", "a row or a map"),
        (
            "[r][\"An\"].age",
            "no row has \"An\" in its column `name` (did you mean \"Ann\"?)",
        ),
        ("[r][\"Bo\"]", "no row has \"Bo\" in its column `name`"),
        ("[r][\"Ann\"].agee", "no column `agee`"),
        ("row_with([r], \"ages\", 9)", "no column `ages` here"),
        (
            "row_with([], \"age\", 9)",
            "no row has 9 in its column `age`",
        ),
        (
            "row_with(tally([3, 4]), \"count\", 1)",
            "different rows have 1 in their column `count`",
        ),
        ("row_with([r], 3, 9)", "needs a text"),
        ("[1, 2][\"a\"]", "a place in a list is a number"),
    ]);
}

#[test]
fn types_are_known_before_any_draw() {
    // What the types say wrongly here would be a mistake in a bank found only in class.
    fails([
        ("first([\"a\"]) + 1", "`+` cannot join a text and a number"),
        ("sort([\"a\", \"b\"])[1] + 1", "`+` cannot join"),
        ("first([1, 2], 2) + 1", "`+` cannot be used on a list"),
        ("zip([1], [2])[1] + 1", "`+` cannot be used on a list"),
        ("tally([\"a\"])[1].number", "no column `number`"),
        ("tally([\"a\"])[1].value + 1", "cannot join"),
        ("sum([sqrt(2)]) > 1", "unrounded number cannot be compared"),
        ("values(r) + 1", "cannot be used on a list"),
        ("flatten([[\"a\"]])[1] + 1", "cannot join"),
    ]);
    for (text, gives) in [
        ("sum([])", "a number"),
        ("sum([x])", "a polynomial"),
        ("max([1, 2])", "a number"),
        ("keys(r)", "a list of texts"),
        ("sd([1, 2])", "an unrounded number"),
        ("union([1], [])", "a list of numbers"),
        ("det([[1]])", "a number"),
        ("det([[x]])", "a polynomial"),
        ("root(2)", "a surd or a multiple of π"),
    ] {
        assert_eq!(typed(text).unwrap().1.to_string(), gives, "{text}");
    }
}
