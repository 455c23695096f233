//! The id of a brief, made like a citation key: `maddock-2031-ferry`. Lower-case ASCII letters, digits and hyphens only, so that it
//! is a file name on every system and in every archive. Refuses to look into a library: what is taken, the caller knows.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::article::sha256;
use crate::brief::Brief;
use crate::text::outlet;
use crate::text::segment;
use crate::text::stem::Language;

/// The longest that one part of an id gets, in bytes.
const PART: usize = 24;

/// The longest part of an id that a person chooses, in bytes: with its longest ending it is a file name everywhere.
const LONGEST: usize = 120;

/// Endings of an id that would make its files those of another, or another kind of file.
const MEANT: &[&str] = &[".study", ".yaml", ".yml", ".txt"];

/// Words between those of a desk: 'Unser Reporter', 'Von der Redaktion', 'Special Correspondent'.
const DESK_FILLERS: &[&str] =
    &["Our", "our", "Unser", "Unsere", "Von", "von", "der", "Special", "Senior", "and", "the"];

/// Names that Windows keeps for devices.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt", "conin", "conout", "clock"];

/// An id for a brief: author or publisher, year, first telling word of its title (or label, or summary). When `taken` says
/// that it is, a number is added.
pub fn brief_id(brief: &Brief, taken: impl Fn(&str) -> bool) -> String {
    let who = brief.source.authors.iter().map(|author| key(author)).find(|part| !part.is_empty());
    let who = who.or_else(|| brief.source.publisher.as_deref().map(joined)).unwrap_or_default();
    let year = brief.source.published.map(|published| published.first().year().to_string()).unwrap_or_default();
    let heading = brief.title.as_deref().or(brief.label.as_deref()).unwrap_or(&brief.summary);
    let telling = telling(heading, brief.source.language.as_deref());
    let telling = if telling.is_empty() { digest(brief) } else { telling };
    let parts: Vec<String> = [who, year, telling].into_iter().filter(|part| !part.is_empty()).collect();
    let id = parts.join("-");
    let id = if is_reserved(&id) { format!("{id}-brief") } else { id };
    if !taken(&id) {
        return id;
    }
    (2..).map(|n: u64| format!("{id}-{n}")).find(|numbered| !taken(numbered)).unwrap_or(id)
}

fn is_reserved(name: &str) -> bool {
    let is = |device: &str| name.strip_prefix(device).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    RESERVED.iter().any(|device| is(device))
}

/// Why an id that a person chose cannot be one, if so: each of its parts must be a file name on every system, and none that
/// has a meaning of its own here.
pub fn unfit(id: &str) -> Option<&'static str> {
    id.split('/').find_map(unfit_part)
}

fn unfit_part(part: &str) -> Option<&'static str> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    let lower = part.to_ascii_lowercase();
    if part.is_empty() {
        Some("it has an empty part")
    } else if !part.bytes().all(allowed) {
        Some("only letters and digits of ASCII, '-', '_' and '.' are safe in file names everywhere")
    } else if part.starts_with(['.', '-']) {
        Some("it begins with '.' or '-'")
    } else if part.ends_with('.') || MEANT.iter().any(|end| lower.ends_with(end)) {
        Some("its ending has a meaning of its own")
    } else if part.len() > LONGEST {
        Some("it is too long")
    } else if is_reserved(lower.split('.').next().unwrap_or_default()) {
        Some("Windows keeps that name for a device")
    } else {
        None
    }
}

/// What stands for an author: a person's last name, an organisation's words; nothing for a desk, which says not whose it is.
fn key(author: &str) -> String {
    let is_desk = |word: &&str| outlet::is_desk_word(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let at_desk = author.split([' ', '-']).any(|word| is_desk(&word));
    if !at_desk && !outlet::is_outlet(author) && !outlet::is_agency(author) {
        return surname(author);
    }
    let telling = author.split([' ', '-']).filter(|word| !is_desk(word) && !DESK_FILLERS.contains(word));
    joined(&telling.collect::<Vec<_>>().join(" "))
}

/// The last name of an author, as a part of an id. 'Maddock, Ines' and 'Ines Maddock' are one.
fn surname(author: &str) -> String {
    let last = match author.split_once(',') {
        Some((last, _)) => last,
        None => author.split_whitespace().next_back().unwrap_or(""),
    };
    joined(last)
}

/// A name as one part of an id: without 'the', its words run together.
fn joined(name: &str) -> String {
    let words = segment::words(name).map(|(_, word)| plain(word)).filter(|word| word != "the");
    cut(&words.collect::<String>())
}

/// The first word of a heading that is no function word, or its first word.
fn telling(heading: &str, language: Option<&str>) -> String {
    let language = Language::of(language, heading);
    let words = || segment::words(heading).map(|(_, word)| word);
    let telling =
        words().find(|word| word.chars().count() > 2 && !language.is_function_word(word) && !plain(word).is_empty());
    telling.or_else(|| words().next()).map(|word| cut(&plain(word))).unwrap_or_default()
}

/// What stands for a heading that has no letter which can be written in ASCII.
fn digest(brief: &Brief) -> String {
    let empty = brief.title.is_none() && brief.label.is_none() && brief.summary.is_empty();
    let article = brief.source.article.as_ref().filter(|_| empty).map_or("", |article| &article.sha256);
    let text = format!("{:?}{:?}{}{article}", brief.title, brief.label, brief.summary);
    sha256(text.as_bytes()).chars().take(8).collect()
}

fn cut(part: &str) -> String {
    part.chars().take(PART).collect()
}

/// A word in lower-case ASCII letters and digits: marks are dropped, Cyrillic and Greek letters written as usual, all else
/// left out.
fn plain(word: &str) -> String {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    // 'l'été': the article is not the word.
    let bare = bare.split_once(['\'', '’']).filter(|(head, _)| head.len() <= 2).map_or(bare, |(_, rest)| rest);
    let lower = bare.to_lowercase();
    let mut out = String::new();
    for c in lower
        .nfc()
        .flat_map(|c| Letter::of(c).map_or_else(|| c.to_string(), str::to_owned).chars().collect::<Vec<_>>())
        .nfkd()
    {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !is_combining_mark(c) {
            out.push_str(Letter::of(c).unwrap_or(""));
        }
    }
    out
}

/// Letters that do not fall apart into an ASCII letter and marks.
struct Letter;

impl Letter {
    const LETTERS: &str = "ß ss æ ae ø o å a œ oe ł l đ d ð d þ th ı i ä ae ö oe ü ue \
        а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e \
        ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz \
        α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o";

    fn of(c: char) -> Option<&'static str> {
        let mut words = Self::LETTERS.split_whitespace();
        while let (Some(letter), Some(plain)) = (words.next(), words.next()) {
            if letter.chars().eq([c]) {
                return Some(plain);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{brief_id, unfit};
    use crate::brief::{Brief, Source};

    fn brief(author: &str, publisher: &str, published: &str, title: &str) -> Brief {
        let named = |s: &str| Some(s.to_owned()).filter(|s| !s.is_empty());
        let source = Source {
            authors: named(author).into_iter().collect(),
            publisher: named(publisher),
            published: published.parse().ok(),
            ..Source::default()
        };
        Brief { title: named(title), source, ..Brief::default() }
    }

    #[test]
    fn an_id_is_made_like_a_citation_key() {
        for (author, publisher, published, title, id) in [
            ("Ines Maddock", "The Harbour Post", "2031-05-03", "The Ferry That Sank", "maddock-2031-ferry"),
            ("Maddock, Ines", "", "2031", "Ferry", "maddock-2031-ferry"),
            ("", "The Harbour Post", "2031-05", "Ferry runs aground", "harbourpost-2031-ferry"),
            ("", "", "", "Ferry's end", "ferry"),
            ("HAFEN online", "", "2031", "Ferry", "hafenonline-2031-ferry"),
            ("The Harbour Post", "", "2031", "Ferry", "harbourpost-2031-ferry"),
            ("Hafener Nachrichten", "", "2031", "Ferry", "hafenernachrichten-2031-ferry"),
            ("dpa", "", "2031", "Ferry", "dpa-2031-ferry"),
            ("Redaktion", "Hafener Bote", "2031", "Ferry", "hafenerbote-2031-ferry"),
            ("Von der Redaktion", "", "2031", "Ferry", "2031-ferry"),
            ("Staff Reporter", "The Harbour Post", "2031", "Ferry", "harbourpost-2031-ferry"),
            ("Coast staff reporter", "The Harbour Post", "2031", "Ferry", "coast-2031-ferry"),
            ("Editorial board", "", "2031", "Ferry", "2031-ferry"),
            ("José Ñandú", "", "", "L’été à Kerrick", "nandu-ete"),
            ("Юлия Щукина", "", "2020", "Паром на мели", "shchukina-2020-parom"),
            ("", "", "", "CON", "con-brief"),
            ("", "", "", "LPT1", "lpt1-brief"),
            ("", "", "", "../../etc/passwd", "etc"),
        ] {
            assert_eq!(brief_id(&brief(author, publisher, published, title), |_| false), id, "{title}");
        }
        assert_eq!(brief_id(&brief("", "", "", "Ferry"), |id| id == "ferry" || id == "ferry-2"), "ferry-3");
    }

    #[test]
    fn an_id_that_a_person_chooses_is_a_file_name_everywhere() {
        for id in ["ferry", "Ferry-2031_b", "sub/ferry", "v1.2-notes", "console"] {
            assert_eq!(unfit(id), None, "{id}");
        }
        let long = "x".repeat(121);
        for id in [
            "", "/ferry", "a//b", "../a", ".hidden", "-rf", "a b", "fähre", "a:b", "a\\b", "a\n", "a.", "a.study",
            "a.STUDY", "a.txt", "con", "NUL.x", "sub/lpt1", &long,
        ] {
            assert!(unfit(id).is_some(), "{id:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_id_is_a_file_name_on_every_system(author in "\\PC{0,40}", title in "\\PC{0,300}", publisher in "\\PC{0,60}") {
            let id = brief_id(&brief(&author, &publisher, "2031", &title), |_| false);
            assert!(!id.is_empty() && id.len() <= 80);
            assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{id}");
            assert!(!id.starts_with('-') && !id.ends_with('-') && unfit(&id).is_none());
        }
    }
}
