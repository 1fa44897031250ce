//! The rules of the grammar, one function a rule.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::expression::ast::{Comparison, Comprehension, Expression, ExpressionKind};
use crate::expression::lexer::TokenKind;
use crate::expression::parser::{DEPTH, HEIGHT, Parsed, Parser, RESERVED};
use crate::source::Spanned;
use crate::value::{Number, Operation, Value};

impl Parser<'_> {
    /// `expr` of the grammar.
    pub fn expression(&mut self) -> Parsed<Expression> {
        let tree = self.deeper(|parser| {
            let start = parser.range().start;
            if !parser.take("if") {
                return parser.or();
            }
            let condition = parser.expression()?;
            parser.require("then", "a choice is written `if … then … else …`")?;
            let yes = parser.expression()?;
            parser.require("else", "a choice needs its `else`: `if … then … else …`")?;
            let no = parser.expression()?;
            let kind = ExpressionKind::If(Box::new(condition), Box::new(yes), Box::new(no));
            Ok(parser.node(start, kind))
        })?;
        self.bounded(tree)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEPTH {
            return Err(Diagnostic::error(
                Code::TooDeep,
                self.span(self.range()),
                format!("brackets and operators nest more than {DEPTH} deep"),
            )
            .help("give a part its own name under `let`"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Refuses a whole expression that is too deep to be walked.
    fn bounded(&self, tree: Expression) -> Parsed<Expression> {
        if self.depth > 0 || tree.height() <= HEIGHT {
            return Ok(tree);
        }
        let message = format!("operators nest or follow each other more than {HEIGHT} deep");
        Err(Diagnostic::error(Code::TooDeep, tree.span, message)
            .help("give a part its own name under `let`, or use `sum([…])`"))
    }

    fn node(&self, start: usize, kind: ExpressionKind) -> Expression {
        Expression {
            kind,
            span: self.span(start..self.last_end()),
        }
    }

    /// `or` of the grammar: an expression without a bare `if`.
    pub fn or(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        let mut left = self.and()?;
        while self.take("or") {
            let right = self.and()?;
            left = self.node(start, ExpressionKind::Or(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn and(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        let mut left = self.not()?;
        while self.take("and") {
            let right = self.not()?;
            left = self.node(start, ExpressionKind::And(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn not(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        if !self.take("not") {
            return self.comparison();
        }
        let operand = self.deeper(Self::not)?;
        Ok(self.node(start, ExpressionKind::Not(Box::new(operand))))
    }

    fn comparison(&mut self) -> Parsed<Expression> {
        const SIGNS: [(&str, Comparison); 7] = [
            ("==", Comparison::Equal),
            ("!=", Comparison::Unequal),
            ("<=", Comparison::AtMost),
            (">=", Comparison::AtLeast),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
            ("in", Comparison::In),
        ];
        let start = self.range().start;
        let first = self.sum()?;
        let mut rest = Vec::new();
        while let Some((_, sign)) = SIGNS.iter().find(|(sign, _)| self.sees(sign)) {
            self.at += 1;
            rest.push((*sign, self.sum()?));
        }
        if !rest.is_empty() {
            return Ok(self.node(start, ExpressionKind::Comparison(Box::new(first), rest)));
        }
        if !self.sees("not") {
            return Ok(first);
        }
        self.at += 1;
        self.require(
            "in",
            "an operator is missing before `not`; or write `a not in list`",
        )?;
        let list = vec![(Comparison::In, self.sum()?)];
        let within = self.node(start, ExpressionKind::Comparison(Box::new(first), list));
        Ok(self.node(start, ExpressionKind::Not(Box::new(within))))
    }

    /// `sum` of the grammar: arithmetic without comparisons. Domains are made of these.
    pub fn sum(&mut self) -> Parsed<Expression> {
        const SIGNS: [(&str, Operation); 2] = [("+", Operation::Add), ("-", Operation::Subtract)];
        let tree = self.chain(&SIGNS, Self::product)?;
        self.bounded(tree)
    }

    fn product(&mut self) -> Parsed<Expression> {
        const SIGNS: [(&str, Operation); 4] = [
            ("*", Operation::Multiply),
            ("/", Operation::Divide),
            ("mod", Operation::Modulo),
            ("div", Operation::Quotient),
        ];
        self.chain(&SIGNS, Self::unary)
    }

    fn chain(
        &mut self,
        signs: &[(&str, Operation)],
        operand: fn(&mut Self) -> Parsed<Expression>,
    ) -> Parsed<Expression> {
        let start = self.range().start;
        let mut left = operand(self)?;
        while let Some((_, sign)) = signs.iter().find(|(sign, _)| self.sees(sign)) {
            self.at += 1;
            let right = operand(self)?;
            let kind = ExpressionKind::Binary(*sign, Box::new(left), Box::new(right));
            left = self.node(start, kind);
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        if !self.take("-") {
            return self.power();
        }
        let operand = self.deeper(Self::unary)?;
        Ok(self.node(start, ExpressionKind::Negate(Box::new(operand))))
    }

    fn power(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        let base = self.postfix()?;
        if !self.take("^") {
            return Ok(base);
        }
        let exponent = self.deeper(Self::unary)?;
        let kind = ExpressionKind::Binary(Operation::Power, Box::new(base), Box::new(exponent));
        Ok(self.node(start, kind))
    }

    fn postfix(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        let mut base = self.atom()?;
        loop {
            let kind = if self.sees(".") {
                self.at += 1;
                ExpressionKind::Field(Box::new(base), self.field()?)
            } else if self.sees("[") {
                self.at += 1;
                let index = self.expression()?;
                self.require("]", "the place in a list is written `list[2]`")?;
                ExpressionKind::Index(Box::new(base), Box::new(index))
            } else {
                return Ok(base);
            };
            base = self.node(start, kind);
        }
    }

    /// A column's name may be any word, also one of the language (`row.in`).
    fn field(&mut self) -> Parsed<Spanned<Arc<str>>> {
        match &self.token().kind {
            TokenKind::Word(word) => {
                let spanned = Spanned {
                    value: word.clone(),
                    span: self.span(self.range()),
                };
                self.at += 1;
                Ok(spanned)
            }
            _ => Err(self.unexpected("the name of a column", "a column is written `row.name`")),
        }
    }

    fn atom(&mut self) -> Parsed<Expression> {
        let start = self.range().start;
        let kind = match self.token().kind.clone() {
            TokenKind::Number(digits) => {
                self.at += 1;
                ExpressionKind::Literal(self.number(&digits, start)?)
            }
            TokenKind::Text(text) => {
                self.at += 1;
                ExpressionKind::Literal(Value::Text(text))
            }
            TokenKind::Mark("(") => {
                self.at += 1;
                let inner = self.expression()?;
                let help = match self.sees(",") {
                    true => "a list is written `[1, 9]`, a range `1..9`",
                    false => "this bracket is never closed",
                };
                self.require(")", help)?;
                return Ok(Expression {
                    span: self.span(start..self.last_end()),
                    ..inner
                });
            }
            TokenKind::Mark("[") => {
                self.at += 1;
                self.list()?
            }
            TokenKind::Word(word) if matches!(&*word, "true" | "false") => {
                self.at += 1;
                ExpressionKind::Literal(Value::Boolean(&*word == "true"))
            }
            TokenKind::Word(word) if !RESERVED.contains(&&*word) => {
                let name = self.name()?;
                if self.take("(") {
                    let arguments = self.separated(")")?;
                    ExpressionKind::Call(name, arguments)
                } else {
                    ExpressionKind::Name(word)
                }
            }
            _ => {
                return Err(self.unexpected(
                    "a number, a name, a text in quotes or a bracket",
                    "something is missing here",
                ));
            }
        };
        Ok(self.node(start, kind))
    }

    fn number(&self, digits: &str, start: usize) -> Parsed<Value> {
        Number::parse(digits).map(Value::Number).map_err(|_| {
            Diagnostic::error(
                Code::ExpressionSyntax,
                self.span(start..start + digits.len()),
                "this number is too long to keep exactly".to_owned(),
            )
            .help("a number may have up to 1,000 digits")
        })
    }

    fn list(&mut self) -> Parsed<ExpressionKind> {
        if self.take("]") {
            return Ok(ExpressionKind::List(Vec::new()));
        }
        let first = self.expression()?;
        if !self.take("for") {
            let mut parts = vec![first];
            while !self.take("]") {
                self.require(",", "elements of a list are separated by commas")?;
                parts.push(self.expression()?);
            }
            return Ok(ExpressionKind::List(parts));
        }
        self.walks(first)
    }

    /// Behind `[body for`: one walk or several, each inside the one before it.
    fn walks(&mut self, body: Expression) -> Parsed<ExpressionKind> {
        let start = self.range().start;
        let name = self.name()?;
        self.require("in", "a list is walked by `[… for x in list]`")?;
        let source = self.or()?;
        let mut walk = Comprehension {
            body,
            name,
            source,
            condition: None,
            spliced: false,
        };
        if self.take("for") {
            let inner = self.deeper(|parser| parser.walks(walk.body))?;
            walk.body = self.node(start, inner);
            walk.spliced = true;
        } else {
            if self.take("if") {
                walk.condition = Some(self.expression()?);
            }
            self.require("]", "close the list with `]`")?;
        }
        Ok(ExpressionKind::Comprehension(Box::new(walk)))
    }

    fn separated(&mut self, close: &str) -> Parsed<Vec<Expression>> {
        let mut parts = Vec::new();
        while !self.take(close) {
            if !parts.is_empty() {
                self.require(",", "arguments are separated by commas")?;
            }
            parts.push(self.expression()?);
        }
        Ok(parts)
    }
}
