//! Real functions: rounded they are what tables and calculators say.

use crate::{equal, fails, typed};
use isoform::value::Value;

#[test]
fn tabulated_values() {
    equal([
        ("round(pi(), 10)", "3.1415926536"),
        ("round(sqrt(3), 10)", "1.7320508076"),
        ("round(sqrt(2.25), 5)", "1.5"),
        ("round(cbrt(27), 9)", "3"),
        ("round(exp(2), 6)", "7.389056"),
        ("round(ln(2), 10)", "0.6931471806"),
        ("round(log(2), 10)", "0.3010299957"),
        ("round(log(10, 2), 10)", "3.3219280949"),
        ("round(sin(0.5), 9)", "0.479425539"),
        ("round(cos(0.5), 9)", "0.877582562"),
        ("round(tan(0.5), 9)", "0.546302490"),
        ("round(asin(0.5), 9)", "0.523598776"),
        ("round(acos(0.5), 9)", "1.047197551"),
        ("round(atan(2), 9)", "1.107148718"),
        ("round(sin_deg(20), 9)", "0.342020143"),
        ("round(cos_deg(20), 9)", "0.939692621"),
        ("round(tan_deg(20), 9)", "0.363970234"),
        ("round(asin_deg(0.5), 9)", "30"),
        ("round(acos_deg(-1), 9)", "180"),
        ("round(atan_deg(-1), 9)", "-45"),
        ("sig(sqrt(2) + 1, 3)", "2.41"),
    ]);
}

#[test]
fn angles_that_every_student_knows_are_exact() {
    let real = |text: &str| match typed(text) {
        Ok((Value::Real(value), _)) => value,
        other => panic!("{text} gives {other:?}"),
    };
    for (text, expected) in [
        ("sin_deg(30)", 0.5),
        ("sin_deg(-30)", -0.5),
        ("sin_deg(180)", 0.0),
        ("sin_deg(3600000000000000000030)", 0.5),
        ("cos_deg(60)", 0.5),
        ("cos_deg(90)", 0.0),
        ("cos_deg(240)", -0.5),
        ("tan_deg(45)", 1.0),
        ("tan_deg(-45)", -1.0),
        ("sin(pi_times(1/6))", 0.5),
        ("cos(pi_times(1))", -1.0),
        ("tan(pi_times(5/4))", 1.0),
        ("sin(0)", 0.0),
        ("log(1000)", 3.0),
        ("log(125, 5)", 3.0),
        ("log(1/8, 2)", -3.0),
        ("log(8, 1/2)", -3.0),
        ("log(1, 7)", 0.0),
        ("sqrt(49)", 7.0),
    ] {
        assert_eq!(real(text), expected, "{text}");
    }
    for n in 1..60 {
        assert_eq!(real(&format!("log(7^{n}, 7)")), f64::from(n));
        assert_eq!(real(&format!("log(10^{n})")), f64::from(n));
    }
    // sin² + cos² = 1, and tan = sin/cos, all the way round.
    for degrees in (-400..400).filter(|degrees| degrees % 90 != 0) {
        let [sin, cos, tan] = ["sin", "cos", "tan"].map(|f| real(&format!("{f}_deg({degrees})")));
        assert!((sin * sin + cos * cos - 1.0).abs() < 1e-14);
        assert!(
            (tan - sin / cos).abs() < 1e-12 * tan.abs().max(1.0),
            "{degrees}"
        );
    }
}

#[test]
fn where_they_are_not_defined() {
    fails([
        ("sqrt(-1)", "not negative"),
        ("ln(0)", "above 0"),
        ("log(-1)", "above 0"),
        ("log(5, 1)", "other than 1"),
        ("log(5, -2)", "other than 1"),
        ("asin(1.01)", "from -1 to 1"),
        ("acos_deg(-2)", "from -1 to 1"),
        ("tan_deg(90)", "other than a right one"),
        ("tan(pi_times(-1/2))", "other than a right one"),
        ("exp(1000)", "too large"),
        ("sqrt(10^700)", "too large"),
        ("sqrt(x)", "expected a number"),
        ("sqrt(\"2\")", "needs a number"),
        ("sqrt(2) == 1", "unrounded"),
        ("pi(1)", "takes no arguments"),
        ("pi() > 3", "unrounded"),
    ]);
}
