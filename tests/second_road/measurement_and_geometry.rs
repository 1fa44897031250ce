//! Measurement and geometry. What a figure shows is read from its description.

use crate::Road;
use crate::number::Number;
use crate::stem::Stem;
use crate::written::WrittenRoad;

pub const ROADS: &[Road] = &[
    ("perimeter-around-a-plot", |stem| around(&stem.n)),
    ("perimeter-from-area", |stem| {
        around(&[stem.n[1], stem.n[0] / stem.n[1]])
    }),
    ("angle-in-two-parts", |stem| whole(stem) - stem.last()),
    ("three-angles-on-a-line", |stem| {
        Number::whole(180) - (stem.n[0] + stem.n[1])
    }),
    ("volume-of-a-box", |stem| stem.n[2] * stem.n[1] * stem.n[0]),
    ("volume-of-two-boxes", |stem| {
        let [depth, left, tall, right, low] = five(stem);
        (left * tall + right * low) * depth
    }),
    ("area-of-a-corner", |stem| {
        let [w, h, upright, lying] = four(stem);
        corners(&[
            (zero(), zero()),
            (w, zero()),
            (w, lying),
            (upright, lying),
            (upright, h),
            (zero(), h),
        ])
    }),
    ("area-of-a-parallelogram", |stem| {
        let (base, foot, h) = leaning(stem);
        corners(&[
            (zero(), zero()),
            (base, zero()),
            (base + foot, h),
            (foot, h),
        ])
    }),
    ("area-of-a-triangle", |stem| {
        let (base, foot, h) = leaning(stem);
        corners(&[(zero(), zero()), (base, zero()), (foot, h)])
    }),
    ("area-of-a-trapezoid", |stem| {
        let [bottom, top, h, slanted] = four(stem);
        assert_eq!(bottom - top, leg(slanted, h));
        corners(&[(zero(), zero()), (bottom, zero()), (top, h), (zero(), h)])
    }),
    ("rectangle-in-the-plane", |stem| {
        let [ax, ay, bx, by, cx, cy] = std::array::from_fn(|at| stem.n[at]);
        assert_eq!((ay, bx), (by, cx));
        around(&[(bx - ax).abs(), (cy - by).abs()])
    }),
    ("surface-from-a-net", |stem| {
        let wide = stem.n[0];
        let column = stem.n[1..5].iter().fold(zero(), |sum, h| sum + wide * *h);
        column + Number::whole(2) * stem.n[5] * stem.n[6]
    }),
    ("area-from-a-plan", |stem| {
        let real = stem.n[1] / stem.n[0];
        (real * stem.n[2]) * (real * stem.n[3])
    }),
    ("around-a-circle", |stem| stem.n[1] * stem.n[0]),
    ("crossing-lines", |stem| {
        let [shown, times, added] = std::array::from_fn(|at| stem.n[at]);
        let angle = if stem.says("opposite to it") {
            shown
        } else {
            Number::whole(180) - shown
        };
        (angle - added) / times
    }),
    ("volume-of-a-triangular-prism", |stem| {
        let end = corners(&[(zero(), zero()), (stem.n[0], zero()), (zero(), stem.n[1])]);
        end * stem.n[2]
    }),
    ("exterior-angle", |stem| {
        let third = Number::whole(180) - stem.n[0] - stem.n[1];
        Number::whole(180) - third
    }),
    ("parallel-lines", |stem| {
        if stem.says("on the same side") {
            Number::whole(180) - stem.n[0]
        } else {
            stem.n[0]
        }
    }),
    ("third-side", |stem| {
        if stem.says("opposite to the right angle is marked x") {
            let square = stem.n[0] * stem.n[0] + stem.n[1] * stem.n[1];
            root(square)
        } else {
            leg(stem.n[1], stem.n[0])
        }
    }),
    ("ladder", |stem| {
        let square = stem.n[0] * stem.n[0] - stem.n[1] * stem.n[1];
        let tenths = |n: i64| Number::new(n, 20) * Number::new(n, 20);
        let mut n = 1;
        while tenths(2 * n + 1) <= square {
            n += 1;
        }
        Number::new(n, 10)
    }),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("which-rectangle", |stem| {
        stem.option(|option| {
            let sides = Stem::read(option).n;
            around(&sides) == stem.n[1] && sides[0] * sides[1] == stem.n[2]
        })
    }),
    ("area-of-a-circle", |stem| {
        let radius = if stem.says("Its radius") {
            stem.n[0]
        } else {
            stem.n[0] / Number::whole(2)
        };
        format!("${}\\pi$ {}²", (radius * radius).count(), unit(stem))
    }),
    ("distance-in-the-plane", |stem| {
        let [px, py, qx, qy] = std::array::from_fn(|at| stem.n[at]);
        let square = ((qx - px) * (qx - px) + (qy - py) * (qy - py)).count();
        let factor = (1..=square).rfind(|n| square % (n * n) == 0).unwrap();
        let outside = if factor == 1 {
            String::new()
        } else {
            factor.to_string()
        };
        format!("${outside}\\sqrt{{{}}}$ units", square / (factor * factor))
    }),
    ("volume-of-a-cylinder", |stem| {
        let [radius, h] = [stem.n[0], stem.n[1]];
        let parts = Number::whole(if stem.says("A cone") { 3 } else { 1 });
        let volume = radius * radius * h / parts;
        format!("${}\\pi$ {}³", volume.count(), unit(stem))
    }),
];

fn zero() -> Number {
    Number::whole(0)
}

fn four(stem: &Stem) -> [Number; 4] {
    std::array::from_fn(|at| stem.n[at])
}

fn five(stem: &Stem) -> [Number; 5] {
    std::array::from_fn(|at| stem.n[at])
}

/// The abbreviation of the unit of length.
fn unit(stem: &Stem) -> &'static str {
    let units = [
        ("centimeters", "cm"),
        ("inches", "in"),
        ("feet", "ft"),
        (" meters", "m"),
    ];
    units.iter().find(|(word, _)| stem.says(word)).unwrap().1
}

fn around(sides: &[Number]) -> Number {
    sides[0] + sides[1] + sides[0] + sides[1]
}

fn whole(stem: &Stem) -> Number {
    if stem.says("a right angle") {
        Number::whole(90)
    } else if stem.says("a straight line") {
        Number::whole(180)
    } else {
        stem.n[0]
    }
}

/// The base, how far the slanted side leans, and the height.
fn leaning(stem: &Stem) -> (Number, Number, Number) {
    let [base, slanted, h] = std::array::from_fn(|at| stem.n[at]);
    (base, leg(slanted, h), h)
}

/// A short side of a right triangle.
fn leg(longest: Number, other: Number) -> Number {
    root(longest * longest - other * other)
}

/// The square root of a square number.
fn root(square: Number) -> Number {
    let found = (1..1000).map(Number::whole).find(|n| *n * *n == square);
    found.unwrap()
}

/// The area of a polygon by the formula of C. F. Gauss (the shoelace).
fn corners(points: &[(Number, Number)]) -> Number {
    let next = points.iter().cycle().skip(1);
    let twice = points
        .iter()
        .zip(next)
        .fold(zero(), |sum, (a, b)| sum + a.0 * b.1 - b.0 * a.1);
    twice / Number::whole(2)
}
