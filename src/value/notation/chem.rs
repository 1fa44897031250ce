//! Chemical formulas and equations: H2O, SO4^2-, 2H2 + O2 -> 2H2O.

use super::layout::{Layout, Sign};
use super::misfit::Misfit;

/// The pieces of a formula in upright letters.
///
/// Digits after an element or a bracket go below; a charge after `^` goes
/// above and ends at a space, a bracket or the next capital; digits at the
/// start of a formula are how many molecules; `(s)`, `(l)`, `(g)` and `(aq)`
/// are states and stay as they are.
pub(super) fn layout(text: &str) -> Result<Layout, Misfit> {
    let mut pieces: Vec<Layout> = Vec::new();
    let mut letters = text.trim().chars().peekable();
    let run = |first: char,
               letters: &mut std::iter::Peekable<std::str::Chars>,
               wanted: fn(char) -> bool| {
        let mut run = String::from(first);
        while let Some(next) = letters.next_if(|c| wanted(*c)) {
            run.push(next);
        }
        run
    };
    // Whether a digit now belongs to what stands before it.
    let mut attached = false;
    while let Some(letter) = letters.next() {
        match letter {
            'A'..='Z' => {
                let element = run(letter, &mut letters, |c| c.is_ascii_lowercase());
                pieces.push(Layout::Text(element));
                attached = true;
            }
            '0'..='9' => {
                let digits = Layout::numeral(run(letter, &mut letters, |c| c.is_ascii_digit()));
                match pieces.pop() {
                    Some(base) if attached => pieces.push(below(base, digits)),
                    before => {
                        pieces.extend(before);
                        pieces.push(digits);
                    }
                }
                attached = false;
            }
            '(' | ')' | '[' | ']' => {
                pieces.push(Layout::Text(letter.to_string()));
                attached = matches!(letter, ')' | ']');
            }
            '^' => {
                let charge = charge(&mut letters)?;
                let base = pieces.pop().ok_or(Misfit::NotChemical { found: '^' })?;
                pieces.push(Layout::power(base, Layout::Text(charge)));
                attached = false;
            }
            '-' | '<' => {
                pieces.push(Layout::Text(arrow(letter, &mut letters)?));
                attached = false;
            }
            '+' | '=' => {
                let sign = if letter == '+' {
                    Sign::Plus
                } else {
                    Sign::Equal
                };
                pieces.push(Layout::Sign(sign));
                attached = false;
            }
            '→' | '⇌' => {
                pieces.push(Layout::Text(format!(" {letter} ")));
                attached = false;
            }
            '·' | '*' | '.' => {
                pieces.push(Layout::Text("·".to_owned()));
                attached = false;
            }
            // States: aq, s, l, g; and an electron e.
            'a'..='z' => {
                pieces.push(Layout::Text(run(letter, &mut letters, |c| {
                    c.is_ascii_lowercase()
                })));
                attached = false;
            }
            ' ' => attached = false,
            found => return Err(Misfit::NotChemical { found }),
        }
    }
    Ok(Layout::Chemical(pieces))
}

fn below(base: Layout, digits: Layout) -> Layout {
    Layout::Index(Box::new(base), Box::new(digits))
}

fn charge(letters: &mut std::iter::Peekable<std::str::Chars>) -> Result<String, Misfit> {
    let mut charge = String::new();
    while let Some(digit) = letters.next_if(char::is_ascii_digit) {
        charge.push(digit);
    }
    match letters.next() {
        Some('+') => charge.push('+'),
        Some('-' | '\u{2212}') => charge.push('\u{2212}'),
        found => {
            return Err(Misfit::NotChemical {
                found: found.unwrap_or('^'),
            });
        }
    }
    Ok(charge)
}

/// `->` or `<->`, with spaces around.
fn arrow(
    first: char,
    letters: &mut std::iter::Peekable<std::str::Chars>,
) -> Result<String, Misfit> {
    if first == '<' && letters.next_if_eq(&'-').is_none() && letters.next_if_eq(&'=').is_none() {
        return Err(Misfit::NotChemical { found: '<' });
    }
    match letters.next_if_eq(&'>') {
        Some(_) if first == '<' => Ok(" ⇌ ".to_owned()),
        Some(_) => Ok(" → ".to_owned()),
        None => Err(Misfit::NotChemical { found: first }),
    }
}
