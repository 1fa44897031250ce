//! Polynomials and matrices.

use crate::{equal, fails, value};
use isoform::value::{Formula, Operation, Value};

#[test]
fn parts_of_polynomials() {
    equal([
        ("degree(7)", "0"),
        ("degree(x^2*y + x)", "3"),
        ("degree(x^2*y + x, y)", "1"),
        ("degree(x^2*y + x, x)", "2"),
        ("coefficient(x^2*y + 3*x^2 + 5, x, 2)", "y + 3"),
        ("coefficient(x^2, x, 0)", "0"),
        ("coefficient(7, x, 0)", "7"),
        ("coefficient(x, x, 10^9)", "0"),
        ("substitute(x^2 + y, x, 3)", "y + 9"),
        ("substitute(x^2 + y, x, y - 1)", "y^2 - y + 1"),
        ("substitute(x^2 - 2, x, root(2))", "0"),
        ("substitute(5, x, 3)", "5"),
        ("derivative(x^3*y - x + 7, x)", "3*x^2*y - 1"),
        ("derivative(5, x)", "0"),
        ("antiderivative(x^2 + y, x)", "x^3/3 + x*y"),
        ("derivative(antiderivative((x + 2)^7, x), x)", "(x + 2)^7"),
    ]);
    fails([
        ("coefficient(x, x + 1, 1)", "one of the `symbols`"),
        ("coefficient(x, 3, 1)", "one of the `symbols`"),
        ("coefficient(x, x, -1)", "from 0 up"),
        ("substitute(x, x, sqrt(2))", "found an unrounded number"),
        ("substitute(x, x, \"a\")", "a number or a polynomial"),
        ("antiderivative(x^60, x)", "a lower degree"),
        ("degree(\"x\")", "a number or a polynomial"),
    ]);
}

#[test]
fn products_and_sums() {
    equal([
        ("expand(x + 1)", "x + 1"),
        ("expand(show((x + 1)^3 - 1))", "x^3 + 3*x^2 + 3*x"),
        ("expand(show(-(x - 2)))", "2 - x"),
        ("expand(show(7 mod 4 + 7 div 4))", "4"),
        (
            "expand(factor(6*x^3 - 12*x^2 - 18*x))",
            "6*x^3 - 12*x^2 - 18*x",
        ),
        ("expand(factor(-x^2 + 1))", "1 - x^2"),
        ("expand(factor(x^2 + 1))", "x^2 + 1"),
        ("expand(factor(2*x*y - 4*x))", "2*x*y - 4*x"),
        ("expand(factor(-360))", "-360"),
        ("expand(factor(1))", "1"),
    ]);
    let leaf = |text| Formula::Value(value(text));
    let product = |a, b| Formula::operation(Operation::Multiply, a, b);
    let power = |a, n| Formula::operation(Operation::Power, a, Formula::Value(Value::integer(n)));
    let primes = product(product(power(leaf("2"), 3), power(leaf("3"), 2)), leaf("5"));
    assert_eq!(value("factor(-360)"), primes.negated().into());
    let squares = product(leaf("2"), power(leaf("x + 1"), 2));
    assert_eq!(value("factor(2*x^2 + 4*x + 2)"), squares.into());
    assert_eq!(value("factor(x^2 + 1)"), leaf("x^2 + 1").into());
    fails([
        ("factor(0)", "from 1 to 10^12"),
        ("factor(1/2)", "from 1 to 10^12"),
        ("factor(x^4 + 4)", "can be found"),
        ("expand(show(x == 1))", "no equation"),
        ("expand(\"x\")", "a polynomial or a shown expression"),
    ]);
}

#[test]
fn roots_are_exact_and_in_order() {
    equal([
        ("roots(3*x - 2)", "[2/3]"),
        ("roots(x^2 + 1)", "[]"),
        ("roots(x^2 - 6*x + 9)", "[3]"),
        ("roots(-x^2 + 4)", "[-2, 2]"),
        ("roots(2*x^2 - 5*x - 3)", "[-1/2, 3]"),
        ("roots(0.5*x^2 - 0.5)", "[-1, 1]"),
        ("roots(-x^2 + x + 1)", "[(1 - root(5))/2, (1 + root(5))/2]"),
        ("roots(x*(x^2 - 2)*(x - 1)^2)", "[-root(2), 0, 1, root(2)]"),
        (
            "roots(1000003*x^2 - 1)",
            "[-root(1/1000003), root(1/1000003)]",
        ),
        ("discriminant(2*x^2 + 3*x - 4)", "41"),
        (
            "[substitute(x^2 - 3*x + 1, x, t) for t in roots(x^2 - 3*x + 1)]",
            "[0, 0]",
        ),
    ]);
    fails([
        ("roots(5)", "in one letter"),
        ("roots(x*y)", "in one letter"),
        ("roots(x^3 - 2)", "factors of degree 1 and 2"),
        ("roots(x^5 - x - 1)", "factors of degree 1 and 2"),
        ("discriminant(x)", "a quadratic"),
        ("discriminant(x^2*y)", "a quadratic"),
    ]);
}

#[test]
fn matrices_and_vectors() {
    equal([
        ("det([[5]])", "5"),
        ("det([[2, 0, 1], [1, 3, 2], [1, 1, 1]])", "0"),
        ("det([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])", "4"),
        // Vandermonde: the product of the differences 1·2·3·1·2·1.
        ("det([[1, n, n^2, n^3] for n in [1, 2, 3, 4]])", "12"),
        ("det([[2 - x, 1], [1, 2 - x]])", "(x - 1)*(x - 3)"),
        ("det([[root(2), 1], [1, root(2)]])", "1"),
        ("matrix_product([[1, 2, 3]], [[4], [5], [6]])", "[[32]]"),
        ("matrix_product([[4], [5]], [[1, 2]])", "[[4, 8], [5, 10]]"),
        ("matrix_product([[x]], [[x, 1/2]])", "[[x^2, x/2]]"),
        ("transpose([[1, 2, 3]])", "[[1], [2], [3]]"),
        ("dot([1/2, x], [4, 3])", "3*x + 2"),
    ]);
    // det(AB) = det A · det B
    let (a, b) = (
        "[[1, 2, 0], [3, -1, 4], [2, 2, 5]]",
        "[[0, 1, 7], [1, 1, 1], [-2, 3, 0.5]]",
    );
    equal([(
        &*format!("det(matrix_product({a}, {b}))"),
        &*format!("det({a})*det({b})"),
    )]);
    fails([
        ("det([[1, 2]])", "a square matrix"),
        ("det([])", "rows of one length"),
        ("det([[1, 2], [3]])", "rows of one length"),
        (
            "det([[i*j for i in range(1, 5)] for j in range(1, 5)])",
            "at most 4 rows",
        ),
        ("matrix_product([[1, 2]], [[3, 4]])", "as many columns"),
        ("transpose([[1 for i in range(1, 21)]])", "from 1 to 20"),
        ("dot([], [])", "at least one entry"),
        ("dot([1], [\"a\"])", "a list of numbers or polynomials"),
        ("det([[sqrt(2)]])", "lists of numbers or polynomials"),
    ]);
}
