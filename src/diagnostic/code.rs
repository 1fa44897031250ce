//! The one table of codes. A row here needs its page in `docs/diagnostics/`.

use std::fmt;

/// What a code means.
struct Row {
    id: &'static str,
    name: &'static str,
    summary: &'static str,
    page: &'static str,
}

macro_rules! codes {
    ($($folder:literal: $($variant:ident = $id:literal, $name:literal, $summary:literal;)*)*) => {
        /// The kind of a mistake. Its id never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $summary] $variant,)*)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$($(Code::$variant,)*)*];

            const fn row(self) -> Row {
                match self {
                    $($(Code::$variant => Row {
                        id: $id,
                        name: $name,
                        summary: $summary,
                        page: include_str!(concat!("../../docs/", $folder, "/", $id, ".md")),
                    },)*)*
                }
            }
        }
    };
}

codes! {
    "diagnostics":
    // The file.
    Syntax = "E001", "syntax", "the file is not well-formed YAML";
    NotUtf8 = "E002", "not-utf8", "the file is not UTF-8 text";
    TooDeep = "E003", "too-deep", "lists or maps stand too deep in each other";
    TooLarge = "E004", "too-large", "the file, or what its aliases stand for, is too large";
    ControlCharacter = "E005", "control-character", "a text holds an invisible control character";
    DuplicateKey = "E006", "duplicate-key", "a key stands twice in one map";
    UnknownKey = "E007", "unknown-key", "a key has no meaning at this place";
    MissingKey = "E008", "missing-key", "a necessary key is missing";
    WrongShape = "E009", "wrong-shape", "a value is of another kind than expected";
    QuoteIt = "E010", "quote-it", "a number or yes/no stands where a name is wanted";
    CutText = "E011", "cut-text", "YAML cuts or splits a text that was written as one";
    UnbalancedBrackets = "E012", "unbalanced-brackets", "brackets in a list of expressions do not match";
    BadCsv = "E013", "bad-csv", "a CSV file is no table";
    CircularUse = "E014", "circular-use", "files use each other";
    // Expressions.
    ExpressionSyntax = "E020", "expression-syntax", "an expression cannot be read";
    UnknownName = "E021", "unknown-name", "a name is not defined";
    CircularNames = "E022", "circular-names", "names are defined by each other";
    UnknownFunction = "E023", "unknown-function", "a function does not exist";
    WrongArguments = "E024", "wrong-arguments", "a function is given too few, too many or unfit arguments";
    TypeMismatch = "E025", "type-mismatch", "a value is of a kind that the operation cannot use";
    UnknownField = "E026", "unknown-field", "a row or map has no such field";
    UnknownFormat = "E027", "unknown-format", "a format after `|` does not exist";
    UnroundedReal = "E028", "unrounded-real", "an inexact number is shown or compared without rounding";
    EvaluationFailed = "E029", "evaluation-failed", "an expression has no value for some draw";
    // Drawing items.
    EmptyDomain = "E030", "empty-domain", "there is nothing to draw from";
    ImpossibleWhere = "E031", "impossible-where", "no draw meets the conditions";
    EqualOptions = "E032", "equal-options", "two answer options are equal";
    CheckFailed = "E033", "check-failed", "an author's check is false for some draw";
    TooFewOptions = "E034", "too-few-options", "there are fewer different wrong answers than choices";
    TooFewInstances = "E035", "too-few-instances", "an item model has fewer different items than asked for";
    Unprintable = "E036", "unprintable", "a value cannot be printed in its format";
    // The bank as a whole.
    UnknownStandard = "E040", "unknown-standard", "a standard is not defined in the bank";
    UnknownItem = "E041", "unknown-item", "an item model is not defined in the bank";
    UnknownBlueprint = "E042", "unknown-blueprint", "a blueprint is not defined in the bank";
    DuplicateId = "E043", "duplicate-id", "two things of one kind have the same id";
    UnknownResponse = "E044", "unknown-response", "an item does not say how it is answered";
    KeyChanged = "E045", "key-changed", "a key of a released bank changed without a new major version";
    BadText = "E050", "bad-markdown-or-math", "a text holds Markdown or mathematics that cannot be shown";
    BadFigure = "E051", "bad-figure", "a figure cannot be drawn";
    // The program and its surroundings.
    CannotRead = "E060", "cannot-read", "a file cannot be read";
    CannotWrite = "E061", "cannot-write", "a file cannot be written";
    BadArgument = "E062", "bad-argument", "an argument on the command line is wrong";
    Json = "E063", "json", "a file of the program is damaged";
    PinnedBank = "E064", "pinned-bank", "a bank is not what `isoform.lock` pins";
    // The pool.
    BadLedger = "E070", "bad-ledger", "the database of a pool cannot be used";
    BadRow = "E071", "bad-row", "a row of a table for the pool cannot be taken";
    NotNow = "E072", "not-now", "the pool's history stands against it";
    // Warnings.
    UnusedName = "W001", "unused-name", "a name is defined but never used";
    MisconceptionEqualsKey = "W002", "misconception-equals-key", "a misconception sometimes gives the right answer";
    Unpinned = "W003", "unpinned", "something that makes items harder may differ between forms";
    Constant = "W004", "constant", "something that should vary is always the same";
    "lints":
    // What a student reads.
    CoefficientOne = "L001", "coefficient-one", "a coefficient or an exponent 1 is written out";
    DoubleSign = "L002", "double-sign", "a sign follows another sign";
    LeftoverBraces = "L003", "leftover-braces", "a text shows braces of the bank's language";
    NumberAgreement = "L004", "number-agreement", "a one stands before a plural";
    Article = "L005", "article", "the wrong one of a and an stands before a word";
    Spacing = "L006", "spacing", "a space is doubled or stands before a full stop or comma";
    ReadingLoad = "L007", "reading-load", "some instances are much longer to read than others";
    // What gives the key away.
    ConstantKey = "L010", "constant-key", "every instance has the same key";
    CommonKey = "L011", "common-key", "one key is right far more often than the others";
    KeyRank = "L012", "key-rank", "the key is nearly always the smallest, the largest or the middle option";
    LongestOption = "L013", "longest-option", "the key is nearly always the longest option";
    OddOption = "L014", "odd-option", "one option has another form than all others";
    KeyStated = "L015", "key-stated", "the key stands in the stem, the title or the description of the figure";
    KeyPlace = "L016", "key-place", "options keep their order, and the key nearly always has the same place";
    // What a wrong answer says.
    TwinMisconceptions = "L020", "twin-misconceptions", "two misconceptions give the same wrong answer";
    IdleMisconception = "L021", "idle-misconception", "a misconception never gives a wrong answer";
    StrayCorrective = "L022", "stray-corrective", "a corrective answers a misconception that no item has";
    // How many there are.
    RareDraw = "L030", "rare-draw", "conditions refuse nearly every draw";
    FewInstances = "L031", "few-instances", "an item model has very few different items";
    SmallCell = "L032", "small-cell", "few items share the values under `alike`";
    StaleAllowance = "L040", "stale-allowance", "a rule is allowed that the item does not break";
}

impl Code {
    /// `E021`; for good, and the name of the page.
    pub const fn id(self) -> &'static str {
        self.row().id
    }

    /// `unknown-name`
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The meaning in one line, without a full stop.
    pub const fn summary(self) -> &'static str {
        self.row().summary
    }

    /// The page of the manual, in Markdown.
    pub const fn page(self) -> &'static str {
        self.row().page
    }

    /// Whether it is a rule that one item may break for a reason: no mistake, but a judgement.
    pub fn can_be_allowed(self) -> bool {
        !self.id().starts_with('E') && self != Code::StaleAllowance && self != Code::UnusedName
    }

    /// Finds a code by its id or name, in capitals or not.
    pub fn find(word: &str) -> Option<Code> {
        let is_meant = |code: &&Code| {
            code.id().eq_ignore_ascii_case(word) || code.name().eq_ignore_ascii_case(word)
        };
        Code::ALL.iter().find(is_meant).copied()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use std::collections::HashSet;

    #[test]
    fn every_code_has_its_page_and_every_page_a_code() {
        let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");
        let folders = ["diagnostics", "lints"].map(|folder| format!("{docs}/{folder}"));
        let pages: HashSet<String> = folders
            .iter()
            .flat_map(|folder| std::fs::read_dir(folder).unwrap())
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "README.md")
            .collect();
        let codes: HashSet<String> = Code::ALL
            .iter()
            .map(|code| format!("{}.md", code.id()))
            .collect();
        assert_eq!(pages, codes);
        assert_eq!(codes.len(), Code::ALL.len(), "an id stands twice");
        for code in Code::ALL {
            let page = code.page();
            assert!(page.starts_with(&format!("# {} {}\n", code.id(), code.name())));
            assert!(
                page.contains(" wrong\n") && page.contains(" right\n"),
                "{code}"
            );
            assert!((8..=40).contains(&page.lines().count()), "{code}");
        }
    }

    #[test]
    fn codes_are_found_by_id_and_name() {
        for code in Code::ALL {
            assert_eq!(Code::find(code.id()), Some(*code));
            assert_eq!(Code::find(&code.name().to_uppercase()), Some(*code));
        }
        assert_eq!(Code::find("e021"), Some(Code::UnknownName));
        assert_eq!(Code::find(""), None);
    }
}
