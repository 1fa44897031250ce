//! How large a space is, as far as that can be told beforehand.

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::instance::draw::{DrawError, Drawing};
use crate::lint::census::Limits;
use crate::seed::Seed;

/// A space is known to be too large when it seems larger than its limit by this factor.
const SURELY: u128 = 8;
/// So many random walks tell that.
const WALKS: u32 = 256;
/// And so many tell which of two spaces takes longer, mostly.
const FEW_WALKS: u32 = 16;

/// Whether the space is so large that beginning to visit it would be in vain.
pub(super) fn is_huge(
    drawing: &Drawing<'_>,
    bank: &str,
    limits: &Limits,
) -> Result<bool, DrawError> {
    Ok(size(drawing, bank, WALKS)? > u128::from(limits.vectors).saturating_mul(SURELY))
}

/// About how many vectors a census of the model will begin, for putting the longest first; 0 if
/// that cannot be told.
pub fn effort(bank: &ItemBank, model: &ItemModel, limits: &Limits) -> u64 {
    let size = Drawing::new(model).and_then(|drawing| size(&drawing, &bank.id, FEW_WALKS));
    match size.map(u64::try_from) {
        Ok(Ok(size)) if size <= limits.vectors => size,
        Ok(_) => limits.draws,
        Err(_) => 0,
    }
}

fn size(drawing: &Drawing<'_>, bank: &str, walks: u32) -> Result<u128, DrawError> {
    let id = &drawing.model().id.value;
    let mut stream = Seed::new(0).stream(&[bank, id, "census", "size"]);
    drawing.estimate(&mut stream, walks)
}
