//! Images: files beside a bank, kept in the plan, shown in pages.

use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::{Code, Diagnostics};
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{FormSet, Request, assemble};
use isoform::render::compose::Composer;
use isoform::seed::Seed;
use isoform::source::Sources;

const LEAF: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"48\"/>";

const BANK: &str = "bank: B
id: b
version: 1.0.0
standards: [{id: S, statement: s}]
tables:
  leaves: [{name: oak, file: a/oak.svg}, {name: beech, file: beech.svg}]
items:
  - id: one
    vary: {n: 1..9, leaf: row of leaves}
    stem: What is {{n}}?
    parts:
      - stem: Which tree?
        figure: {alt: \"The leaf & {{n}}\", image: {file: leaf.file, width: 10*n}}
        answer: leaf.name
      - stem: Which leaf?
        answer: leaf.file
        choices: 2
        misconceptions: {the other: {pool: \"[l.file for l in leaves]\"}}
        option figure: {alt: A leaf., image: {file: option}}
";

fn load(text: &str) -> Result<ItemBank, Diagnostics> {
    let reader = |path: &str| match path {
        "a/oak.svg" | "beech.svg" => Ok(LEAF.as_bytes().to_vec()),
        "script.svg" => Ok(LEAF.replace("/>", "><script/></svg>").into_bytes()),
        _ => Err("there is none".to_owned()),
    };
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    let bank = lower::load_with(
        "b.yaml",
        text.as_bytes(),
        &reader,
        &mut sources,
        &mut diagnostics,
    );
    bank.ok_or(diagnostics)
}

fn set(text: &str) -> FormSet {
    let bank = load(text).unwrap_or_else(|found| panic!("{:?}", found.iter().next()));
    let wanted = Wanted {
        items: Some(1),
        ..Wanted::default()
    };
    let plan = Plan::of(&bank, &wanted, Seed::new(1)).unwrap();
    let request = Request {
        seed: Seed::new(1),
        forms: 8,
        repeats: false,
    };
    assemble(&bank, &plan, &request).unwrap()
}

#[test]
fn pages_hold_the_image_and_files_stand_beside_markdown() {
    let set = set(BANK);
    let composer = Composer::new(&set).unwrap();
    for form in &set.forms {
        let label = form.label.to_string().to_lowercase();
        let view = composer.form(form);
        let [tree, leaf] = &view.items[0].parts[..] else {
            panic!("two parts")
        };
        // "PHN2Zy" is "<svg" and a space in base64.
        let html = &tree.figure.html.0;
        assert!(
            html.starts_with("<img src=\"data:image/svg+xml;base64,PHN2Zy"),
            "{html}"
        );
        let item = &form.items[0].item;
        let n = isoform::value::notation::describe(&item.draws[0]);
        assert!(
            html.contains(&format!("alt=\"The leaf &amp; {n}\"")),
            "{html}"
        );
        assert!(html.contains(&format!("width:max({n}0pt,")), "{html}");
        let name = format!("form-{label}-item-1-part-a.svg");
        assert!(tree.figure.markdown.0.ends_with(&format!("]({name})")));
        for option in &leaf.response.options {
            // 96 pixels are 72 points, and 72 points are six times the type.
            assert!(option.text.html.0.contains("width:max(72pt,6em)"));
        }
        let files = composer.images(form);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let wanted = ["a", "b-a", "b-b"].map(|part| format!("form-{label}-item-1-part-{part}.svg"));
        assert_eq!(names, wanted);
        assert!(files.iter().all(|file| file.bytes == LEAF.as_bytes()));
        assert!(composer.figures(form).is_empty());
    }
}

#[test]
fn a_plan_keeps_its_images() {
    let set = set(BANK);
    let plan = serde_json::to_string(&set).unwrap();
    let again: FormSet = serde_json::from_str(&plan).unwrap();
    assert!(again == set && again.check().is_ok());
    assert_eq!(set.images.len(), 2);
    let mut bare = again.clone();
    bare.images.remove("beech.svg");
    assert!(bare.check().is_err());
    let mut damaged = again.clone();
    damaged.images.get_mut("beech.svg").unwrap().data.push('*');
    assert!(damaged.check().is_err());
    let mut turned = again;
    let record = turned.images.get_mut("beech.svg").unwrap();
    record.kind = isoform::bank::image::ImageKind::Png;
    assert!(turned.check().is_err());
}

#[test]
fn the_digest_of_a_bank_knows_its_images() {
    let one = load(BANK).unwrap().digest;
    let other = BANK.replace("beech.svg", "beech.png");
    // A file that cannot be read is told of where it is shown.
    let without = load(&other).unwrap();
    assert_ne!(one, without.digest);
    assert!(without.images.get("beech.png").is_err());
}

#[test]
fn what_cannot_be_shown_is_said_where_it_is_written() {
    let figure = |image: &str| {
        let keys = format!("    figure: {{alt: A leaf., image: {{{image}}}}}\n    answer: n\n");
        let (head, _) = BANK.split_once("    parts:").unwrap();
        format!("{head}{keys}").replace("vary: {n: 1..9, leaf: row of leaves}", "vary: {n: 1..9}")
    };
    assert!(load(&figure("file: beech.svg")).is_ok());
    for (image, code, words) in [
        ("file: beach.svg", Code::CannotRead, "there is none"),
        ("file: ../beech.svg", Code::CannotRead, "outside the bank"),
        ("file: /beech.svg", Code::CannotRead, "disk's root"),
        ("file: script.svg", Code::CannotRead, "<script"),
        ("file: beech.gif", Code::UnknownName, "beech"),
        ("file: n", Code::TypeMismatch, "text"),
        ("width: 3", Code::MissingKey, "file"),
        ("file: beech.svg, height: 3", Code::UnknownKey, "height"),
        ("file: beech.svg, width: wide", Code::UnknownName, "wide"),
    ] {
        let found = load(&figure(image)).unwrap_err();
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.code, one.message.clone()))
            .collect();
        assert!(
            found
                .iter()
                .any(|(found, text)| *found == code && text.contains(words)),
            "{image}: {found:?}"
        );
    }
    let sized = figure("file: beech.svg").replace("image:", "size: [3, 4], image:");
    assert!(load(&sized).is_err());
}

#[test]
fn an_image_of_a_draw_that_does_not_exist_is_an_error_of_that_draw() {
    for (file, words) in [
        ("\"leaf\" + text(n) + \".svg\"", "must stand whole"),
        ("if n == 3 then \"script.svg\" else \"beech.svg\"", "script"),
    ] {
        let text = BANK.replace("file: leaf.file, width: 10*n", &format!("file: '{file}'"));
        let bank = load(&text).unwrap();
        let examined = isoform::lint::examine(
            &bank,
            &bank.items[0],
            &isoform::lint::census::Limits::default(),
        );
        let said: Vec<&String> = examined.messages.iter().map(|one| &one.message).collect();
        assert!(said.iter().any(|said| said.contains(words)), "{said:?}");
    }
    let wide = BANK.replace("10*n", "100*n");
    let bank = load(&wide).unwrap();
    let limits = isoform::lint::census::Limits::default();
    let examined = isoform::lint::examine(&bank, &bank.items[0], &limits);
    let said = examined.messages.iter().map(|one| one.message.clone());
    assert!(
        said.into_iter()
            .any(|said| said.contains("440 points wide"))
    );
}
