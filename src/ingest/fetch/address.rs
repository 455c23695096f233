//! Addresses of pages: which may be fetched at all, and where a redirect leads. Knows http and https and refuses every
//! other scheme, names and passwords in an address, and redirects from the open net into a private one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::FetchError;

/// Longest address, in bytes.
const LONGEST: usize = 4096;

/// The address of a page, checked: http or https, a host, no user, no fragment, ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    scheme: &'static str,
    /// Host, and port if there is one.
    authority: String,
    /// Begins with a slash; with the query.
    path: String,
}

impl Address {
    /// Checks an address.
    ///
    /// # Errors
    /// When it is not http or https, or not well formed.
    pub fn parse(url: &str) -> Result<Self, FetchError> {
        let url = url.trim();
        let (scheme, rest) = url.split_once("://").unwrap_or((url.split(':').next().unwrap_or_default(), ""));
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "http" => "http",
            "https" => "https",
            other => return Err(FetchError::Scheme(other.chars().take(20).collect())),
        };
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if authority.contains('@') {
            return Err(FetchError::Address("it holds a user's name; give it without one".to_owned()));
        }
        let host_ok = |c: char| c.is_ascii_alphanumeric() || "-._:[]%".contains(c);
        if authority.is_empty() || authority.starts_with(':') || !authority.chars().all(host_ok) {
            return Err(FetchError::Address("its host is missing or not plain ASCII".to_owned()));
        }
        if url.len() > LONGEST || url.chars().any(char::is_control) {
            return Err(FetchError::Address("it is too long, or holds control characters".to_owned()));
        }
        let path = path.split('#').next().unwrap_or_default();
        let path = if path.starts_with('/') { escaped(path) } else { format!("/{}", escaped(path)) };
        Ok(Self { scheme, authority: authority.to_ascii_lowercase(), path })
    }

    /// Where a redirect from here leads.
    ///
    /// # Errors
    /// As [`Address::parse`]; and when it leads from a public host into a private network or this machine.
    pub fn redirected(&self, location: &str) -> Result<Self, FetchError> {
        let location = location.trim();
        let to = if has_scheme(location) {
            Self::parse(location)?
        } else if let Some(rest) = location.strip_prefix("//") {
            Self::parse(&format!("{}://{rest}", self.scheme))?
        } else {
            Self::parse(&format!("{}://{}{}", self.scheme, self.authority, self.resolve(location)))?
        };
        if to.is_private() && !self.is_private() {
            return Err(FetchError::Private);
        }
        Ok(to)
    }

    /// A relative reference as a path (RFC 3986, section 5.2).
    fn resolve(&self, reference: &str) -> String {
        let own = self.path.split('?').next().unwrap_or("/");
        if reference.is_empty() || reference.starts_with('#') {
            return self.path.clone();
        }
        if reference.starts_with('?') {
            return format!("{own}{reference}");
        }
        let (path, query) = reference.split_once('?').map_or((reference, None), |(p, q)| (p, Some(q)));
        let base = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        let joined = if path.starts_with('/') { path.to_owned() } else { format!("{base}/{path}") };
        let mut parts: Vec<&str> = Vec::new();
        for part in joined.split('/').skip(1) {
            match part {
                "." => {}
                ".." => {
                    parts.pop();
                }
                _ => parts.push(part),
            }
        }
        let path = format!("/{}", parts.join("/"));
        query.map_or(path.clone(), |q| format!("{path}?{q}"))
    }

    /// The host, without its port.
    pub fn host(&self) -> &str {
        match self.authority.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => self.authority.split(':').next().unwrap_or_default(),
        }
    }

    /// Whether it is https.
    pub fn is_secure(&self) -> bool {
        self.scheme == "https"
    }

    /// Whether its host, as it is written, is this machine or in a private network.
    fn is_private(&self) -> bool {
        let host = self.host();
        match host.parse::<IpAddr>() {
            Ok(IpAddr::V4(ip)) => is_private_v4(ip),
            Ok(IpAddr::V6(ip)) => is_private_v6(ip),
            Err(_) => host == "localhost" || host.ends_with(".localhost") || !host.contains('.') || is_number(host),
        }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified() || ip.is_broadcast()
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_unique_local()
        || ip.is_unicast_link_local()
        || ip.to_ipv4_mapped().is_some_and(is_private_v4)
}

/// `2130706433` and `0x7f.1` are addresses too.
fn is_number(host: &str) -> bool {
    host.rsplit('.').next().is_some_and(|last| last.starts_with("0x") || last.bytes().all(|b| b.is_ascii_digit()))
}

fn has_scheme(location: &str) -> bool {
    let scheme = location.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((name, _)) = scheme.split_once(':') else { return false };
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// What may not stand in a path, percent-encoded.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn only_pages_of_the_web_are_addresses() {
        for (url, address) in [
            ("http://a.example", "http://a.example/"),
            ("HTTPS://A.example:8443/x y?q=ü#part", "https://a.example:8443/x%20y?q=%C3%BC"),
            ("http://[::1]:80/x", "http://[::1]:80/x"),
            ("https://a.example?q", "https://a.example/?q"),
        ] {
            assert_eq!(Address::parse(url).unwrap().to_string(), address, "{url}");
        }
        for url in [
            "file:///etc/passwd",
            "ftp://a.example/x",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://",
            "http:///x",
            "http://user:word@a.example/",
            "http://a.example\\@b.example/\r\nHost: c",
            "https://ü.example/",
            "",
            "gopher://x",
        ] {
            assert!(Address::parse(url).is_err(), "{url}");
        }
    }

    #[test]
    fn redirects_are_resolved_and_checked_again() {
        let from = Address::parse("https://a.example/one/two?q").unwrap();
        for (location, to) in [
            ("http://b.example/x", Some("http://b.example/x")),
            ("//b.example/x", Some("https://b.example/x")),
            ("/x", Some("https://a.example/x")),
            ("x?y", Some("https://a.example/one/x?y")),
            ("../../../x", Some("https://a.example/x")),
            ("?z", Some("https://a.example/one/two?z")),
            ("x:y/../z", None),
            ("file:///etc/passwd", None),
            ("FILE:/etc/passwd", None),
            ("http://127.0.0.1/x", None),
            ("http://localhost:1/x", None),
            ("http://[::ffff:10.0.0.1]/", None),
            ("http://2130706433/", None),
            ("http://169.254.169.254/latest/meta-data", None),
        ] {
            assert_eq!(from.redirected(location).ok().map(|a| a.to_string()).as_deref(), to, "{location}");
        }
        let here = Address::parse("http://127.0.0.1:8000/").unwrap();
        assert!(here.redirected("http://127.0.0.1:8001/").is_ok());
    }
}
