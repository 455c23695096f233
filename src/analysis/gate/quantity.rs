//! Whether a claim makes more of a thing than its passage by a word for how much of it: all, only, exactly, most, or another
//! place in an order. Refuses to count: whether figures agree is for [`figures`](super::figures).

use std::rc::Rc;
use std::sync::LazyLock;

use super::{Gate, Heard};
use crate::analysis::figures::{Approximation, Figure, is_every_so_many, period};
use crate::analysis::lexicon::{Words, table};
use crate::text::lookup::Map;
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// Words by which a claim speaks of all there is, and those with which a passage does.
struct Wholes {
    all: Words,
    /// Words for all there is that stand alone.
    everybody: Words,
    /// Words that leave nothing out, and so bear "all" out.
    total: Words,
    only: Words,
    /// Words that leave something out, and so bear "only" out.
    limit: Words,
    most: Words,
    /// Words for a greater part.
    much: Words,
    exactly: Words,
}

static ENGLISH: Wholes = Wholes {
    all: LazyLock::new(|| table("all every entire whole both")),
    everybody: LazyLock::new(|| table("everyone everybody everything always unanimously")),
    total: LazyLock::new(|| {
        table(
            "all every each everyone everybody everything everywhere entire entirely whole wholly always any anyone anything both \
             no none nobody nothing never neither either without unanimous unanimously total totally complete completely full \
             fully throughout nationwide worldwide overall constant constantly invariably ever whatever whoever wherever whenever",
        )
    }),
    only: LazyLock::new(|| table("only solely exclusively merely")),
    limit: LazyLock::new(|| {
        table(
            "only just merely mere sole solely single singly alone exclusive exclusively limited limit limits restricted unless \
             until till except except excepting nothing none no not never neither nor lone last few fewer little less least unique \
             rest remaining first rare rarely barely hardly scarcely simply purely strictly confined instead rather one short but",
        )
    }),
    most: LazyLock::new(|| table("most mostly")),
    much: LazyLock::new(|| {
        table(
            "most mostly majority mainly largely bulk predominantly primarily overwhelmingly chiefly principally generally usually \
             typically normally all every entire whole nearly almost half cent percent quarters thirds everyone everybody both each \
             no none nobody never always main more least",
        )
    }),
    exactly: LazyLock::new(|| table("exactly precisely")),
};

static GERMAN: Wholes = Wholes {
    all: LazyLock::new(|| {
        table(
            "alle allen aller sämtliche sämtlichen sämtlicher jeder jede jedes jeden jedem gesamte gesamten ganze ganzen beide",
        )
    }),
    everybody: LazyLock::new(|| table("immer stets einstimmig")),
    total: LazyLock::new(|| {
        table(
            "alle allen aller alles allem sämtliche sämtlichen sämtlicher jeder jede jedes jeden jedem jeglich jegliche jeweils ganz \
             ganze ganzen ganzer ganzes gesamt gesamte gesamten gesamter gesamtes immer stets beide beiden kein keine keinen keiner \
             keinem niemand niemanden nichts nie niemals ohne vollständig vollständige vollständigen komplett komplette kompletten \
             völlig einstimmig überall durchgehend sowohl weder insgesamt jedermann ausnahmslos",
        )
    }),
    only: LazyLock::new(|| table("nur lediglich bloß ausschließlich einzige einzigen einziger einziges einzig")),
    limit: LazyLock::new(|| {
        table(
            "nur lediglich bloß ausschließlich einzige einzigen einziger einziges einzig allein alleine alleinige alleinigen erst bis \
             beschränkt begrenzt außer nichts nicht kein keine keinen keiner keinem nie niemand wenig wenige wenigen weniger kaum \
             letzte letzten knapp solo sofern statt anstatt ausnahme ein eine einen einer einem eines übrig restlichen",
        )
    }),
    most: LazyLock::new(|| table("meisten")),
    much: LazyLock::new(|| {
        table(
            "meisten meist meistens mehrheit mehrheitlich großteil großteils größtenteils überwiegend überwiegende hauptsächlich vor \
             alle allen jeder jede ganze ganzen fast nahezu prozent hälfte drittel viertel mehr niemand kein keine nie immer üblich",
        )
    }),
    exactly: LazyLock::new(|| table("genau exakt")),
};

static FRENCH: Wholes = Wholes {
    all: LazyLock::new(|| table("tous toutes chaque")),
    everybody: LazyLock::new(|| table("toujours")),
    total: LazyLock::new(|| {
        table(
            "tout toute tous toutes chaque chacun chacune ensemble totalité entier entière entiers entièrement toujours aucun aucune \
             personne rien jamais sans ni partout unanimité unanime complet complète complètement intégralité les-deux jour quotidien",
        )
    }),
    only: LazyLock::new(|| table("seulement uniquement exclusivement")),
    limit: LazyLock::new(|| {
        table(
            "seul seule seuls seules seulement uniquement exclusivement unique que qu' qu’ ne n' sauf aucun aucune rien personne \
             jusqu'à peu moins dernier dernière simple simplement limité limitée sinon hormis",
        )
    }),
    most: LazyLock::new(|| table("plupart")),
    much: LazyLock::new(|| {
        table(
            "plupart majorité majoritairement principalement tous toutes presque quasi moitié cent essentiel gros surtout largement",
        )
    }),
    exactly: LazyLock::new(|| table("exactement précisément")),
};

static SPANISH: Wholes = Wholes {
    all: LazyLock::new(|| table("todos todas cada")),
    everybody: LazyLock::new(|| table("siempre")),
    total: LazyLock::new(|| {
        table(
            "todo toda todos todas cada ambos ambas entero entera enteros siempre ningún ninguno ninguna nadie nada nunca jamás sin \
             ni totalidad total totalmente completo completa completamente conjunto unanimidad unánime íntegramente cualquier",
        )
    }),
    only: LazyLock::new(|| table("solo sólo solamente únicamente exclusivamente")),
    limit: LazyLock::new(|| {
        table(
            "solo sólo sola solos solas solamente únicamente único única exclusivamente apenas no sino salvo excepto nada nadie hasta \
             poco poca pocos pocas menos último última mero mera limitado limitada ningún ninguna",
        )
    }),
    most: LazyLock::new(|| table("mayoría")),
    much: LazyLock::new(|| {
        table("mayoría mayoritariamente principalmente todos todas casi mitad ciento general mayor sobre")
    }),
    exactly: LazyLock::new(|| table("exactamente precisamente")),
};

/// Words behind "all" and before it with which it is a turn of speech: "all over", "above all".
static BEHIND_ALL: Words = LazyLock::new(|| {
    table(
        "over along but right the-more round around too time times day night year week but-certain ages sorts kinds things",
    )
});
static BEFORE_ALL: Words =
    LazyLock::new(|| table("after above at in of for vor overall not nicht pas no almost nearly fast"));
/// Words between "all" and what it is said of.
static BETWEEN: Words = LazyLock::new(|| {
    table(
        "the of these those its their his her our der die das den dem diese dieser les des ces ses leurs los las sus de single",
    )
});
/// What all there is of is no farther behind the word, in words.
const NEAR: usize = 4;

/// Words for two, and what bears them out besides.
const BOTH: &[&str] = &["both", "beide"];
const PAIR: &[&str] = &["two", "pair", "couple", "twin", "twins", "and", "zwei", "paar", "zwillinge", "und", "sowie"];
/// Articles before what there is but one of, and words for one of several, which stand no farther before it.
const ARTICLES: &[&str] = &["the", "der", "die", "das", "den", "dem", "le", "la", "el"];
const ONE_OF: &[&str] = &["one", "among", "einer", "eine", "eines", "einem", "einen", "zu", "une", "uno", "una"];
const AMONG: usize = 3;

/// Whether a word says of a thing that it is the first of its kind, or the most of it.
fn is_lone(word: &str) -> bool {
    let german = ["ste", "sten", "ster", "stes", "ßte", "ßten"].iter().any(|end| word.ends_with(end));
    word == "first" || word == "most" || word.len() > GRADED && (word.ends_with("est") || german)
}

fn has_pair(text: &str) -> bool {
    segment::words(text).any(|(_, word)| PAIR.contains(&&*lower(word)))
}

/// Places in an order by their words; German ones without their endings, as they stand in compounds too.
const ORDERS: &[&str] = &[
    "first erst premier première primera primero primer",
    "second zweit deuxième second seconde segundo segunda",
    "third dritt troisième tercero tercera tercer",
    "fourth viert quatrième cuarto cuarta",
    "fifth fünft cinquième quinto quinta",
    "sixth sechst sixième sexto sexta",
    "seventh siebt siebent septième séptimo séptima",
    "eighth acht huitième octavo octava",
    "ninth neunt neuvième noveno novena",
    "tenth zehnt dixième décimo décima",
    "last letzt dernier dernière último última",
];
const ENDINGS: &[&str] = &["e", "en", "er", "es", "em"];

impl Wholes {
    fn of(tag: Option<&str>) -> Option<&'static Self> {
        match tag {
            Some("en") => Some(&ENGLISH),
            Some("de") => Some(&GERMAN),
            Some("fr") => Some(&FRENCH),
            Some("es") => Some(&SPANISH),
            _ => None,
        }
    }
}

/// A word of a claim, in lower case.
type Said<'c> = (Span, std::borrow::Cow<'c, str>);

impl Gate<'_> {
    /// The word by which a claim makes more of a thing than the sentences around its passages.
    pub(super) fn overstated(&self, claim: &str, figures: &[Figure], around: &[&Heard<'_>]) -> Option<String> {
        let wholes = Wholes::of(self.language.tag())?;
        let words: Vec<Said<'_>> = segment::words(claim).map(|(span, word)| (span, lower(word))).collect();
        let has = |table: &Words| {
            let there = |heard: &&Heard<'_>| segment::words(heard.text).any(|(_, word)| table.contains(&*lower(word)));
            around.iter().any(there)
        };
        let word = |at: usize| words.get(at).map_or("", |(_, word)| &**word);
        let at = (0..words.len()).find(|&at| {
            let own = word(at);
            let before = at.checked_sub(1).map_or("", word);
            if wholes.everybody.contains(own) {
                !BEFORE_ALL.contains(before) && !has(&wholes.total)
            } else if wholes.all.contains(own) {
                let next = word(at + 1);
                let turn = BEHIND_ALL.contains(next) || BEFORE_ALL.contains(before) || is_every_so_many(own, next);
                let counted = period(word(at + 1)).is_some() || figures.iter().any(|f| is_behind(f, &words, at));
                let pair = BOTH.contains(&own) && around.iter().any(|heard| has_pair(heard.text));
                !turn && !counted && !pair && self.is_said_of(&words, at, around) && !has(&wholes.total)
            } else if wholes.only.contains(own) {
                before != "not" && before != "nicht" && before != "if" && !has(&wholes.limit)
            } else if wholes.most.contains(own) {
                // "Most dangerous" is no part of a whole.
                let parts =
                    self.language.tag() != Some("en") || word(at + 1) == "of" || before.is_empty() || own == "mostly";
                parts && self.is_said_of(&words, at, around) && !has(&wholes.much)
            } else {
                false
            }
        });
        if let Some(at) = at {
            return words.get(at).and_then(|(span, _)| span.slice(claim)).map(str::to_owned);
        }
        self.made_exact(wholes, claim, &words, figures, around).or_else(|| self.made_lone(claim, &words, around))
    }

    /// "The largest" where the passages have one of the largest.
    fn made_lone(&self, claim: &str, words: &[Said<'_>], around: &[&Heard<'_>]) -> Option<String> {
        let word = |at: usize| words.get(at).map_or("", |(_, word)| &**word);
        let own = (1..words.len()).filter(|at| is_lone(word(*at)) && ARTICLES.contains(&word(at - 1)));
        let is_one_of = |at: usize| at >= 2 && ONE_OF.contains(&word(at - 2));
        let mut lone = own.filter(|at| !(is_one_of(*at) || at.checked_sub(1).is_some_and(is_one_of)));
        lone.find_map(|at| {
            let (span, own) = words.get(at)?;
            let term = self.term(own);
            let mut among = false;
            for heard in around.iter().filter(|heard| heard.terms.contains(&term)) {
                let there: Vec<&str> = segment::each_word(heard.text, |(_, word)| word);
                let near = |at: usize| there.get(at.saturating_sub(AMONG)..at).unwrap_or_default();
                let one_of = |at: usize| near(at).iter().any(|word| ONE_OF.contains(word));
                let mut places =
                    (0..there.len()).filter(|at| there.get(*at).is_some_and(|word| self.term(word) == term));
                // Where it stands alone too, it is one.
                let only_among = places.clone().all(one_of);
                if places.next().is_some() && !only_among {
                    return None;
                }
                among |= only_among;
            }
            among.then(|| span.slice(claim).map(str::to_owned)).flatten()
        })
    }

    /// "Exactly" before a figure that the passages only give roughly.
    fn made_exact(
        &self,
        wholes: &Wholes,
        claim: &str,
        words: &[Said<'_>],
        figures: &[Figure],
        around: &[&Heard<'_>],
    ) -> Option<String> {
        let at = words.iter().position(|(_, word)| wholes.exactly.contains(&**word))?;
        let figure = figures.iter().find(|figure| is_behind(figure, words, at))?;
        let near =
            |other: &&Figure| other.unit == figure.unit && other.low <= figure.value && figure.value <= other.high;
        let mut there = around.iter().flat_map(|heard| self.figures_of(heard).iter()).filter(near).peekable();
        let rough = there.peek().is_some() && there.all(|other| other.approximation != Approximation::Exact);
        rough.then(|| words.get(at).and_then(|(span, _)| span.slice(claim)).map(str::to_owned)).flatten()
    }

    /// Whether one of the telling words right behind a word stands in the passages.
    fn is_said_of(&self, words: &[Said<'_>], at: usize, around: &[&Heard<'_>]) -> bool {
        let tells = |word: &&Said<'_>| !self.language.is_function_word(&word.1) && !BETWEEN.contains(&*word.1);
        let mut behind = words.iter().skip(at + 1).take(NEAR).filter(tells);
        behind.any(|(_, word)| {
            let term = self.term(word);
            around.iter().any(|heard| heard.terms.contains(&term))
        })
    }

    /// A place in an order that the passages do not name, where they give the same thing another, or none: "the second-best".
    pub(super) fn other_place(&self, claim: &str, window: &[&Heard<'_>]) -> Option<String> {
        let german = self.language.tag() == Some("de");
        let words: Vec<(Span, &str)> = segment::words(claim).collect();
        let mut there: Option<Vec<Ordered>> = None;
        words.iter().enumerate().find_map(|(at, &(span, word))| {
            let next = words.get(at + 1).map(|(_, next)| *next);
            let own = order_of(word, next, german, |word| self.term(word))?;
            let there = there.get_or_insert_with(|| self.orders_in(window, german));
            let known = there.iter().any(|other| other.rank == own.rank);
            let of = own.of.as_ref()?;
            let other = there.iter().any(|other| other.of.as_ref() == Some(of));
            // A superlative without a place is of the first.
            let bare = || {
                own.graded
                    && own.rank > 0
                    && own.rank + 1 < ORDERS.len()
                    && window.iter().any(|heard| heard.terms.contains(of))
            };
            (!known && (other || bare())).then(|| span.slice(claim).map(str::to_owned)).flatten()
        })
    }

    fn orders_in(&self, window: &[&Heard<'_>], german: bool) -> Vec<Ordered> {
        let mut found = Vec::new();
        for heard in window {
            let words: Vec<&str> = segment::each_word(heard.text, |(_, word)| word);
            for (at, word) in words.iter().enumerate() {
                found.extend(order_of(word, words.get(at + 1).copied(), german, |word| self.term(word)));
            }
        }
        found
    }
}

/// Whether a figure stands right behind a word, articles between.
fn is_behind(figure: &Figure, words: &[Said<'_>], at: usize) -> bool {
    let behind = words.iter().skip(at + 1).take(NEAR).find(|(_, word)| !BETWEEN.contains(&**word));
    behind.is_some_and(|(span, _)| figure.span.covers(*span))
}

/// A place in an order, and of what.
struct Ordered {
    rank: usize,
    of: Option<Rc<str>>,
    /// Whether what follows is a superlative.
    graded: bool,
}

/// The places by their words.
static RANKS: LazyLock<Map<&'static str, usize>> = LazyLock::new(|| {
    let numbered = ORDERS.iter().enumerate();
    numbered.flat_map(|(rank, words)| words.split(' ').map(move |word| (word, rank))).collect()
});

/// The place that a word names, alone or as the head of a German compound.
fn order_of(word: &str, next: Option<&str>, german: bool, term: impl Fn(&str) -> Rc<str>) -> Option<Ordered> {
    let small = lower(word);
    if !german {
        let rank = *RANKS.get(&*small)?;
        let graded = next.is_some_and(|next| next.ends_with("est") || next == "most" || next == "worst");
        return Some(Ordered { rank, of: next.map(term), graded });
    }
    let alone = ENDINGS.iter().find_map(|ending| RANKS.get(small.strip_suffix(ending)?));
    if let Some(rank) = alone {
        return Some(Ordered { rank: *rank, of: next.map(term), graded: false });
    }
    // "Zweitgrößte".
    if small.len() <= LONG || !(small.contains("st") || small.contains("ßt")) {
        return None;
    }
    let rest = |known: &str| {
        let rest = small.strip_prefix(known).filter(|rest| rest.len() > GRADED)?;
        (rest.contains("st") || rest.contains("ßt")).then_some(rest)
    };
    let (rank, of) =
        ORDERS.iter().enumerate().find_map(|(rank, words)| Some((rank, words.split(' ').find_map(rest)?)))?;
    Some(Ordered { rank, of: Some(term(of)), graded: true })
}

/// A compound with a place in an order has more letters.
const LONG: usize = 9;
/// A German superlative has so many letters at least.
const GRADED: usize = 4;

#[cfg(test)]
mod tests {
    use crate::analysis::gate::tests::judged_in;

    #[test]
    fn some_before_a_number_is_about_so_many() {
        for (language, passage, claim, other) in [
            (
                "es",
                "Piden un pago de unos 300 euros al puerto por barco hundido.",
                "Piden pagar unos 300 euros por cada barco hundido.",
                false,
            ),
            (
                "en",
                "Crews prepare to protect Kerrick minority communities in the north.",
                "All crews are to protect Kerrick minorities in the north.",
                false,
            ),
            ("en", "Some of the crews left Kerrick in the north.", "All crews left Kerrick in the north.", true),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            assert_eq!(verdict.contrary.is_some(), other, "{claim} {verdict:?}");
        }
    }

    #[test]
    fn a_claim_makes_no_more_of_a_thing_than_its_passage() {
        for (language, passage, claim, more) in [
            ("en", "Nine boats lost their nets in the storm.", "All boats lost their nets in the storm.", true),
            ("en", "Every boat lost its nets in the storm.", "All boats lost their nets in the storm.", false),
            ("en", "The ferry carries mail and coal.", "The ferry carries only mail.", true),
            ("en", "The ferry carries nothing but mail.", "The ferry carries only mail.", false),
            ("en", "The keeper came at times.", "The keeper always came.", true),
            ("en", "It is one of the largest ports in Norland.", "It is the largest port in Norland.", true),
            ("en", "It is one of the largest ports in Norland.", "It is among the largest ports in Norland.", false),
            ("de", "Es ist einer der größten Häfen in Norland.", "Es ist der größte Hafen in Norland.", true),
            ("de", "Es ist einer der größten Häfen in Norland.", "Es ist einer der größten Häfen.", false),
            ("en", "One of the captains was fined.", "Both captains were fined.", true),
            ("en", "Two captains were fined.", "Both captains were fined.", false),
            ("de", "Die Hälfte der Besatzung erkrankte.", "Die gesamte Besatzung erkrankte.", true),
            ("en", "About 75 boats lay in the harbour.", "Exactly 75 boats lay in the harbour.", true),
            ("en", "The 75 boats lay in the harbour.", "Exactly 75 boats lay in the harbour.", false),
            ("de", "Rund 30 Boote verloren ihre Netze.", "Alle Boote verloren ihre Netze.", true),
            ("de", "Jedes fünfte Boot verlor sein Netz.", "Jedes fünfte Boot verlor im Sturm sein Netz.", false),
            ("de", "Die Fähre bringt Post und Kohle.", "Die Fähre bringt nur Post.", true),
            ("fr", "Douze bateaux ont perdu leurs filets.", "Tous les bateaux ont perdu leurs filets.", true),
            ("es", "Doce barcos perdieron sus redes.", "Todos los barcos perdieron sus redes.", true),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            assert_eq!(verdict.added.is_some(), more, "{claim} {verdict:?}");
        }
    }

    #[test]
    fn a_place_in_an_order_is_that_of_the_passage() {
        for (language, passage, claim, other) in [
            ("de", "Im Mai wurde der dritte Block abgeschaltet.", "Im Mai wurde der erste Block abgeschaltet.", true),
            ("de", "Im Mai wurde der dritte Block abgeschaltet.", "Der dritte Block wurde im Mai abgeschaltet.", false),
            ("de", "Die Mole ist die größte in Norland.", "Die Mole ist die zweitgrößte in Norland.", true),
            ("fr", "Le troisième phare est fermé.", "Le deuxième phare est fermé.", true),
        ] {
            let verdict = judged_in(language, passage, passage, claim);
            assert_eq!(!verdict.misplaced.is_empty(), other, "{claim} {verdict:?}");
        }
    }
}
