//! The cues of a kind: words and phrases, of several languages, with what must be around them. Refuses to weigh one cue
//! with another: the first row that holds tells.

use std::sync::LazyLock;

use super::german::{is_urgent, looks_ahead};
use super::place::{
    bids, is_ability, is_by_the_way, is_coming, is_due, is_inverted, is_of_predicate, is_predicate, is_present,
    is_rule, is_subordinate, is_title, is_told_of, is_verb,
};
use crate::analysis::lexicon::Phrases;
use crate::analysis::wording::Wording;
use crate::brief::ClaimKind;

/// What must be around a cue for it to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// Nothing.
    Alone,
    /// No article, possessive or adjective before it: 'the need to', 'his will'.
    Verb,
    /// As for a verb; and no inverted condition ('should the weather'), no duty by law or habit.
    Duty,
    /// As for a verb, and not of what somebody was able to do: 'could not', 'could see'.
    Ability,
    /// A form of 'be' at most two words before it, in the present: 'is expected to'.
    Present,
    /// An infinitive soon behind it: 'advised drivers to'.
    Bid,
    /// An infinitive right behind it, and no aim before it: 'are to meet', not 'our aims are to'.
    Due,
    /// A form of 'be' or 'seem' at most four words before it: 'was a great success'.
    Predicate,
    /// No verb in the past near it: 'opens later this summer'.
    Coming,
    /// An infinitive at the end, or a time that lies ahead: 'wird … sinken', not 'wird … gewählt'.
    Infinitive,
    /// A word of haste in its clause: 'muss endlich handeln', not 'muss aussetzen'.
    Urgent,
}

/// Cues of one language, parted by commas, and what they are cues of. Cues of English are cues in a text of any.
struct Cues {
    kind: ClaimKind,
    sign: Sign,
    language: &'static str,
    words: &'static str,
}

const fn cues(kind: ClaimKind, sign: Sign, language: &'static str, words: &'static str) -> Cues {
    Cues { kind, sign, language, words }
}

/// In the order in which they are tried.
const CUES: &[Cues] = &[
    // What looks like a recommendation and is none.
    cues(ClaimKind::Judgement, Sign::Alone, "en", "no reason why, no reason anyone, no reason to, no reason for"),
    cues(
        ClaimKind::Forecast,
        Sign::Verb,
        "en",
        "should be able, should be available, should be ready, should begin, should arrive, should come",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Verb,
        "en",
        "should have, must have been, must be the, should prove, should help, as it should, would recommend",
    ),
    cues(ClaimKind::Recommendation, Sign::Duty, "en", "should, must, ought"),
    cues(
        ClaimKind::Recommendation,
        Sign::Verb,
        "en",
        "recommend, recommends, recommended, urge, urges, urged, needs to, need to, calls for, called for, asked for, \
         been calling for, are calling for, call on, called on, pleaded for, pleads for, advocate for, advocates for",
    ),
    cues(
        ClaimKind::Recommendation,
        Sign::Alone,
        "en",
        "it is time to, it's time to, it is time for, it's time for, it is imperative to, it's imperative to, \
         tells people to, tell people to, tells citizens to",
    ),
    cues(
        ClaimKind::Recommendation,
        Sign::Bid,
        "en",
        "advise, advises, advised, beg, begs, begged, implore, implores, implored",
    ),
    cues(ClaimKind::Recommendation, Sign::Duty, "de", "sollte, sollten, solltet, solltest, solle, müsse"),
    cues(ClaimKind::Recommendation, Sign::Verb, "de", "fordert, fordern, forderte, forderten, empfiehlt, empfehlen"),
    cues(
        ClaimKind::Recommendation,
        Sign::Alone,
        "de",
        "am besten sollte, es empfiehlt sich, ist ratsam, ist zu empfehlen, rät dazu, raten dazu, rät zu, raten zu, \
         drängt auf, drängen auf, drängten auf, pocht auf, pochen auf, appelliert, appellieren, appellierte, \
         appellierten, plädiert, plädieren, plädierte, plädierten, empfahl, empfahlen, verlangt dass, verlangen dass, \
         verlangte dass, verlangten dass, ruft dazu auf, rufen dazu auf, spricht sich für, \
         sprechen sich für, sprach sich für, sprachen sich für, regt an, regen an, wir brauchen, brauchen wir, wir \
         müssen, müssen wir, gefordert dass",
    ),
    cues(ClaimKind::Recommendation, Sign::Urgent, "de", "muss, müssen, müsse"),
    cues(ClaimKind::Recommendation, Sign::Verb, "fr", "doit, doivent, il faut, recommande, recommandent"),
    cues(ClaimKind::Recommendation, Sign::Verb, "es", "debe, deben, debería, deberían, hay que"),
    cues(ClaimKind::Recommendation, Sign::Verb, "it", "deve, devono, bisogna"),
    cues(ClaimKind::Recommendation, Sign::Alone, "pt", "é preciso, é necessário, recomenda, recomendam"),
    cues(
        ClaimKind::Recommendation,
        Sign::Alone,
        "ru",
        "следует, необходимо, призвал, призвала, призвали, рекомендует, рекомендуют",
    ),
    cues(ClaimKind::Recommendation, Sign::Alone, "uk", "слід, необхідно, закликав, закликала, закликали, рекомендує"),
    cues(
        ClaimKind::Recommendation,
        Sign::Alone,
        "pl",
        "należy, trzeba, powinien, powinna, powinni, powinny, powinno, apeluje",
    ),
    cues(ClaimKind::Recommendation, Sign::Alone, "sv", "bör, uppmanar, rekommenderar"),
    cues(ClaimKind::Recommendation, Sign::Alone, "no", "bør, oppfordrer, anbefaler"),
    cues(ClaimKind::Recommendation, Sign::Alone, "da", "bør, opfordrer, anbefaler"),
    cues(
        ClaimKind::Forecast,
        Sign::Verb,
        "en",
        "will, won't, they'll, it'll, there'll, he'll, she'll, forecasts, forecast, predict, predicts, predicted, plans to, plan to, planning to, aims to, \
         intends to, hopes to, anticipates, anticipate, expects, expect",
    ),
    cues(ClaimKind::Forecast, Sign::Due, "en", "are to"),
    cues(
        ClaimKind::Forecast,
        Sign::Coming,
        "en",
        "next week, next month, next year, next summer, next spring, later this week, later this month, later this year, \
         later this summer, later this fall, later this spring",
    ),
    cues(
        ClaimKind::Forecast,
        Sign::Present,
        "en",
        "expected, expected to, likely to, likely that, set to, scheduled to, scheduled for, going to, about to, slated to, due to begin, \
         due to start, due to open, due to end, due to close, due to meet, due to return, due to arrive, to be",
    ),
    cues(ClaimKind::Forecast, Sign::Infinitive, "de", "wird, werden, werde, soll, sollen, will, wollen"),
    cues(
        ClaimKind::Forecast,
        Sign::Alone,
        "de",
        "voraussichtlich, plant, planen, wieder erwartet, werden erwartet, wird erwartet, rechnet damit, rechnen damit, \
         rechnet mit, rechnen mit, erwartet dass, erwarten dass, demnächst, in kürze, prognostiziert, prognostizieren, prognostizierte",
    ),
    cues(ClaimKind::Forecast, Sign::Alone, "fr", "sera, seront, aura, auront, fera, feront, pourra, pourront"),
    cues(ClaimKind::Forecast, Sign::Alone, "es", "será, serán, tendrá, tendrán, habrá, podrá, podrán, va a, van a"),
    cues(ClaimKind::Forecast, Sign::Alone, "it", "sarà, saranno, avrà, avranno, farà, potrà, potranno"),
    cues(ClaimKind::Forecast, Sign::Alone, "pt", "será, serão, terá, terão, haverá, poderá, poderão, vai ser, vão ser"),
    cues(
        ClaimKind::Forecast,
        Sign::Alone,
        "ru",
        "будет, будут, планирует, планируют, намерен, намерена, намерены, ожидается, предстоит",
    ),
    cues(ClaimKind::Forecast, Sign::Alone, "uk", "буде, будуть, планує, планують, очікується"),
    cues(ClaimKind::Forecast, Sign::Alone, "pl", "będzie, będą, planuje, planują, zamierza, zamierzają"),
    cues(ClaimKind::Forecast, Sign::Alone, "cs", "bude, budou, plánuje, plánují, očekává se"),
    cues(ClaimKind::Forecast, Sign::Alone, "sv", "kommer att, väntas, beräknas, planerar att"),
    cues(ClaimKind::Forecast, Sign::Alone, "no", "vil bli, kommer til å, ventes å, planlegger å"),
    cues(ClaimKind::Forecast, Sign::Alone, "da", "vil blive, forventes, ventes at, planlægger at"),
    cues(ClaimKind::Forecast, Sign::Alone, "nl", "zal, zullen, is van plan"),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "en",
        "seems, seem, seemed to, apparently, clearly, obviously, perhaps, probably, unlikely, unfortunately, surely, undermine, \
         undermined, undermines, lacks, appears to, appear to, it appears, the best way, no right, in my view, no doubt, is no, are no, was no, looks like, look like, is like, are like, a lot like",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Verb,
        "en",
        "believe, believes, think, thinks, feel, feels, argue, argues, argued, arguing, contend, contends, contended, might, may",
    ),
    cues(ClaimKind::Judgement, Sign::Ability, "en", "could"),
    cues(ClaimKind::Judgement, Sign::Ability, "de", "könne"),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "en",
        "worst, terrible, horrible, awful, crucial, vital, essential, critical, disaster, disastrous, catastrophe, \
         catastrophic, success, successful, failure, important, unfair, unjust, wrong, ineffective, effective, humiliating, \
         humiliation, impossible, difficult, dangerous, remarkable, impressive, inevitable, weak, brilliant, flawed, fine, \
         stylish, boggling, mindboggling, absurd, ridiculous, unacceptable, outrageous, shameful, disgraceful, disgrace, \
         tragic, alarming, worrying, astonishing, extraordinary, excellent, superb, stunning, perfect, ideal, useless, \
         pointless, unwise, reckless, irresponsible, unreasonable, unnecessary, not enough, too much, \
         too many, too little, too late, one of the most, one of the best, one of the worst, a mistake, misleading, \
         surprising, shocking, appalling, hypocritical, cowardly, better off, testimony, testament, symptom",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "de",
        "wichtig, falsch, gefährlich, schwierig, unmöglich, erfolgreich, entscheidend, bedenklich, problematisch, \
         katastrophal, unfair, unverantwortlich, absurd, skandal, katastrophe, fehler, erfolg, inakzeptabel, ernüchternd, \
         heikel, spannend, schlecht, besser, schlimm, riskant, notwendig, nötig, dringend, fatal, überfällig, unzureichend, \
         mangelhaft, überzeugend, anstrengend, belastend, verheerend, unklug, klug, gut, nichts neues, ein problem, eine \
         chance, eine gefahr, eine bedrohung, größte bedrohung, ein rückschlag, ein meilenstein, ein zeichen, ein signal, \
         klarer hinweis, deutliches zeichen, klares zeichen, ein beleg, \
         eine herausforderung, ein armutszeugnis, ein risiko, zu spät, zu wenig, zu viel, kein zufall, kein wunder, \
         ideal, optimal, perfekt, wichtiger, schlimmer, praktisch, stylish, wunderschön, toll, spannender",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "de",
        "leider, zweifellos, könnte, könnten, dürfte, dürften, scheint, scheinen, offenbar, möglicherweise, \
         womöglich, vermutlich, wohl, wahrscheinlich, kritisiert, kritisierte, kritisieren, kritisierten, beeindruckend, \
         verwunderlich, bemerkenswert, enttäuschend, erstaunlich, sinnvoll, fragwürdig, unverständlich, peinlich, \
         hervorragend, großartig, besorgniserregend, skandalös, hoch angesehen, so etwas wie, spannendste, gelohnt, \
         liegt die annahme nahe, ernüchternde, meint, meinen, meinte, argumentiert, argumentieren, argumentierte, \
         glaubt, glauben, befürchtet, befürchten, fürchtet, hält für, ironischerweise, bedauerlicherweise, \
         glücklicherweise, erfreulicherweise, überraschenderweise, äußerst, geradezu, viel zu, ausgerechnet, nur schwer, \
         hat belastet, belastet hat, drastisch, alarmierend, wegweisend, krassen, heikle, heiklen, \
         keineswegs, im grunde, letztlich, geht davon aus, gehen davon aus, kein wunder, nicht zu akzeptieren, verquer, \
         ende einer ära, anfang vom ende, nach ansicht, nach meinung, nach auffassung, nach überzeugung, aus sicht, \
         aus der sicht, aus meiner sicht, unglaublich, grandios, grandiose, exzellent, einzigartig, einzigartige, faszinierend, \
         wunderbar, wunderschön, traumhaft, toll, tolle, wirklich spitze, kampfansage, lächerlich, großtuerei, eindrucksvoll, \
         überwältigend, gelungen, misslungen, genau das richtige, nicht so einfach, kaum zu glauben, unverzichtbar, \
         unerlässlich, robusten eindruck, guten eindruck, schlechten eindruck, \
         enorme vorteile, enormes potenzial, enormes potential, großes potenzial, großes potential, hohen mehrwert, \
         positives signal, falsches signal, perfide, zynisch, armselig, fatale, skrupellos",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "fr",
        "important, importante, essentiel, essentielle, difficile, impossible, dangereux, dangereuse, faux, injuste, \
         erreur, échec, succès, inquiétant, inquiétante, catastrophe, inacceptable, scandale",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "fr",
        "malheureusement, sans doute, semble, semblent, pourrait, pourraient, peut être, probablement, estime, estiment, \
         déplore, déplorent, dénonce, dénoncent, dénoncé, regrette, regrettent, à mon avis, remarquable, formidable, \
         incontournable, indéniable, hélas, paradoxalement, trop peu",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "es",
        "importante, difícil, imposible, peligroso, peligrosa, fundamental, error, injusto, injusta, fracaso, éxito, \
         inaceptable, grave",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "es",
        "quizás, quizá, tal vez, probablemente, parece, parecen, podría, podrían, lamentablemente, afortunadamente, \
         considera, consideran, consideró, cree, creen, opina, opinan, lamentó, criticó, sin duda, sin dudas, \
         impresionante, extraordinario, extraordinaria, excelente, maravilloso, maravillosa, magnífico, magnífica",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "it",
        "importante, difficile, impossibile, pericoloso, pericolosa, fondamentale, errore, ingiusto, ingiusta, \
         fallimento, successo, inaccettabile, grave",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "it",
        "forse, probabilmente, sembra, sembrano, potrebbe, potrebbero, purtroppo, secondo me, ritiene, ritengono, crede, \
         credono, straordinario, straordinaria, eccezionale, splendido, splendida, meraviglioso, meravigliosa, senza \
         dubbio, indubbiamente, magnifico, magnifica",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "pt",
        "poderia, poderiam, parece, parecem, talvez, provavelmente, infelizmente, felizmente, acredita, acreditam, \
         considera, consideram, considerou, criticou, lamentou, sem dúvida, excelente, extraordinário, extraordinária, \
         impressionante, maravilhoso, maravilhosa, magnífico, magnífica",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "pt",
        "importante, difícil, impossível, perigoso, perigosa, fundamental, essencial, erro, injusto, injusta, fracasso, \
         sucesso, inaceitável, grave, necessário, necessária",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "nl",
        "misschien, waarschijnlijk, lijkt, lijken, zou kunnen, zouden kunnen, helaas, gelukkig, vindt, denkt, denken, \
         gelooft, meent, ongetwijfeld, prachtig, prachtige, geweldig, geweldige, uitstekend, uitstekende, indrukwekkend, \
         indrukwekkende, volgens critici",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "nl",
        "belangrijk, belangrijker, moeilijk, onmogelijk, gevaarlijk, slecht, mislukking, succes, onaanvaardbaar, ernstig, \
         noodzakelijk, te laat, te weinig, te veel",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "sv",
        "kanske, sannolikt, troligen, verkar, tycks, tyvärr, dessvärre, anser, tycker, tror, kritiserar, kritiserade, \
         fantastisk, fantastiskt, utmärkt, imponerande, oacceptabelt, utan tvekan",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "sv",
        "viktigt, viktig, svårt, omöjligt, farligt, bra, dåligt, framgång, misslyckande, nödvändigt, för sent, för lite",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "pl",
        "prawdopodobnie, być może, wydaje się, niestety, na szczęście, uważa, uważają, sądzi, sądzą, krytykuje, \
         skrytykował, skrytykowała, skrytykowali, zdaniem, bez wątpienia, niewątpliwie, znakomity, znakomita, wspaniały, \
         wspaniała",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "ru",
        "возможно, вероятно, кажется, похоже, к сожалению, к счастью, считает, считают, полагает, полагают, по мнению, \
         раскритиковал, раскритиковала, раскритиковали, критикует, может быть, пожалуй, безусловно, несомненно, невозможно",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "uk",
        "можливо, ймовірно, здається, на жаль, на щастя, вважає, вважають, на думку, розкритикував, розкритикувала, \
         розкритикували, безперечно, неможливо",
    ),
];

/// The words and phrases of [`CUES`], each with the place of its row there.
static CUED: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    let of = |(at, cues): (usize, &'static Cues)| cues.words.split(", ").map(move |cue| (cue, at));
    Phrases::of(CUES.iter().enumerate().flat_map(of))
});

/// What the first row of [`CUES`] is a sign of that has a cue in a sentence.
pub(super) fn first_cue(wording: &Wording<'_>) -> Option<ClaimKind> {
    let words = wording.lower();
    let language = wording.language().unwrap_or("en");
    let holds = |&(at, row): &(usize, usize)| {
        let Some(cues) = CUES.get(row) else { return false };
        // 'Will', 'plant' and the like are other words in German.
        let known = cues.language == language || cues.language == "en" && language != "de";
        known && cues.holds(wording, at)
    };
    let row = CUED.placed(&words).filter(holds).map(|(_, row)| row).min()?;
    CUES.get(row).map(|cues| cues.kind)
}

impl Cues {
    /// Whether a word or phrase of these, at a place, is a cue there.
    fn holds(&self, wording: &Wording<'_>, at: usize) -> bool {
        if self.language == "en" && is_title(wording, at) || is_subordinate(wording, at) {
            return false;
        }
        if self.kind != ClaimKind::Judgement && wording.quotation(at).is_some_and(|words| words <= TITLE_WORDS) {
            return false;
        }
        if self.kind != ClaimKind::Judgement && is_by_the_way(wording, at, self.kind == ClaimKind::Forecast) {
            return false;
        }
        if self.kind == ClaimKind::Recommendation && is_told_of(wording, at) {
            return false;
        }
        // 'There is no rule' tells what is.
        if wording.word(at + 1) == "no" && matches!(wording.before(at, 1), "there" | "there's") {
            return false;
        }
        if self.kind == ClaimKind::Forecast && wording.word(at) == "will" && is_of_predicate(wording, at) {
            return false;
        }
        match self.sign {
            Sign::Alone => true,
            Sign::Verb => is_verb(wording, at),
            Sign::Duty => is_verb(wording, at) && !is_inverted(wording, at) && !is_rule(wording, at),
            Sign::Ability => is_verb(wording, at) && !is_ability(wording, at),
            Sign::Bid => is_verb(wording, at) && bids(wording, at),
            Sign::Due => is_due(wording, at),
            Sign::Present => is_present(wording, at),
            Sign::Coming => is_coming(wording, at),
            Sign::Predicate => is_predicate(wording, at),
            Sign::Infinitive => looks_ahead(wording, at),
            Sign::Urgent => is_urgent(wording, at),
        }
    }
}

/// A quotation of no more words than these is a title or a term.
pub(super) const TITLE_WORDS: usize = 5;
