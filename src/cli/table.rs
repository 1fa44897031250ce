//! Tables for people: columns as wide as they must be.

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// The lines of a table; the first row is its head.
pub fn lines<const N: usize>(sides: [Side; N], rows: &[[String; N]]) -> Vec<String> {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max();
    let widths: [usize; N] = std::array::from_fn(|at| width(at).unwrap_or(0));
    let cell = |(text, (side, width)): (&String, (Side, usize))| match side {
        Side::Left => format!("{text:width$}"),
        Side::Right => format!("{text:>width$}"),
    };
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(sides.into_iter().zip(widths));
        let cells: Vec<String> = cells.map(cell).collect();
        format!("  {}", cells.join("  ")).trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// `20 000`: digits in groups of three, by spaces that do not break.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 4 {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Side, grouped, lines};

    #[test]
    fn columns_stand_under_each_other() {
        let row = |a: &str, b: &str, c: &str| [a.to_owned(), b.to_owned(), c.to_owned()];
        let rows = [row("standard", "n", "why"), row("é", "12345", "")];
        assert_eq!(
            lines([Side::Left, Side::Right, Side::Left], &rows),
            ["  standard      n  why", "  é         12345"]
        );
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(grouped(1234), "1234");
        assert_eq!(grouped(20_000), "20\u{a0}000");
        assert_eq!(grouped(1_234_567), "1\u{a0}234\u{a0}567");
    }
}
