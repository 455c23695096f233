//! The block of `key: value` lines above a Markdown text: YAML between `---`, TOML between `+++`, of both only what front
//! matter is written in: strings, and lists of them. Everything else is passed over. No YAML parser runs on it, so nothing
//! in it can nest, refer or grow.

/// Longest front matter, in bytes.
const LONGEST: usize = 64 << 10;

/// Keys with their values, in order; lists have several. Keys in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter(Vec<(String, Vec<String>)>);

impl FrontMatter {
    /// The values of the first of these keys that has one.
    pub fn get(&self, keys: &[&str]) -> Option<&[String]> {
        let has = |key: &&str| self.0.iter().find(|(k, values)| k == *key && !values.is_empty());
        keys.iter().find_map(has).map(|(_, values)| values.as_slice())
    }

    /// The only value of the first of these keys that has one.
    pub fn text(&self, keys: &[&str]) -> Option<&str> {
        self.get(keys).and_then(|values| values.first()).map(String::as_str)
    }
}

/// Parts a text into its front matter and the rest; without front matter the whole is the rest.
pub fn split(text: &str) -> (FrontMatter, &str) {
    let whole = (FrontMatter::default(), text);
    let start = text.trim_start_matches(['\u{feff}', '\n', '\r']);
    let Some((fence, rest)) = ["---", "+++"].iter().find_map(|f| {
        let rest = start.strip_prefix(f)?;
        let rest = rest.trim_start_matches([' ', '\t']);
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).map(|rest| (*f, rest))
    }) else {
        return whole;
    };
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (fence == "---" && bare == "...") {
            let body = rest.get(length + line.len()..).unwrap_or_default();
            let fields = rest.get(..length).unwrap_or_default();
            let matter = read(fields);
            // A rule above and below a paragraph is no front matter.
            return if matter.0.is_empty() { whole } else { (matter, body) };
        }
        length += line.len();
        if length > LONGEST {
            break;
        }
    }
    whole
}

fn read(fields: &str) -> FrontMatter {
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    let mut lines = fields.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some((_, values)) = out.last_mut() {
                values.extend(item_value(item));
            }
            continue;
        }
        let Some((key, value)) = key_value(line) else { continue };
        let folded = matches!(value, ">" | "|" | ">-" | "|-");
        let mut values = if folded { Vec::new() } else { values(value) };
        if folded {
            let mut parts = Vec::new();
            while let Some(part) = lines.next_if(|l| l.starts_with([' ', '\t']) || l.trim().is_empty()) {
                parts.push(part.trim());
            }
            values.push(parts.join(" ").trim().to_owned());
        }
        out.push((key, values));
    }
    FrontMatter(out)
}

/// `key: value` or `key = value` at the beginning of a line.
fn key_value(line: &str) -> Option<(String, &str)> {
    let at = line.find([':', '='])?;
    let (key, rest) = (line.get(..at)?, line.get(at + 1..)?);
    let key = key.trim_end().trim_matches(['"', '\'']);
    let good = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c));
    (good && !line.starts_with([' ', '\t', '#']) && (rest.is_empty() || rest.starts_with([' ', '\t'])))
        .then(|| (key.to_lowercase(), rest.trim()))
}

/// A list's item: a string, or the name of a person given as `name: …`.
fn item_value(item: &str) -> Option<String> {
    match key_value(item.trim()) {
        Some((key, value)) if key == "name" => values(value).into_iter().next(),
        Some(_) => None,
        None => values(item.trim()).into_iter().next(),
    }
}

/// One string, or the strings of a list in brackets.
fn values(value: &str) -> Vec<String> {
    let Some(inner) = value.strip_prefix('[').and_then(|v| v.trim_end().strip_suffix(']')) else {
        return Some(scalar(value)).filter(|s| !s.is_empty()).into_iter().collect();
    };
    let mut out = Vec::new();
    let (mut quote, mut from) = (None, 0);
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (Some(q), _) if q == c => quote = None,
            (None, '"' | '\'') if inner.get(from..at).is_some_and(|s| s.trim().is_empty()) => quote = Some(c),
            (None, ',') => {
                out.extend(inner.get(from..at).map(scalar));
                from = at + 1;
            }
            _ => {}
        }
    }
    out.extend(inner.get(from..).map(scalar));
    out.retain(|s| !s.is_empty());
    out
}

/// A scalar without its quotation marks and its comment; nothing for null.
fn scalar(value: &str) -> String {
    let value = value.trim();
    if let Some(rest) = value.strip_prefix('"') {
        return double_quoted(rest);
    }
    if let Some(rest) = value.strip_prefix('\'') {
        let end = rest.rfind('\'').unwrap_or(rest.len());
        return rest.get(..end).unwrap_or_default().replace("''", "'");
    }
    let value = value.split(" #").next().unwrap_or_default().trim();
    if matches!(value, "null" | "~" | "{}") { String::new() } else { value.to_owned() }
}

/// What stands between double quotation marks, its escapes read.
fn double_quoted(rest: &str) -> String {
    let mut out = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n' | 't' | 'r' | 'v' | 'f' | 'N' | 'L' | 'P' | '_') => out.push(' '),
                Some('0') => out.push('\0'),
                Some('a') => out.push('\u{7}'),
                Some('b') => out.push('\u{8}'),
                Some('e') => out.push('\u{1b}'),
                Some('U') => out.extend(hex(&mut chars, 8)),
                Some('u') => out.extend(hex(&mut chars, 4)),
                Some('x') => out.extend(hex(&mut chars, 2)),
                Some(c) => out.push(c),
                None => {}
            },
            _ => out.push(c),
        }
    }
    out
}

fn hex(chars: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let code: String = chars.by_ref().take(digits).collect();
    u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn fields_are_read_as_people_write_them() {
        let text = "---\ntitle: \"Ferry \\u201cruns\\u201d: aground\" # once\nauthor: [Ines Maddock, 'A, B']\ntags:\n  - x\n  - y\n\
                    date: 2031-05-03\nnothing: null\nsummary: >-\n  one\n  two\npeople:\n- name: Ines Maddock\n  at: Post\n---\nBody\n";
        let (matter, body) = split(text);
        assert_eq!(body, "Body\n");
        assert_eq!(matter.text(&["title"]), Some("Ferry “runs”: aground"));
        assert_eq!(matter.get(&["author"]).unwrap(), ["Ines Maddock", "A, B"]);
        assert_eq!(matter.get(&["tags"]).unwrap(), ["x", "y"]);
        assert_eq!(matter.text(&["nothing"]), None);
        assert_eq!(matter.text(&["summary"]), Some("one two"));
        assert_eq!(matter.text(&["people"]), Some("Ines Maddock"));
        assert_eq!(split("+++\r\ntitle = 'A'\r\n+++\r\nB").0.text(&["title"]), Some("A"));
    }

    #[test]
    fn escapes_are_read() {
        let (matter, _) = split("---\ntitle: \"A\\e[2Jb\\_c\\U0001F980\\u202ed\"\n---\nBody\n");
        assert_eq!(matter.text(&["title"]), Some("A\u{1b}[2Jb c🦀\u{202e}d"));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in ["---\n\nA paragraph.\n\n---\n", "---", "Text\n---\n", "--- \nno end: here\n"] {
            assert_eq!(split(text).1, text);
        }
    }
}
