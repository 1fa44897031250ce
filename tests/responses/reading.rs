//! What students type.

use isoform::bank::answer::{Form, Ignore};
use isoform::instance::item::ItemKey;
use isoform::instance::response::reading::number;
use isoform::instance::response::{AnswerRecord, Verdict, typed};
use isoform::value::notation::Language;
use isoform::value::{Number, Rational, Value};

fn record(form: Option<Form>) -> AnswerRecord {
    AnswerRecord {
        form,
        unit: None,
        ignore: Ignore::default(),
        misconceptions: Vec::new(),
    }
}

fn key(text: &str) -> ItemKey {
    ItemKey::new(Value::Number(Number::parse(text).unwrap()))
}

fn score(right: &str, form: Option<Form>, typed: &str) -> Verdict {
    typed::score(
        &key(right),
        &record(form),
        &[],
        None,
        Language::ENGLISH,
        typed,
    )
}

#[test]
fn numbers_are_read_exactly_in_every_language() {
    let half_more = Rational::new(3, 2).unwrap();
    let german = Language::from_tag("de").unwrap();
    let french = Language::from_tag("fr").unwrap();
    for (language, text, over, under) in [
        (Language::ENGLISH, "3/4", 3, 4),
        (Language::ENGLISH, " 0.75 ", 3, 4),
        (Language::ENGLISH, "75%", 3, 4),
        (Language::ENGLISH, "75 %", 3, 4),
        (Language::ENGLISH, "1 1/2", 3, 2),
        (Language::ENGLISH, "1½", 3, 2),
        (Language::ENGLISH, "-1 1/2", -3, 2),
        (Language::ENGLISH, "−7", -7, 1),
        (Language::ENGLISH, "1,200", 1200, 1),
        (Language::ENGLISH, "1,234,567.5", 2_469_135, 2),
        (Language::ENGLISH, ".5", 1, 2),
        (Language::ENGLISH, "$4.50", 9, 2),
        (german, "0,75", 3, 4),
        (german, "1.200", 1200, 1),
        (german, "0.5", 1, 2),
        (french, "1 200,5", 2401, 2),
    ] {
        let read = number(text, language).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(read.value, Rational::new(over, under).unwrap(), "{text}");
    }
    assert_eq!(number("1 1/2 cm", german).unwrap().value, half_more);
    assert_eq!(number("12 cm²", Language::ENGLISH).unwrap().unit, "cm²");
    for text in [
        "", "abc", "1/0", "1/2/3", "2 + 3", "3 4", "--2", "1,2,3", "1e5x/", "0x10 3",
    ] {
        let read = number(text, Language::ENGLISH);
        let is_number = read.as_ref().is_some_and(|read| read.unit.is_empty());
        assert!(!is_number, "{text} {read:?}");
    }
}

#[test]
fn forms_are_asked_for() {
    use Verdict::{Form as Shape, Right, Wrong};
    for (form, typed, verdict) in [
        (None, "0.75", Right),
        (None, "6/8", Right),
        (None, "0.7", Wrong(None)),
        (Some(Form::Decimal), "0.750", Right),
        (Some(Form::Decimal), "3/4", Shape),
        (Some(Form::Percent), "75%", Right),
        (Some(Form::Percent), "0.75", Shape),
        (Some(Form::Fraction), "6/8", Right),
        (Some(Form::LowestTerms), "6/8", Shape),
        (Some(Form::LowestTerms), "3/4", Right),
        (Some(Form::Mixed), "3/4", Right),
        (Some(Form::Mixed), "6/8", Shape),
    ] {
        assert_eq!(score("3/4", form, typed), verdict, "{form:?} {typed}");
    }
    assert_eq!(score("3/2", Some(Form::Mixed), "1 1/2"), Right);
    assert_eq!(score("3/2", Some(Form::Mixed), "3/2"), Shape);
    assert_eq!(score("3/2", Some(Form::Mixed), "1 2/4"), Shape);
    assert_eq!(score("12", Some(Form::Integer), "12"), Right);
    assert_eq!(score("12", Some(Form::Integer), "12.0"), Shape);
}

#[test]
fn powers_of_ten_are_read() {
    let german = Language::from_tag("de").unwrap();
    for (language, text, over, under) in [
        (Language::ENGLISH, "4.5e3", 4_500, 1),
        (Language::ENGLISH, "4.5E+3", 4_500, 1),
        (Language::ENGLISH, "4.5 x 10^3", 4_500, 1),
        (Language::ENGLISH, "4.5*10**3", 4_500, 1),
        (Language::ENGLISH, "4.5 × 10³", 4_500, 1),
        (Language::ENGLISH, "−4.5 × 10⁻³", -9, 2_000),
        (Language::ENGLISH, "2 × 10^{-2}", 1, 50),
        (Language::ENGLISH, "3 × 10¹²", 3_000_000_000_000, 1),
        (german, "4,5·10³", 4_500, 1),
    ] {
        let read = number(text, language).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(read.value, Rational::new(over, under).unwrap(), "{text}");
        assert_eq!(read.unit, "", "{text}");
    }
    assert_eq!(number("4.5 × 10³ kg", german).unwrap().unit, "kg");
    for text in [
        "2 x 103",
        "2 × 10",
        "3 10^2",
        "2e",
        "1e999999999",
        "5 × 10^999999",
    ] {
        let read = number(text, Language::ENGLISH);
        let is_number = read.as_ref().is_some_and(|read| read.unit.is_empty());
        assert!(!is_number, "{text} {read:?}");
    }
}

#[test]
fn scientific_notation_and_times_are_asked_for() {
    use Verdict::{Form as Shape, Invalid, Right, Wrong};
    for (form, typed, verdict) in [
        (Some(Form::Scientific), "4.5 × 10³", Right),
        (Some(Form::Scientific), "4.5e3", Right),
        (Some(Form::Scientific), "45 × 10²", Shape),
        (Some(Form::Scientific), "0.45 × 10⁴", Shape),
        (Some(Form::Scientific), "4500", Shape),
        (Some(Form::Scientific), "4.5 × 10⁴", Wrong(None)),
        (Some(Form::Comma), "4.5 × 10³", Shape),
        (None, "4.5 × 10³", Right),
    ] {
        assert_eq!(score("4500", form, typed), verdict, "{form:?} {typed}");
    }
    for (typed, verdict) in [
        ("2:45", Right),
        ("02:45", Right),
        ("2 h 45", Right),
        ("2h45min", Right),
        ("2 h 45 min", Right),
        ("2 hours 45 minutes", Right),
        ("165", Shape),
        ("2:46", Wrong(None)),
        ("2.45", Wrong(None)),
        ("2.45pm", Wrong(None)),
        ("2:60", Invalid),
        ("2:4", Invalid),
        ("99999999999999999999:00", Invalid),
    ] {
        assert_eq!(score("165", Some(Form::Time), typed), verdict, "{typed}");
    }
    assert_eq!(score("120", Some(Form::Time), "2 h"), Right);
}

#[test]
fn units_tolerance_and_other_answers() {
    let unit = |typed: &str| {
        let key = key("12");
        typed::score(
            &key,
            &record(None),
            &[],
            Some("cm²"),
            Language::ENGLISH,
            typed,
        )
    };
    assert_eq!(unit("12"), Verdict::Right);
    assert_eq!(unit("12 cm²"), Verdict::Right);
    assert_eq!(unit("12 cm^2"), Verdict::Right);
    assert_eq!(unit("12 cm"), Verdict::Wrong(None));
    let mut near = key("0.67");
    near.within = Some(Value::Number(Number::parse("0.01").unwrap()));
    near.also = Box::new([Value::integer(5)]);
    let near =
        |typed: &str| typed::score(&near, &record(None), &[], None, Language::ENGLISH, typed);
    for (typed, verdict) in [
        ("0.67", Verdict::Right),
        ("0.66", Verdict::Right),
        ("2/3", Verdict::Right),
        ("0.68", Verdict::Right),
        ("0.69", Verdict::Wrong(None)),
        ("0.659", Verdict::Wrong(None)),
        ("5", Verdict::Right),
    ] {
        assert_eq!(near(typed), verdict, "{typed}");
    }
}

#[test]
fn texts_ignore_what_they_are_told_to() {
    let score = |ignore: Ignore, typed: &str| {
        let record = AnswerRecord {
            ignore,
            ..record(None)
        };
        let key = ItemKey::new(Value::text("él habló"));
        typed::score(&key, &record, &[], None, Language::ENGLISH, typed) == Verdict::Right
    };
    let strict = Ignore::default();
    let (mut case, mut accents, mut spaces) = (strict, strict, strict);
    (case.case, accents.accents, spaces.spaces) = (true, true, true);
    assert!(score(strict, " él habló "));
    assert!(!score(strict, "Él habló") && score(case, "ÉL HABLÓ"));
    assert!(!score(strict, "el hablo") && score(accents, "el hablo"));
    assert!(!score(strict, "élhabló") && score(spaces, "él  ha bló"));
    assert!(!score(accents, "EL HABLO"));
}
