//! Data and chance.

use crate::Road;
use crate::number::Number;
use crate::stem::Stem;
use crate::written::WrittenRoad;

pub const ROADS: &[Road] = &[
    ("mean-of-six", |stem| mean(&stem.n)),
    ("median-of-seven", |stem| in_order(stem)[3]),
    ("median-of-eight", |stem| {
        (in_order(stem)[3] + in_order(stem)[4]) / Number::whole(2)
    }),
    ("interquartile-range", |stem| {
        in_order(stem)[5] - in_order(stem)[1]
    }),
    ("missing-value-for-a-mean", |stem| {
        stem.n[4] * Number::whole(5) - stem.n[0] - stem.n[1] - stem.n[2] - stem.n[3]
    }),
    ("mean-absolute-deviation", |stem| {
        mean(
            &stem.n[1..]
                .iter()
                .map(|x| (*x - stem.n[0]).abs())
                .collect::<Vec<_>>(),
        )
    }),
    ("mean-from-a-table", |stem| {
        (stem.n[6]
            + stem.n[7] * Number::whole(2)
            + stem.n[8] * Number::whole(3)
            + stem.n[9] * Number::whole(4))
            / (stem.n[5] + stem.n[6] + stem.n[7] + stem.n[8] + stem.n[9])
    }),
    ("mean-with-one-more", |stem| {
        (stem.n[0] * stem.n[1] + stem.n[2]) / stem.n[3]
    }),
    ("predict-from-a-sample", |stem| {
        stem.n[1] / stem.n[0] * stem.n[2]
    }),
    ("opposite-event", |stem| Number::whole(1) - stem.n[0]),
    ("expected-number", |stem| stem.n[0] * stem.n[1]),
    ("experimental-probability", |stem| {
        stem.n[0] / (stem.n[0] + stem.n[1] + stem.n[2])
    }),
    ("draw-one", |stem| {
        stem.n[0] / (stem.n[0] + stem.n[1] + stem.n[2])
    }),
    ("second-draw", |stem| {
        (stem.n[0] - Number::whole(1)) / (stem.n[0] + stem.n[1] - Number::whole(1))
    }),
    ("two-spinners", |stem| {
        stem.n[1] / stem.n[0] * stem.n[3] / stem.n[2]
    }),
    ("median-from-a-dot-plot", |stem| {
        // The heights of the columns over 1 to 8 are the last eight numbers of the description.
        let heights = &stem.n[stem.n.len() - 8..];
        let data: Vec<usize> = (1..=8)
            .flat_map(|value| {
                let height = heights[value - 1];
                (0..11)
                    .filter(move |n| Number::whole(*n) < height)
                    .map(move |_| value)
            })
            .collect();
        assert_eq!(data.len(), 11);
        Number::whole(data[5] as i64)
    }),
    ("spread-from-a-box-plot", |stem| {
        let [_, lower, upper, median, _] = std::array::from_fn(|at| stem.n[at + 2]);
        assert!(lower < median && median < upper);
        upper - lower
    }),
    ("read-a-histogram", |stem| {
        let heights = &stem.n[stem.n.len() - 5..];
        let sum = |part: &[Number]| part.iter().fold(Number::whole(0), |sum, n| sum + *n);
        assert_eq!(sum(heights), Number::whole(24));
        sum(&heights[if stem.n[1] == Number::whole(30) { 2 } else { 3 }..])
    }),
    ("probability-from-a-bar-chart", |stem| {
        stem.n[0] / (stem.n[0] + stem.n[1] + stem.n[2])
    }),
    ("count-the-meals", |stem| stem.n[0] * stem.n[1] * stem.n[2]),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[("which-box-plot", |stem| {
    let data = in_order(stem);
    let [low, lower, _, median, _, upper, high] = std::array::from_fn(|at| data[at].count());
    format!(
        "A box plot. The left end is at {low}, the box goes from {lower} to {upper} with a line \
             at {median}, and the right end is at {high}."
    )
})];

fn in_order(stem: &Stem) -> Vec<Number> {
    let mut data = stem.n.clone();
    data.sort();
    data
}

fn mean(data: &[Number]) -> Number {
    let sum = data.iter().fold(Number::whole(0), |sum, x| sum + *x);
    sum / Number::whole(data.len() as i64)
}
