//! French verbs by rules and short lists.

use crate::words::{Asked, WordRoad};

pub const ROADS: &[WordRoad] = &[
    ("french-regular", conjugated),
    ("french-ir", conjugated),
    ("french-re", conjugated),
    ("french-nous-form", conjugated),
    ("french-spelling", conjugated),
    ("french-irregular", conjugated),
    ("french-irregular-stems", conjugated),
    ("french-irregular-like-partir", conjugated),
    ("french-agreement", conjugated),
    ("french-agreement-spelling", conjugated),
];

fn conjugated(asked: &Asked<'_>) -> String {
    present(asked.verb(), person(asked))
}

/// The person of the subject, from 0 for je to 5 for ils.
fn person(asked: &Asked<'_>) -> usize {
    match asked.before().rsplit(", ").next().unwrap() {
        "je" | "j’" => 0,
        "tu" => 1,
        "nous" => 3,
        "vous" => 4,
        "ils" | "elles" => 5,
        with_me if with_me.ends_with(" et moi") => 3,
        with_you if with_you.ends_with(" et toi") => 4,
        many if many.contains(" et ") || many.starts_with("les ") || many.starts_with("mes ") => 5,
        _ => 2,
    }
}

/// The stem of the singular, of nous and vous, and of ils.
fn three(singular: &str, plural: &str, third: &str) -> [String; 6] {
    let forms = [
        format!("{singular}s"),
        format!("{singular}s"),
        format!("{singular}t"),
        format!("{plural}ons"),
        format!("{plural}ez"),
        format!("{third}ent"),
    ];
    forms.map(|form| {
        form.replace("tt", "t")
            .replace("dt", "d")
            .replace("§", "tt")
    })
}

fn present(verb: &str, person: usize) -> String {
    if let Some(forms) = whole(verb) {
        return forms.split(' ').nth(person).unwrap().to_owned();
    }
    if let Some(forms) = stems(verb) {
        return forms[person].clone();
    }
    let root = &verb[..verb.len() - 2];
    let endings: [&str; 6] = match &verb[root.len()..] {
        "ir" => ["is", "is", "it", "issons", "issez", "issent"],
        "re" => ["s", "s", "", "ons", "ez", "ent"],
        _ => ["e", "es", "e", "ons", "ez", "ent"],
    };
    let stem = if verb.ends_with("er") {
        spelled(verb, root, person)
    } else {
        root.to_owned()
    };
    stem + endings[person]
}

/// The stem of a verb in -er, as it is spelled before the ending of this person.
fn spelled(verb: &str, root: &str, person: usize) -> String {
    let cut = &root[..root.len() - 1];
    match person {
        3 if verb.ends_with("ger") => format!("{root}e"),
        3 if verb.ends_with("cer") => format!("{cut}ç"),
        3 | 4 => root.to_owned(),
        _ if verb.ends_with("yer") => format!("{cut}i"),
        _ if ["appeler", "rappeler", "jeter"].contains(&verb) => {
            format!("{root}{}", root.chars().last().unwrap())
        }
        _ => grave(root),
    }
}

/// `achet` and `répét` with è in the last syllable: a vowel e before one or two consonants.
fn grave(root: &str) -> String {
    let letters: Vec<char> = root.chars().collect();
    let vowel = letters
        .iter()
        .rposition(|letter| "aeiouyéè".contains(*letter));
    let Some(at) = vowel else {
        return root.to_owned();
    };
    let tail: String = letters[at + 1..].iter().collect();
    let open = match letters[at] {
        'é' => true,
        'e' => tail.len() == 1,
        _ => false,
    };
    if !open || tail.is_empty() {
        return root.to_owned();
    }
    let head: String = letters[..at].iter().collect();
    format!("{head}è{tail}")
}

/// Verbs with three stems.
fn stems(verb: &str) -> Option<[String; 6]> {
    let (front, known) = ["ap", "com", "re", "r"]
        .iter()
        .filter_map(|front| Some((*front, verb.strip_prefix(front)?)))
        .find(|(_, rest)| ["prendre", "venir"].contains(rest))
        .unwrap_or(("", verb));
    let forms = match known {
        "prendre" => three("prend", "pren", "prenn"),
        "venir" => three("vien", "ven", "vienn"),
        "tenir" => three("tien", "ten", "tienn"),
        "devoir" => three("doi", "dev", "doiv"),
        "recevoir" => three("reçoi", "recev", "reçoiv"),
        "savoir" => three("sai", "sav", "sav"),
        "voir" => three("voi", "voy", "voi"),
        "croire" => three("croi", "croy", "croi"),
        "boire" => three("boi", "buv", "boiv"),
        "lire" => three("li", "lis", "lis"),
        "écrire" => three("écri", "écriv", "écriv"),
        "mettre" => three("met", "me§", "me§"),
        "partir" => three("par", "part", "part"),
        "sortir" => three("sor", "sort", "sort"),
        "dormir" => three("dor", "dorm", "dorm"),
        "servir" => three("ser", "serv", "serv"),
        "courir" => three("cour", "cour", "cour"),
        "suivre" => three("sui", "suiv", "suiv"),
        "vivre" => three("vi", "viv", "viv"),
        "conduire" => three("condui", "conduis", "conduis"),
        _ => return None,
    };
    Some(forms.map(|form| format!("{front}{form}")))
}

/// Verbs that no rule covers.
fn whole(verb: &str) -> Option<&'static str> {
    Some(match verb {
        "être" => "suis es est sommes êtes sont",
        "avoir" => "ai as a avons avez ont",
        "aller" => "vais vas va allons allez vont",
        "faire" => "fais fais fait faisons faites font",
        "dire" => "dis dis dit disons dites disent",
        "pouvoir" => "peux peux peut pouvons pouvez peuvent",
        "vouloir" => "veux veux veut voulons voulez veulent",
        "connaître" => "connais connais connaît connaissons connaissez connaissent",
        "ouvrir" => "ouvre ouvres ouvre ouvrons ouvrez ouvrent",
        "offrir" => "offre offres offre offrons offrez offrent",
        _ => return None,
    })
}
