//! The reading grade of a text: the American school grade that it asks for.

/// The fewest words of which a grade says anything.
pub const LEAST_WORDS: usize = 100;

/// The Flesch–Kincaid grade of a printed text (Kincaid, Fishburne, Rogers & Chissom 1975):
/// 0.39 words/sentences + 11.8 syllables/words − 15.59.
///
/// None unless the language (a BCP 47 tag) is English, for whose syllables the formula was made,
/// and the text has at least [`LEAST_WORDS`] words. Numbers are no words.
pub fn grade(text: &str, language: &str) -> Option<f64> {
    let primary = language.split('-').next().unwrap_or_default();
    if !primary.eq_ignore_ascii_case("en") {
        return None;
    }
    let (mut words, mut sentences, mut spoken) = (0_usize, 0_usize, 0_usize);
    let mut is_open = false;
    // An empty line ends a sentence too: headings and lists have no full stop.
    for paragraph in text.split("\n\n") {
        for token in paragraph.split_whitespace() {
            if token.contains(char::is_alphabetic) {
                words += 1;
                spoken += syllables(token);
                is_open = true;
            }
            let closing = ['"', '\'', ')', '”', '’', '*', '_'];
            if is_open && token.trim_end_matches(closing).ends_with(['.', '!', '?']) {
                sentences += 1;
                is_open = false;
            }
        }
        sentences += usize::from(std::mem::take(&mut is_open));
    }
    if words < LEAST_WORDS {
        return None;
    }
    let (words, sentences, spoken) = (words as f64, sentences as f64, spoken as f64);
    Some(0.39 * words / sentences + 11.8 * spoken / words - 15.59)
}

/// The syllables of an English word, at least 1: groups of vowels, without a silent `e` at the end.
pub fn syllables(word: &str) -> usize {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let letters: Vec<char> = letters.flat_map(char::to_lowercase).collect();
    let is_vowel = |c: &char| "aeiouyáàâäéèêëíïóôöúûü".contains(*c);
    let starts = |at: usize| is_vowel(&letters[at]) && (at == 0 || !is_vowel(&letters[at - 1]));
    let groups = (0..letters.len()).filter(|at| starts(*at)).count();
    groups
        .saturating_sub(usize::from(ends_silently(&letters, is_vowel)))
        .max(1)
}

/// Whether the last group of vowels is a silent `e`: *make*, *makes*, *walked*; not *table*,
/// *boxes*, *wanted*, *tree*.
fn ends_silently(letters: &[char], is_vowel: impl Fn(&char) -> bool) -> bool {
    match letters {
        [.., 's' | 'c' | 'g' | 'z' | 'x', 'e', 's'] | [.., 's' | 'c', 'h', 'e', 's'] => false,
        [stem @ .., 's'] if stem.ends_with(&['e']) => ends_silently(stem, is_vowel),
        [.., before, 'e'] if is_vowel(before) => false,
        [.., second, 'l', 'e'] => is_vowel(second),
        [.., 'e'] => true,
        [.., before, 'e', 'd'] => !is_vowel(before) && !matches!(before, 't' | 'd'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{grade, syllables};

    #[test]
    fn syllables_as_in_a_dictionary() {
        for (word, count) in [
            ("the", 1),
            ("cat", 1),
            ("make", 1),
            ("makes", 1),
            ("walked", 1),
            ("wanted", 2),
            ("boxes", 2),
            ("wishes", 2),
            ("pages", 2),
            ("tables", 2),
            ("table", 2),
            ("whole", 1),
            ("tree", 1),
            ("people", 2),
            ("number", 2),
            ("decimal", 3),
            ("photosynthesis", 5),
            ("“Hello,”", 2),
            ("hmm", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn grade_by_hand() {
        // 100 words of one syllable in 10 sentences: 0.39·10 + 11.8·1 − 15.59.
        let sentence = "The cat sat on the mat and the dog slept. ";
        let easy = grade(&sentence.repeat(10), "en").unwrap();
        assert!((easy - 0.11).abs() < 1e-9);
        // One more syllable in every word, and half the sentences.
        let hard = "water ".repeat(19) + "water. ";
        let hard = grade(&hard.repeat(5), "en-US").unwrap();
        assert!((hard - (0.39 * 20.0 + 11.8 * 2.0 - 15.59)).abs() < 1e-9);
    }

    #[test]
    fn no_grade_for_short_texts_and_other_languages() {
        let sentence = "The cat sat on the mat and the dog slept. ";
        assert_eq!(grade(&sentence.repeat(9), "en"), None);
        assert_eq!(grade(&sentence.repeat(10), "es"), None);
        assert_eq!(grade(&"12 3.5 ".repeat(100), "en"), None);
        assert_eq!(grade("", "en"), None);
    }

    #[test]
    fn decimals_and_quotes_end_no_sentence_or_one() {
        let plain = "It is so. ".repeat(50);
        let quoted = "It is “so.” ".repeat(50);
        let decimal = "It is 3.5 so. ".repeat(50);
        assert_eq!(grade(&plain, "en"), grade(&quoted, "en"));
        assert_eq!(grade(&plain, "en"), grade(&decimal, "en"));
    }
}
