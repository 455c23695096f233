//! Markdown of what is not ours: text in which no sign has a meaning, addresses that are links and nothing else, passages
//! quoted with the paragraph they stand in. Refuses to trust a text because it stands in a brief.

use super::show::Passages;
use crate::brief::Anchor;
use crate::brief::anchor::State;
use crate::text::safe;

/// Text, in one line, in which no sign has a meaning in Markdown.
pub(super) fn escaped(text: &str) -> String {
    let line = safe::line(text);
    let line = line.trim_start();
    let mut escaped = String::with_capacity(line.len());
    // What makes a list or a heading only where a line begins with it.
    let behind_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbers = (behind_digits.len() < line.len() && behind_digits.starts_with(['.', ')'])).then_some(behind_digits);
    let begins = line.starts_with(['-', '+', '=']).then_some(line).or(numbers).map(|rest| line.len() - rest.len());
    for (at, c) in line.char_indices() {
        let has_meaning = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&');
        if has_meaning || begins == Some(at) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// An address of the web as a link; anything else as text.
pub(super) fn address(url: &str) -> String {
    if is_web_address(url) { format!("<{url}>") } else { escaped(url) }
}

/// Whether it is an address of the web, and nothing in it ends a link or a value.
pub(super) fn is_web_address(url: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\'' | '`' | '\\');
    (url.starts_with("https://") || url.starts_with("http://")) && url.chars().all(is_plain)
}

/// The passages of a claim, each quoted with its paragraph; every line begins with `indent`.
pub(super) fn quoted(evidence: &[Anchor], passages: &Passages<'_>, indent: &str) -> String {
    let quote = |anchor: &Anchor| {
        let (words, place) = cited(anchor, passages);
        match words {
            Some(words) => format!("{indent}> {} ({place})\n", escaped(&words)),
            None => format!("{indent}> ({place})\n"),
        }
    };
    evidence.iter().map(quote).collect::<Vec<_>>().join(&format!("{indent}>\n"))
}

/// The words of a passage, where they are known, and its place: `¶ 4`; with what became of it where it is not simply
/// there.
pub(super) fn cited(anchor: &Anchor, passages: &Passages<'_>) -> (Option<String>, String) {
    let found = passages.resolve(anchor);
    let no = found.place.map(|(no, _)| no).or(anchor.paragraph);
    let no = no.map_or_else(|| "?".to_owned(), |no| no.get().to_string());
    let fate = if found.state == State::Exact { String::new() } else { format!(", {}", found.state.name()) };
    (passages.words(anchor, &found).map(str::to_owned), format!("¶ {no}{fate}"))
}

#[cfg(test)]
mod tests {
    use super::{address, escaped};

    #[test]
    fn nothing_in_a_text_has_a_meaning() {
        for (text, written) in [
            ("a *b* <i>c</i> &amp; [d](e)", "a \\*b\\* \\<i\\>c\\</i\\> \\&amp; \\[d\\](e)"),
            ("- no list", "\\- no list"),
            ("12. of May", "12\\. of May"),
            ("12 of May - no list.", "12 of May - no list."),
            ("  indented", "indented"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }

    #[test]
    fn only_an_address_of_the_web_is_a_link() {
        assert_eq!(address("https://a.example/b?c=d"), "<https://a.example/b?c=d>");
        assert_eq!(address("https://a.example/<b>"), "https://a.example/\\<b\\>");
        assert_eq!(address("javascript:x"), "javascript:x");
    }
}
