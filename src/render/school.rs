//! Whose pages they are: name, logo and lines of a school.

use serde::{Deserialize, Serialize};

use crate::bank::image::base64;
use crate::render::view::{Html, SchoolView};

/// The largest logo, in bytes: it stands in every page.
pub const LARGEST_LOGO: usize = 512 << 10;

/// The kinds of logos: the end of the file's name, and the type of its content.
const LOGOS: [(&str, &str); 5] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
];

/// What a set keeps of a school; every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct School {
    /// The name of the school.
    pub name: String,
    /// The logo as an address with its content in it.
    pub logo: String,
    /// A line above the title.
    pub header: String,
    /// A line in the foot of every page.
    pub footer: String,
}

impl School {
    /// Whether nothing is said of a school.
    pub fn is_nobody(&self) -> bool {
        *self == Self::default()
    }

    /// What templates see. A logo that is more than an image in an address is left out: a set may
    /// have been changed by hand.
    pub fn view(&self) -> SchoolView {
        let sound = |logo: &&String| {
            let content = LOGOS.iter().find_map(|(_, kind)| {
                let rest = logo.strip_prefix("data:")?.strip_prefix(kind)?;
                rest.strip_prefix(";base64,")
            });
            let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
            content.is_some_and(|content| content.chars().all(safe))
        };
        let logo = Some(&self.logo).filter(sound).cloned();
        SchoolView {
            name: self.name.clone(),
            logo: Html(logo.unwrap_or_default()),
            header: self.header.clone(),
            footer: self.footer.clone(),
        }
    }
}

/// A logo as an address; none if the name ends in nothing known.
pub fn logo(name: &str, content: &[u8]) -> Option<String> {
    let ending = name.rsplit('.').next()?.to_ascii_lowercase();
    let (_, kind) = LOGOS.iter().find(|(known, _)| *known == ending)?;
    Some(format!("data:{kind};base64,{}", base64::encode(content)))
}

#[cfg(test)]
mod tests {
    use super::{School, logo};

    #[test]
    fn only_images_are_logos() {
        let school = |logo: &str| School {
            logo: logo.to_owned(),
            ..School::default()
        };
        let made = logo("Logo.SVG", b"<svg/>").unwrap();
        assert_eq!(school(&made).view().logo.0, made);
        assert_eq!(logo("logo.exe", b""), None);
        for bad in [
            "https://example.org/a.png",
            "data:text/html;base64,AAAA",
            "data:image/png;base64,AA\" onerror=\"x",
        ] {
            assert_eq!(school(bad).view().logo.0, "", "{bad}");
        }
    }
}
