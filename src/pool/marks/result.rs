//! The result of one item as a teacher writes it.

use std::fmt;

use crate::form::set::FormSet;
use crate::instance::item::Item;
use crate::instance::response::{Given, ResponseRecord, Verdict, constructed};
use crate::pool::entry::{Answered, Gave};
use crate::pool::points::Points;
use crate::value::notation::Language;

/// Why a text is no result of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResultError {
    /// It is none of the words and signs.
    Unknown,
    /// The item has only so many options.
    Option(usize),
    /// The item is not multiple choice, so no letter can be chosen.
    NoOptions,
    /// The item is worth only so many points.
    TooMuch(u32),
    /// The rubric has so many criteria.
    Levels(usize),
    /// A wrong answer is written out that the key takes for right.
    IsRight,
    /// A criterion has no such level; its name, and the levels it has.
    Level(u32, Vec<u32>),
}

const RIGHT: [&str; 5] = ["right", "correct", "✓", "✔", "+"];
const WRONG: [&str; 7] = ["wrong", "incorrect", "✗", "✘", "x", "-", "−"];
const BLANK: [&str; 3] = ["blank", "omitted", "none"];

/// Reads the result of `item`, which stands at a place (from 1) of a form of `set`: `right`,
/// `wrong` or `blank`, the letter of the option chosen, the levels of a rubric from the first
/// criterion to the last, or points. Behind `wrong` or `x` the answer may stand that was given
/// (`x 0.19`); it says which misconception is behind it.
///
/// # Errors
/// A text that is no result of this item.
pub fn result(text: &str, set: &FormSet, item: &Item, place: u32) -> Result<Answered, ResultError> {
    let Some(model) = set.models.get(item.model) else {
        return Err(ResultError::Unknown);
    };
    let worth = Points::whole(model.points);
    let answered = |gave: Gave, points: Points| Answered {
        item: place,
        gave,
        points,
        slip: None,
        met: None,
    };
    let word = text.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&&*word);
    if let Some((mark, given)) = text.trim().split_once(char::is_whitespace)
        && WRONG.contains(&&*mark.to_lowercase())
    {
        if !item.options.is_empty() {
            return Err(ResultError::Option(item.options.len()));
        }
        let given = given.trim();
        let slip = match written(given, set, item) {
            Verdict::Right => return Err(ResultError::IsRight),
            Verdict::Wrong(slip) => slip.and_then(|at| model.misconceptions.get(at)),
            _ => None,
        };
        return Ok(Answered {
            slip: slip.map(|misconception| misconception.slip.as_str().into()),
            ..answered(Gave::Wrote(given.into()), Points::NONE)
        });
    }
    // `x` may be an option's letter; no item has so many options.
    if is(&RIGHT) {
        return Ok(answered(Gave::Right, worth));
    }
    if is(&WRONG) {
        return Ok(answered(Gave::Wrong, Points::NONE));
    }
    if is(&BLANK) {
        return Ok(answered(Gave::Blank, Points::NONE));
    }
    if let Some(letter) = letter(&word) {
        if item.options.is_empty() {
            return Err(ResultError::NoOptions);
        }
        let chosen = (letter as usize).checked_sub('A' as usize);
        let chosen = chosen.and_then(|at| item.options.get(at));
        let option = chosen.ok_or(ResultError::Option(item.options.len()))?;
        let points = if option.is_key { worth } else { Points::NONE };
        let slip = option.misconception.filter(|_| !option.is_key);
        let slip = slip.and_then(|at| model.misconceptions.get(at));
        return Ok(Answered {
            slip: slip.map(|misconception| misconception.slip.as_str().into()),
            ..answered(Gave::Option(letter), points)
        });
    }
    if let ResponseRecord::Constructed {
        rubric: Some(rubric),
        ..
    } = &model.response
    {
        let parts = word.split([' ', ';', ',', '/']);
        let levels: Result<Vec<u32>, _> = parts
            .filter(|part| !part.is_empty())
            .map(str::parse)
            .collect();
        let levels = levels.map_err(|_| ResultError::Unknown)?;
        if levels.len() != rubric.criteria.len() {
            return Err(ResultError::Levels(rubric.criteria.len()));
        }
        for (level, criterion) in levels.iter().zip(&rubric.criteria) {
            let known: Vec<u32> = criterion.levels.iter().map(|(level, _)| *level).collect();
            if !known.contains(level) {
                return Err(ResultError::Level(*level, known));
            }
        }
        let verdict: Verdict = constructed::score(rubric, &levels);
        let (over, under) = verdict.points(model.points);
        let points = Points::new(over, under).ok_or(ResultError::Unknown)?;
        return Ok(Answered {
            met: constructed::is_mastery(rubric, &levels),
            ..answered(Gave::Levels(levels.into()), points)
        });
    }
    let points: Points = word.parse().map_err(|_| ResultError::Unknown)?;
    if points > worth {
        return Err(ResultError::TooMuch(model.points));
    }
    Ok(answered(Gave::Points, points))
}

/// What an answer is worth that stood on a line.
pub fn written(text: &str, set: &FormSet, item: &Item) -> Verdict {
    let Some(model) = set.models.get(item.model) else {
        return Verdict::Invalid;
    };
    let language = Language::from_tag(&set.bank.language).unwrap_or(Language::ENGLISH);
    let given = Given::Text(text.to_owned());
    model.response.score(item, language, &given)
}

/// A single letter, as a capital.
fn letter(word: &str) -> Option<char> {
    let mut letters = word.chars();
    let first = letters.next().filter(char::is_ascii_alphabetic)?;
    letters.next().is_none().then(|| first.to_ascii_uppercase())
}

impl ResultError {
    /// What to type instead.
    pub fn help(&self) -> String {
        match self {
            Self::Unknown => "write right, wrong or blank, the letter of the option chosen, the level reached, or points".to_owned(),
            Self::NoOptions => "write right, wrong or blank, or points".to_owned(),
            Self::Option(count) => {
                let last = u32::try_from(*count).ok().and_then(|n| char::from_u32(64 + n));
                format!("its options are A to {}", last.unwrap_or('A'))
            }
            Self::IsRight => "write right, or correct the answer behind the sign".to_owned(),
            Self::TooMuch(_) => "points of an item are a whole number, a decimal or a fraction".to_owned(),
            Self::Levels(1) => "write one level, such as 3".to_owned(),
            Self::Levels(_) => "write one level for each criterion, in the order of the rubric: 3 2 4".to_owned(),
            Self::Level(_, known) => {
                let known: Vec<String> = known.iter().map(u32::to_string).collect();
                format!("its levels are {}", known.join(", "))
            }
        }
    }
}

impl fmt::Display for ResultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => write!(f, "this is no result of an item"),
            Self::Option(count) => write!(f, "this item has only {count} options"),
            Self::NoOptions => write!(f, "this item has no options to choose from"),
            Self::IsRight => write!(f, "the key takes this answer for right"),
            Self::TooMuch(1) => write!(f, "this item is worth 1 point"),
            Self::TooMuch(points) => write!(f, "this item is worth {points} points"),
            Self::Levels(1) => write!(f, "this item is marked by one level"),
            Self::Levels(count) => write!(f, "this item is marked by {count} levels"),
            Self::Level(level, _) => write!(f, "the rubric has no level {level}"),
        }
    }
}

impl std::error::Error for ResultError {}
