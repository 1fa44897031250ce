//! Form IDs: what their check symbol detects, how they are read, and golden values.

use isoform::form::id::{FormId, FormIdError, suggest};
use isoform::form::label::FormLabel;
use proptest::prelude::{any, prop_assert_eq, proptest};

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn id(content: &str, index: u32) -> FormId {
    FormId::new(content.as_bytes(), FormLabel::new(index))
}

fn plain(id: FormId) -> Vec<char> {
    id.to_string().replace('-', "").chars().collect()
}

fn read(symbols: &[char]) -> Result<FormId, FormIdError> {
    symbols.iter().collect::<String>().parse()
}

/// IDs with numbers of one, two and three groups.
fn samples() -> Vec<FormId> {
    let indices = [0, 1, 9, 25, 26, 999, 32_766, 32_767, 1_000_000, u32::MAX];
    let contents = ["", "fractions", "Ω", "form"];
    let samples = contents
        .iter()
        .flat_map(|c| indices.map(|index| id(c, index)));
    samples.collect()
}

/// Computed in another language, with multiplication in GF(32) written as that of polynomials.
#[test]
fn golden_ids() {
    assert_eq!(id("", 0).to_string(), "WER-C80-01T");
    assert_eq!(id("fractions", 9).to_string(), "9DY-JQ0-0AH");
    assert_eq!(id("fractions", 32_766).to_string(), "9DY-JQZ-ZZE");
    assert_eq!(id("fractions", 32_767).to_string(), "9DY-JQ0-010-00X");
    assert_eq!(id("Ω", u32::MAX).to_string(), "WF3-250-040-000-00Q");
}

#[test]
fn every_wrong_symbol_is_detected() {
    for id in samples() {
        let right = plain(id);
        for place in 0..right.len() {
            for symbol in ALPHABET.chars().filter(|&symbol| symbol != right[place]) {
                let mut wrong = right.clone();
                wrong[place] = symbol;
                assert_eq!(read(&wrong), Err(FormIdError::Check), "{id} as {wrong:?}");
            }
        }
    }
}

#[test]
fn every_exchange_of_two_symbols_is_detected() {
    for id in samples() {
        let right = plain(id);
        for later in 1..right.len() {
            for earlier in (0..later).filter(|&earlier| right[earlier] != right[later]) {
                let mut wrong = right.clone();
                wrong.swap(earlier, later);
                assert_eq!(read(&wrong), Err(FormIdError::Check), "{id} as {wrong:?}");
            }
        }
    }
}

/// Of the 32 possible check symbols exactly one fits, whatever stands before it.
#[test]
fn every_content_has_one_check_symbol() {
    for number in 1..2_000 {
        let digit = |place: u32| ALPHABET.as_bytes()[number / 32_usize.pow(place) % 32] as char;
        let body: String = [5, 4, 3, 2, 1, 2, 1, 0].map(digit).iter().collect();
        let fits = ALPHABET
            .chars()
            .filter(|check| format!("{body}{check}").parse::<FormId>().is_ok());
        assert_eq!(fits.count(), 1, "{body}");
    }
}

#[test]
fn ids_are_read_as_people_write_them() {
    let expected = Ok(id("fractions", 9));
    for text in [
        "9DY-JQ0-0AH",
        "9dy-jq0-0ah",
        "9DYJQ00AH",
        " 9D YJQ 0-0AH ",
        "9DY–JQ0–0AH",
        "9-D-Y-J-Q-O-o-A-H",
    ] {
        assert_eq!(text.parse(), expected, "{text}");
    }
    let ones = id("", 0);
    for text in ["WER-C80-0IT", "wer-c8o-olt", "WER-C80-0iT", "WER-C80-0LT"] {
        assert_eq!(text.parse(), Ok(ones), "{text}");
    }
}

#[test]
fn what_is_no_id() {
    let known = [
        ("", FormIdError::Length(0)),
        ("---", FormIdError::Length(0)),
        ("9DY-JQ0-0A", FormIdError::Length(8)),
        ("9DY-JQ0-0AHH", FormIdError::Length(10)),
        ("9DY-JQ0-0AHHHHH", FormIdError::Length(13)),
        ("UDY-JQ0-0AH", FormIdError::Symbol('U')),
        ("9DY-JQ0-0A*", FormIdError::Symbol('*')),
        ("9DY-JQ0-0Aé", FormIdError::Symbol('é')),
        ("000-000-000", FormIdError::Number),
        ("000-000-000-000-000", FormIdError::Number),
        ("000-000-000-000-000-000", FormIdError::Length(18)),
    ];
    for (text, error) in known {
        assert_eq!(text.parse::<FormId>(), Err(error), "{text}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn a_padded_number_is_not_a_second_way_to_write_an_id() {
    // 000-00|0-000-01|? : number 1 in two groups, with each possible check symbol.
    let readings = ALPHABET
        .chars()
        .map(|check| format!("00000000001{check}").parse::<FormId>());
    let others: Vec<_> = readings.filter(|r| *r != Err(FormIdError::Check)).collect();
    assert_eq!(others, [Err(FormIdError::Number)]);
}

#[test]
fn the_closest_known_id_is_suggested() {
    let known: Vec<FormId> = (0..26)
        .map(|index| id(&format!("form {index}"), index))
        .collect();
    let meant = &known[3];
    let right = plain(*meant);
    let typed = |symbols: &[char]| symbols.iter().collect::<String>();
    let mut exchanged = right.clone();
    exchanged.swap(3, 4);
    let mut unknown = right.clone();
    unknown[0] = '*';
    for text in [&right[..], &right[1..], &right[..8], &exchanged, &unknown] {
        assert_eq!(suggest(&typed(text), &known), Some(meant), "{text:?}");
    }
    assert_eq!(suggest("", &known), None);
    assert_eq!(suggest(&"*".repeat(100_000), &known), None);
    assert_eq!(suggest("7K3-QM0-0AC", &[]), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read(content: Vec<u8>, index: u32) {
        let id = FormId::new(&content, FormLabel::new(index));
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        prop_assert_eq!(id.label().index(), index);
        prop_assert_eq!(id.to_string().split('-').all(|group| group.len() == 3), true);
    }

    #[test]
    fn mistyping_is_detected(content: Vec<u8>, index: u32, place in any::<usize>(), by in 1usize..32) {
        let right = plain(FormId::new(&content, FormLabel::new(index)));
        let place = place % right.len();
        let old = ALPHABET.find(right[place]).unwrap();
        let mut wrong = right.clone();
        wrong[place] = ALPHABET.as_bytes()[(old + by) % 32] as char;
        prop_assert_eq!(read(&wrong), Err(FormIdError::Check));
        let next = (place + 1) % right.len();
        let mut wrong = right.clone();
        wrong.swap(place, next);
        let expected = if wrong == right { read(&right) } else { Err(FormIdError::Check) };
        prop_assert_eq!(read(&wrong), expected);
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        if let Ok(id) = text.parse::<FormId>() {
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }
        let _ = suggest(&text, &samples());
    }
}
