//! A key matches its paper: both are printed, read again as a marker reads them, and what the key
//! says is handed in as the answer to what the paper asks. It must earn every point.

mod paper;
#[path = "../set/mod.rs"]
mod set;

use isoform::form::set::PlacedItem;
use isoform::instance::response::{ResponseRecord, Verdict};
use isoform::render::compose::Composer;
use isoform::render::messages::Messages;
use isoform::render::pages::{Format, Page, Pages, Surroundings};
use isoform::render::paper::{Paper, Setting};
use isoform::render::view::SchoolView;
use isoform::value::notation::Language;

use paper::{Block, blocks};

/// How many forms of each bank are read.
const FORMS: usize = 4;

/// Every way to answer, with signs that Markdown would take for its own.
const KINDS: &str = "tests/reread/kinds.yaml";

#[test]
fn keys_score_all_points_on_their_papers() {
    let mut banks = vec![KINDS.to_owned()];
    banks.extend(set::published());
    let threads = banks.into_iter().map(|path| {
        std::thread::spawn(move || {
            let read = reread(&path);
            assert!(read > 0, "{path}: nothing was read");
        })
    });
    for thread in threads.collect::<Vec<_>>() {
        thread.join().unwrap();
    }
}

fn reread(path: &str) -> usize {
    let bank = set::bank(path);
    let set = set::everything(&bank, 11, FORMS);
    let language = Language::from_tag(&set.bank.language).unwrap();
    // English page furniture, so that "Answer:" can be found.
    let messages = Messages::of("en");
    let (page, school) = (
        Setting::on(Paper::A4).view("quiz", "en"),
        SchoolView::default(),
    );
    let around = Surroundings {
        page: &page,
        school: &school,
        messages: &messages,
    };
    let pages = Pages::new(&[]).unwrap();
    let composer = Composer::new(&set).unwrap();
    let mut read = 0;
    for form in &set.forms {
        let context = pages.form(&composer.form(form), around).unwrap();
        let print = |page| pages.render(page, Format::Markdown, &context).unwrap();
        let (paper, key) = (blocks(&print(Page::Form)), blocks(&print(Page::Key)));
        assert_eq!(
            (paper.len(), key.len()),
            (form.items.len(), form.items.len())
        );
        for (at, item) in form.items.iter().enumerate() {
            let model = &set.models[set.slots[at].model];
            read += usize::from(
                agrees(&model.response, item, &paper[at], &key[at], language).unwrap_or_else(
                    |wrong| {
                        panic!(
                            "{path}, {}, form {}: {wrong}\n== paper\n{}\n== key\n{}",
                            model.id, form.label, paper[at].text, key[at].text
                        )
                    },
                ),
            );
        }
    }
    read
}

/// Whether the key was scored: a text that a person marks is not.
fn agrees(
    response: &ResponseRecord,
    item: &PlacedItem,
    paper: &Block,
    key: &Block,
    language: &'static Language,
) -> Result<bool, String> {
    let Some(given) = paper::given(response, paper, key)? else {
        return Ok(false);
    };
    match response.score(&item.item, language, &given) {
        Verdict::Right => Ok(true),
        verdict => Err(format!("{given:?} is {verdict:?}")),
    }
}
