//! What templates of Typst pages call: Tera's side of [`crate::render::typst`].

use std::io::Write;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::messages::Messages;
use crate::render::typst;

/// Makes the filters known to the templates; formulas are told in the words of `messages`.
pub fn register(tera: &mut Tera, messages: &Messages) {
    let messages = messages.clone();
    tera.register_filter("typst", move |html: &str, _: Kwargs, _: &State| {
        Value::safe_string(&typst::write(html, &messages).text)
    });
    tera.register_filter("typst_string", string);
    tera.register_filter("typst_source", source);
    tera.register_filter("typst_picture", picture);
}

/// The filter `typst_string`: plain text as a string of Typst code.
fn string(text: &str, _: Kwargs, _: &State) -> Value {
    Value::safe_string(&typst::quoted(text))
}

/// The filter `typst_source`: an SVG element as a string of Typst code.
fn source(svg: &str, _: Kwargs, _: &State) -> Value {
    Value::safe_string(&typst::quoted(&typst::standing_alone(svg)))
}

/// The filter `typst_picture`: an image in an address as an SVG, in a string of Typst code.
fn picture(address: &str, _: Kwargs, _: &State) -> TeraResult<Value> {
    let svg = typst::of_address(address);
    let svg = svg.ok_or_else(|| tera::Error::message("a picture is no address of an image"))?;
    Ok(Value::safe_string(&typst::quoted(&svg)))
}

/// What Tera escapes plain text with in Typst.
pub fn escape(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len());
    typst::markup(text, &mut escaped);
    out.write_all(escaped.as_bytes())
}
