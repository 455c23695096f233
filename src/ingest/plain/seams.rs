//! Hyphens that a reader of PDF took from line ends with the line end itself: `EU-` and `Staaten` left as `EUStaaten` in
//! one long line. Put back where capitals show the seam and where a line of the column would have ended; guesses at no other.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::ingest::plain::layout::Layout;
use crate::ingest::plain::lines::Line;

/// Puts the hyphens back.
pub fn mend(lines: &mut [Line<'_>], layout: &Layout) {
    if !layout.wrapped {
        return;
    }
    let joined: Vec<usize> = (0..lines.len()).filter(|&at| is_joined(lines, layout, at)).collect();
    if joined.is_empty() {
        return;
    }
    // What the text writes so within other lines, as it writes the names of firms.
    let own: HashSet<String> = lines
        .iter()
        .enumerate()
        .filter(|(at, _)| joined.binary_search(at).is_err())
        .flat_map(|(_, line)| line.text.split(' ').filter(|word| seam(word).is_some()))
        .map(|word| letters(word).to_owned())
        .collect();
    for at in joined {
        let column = layout.column_at(at);
        let Some(line) = lines.get_mut(at) else { continue };
        if let Some(text) = mended(&line.text, layout, column, &own) {
            line.text = Cow::Owned(text);
        }
    }
}

fn is_joined(lines: &[Line<'_>], layout: &Layout, at: usize) -> bool {
    lines.get(at).is_some_and(|line| layout.length(&line.text) > 1.1 * layout.column_at(at))
}

/// The text of a joined line with its hyphens; `None` where none was lost that can be seen.
fn mended(text: &str, layout: &Layout, column: f32, own: &HashSet<String>) -> Option<String> {
    const NEAR: std::ops::Range<f32> = 0.78..1.15;
    let mut out = String::with_capacity(text.len() + 4);
    let (mut length, mut found) = (0.0, false);
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
            length += layout.length(" ");
        }
        let at = seam(word).filter(|_| !own.contains(letters(word)));
        let halves = at.and_then(|at| word.split_at_checked(at)).filter(|(head, _)| {
            let reached = length + layout.length(head);
            NEAR.contains(&(reached / column))
        });
        if let Some((head, tail)) = halves {
            out.extend([head, "-", tail]);
            (length, found) = (layout.length(tail), true);
        } else {
            out.push_str(word);
            length += layout.length(word);
            if length > NEAR.end * column {
                length -= column;
            }
        }
    }
    found.then_some(out)
}

/// Where in a word a hyphen was lost: before a capital that begins a word, behind a small letter, a digit or an
/// abbreviation in capitals. A word with two such places tells nothing.
fn seam(word: &str) -> Option<usize> {
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let mut places = chars.windows(3).filter_map(|three| {
        let [(_, before), (at, here), (_, after)] = three else { return None };
        let begins = here.is_uppercase() && after.is_lowercase();
        (begins && before.is_alphanumeric()).then_some(*at)
    });
    places.next().filter(|_| places.next().is_none())
}

/// A word without the marks around it.
fn letters(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::seam;

    #[test]
    fn a_seam_is_seen_by_its_capitals() {
        for (word, tail) in [
            ("EUStaaten", Some("Staaten")),
            ("(GarmischPartenkirchen)", Some("Partenkirchen)")),
            ("27Jährige", Some("Jährige")),
            ("SBahnen", Some("Bahnen")),
            ("Staaten", None),
            ("NATO", None),
            ("TwoNightsTour", None),
        ] {
            assert_eq!(seam(word).and_then(|at| word.get(at..)), tail, "{word}");
        }
    }
}
