//! Which way a German claim leans, to a judgement or to a fact: words that value, opine, guess or stress, and the mood of
//! its verbs. Refuses other languages. No word decides by itself; the weights are fitted.

use std::sync::LazyLock;

use crate::analysis::kind::place::{is_predicate, is_subordinate};
use crate::analysis::lexicon::{Phrases, Words, table};
use crate::analysis::wording::Wording;
use crate::text::lookup::Map;

/// What a word is a shade of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shade {
    /// It values of itself: 'katastrophal', 'großartig'.
    Value,
    /// It values where it is what the sentence says of something: 'wichtig', 'gut'.
    Weight,
    /// A noun that is a verdict: 'Fehler', 'Vorteil'.
    Verdict,
    /// Somebody opines: 'kritisiert', 'vermutet'.
    Opinion,
    /// Somebody may be opining: 'sieht', 'nennt', 'Experte'.
    View,
    /// What something means, or does to others: 'gefährdet', 'lohnt'.
    Effect,
    /// The speaker's stance: 'durchaus', 'jedenfalls'.
    Stance,
    /// How much: 'besonders', 'deutlich'.
    Degree,
    /// It guesses: 'könnte', 'vielleicht'.
    Guess,
    /// Speaker, reader, anybody: 'wir', 'man'.
    Person,
}

/// How many shades there are.
const SHADES: usize = 10;

/// Stems, to which an ending of [`ENDINGS`] may be added, and their shade.
const STEMS: &[(Shade, &str)] = &[
    (
        Shade::Value,
        "großartig grandios hervorragend ausgezeichnet wunderbar wunderschön eindrucksvoll beeindruckend misslungen \
         vielversprechend überzeugend faszinierend bemerkenswert herausragend beachtlich vernünftig sinnvoll \
         vorbildlich einzigartig außergewöhnlich außerordentlich sensationell spektakulär atemberaubend traumhaft \
         köstlich genial brillant souverän wegweisend bahnbrechend erfreulich lohnend lohnenswert sehenswert lesenswert \
         empfehlenswert reizvoll unvergesslich unverwechselbar meisterhaft überragend imposant prächtig \
         furchtbar schrecklich entsetzlich katastrophal verheerend desaströs fatal bedenklich besorgniserregend \
         alarmierend beunruhigend problematisch heikel heikl brisant fragwürdig zweifelhaft dubios unfair ungerecht \
         unverantwortlich verantwortungslos rücksichtslos skrupellos zynisch perfide menschenverachtend empörend \
         skandalös beschämend peinlich lächerlich absurd grotesk bizarr seltsam merkwürdig eigenartig rätselhaft \
         enttäuschend ernüchternd frustrierend traurig tragisch dramatisch drastisch düster mangelhaft \
         unzureichend ungenügend dürftig miserabel kläglich armselig erbärmlich dilettantisch halbherzig überfordert \
         überfällig überflüssig unnötig sinnlos nutzlos wertlos wirkungslos ineffektiv ineffizient unrealistisch \
         illusorisch naiv töricht leichtsinnig fahrlässig voreilig übertrieben überzogen unverhältnismäßig \
         unangemessen unangebracht inakzeptabel unannehmbar untragbar unhaltbar unverständlich unbegreiflich \
         unerträglich unzumutbar unwürdig undenkbar unwahrscheinlich fraglich offensichtlich unbestritten unstrittig \
         offenkundig unverzichtbar unerlässlich unausweichlich unvermeidlich unumgänglich nachvollziehbar plausibel \
         bezeichnend symbolträchtig überraschend erstaunlich verblüffend verwunderlich unglaublich unfassbar enorm \
         gewaltig immens gravierend beträchtlich beispiellos einmalig mühsam anstrengend belastend nervig lästig \
         langweilig banal trivial kostspielig undurchsichtig intransparent widersprüchlich paradox ironisch heuchlerisch \
         verlogen unehrlich unglaubwürdig glaubwürdig arrogant populistisch reißerisch demütigend erniedrigend \
         undemokratisch angeschlagen zerstritten ungebrochen ungebremst chancenlos hilflos machtlos ratlos längst \
         bemerkbar komfortabel stilprägend zeitlos mustergültig hochkarätig tadellos makellos lebenswert liebenswert \
         verlockend unterhaltsam vermeintlich sogenannt offensichtlich fadenscheinig haarsträubend hanebüchen \
         kurzsichtig realitätsfern weltfremd praxisfern zukunftsweisend richtungsweisend zeitgemäß überholt",
    ),
    (
        Shade::Weight,
        "gut besser best schlecht schlimm schön stark stärk stärkst schwach schwäch wichtig wichtiger wichtigst \
         entscheidend zentral wesentlich bedeutsam bedeutend notwendig nötig dringend zwingend legitim berechtigt \
         verständlich logisch konsequent typisch normal natürlich selbstverständlich ungewöhnlich gefährlich riskant \
         schädlich schwierig kompliziert komplex umstritten falsch richtig verkehrt rechtswidrig illegitim möglich \
         unmöglich schwer leicht einfach simpel hart scharf zäh teuer billig günstig groß größt klein hoch gering niedrig \
         erfolgreich gelungen perfekt ideal stolz praktisch nützlich hilfreich wertvoll wirksam effizient effektiv klug \
         mutig charmant sympathisch elegant attraktiv beliebt bequem angenehm zuverlässig verlässlich stabil robust \
         solide sicher unsicher fair gerecht ehrlich verdient qualifiziert kompetent erfahren modern innovativ positiv \
         negativ optimistisch pessimistisch zuversichtlich hoffnungsvoll glücklich klar unklar eindeutig deutlich \
         gespannt spannend interessant historisch symbolisch radikal extrem massiv riesig gleich ähnlich vergleichbar anders \
         geeignet ungeeignet bewusst nachhaltig verantwortlich schuld wahr wert würdig zufrieden unzufrieden begehrt \
         legendär berühmt eng offen knapp spät früh zahlreich selten häufig voll leer alt neu jung gespalten isoliert",
    ),
    (
        Shade::Verdict,
        "fehler irrtum versäumnis versagen scheitern skandal katastrophe desaster debakel fiasko blamage rückschlag \
         tiefpunkt sackgasse teufelskreis albtraum alptraum tragödie farce schande armutszeugnis zumutung unding unsinn \
         quatsch blödsinn lüge heuchelei hetze willkür missstand problem risiko risiken gefahr bedrohung herausforderung \
         hürde hindernis bürde dilemma zwickmühle schwäche nachteil makel manko defizit mangel verantwortung beweis beleg \
         zeichen signal hinweis indiz anzeichen symptom symbol inbegriff sinnbild lehre mahnung weckruf wendepunkt zäsur \
         zeitenwende meisterleistung zweifel sorge ungewissheit unsicherheit wunder zufall rätsel mythos klischee illusion \
         trugschluss bedeutung stellenwert wahrheit wirklichkeit realität erfolg chance vorteil stärke glücksfall \
         meilenstein vorbild höhepunkt meisterwerk segen durchbruch triumph potenzial potential schatz niveau einfluss \
         druck konsequenz kern tummelplatz spielball feigenblatt paukenschlag eckpfeiler rückgrat motor schlüssel",
    ),
    (
        Shade::Opinion,
        "glaub kritisier rüg bemängel monier beklag beanstand tadel verurteil geißel lob würdig rühm bedauer bezweifel \
         misstrau vermut mutmaß befürcht fürcht hoff argumentier beharr unterstell verharmlos spott höhn attestier \
         bescheinig resümier bilanzier plädier wähn meint empfind empfand überzeug spekulier attackier ansicht auffassung \
         überzeugung einschätzung sicht vorwurf vorwürfe kritik bewert beurteil interpretier schätz unverständnis \
         empör entrüst entsetz schwärm begeister enttäusch bekräftig mokier schimpf wetter prangert anprangert \
         fehleinschätzung rechtfertig verteidig vorwerf vorgeworf vorwirf wirft werfen bedenken",
    ),
    (
        Shade::View,
        "find denk halt hält hielt versteh deut wirf warf unterstreich beton bezeichn nannt nenn konstatier urteil \
         schlussfolger sieh sehen sah sprach spricht stuf eindruck standpunkt fazit kritiker expert fachleute beobachter \
         analyst erklär erwart ahn rechn begründ äußer behaupt mahn",
    ),
    (
        Shade::Effect,
        "bedeut verdeutlich beweis belegt symbolisier verkörper taug gefährd untergrab untergräb verschärf mangel droh \
         verfehl überforder überrasch beeindruck glänz besticht profitier lohn gelohnt scheiter versag befeuer schür \
         polarisier provozier instrumentalisier erschwer verdient versprech versprich bereicher beflügel beschädig \
         belast entlarv ignorier verspiel verschleier verdräng verschlaf versäum missbrauch missacht blamier \
         verunsicher spalt entzwei punkt passt fehlt fehlen",
    ),
];

/// Words in lower case that are as they stand, parted by commas, and their shade.
const WORDS: &[(Shade, &str)] = &[
    (
        Shade::Stance,
        "durchaus, eher, sogar, gar, eben, ja, schließlich, freilich, immerhin, doch, ohnehin, wirklich, tatsächlich, \
         geradezu, regelrecht, wahrlich, gewiss, sicherlich, natürlich, selbstverständlich, zweifellos, bekanntlich, \
         jedenfalls, ohne frage, ohne zweifel, mehr denn je, im grunde, im prinzip, letztlich, letzten endes, überhaupt, \
         endlich, leider, ausgerechnet, schlicht, schlichtweg, kurzum, bloß, mehr als nur, zumindest, wenigstens, \
         eigentlich, offensichtlich, scheinbar, angeblich, nun mal, halt, irgendwie, somit, \
         grundsätzlich, generell, insgesamt, in der regel, heutzutage, so etwas, nicht zuletzt, vor allem, umso, desto, \
         trotzdem, dennoch, gleichwohl, allerdings, jedoch",
    ),
    (
        Shade::Degree,
        "sehr, besonders, deutlich, ziemlich, recht, äußerst, höchst, überaus, absolut, völlig, vollkommen, komplett, \
         total, ganz, viel zu, allzu, zu sehr, immer mehr, immer wieder, nahezu, weit, viel, mehr, weniger, so, noch, \
         längst, erheblich, wesentlich, zunehmend, stark, am meisten, am besten, am stärksten, nur, bloss, extrem",
    ),
    (
        Shade::Guess,
        "vielleicht, womöglich, möglicherweise, vermutlich, wahrscheinlich, wohl, könnte, könnten, dürfte, dürften, \
         mag, mögen, davon aus, dürfe, offenbar, anscheinend, scheint, scheinen, gewissermaßen, quasi, sozusagen",
    ),
    (
        Shade::Person,
        "ich, wir, uns, unser, unsere, unserer, unserem, unseren, mich, mir, mein, meine, meiner, man, du, euch",
    ),
];

/// What is added to a stem, the longest first.
const ENDINGS: &[&str] = &[
    "eten", "sten", "stes", "ster", "eres", "eren", "erer", "ete", "ste", "ten", "ere", "end", "en", "em", "er", "es",
    "et", "st", "te", "e", "n", "s", "t",
];

static STEMMED: LazyLock<Map<&'static str, Shade>> = LazyLock::new(|| {
    STEMS.iter().flat_map(|&(shade, words)| words.split_whitespace().map(move |word| (word, shade))).collect()
});
static SHADED: LazyLock<Phrases<Shade>> = LazyLock::new(|| {
    let of = |&(shade, words): &(Shade, &'static str)| words.split(", ").map(move |word| (word, shade));
    Phrases::of(WORDS.iter().flat_map(of))
});

/// How many measures there are.
pub(in crate::analysis::kind) const MEASURES: usize = 19;

/// The measures of a claim, in the order of the weights. `ruled`: a cue of a judgement holds in it.
pub(in crate::analysis::kind) fn measures(wording: &Wording<'_>, ruled: bool) -> [f32; MEASURES] {
    let words = wording.lower();
    let mut sums = [0.0_f32; SHADES];
    let mut predicated = false;
    let stemmed = (0..wording.len()).filter_map(|at| shade_of(wording, at).map(|shade| (at, shade)));
    for (at, shade) in SHADED.placed(&words).chain(stemmed) {
        if let Some(sum) = sums.get_mut(shade as usize) {
            let whole = matches!(shade, Shade::Stance | Shade::Degree | Shade::Guess | Shade::Person);
            *sum += if whole || !is_subordinate(wording, at) { 1.0 } else { 0.5 };
        }
        predicated |= matches!(shade, Shade::Value | Shade::Weight | Shade::Verdict) && is_predicate(wording, at);
    }
    let [value, weight, verdict, opinion, view, effect, stance, degree, guess, person] = sums;
    let flag = |so: bool| f32::from(u8::from(so));
    let any = |is: fn(&str) -> bool| flag(words.iter().any(|word| is(word)));
    let open = |word: &&str| matches!(*word, "das" | "es" | "dass" | "wer" | "was" | "wenn" | "so");
    [
        flag(ruled),
        value.min(2.0),
        weight.min(2.0),
        verdict.min(2.0),
        flag(predicated),
        opinion.min(2.0),
        view.min(2.0),
        effect.min(2.0),
        stance.min(2.0),
        degree.min(2.0),
        guess.min(1.0),
        person.min(2.0),
        any(is_passive),
        any(is_reported),
        flag((0..wording.len()).any(|at| closes_reported(wording, at))),
        super::numbers(wording).min(3.0),
        any(is_credit),
        any(is_speech),
        flag(words.first().is_some_and(open)),
    ]
}

/// The shade of a word, by its stem. What has a capital within the sentence is a noun.
fn shade_of(wording: &Wording<'_>, at: usize) -> Option<Shade> {
    let word = wording.word(at);
    let stems = ENDINGS.iter().filter_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 2);
    let shade = std::iter::once(word).chain(stems).find_map(|stem| STEMMED.get(stem)).copied()?;
    let noun = matches!(shade, Shade::Verdict | Shade::Opinion | Shade::View);
    (noun || at == 0 || !wording.is_capital(at)).then_some(shade)
}

/// 'Wurde eröffnet', 'ist eröffnet worden': what was done.
fn is_passive(word: &str) -> bool {
    matches!(word, "wurde" | "wurden" | "worden")
}

/// 'Die Mole sei sicher': as somebody said.
fn is_reported(word: &str) -> bool {
    static REPORTED: Words = LazyLock::new(|| {
        table(
            "sei seien habe werde könne müsse solle dürfe wolle gebe komme gehe stehe bleibe brauche mache lasse gelte",
        )
    });
    REPORTED.contains(word)
}

/// 'Dass die Stadt das Licht nutze': the same, by the form of a verb that ends its clause.
fn closes_reported(wording: &Wording<'_>, at: usize) -> bool {
    const OTHER: &[&str] = &[
        "heute", "gerade", "ohne", "lange", "gerne", "beide", "viele", "andere", "einige", "keine", "hause", "mitte",
        "ende",
    ];
    let word = wording.word(at);
    let verb = word.len() > 4 && word.ends_with('e') && !word.ends_with("te") && !OTHER.contains(&word);
    verb && !wording.is_capital(at) && (at + 1 == wording.len() || wording.parted(at + 1))
}

/// 'Laut', 'nach Angaben', 'teilte mit': somebody is credited with news.
fn is_credit(word: &str) -> bool {
    static CREDITS: Words = LazyLock::new(|| {
        table(
            "laut zufolge angaben teilte teilten mitteilte mitteilt berichtet berichtete bestätigte bestätigt bericht \
             berichten sprecher sprecherin polizei",
        )
    });
    CREDITS.contains(word)
}

/// 'Sagte', 'heißt es': somebody speaks.
fn is_speech(word: &str) -> bool {
    static SPEECH: Words = LazyLock::new(|| {
        table(
            "sagte sagt sagten sagen betonte betont äußerte äußerten erklärte erklärt meinte hieß heißt findet schreibt \
             schrieb",
        )
    });
    SPEECH.contains(word)
}

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind_of;

    #[test]
    fn a_german_claim_is_a_judgement_without_a_verb_of_opinion() {
        for (claim, kind) in [
            ("Der neue Leuchtturm bereichert die Stadt und macht den Hafen erst richtig lebenswert.", "judgement"),
            ("Die Lotsen sehen das Versagen der Stadt als Skandal.", "judgement"),
            ("So ein Hafen gefährdet uns alle.", "judgement"),
            ("Das Licht ist für die Boote durchaus wichtig.", "judgement"),
            ("Die Fähre wurde am Montag in Kerrick gründlich repariert.", "fact"),
            ("Die Lotsen wurden am Montag in Kerrick von der Polizei verhört.", "fact"),
            ("Die Mole liegt im Süden von Kerrick.", "fact"),
            // A name, and no praise.
            ("Die Reederei Stark liegt im Süden von Kerrick.", "fact"),
        ] {
            assert_eq!(kind_of(claim, Some("de")).name(), kind, "{claim}");
        }
        assert_eq!(kind_of("So ein Hafen gefährdet uns alle.", Some("nl")).name(), "fact");
    }
}
