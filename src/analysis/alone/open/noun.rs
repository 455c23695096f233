//! Noun phrases of a German sentence that leave open for certain what they mean: 'der Experte' without a name, 'der Grund' and
//! not of what, 'die Fähre' after 'eine Fähre'. By lists, and by what the article has said before. Refuses a phrase that
//! something explains.

use std::sync::LazyLock;

use super::{Clause, Open, gap};
use crate::analysis::alone::Kept;
use crate::analysis::alone::cue::Cue;
use crate::analysis::alone::definite::Phrase;
use crate::analysis::alone::german::{TIMES, is_determiner};
use crate::analysis::lexicon::{Words, table};
use crate::text::stem::lower;

/// Nouns that are of something, and say nothing without it.
static RELATIONS: Words = LazyLock::new(|| {
    table(
        "grund gründe folge folgen ergebnis problem idee fokus ziel vorteil nachteil unterschied hintergrund anlass auslöser \
         ursache fazit begründung botschaft auswirkungen konsequenz konsequenzen vorwurf plan vorschlag schwerpunkt hauptgrund \
         lösung alternative bedingung voraussetzung erklärung antwort reaktion reaktionen kritik entscheidung untersuchung \
         auswertung narrativ sitzung veranstaltung maßnahme maßnahmen regelung vorfall vorfälle verfahren daten zahlen \
         ergebnisse vorgehen verhandlungen gespräche treffen debatte diskussion forderung änderung änderungen beitrag beiträge",
    )
});

/// Nouns by which somebody is called who has a name.
static PERSONS: Words = LazyLock::new(|| {
    table(
        "experte expertin autor autorin forscher forscherin politiker politikerin minister ministerin sprecher sprecherin \
         trainer trainerin spieler spielerin stürmer torwart sänger sängerin schauspieler schauspielerin regisseur \
         regisseurin journalist journalistin unternehmer unternehmerin anwalt anwältin richter richterin arzt ärztin \
         professor professorin wissenschaftler wissenschaftlerin historiker historikerin ökonom ökonomin verdächtige \
         angeklagte beschuldigte tatverdächtige fahrer fahrerin täter mann frau junge mädchen musiker musikerin künstler \
         künstlerin rapper athlet athletin manager managerin politologe politologin soziologe soziologin psychologe \
         psychologin abgeordnete vorsitzende forschende forschenden torschütze siegtorschütze superstar macher studienautor \
         studienautorin studienautoren experten expertinnen archäologen wissenschaftlerinnen forscherinnen autoren analysten \
         journalisten",
    )
});

/// Nouns for a body that has a name, and for what one makes.
static BODIES: Words = LazyLock::new(|| {
    table(
        "konzern unternehmen institut gremium geldhaus app klub verein firma behörde organisation forscherteam \
         zweitligist zweitligisten bundesligist bundesligisten drittligist drittligisten autobauer autobauers hersteller \
         girlband boygroup band broker brokers onlinehändler versandhändler internetkonzern chiphersteller softwarekonzern \
         energiekonzern fluggesellschaft airline reederei bank versicherer discounter startup rekordmeister rekordmeisters \
         aufsteiger gastgeber gastgebern",
    )
});

/// Nouns for things and groups of which a story mostly speaks for the second time, in lower case.
static THINGS: Words = LazyLock::new(|| {
    table(
        "verein verband app akte recherche recherchen sache aktie sender gespräch geschichte szene ranking werbung kampagne bericht \
         studie umfrage buch roman film serie sendung stück album lied song gerät modell auto wagen fahrzeug system programm \
         produkt projekt spiel partie begegnung rennen turnier anlage gebäude haus halle brücke tat angriff anschlag unfall brand \
         feuer explosion gruppe team mannschaft duo trio quartett paar ehepaar band girlband boygroup partei fraktion gesetz \
         urteil klage prozess vertrag deal übernahme fusion angebot summe betrag verlust kurs titel papier dokument schreiben \
         brief mail nachricht meldung mitteilung video foto bild aufnahme aufnahmen beitrag artikel text interview rede auftritt \
         besuch aktion protest streik erhebung methode plattform dienst funktion konzept stiftung chassis museum ausstellung \
         festival preis jury kommission ausschuss reise tour flug maschine schiff zug region stadt gemeinde ort insel station \
         klinik",
    )
});

/// Prepositions before a phrase at the head.
static PREPOSITIONS: Words = LazyLock::new(|| {
    table("mit nach von vor auf für bei zu gegen durch aus über in an unter laut seit während wegen trotz neben")
});

impl Clause<'_, '_, '_> {
    /// What a phrase with an article leaves open.
    pub(super) fn phrase(&self, phrase: &Phrase<'_, '_>) -> Option<Open> {
        let head = phrase.head;
        if head.quoted || head.replaced || TIMES.contains(&*head.lower) {
            return None;
        }
        let single = phrase.words.len() == 1;
        // 'Des US-Konzerns': the land is no name for it.
        let place = match phrase.place(self.kept) {
            Cue::DefiniteName if self.is_of_a_land(phrase) => Cue::Bare,
            place => place,
        };
        match place {
            Cue::DefiniteFirst => {
                let counted = phrase.first && phrase.words.len() == 2 && self.kept.is_old(head);
                counted.then_some(Open::Counted)
            }
            Cue::Bare if self.is_called(phrase) => Some(Open::Epithet),
            // 'Der 34-Jährige im Boot': where he is says not who.
            Cue::DefiniteExplained if head.lower.contains("jährige") && self.is_called(phrase) => Some(Open::Epithet),
            Cue::Bare if !single || !self.heads(phrase) => None,
            Cue::Bare if RELATIONS.contains(&*head.lower) => Some(Open::Relation),
            Cue::Bare if introduced(self.kept, head.term) => Some(Open::Introduced),
            Cue::Bare => self.is_thing_of_story(phrase).then_some(Open::Thing),
            _ => None,
        }
    }

    /// Whether nothing in a phrase is a name but the land before a hyphen.
    fn is_of_a_land(&self, phrase: &Phrase<'_, '_>) -> bool {
        let land = |word: &str| matches!(word, "US" | "EU" | "UN" | "UNO" | "DAX" | "Dax");
        let mut names = phrase.words.iter().filter(|word| word.name);
        let [.., first, _] = phrase.words else { return false };
        land(first.written) && names.all(|word| land(word.written) || word.span == phrase.head.span)
    }

    /// Whether a phrase names a thing of the story and not which: 'der Verein', 'auf der Aufnahme'.
    fn is_thing_of_story(&self, phrase: &Phrase<'_, '_>) -> bool {
        let noun = &*phrase.head.lower;
        let kind = noun.rsplit('-').next().unwrap_or(noun);
        let bare = kind.strip_suffix("es").or_else(|| kind.strip_suffix('s')).unwrap_or(kind);
        !self.is_titled(phrase) && (THINGS.contains(kind) || THINGS.contains(bare))
    }

    /// 'Das Buch „Leuchtfeuer“', 'der Händler lampen.example', 'das gleichnamige Schiff': its name stands beside it.
    fn is_titled(&self, phrase: &Phrase<'_, '_>) -> bool {
        let at = self.words.iter().position(|word| word.span == phrase.head.span).unwrap_or(0);
        gap(self.text, self.words, at + 1).contains(['"', '„', '“', '»', '«', ':', '('])
            || self.lower(at + 1).contains('.')
            || phrase.words.iter().any(|word| word.lower.starts_with("gleichnamig"))
    }

    /// Where a phrase begins, behind its article.
    fn from(&self, phrase: &Phrase<'_, '_>) -> usize {
        let first = phrase.words.first().map(|word| word.span);
        self.words.iter().position(|word| Some(word.span) == first).unwrap_or(0)
    }

    /// Whether a phrase calls somebody or a body something, and the sentence has not named them.
    fn is_called(&self, phrase: &Phrase<'_, '_>) -> bool {
        let noun = phrase.head.lower.rsplit('-').next().unwrap_or("");
        let bare = noun.strip_suffix('s').unwrap_or(noun);
        if PERSONS.contains(noun) || PERSONS.contains(bare) || noun.starts_with("jährige") {
            // A first name at the head is no name for certain.
            let first = |at: usize| at == 0 && !PREPOSITIONS.contains(self.lower(0)) && !is_determiner(self.lower(0));
            let name = |at: usize| first(at) || self.words.get(at).is_some_and(|word| word.name);
            let known = |at: usize| self.words.get(at).is_some_and(|word| word.name && self.kept.is_about(word));
            return !(0..self.from(phrase))
                .any(|at| known(at) || at > 0 && name(at) && name(at - 1) && gap(self.text, self.words, at) == " ");
        }
        // 'Die Unternehmen': more than one.
        let many =
            noun == "unternehmen" && matches!(self.lower(self.from(phrase).saturating_sub(1)), "die" | "der" | "den");
        let joined = |at: usize| gap(self.text, self.words, at) == "-" || gap(self.text, self.words, at + 1) == "-";
        let name = |at: usize| self.words.get(at).is_some_and(|word| word.name) && !joined(at);
        (BODIES.contains(noun) || BODIES.contains(bare))
            && !many
            && !self.is_titled(phrase)
            && !(0..self.from(phrase)).any(name)
    }

    /// Whether the sentence begins with a phrase, or with a preposition and it.
    fn heads(&self, phrase: &Phrase<'_, '_>) -> bool {
        let from = self.from(phrase);
        from == 1 || from == 2 && PREPOSITIONS.contains(self.lower(0))
    }
}

/// Whether a word is a name, or a noun for somebody.
pub(super) fn is_person(clause: &Clause<'_, '_, '_>, at: usize) -> bool {
    clause.words.get(at).is_some_and(|word| word.name || PERSONS.contains(&*word.lower))
}

/// Whether an earlier sentence has the term behind 'ein'.
fn introduced(kept: &Kept<'_, '_>, term: usize) -> bool {
    let earlier = kept.reading.sentences.iter().take(kept.sentence);
    earlier.into_iter().any(|sentence| {
        let text = |at: usize| sentence.words.get(at).and_then(|word| word.span.slice(sentence.text)).unwrap_or("");
        let a = |at: usize| matches!(&*lower(text(at)), "ein" | "eine" | "einen" | "einem" | "einer" | "eines");
        let is = |&at: &usize| sentence.words.get(at).is_some_and(|word| word.term == term);
        let small = |at: usize| text(at).starts_with(char::is_lowercase);
        (1..sentence.words.len()).filter(is).any(|at| a(at - 1) || at > 1 && a(at - 2) && small(at - 1))
    })
}
