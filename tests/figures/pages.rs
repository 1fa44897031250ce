//! Figures in pages and in plans.

use isoform::form::FormSet;
use isoform::render::compose::Composer;
use isoform::render::messages::Messages;
use isoform::render::pages::{Format, Page, Pages, Surroundings};
use isoform::render::paper::{Paper, Setting};
use isoform::render::view::SchoolView;

use crate::bank::{files, set, text};

const RECTANGLE: &str = "figure:\n  alt: A rectangle {{n}} cm wide [not * to scale].\n  draw:\n    - rect: {at: [0, 0], w: n, h: 1, fill: stripes}\n    - text: {at: [n/2, 0], side: below, say: \"{{n/10 | decimal}} dm\"}";

const OPTIONS: &str = "choices: 3\nmisconceptions: {one more: n + 1, two more: n + 2}\noption figure:\n  alt: A bar of {{option}} parts.\n  chart:\n    fraction-bar: {parts: option + 1, shaded: option}";

#[test]
fn a_page_shows_the_figure_and_a_file_holds_it() {
    let set = set(&text(RECTANGLE), 1);
    let composer = Composer::new(&set).unwrap();
    let pages = Pages::new(&[]).unwrap();
    let around = Surroundings {
        page: &Setting::on(Paper::A4).view("quiz", "en"),
        school: &SchoolView::default(),
        messages: &Messages::of("en"),
    };
    let form = pages.form(&composer.form(&set.forms[0]), around).unwrap();
    let file = composer.figures(&set.forms[0]).remove(0);
    assert_eq!(file.name, "form-a-item-1.svg");
    for page in [Page::Form, Page::Key] {
        let html = pages.render(page, Format::Html, &form).unwrap();
        // On a page the figure is as wide as in the file, and wider where the type is larger.
        let width = file.text.split("width=\"").nth(1).unwrap();
        let points: f64 = width.split("pt").next().unwrap().parse().unwrap();
        let style = format!("style=\"width:max({points}pt,");
        let style = html.split("<svg ").find(|svg| svg.starts_with(&style));
        let ems = style.unwrap().split("pt,").nth(1).unwrap();
        let ems: f64 = ems.split("em").next().unwrap().parse().unwrap();
        assert!((ems * 12.0 - points).abs() < 0.1, "{ems} {points}");
        let (_, drawing) = file.text.trim_end().split_once("xmlns").unwrap();
        assert!(html.contains(drawing));
        let markdown = pages.render(page, Format::Markdown, &form).unwrap();
        assert!(
            markdown.contains("cm wide \\[not \\* to scale\\].](form-a-item-1.svg)\n"),
            "{markdown}"
        );
    }
    let hatching = "id=\"form-a-item-1-stripes\"";
    assert!(file.text.contains(hatching) && file.text.contains("url(#form-a-item-1-stripes)"));
}

#[test]
fn options_are_drawn_and_ids_are_unique_on_a_page() {
    let set = set(&text(OPTIONS), 1);
    let composer = Composer::new(&set).unwrap();
    let names: Vec<String> = composer
        .figures(&set.forms[0])
        .into_iter()
        .map(|file| file.name)
        .collect();
    let expected = [
        "form-a-item-1-a.svg",
        "form-a-item-1-b.svg",
        "form-a-item-1-c.svg",
    ];
    assert_eq!(names, expected);
    let view = composer.form(&set.forms[0]);
    let mut ids = Vec::new();
    for option in &view.items[0].response.options {
        let html = &option.text.html.0;
        ids.push(
            html.split("id=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap(),
        );
        assert!(option.text.markdown.0.starts_with("![A bar of "));
    }
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

/// Two copies on a sheet: what is defined in the first may not be taken for the second's.
#[test]
fn a_figure_that_stands_twice_has_ids_of_its_own() {
    let set = set(&text(RECTANGLE), 1);
    let composer = Composer::new(&set).unwrap();
    let pages = Pages::new(&[]).unwrap();
    let setting = Setting::on(Paper::A4);
    let around = Surroundings {
        page: &setting.view("exit-ticket", "en"),
        school: &SchoolView::default(),
        messages: &Messages::of("en"),
    };
    let form = pages.form(&composer.form(&set.forms[0]), around).unwrap();
    let html = pages.render(Page::Form, Format::Html, &form).unwrap();
    let ids: Vec<&str> = html
        .split("<pattern id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(ids, ["form-a-item-1-stripes", "form-a-item-1-stripes-2"]);
    for id in ids {
        assert_eq!(html.matches(&format!("url(#{id})")).count(), 1);
    }
}

#[test]
fn a_plan_read_back_gives_the_same_figures() {
    for keys in [
        RECTANGLE,
        OPTIONS,
        "figure:\n  alt: A curve.\n  draw: [{plot: {of: 1/(x - n), from: 0, to: 10}}]",
    ] {
        let set = set(&text(keys), 3);
        let plan = serde_json::to_string(&set).unwrap();
        let again: FormSet = serde_json::from_str(&plan).unwrap();
        assert!(again == set);
        assert_eq!(files(&again), files(&set));
    }
}

#[test]
fn figures_speak_the_language_of_the_bank() {
    let keys = "figure:\n  alt: Eine Zahlengerade.\n  scale: 100\n  draw: [{number-line: {from: 0, to: 1, step: 0.5}}]";
    let german = text(keys).replace("language: en", "language: de");
    let svg = &files(&set(&german, 1))[0];
    assert_eq!(crate::bank::texts(svg), ["0,0", "0,5", "1,0"]);
}

#[test]
fn what_is_seen_in_a_figure_makes_items_different() {
    let figure = "figure:\n  alt: A figure.\n  draw: [{point: {at: [PLACE, 0]}}]";
    let plain = text(&figure.replace("PLACE", "1")).replace("Look at {{n}} and {{m}}.", "Look.");
    let same = set(&plain.replace("m: 1..20", "m: 1..1"), 40);
    let seen = |set: &FormSet| {
        let mut prints: Vec<_> = set
            .forms
            .iter()
            .map(|form| form.items[0].item.fingerprint)
            .collect();
        prints.sort();
        prints.dedup();
        prints.len()
    };
    let moved = text(&figure.replace("PLACE", "m")).replace("Look at {{n}} and {{m}}.", "Look.");
    // Nine keys; the place of the point makes more.
    assert!(seen(&same) <= 9);
    assert!(seen(&set(&moved, 40)) > 9);
}
