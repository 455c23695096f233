//! Servers that mean harm, on this machine's loopback only; each answers a bounded number of times and ends.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::{FetchError, Fetched, fetch_within, is_address};

/// The time that these tests give a fetch.
const TIME: Duration = Duration::from_millis(700);
/// And the size.
const SIZE: u64 = 1 << 20;

/// A server that answers up to eight requests, and the port it listens on. Answers get their own port.
fn serve(answer: impl Fn(&mut TcpStream, u16) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().take(8) {
            let Ok(mut stream) = stream else { return };
            let _ = stream.set_read_timeout(Some(Duration::from_secs(1)));
            let _ = stream.set_write_timeout(Some(Duration::from_secs(2)));
            let mut request = [0; 2048];
            let _ = stream.read(&mut request);
            answer(&mut stream, port);
        }
    });
    port
}

fn fetched(answer: impl Fn(&mut TcpStream, u16) + Send + 'static) -> Result<Fetched, FetchError> {
    let port = serve(answer);
    fetch_within(&format!("http://127.0.0.1:{port}/a"), TIME, SIZE)
}

/// An answer of these header lines and this body; `PORT` stands for the server's port.
fn says(head: &'static str, body: &'static [u8]) -> Result<Fetched, FetchError> {
    fetched(move |stream, port| {
        let head = head.replace("PORT", &port.to_string()).replace('\n', "\r\n");
        let _ = stream.write_all(format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes());
        let _ = stream.write_all(body);
    })
}

#[test]
fn a_page_comes_with_its_encoding_and_its_last_address() {
    let page =
        says("200 OK\nContent-Type: text/html; charset=\"windows-1251\"\nContent-Length: 3", b"\xcf\xe0\xf0").unwrap();
    assert_eq!(page.bytes, b"\xcf\xe0\xf0");
    assert_eq!(page.hint.charset.as_deref(), Some("windows-1251"));
    assert!(page.hint.url.unwrap().ends_with("/a"));
}

#[test]
fn redirects_are_few_and_lead_to_pages_only() {
    let redirect =
        |error: &FetchError| matches!(error, FetchError::Redirect(why) if matches!(**why, FetchError::Scheme(_)));
    assert_eq!(says("302 Found\nLocation: http://127.0.0.1:PORT/a", b""), Err(FetchError::Redirects));
    assert!(redirect(&says("301 Moved\nLocation: file:///etc/passwd", b"").unwrap_err()));
    assert!(redirect(&says("307 Moved\nLocation: javascript:alert(1)", b"").unwrap_err()));
    assert!(redirect(&says("302 Found\nLocation: ftp://127.0.0.1/x", b"").unwrap_err()));
    assert!(matches!(says("302 Found\nLocation: http://a@b/", b""), Err(FetchError::Redirect(_))));
    assert_eq!(says("302 Found", b""), Err(FetchError::Status(302)));
}

#[test]
fn a_redirect_that_ends_is_followed() {
    let end = serve(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nend");
    });
    let page = fetched(move |stream, _| {
        let head = format!("HTTP/1.1 308 Moved\r\nLocation: http://127.0.0.1:{end}/b\r\nContent-Length: 0\r\n\r\n");
        let _ = stream.write_all(head.as_bytes());
    });
    let page = page.unwrap();
    assert_eq!(page.bytes, b"end");
    assert_eq!(page.hint.url, Some(format!("http://127.0.0.1:{end}/b")));
}

#[test]
fn servers_refusals_are_told() {
    assert_eq!(says("404 Not Found\nContent-Length: 0", b""), Err(FetchError::Status(404)));
    assert_eq!(says("503 Busy\nContent-Length: 0", b""), Err(FetchError::Status(503)));
    assert_eq!(says("200 OK\nContent-Type: image/png", b"\x89PNG"), Err(FetchError::NoText("image/png".to_owned())));
}

#[test]
fn no_body_is_too_long_or_too_slow() {
    let endless = |stream: &mut TcpStream, _: u16| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        for _ in 0..64 {
            if stream.write_all(&[b'x'; 65536]).is_err() {
                return;
            }
        }
    };
    assert_eq!(fetched(endless), Err(FetchError::Size));
    let drip = |stream: &mut TcpStream, _: u16| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        for _ in 0..30 {
            thread::sleep(Duration::from_millis(50));
            let _ = stream.write_all(b"x");
        }
    };
    assert_in_time(drip);
    let slow_head = |stream: &mut TcpStream, _: u16| {
        for byte in b"HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyy" {
            let _ = stream.write_all(&[*byte]);
            thread::sleep(Duration::from_millis(50));
        }
    };
    assert_in_time(slow_head);
    assert_in_time(|_: &mut TcpStream, _: u16| thread::sleep(Duration::from_secs(2)));
}

fn assert_in_time(answer: impl Fn(&mut TcpStream, u16) + Send + 'static) {
    let began = Instant::now();
    assert_eq!(fetched(answer), Err(FetchError::Time));
    assert!(began.elapsed() < TIME + Duration::from_millis(600));
}

#[test]
fn what_unfolds_is_counted_unfolded() {
    // 4 MiB of zeros in gzip's own format, made by hand: stored blocks would not unfold, so the deflate stream is one
    // long run of the same byte, repeated.
    let bomb = gzip_of_zeros(4 << 20);
    let small = bomb.len();
    let answer = move |stream: &mut TcpStream, _: u16| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {small}\r\n\r\n");
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.write_all(&bomb);
    };
    assert!(small < 64 << 10);
    assert_eq!(fetched(answer), Err(FetchError::Size));
}

/// Zeros as one gzip member, of a deflate stream with fixed codes: a literal zero, then matches of 258 at distance 1.
fn gzip_of_zeros(count: usize) -> Vec<u8> {
    let (mut out, mut bits, mut held) = (b"\x1f\x8b\x08\0\0\0\0\0\0\xff".to_vec(), 0u32, 0u32);
    let mut put = |value: u32, length: u32, out: &mut Vec<u8>| {
        bits |= value << held;
        held += length;
        while held >= 8 {
            out.push((bits & 0xff) as u8);
            bits >>= 8;
            held -= 8;
        }
    };
    put(0b011, 3, &mut out); // the last block, fixed codes
    put(0b0000_1100, 8, &mut out); // the literal 0, its code's bits from the highest on
    for _ in 0..count / 258 {
        put(0b1010_0011, 8, &mut out); // length code 285
        put(0, 5, &mut out); // distance code 0
    }
    put(0, 7, &mut out); // the end
    put(0, 8, &mut out);
    out
}

#[test]
fn what_is_no_http_is_no_page() {
    for nonsense in [b"".as_slice(), b"SSH-2.0-x\r\n", b"HTTP/9.9 abc\r\n\r\n", b"\0\0\0\0\0\0"] {
        let got = fetched(move |stream, _| {
            let _ = stream.write_all(nonsense);
        });
        assert!(matches!(got, Err(FetchError::Protocol | FetchError::Connection(_))), "{nonsense:?}: {got:?}");
    }
    let flood = |stream: &mut TcpStream, _: u16| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        for _ in 0..3000 {
            if stream.write_all(b"X-Header: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n").is_err() {
                return;
            }
        }
    };
    assert!(fetched(flood).is_err());
}

#[test]
fn nobody_there_is_said_plainly() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let got = fetch_within(&format!("http://127.0.0.1:{free}/"), TIME, SIZE).unwrap_err();
    assert!(got.to_string().contains("offline"), "{got}");
    assert!(matches!(fetch_within("file:///etc/passwd", TIME, SIZE), Err(FetchError::Scheme(_))));
}

#[test]
fn addresses_are_told_from_files() {
    for name in ["http://a.example/x", "https://a", "file:///etc/passwd", "ftp://x"] {
        assert!(is_address(name), "{name}");
    }
    for name in ["a.html", "-", "c://x", "notes: a://b", "./http"] {
        assert!(!is_address(name), "{name}");
    }
}
