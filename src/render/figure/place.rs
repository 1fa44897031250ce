//! Where labels stand: near what they name, off each other, off lines where they can.

use crate::render::figure::canvas::{Canvas, Label, Manner};
use crate::render::figure::geometry::{At, Bounds};
use crate::render::figure::measure::{HEIGHT, width};

/// How much further each ring of candidates is, in points.
const RING: f64 = 5.0;
/// How many rings are looked at before a label is pushed away.
const RINGS: u32 = 4;
/// How far to the side a way leads whose labels keep their near edge.
const SLANT: f64 = 0.5;
/// The white between two labels.
const AIR: f64 = 1.0;
/// How many tests of a box against a line a figure may take; with more, lines are not looked at.
const MOST_TESTS: usize = 20_000_000;

/// The edge of a label that its font cannot move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left edge.
    Start,
    /// The middle.
    Middle,
    /// The right edge.
    End,
}

/// A label at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<'c> {
    /// What it says.
    pub text: &'c str,
    /// Which of its edges stands firm, whatever font sets it.
    pub anchor: Anchor,
    /// The room that it takes.
    pub room: Bounds,
}

/// Places every label, in the order in which they were written.
pub fn place(canvas: &Canvas) -> Vec<Placed<'_>> {
    let lines: Vec<[At; 2]> = canvas
        .marks
        .iter()
        .filter(|mark| !mark.style.faint)
        .flat_map(|mark| mark.trace.windows(2))
        .filter_map(|pair| <[At; 2]>::try_from(pair).ok())
        .collect();
    let tests = lines.len() * canvas.labels.len() * RINGS as usize * 8;
    let lines = if tests <= MOST_TESTS { &lines[..] } else { &[] };
    let mut placed: Vec<Placed<'_>> = Vec::with_capacity(canvas.labels.len());
    for label in &canvas.labels {
        let Some((centre, way)) = best(label, lines, &placed) else {
            continue;
        };
        placed.push(Placed {
            text: &label.text,
            anchor: match way[0] {
                x if x > SLANT => Anchor::Start,
                x if x < -SLANT => Anchor::End,
                _ => Anchor::Middle,
            },
            room: Bounds::around(centre, size(label)),
        });
    }
    placed
}

fn size(label: &Label) -> At {
    [width(&label.text), HEIGHT]
}

/// The middle of a label that stands in direction `way`: its edge, not its middle, keeps the gap.
fn centre(label: &Label, way: At, gap: f64) -> At {
    let size = size(label);
    let shift = |axis: usize| {
        // A slanted way leads to the nearest corner, a level one to the middle of an edge.
        way[axis] * gap + (way[axis] * 1.6).clamp(-1.0, 1.0) * size[axis] / 2.0
    };
    [label.at[0] + shift(0), label.at[1] + shift(1)]
}

fn best(label: &Label, lines: &[[At; 2]], placed: &[Placed<'_>]) -> Option<(At, At)> {
    let is_free = |centre: At| {
        let room = Bounds::around(centre, size(label)).grown(AIR);
        !placed.iter().any(|other| other.room.overlaps(&room))
    };
    let mut best: Option<(f64, (At, At))> = None;
    let rings = if label.manner == Manner::Spare {
        1
    } else {
        RINGS
    };
    for ring in 0..rings {
        for (rank, way) in label.ways.iter().enumerate() {
            let centre = centre(label, *way, label.gap + f64::from(ring) * RING);
            if !is_free(centre) {
                continue;
            }
            let room = Bounds::around(centre, size(label));
            let crossed = if label.manner == Manner::Shy {
                let met = lines.iter().filter(|[a, b]| room.meets(*a, *b));
                met.take(4).count()
            } else {
                0
            };
            let cost = rank as f64 + 4.0 * f64::from(ring) + 6.0 * crossed as f64;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, (centre, *way)));
            }
        }
    }
    match best {
        None if label.manner == Manner::Spare => None,
        None => Some(pushed(label, &is_free)),
        Some((_, found)) => Some(found),
    }
}

/// Away along the first way that leads anywhere, until there is room.
fn pushed(label: &Label, is_free: &dyn Fn(At) -> bool) -> (At, At) {
    let way = label.ways.iter().find(|way| **way != [0.0, 0.0]);
    let way = *way.unwrap_or(&[0.0, 1.0]);
    let mut gap = label.gap;
    loop {
        gap += RING;
        let centre = centre(label, way, gap);
        // Whatever stands there, a label far outside is off everything.
        if is_free(centre) || gap > 1e6 {
            return (centre, way);
        }
    }
}
