//! Two changes of one text that were made apart, brought together line by line. Refuses to guess: where both touch the same
//! lines there is no answer.

use std::ops::Range;

/// The most pairs of lines that are held against each other.
const MOST: usize = 4_000_000;

/// Lines of a text that are replaced, and by what.
struct Hunk<'a> {
    lines: Range<usize>,
    by: &'a [&'a str],
}

/// `was`, with what makes `a` of it and what makes `b` of it; `None` where the two changes meet.
pub fn merge(was: &str, a: &str, b: &str) -> Option<String> {
    let [was, a, b] = [was, a, b].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
    let mut hunks = hunks(&was, &a);
    hunks.extend(self::hunks(&was, &b));
    hunks.sort_by_key(|hunk| (hunk.lines.start, hunk.lines.end));
    let (mut out, mut at, mut last) = (String::new(), 0, None);
    for hunk in hunks {
        // What is put in at the same line by both has no order.
        let meets = hunk.lines.start < at || last == Some(&hunk.lines).cloned() && hunk.lines.is_empty();
        if meets {
            return None;
        }
        was.get(at..hunk.lines.start)?.iter().chain(hunk.by).for_each(|line| out.push_str(line));
        at = hunk.lines.end;
        last = Some(hunk.lines);
    }
    was.get(at..)?.iter().for_each(|line| out.push_str(line));
    Some(out)
}

/// What makes one list of lines another: as few lines as can be.
fn hunks<'a>(from: &[&str], to: &'a [&'a str]) -> Vec<Hunk<'a>> {
    let start = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let rest = from.len().min(to.len()) - start;
    let end = from.iter().rev().zip(to.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (old, new) = (from.get(start..from.len() - end), to.get(start..to.len() - end));
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let width = new.len() + 1;
    if (old.len() + 1).saturating_mul(width) > MOST {
        return vec![Hunk { lines: start..start + old.len(), by: new }];
    }
    // How many lines the rests of the two have in common.
    let mut common = vec![0usize; (old.len() + 1) * width];
    let read = |common: &[usize], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
    for (i, line) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let best = if line == other {
                read(&common, i + 1, j + 1) + 1
            } else {
                read(&common, i + 1, j).max(read(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let (mut found, mut i, mut j) = (Vec::new(), 0, 0);
    let (mut from_i, mut from_j) = (0, 0);
    let mut close = |i: usize, j: usize, from_i: usize, from_j: usize| {
        if (from_i, from_j) != (i, j) {
            found.push(Hunk { lines: start + from_i..start + i, by: new.get(from_j..j).unwrap_or_default() });
        }
    };
    while i < old.len() && j < new.len() {
        if old.get(i) == new.get(j) {
            close(i, j, from_i, from_j);
            (i, j) = (i + 1, j + 1);
            (from_i, from_j) = (i, j);
        } else if read(&common, i + 1, j) >= read(&common, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    close(old.len(), new.len(), from_i, from_j);
    found
}

#[cfg(test)]
mod tests {
    use super::merge;

    #[test]
    fn changes_of_other_lines_are_brought_together() {
        let lines = |text: &str| text.chars().map(|c| format!("{c}\n")).collect::<String>();
        for (was, a, b, both) in [
            ("abdef", "abcdef", "abdefg", Some("abcdefg")),
            ("abdef", "abcdef", "Abdef", Some("Abcdef")),
            ("abdef", "abcdef", "abDef", Some("abcDef")),
            ("abdef", "abcdef", "aBdef", Some("aBcdef")),
            ("abdef", "abcdef", "abxdef", None),
            ("abcdef", "abxdef", "abydef", None),
            ("abcdef", "abxdef", "abef", None),
            ("abc", "abc", "axc", Some("axc")),
            ("", "a", "", Some("a")),
            ("abcdef", "bcdefx", "abCdef", Some("bCdefx")),
            ("aabab", "aacbab", "aabxab", Some("aacbxab")),
        ] {
            let merged = merge(&lines(was), &lines(a), &lines(b));
            assert_eq!(merged, both.map(lines), "{was} {a} {b}");
            assert_eq!(merge(&lines(was), &lines(b), &lines(a)), both.map(lines), "{was} {b} {a}");
        }
        assert_eq!(merge("a\nb", "x\na\nb", "a\nb\n# c\n").as_deref(), Some("x\na\nb\n# c\n"));
    }
}
