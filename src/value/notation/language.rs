//! What printing takes from the language of a bank: a small table.
//!
//! Marks, separators and currency placement follow the Unicode Common Locale
//! Data Repository (CLDR 46), except that a percent sign always takes a
//! no-break space where CLDR has a narrow one.

/// The words of numbers, articles and ordinals that a language uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
}

/// A language, perhaps of one country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Language {
    /// The BCP 47 tag.
    pub tag: &'static str,
    /// Which words it uses.
    pub family: Family,
    /// The decimal mark.
    pub decimal: char,
    /// What stands between groups of three digits.
    pub group: char,
    /// The least digits before the mark for which groups are separated.
    pub group_from: usize,
    /// The currency sign.
    pub currency: &'static str,
    /// Whether the sign stands before the amount.
    pub currency_first: bool,
    /// What stands between sign and amount.
    pub currency_gap: &'static str,
    /// What stands before a percent sign.
    pub percent_gap: &'static str,
    /// The word before the last of several things.
    pub and: &'static str,
    /// The word before the last of several choices.
    pub or: &'static str,
    /// The words for true and false.
    pub truth: [&'static str; 2],
}

const NBSP: &str = "\u{a0}";

const ENGLISH: Language = Language {
    tag: "en",
    family: Family::English,
    decimal: '.',
    group: ',',
    group_from: 4,
    currency: "$",
    currency_first: true,
    currency_gap: "",
    percent_gap: "",
    and: "and",
    or: "or",
    truth: ["true", "false"],
};

const SPANISH: Language = Language {
    tag: "es",
    family: Family::Spanish,
    decimal: ',',
    group: '.',
    group_from: 5,
    currency: "€",
    currency_first: false,
    currency_gap: NBSP,
    percent_gap: NBSP,
    and: "y",
    or: "o",
    truth: ["verdadero", "falso"],
};

const LATIN_AMERICA: Language = Language {
    tag: "es-419",
    decimal: '.',
    group: ',',
    group_from: 4,
    currency: "$",
    currency_first: true,
    currency_gap: "",
    ..SPANISH
};

const FRENCH: Language = Language {
    tag: "fr",
    family: Family::French,
    group: '\u{202f}',
    group_from: 4,
    and: "et",
    or: "ou",
    truth: ["vrai", "faux"],
    ..SPANISH
};

const GERMAN: Language = Language {
    tag: "de",
    family: Family::German,
    group_from: 4,
    and: "und",
    or: "oder",
    truth: ["wahr", "falsch"],
    ..SPANISH
};

const LANGUAGES: [Language; 12] = [
    ENGLISH,
    Language {
        tag: "en-GB",
        currency: "£",
        ..ENGLISH
    },
    Language {
        tag: "en-IE",
        currency: "€",
        ..ENGLISH
    },
    SPANISH,
    LATIN_AMERICA,
    Language {
        tag: "es-MX",
        ..LATIN_AMERICA
    },
    Language {
        tag: "es-US",
        ..LATIN_AMERICA
    },
    FRENCH,
    Language {
        tag: "fr-CA",
        group: '\u{a0}',
        currency: "$",
        ..FRENCH
    },
    GERMAN,
    Language {
        tag: "de-AT",
        group: '\u{a0}',
        currency_first: true,
        ..GERMAN
    },
    Language {
        tag: "de-CH",
        decimal: '.',
        group: '’',
        currency: "CHF",
        currency_first: true,
        percent_gap: "",
        ..GERMAN
    },
];

impl Default for Language {
    fn default() -> Self {
        ENGLISH
    }
}

impl Language {
    /// English, the language of a bank that names none.
    pub const ENGLISH: &'static Self = &LANGUAGES[0];

    /// The language of a BCP 47 tag such as `en-GB`: that row of the table, or
    /// the one of its primary subtag; `None` if the language is not known.
    pub fn from_tag(tag: &str) -> Option<&'static Self> {
        let find = |tag: &str| LANGUAGES.iter().find(|l| l.tag.eq_ignore_ascii_case(tag));
        find(tag).or_else(|| find(tag.split(['-', '_']).next()?))
    }

    /// Every row of the table.
    pub fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// ASCII digits with a point, written with the marks of this language.
    pub fn numeral(&self, digits: &str, grouped: bool) -> String {
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in whole.char_indices() {
            let left = whole.len() - index;
            if grouped && index > 0 && left % 3 == 0 && whole.len() >= self.group_from {
                text.push(self.group);
            }
            text.push(digit);
        }
        if let Some(decimals) = decimals {
            text.push(self.decimal);
            text.push_str(decimals);
        }
        text
    }
}
