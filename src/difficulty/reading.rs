//! The reading grade of a text: the American school grade that it asks for.

/// The fewest words of which a grade says anything.
pub const LEAST_WORDS: usize = 100;

/// What a reading grade is worked out from; the counts of several texts add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    words: usize,
    sentences: usize,
    syllables: usize,
}

/// Why a text has no reading grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ungraded {
    /// The formula was made for English, and the text is in another language.
    Language,
    /// The text has fewer than [`LEAST_WORDS`] words.
    Short,
}

impl Reading {
    /// Counts a text. Numbers are no words; an empty line ends a sentence too, for headings and
    /// lists have no full stop.
    pub fn of(text: &str) -> Self {
        let mut counted = Self::default();
        let mut is_open = false;
        for paragraph in text.split("\n\n") {
            for token in paragraph.split_whitespace() {
                if token.contains(char::is_alphabetic) {
                    counted.words += 1;
                    counted.syllables += syllables(token);
                    is_open = true;
                }
                let closing = ['"', '\'', ')', '”', '’', '*', '_'];
                if is_open && token.trim_end_matches(closing).ends_with(['.', '!', '?']) {
                    counted.sentences += 1;
                    is_open = false;
                }
            }
            counted.sentences += usize::from(std::mem::take(&mut is_open));
        }
        counted
    }

    /// The counts of both texts, one after the other.
    pub fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The Flesch–Kincaid grade (Kincaid, Fishburne, Rogers & Chissom 1975):
    /// 0.39 words/sentences + 11.8 syllables/words − 15.59.
    ///
    /// # Errors
    /// None unless the language (a BCP 47 tag) is English, for whose syllables the formula was
    /// made, and there are at least [`LEAST_WORDS`] words.
    pub fn grade(self, language: &str) -> Result<f64, Ungraded> {
        let primary = language.split('-').next().unwrap_or_default();
        if !primary.eq_ignore_ascii_case("en") {
            return Err(Ungraded::Language);
        }
        if self.words < LEAST_WORDS {
            return Err(Ungraded::Short);
        }
        let (words, sentences) = (self.words as f64, self.sentences as f64);
        Ok(0.39 * words / sentences + 11.8 * self.syllables as f64 / words - 15.59)
    }
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
    use super::{Reading, Ungraded, syllables};

    fn grade(text: &str, language: &str) -> Result<f64, Ungraded> {
        Reading::of(text).grade(language)
    }

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
        assert_eq!(grade(&sentence.repeat(9), "en"), Err(Ungraded::Short));
        assert_eq!(grade(&sentence.repeat(10), "es"), Err(Ungraded::Language));
        assert_eq!(grade(&"12 3.5 ".repeat(100), "en"), Err(Ungraded::Short));
        assert_eq!(grade("", "en"), Err(Ungraded::Short));
    }

    #[test]
    fn counts_of_texts_add_up() {
        let (one, other) = ("Tom has a dog. It is old", "Ann has two cats.");
        let both = Reading::of(one).and(Reading::of(other));
        assert_eq!(both, Reading::of(&format!("{one}\n\n{other}")));
        assert_eq!((both.words, both.sentences), (11, 3));
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
