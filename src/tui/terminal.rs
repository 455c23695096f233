//! The terminal itself: taken over at the start, given back on every way out, and listened to. Refuses to know what is on
//! the screen.

use std::io::{self, BufWriter, Stdout, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::tui::input::Decoder;
use crate::tui::msg::Msg;

/// How long an Escape may wait for what would make it the beginning of a sequence.
const ESCAPE: Timespec = Timespec { tv_sec: 0, tv_nsec: 40_000_000 };
/// How long the program may take to end after a signal before it is ended.
const PATIENCE: Duration = Duration::from_millis(1500);
/// Asks for the colour of the background (xterm, OSC 11).
const ASK_BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// Whether the terminal is ours, so that it is given back once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What ratatui draws on.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Columns and rows of the terminal; nothing when it does not say.
pub fn size() -> (u16, u16) {
    rustix::termios::tcgetwinsize(io::stdout()).map_or((0, 0), |size| (size.ws_col, size.ws_row))
}

/// Takes the terminal over: raw, on its alternate screen, without a cursor.
///
/// # Errors
/// When the terminal refuses to be set raw or cannot be written to.
pub fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)
}

/// Takes the terminal again, as the shell may have left it while the program was stopped.
///
/// # Errors
/// As [`take`].
pub fn take_again() -> io::Result<()> {
    give_back();
    take()
}

/// Gives the terminal back as it was. Does nothing when it is not ours; never fails, since there is nobody to tell.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), DisableBracketedPaste, Show, LeaveAlternateScreen);
        let _ = disable_raw_mode();
    }
}

/// Asks the terminal for its background's colour; the answer comes as input, if it comes.
pub fn ask_background() {
    let _ = io::stdout().write_all(ASK_BACKGROUND).and_then(|()| io::stdout().flush());
}

/// Gives the terminal back before a panic is reported.
pub fn give_back_on_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        report(panic);
    }));
}

/// A screen of that size to draw on.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn screen(size: (u16, u16)) -> io::Result<Screen> {
    let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
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

/// Gives the terminal to the shell until the program is continued, then takes it again.
///
/// # Errors
/// When the terminal cannot be taken again.
pub fn suspend() -> io::Result<()> {
    give_back();
    signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    take()
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
                SIGCONT => to.send(Msg::Continued).and_then(|()| to.send(Msg::Resize(columns, rows))),
                ending => {
                    let _ = to.send(Msg::Stop(ending));
                    thread::sleep(PATIENCE);
                    give_back();
                    std::process::exit(128 + ending);
                }
            };
            if sent.is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(listen).map(|_| ())
}

/// Turns what the terminal sends into messages, and says when it is gone.
///
/// # Errors
/// When no thread can be had.
pub fn listen_to_input(to: Sender<Msg>) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || listen(&to)).map(|_| ())
}

fn listen(to: &Sender<Msg>) {
    let stdin = io::stdin();
    let mut decoder = Decoder::default();
    let mut buffer = vec![0; 1 << 16];
    let mut inputs = Vec::new();
    loop {
        let mut waiting = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
        let patience = decoder.undecided().then_some(&ESCAPE);
        match poll(&mut waiting, patience) {
            Ok(0) => decoder.silence(|input| inputs.push(input)),
            Ok(_) => match rustix::io::read(stdin.as_fd(), &mut buffer) {
                Ok(0) => break,
                Ok(n) => decoder.feed(buffer.get(..n).unwrap_or_default(), |input| inputs.push(input)),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
                Err(_) => break,
            },
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => break,
        }
        for input in inputs.drain(..) {
            if to.send(Msg::Input(input)).is_err() {
                return;
            }
        }
    }
    let _ = to.send(Msg::Gone);
}
