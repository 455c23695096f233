//! Noun phrases that begin with 'the', or with 'der', 'die', 'das': what explains them, and what leans on an earlier
//! sentence. By lists for each language and by where their nouns stand in the article. Refuses to find what they lean on.

use std::sync::LazyLock;

use super::abroad::Signs;
use super::cue::{Cue, Cues};
use super::{Kept, Spoken, Tongue, abroad, german};
use crate::analysis::lexicon::table;
use crate::analysis::tense::is_finite;
use crate::text::Span;
use crate::text::lookup::Set;

/// The words by which the noun phrases of a language are told.
pub(super) struct Lists {
    /// Words that end a noun phrase.
    pub(super) ends: Set<&'static str>,
    /// Those of them that begin what explains the noun before.
    pub(super) explains: Set<&'static str>,
    /// Nouns of which a reader knows which one is meant.
    pub(super) known: Set<&'static str>,
    /// Nouns with which an article mostly speaks of somebody or something for the second time.
    pub(super) common: Set<&'static str>,
}

static ENGLISH: LazyLock<Lists> = LazyLock::new(|| Lists {
    ends: table(
        "of in on at for to from by with about into over after before between under through during against among around \
         within without along across behind beyond near since until upon toward towards and or but nor as if when while \
         because although though whereas than that which who whom whose is are was were be been has have had do does did \
         will would can could may might must shall should not the a an this his her its their said told says made took \
         came went",
    ),
    explains: table(
        "of in on at for to from by with about into over between under against among around within that which who whom \
         whose",
    ),
    known: table(
        "government president police military army court economy world country public internet state city \
         authorities sun pope king queen senate house congress parliament media press market markets past future end start \
         beginning way time times fact weather environment law",
    ),
    common: table(
        "man woman boy girl child couple pair group team company report study survey event program programme project plan bill law \
         case incident attack film movie book series show house building car vehicle site area deal agreement talks meeting \
         decision move change changes result results finding findings author researcher researchers official officials \
         officer officers suspect victim victims driver store school hospital station ship boat plane aircraft device phone \
         firm firms organisation organization agency club league season game match race tournament final win loss defeat \
         statement letter email video photo photos footage message post tweet interview article item items product feature \
         system process method approach policy measure measures rule rules restriction restrictions tariffs ban money fund \
         funds amount trial hearing verdict ruling lawsuit suit investigation probe call request proposal offer list \
         announcement news comment comments remark remarks speech tour trip visit journey flight crash accident explosion \
         fire storm shooting killing murder death strike protest protests demonstration campaign election vote poll contest \
         mission rocket spacecraft satellite engine design model concept garment look outfit dress ensemble piece song album \
         band singer actor actress director host journalist reporter newspaper magazine channel network website app service \
         platform tool technology drug treatment vaccine disease virus condition patient patients doctor doctors nurse \
         teacher student students teenager teen teens family parent parents mother father son daughter brother sister wife \
         husband neighbor friend owner resident residents member members leader chief boss minister spokesman spokeswoman \
         committee commission council board panel judge jury lawyer prosecutor prosecutors alliance coalition party movement \
         militants rebels soldiers force forces unit troops convoy operation raid offensive camp base airport port bridge \
         road street park center centre office room cause reason problem issue question answer idea point truth story scene \
         pipeline medical",
    ),
});

static GERMAN: LazyLock<Lists> = LazyLock::new(|| Lists {
    ends: table(
        "von vom in im an am auf für aus über zu zum zur bei beim gegen zwischen mit nach um seit durch wegen vor unter ohne ab \
         und oder aber sondern als wie ob wenn weil dass der die das den dem des ein eine einen einem einer eines ist war \
         sind waren hat hatte haben hatten wird wurde werden wurden kann konnte könnte soll sollte muss musste will wollte \
         darf sagte sagt nicht auch sich",
    ),
    explains: table(
        "von vom in im an am auf für aus über zu zum zur bei beim gegen zwischen mit nach um der des eines einer unter",
    ),
    known: table(
        "regierung bundesregierung präsident polizei armee gericht wirtschaft welt land öffentlichkeit internet staat stadt \
         eltern sonne papst könig königin parlament bundestag bundesrat senat medien presse markt vergangenheit zukunft ende \
         anfang beginn weg zeit tatsache wetter umwelt gesetz jahr woche monat tag abend wochenende usa schweiz ukraine \
         türkei eu frage",
    ),
    common: table(
        "mann frau junge mädchen kind paar gruppe team mannschaft bericht studie umfrage projekt plan gesetz fall vorfall \
         angriff anschlag film buch serie haus gebäude auto wagen fahrzeug gebiet gelände abkommen gespräche treffen sitzung \
         entscheidung schritt ergebnis experte expertin autor autorin forscher forscherin beamten polizisten täter opfer \
         fahrer schule klinik bahnhof schiff boot gerät handy firma unternehmen konzern institut gremium organisation \
         behörde verein klub partie saison spiel rennen turnier sieg niederlage erklärung brief video foto bilder interview \
         artikel produkt system verfahren methode ansatz maßnahme maßnahmen regel regeln geld summe betrag prozess urteil \
         klage ermittlungen aufruf vorschlag angebot liste ankündigung kommentar rede reise besuch flug absturz unfall \
         explosion brand feuer sturm mord tod streik protest kampagne wahl abstimmung mission rakete satellit motor modell \
         konzept lied album band sänger sängerin schauspieler regisseur journalist zeitung magazin sender netzwerk website \
         app plattform dienst technologie medikament behandlung impfstoff virus patient patienten arzt ärzte lehrer schüler \
         studenten familie vater mutter sohn tochter bruder schwester nachbarn freund besitzer bewohner mitglieder chef \
         minister sprecher sprecherin kommission ausschuss richter anwalt koalition partei bewegung soldaten truppen einsatz \
         operation flughafen brücke straße park zentrum raum grund problem idee punkt geschichte szene politiker politikerin \
         geldhaus ranking trainer spieler stürmer torwart verband papier dokument vertrag antrag verdächtige bauwerk bauwerke",
    ),
});

/// Counts the phrases of what is kept.
pub(super) fn count(kept: &Kept<'_, '_>, tongue: Tongue, words: &[Spoken<'_>], cues: &mut Cues) {
    let text = kept.text();
    let signs = Signs::known(kept.reading.language.tag());
    let begins = |at: usize| match tongue {
        Tongue::Other => signs.zip(words.get(at)).is_some_and(|(signs, word)| signs.is_article(word)),
        Tongue::English => words.get(at).is_some_and(|word| word.lower == "the"),
        Tongue::German => german::is_article(words, text, at),
    };
    for the in (0..words.len()).filter(|&at| begins(at)) {
        let phrase = match tongue {
            Tongue::English => Phrase::english(text, words, the),
            Tongue::German => Phrase::german(text, words, the),
            Tongue::Other => signs.and_then(|signs| Phrase::abroad(signs, text, words, the)),
        };
        if let Some(phrase) = phrase {
            phrase.count(kept, cues);
        }
    }
}

/// The German phrases with an article among words.
pub(super) fn german_phrases<'p, 't>(text: &'p str, words: &'p [Spoken<'t>]) -> impl Iterator<Item = Phrase<'p, 't>> {
    let the = (0..words.len()).filter(move |&at| german::is_article(words, text, at));
    the.filter_map(move |the| Phrase::german(text, words, the))
}

/// The words between 'the' and the end of its noun phrase.
pub(super) struct Phrase<'p, 't> {
    lists: &'static Lists,
    pub(super) words: &'p [Spoken<'t>],
    pub(super) head: &'p Spoken<'t>,
    /// Whether it begins the sentence, but for a word or two.
    pub(super) first: bool,
    /// Whether something behind it says which one is meant.
    explained: bool,
    /// Whether it is of another language than English and German.
    abroad: bool,
    /// Whether it is English.
    english: bool,
}

impl<'p, 't> Phrase<'p, 't> {
    fn english(text: &str, words: &'p [Spoken<'t>], the: usize) -> Option<Self> {
        const LONGEST: usize = 5;
        let from = the + 1;
        let goes_on = |&at: &usize| {
            words.get(at).is_some_and(|word| {
                let said = |at: usize| words.get(at).map_or("", |word| &*word.lower);
                let verb = at > from && (word.lower.ends_with("ed") || is_verb_behind(&word.lower, said(at - 1)));
                !ENGLISH.ends.contains(&*word.lower) && joined(text, words, at) && !verb
            })
        };
        let end = from + (from..from + LONGEST).take_while(goes_on).count();
        let phrase = words.get(from..end)?;
        let next = words.get(end).filter(|_| joined(text, words, end));
        let explained = next.is_some_and(|word| ENGLISH.explains.contains(&*word.lower) || is_participle(words, end));
        Some(Self {
            lists: &ENGLISH,
            words: phrase,
            head: phrase.last()?,
            first: the < 3,
            explained,
            abroad: false,
            english: true,
        })
    }

    /// Up to a word that ends it; its noun is the first or the last, as the language has it.
    fn abroad(signs: &'static Signs, text: &str, words: &'p [Spoken<'t>], the: usize) -> Option<Self> {
        const LONGEST: usize = 3;
        let (from, lists) = (the + 1, &signs.lists);
        let goes_on = |&at: &usize| {
            let ends = |word: &Spoken<'_>| lists.ends.contains(&*word.lower) || signs.is_article(word);
            words.get(at).is_some_and(|word| !ends(word) && joined(text, words, at))
        };
        let end = from + (from..from + LONGEST).take_while(goes_on).count();
        let phrase = words.get(from..end)?;
        let tells = |word: &&Spoken<'_>| !abroad::is_first_of_many(&word.lower);
        let head = if signs.noun_first { phrase.iter().find(tells) } else { phrase.last() };
        let next = words.get(end).filter(|_| joined(text, words, end));
        let explained = next.is_some_and(|word| lists.explains.contains(&*word.lower));
        Some(Self {
            lists,
            words: phrase,
            head: head.or(phrase.first())?,
            first: the < 3,
            explained,
            abroad: true,
            english: false,
        })
    }

    /// Up to the last of the capitals that stand together; a clause behind a comma that begins with 'der', 'die', 'das'
    /// explains it too.
    fn german(text: &str, words: &'p [Spoken<'t>], the: usize) -> Option<Self> {
        const LONGEST: usize = 6;
        let from = the + 1;
        let capital = |at: usize| words.get(at).is_some_and(|word| word.written.starts_with(char::is_uppercase));
        let goes_on = |&at: &usize| {
            let behind_noun = at > from && capital(at - 1) && !capital(at);
            words.get(at).is_some_and(|word| !GERMAN.ends.contains(&*word.lower))
                && joined(text, words, at)
                && !behind_noun
        };
        let end = from + (from..from + LONGEST).take_while(goes_on).count();
        let phrase = words.get(from..end)?;
        let head = phrase.last().filter(|head| head.written.starts_with(char::is_uppercase))?;
        let next = words.get(end);
        let explained = next.is_some_and(|word| {
            if joined(text, words, end) {
                GERMAN.explains.contains(&*word.lower)
            } else {
                matches!(&*word.lower, "der" | "die" | "das" | "den" | "dem" | "deren" | "dessen")
            }
        });
        Some(Self { lists: &GERMAN, words: phrase, head, first: the < 3, explained, abroad: false, english: false })
    }

    /// What tells which one is meant; [`Cue::Bare`] where nothing does.
    pub(super) fn place(&self, kept: &Kept<'_, '_>) -> Cue {
        if self.words.iter().any(|word| word.name) {
            Cue::DefiniteName
        } else if self.words.iter().any(|word| kept.is_about(word)) {
            Cue::DefiniteAbout
        } else if self.lists.known.contains(&*self.head.lower) {
            Cue::DefiniteKnown
        } else if self.explained {
            Cue::DefiniteExplained
        } else if self.words.iter().any(|word| self.is_first_of_many(&word.lower)) {
            Cue::DefiniteFirst
        } else {
            Cue::Bare
        }
    }

    fn count(&self, kept: &Kept<'_, '_>, cues: &mut Cues) {
        match self.place(kept) {
            Cue::Bare => self.count_bare(kept, cues),
            told => cues.add(told, 1.0),
        }
        cues.flag(Cue::DefiniteExplainedOld, self.place(kept) == Cue::DefiniteExplained && kept.is_old(self.head));
    }

    fn is_first_of_many(&self, word: &str) -> bool {
        if self.abroad { abroad::is_first_of_many(word) } else { is_first_of_many(word) }
    }

    fn is_common(&self) -> bool {
        self.lists.common.contains(&*self.head.lower) || self.head.lower.contains("jährige")
    }

    fn count_bare(&self, kept: &Kept<'_, '_>, cues: &mut Cues) {
        let old = kept.is_old(self.head);
        let (bare, said, common) = if self.first {
            (Cue::BareFirst, Cue::BareFirstOld, Cue::BareCommonFirst)
        } else {
            (Cue::Bare, Cue::BareOld, Cue::BareCommon)
        };
        cues.add(bare, 1.0);
        cues.flag(said, old);
        cues.flag(common, self.is_common());
        cues.flag(Cue::BareJustSaid, old && just_said(kept, self.head.term));
        cues.flag(Cue::BareSingle, self.words.len() == 1);
        cues.flag(Cue::BareIntroduced, self.english && old && introduced(kept, self.head.term));
        cues.flag(Cue::BareShortened, old && self.words.len() == 1 && shortened(kept, self.head.term));
    }
}

/// Whether a word behind a noun is its verb: 'the study shows'.
fn is_verb_behind(word: &str, noun: &str) -> bool {
    let singular = ENGLISH.common.contains(noun) && !noun.ends_with('s');
    let third = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !ENGLISH.common.contains(word);
    singular && third || is_finite(word)
}

/// Whether a word behind a noun is a participle that tells more of it, and not its verb: 'the pier built by Hale', 'the tax
/// imposed in May was'.
fn is_participle(words: &[Spoken<'_>], at: usize) -> bool {
    const LINKS: &[&str] =
        &["in", "on", "at", "for", "to", "from", "with", "under", "last", "this", "as", "after", "during", "over"];
    let word = |at: usize| words.get(at).map_or("", |word| &*word.lower);
    let done = word(at).ends_with("ed");
    let later =
        || (at + 2..words.len()).any(|at| is_finite(word(at)) || word(at).len() > 4 && word(at).ends_with("ed"));
    done && (word(at + 1) == "by" || LINKS.contains(&word(at + 1)) && later())
}

/// Whether nothing but a space or a mark inside a word parts a word from the one before.
fn joined(text: &str, words: &[Spoken<'_>], at: usize) -> bool {
    let between = || {
        let (before, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        Span::new(before.span.end(), word.span.start()).slice(text)
    };
    between().is_some_and(|between| between.chars().all(|c| matches!(c, ' ' | '-' | '\'' | '’')))
}

fn is_first_of_many(word: &str) -> bool {
    word.len() > 4 && word.ends_with("est")
        || ["ste", "sten", "ster", "stes", "stem"].iter().any(|end| word.len() > 6 && word.ends_with(end))
        || matches!(
            word,
            "erste" | "ersten" | "erster" | "letzte" | "letzten" | "zweite" | "zweiten" | "dritte" | "dritten"
        )
        || matches!(word, "most" | "first" | "last" | "next" | "only" | "best" | "worst" | "second" | "third")
}

/// Whether an earlier sentence has the term behind 'a', with up to two words between.
fn introduced(kept: &Kept<'_, '_>, term: usize) -> bool {
    const BETWEEN: usize = 3;
    let first = kept.reading.terms.get(term).map_or(0, |term| term.first);
    let earlier = kept.reading.sentences.iter().take(kept.sentence).skip(first);
    earlier.into_iter().any(|sentence| {
        let at = |at: usize| sentence.words.get(at).and_then(|word| word.span.slice(sentence.text));
        let article = |from: usize| matches!(at(from), Some("a" | "an" | "A" | "An" | "one" | "One" | "another"));
        let mut here = sentence.words.iter().enumerate().filter(|(_, word)| word.term == term);
        here.any(|(noun, _)| (noun.saturating_sub(BETWEEN)..noun).any(article))
    })
}

/// Whether one of the two sentences before has the term.
fn just_said(kept: &Kept<'_, '_>, term: usize) -> bool {
    let before = kept.reading.sentences.iter().take(kept.sentence).rev().take(2);
    before.flat_map(|sentence| &sentence.words).any(|word| word.term == term)
}

/// Whether an earlier sentence has the term behind a word that tells which one is meant.
fn shortened(kept: &Kept<'_, '_>, term: usize) -> bool {
    let tells = |term: usize| kept.reading.terms.get(term).is_some_and(|term| term.is_content());
    let first = kept.reading.terms.get(term).map_or(0, |term| term.first);
    let earlier = kept.reading.sentences.iter().take(kept.sentence).skip(first);
    earlier.into_iter().any(|sentence| {
        sentence.words.windows(2).any(|pair| matches!(pair, [before, word] if word.term == term && tells(before.term)))
    })
}
