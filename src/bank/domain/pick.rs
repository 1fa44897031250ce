//! Picking statements: so many to show, so many of them true.

use crate::diagnostic::Diagnostics;
use crate::expression::ast::Expression;
use crate::expression::types::Type;
use crate::expression::{Program, Scope};

/// Statements to pick from. What is drawn is a list of two lists: the places of the true
/// statements shown, and of the false ones.
#[derive(Debug, Clone)]
pub struct Pick<E = Program> {
    /// When each statement is true.
    pub statements: Vec<Truth<E>>,
    /// How many are shown; one of each group without.
    pub show: Option<usize>,
    /// How many of those are true; at least one without.
    pub right: Option<usize>,
}

/// When a statement is true.
#[derive(Debug, Clone)]
pub struct Truth<E = Program> {
    /// True or false; of a repeated statement, a list of them.
    pub holds: E,
    /// The group of which at most one statement is shown; statements without one stand alone.
    pub group: Option<usize>,
}

impl Pick<Expression> {
    /// Resolves the conditions. What is wrong with them is reported where the statements are
    /// read, so here it is not.
    pub(super) fn check(&self, scope: &Scope) -> Option<Pick> {
        let mut silent = Diagnostics::new();
        let statements = self.statements.iter().map(|truth| {
            let holds = scope.check(&truth.holds, &mut silent)?;
            let element = holds.gives.element().unwrap_or(holds.gives.clone());
            element.fits(&Type::Boolean).then_some(Truth {
                holds,
                group: truth.group,
            })
        });
        Some(Pick {
            statements: statements.collect::<Option<_>>()?,
            show: self.show,
            right: self.right,
        })
    }
}
