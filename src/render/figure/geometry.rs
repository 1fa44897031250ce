//! Places and boxes in the plane.

/// A place: first right, then down on the page or up in the author's plane.
pub type At = [f64; 2];

/// The smallest level box around places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least coordinates.
    pub low: At,
    /// The greatest coordinates.
    pub high: At,
}

impl Bounds {
    /// The box around nothing.
    pub const NOTHING: Self = Self {
        low: [f64::INFINITY; 2],
        high: [f64::NEG_INFINITY; 2],
    };

    /// The box around `places`.
    pub fn of(places: &[At]) -> Self {
        let mut bounds = Self::NOTHING;
        places.iter().for_each(|place| bounds.add(*place));
        bounds
    }

    /// The box of a size around its centre.
    pub fn around(centre: At, [w, h]: At) -> Self {
        Self {
            low: [centre[0] - w / 2.0, centre[1] - h / 2.0],
            high: [centre[0] + w / 2.0, centre[1] + h / 2.0],
        }
    }

    /// Grows to hold a place.
    pub fn add(&mut self, place: At) {
        for (axis, coordinate) in place.into_iter().enumerate() {
            self.low[axis] = self.low[axis].min(coordinate);
            self.high[axis] = self.high[axis].max(coordinate);
        }
    }

    /// Grows to hold another box.
    pub fn join(&mut self, other: &Self) {
        self.add(other.low);
        self.add(other.high);
    }

    /// The box with `margin` more on every side.
    pub fn grown(self, margin: f64) -> Self {
        Self {
            low: self.low.map(|low| low - margin),
            high: self.high.map(|high| high + margin),
        }
    }

    /// Width and height; nothing for the box around nothing.
    pub fn extent(&self) -> At {
        [0, 1].map(|axis| (self.high[axis] - self.low[axis]).max(0.0))
    }

    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.low[axis] < other.high[axis] && other.low[axis] < self.high[axis])
    }

    /// Whether a straight line passes through the box (Liang and Barsky, 1984).
    pub fn meets(&self, from: At, to: At) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for axis in 0..2 {
            let way = to[axis] - from[axis];
            let (low, high) = (self.low[axis] - from[axis], self.high[axis] - from[axis]);
            if way == 0.0 {
                if low > 0.0 || high < 0.0 {
                    return false;
                }
                continue;
            }
            let (first, last) = if way > 0.0 { (low, high) } else { (high, low) };
            enter = enter.max(first / way);
            leave = leave.min(last / way);
        }
        enter <= leave
    }
}

/// The sum of two vectors.
pub fn plus(a: At, b: At) -> At {
    [a[0] + b[0], a[1] + b[1]]
}

/// The way from `a` to `b`.
pub fn way(a: At, b: At) -> At {
    [b[0] - a[0], b[1] - a[1]]
}

/// A vector made longer.
pub fn times(a: At, by: f64) -> At {
    [a[0] * by, a[1] * by]
}

/// The vector of length 1 in the same direction; none for the zero vector.
pub fn unit(a: At) -> Option<At> {
    let length = libm::hypot(a[0], a[1]);
    (length > 1e-9).then(|| [a[0] / length, a[1] / length])
}

/// The place halfway.
pub fn middle(a: At, b: At) -> At {
    [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0]
}

/// The unit vector at `degrees` counterclockwise from the right, y upwards.
pub fn direction(degrees: f64) -> At {
    // Right angles come out exactly.
    let turned = degrees.rem_euclid(360.0);
    if turned == 0.0 {
        return [1.0, 0.0];
    }
    if turned == 90.0 {
        return [0.0, 1.0];
    }
    if turned == 180.0 {
        return [-1.0, 0.0];
    }
    if turned == 270.0 {
        return [0.0, -1.0];
    }
    let radians = turned.to_radians();
    [libm::cos(radians), libm::sin(radians)]
}

/// How `degrees` of a whole turn a vector points, from 0 up to 360, y upwards.
pub fn degrees(a: At) -> f64 {
    libm::atan2(a[1], a[0]).to_degrees().rem_euclid(360.0)
}
