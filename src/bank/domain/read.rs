//! Reading a domain: `2..9 except 0`, `row of verbs where class == "ar"`, `5 of 1..20`.

use crate::bank::domain::{Domain, Range};
use crate::diagnostic::Diagnostic;
use crate::expression::ast::Expression;
use crate::expression::parser::{Parser, Written};

/// Reads a domain that is written as one text.
pub fn read(written: Written<'_>) -> Result<Domain<Expression>, Diagnostic> {
    let mut parser = Parser::new(written)?;
    let domain = domain(&mut parser)?;
    parser.end()?;
    Ok(domain)
}

fn domain(parser: &mut Parser<'_>) -> Result<Domain<Expression>, Diagnostic> {
    if parser.sees("row") && parser.sees_ahead(1, "of") {
        parser.take("row");
        return rows(parser);
    }
    if parser.sees("shuffle") && parser.sees_ahead(1, "of") {
        parser.take("shuffle");
        parser.take("of");
        return Ok(Domain::Shuffle(parser.expression()?));
    }
    let first = parser.expression()?;
    if parser.take("..") {
        return range(parser, first);
    }
    if parser.take("rows") {
        return Ok(Domain::Several(first, Box::new(rows(parser)?)));
    }
    if parser.take("draws") {
        parser.require("of", "draws are written `12 draws of 1..6`")?;
        return Ok(Domain::Draws(first, Box::new(domain(parser)?)));
    }
    if parser.take("of") {
        return Ok(Domain::Several(first, Box::new(domain(parser)?)));
    }
    Ok(Domain::OneOf(first))
}

fn range(parser: &mut Parser<'_>, low: Expression) -> Result<Domain<Expression>, Diagnostic> {
    let high = parser.sum()?;
    let mut range = Range {
        low,
        high,
        over: None,
        step: None,
        except: None,
    };
    loop {
        let (word, part) = if parser.sees("over") {
            ("over", &mut range.over)
        } else if parser.sees("step") {
            ("step", &mut range.step)
        } else if parser.sees("except") {
            ("except", &mut range.except)
        } else {
            return Ok(Domain::Range(Box::new(range)));
        };
        if part.is_some() {
            return Err(parser.unexpected("the end", &format!("`{word}` stands here twice")));
        }
        parser.take(word);
        *part = Some(parser.sum()?);
    }
}

/// Behind `row` or `rows`.
fn rows(parser: &mut Parser<'_>) -> Result<Domain<Expression>, Diagnostic> {
    parser.require("of", "a row is drawn by `row of table`")?;
    let table = parser.sum()?;
    let condition = if parser.take("where") {
        Some(parser.expression()?)
    } else {
        None
    };
    Ok(Domain::Rows(table, condition))
}
