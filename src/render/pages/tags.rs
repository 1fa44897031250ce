//! The tags of a template, and the paths in them: `form.items[0].stem`.

/// What stands between `{{` and `}}` or between `{%` and `%}`.
pub struct Tag<'a> {
    /// Without the marks.
    pub inside: &'a str,
    /// Where it begins in the template, in bytes.
    pub at: usize,
    /// Whether it is a statement.
    statement: bool,
}

impl<'a> Tag<'a> {
    /// The word of a statement, and what follows it; of an expression nothing.
    pub fn first(&self) -> (&'a str, &'a str) {
        let inside = self.inside.trim_matches('-').trim();
        match inside.split_once(char::is_whitespace) {
            _ if !self.statement => ("", ""),
            Some((first, rest)) => (first, rest.trim()),
            None => (inside, ""),
        }
    }
}

/// All tags, but for comments and what stands in `{% raw %}`.
pub fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    let mut raw = false;
    while let Some(start) = text[at..].find('{').map(|found| at + found) {
        let (mark, statement) = match text.as_bytes().get(start + 1) {
            Some(b'{') => ("}}", false),
            Some(b'%') => ("%}", true),
            Some(b'#') => {
                at = text[start..]
                    .find("#}")
                    .map_or(text.len(), |end| start + end + 2);
                continue;
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        let begin = start + 2;
        let end = close(&text[begin..], mark).map_or(text.len(), |end| begin + end);
        let tag = Tag {
            inside: &text[begin..end],
            at: begin,
            statement,
        };
        at = (end + 2).min(text.len());
        match tag.first().0 {
            "raw" => raw = true,
            "endraw" => raw = false,
            _ if !raw => tags.push(tag),
            _ => {}
        }
    }
    tags
}

/// Where a tag ends: at its mark outside quotes.
fn close(text: &str, mark: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if text[at..].starts_with(mark) => return Some(at),
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None => {}
        }
    }
    None
}

/// A variable, and what is taken from it.
pub struct Path<'a> {
    /// The variable.
    pub root: &'a str,
    /// What is taken, in order.
    pub links: Vec<Link<'a>>,
}

/// A step into a value.
pub enum Link<'a> {
    /// `.name`, with its place in the template.
    Field(&'a str, usize),
    /// `[0]`
    Place,
}

/// The length of the name that a text begins with.
fn name(text: &str) -> usize {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let end = text.find(|c| !letter(c)).unwrap_or(text.len());
    if begins { end } else { 0 }
}

/// The path that a text begins with, and where it ends; `at` is where the text begins.
pub fn path(text: &str, at: usize) -> Option<(Path<'_>, usize)> {
    let mut end = name(text);
    if end == 0 {
        return None;
    }
    let root = &text[..end];
    let mut links = Vec::new();
    loop {
        let rest = &text[end..];
        let dot = if rest.starts_with("?.") { 2 } else { 1 };
        if rest.starts_with('.') || dot == 2 {
            let length = name(&rest[dot..]);
            if length == 0 {
                break;
            }
            let start = end + dot;
            links.push(Link::Field(&text[start..start + length], at + start));
            end = start + length;
        } else if let Some(inside) = rest.strip_prefix('[')
            && let Some(length) = close(inside, "]")
        {
            links.push(Link::Place);
            end += length + 2;
        } else {
            break;
        }
    }
    Some((Path { root, links }, end))
}

/// All paths in a tag, also those between brackets.
pub fn paths(text: &str, at: usize) -> Vec<Path<'_>> {
    let mut found = Vec::new();
    let mut here = 0;
    while here < text.len() {
        let rest = &text[here..];
        if let Some(quote) = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\'' | '`'))
        {
            here += rest[1..].find(quote).map_or(rest.len(), |end| end + 2);
        } else if let Some((path, end)) = path(rest, at + here) {
            // Between brackets are paths of their own; what follows them is not read twice.
            let inner = rest[..end].find('[').map(|open| &rest[open..end]);
            if let Some(inner) = inner {
                let from = at + here + end - inner.len();
                let inside = paths(&inner[1..], from + 1);
                found.extend(inside.into_iter().filter(|path| !path.links.is_empty()));
            }
            found.push(path);
            here += end;
        } else {
            // Also a number, of which the part behind the point is no name.
            let digits = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let one = rest.chars().next().map_or(1, char::len_utf8);
            here += digits.unwrap_or(rest.len()).max(one);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Link, paths, tags};

    fn written(text: &str) -> Vec<String> {
        let tags = tags(text);
        let all = tags.iter().flat_map(|tag| paths(tag.inside, tag.at));
        let links = |link: &Link<'_>| match link {
            Link::Field(name, at) => {
                assert!(text[*at..].starts_with(name), "{name} at {at}");
                format!(".{name}")
            }
            Link::Place => "[]".to_owned(),
        };
        let write = |path: super::Path<'_>| {
            let rest: String = path.links.iter().map(links).collect();
            format!("{}{rest}", path.root)
        };
        all.map(write).filter(|path| path.contains('.')).collect()
    }

    #[test]
    fn paths_are_found_where_they_are_meant() {
        let text = "{{ a.b }} c.d {# e.f #}{%- if g.h and \"i.j\" == k[l.m].n -%} \
                    {% raw %}{{ o.p }}{% endraw %}{{ q?.r | s(t=u.v, w=1.5) }}{{ <x y={z.a} /> }}";
        assert_eq!(
            written(text),
            ["a.b", "g.h", "l.m", "k[].n", "q.r", "u.v", "z.a"]
        );
    }

    #[test]
    fn what_is_not_closed_ends_the_template() {
        for text in [
            "{{ a.b",
            "{% if a.b",
            "{",
            "{# a.b",
            "{{ \"a.b }}",
            "{{ a[b.c }}",
            "{{ a. }}",
        ] {
            let _ = written(text);
        }
        assert_eq!(written("{{ ä.ö }} {{ a.b"), ["ä.ö", "a.b"]);
    }
}
