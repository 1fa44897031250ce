//! Every published number: `data/vectors.json` (computed independently and
//! checked by brute force) and `data/binomial_pass.csv`.

use isoform::bank::cut_score::CutScore;
use isoform::difficulty::response::ItemResponse;
use isoform::parity::agreement::{AbilityWeights, CutForm, TwoFormTable};
use isoform::parity::compare::difficulty;
use isoform::parity::consistency::{Consistency, huynh, subkoviak};
use isoform::parity::curve::{Profile, expected_score};
use isoform::parity::decision::binomial_pass;
use isoform::parity::finding::Statistic;
use isoform::parity::reference::cut_ability;
use isoform::parity::score::{pass_probability, score_distribution};
use serde_json::Value;

const TOLERANCE: f64 = 1e-9;

fn vectors() -> Value {
    serde_json::from_str(include_str!("data/vectors.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().unwrap();
    list.iter().map(|x| x.as_f64().unwrap()).collect()
}

fn form(vectors: &Value, name: &str) -> Vec<ItemResponse> {
    let column = |key: &str| numbers(&vectors[name]["params"][key]);
    let (a, b, c, points) = (column("a"), column("b"), column("c"), column("pts"));
    (0..a.len())
        .map(|k| ItemResponse::new(a[k], b[k], c[k], points[k] as u32, 0.0).unwrap())
        .collect()
}

#[track_caller]
fn close(found: f64, expected: &Value) {
    let expected = expected.as_f64().unwrap();
    assert!(
        (found - expected).abs() <= TOLERANCE,
        "{found} is not {expected}"
    );
}

#[test]
fn curves_and_score_distributions() {
    let vectors = vectors();
    for name in ["A", "B", "C3pl_points"] {
        let form = form(&vectors, name);
        let thetas = vectors[name]["theta"].as_array().unwrap();
        assert_eq!(thetas.len(), 8);
        for (k, theta) in thetas.iter().enumerate() {
            let profile = Profile::at(&form, theta.as_f64().unwrap());
            close(profile.expected_score, &vectors[name]["TCC"][k]);
            close(profile.information, &vectors[name]["TIF"][k]);
            let found = score_distribution(&form, theta.as_f64().unwrap());
            let expected = vectors[name]["score_dist"][theta.to_string()]
                .as_array()
                .unwrap();
            assert_eq!(found.len(), expected.len());
            for (x, expected) in found.iter().zip(expected) {
                close(*x, expected);
            }
            let moments = found
                .iter()
                .zip(0_u32..)
                .fold((0.0, 0.0), |(m, s), (f, x)| {
                    let x = f64::from(x);
                    (m + f * x, s + f * x * x)
                });
            assert!((profile.variance - (moments.1 - moments.0 * moments.0)).abs() < TOLERANCE);
        }
    }
}

#[test]
fn two_forms_at_a_cut_of_eight() {
    let vectors = vectors();
    let expected = &vectors["parity_AB_cut8"];
    let (a, b) = (form(&vectors, "A"), form(&vectors, "B"));
    let cut = CutScore::new(8, 10).unwrap();
    let theta = cut_ability(&[&a], cut).unwrap();
    close(theta, &expected["theta_cut"]);
    close(expected_score(&a, theta), &expected["TCC_A"]);
    close(expected_score(&b, theta), &expected["TCC_B"]);
    close(
        expected_score(&b, theta) - expected_score(&a, theta),
        &expected["dTCC_cut"],
    );
    let (pass_a, pass_b) = (
        pass_probability(&a, theta, 8),
        pass_probability(&b, theta, 8),
    );
    close(pass_a, &expected["passA"]);
    close(pass_b, &expected["passB"]);
    close(pass_b - pass_a, &expected["dPass"]);
    let found = difficulty::findings(
        &[a.clone(), b.clone()],
        theta,
        &[Profile::at(&a, theta), Profile::at(&b, theta)],
        &[pass_a, pass_b],
    );
    let wide = found
        .iter()
        .find(|f| f.statistic == Statistic::CurveWide)
        .unwrap();
    close(wide.value, &expected["max_abs_dTCC_pm2"]);
    let weights = AbilityWeights {
        mean: theta,
        sd: 1.0,
    };
    let table = TwoFormTable::of(
        CutForm { items: &a, cut: 8 },
        CutForm { items: &b, cut: 8 },
        weights,
        theta,
    );
    close(table.pass_pass, &expected["table"]["PP"]);
    close(table.pass_fail, &expected["table"]["PF"]);
    close(table.fail_pass, &expected["table"]["FP"]);
    close(table.fail_fail, &expected["table"]["FF"]);
    close(table.agreement(), &expected["agreement"]);
    close(table.kappa().unwrap(), &expected["kappa"]);
    close(
        table.master_fails_a_passes_b,
        &expected["P_failA_passB_given_master"],
    );
}

#[test]
fn cut_on_equal_items() {
    let vectors = vectors();
    let equal = vec![ItemResponse::new(1.0, 0.0, 0.0, 1, 0.0).unwrap(); 10];
    let theta = cut_ability(&[equal], CutScore::percent(80).unwrap()).unwrap();
    close(theta, &vectors["theta_cut_equal"]["theta"]);
}

#[test]
fn beta_binomial_consistency() {
    let vectors = vectors();
    for list in ["huynh", "huynh_kb36x"] {
        for row in vectors[list].as_array().unwrap() {
            let count = |key: &str| row[key].as_u64().unwrap() as u32;
            let (mean, kr21) = (row["mu"].as_f64().unwrap(), row["kr21"].as_f64().unwrap());
            let found = huynh(count("n"), count("c"), mean, kr21).unwrap();
            close(found.pass, &row["p1"]);
            close(found.pass_twice, &row["p11"]);
            agrees(found, row);
        }
    }
}

/// LSAT section 6, 1,000 students (Bock & Lieberman 1970): students by score.
#[test]
fn binomial_consistency_of_lsat6() {
    let vectors = vectors();
    let expected = &vectors["subkoviak_lsat6"];
    let reliability = expected["kr20"].as_f64().unwrap();
    for row in expected["r"].as_array().unwrap() {
        let cut = row["cut"].as_u64().unwrap() as u32;
        agrees(
            subkoviak(&[3, 20, 85, 237, 357, 298], cut, reliability).unwrap(),
            row,
        );
    }
}

#[track_caller]
fn agrees(found: Consistency, row: &Value) {
    close(found.agreement, &row["agree"]);
    close(found.kappa.unwrap(), &row["kappa"]);
}

#[test]
fn binomial_table() {
    let mut table = csv::Reader::from_reader(include_str!("data/binomial_pass.csv").as_bytes());
    let shares: Vec<f64> = table
        .headers()
        .unwrap()
        .iter()
        .skip(2)
        .map(|s| s.parse().unwrap())
        .collect();
    let mut rows = 0;
    for record in table.records() {
        let record = record.unwrap();
        let (n, c) = (record[0].parse().unwrap(), record[1].parse().unwrap());
        for (share, expected) in shares.iter().zip(record.iter().skip(2)) {
            let expected: f64 = expected.parse().unwrap();
            assert!((binomial_pass(n, c, *share) - expected).abs() <= TOLERANCE);
        }
        rows += 1;
    }
    assert_eq!((rows, shares.len()), (14, 8));
}
