//! Hands an address to the reader's browser: one http or https address as one argument, no shell. Refuses every address
//! that could be taken for anything else, by a program or by the reader's eye, and says why.

use std::fmt;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::thread;

use unicode_normalization::char::is_combining_mark;

use super::{Invocation, not_started, words};
use crate::text::safe;

/// The longest address that is opened, in bytes.
const LONGEST: usize = 4096;

/// The browser of the system, where `$BROWSER` names none.
const SYSTEM: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// An address that may be opened: http or https, a host, no white space, nothing invisible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address, in ASCII but for its host.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why an address is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused(&'static str);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The source's address is not opened: {}", self.0)
    }
}

impl std::error::Error for Refused {}

/// Checks an address from a brief. What is not ASCII behind the host is percent-encoded, and so is an apostrophe: the
/// address stays the same for the server.
///
/// # Errors
/// When it is anything but one plain http or https address.
pub fn url(text: &str) -> Result<Address, Refused> {
    if text.len() > LONGEST {
        return Err(Refused("it is too long"));
    }
    if text.is_empty() {
        return Err(Refused("there is none"));
    }
    if let Some(why) = text.chars().find_map(forbidden) {
        return Err(Refused(why));
    }
    let (scheme, rest) = text.split_once("://").ok_or(Refused("it does not begin with http:// or https://"))?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return Err(Refused("it does not begin with http:// or https://"));
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end).unwrap_or_default();
    check_authority(authority)?;
    let address = format!("{scheme}://{authority}{}", encoded(path));
    if address.len() > LONGEST {
        return Err(Refused("it is too long"));
    }
    Ok(Address(address))
}

/// Why an address with this character is refused.
fn forbidden(c: char) -> Option<&'static str> {
    match c {
        c if c.is_whitespace() => Some("it has white space in it"),
        c if c.is_control() || safe::stand_in(c).is_some() => Some("it has a control character in it"),
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2064}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ffa0}'
        | '\u{e0100}'..='\u{e01ef}' => Some("it has an invisible character in it"),
        '"' | '`' | '<' | '>' | '\\' | '^' | '{' | '|' | '}' => Some("it has a character in it that no address has"),
        _ => None,
    }
}

/// A host and perhaps a port; no name or password before it, which would let one host pass for another.
fn check_authority(authority: &str) -> Result<(), Refused> {
    if authority.contains('@') {
        return Err(Refused("it has a name or password before its host"));
    }
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, port)) => {
            let plain = !host.is_empty() && host.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'));
            (plain.then_some(host), port.strip_prefix(':').or((!port.is_empty()).then_some("no port")))
        }
        None => {
            let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
            (is_host(host).then_some(host), port)
        }
    };
    if host.is_none() {
        return Err(Refused("it has no host, or one that is no name"));
    }
    let is_port = |port: &str| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|n| n > 0);
    if port.is_some_and(|port| !is_port(port)) {
        return Err(Refused("its port is no number"));
    }
    Ok(())
}

/// Whether it is a name of labels with dots between; letters of every script, since hosts have them.
fn is_host(host: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || is_combining_mark(c) || c == '-' || c == '_';
    let label = |label: &str| {
        label.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            && !label.ends_with('-')
            && label.chars().all(inner)
    };
    host.len() <= 253 && host.strip_suffix('.').unwrap_or(host).split('.').all(label)
}

/// Path, query and fragment in ASCII.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\'' => out.push_str("%27"),
            byte if byte.is_ascii() => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Starts the first browser that is there: one of `$BROWSER`, whose commands are parted by `:` and may have `%s` where the
/// address goes, or the system's. It runs on its own, without the terminal. Returns the program's name.
///
/// # Errors
/// When none can be started; one line that says what was tried.
pub fn open(browser: Option<&str>, address: &Address) -> io::Result<String> {
    let mut failed = None;
    for invocation in commands(browser, address) {
        match start(&invocation) {
            Ok(()) => return Ok(invocation.name()),
            Err(e) => {
                failed = failed.or(Some(io::Error::new(e.kind(), not_started(&invocation.name(), "BROWSER", &e))))
            }
        }
    }
    Err(failed.unwrap_or_else(|| io::Error::new(io::ErrorKind::NotFound, "$BROWSER names no program")))
}

/// The programs that are tried, in order.
pub fn programs(browser: Option<&str>) -> Vec<String> {
    let programs = named(browser).split(':').filter_map(|command| words(command)?.into_iter().next());
    programs.filter(|program| !program.is_empty()).collect()
}

/// The browsers that are tried, in order.
fn commands(browser: Option<&str>, address: &Address) -> Vec<Invocation> {
    named(browser).split(':').filter_map(|command| invocation(command, address)).collect()
}

fn named(browser: Option<&str>) -> &str {
    browser.filter(|value| !value.trim().is_empty()).unwrap_or(SYSTEM)
}

/// A command with the address in it: where `%s` stands, else at its end. Always one argument.
fn invocation(command: &str, address: &Address) -> Option<Invocation> {
    let mut words = words(command)?.into_iter();
    let program = words.next().filter(|program| !program.is_empty())?;
    let mut args: Vec<String> = words.collect();
    if !args.iter().any(|arg| arg.contains("%s")) {
        args.push("%s".to_owned());
    }
    let args = args.into_iter().map(|arg| arg.replace("%s", address.as_str()).into()).collect();
    Some(Invocation { program: program.into(), args })
}

/// Starts a program on its own: no terminal, no signals meant for us; a thread waits for its end so that nothing is left.
fn start(invocation: &Invocation) -> io::Result<()> {
    let mut command = Command::new(&invocation.program);
    command.args(&invocation.args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let mut child = command.spawn()?;
    thread::Builder::new().name("browser".to_owned()).spawn(move || child.wait()).map(|_| ())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{commands, open, url};

    #[test]
    fn a_plain_address_is_opened_as_it_is() {
        for (text, want) in [
            ("https://example.org", "https://example.org"),
            ("http://example.org/a/b?c=d&e=f;g#h", "http://example.org/a/b?c=d&e=f;g#h"),
            ("HTTPS://Example.org:8443/%20x", "https://Example.org:8443/%20x"),
            ("https://en.wikipedia.org/wiki/Mercury_(planet)", "https://en.wikipedia.org/wiki/Mercury_(planet)"),
            ("https://ru.wikipedia.org/wiki/Мир", "https://ru.wikipedia.org/wiki/%D0%9C%D0%B8%D1%80"),
            ("https://президент.рф/новости", "https://президент.рф/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
            ("https://example.org/o'brien", "https://example.org/o%27brien"),
            ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
            ("http://[2001:db8::1]:80/x", "http://[2001:db8::1]:80/x"),
            ("https://example.org/user@host", "https://example.org/user@host"),
            ("https://example.org./?q=$HOME", "https://example.org./?q=$HOME"),
        ] {
            assert_eq!(url(text).unwrap().as_str(), want, "{text}");
        }
    }

    #[test]
    fn hostile_addresses_are_refused() {
        let long = format!("https://example.org/{}", "a".repeat(5000));
        for text in [
            "",
            "example.org",
            "-https://example.org",
            "--help",
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "ftp://example.org/",
            "http:/example.org",
            "https:///etc/passwd",
            "https://",
            "http://?x",
            "https://-oProxyCommand/",
            "https://good.example@evil.example/",
            "https://good.example:80@evil.example/",
            "https://good.example\\@evil.example/",
            "https://example.org/a b",
            " https://example.org",
            "https://example.org\n--incognito",
            "https://example.org/\u{1b}]0;x\u{7}",
            "https://example.org/\u{9b}31m",
            "https://example.org/\u{202e}gpj.exe",
            "https://exam\u{200b}ple.org/",
            "https://example.org/\u{e0041}",
            "https://example.org/\"; rm -rf ~; \"",
            "https://example.org/`id`",
            "https://example.org/|x",
            "https://$(id).example.org/",
            "https://good.example／evil.example/",
            "https://exam%70le.org/",
            "https://example..org/",
            "https://example.org:0/",
            "https://example.org:99999/",
            "https://example.org:80:80/",
            "https://example.org:+80/",
            "http://[::1/",
            "http://[::1]x/",
            "http://[example.org]/",
            long.as_str(),
        ] {
            assert!(url(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_browser_gets_the_address_as_one_argument() {
        let address = url("https://example.org/?a=$(id)&b=%s;c").unwrap();
        let it = address.as_str();
        for (browser, want) in [
            (None, vec![vec![super::SYSTEM, it]]),
            (Some(" "), vec![vec![super::SYSTEM, it]]),
            (Some("firefox"), vec![vec!["firefox", it]]),
            (Some("lynx %s:/usr/bin/w3m -o x '%s'"), vec![vec!["lynx", it], vec!["/usr/bin/w3m", "-o", "x", it]]),
            (Some(":'my browser'::"), vec![vec!["my browser", it]]),
            (Some("sh; x"), vec![vec!["sh;", "x", it]]),
            (Some("'open"), vec![]),
        ] {
            let got: Vec<Vec<OsString>> =
                commands(browser, &address).into_iter().map(|i| [vec![i.program], i.args].concat()).collect();
            assert_eq!(got, want, "{browser:?}");
        }
    }

    #[test]
    fn a_missing_browser_gives_one_line_and_the_next_is_tried() {
        let address = url("https://example.org").unwrap();
        let e = open(Some("/nowhere/browser"), &address).unwrap_err();
        assert_eq!(e.to_string(), "there is no program '/nowhere/browser'; $BROWSER says which one to use");
        assert_eq!(open(Some("/nowhere/browser:true"), &address).unwrap(), "true");
        assert!(open(Some(":"), &address).is_err());
    }
}
