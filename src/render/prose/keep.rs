//! Formulas and blanks stay on a line with the marks that belong to them. A browser breaks a line
//! before and after each of them, also before a full stop, whatever stands there (a rule kept for
//! images); only `white-space` keeps them together.

/// What belongs to the word before it.
const CLOSING: &str = ".,;:?!…)]’”»%°′″";
/// What belongs to the word after it.
const OPENING: &str = "([‘“„«¿¡$€£";
/// The most bytes that a no-break space ties to a formula.
const LONGEST: usize = 24;

/// HTML in which every formula and every blank is held together with its marks.
pub(super) fn together(html: String) -> String {
    if !html.contains("<math") && !html.contains(BLANK) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = &*html;
    while let Some((start, end)) = next(rest) {
        let head = rest[..start].trim_end_matches(|c| OPENING.contains(c));
        let after = closing(&rest[end..]);
        out.push_str(head);
        if head.len() < start || after > 0 {
            out.push_str("<span class=\"keep\">");
            out.push_str(&rest[head.len()..end + after]);
            out.push_str("</span>");
        } else {
            out.push_str(&rest[start..end]);
        }
        rest = &rest[end + after..];
    }
    out.push_str(rest);
    out
}

const BLANK: &str = "<span class=\"blank\"";

/// Where the next formula in running text, or blank outside formulas, begins and ends.
fn next(html: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let rest = &html[from..];
        let formula = rest.find("<math").map(|at| (at, "</math>"));
        let blank = rest.find(BLANK).map(|at| (at, "</span>"));
        let first = match (formula, blank) {
            (Some(one), Some(other)) => one.min(other),
            (one, other) => one.or(other)?,
        };
        let (start, close) = (from + first.0, first.1);
        let end = start + html[start..].find(close)? + close.len();
        if !html[start..end].starts_with("<math display=\"block\"") {
            return Some((start, end));
        }
        from = end;
    }
}

/// The length of the marks that a text begins with, and of what a no-break space ties to them.
fn closing(text: &str) -> usize {
    let tied = |c: char| matches!(c, '\u{a0}' | '\u{202f}');
    let word = |c: char| !c.is_whitespace() && c != '<' || tied(c);
    if text.starts_with(tied) {
        let end = text.find(|c| !word(c)).unwrap_or(text.len());
        // What is longer than a unit may stand on a line of its own.
        return if end <= LONGEST { end } else { 0 };
    }
    text.len() - text.trim_start_matches(|c| CLOSING.contains(c)).len()
}

#[cfg(test)]
mod tests {
    use super::together;

    const X: &str = "<math><mi>x</mi></math>";
    const LINE: &str = "<span class=\"blank\" role=\"img\" aria-label=\"Blank 1\"></span>";

    #[test]
    fn marks_stay_with_their_formula() {
        let keep = |text: &str| format!("<span class=\"keep\">{text}</span>");
        for (given, wanted) in [
            (
                format!("So {X}. Next"),
                format!("So {} Next", keep(&format!("{X}."))),
            ),
            (
                format!("({X})?</p>"),
                format!("{}</p>", keep(&format!("({X})?"))),
            ),
            (format!("{X} and {X}"), format!("{X} and {X}")),
            (
                format!("{X}\u{a0}cm {X}"),
                format!("{} {X}", keep(&format!("{X}\u{a0}cm"))),
            ),
            (
                format!("{X}\u{a0}{}", "c".repeat(40)),
                format!("{X}\u{a0}{}", "c".repeat(40)),
            ),
            (format!("{LINE}!"), keep(&format!("{LINE}!"))),
            (
                format!("{X}, {LINE}"),
                format!("{} {LINE}", keep(&format!("{X},"))),
            ),
            (
                "<math display=\"block\"><mi>x</mi></math>.".into(),
                "<math display=\"block\"><mi>x</mi></math>.".into(),
            ),
            (
                format!("<math><mtext>{LINE}</mtext></math>."),
                keep(&format!("<math><mtext>{LINE}</mtext></math>.")),
            ),
            ("no formula.".into(), "no formula.".into()),
        ] {
            assert_eq!(together(given), wanted);
        }
    }
}
