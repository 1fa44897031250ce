//! Ids within a page: the same figure may stand on it twice.

use std::collections::HashMap;

/// How the definition of an id begins.
const DEFINED: &str = "<pattern id=\"";
/// Where a drawing ends.
const END: &str = "</svg>";

/// The page with ids that no two drawings share; what refers to them follows.
pub fn unique(page: String) -> String {
    if !page.contains(DEFINED) {
        return page;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut out = String::with_capacity(page.len() + 256);
    for drawing in page.split_inclusive(END) {
        let ids: Vec<&str> = drawing
            .split(DEFINED)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let mut text = drawing.to_owned();
        for id in ids {
            let times = seen.entry(id.to_owned()).or_insert(0);
            *times += 1;
            if *times > 1 {
                let (defined, used) = (format!("{DEFINED}{id}\""), format!("url(#{id})"));
                text = text.replace(&defined, &format!("{DEFINED}{id}-{times}\""));
                text = text.replace(&used, &format!("url(#{id}-{times})"));
            }
        }
        out.push_str(&text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn the_second_of_two_alike_has_ids_of_its_own() {
        let one = "<svg><pattern id=\"a-dots\"/><path fill=\"url(#a-dots)\"/></svg>";
        let other = "<svg><pattern id=\"b-dots\"/><path fill=\"url(#b-dots)\"/></svg>";
        let page = format!("<p>{one}{other}{one}</p>");
        let second = one.replace("a-dots", "a-dots-2");
        assert_eq!(unique(page), format!("<p>{one}{other}{second}</p>"));
        assert_eq!(unique("<p>".to_owned()), "<p>");
    }
}
