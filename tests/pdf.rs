//! PDF files, in builds with the feature `pdf`: `cargo test --features pdf --test pdf`.
#![cfg(feature = "pdf")]

mod set;
#[path = "pdf/reading.rs"]
mod reading;

use isoform::form::FormSet;
use isoform::render::compose::Composer;
use isoform::render::mathml;
use isoform::render::messages::Messages;
use isoform::render::pages::{Format, Page, Pages, Surroundings};
use isoform::render::paper::{Paper, Setting, Spacing, WorkSpace};
use isoform::render::pdf::pdf;
use isoform::render::stack::stack;
use isoform::render::typst::{markup, write};
use isoform::render::view::SchoolView;

use reading::{pages, poppler};

/// The text of one page of the bundled quiz.
fn typst(set: &FormSet, setting: Setting, layout: &str, page: Page) -> (String, String) {
    let messages = Messages::of("en");
    let view = Composer::new(set).unwrap().form(&set.forms[0]);
    let school = SchoolView {
        name: "Hill & Dale #1 School".to_owned(),
        ..SchoolView::default()
    };
    let around = Surroundings {
        page: &setting.view(layout, "en"),
        school: &school,
        messages: &messages,
    };
    let all = Pages::speaking(&[], &messages).unwrap();
    let form = all.form(&view, around).unwrap();
    (all.render(page, Format::Typst, &form).unwrap(), view.id)
}

/// Every page of every layout meets PDF/UA-1, is the same twice, and has the ID on every page.
#[test]
fn every_layout_is_set() {
    let set = set::assembled(set::BANK, 7, 1);
    let usual = Setting::on(Paper::Letter);
    let mut large = Setting::on(Paper::A4);
    large.large = true;
    large.spacing = Spacing::Dyslexia;
    let mut single = usual;
    single.single = true;
    let mut half = usual;
    half.work = WorkSpace::Half;
    for (setting, layout, page, least) in [
        (usual, "quiz", Page::Form, 2),
        (usual, "quiz", Page::Key, 2),
        (usual, "quiz", Page::Guide, 3),
        (usual, "quiz", Page::Sheet, 1),
        (usual, "practice", Page::Form, 2),
        (usual, "exit-ticket", Page::Form, 1),
        (large, "quiz", Page::Form, 4),
        (large, "quiz", Page::Sheet, 1),
        (single, "quiz", Page::Form, 10),
        (half, "quiz", Page::Form, 5),
    ] {
        let (text, id) = typst(&set, setting, layout, page);
        let file = pdf(&text).unwrap_or_else(|error| panic!("{layout} {page:?}: {error}"));
        assert_eq!(file, pdf(&text).unwrap(), "{layout} {page:?} twice");
        assert!(file.starts_with(b"%PDF-1.7"));
        let count = pages(&file);
        assert!(count >= least, "{layout} {page:?}: {count} pages");
        let Some(read) = poppler(&file) else { continue };
        assert_eq!(read.len(), count);
        for (number, page) in read.iter().enumerate() {
            assert!(
                page.contains(&id),
                "no ID on page {} of {layout}",
                number + 1
            );
            let foot = format!("Page {} of {count}", number + 1);
            assert!(page.contains(&foot), "no `{foot}`");
        }
        assert!(read[0].contains("Hill & Dale #1 School"));
    }
}

/// Pages are counted anew for every paper, and every paper begins a sheet.
#[test]
fn a_stack_begins_every_paper_on_a_sheet() {
    let set = set::assembled(set::BANK, 7, 2);
    let messages = Messages::of("en");
    let composer = Composer::new(&set).unwrap();
    let views: Vec<_> = set.forms.iter().map(|form| composer.form(form)).collect();
    let setting = Setting::on(Paper::A4);
    let mut page = setting.view("quiz", "en");
    let view = stack(&views, 3, None, &setting, &mut page);
    let school = SchoolView::default();
    let around = Surroundings {
        page: &page,
        school: &school,
        messages: &messages,
    };
    let all = Pages::speaking(&[], &messages).unwrap();
    let file = pdf(&all.stack(Format::Typst, &view, around).unwrap()).unwrap();
    let Some(read) = poppler(&file) else { return };
    let first: Vec<usize> = (0..read.len())
        .filter(|at| read[*at].contains("Page 1 of"))
        .collect();
    assert_eq!(first.len(), 3, "{} pages", read.len());
    assert!(first.iter().all(|at| at % 2 == 0), "{first:?}");
    for (paper, at) in first.iter().enumerate() {
        assert!(read[*at].contains(&views[paper % 2].id));
    }
}

/// Formulas of every kind that LaTeX of a bank may hold are set without a warning.
#[test]
fn formulas_are_set() {
    let messages = Messages::of("en");
    let mut text = "#set document(title: \"Formulas\")\n".to_owned();
    let (style, _) = typst(
        &set::assembled(set::BANK, 7, 1),
        Setting::on(Paper::A4),
        "quiz",
        Page::Form,
    );
    text.push_str(style.split("#show: setting").next().unwrap());
    text.push_str("#show: setting.with(\"Formulas\")\n= Formulas\n");
    for latex in reading::FORMULAS {
        for display in [false, true] {
            let formula = mathml::convert(latex, display).unwrap();
            let written = write(&formula, &messages);
            assert!(written.unknown.is_empty(), "{latex}: {:?}", written.unknown);
            text.push_str(&format!("\n{}\n", written.text));
            pdf(&text).unwrap_or_else(|error| panic!("{latex}: {error}"));
            let end = text.trim_end().rfind('\n').unwrap();
            text.truncate(end);
        }
    }
}

/// What tries to be more than text is read back as it was written.
#[test]
fn hostile_text_is_only_text() {
    let hostile = [
        "#import \"x\"",
        "= heading",
        "1. list - not",
        "/ term: words",
        "$x$ *b* _e_ @ref <label>",
        "http://x.example // comment /* more */",
        "a \\ b ~ -- --- ... 'q' \"r\"",
        "]; #panic() [ #{ }",
        "{{7*7}} {% raw %} \\u{41}",
    ];
    for text in hostile {
        let mut file = format!(
            "#set document(title: \"{}\")\n#set smartquote(enabled: false)\n= T\n",
            "x"
        );
        markup(text, &mut file);
        file.push_str("\n\n#strong[");
        markup(text, &mut file);
        file.push_str("];(x).y\n");
        let file = pdf(&file).unwrap_or_else(|error| panic!("{text}: {error}"));
        let Some(read) = poppler(&file) else { continue };
        assert!(read[0].matches(text).count() == 2, "{text}: {}", read[0]);
        assert!(read[0].contains("(x).y"));
    }
}

/// Type of large print is 18 point at least, formulas too.
#[test]
fn large_print_is_large() {
    let set = set::assembled(set::BANK, 7, 1);
    let mut large = Setting::on(Paper::Letter);
    large.large = true;
    for (setting, least) in [(large, 17.9), (Setting::on(Paper::Letter), 10.4)] {
        let (text, _) = typst(&set, setting, "quiz", Page::Form);
        let Some(sizes) = reading::sizes(&pdf(&text).unwrap()) else {
            return;
        };
        assert!(!sizes.is_empty());
        let smallest = sizes.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(smallest >= least, "{smallest} pt");
    }
}

#[test]
fn mistakes_are_reported_with_their_line() {
    for (text, line) in [
        ("#set document(title: \"t\")\n= T\n#nothing()\n", 3),
        (
            "#set document(title: \"t\")\n= T\n#read(\"/etc/passwd\")\n",
            3,
        ),
        ("#set document(title: \"t\")\n= T\n#image(\"a.svg\")\n", 3),
        ("#set document(title: \"t\")\n= T\n$x$\n", 3),
        (
            "#set document(title: \"t\")\n#set text(font: \"No such font\")\n= T\n",
            2,
        ),
        ("= No title\n", 0),
        ("#import \"@preview/cetz:0.3.0\": canvas\n", 1),
    ] {
        let error = pdf(text).unwrap_err();
        assert_eq!(error.line, line, "{error}");
        assert!(error.to_string().starts_with("PDF: "));
    }
}
