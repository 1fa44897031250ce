//! Writes the specimen pages into a folder, to be looked at in a browser:
//! `cargo run --example specimen -- FOLDER`.

#[path = "../tests/render/specimen/mod.rs"]
mod specimen;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use isoform::render::pages::{Format, Page, Pages};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    fs::create_dir_all(&folder)?;
    let pages = Pages::new(&[])?;
    let around = specimen::Around::usual();
    let form = pages.form(&specimen::form(), around.all())?;
    for (page, name) in [(Page::Form, "form"), (Page::Key, "key")] {
        fs::write(
            folder.join(format!("{name}.html")),
            pages.render(page, Format::Html, &form)?,
        )?;
        fs::write(
            folder.join(format!("{name}.md")),
            pages.render(page, Format::Markdown, &form)?,
        )?;
    }
    let report = specimen::parity();
    fs::write(
        folder.join("parity.html"),
        pages.parity(Format::Html, &report, around.all())?,
    )?;
    fs::write(
        folder.join("parity.md"),
        pages.parity(Format::Markdown, &report, around.all())?,
    )?;
    Ok(())
}
