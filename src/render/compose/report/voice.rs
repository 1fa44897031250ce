//! The words and numbers of a report, in the language of its page.

use crate::render::messages::Messages;
use crate::value::notation::Language;

/// Says messages, and writes numbers with the marks of their language.
pub struct Voice<'m> {
    messages: &'m Messages,
    language: &'static Language,
}

impl<'m> Voice<'m> {
    /// The voice of `messages`. Where they are in the language of the bank, numbers follow its
    /// country too: a page in Spanish has points in Mexico and commas in Spain.
    pub fn new(messages: &'m Messages, bank: &str) -> Self {
        let primary = |tag: &str| tag.split(['-', '_']).next().map(str::to_lowercase);
        let spoken = messages.language();
        let tag = if primary(bank) == primary(spoken) {
            bank
        } else {
            spoken
        };
        Self {
            messages,
            language: Language::from_tag(tag).unwrap_or(Language::ENGLISH),
        }
    }

    /// The language whose marks numbers take.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// What the program itself writes.
    pub fn messages(&self) -> &'m Messages {
        self.messages
    }

    /// A message as it stands.
    pub fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A message with its braces filled.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.messages.say(key, values)
    }

    /// A message about a number of things.
    pub fn counted(&self, key: &str, n: impl TryInto<u64>) -> String {
        self.say(key, &[("n", &self.whole(n))])
    }

    /// A whole number.
    pub fn whole(&self, n: impl TryInto<u64>) -> String {
        // No count of a report is above u64.
        let n = n.try_into().unwrap_or(u64::MAX);
        self.language.numeral(&n.to_string(), true)
    }

    /// A number to so many places.
    pub fn fixed(&self, value: f64, places: usize) -> String {
        let (below, digits) = self.parts(value, places);
        if below {
            format!("−{digits}")
        } else {
            digits
        }
    }

    /// A number with its sign, also where it is above zero.
    pub fn signed(&self, value: f64, places: usize) -> String {
        let (below, digits) = self.parts(value, places);
        let zero = digits.chars().all(|c| !c.is_ascii_digit() || c == '0');
        match (below, zero) {
            (true, _) => format!("−{digits}"),
            (false, true) => digits,
            (false, false) => format!("+{digits}"),
        }
    }

    /// A share as percent.
    pub fn percent(&self, share: f64, places: usize) -> String {
        format!(
            "{}{}",
            self.fixed(100.0 * share, places),
            self.percent_sign()
        )
    }

    /// A small probability as percent: one that would print as nothing is `< 0.01%`.
    pub fn chance(&self, share: f64) -> String {
        let least = 0.0001;
        if share > 0.0 && share < least {
            format!("<\u{a0}{}", self.percent(least, 2))
        } else {
            self.percent(share, 2)
        }
    }

    /// Two shares as percent: `79.8–80.1%`; one if they print alike.
    pub fn percent_range(&self, low: f64, high: f64) -> String {
        let [low, high] = [low, high].map(|share| self.fixed(100.0 * share, 1));
        let sign = self.percent_sign();
        if low == high {
            format!("{low}{sign}")
        } else {
            format!("{low}–{high}{sign}")
        }
    }

    /// A number of points, with its unit.
    pub fn points(&self, points: f64, places: usize) -> String {
        self.say("points", &[("n", &self.fixed(points, places))])
    }

    fn percent_sign(&self) -> String {
        format!("{}%", self.language.percent_gap)
    }

    /// Whether a number is below zero when rounded, and its digits.
    fn parts(&self, value: f64, places: usize) -> (bool, String) {
        if !value.is_finite() {
            return (false, "–".to_owned());
        }
        let digits = format!("{:.places$}", libm::fabs(value));
        let zero = digits.chars().all(|c| matches!(c, '0' | '.'));
        let digits = self.language.numeral(&digits, true);
        (value < 0.0 && !zero, digits)
    }
}

#[cfg(test)]
mod tests {
    use super::Voice;
    use crate::render::messages::Messages;

    #[test]
    fn numbers_follow_the_language_and_the_country() {
        let german = Messages::of("de");
        let voice = Voice::new(&german, "en");
        assert_eq!(voice.fixed(-1234.5, 2), "−1.234,50");
        assert_eq!(voice.fixed(-0.0004, 3), "0,000");
        assert_eq!(voice.signed(0.25, 2), "+0,25");
        assert_eq!(voice.signed(-0.001, 2), "0,00");
        assert_eq!(voice.percent(0.2, 1), "20,0\u{a0}%");
        assert_eq!(voice.percent_range(0.798, 0.801), "79,8–80,1\u{a0}%");
        assert_eq!(voice.percent_range(0.8, 0.80004), "80,0\u{a0}%");
        assert_eq!(voice.fixed(f64::NAN, 2), "–");
        assert_eq!(voice.chance(0.00007), "<\u{a0}0,01\u{a0}%");
        assert_eq!(voice.chance(0.0123), "1,23\u{a0}%");
        assert_eq!(voice.chance(0.0), "0,00\u{a0}%");
        let spanish = Messages::of("es-MX");
        assert_eq!(Voice::new(&spanish, "es-MX").fixed(0.5, 1), "0.5");
        assert_eq!(Voice::new(&spanish, "es").fixed(0.5, 1), "0,5");
        assert_eq!(Voice::new(&spanish, "de-CH").fixed(0.5, 1), "0,5");
        let english = Messages::of("en");
        assert_eq!(Voice::new(&english, "de").percent(0.95, 0), "95%");
        assert_eq!(Voice::new(&english, "de").whole(12_345_u64), "12,345");
    }

    /// 0.5 and 1.9 of something are singular in French, and plural elsewhere.
    #[test]
    fn decimals_take_the_plural_of_their_language() {
        let points = |language: &str, x: f64| {
            let messages = Messages::of(language);
            Voice::new(&messages, language).points(x, 1)
        };
        assert_eq!(points("fr", 1.9), "1,9 point");
        assert_eq!(points("fr", 2.0), "2,0 points");
        assert_eq!(points("fr", -0.5), "−0,5 point");
        assert_eq!(points("es", 1.9), "1,9 puntos");
        assert_eq!(points("en", 1.0), "1.0 points");
    }
}
