//! Languages by their BCP 47 tags, as people and programs write them: `en`, `EN`, `en-GB`, `de_AT`. Refuses to know any
//! language: what is known of one stands where it is used.

use std::borrow::Cow;

/// The language of a text that states none.
pub const UNSTATED: &str = "en";

/// The primary subtag of a tag, in lower case: `de` of `DE_at`.
pub fn primary(tag: &str) -> Cow<'_, str> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
    let plain = !primary.bytes().any(|byte| byte.is_ascii_uppercase());
    if plain { Cow::Borrowed(primary) } else { Cow::Owned(primary.to_ascii_lowercase()) }
}

/// The primary subtag of a tag; English where none is stated.
pub fn stated(tag: Option<&str>) -> Cow<'_, str> {
    primary(tag.unwrap_or(UNSTATED))
}

/// Whether two tags are of one language, whatever its regions; a text that states none is taken for English.
pub fn same(a: Option<&str>, b: Option<&str>) -> bool {
    stated(a) == stated(b)
}

/// The region of a tag, in capitals: `GB` of `en-gb`, `TW` of `zh-Hant-TW`.
pub fn region(tag: &str) -> Option<String> {
    let mut behind = tag.trim().split(['-', '_']).skip(1);
    let region = behind.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))?;
    Some(region.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{primary, region, same};

    #[test]
    fn a_tag_is_read_however_it_is_written() {
        for (tag, language, of) in [
            ("en", "en", None),
            ("EN", "en", None),
            ("en-gb", "en", Some("GB")),
            ("DE_at", "de", Some("AT")),
            ("zh-Hant-TW", "zh", Some("TW")),
            (" nl ", "nl", None),
            ("", "", None),
        ] {
            assert_eq!((&*primary(tag), region(tag).as_deref()), (language, of), "{tag}");
        }
    }

    #[test]
    fn one_language_is_the_same_in_every_region_and_english_is_meant_where_none_is_stated() {
        for (a, b, expected) in [
            (Some("EN"), Some("en"), true),
            (Some("en-US"), Some("en_gb"), true),
            (None, Some("En-GB"), true),
            (None, None, true),
            (Some("de"), None, false),
            (Some("de"), Some("nl"), false),
        ] {
            assert_eq!((same(a, b), same(b, a)), (expected, expected), "{a:?} {b:?}");
        }
    }
}
