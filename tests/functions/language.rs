//! Texts, dates and times.

use crate::{equal, fails};

#[test]
fn words_and_letters() {
    equal([
        ("words(\"\")", "[]"),
        (
            "words(\" ¿Qué  tal, o'clock? -- well-known. \")",
            "[\"Qué\", \"tal\", \"o'clock\", \"well-known\"]",
        ),
        ("letters(\"\")", "[]"),
        ("letters(\"año\")", "[\"a\", \"ñ\", \"o\"]"),
        // A letter that is written with a combining tilde is one letter.
        ("letters(\"an\u{303}o\")", "[\"a\", \"n\u{303}\", \"o\"]"),
        ("length(\"an\u{303}o\")", "3"),
        ("length(\"日本\")", "2"),
        ("slice(\"an\u{303}o\", 2, 2)", "\"n\u{303}\""),
        ("join(letters(\"añ o\u{301}!\"))", "\"añ o\u{301}!\""),
        ("split(\"a,b,,c\", \",\")", "[\"a\", \"b\", \"\", \"c\"]"),
        ("split(\"\", \",\")", "[\"\"]"),
        ("join([])", "\"\""),
        ("join([1/2, 0.50, \"x\"], \", \")", "\"1/2, 0.50, x\""),
        ("upper(\"straße ñ\")", "\"STRASSE Ñ\""),
        ("lower(\"ÁRBOL\")", "\"árbol\""),
        ("starts_with(\"a\", \"ab\")", "false"),
        ("ends_with(\"ab\", \"\")", "true"),
        ("replace(\"aaa\", \"aa\", \"b\")", "\"ba\""),
        ("replace(\"abc\", \"b\", \"\")", "\"ac\""),
        ("repeat(\"ab\", 0)", "\"\""),
        ("strip_accents(\"Él está aquí\")", "\"El esta aqui\""),
    ]);
    fails([
        ("split(\"ab\", \"\")", "not empty"),
        ("replace(\"ab\", \"\", \"x\")", "not empty"),
        ("repeat(\"ab\", -1)", "from 0 to"),
        ("repeat(\"ab\", 60000)", "beyond what an item can hold"),
        (
            "replace(repeat(\"a\", 50000), \"a\", \"bcd\")",
            "beyond what an item can hold",
        ),
        (
            "join([repeat(\"a\", 60000), repeat(\"a\", 60000)])",
            "beyond what an item can hold",
        ),
        ("words(3)", "needs a text"),
        ("join([true])", "a list of texts or numbers"),
    ]);
}

/// From the published counts by hand, over the size of the list's corpus: the logarithm of the
/// count in a billion.
#[test]
fn words_have_a_frequency() {
    equal([
        // 3 090 159 793 of 59.043e9: 52 337 000 in a billion, 7.72.
        ("zipf(\"the\", \"en\")", "7.7"),
        // 539 413: 9 136 in a billion, 3.96. In capitals it is the same word.
        ("zipf(\"HOMEWORK\", \"en-US\")", "4.0"),
        // 40 582 357: 687 300, 5.84. Of two words the rarer one counts.
        ("zipf(\"house\", \"en\")", "5.8"),
        ("zipf(\"The house: 12 (homework)!\", \"en\")", "4.0"),
        ("zipf(\"house-the\", \"en\")", "5.8"),
        // 192 867 956: 3 266 600, 6.51; 8 089 786: 137 010, 5.14; 3 316 637: 56 173, 4.75.
        ("zipf(\"didn’t\", \"en\")", "6.5"),
        ("zipf(\"dog's\", \"en\")", "5.1"),
        ("zipf(\"o'clock\", \"en\")", "4.7"),
        // Not on the list, whose last word is met 4 072 times in a billion, 3.61.
        ("zipf(\"photosynthesis\", \"en\")", "3.6"),
        // 10 602 702 of 14.304e9: 741 300, 5.87.
        ("zipf(\"¿Casa?\", \"es\")", "5.9"),
        // 4 787 935 of 28.587e9: 167 490, 5.22.
        ("zipf(\"l’École\", \"fr\")", "5.2"),
        // 12 655 948 of 44.939e9: 281 600, 5.45 (5.4497).
        ("zipf(\"Haus\", \"de\")", "5.4"),
        ("zipf(\"house\", \"es\")", "3.8"),
    ]);
    fails([
        (
            "zipf(\"house\", \"it\")",
            "\"en\", \"es\", \"fr\" or \"de\"",
        ),
        ("zipf(\"12 – 3\", \"en\")", "a text with a word in it"),
        ("zipf(\"\", \"en\")", "a text with a word in it"),
        ("zipf(\"house\")", "takes 2 arguments, found 1"),
        ("zipf(3, \"en\")", "needs a text"),
    ]);
}

#[test]
fn what_formats_print_as_texts() {
    equal([
        ("printed(42, \"words\")", "\"forty-two\""),
        ("printed(42, \"words\", \"es\")", "\"cuarenta y dos\""),
        ("printed(21, \"ordinal\")", "\"21st\""),
        ("printed(time(9, 5), \"time\")", "\"9:05\""),
        ("printed(4.5, \"money\")", "\"$4.50\""),
        ("printed(2/3, \"decimal(2)\")", "\"0.67\""),
        ("printed(\"apple\", \"a\")", "\"an apple\""),
        ("printed(1.5, \"decimal\", \"de\")", "\"1,5\""),
    ]);
    fails([
        ("printed(1, \"wrods\")", "a printing format"),
        ("printed(1/2, \"words\")", "this format can print"),
        ("printed(1, \"words\", \"tlh\")", "one of the languages"),
        ("printed(1)", "2 to 3 arguments"),
    ]);
}

#[test]
fn numbers_in_texts() {
    equal([
        ("text(-3/4)", "\"-3/4\""),
        ("text(2.50)", "\"2.50\""),
        ("text(round(2, 1))", "\"2.0\""),
        ("text(\"a\")", "\"a\""),
        ("number(\" -3/4 \")", "-3/4"),
        ("number(\"12\")", "12"),
        ("text(number(\"1.50\"))", "\"1.50\""),
    ]);
    fails([
        ("number(\"twelve\")", "a number such as"),
        ("number(\"1/0\")", "a number such as"),
        ("number(\"\")", "a number such as"),
        ("text(sqrt(2))", "found an unrounded number"),
        ("text(x)", "expected a number"),
    ]);
}

#[test]
fn nouns_follow_their_number() {
    equal([
        ("plural(1, \"apple\")", "\"apple\""),
        ("plural(-1, \"degree\")", "\"degree\""),
        ("plural(0, \"apple\")", "\"apples\""),
        ("plural(2, \"square foot\")", "\"square feet\""),
        ("plural(1/2, \"cup\")", "\"cup\""),
        ("plural(3/2, \"cup\")", "\"cups\""),
        ("plural(0.5, \"litre\")", "\"litres\""),
        ("plural(1.5, \"litre\")", "\"litres\""),
        ("plural(1, \"niño\", \"niños\")", "\"niño\""),
        ("plural(2, \"pez\", \"peces\")", "\"peces\""),
    ]);
    fails([
        ("plural(\"apple\", 2)", "needs a number"),
        ("plural(2)", "takes 2 to 3"),
    ]);
}

#[test]
fn times() {
    equal([
        ("time(0, 0)", "0"),
        ("time(23, 59)", "1439"),
        ("time(14, 5) - time(12, 50)", "75"),
        ("hours(time(23, 59))", "23"),
        ("minutes(time(23, 59))", "59"),
        ("hours(1500)", "25"),
        (
            "[t for t in range(0, 1439) if time(hours(t), minutes(t)) != t]",
            "[]",
        ),
    ]);
    fails([
        ("time(24, 0)", "hours from 0 to 23"),
        ("time(3, 60)", "minutes from 0 to 59"),
        ("time(3.5, 0)", "hours from 0 to 23"),
        ("hours(-1)", "from 0 up"),
        ("minutes(1/2)", "whole number of minutes"),
    ]);
}

#[test]
fn dates() {
    equal([
        ("date(1, 1, 1)", "1"),
        // Days that many people know.
        ("day_of_week(date(1969, 7, 20))", "\"Sunday\""),
        ("day_of_week(date(2001, 9, 11))", "\"Tuesday\""),
        ("day_of_week(date(1900, 1, 1))", "\"Monday\""),
        (
            "[day_of_week(date(2024, 1, n)) for n in range(3, 7)]",
            "[\"Wednesday\", \"Thursday\", \"Friday\", \"Saturday\", \"Sunday\"]",
        ),
        (
            "[weekday(date(2024, 1, n)) for n in range(1, 7)]",
            "range(1, 7)",
        ),
        ("date(2000, 1, 1) - date(1900, 1, 1)", "36524"),
        ("date(2001, 1, 1) - date(2000, 1, 1)", "366"),
        (
            "[year(d)*10000 + month(d)*100 + day(d) for d in [date(2023, 12, 25) + 10]]",
            "[20240104]",
        ),
        ("date(9999, 12, 31) + 1 - date(1, 1, 1)", "9999*365 + 2424"),
        ("leap_year(2000) and leap_year(2024)", "true"),
        ("leap_year(1900) or leap_year(2023)", "false"),
        ("sum([days_in_month(2023, m) for m in range(1, 12)])", "365"),
        ("days_in_month(1900, 2)", "28"),
    ]);
    fails([
        ("date(2023, 2, 29)", "a day that the calendar has"),
        ("date(2023, 13, 1)", "a day that the calendar has"),
        ("date(0, 1, 1)", "a day that the calendar has"),
        ("date(10000, 1, 1)", "a day that the calendar has"),
        ("year(date(9999, 12, 31) + 1)", "a date made by"),
        ("day(0)", "a date made by"),
        ("weekday(10^18)", "a date made by"),
        ("leap_year(0)", "from 1 to 9999"),
        ("days_in_month(2023, 0)", "from 1 to 12"),
    ]);
}
