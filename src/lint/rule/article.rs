//! L005: `a apple`, `an pear`.

use crate::lint::printed::Printed;
use crate::lint::rule::Fault;
use crate::value::Value;
use crate::value::notation::{Family, Format, Medium, print};

/// An article that the author wrote before a value that asks for the other one.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    if printed.language.family != Family::English {
        return Vec::new();
    }
    let wrong = printed.filled().filter_map(|value| {
        let article = value
            .before
            .strip_suffix(' ')?
            .rsplit([' ', '\n', '('])
            .next()?;
        let written = article.to_lowercase();
        if value.mathematics || !matches!(written.as_str(), "a" | "an") || value.shown.is_empty() {
            return None;
        }
        let value_text = Value::text(value.shown);
        let right = print(&value_text, &Format::A, Medium::Text, printed.language).ok()?;
        let article_right = right.split(' ').next()?;
        (article_right != written).then(|| Fault {
            span: value.span,
            message: format!("this prints `{article} {}`", first_word(value.shown)),
            help: "let the program choose: `{{ name | a }}` prints \"an apple\"",
        })
    });
    wrong.collect()
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}
