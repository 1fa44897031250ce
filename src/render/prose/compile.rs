//! The walk from Markdown events to segments.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::error::{ProseError, ProseErrorKind};
use super::formula::Formula;
use super::html::HtmlWriter;
use super::join::{Joined, Mark, Run};
use super::markdown::MarkdownWriter;
use super::plain::PlainWriter;
use super::segment::Segment;
use super::{Flow, Prose, ProsePiece};

/// An output language. Blocks and inlines arrive in order and balanced.
pub(super) trait Writer {
    /// `source` begins with the element's own source text.
    fn start(&mut self, tag: &Tag<'_>, source: &str, joined: &Joined<'_>);
    fn end(&mut self, tag: TagEnd, joined: &Joined<'_>);
    /// `next` is the character that follows in the source.
    fn run(&mut self, run: &Run<'_, '_>, next: Option<char>);
    fn code(&mut self, runs: &[Run<'_, '_>]);
    fn formula(&mut self, formula: &Formula<'_>);
    fn soft_break(&mut self);
    fn hard_break(&mut self);
    fn rule(&mut self);
}

pub(super) fn compile(pieces: &[ProsePiece<'_>], flow: Flow) -> Result<Prose, Vec<ProseError>> {
    let joined = Joined::new(pieces)?;
    let options = Options::ENABLE_TABLES | Options::ENABLE_MATH | Options::ENABLE_STRIKETHROUGH;
    let mut events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(&joined.text, options)
        .into_offset_iter()
        .collect();
    if flow == Flow::Line && is_one_paragraph(&events) {
        events.pop();
        events.remove(0);
    }
    let mut html = HtmlWriter::default();
    let mut markdown = MarkdownWriter::default();
    let mut plain = PlainWriter::default();
    let mut errors = Vec::new();
    let mut in_code = false;
    for (event, range) in &events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => errors.extend(loose_dollar(range, &joined)),
            _ => {}
        }
        let writers: [&mut dyn Writer; 3] = [&mut html, &mut markdown, &mut plain];
        errors.extend(
            write(event, range, &joined, writers)
                .err()
                .into_iter()
                .flatten(),
        );
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let html = html.out.finish();
    let errors = lost(&joined, &html);
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Prose {
        html,
        markdown: markdown.finish(),
        text: plain.out.finish(),
        blanks: joined.blank_names().map(Into::into).collect(),
    })
}

/// Values and blanks that no one would see, in an address that is not printed for instance.
fn lost(joined: &Joined<'_>, html: &[Segment]) -> Vec<ProseError> {
    let mut holes: HashMap<u32, usize> = HashMap::new();
    let mut blanks: HashSet<u32> = HashSet::new();
    for segment in html {
        match segment {
            Segment::Static(_) => {}
            Segment::Hole { index, .. } => *holes.entry(*index).or_default() += 1,
            Segment::Blank { number, .. } => _ = blanks.insert(*number),
        }
    }
    let mut is_lost = |mark: Mark<'_>| match mark {
        Mark::Blank { number, .. } => !blanks.contains(&number),
        Mark::Hole { index, .. } => match holes.get_mut(&index) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        },
    };
    let lost = joined.marks().filter(|(mark, _)| is_lost(*mark));
    lost.map(|(_, range)| ProseError {
        kind: ProseErrorKind::LostValue,
        range,
    })
    .collect()
}

fn is_one_paragraph(events: &[(Event<'_>, Range<usize>)]) -> bool {
    let paragraphs = events
        .iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)));
    matches!(events.first(), Some((Event::Start(Tag::Paragraph), _)))
        && matches!(events.last(), Some((Event::End(TagEnd::Paragraph), _)))
        && paragraphs.count() == 1
}

fn write(
    event: &Event<'_>,
    range: &Range<usize>,
    joined: &Joined<'_>,
    mut writers: [&mut dyn Writer; 3],
) -> Result<(), Vec<ProseError>> {
    let source = joined.text.get(range.clone()).unwrap_or_default();
    let mut each = |action: &mut dyn FnMut(&mut dyn Writer)| {
        for writer in &mut writers {
            action(&mut **writer);
        }
    };
    match event {
        Event::Start(tag) => each(&mut |writer| writer.start(tag, source, joined)),
        Event::End(tag) => each(&mut |writer| writer.end(*tag, joined)),
        Event::Text(text) => {
            let next = joined
                .text
                .get(range.end..)
                .and_then(|rest| rest.chars().next());
            each(&mut |writer| runs(writer, text, next, joined));
        }
        // Markup of the author's is shown as he typed it.
        Event::Html(text) | Event::InlineHtml(text) => {
            for (number, line) in text.trim_end().split('\n').enumerate() {
                each(&mut |writer| {
                    if number > 0 {
                        writer.soft_break();
                    }
                    runs(writer, line.trim(), None, joined);
                });
            }
        }
        Event::Code(text) => {
            let runs = joined.runs(text);
            each(&mut |writer| writer.code(&runs));
        }
        Event::InlineMath(latex) | Event::DisplayMath(latex) => {
            let display = matches!(event, Event::DisplayMath(_));
            let formula = Formula::compile(latex, display, range, joined)?;
            each(&mut |writer| writer.formula(&formula));
        }
        Event::SoftBreak => each(&mut |writer| writer.soft_break()),
        Event::HardBreak => each(&mut |writer| writer.hard_break()),
        Event::Rule => each(&mut |writer| writer.rule()),
        // The parser makes these only with options that are off.
        Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
    }
    Ok(())
}

fn runs(writer: &mut dyn Writer, text: &str, next: Option<char>, joined: &Joined<'_>) {
    let runs = joined.runs(text);
    for (at, run) in runs.iter().enumerate() {
        let follower = match runs.get(at + 1) {
            Some(Run::Text(text)) => text.chars().next(),
            // A value or a blank counts as a letter.
            Some(Run::Mark(_)) => Some('x'),
            None => next,
        };
        writer.run(run, follower);
    }
}

/// Text in which a `$` is left over: the parser found no partner for it.
fn loose_dollar(range: &Range<usize>, joined: &Joined<'_>) -> Option<ProseError> {
    let source = joined.text.get(range.clone())?;
    let at = range.start + source.find('$')?;
    let before = joined.text.get(..at)?;
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    (backslashes % 2 == 0).then(|| ProseError {
        kind: ProseErrorKind::LooseDollar,
        range: joined.origin(at..at + 1),
    })
}
