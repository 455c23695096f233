//! A page from the web to its bytes. http and https only; every redirect is checked again, and there are few; one deadline
//! for all of it; one limit on size, counted after decompression. Sends no cookies, runs nothing, and is called only when
//! a person gives an address: taking in a local file opens no connection.

mod address;

use std::fmt;
use std::io::{self, Read};
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::http::Response;
use ureq::http::header::{CONTENT_TYPE, HeaderName, LOCATION};

use crate::ingest::{Hint, limits};

use address::Address;

/// Time for everything that is fetched, redirects and body too. Reading it has what is left of [`limits::WHOLE`].
pub const DEADLINE: Duration = Duration::from_secs(6);
/// Redirects that are followed.
pub const REDIRECTS: usize = 5;

/// A page as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Its bytes, decompressed.
    pub bytes: Vec<u8>,
    /// Where it was found in the end, and the encoding its server named.
    pub hint: Hint,
}

/// Why no page came: what is the matter, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The address has another scheme than http and https; with that.
    Scheme(String),
    /// The address is not well formed; with what is wrong.
    Address(String),
    /// A redirect led to an address that is refused; with the reason.
    Redirect(Box<FetchError>),
    /// A redirect led into a private network or to this machine.
    Private,
    /// There were more than [`REDIRECTS`].
    Redirects,
    /// The host was not found; with its name.
    Host(String),
    /// No connection was made; with the system's reason.
    Connection(String),
    /// The connection is not secure; with the reason.
    Tls(String),
    /// The server answered with an error; with its number.
    Status(u16),
    /// The server did not speak HTTP.
    Protocol,
    /// It took longer than [`DEADLINE`].
    Time,
    /// It is larger than [`limits::INPUT_BYTES`].
    Size,
    /// It is a picture, sound or video; with its media type.
    NoText(String),
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme(scheme) => write!(f, "'{scheme}:' is not fetched; only http and https are"),
            Self::Address(why) => write!(f, "is no address that can be fetched: {why}"),
            Self::Redirect(why) => write!(f, "leads to an address that is refused: {why}"),
            Self::Private => f.write_str("it is in a private network"),
            Self::Redirects => write!(f, "leads from one address to the next, more than {REDIRECTS} times"),
            Self::Host(host) => {
                write!(f, "cannot find '{host}': are you offline? Save the page as a file and give that")
            }
            Self::Connection(why) => {
                write!(f, "cannot connect ({why}): are you offline? Save the page and give the file")
            }
            Self::Tls(why) => write!(f, "has no secure connection: {why}"),
            Self::Status(code) => match code {
                404 | 410 => write!(f, "is not there (the server says {code})"),
                401..=403 | 407 | 451 => {
                    write!(f, "is refused by its server ({code}); save the page from your browser and give the file")
                }
                429 | 503 => write!(f, "is not to be had now ({code}); try again later"),
                _ => write!(f, "was not given by its server ({code})"),
            },
            Self::Protocol => f.write_str("its server does not speak HTTP"),
            Self::Time => write!(f, "took longer than {} seconds to fetch", DEADLINE.as_secs()),
            Self::Size => write!(f, "is too large: at most {} MiB are taken in", limits::INPUT_BYTES >> 20),
            Self::NoText(kind) => write!(f, "is {kind}, which holds no text"),
        }
    }
}

impl std::error::Error for FetchError {}

/// Whether what a person gave is an address rather than the name of a file: it begins with a scheme and `//`.
pub fn is_address(name: &str) -> bool {
    name.split_once("://").is_some_and(|(scheme, _)| {
        scheme.len() >= 2 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// Fetches a page.
///
/// # Errors
/// When the address or one it leads to is refused, when nothing or no text comes, or when a limit is passed.
pub fn fetch(url: &str) -> Result<Fetched, FetchError> {
    fetch_within(url, DEADLINE, limits::INPUT_BYTES)
}

fn fetch_within(url: &str, time: Duration, size: u64) -> Result<Fetched, FetchError> {
    let since = Instant::now();
    let until = since + time;
    let mut address = Address::parse(url)?;
    for _ in 0..=REDIRECTS {
        let mut response = get(&address, until)?;
        let status = response.status().as_u16();
        match (status, header(&response, &LOCATION)) {
            (301 | 302 | 303 | 307 | 308, Some(location)) => {
                address = address.redirected(&location).map_err(|e| FetchError::Redirect(Box::new(e)))?;
            }
            (200..=299, _) => return body(&mut response, &address, size, since),
            _ => return Err(FetchError::Status(status)),
        }
    }
    Err(FetchError::Redirects)
}

fn get(address: &Address, until: Instant) -> Result<Response<ureq::Body>, FetchError> {
    const ACCEPT: &str =
        "text/html,application/xhtml+xml,application/pdf,application/epub+zip,text/markdown,text/plain,*/*;q=0.5";
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(FetchError::Time);
    }
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(left))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .max_response_header_size(64 << 10)
        .user_agent(concat!("epitome/", env!("CARGO_PKG_VERSION")))
        .accept(ACCEPT)
        .build()
        .into();
    agent.get(address.to_string()).call().map_err(|e| failure(e, address))
}

fn failure(error: ureq::Error, address: &Address) -> FetchError {
    match error {
        ureq::Error::Timeout(_) => FetchError::Time,
        ureq::Error::HostNotFound => FetchError::Host(address.host().to_owned()),
        // The system's resolver has no kind of its own for what it does not find.
        ureq::Error::Io(e) if e.to_string().contains("lookup address") => FetchError::Host(address.host().to_owned()),
        ureq::Error::Io(e) => match io_failure(&e) {
            FetchError::Protocol if address.is_secure() => {
                FetchError::Tls("its server answers in plain text".to_owned())
            }
            failure => failure,
        },
        ureq::Error::ConnectionFailed => FetchError::Connection("no answer".to_owned()),
        ureq::Error::Tls(why) => FetchError::Tls(why.to_owned()),
        ureq::Error::Rustls(e) => FetchError::Tls(e.to_string()),
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => FetchError::Address("it is not well formed".to_owned()),
        _ => FetchError::Protocol,
    }
}

fn io_failure(e: &io::Error) -> FetchError {
    match e.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => FetchError::Time,
        io::ErrorKind::ConnectionRefused => FetchError::Connection("the connection was refused".to_owned()),
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable => {
            FetchError::Connection("the network cannot be reached".to_owned())
        }
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => FetchError::Protocol,
        _ => FetchError::Connection(e.kind().to_string()),
    }
}

fn header(response: &Response<ureq::Body>, name: &HeaderName) -> Option<String> {
    response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

fn body(
    response: &mut Response<ureq::Body>,
    address: &Address,
    size: u64,
    since: Instant,
) -> Result<Fetched, FetchError> {
    let kind = header(response, &CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    let media = kind.split(';').next().unwrap_or_default().trim();
    if ["image/", "video/", "audio/", "font/"].iter().any(|no| media.starts_with(no)) {
        return Err(FetchError::NoText(media.to_owned()));
    }
    let charset = kind.split_once("charset=").map(|(_, rest)| rest.trim_matches(['"', '\'', ' ']));
    let charset = charset.and_then(|c| c.split([';', '"', ' ']).next()).filter(|c| !c.is_empty()).map(str::to_owned);
    let mut bytes = Vec::new();
    let mut reader = response.body_mut().with_config().limit(u64::MAX).reader().take(size + 1);
    reader.read_to_end(&mut bytes).map_err(|e| body_failure(&e))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > size {
        return Err(FetchError::Size);
    }
    Ok(Fetched { bytes, hint: Hint { name: None, url: Some(address.to_string()), charset, since: Some(since) } })
}

/// A failure amid the body, which the client wraps.
fn body_failure(e: &io::Error) -> FetchError {
    match e.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()) {
        Some(ureq::Error::Timeout(_)) => FetchError::Time,
        Some(ureq::Error::Io(inner)) => io_failure(inner),
        Some(_) => FetchError::Protocol,
        None => io_failure(e),
    }
}

#[cfg(test)]
mod tests;
