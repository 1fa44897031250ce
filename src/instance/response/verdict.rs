//! What a student gave, and what it is worth.

/// What a student gave in answer to an item or a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A text on a line.
    Text(String),
    /// The option at this place as shown, from 0.
    Option(usize),
    /// A text for each blank in the order of the keys; of a dropdown, the option's text.
    Blanks(Vec<String>),
    /// The places of the statements marked.
    Marks(Vec<usize>),
    /// For each entry on the left the place of an entry on the right.
    Pairs(Vec<usize>),
    /// The places of the steps as shown, in the student's order.
    Order(Vec<usize>),
    /// The level of each criterion, given by a marker.
    Levels(Vec<u32>),
    /// What was given in each part.
    Parts(Vec<Given>),
}

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All points.
    Right,
    /// A share of the points: so many of so many.
    Partial(usize, usize),
    /// The value is right, the form is not what was asked for.
    Form,
    /// No points; with the misconception that it betrays, by its place.
    Wrong(Option<usize>),
    /// It cannot be read as an answer: empty, or of another kind.
    Invalid,
}

impl Verdict {
    /// So many of so many.
    pub fn share(right: usize, of: usize) -> Self {
        match right {
            _ if right >= of => Self::Right,
            0 => Self::Wrong(None),
            _ => Self::Partial(right, of),
        }
    }

    /// The points earned of `points`, as a fraction: numerator and denominator.
    pub fn points(self, points: u32) -> (u64, u64) {
        match self {
            Self::Right => (u64::from(points), 1),
            Self::Partial(right, of) => (u64::from(points) * right as u64, of.max(1) as u64),
            Self::Form | Self::Wrong(_) | Self::Invalid => (0, 1),
        }
    }
}
