//! German words by which somebody is credited: verbs of saying and what stands with them, and nouns for what is said. Refuses to
//! tell who says it.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::text::lookup::Map;

/// Verbs that say something of themselves: whoever demands, warns or blames, speaks.
const SPEAKING: &str = "kritisiert kritisierte kritisieren kritisierten fordert forderte fordern forderten verlangt \
    verlangte verlangen verlangten warnt warnte warnen warnten mahnt mahnte mahnen würdigt würdigte würdigten lobt lobte \
    lobten beklagt beklagte beklagen beklagten bezeichnet bezeichnete bezeichneten plädiert plädierte plädieren \
    prognostiziert prognostizierte prognostizieren äußert äußerte äußern äußerten äussert äusserte bedauert bedauerte \
    bemängelt bemängelte bemängeln begrüßt begrüßte begrüßen begrüßten befürchtet befürchten befürchtete empfiehlt \
    empfehlen empfahl bestreitet bestritt dementiert dementierte versichert versicherte bekräftigt bekräftigte beteuert \
    beteuerte appelliert appellierte vermutet vermuten vermutete vermuteten";

/// Verbs that say what stands in a clause beside them.
const STATING: &str = "sagt sagte sagten sagen erklärt erklärte erklärten erklären betont betonte betonten betonen meint \
    meinte meinten meinen berichtet berichtete berichteten berichten schreibt schrieb schreiben schrieben bestätigt \
    bestätigte bestätigten bestätigen ergänzt ergänzte meldet meldete meldeten melden erläutert erläuterte behauptet \
    behauptete behaupten behaupteten argumentiert argumentierte argumentieren glaubt glaubte \
    glauben hofft hoffte hoffen fürchtet fürchten erwartet erwarten erwartete schätzt schätzte schätzen urteilt urteilte \
    urteilten unterstreicht unterstrich erzählt erzählte erzählten antwortet antwortete findet resümiert resümierte \
    bilanziert bilanzierte beschreibt verkündet verkündete verspricht versprach twitterte informiert informierte begründet begründete kommentiert kommentierte \
    moniert monierte klagt klagte spottet spottete bemerkt bemerkte konstatiert konstatierte kontert konterte gesteht \
    gestand bewundert bewunderte verrät verriet schwärmt schwärmte jubelt jubelte folgert folgerte mutmaßt mutmaßte postete rügt rügte";

/// Verbs that say something with one of the words behind the colon behind them.
const PARTED: &[(&str, &str)] = &[
    ("teilt teilte teilen teilten", "mit"),
    ("kündigt kündigte kündigten kündigen", "an"),
    ("merkt merkte merken merkten", "an"),
    ("gibt gaben geben", "an bekannt zu"),
    ("weist wies weisen wiesen", "hin darauf zurück"),
    ("stellt stellte stellen stellten", "fest klar"),
    ("geht gehen ging gingen", "davon"),
    ("rechnet rechnen rechnete rechneten", "damit mit"),
    ("schließt schließen schloss schließe schliesst", "aus"),
    ("spricht sprach sprechen sprachen", "von für"),
    ("fühlt fühlen", "bestätigt"),
    ("zeigt zeigte zeigen zeigten", "überzeugt besorgt zuversichtlich enttäuscht erfreut"),
    ("räumt räumte räumen räumten", "ein"),
    ("führt führte", "aus"),
    ("hebt hob heben hoben", "hervor"),
    ("ruft rief rufen riefen", "auf zu aus"),
    ("lehnt lehnte lehnen lehnten", "ab"),
    ("rät riet", "zu ab dazu davon"),
    ("erinnert erinnerte erinnern erinnerten", "daran"),
    ("wirft warf werfen warfen", "vor"),
    ("schlägt schlug schlagen schlugen schwebt schwebte", "vor"),
    ("sieht sehen sah sahen", "Handlungsbedarf Bedarf Nachholbedarf Gefahren Risiken Chancen"),
];

/// Verbs at the end of a clause that 'wie' opens.
pub(super) static AS_SAID: Words = LazyLock::new(|| {
    table(
        "mitteilt mitteilte mitteilten mitteilen berichtet berichtete berichteten berichten sagt sagte sagten erklärt \
         erklärte erklärten erläutert erläuterte betont betonte betonten meldet meldete meldeten schreibt schrieb \
         schreiben bestätigt bestätigte ankündigt ankündigte ankündigten feststellt feststellte ausführt ausführte \
         unterstreicht erzählt erzählte meint meinte zeigt bekanntgab",
    )
});

/// Participles of saying, behind 'hat' and before what is said, in lower case.
pub(super) static SAID: Words = LazyLock::new(|| {
    table(
        "gesagt erklärt betont berichtet geschrieben bestätigt gemeldet behauptet vermutet gewarnt kritisiert gefordert \
         angekündigt mitgeteilt erfahren festgestellt herausgefunden ermittelt eingeräumt dementiert versichert gemahnt \
         vorgeschlagen moniert empfohlen errechnet verkündet bekanntgegeben",
    )
});

/// Participles by which somebody speaks who has done so of something, in lower case: 'hat das Licht begrüßt'.
pub(super) const SPOKEN_OF: &[&str] = &[
    "begrüßt",
    "kritisiert",
    "gefordert",
    "verlangt",
    "verurteilt",
    "gelobt",
    "gewürdigt",
    "beklagt",
    "bedauert",
    "bemängelt",
    "dementiert",
    "zurückgewiesen",
];

/// Words before 'Angaben' that say which of them, and not whose.
pub(super) const NOBODYS: &[&str] = &[
    "eigenen",
    "ersten",
    "bisherigen",
    "diesen",
    "seinen",
    "ihren",
    "neuen",
    "neuesten",
    "jüngsten",
    "weiteren",
    "anderen",
    "widersprüchlichen",
    "jetzigen",
    "derzeitigen",
    "aktuellen",
    "früheren",
];

/// Nouns for what somebody says or knows, after which the one follows who does, in lower case.
pub(super) static WORDS_OF: Words = LazyLock::new(|| {
    table(
        "recherche angaben angabe einschätzung einschätzungen ansicht meinung auffassung darstellung informationen information \
         aussage aussagen worten recherchen berechnungen berechnung schätzungen schätzung daten zahlen erkenntnissen \
         überzeugung bericht berichts berichtes berichten mitteilung meldung meldungen sicht statistik statistiken \
         umfrage erhebung analyse prognose studie",
    )
});

/// Nouns that 'so' and an article may name, and that speak not, in lower case.
pub(super) static NO_SPEAKERS: Words = LazyLock::new(|| {
    table(
        "plan ziel hoffnung titel idee vorwurf fazit motto these theorie kritik befürchtung name frage urteil begründung \
         argument tenor annahme wunsch gedanke kalkül vermutung verdacht devise credo appell konzept rechnung gesetz \
         verordnung vertrag vereinbarung paragraf vorschrift grundsatz angaben angabe aussage aussagen mitteilung \
         erklärung aussendung schreiben brief statement text artikel",
    )
});

/// How a verb says something.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Says {
    /// Of itself.
    Speaking,
    /// What stands beside it.
    Stating,
    /// With one of these words behind it.
    Parted(&'static str),
}

pub(super) static VERBS: LazyLock<Map<&'static str, Says>> = LazyLock::new(|| {
    let parted =
        PARTED.iter().flat_map(|(verbs, with)| verbs.split_whitespace().map(|verb| (verb, Says::Parted(with))));
    let speaking = SPEAKING.split_whitespace().map(|verb| (verb, Says::Speaking));
    speaking.chain(STATING.split_whitespace().map(|verb| (verb, Says::Stating))).chain(parted).collect()
});
