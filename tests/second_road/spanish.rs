//! Spanish verbs by rules and short lists; the bank itself has every form in a table.

use crate::words::{Asked, WordRoad};

pub const ROADS: &[WordRoad] = &[
    ("present-regular", |asked| {
        present(asked.verb(), person(asked))
    }),
    ("present-stem-change", |asked| {
        present(asked.verb(), person(asked))
    }),
    ("present-yo", |asked| present(asked.verb(), person(asked))),
    ("present-agreement", |asked| {
        present(asked.verb(), person(asked))
    }),
    ("preterite-regular", |asked| {
        preterite(asked.verb(), person(asked))
    }),
    ("preterite-spelling", |asked| {
        preterite(asked.verb(), person(asked))
    }),
    ("preterite-irregular", |asked| {
        preterite(asked.verb(), person(asked))
    }),
    ("preterite-third-person", |asked| {
        preterite(asked.verb(), person(asked))
    }),
    ("preterite-accents", |asked| {
        preterite(asked.verb(), person(asked))
    }),
    ("imperfect-regular", |asked| {
        imperfect(asked.verb(), person(asked))
    }),
    ("imperfect-irregular", |asked| {
        imperfect(asked.verb(), person(asked))
    }),
    ("name-the-tense", |asked| tense(asked.bold[0]).to_owned()),
    ("who-did-it", |asked| who(asked.bold[0]).to_owned()),
];

/// The persons, in the order of all endings here.
#[derive(Clone, Copy, PartialEq)]
enum Person {
    Yo,
    Tu,
    El,
    Nosotros,
    Ellos,
}
use Person::{El, Ellos, Nosotros, Tu, Yo};

/// The person of the subject, which stands right before the gap.
fn person(asked: &Asked<'_>) -> Person {
    let before = asked.before();
    let clause = before.rsplit(", ").next().unwrap();
    let days = [
        "cada lunes ",
        "cada jueves ",
        "cada sábado ",
        "cada domingo ",
    ];
    let subject = days.iter().find_map(|day| clause.strip_prefix(day));
    match subject.unwrap_or(clause) {
        "yo" => Yo,
        "tú" => Tu,
        "nosotros" | "nosotras" => Nosotros,
        "ellos" | "ustedes" => Ellos,
        joined if joined.ends_with(" y yo") => Nosotros,
        many if many.contains(" y ") || many.starts_with("mis ") || many.starts_with("las ") => {
            Ellos
        }
        _ => El,
    }
}

fn ending(person: Person, list: &str) -> &str {
    list.split(' ').nth(person as usize).unwrap()
}

/// The infinitive without its ending, and whether that is -ar, -er or -ir.
fn root(infinitive: &str) -> (&str, char) {
    let plain = infinitive.strip_suffix("ír").map(|root| (root, 'i'));
    plain.unwrap_or_else(|| {
        let root = &infinitive[..infinitive.len() - 2];
        (root, infinitive[root.len()..].chars().next().unwrap())
    })
}

/// The root with its last `old` made `new`.
fn changed(root: &str, old: char, new: &str) -> String {
    let at = root.rfind(old).unwrap();
    format!("{}{new}{}", &root[..at], &root[at + 1..])
}

const O_UE: &str = "contar encontrar recordar almorzar volver dormir probar mostrar mover devolver \
                    soñar colgar poder";
const E_IE: &str = "pensar cerrar empezar comenzar calentar regar entender perder encender querer \
                    preferir sentir recomendar sugerir tener venir";
const E_I: &str = "pedir servir repetir seguir medir elegir conseguir corregir despedir decir";

fn listed(list: &str, verb: &str) -> bool {
    list.split_whitespace().any(|known| known == verb)
}

fn present(verb: &str, person: Person) -> String {
    let (root, class) = root(verb);
    let whole = match verb {
        "ser" => Some("soy eres es somos son"),
        "ir" => Some("voy vas va vamos van"),
        "estar" => Some("estoy estás está estamos están"),
        "oír" => Some("oigo oyes oye oímos oyen"),
        _ => None,
    };
    if let Some(forms) = whole {
        return ending(person, forms).to_owned();
    }
    if person == Yo {
        let own = match verb {
            "saber" => Some("sé".to_owned()),
            "dar" => Some("doy".to_owned()),
            "ver" => Some("veo".to_owned()),
            "traer" => Some("traigo".to_owned()),
            "hacer" => Some("hago".to_owned()),
            "decir" => Some("digo".to_owned()),
            "poner" | "salir" | "tener" | "venir" => Some(format!("{root}go")),
            "seguir" | "conseguir" => Some(changed(&root[..root.len() - 1], 'e', "i") + "o"),
            "elegir" | "corregir" => Some(changed(&root.replace('g', "j"), 'e', "i") + "o"),
            _ if verb.ends_with("cer") || verb.ends_with("cir") => {
                Some(format!("{}zco", &root[..root.len() - 1]))
            }
            _ => None,
        };
        if let Some(form) = own {
            return form;
        }
    }
    let stressed = person != Nosotros;
    let stem = if !stressed {
        root.to_owned()
    } else if listed(O_UE, verb) {
        changed(root, 'o', "ue")
    } else if verb == "jugar" {
        changed(root, 'u', "ue")
    } else if listed(E_IE, verb) {
        changed(root, 'e', "ie")
    } else if listed(E_I, verb) {
        changed(root, 'e', "i")
    } else if verb.ends_with("uir") && !verb.ends_with("guir") {
        format!("{root}y")
    } else {
        root.to_owned()
    };
    let endings = match class {
        'a' => "o as a amos an",
        'e' => "o es e emos en",
        _ => "o es e imos en",
    };
    stem + ending(person, endings)
}

fn preterite(verb: &str, person: Person) -> String {
    let (root, class) = root(verb);
    let whole = match verb {
        "ser" | "ir" => Some("fui fuiste fue fuimos fueron"),
        "dar" => Some("di diste dio dimos dieron"),
        "ver" => Some("vi viste vio vimos vieron"),
        "hacer" => Some("hice hiciste hizo hicimos hicieron"),
        _ => None,
    };
    if let Some(forms) = whole {
        return ending(person, forms).to_owned();
    }
    let strong = match verb {
        "tener" => Some("tuv"),
        "estar" => Some("estuv"),
        "andar" => Some("anduv"),
        "poder" => Some("pud"),
        "poner" => Some("pus"),
        "saber" => Some("sup"),
        "querer" => Some("quis"),
        "venir" => Some("vin"),
        "decir" => Some("dij"),
        "traer" => Some("traj"),
        "conducir" => Some("conduj"),
        "traducir" => Some("traduj"),
        "producir" => Some("produj"),
        _ => None,
    };
    if let Some(stem) = strong {
        let last = if stem.ends_with('j') { "eron" } else { "ieron" };
        return format!("{stem}{}", ending(person, &format!("e iste o imos {last}")));
    }
    if class == 'a' {
        let stem = match (person, root.strip_suffix('c'), root.strip_suffix('z')) {
            (Yo, Some(cut), _) => format!("{cut}qu"),
            (Yo, _, Some(cut)) => format!("{cut}c"),
            (Yo, _, _) if root.ends_with('g') => format!("{root}u"),
            _ => root.to_owned(),
        };
        return stem + ending(person, "é aste ó amos aron");
    }
    let third = matches!(person, El | Ellos);
    if third && (root.ends_with(['e', 'o', 'u']) && !verb.ends_with("guir")) {
        return format!("{root}{}", ending(person, "- - yó - yeron"));
    }
    let stem = match (third && class == 'i', verb) {
        (true, "dormir") => changed(root, 'o', "u"),
        (true, _) if listed(E_I, verb) || listed(E_IE, verb) => changed(root, 'e', "i"),
        _ => root.to_owned(),
    };
    stem + ending(person, "í iste ió imos ieron")
}

fn imperfect(verb: &str, person: Person) -> String {
    let (root, class) = root(verb);
    match verb {
        "ser" => ending(person, "era eras era éramos eran").to_owned(),
        "ir" => ending(person, "iba ibas iba íbamos iban").to_owned(),
        "ver" => format!("ve{}", ending(person, "ía ías ía íamos ían")),
        _ if class == 'a' => root.to_owned() + ending(person, "aba abas aba ábamos aban"),
        _ => root.to_owned() + ending(person, "ía ías ía íamos ían"),
    }
}

/// The tense of a regular form, by its last letters.
fn tense(form: &str) -> &'static str {
    let ends = |list: &str| list.split(' ').any(|end| form.ends_with(end));
    if ends("aba abas ábamos aban ía ías íamos ían") {
        "imperfect"
    } else if ends("é ó í aste iste aron ieron imos") {
        "preterite"
    } else {
        "present"
    }
}

/// Who did it, by the end of the preterite.
fn who(form: &str) -> &'static str {
    let ends = |end: &str| form.ends_with(end);
    if ends("aron") || ends("eron") {
        "ellos"
    } else if ends("mos") {
        "nosotros"
    } else if ends("ste") {
        "tú"
    } else if ends("o") || ends("ó") || form == "fue" {
        "ella"
    } else {
        "yo"
    }
}
