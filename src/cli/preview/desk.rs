//! What all requests share: the bank, and what was found in it so far. Work that takes long is done
//! beside the requests, and given up when the bank changes.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, watch};

use crate::cli::preview::state::{Change, Good, Mistake, Reading, State};
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Limits;
use crate::lint::specimens::{Specimens, specimens};
use crate::lint::{Examined, examine_unless};
use crate::seed::Seed;

/// So many instances are shown.
pub const SHOWN: usize = 20;

/// So many draws are kept.
const KEPT: usize = 200;

/// A census for the first look; the whole one follows.
const FIRST_LOOK: Limits = Limits {
    vectors: 10_000,
    draws: 1_000,
    read: 400,
};

/// Instances, or why there are none.
pub type Drawn = Result<Specimens, Diagnostic>;

/// What all requests share.
pub struct Desk {
    inner: Mutex<Inner>,
    /// Counts banks: work for an older one is given up.
    version: AtomicU64,
    /// Counts whatever a page may show.
    tick: watch::Sender<u64>,
    /// A census takes a whole core: one at a time.
    turns: Semaphore,
}

#[derive(Default)]
struct Inner {
    state: State,
    drawn: HashMap<(usize, u64), Work<Drawn>>,
    counted: HashMap<usize, Work<Examined>>,
}

/// Work beside the requests.
enum Work<T> {
    Begun,
    /// What was found, and whether more will follow.
    Found(Arc<T>, bool),
}

/// What can be shown now.
#[derive(Default)]
pub struct Sight {
    /// The count of the time it was seen.
    pub tick: u64,
    /// The last version of the bank that could be read.
    pub good: Option<Arc<Good>>,
    /// What is wrong with the present one.
    pub mistakes: Vec<Mistake>,
    /// How many mistakes there are beyond those.
    pub more: usize,
    /// Instances of the item model asked for, when they are drawn.
    pub drawn: Option<Arc<Drawn>>,
    /// Its census so far.
    pub counted: Option<Arc<Examined>>,
    /// Whether the census goes on.
    pub counting: bool,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            inner: Mutex::default(),
            version: AtomicU64::new(0),
            tick: watch::Sender::new(1),
            turns: Semaphore::new(1),
        }
    }

    /// Hears of every change that a page may show.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.tick.subscribe()
    }

    /// Takes in what reading the bank came to.
    pub fn take(&self, reading: Reading) {
        let mut inner = self.lock();
        match inner.state.take(reading) {
            Change::Nothing => return,
            Change::Mistakes => {}
            Change::Bank => {
                inner.drawn.clear();
                inner.counted.clear();
                self.version.fetch_add(1, Ordering::SeqCst);
            }
        }
        drop(inner);
        self.changed();
    }

    /// What can be shown of the item model that `choose` picks in the bank, and of the draw `draw`.
    /// Work that is not begun is begun.
    pub fn see(
        self: &Arc<Self>,
        choose: impl FnOnce(&Good) -> Option<usize>,
        draw: u64,
    ) -> (Sight, Option<usize>) {
        let mut inner = self.lock();
        let mut sight = Sight {
            tick: *self.tick.borrow(),
            good: inner.state.good.clone(),
            mistakes: inner.state.mistakes.clone(),
            more: inner.state.more,
            ..Sight::default()
        };
        let Some(good) = sight.good.clone() else {
            return (sight, None);
        };
        let Some(model) = choose(&good) else {
            return (sight, None);
        };
        match inner.drawn.get(&(model, draw)) {
            Some(Work::Found(drawn, _)) => sight.drawn = Some(Arc::clone(drawn)),
            Some(Work::Begun) => {}
            None => {
                if inner.drawn.len() >= KEPT {
                    inner.drawn.clear();
                }
                inner.drawn.insert((model, draw), Work::Begun);
                self.draw(Arc::clone(&good), model, draw);
            }
        }
        sight.counting = true;
        match inner.counted.get(&model) {
            Some(Work::Found(counted, goes_on)) => {
                sight.counted = Some(Arc::clone(counted));
                sight.counting = *goes_on;
            }
            Some(Work::Begun) => {}
            None => {
                inner.counted.insert(model, Work::Begun);
                self.count(good, model);
            }
        }
        (sight, Some(model))
    }

    fn draw(self: &Arc<Self>, good: Arc<Good>, model: usize, draw: u64) {
        let (desk, version) = (Arc::clone(self), self.version.load(Ordering::SeqCst));
        tokio::task::spawn_blocking(move || {
            let stop = || desk.version.load(Ordering::SeqCst) != version;
            let item = &good.bank.items[model];
            let found = catch_unwind(AssertUnwindSafe(|| {
                specimens(&good.bank, item, (Seed::new(draw), SHOWN), &stop)
            }));
            let found = match found {
                Ok(Some(found)) => found,
                Ok(None) => return,
                Err(_) => Err(broken(item.span)),
            };
            let mut inner = desk.lock();
            if stop() {
                return;
            }
            let work = Work::Found(Arc::new(found), false);
            inner.drawn.insert((model, draw), work);
            drop(inner);
            desk.changed();
        });
    }

    fn count(self: &Arc<Self>, good: Arc<Good>, model: usize) {
        let (desk, version) = (Arc::clone(self), self.version.load(Ordering::SeqCst));
        tokio::spawn(async move {
            let Ok(_turn) = desk.turns.acquire().await else {
                return;
            };
            let worker = Arc::clone(&desk);
            let work = move || {
                for (limits, goes_on) in [(FIRST_LOOK, true), (Limits::default(), false)] {
                    if worker.look(&good, model, version, (&limits, goes_on)) {
                        break;
                    }
                }
            };
            // The turn ends with the work.
            let _ = tokio::task::spawn_blocking(work).await;
        });
    }

    /// Takes a census; whether there is nothing more to be done.
    fn look(&self, good: &Good, model: usize, version: u64, how: (&Limits, bool)) -> bool {
        let stop = || self.version.load(Ordering::SeqCst) != version;
        let item = &good.bank.items[model];
        let take = || examine_unless(&good.bank, item, how.0, &stop);
        let examined = match catch_unwind(AssertUnwindSafe(take)) {
            Ok(Some(examined)) => examined,
            Ok(None) => return true,
            Err(_) => Examined {
                messages: vec![broken(item.span)],
                ..Examined::default()
            },
        };
        let goes_on = how.1 && !examined.census.whole;
        let mut inner = self.lock();
        if stop() {
            return true;
        }
        let work = Work::Found(Arc::new(examined), goes_on);
        inner.counted.insert(model, work);
        drop(inner);
        self.changed();
        !goes_on
    }

    fn changed(&self) {
        self.tick.send_modify(|tick| *tick += 1);
    }

    /// What is behind a lock is replaced as a whole, so a panic elsewhere leaves it sound.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn broken(span: crate::source::Span) -> Diagnostic {
    let message = "the program failed on this item model";
    Diagnostic::error(Code::EvaluationFailed, span, message)
        .help("it is a mistake of the program: report it with the bank")
}
