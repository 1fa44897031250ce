//! Texts whose mathematics is said in words.

use crate::render::escape;
use crate::render::mathml;
use crate::render::messages::Messages;
use crate::render::view::{AnswerView, FormView, MisconceptionView, ResponseView, Rich};

/// Says every formula of a form in words: in stems, options, answers and solutions.
pub fn form(form: &mut FormView, messages: &Messages) {
    let say = |text: &mut Rich| {
        text.html.0 = html(&text.html.0, messages);
        text.markdown.0 = markdown(&text.markdown.0, messages);
    };
    for item in &mut form.items {
        for text in [&mut item.stem, &mut item.completed, &mut item.solution] {
            say(text);
        }
        response(&mut item.response, &say);
        marking(&mut item.answers, &mut item.misconceptions, &say);
        for part in &mut item.parts {
            for text in [&mut part.stem, &mut part.completed, &mut part.solution] {
                say(text);
            }
            response(&mut part.response, &say);
            marking(&mut part.answers, &mut part.misconceptions, &say);
        }
    }
}

fn response(response: &mut ResponseView, say: &impl Fn(&mut Rich)) {
    say(&mut response.unit);
    let options = response.options.iter_mut().map(|option| &mut option.text);
    options.for_each(say);
    for statement in &mut response.statements {
        say(&mut statement.text);
        say(&mut statement.why);
    }
    let entries = response.left.iter_mut().chain(&mut response.right);
    entries.for_each(|entry| say(&mut entry.text));
    for criterion in &mut response.rubric.criteria {
        criterion.cells.iter_mut().for_each(say);
    }
}

fn marking(answers: &mut [AnswerView], slips: &mut [MisconceptionView], say: &impl Fn(&mut Rich)) {
    for answer in answers {
        say(&mut answer.text);
        answer.accepted.iter_mut().for_each(say);
    }
    slips.iter_mut().for_each(|slip| say(&mut slip.answer));
}

/// Private letter that stands for a blank while words are put together.
const BLANK: &str = "\u{E000}";

fn html(text: &str, messages: &Messages) -> String {
    let mut out = String::with_capacity(text.len());
    // Words may stand on several lines, other than the formula that they say.
    let text = text.replace("<span class=\"keep\">", "<span>");
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once("<math") {
        out.push_str(before);
        let Some((formula, tail)) = after.split_once("</math>") else {
            out.push_str("<math");
            rest = after;
            continue;
        };
        let formula = format!("<math{formula}</math>");
        let words = mathml::spoken(&formula, messages, BLANK);
        let mut escaped = String::new();
        escape::html(&words, &mut escaped);
        for blank in blanks(&formula) {
            escaped = escaped.replacen(BLANK, blank, 1);
        }
        out.push_str(&escaped);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The blanks of a formula, as elements.
fn blanks(formula: &str) -> impl Iterator<Item = &str> {
    formula.match_indices("<span").filter_map(|(at, _)| {
        let end = formula[at..].find("</span>")?;
        Some(&formula[at..at + end + "</span>".len()])
    })
}

fn markdown(text: &str, messages: &Messages) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['$', '\\']) {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        if found.starts_with('\\') {
            // What is escaped is text, a dollar too.
            let end = found.chars().take(2).map(char::len_utf8).sum();
            out.push_str(&found[..end]);
            rest = &found[end..];
            continue;
        }
        let fence = if found.starts_with("$$") { "$$" } else { "$" };
        let inner = &found[fence.len()..];
        let said = inner.split_once(fence).and_then(|(latex, tail)| {
            let formula = mathml::convert(latex.trim(), false).ok()?;
            Some((mathml::spoken(&formula, messages, "______"), tail))
        });
        match said {
            Some((words, tail)) => {
                escape::markdown(&words, &mut out);
                rest = tail;
            }
            None => {
                out.push_str(fence);
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{html, markdown};
    use crate::render::mathml;
    use crate::render::messages::Messages;

    #[test]
    fn mathematics_in_words() {
        let english = Messages::of("en");
        for (latex, words) in [
            ("\\frac{3}{4}", "3 over 4"),
            ("1\\frac{3}{4} + x^2", "1 and 3 over 4 plus x squared"),
            ("\\sqrt{2} < 1.5", "the square root of 2 is less than 1.5"),
            ("2x = -6", "2 x equals minus 6"),
            (
                "\\frac{x + 1}{2}",
                "the fraction with top x plus 1 and bottom 2, end of fraction,",
            ),
        ] {
            let formula = mathml::convert(latex, false).unwrap();
            assert_eq!(mathml::spoken(&formula, &english, ""), words, "{latex}");
            let page = format!("<p>a {formula} b</p>");
            let said = words.replace('<', "&lt;");
            assert_eq!(html(&page, &english), format!("<p>a {said} b</p>"));
        }
        assert_eq!(
            markdown("Is $\\frac{1}{2}$ of \\$5 more?", &english),
            "Is 1 over 2 of \\$5 more?"
        );
        let german = Messages::of("de");
        let formula = mathml::convert("3 \\times 4", false).unwrap();
        assert_eq!(mathml::spoken(&formula, &german, ""), "3 mal 4");
    }
}
