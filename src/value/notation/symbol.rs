//! Letters that stand for something: x, x₁, θ.

/// Greek letters by the names that LaTeX gives them.
const GREEK: [(&str, &str); 34] = [
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("upsilon", "υ"),
    ("phi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Theta", "Θ"),
    ("Lambda", "Λ"),
    ("Xi", "Ξ"),
    ("Pi", "Π"),
    ("Sigma", "Σ"),
    ("Upsilon", "Υ"),
    ("Phi", "Φ"),
    ("Psi", "Ψ"),
    ("Omega", "Ω"),
];

/// A name split into letters and index: `x1` and `x_1` are x with index 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Symbol {
    letters: String,
    index: Option<String>,
}

impl Symbol {
    pub(super) fn new(name: &str) -> Self {
        let (letters, index) = match name.split_once('_') {
            Some((letters, index)) if !letters.is_empty() && !index.is_empty() => (letters, index),
            _ => name.split_at(name.trim_end_matches(|c: char| c.is_ascii_digit()).len()),
        };
        let greek = GREEK.iter().find(|(name, _)| *name == letters);
        Self {
            letters: greek.map_or(letters, |(_, letter)| letter).to_owned(),
            index: (!index.is_empty()).then(|| index.to_owned()),
        }
    }

    /// The number π.
    pub(super) fn pi() -> Self {
        Self::new("pi")
    }

    pub(super) fn letters(&self) -> &str {
        &self.letters
    }

    pub(super) fn index(&self) -> Option<&str> {
        self.index.as_deref()
    }

    /// Whether it is a word: two of them side by side would run together.
    pub(super) fn is_long(&self) -> bool {
        self.letters.chars().count() > 1
    }

    /// The LaTeX command of a Greek letter.
    pub(super) fn latex_name(&self) -> Option<&'static str> {
        let found = GREEK.iter().find(|(_, letter)| *letter == self.letters);
        found.map(|(name, _)| *name)
    }
}
