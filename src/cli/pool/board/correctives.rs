//! The bank's help for a group of students.

use std::collections::BTreeMap;

use crate::form::record::{CorrectiveRecord, StandardRecord};
use crate::pool::groups::Group;

/// The texts of standards, by their ids.
pub type Texts = BTreeMap<String, StandardRecord>;

/// The bank's correctives that answer the slip of the group, or all that answer no slip in
/// particular where none is known or none answers it; the first one if there is nothing else.
pub fn chosen<'t>(texts: &'t Texts, group: &Group) -> Vec<&'t CorrectiveRecord> {
    let text = texts.get(&group.standard);
    let own = text.map_or(&[][..], |text| &text.correctives);
    let answering = |slip: &String| -> Vec<_> {
        let own = own.iter().filter(|one| one.answers.contains(slip));
        own.collect()
    };
    let by_slip = group.slip.as_ref().map(answering).unwrap_or_default();
    if !by_slip.is_empty() {
        return by_slip;
    }
    let general: Vec<_> = own.iter().filter(|one| one.answers.is_empty()).collect();
    match general.is_empty() {
        true => own.iter().take(1).collect(),
        false => general,
    }
}
