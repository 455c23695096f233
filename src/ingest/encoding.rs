//! Bytes of a text to characters. Refuses to fail: every byte becomes a character, a wrong one U+FFFD or a guess. What
//! the bytes show goes before what is said of them, because headers lie more often than UTF-8 comes about by chance.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::ingest::Input;

/// Bytes that are looked at to guess an encoding.
const GLANCE: usize = 4 << 20;

/// The text of a document in whatever encoding it is: by its byte order mark, as UTF-8 where it is (nearly) valid, as its
/// carrier or the document itself says, else as what its bytes are likeliest to be.
pub fn decode<'a>(input: &Input<'a>) -> Cow<'a, str> {
    let bytes = input.bytes;
    if let Some(text) = utf32(bytes) {
        return Cow::Owned(text);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    if nearly_utf8(bytes) {
        return Cow::Owned(utf8_with_strays(bytes));
    }
    let said = input.hint.charset.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = said.filter(|e| *e != UTF_8).or_else(|| declared(bytes)).unwrap_or_else(|| guessed(bytes));
    encoding.decode_without_bom_handling(bytes).0
}

/// Text in UTF-32, which is known by its mark or by the zeros in every four bytes; browsers do not read it, some programs
/// write it.
fn utf32(bytes: &[u8]) -> Option<String> {
    let units = |bytes: &[u8], read: fn([u8; 4]) -> u32| {
        let units = bytes.chunks_exact(4).filter_map(|unit| unit.try_into().ok().map(read));
        units.map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    // No character has a number above 0x10ffff.
    let is_wide = |unit: [u8; 4]| unit[3] == 0 && unit[2] <= 0x10;
    let backwards = |unit: [u8; 4]| is_wide([unit[3], unit[2], unit[1], unit[0]]);
    let all = |fits: &dyn Fn([u8; 4]) -> bool| {
        head.len() >= 8 && head.chunks_exact(4).all(|unit| unit.try_into().is_ok_and(fits))
    };
    match bytes {
        [0xff, 0xfe, 0, 0, rest @ ..] => Some(units(rest, u32::from_le_bytes)),
        [0, 0, 0xfe, 0xff, rest @ ..] => Some(units(rest, u32::from_be_bytes)),
        _ if all(&backwards) && !all(&is_wide) => Some(units(bytes, u32::from_be_bytes)),
        _ if all(&is_wide) && !all(&backwards) => Some(units(bytes, u32::from_le_bytes)),
        _ => None,
    }
}

/// Text in UTF-16 has a zero in every other byte wherever it is Latin.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 2 * 6 / 10;
    match (head.len() >= 4, even > many && odd == 0, odd > many && even == 0) {
        (true, true, _) => Some(UTF_16BE),
        (true, _, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether a text is UTF-8 into which a few bytes of another encoding were pasted.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// UTF-8, its strays as Windows-1252.
fn utf8_with_strays(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

/// What a page or an XML document says in its first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(1024).map(|&b| char::from(b).to_ascii_lowercase()).collect();
    if !head.contains('<') {
        return None;
    }
    let label = ["charset=", "encoding="].iter().find_map(|key| {
        let (_, rest) = head.split_once(key)?;
        rest.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ' ', ';', '>', '?', '/']).next()
    })?;
    Encoding::for_label(label.as_bytes()).filter(|e| *e != UTF_8 && e.is_ascii_compatible())
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let head = bytes.get(..bytes.len().min(GLANCE)).unwrap_or_default();
    detector.feed(head, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use encoding_rs::Encoding;

    use super::decode;
    use crate::ingest::{Hint, Input};

    fn decoded(bytes: &[u8], charset: Option<&str>) -> String {
        let hint = Hint { charset: charset.map(str::to_owned), ..Hint::default() };
        decode(&Input { bytes: &bytes.into(), hint: &hint }).into_owned()
    }

    #[test]
    fn texts_come_out_of_the_encodings_people_have_them_in() {
        let german = "Die Fähre lief bei dichtem Nebel auf eine Sandbank; „größer als erwartet“, hieß es.";
        let russian = "Паром сел на мель в густом тумане, на борту было двести двенадцать пассажиров.";
        let polish =
            "Prom osiadł na mieliźnie w gęstej mgle; na pokładzie było dwieście dwanaście osób, łącznie z załogą.";
        let japanese = "フェリーは濃い霧の中で砂州に乗り上げ、二百十二人の乗客が乗っていた。";
        for (label, text) in [
            ("windows-1252", german),
            ("windows-1251", russian),
            ("koi8-r", russian),
            ("iso-8859-2", polish),
            ("shift_jis", japanese),
            ("euc-jp", japanese),
        ] {
            let bytes = Encoding::for_label(label.as_bytes()).unwrap().encode(text).0;
            assert_eq!(decoded(&bytes, None), text, "{label}");
            assert_eq!(decoded(&bytes, Some(label)), text, "{label}, as its carrier says");
        }
        let page = format!("<meta charset=\"windows-1251\"><p>{russian}");
        assert_eq!(decoded(&Encoding::for_label(b"windows-1251").unwrap().encode(&page).0, None), page);
    }

    #[test]
    fn marks_zeros_and_strays_are_understood() {
        let le: Vec<u8> = "Fähre".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "Ferry runs".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(&[b"\xff\xfe", le.as_slice()].concat(), None), "Fähre");
        assert_eq!(decoded(&be, None), "Ferry runs");
        let le32 = || "Fähre 🦀".chars().flat_map(|c| u32::from(c).to_le_bytes());
        let be32: Vec<u8> = "Ferry runs".chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        assert_eq!(decoded(&[&[0xff, 0xfe, 0, 0][..], &le32().collect::<Vec<u8>>()].concat(), None), "Fähre 🦀");
        assert_eq!(decoded(&le32().collect::<Vec<u8>>(), None), "Fähre 🦀");
        assert_eq!(decoded(&be32, None), "Ferry runs");
        assert_eq!(decoded("\u{feff}Fähre".as_bytes(), Some("latin1")), "Fähre");
        let mixed = ["über größere Fähren ".as_bytes(), b"\x93f\xe4hrt\x94"].concat();
        assert_eq!(decoded(&mixed, Some("utf-8")), "über größere Fähren “fährt”");
        assert_eq!(decoded(b"", None), "");
    }
}
