//! English sentences: agreement, tenses and parts of speech by rules and lists of our own.

use crate::words::WordRoad;

pub const ROADS: &[WordRoad] = &[
    ("find-the-part", |asked| {
        let words = five(asked.sentence());
        words[place(asked.bold[0])].to_owned()
    }),
    ("name-the-part", |asked| {
        let words = five(asked.sentence());
        let at = words.iter().position(|word| *word == asked.bold[0]);
        PARTS[at.unwrap()].to_owned()
    }),
    ("job-of-a-conjunction", |asked| {
        job(asked.bold[0]).to_owned()
    }),
    ("find-the-preposition", |asked| {
        let words = words_of(asked.sentence());
        let found: Vec<&&str> = words.iter().filter(|w| PREPOSITIONS.contains(w)).collect();
        assert_eq!(found.len(), 1, "{}", asked.stem);
        found[0].to_string()
    }),
    ("irregular-past", |asked| forms(asked.verb()).0.to_owned()),
    ("present-perfect", |asked| forms(asked.verb()).1.to_owned()),
    ("tense-that-fits", |asked| match time(asked.before()) {
        Time::Future => asked.option(|option| option.starts_with("will ")),
        Time::Present => asked.option(|option| option.ends_with('s')),
        Time::Past => asked.option(|option| IRREGULAR.iter().any(|(_, past, _)| *past == option)),
    }),
    ("perfect-tenses", |asked| {
        let helper = helper(asked.before());
        asked.option(|option| {
            option
                .strip_prefix(helper)
                .is_some_and(|rest| IRREGULAR.iter().any(|(_, _, third)| *third == rest))
        })
    }),
    ("find-the-shift", |asked| odd(&asked.bold).0.to_owned()),
    ("mend-the-shift", |asked| {
        let wrong = asked.stem.split_whitespace().nth(2).unwrap();
        mended(wrong)
    }),
    ("agree-simple", |asked| {
        let subject = asked.before().rsplit(' ').next().unwrap();
        verb(asked.verb(), is_plural(subject))
    }),
    ("agree-across-a-phrase", |asked| {
        let clause = asked.before().split_once(", the ").unwrap().1;
        verb(asked.verb(), is_plural(clause.split(' ').next().unwrap()))
    }),
    ("agree-joined", |asked| {
        let many = is_many(asked.before());
        asked.option(|option| option.ends_with('s') != many)
    }),
    ("agree-with-there", |asked| {
        let one = asked.after().starts_with("a ") || asked.after().starts_with("an ");
        let one = one && !asked.after().starts_with("a few ");
        match (asked.before().starts_with("Yesterday"), one) {
            (false, true) => "is",
            (false, false) => "are",
            (true, true) => "was",
            (true, false) => "were",
        }
        .to_owned()
    }),
    ("pronoun-that-agrees", |asked| {
        let before = asked.before();
        if before.starts_with("You ") {
            "your"
        } else if before.contains(" and I ") {
            "our"
        } else if before.contains(" and ") || is_plural(before.split(' ').nth(1).unwrap()) {
            "their"
        } else {
            "its"
        }
        .to_owned()
    }),
];

const PARTS: [&str; 4] = ["adjective", "noun", "verb", "adverb"];

fn place(part: &str) -> usize {
    PARTS.iter().position(|known| *known == part).unwrap()
}

fn words_of(sentence: &str) -> Vec<&str> {
    let words = sentence.split_whitespace();
    words.map(|word| word.trim_matches(['.', ','])).collect()
}

/// The adjective, noun, verb and adverb of a sentence of five words.
fn five(sentence: &str) -> [&str; 4] {
    let words = words_of(sentence);
    assert_eq!(words.len(), 5, "{sentence}");
    let first = ["often", "never", "always", "almost", "soon"].contains(&words[3]);
    let (verb, adverb) = if first { (4, 3) } else { (3, 4) };
    [words[1], words[2], words[verb], words[adverb]]
}

const PREPOSITIONS: &[&str] = &[
    "about", "above", "across", "after", "against", "along", "among", "around", "before",
    "beneath", "beside", "between", "behind", "during", "from", "inside", "into", "near", "onto",
    "over", "past", "through", "to", "toward", "under", "until", "with", "without",
];

fn job(conjunction: &str) -> &'static str {
    match conjunction {
        "because" => "gives the reason",
        "so" => "shows the result",
        "but" | "although" => "shows a contrast",
        "if" | "unless" => "names a condition",
        "or" => "offers a choice",
        "before" | "until" => "tells the time",
        other => panic!("{other}"),
    }
}

enum Time {
    Past,
    Present,
    Future,
}

fn time(before: &str) -> Time {
    let has = |list: &[&str]| list.iter().any(|word| before.contains(word));
    if has(&["Yesterday", "Last", "ago"]) {
        Time::Past
    } else if has(&["Tomorrow", "Next", "from now"]) {
        Time::Future
    } else {
        Time::Present
    }
}

/// The helping verb that the time asks for.
fn helper(before: &str) -> &'static str {
    let has = |list: &[&str]| list.iter().any(|word| before.contains(word));
    if has(&["So far", "Since Monday", "Already"]) {
        "has "
    } else if has(&["rang", "set", "came", "last"]) {
        "had "
    } else {
        "will have "
    }
}

/// Whether a noun names more than one.
fn is_plural(noun: &str) -> bool {
    ["children", "women", "men", "geese"].contains(&noun) || noun.ends_with('s')
}

/// Whether a joined subject, or one with a word of quantity, is plural.
fn is_many(subject: &str) -> bool {
    let nearer = subject.split_once(" or ").or(subject.split_once(" nor "));
    if let Some((_, last)) = nearer {
        return is_plural(last.rsplit(' ').next().unwrap());
    }
    match subject.split(' ').next().unwrap() {
        "Each" | "One" | "Every" | "Everyone" | "Nobody" | "Somebody" => false,
        "Both" | "Many" | "Several" | "Few" => true,
        _ => subject.contains(" and "),
    }
}

/// The present of a verb.
fn verb(base: &str, many: bool) -> String {
    match (base, many) {
        ("be", true) => "are".to_owned(),
        ("be", false) => "is".to_owned(),
        ("have", false) => "has".to_owned(),
        (_, true) => base.to_owned(),
        (_, false) => third(base),
    }
}

fn third(base: &str) -> String {
    let hissing = ["s", "x", "ch", "sh", "o"];
    match base.strip_suffix('y') {
        Some(root) if !root.ends_with(['a', 'e', 'o', 'u']) => format!("{root}ies"),
        _ if hissing.iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// The past and the participle of an irregular verb.
fn forms(base: &str) -> (&'static str, &'static str) {
    let found = IRREGULAR.iter().find(|(known, _, _)| *known == base);
    let (_, past, participle) = found.unwrap_or_else(|| panic!("{base}"));
    (past, participle)
}

fn is_past(form: &str) -> bool {
    form.ends_with("ed") && form != "feed" || IRREGULAR.iter().any(|(_, past, _)| *past == form)
}

/// The verb whose tense none of the others has.
fn odd<'a>(verbs: &[&'a str]) -> (&'a str, bool) {
    let past = verbs.iter().filter(|verb| is_past(verb)).count();
    assert!(past == 1 || past == verbs.len() - 1, "{verbs:?}");
    let found = verbs.iter().find(|verb| is_past(verb) == (past == 1));
    (found.unwrap(), past == 1)
}

/// A verb in the other tense. A present form with -s gives the past; a past form gives the present
/// that the texts need: without -s behind `I`, `we` and plural nouns.
fn mended(wrong: &str) -> String {
    if !is_past(wrong) {
        let base = base_of(wrong);
        let irregular = IRREGULAR.iter().find(|(known, _, _)| *known == base);
        return irregular.map_or_else(|| regular_past(&base), |(_, past, _)| (*past).to_owned());
    }
    let irregular = IRREGULAR.iter().find(|(_, past, _)| *past == wrong);
    let base = irregular.map_or_else(
        || {
            let root = wrong.strip_suffix("ed").unwrap();
            if root.ends_with("nc") {
                format!("{root}e")
            } else {
                root.to_owned()
            }
        },
        |(base, _, _)| (*base).to_owned(),
    );
    // I washed, the animals danced, the children waited.
    if ["wash", "dance", "wait"].contains(&base.as_str()) {
        base
    } else {
        third(&base)
    }
}

fn base_of(present: &str) -> String {
    let known = |base: &str| IRREGULAR.iter().any(|(b, _, _)| *b == base);
    let Some(root) = present.strip_suffix('s') else {
        return present.to_owned();
    };
    match root.strip_suffix("ie") {
        Some(root) => format!("{root}y"),
        None if root.ends_with("oe") && known(&root[..root.len() - 1]) => {
            root[..root.len() - 1].to_owned()
        }
        None => root.to_owned(),
    }
}

fn regular_past(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(root) => format!("{root}ied"),
        None if base.ends_with('e') => format!("{base}d"),
        None if base == "stir" => "stirred".to_owned(),
        None => format!("{base}ed"),
    }
}

#[rustfmt::skip]
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("begin", "began", "begun"), ("bite", "bit", "bitten"), ("blow", "blew", "blown"),
    ("break", "broke", "broken"), ("bring", "brought", "brought"), ("build", "built", "built"),
    ("buy", "bought", "bought"), ("catch", "caught", "caught"), ("choose", "chose", "chosen"),
    ("come", "came", "come"), ("creep", "crept", "crept"), ("dig", "dug", "dug"),
    ("do", "did", "done"), ("draw", "drew", "drawn"), ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"), ("eat", "ate", "eaten"), ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"), ("find", "found", "found"), ("fly", "flew", "flown"),
    ("forget", "forgot", "forgotten"), ("freeze", "froze", "frozen"), ("get", "got", "gotten"),
    ("give", "gave", "given"), ("go", "went", "gone"), ("grow", "grew", "grown"),
    ("hear", "heard", "heard"), ("hide", "hid", "hidden"), ("hold", "held", "held"),
    ("keep", "kept", "kept"), ("know", "knew", "known"), ("lead", "led", "led"), ("leave", "left", "left"),
    ("lend", "lent", "lent"), ("lose", "lost", "lost"), ("make", "made", "made"),
    ("meet", "met", "met"), ("pay", "paid", "paid"), ("put", "put", "put"),
    ("read", "read", "read"), ("ride", "rode", "ridden"), ("ring", "rang", "rung"), ("rise", "rose", "risen"),
    ("run", "ran", "run"), ("see", "saw", "seen"), ("sell", "sold", "sold"),
    ("send", "sent", "sent"), ("shake", "shook", "shaken"), ("sing", "sang", "sung"),
    ("sit", "sat", "sat"), ("sleep", "slept", "slept"), ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"), ("stand", "stood", "stood"), ("sweep", "swept", "swept"),
    ("swim", "swam", "swum"), ("take", "took", "taken"), ("teach", "taught", "taught"), ("tear", "tore", "torn"),
    ("tell", "told", "told"), ("think", "thought", "thought"), ("throw", "threw", "thrown"),
    ("understand", "understood", "understood"), ("wear", "wore", "worn"), ("win", "won", "won"),
    ("write", "wrote", "written"),
];
