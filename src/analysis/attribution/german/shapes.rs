//! Shapes in which a German sentence credits somebody that ask for more than a verb and a phrase: 'nach Hales Ansicht', a comma
//! that is forgotten, verbs that say something only with certain words. Refuses to look for a subject.

use super::phrase::Wording;
use crate::text::Span;

impl Wording<'_> {
    /// Whether a verb that may say something does not here: 'Hale bewundert das Licht', 'der Lotse schrieb Hafengeschichte',
    /// 'der Lotse schlägt den Gast vor dem Hafen'.
    pub(super) fn means_otherwise(&self, at: usize) -> bool {
        let verb = self.raw(at);
        match verb {
            "bewundert" | "bewunderte" => !self.gap(at + 1).contains(',') || !self.is(at + 1, &["dass"]),
            "schreibt" | "schrieb" | "schreiben" | "schrieben" => self.raw(at + 1).ends_with("geschichte"),
            "schwebt" | "schwebte" => !self.is(at + 2, &["vor"]) || !self.ends_clause(at + 2),
            "schlägt" | "schlug" | "schlagen" | "schlugen" => {
                !(at + 2..self.words.len()).any(|i| self.raw(i) == "vor" && self.ends_clause(i))
            }
            _ => false,
        }
    }

    /// 'Der Leiter des Hafens, Tom Hale sagte', the second comma forgotten.
    pub(super) fn is_comma_forgotten(&self, from: usize, end: usize, verb: usize) -> bool {
        self.gap(end) == ", "
            && self.gap(verb) == " "
            && self.is(from, &["der", "die"])
            && (end + 2..=end + 4).contains(&verb)
            && self.is_name(end)
            && (end..verb).all(|at| self.is_capital(at) && (at == end || matches!(self.gap(at), " " | "-")))
    }

    /// 'Hatte moniert, das Licht sei aus': what is told has the mood of what is reported.
    pub(super) fn is_reported_behind(&self, said: usize) -> bool {
        const NEAR: usize = 12;
        const MOOD: &[&str] =
            &["habe", "sei", "seien", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "gebe", "gehe", "komme"];
        self.gap(said + 1) == ", " && (said + 2..said + NEAR).any(|at| self.is(at, MOOD))
    }

    /// Whether nothing more of its clause stands behind a word.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        at + 1 == self.words.len() || self.gap(at + 1).starts_with([',', '.', ':', ';'])
    }

    /// 'Nach Tom Hales Ansicht': the name without its ending.
    pub(super) fn in_whose_view(&self) -> Option<Span> {
        const VIEWS: &[&str] = &[
            "ansicht",
            "meinung",
            "auffassung",
            "angaben",
            "einschätzung",
            "darstellung",
            "überzeugung",
            "worten",
            "sicht",
        ];
        let at = (2..self.words.len()).find(|&at| self.is(at, VIEWS) && self.is_capital(at))?;
        let from = (at.saturating_sub(3)..at).find(|&from| self.is(from, &["nach", "aus"]))? + 1;
        let names = from < at && (from..at).all(|i| self.is_capital(i) && self.gap(i + 1) == " ");
        let bare = self.raw(at - 1).strip_suffix('s').filter(|bare| bare.chars().count() > 2)?;
        let start = self.words.get(from)?.0.start();
        let last = self.words.get(at - 1)?.0.start();
        names.then(|| Span::new(start, last.plus(bare.len())))
    }
}
