use super::{language, n, refused, text};
use crate::value::Value;
use crate::value::notation::{Format, Medium, Misfit, print};

fn words(tag: &str, number: i64) -> String {
    print(
        &Value::integer(number),
        &Format::Words,
        Medium::Text,
        language(tag),
    )
    .unwrap()
}

#[test]
fn english() {
    for (number, expected) in [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (42, "forty-two"),
        (-7, "minus seven"),
        (100, "one hundred"),
        (115, "one hundred fifteen"),
        (1000, "one thousand"),
        (20_020, "twenty thousand twenty"),
        (
            999_999_999,
            "nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine",
        ),
    ] {
        assert_eq!(words("en", number), expected);
    }
}

#[test]
fn spanish() {
    for (number, expected) in [
        (0, "cero"),
        (16, "dieciséis"),
        (21, "veintiuno"),
        (31, "treinta y uno"),
        (100, "cien"),
        (101, "ciento uno"),
        (555, "quinientos cincuenta y cinco"),
        (1000, "mil"),
        (21_000, "veintiún mil"),
        (31_001, "treinta y un mil uno"),
        (100_000, "cien mil"),
        (1_000_000, "un millón"),
        (2_300_000, "dos millones trescientos mil"),
        (-5, "menos cinco"),
    ] {
        assert_eq!(words("es", number), expected);
    }
}

#[test]
fn french() {
    for (number, expected) in [
        (16, "seize"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (22, "vingt-deux"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (280, "deux cent quatre-vingts"),
        (1000, "mille"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
        (80_000_000, "quatre-vingts millions"),
        (1_000_001, "un million un"),
    ] {
        assert_eq!(words("fr", number), expected);
    }
}

#[test]
fn german() {
    for (number, expected) in [
        (1, "eins"),
        (16, "sechzehn"),
        (17, "siebzehn"),
        (21, "einundzwanzig"),
        (30, "dreißig"),
        (100, "einhundert"),
        (101, "einhunderteins"),
        (1000, "eintausend"),
        (21_001, "einundzwanzigtausendeins"),
        (1_000_000, "eine Million"),
        (2_000_100, "zwei Millionen einhundert"),
        (101_000_000, "einhunderteine Millionen"),
    ] {
        assert_eq!(words("de", number), expected);
    }
}

#[test]
fn numbers_have_distinct_words_in_every_language() {
    for tag in ["en", "es", "fr", "de"] {
        let mut seen = std::collections::HashSet::new();
        for number in (0..3000).chain((3000..1_000_000).step_by(997)) {
            let words = words(tag, number);
            assert!(
                !words.contains("  ") && words.trim() == words,
                "{tag} {number}: {words}"
            );
            assert!(seen.insert(words), "{tag} {number}");
        }
    }
}

#[test]
fn ordinals() {
    let ordinal = |tag, number| {
        print(
            &Value::integer(number),
            &Format::Ordinal,
            Medium::Text,
            language(tag),
        )
        .unwrap()
    };
    for (number, expected) in [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (111, "111th"),
        (0, "0th"),
    ] {
        assert_eq!(ordinal("en", number), expected);
    }
    assert_eq!(ordinal("es", 3), "3.º");
    assert_eq!(ordinal("fr", 1), "1er");
    assert_eq!(ordinal("fr", 2), "2e");
    assert_eq!(ordinal("de", 3), "3.");
}

#[test]
fn articles() {
    for an in [
        "apple",
        "hour",
        "honest person",
        "heir",
        "umbrella",
        "urn",
        "unimportant detail",
        "uninvited guest",
        "unidentified object",
        "8",
        "11",
        "18",
        "80",
        "800",
        "11,000",
        "18th birthday",
        "x-ray",
        "FBI agent",
        "MRI",
        "SOS",
        "egg",
        "onerous task",
        "HTML page",
        "“old” book",
        "utter lie",
        "urgent call",
    ] {
        assert_eq!(text(&Value::text(an), Format::A), format!("an {an}"));
    }
    for a in [
        "banana",
        "university",
        "unit",
        "user",
        "one-way street",
        "European",
        "house",
        "7",
        "110",
        "1800",
        "u-turn",
        "USB stick",
        "NASA engineer",
        "ukulele",
        "uranium atom",
        "utility",
        "hotel",
        "unison",
        "−8",
    ] {
        assert_eq!(text(&Value::text(a), Format::A), format!("a {a}"));
    }
    assert_eq!(text(&n("8"), Format::A), "an 8");
    let spanish = print(
        &Value::text("casa"),
        &Format::A,
        Medium::Text,
        language("es"),
    );
    assert_eq!(
        spanish,
        Err(Misfit::Language {
            format: Format::A,
            language: "es"
        })
    );
    assert_eq!(
        text(&Value::text("élan vital"), Format::Capital),
        "Élan vital"
    );
    assert!(matches!(
        refused(&Value::Real(1.0), Format::Capital),
        Misfit::UnroundedReal
    ));
}
