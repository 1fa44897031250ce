//! English plurals (Quirk, Greenbaum, Leech & Svartvik 1985, chapter 5).

/// Nouns of school texts with plurals of their own; compounds of them follow.
const IRREGULAR: [(&str, &str); 52] = [
    ("person", "people"),
    ("child", "children"),
    ("woman", "women"),
    ("man", "men"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("goose", "geese"),
    ("mouse", "mice"),
    ("louse", "lice"),
    ("ox", "oxen"),
    ("die", "dice"),
    ("quiz", "quizzes"),
    ("calf", "calves"),
    ("half", "halves"),
    ("leaf", "leaves"),
    ("loaf", "loaves"),
    ("thief", "thieves"),
    ("shelf", "shelves"),
    ("elf", "elves"),
    ("self", "selves"),
    ("wolf", "wolves"),
    ("scarf", "scarves"),
    ("hoof", "hooves"),
    ("knife", "knives"),
    ("life", "lives"),
    ("wife", "wives"),
    ("potato", "potatoes"),
    ("tomato", "tomatoes"),
    ("hero", "heroes"),
    ("echo", "echoes"),
    ("volcano", "volcanoes"),
    ("mosquito", "mosquitoes"),
    ("radius", "radii"),
    ("nucleus", "nuclei"),
    ("cactus", "cacti"),
    ("fungus", "fungi"),
    ("stimulus", "stimuli"),
    ("vertex", "vertices"),
    ("index", "indices"),
    ("matrix", "matrices"),
    ("axis", "axes"),
    ("basis", "bases"),
    ("analysis", "analyses"),
    ("hypothesis", "hypotheses"),
    ("crisis", "crises"),
    ("ellipsis", "ellipses"),
    ("phenomenon", "phenomena"),
    ("criterion", "criteria"),
    ("bacterium", "bacteria"),
    ("polyhedron", "polyhedra"),
    ("passer-by", "passers-by"),
    ("bus", "buses"),
];

/// Nouns with one form for both, units by their symbols among them.
const INVARIABLE: [&str; 25] = [
    "sheep",
    "deer",
    "fish",
    "moose",
    "salmon",
    "trout",
    "shrimp",
    "aircraft",
    "spacecraft",
    "series",
    "species",
    "offspring",
    "dice",
    "hertz",
    "siemens",
    "mm",
    "cm",
    "dm",
    "km",
    "mg",
    "kg",
    "ml",
    "dl",
    "cl",
    "°C",
];

/// Nouns that only look like compounds of `man`, `foot`, `ox`, `elf`, `die`, `life` and the like.
const REGULAR: [&str; 15] = [
    "human", "german", "roman", "shaman", "talisman", "caiman", "norman", "ottoman", "box", "fox",
    "belief", "mongoose", "columbus", "omnibus", "syllabus",
];

/// The plural of an English noun: irregular ones, compounds and `-s`, `-es`, `-ies`. In `slice of
/// bread` and in `square foot` the right word changes.
pub fn plural(noun: &str) -> String {
    if let Some((head, rest)) = noun.split_once(" of ") {
        return format!("{} of {rest}", plural(head));
    }
    let lower = noun.to_lowercase();
    let last = lower.rsplit([' ', '-']).next().unwrap_or(&lower);
    if INVARIABLE.contains(&last) || last.ends_with("fish") || noun.is_empty() {
        return noun.to_owned();
    }
    if !REGULAR.contains(&last)
        && let Some((one, many)) = IRREGULAR.iter().find(|(one, _)| is_compound(&lower, one))
    {
        // What precedes stays as written; of the word itself, a capital at its start.
        let kept = noun.len().saturating_sub(one.len());
        let (Some(before), Some(written)) = (noun.get(..kept), noun.get(kept..)) else {
            return format!("{noun}s");
        };
        return match many.split_at_checked(1) {
            Some((first, rest)) if written.starts_with(char::is_uppercase) => {
                format!("{before}{}{rest}", first.to_uppercase())
            }
            _ => format!("{before}{many}"),
        };
    }
    regular(noun, &lower)
}

/// Whether `noun` is `one` or ends in it as a part of its own: policeman, eyetooth, grandchild.
fn is_compound(noun: &str, one: &str) -> bool {
    // Short words end many others by accident: `elf` in shelf, `die` in birdie.
    let free = |before: &str| before.is_empty() || before.ends_with([' ', '-']) || one.len() > 3;
    noun.strip_suffix(one)
        .is_some_and(|before| free(before) || (one == "man" && !before.is_empty()))
}

fn regular(noun: &str, lower: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if let Some(stem) = noun.strip_suffix(['y', 'Y'])
        && !stem.is_empty()
        && !stem.to_lowercase().ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    if ends(&["s", "x", "z", "ch", "sh"]) && !ends(&["stomach", "monarch", "epoch", "loch"]) {
        return format!("{noun}es");
    }
    format!("{noun}s")
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn nouns_of_school_texts() {
        for (one, many) in [
            ("apple", "apples"),
            ("box", "boxes"),
            ("class", "classes"),
            ("peach", "peaches"),
            ("brush", "brushes"),
            ("cherry", "cherries"),
            ("day", "days"),
            ("key", "keys"),
            ("photo", "photos"),
            ("roof", "roofs"),
            ("belief", "beliefs"),
            ("child", "children"),
            ("grandchild", "grandchildren"),
            ("Person", "People"),
            ("snowman", "snowmen"),
            ("woman", "women"),
            ("human", "humans"),
            ("fireman", "firemen"),
            ("goose", "geese"),
            ("mongoose", "mongooses"),
            ("bookshelf", "bookshelves"),
            ("ox", "oxen"),
            ("fox", "foxes"),
            ("birdie", "birdies"),
            ("die", "dice"),
            ("square foot", "square feet"),
            ("slice of bread", "slices of bread"),
            ("loaf of bread", "loaves of bread"),
            ("sheep", "sheep"),
            ("goldfish", "goldfish"),
            ("cm", "cm"),
            ("square cm", "square cm"),
            ("vertex", "vertices"),
            ("stomach", "stomachs"),
            ("quiz", "quizzes"),
            ("bus", "buses"),
            ("US dollar", "US dollars"),
            ("", ""),
        ] {
            assert_eq!(plural(one), many, "{one}");
        }
    }
}
