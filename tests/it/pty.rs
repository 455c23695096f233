//! The program in a terminal of its own: what it leaves of the terminal on every way out, what it takes in, and what it
//! costs while nothing happens. Needs `setsid` (util-linux) for a terminal that sends signals; skips loudly without.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::num::NonZeroU16;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Action, OptionalActions, Winsize, tcflow, tcgetattr, tcsetattr, tcsetwinsize};

use crate::driver::briefs;

mod asked;
mod new_brief;

/// What the first frame shows.
const MARKER: &str = "Ferry runs aground";
/// How long anything may take that should take a moment; a loaded machine is given time.
const SOON: Duration = Duration::from_secs(10);

/// A copy of the project's briefs in that home, so that what the reader adds does not come among them.
fn copied(home: &Path) -> PathBuf {
    let folder = home.join("briefs");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(briefs()).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if !name.to_str().unwrap().contains(".study.") {
            fs::copy(entry.path(), folder.join(name)).unwrap();
        }
    }
    folder
}

/// How the program is started.
#[derive(Clone)]
struct How<'a> {
    args: &'a [&'a str],
    env: &'a [(&'a str, &'a str)],
    size: (u16, u16),
    /// Whether the terminal is the one that sends the program its signals.
    controlling: bool,
}

impl Default for How<'_> {
    fn default() -> Self {
        Self { args: &[], env: &[], size: (80, 24), controlling: true }
    }
}

/// The program in its terminal.
struct Session {
    child: Child,
    master: Option<OwnedFd>,
    slave: File,
    /// How the terminal was set before.
    before: String,
    out: Vec<u8>,
    screen: vt100::Parser,
    home: PathBuf,
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.home);
    }
}

fn open_pty() -> (OwnedFd, File) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let path = Path::new(std::ffi::OsStr::from_bytes(name.to_bytes()));
    let slave = OpenOptions::new().read(true).write(true).custom_flags(libc::O_NOCTTY).open(path).unwrap();
    rustix::io::ioctl_fionbio(&master, true).unwrap();
    (master, slave)
}

fn winsize((columns, rows): (u16, u16)) -> Winsize {
    Winsize { ws_col: columns, ws_row: rows, ws_xpixel: 0, ws_ypixel: 0 }
}

/// The rows and columns of a screen that the test itself can hold.
fn cells((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let at_most = |n: u16, most: u16| NonZeroU16::new(n.min(most)).unwrap_or(NonZeroU16::MIN);
    (at_most(rows, 500), at_most(columns, 1000))
}

fn settings(slave: &File) -> String {
    let termios = tcgetattr(slave).unwrap();
    format!(
        "{:?} {:?} {:?} {:?}",
        termios.input_modes, termios.output_modes, termios.local_modes, termios.special_codes
    )
}

impl Session {
    /// Starts the program on the project's briefs, unless `how` says otherwise.
    fn start(how: &How) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let home = std::env::temp_dir().join(format!("epitome-pty-{}-{n}", std::process::id()));
        fs::create_dir_all(&home).unwrap();
        let (master, slave) = open_pty();
        tcsetwinsize(&master, winsize(how.size)).unwrap();
        let mut command = Command::new(if how.controlling { "setsid" } else { env!("CARGO_BIN_EXE_epitome") });
        if how.controlling {
            command.args(["-c", env!("CARGO_BIN_EXE_epitome")]);
        }
        command.args(how.args).env_clear().env("HOME", &home).env("EPITOME_LIBRARY", copied(&home));
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("TERM", "xterm-256color");
        command.envs(how.env.iter().copied());
        let end = || Stdio::from(slave.try_clone().unwrap());
        let before = settings(&slave);
        let child = command.stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
        let (rows, columns) = cells(how.size);
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { child, master: Some(master), slave, before, out: Vec::new(), screen, home }
    }

    /// Starts the program and waits until the shelf is drawn, with every brief on it: one that fills keeps the brief
    /// selected, not the row.
    fn open(how: &How) -> Self {
        let mut session = Self::start(how);
        session.wait_for(MARKER);
        session.wait_for("1/7");
        session
    }

    /// Takes what the program has written, waiting a moment for it. False when there was nothing.
    fn pump(&mut self) -> bool {
        let Some(master) = &self.master else { return false };
        let moment = Timespec { tv_sec: 0, tv_nsec: 10_000_000 };
        let mut waiting = [PollFd::new(master, PollFlags::IN)];
        if poll(&mut waiting, Some(&moment)).unwrap_or(0) == 0 {
            return false;
        }
        let mut buffer = [0; 1 << 16];
        let n = rustix::io::read(master, &mut buffer).unwrap_or(0);
        self.out.extend_from_slice(&buffer[..n]);
        self.screen.process(&buffer[..n]);
        n > 0
    }

    /// Pumps until something is so.
    #[track_caller]
    fn until(&mut self, what: &str, within: Duration, mut is_so: impl FnMut(&mut Self) -> bool) {
        let began = Instant::now();
        while !is_so(self) {
            assert!(began.elapsed() < within, "not within {within:?}: {what}\n{}", self.screen.screen().contents());
            if !self.pump() && self.master.is_none() {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }

    #[track_caller]
    fn wait_for(&mut self, text: &str) {
        self.until(text, SOON, |session| session.screen.screen().contents().contains(text));
    }

    /// Types, reading what the program writes meanwhile.
    #[track_caller]
    fn types(&mut self, bytes: &[u8]) {
        let (mut rest, began) = (bytes, Instant::now());
        while !rest.is_empty() {
            assert!(began.elapsed() < SOON, "{} bytes were not taken in", rest.len());
            match rustix::io::write(self.master.as_ref().unwrap(), rest) {
                Ok(n) => rest = &rest[n..],
                Err(_) => {
                    self.pump();
                }
            }
        }
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    fn resize(&mut self, size: (u16, u16)) {
        tcsetwinsize(self.master.as_ref().unwrap(), winsize(size)).unwrap();
        let (rows, columns) = cells(size);
        self.screen.screen_mut().set_size(rows, columns);
    }

    /// Waits for the end, reading on.
    #[track_caller]
    fn end(&mut self, within: Duration) -> ExitStatus {
        let mut status = None;
        self.until("its end", within, |session| {
            status = session.child.try_wait().unwrap();
            status.is_some()
        });
        while self.pump() {}
        status.unwrap()
    }

    #[track_caller]
    fn quits(&mut self, keys: &[u8]) {
        self.types(keys);
        assert_eq!(self.end(SOON).code(), Some(0), "{keys:?}");
        self.assert_given_back("after quitting");
    }

    /// A field of what the system says of the process, counted as in proc(5).
    fn stat(&self, field: usize) -> String {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let after_name = stat.rsplit_once(") ").unwrap().1;
        after_name.split(' ').nth(field - 3).unwrap().to_owned()
    }

    fn processor_ticks(&self) -> u64 {
        self.stat(14).parse::<u64>().unwrap() + self.stat(15).parse::<u64>().unwrap()
    }

    /// The modes that the program has changed, but for the one that a frame may be in the middle of.
    fn taken_modes(&self) -> Vec<String> {
        let mut modes = left_modes(&self.out);
        modes.retain(|mode| mode != "2026");
        modes
    }

    #[track_caller]
    fn assert_given_back(&mut self, when: &str) {
        while self.pump() {}
        assert_eq!(settings(&self.slave), self.before, "{when}");
        assert_eq!(left_modes(&self.out), Vec::<String>::new(), "{when}");
    }
}

/// The DEC private modes that are not as they were at the start, by what was written: all but the cursor were off.
fn left_modes(out: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(out);
    let mut modes = std::collections::BTreeMap::new();
    for sequence in text.split("\x1b[?").skip(1) {
        let numbers: String = sequence.chars().take_while(|c| c.is_ascii_digit() || *c == ';').collect();
        match sequence.chars().nth(numbers.len()) {
            Some(end @ ('h' | 'l')) => {
                for number in numbers.split(';') {
                    modes.insert(number.to_owned(), end == 'h');
                }
            }
            _ => continue,
        }
    }
    let left = modes.into_iter().filter(|(number, on)| *on != (number == "25"));
    left.map(|(number, _)| number).collect()
}

/// Whether this machine can give a program a terminal that sends it signals; says so when it cannot.
fn can() -> bool {
    let can = Command::new("setsid").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !can {
        crate::briefs::skipped("setsid is not here, so that no program can be given a terminal");
    }
    can
}

#[test]
fn every_way_of_quitting_gives_the_terminal_back() {
    if !can() {
        return;
    }
    for keys in [&b"q"[..], b"Q", b"\x03", b"\rQ", b"?Q"] {
        let mut session = Session::open(&How::default());
        assert_ne!(settings(&session.slave), session.before, "the terminal was taken");
        assert_eq!(session.taken_modes(), ["1000", "1006", "1049", "2004", "25"]);
        session.quits(keys);
    }
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    if !can() {
        return;
    }
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut session = Session::open(&How::default());
        session.signal(signal);
        assert_eq!(session.end(Duration::from_secs(3)).code(), Some(code));
        session.assert_given_back(&format!("after {signal:?}"));
    }
}

#[test]
fn a_signal_while_it_starts_leaves_nothing_behind() {
    if !can() {
        return;
    }
    for delay in [0, 1, 2, 4, 8, 16, 32] {
        let mut session = Session::start(&How::default());
        std::thread::sleep(Duration::from_millis(delay));
        session.signal(Signal::TERM);
        session.end(Duration::from_secs(5));
        session.assert_given_back(&format!("after a signal at {delay} ms"));
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_in_any_thread_ends_it_and_gives_the_terminal_back() {
    if !can() {
        return;
    }
    for place in ["frame", "load"] {
        let mut session = Session::start(&How { env: &[("EPITOME_PANIC", place)], ..How::default() });
        let ended = session.end(SOON);
        assert_eq!(ended.code(), Some(101), "{place}");
        assert!(String::from_utf8_lossy(&session.out).contains("asked to panic"), "{place}");
        session.assert_given_back(&format!("after a panic: {place}"));
    }
}

/// Also where an article was taken in before the reader was opened.
#[test]
fn an_article_that_no_reader_withstands_is_damaged_and_the_program_goes_on() {
    if !can() {
        return;
    }
    let folder = std::env::temp_dir().join(format!("epitome-damaged-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let [good, bad] = ["good.txt", "bad.txt"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    fs::write(&good, "The tide turned at noon.\n\nThe harbour master closed the channel on Friday for a week.\n")
        .unwrap();
    fs::write(&bad, "The tide did not turn.\n").unwrap();
    let mut session =
        Session::start(&How { args: &["add", &good, "--open"], env: &[("EPITOME_PANIC", &bad)], ..How::default() });
    session.wait_for("harbour master closed");
    session.types(b"ghA");
    session.types(bad.as_bytes());
    session.types(b"\r");
    session.wait_for("it is damaged");
    session.quits(b"Q");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_note_is_written_in_an_editor_whose_name_has_spaces() {
    use std::os::unix::fs::PermissionsExt;
    if !can() {
        return;
    }
    let editor = std::env::temp_dir().join(format!("epitome ed {}", std::process::id()));
    fs::write(&editor, "#!/bin/sh\necho 'Who counted them?' > \"$1\"\n").unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let editor = format!("'{}'", editor.display());
    let args = ["note", "coastdaily-2031-ferry"];
    let mut session = Session::start(&How { args: &args, env: &[("EDITOR", &editor)], ..How::default() });
    assert_eq!(session.end(SOON).code(), Some(0), "{}", String::from_utf8_lossy(&session.out));
    let study = fs::read_to_string(session.home.join("briefs/coastdaily-2031-ferry.study.yaml")).unwrap();
    assert!(study.contains("Who counted them?"), "{study}");
    fs::remove_file(editor.trim_matches('\'')).unwrap();
}

#[test]
fn stopped_it_gives_the_terminal_back_and_draws_anew_when_continued() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How::default());
    for round in 0..2 {
        session.signal(Signal::TSTP);
        session.until("stopped", SOON, |session| session.stat(3) == "T");
        session.assert_given_back("while stopped");
        assert!(!session.screen.screen().contents().contains(MARKER));
        session.signal(Signal::CONT);
        session.wait_for(MARKER);
        assert_eq!(session.taken_modes(), ["1000", "1006", "1049", "2004", "25"], "round {round}");
    }
    session.types(b"\r");
    session.wait_for("summary");
    session.quits(b"Q");
}

#[test]
fn without_a_shell_that_would_continue_it_the_key_does_not_stop_it() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How::default());
    session.types(b"\x1a");
    session.wait_for("No shell is there");
    session.quits(b"Q");
}

#[test]
fn a_terminal_that_reorders_is_asked_not_to_and_given_its_order_back() {
    if !can() {
        return;
    }
    for (args, asked) in [(&["--bidi", "epitome"][..], true), (&[], false), (&["--bidi", "terminal"], false)] {
        for by_signal in [false, true] {
            let mut session = Session::open(&How { args, ..How::default() });
            assert_eq!(count(&session.out, b"\x1b[8l"), usize::from(asked), "{args:?}");
            if by_signal {
                session.signal(Signal::HUP);
                session.end(SOON);
            } else {
                session.quits(b"Q");
            }
            assert_eq!(count(&session.out, b"\x1b[8h"), usize::from(asked), "{args:?}");
        }
    }
}

/// How often bytes stand in others.
fn count(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).filter(|window| *window == what).count()
}

#[test]
fn it_ends_when_its_terminal_goes_away() {
    if !can() {
        return;
    }
    // Not its controlling terminal: no signal says that it is gone.
    for controlling in [true, false] {
        let mut session = Session::open(&How { controlling, ..How::default() });
        session.master = None;
        let ended = session.end(Duration::from_secs(5));
        assert_eq!(ended.code(), Some(129), "{ended:?}");
    }
}

#[test]
fn a_paste_whose_end_is_lost_swallows_no_key_for_long() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How::default());
    session.types(b"\x1b[200~words");
    std::thread::sleep(Duration::from_millis(1500));
    session.quits(b"Q");
}

#[test]
fn every_size_is_drawn_and_quits() {
    if !can() {
        return;
    }
    for size in [(0, 0), (1, 1), (2, 1), (1, 40), (39, 12), (40, 11), (1000, 500), (65535, 65535), (65535, 1)] {
        let mut session = Session::start(&How { size, ..How::default() });
        session.until("bracketed paste", SOON, |session| left_modes(&session.out).contains(&"2004".to_owned()));
        session.types(b"j\rjQ");
        assert_eq!(session.end(SOON).code(), Some(0), "{size:?}");
        session.assert_given_back(&format!("at {size:?}"));
    }
}

#[test]
fn a_storm_of_resizes_ends_in_the_last_size() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How::default());
    for n in 0..300u16 {
        let size = [(0, 0), (1, 1), (n, n), (300, 100), (1000, 1), (1, 500)][usize::from(n) % 6];
        tcsetwinsize(session.master.as_ref().unwrap(), winsize(size)).unwrap();
        if n % 3 == 0 {
            session.pump();
        }
    }
    session.resize((120, 40));
    session.types(b"\x0c");
    session.wait_for(MARKER);
    session.quits(b"Q");
}

/// How much less is typed where the code is not optimised: a megabyte otherwise.
const SLOW: usize = if cfg!(debug_assertions) { 10 } else { 1 };

#[test]
fn a_flood_of_input_is_taken_in_at_once() {
    if !can() {
        return;
    }
    let paste = [b"\x1b[200~".as_slice(), &b"quit Q \x03 \x1b[B ".repeat(150_000), b"\x1b[201~"].concat();
    for (what, flood) in [
        ("typed text", b"the ferry ran aground; no boat came. ".repeat(28_000 / SLOW / SLOW / 4)),
        ("keys", b"jk".repeat(500_000 / SLOW)),
        ("keys that set much text", b"\r".iter().chain(b"JK".repeat(500_000 / SLOW).iter()).copied().collect()),
        ("the mouse", b"\x1b[<64;10;10M\x1b[<35;3;4M\x1b[<65;10;10M\x1b[<0;1;1M\x1b[<0;1;1m".repeat(5_000)),
        ("a paste", paste),
        ("noise", (0..200_000u32).map(|n| 0x80 | (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect()),
    ] {
        let mut session = Session::open(&How::default());
        session.types(&flood);
        let began = Instant::now();
        // What was typed may have begun a note: the first drops it, or quits like the second.
        session.types(b"\x03\x03");
        assert_eq!(session.end(SOON).code(), Some(0), "{what}");
        assert!(began.elapsed() < Duration::from_secs(3), "{what}: {:?}", began.elapsed());
        session.assert_given_back(what);
    }
}

#[test]
fn answers_nobody_asked_for_do_no_harm() {
    if !can() {
        return;
    }
    let answers =
        ["\x1b[?997;1n", "\x1b[?2026;2$y", "\x1b]11;rgb:zz\x07", "\x1b[?62c", "\x1bP>|x\x1b\\", "\x1b[1;1R", "\x1b[I"];
    for answer in answers {
        let mut session = Session::open(&How::default());
        session.types(answer.as_bytes());
        session.types(b"j");
        session.wait_for("2/7");
        session.quits(b"q");
    }
}

#[test]
fn idle_it_writes_nothing_and_uses_no_processor() {
    if !can() {
        return;
    }
    let mut session = Session::open(&How::default());
    let mut quiet = Instant::now();
    session.until("silence", SOON, |session| {
        if session.pump() {
            quiet = Instant::now();
        }
        quiet.elapsed() > Duration::from_millis(300)
    });
    let (ticks, written) = (session.processor_ticks(), session.out.len());
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(2) {
        session.pump();
    }
    assert_eq!((session.processor_ticks(), session.out.len()), (ticks, written));
    session.quits(b"q");
}

/// The parameters of every `CSI … m` that sets a colour.
fn colours(out: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(out).into_owned();
    let ends = text.split("\x1b[").skip(1).filter_map(|rest| {
        let parameters: String = rest.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ';' | ':')).collect();
        (rest.chars().nth(parameters.len()) == Some('m')).then_some(parameters)
    });
    let sets = |parameters: &String| {
        let first = parameters.split([';', ':']).map(|n| n.parse().unwrap_or(0u32));
        first.into_iter().any(|n| matches!(n, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
    };
    ends.filter(sets).collect()
}

#[test]
fn two_briefs_are_compared_on_the_screen_where_there_is_one_and_nothing_else_is_asked_for() {
    if !can() {
        return;
    }
    let two = &["compare", "harbour", "coastdaily"][..];
    let mut drawn = Session::start(&How { args: two, size: (120, 40), ..How::default() });
    drawn.wait_for("]d difference");
    drawn.wait_for("= 3 agree");
    drawn.quits(b"q");
    let mut written = Session::start(&How { args: &[two, &["--format", "text"]].concat(), ..How::default() });
    assert_eq!(written.end(SOON).code(), Some(0));
    let said = String::from_utf8_lossy(&written.out).into_owned();
    assert!(said.contains("3 agree") && !said.contains("\x1b["), "{said}");
}

#[test]
fn no_color_means_no_colour() {
    if !can() {
        return;
    }
    for (no_color, colourful) in [("1", false), ("", true)] {
        let env = [("NO_COLOR", no_color), ("COLORTERM", "truecolor")];
        let mut session = Session::open(&How { env: &env, size: (120, 40), ..How::default() });
        session.types(b"j\rj\t?");
        session.quits(b"Q");
        assert_eq!(!colours(&session.out).is_empty(), colourful, "{:?}", colours(&session.out));
    }
}

#[test]
fn the_ground_is_what_the_terminal_answers() {
    if !can() {
        return;
    }
    let drawn = |args: &[&str], answer: Option<&[u8]>| {
        let mut session = Session::open(&How { args, ..How::default() });
        if let Some(answer) = answer {
            assert!(String::from_utf8_lossy(&session.out).contains("\x1b]11;?"), "it asks");
            session.types(answer);
        }
        session.types(b"j");
        session.wait_for("2/7");
        let cell = |x| session.screen.screen().cell(3, x).map(|cell| (cell.fgcolor(), cell.bgcolor())).unwrap();
        (0..80).map(cell).collect::<Vec<_>>()
    };
    let light = drawn(&["--theme", "light"], None);
    let dark = drawn(&["--theme", "dark"], None);
    assert_ne!(light, dark);
    assert_eq!(drawn(&[], Some(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\")), light);
    assert_eq!(drawn(&[], Some(b"\x1b]11;rgb:0000/0000/0000\x07")), dark);
    assert_eq!(drawn(&[], None), dark);
}

#[test]
fn without_a_terminal_it_says_so_in_one_line() {
    let (_master, slave) = open_pty();
    let run = |stdin: Stdio, stdout: Stdio, term: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
        command.env("TERM", term).stdin(stdin).stdout(stdout).stderr(Stdio::piped());
        command.spawn().unwrap().wait_with_output().unwrap()
    };
    let tty = || Stdio::from(slave.try_clone().unwrap());
    for (stdin, stdout, term) in [
        (Stdio::null(), Stdio::piped(), "xterm"),
        (tty(), Stdio::piped(), "xterm"),
        (Stdio::null(), tty(), "xterm"),
        (tty(), tty(), "dumb"),
    ] {
        let output = run(stdin, stdout, term);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len(), said.lines().count()), (Some(2), 0, 1), "{said}");
        assert!(said.contains("terminal") && said.contains("epitome list"), "{said}");
    }
}

#[test]
fn a_terminal_that_reads_nothing_does_not_keep_it() {
    if !can() {
        return;
    }
    // Its output is full: nobody reads it.
    let mut session = Session::open(&How { size: (300, 100), ..How::default() });
    for _ in 0..60 {
        rustix::io::write(session.master.as_ref().unwrap(), b"\x0c").unwrap();
        std::thread::sleep(Duration::from_millis(15));
    }
    session.signal(Signal::TERM);
    assert_eq!(without_reading(&mut session).code(), Some(143));
    session.assert_given_back("after a terminal that reads nothing");

    // Its output is held, as by C-s.
    let mut session = Session::open(&How::default());
    tcflow(session.slave.as_fd(), Action::OOff).unwrap();
    session.types(b"j\rj");
    session.signal(Signal::TERM);
    assert_eq!(without_reading(&mut session).code(), Some(143));
    tcflow(session.slave.as_fd(), Action::OOn).unwrap();
    assert_eq!(settings(&session.slave), session.before);
}

#[track_caller]
fn without_reading(session: &mut Session) -> ExitStatus {
    let began = Instant::now();
    loop {
        if let Some(status) = session.child.try_wait().unwrap() {
            return status;
        }
        assert!(began.elapsed() < Duration::from_secs(3), "it waits for the terminal");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn reading_leaves_every_brief_and_article_as_it_was() {
    if !can() {
        return;
    }
    let folder = std::env::temp_dir().join(format!("epitome-pty-library-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(briefs()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    let bytes = || {
        let mut all: Vec<(PathBuf, Vec<u8>)> = Vec::new();
        for entry in fs::read_dir(&folder).unwrap() {
            let (path, mut bytes) = (entry.unwrap().path(), Vec::new());
            // What the reader adds, and the lock under which that is written, are not the briefs'.
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if name.ends_with(".study.yaml") || name.starts_with('.') {
                continue;
            }
            File::open(&path).unwrap().read_to_end(&mut bytes).unwrap();
            all.push((path, bytes));
        }
        all.sort();
        all
    };
    let before = bytes();
    let library = folder.to_str().unwrap().to_owned();
    let mut session = Session::open(&How { env: &[("EPITOME_LIBRARY", library.as_str())], ..How::default() });
    session.types(b"jjks\rjj\t\rga");
    session.quits(b"Q");
    assert!(bytes() == before, "a brief or an article was written to");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_answer_that_comes_while_it_is_left_does_not_reach_the_shell() {
    if !can() {
        return;
    }
    // On a busy machine the answer may come too late to be waited for: then it is tried again.
    let leaks = || {
        let mut session = Session::start(&How::default());
        session.until("its question", SOON, |session| String::from_utf8_lossy(&session.out).contains("\x1b]11;?"));
        session.wait_for(MARKER);
        session.types(b"q");
        std::thread::sleep(Duration::from_millis(25));
        session.types(b"\x1b]11;rgb:1111/1111/1111\x1b\\");
        session.end(SOON);
        let mut raw = tcgetattr(&session.slave).unwrap();
        raw.make_raw();
        tcsetattr(&session.slave, OptionalActions::Now, &raw).unwrap();
        rustix::io::ioctl_fionread(&session.slave).unwrap() > 0
    };
    assert!((0..5).any(|_| !leaks()), "the shell gets what the terminal answers");
}
