//! What an author may have meant.

/// The candidate nearest to a misspelt word, if one is near enough to be meant.
///
/// Near is: the same but for capitals; within one change for words up to 4 letters, two up to 8,
/// three beyond (Damerau 1964: one letter wrong, missing, extra, or two neighbours swapped); or
/// an abbreviation (at least 3 letters at the start of the only candidate that begins so).
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const LONGEST: usize = 64;
    if word.is_empty() || word.chars().count() > LONGEST {
        return None;
    }
    let lower: Vec<char> = word.to_lowercase().chars().collect();
    let limit = match lower.len() {
        0..=1 => 0,
        2..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &str)> = None;
    let mut begins: Vec<&str> = Vec::new();
    for candidate in candidates {
        let folded: Vec<char> = candidate.to_lowercase().chars().collect();
        if candidate != word && lower.len() >= 3 && folded.starts_with(&lower) {
            begins.push(candidate);
        }
        if candidate == word || folded.len().abs_diff(lower.len()) > limit {
            continue;
        }
        let distance = distance(&lower, &folded);
        // A word of two letters with one changed has nothing left that is alike.
        let alike = distance < folded.len().max(lower.len()).div_ceil(2).max(1);
        if distance <= limit && alike && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    match (best, begins.as_slice()) {
        (Some((_, candidate)), _) => Some(candidate),
        (None, [only]) => Some(only),
        _ => None,
    }
}

/// One line of help: the nearest candidate, or all of them when they are at most eight,
/// or nothing.
pub fn help<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    const LISTED: usize = 8;
    let candidates: Vec<&str> = candidates.into_iter().collect();
    match did_you_mean(word, candidates.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if candidates.is_empty() || candidates.len() > LISTED => String::new(),
        None => format!("possible here: {}", listed(&candidates)),
    }
}

/// `a`, `b` and `c`
pub fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// Changes, omissions, insertions and swaps of neighbours that lead from one word to the other
/// (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let change = last[j] + usize::from(x != y);
            let mut least = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before_last[j - 1] + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, distance, help, listed};

    #[test]
    fn distances_by_hand() {
        let of = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            distance(&a, &b)
        };
        assert_eq!(of("stem", "stem"), 0);
        assert_eq!(of("setm", "stem"), 1);
        assert_eq!(of("answr", "answer"), 1);
        assert_eq!(of("kitten", "sitting"), 3);
        assert_eq!(of("", "abc"), 3);
    }

    #[test]
    fn near_words_are_meant() {
        let keys = ["stem", "answer", "answers", "misconceptions", "where", "x"];
        let meant = |word| did_you_mean(word, keys);
        assert_eq!(meant("Stem"), Some("stem"));
        assert_eq!(meant("anwser"), Some("answer"));
        assert_eq!(meant("misconception"), Some("misconceptions"));
        assert_eq!(meant("miscon"), Some("misconceptions"));
        assert_eq!(meant("wehre"), Some("where"));
        assert_eq!(meant("y"), None);
        assert_eq!(meant("bibliography"), None);
        assert_eq!(meant(""), None);
        assert_eq!(meant(&"stem".repeat(10_000)), None);
    }

    #[test]
    fn help_lists_a_short_choice() {
        assert_eq!(help("stemm", ["stem", "key"]), "did you mean `stem`?");
        assert_eq!(
            help("q", ["stem", "key"]),
            "possible here: `stem` and `key`"
        );
        assert_eq!(help("q", ["stem"; 9]), "");
        assert_eq!(help("q", []), "");
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
    }
}
