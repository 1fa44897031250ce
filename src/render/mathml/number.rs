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

/// Digits with a decimal point, and commas written `{,}`.
fn number(latex: &str) -> Option<String> {
    let plain = latex.replace("{,}", ",");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let bare_comma = latex.matches(',').count() != latex.matches("{,}").count();
    let fits =
        !bare_comma && plain.split(['.', ',']).all(digits) && plain.matches('.').count() <= 1;
    fits.then(|| format!("<mn>{plain}</mn>"))
}
