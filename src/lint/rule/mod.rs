//! The rules, one file each, and the table of them.

mod article;
mod coefficient_one;
mod common_key;
mod constant;
mod constant_key;
mod double_sign;
mod few_instances;
mod idle_misconception;
mod key_place;
mod key_rank;
mod key_stated;
mod leftover_braces;
mod longest_option;
mod misconception_equals_key;
mod number_agreement;
mod odd_option;
mod rare_draw;
pub(in crate::lint) mod reading;
mod reading_load;
mod small_cell;
mod spacing;
mod stray_corrective;
mod twin_misconceptions;
mod unpinned;

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::lint::printed::Printed;
use crate::source::Span;

/// A rule. Its name, what it means and its manual page belong to its code.
#[derive(Debug)]
pub struct Rule {
    /// The code.
    pub code: Code,
    /// How it is checked.
    pub check: Check,
}

/// How a rule is checked.
#[derive(Debug)]
pub enum Check {
    /// On the texts of every instance that is read.
    Text(fn(&Printed<'_>) -> Vec<Fault>),
    /// On the census of an item model.
    Census(fn(&ItemModel, &Census) -> Vec<Diagnostic>),
    /// On the bank as a whole.
    Bank(fn(&ItemBank) -> Vec<Diagnostic>),
}

/// A fault in a printed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What in the bank prints it.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to type instead.
    pub help: &'static str,
}

/// Every rule, by code.
pub const RULES: &[Rule] = &[
    text(Code::CoefficientOne, coefficient_one::check),
    text(Code::DoubleSign, double_sign::check),
    text(Code::LeftoverBraces, leftover_braces::check),
    text(Code::NumberAgreement, number_agreement::check),
    text(Code::Article, article::check),
    text(Code::Spacing, spacing::check),
    census(Code::ReadingLoad, reading_load::check),
    census(Code::ConstantKey, constant_key::check),
    census(Code::CommonKey, common_key::check),
    census(Code::KeyRank, key_rank::check),
    census(Code::LongestOption, longest_option::check),
    census(Code::OddOption, odd_option::check),
    census(Code::KeyStated, key_stated::check),
    census(Code::KeyPlace, key_place::check),
    census(Code::TwinMisconceptions, twin_misconceptions::check),
    census(Code::IdleMisconception, idle_misconception::check),
    Rule {
        code: Code::StrayCorrective,
        check: Check::Bank(stray_corrective::check),
    },
    census(Code::RareDraw, rare_draw::check),
    census(Code::FewInstances, few_instances::check),
    census(Code::SmallCell, small_cell::check),
    census(
        Code::MisconceptionEqualsKey,
        misconception_equals_key::check,
    ),
    census(Code::Unpinned, unpinned::check),
    census(Code::Constant, constant::check),
];

const fn text(code: Code, check: fn(&Printed<'_>) -> Vec<Fault>) -> Rule {
    Rule {
        code,
        check: Check::Text(check),
    }
}

const fn census(code: Code, check: fn(&ItemModel, &Census) -> Vec<Diagnostic>) -> Rule {
    Rule {
        code,
        check: Check::Census(check),
    }
}

/// What the rules find in a bank as a whole.
pub fn bank(bank: &ItemBank) -> Vec<Diagnostic> {
    let checks = RULES.iter().filter_map(|rule| match rule.check {
        Check::Bank(check) => Some(check),
        _ => None,
    });
    checks.flat_map(|check| check(bank)).collect()
}
