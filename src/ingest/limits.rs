//! What one input may cost, and the fence that holds it to that: a thread of its own with a large stack, a clock, an eye
//! on the memory of the process, and a place where a panic ends. Third-party parsers run inside it and nowhere else.
//! It cannot kill a thread (nothing safe can): work that does not reach a [`checkpoint`] in time is left behind, and the
//! caller is told so, to end the process.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Once, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// Bytes of a file, of standard input, or of an answer from the network after decompression: 64 MiB.
pub const INPUT_BYTES: u64 = 64 << 20;
/// Seconds of work on one input. Reading it and writing the answer come on top; together they stay under ten.
pub const TIME: Duration = Duration::from_secs(7);
/// Time for fetching a page and reading it, together.
pub const WHOLE: Duration = Duration::from_secs(9);
/// Bytes of memory the process may hold while it works on one input: 720 MiB, which leaves room under a gibibyte for what
/// is taken between two glances.
pub const MEMORY: u64 = 720 << 20;
/// Bytes that all parts of one archive may unfold to: 128 MiB.
pub const UNPACKED_BYTES: u64 = 128 << 20;
/// Files in one archive.
pub const ARCHIVE_ENTRIES: usize = 20_000;
/// Characters of text taken from one document; more is cut by the formats that can grow (PDF, EPUB).
pub const TEXT_CHARS: usize = 24_000_000;
/// The most text of one article, in MiB: less than is read of an article's file.
pub const ARTICLE_MIB: usize = 60;
/// The most headings, items and rows of one article: its brief names each by its number.
pub const NAMED: usize = 50_000;

/// Stacks that are tried for the working thread. They are reserved, not used: only the pages a recursion touches cost
/// memory; but where the system grants little, less must do.
const STACKS: [usize; 3] = [256 << 20, 32 << 20, 4 << 20];
/// How often the clock and the memory are looked at: a short article is done before the first time.
const GLANCE: Duration = Duration::from_millis(10);
/// How long work that ran over may take to reach a checkpoint before it is left behind.
const GRACE: Duration = Duration::from_millis(250);
/// How much more memory it may take meanwhile: what is left of a gibibyte is for what is taken until the next glance.
const MORE: u64 = 96 << 20;
const WORKER: &str = "ingest";

/// Why work on an input was ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It took longer than [`TIME`].
    Time,
    /// The process came to hold more than [`MEMORY`].
    Memory,
    /// A parser panicked.
    Fault,
}

/// Work on an input that was ended before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overrun {
    /// Why.
    pub cause: Cause,
    /// Whether the work has really ended. If not, it goes on behind the caller's back: the process should say what
    /// happened and end.
    pub stopped: bool,
}

/// Thrown by [`checkpoint`] to unwind the working thread; never seen outside.
struct Stop;

thread_local! {
    static CANCELLED: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// Whether work was ever to be ended in this process. Until then, and so nearly always, a checkpoint need not ask whose
/// thread it is in.
static EVER: AtomicBool = AtomicBool::new(false);

/// Ends the work of this thread if its time is up, by unwinding to [`bounded`]. Does nothing outside of it. Cheap enough
/// for inner loops.
#[inline]
pub fn checkpoint() {
    if EVER.load(Ordering::Relaxed) {
        end_if_over();
    }
}

#[cold]
fn end_if_over() {
    let over = CANCELLED.with_borrow(|flag| flag.as_ref().is_some_and(|f| f.load(Ordering::Relaxed)));
    if over {
        panic::resume_unwind(Box::new(Stop));
    }
}

/// Whether work that is to be ended reaches a checkpoint.
#[cfg(test)]
pub(in crate::ingest) fn stops<T>(work: impl FnOnce() -> T) -> bool {
    CANCELLED.set(Some(Arc::new(AtomicBool::new(true))));
    EVER.store(true, Ordering::Relaxed);
    let ended = panic::catch_unwind(AssertUnwindSafe(work));
    CANCELLED.set(None);
    ended.is_err_and(|thrown| thrown.is::<Stop>())
}

/// Does `work` within the limits of one input. `since` is when work on that input began, where some was done before: then
/// there is only what is left of [`WHOLE`]. Inside of another `bounded` it is simply done, under the outer one's limits.
///
/// # Errors
/// When it took too long, came to hold too much memory, or panicked.
pub fn bounded<T: Send + 'static>(
    since: Option<Instant>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Overrun> {
    let left = since.map_or(TIME, |since| WHOLE.saturating_sub(since.elapsed()).min(TIME));
    within(left, MEMORY, work)
}

fn within<T: Send + 'static>(
    time: Duration,
    memory: u64,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Overrun> {
    if CANCELLED.with_borrow(Option::is_some) {
        return Ok(work());
    }
    quiet_workers();
    let cancelled = Arc::new(AtomicBool::new(false));
    let (done, answer) = mpsc::sync_channel(1);
    let flag = Arc::clone(&cancelled);
    let job = Box::new(move || {
        CANCELLED.set(Some(flag));
        let ended = panic::catch_unwind(AssertUnwindSafe(work));
        CANCELLED.set(None);
        // Nobody waits any more for work that was left behind.
        let _ = done.send(ended);
    });
    let Some(worker) = Worker::at_work(job) else {
        return Err(Overrun { cause: Cause::Memory, stopped: true });
    };
    match wait(&answer, time, memory) {
        Ok(ended) => {
            worker.rest();
            ended.map_err(|_| Overrun { cause: Cause::Fault, stopped: true })
        }
        Err(cause) => {
            cancelled.store(true, Ordering::Relaxed);
            EVER.store(true, Ordering::Relaxed);
            match wait(&answer, GRACE, memory.max(resident().unwrap_or(0)).saturating_add(MORE)) {
                Ok(Ok(value)) if cause == Cause::Time => Ok(value),
                Ok(_) => Err(Overrun { cause, stopped: true }),
                Err(_) => Err(Overrun { cause, stopped: false }),
            }
        }
    }
}

type Job = Box<dyn FnOnce() + Send>;

/// A working thread: one after another it does the jobs that it is sent, and ends when nobody can send it any.
struct Worker(mpsc::Sender<Job>);

/// Threads that have nothing to do: of many inputs each needs none of its own.
static RESTING: Mutex<Vec<Worker>> = Mutex::new(Vec::new());

impl Worker {
    /// A worker that does a job: one that rests, or else a new one, with as large a stack as is to be had.
    fn at_work(job: Job) -> Option<Self> {
        let rested = RESTING.lock().ok().and_then(|mut resting| resting.pop());
        let worker = rested.or_else(|| STACKS.iter().find_map(|&stack| Self::start(stack)))?;
        worker.0.send(job).ok().map(|()| worker)
    }

    fn start(stack: usize) -> Option<Self> {
        let (jobs, sent) = mpsc::channel::<Job>();
        let work = move || sent.into_iter().for_each(|job| job());
        thread::Builder::new().name(WORKER.to_owned()).stack_size(stack).spawn(work).ok().map(|_| Self(jobs))
    }

    /// Keeps it for the next job.
    fn rest(self) {
        if let Ok(mut resting) = RESTING.lock() {
            resting.push(self);
        }
    }
}

type Ended<T> = Result<T, Box<dyn Any + Send>>;

fn wait<T>(answer: &mpsc::Receiver<Ended<T>>, time: Duration, memory: u64) -> Result<Ended<T>, Cause> {
    let until = Instant::now() + time;
    loop {
        match answer.recv_timeout(GLANCE) {
            Ok(ended) => return Ok(ended),
            Err(mpsc::RecvTimeoutError::Disconnected) => return Err(Cause::Fault),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        if Instant::now() >= until {
            return Err(Cause::Time);
        }
        if resident().is_some_and(|bytes| bytes > memory) {
            return Err(Cause::Memory);
        }
    }
}

/// Bytes of memory the process holds, where the system says so in a file (Linux).
fn resident() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split(' ').nth(1)?.parse().ok()?;
    // Where pages are larger than 4 KiB this is too little by that factor: the limit is then later, never earlier.
    Some(pages * 4096)
}

/// Whether this thread does the work of [`bounded`], so that a panic in it is an answer and ends nothing.
pub fn is_fenced() -> bool {
    thread::current().name() == Some(WORKER)
}

/// Panics where `EPITOME_PANIC` says, in a build for testing: what a panic does and leaves can be seen only so. A place is
/// a word of the program's, or an input's name.
pub fn panic_if_asked(place: &str) {
    if cfg!(debug_assertions) && std::env::var_os("EPITOME_PANIC").is_some_and(|asked| asked == place) {
        panic!("asked to panic in {place}");
    }
}

/// A panic in a worker is an answer, not news for the terminal: it prints nothing. All others go on to the hook there was.
fn quiet_workers() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !is_fenced() {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::{Cause, Overrun, WHOLE, bounded, checkpoint, within};
    use std::time::{Duration, Instant};

    #[test]
    fn work_that_ends_in_time_gives_its_answer() {
        assert_eq!(bounded(None, || 7), Ok(7));
        assert_eq!(bounded(None, || bounded(None, || 7)), Ok(Ok(7)));
    }

    #[test]
    fn what_fetching_took_is_not_there_for_reading() {
        let long_ago = Instant::now().checked_sub(WHOLE);
        let ran: Result<(), _> = bounded(long_ago, || {
            loop {
                checkpoint();
            }
        });
        assert_eq!(ran, Err(Overrun { cause: Cause::Time, stopped: true }));
    }

    #[test]
    fn a_panic_is_an_answer() {
        assert_eq!(
            bounded(None, || -> u8 { panic!("a parser's fault") }),
            Err(Overrun { cause: Cause::Fault, stopped: true })
        );
    }

    #[test]
    fn endless_work_is_ended_at_its_next_checkpoint() {
        let ran: Result<(), _> = within(Duration::from_millis(20), u64::MAX, || {
            loop {
                checkpoint();
            }
        });
        assert_eq!(ran, Err(Overrun { cause: Cause::Time, stopped: true }));
    }

    #[test]
    fn work_without_checkpoints_is_left_behind_and_said_so() {
        let ran = within(Duration::from_millis(20), u64::MAX, || std::thread::sleep(Duration::from_secs(2)));
        assert_eq!(ran, Err(Overrun { cause: Cause::Time, stopped: false }));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn work_that_takes_too_much_memory_is_ended() {
        let ran: Result<(), _> = within(Duration::from_secs(5), 1 << 20, || {
            loop {
                checkpoint();
            }
        });
        assert_eq!(ran, Err(Overrun { cause: Cause::Memory, stopped: true }));
    }
}
