//! `allow: {L012: why}`: rules that an item may break.

use crate::bank::model::Allowance;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::source::Spanned;

/// The allowances, each with a known rule and a reason.
pub(super) fn allowances(node: Option<&Node>, diagnostics: &mut Diagnostics) -> Vec<Allowance> {
    let entries = node.and_then(|node| decode::entries(node, "allow", diagnostics));
    let mut found = Vec::new();
    for (rule, why) in entries.unwrap_or_default() {
        let Some(code) = Code::find(rule.text()).filter(|code| code.can_be_allowed()) else {
            let message = format!("`{}` is no rule that can be allowed", rule.text());
            let known = Code::ALL.iter().filter(|code| code.can_be_allowed());
            let help = suggest::help(rule.text(), known.map(|code| code.id()));
            diagnostics.push(Diagnostic::error(Code::UnknownKey, rule.span(), message).help(help));
            continue;
        };
        let Some(text) = decode::text(why, "reason", diagnostics) else {
            continue;
        };
        let why = text.as_str().trim().to_owned();
        if why.is_empty() {
            let message = format!("`{}` is allowed without a reason", code.id());
            let help = "say why: `allow: {L012: the list in the stem is sorted}`";
            let span = rule.span();
            diagnostics.push(Diagnostic::error(Code::MissingKey, span, message).help(help));
            continue;
        }
        found.push(Allowance {
            code: Spanned::new(code, rule.span()),
            why,
        });
    }
    found
}
