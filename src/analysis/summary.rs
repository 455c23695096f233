//! The summary of an article: its own sentences, each of which says as much there as in the article. A sentence may lean on the
//! title and on what stands before it in the summary, on nothing else. Refuses what could never be a claim while there is
//! enough else, and to weigh what matters: that is `rank`.

use std::cell::Cell;

use crate::analysis::choose::{self, Choice, May};
use crate::analysis::claims::{Around, Cast, Drafted, Lack};
use crate::analysis::dateline::without_dateline;
use crate::analysis::evidence::Place;
use crate::analysis::fit;
use crate::analysis::pointers::points_out;
use crate::analysis::rank::{self, Ranking};
use crate::analysis::reading::{Reading, Sentence};
use crate::analysis::tongues::{self, Tongue};
use crate::analysis::trim::without_head;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// How much a sentence leans that is no claim.
const NO_CLAIM: f32 = 1.0;

/// How much one leans in English that could be no claim for what it is: an advert, a caption. So it stands only where little
/// else does.
const UNFIT: f32 = 1.9;

/// How much the first of an article leans that is no claim: nothing stands before it.
const FIRST: f32 = 0.4;

/// And where it has no word of the title, though others have: it may paint a scene.
const SCENE: f32 = 0.9;

/// How much one leans behind the sentence that it leans on.
const LED: f32 = 0.1;

/// How fast sentences open a summary less well, the later they come: the power of their number.
const DECAY: f32 = 0.4;

/// The sentences at the head of an article among which the news is sought by the title, and the words of the title that one
/// of them has at least.
const OPENERS: usize = 12;
const FEW: usize = 2;

/// How much more one leans that speaks in the first person or to the reader, that is a quotation for the most part, and that
/// credits somebody without a name.
const PERSONAL: f32 = 0.5;
const QUOTED: f32 = 0.3;
const UNNAMED: f32 = 0.5;

/// How much care is taken that a sentence stands.
#[derive(Clone, Copy, PartialEq)]
enum Care {
    /// What could be no claim for what it is hardly stands.
    Strict,
    /// It may, behind the sentence that it leans on.
    Relaxed,
    /// Any sentence may that is one.
    None,
}

/// What is asked of all sentences, and what is known of each.
struct Asked {
    care: Care,
    known: Vec<Cell<Option<May>>>,
}

/// A summary.
pub struct Summary {
    /// The sentences, in the order of the article.
    pub text: String,
    /// Where they stand; then the sentences that have the names which were put in.
    pub evidence: Vec<Place>,
}

/// Chooses the sentences of a summary, and tells them. `drafted` is what of them could be claims.
pub fn summary(reading: &Reading<'_>, ranking: &Ranking, cast: &Cast<'_, '_>, drafted: &[Drafted]) -> Summary {
    let eligible = Eligible::of(reading, cast, drafted);
    let chosen = eligible.chosen(ranking);
    let length = |at: &usize| reading.sentences.get(*at).map_or(0, |s| s.length);
    let mut room = choose::SUMMARY_WORDS.1.saturating_sub(chosen.iter().map(length).sum());
    let (mut text, mut own, mut others) = (String::new(), Vec::new(), Vec::new());
    for &at in &chosen {
        let Some(told) = cast.told(at, &Around { chosen: &chosen, before: &text, room }) else { continue };
        room = room.saturating_sub(segment::length(&told.text).saturating_sub(length(&at)));
        let mut places = told.places.into_iter();
        own.extend(places.next());
        others.extend(places);
        if !text.is_empty() && !ends_unspaced(&text) {
            text.push(' ');
        }
        text.push_str(&told.text);
    }
    for other in others {
        if !own.iter().any(|place| place.paragraph == other.paragraph && place.span.covers(other.span)) {
            own.push(other);
        }
    }
    Summary { text, evidence: own }
}

/// Whether a text ends with a sentence of a script that sets no spaces between sentences.
fn ends_unspaced(text: &str) -> bool {
    text.trim_end_matches(['」', '』', '）', '”', '’']).ends_with(['。', '！', '？', '｡'])
}

/// Which sentences may stand in a summary.
struct Eligible<'s, 'r, 'a> {
    reading: &'r Reading<'a>,
    cast: &'s Cast<'r, 'a>,
    tongue: Option<Tongue>,
    german: bool,
    /// What claims are made of each sentence.
    claimed: Vec<Option<Claimed>>,
    /// How many different words of the title each sentence has; none where there is no title.
    titled: Vec<usize>,
}

/// A claim that is made of a sentence.
#[derive(Clone, Copy)]
struct Claimed {
    /// How likely it is to be let stand alone.
    likelihood: f32,
    /// Where it begins in its paragraph, in bytes.
    from: usize,
}

impl<'s, 'r, 'a> Eligible<'s, 'r, 'a> {
    fn of(reading: &'r Reading<'a>, cast: &'s Cast<'r, 'a>, drafted: &[Drafted]) -> Self {
        let mut claimed: Vec<Option<Claimed>> = vec![None; reading.sentences.len()];
        for claim in drafted.iter().filter(|claim| !claim.leans) {
            let Some(one) = claimed.get_mut(claim.candidate.sentence) else { continue };
            let own = claim.evidence.first().map_or(0, |place| place.span.start().bytes());
            let (likelihood, from) = one.map_or((0.0, own), |one| (one.likelihood, one.from.min(own)));
            *one = Some(Claimed { likelihood: likelihood.max(claim.candidate.fitness.min(1.0)), from });
        }
        let tag = reading.language.tag();
        let titled = if reading.title.is_empty() { &[][..] } else { &reading.sentences[..] };
        let titled = titled.iter().map(|sentence| {
            let mut terms: Vec<usize> =
                sentence.words.iter().map(|word| word.term).filter(|term| reading.title.contains(term)).collect();
            terms.sort_unstable();
            terms.dedup();
            terms.len()
        });
        let titled = titled.collect();
        Self { reading, cast, tongue: tongues::of(tag), german: tag == Some("de"), claimed, titled }
    }

    /// The best sentences. Where those that could be claims, and what leads on to others, are not enough, others too; where it
    /// is not told well what a sentence leans on, only if there are none of these.
    fn chosen(&self, ranking: &Ranking) -> Vec<usize> {
        let mut short = Vec::new();
        for care in [Care::Strict, Care::Relaxed, Care::None] {
            let asked = Asked { care, known: vec![Cell::new(None); self.reading.sentences.len()] };
            let (chosen, whole) = choose::summary(self.reading, ranking, |at| self.choice(at, &asked));
            if whole || self.is_abroad() && !chosen.is_empty() {
                return chosen;
            }
            short = if short.is_empty() { chosen } else { short };
        }
        short
    }

    fn choice(&self, at: usize, asked: &Asked) -> Option<Choice> {
        let may = Some(self.may(at, asked)).filter(|may| *may != May::Not)?;
        let (least, most) = self.cast.lengths(at);
        Some(Choice { at, may, least, most, opens: self.opening(at) })
    }

    /// How well a sentence opens a summary, 0 to 1: early, and with words of the title.
    fn opening(&self, at: usize) -> f32 {
        let Some(sentence) = self.reading.sentences.get(at) else { return 0.0 };
        let place = (1.0 + at as f32).powf(-DECAY);
        match self.titled(at) {
            Some(0.0) if self.is_certain() && !is_behind_dateline(sentence) => 0.0,
            Some(titled) => (place + titled) / 2.0,
            None => place,
        }
    }

    /// How many words of the title a sentence has, as a share of what the best of the first sentences have; `None` where they
    /// have next to none.
    fn titled(&self, at: usize) -> Option<f32> {
        let most = self.titled.iter().take(OPENERS).copied().max().filter(|most| *most >= FEW)?;
        Some((self.titled.get(at).copied().unwrap_or(0) as f32 / most as f32).min(1.0))
    }

    /// Whether the title tells for certain which of the first sentences has the news: it shares many words with one, and is in
    /// a language that does not make one word of two.
    fn is_certain(&self) -> bool {
        !self.is_abroad() && self.titled.iter().take(OPENERS).any(|titled| *titled > FEW)
    }

    /// Whether a sentence may stand: asked once of each, since it may hang on the one before it, and that on another.
    fn may(&self, at: usize, asked: &Asked) -> May {
        let Some(known) = asked.known.get(at) else { return May::Not };
        let may = known.get().unwrap_or_else(|| self.may_stand(at, asked));
        known.set(Some(may));
        may
    }

    fn may_stand(&self, at: usize, asked: &Asked) -> May {
        let Some(sentence) = self.reading.sentences.get(at) else { return May::Not };
        let care = asked.care;
        if rank::is_boilerplate(sentence.text) || rank::is_question(sentence.text) || is_fragment(sentence) {
            return May::Not;
        }
        let head = without_head(sentence.text, Span::whole(sentence.text));
        let claimed = self.claimed.get(at).copied().flatten();
        let careful = care == Care::Strict || self.tongue.is_some();
        if claimed.is_none() && careful && self.is_unfit(head.slice(sentence.text).unwrap_or("")) {
            return if self.is_abroad() { May::Not } else { May::Stand(UNFIT) };
        }
        let leads = |other: usize| other > at || self.may(other, asked) != May::Not;
        match self.lack(at, sentence, head, claimed) {
            Lack::Sentence(_) | Lack::Before if care == Care::None => May::Stand(NO_CLAIM),
            Lack::Sentence(other) if leads(other) => May::With(other, self.manner(sentence, at)),
            Lack::Before if at.checked_sub(1).is_some_and(leads) => May::With(at - 1, LED + self.manner(sentence, at)),
            Lack::Sentence(_) | Lack::Before => May::Not,
            // Elsewhere what is refused as a claim, and does not lean, is refused for what it is.
            Lack::Nothing
                if claimed.is_none() && self.is_abroad() && care == Care::Strict && !self.may_lead(sentence, at) =>
            {
                May::Not
            }
            Lack::Nothing | Lack::Name => May::Stand(self.leaning(sentence, at, claimed)),
        }
    }

    /// How much a sentence leans on others, 0 to about 2.
    fn leaning(&self, sentence: &Sentence<'_>, at: usize, claimed: Option<Claimed>) -> f32 {
        let alone = match claimed {
            Some(claimed) => 1.0 - claimed.likelihood,
            None if self.leads(sentence, at) => FIRST,
            None if self.is_first(sentence, at) => SCENE,
            None => NO_CLAIM,
        };
        let unnamed = if self.cast.credits_unnamed(at) { UNNAMED } else { 0.0 };
        (if self.is_abroad() { alone } else { alone.powi(2) }) + self.manner(sentence, at) + unnamed
    }

    /// How much more one leans by its manner: where it speaks to the reader, and where it is a quotation for the most part.
    fn manner(&self, sentence: &Sentence<'_>, at: usize) -> f32 {
        let or = |so: bool, more: f32| if so { more } else { 0.0 };
        or(self.cast.speaks_to_reader(at), PERSONAL) + or(rank::quoted_share(sentence.text) > 0.5, QUOTED)
    }

    /// Whether a sentence is the first, or stands behind a dateline.
    fn is_first(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        at == 0 || is_behind_dateline(sentence)
    }

    /// Whether it is the first and has the words of the title that one expects there.
    fn leads(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        self.is_first(sentence, at) && self.titled(at).is_none_or(|titled| titled > 0.0)
    }

    /// Whether it may lead in another language than English though no claim is made of it.
    fn may_lead(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        self.leads(sentence, at) && !(self.german && joins_in_german(sentence.text))
    }

    /// What a sentence lacks; where its form does not show it, by whether a claim could be made of it. One behind a dateline
    /// is the first.
    fn lack(&self, at: usize, sentence: &Sentence<'_>, head: Span, claimed: Option<Claimed>) -> Lack {
        let first = self.is_first(sentence, at);
        let leans = || self.tongue.is_none_or(|tongue| tongue.follows(sentence.text));
        let begins = sentence.span.start().plus(head.start().bytes()).bytes();
        match self.cast.lack(at, claimed.is_some_and(|claimed| claimed.from <= begins)) {
            // 'He who keeps the light': what is refused as a claim may be nobody's name.
            Lack::Name if claimed.is_none() => Lack::Before,
            Lack::Nothing if claimed.is_none() && !first && leans() => Lack::Before,
            lack => lack,
        }
    }

    fn is_abroad(&self) -> bool {
        self.german || self.tongue.is_some()
    }

    /// Whether a sentence could be no claim for what it is, not for what it leans on.
    fn is_unfit(&self, text: &str) -> bool {
        match self.tongue {
            Some(tongue) => tongue.is_unfit(text),
            None if self.german => text.ends_with(':') || fit::german::is_unfit(text),
            None => fit::is_unfit(text),
        }
    }
}

fn is_behind_dateline(sentence: &Sentence<'_>) -> bool {
    without_dateline(sentence.text, Span::whole(sentence.text)).start().bytes() > 0
}

/// Whether a German sentence goes on from another, or is somebody's words.
fn joins_in_german(text: &str) -> bool {
    let whole = Span::whole(text);
    let words = segment::each_word(text, |(_, word)| lower(word));
    text.starts_with(['„', '"', '»', '«', '“'])
        || fit::german::without_joint(text, whole) != Some(whole)
        || points_out(Some("de"), words.iter().map(|word| &**word)) != Some(false)
}

/// Whether a sentence is a line of a list or the like: very short, or its full stop stands apart.
fn is_fragment(sentence: &Sentence<'_>) -> bool {
    let ended = sentence.text.ends_with(|c: char| !c.is_alphanumeric());
    sentence.length < 3
        || !ended
        || sentence.text.ends_with(" .")
        || sentence.text.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit()) && sentence.length < 8
}

#[cfg(test)]
mod tests {
    use crate::analysis::draft::write;
    use crate::article::Article;

    const FILL: &str = "The pilots of Kerrick counted three lamps on the pier on Friday after a storm. The council of Kerrick argued \
        on Monday about the money for the lighthouse. The Norland Lines company changed the timetable of its ferry to Kerrick. \
        The fishermen of Norland caught nothing for two weeks because of the fog over the lighthouse.";

    #[test]
    fn sentences_of_scripts_without_spaces_are_joined_without_one() {
        for (text, is_so) in
            [("船は無事だった。", true), ("「無事だ。」", true), ("It sank.", false), ("배는 무사했다.", false)]
        {
            assert_eq!(super::ends_unspaced(text), is_so, "{text}");
        }
    }

    #[test]
    fn what_leans_or_is_no_assertion_stands_in_no_summary_while_there_is_enough_else() {
        for sentence in [
            "Now you can see the lighthouse of Kerrick and its three lamps on the pier.",
            "They are the lamps of the lighthouse of Kerrick on the pier.",
            "This is why the lighthouse of Kerrick has three lamps on the pier.",
            "Sign up to the letter of the lighthouse of Kerrick on the pier.",
        ] {
            let article = Article::parse(&format!("{FILL} Is the lighthouse dark? {sentence}"));
            let summary = write(&article, &["The lighthouse of Kerrick"], Some("en")).summary;
            assert!(!summary.contains(sentence) && !summary.is_empty(), "{summary}");
        }
    }

    #[test]
    fn what_leans_on_a_sentence_that_is_not_there_does_not_fill_a_summary() {
        const LEAD: &str = "The ferry Marram of Norland Lines ran aground off Kerrick on Friday night with 212 passengers, all of whom \
            were brought ashore by lifeboats before dawn, the coastguard of Norland said.";
        let article = Article::parse(&format!(
            "{LEAD}\n\nThe same \
             is true of the smaller ones.\n\nAnother such survey was put off for the same reason after the incident there.\n\nThe \
             others will be told of it too.",
        ));
        let summary = write(&article, &["Ferry Marram runs aground off Kerrick"], Some("en")).summary;
        assert_eq!(summary, LEAD);
    }

    #[test]
    fn a_summary_opens_with_the_news_of_the_title_and_not_with_a_scene() {
        const NEWS: &str = "The council of Kerrick will close the lighthouse on the pier in June, because the repair of its three \
            lamps would cost 4 million crowns.";
        let summary = |before: &str| {
            let article = Article::parse(&format!(
                "{before}Tom Hale likes to sit on a bench in the fog with his old dog and a mug of tea.\n\nThe dog is asleep, and \
                 the tea has gone cold.\n\n{NEWS}\n\nThe fishermen of Norland caught nothing for two weeks because of the storms \
                 of the winter.",
            ));
            write(&article, &["Kerrick to close lighthouse on pier"], Some("en")).summary
        };
        assert!(summary("").starts_with(NEWS), "{}", summary(""));
        // What an agency begins with is seldom a scene.
        let agency = summary("KERRICK (Post) — ");
        assert!(agency.starts_with("Tom Hale") && agency.contains(NEWS), "{agency}");
    }

    #[test]
    fn a_quotation_in_another_language_than_english_fills_a_summary_last() {
        const QUOTATION: &str =
            "„Der Nebel am Leuchtturm von Kerrick war dichter als in allen Jahren davor“, sagte Hale.";
        let lead = "Die Fähre Marram der Reederei Norland Lines ist am Freitag vor Kerrick mit 212 Passagieren auf eine Sandbank \
            gelaufen. Rettungsboote aus Orrin haben die Passagiere der Marram vor Tagesanbruch in den Hafen von Kerrick gebracht.";
        let article = Article::parse(&format!("{lead} {QUOTATION}"));
        let summary = write(&article, &["Fähre Marram vor Kerrick auf Sandbank gelaufen"], Some("de")).summary;
        assert!(summary.starts_with("Die Fähre Marram") && !summary.contains("Nebel"), "{summary}");
    }

    #[test]
    fn the_first_sentence_of_an_article_may_open_a_summary_though_it_is_no_claim() {
        const LEAD: &str = "La segunda excursión de los pilotos de Kerrick al barco Marram, perdido frente a la costa de Norland, \
            trajo dos lámparas de bronce que nuestra ciudad buscaba desde hace un siglo.";
        let article = Article::parse(&format!(
            "{LEAD}\n\nDe momento, el consejo de Norland ha pedido cuatro millones de coronas para el nuevo faro del muelle.",
        ));
        let summary = write(&article, &["Dos lámparas del barco Marram"], Some("es")).summary;
        assert!(summary.starts_with(LEAD), "{summary}");
    }

    #[test]
    fn a_summary_of_what_is_there_has_forty_to_sixty_words_and_its_passages_in_order() {
        let article = Article::parse(&format!("{FILL} {FILL}"));
        let draft = write(&article, &[], Some("en"));
        let words = draft.summary.split_whitespace().count();
        assert!((40..=60).contains(&words), "{words}");
        let passages: Vec<&str> = draft.summary_evidence.iter().filter_map(|place| place.text(&article)).collect();
        assert_eq!(draft.summary, passages.join(" "));
        assert!(draft.summary_evidence.is_sorted_by_key(|place| (place.paragraph, place.span.start())));
    }

    #[test]
    fn a_summary_does_not_say_the_same_twice() {
        let article = Article::parse(&format!(
            "The old ferry of Kerrick ran aground on Friday with sixty passengers. {FILL} The old ferry of Kerrick ran aground on \
             Friday with sixty passengers aboard."
        ));
        let summary = write(&article, &["Ferry of Kerrick aground"], Some("en")).summary;
        assert!(summary.matches("ran aground").count() < 2, "{summary}");
    }
}
