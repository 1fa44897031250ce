//! How wide a text may be: an upper estimate over the fonts that a page may be shown in.

/// The size of labels, in points.
pub const FONT: f64 = 11.0;
/// The height that a label takes.
pub const HEIGHT: f64 = 13.5;

/// The width of a label, in points. DejaVu Serif, the widest of the usual fonts, sets the measure.
pub fn width(text: &str) -> f64 {
    FONT * text.chars().map(em).sum::<f64>()
}

fn em(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '’' | ' ' | '\u{a0}' => {
            0.4
        }
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '°' | '"' => 0.5,
        '0'..='9' => 0.64,
        '−' | '+' | '=' => 0.84,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | 'æ' | 'œ' | 'Æ' | 'Œ' | '—' | '…' => 1.05,
        'a'..='z' => 0.65,
        'A'..='Z' => 0.82,
        c if u32::from(c) < 0x250 => 0.82,
        c if u32::from(c) < 0x2e80 => 0.9,
        _ => 1.3,
    }
}
