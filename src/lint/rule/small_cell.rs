//! L032: few items share the values under `alike`.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::{Cell, Census};

/// A cell with fewer items serves hardly any set of forms.
const FEW: u64 = 6;

/// Whether most items stand in cells that are too small for a set of forms.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let Some(radical) = model.radicals.first() else {
        return Vec::new();
    };
    let largest = census.cells.first().map_or(0, |cell| cell.items);
    let enough = |cell: &&Cell| cell.items >= FEW;
    let reached: u64 = census.cells.iter().filter(enough).map(|c| c.items).sum();
    // What stands in cells that are large enough is used; the rest seldom or never.
    if census.distinct < FEW || reached * 2 >= census.distinct || !census.whole {
        return Vec::new();
    }
    let message = format!(
        "the {} items of `{}` fall into {} cells, the largest with {largest}",
        census.distinct, model.id.value, census.cell_count
    );
    let warning = Diagnostic::warning(Code::SmallCell, radical.program.span(), message);
    vec![warning.help("pin what makes an item harder, not its numbers: `n < 10` rather than `n`")]
}
