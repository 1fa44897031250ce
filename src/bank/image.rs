//! Images: PNG, JPEG and SVG files beside a bank, looked into before they are used.

pub mod base64;
mod raster;
mod svg;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The most bytes that an image may have: it stands in every page that shows it.
pub const MOST_BYTES: usize = 1 << 20;

/// The most images that a bank may name.
pub const MOST_IMAGES: usize = 1_000;

/// The largest width or height, in points.
const MOST_POINTS: f64 = 1e6;

/// The format of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImageKind {
    /// PNG.
    #[serde(rename = "image/png")]
    Png,
    /// JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// SVG.
    #[serde(rename = "image/svg+xml")]
    Svg,
}

impl ImageKind {
    /// The endings of files and what they hold.
    const ENDINGS: [(&'static str, Self); 4] = [
        (".png", Self::Png),
        (".jpg", Self::Jpeg),
        (".jpeg", Self::Jpeg),
        (".svg", Self::Svg),
    ];

    /// The format that the ending of a file's name promises.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let named = |(ending, _): &&(&str, Self)| name.ends_with(ending) && name != *ending;
        Self::ENDINGS.iter().find(named).map(|(_, kind)| *kind)
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Svg => "svg",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// An image that may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Its format.
    pub kind: ImageKind,
    /// Its width and height in points (1/72 inch), by its own account.
    pub size: [f64; 2],
    /// The file.
    pub bytes: Arc<[u8]>,
}

impl Image {
    /// Looks into a file that is called `name`.
    ///
    /// # Errors
    /// What keeps it from being shown, in words.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, String> {
        let kind = ImageKind::of(name).ok_or("an image's file ends in .png, .jpg or .svg")?;
        Self::of_kind(kind, bytes)
    }

    /// Looks into a file of this kind.
    ///
    /// # Errors
    /// What keeps it from being shown, in words.
    pub fn of_kind(kind: ImageKind, bytes: &[u8]) -> Result<Self, String> {
        if bytes.len() > MOST_BYTES {
            let most = MOST_BYTES >> 10;
            return Err(format!("it is larger than {most} KiB; scale it down"));
        }
        let size = match kind {
            ImageKind::Png => raster::png(bytes)?,
            ImageKind::Jpeg => raster::jpeg(bytes)?,
            ImageKind::Svg => svg::size(bytes)?,
        };
        let fits = |side: &f64| side.is_finite() && *side > 0.0 && *side <= MOST_POINTS;
        if !size.iter().all(fits) {
            return Err("it has no width or no height".to_owned());
        }
        Ok(Self {
            kind,
            size,
            bytes: bytes.into(),
        })
    }
}

/// The images that a bank names, by their paths; of those that cannot be shown, why.
#[derive(Debug, Clone, Default)]
pub struct Images(pub BTreeMap<String, Result<Arc<Image>, String>>);

impl Images {
    /// The image at `path`.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn get(&self, path: &str) -> Result<&Arc<Image>, String> {
        match self.0.get(path) {
            Some(Ok(image)) => Ok(image),
            Some(Err(why)) => Err(format!("cannot show `{path}`: {why}")),
            None => Err(format!(
                "there is no image `{path}`; the name of a file must stand whole in the bank, in a table or as a text"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Image, ImageKind};

    /// A PNG of 96 by 48 pixels, as far as its head.
    fn png() -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend([0, 0, 0, 96, 0, 0, 0, 48, 8, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_file_is_what_its_ending_says() {
        // 96 pixels are an inch, and that is 72 points.
        assert_eq!(Image::read("a.png", &png()).unwrap().size, [72.0, 36.0]);
        assert!(Image::read("a.jpg", &png()).is_err());
        assert!(Image::read("a.svg", &png()).is_err());
        assert!(Image::read("a.gif", b"GIF89a").is_err());
        assert!(Image::read("a.png", b"").is_err());
        assert!(Image::read("a.png", &png()[..20]).is_err());
        let mut flat = png();
        flat[23] = 0;
        assert!(
            Image::read("a.png", &flat)
                .unwrap_err()
                .contains("no height")
        );
        assert_eq!(ImageKind::of("Map.JPEG"), Some(ImageKind::Jpeg));
        assert_eq!(ImageKind::of(".png"), None);
    }

    #[test]
    fn a_photograph_says_its_size_after_other_segments() {
        let mut bytes = vec![0xff, 0xd8];
        bytes.extend([0xff, 0xe0, 0, 4, 1, 2]);
        bytes.extend([0xff, 0xc2, 0, 17, 8, 0, 192, 1, 128, 3, 0, 0, 0]);
        let image = Image::read("a.jpg", &bytes).unwrap();
        assert_eq!(image.size, [288.0, 144.0]);
        assert!(Image::read("a.jpg", &bytes[..9]).is_err());
        assert!(Image::read("a.jpg", &[0xff, 0xd8, 0xff, 0xe0, 0, 0]).is_err());
    }

    #[test]
    fn a_drawing_says_its_size_in_its_first_element() {
        let size = |text: &str| Image::read("a.svg", text.as_bytes()).map(|image| image.size);
        let svg = |attributes: &str| {
            let xmlns = "xmlns=\"http://www.w3.org/2000/svg\"";
            format!(
                "<?xml version=\"1.0\"?>\n<!-- x --><svg {xmlns} {attributes}><path d='M0 0'/></svg>"
            )
        };
        assert_eq!(size(&svg("width='96' height='48px'")), Ok([72.0, 36.0]));
        assert_eq!(
            size(&svg("width=\"1in\" height=\"25.4mm\"")),
            Ok([72.0, 72.0])
        );
        assert_eq!(size(&svg("viewBox=\"0 0 40,20\"")), Ok([30.0, 15.0]));
        assert_eq!(
            size(&svg("width='100%' viewBox='-1 -1 4 8'")),
            Ok([3.0, 6.0])
        );
        assert!(size(&svg("")).is_err());
        assert!(size("<p>").is_err());
        assert!(size("").is_err());
    }

    #[test]
    fn a_drawing_that_does_more_than_draw_is_refused() {
        let inside = |text: &str| {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{text}</svg>"
            );
            Image::read("a.svg", svg.as_bytes()).map(|_| ())
        };
        for harmless in [
            "<path d='M0 0L1 1' fill='url(#p)'/>",
            "<use href='#p'/><use xlink:href = \"#p\"/>",
            "<text>href, on = off, script</text>",
            "<image href='data:image/png;base64,AAAA'/>",
            "<style>.a { fill: url( \"#p\" ); }</style>",
        ] {
            assert_eq!(inside(harmless), Ok(()), "{harmless}");
        }
        for refused in [
            "<script>alert(1)</script>",
            "<SCRIPT/>",
            "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
            "<foreignObject><p/></foreignObject>",
            "<path onclick='a()'/>",
            "<path\nonload = 'a()'/>",
            "<path d=''onload='a()'/>",
            "<a href='javascript:a()'/>",
            "<a href='&#106;avascript:a()'/>",
            "<image href='http://example.org/a.png'/>",
            "<image xlink:href=\"//example.org/a.png\"/>",
            "<image href='a.png'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>",
            "<use href='b.svg#p'/>",
            "<path fill='url(http://example.org/#p)'/>",
            "<style>@import 'a.css';</style>",
            "<style>.a { fill: u\\72l(http://example.org) }</style>",
            "<set attributeName='href' to='http://example.org'/>",
            "<iframe src='a.html'/>",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
            "<?xml-stylesheet href='a.css'?>",
        ] {
            assert!(inside(refused).is_err(), "{refused}");
        }
    }
}
