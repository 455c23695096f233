//! Whom a sentence of a language that is written with spaces credits. Refuses a pronoun, and a name in a case that is not the
//! nominative.

use super::table::{Lexicon, Part, Way};
use crate::analysis::attribution::{Attribution, attribution};
use crate::analysis::quotations::Quoted;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// The most words that may name a speaker.
const LONGEST: usize = 8;

/// What is said begins no farther behind the verb of saying, in words.
const NEAR: usize = 10;

/// Words that end the name of a speaker who stands behind the verb.
const ENDS: &[&str] = &[
    "til",
    "till",
    "i",
    "på",
    "ved",
    "vid",
    "efter",
    "etter",
    "om",
    "under",
    "i",
    "med",
    "når",
    "när",
    "som",
    "w",
    "we",
    "na",
    "po",
    "dla",
    "podczas",
    "przed",
    "do",
    "z",
    "v",
    "ve",
    "pro",
    "při",
    "s",
    "в",
    "во",
    "на",
    "после",
    "по",
    "журналистам",
    "для",
    "с",
    "при",
    "у",
    "під",
    "після",
    "для",
    "den",
    "que",
    "da",
    "då",
    "mens",
    "medan",
    "jego",
    "że",
    "что",
    "і",
    "och",
    "og",
    "serwisowi",
    "agencji",
    "خلال",
    "في",
    "لصحيفة",
    "لوكالة",
    "لقناة",
    "لموقع",
    "يوم",
    "اليوم",
    "على",
    "أمام",
    "عبر",
    "من",
    "के",
];

/// The same in Spanish, Portuguese, Italian and French; before a subject they open an adverbial.
const ROMANCE_ENDS: &[&str] = &[
    "en", "tras", "durante", "sobre", "ante", "dans", "à", "au", "aux", "lors", "devant", "dopo", "em", "após", "sur",
    "hoy", "ayer", "ce", "in", "al", "ai", "por", "para", "per", "pour", "par", "con", "com", "avec", "después",
    "après", "ao", "aos", "desde", "depuis", "según", "selon", "secondo", "segundo", "à", "às",
];

/// Articles, whose capital is that of the sentence.
pub(super) const ARTICLES: &[&str] =
    &["el", "la", "los", "las", "un", "una", "le", "les", "une", "il", "lo", "gli", "o", "os", "as", "um", "uma"];

/// Helpers between a subject and its verb of saying.
const HELPERS: &[&str] =
    &["a", "ont", "ha", "han", "hanno", "avait", "avaient", "había", "habían", "aveva", "fait", "ya"];

/// 'As' before a verb of saying: 'jak podaje', 'как сообщает'.
const AS: &[&str] = &["jak", "как", "як"];

pub(super) type Word<'t> = (Span, &'t str, String);

/// Days and 'also', before a subject: 'Wczoraj Hale', 'ook Hale'.
const LEADS: &[&str] = &[
    "wczoraj",
    "dziś",
    "dzisiaj",
    "również",
    "także",
    "też",
    "вчера",
    "сегодня",
    "также",
    "вчора",
    "сьогодні",
    "ayer",
    "hoy",
    "también",
    "ontem",
    "hoje",
    "também",
    "ieri",
    "oggi",
    "anche",
    "hier",
    "gisteren",
    "vandaag",
    "ook",
    "igår",
    "idag",
    "också",
    "også",
    "včera",
    "dnes",
    "také",
    "dün",
    "bugün",
];

/// A speaker without the day or the 'also' before them.
fn without_lead(sentence: &str, speaker: Span) -> Span {
    let mut words = segment::words(speaker.slice(sentence).unwrap_or(""));
    let lead = words.next().is_some_and(|(_, word)| LEADS.contains(&&*lower(word)));
    match words.next() {
        Some((next, _)) if lead => Span::new(next.within(speaker.start()).start(), speaker.end()),
        _ => speaker,
    }
}

/// Whether words can name somebody: no article alone, 'um disse', and no adverbial, 'al momento, spiega'.
fn is_somebody(sentence: &str, speaker: Span) -> bool {
    let mut words = segment::words(speaker.slice(sentence).unwrap_or("")).map(|(_, word)| word);
    let first = words.next().map(lower).unwrap_or_default();
    match words.next() {
        None => !first.is_empty() && !ARTICLES.contains(&&*first),
        Some(second) => {
            let placed = matches!(&*first, "al" | "in" | "en" | "em" | "por" | "per" | "pour" | "dans");
            !(placed && second.starts_with(char::is_lowercase))
        }
    }
}

impl Lexicon {
    /// Whom a sentence credits.
    pub(super) fn attribution(&self, sentence: &str) -> Option<Attribution> {
        let told = self.according(sentence);
        let own = || {
            let speaker = without_lead(sentence, self.speaker(sentence)?);
            is_somebody(sentence, speaker).then_some(Attribution { speaker, content: None })
        };
        let usual = || {
            let found = attribution(sentence).filter(|found| self.is_named(sentence, found.speaker))?;
            let speaker = without_lead(sentence, found.speaker);
            is_somebody(sentence, speaker).then_some(Attribution { speaker, ..found })
        };
        if let Some(speaker) = told.filter(|speaker| self.is_named(sentence, *speaker)) {
            return usual().filter(|found| found.speaker == speaker).or(Some(Attribution { speaker, content: None }));
        }
        if self.table.way != Way::Usual {
            return own().or_else(usual);
        }
        // 'O advogado do porto, Tom Hale, disse': the name, not what somebody is.
        let beside = |usual: &Attribution, own: &Attribution| {
            Span::new(usual.speaker.end(), own.speaker.start().max(usual.speaker.end())).slice(sentence) == Some(", ")
        };
        match (usual(), own()) {
            (Some(usual), Some(own)) if usual.content.is_none() && beside(&usual, &own) => Some(own),
            (usual, own) => usual.or(own),
        }
    }

    /// Whether whom `attribution` found is somebody: no pronoun, nothing that points, no verb.
    fn is_named(&self, sentence: &str, speaker: Span) -> bool {
        const FOREIGN: &[&str] = &["según", "segundo", "secondo", "selon"];
        const LAWS: &[&str] =
            &["ley", "lei", "legge", "loi", "plan", "plano", "piano", "norma", "tradición", "tradition"];
        let name = speaker.slice(sentence).unwrap_or("");
        let words: Vec<String> = segment::words(name).map(|(_, word)| lower(word).into_owned()).collect();
        let points = |word: &String| {
            let parts = self.parts(word);
            parts.has(Part::Demonstrative)
                || parts.has(Part::Subject)
                || parts.has(Part::Personal)
                || parts.has(Part::Unnamed)
        };
        let case = matches!(self.table.tag, "ru" | "uk") && sentence.to_lowercase().contains("по словам");
        words.len() <= LONGEST + 2
            && !is_counted(sentence, speaker)
            && !words.iter().any(|word| points(word) || FOREIGN.contains(&word.as_str()))
            && !words.last().is_some_and(|word| LAWS.contains(&word.as_str()))
            && !case
    }

    fn speaker(&self, sentence: &str) -> Option<Span> {
        let words: Vec<Word<'_>> =
            segment::words(sentence).map(|(span, word)| (span, word, lower(word).into_owned())).collect();
        let found = match self.table.way {
            Way::Usual | Way::SubjectFirst => self
                .verb_second(sentence, &words)
                .or_else(|| self.as_told(sentence, &words))
                .or_else(|| self.behind(sentence, &words))
                .or_else(|| self.before(sentence, &words)),
            Way::VerbLast => self.around(sentence, &words),
            Way::VerbFirst => self.inverted(sentence, &words),
            Way::Ergative => self.marked(sentence, &words),
        }?;
        self.is_named(sentence, found).then_some(found)
    }

    fn says(&self, word: &Word<'_>) -> bool {
        self.parts(&word.2).has(Part::Saying)
    }

    /// Whether a word begins what is said: 'que', 'qu’il'.
    fn is_that(&self, word: &Word<'_>) -> bool {
        let elided = || matches!(word.2.split(['\'', '’']).next(), Some("qu" | "ch"));
        self.parts(&word.2).has(Part::That) || self.table.way == Way::Usual && elided()
    }

    /// Whether a word ends the name of a speaker, or opens what is none.
    pub(super) fn ends_name(&self, word: &Word<'_>) -> bool {
        let ends = if self.table.way == Way::Usual { ROMANCE_ENDS } else { ENDS };
        ends.contains(&word.2.as_str()) || matches!((self.table.tag, word.2.as_str()), ("es" | "it", "a"))
    }

    /// 'As Hale tells, …'
    fn as_told(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        let opens = words.first().is_some_and(|word| AS.contains(&word.2.as_str()));
        let says = words.get(1).is_some_and(|word| self.says(word));
        let rest = words.get(2..).filter(|_| opens && says)?;
        let name = until_mark(sentence, rest);
        let apart = name.last().and_then(|last| sentence.get(last.0.end().bytes()..))?.starts_with(',');
        let plain = !name.first().is_some_and(|word| self.ends_name(word));
        (apart && plain).then(|| named(name)).flatten()
    }

    /// '…, sier Hale til avisen.'
    fn behind(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        let parted = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let (Some(before), Some(word)) = (before, words.get(at)) else { return false };
            Span::new(before.0.end(), word.0.start())
                .slice(sentence)
                .is_some_and(|gap| gap.contains([',', '"', '”', '“', '»', '–', '—']) || gap == " - ")
        };
        let at = (1..words.len())
            .rev()
            .take(14)
            .find(|&at| parted(at) && words.get(at).is_some_and(|word| self.says(word)))?;
        let quoted = Quoted::default().spans(sentence);
        let rest = words.get(at + 1..)?;
        // 'napisał wcześniej Hale', 'powiedział nam Hale'
        let adverb = |word: &Word<'_>| {
            let parts = self.parts(&word.2);
            parts.has(Part::Later) || parts.has(Part::Pointer) || parts.has(Part::Personal)
        };
        // 'powiedział w piątek Hale'
        let day = rest.first().is_some_and(|word| matches!(word.2.as_str(), "w" | "we" | "в" | "во" | "på" | "op"))
            && rest.get(1).is_some_and(|word| self.parts(&word.2).has(Part::Time));
        let rest = if day { rest.get(2..)? } else { rest };
        // 'powiedział PAP Tom Hale': to whom.
        let shouted = |word: &Word<'_>| word.1.chars().count() > 2 && word.1.chars().all(char::is_uppercase);
        let told = matches!(self.table.tag, "pl" | "ru" | "uk" | "cs")
            && rest.first().is_some_and(shouted)
            && rest.get(1).is_some_and(|word| word.1.starts_with(char::is_uppercase));
        let rest = rest.get(usize::from(told)..)?;
        let skipped = |word: &&Word<'_>| quoted.iter().any(|q| q.covers(word.0)) || adverb(word);
        let skip = rest.iter().take_while(skipped).count();
        let name = until_mark(sentence, rest.get(skip..)?);
        let ends = name.iter().position(|word| self.ends_name(word)).unwrap_or(name.len());
        named(name.get(..ends)?)
    }

    /// 'Hale sier at …', 'Hale, head of the port, said: …'
    fn before(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        let verb = words.iter().take(14).position(|word| self.says(word)).filter(|verb| *verb > 0)?;
        let said = words.get(verb)?;
        let next = words.get(verb + 1)?;
        let gap = Span::new(said.0.end(), next.0.start()).slice(sentence)?;
        let near = words.get(verb + 1..)?.iter().take(NEAR).any(|word| self.is_that(word));
        if !near && !gap.contains([':', '"', '„', '«', '”']) {
            return None;
        }
        let subject = words.get(..verb)?;
        let helpers = subject.iter().rev().take_while(|word| HELPERS.contains(&word.2.as_str())).count();
        let helpers = if self.table.way == Way::Usual { helpers } else { 0 };
        let subject = subject.get(..verb - helpers)?;
        if let Some(name) = full_name(sentence, subject).or_else(|| self.before_place(sentence, subject)) {
            return Some(name);
        }
        let name = until_mark(sentence, subject);
        let until = words.get(subject.len())?.0.start();
        let between = Span::new(name.last()?.0.end(), until).slice(sentence)?;
        if let Some(behind) = self.behind_opening(sentence, subject, name, between) {
            return Some(behind);
        }
        let aside = name.len() == subject.len() || between.trim_end().ends_with(',');
        let adverbial = name.first().is_some_and(|word| self.ends_name(word))
            || between.trim_start().starts_with(['„', '“', '«', '"']);
        (aside && !adverbial).then(|| named(name)).flatten()
    }

    /// 'Hale på mötet i hamnen säger att': a full name before the place where it is said.
    fn before_place(&self, sentence: &str, subject: &[Word<'_>]) -> Option<Span> {
        const PLACING: &[&str] =
            &["на", "в", "во", "при", "перед", "после", "podczas", "na", "przed", "po", "durante", "lors", "tijdens"];
        let place = subject.iter().position(|word| PLACING.contains(&word.2.as_str())).filter(|place| *place >= 2)?;
        let name = subject.get(..place)?;
        let capital = |word: &Word<'_>| word.1.starts_with(char::is_uppercase);
        let full = name.iter().rev().take(2).all(capital);
        let whole = until_mark(sentence, subject).len() == subject.len();
        (full && whole && !name.first().is_some_and(|word| self.ends_name(word))).then(|| named(name)).flatten()
    }

    /// 'In 2021 schreef de krant Kerrick Post al dat …': behind a verb that comes second, up to an adverb or to what is said.
    fn verb_second(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        const OPENING: &[&str] = &[
            "in",
            "op",
            "tijdens",
            "vorig",
            "vorige",
            "gisteren",
            "vandaag",
            "eerder",
            "i",
            "på",
            "under",
            "efter",
            "igår",
            "idag",
            "tidligere",
            "tidigare",
        ];
        const ADVERBS: &[&str] =
            &["al", "ook", "eerder", "nog", "redan", "också", "også", "allerede", "op", "in", "på", "i"];
        if !matches!(self.table.tag, "nl" | "sv" | "da" | "no") || !OPENING.contains(&words.first()?.2.as_str()) {
            return None;
        }
        let verb =
            words.iter().take(6).position(|word| self.says(word)).filter(|verb| *verb > 1 || self.table.tag != "nl")?;
        let rest = words.get(verb + 1..)?;
        let that = rest.iter().take(LONGEST + 3).position(|word| self.is_that(word))?;
        let name = rest.get(..that)?;
        let until = name.iter().position(|word| ADVERBS.contains(&word.2.as_str())).unwrap_or(name.len());
        let before = until_mark(sentence, words.get(..=verb + that)?).len() == verb + that + 1;
        before.then(|| named(name.get(..until)?)).flatten()
    }

    /// 'Hale, … söyledi.', '… belirten Hale, …', 'Hale'e göre …'
    fn around(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        let capital = |word: &Word<'_>| word.1.starts_with(char::is_uppercase);
        if let Some(at) = words.iter().position(|word| word.2 == "göre").filter(|at| *at > 0) {
            let run = words.get(..at)?.iter().rev().take_while(|word| capital(word)).count();
            let name = words.get(at - run..at)?;
            let (first, last) = (name.first()?, name.last()?);
            let bare = last.1.split(['\'', '’']).next()?;
            return (bare.len() < last.1.len()).then(|| Span::new(first.0.start(), last.0.start().plus(bare.len())));
        }
        let [.., before, last] = words else { return None };
        let pair = format!("{}-{}", before.2, last.2);
        let said = self.says(last) || self.parts(&pair).has(Part::Saying);
        let telling =
            (0..words.len()).filter(|&at| words.get(at).is_some_and(|word| self.parts(&word.2).has(Part::That)));
        let mut told = telling.filter_map(|at| {
            let name: Vec<&Word<'_>> = words.get(at + 1..)?.iter().take_while(|word| capital(word)).collect();
            let (first, last) = (name.first()?, name.last()?);
            let whole = first.0.hull(last.0);
            sentence.get(whole.end().bytes()..)?.starts_with(',').then_some(whole)
        });
        if let Some(told) = told.next() {
            return Some(told);
        }
        let name = until_mark(sentence, words);
        let parted = name.len() < words.len()
            && name
                .last()
                .is_some_and(|word| sentence.get(word.0.end().bytes()..).is_some_and(|rest| rest.starts_with(',')));
        let inflected = name.iter().any(|word| word.1.contains(['\'', '’']));
        (said && parted && !inflected && name.last().is_some_and(capital)).then(|| named(name)).flatten()
    }

    /// 'Said Hale that …'
    fn inverted(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        let first = words.first().filter(|word| self.says(word))?;
        let rest = words.get(1..)?;
        let until = rest
            .iter()
            .position(|word| self.parts(&word.2).has(Part::That) || ENDS.contains(&word.2.as_str()))
            .filter(|until| (1..=LONGEST).contains(until))?;
        let name = until_mark(sentence, rest.get(..until)?);
        let gap = Span::new(first.0.end(), name.first()?.0.start()).slice(sentence)?;
        let that = rest.iter().take(LONGEST * 2).any(|word| self.parts(&word.2).has(Part::That));
        (that && gap == " ").then(|| hull(name)).flatten()
    }

    /// 'Hale by … said that …'
    fn marked(&self, sentence: &str, words: &[Word<'_>]) -> Option<Span> {
        const MARK: &str = "ने";
        let mark = words.iter().position(|word| word.2 == MARK).filter(|at| (1..=LONGEST).contains(at))?;
        let said = words.get(mark..)?.iter().take(14).any(|word| self.says(word));
        let that = words.iter().any(|word| self.parts(&word.2).has(Part::That));
        let name = words.get(..mark)?;
        (said && that && until_mark(sentence, name).len() == name.len()).then(|| hull(name)).flatten()
    }
}

/// The full name right before a verb, where what opens the sentence stands before it: 'po naradzie w Kerrick Tom Hale zapowiedział';
/// or between commas: 'o advogado do porto, Tom Hale, disse'.
fn full_name(sentence: &str, subject: &[Word<'_>]) -> Option<Span> {
    const OPENING: &[&str] = &["po", "w", "na", "podczas", "przed", "после", "в", "во", "на"];
    let capital = |word: &&Word<'_>| word.1.starts_with(char::is_uppercase) && word.1.chars().count() > 1;
    let spaced = |at: &usize| {
        let pair = subject.get(at - 1).zip(subject.get(*at));
        pair.is_some_and(|(a, b)| Span::new(a.0.end(), b.0.start()).slice(sentence) == Some(" "))
    };
    let last = subject.len().checked_sub(1).filter(|&last| subject.get(last).as_ref().is_some_and(capital))?;
    let from = last
        - (1..=last).rev().take_while(|at| spaced(at) && subject.get(at - 1).as_ref().is_some_and(capital)).count();
    let run = subject.len() - from;
    let before = subject.get(from.checked_sub(1)?)?;
    let gap = Span::new(before.0.end(), subject.get(from)?.0.start()).slice(sentence)?;
    let behind = sentence.get(subject.last()?.0.end().bytes()..)?;
    if gap == ", " && behind.starts_with(',') && (2..=3).contains(&run) {
        return hull(subject.get(from..)?);
    }
    let opening = subject.first().is_some_and(|word| OPENING.contains(&word.2.as_str()));
    // 'W Kerrick Tom Hale': the first of three is where.
    let placed = OPENING.contains(&before.2.as_str());
    let skip = match (run, placed) {
        (3, true) => 1,
        (2, false) => 0,
        _ => return None,
    };
    let whole = until_mark(sentence, subject).len() == subject.len();
    (opening && whole && behind.starts_with(' ')).then(|| hull(subject.get(from + skip..)?)).flatten()
}

/// Whether the word before a speaker only counts: 'no segundo Batalhão'.
fn is_counted(sentence: &str, speaker: Span) -> bool {
    let before = sentence.get(..speaker.start().bytes()).unwrap_or("").trim_end();
    let counts = ["segundo", "secondo"].iter().find_map(|word| before.strip_suffix(word));
    counts.is_some_and(|before| before.ends_with(' ') && !before.trim_end().ends_with([',', '–', '—', '"', '»', '”']))
}

/// The words up to the first mark.
pub(super) fn until_mark<'w, 't>(sentence: &str, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let gap = |pair: &[Word<'_>]| match pair {
        [a, b] => Span::new(a.0.end(), b.0.start()).slice(sentence).is_none_or(|between| {
            between.contains([',', ';', ':', '"', '“', '”', '„', '«', '»', '(', '.', '،', '–', '—'])
        }),
        _ => true,
    };
    let length = words.windows(2).position(gap).map_or(words.len(), |at| at + 1);
    words.get(..length).unwrap_or(words)
}

/// The span of words that name a speaker: a name among them, what stands before it no article alone.
pub(super) fn named(words: &[Word<'_>]) -> Option<Span> {
    let capital = |word: &&Word<'_>| word.1.starts_with(char::is_uppercase);
    let name =
        words.iter().any(|word| capital(&word) && word.1.chars().count() > 1 && !ARTICLES.contains(&word.2.as_str()));
    let vague = words
        .first()
        .is_some_and(|word| matches!(word.2.as_str(), "en" | "ei" | "et" | "ett" | "jeden" | "jedna" | "один"));
    let from = if vague { words.iter().position(|word| capital(&word))? } else { 0 };
    (name && words.len() <= LONGEST).then(|| hull(words.get(from..)?)).flatten()
}

fn hull(words: &[Word<'_>]) -> Option<Span> {
    Some(words.first()?.0.hull(words.last()?.0))
}
