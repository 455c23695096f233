//! Work done ahead of its turn: every core works on what comes next, while the answers are taken in order. It never runs
//! more than a few pieces ahead of the one whose turn it is, however long that one takes. Waits for no thread at the end:
//! when the program is to end, nothing that they do is missed.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::ingest::IngestError;

/// Pieces of work that are begun ahead of the one whose turn it is: what is kept in memory at most.
const AHEAD: usize = 8;

/// Answers `T` to pieces of work `I`.
pub struct Ahead<I, T> {
    shared: Arc<Shared<I, T>>,
}

struct Shared<I, T> {
    pieces: Arc<Vec<I>>,
    work: Box<dyn Fn(&I) -> T + Send + Sync>,
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    /// The first piece that nobody has begun.
    next: usize,
    /// The piece whose turn it is.
    turn: usize,
    /// What is done; `None` where the work on it panicked.
    done: BTreeMap<usize, Option<T>>,
    /// Threads that work.
    threads: usize,
}

/// Work that ended in a panic, without an answer.
#[derive(Debug, PartialEq)]
pub struct Failed;

impl From<Failed> for IngestError {
    fn from(_: Failed) -> Self {
        Self::Read("the work on it ended".to_owned())
    }
}

impl<I: Send + Sync + 'static, T: Send + 'static> Ahead<I, T> {
    /// Begins work on every core. Where no thread can be had, a piece is done when its turn comes.
    pub fn start(pieces: Arc<Vec<I>>, work: impl Fn(&I) -> T + Send + Sync + 'static) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        Self::on(cores.min(pieces.len()), pieces, work)
    }

    fn on(threads: usize, pieces: Arc<Vec<I>>, work: impl Fn(&I) -> T + Send + Sync + 'static) -> Self {
        let state = Mutex::new(State { next: 0, turn: 0, done: BTreeMap::new(), threads: 0 });
        let shared = Arc::new(Shared { pieces, work: Box::new(work), state, changed: Condvar::new() });
        for _ in 0..threads {
            let worker = Arc::clone(&shared);
            if thread::Builder::new().name("ahead".to_owned()).spawn(move || worker.work_on()).is_ok() {
                shared.lock().threads += 1;
            }
        }
        Self { shared }
    }

    /// What came of the piece whose turn it is; then it is the next one's. `None` when it is still worked on after that
    /// long, and when there is no more.
    ///
    /// # Errors
    /// When the work on it panicked.
    pub fn next(&self, patience: Duration) -> Option<Result<T, Failed>> {
        let shared = &self.shared;
        let mut state = shared.lock();
        if state.threads == 0 {
            let piece = shared.pieces.get(state.turn)?;
            state.turn += 1;
            return Some(Ok((shared.work)(piece)));
        }
        let turn = state.turn;
        let is_missing = |state: &mut State<T>| !state.done.contains_key(&turn);
        let waited = shared.changed.wait_timeout_while(state, patience, is_missing);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let done = state.done.remove(&turn)?;
        state.turn += 1;
        shared.changed.notify_all();
        Some(done.ok_or(Failed))
    }
}

impl<I, T> Shared<I, T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works until everything is begun. A panic costs one piece, not those behind it.
    fn work_on(&self) {
        while let Some((at, piece)) = self.begin() {
            let done = panic::catch_unwind(AssertUnwindSafe(|| (self.work)(piece))).ok();
            self.lock().done.insert(at, done);
            self.changed.notify_all();
        }
    }

    /// The piece to begin with its number, once it is not too far ahead.
    fn begin(&self) -> Option<(usize, &I)> {
        let is_too_far = |state: &mut State<T>| state.next < self.pieces.len() && state.next > state.turn + AHEAD;
        let waited = self.changed.wait_while(self.lock(), is_too_far);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        let at = state.next;
        let piece = self.pieces.get(at)?;
        state.next += 1;
        Some((at, piece))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::{AHEAD, Ahead, Failed};

    const LONG: Duration = Duration::from_secs(60);

    fn numbers(count: usize) -> Arc<Vec<usize>> {
        Arc::new((0..count).collect())
    }

    #[test]
    fn answers_come_in_order_from_any_number_of_threads() {
        for (threads, count) in [(0, 20), (1, 20), (2, 20), (4, 3), (2, 0)] {
            let ahead = Ahead::on(threads, numbers(count), |at| at * at);
            let answers: Vec<_> = (0..count).map(|_| ahead.next(LONG)).collect();
            let wanted: Vec<_> = (0..count).map(|at| Some(Ok(at * at))).collect();
            assert_eq!(answers, wanted, "{threads} threads");
        }
    }

    #[test]
    fn no_more_than_a_few_pieces_are_kept_while_one_takes_long() {
        let begun = Arc::new(AtomicUsize::new(0));
        let (count, (go, wait)) = (Arc::clone(&begun), std::sync::mpsc::channel::<()>());
        let wait = std::sync::Mutex::new(wait);
        let ahead = Ahead::on(2, numbers(100), move |&at| {
            count.fetch_add(1, Ordering::SeqCst);
            if at == 0 {
                wait.lock().unwrap().recv().unwrap();
            }
            at
        });
        while begun.load(Ordering::SeqCst) <= AHEAD {
            std::thread::yield_now();
        }
        assert_eq!(ahead.next(Duration::from_millis(50)), None);
        assert_eq!(begun.load(Ordering::SeqCst), AHEAD + 1);
        go.send(()).unwrap();
        assert!((0..100).all(|at| ahead.next(LONG) == Some(Ok(at))));
    }

    #[test]
    fn work_that_panics_has_failed_and_the_rest_is_done() {
        let ahead = Ahead::on(2, numbers(20), |&at| if at < 5 { panic!("a fault") } else { at });
        for at in 0..20 {
            assert_eq!(ahead.next(LONG), Some(if at < 5 { Err(Failed) } else { Ok(at) }));
        }
    }
}
