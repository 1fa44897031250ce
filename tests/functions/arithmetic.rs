//! Numbers, whole numbers, fractions, numerals, written calculation.

use crate::{equal, fails, value};
use isoform::value::{Number, Value};

/// How a number prints depends on its places, which equality does not see.
fn places(text: &str) -> Option<u8> {
    match value(text) {
        Value::Number(number) => Number::places(&number),
        other => panic!("{text} gives {other:?}"),
    }
}

#[test]
fn signs_and_rounding() {
    equal([
        ("abs(-0.50)", "0.5"),
        ("abs(1 - root(2))", "root(2) - 1"),
        ("abs(x - x - 2)", "2"),
        ("expand(abs(show(3 - 5)))", "2"),
        ("abs(pi_times(-2))", "pi_times(2)"),
        ("sign(1 - root(2))", "-1"),
        ("sign(0)", "0"),
        ("sign(pi_times(1/9))", "1"),
        ("floor(3)", "3"),
        ("floor(3.99)", "3"),
        ("floor(-0.1)", "-1"),
        ("ceil(-0.1)", "0"),
        ("floor(root(10))", "3"),
        ("floor(-root(10))", "-4"),
        ("ceil(root(10))", "4"),
        ("floor(root(8))", "2"),
        ("floor(pi_times(1))", "3"),
        ("ceil(pi_times(1))", "4"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1249, -2)", "1200"),
        ("round(2/3, 3)", "0.667"),
        ("round(root(2), 5)", "1.41421"),
        ("round(sqrt(2), 5)", "1.41421"),
        ("sig(1234, 2)", "1200"),
        ("sig(9.996, 3)", "10"),
        ("sig(99950, 3)", "100000"),
        ("sig(0.00012345, 2)", "0.00012"),
        ("sig(-2/3, 2)", "-0.67"),
        ("sig(0, 3)", "0"),
        ("sig(root(2), 10)", "1.414213562"),
        ("sig(pi_times(1000), 6)", "3141.59"),
        ("sig(sqrt(2), 3)", "1.41"),
        ("min(root(2), 3/2)", "root(2)"),
        ("max(3, root(10))", "root(10)"),
        ("max(2)", "2"),
        ("min([0.5, 1/3, 1])", "1/3"),
        ("is_integer(4/2)", "true"),
        ("is_integer(3.0)", "true"),
        ("is_integer(root(2))", "false"),
        ("is_integer(root(4))", "true"),
        ("is_integer(x)", "false"),
        ("is_integer(x - x + 2)", "true"),
    ]);
    assert_eq!(places("round(3.5, 2)"), Some(2));
    assert_eq!(places("round(3.5)"), None);
    assert_eq!(places("sig(1/2, 3)"), Some(3));
    assert_eq!(places("sig(9.996, 3)"), Some(1));
    assert_eq!(places("sig(1234, 2)"), None);
    fails([
        ("floor(sqrt(2))", "a number here"),
        ("min(sqrt(2), 1)", "here, found an unrounded number"),
        ("min([])", "at least one number"),
        ("min(\"a\")", "a number or a list of numbers"),
        ("min(pi_times(1), true)", "found true or false"),
        ("round(1, 101)", "at most 100"),
        ("sig(1, 0)", "significant figures"),
        ("round(x)", "not defined"),
        (
            "abs(\"3\")",
            "a number or a polynomial or a shown expression",
        ),
        ("sign(\"3\")", "needs a number"),
    ]);
}

#[test]
fn divisors_and_primes() {
    equal([
        ("gcd(0, 0)", "0"),
        ("gcd(-12, 18, 27)", "3"),
        ("gcd(10^30, 6*10^29)", "2*10^29"),
        ("lcm(4, 6, 10)", "60"),
        ("lcm(-4, 6)", "12"),
        ("lcm(0, 6)", "0"),
        ("factors(1)", "[1]"),
        ("factors(97)", "[1, 97]"),
        ("factors(36)", "[1, 2, 3, 4, 6, 9, 12, 18, 36]"),
        ("count(factors(963761198400))", "6720"),
        ("prime_factors(1)", "[]"),
        ("prime_factors(360)", "[2, 2, 2, 3, 3, 5]"),
        ("prime_factors(999983*999979)", "[999979, 999983]"),
        ("is_prime(0) or is_prime(1)", "false"),
        ("is_prime(2)", "true"),
        ("is_prime(2^61 - 1)", "true"),
        ("is_square(0) and is_square(10^20)", "true"),
        ("is_square(-4) or is_square(10^21)", "false"),
        ("is_even(-2) and is_odd(10^20 + 1)", "true"),
    ]);
    // Every divisor of every small number, by trying.
    for n in 1..=200_i64 {
        let divisors = (1..=n).filter(|d| n % d == 0).map(Value::integer);
        assert_eq!(value(&format!("factors({n})")), Value::list(divisors));
    }
    fails([
        ("gcd(1/2, 3)", "`gcd` needs whole numbers"),
        ("lcm(2.5, 3)", "whole numbers"),
        ("factors(0)", "from 1 to 10^12"),
        ("factors(10^12 + 1)", "from 1 to 10^12"),
        ("is_prime(-7)", "from 0 up"),
        ("is_prime(2^64)", "below 2^64"),
        ("is_even(1/2)", "whole numbers"),
        ("lcm(2^3000, 3^1500)", "too large"),
    ]);
}

#[test]
fn digits_and_counting() {
    equal([
        ("digits(0)", "[0]"),
        ("sum(digits(99^2))", "18"),
        ("digit_count(0)", "1"),
        ("digit_count(10^40)", "41"),
        ("factorial(0)", "1"),
        ("factorial(20)", "2432902008176640000"),
        ("factorial(500)/factorial(498)", "500*499"),
        ("choose(52, 5)", "2598960"),
        ("choose(5, 6) + choose(5, -1)", "0"),
        ("choose(10^15, 1)", "10^15"),
        ("choose(10^15, 10^15 - 1)", "10^15"),
        ("permutations(10, 3)", "720"),
        ("permutations(5, 5)", "factorial(5)"),
        ("permutations(3, 4)", "0"),
        ("permutations(3, 0)", "1"),
    ]);
    // Pascal's triangle.
    let mut row = vec![1_i64];
    for n in 0..30 {
        for (k, expected) in row.iter().enumerate() {
            assert_eq!(
                value(&format!("choose({n}, {k})")),
                Value::integer(*expected)
            );
        }
        let inner = row.windows(2).map(|pair| pair[0] + pair[1]);
        row = [1].into_iter().chain(inner).chain([1]).collect();
    }
    fails([
        ("digits(-12)", "from 0 up"),
        ("digits(1.5)", "whole numbers"),
        ("factorial(501)", "from 0 to 500"),
        ("factorial(-1)", "from 0 to 500"),
        ("choose(-1, 2)", "from 0 up"),
        ("choose(10^9, 5*10^8)", "too large"),
        ("permutations(10^6, 10^6)", "too large"),
    ]);
}

#[test]
fn fractions_and_decimals() {
    equal([
        ("num(-6/8)", "-3"),
        ("den(-6/8)", "4"),
        ("den(0.125)", "8"),
        ("den(5)", "1"),
        ("places(0.50)", "1"),
        ("places(7)", "0"),
        ("places(1/2^20)", "20"),
        ("terminates(7/40)", "true"),
        ("terminates(1/30)", "false"),
        ("repetend(1/7)", "\"142857\""),
        ("repetend(1/17)", "\"0588235294117647\""),
        ("repetend(3/8)", "\"\""),
        ("repetend(-1/3)", "\"3\""),
        ("repetend(22/7)", "\"142857\""),
        ("length(repetend(1/983))", "982"),
        ("before_repetend(1/3)", "\"0\""),
        ("before_repetend(-22/7)", "\"-3\""),
        ("before_repetend(1/6)", "\"0.1\""),
        ("before_repetend(1/60)", "\"0.01\""),
        ("before_repetend(3/8)", "\"0.375\""),
    ]);
    // 0.ab(cd)… = before + repetend/(10^k·(10^n - 1)), for every small denominator.
    for d in 1..120 {
        let before = format!("before_repetend(5/{d})");
        let decimals = format!("length({before}) - length(text(floor(5/{d}))) - 1");
        let tail = format!("number(\"0\" + repetend(5/{d}))");
        let nines = format!("(10^length(repetend(5/{d})) - 1)");
        let text = format!(
            "number({before}) + (if terminates(5/{d}) then 0 else {tail}/{nines}/10^max(0, {decimals}))"
        );
        equal([(text.as_str(), format!("5/{d}").as_str())]);
    }
    fails([
        ("places(1/3)", "whose decimals end"),
        ("repetend(1/1019)", "at most 1000"),
        ("num(x)", "expected a number"),
    ]);
}

#[test]
fn exact_roots_and_multiples_of_pi() {
    equal([
        ("root(49)", "7"),
        ("root(1/2)", "root(2)/2"),
        ("root(12, 2)", "2*root(3)"),
        ("root(-27, 3)", "-3"),
        ("root(8/125, 3)", "2/5"),
        ("root(2^100, 100)", "2"),
        ("pi_times(0)", "0"),
        ("pi_times(3)/pi_times(2)", "3/2"),
    ]);
    fails([
        ("root(-4)", "no real square root"),
        ("root(9, 3)", "comes out exactly"),
        ("root(-16, 4)", "not negative"),
        ("root(8, 1)", "from the 2nd"),
    ]);
}

#[test]
fn numerals() {
    equal([
        ("in_base(255, 16)", "\"FF\""),
        ("in_base(-5, 2)", "\"-101\""),
        ("in_base(0, 7)", "\"0\""),
        ("from_base(\"ff\", 16)", "255"),
        ("from_base(\"-101\", 2)", "-5"),
        ("roman(3999)", "\"MMMCMXCIX\""),
        ("roman(444)", "\"CDXLIV\""),
        ("from_roman(\"MMXXVI\")", "2026"),
        (
            "all([from_roman(roman(n)) == n for n in range(1, 3999)])",
            "true",
        ),
        (
            "all([all([from_base(in_base(n, b), b) == n for n in range(-50, 50)]) for b in range(2, 36)])",
            "true",
        ),
    ]);
    fails([
        ("in_base(5, 1)", "a base from 2 to 36"),
        ("in_base(1/2, 2)", "whole numbers"),
        ("from_base(\"12\", 2)", "digits of the base"),
        ("from_base(\"\", 2)", "digits of the base"),
        ("from_base(\"1_0\", 2)", "digits of the base"),
        ("from_base(\"+1\", 2)", "digits of the base"),
        ("roman(0)", "from 1 to 3999"),
        ("from_roman(\"IIII\")", "a Roman numeral"),
        ("from_roman(\"IC\")", "a Roman numeral"),
        ("from_roman(\"\")", "a Roman numeral"),
        ("from_roman(\"XIVx\")", "a Roman numeral"),
    ]);
}

#[test]
fn carries_and_borrows() {
    equal([
        ("carries(12, 34)", "0"),
        ("carries(1, 999)", "3"),
        ("carries(9, 9, 9)", "1"),
        ("carries(99, 99, 99)", "2"),
        ("carries(2.75, 0.5)", "1"),
        ("carries(0.5, 0.5)", "1"),
        ("borrows(1000, 1)", "3"),
        ("borrows(87, 65)", "0"),
        ("borrows(5, 5)", "0"),
        ("borrows(1.2, 0.85)", "2"),
    ]);
    // The sum of digits drops by 9 for each carry, and a borrow is a carry of the sum that checks it.
    for a in (0..1000).step_by(7) {
        for b in (0..=a).step_by(11) {
            let digits = |n: i64| {
                n.to_string()
                    .bytes()
                    .map(|d| i64::from(d - b'0'))
                    .sum::<i64>()
            };
            let carries = (digits(a) + digits(b) - digits(a + b)) / 9;
            equal([(&*format!("carries({a}, {b})"), &*carries.to_string())]);
            let borrows = (digits(a - b) + digits(b) - digits(a)) / 9;
            equal([(&*format!("borrows({a}, {b})"), &*borrows.to_string())]);
        }
    }
    fails([
        ("carries(-1, 2)", "from 0 up"),
        ("carries(1/3, 2)", "whose decimals end"),
        ("borrows(3, 5)", "not below the second"),
    ]);
}
