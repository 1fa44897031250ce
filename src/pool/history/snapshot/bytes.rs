//! Numbers and blocks as bytes.

/// Writes numbers in as few bytes as they need.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// A number, in groups of seven bits from the lowest on (LEB128, as in DWARF 5, 7.6).
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A block of bytes, behind its length.
    pub fn block(&mut self, block: &[u8]) {
        self.number(block.len() as u64);
        self.0.extend_from_slice(block);
    }

    /// All that was written.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what a [`Writer`] wrote; `None` where it ends, or where it is something else.
#[derive(Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads from the first byte on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            let part = u64::from(byte & 0x7f);
            // What does not fit into 64 bits was not written here.
            number |= (part << shift >> shift == part).then_some(part << shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A number that a narrower type holds.
    pub fn small<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.number()?).ok()
    }

    /// A block.
    pub fn block(&mut self) -> Option<&'a [u8]> {
        let length = self.small()?;
        let (block, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(block)
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn numbers_are_read_back_and_never_read_too_far() {
        let numbers = [0, 1, 127, 128, 300, 1 << 35, u64::MAX];
        let mut writer = Writer::default();
        numbers.iter().for_each(|number| writer.number(*number));
        writer.block(b"abc");
        let bytes = writer.finish();
        let mut reader = Reader::new(&bytes);
        assert!(
            numbers
                .iter()
                .all(|number| reader.number() == Some(*number))
        );
        assert_eq!(reader.block(), Some(&b"abc"[..]));
        assert_eq!((reader.left(), reader.number()), (0, None));
        // 300 is 10 0101100 in binary: 0101100 with a flag, then 10.
        assert_eq!(Reader::new(&[0xac, 0x02]).number(), Some(300));
        assert_eq!(Reader::new(&[0xff; 11]).number(), None);
        assert_eq!(Reader::new(&[5, 1, 2]).block(), None);
    }
}
