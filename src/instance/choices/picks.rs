//! The ways to pick statements: so many true ones and so many false ones, no two of a group.

use crate::bank::domain::Pick;
use crate::expression::Frame;
use crate::expression::failure::{EvaluationError, Failure};
use crate::seed::Stream;
use crate::value::Value;

/// The most statements that one item can show.
pub const MOST_SHOWN: usize = 26;

/// The most statements that can be picked from.
const MOST: usize = 1_000;

/// Statements in groups, and in how many ways the rest of the groups can be chosen from.
#[derive(Debug, Clone)]
pub struct Picks {
    /// The places of the true and of the false statements of each group.
    groups: Vec<[Vec<usize>; 2]>,
    /// For each number of true statements that is allowed: the ways from each group on.
    tables: Vec<Table>,
}

/// `ways[group][true][false]`: in how many ways so many true and so many false statements can be
/// taken from this group and those after it.
#[derive(Debug, Clone)]
struct Table {
    wanted: [usize; 2],
    ways: Vec<Vec<Vec<u128>>>,
}

impl Picks {
    /// What there is to pick from for the names in `frame`.
    pub fn of(pick: &Pick, frame: &mut Frame) -> Result<Self, EvaluationError> {
        let mut groups: Vec<[Vec<usize>; 2]> = Vec::new();
        let mut named: Vec<(usize, usize)> = Vec::new();
        let mut place = 0;
        for statement in &pick.statements {
            let truths = match statement.holds.evaluate(frame)? {
                Value::List(truths) => truths.to_vec(),
                one => vec![one],
            };
            for truth in truths {
                let fail = |failure| EvaluationError {
                    span: statement.holds.span(),
                    failure,
                };
                let Value::Boolean(truth) = truth else {
                    let (wanted, found) = ("true or false", truth.kind());
                    return Err(fail(Failure::WrongKind { wanted, found }));
                };
                if place >= MOST {
                    return Err(fail(Failure::TooLarge));
                }
                let known = statement
                    .group
                    .and_then(|group| named.iter().find(|(name, _)| *name == group));
                let at = known.map_or(groups.len(), |(_, at)| *at);
                if at == groups.len() {
                    groups.push(Default::default());
                    named.extend(statement.group.map(|group| (group, at)));
                }
                groups[at][usize::from(!truth)].push(place);
                place += 1;
            }
        }
        let show = pick.show.unwrap_or(groups.len()).min(MOST_SHOWN);
        let right = pick.right.map_or(1..=show, |right| right..=right);
        let tables = right
            .filter(|right| *right <= show)
            .map(|right| Table::new(&groups, [right, show - right]))
            .collect();
        Ok(Self { groups, tables })
    }

    /// In how many ways statements can be picked.
    pub fn count(&self) -> u128 {
        self.tables
            .iter()
            .fold(0, |sum: u128, table| sum.saturating_add(table.all()))
    }

    /// The way at `index`, which is below [`Picks::count`].
    pub fn get(&self, index: u64) -> Value {
        let mut left = u128::from(index);
        for table in &self.tables {
            if left < table.all() {
                return self.walk(table, |ways| {
                    let at = ways.iter().position(|ways| {
                        let here = left < *ways;
                        left -= if here { 0 } else { *ways };
                        here
                    });
                    at.unwrap_or(0)
                });
            }
            left -= table.all();
        }
        Value::list([])
    }

    /// One way by chance, each as likely as any other; `None` if there is none.
    pub fn draw(&self, stream: &mut Stream) -> Option<Value> {
        let all: Vec<u128> = self.tables.iter().map(Table::all).collect();
        if self.count() == 0 {
            return None;
        }
        let table = &self.tables[chosen(&all, stream)];
        Some(self.walk(table, |ways| chosen(ways, stream)))
    }

    /// Goes from group to group; `choose` picks among leaving the group out and its statements,
    /// by the number of ways that each leaves.
    fn walk(&self, table: &Table, mut choose: impl FnMut(&[u128]) -> usize) -> Value {
        let mut wanted = table.wanted;
        let mut taken: [Vec<usize>; 2] = Default::default();
        for (at, group) in self.groups.iter().enumerate() {
            let rest = &table.ways[at + 1];
            let mut ways = vec![rest[wanted[0]][wanted[1]]];
            let [right, wrong] = wanted;
            let with_right = if right > 0 { rest[right - 1][wrong] } else { 0 };
            let with_wrong = if wrong > 0 { rest[right][wrong - 1] } else { 0 };
            ways.extend(group[0].iter().map(|_| with_right));
            ways.extend(group[1].iter().map(|_| with_wrong));
            let Some(statement) = choose(&ways).checked_sub(1) else {
                continue;
            };
            let kind = usize::from(statement >= group[0].len());
            let places = group[0].iter().chain(&group[1]);
            taken[kind].extend(places.skip(statement).take(1));
            wanted[kind] = wanted[kind].saturating_sub(1);
        }
        let places = |places: &Vec<usize>| {
            let whole = |place: &usize| Value::integer(i64::try_from(*place).unwrap_or(i64::MAX));
            Value::list(places.iter().map(whole))
        };
        Value::list(taken.iter().map(places))
    }
}

impl Table {
    fn new(groups: &[[Vec<usize>; 2]], wanted: [usize; 2]) -> Self {
        let [right, wrong] = wanted;
        let mut last = vec![vec![0; wrong + 1]; right + 1];
        last[0][0] = 1;
        let mut ways = vec![last];
        for group in groups.iter().rev() {
            let rest = &ways[ways.len() - 1];
            let sizes = [group[0].len() as u128, group[1].len() as u128];
            let of = |a: usize, b: usize| {
                let mut sum: u128 = rest[a][b];
                if a > 0 {
                    sum = sum.saturating_add(rest[a - 1][b].saturating_mul(sizes[0]));
                }
                if b > 0 {
                    sum = sum.saturating_add(rest[a][b - 1].saturating_mul(sizes[1]));
                }
                sum
            };
            let here = (0..=right).map(|a| (0..=wrong).map(|b| of(a, b)).collect());
            let here = here.collect();
            ways.push(here);
        }
        ways.reverse();
        Self { wanted, ways }
    }

    fn all(&self) -> u128 {
        self.ways[0][self.wanted[0]][self.wanted[1]]
    }
}

/// One place, each as likely as its share of the ways. Numbers beyond 64 bits lose their last
/// digits, which changes no chance by more than one in 2⁵⁰.
fn chosen(ways: &[u128], stream: &mut Stream) -> usize {
    let most = ways.iter().copied().max().unwrap_or(0);
    let shift = (128 - most.leading_zeros()).saturating_sub(52);
    let scaled: Vec<u64> = ways
        .iter()
        .map(|ways| u64::try_from(ways >> shift).unwrap_or(u64::MAX))
        .collect();
    stream.weighted(&scaled).unwrap_or(0)
}
