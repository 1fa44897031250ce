//! Chemical formulas and equations as they are printed: `4Al + 3O₂ → 2Al₂O₃`.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;

/// How many atoms of each element.
pub type Atoms = BTreeMap<String, i64>;

/// The atoms of one formula.
pub fn atoms(formula: &str) -> Atoms {
    group(&mut formula.chars().peekable())
}

fn group(rest: &mut Peekable<Chars>) -> Atoms {
    let mut found = Atoms::new();
    while let Some(letter) = rest.next() {
        if letter == '(' {
            let inner = group(rest);
            let times = count(rest);
            for (element, n) in inner {
                *found.entry(element).or_default() += n * times;
            }
        } else if letter == ')' {
            return found;
        } else {
            assert!(letter.is_ascii_uppercase(), "{letter} begins no element");
            let mut element = letter.to_string();
            while let Some(small) = rest.next_if(char::is_ascii_lowercase) {
                element.push(small);
            }
            *found.entry(element).or_default() += count(rest);
        }
    }
    found
}

/// A number in small digits; 1 if there is none.
fn count(rest: &mut Peekable<Chars>) -> i64 {
    let mut number = 0;
    while let Some(digit) = rest.peek().and_then(|letter| small(*letter)) {
        number = 10 * number + digit;
        rest.next();
    }
    if number == 0 { 1 } else { number }
}

fn small(letter: char) -> Option<i64> {
    let at = "₀₁₂₃₄₅₆₇₈₉".chars().position(|digit| digit == letter)?;
    i64::try_from(at).ok()
}

/// The terms of an equation, with their coefficients, and how many stand before the arrow.
pub fn equation(line: &str) -> (Vec<(i64, Atoms)>, usize) {
    let (left, right) = line.split_once('→').unwrap();
    let side = |text: &str| -> Vec<(i64, Atoms)> { text.split('+').map(term).collect() };
    let mut terms = side(left);
    let reactants = terms.len();
    terms.extend(side(right));
    (terms, reactants)
}

fn term(text: &str) -> (i64, Atoms) {
    let text = text.replace("&#32;", "").replace(['\\', '_'], "");
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (coefficient, formula) = text.split_at(digits);
    (coefficient.parse().unwrap_or(1), atoms(formula.trim()))
}

/// Whether every element is there equally often before and behind the arrow.
pub fn balances(terms: &[Atoms], coefficients: &[i64], reactants: usize) -> bool {
    let mut sum = Atoms::new();
    for (at, (atoms, coefficient)) in terms.iter().zip(coefficients).enumerate() {
        let sign = if at < reactants { 1 } else { -1 };
        for (element, n) in atoms {
            *sum.entry(element.clone()).or_default() += sign * n * coefficient;
        }
    }
    sum.values().all(|n| *n == 0)
}

#[test]
fn formulas_are_read_as_printed() {
    let found = atoms("Ca₃(PO₄)₂");
    let expected = [("Ca", 3), ("O", 8), ("P", 2)];
    assert_eq!(found, expected.map(|(e, n)| (e.to_owned(), n)).into());
    let (terms, reactants) = equation("4Al + 3O₂ → 2Al₂O₃");
    let (coefficients, atoms): (Vec<_>, Vec<_>) = terms.into_iter().unzip();
    assert_eq!(coefficients, [4, 3, 2]);
    assert!(balances(&atoms, &coefficients, reactants));
    assert!(!balances(&atoms, &[2, 3, 1], reactants));
}
