//! Words of other languages than English and German that point out of a sentence, by lists and by the tables of `tongues`, and
//! how they mark a noun phrase that is definite. Refuses to say at what they point.

use std::sync::OnceLock;

use super::Spoken;
use super::cue::{Cue, Cues};
use super::definite::Lists;
use crate::analysis::lexicon::table;
use crate::analysis::tongues::{self, Part, Parts};
use crate::text::lookup::{Map, Set};

/// What is known of the signs of a language.
pub(super) struct Signs {
    /// What the first word of a sentence is a sign of.
    opens: Map<&'static str, Cue>,
    /// What a word is a sign of, wherever it stands.
    anywhere: Map<&'static str, Cue>,
    /// Words after one of which a comparative says with what it compares.
    than: Set<&'static str>,
    /// Definite articles.
    articles: Set<&'static str>,
    /// How its definite noun phrases are told.
    pub(super) lists: Lists,
    /// Whether a noun stands before the adjectives of its phrase.
    pub(super) noun_first: bool,
}

/// The lists of a language, words parted by spaces.
struct Lexemes {
    tag: &'static str,
    the: &'static str,
    prepositions: &'static str,
    clauses: &'static str,
    amounts: &'static str,
    also: &'static str,
    other: &'static str,
    both: &'static str,
    same: &'static str,
    more: &'static str,
    than: &'static str,
    so: &'static str,
    joining: &'static str,
    later: &'static str,
    there: &'static str,
    /// Further words that end a noun phrase, beside `prepositions` and `clauses`.
    ends: &'static str,
    explains: &'static str,
    known: &'static str,
    common: &'static str,
}

const LANGUAGES: [Lexemes; 9] = [
    Lexemes {
        tag: "es",
        the: "el la los las al del",
        prepositions: "en a ante bajo con contra de desde durante entre hacia hasta para por según sin sobre tras al del",
        clauses: "si cuando mientras aunque porque como que donde",
        amounts: "un una unos unas algunos algunas muchos muchas varios varias todos todas cada dos tres cuatro cinco más",
        also: "también tampoco además asimismo",
        other: "otro otra otros otras demás",
        both: "ambos ambas respectivamente",
        same: "mismo misma mismos mismas tal tales dicho dicha dichos dichas",
        more: "más menos mejor mejores peor mayor mayores menor menores",
        than: "que de",
        so: "así entonces por tanto",
        joining: "pero sin embargo obstante sino pues",
        later: "después luego ya aún todavía nuevamente posteriormente antes anterior anteriores siguiente",
        there: "allí ahí aquí allá",
        ends: "y o e u ni es son fue fueron era ha han había será no se",
        explains: "de del en para por con sobre entre que contra",
        known: "gobierno presidente policía país mundo economía público sol papa rey congreso senado parlamento prensa mercado \
            pasado futuro año mes semana ley tiempo ciudad población sociedad",
        common: "hombre mujer hombres mujeres niño niña joven jóvenes pareja grupo equipo informe estudio encuesta programa \
            proyecto plan caso incidente ataque película libro casa edificio coche vehículo acuerdo reunión decisión medida \
            medidas resultado resultados autor autores investigador investigadores agentes sospechoso víctima víctimas \
            empresa compañía organización liga partido torneo final carta video vídeo foto artículo producto sistema método \
            juicio sentencia investigación propuesta texto viaje vuelo accidente incendio huelga protesta campaña elección \
            misión obra canción banda actor actriz periodista diario jugador técnico entrenador entidad institución centro \
            documento norma iniciativa exposición autoridades",
    },
    Lexemes {
        tag: "pt",
        the: "o a os as ao à aos às do da dos das no na nos nas pelo pela pelos pelas",
        prepositions: "em a ante com contra de desde durante entre até para por segundo sem sobre após ao à do da no na nos nas",
        clauses: "se quando enquanto embora porque como que onde",
        amounts: "um uma uns umas alguns algumas muitos muitas vários várias todos todas cada dois duas três quatro cinco mais",
        also: "também tampouco além",
        other: "outro outra outros outras demais",
        both: "ambos ambas respectivamente",
        same: "mesmo mesma mesmos mesmas tal tais referido referida",
        more: "mais menos melhor melhores pior maior maiores menor menores",
        than: "que do",
        so: "assim então portanto",
        joining: "mas porém contudo entretanto todavia pois",
        later: "depois já ainda novamente posteriormente antes anterior anteriores seguinte",
        there: "ali aí aqui lá",
        ends: "e ou nem é são foi foram era há será não se que",
        explains: "de do da dos das em no na para por com sobre entre que contra",
        known: "governo presidente polícia país mundo economia público sol papa rei congresso senado parlamento imprensa mercado \
            passado futuro ano mês semana lei tempo cidade população sociedade",
        common: "homem mulher homens mulheres criança jovem jovens casal grupo equipe relatório estudo pesquisa programa projeto \
            plano caso incidente ataque filme livro casa prédio carro veículo acordo reunião decisão medida medidas resultado \
            resultados autor autores pesquisador pesquisadores agentes suspeito vítima vítimas empresa companhia organização \
            partida torneio final carta vídeo foto artigo produto sistema método julgamento sentença investigação proposta texto \
            viagem voo acidente incêndio greve protesto campanha eleição missão obra canção banda ator atriz jornalista jornal \
            jogador técnico treinador entidade instituição centro documento norma iniciativa exposição autoridades",
    },
    Lexemes {
        tag: "it",
        the: "il lo la i gli le l al allo alla ai agli alle del dello della dei degli delle nel nella nei negli nelle dal \
            dalla sul sulla",
        prepositions: "in a con contro di da durante tra fra per secondo senza su dopo verso al alla del della nel nella dal \
            dalla sul sulla",
        clauses: "se quando mentre sebbene perché come che dove",
        amounts: "un una uno alcuni alcune molti molte diversi diverse tutti tutte ogni due tre quattro cinque più",
        also: "anche inoltre neanche nemmeno pure",
        other: "altro altra altri altre",
        both: "entrambi entrambe ambedue rispettivamente",
        same: "stesso stessa stessi stesse tale tali medesimo",
        more: "più meno meglio migliore migliori peggiore maggiore maggiori minore minori",
        than: "di che del della dei rispetto",
        so: "così quindi dunque pertanto",
        joining: "ma però tuttavia invece infatti",
        later: "poi dopo già ancora nuovamente successivamente prima precedente precedenti seguente",
        there: "lì là qui qua ci vi",
        ends: "e o ed né è sono fu era ha hanno sarà non si che",
        explains: "di del della dei degli delle in nel nella per con su sul sulla tra che contro",
        known: "governo presidente polizia paese mondo economia pubblico sole papa re congresso senato parlamento stampa mercato \
            passato futuro anno mese settimana legge tempo città popolazione società",
        common: "uomo donna uomini donne bambino ragazzo ragazza giovane giovani coppia gruppo squadra rapporto studio sondaggio \
            programma progetto piano caso incidente attacco film libro casa edificio auto veicolo accordo riunione decisione \
            misura misure risultato risultati autore autori ricercatori agenti vittima vittime azienda società organizzazione \
            partita torneo finale lettera video foto articolo prodotto sistema metodo processo sentenza indagine proposta testo \
            viaggio volo incendio sciopero protesta campagna elezione missione opera canzone attore attrice giornalista giornale \
            giocatore tecnico allenatore istituzione centro documento norma iniziativa mostra autorità",
    },
    Lexemes {
        tag: "fr",
        the: "le la les l au aux du des",
        prepositions: "en à avec contre de depuis pendant durant entre vers jusqu pour par selon sans sur sous après avant dans \
            chez dès au aux du",
        clauses: "si quand lorsque alors tandis bien parce comme que où",
        amounts: "un une quelques plusieurs beaucoup certains certaines tous toutes chaque deux trois quatre cinq plus",
        also: "aussi également non",
        other: "autre autres ailleurs",
        both: "deux respectivement",
        same: "même mêmes tel telle tels telles",
        more: "plus moins mieux meilleur meilleure meilleurs pire supérieur inférieur",
        than: "que qu de",
        so: "ainsi donc alors",
        joining: "mais cependant toutefois pourtant néanmoins or",
        later: "ensuite puis déjà encore nouveau ultérieurement auparavant précédent précédente suivant suivante",
        there: "là ici y ci",
        ends: "et ou ni est sont fut était a ont avait sera ne n se s qui que qu",
        explains: "de du d des en pour par avec sur entre qui que qu contre dont où",
        known: "gouvernement président police pays monde économie public soleil pape roi congrès sénat parlement presse marché \
            passé avenir année mois semaine loi temps ville population société",
        common: "homme femme hommes femmes enfant garçon fille jeune jeunes couple groupe équipe rapport étude sondage programme \
            projet plan cas incident attaque film livre maison bâtiment voiture véhicule accord réunion décision mesure mesures \
            résultat résultats auteur auteurs chercheur chercheurs agents suspect victime victimes entreprise société \
            organisation match tournoi finale lettre vidéo photo article produit système méthode procès jugement enquête \
            proposition texte voyage vol accident incendie grève manifestation campagne élection mission œuvre chanson groupe \
            acteur actrice journaliste journal joueur entraîneur institution centre document norme initiative exposition \
            autorités",
    },
    Lexemes {
        tag: "nl",
        the: "de het",
        prepositions: "in op aan bij met van voor uit over naar tussen tegen onder door sinds na tijdens volgens zonder tot om",
        clauses: "als toen terwijl hoewel omdat nadat voordat dat waar",
        amounts: "een enkele vele veel verschillende alle elke ieder twee drie vier vijf meer",
        also: "ook eveneens tevens bovendien",
        other: "andere ander anderen overige",
        both: "beide beiden respectievelijk",
        same: "zelfde dezelfde hetzelfde zulke dergelijke",
        more: "meer minder beter slechter hoger lager groter kleiner",
        than: "dan",
        so: "dus daarom zo dan",
        joining: "maar echter toch daarentegen overigens",
        later: "later daarna opnieuw nog al inmiddels vorige volgende eerder",
        there: "daar hier er daarvan daarmee daarin daarop hiervan hiermee",
        ends: "en of is zijn was waren heeft hebben had wordt werd kan zal niet zich die dat",
        explains: "van in op voor met over tussen die dat tegen bij",
        known: "regering president politie land wereld economie publiek zon paus koning parlement pers markt verleden toekomst \
            jaar maand week wet tijd stad bevolking samenleving",
        common: "man vrouw mannen vrouwen kind jongen meisje paar groep team rapport onderzoek programma project plan zaak \
            incident aanval film boek huis gebouw auto voertuig akkoord vergadering besluit maatregel maatregelen resultaat \
            resultaten auteur auteurs onderzoekers agenten verdachte slachtoffer slachtoffers bedrijf organisatie wedstrijd \
            toernooi finale brief video foto artikel product systeem methode proces uitspraak voorstel tekst reis vlucht ongeval \
            brand staking protest campagne verkiezing missie werk lied band acteur actrice journalist krant speler trainer \
            instelling centrum document tentoonstelling autoriteiten",
    },
    Lexemes {
        tag: "ru",
        the: "",
        prepositions: "в во на с со из от по к ко за под над при для без до после перед между через около среди",
        clauses: "если когда пока хотя потому поскольку что чтобы где как",
        amounts: "некоторые многие несколько все каждый каждая один одна два три четыре пять более",
        also: "также тоже кроме",
        other: "другой другая другие других другое иные",
        both: "оба обе обоих соответственно",
        same: "тот та те такой такая такие таких самый подобные",
        more: "больше меньше лучше хуже выше ниже",
        than: "чем",
        so: "так поэтому итак затем",
        joining: "но однако же зато",
        later: "потом затем уже ещё еще снова вновь позже ранее раньше следующий",
        there: "там здесь тут туда",
        ends: "",
        explains: "",
        known: "",
        common: "",
    },
    Lexemes {
        tag: "pl",
        the: "",
        prepositions: "w we na z ze od do po za pod nad przy dla bez przed między przez około wśród o u",
        clauses: "jeśli jeżeli gdy kiedy choć chociaż ponieważ bo że żeby gdzie jak",
        amounts: "niektóre niektórzy wielu wiele kilka wszystkie wszyscy każdy jeden jedna dwa trzy cztery pięć więcej",
        also: "też także również ponadto",
        other: "inny inna inne innych inni",
        both: "oba obie obaj obu odpowiednio",
        same: "sam sama taki taka takie takich",
        more: "więcej mniej lepiej gorzej wyższy niższy",
        than: "niż od",
        so: "więc zatem dlatego tak",
        joining: "ale jednak natomiast zaś",
        later: "potem następnie już jeszcze znów ponownie później wcześniej",
        there: "tam tu tutaj",
        ends: "",
        explains: "",
        known: "",
        common: "",
    },
    Lexemes {
        tag: "sv",
        the: "den det de",
        prepositions: "i på med av från till för om under över mellan mot genom sedan efter före utan enligt hos vid",
        clauses: "om när medan eftersom därför att där som",
        amounts: "en ett några många flera alla varje två tre fyra fem mer",
        also: "också även dessutom",
        other: "andra annan annat övriga",
        both: "båda bägge respektive",
        same: "samma sådan sådana sådant",
        more: "mer mindre bättre sämre högre lägre större",
        than: "än",
        so: "så alltså därför då",
        joining: "men dock däremot emellertid",
        later: "senare sedan igen ännu redan åter tidigare nästa",
        there: "där här dit",
        ends: "och eller är var har hade blir kan ska inte sig som",
        explains: "av i på för med om som mellan mot",
        known: "",
        common: "",
    },
    Lexemes {
        tag: "no",
        the: "den det de",
        prepositions: "i på med av fra til for om under over mellom mot gjennom siden etter før uten ifølge hos ved",
        clauses: "om når mens fordi at der som hvis",
        amounts: "en et noen mange flere alle hver to tre fire fem mer",
        also: "også dessuten",
        other: "andre annen annet øvrige",
        both: "begge henholdsvis",
        same: "samme slik slike slikt",
        more: "mer mindre bedre dårligere høyere lavere større",
        than: "enn",
        so: "så altså derfor da",
        joining: "men imidlertid derimot",
        later: "senere siden igjen ennå allerede tidligere neste",
        there: "der her dit",
        ends: "og eller er var har hadde blir kan skal ikke seg som",
        explains: "av i på for med om som mellom mot",
        known: "",
        common: "",
    },
];

impl Signs {
    fn of(lexemes: &Lexemes) -> Self {
        let signs = |lists: &[(&'static str, Cue)]| {
            let each = lists.iter().flat_map(|(words, cue)| words.split_whitespace().map(move |word| (word, *cue)));
            each.collect::<Map<&str, Cue>>()
        };
        let mut ends = table(lexemes.ends);
        ends.extend(lexemes.prepositions.split_whitespace().chain(lexemes.clauses.split_whitespace()));
        Self {
            opens: signs(&[
                (lexemes.amounts, Cue::OpensAmount),
                (lexemes.prepositions, Cue::OpensPreposition),
                (lexemes.clauses, Cue::OpensClause),
                (lexemes.joining, Cue::OpensAdverb),
                (lexemes.also, Cue::OpensAdverb),
                (lexemes.later, Cue::OpensAdverb),
                (lexemes.so, Cue::OpensAdverb),
                (lexemes.the, Cue::OpensThe),
            ]),
            anywhere: signs(&[
                (lexemes.there, Cue::There),
                (lexemes.later, Cue::Later),
                (lexemes.joining, Cue::Joining),
                (lexemes.so, Cue::So),
                (lexemes.more, Cue::More),
                (lexemes.same, Cue::Same),
                (lexemes.both, Cue::Both),
                (lexemes.other, Cue::Other),
                (lexemes.also, Cue::Also),
            ]),
            than: table(lexemes.than),
            articles: table(lexemes.the),
            lists: Lists {
                ends,
                explains: table(lexemes.explains),
                known: table(lexemes.known),
                common: table(lexemes.common),
            },
            noun_first: matches!(lexemes.tag, "es" | "pt" | "it" | "fr"),
        }
    }

    /// Those of the language of a primary subtag; `None` where there are no lists for it.
    pub(super) fn known(tag: Option<&str>) -> Option<&'static Self> {
        static KNOWN: [OnceLock<Signs>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
        let tag = tag?;
        let (lexemes, known) = LANGUAGES.iter().zip(&KNOWN).find(|(lexemes, _)| lexemes.tag == tag)?;
        Some(known.get_or_init(|| Self::of(lexemes)))
    }

    /// Whether a word is a definite article.
    pub(super) fn is_article(&self, word: &Spoken<'_>) -> bool {
        self.articles.contains(&*word.lower)
    }
}

/// Counts what points out of a sentence in the language of the primary subtag `tag`.
pub(super) fn count(tag: Option<&str>, words: &[Spoken<'_>], cues: &mut Cues) {
    let Some(tongue) = tongues::of(tag) else { return };
    let signs = Signs::known(tag);
    let named = words.iter().position(|word| word.name && word.span.start().bytes() > 0).unwrap_or(words.len());
    for (at, word) in words.iter().enumerate() {
        // «l'altro», «qu'il»: what stands behind the apostrophe tells.
        let lower = word.lower.rsplit(['\'', '’']).next().filter(|rest| !rest.is_empty()).unwrap_or(&word.lower);
        let parts = tongue.parts(lower);
        if at == 0 {
            opens(parts, signs.and_then(|signs| signs.opens.get(lower)).copied(), cues);
        }
        if word.replaced || pronoun(at, word, parts, at < named, words, cues) || word.quoted {
            continue;
        }
        cues.flag(Cue::Said, parts.has(Part::Saying));
        let compared =
            |than: &Set<&str>| (1..10).any(|on| words.get(at + on).is_some_and(|w| than.contains(&*w.lower)));
        match signs.and_then(|signs| Some((signs, *signs.anywhere.get(lower)?))) {
            Some((signs, Cue::More)) => cues.flag(Cue::More, !compared(&signs.than)),
            Some((_, cue)) => cues.add(cue, 1.0),
            None => {}
        }
    }
}

/// Counts what the first word is a sign of.
fn opens(parts: Parts, sign: Option<Cue>, cues: &mut Cues) {
    let pronoun = [Part::Subject, Part::Demonstrative, Part::Possessive, Part::Pointer];
    let cue = match () {
        () if parts.has(Part::Personal) => Some(Cue::OpensWe),
        () if pronoun.into_iter().any(|part| parts.has(part)) && sign != Some(Cue::OpensThe) => Some(Cue::OpensPronoun),
        () => sign,
    };
    if let Some(cue) = cue {
        cues.add(cue, 1.0);
    }
}

/// Counts a pronoun; whether the word is one. `first` says that no name stands before it.
fn pronoun(at: usize, word: &Spoken<'_>, parts: Parts, first: bool, words: &[Spoken<'_>], cues: &mut Cues) -> bool {
    let free = !word.quoted;
    if parts.has(Part::Personal) {
        cues.add(if free { Cue::We } else { Cue::WeQuoted }, 1.0);
    } else if parts.has(Part::Addressed) {
        cues.flag(Cue::You, free);
    } else if parts.has(Part::Possessive) {
        cues.flag(Cue::He, free);
        cues.flag(Cue::HeFirst, free && first);
    } else if parts.has(Part::Demonstrative) {
        let timely = words.iter().skip(at + 1).take(2).any(|word| word.lower.len() > 2 && is_time(word));
        cues.flag(Cue::This, free && !timely);
    } else if parts.has(Part::Subject) && !parts.has(Part::BeforeVerb) {
        cues.flag(Cue::They, free);
        cues.flag(Cue::TheyEarly, free && (at < 4 || first));
    } else {
        return false;
    }
    true
}

fn is_time(word: &Spoken<'_>) -> bool {
    const TIMES: &[&str] = &[
        "año",
        "semana",
        "mes",
        "ano",
        "mês",
        "anno",
        "settimana",
        "mese",
        "année",
        "semaine",
        "mois",
        "jaar",
        "week",
        "maand",
        "год",
        "году",
        "неделе",
        "месяце",
        "roku",
        "tygodniu",
        "miesiącu",
        "år",
        "vecka",
        "uke",
        "matin",
        "mañana",
    ];
    TIMES.contains(&&*word.lower)
}

/// 'The first', 'the last', 'the only', in several languages.
pub(super) fn is_first_of_many(word: &str) -> bool {
    const FIRST: &[&str] = &[
        "primer",
        "primera",
        "primero",
        "primeros",
        "último",
        "última",
        "últimos",
        "segundo",
        "segunda",
        "único",
        "única",
        "primeiro",
        "primeira",
        "primo",
        "prima",
        "ultimo",
        "ultima",
        "premier",
        "première",
        "premiers",
        "dernier",
        "dernière",
        "derniers",
        "seul",
        "seule",
        "second",
        "seconde",
        "unico",
        "unica",
        "mayor",
        "maior",
        "maggiore",
        "eerste",
        "laatste",
        "tweede",
        "enige",
        "första",
        "sista",
        "första",
        "første",
        "siste",
    ];
    FIRST.contains(&word)
}
