//! What a brief is called wherever it is listed: its title; where the article shows none, in brackets, which say so, the
//! brief-writer's label, else how the brief begins, else its id. Refuses to make a title up.

use crate::text::segment::sentences;
use crate::text::width::{Cluster, clusters, width};

use super::Brief;

/// The most cells of a beginning: in brackets it stands whole on a shelf of 80 columns.
const LONGEST: usize = 56;
/// The fewest bytes that a cut between words leaves; where that would leave fewer, it is cut within one.
const SHORTEST: usize = 20;
/// What does not stand before the mark that something was left out.
const LOOSE: [char; 9] = [',', ';', ':', '.', '–', '—', '-', '(', '“'];

/// What a brief is called; see the head of this module.
pub fn heading(title: Option<&str>, label: Option<&str>, beginning: Option<&str>, id: &str) -> String {
    title.map_or_else(|| format!("({})", label.or(beginning).unwrap_or(id)), str::to_owned)
}

impl Brief {
    /// What it is called: see [`heading`].
    pub fn heading(&self, id: &str) -> String {
        heading(self.title.as_deref(), self.label.as_deref(), self.beginning().as_deref(), id)
    }

    /// How a brief begins that has neither title nor label: the first sentence of its summary, else of its claims, without
    /// its full stop, or as many of its first words as stand on a line.
    pub fn beginning(&self) -> Option<String> {
        if self.title.is_some() || self.label.is_some() {
            return None;
        }
        let claims = self.claims.iter().map(|claim| claim.text.as_str());
        [self.summary.as_str()].into_iter().chain(claims).find_map(first_words)
    }
}

/// The first sentence of a text, as far as it goes on one line.
fn first_words(text: &str) -> Option<String> {
    let paragraph = text.trim().split("\n\n").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = sentences(&paragraph).first()?.slice(&paragraph)?;
    if width(sentence) <= LONGEST {
        return Some(sentence.strip_suffix(['.', '。']).unwrap_or(sentence).to_owned());
    }
    // With room for the mark and the space before it.
    let mut room = LONGEST - 2;
    let fits = |cluster: &Cluster<'_>| {
        let left = room.checked_sub(cluster.width);
        room = left.unwrap_or(0);
        left.is_some()
    };
    let end = clusters(sentence).take_while(fits).last().map_or(0, |cluster| cluster.span.end().bytes());
    let (kept, behind) = sentence.split_at_checked(end)?;
    // The word that is not whole goes.
    let cut = |kept: &'_ str| kept.rfind(' ').filter(|at| *at >= SHORTEST);
    let end = if behind.starts_with(' ') { end } else { cut(kept).unwrap_or(end) };
    let whole = kept.get(..end)?.trim_end_matches(|c: char| LOOSE.contains(&c) || c.is_whitespace());
    Some(format!("{whole} …"))
}

#[cfg(test)]
mod tests {
    use super::{Brief, heading};
    use crate::brief::Claim;
    use crate::text::width::width;

    #[test]
    fn what_has_no_title_is_called_by_how_it_begins() {
        let claims = vec![Claim { text: "The lamp was lit.".to_owned(), ..Claim::default() }];
        for (summary, called) in [
            ("The lighthouse at Kerrick was closed. Nobody says why.", "(The lighthouse at Kerrick was closed)"),
            ("Who lit\nthe lamp?\n\nNobody.", "(Who lit the lamp?)"),
            (
                "The lighthouse at Kerrick, which had been lit every night since it was built, was closed.",
                "(The lighthouse at Kerrick, which had been lit every …)",
            ),
            (
                "The harbour master of the town of Kerrick, two engineers and, later, a dozen of men went out.",
                "(The harbour master of the town of Kerrick, two …)",
            ),
            ("  ", "(The lamp was lit)"),
        ] {
            let brief = Brief { summary: summary.to_owned(), claims: claims.clone(), ..Brief::default() };
            assert_eq!(brief.heading("kerrick-2031"), called);
        }
        assert_eq!(Brief::default().heading("kerrick-2031"), "(kerrick-2031)");
    }

    #[test]
    fn a_beginning_fits_a_line_in_every_script() {
        for text in ["灯台は毎晩点灯していたが".repeat(9), "Kerrick".repeat(40), "a b ".repeat(200)] {
            let brief = Brief { summary: text.clone(), ..Brief::default() };
            let begins = brief.beginning().unwrap();
            assert!((30..=57).contains(&width(&begins)), "{begins}");
            assert!(text.starts_with(begins.trim_end_matches(" …")), "{begins}");
        }
    }

    #[test]
    fn a_title_or_a_label_goes_before_a_beginning() {
        assert_eq!(heading(Some("Lit"), Some("b"), Some("c"), "d"), "Lit");
        assert_eq!(heading(None, Some("b"), Some("c"), "d"), "(b)");
        let brief = Brief { label: Some("b".to_owned()), summary: "The lamp.".to_owned(), ..Brief::default() };
        assert_eq!((brief.beginning(), brief.heading("d")), (None, "(b)".to_owned()));
    }
}
