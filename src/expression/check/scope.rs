//! The names that an expression may use.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::Expression;
use crate::expression::check::Checker;
use crate::expression::program::Program;
use crate::expression::types::Type;
use crate::value::Value;

/// The names that an expression may use.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    pub(super) names: Vec<(Arc<str>, Meaning, Type)>,
    pub(super) slots: usize,
    /// How many programs were made, here and in the scopes inside.
    programs: Rc<Cell<usize>>,
}

#[derive(Debug, Clone)]
pub(super) enum Meaning {
    Slot(usize),
    Constant(Value),
}

impl Scope {
    /// Adds a name that is drawn or bound for each instance, and gives its slot.
    pub fn add_slot(&mut self, name: Arc<str>, holds: Type) -> usize {
        let slot = self.slots;
        self.slots += 1;
        self.names.push((name, Meaning::Slot(slot), holds));
        slot
    }

    /// Forgets the name of a slot; the slot stays taken.
    pub fn hide(&mut self, slot: usize) {
        self.names
            .retain(|(_, meaning, _)| !matches!(meaning, Meaning::Slot(at) if *at == slot));
    }

    /// Adds a name that means the same in every instance: a table, a symbol.
    pub fn add_constant(&mut self, name: Arc<str>, value: Value) {
        let holds = Type::of(&value);
        self.names.push((name, Meaning::Constant(value), holds));
    }

    /// How many slots the names take.
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// Whether `name` means something here.
    pub fn knows(&self, name: &str) -> bool {
        self.names.iter().any(|(known, ..)| &**known == name)
    }

    /// The slot of `name`, if it is drawn or bound.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.names
            .iter()
            .rev()
            .find(|(known, ..)| &**known == name)
            .and_then(|(_, meaning, _)| match meaning {
                Meaning::Slot(slot) => Some(*slot),
                Meaning::Constant(_) => None,
            })
    }

    /// Resolves names and checks types. All mistakes go to `diagnostics`; with any, no program.
    pub fn check(&self, tree: &Expression, diagnostics: &mut Diagnostics) -> Option<Program> {
        let mut checker = Checker {
            scope: self,
            locals: Vec::new(),
            diagnostics,
            failed: false,
            showing: false,
        };
        let (node, gives) = checker.check(tree);
        if checker.failed {
            None
        } else {
            let place = self.programs.get();
            self.programs.set(place + 1);
            Some(Program::traced(node, gives, place))
        }
    }

    /// As [`Scope::check`], and the result must fit `wanted`.
    pub fn check_as(
        &self,
        tree: &Expression,
        wanted: &Type,
        diagnostics: &mut Diagnostics,
    ) -> Option<Program> {
        let program = self.check(tree, diagnostics)?;
        if program.gives.fits(wanted) {
            return Some(program);
        }
        let message = format!("expected {wanted}, found {}", program.gives);
        let help = match wanted {
            Type::Boolean => "a condition compares: `a < b`, `gcd(a, b) == 1`, `x in list`",
            _ => "",
        };
        diagnostics.push(Diagnostic::error(Code::TypeMismatch, tree.span, message).help(help));
        None
    }
}
