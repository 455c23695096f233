//! A sentence as a summary tells it: in the article's words, with names for what only earlier sentences explain, and without
//! what joins it to a sentence that is not there. Refuses to leave out who says it, or a clause.

use super::writing::{capitalised, joined};
use super::{Cast, Making, Resolved};
use crate::analysis::evidence::Place;
use crate::analysis::fit::german;
use crate::analysis::people::Pronoun;
use crate::analysis::pointers;
use crate::analysis::quotations::{Part, Quoted};
use crate::analysis::rank;
use crate::analysis::trim::{asides, without_connectives, without_head};
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// What a sentence lacks without the others around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing that its form shows.
    Nothing,
    /// A name for a pronoun, which is put in.
    Name,
    /// The sentence before it.
    Before,
    /// The sentence with that number.
    Sentence(usize),
}

/// A sentence of a summary.
pub struct Told {
    /// As it is written there.
    pub text: String,
    /// Where it stands in the article, then the sentences with the names that were put in.
    pub places: Vec<Place>,
}

/// What stands in a summary before and around a sentence.
pub struct Around<'s> {
    /// The numbers of all its sentences.
    pub chosen: &'s [usize],
    /// What it has said so far.
    pub before: &'s str,
    /// How many words may be put in.
    pub room: usize,
}

impl Around<'_> {
    fn has(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| self.chosen.contains(&at))
    }

    /// Whether it has said a name.
    fn knows(&self, name: &str) -> bool {
        !self.before.is_empty() && self.before.contains(name)
    }
}

impl<'a> Cast<'_, 'a> {
    /// What a sentence lacks without the others around it, by its form. `claimed` says whether a claim begins as it does: then
    /// an 'it' or 'they' at its head stands for nothing.
    pub fn lack(&self, at: usize, claimed: bool) -> Lack {
        let (own, quoted) = (self.quotations.credited(at), self.quotations.at(at));
        if let (None, Some(speaker)) = (own, quoted.speaker) {
            return Lack::Sentence(speaker);
        }
        let Some(making) = self.whole(at, quoted) else { return Lack::Nothing };
        let kept = making.told(false);
        let Some(body) = kept.slice(&making.text) else { return Lack::Nothing };
        let is_pronoun = |span: &Span| span.slice(making.sentence.text).and_then(Pronoun::of).is_some();
        let speaker = own.map(|own| own.speaker).filter(is_pronoun);
        let first = segment::words(body).next().filter(|(_, word)| Pronoun::of(word).is_some());
        let first = first.map(|(span, _)| span.within(kept.start()));
        if !making.is_english() || speaker.is_none() && first.is_none() {
            return if !claimed && rank::follows(body) { Lack::Before } else { Lack::Nothing };
        }
        let named = making.resolved(kept, own).unwrap_or_default();
        let gets_name = |span: Span| {
            named.iter().any(|one| one.span == span && span.slice(&making.text) != Some(one.name.as_str()))
        };
        if first.into_iter().chain(speaker).all(gets_name) { Lack::Name } else { Lack::Before }
    }

    /// How long a sentence is as a summary tells it, in words: at least, where it stands alone, and at most, names that are put
    /// in aside.
    pub fn lengths(&self, at: usize) -> (usize, usize) {
        let Some(making) = self.whole(at, Quoted::default()) else { return (0, 0) };
        let length = |span: Span| {
            let whole = span.len() == making.text.len();
            if whole { making.sentence.length } else { span.slice(&making.text).map_or(0, segment::length) }
        };
        let (led, alone) = (making.told(true), making.told(false));
        let joints =
            making.joints(alone).into_iter().filter_map(|(span, _)| span.slice(&making.text)).map(segment::length);
        let most = length(led);
        let least = if led == alone { most } else { length(alone) };
        (least.saturating_sub(joints.sum()), most)
    }

    /// Whether a sentence speaks in the first person or to the reader, outside of what it quotes.
    pub fn speaks_to_reader(&self, at: usize) -> bool {
        let Some(sentence) = self.reading.sentences.get(at) else { return false };
        let tag = self.reading.language.tag();
        let is_personal = |word: &str| match tag {
            None | Some("en") => is_personal(word),
            tag => pointers::is_personal(tag, &lower(word)),
        };
        let personal = |(span, word): (Span, &'a str)| is_personal(word).then_some(span);
        let mut spoken = segment::words(sentence.text).filter_map(personal).peekable();
        spoken.peek().is_some() && {
            let quoted = self.quotations.at(at).spans(sentence.text);
            spoken.any(|span| !quoted.iter().any(|quoted| quoted.covers(span)))
        }
    }

    /// Whether a sentence credits somebody who is not named there: 'the company said', where the title has no company.
    pub fn credits_unnamed(&self, at: usize) -> bool {
        let Some(sentence) = self.reading.sentences.get(at) else { return false };
        let speaker = self.quotations.credited(at).and_then(|credited| credited.speaker.slice(sentence.text));
        speaker.is_some_and(|speaker| {
            let mut words = segment::words(speaker).map(|(_, word)| word);
            let definite = matches!(words.next(), Some("the" | "The"));
            definite && words.all(|word| word.starts_with(char::is_lowercase) && !self.reading.is_about(word))
        })
    }

    /// A sentence as it is told among others.
    pub fn told(&self, at: usize, around: &Around<'_>) -> Option<Told> {
        let led = around.has(at.checked_sub(1));
        let mut quoted = self.quotations.at(at);
        quoted.lacks_opening = quoted.lacks_opening.filter(|_| !led);
        quoted.lacks_closing = quoted.lacks_closing.filter(|_| !around.has(Some(at + 1)));
        let making = self.whole(at, quoted)?;
        let kept = making.told(led);
        let mut resolved = Vec::new();
        if led {
            making.name_in_full(kept, &mut resolved);
        } else {
            resolved = making.resolved(kept, self.quotations.credited(at))?;
        }
        let resolved = making.fitted(resolved, around);
        let left_out = if led { Vec::new() } else { making.joints(kept) };
        let text = joined(&making.text, kept, &resolved, &left_out);
        // 'eShip sails': a small letter that the article has at the head of a sentence stays.
        let begins = kept.start().bytes() == 0 && !resolved.iter().any(|one| one.span.start() == kept.start());
        let text = if begins { text.trim().to_owned() } else { capitalised(text.trim()) };
        let others = resolved.iter().flat_map(|r| r.sentences.iter().copied()).filter(|&other| other != at);
        Some(Told { text, places: making.evidence(kept, others) })
    }

    fn whole(&self, at: usize, quoted: Quoted) -> Option<Making<'_, 'a>> {
        let sentence = self.reading.sentences.get(at)?;
        self.making(at, Part { span: Span::whole(sentence.text), quoted })
    }
}

fn is_personal(word: &str) -> bool {
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    matches!(bare, "I" | "us") || matches!(&*lower(bare), "my" | "me" | "we" | "our" | "you" | "your")
}

impl Making<'_, '_> {
    /// What a summary tells of it: without what stands before the sentence, and, where it is not `led` by the sentence before,
    /// without what joins it to that.
    fn told(&self, led: bool) -> Span {
        let whole = without_head(&self.text, Span::whole(&self.text));
        if led {
            return whole;
        }
        let kept = without_connectives(&self.text, whole);
        let kept = if self.is_german() { german::without_joint(&self.text, kept).unwrap_or(kept) } else { kept };
        self.tongue.map_or(kept, |tongue| tongue.without_joints(&self.text, kept))
    }

    /// Words inside it that only join it to the sentence before, and what is written in their place.
    pub(super) fn joints(&self, kept: Span) -> Vec<(Span, &'static str)> {
        let mut joints = asides(&self.text, kept, self.reading.language.tag());
        let body = kept.slice(&self.text).unwrap_or("");
        let abroad = self.tongue.map(|tongue| tongue.asides(body)).unwrap_or_default();
        joints.extend(abroad.into_iter().map(|(span, instead)| (span.within(kept.start()), instead)));
        joints
    }

    /// The names that are put in where a summary has not said them yet, and has room; of somebody whom it has named, the last
    /// name for a pronoun.
    fn fitted(&self, resolved: Vec<Resolved>, around: &Around<'_>) -> Vec<Resolved> {
        let mut room = around.room;
        let fit = |mut one: Resolved| {
            let here = one.span.slice(&self.text).unwrap_or("");
            let german = self.is_german() && (matches!(here, "Er" | "Sie") || here.contains("Jährige"));
            let pronoun = german || Pronoun::of(here).is_some();
            // 'He who keeps the light' is whoever does.
            if self.text.get(one.span.end().bytes()..).is_some_and(|behind| behind.starts_with(" who ")) {
                return None;
            }
            let bare = one.name.trim_end_matches("'s").trim_end_matches('\'');
            let known = around.knows(bare) || !pronoun && around.knows(here);
            if known && !pronoun {
                return None;
            }
            let longer = |name: &str| segment::length(name).saturating_sub(segment::length(here));
            if (known || longer(&one.name) > room)
                && pronoun
                && let Some((_, last)) = one.name.rsplit_once(' ')
            {
                one.name = last.to_owned();
            }
            let more = longer(&one.name);
            let fits = pronoun || more <= room;
            room = room.saturating_sub(if fits { more } else { 0 });
            fits.then_some(one)
        };
        resolved.into_iter().filter_map(fit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, Lack};
    use crate::analysis::claims::Cast;
    use crate::analysis::reading::Reading;
    use crate::article::Article;
    use crate::text::stem::Language;

    const HARBOUR: &str = "Harbour master Tom Hale lit the lamp in Kerrick. He rowed out to the old ship at noon. However, the \
        ship was also empty. Hale rowed back to the pier at dusk.\n\neShip, the owner of the ship, did not answer. Hale rowed. He who keeps the lamp lives in Kerrick.";

    #[test]
    fn a_sentence_is_told_by_what_stands_around_it() {
        let article = Article::parse(HARBOUR);
        let reading = Reading::of(&article, Language::of_tag("en"), &[]);
        let cast = Cast::of(&reading);
        for (at, chosen, before, room, expected, passages) in [
            (1, &[1][..], "", 9, "Tom Hale rowed out to the old ship at noon.", 2),
            (1, &[0, 1], "Harbour master Tom Hale lit the lamp.", 9, "He rowed out to the old ship at noon.", 1),
            (1, &[1], "Tom Hale has a lamp.", 9, "Hale rowed out to the old ship at noon.", 2),
            (2, &[2], "", 9, "The ship was empty.", 1),
            (2, &[1, 2], "", 9, "However, the ship was also empty.", 1),
            (3, &[3], "", 9, "Tom Hale rowed back to the pier at dusk.", 2),
            (3, &[3], "", 0, "Hale rowed back to the pier at dusk.", 1),
            (3, &[1, 3], "Tom Hale rowed out to the old ship.", 9, "Hale rowed back to the pier at dusk.", 1),
            (4, &[4], "", 9, "eShip, the owner of the ship, did not answer.", 1),
            (6, &[6], "", 9, "He who keeps the lamp lives in Kerrick.", 1),
        ] {
            let told = cast.told(at, &Around { chosen, before, room }).unwrap();
            assert_eq!((told.text.as_str(), told.places.len()), (expected, passages));
        }
    }

    #[test]
    fn what_a_sentence_lacks_is_told_by_its_form() {
        let article = Article::parse(
            "Harbour master Tom Hale lit the lamp in Kerrick. He rowed out to the old ship at noon. They were all asleep. \
             \"The lamp was out,\" Hale said. \"It was dark.\" The pier was new.",
        );
        let reading = Reading::of(&article, Language::of_tag("en"), &[]);
        let cast = Cast::of(&reading);
        let lacks: Vec<Lack> = (0..reading.sentences.len()).map(|at| cast.lack(at, false)).collect();
        assert_eq!(
            lacks,
            [Lack::Nothing, Lack::Name, Lack::Before, Lack::Nothing, Lack::Sentence(3), Lack::Nothing],
            "{lacks:?}"
        );
    }

    #[test]
    fn what_is_said_to_the_reader_and_who_is_not_named_is_known() {
        let article = Article::parse(
            "You should see the lamp. \"We see it,\" Hale said. The union said that the lamp was out. The lamp of the US fleet is out.",
        );
        let reading = Reading::of(&article, Language::of_tag("en"), &[]);
        let cast = Cast::of(&reading);
        let all = 0..reading.sentences.len();
        let personal: Vec<usize> = all.clone().filter(|&at| cast.speaks_to_reader(at)).collect();
        let unnamed: Vec<usize> = all.filter(|&at| cast.credits_unnamed(at)).collect();
        assert_eq!((personal, unnamed), (vec![0], vec![2]));
    }
}
