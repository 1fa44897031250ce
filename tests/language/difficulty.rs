//! Weights of difficulty features: of the table, the bank, the standard, the item; the last wins.

use isoform::difficulty::Weights;
use isoform::difficulty::feature::FEATURES;
use isoform::form::set::PlacedItem;
use isoform::value::Number;

use crate::bank_of;

#[test]
fn the_last_of_bank_standard_and_item_wins() {
    let text = "\
bank: T
id: t
difficulty: {weights: {carries: 0.5, digits: 0.6, negative operand: 0.7}}
standards:
- {id: S.1, statement: s, difficulty: {weights: {carries: 1.5, digits: 1.6}}}
- {id: S.2, statement: s}
items:
- {id: a, standard: S.1, vary: {n: 2..9}, stem: \"{{n}}\", answer: n, difficulty: {weights: {carries: -2.5}}}
- {id: b, standard: S.2, vary: {n: 2..9}, stem: \"{{n}}\", answer: n}
";
    let bank = bank_of(&[("bank.yaml", text.as_bytes())]);
    let place = |name: &str| {
        FEATURES
            .iter()
            .position(|feature| feature.name == name)
            .unwrap()
    };
    let weights = |item: usize| {
        let weights = Weights::of(&bank, &bank.items[item]);
        ["carries", "digits", "negative operand"].map(|name| weights.at(place(name)).logits)
    };
    assert_eq!(weights(0), [-2.5, 1.6, 0.7]);
    assert_eq!(weights(1), [0.5, 0.6, 0.7]);
    // What nobody names keeps the weight of the table.
    let other = FEATURES
        .iter()
        .position(|feature| !["carries", "digits", "negative operand"].contains(&feature.name));
    let other = other.unwrap();
    let kept = Weights::of(&bank, &bank.items[0]).at(other);
    assert_eq!(kept, Weights::default().at(other));
}

/// Items that differ in one declared feature only: those above 20 have it, and numbers of two digits
/// are alike in everything else. So the hard ones are harder by the weight, in logits.
#[test]
fn a_weight_moves_the_predicted_difficulty() {
    let spread = |weight: &str| {
        let text = format!(
            "bank: T\nid: t\nstandards: [{{id: S.1, statement: s}}]\nitems:\n- {{id: a, vary: {{n: 11..30}}, stem: \"{{{{n}}}}\", answer: n, difficulty: {{carries: n > 20, weights: {{carries: {weight}}}}}}}\n"
        );
        let bank = bank_of(&[("bank.yaml", text.as_bytes())]);
        // All twenty instances are used, ten of either kind.
        let set = crate::set_of(&bank, 1, 20, 3);
        let items = set.forms.iter().map(|form| &form.items[0]);
        let (hard, easy): (Vec<_>, Vec<_>) =
            items.partition(|item| item.item.draws[0].as_number().unwrap() > Number::integer(20));
        assert_eq!((hard.len(), easy.len()), (10, 10));
        let same = |items: &[&PlacedItem]| {
            items
                .iter()
                .all(|item| item.difficulty == items[0].difficulty)
        };
        assert!(same(&hard) && same(&easy));
        hard[0].difficulty - easy[0].difficulty
    };
    for (weight, expected) in [("0", 0.0), ("0.3", 0.3), ("2", 2.0), ("-1.5", -1.5)] {
        let found = spread(weight);
        assert!((found - expected).abs() < 1e-12, "{weight}: {found}");
    }
}
