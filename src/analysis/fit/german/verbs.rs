//! Whether a German sentence has a finite verb in a clause that hangs on no other, by lists and endings. Refuses only what has
//! none for certain: a word that may be one counts as one.

use std::sync::LazyLock;

use super::{BINDING, FINITE};
use crate::analysis::lexicon::{Words, table};
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Strong verbs in the past, and others whose ending does not tell.
static STRONG: Words = LazyLock::new(|| {
    table(
        "bin bist seid habe hast habt hattest werde wirst werdet ward mögen möge mochte mochten möchte möchten könne müsse solle \
         wolle dürfe müssten dürften sollten wollten weiß wisse wussten brachte dachte \
         fing fingen ging gingen hing hingen fand fanden band banden sang sangen sprang sprangen trank tranken zwang zwangen \
         gelang gelangen klang klangen drang drangen rang rangen schwang verschwand verschwanden sank sanken stank \
         begann begannen gewann gewannen schwamm schwammen spann rann \
         kam kamen nahm nahmen gab gaben las lasen sah sahen trat traten bat baten lag lagen saß saßen aß aßen maß maßen \
         vergaß vergaßen geschah geschahen brach brachen sprach sprachen stach traf trafen warf warfen starb starben half \
         halfen galt galten verdarb erschrak barg \
         fuhr fuhren trug trugen schlug schlugen wuchs wuchsen wusch lud luden schuf schufen grub gruben \
         fiel fielen hielt hielten ließ ließen rief riefen lief liefen schlief schliefen stieß stießen hieß hießen riet rieten \
         briet blies erhielt erhielten behielt enthielt enthielten unterhielt \
         blieb blieben schrieb schrieben trieb trieben schied schieden stieg stiegen schwieg schwiegen wies wiesen lieh \
         verlieh verliehen pries bewies bewiesen erwies erwiesen entschied entschieden verschrieb beschrieb beschrieben \
         schien schienen erschien erschienen griff griffen pfiff litt litten ritt schnitt schnitten stritt stritten riss rissen \
         biss glich wich wichen strich schlich ergriff begriff verglich \
         bot boten bog flog flogen zog zogen floh flohen floss flossen schoss schossen schloss schlossen genoss genossen verlor \
         verloren fror schob schoben wog hob hoben schwor betrog betrug betrugen log bezog vollzog entzog verbot gebot \
         stand standen verstand verstanden bestand bestanden entstand entstanden gestand lud \
         tat taten tue tut tun sei war sind sieh nimm lies isst frisst lässt heißt weist reist reißt \
         bekam bekamen vernahm übernahm übernahmen unternahm verließ verließen erfuhr erfuhren empfahl empfahlen befahl stahl \
         gefiel verfiel zerfiel erfand empfand empfanden befand befanden vertrat betrat verriet geriet gerieten besaß besaßen \
         vergab ergab ergaben begab umgab versprach widersprach entsprach entsprachen unterbrach verbrach beging verging entging \
         unterschied vermied überwies umschloss beschloss beschlossen entschloss überflog versank zersprang erklang bezwang \
         gefällt geschieht gerät gibt gilt gleicht gleichen gründet gründen greift greifen grenzt grenzen nannte nannten kannte \
         kannten brannte brannten rannte rannten sandte sandten weiss verbrannte erkannte erkannten schoss schossen",
    )
});

/// Words that end as verbs do and are none.
static NO_VERBS: Words = LazyLock::new(|| {
    table(
        "mit nicht seit statt samt selbst sonst jetzt erst fast meist einst höchst oft weit laut echt schlecht recht leicht dicht \
         acht zuerst zuletzt zunächst vielleicht bereit bekannt unbekannt gesamt insgesamt überhaupt sofort hart zart alt kalt \
         breit gut rot tot bunt spät direkt indirekt exakt perfekt konkret abstrakt privat getrennt entfernt möglichst längst \
         äußerst nebst sanft ernst fest begrenzt kompakt intakt brisant elegant interessant relevant dominant konstant tolerant \
         charmant riskant markant rasant bislang prominent konsequent permanent transparent intelligent kompetent effizient \
         evident latent präsent dezent vehement exzellent absolut relativ zumeist dort hinaus anfangs allerseits einerseits \
         diesseits bereits abseits jenseits schlicht licht schlecht nackt fett satt matt glatt platt nett komplett quitt \
         weltweit landesweit bundesweit europaweit meilenweit soweit zweit dritt viert fünft komfort kürzlich jüngst früheste \
         neben wegen zwischen gegen oben unten außen innen eben einen keinen meinen seinen ihren unseren euren allen vielen \
         wenigen anderen beiden diesen jenen denen ihnen manchen solchen welchen einigen mehreren sieben zehn gestern morgen \
         heute hinten vorn vorne drinnen draußen drüben daneben dagegen deswegen hingegen entgegen zugunsten zuungunsten binnen \
         seitens zeiten mitten inmitten trotzen selten zuweilen bisweilen mitunter offen eigen golden hölzern silbern eisern \
         modern gern ungern extern intern wenn denn dann wann woran daran hinein herein hierin darin worin ein kein mein dein \
         sein allein klein fein rein von schon davon wovon den wen in an hin ohnehin weiterhin immerhin ohne gut goldenen ersten \
         zweiten dritten letzten nächsten meisten besten größten ihm um zum vom im am beim statten übrigen weiten gelegen \
         nördlichen hunderten tausenden dutzenden sofern insofern vor für über unter hinter außer aber oder sondern samt \
         angesichts hinsichtlich bezüglich solche solcher welche manche einige mehrere jede andere beide viele wenige diese jene \
         keine meine deine seine ihre unsere eure",
    )
});

/// What stands before an adjective and a noun, in lower case.
static BEFORE_NOUNS: Words = LazyLock::new(|| {
    table(
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim ins ans \
         in an auf aus bei mit nach von vor zu für über unter gegen durch ohne um seit wegen trotz statt als wie und oder sowie \
         sehr so besonders ganz rund etwa viele einige mehrere zwei drei vier fünf sechs sieben acht neun zehn alle sonst seine \
         seinen seiner ihre ihren ihrer ihrem seinem diese dieser diesen dieses diesem zwischen neben",
    )
});

/// How verbs begin whose 'ge' is none of a participle.
const GE: &[&str] = &[
    "geh", "geb", "gelt", "gewinn", "genieß", "geniess", "gescheh", "gelang", "geling", "gerat", "gesteh", "gestalt",
    "gestatt", "gefall", "genüg", "gewähr", "gedenk", "gebühr", "gewöhn", "gelob", "gefährd", "geleit", "gebrauch",
    "gedeih", "gebiet",
];

/// Words that bend as adjectives do and are none, beside articles and prepositions.
static NOT_BENT: Words = LazyLock::new(|| {
    table(
        "vorher nachher bisher daher wieder immer aber oder nie wie sie ohne heute gerade beinahe lange gerne gern nahe wer hier er \
         es weder entweder sonder ferner weiter früher später lieber eher leider selber je wo sogar nieder quer schwer leer mehr \
         sehr jedes derer ihrer unserer eurer deren wen wem dem den der des die das als",
    )
});

/// Articles and the like before which stands no pronoun: what follows is an adjective or a noun.
const DETERMINED: &[&str] = &[
    "eine", "einen", "einem", "einer", "eines", "keine", "keinen", "keinem", "keiner", "im", "am", "zum", "zur", "vom",
    "beim", "des", "seine", "seinen", "seinem", "seiner",
];

/// Prepositions before a relative pronoun.
const PREPOSITIONS: &[&str] = &[
    "in", "an", "auf", "aus", "bei", "mit", "nach", "von", "vor", "zu", "für", "über", "unter", "gegen", "durch", "um",
    "seit", "zwischen", "hinter", "neben",
];

/// Prefixes that stay with their verb.
const INSEPARABLE: &[&str] = &["be", "ver", "er", "ent", "zer", "miss", "über", "unter", "wider"];

/// Particles that part a verb and stand at the end of its clause.
const PREFIXES: &[&str] = &[
    "ab", "an", "auf", "aus", "bei", "ein", "fest", "frei", "her", "hin", "los", "mit", "nach", "nieder", "um", "vor",
    "weg", "zu", "zurück", "zusammen", "heraus", "hinzu", "wieder", "über", "unter", "durch", "statt", "teil", "dar",
    "voraus",
];

/// Whether a German sentence has no main clause for certain: 'Eine Lampe, die noch brennt.'
pub(super) fn lacks_main_clause(text: &str) -> bool {
    if text.ends_with(['?', '!']) {
        return false;
    }
    let words: Vec<(Span, &str)> = segment::each_word(text, |(span, word)| (span, word));
    let sentence = Sentence { text, words: &words };
    !sentence.clauses().any(|(from, to)| !sentence.is_bound(from, to) && sentence.has_finite(from, to))
}

struct Sentence<'s> {
    text: &'s str,
    words: &'s [(Span, &'s str)],
}

impl Sentence<'_> {
    fn lower(&self, at: usize) -> std::borrow::Cow<'_, str> {
        self.words.get(at).map_or(std::borrow::Cow::Borrowed(""), |word| lower(word.1))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.1.starts_with(char::is_uppercase))
    }

    fn gap(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|at| self.words.get(at)).map_or(0, |word| word.0.end().bytes());
        let here = self.words.get(at).map_or(self.text.len(), |word| word.0.start().bytes());
        self.text.get(before..here).unwrap_or("")
    }

    /// The stretches between marks, as numbers of words.
    fn clauses(&self) -> impl Iterator<Item = (usize, usize)> {
        let mark = |at: &usize| {
            self.gap(*at).contains([',', ';', ':', '–', '—', '(', ')', '"', '„', '“', '”', '«', '»', '…'])
                || self.gap(*at).contains(" - ")
        };
        let starts = (0..self.words.len()).filter(move |at| *at == 0 || mark(at));
        let ends = (1..self.words.len()).filter(move |at| mark(at)).chain(std::iter::once(self.words.len()));
        starts.zip(ends)
    }

    /// Whether a stretch hangs on another: 'die noch brennt', 'in dem es brennt'.
    fn is_bound(&self, from: usize, to: usize) -> bool {
        let first = self.lower(from);
        let behind_preposition = from > 0
            && matches!(&*self.lower(from + 1), "der" | "die" | "das" | "dem" | "den" | "denen" | "deren" | "dessen")
            && PREPOSITIONS.contains(&&*first)
            && self.gap(from).contains(',');
        let relative = matches!(&*first, "der" | "die" | "das" | "dem" | "den" | "denen" | "deren" | "dessen");
        let last = to.checked_sub(1).filter(|last| *last > from);
        let ends_in_verb = last.is_some_and(|last| self.may_be_finite(last));
        if relative || behind_preposition {
            return from > 0
                && self.gap(from).contains([',', '(', '–', '-'])
                && ends_in_verb
                && !self.may_be_finite(from + 1);
        }
        if !BINDING.contains(&*first) {
            return false;
        }
        // 'Bis 2032 könnte es brennen', 'als Lotse fuhr er': no clause of its own.
        let phrase = matches!(&*first, "bis" | "als" | "wie" | "während" | "sondern" | "damit" | "da");
        !phrase
            || ends_in_verb && !last.is_some_and(|last| (from + 1..last).any(|at| FINITE.contains(&*self.lower(at))))
    }

    fn has_finite(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.may_be_finite(at))
    }

    /// Whether a word may be a finite verb.
    fn may_be_finite(&self, at: usize) -> bool {
        let Some((_, written)) = self.words.get(at) else { return false };
        let word = lower(written.split(['\'', '’']).next().unwrap_or(written));
        let word = &*word;
        if FINITE.contains(word) || STRONG.contains(word) {
            return !self.is_capital(at) || at == 0 || !self.gap(at).ends_with(' ');
        }
        // A noun has a capital; so has the first word.
        let opens = at == 0 || self.gap(at).contains([':', '"', '„', '»', '«', '“', '.', '–']);
        if self.is_capital(at) && !opens || NO_VERBS.contains(word) || word.len() < 3 {
            return false;
        }
        let rests = || PREFIXES.iter().chain(INSEPARABLE).filter_map(|prefix| word.strip_prefix(prefix));
        if rests().any(|rest| FINITE.contains(rest) || STRONG.contains(rest)) {
            return true;
        }
        let participle = |word: &str| word.starts_with("ge") && !GE.iter().any(|stem| word.starts_with(stem));
        let done = participle(word) || rests().any(participle);
        if word.ends_with('t') {
            let adjective = ["haft", "bart", "iert", "igt"].iter().any(|end| word.ends_with(end))
                && self.is_capital(at + 1)
                && BEFORE_NOUNS.contains(&*self.lower(at.wrapping_sub(1)));
            return !done && !adjective && !word.ends_with("est");
        }
        let verb = ["e", "en", "ern", "eln"].iter().any(|end| word.ends_with(end)) && word.len() > 3;
        let before = self.lower(at.wrapping_sub(1));
        // 'Eine gute Lampe, aber keine perfekte', 'Radfahren am Meer'.
        let noun = DETERMINED.contains(&&*before)
            || at == 0
                && word.ends_with("en")
                && PREPOSITIONS.iter().chain(&["am", "im", "als"]).any(|p| *p == self.lower(1));
        let to_do = &*before == "zu";
        let no_verb = to_do || noun || NOT_BENT.contains(word) || BEFORE_NOUNS.contains(word);
        let participle = done && word.ends_with("en");
        verb && !no_verb && !participle && !self.is_adjective(at)
    }

    /// Whether a word stands before a noun as its adjective does: behind an article or a preposition, or at the head.
    fn is_adjective(&self, at: usize) -> bool {
        let bends = |at: usize| {
            let word = self.lower(at);
            !self.is_capital(at)
                && !NOT_BENT.contains(&*word)
                && !BEFORE_NOUNS.contains(&*word)
                && ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end))
        };
        let mut noun = at + 1;
        while bends(noun) && self.gap(noun).trim().is_empty() {
            noun += 1;
        }
        let before_noun = self.is_capital(noun) && (at + 1..=noun).all(|i| matches!(self.gap(i).trim(), "" | "-"));
        let opens = at == 0 || self.gap(at).contains([',', ';', ':', '–', '(']);
        let behind = at.checked_sub(1).is_some_and(|before| {
            BEFORE_NOUNS.contains(&*self.lower(before)) || bends(before) && !self.is_capital(before)
        });
        before_noun && (opens || behind)
    }
}

#[cfg(test)]
mod tests {
    use super::lacks_main_clause;

    #[test]
    fn a_german_sentence_without_a_main_clause_is_known() {
        for (sentence, lacks) in [
            ("Alle Lampen sowie nützliche Hinweise zum Hafen.", true),
            ("Alter Hafen statt neuem Licht.", true),
            ("Gewöhnliche Mole in Kerrick.", true),
            ("Eine Lampe, die auf der Mole noch brennt.", true),
            ("Zum Beispiel Hale, der die Lotsen kritisiert und den Hafen nicht kennt.", true),
            ("In einem Hafen, an den viele gern denken, wie ein Lotse erzählt.", true),
            ("Auf dem Weg zur Mole, vorbei an den sonst versteckten Lampen.", true),
            ("Ines Hale, Leiterin des Hafens und Autorin.", true),
            ("Eine gute Lampe – aber keine perfekte.", true),
            ("Radfahren am Meer auf ruhigen Wegen.", true),
            ("Ein Licht, das auch Hale sehen kann – zumindest nachts.", true),
            ("Kommen die Schiffe, wird es laut.", false),
            ("Bis 2032 könnten sich die Fahrten nach Kerrick verdoppeln.", false),
            ("Im Hafen gelten – wie auf See – alte Regeln.", false),
            ("Als der Nebel kam, stellte die Reederei die Fahrten ein.", false),
            ("„Ich freue mich auf das Licht“, so die neue Lotsin.", false),
            ("Kerrick statt Norland, Mole statt Meer.", true),
            ("Markierte Wege führen viele Kilometer um den Hafen.", false),
            ("Lotsen fahren Schiffe in den Hafen.", false),
            ("Die Reederei leitete Schiffe um.", false),
            ("Wenn der Nebel kommt, sinkt ein Schiff.", false),
            ("Der Lotse, der das Licht sah, rief um Hilfe.", false),
            ("„Das Licht ist aus“, so der Lotse.", false),
            ("Geplant ist eine neue Mole.", false),
            ("Ein Ausfall: Die Lampe brennt nicht.", false),
            ("Kommt der Nebel, bleibt der Hafen zu.", false),
            ("Schiffe ohne Licht dürfen nicht hinaus.", false),
        ] {
            assert_eq!(lacks_main_clause(sentence), lacks, "{sentence}");
        }
    }
}
