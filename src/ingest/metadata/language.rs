//! The language of a text, as a BCP 47 tag. Refuses to name one of a text too short or too mixed to tell.

use crate::text::stem::Language;

/// Bytes of text that are enough to tell, and no more are looked at.
const ENOUGH: usize = 4000;

/// Letters that are too few to tell.
const TOO_FEW: usize = 40;

/// Letters from which on the detector is right even where it is not sure.
const MANY: usize = 300;

/// The languages that the detector's three-letter names have two letters for.
const TAGS: &[(&str, &str)] = &[
    ("afr", "af"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

/// The language that these pieces of running text are written in, and how sure that is, from 0 to 1. Looks only at as much
/// of them as is enough.
pub fn of<'a>(pieces: impl Iterator<Item = &'a str>) -> Option<(&'static str, f32)> {
    let mut sample = String::new();
    for piece in pieces {
        let room = ENOUGH.saturating_sub(sample.len());
        let fits = piece.len() <= room;
        let end = if fits { None } else { piece.char_indices().nth(room) };
        sample.push_str(end.and_then(|(at, _)| piece.get(..at)).unwrap_or(piece));
        sample.push('\n');
        if sample.len() >= ENOUGH {
            break;
        }
    }
    let letters = sample.chars().filter(|c| c.is_alphabetic()).take(MANY).count();
    // The detector weighs forty languages, which takes longer than all else that is done with a short article.
    if letters >= MANY && Language::is_plainly_english(&sample) {
        return Some(("en", 1.0));
    }
    let info = whatlang::detect(&sample)?;
    if letters < TOO_FEW || (letters < MANY && !info.is_reliable()) {
        return None;
    }
    let code = info.lang().code();
    let (_, tag) = TAGS.iter().find(|(three, _)| *three == code)?;
    Some((tag, info.confidence() as f32))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_language_of_a_few_sentences_is_known_and_of_a_few_words_is_not() {
        for (text, tag) in [
            (
                "The ferry struck a sandbank in fog with two hundred passengers aboard, and all of them were taken off.",
                Some("en"),
            ),
            (
                "Die Fähre lief im Nebel auf eine Sandbank; alle Fahrgäste wurden noch in der Nacht von Bord gebracht.",
                Some("de"),
            ),
            ("Ο καπετάνιος λέει ότι ο φάρος δεν άναβε εκείνη τη νύχτα και κανείς δεν τραυματίστηκε.", Some("el")),
            ("ok", None),
            ("", None),
        ] {
            assert_eq!(of([text].into_iter()).map(|(tag, _)| tag), tag, "{text}");
        }
    }
}
