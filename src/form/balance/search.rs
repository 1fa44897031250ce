//! Exchanges that bring the forms of a block to what they should be.

use crate::form::balance::block::Block;

/// So many exchanges at the most, and so many in a row without a gain.
const EXCHANGES: usize = 120;
const PATIENCE: usize = 30;
/// For so many exchanges an item does not come back to the form that it left.
const TENURE: usize = 9;

/// An exchange of the items of a place between two forms, or a form and a spare.
#[derive(Debug, Clone, Copy)]
struct Exchange {
    place: usize,
    a: usize,
    b: usize,
}

/// Exchanges items between the worst forms and others, always the best exchange there is, even if
/// it makes things worse for a while; an item that left a form may not come straight back (tabu
/// search: Glover 1989). The best order that was found stands. Spares are used where the forms'
/// own items do not do.
pub fn search(block: &mut Block<'_>) {
    for spares in [false, true] {
        run(block, spares);
    }
}

fn run(block: &mut Block<'_>, spares: bool) {
    // Where the items of every place are all but alike, that bound is far within what is felt.
    let bound = block.bound().max(block.spread()).max(block.unfelt());
    let mut best = (block.cost(), block.orders().to_vec());
    // Place, item and form that may not come together, and until when.
    let mut barred: Vec<([usize; 3], usize)> = Vec::new();
    let mut gained = 0;
    for step in 0..EXCHANGES {
        if best.0 <= 0.0 || step - gained > PATIENCE {
            break;
        }
        barred.retain(|(_, until)| *until > step);
        let allowed = |block: &Block<'_>, exchange: Exchange, after: f64| {
            let Exchange { place, a, b } = exchange;
            let comes = |item: usize, form: usize| {
                let here = [place, block.item(place, item), form];
                barred.iter().any(|(known, _)| *known == here)
            };
            after < best.0 - 1e-9 || !(comes(b, a) || comes(a, b))
        };
        let Some(exchange) = choose(block, spares, bound, allowed) else {
            break;
        };
        let Exchange { place, a, b } = exchange;
        let leaves = [(a, a), (b, b)].map(|(at, form)| [place, block.item(place, at), form]);
        barred.extend(leaves.map(|leaving| (leaving, step + TENURE)));
        block.swap(place, a, b);
        if block.cost() < best.0 - 1e-9 {
            best = (block.cost(), block.orders().to_vec());
            gained = step;
        }
    }
    block.restore(best.1);
}

/// The best exchange of the worst form; of the next ones where the worst gains from none. All of
/// them have their turn: what the worst lack may not be there at all.
fn choose(
    block: &mut Block<'_>,
    spares: bool,
    bound: f64,
    allowed: impl Fn(&Block<'_>, Exchange, f64) -> bool,
) -> Option<Exchange> {
    let cost = block.cost();
    let mut best: Option<(f64, Exchange)> = None;
    for a in block.worst_first() {
        for place in 0..block.places() {
            let others = match spares {
                true => block.items(place),
                false => block.forms(),
            };
            for b in (0..others).filter(|b| *b != a) {
                let Some((after, spread)) = block.after(place, a, b) else {
                    continue;
                };
                let exchange = Exchange { place, a, b };
                let better = best.is_none_or(|(least, _)| after < least);
                if better && spread <= bound && allowed(block, exchange, after) {
                    best = Some((after, exchange));
                }
            }
        }
        if best.is_some_and(|(after, _)| after < cost) {
            break;
        }
    }
    best.map(|(_, exchange)| exchange)
}
