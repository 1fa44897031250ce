//! Letters without their accents.

/// Each base letter with the accented ones of the Latin and Greek alphabets that decompose into it.
const LETTERS: [(char, &str); 55] = [
    ('A', "ÀÁÂÃÄÅĀĂĄǍ"),
    ('C', "ÇĆĈĊČ"),
    ('D', "Ď"),
    ('E', "ÈÉÊËĒĔĖĘĚẼ"),
    ('G', "ĜĞĠĢǦ"),
    ('H', "Ĥ"),
    ('I', "ÌÍÎÏĨĪĬĮİǏ"),
    ('J', "Ĵ"),
    ('K', "Ķ"),
    ('L', "ĹĻĽ"),
    ('N', "ÑŃŅŇ"),
    ('O', "ÒÓÔÕÖŌŎŐǑ"),
    ('R', "ŔŖŘ"),
    ('S', "ŚŜŞŠȘ"),
    ('T', "ŢŤȚ"),
    ('U', "ÙÚÛÜŨŪŬŮŰŲǓ"),
    ('W', "Ŵ"),
    ('Y', "ÝŶŸ"),
    ('Z', "ŹŻŽ"),
    ('a', "àáâãäåāăąǎ"),
    ('c', "çćĉċč"),
    ('d', "ď"),
    ('e', "èéêëēĕėęěẽ"),
    ('g', "ĝğġģǧ"),
    ('h', "ĥ"),
    ('i', "ìíîïĩīĭįǐ"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ĺļľ"),
    ('n', "ñńņň"),
    ('o', "òóôõöōŏőǒ"),
    ('r', "ŕŗř"),
    ('s', "śŝşšș"),
    ('t', "ţťț"),
    ('u', "ùúûüũūŭůűųǔ"),
    ('w', "ŵ"),
    ('y', "ýÿŷ"),
    ('z', "źżž"),
    ('Α', "Ά"),
    ('Ε', "Έ"),
    ('Η', "Ή"),
    ('Ι', "ΊΪ"),
    ('Ο', "Ό"),
    ('Υ', "ΎΫ"),
    ('Ω', "Ώ"),
    ('α', "ά"),
    ('ε', "έ"),
    ('η', "ή"),
    ('ι', "ίϊΐ"),
    ('ο', "ό"),
    ('υ', "ύϋΰ"),
    ('ω', "ώ"),
    ('æ', "ǽ"),
    ('Æ', "Ǽ"),
    ('ø', "ǿ"),
];

/// The text without accents: `está` becomes `esta`, and `ñ` becomes `n`. Letters that are no
/// accented ones (`ß`, `ø`, `ł`) stay.
pub fn strip_accents(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).map(base).collect()
}

/// Whether a character only puts an accent on the one before it.
pub fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let accented = |(_, accented): &&(char, &str)| accented.contains(c);
    LETTERS.iter().find(accented).map_or(c, |(base, _)| *base)
}

#[cfg(test)]
mod tests {
    use super::strip_accents;

    #[test]
    fn accents_go_and_letters_stay() {
        assert_eq!(
            strip_accents("Él buscó un pingüino"),
            "El busco un pinguino"
        );
        assert_eq!(strip_accents("garçon, Noël, où"), "garcon, Noel, ou");
        assert_eq!(strip_accents("e\u{301}te\u{301}"), "ete");
        assert_eq!(
            strip_accents("Straße, Łódź, smørrebrød"),
            "Straße, Łodz, smørrebrød"
        );
        assert_eq!(strip_accents("τα παιδιά"), "τα παιδια");
        assert_eq!(strip_accents("日本 x²"), "日本 x²");
    }
}
