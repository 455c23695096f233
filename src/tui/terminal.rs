//! The terminal itself: taken over at the start, given back on every way out, and listened to. Refuses to know what is on
//! the screen.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::cursor::Hide;
use crossterm::event::EnableBracketedPaste;
use crossterm::terminal::EnterAlternateScreen;
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpid, getppid, getsid, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr, ttyname};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::ingest::limits;
use crate::tui::input::{Decoder, Input};
use crate::tui::msg::{HANGUP, Msg};

/// How long the program may take to end after a signal, or after its terminal is gone, before it is ended.
const PATIENCE: Duration = Duration::from_millis(1500);
/// Asks for the colour of the background (xterm, OSC 11).
const ASK_BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";
/// Reports presses and the wheel (DEC private modes 1000 and 1006); with shift the terminal selects text as ever.
const MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// Undoes what [`take`] and a frame cut short did: mouse reports and synchronized update off, no colours, bracketed paste off, cursor shown,
/// alternate screen left.
const FAREWELL: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Has the terminal draw text in the order in which it comes (ECMA-48, BDSM reset: VTE and mintty reorder without), and
/// in its own again, as those that know the mode begin.
const OWN_ORDER: &[u8] = b"\x1b[8l";
const THEIR_ORDER: &[u8] = b"\x1b[8h";
/// Whether the terminal was asked to leave the order to us.
static ORDERED: AtomicBool = AtomicBool::new(false);
/// How long the terminal may take to read what is on its way before that is thrown away, and how long it is then tried.
const GRACE: Duration = Duration::from_millis(100);
const FAREWELL_PATIENCE: Duration = Duration::from_millis(600);

/// What is asked of the terminal beyond the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modes {
    /// To report the mouse.
    pub mouse: bool,
    /// Not to reorder text from right to left, which is in its order already.
    pub own_order: bool,
}

/// How the terminal was set before it was taken; nothing while it is not ours. Held while it is being given back, so that
/// no other thread ends the program halfway.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether the terminal is ours to write to, and who writes to it just now: once it is given back, no other thread's frame
/// may come behind the farewell.
static OURS: AtomicBool = AtomicBool::new(false);
static WRITING: Mutex<()> = Mutex::new(());

/// When the terminal was asked for its background, as long as it has not answered.
static ASKED: Mutex<Option<Instant>> = Mutex::new(None);
/// How long an answer may take; after that the terminal is one that gives none.
const ANSWER: Duration = Duration::from_secs(1);
/// How long leaving waits for an answer that is on its way.
const LEAVING: Duration = Duration::from_millis(50);

fn question() -> MutexGuard<'static, Option<Instant>> {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn before() -> MutexGuard<'static, Option<Termios>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What ratatui draws on.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Tty>>>;

/// Standard output as a terminal, while it is ours; what is written later goes nowhere. A thread that waits for a terminal
/// that does not read keeps no other from giving it back; waits where another program has set the terminal not to.
#[derive(Clone, Copy, Debug)]
pub struct Tty;

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let stdout = io::stdout();
        let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if !OURS.load(Ordering::SeqCst) {
                return Ok(bytes.len());
            }
            match rustix::io::write(&stdout, bytes) {
                Ok(n) => return Ok(n),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    let _ = poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None);
                }
                Err(e) => return Err(e.into()),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether an error says that the terminal is gone: then nobody is left to be told.
pub fn is_gone(e: &io::Error) -> bool {
    let gone = [Errno::IO, Errno::PIPE, Errno::NXIO, Errno::BADF];
    e.raw_os_error().is_some_and(|code| gone.iter().any(|errno| errno.raw_os_error() == code))
}

/// Columns and rows of the terminal; nothing when it does not say.
pub fn size() -> (u16, u16) {
    rustix::termios::tcgetwinsize(io::stdout()).map_or((0, 0), |size| (size.ws_col, size.ws_row))
}

/// Takes the terminal over: raw, on its alternate screen, without a cursor.
///
/// # Errors
/// When the terminal refuses to be set raw or cannot be written to; it is then as it was.
pub fn take(modes: Modes) -> io::Result<()> {
    {
        let mut before = before();
        let now = tcgetattr(io::stdin())?;
        let mut raw = now.clone();
        raw.make_raw();
        before.get_or_insert(now);
        tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
        OURS.store(true, Ordering::SeqCst);
    }
    let taken = execute!(Tty, EnterAlternateScreen, EnableBracketedPaste, Hide)
        .and_then(|()| if modes.mouse { Tty.write_all(MOUSE) } else { Ok(()) })
        .and_then(|()| {
            ORDERED.store(modes.own_order, Ordering::Relaxed);
            if modes.own_order { Tty.write_all(OWN_ORDER) } else { Ok(()) }
        });
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Takes the terminal again, as the shell may have left it while the program was stopped.
///
/// # Errors
/// As [`take`].
pub fn take_again(modes: Modes) -> io::Result<()> {
    give_back();
    take(modes)
}

/// Gives the terminal back as it was. Does nothing when it is not ours; never fails, since there is nobody to tell, and
/// never waits long, even for a terminal that does not read.
pub fn give_back() {
    let mut before = before();
    if let Some(termios) = before.take() {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &termios);
        OURS.store(false, Ordering::SeqCst);
        wait_for_writer();
        bid_farewell();
    }
}

/// Waits until nobody writes to the terminal any more; not for long, since whoever does may wait for one that does not read.
fn wait_for_writer() {
    let began = Instant::now();
    while matches!(WRITING.try_lock(), Err(TryLockError::WouldBlock)) && began.elapsed() < GRACE {
        thread::sleep(Duration::from_millis(1));
    }
}

fn bid_farewell() {
    let order = if ORDERED.swap(false, Ordering::Relaxed) { THEIR_ORDER } else { &[] };
    let farewell = [order, FAREWELL].concat();
    let Ok(mut tty) = open_without_waiting() else {
        // Not by way of a buffer, which would keep what a terminal that is gone did not take, and complain at the end.
        let _ = rustix::io::write(io::stdout(), &farewell);
        return;
    };
    let began = Instant::now();
    let mut rest = farewell.as_slice();
    while !rest.is_empty() && began.elapsed() < FAREWELL_PATIENCE {
        match tty.write(rest) {
            Ok(n) => rest = rest.get(n..).unwrap_or_default(),
            Err(e) if e.kind() == io::ErrorKind::WouldBlock => {
                if began.elapsed() > GRACE {
                    throw_away_output(&tty);
                }
                thread::sleep(Duration::from_millis(5));
            }
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

/// The terminal that standard output is, opened so that writing to it never waits. The flag is one of the opened file, so
/// that what the shell has open stays as it is.
fn open_without_waiting() -> io::Result<File> {
    let name = ttyname(io::stdout(), Vec::new())?.into_bytes();
    let path = std::ffi::OsString::from_vec(name);
    OpenOptions::new().write(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY).open(path)
}

/// Throws away what the terminal has not read, and wakes the thread that waits to write more of it: a signal makes it
/// look again.
fn throw_away_output(tty: &File) {
    let _ = tcflush(tty, QueueSelector::OFlush);
    let _ = kill_process(getpid(), Signal::WINCH);
}

/// Whether the terminal has sent something that is not read yet.
pub fn has_input() -> bool {
    let stdin = io::stdin();
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)], Some(&now)).is_ok_and(|ready| ready > 0)
}

/// Writes bytes that the terminal understands, between two frames.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn send(bytes: &[u8]) -> io::Result<()> {
    Tty.write_all(bytes)
}

/// Asks the terminal for its background's colour; the answer comes as input, if it comes.
pub fn ask_background() {
    // A terminal that cannot be asked is drawn on as if it had not answered.
    let _ = Tty.write_all(ASK_BACKGROUND);
    *question() = Some(Instant::now());
}

/// Takes the answer of a terminal that was asked a moment ago and has not answered yet, so that the shell does not get it
/// as if it had been typed. Waits for it no longer than a moment, and not at all where none is due.
pub fn swallow_answer(ears: &mut Ears) {
    let due = || question().is_some_and(|since| since.elapsed() < ANSWER);
    if !due() {
        return;
    }
    ears.close();
    // It may have come just then.
    if !due() {
        return;
    }
    let stdin = io::stdin();
    let (until, mut decoder, mut buffer) = (Instant::now() + LEAVING, Decoder::default(), [0; 1024]);
    let mut answered = false;
    while !answered {
        let left = until.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else { return };
        match poll(&mut [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)], Some(&left)) {
            Ok(1..) => {}
            _ => return,
        }
        let Ok(n @ 1..) = rustix::io::read(stdin.as_fd(), &mut buffer) else { return };
        let input = buffer.get(..n).unwrap_or_default();
        decoder.feed(input, |input| answered |= matches!(input, Input::Background(..)));
    }
}

/// Gives the terminal back before a panic is reported, and ends the program: a thread that is gone would be missed. A
/// panic in what is done within limits is an answer, and passed over, whichever hook was set first.
pub fn give_back_on_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if limits::is_fenced() {
            return;
        }
        give_back();
        report(panic);
        std::process::exit(101);
    }));
}

/// A screen of that size to draw on.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn screen(size: (u16, u16)) -> io::Result<Screen> {
    let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, Tty));
    Terminal::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, size.0, size.1)) })
}

/// Draws one frame, as one piece where the terminal can (DEC private mode 2026).
///
/// # Errors
/// When the terminal cannot be written to.
pub fn draw(screen: &mut Screen, paint: impl FnOnce(&mut ratatui::Frame)) -> io::Result<()> {
    queue!(screen.backend_mut(), crossterm::terminal::BeginSynchronizedUpdate)?;
    screen.draw(paint)?;
    execute!(screen.backend_mut(), crossterm::terminal::EndSynchronizedUpdate)
}

/// Whether a stopped program would stay so: a session's leader, or a group whose parent is not of the session (POSIX: an
/// orphaned process group), has no shell that watches over it.
pub fn nobody_continues() -> bool {
    let Ok(session) = getsid(None) else { return false };
    session == getpid() || getppid().is_none_or(|parent| getsid(Some(parent)).ok() != Some(session))
}

/// Gives the terminal to the shell and stops until the program is continued; the signal that says so asks for
/// [`take_again`].
///
/// # Errors
/// When the program cannot be stopped.
pub fn suspend() -> io::Result<()> {
    give_back();
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}

/// Turns signals into messages. One that ends the program ends it within a moment, even when nobody takes the message.
///
/// # Errors
/// When the signals cannot be caught.
pub fn listen_to_signals(to: Sender<Msg>) -> io::Result<()> {
    let mut signals = Signals::new([SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let listen = move || {
        for signal in signals.forever() {
            let (columns, rows) = size();
            let sent = match signal {
                SIGWINCH => to.send(Msg::Resize(columns, rows)),
                SIGTSTP => to.send(Msg::Suspend),
                SIGCONT => match to.send(Msg::Continued) {
                    Ok(()) => to.send(Msg::Resize(columns, rows)),
                    gone => gone,
                },
                ending => {
                    let _ = to.send(Msg::Stop(ending));
                    end_after_patience(128 + ending);
                }
            };
            if sent.is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(listen).map(|_| ())
}

/// Ends the program if it has not ended by itself: it may wait for a terminal that reads nothing.
fn end_after_patience(code: i32) -> ! {
    thread::sleep(PATIENCE);
    give_back();
    std::process::exit(code);
}

/// Who listens to the terminal, and can be told to leave it to another program for a while.
pub struct Ears {
    wake: UnixStream,
    gate: Arc<Gate>,
}

/// Whether the terminal is listened to.
#[derive(Default)]
struct Gate {
    state: Mutex<Hearing>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Hearing {
    #[default]
    Listens,
    Asked,
    Deaf,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, Hearing> {
        // What a thread that panicked left there is as good as any: one word.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while(&self, state: Hearing) {
        let mut now = self.state();
        while *now == state {
            now = self.changed.wait(now).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn set(&self, state: Hearing) {
        *self.state() = state;
        self.changed.notify_all();
    }
}

impl Ears {
    /// Stops listening; returns once nothing is read from the terminal any more.
    pub fn close(&mut self) {
        self.gate.set(Hearing::Asked);
        if self.wake.write_all(&[0]).is_ok() {
            self.gate.wait_while(Hearing::Asked);
        }
    }

    /// Listens again.
    pub fn open(&self) {
        self.gate.set(Hearing::Listens);
    }
}

/// Turns what the terminal sends into messages, and says when it is gone.
///
/// # Errors
/// When no thread, or no way to wake it, can be had.
pub fn listen_to_input(to: Sender<Msg>) -> io::Result<Ears> {
    let (wake, woken) = UnixStream::pair()?;
    let gate: Arc<Gate> = Arc::default();
    let ears = Ears { wake, gate: Arc::clone(&gate) };
    thread::Builder::new().name("input".to_owned()).spawn(move || listen(&to, woken, &gate)).map(|_| ears)
}

fn listen(to: &Sender<Msg>, mut woken: UnixStream, gate: &Gate) {
    let stdin = io::stdin();
    let mut decoder = Decoder::default();
    let mut buffer = vec![0; 1 << 16];
    let mut inputs = Vec::new();
    loop {
        let mut waiting = [
            PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN),
            PollFd::from_borrowed_fd(woken.as_fd(), PollFlags::IN),
        ];
        let patience = decoder.patience().and_then(|pause| Timespec::try_from(pause).ok());
        let polled = poll(&mut waiting, patience.as_ref());
        let [heard, asked] = waiting.map(|fd| !fd.revents().is_empty());
        match polled {
            Ok(0) => decoder.silence(|input| inputs.push(input)),
            Ok(_) if asked => {
                let _ = woken.read(&mut [0]);
                decoder = Decoder::default();
                gate.set(Hearing::Deaf);
                gate.wait_while(Hearing::Deaf);
            }
            Ok(_) if heard => match rustix::io::read(stdin.as_fd(), &mut buffer) {
                Ok(0) => break,
                Ok(n) => decoder.feed(buffer.get(..n).unwrap_or_default(), |input| inputs.push(input)),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => break,
            },
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => break,
        }
        for input in inputs.drain(..) {
            if matches!(input, Input::Background(..)) {
                *question() = None;
            }
            if to.send(Msg::Input(input)).is_err() {
                return;
            }
        }
    }
    *question() = None;
    let _ = to.send(Msg::Gone);
    end_after_patience(i32::from(HANGUP));
}
