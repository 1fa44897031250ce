//! PNG and JPEG: what a file says about its size.

/// Points (1/72 inch) a pixel, of which a screen has 96 an inch.
pub(super) const POINTS: f64 = 0.75;

/// Width and height of a PNG, in points (PNG specification, third edition, 11.2.1).
pub(super) fn png(bytes: &[u8]) -> Result<[f64; 2], String> {
    const HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";
    let is_png = bytes.starts_with(HEAD) && bytes.get(12..16) == Some(b"IHDR");
    let side = |at: usize| {
        let four = bytes.get(at..at + 4)?;
        Some(f64::from(u32::from_be_bytes(four.try_into().ok()?)) * POINTS)
    };
    match (side(16), side(20)) {
        (Some(width), Some(height)) if is_png => Ok([width, height]),
        _ => Err("it is no PNG file".to_owned()),
    }
}

/// Width and height of a JPEG, in points (ITU-T T.81, B.2.2).
pub(super) fn jpeg(bytes: &[u8]) -> Result<[f64; 2], String> {
    let side = |at: usize| {
        let two = bytes.get(at..at + 2)?;
        Some(u16::from_be_bytes(two.try_into().ok()?))
    };
    let points = |at: usize| side(at).map(|pixels| f64::from(pixels) * POINTS);
    let mut at = 2;
    while bytes.starts_with(&[0xff, 0xd8]) && bytes.get(at) == Some(&0xff) {
        let Some(marker) = bytes.get(at + 1).copied() else {
            break;
        };
        match marker {
            // A fill byte.
            0xff => at += 1,
            // The frame, but for three other tables of the same range.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                if let (Some(height), Some(width)) = (points(at + 5), points(at + 7)) {
                    return Ok([width, height]);
                }
                break;
            }
            _ => match side(at + 2) {
                Some(length @ 2..) => at += 2 + usize::from(length),
                _ => break,
            },
        }
    }
    Err("it is no JPEG file".to_owned())
}
