//! Any bytes as a bank: reading ends, and every message can be drawn.
#![no_main]

use isoform::bank::lower;
use isoform::diagnostic::{Diagnostics, draw};
use isoform::source::Sources;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (mut sources, mut found) = (Sources::new(), Diagnostics::new());
    let _ = lower::load("bank.yaml", bytes, &mut sources, &mut found);
    draw::all(&found, &sources, false);
});
