//! Chemistry and physics. What a figure shows is read from its description.

use crate::Road;
use crate::formula::{Atoms, atoms, balances, equation};
use crate::number::Number;
use crate::stem::Stem;
use crate::written::WrittenRoad;

pub const ROADS: &[Road] = &[
    ("count-atoms", |stem| {
        let element = after(&stem.text, "atoms of ");
        let symbol = SYMBOLS.iter().find(|(name, _)| element == *name).unwrap().1;
        let formula = after(&stem.text, "formula units of ");
        stem.n[0] * Number::whole(atoms(formula.trim_end_matches('?'))[symbol])
    }),
    ("balance-an-equation", |stem| {
        let line = stem.text.lines().find(|line| line.contains('→')).unwrap();
        let (terms, reactants) = equation(line);
        let formulas: Vec<Atoms> = terms.into_iter().map(|(_, atoms)| atoms).collect();
        Number::whole(smallest(&formulas, reactants)[0])
    }),
    ("molar-mass", |stem| {
        let printed = stem.text.replace('\u{a0}', " ");
        let (question, given) = printed.split_once('?').unwrap();
        let formula = atoms(question.rsplit_once(", ").unwrap().1);
        formula.iter().fold(Number::whole(0), |sum, (element, n)| {
            let mass = Stem::read(given.split_once(&format!(" {element} = ")).unwrap().1).n[0];
            sum + Number::whole(*n) * mass
        })
    }),
    ("mass-to-moles", |stem| (stem.n[0] / stem.n[1]).figures(3)),
    ("moles-to-mass", |stem| (stem.n[0] * stem.n[1]).figures(3)),
    ("moles-to-particles", |stem| {
        (stem.n[3] * stem.n[0]).figures(3)
    }),
    ("mole-ratio", |stem| {
        let coefficients = balanced(stem);
        stem.last() / Number::whole(coefficients[0]) * Number::whole(coefficients[1])
    }),
    ("mass-of-product", |stem| {
        let coefficients = balanced(stem);
        let question = stem.text.split_once("What mass").unwrap().1;
        let [mass, reactant, product] = std::array::from_fn(|at| Stem::read(question).n[at]);
        let amount = mass / reactant;
        let made = amount * Number::new(coefficients[2], coefficients[0]);
        (made * product).figures(3)
    }),
    ("mass-is-conserved", |stem| stem.n[1] - stem.n[0]),
    ("density-by-displacement", |stem| {
        stem.n[0] / (stem.n[2] - stem.n[1])
    }),
    ("mass-from-density", |stem| {
        (stem.n[1] * stem.n[0]).figures(3)
    }),
    ("volume-from-density", |stem| {
        (stem.n[0] / stem.n[1]).figures(3)
    }),
    ("count-figures", |stem| {
        let value = after(&stem.text, "measured value ");
        let digits = value.replace('.', "");
        let counted = digits.trim_start_matches('0').len();
        Number::whole(i64::try_from(counted).unwrap())
    }),
    ("round-to-figures", |stem| {
        stem.n[0].figures(if stem.says("to two") { 2 } else { 3 })
    }),
    ("product-of-measurements", |stem| {
        (stem.n[0] * stem.n[1]).figures(2)
    }),
    ("kilometers-per-hour", |stem| {
        stem.n[0] * Number::whole(1000) / Number::whole(3600)
    }),
    ("minutes-for-a-trip", |stem| {
        stem.n[0] / (stem.n[1] / Number::whole(60))
    }),
    ("two-part-trip", |stem| {
        (stem.n[0] * stem.n[1] + stem.n[2] * stem.n[3]) / (stem.n[0] + stem.n[2])
    }),
    ("speed-from-a-graph", |stem| {
        let [from, to] = [stem.n[0], stem.n[1]];
        let points: Vec<&[Number]> = stem.n[2..].chunks(2).collect();
        let place = |time| points.iter().rfind(|point| point[0] == time).unwrap()[1];
        (place(to) - place(from)) / (to - from)
    }),
    ("acceleration", |stem| (stem.n[1] - stem.n[0]) / stem.n[2]),
    ("distance-from-rest", |stem| {
        // The mean velocity is half of the last one.
        stem.n[0] * stem.n[1] / Number::whole(2) * stem.n[1]
    }),
    ("distance-from-a-velocity-graph", |stem| {
        let [time, start, first, end, last] = std::array::from_fn(|at| stem.n[at]);
        assert_eq!((start, end), (Number::whole(0), time));
        first * time + (last - first) * time / Number::whole(2)
    }),
    ("net-force", |stem| {
        let [mass, again, left, right] = std::array::from_fn(|at| stem.n[at]);
        assert_eq!(mass, again);
        (right - left) / mass
    }),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("balance-a-combustion", |stem| {
        let line = stem.text.lines().find(|line| line.contains('→')).unwrap();
        let terms = equation(line).0.into_iter();
        let formulas: Vec<Atoms> = terms.map(|(_, atoms)| atoms).collect();
        let found = burnt(&formulas).map(|number| number.to_string());
        found.join(", ")
    }),
    ("which-position-graph", |stem| {
        let [far, out, rest, back] = std::array::from_fn(|at| stem.n[at].count());
        let (stop, end) = (out + rest, out + rest + back);
        let walk = format!("points (0, 0), ({out}, {far}), ({stop}, {far}), ({end}, 0).");
        stem.option(|option| option.ends_with(&walk))
    }),
];

const SYMBOLS: [(&str, &str); 2] = [("hydrogen", "H"), ("oxygen", "O")];

/// The word behind some words.
fn after<'a>(text: &'a str, words: &str) -> &'a str {
    let rest = text.split_once(words).unwrap().1;
    rest.split_whitespace().next().unwrap()
}

/// The coefficients of the equation in the first line; it must balance.
fn balanced(stem: &Stem) -> Vec<i64> {
    let (terms, reactants) = equation(stem.text.lines().next().unwrap());
    let (coefficients, formulas): (Vec<i64>, Vec<Atoms>) = terms.into_iter().unzip();
    assert!(
        balances(&formulas, &coefficients, reactants),
        "{}",
        stem.text
    );
    coefficients
}

/// The smallest coefficients of an equation with three formulas, by trying.
fn smallest(formulas: &[Atoms], reactants: usize) -> [i64; 3] {
    let all = (3..=30).flat_map(|sum| {
        (1..sum - 1).flat_map(move |a| (1..sum - a).map(move |b| [a, b, sum - a - b]))
    });
    let mut good = all.filter(|numbers| balances(formulas, numbers, reactants));
    good.next().unwrap()
}

/// The smallest coefficients of fuel, oxygen, carbon dioxide and water, by trying: all carbon goes
/// into the one, all hydrogen into the other.
fn burnt(formulas: &[Atoms]) -> [i64; 4] {
    let tried = (1..=4).map(|fuel| {
        let (dioxide, water) = (fuel * formulas[0]["C"], fuel * formulas[0]["H"] / 2);
        [fuel, (2 * dioxide + water) / 2, dioxide, water]
    });
    let mut good = tried.filter(|numbers| balances(formulas, numbers, 2));
    good.next().unwrap()
}
