//! Putting in order: the steps as shown, and whether an order respects what must come first.

use serde::{Deserialize, Serialize};

use crate::bank::response::sequence::{Sequence, step_name};
use crate::expression::Frame;
use crate::instance::draw::Drawing;
use crate::instance::item::{ItemFault, ItemKey};
use crate::instance::response::Verdict;
use crate::seed::Stream;
use crate::value::Value;

/// The most steps.
const MOST: usize = 26;

/// Steps as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Steps {
    /// The steps in the order shown.
    pub steps: Vec<Value>,
    /// A right order, as places in the order shown.
    pub order: Vec<usize>,
    /// Pairs of places of which the first must come before the second.
    pub before: Vec<[usize; 2]>,
}

impl Drawing<'_> {
    /// The steps in the author's order, not yet shuffled, and the key.
    pub(in crate::instance) fn steps(
        &self,
        sequence: &Sequence,
        frame: &mut Frame,
    ) -> Result<(Steps, ItemKey), ItemFault> {
        let (names, steps): (Vec<String>, Vec<Value>) =
            match self.evaluate(&sequence.list, frame)? {
                Value::List(list) => list.iter().map(|v| (step_name(v), v.clone())).unzip(),
                Value::Row(row) => row.iter().map(|(n, v)| (n.to_string(), v.clone())).unzip(),
                one => (vec![step_name(&one)], vec![one]),
            };
        let fault =
            |span, message: String, help: &str| Err(ItemFault::response(span, message, help));
        if !(2..=MOST).contains(&steps.len()) {
            let message = format!("{} steps cannot be put in order", steps.len());
            return fault(sequence.span, message, "an item has from 2 to 26 steps");
        }
        let twin = (0..steps.len()).find(|at| steps[..*at].iter().any(|s| s.same(&steps[*at])));
        if let Some(at) = twin {
            let message = format!("the step `{}` stands twice", names[at]);
            return fault(sequence.span, message, "every step must read differently");
        }
        let mut before = Vec::new();
        match &sequence.before {
            None => before.extend((1..steps.len()).map(|at| [at - 1, at])),
            Some(entries) => {
                for entry in entries {
                    for earlier in &entry.earlier {
                        let name = step_name(&earlier.value);
                        let first = names.iter().position(|known| *known == name);
                        let then = names.iter().position(|known| **known == *entry.step.value);
                        let (Some(first), Some(then)) = (first, then) else {
                            let (missing, span) = match first {
                                None => (name, earlier.span),
                                Some(_) => (entry.step.value.to_string(), entry.step.span),
                            };
                            let message = format!("there is no step `{missing}`");
                            return fault(span, message, "name steps as the list does");
                        };
                        before.push([first, then]);
                    }
                }
            }
        }
        let Some(order) = right_order(steps.len(), &before) else {
            let message = "no order of these steps is right".to_owned();
            return fault(
                sequence.span,
                message,
                "take one of the entries under `before` away",
            );
        };
        let key = ItemKey::new(Value::list(order.iter().map(|at| steps[*at].clone())));
        Ok((
            Steps {
                steps,
                order,
                before,
            },
            key,
        ))
    }
}

/// The first right order: always the earliest step that nothing holds back.
fn right_order(count: usize, before: &[[usize; 2]]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = Vec::with_capacity(count);
    while order.len() < count {
        let next = (0..count).find(|step| {
            let is_free = |[first, then]: &[usize; 2]| then != step || order.contains(first);
            !order.contains(step) && before.iter().all(is_free)
        })?;
        order.push(next);
    }
    Some(order)
}

impl Steps {
    /// Shuffles the steps, into an order that is not right unless every order is.
    pub fn arrange(&mut self, stream: &mut Stream) {
        let count = self.steps.len();
        let mut places: Vec<usize> = (0..count).collect();
        for _ in 0..20 {
            stream.shuffle(&mut places);
            if !self.respects(&places) {
                break;
            }
        }
        if self.respects(&places) {
            // The other way round breaks every rule.
            places = self.order.iter().rev().copied().collect();
        }
        let steps = places
            .iter()
            .map(|place| self.steps[*place].clone())
            .collect();
        let new = |old: usize| places.iter().position(|place| *place == old).unwrap_or(old);
        self.order = self.order.iter().map(|old| new(*old)).collect();
        self.before = self
            .before
            .iter()
            .map(|[a, b]| [new(*a), new(*b)])
            .collect();
        self.steps = steps;
    }

    /// Whether an order of all steps has everything after what must come before it.
    pub fn respects(&self, order: &[usize]) -> bool {
        let place = |step: usize| order.iter().position(|at| *at == step);
        self.before
            .iter()
            .all(|[first, then]| place(*first) < place(*then))
    }

    /// In how many of all orders every step comes after what must come before it, and how many
    /// orders there are. `None` for more than 16 steps.
    pub fn right_orders(&self) -> Option<(u64, u64)> {
        let count = self.steps.len();
        if count > 16 {
            return None;
        }
        let needs = |step: usize| {
            let earlier = self.before.iter().filter(|[_, then]| *then == step);
            earlier.fold(0usize, |set, [first, _]| set | 1 << first)
        };
        let needs: Vec<usize> = (0..count).map(needs).collect();
        // ways[set]: in how many right orders the steps of the set come first.
        let mut ways = vec![0u64; 1 << count];
        ways[0] = 1;
        for set in 0..ways.len() {
            for (step, needs) in needs.iter().enumerate() {
                if set & (1 << step) == 0 && needs & !set == 0 {
                    ways[set | 1 << step] += ways[set];
                }
            }
        }
        let all = (1..=count as u64).product();
        Some((ways[ways.len() - 1], all))
    }
}

/// Right or wrong: there is no fair way to count half an order.
pub fn score(steps: &Steps, order: &[usize]) -> Verdict {
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    if !sorted.into_iter().eq(0..steps.steps.len()) {
        return Verdict::Invalid;
    }
    if steps.respects(order) {
        Verdict::Right
    } else {
        Verdict::Wrong(None)
    }
}
