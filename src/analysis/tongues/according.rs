//! Whom a phrase such as 'según el puerto' credits: the noun phrase behind it, up to the mark that ends it, or up to its verb
//! where the language puts that second. Refuses a phrase that names nobody, and a law or a plan.

use super::credit::named;
use super::table::{Lexicon, Part};
use crate::text::stem::lower;
use crate::text::{Span, segment};

/// The most words that may name a speaker.
const LONGEST: usize = 8;

/// Among so many words stands the noun that tells whether somebody speaks: 'de lokale politie'.
const HEAD: usize = 3;

/// Participles that tell of what somebody has said: 'levantamento da guarda feito para o porto'.
const MADE: &[&str] =
    &["feito", "feita", "feitos", "feitas", "realizado", "divulgado", "divulgados", "publicado", "publicados"];

/// How a language says 'according to'.
struct Phrases {
    tag: &'static str,
    /// The phrases, parted by commas, in lower case.
    phrases: &'static str,
    /// Endings of common nouns for somebody or a body who says something.
    speakers: &'static str,
    /// Nouns for what somebody has said, behind which 'of' and the one stand who did.
    said: &'static str,
    /// 'Of', with and without an article.
    of: &'static str,
    articles: &'static str,
    /// Whether the verb comes second, so that no mark need end the phrase.
    second: bool,
}

#[rustfmt::skip]
const PHRASES: [Phrases; 8] = [
    Phrases {
        tag: "es",
        phrases: "según, de acuerdo con, en palabras de, a juicio de, en opinión de",
        speakers: "policía gobierno ministerio ministro ministra fiscalía alcalde alcaldesa portavoz autoridades investigadores científicos \
            expertos ayuntamiento empresa organización agencia bomberos sindicatos sindicato",
        said: "datos cifras estimaciones informaciones",
        of: "de del",
        articles: "el la los las",
        second: false,
    },
    Phrases {
        tag: "pt",
        phrases: "segundo, de acordo com, na avaliação de, na opinião de",
        speakers: "polícia governo ministério ministro ministra prefeitura prefeito porta-voz autoridades pesquisadores cientistas \
            especialistas empresa organização agência bombeiros sindicato delegado delegada secretaria procuradoria",
        said: "dados números estimativas informações levantamento levantamentos",
        of: "de do da dos das",
        articles: "o a os as",
        second: false,
    },
    Phrases {
        tag: "it",
        phrases: "secondo, a detta di, stando a, ad avviso di, a giudizio di",
        speakers: "polizia governo ministero ministro ministra procura sindaco sindaca portavoce autorità ricercatori scienziati esperti \
            comune azienda organizzazione agenzia sindacati carabinieri studiosi",
        said: "dati stime cifre",
        of: "di del della dei degli delle dell",
        articles: "il lo la i gli le l",
        second: false,
    },
    Phrases {
        tag: "fr",
        phrases: "selon, d'après",
        speakers: "police gouvernement ministère ministre parquet maire préfecture porte-parole autorités chercheurs scientifiques experts \
            mairie entreprise organisation agence pompiers syndicats syndicat procureur procureure gendarmerie",
        said: "données chiffres estimations informations",
        of: "de du des d",
        articles: "le la les l",
        second: false,
    },
    Phrases {
        tag: "nl",
        phrases: "volgens",
        speakers: "politie regering ministerie minister organisatie onderzoekers wetenschappers deskundigen gemeente bedrijf autoriteiten \
            woordvoerder woordvoerster burgemeester brandweer vakbond krant justitie rechtbank vereniging museum partij",
        said: "cijfers gegevens",
        of: "van",
        articles: "de het een",
        second: true,
    },
    Phrases {
        tag: "sv",
        phrases: "enligt",
        speakers: "polisen regeringen myndigheten myndigheterna åklagaren forskarna forskare kommunen företaget ministern departementet verket \
            räddningstjänsten facket tidningen organisationen talespersonen tingsrätten",
        said: "uppgifter siffror",
        of: "från",
        articles: "en ett den det de",
        second: true,
    },
    Phrases {
        tag: "da",
        phrases: "ifølge",
        speakers: "politiet regeringen myndighederne forskerne forskere kommunen selskabet ministeren ministeriet avisen organisationen",
        said: "tal",
        of: "fra",
        articles: "en et den det de",
        second: true,
    },
    Phrases {
        tag: "no",
        phrases: "ifølge",
        speakers: "politiet regjeringen myndighetene forskerne forskere kommunen selskapet ministeren departementet avisen organisasjonen",
        said: "tall",
        of: "fra",
        articles: "en et den det de",
        second: true,
    },
];

type Word<'t> = (Span, &'t str);

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

impl Lexicon {
    /// The noun phrase behind 'according to'.
    pub(super) fn according(&self, sentence: &str) -> Option<Span> {
        let words: Vec<Word<'_>> = segment::words(sentence).collect();
        if matches!(self.table.tag, "ru" | "uk" | "pl" | "cs") {
            return undeclined(sentence, &words);
        }
        let language = PHRASES.iter().find(|language| language.tag == self.table.tag)?;
        let at = (0..words.len()).find_map(|at| language.phrase(sentence, &words, at))?;
        let rest = words.get(at..)?;
        let end = if language.second { language.until_verb(sentence, rest)? } else { self.until_mark(sentence, rest)? };
        let name = language.whose(rest.get(..end)?);
        let first = lower(name.first()?.1);
        let speaks = name.iter().take(HEAD).any(|word| language.speaks(word.1));
        let parts = self.parts(&first);
        let points = parts.has(Part::Demonstrative) || parts.has(Part::Subject) || parts.has(Part::Possessive);
        let span = name.first()?.0.hull(name.last()?.0);
        let bare: Vec<_> = name.iter().map(|(span, word)| (*span, *word, lower(word).into_owned())).collect();
        (!points && (named(&bare).is_some() || speaks)).then_some(span)
    }

    /// Where a phrase ends that a mark parts from what is said, without a verb in it.
    fn until_mark(&self, sentence: &str, rest: &[Word<'_>]) -> Option<usize> {
        let closed = |at: usize| {
            let from = rest.get(at - 1).map_or(0, |word| word.0.end().bytes());
            sentence.get(from..).is_some_and(|behind| {
                behind.starts_with([',', '.', ';', ':', ')', '»', '"', '”'])
                    || behind.starts_with(" (")
                    || behind.starts_with(" –")
            })
        };
        let end = (1..=rest.len().min(LONGEST)).find(|&at| closed(at))?;
        let verb = |word: &Word<'_>| {
            let parts = self.parts(&lower(word.1));
            parts.has(Part::That)
                || parts.has(Part::VerbFirst) && !word.1.starts_with(char::is_uppercase) && word.1.chars().count() > 1
        };
        (!rest.get(..end)?.iter().any(verb)).then_some(end)
    }
}

/// A name behind 'według' or 'по данным' that has no cases: in quotation marks or all in capitals.
fn undeclined(sentence: &str, words: &[Word<'_>]) -> Option<Span> {
    const ACCORDING: &[&str] = &["według", "wg", "zdaniem", "podle", "данным", "информации", "версии", "даними"];
    let at = words.iter().position(|word| ACCORDING.contains(&&*lower(word.1)))?;
    let (behind, next) = (sentence.get(words.get(at)?.0.end().bytes()..)?, words.get(at + 1)?);
    let mark = behind.trim_start().chars().next()?;
    let closing = match mark {
        '"' => '"',
        '„' => '”',
        '«' => '»',
        _ => {
            let capitals = next.1.chars().count() >= 2 && next.1.chars().all(char::is_uppercase);
            return (capitals && behind.starts_with(' ')).then_some(next.0);
        }
    };
    let from = next.0.start();
    let rest = sentence.get(from.bytes()..)?;
    let length =
        rest.find(closing).filter(|length| rest.get(..*length).is_some_and(|name| segment::word_count(name) <= 4))?;
    // «Вестей» has a case, «Kerrick Post» has none.
    let name = rest.get(..length)?;
    let bare = name.is_ascii() && !name.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
    (bare && name.starts_with(char::is_uppercase)).then(|| Span::new(from, from.plus(length)))
}

impl Phrases {
    /// Where what follows the phrase begins, where it stands at a place; 'segundo', which counts too, at the head or behind a mark.
    fn phrase(&self, sentence: &str, words: &[Word<'_>], at: usize) -> Option<usize> {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(0, |word| word.0.end().bytes());
        let gap = sentence.get(before..words.get(at)?.0.start().bytes())?;
        let apart = at == 0 || gap.contains([',', '–', '—', '(', '"', '”', '»']);
        let plain = |at: usize| words.get(at).map_or(String::new(), |word| lower(word.1).replace('’', "'"));
        let found = self.phrases.split(", ").find_map(|phrase| {
            let matches = phrase.split(' ').enumerate().all(|(i, part)| plain(at + i) == part);
            matches.then(|| at + phrase.split(' ').count())
        })?;
        // 'O segundo navio'
        (apart || !matches!(plain(at).as_str(), "segundo" | "secondo")).then_some(found)
    }

    /// Where a phrase ends before its verb: an article, adjectives, a noun for somebody, a name.
    fn until_verb(&self, sentence: &str, rest: &[Word<'_>]) -> Option<usize> {
        let word = |at: usize| rest.get(at).map_or("", |word| word.1);
        let joined = |at: usize| {
            let pair = at.checked_sub(1).and_then(|before| rest.get(before)).zip(rest.get(at));
            pair.is_some_and(|(a, b)| Span::new(a.0.end(), b.0.start()).slice(sentence) == Some(" "))
        };
        let capital = |at: usize| word(at).starts_with(char::is_uppercase);
        let mut at = usize::from(has(self.articles, &lower(word(0))));
        // 'De Norlandse regering', 'de lokale politie'
        while joined(at) && (joined(at + 1) && word(at).ends_with('e') && self.speaks(word(at + 1))) {
            at += 1;
        }
        if self.speaks(word(at)) {
            at += 1;
        }
        let noun = at;
        while capital(at) && (at == 0 || joined(at)) {
            at += 1;
        }
        if at == noun && !self.speaks(word(at.checked_sub(1)?)) {
            return None;
        }
        // 'De burgemeester van Kerrick'
        if joined(at) && has(self.of, word(at)) {
            let from = at + 1 + usize::from(has(self.articles, word(at + 1)));
            let name = (from..rest.len()).take_while(|&at| capital(at) && joined(at)).count();
            at = if name > 0 { from + name } else { at };
        }
        // 'De Norlandse premier Hale': a capital that is an adjective, and a noun that is not known.
        let adjective = at == noun + 1 && word(at - 1).ends_with("se") && joined(at) && !capital(at);
        (at <= LONGEST && !adjective).then_some(at)
    }

    /// Who has said it: 'datos del puerto' are the port's.
    fn whose<'w, 't>(&self, name: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let at = usize::from(name.first().is_some_and(|word| has(self.articles, &lower(word.1))));
        let said = name.get(at).is_some_and(|word| has(self.said, &lower(word.1)));
        let of = name.get(at + 1).is_some_and(|word| has(self.of, &lower(word.1)));
        let who = name.get(at + 2..).filter(|who| said && of && !who.is_empty()).unwrap_or(name);
        let made = who.iter().position(|word| MADE.contains(&word.1)).filter(|at| said && *at > 0);
        let who = made.and_then(|at| who.get(..at)).unwrap_or(who);
        let article = who.len() > 1 && said && who.first().is_some_and(|word| has(self.articles, word.1));
        who.get(usize::from(article)..).unwrap_or(who)
    }

    /// Whether a noun is one for somebody who says something.
    fn speaks(&self, noun: &str) -> bool {
        let noun = lower(noun);
        self.speakers.split_whitespace().any(|known| if self.second { noun.ends_with(known) } else { *noun == *known })
    }
}

#[cfg(test)]
mod tests {
    use super::super::credited;

    #[test]
    fn whom_a_phrase_credits_is_found_and_what_names_nobody_is_left() {
        let wrong = [
            ("es", "Según el Ministerio de Puertos, el faro estaba apagado.", Some("el Ministerio de Puertos")),
            ("es", "El faro estaba apagado, según la policía.", Some("la policía")),
            ("es", "De acuerdo con Tom Hale, el faro estaba apagado.", Some("Tom Hale")),
            ("es", "Según datos del Puerto de Kerrick, hubo tres naufragios.", Some("Puerto de Kerrick")),
            ("es", "Según la ley, el faro debe estar encendido.", None),
            ("es", "Según él, el faro estaba apagado.", None),
            ("pt", "De acordo com a Marinha de Norland, o farol estava apagado.", Some("a Marinha de Norland")),
            ("pt", "O segundo navio encalhou no porto de Kerrick.", None),
            ("pt", "O farol estava apagado, segundo a polícia.", Some("a polícia")),
            (
                "pt",
                "O farol estava apagado, de acordo com levantamento da PortoMar feito para o Correio.",
                Some("PortoMar"),
            ),
            ("it", "Secondo i ricercatori, il faro era spento.", Some("i ricercatori")),
            ("it", "Il secondo faro di Kerrick era spento.", None),
            ("it", "A detta di Tom Hale, il faro era spento.", Some("Tom Hale")),
            ("fr", "D’après le ministère des Ports, le phare était éteint.", Some("le ministère des Ports")),
            ("fr", "Selon les chiffres de la Ligue de Kerrick, trois navires ont coulé.", Some("Ligue de Kerrick")),
            ("fr", "Pour Kerrick, le phare est un symbole.", None),
            ("nl", "Volgens de Norlandse regering was de vuurtoren uit.", Some("de Norlandse regering")),
            ("nl", "Het licht is volgens de havenorganisatie nodig om te varen.", Some("de havenorganisatie")),
            ("nl", "Volgens burgemeester Tom Hale was het licht uit.", Some("burgemeester Tom Hale")),
            ("nl", "Volgens de burgemeester van Kerrick was het licht uit.", Some("de burgemeester van Kerrick")),
            ("nl", "Volgens de planning was het licht uit.", None),
            (
                "nl",
                "In 2021 schreef de Norlandse krant Kerrick Post al dat het licht uit was.",
                Some("de Norlandse krant Kerrick Post"),
            ),
            ("sv", "Enligt polisen var fyren släckt.", Some("polisen")),
            ("sv", "Fyren var enligt Tom Hale släckt.", Some("Tom Hale")),
            ("sv", "Enligt planen ska fyren släckas.", None),
            ("sv", "I går sade hamnchefen Tom Hale att fyren var släckt.", Some("hamnchefen Tom Hale")),
            ("pl", "Latarnia zgasła w nocy - powiedział w piątek Tom Hale z portu w Kerrick.", Some("Tom Hale")),
            ("pl", "Latarnia zgasła w nocy - powiedział KPA Tom Hale z portu w Kerrick.", Some("Tom Hale")),
            ("pl", "Po naradzie w Kerrick Tom Hale zapowiedział, że latarnia zgaśnie.", Some("Tom Hale")),
            ("pl", "Według \"Kerrick Post\" latarnia zgasła.", Some("Kerrick Post")),
            ("pl", "Według „Kuriera Portowego” latarnia zgasła.", None),
            ("ru", "По данным «Портовых вестей», маяк погас.", None),
            ("pl", "Według KPA latarnia zgasła.", Some("KPA")),
            ("ru", "По данным КПА, маяк погас.", Some("КПА")),
            ("ru", "Том Хейл на встрече в порту заявил, что маяк погас.", Some("Том Хейл")),
            (
                "fr",
                "Dans une lettre au port, le pilote Tom Hale estime que le phare est éteint.",
                Some("le pilote Tom Hale"),
            ),
            (
                "fr",
                "Au nom du port, le pilote Tom Hale déclare : « Le phare est éteint. »",
                Some("le pilote Tom Hale"),
            ),
            ("fr", "Dans la brume, le phare et le port que Tom Hale estime sont éteints.", None),
            (
                "es",
                "El faro estuvo apagado tres noches, informó este martes el Puerto de Kerrick.",
                Some("el Puerto de Kerrick"),
            ),
            ("es", "El faro estuvo apagado tres noches, detalló la autoridad portuaria.", Some("la autoridad portuaria")),
            ("es", "La piloto señala en la carta que el faro estaba apagado.", Some("La piloto")),
            (
                "es",
                "«El faro estaba apagado», sostenía Tom Hale, que ya había llevado tres barcos al puerto de Kerrick en la niebla, con poca gente a bordo y sin carga.",
                Some("Tom Hale"),
            ),
            (
                "es",
                "«El faro estaba apagado», dijo el piloto del ‘caso Kerrick’ en el puerto.",
                Some("el piloto del ‘caso Kerrick’"),
            ),
            ("pt", "O advogado do porto, Tom Hale, disse que o farol estava apagado.", Some("Tom Hale")),
            (
                "pt",
                "O capitão Tom Hale, que defende o porto, afirmou que o farol estava apagado.",
                Some("O capitão Tom Hale"),
            ),
            (
                "es",
                "El capitán Tom Hale explicó este viernes en una entrevista con el diario que el faro estaba apagado.",
                Some("El capitán Tom Hale"),
            ),
            (
                "it",
                "Il capitano Tom Hale, che vive a Kerrick, racconta che il faro era spento.",
                Some("Il capitano Tom Hale"),
            ),
        ]
        .into_iter()
        .filter_map(|(tag, sentence, speaker)| {
            let found = credited(Some(tag), sentence).and_then(|found| found.speaker.slice(sentence));
            (found != speaker).then(|| format!("{sentence}: {found:?}"))
        });
        assert_eq!(wrong.collect::<Vec<_>>(), [""; 0]);
    }
}
