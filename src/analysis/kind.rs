//! What kind of assertion a claim is, by its surface: its words, figures and quotation marks. English cues first, a few
//! of other languages. Refuses to weigh what is meant: without a cue where the sentence's verb stands, it is a fact.

use std::sync::LazyLock;

use crate::analysis::amount::states_amount;
use crate::analysis::lexicon::{Phrases, Words, table};
use crate::analysis::rank::quoted_share;
use crate::analysis::tense::is_past;
use crate::analysis::wording::Wording;
use crate::brief::ClaimKind;
use crate::text::stem::Language;

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
    /// A form of 'be' or 'seem' at most four words before it: 'was a great success'.
    Predicate,
    /// An infinitive at the end, or a time that lies ahead: 'wird … sinken', not 'wird … gewählt'.
    Infinitive,
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
    cues(
        ClaimKind::Forecast,
        Sign::Verb,
        "en",
        "should be able, should be available, should be ready, should begin, should arrive, should come",
    ),
    cues(ClaimKind::Judgement, Sign::Verb, "en", "should have, must have been, must be the"),
    cues(ClaimKind::Recommendation, Sign::Duty, "en", "should, must, ought"),
    cues(
        ClaimKind::Recommendation,
        Sign::Verb,
        "en",
        "recommend, recommends, recommended, urge, urges, urged, needs to, need to, calls for, called for, calling for, \
         call on, called on",
    ),
    cues(ClaimKind::Recommendation, Sign::Duty, "de", "sollte, sollten"),
    cues(ClaimKind::Recommendation, Sign::Verb, "de", "fordert, fordern, forderte, forderten, empfiehlt, empfehlen"),
    cues(ClaimKind::Recommendation, Sign::Verb, "fr", "doit, doivent, il faut, recommande, recommandent"),
    cues(ClaimKind::Recommendation, Sign::Verb, "es", "debe, deben, debería, deberían, hay que"),
    cues(ClaimKind::Recommendation, Sign::Verb, "it", "deve, devono, bisogna"),
    cues(
        ClaimKind::Forecast,
        Sign::Verb,
        "en",
        "will, won't, forecasts, forecast, predict, predicts, predicted, plans to, plan to, planning to, aims to, \
         intends to, hopes to",
    ),
    cues(
        ClaimKind::Forecast,
        Sign::Present,
        "en",
        "expected, expected to, likely to, likely that, set to, scheduled to, scheduled for, going to, about to, due to begin, \
         due to start, due to open, due to end, due to close, due to meet, due to return, due to arrive, to be",
    ),
    cues(ClaimKind::Forecast, Sign::Infinitive, "de", "wird, werden, soll, sollen"),
    cues(ClaimKind::Forecast, Sign::Alone, "de", "voraussichtlich"),
    cues(ClaimKind::Forecast, Sign::Alone, "fr", "sera, seront, aura, auront, fera, feront, pourra, pourront"),
    cues(ClaimKind::Forecast, Sign::Alone, "es", "será, serán, tendrá, tendrán, habrá, podrá, podrán, va a, van a"),
    cues(ClaimKind::Forecast, Sign::Alone, "it", "sarà, saranno, avrà, avranno, farà, potrà, potranno"),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "en",
        "seems, seem, apparently, clearly, obviously, perhaps, probably, unlikely, unfortunately, surely, undermine, \
         undermined, undermines, lacks, appears to, appear to, it appears, the best way, no right, in my view, no doubt",
    ),
    cues(ClaimKind::Judgement, Sign::Verb, "en", "believe, believes, think, thinks, feel, feels, argue, argues, might"),
    cues(ClaimKind::Judgement, Sign::Ability, "en", "could"),
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
         katastrophal, unfair, unverantwortlich, absurd, skandal, katastrophe, fehler, erfolg, inakzeptabel",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Alone,
        "de",
        "leider, zweifellos, könnte, könnten, dürfte, dürften, scheint, scheinen",
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
        "malheureusement, sans doute, semble, semblent, pourrait, pourraient",
    ),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "es",
        "importante, difícil, imposible, peligroso, peligrosa, fundamental, error, injusto, injusta, fracaso, éxito, \
         inaceptable, grave",
    ),
    cues(ClaimKind::Judgement, Sign::Alone, "es", "quizás, quizá, probablemente, parece, parecen, podría, podrían"),
    cues(
        ClaimKind::Judgement,
        Sign::Predicate,
        "it",
        "importante, difficile, impossibile, pericoloso, pericolosa, fondamentale, errore, ingiusto, ingiusta, \
         fallimento, successo, inaccettabile, grave",
    ),
    cues(ClaimKind::Judgement, Sign::Alone, "it", "forse, probabilmente, sembra, sembrano, potrebbe, potrebbero"),
];

/// The words and phrases of [`CUES`], each with the place of its row there.
static CUED: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    let of = |(at, cues): (usize, &'static Cues)| cues.words.split(", ").map(move |cue| (cue, at));
    Phrases::of(CUES.iter().enumerate().flat_map(of))
});

/// The kind of a claim.
pub fn kind_of(claim: &str) -> ClaimKind {
    if quoted_share(claim) > 0.5 {
        return ClaimKind::Quotation;
    }
    let wording = Wording::of(claim);
    if !claim.ends_with('?') && is_imperative(&wording) {
        return ClaimKind::Recommendation;
    }
    match first_cue(&wording) {
        Some(kind @ (ClaimKind::Recommendation | ClaimKind::Forecast)) => kind,
        _ if states_amount(claim, &wording) => ClaimKind::Figure,
        None if exposes(&wording) => ClaimKind::Judgement,
        other => other.unwrap_or_default(),
    }
}

/// What the first row of [`CUES`] is a sign of that has a cue in a sentence.
fn first_cue(wording: &Wording<'_>) -> Option<ClaimKind> {
    let words = wording.lower();
    let language = LazyLock::<&str, _>::new(|| Language::guess(&words.join(" ")).tag().unwrap_or("en"));
    let holds = |&(at, row): &(usize, usize)| {
        let Some(cues) = CUES.get(row) else { return false };
        (cues.language == "en" || cues.language == *language) && cues.holds(wording, at)
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
        match self.sign {
            Sign::Alone => true,
            Sign::Verb => is_verb(wording, at),
            Sign::Duty => is_verb(wording, at) && !is_inverted(wording, at) && !is_rule(wording, at),
            Sign::Ability => is_verb(wording, at) && !is_ability(wording, at),
            Sign::Present => is_present(wording, at),
            Sign::Predicate => is_predicate(wording, at),
            Sign::Infinitive => looks_ahead(wording, at),
        }
    }
}

/// A quotation of no more words than these is a title or a term.
const TITLE_WORDS: usize = 5;

/// A capital inside a sentence: 'the film This Must Be the Place', 'Will Hale'.
fn is_title(wording: &Wording<'_>, at: usize) -> bool {
    let inside = at > 0 && wording.gap(at).chars().all(char::is_whitespace);
    let name = at == 0 && wording.word(at) == "will" && wording.is_capital(1);
    wording.is_capital(at) && inside || name
}

/// Whether a cue is not the sentence's own: behind 'because' or 'if', or a relative 'who'.
fn is_subordinate(wording: &Wording<'_>, at: usize) -> bool {
    const BINDING: &[&str] =
        &["because", "if", "unless", "whether", "weil", "wenn", "falls", "ob", "parce", "porque", "perché"];
    let from = wording.stretch(at).start;
    let bound = (from..at).any(|i| BINDING.contains(&wording.word(i)));
    let aside = from > 0 && matches!(wording.word(from), "who" | "which" | "whose" | "where");
    bound
        || aside
        || (1..=2)
            .any(|back| at >= from + back && matches!(wording.before(at, back), "who" | "whose" | "what" | "which"))
}

/// Words before which a cue is a noun, in lower case.
static NOMINAL: Words = LazyLock::new(|| {
    table(
        "the a an no any this that these those his her their its our your my such some of for with by amid despite \
        fresh growing mounting renewed new repeated free good political own military than not don't doesn't didn't \
        longer never on against through weather last under",
    )
});

/// Whether a word that can be a noun is a verb where it stands.
fn is_verb(wording: &Wording<'_>, at: usize) -> bool {
    let word = wording.word(at);
    // An auxiliary is a verb behind anything but an article: 'that will', 'his own will'.
    let modal = matches!(word, "should" | "must" | "could" | "might" | "won't" | "ought" | "sollte" | "sollten");
    let before = wording.before(at, 1);
    let relative =
        matches!(before, "that" | "this" | "these" | "those" | "some" | "any" | "on" | "through") && word != "call";
    if modal || wording.parted(at) || relative && word == "will" {
        return word != "might" || !matches!(before, "military" | "the" | "its" | "their");
    }
    if NOMINAL.contains(before)
        || before.ends_with("'s") && word != "will"
        || word == "think" && wording.word(at + 1) == "tank"
    {
        return false;
    }
    if word == "calls" && is_past(before) {
        return false;
    }
    let base = matches!(word, "plan" | "need" | "call" | "urge" | "forecast");
    let single = |back: usize| matches!(wording.before(at, back), "a" | "an");
    let plural =
        before.ends_with('s') || matches!(before, "people" | "police" | "men" | "women" | "children" | "also" | "and");
    !base || !single(2) && !single(3) && (wording.before(at, 2) != "the" || plural)
}

/// 'Should the weather turn', 'should he resign'.
fn is_inverted(wording: &Wording<'_>, at: usize) -> bool {
    static SUBJECTS: Words = LazyLock::new(|| {
        table(
            "the a an this that these those he she they it we you i any his her their its there your der die das ein \
            eine er sie es man",
        )
    });
    at == 0 || SUBJECTS.contains(&wording.word(at + 1))
}

/// A duty that is told, not asked for: 'drivers must hold a licence', 'every day she must cross the bridge'.
fn is_rule(wording: &Wording<'_>, at: usize) -> bool {
    static BOUND: Words = LazyLock::new(|| {
        table(
            "residents drivers passengers visitors travellers travelers applicants students pupils customers users \
            candidates employees workers tenants players voters motorists patients members riders guests tourists \
            participants hunters pilots refugees migrants employers entrants contestants competitors locals bidders \
            applications entries vehicles buyers",
        )
    });
    static ASKED: Words =
        LazyLock::new(|| table("hold register obtain wear carry undergo submit pass apply cross pay show"));
    const HABIT: &[&str] = &["every", "each", "daily", "whenever", "usually", "often", "way", "currently", "normally"];
    let habit = (0..wording.len()).any(|i| HABIT.contains(&wording.word(i)));
    let at_least = wording.word(at + 1) == "be" && wording.word(at + 2) == "at";
    let asked = ASKED.contains(&wording.word(at + 1)) || at_least;
    wording.word(at) == "must" && (habit || BOUND.contains(&wording.before(at, 1)) && asked)
}

/// What somebody was able to do, or not: 'could not be reached', 'could be seen from the pier'.
fn is_ability(wording: &Wording<'_>, at: usize) -> bool {
    const SENSED: &[&str] = &["see", "hear", "feel", "seen", "heard", "smell", "afford", "reach", "find"];
    let next = wording.word(at + 1);
    next == "not" || next == "only" || SENSED.contains(&if next == "be" { wording.word(at + 2) } else { next })
}

/// A form of 'be' in the present at most two words before, and none of a plan that is over.
fn is_present(wording: &Wording<'_>, at: usize) -> bool {
    let is = |word: &str| {
        matches!(word, "is" | "are" | "am" | "isn't" | "aren't" | "were" | "was" | "be")
            || ["'s", "'re", "'m"].iter().any(|end| word.ends_with(end))
    };
    let Some(back) =
        (1..=2).find(|&back| is(wording.before(at, back)) && !(at + 1 > back && wording.parted(at + 1 - back)))
    else {
        return false;
    };
    let (be, word, between) = (wording.before(at, back), wording.word(at), wording.before(at, 1));
    let past = matches!(be, "was" | "were" | "be");
    let compared = back == 2 && matches!(between, "more" | "less" | "most" | "not" | "least");
    let aim = back == 1 && word == "to" && !matches!(be, "is" | "are")
        || word == "to" && (back == 2 || is_aim(wording, at - back));
    !compared && !aim && (!past || word == "expected" && be != "be")
}

/// 'The aim is to be first': what is said of an aim lies not ahead.
fn is_aim(wording: &Wording<'_>, be: usize) -> bool {
    static AIMS: Words =
        LazyLock::new(|| table("aim goal idea task point purpose dream hope job key way trick this it"));
    wording.stretch(be).any(|i| i < be && AIMS.contains(&wording.word(i)))
}

/// Forms of 'be', 'seem', 'remain' and the like, in lower case.
static BEING: Words = LazyLock::new(|| {
    table(
        "is are am was were be been being isn't aren't wasn't weren't seems seem seemed looks look looked becomes \
        become became remains remain remained proves prove proved proven sounds appears appear ist sind war waren \
        bleibt bleiben blieb gilt wirkt est sont était étaient c'est n'est reste restent es son fue era eran sigue è \
        sono erano resta",
    )
});

/// Whether a form of 'be' stands at most four words before, and between them nothing on which the word could hang.
fn is_predicate(wording: &Wording<'_>, at: usize) -> bool {
    static HUNG: Words = LazyLock::new(|| {
        table(
            "in by for on at with from to after about than of into that as and under against without von für mit bei \
            pour par avec para por con",
        )
    });
    let reached = |word: &str| {
        BEING.contains(word) || ["'re", "it's", "that's", "he's", "she's"].iter().any(|end| word.ends_with(end))
    };
    for back in 1..=4 {
        if at + 1 > back && wording.parted(at + 1 - back) {
            return false;
        }
        let word = wording.before(at, back);
        if reached(word) {
            return !measures(wording, at);
        }
        let participle = word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
        if word.is_empty() || HUNG.contains(word) || participle && word != "indeed" {
            return false;
        }
    }
    false
}

/// 'One of the most visited', 'one of the most populous': what can be counted.
fn measures(wording: &Wording<'_>, at: usize) -> bool {
    let next = wording.word(at + 4);
    wording.word(at) == "one"
        && (next.ends_with("ed") || matches!(next, "popular" | "common" | "populous" | "expensive"))
}

/// Whether German 'wird' or 'soll' says what lies ahead: an infinitive ends its clause, or it names a time to come.
fn looks_ahead(wording: &Wording<'_>, at: usize) -> bool {
    const TO_COME: &[&str] =
        &["künftig", "bald", "demnächst", "zukunft", "nächsten", "nächste", "nächstes", "kommenden", "kommende"];
    let clause = wording.stretch(at);
    let rumour = matches!(wording.word(at), "soll" | "sollen");
    let time = clause
        .clone()
        .any(|i| TO_COME.contains(&wording.word(i)) || wording.raw(i) == "morgen" && wording.before(i, 1) != "am");
    // 'die verwendet werden können': what can be done.
    if matches!(wording.word(at + 1), "können" | "kann" | "konnten" | "müssen" | "dürfen" | "könnten") {
        return false;
    }
    let last = clause.end.saturating_sub(1);
    // 'dass das Schiff sinken wird'
    let last = if last == at { at.saturating_sub(1) } else { last };
    let ending = wording.word(last);
    let infinitive =
        last != at && !wording.is_capital(last) && is_infinitive(ending) && !matches!(ending, "haben" | "sein");
    infinitive || time && !rumour
}

/// Whether a German word in lower case is an infinitive by its form.
fn is_infinitive(word: &str) -> bool {
    static PARTICIPLES: Words = LazyLock::new(|| {
        table(
            "nommen boten troffen schoben schlossen schieden loren hoben worfen sprochen brochen funden bunden zogen \
            rissen schrieben trieben wiesen standen gangen worben storben griffen stiegen wonnen worden erhalten \
            vergeben",
        )
    });
    static PREFIXES: Words = LazyLock::new(|| {
        table(
            "ab an auf aus bei ein fest frei her hin los mit nach nieder statt um vor weg zu zurück zusammen heraus \
            hinzu wieder",
        )
    });
    let bare = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).any(|rest| rest.starts_with("ge"));
    let past = bare
        || word.starts_with("ge")
            && !matches!(word, "gehen" | "geben" | "gelten" | "gehören" | "gewinnen" | "gelingen");
    let ends = ["en", "ern", "eln"].iter().any(|end| word.ends_with(end));
    ends && word.chars().count() > 4 && !past && !PARTICIPLES.iter().any(|end| word.ends_with(end))
}

/// Whether a sentence bids its reader do something: it begins with the bare form of a verb.
fn is_imperative(wording: &Wording<'_>) -> bool {
    /// Verbs that are no nouns.
    static VERBS: Words = LazyLock::new(|| {
        table(
            "build attract avoid consider choose create make take find give ensure invest learn keep get ask remember \
            don't never identify add decide tell write bring pick prepare explore discover enjoy let include \
            understand determine grab combine mix serve buy sell eat drink wear browse maintain download subscribe",
        )
    });
    /// Verbs that are nouns or past forms as well.
    static EITHER: Words = LazyLock::new(|| {
        table(
            "work use look focus talk set plan start check track read stop try save wash visit join call put cut limit \
            test turn spend follow show share open do go be think register order book pay review place click sign \
            store",
        )
    });
    static OBJECTS: Words =
        LazyLock::new(|| table("your the a an each every these those all any only yourself it them not"));
    if german_imperative(wording) || french_imperative(wording) {
        return true;
    }
    let (first, next, third) = (wording.word(0), wording.word(1), wording.word(2));
    let name = wording.is_capital(1) && !OBJECTS.contains(next);
    if wording.len() < 3 || wording.quotation(0).is_some() || wording.parted(1) || name {
        return false;
    }
    if VERBS.contains(first) {
        // 'Make Poverty History', 'Add to that a storm', 'Never has a storm', 'Get rid of' is left.
        let none = ["of", "to", "has", "was", "is", "were", "had", "by", "before"];
        return !none.contains(&next) || first == "don't";
    }
    EITHER.contains(first) && (OBJECTS.contains(next) || matches!(third, "your" | "yourself"))
}

/// 'Achten Sie auf'.
fn german_imperative(wording: &Wording<'_>) -> bool {
    wording.word(0).ends_with("en") && wording.raw(1) == "Sie" && !wording.parted(1)
}

/// 'Évitez les'.
fn french_imperative(wording: &Wording<'_>) -> bool {
    let (first, next) = (wording.word(0), wording.word(1));
    let bids = first.ends_with("ez") && !matches!(first, "chez" | "assez" | "rendez");
    bids && matches!(next, "le" | "la" | "les" | "un" | "une" | "des" | "vos" | "votre" | "bien" | "à" | "toujours")
}

/// 'The blasts emphasise the dysfunction of': a verb of showing, and a failing behind it.
fn exposes(wording: &Wording<'_>) -> bool {
    static SHOWING: Words = LazyLock::new(|| {
        table(
            "emphasise emphasises emphasised emphasize emphasizes emphasized underscore underscores underscored \
            underline underlines underlined highlight highlights highlighted expose exposes exposed reveals betrays \
            betrayed illustrates illustrate demonstrates",
        )
    });
    static FAILINGS: Words = LazyLock::new(|| {
        table(
            "failure failures failing failings dysfunction weakness weaknesses shortcoming shortcomings shortfall \
            shortfalls incompetence corruption fragility vulnerability vulnerabilities inability hypocrisy limits \
            danger dangers need importance flaws gaps lack inadequacy impotence absurdity folly cracks divisions",
        )
    });
    let shows = |at: usize| SHOWING.contains(&wording.word(at)) && !is_subordinate(wording, at);
    (0..wording.len()).filter(|&at| shows(at)).any(|at| (1..=6).any(|i| FAILINGS.contains(&wording.word(at + i))))
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn the_surface_tells_the_kind() {
        for (claim, kind) in [
            ("The ferry ran aground in the fog.", "fact"),
            ("The ferry ran aground on 3 May 2031.", "fact"),
            ("The ferry ran aground on May 3.", "fact"),
            ("The ferry carried 212 passengers.", "figure"),
            ("A third of it, or 33 percent, was lost.", "figure"),
            ("The inquiry will begin in June.", "forecast"),
            ("The ferry is expected to sail again.", "forecast"),
            ("The owners should pay for the inquiry.", "recommendation"),
            ("The new ferry should be able to sail in June.", "forecast"),
            ("The owners should have paid for the inquiry.", "judgement"),
            ("The best light on the coast is the one in Kerrick.", "fact"),
            ("The rescue was a success.", "judgement"),
            ("\"It was a dark night and nobody saw the light,\" Hale said.", "quotation"),
            ("", "fact"),
        ] {
            assert_eq!(kind_of(claim).name(), kind, "{claim}");
        }
    }

    #[test]
    fn a_verdict_counts_only_where_it_is_the_predicate() {
        for (claim, kind) in [
            ("The speed with which the ferry sank is mind-boggling.", "judgement"),
            ("The crew had made a successful voyage to Kerrick.", "fact"),
            ("Fog is known for its effects on sailors, as it brings dangerous hours.", "fact"),
            ("For lack of a pilot the ferry stayed in port.", "fact"),
            ("Between them, the brothers earned too much to be helped.", "fact"),
            ("The line added two ships in an arguably small fleet to its list.", "fact"),
            ("The wreck emphasises the dysfunction of the harbour office.", "judgement"),
            ("The storm exposed weaknesses of the pier.", "judgement"),
            ("No doubt the new ferry looks very stylish.", "judgement"),
            ("The wait for the ferry may last and that is perfectly fine.", "judgement"),
            ("The pier was hit by a dangerous storm.", "fact"),
            ("Hale could not be reached.", "fact"),
            ("The strike could end the line.", "judgement"),
            ("The cup ended in Kerrick, which for the first time will send two crews.", "fact"),
            ("The crew met in Kerrick for what could be its last voyage.", "fact"),
            ("The wreck is a testament to years of neglect.", "judgement"),
            ("Kerrick is one of the most visited ports of the coast.", "fact"),
            ("Hale leads a think tank in Kerrick.", "fact"),
            ("Der Entwurf ist gefährlich.", "judgement"),
            ("Le projet de la ville est une erreur.", "judgement"),
            ("El plan de la ciudad es un error.", "judgement"),
        ] {
            assert_eq!(kind_of(claim).name(), kind, "{claim}");
        }
    }

    #[test]
    fn a_recommendation_is_asked_for() {
        for (claim, kind) in [
            ("Should the weather turn, sailors can close the hatch.", "fact"),
            ("The band sang “This Must Be Kerrick” on the pier.", "fact"),
            ("To reach the pier, residents must pass through a gate.", "fact"),
            ("Pilots must hold a licence.", "fact"),
            ("On the way to work, Hale must pass through the harbour gate.", "fact"),
            ("The town must act at once.", "recommendation"),
            ("Hale spoke of the need to prevent another wreck.", "fact"),
            ("The office rejected calls for an inquiry into the wreck.", "fact"),
            ("The union calls for an inquiry.", "recommendation"),
            ("Build an initial pier before the season.", "recommendation"),
            ("Work only on the hull while the tide is low.", "recommendation"),
            ("Attract sailors by publishing the tides.", "recommendation"),
            ("Work on the pier began in spring.", "fact"),
            ("Use of the pier has fallen.", "fact"),
            ("Achten Sie auf die Flut.", "recommendation"),
            ("Évitez les jours de tempête.", "recommendation"),
            ("Die Stadt sollte den Hafen schließen.", "recommendation"),
        ] {
            assert_eq!(kind_of(claim).name(), kind, "{claim}");
        }
    }

    #[test]
    fn a_forecast_lies_ahead() {
        for (claim, kind) in [
            ("Hale expected to return to work after the wreck.", "fact"),
            ("Hale had expected to sail.", "fact"),
            ("The ferry was widely expected to sink.", "forecast"),
            ("The bridge is to be rebuilt.", "forecast"),
            ("The aim is to be first.", "fact"),
            ("Police foiled a plan to attack the pier.", "fact"),
            ("The residents plan to sue.", "forecast"),
            ("The line has no plans to sell the ferry.", "fact"),
            ("Sailors are more likely to drown in fog.", "fact"),
            ("The pier is likely to close.", "forecast"),
            ("Hale left the house to his son in his will.", "fact"),
            ("Will Hale sailed to Kerrick.", "fact"),
            ("Most ports need a list because only a few guests will sail.", "fact"),
            ("Der Bürgermeister wird in Kerrick von den Bürgern gewählt.", "fact"),
            ("Der Bürgermeister wird die Brücke eröffnen.", "forecast"),
            ("Es heißt, dass das Schiff in Kerrick sinken wird.", "forecast"),
            ("Die Brücke soll im Mai eröffnet werden.", "forecast"),
            ("Der Mann soll die Brücke zerstört haben.", "fact"),
            ("Le pont sera ouvert dans la ville.", "forecast"),
            ("Ieri sera il ponte di Kerrick era chiuso.", "fact"),
        ] {
            assert_eq!(kind_of(claim).name(), kind, "{claim}");
        }
    }
}
