//! Words inside a sentence of a language that is written with spaces that only join it to the one before: ', además,' between
//! commas, a 'too' behind its verb. Refuses what stands in quotation marks.

use super::table::{Head, Lexicon};
use crate::analysis::quotations::Quoted;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// The word for 'too' of a language, where it stands behind the verb.
struct Too {
    tag: &'static str,
    words: &'static [&'static str],
    /// Endings of such verbs; none where it needs no verb before it.
    verbs: &'static [&'static str],
    /// What stands on either side where the word joins something else.
    joined: &'static [&'static str],
}

const TOO: [Too; 6] = [
    Too {
        tag: "pl",
        words: &["też", "także", "również"],
        verbs: &["ł", "ła", "ło", "li", "ły", "ć"],
        joined: &["jak", "dlatego", "przez"],
    },
    Too { tag: "ru", words: &["также"], verbs: &["л", "ла", "ло", "ли"], joined: &["как", "и"] },
    Too { tag: "uk", words: &["також"], verbs: &["в", "ла", "ло", "ли"], joined: &["як", "і"] },
    // 'Hale a également ouvert', 'Hale también abrió', 'Hale também abriu'; not 'mais également'.
    Too { tag: "fr", words: &["également"], verbs: &[], joined: &["mais", "et", "ou", "ainsi", "que"] },
    Too {
        tag: "es",
        words: &["también"],
        verbs: &[],
        joined: &["sino", "pero", "y", "e", "o", "como", "que", "no", "si", "cuando", "porque", "donde"],
    },
    Too {
        tag: "pt",
        words: &["também"],
        verbs: &[],
        joined: &["mas", "e", "ou", "como", "que", "não", "se", "quando", "porque", "onde"],
    },
];

impl Lexicon {
    /// Where they stand, each with what is written in their place.
    pub(super) fn asides(&self, body: &str) -> Vec<(Span, &'static str)> {
        let quoted = Quoted::default().spans(body);
        let commas = body.match_indices(", ").filter_map(|(at, _)| self.between_commas(body, at));
        let found: Vec<(Span, &'static str)> = commas.chain(self.too(body)).collect();
        let free = |span: &Span| !quoted.iter().any(|quoted| quoted.overlaps(*span));
        found.into_iter().filter(|(span, _)| free(span)).take(1).collect()
    }

    /// ', además,' where the comma stands at `at`; where there was a comma before, one stays.
    fn between_commas(&self, body: &str, at: usize) -> Option<(Span, &'static str)> {
        const LONGEST: usize = 4;
        const SHORT: usize = 4;
        let behind = body.get(at + 2..)?;
        let words: Vec<(Span, String)> =
            segment::words(behind).take(LONGEST).map(|(span, word)| (span, lower(word).into_owned())).collect();
        let lowered: Vec<&str> = words.iter().map(|(_, word)| word.as_str()).collect();
        let opens = words.first().is_some_and(|(span, _)| span.start().bytes() == 0);
        let ends = |head: Head| match head {
            Head::Joins { words: count, .. } => words.get(count.checked_sub(1)?).map(|(span, _)| span.end().bytes()),
            _ => None,
        };
        let joints = self.heads(&lowered).filter_map(ends);
        let mut whole =
            joints.filter(|end| *end >= SHORT && behind.get(*end..).is_some_and(|rest| rest.starts_with(", ")));
        let end = whole.next().filter(|_| opens)?;
        let opened = body.get(..at)?.contains(',');
        Some((Span::new(at, at + 2 + end + 1), if opened { "," } else { "" }))
    }

    /// 'Hale zapewnił też, że'.
    fn too(&self, body: &str) -> Option<(Span, &'static str)> {
        let too = TOO.iter().find(|too| too.tag == self.table.tag)?;
        let words: Vec<(Span, &str)> = segment::words(body).collect();
        words.windows(3).find_map(|three| {
            let [(before, verb), (span, word), (_, next)] = three else { return None };
            let apart = Span::new(before.end(), span.start()).slice(body) == Some(" ");
            let verbs = too.verbs.is_empty() || too.verbs.iter().any(|end| verb.ends_with(end));
            let joins = |word: &str| too.joined.contains(&&*lower(word));
            let behind = verbs && !joins(next) && (!too.verbs.is_empty() || !joins(verb));
            (too.words.contains(word) && apart && behind).then(|| (Span::new(before.end(), span.end()), ""))
        })
    }
}
