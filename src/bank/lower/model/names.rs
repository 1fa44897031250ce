//! The names of one item model: what they mean so far, and which have been used.

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::domain::Domain;
use crate::bank::image::Images;
use crate::bank::prose::Prose;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::Expression;
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::expression::{Program, Scope};

/// A scope that remembers what was read from it.
pub struct Names {
    scope: Scope,
    read: HashSet<Arc<str>>,
    images: Arc<Images>,
}

impl Names {
    /// Names that are known from the start: tables and symbols; and the bank's images.
    pub fn new(scope: Scope, images: Arc<Images>) -> Self {
        Self {
            scope,
            read: HashSet::new(),
            images,
        }
    }

    /// The images that the bank names.
    pub fn images(&self) -> &Arc<Images> {
        &self.images
    }

    /// Adds a drawn or bound name and gives its slot.
    pub fn add(&mut self, name: Arc<str>, holds: Type) -> usize {
        self.scope.add_slot(name, holds)
    }

    /// The slot of a drawn or bound name.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.scope.slot(name)
    }

    /// Whether `name` means something.
    pub fn knows(&self, name: &str) -> bool {
        self.scope.knows(name)
    }

    /// Reads something in which `name` stands for an element of type `holds`, in a slot of its
    /// own.
    pub fn within<T>(
        &mut self,
        name: &Arc<str>,
        holds: Type,
        read: impl FnOnce(&mut Self, usize) -> T,
    ) -> T {
        let slot = self.scope.add_slot(name.clone(), holds);
        let result = read(self, slot);
        self.scope.hide(slot);
        result
    }

    /// Whether an expression used `name`.
    pub fn is_read(&self, name: &str) -> bool {
        self.read.contains(name)
    }

    /// Reads something in which one name more is known, for as long as that takes; `read` gets the
    /// name's slot.
    pub fn with<T>(
        &mut self,
        name: Arc<str>,
        holds: Type,
        read: impl FnOnce(&mut Names, usize) -> T,
    ) -> T {
        let outer = self.scope.clone();
        let was_read = self.read.contains(&name);
        let slot = self.scope.add_slot(name.clone(), holds);
        let result = read(self, slot);
        self.scope = outer;
        if !was_read {
            self.read.remove(&name);
        }
        result
    }

    /// Makes names known whose definitions could not be read, so that each mistake is reported
    /// once, at its source.
    pub fn ignore_unknown(&mut self, names: impl Iterator<Item = Arc<str>>) {
        for name in names {
            if !self.scope.knows(&name) {
                self.scope.add_slot(name, Type::Any);
            }
        }
    }

    /// Checks a parsed expression.
    pub fn check(&mut self, tree: &Expression, diagnostics: &mut Diagnostics) -> Option<Program> {
        self.read
            .extend(tree.free_names().into_iter().map(|name| name.value));
        self.scope.check(tree, diagnostics)
    }

    /// Reads and checks the expression of a scalar.
    pub fn program(
        &mut self,
        node: &Node,
        what: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Program> {
        let text = decode::text(node, what, diagnostics)?;
        match parse(Written::whole(text)) {
            Ok(tree) => self.check(&tree, diagnostics),
            Err(error) => {
                diagnostics.push(error);
                None
            }
        }
    }

    /// As [`Names::program`], for what is compared with a student's answer: not an unrounded number.
    pub fn exact(
        &mut self,
        node: &Node,
        what: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Program> {
        let program = self.program(node, what, diagnostics)?;
        if program.gives == Type::Real {
            let message = "an unrounded number cannot be an answer";
            let help = "round it first: `round(x, 2)` or `sig(x, 3)`";
            let error = Diagnostic::error(Code::UnroundedReal, program.span(), message);
            diagnostics.push(error.help(help));
            return None;
        }
        Some(program)
    }

    /// As [`Names::program`], and it must be true or false.
    pub fn condition(
        &mut self,
        node: &Node,
        what: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Program> {
        let program = self.program(node, what, diagnostics)?;
        self.require(&program, &Type::Boolean, diagnostics)
            .then_some(program)
    }

    /// Whether a program gives what is wanted; reports it if not.
    pub fn require(&self, program: &Program, wanted: &Type, diagnostics: &mut Diagnostics) -> bool {
        let fits = program.gives.fits(wanted);
        if !fits {
            let message = format!("expected {wanted}, found {}", program.gives);
            let help = match wanted {
                Type::Boolean => "a condition compares: `a < b`, `gcd(a, b) == 1`, `x in list`",
                _ => "",
            };
            diagnostics
                .push(Diagnostic::error(Code::TypeMismatch, program.span(), message).help(help));
        }
        fits
    }

    /// Checks a domain; gives the type of what is drawn too.
    pub fn domain(
        &mut self,
        domain: &Domain<Expression>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Domain, Type)> {
        domain.check(&self.scope, diagnostics)
    }

    /// Reads and checks a text with holes.
    pub fn prose(
        &mut self,
        node: &Node,
        what: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Prose> {
        let text = decode::text(node, what, diagnostics)?;
        let parsed = Prose::parse(text, diagnostics)?;
        for hole in parsed.holes() {
            let names = hole.expression.free_names();
            self.read.extend(names.into_iter().map(|name| name.value));
        }
        parsed.check(&self.scope, diagnostics)
    }
}
