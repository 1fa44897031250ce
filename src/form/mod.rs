//! Forms: what a blueprint asks for, filled with items that no other form has.
//!
//! ```text
//! blueprint ── slots ─→ places ── pool ─→ candidates ── cell, window ─→ deal ── letters ─→ FormSet
//! ```
//!
//! Each item model is dealt on its own, from streams of chance keyed by its name, so that a
//! change to one model never changes the items of another.

mod arrange;
pub mod assemble;
mod balance;
mod cell;
pub mod check;
mod column;
mod cut;
mod deal;
mod edition;
mod family;
pub mod id;
pub mod images;
pub mod inspect;
pub mod label;
mod letters;
mod mixture;
pub mod onward;
mod pool;
pub mod record;
mod refusal;
pub mod set;
pub mod shard;
pub mod sheet;
pub mod slots;
mod spread;
pub mod supply;
mod window;

pub use assemble::{Request, assemble, assemble_onward};
pub use deal::MANY;
pub use set::{Form, FormSet};
