//! The values that nearly every item has, without a LaTeX parser.

/// MathML for a number, a fraction or a mixed number; nothing for any other LaTeX.
pub(super) fn element(latex: &str) -> Option<String> {
    let (negative, magnitude) = match latex.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, latex),
    };
    let (whole, fraction) = match magnitude.split_once("\\frac{") {
        Some((whole, rest)) => {
            let (numerator, rest) = rest.split_once("}{")?;
            (whole, Some((numerator, rest.strip_suffix('}')?)))
        }
        None => (magnitude, None),
    };
    let mut parts = Vec::with_capacity(3);
    if negative {
        parts.push("<mo form=\"prefix\">\u{2212}</mo>".to_owned());
    }
    if !whole.is_empty() {
        parts.push(number(whole)?);
    }
    if let Some((numerator, denominator)) = fraction {
        parts.push(format!(
            "<mfrac>{}{}</mfrac>",
            number(numerator)?,
            number(denominator)?
        ));
    }
    match parts.as_slice() {
        [] => None,
        [_] if negative => None,
        [one] => Some(one.clone()),
        several => Some(format!("<mrow>{}</mrow>", several.concat())),
    }
}

/// MathML for a sign alone. Whether it stands before a number or between two is for the browser to
/// see, from what is around it.
pub(super) fn operator(latex: &str) -> Option<&'static str> {
    Some(match latex.trim_end() {
        "+" => "<mo>+</mo>",
        "-" => "<mo>\u{2212}</mo>",
        "\\pm" => "<mo>±</mo>",
        "\\times" => "<mo>×</mo>",
        "\\cdot" => "<mo>⋅</mo>",
        "\\div" => "<mo>÷</mo>",
        "=" => "<mo>=</mo>",
        "\\neq" => "<mo>≠</mo>",
        "<" => "<mo>&lt;</mo>",
        ">" => "<mo>&gt;</mo>",
        "\\leq" => "<mo>≤</mo>",
        "\\geq" => "<mo>≥</mo>",
        _ => return None,
    })
}

/// Digits with a decimal point, and commas written `{,}`.
fn number(latex: &str) -> Option<String> {
    let plain = latex.replace("{,}", ",");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let bare_comma = latex.matches(',').count() != latex.matches("{,}").count();
    let fits =
        !bare_comma && plain.split(['.', ',']).all(digits) && plain.matches('.').count() <= 1;
    fits.then(|| format!("<mn>{plain}</mn>"))
}

#[cfg(test)]
mod tests {
    /// The table says what the parser would.
    #[test]
    fn signs_are_those_of_the_parser() {
        let signs = [
            "+", "-", "\\pm ", "\\times ", "\\cdot ", "\\div ", "=", "\\neq ", "<", ">", "\\leq ",
            "\\geq ",
        ];
        for sign in signs {
            let parsed = crate::render::mathml::convert(sign, true).unwrap();
            let own = super::operator(sign).unwrap();
            let letters = |text: &str| {
                text.replace("</mo>", "")
                    .rsplit('>')
                    .next()
                    .map(str::to_owned)
            };
            let parsed = parsed.replace("</math>", "");
            assert_eq!(letters(own), letters(&parsed), "{sign}");
        }
    }
}
