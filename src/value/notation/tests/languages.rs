use super::{language, n};
use crate::value::Value;
use crate::value::notation::{Format, Language, Medium, print};

#[test]
fn numbers_in_each_language() {
    use Format::{Comma, Decimal, Money, Percent};
    let cases = [
        // tag, value, format, text, LaTeX
        ("en-GB", "4.5", Money, "£4.50", r"\text{£}4.50"),
        ("es", "0.5", Decimal(None), "0,5", "0{,}5"),
        ("es", "9/20", Percent(None), "45\u{a0}%", r"45\,\%"),
        ("es", "1200", Comma, "1200", "1200"),
        ("es", "12000", Comma, "12.000", "12.000"),
        ("es-MX", "12000.5", Comma, "12,000.5", "12{,}000.5"),
        ("es-AR", "0.5", Decimal(None), "0,5", "0{,}5"),
        ("fr", "12000.5", Comma, "12\u{202f}000,5", r"12\,000{,}5"),
        ("fr", "4.5", Money, "4,50\u{a0}€", r"4{,}50\,\text{€}"),
        ("de", "12000.5", Comma, "12.000,5", "12.000{,}5"),
        ("de", "-4.5", Money, "−4,50\u{a0}€", r"-4{,}50\,\text{€}"),
        ("de-CH", "12000.5", Comma, "12’000.5", r"12\text{’}000.5"),
    ];
    for (tag, value, format, text, latex) in cases {
        let shown = |medium| print(&n(value), &format, medium, language(tag)).unwrap();
        assert_eq!(shown(Medium::Text), text, "{tag}");
        assert_eq!(shown(Medium::Latex), latex, "{tag}");
    }
}

#[test]
fn lists_in_each_language() {
    let list = Value::list([n("3"), n("4"), n("-5")]);
    let decimals = Value::list([n("1.5"), n("2")]);
    let shown =
        |value: &Value, tag, format| print(value, &format, Medium::Text, language(tag)).unwrap();
    assert_eq!(shown(&list, "en", Format::Plain), "3, 4, −5");
    assert_eq!(shown(&list, "en", Format::List), "3, 4 and −5");
    assert_eq!(shown(&list, "de", Format::List), "3, 4 und −5");
    assert_eq!(shown(&decimals, "en", Format::Plain), "1.5, 2");
    assert_eq!(shown(&decimals, "fr", Format::Plain), "1,5; 2");
    assert_eq!(shown(&decimals, "fr", Format::List), "1,5 et 2");
    let names = |second| Value::list([Value::text("padre"), Value::text(second)]);
    assert_eq!(shown(&names("hijo"), "es", Format::List), "padre e hijo");
    assert_eq!(shown(&names("hielo"), "es", Format::List), "padre y hielo");
    assert_eq!(shown(&Value::Boolean(false), "fr", Format::Plain), "faux");
    let latex = print(&list, &Format::List, Medium::Latex, Language::ENGLISH).unwrap();
    assert_eq!(latex, r"3, 4\text{ and }-5");
}

#[test]
fn tags() {
    let tag = |tag| Language::from_tag(tag).map(|l| l.tag);
    assert_eq!(tag("en-GB"), Some("en-GB"));
    assert_eq!(tag("EN-gb"), Some("en-GB"));
    assert_eq!(tag("fr-BE"), Some("fr"));
    assert_eq!(tag("de_AT"), Some("de"));
    assert_eq!(tag("ja"), None);
    assert_eq!(tag(""), None);
}
