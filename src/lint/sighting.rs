//! Faults as they were seen: each once for a place, with how often, and an instance that shows it.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Faults of one kind at one place.
#[derive(Debug)]
struct Sighting {
    diagnostic: Diagnostic,
    example: String,
    instances: u64,
    /// The last instance that showed it.
    last: u64,
}

/// Everything that was seen in the instances of one item model.
#[derive(Debug, Default)]
pub struct Sightings {
    places: HashMap<(Code, Option<Span>), usize>,
    list: Vec<Sighting>,
    /// The instance looked at.
    instance: u64,
}

impl Sightings {
    /// What is seen from here on belongs to another instance.
    pub fn next_instance(&mut self) {
        self.instance += 1;
    }

    /// Counts a fault, once an instance. Of several at one place the first is kept, with the words for its draw.
    pub fn see(&mut self, diagnostic: Diagnostic, example: impl FnOnce() -> String) {
        let place = (diagnostic.code, diagnostic.span);
        match self.places.get(&place) {
            Some(at) => {
                let sighting = &mut self.list[*at];
                sighting.instances += u64::from(sighting.last != self.instance);
                sighting.last = self.instance;
            }
            None => {
                self.places.insert(place, self.list.len());
                self.list.push(Sighting {
                    diagnostic,
                    example: example(),
                    instances: 1,
                    last: self.instance,
                });
            }
        }
    }

    /// The messages, each with how many of the instances looked at show it.
    pub fn messages(self, looked_at: u64) -> Vec<Diagnostic> {
        let message = |sighting: Sighting| {
            let mut diagnostic = sighting.diagnostic;
            let seen = match (sighting.instances, looked_at) {
                (all, of) if all >= of => "in every instance".to_owned(),
                (some, of) => format!("in {some} of {of} instances"),
            };
            diagnostic.message = format!("{}{}, {seen}", diagnostic.message, sighting.example);
            diagnostic
        };
        self.list.into_iter().map(message).collect()
    }
}
