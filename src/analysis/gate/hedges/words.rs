//! The words by which texts of a language hedge, and those that are hedges in a claim. Refuses to say what they hedge.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::text::lookup::Set;

/// The hedges of a language.
pub(super) struct Hedging {
    /// Words by which a text says that it may be so.
    pub maybe: Words,
    /// The same, of somebody else: it is only said, thought or feared. Pairs are joined by a hyphen.
    pub alleged: Words,
    /// Words that are hedges only before another, of the first kind.
    pub before: Words,
    /// Pairs that stand before what somebody only means or tries to do.
    pub unfinished: Words,
    /// The first words of all pairs.
    pub opening: LazyLock<Set<&'static str>>,
    /// Words that are hedges in a claim, besides.
    pub allowed: Words,
    /// The same by their beginnings.
    pub allowed_so: &'static [&'static str],
    /// Words by which somebody is said to say it, by their beginnings.
    pub said: &'static [&'static str],
    /// Words that hedge no more than the noun or the clause that they stand before.
    pub narrow: Words,
    /// Words for what may be that deny, with the next, that it can be.
    pub deniable: &'static [&'static str],
    /// Words that hedge in a claim only where its passage does not have them too.
    pub weak: &'static [&'static str],
    /// Words with which a clause begins that the one before it hedges as a whole.
    pub that: &'static [&'static str],
}

pub(super) static ENGLISH: Hedging = Hedging {
    maybe: LazyLock::new(|| {
        table(
            "may might could possibly perhaps maybe potentially apparently likely probably supposedly arguably conceivably \
             seemingly presumably pending if whether unless seemed seems",
        )
    }),
    alleged: LazyLock::new(|| {
        table(
            "purportedly allegedly reportedly alleged purported suspected suspicion believe believes believed presumed feared \
             option allegations doubts think thought-to said-to reported-to rumoured-to rumored-to understood-to accused-of \
             suspected-of plans-for proposal-for proposals-for calls-for called-for bid-for hopes-for hopes-of suspect suspects fear fears worry worries expect expects suggest suggests suggested indicates indicate \
             speculate speculates claimed-that claims-that claimed-to claims-to said-he said-she said-they",
        )
    }),
    before: LazyLock::new(|| {
        table(
            "expected-to appears-to appeared-to appear-to appears-that appeared-that seems-to seemed-to seem-to seems-that \
             seemed-that hope-to hopes-to hoped-to hoping-to threatened-to threatens-to threatening-to possibility-of \
             prospect-of tend-to tends-to tended-to considering considers consider weighing weighs mulling mulls exploring",
        )
    }),
    unfinished: LazyLock::new(|| {
        table(
            "working-to work-to trying-to tries-to tried-to try-to attempting-to attempted-to attempts-to seeking-to seeks-to \
             sought-to struggling-to wants-to want-to wanted-to plans-to plan-to planned-to planning-to intends-to intended-to \
             aims-to aimed-to aiming-to promised-to promises-to vowed-to vows-to pledged-to pledges-to offered-to offers-to \
             proposed-to proposes-to set-to due-to scheduled-to preparing-to prepares-to prepared-to asked-to urged-to \
             ordered-to yet-to",
        )
    }),
    opening: LazyLock::new(|| first_words(&[&ENGLISH.alleged, &ENGLISH.before, &ENGLISH.unfinished])),
    allowed: LazyLock::new(|| {
        table(
            "may might could would should can if whether unless said say says told tell tells once want wants seek seeks try \
             trying tried chance ready feel feels felt possible possibly threatened threatens threatening maybe arguably \
             conceivably generally usually often typically mostly largely",
        )
    }),
    allowed_so: &[
        "perhaps", "potent", "purport", "alleged", "alleges", "report", "appar", "appear", "seem", "likel", "unlik",
        "probab", "suppos", "suspic", "suspect", "accus", "believ", "claim", "hope", "hoping", "aim", "expect", "plan",
        "propos", "intend", "consid", "doubt", "think", "option", "prospect", "risk", "concern", "fear", "accord",
        "warn", "predict", "forec", "estim", "argu", "suggest", "project", "unclear", "uncert", "unknown", "quest",
        "agree", "call", "wonder", "struggl", "presum", "rumo", "thought", "announc", "demand", "urg", "bid", "worr",
        "indicat", "specul", "weigh", "mull", "explor", "propos", "talk",
    ],
    said: &["said", "say", "told", "tell", "accord"],
    narrow: LazyLock::new(|| table("alleged suspected purported supposed if whether unless once")),
    deniable: &["could"],
    weak: &["can", "once", "ready", "feel", "feels", "felt"],
    that: &["that"],
};

pub(super) static GERMAN: Hedging = Hedging {
    maybe: LazyLock::new(|| {
        table(
            "könnte könnten möglicherweise vielleicht wohl wahrscheinlich vermutlich womöglich dürfte dürften eventuell scheint \
             schien scheinen schienen scheinbar anscheinend offenbar falls ob erwartet denkbar",
        )
    }),
    alleged: LazyLock::new(|| {
        table(
            "angeblich angebliche angeblichen angeblicher mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher vermeintlich \
             vermeintliche vermeintlichen soll sollen glaubt glauben befürchtet befürchten verdächtigt würde würden vermutet vermuten vermutete vermuteten befürchtete befürchteten vorgeworfen verdacht gerücht \
             gerüchte gerüchten",
        )
    }),
    before: LazyLock::new(|| {
        table(
            "voraussichtlich plant planen planten in-planung erwägt erwägen erwog prüft prüfen möchte möchten will wollen wollte wollten \
             drohte drohten droht drohen hofft hoffen hoffte hofften deutet deuten",
        )
    }),
    unfinished: LazyLock::new(Set::default),
    opening: LazyLock::new(Set::default),
    allowed: LazyLock::new(|| {
        table(
            "kann können wohl ob falls wenn sofern soll sollen sollte sollten will wollen wolle würde würden sei seien habe \
             hätte hätten wäre wären werde könne solle laut zufolge dürfte dürften sagt sagte sagten angaben ansicht meinung \
             einschätzung aussage aussagen",
        )
    }),
    allowed_so: &[
        "könnt",
        "möglich",
        "vielleicht",
        "wahrschein",
        "vermut",
        "womöglich",
        "eventuell",
        "schein",
        "schien",
        "anschein",
        "offenbar",
        "angeb",
        "mutmaß",
        "vermein",
        "glaub",
        "befürcht",
        "verdächt",
        "verdacht",
        "erwart",
        "hoff",
        "droh",
        "plan",
        "geplant",
        "voraus",
        "schätz",
        "prognos",
        "rechn",
        "beabsicht",
        "frag",
        "unklar",
        "ungewiss",
        "zweifel",
        "gefahr",
        "risiko",
        "warn",
        "meint",
        "behaupt",
        "gerücht",
        "spekul",
        "denkbar",
        "vorgesehen",
        "gern",
        "vorhab",
        "wünsch",
        "ankünd",
        "erwäg",
        "erwog",
        "prüf",
        "möcht",
        "denkt",
        "denken",
        "überleg",
        "vorwurf",
        "vorwürf",
        "vorgeworfen",
        "vorwirf",
        "deute",
        "hinweis",
        "beschuldig",
        "streb",
        "angekünd",
    ],
    said: &["sagt", "laut", "zufolge", "angaben", "ansicht", "meinung", "einschätzung", "aussage"],
    narrow: LazyLock::new(|| {
        table(
            "mutmaßliche mutmaßlichen mutmaßlicher angebliche angeblichen angeblicher vermeintliche vermeintlichen ob falls \
             wenn sofern",
        )
    }),
    deniable: &["könnte", "könnten"],
    weak: &["kann", "können"],
    that: &["dass", "ob", "wonach"],
};

pub(super) static FRENCH: Hedging = Hedging {
    maybe: LazyLock::new(|| {
        table(
            "pourrait pourraient aurait auraient serait seraient devrait devraient probablement peut-être probable possible \
             vraisemblablement apparemment si risque risquent risquait",
        )
    }),
    alleged: LazyLock::new(|| {
        table(
            "présumé présumée présumés présumées prétendu prétendue supposé supposée supposés soupçonné soupçonnée soupçonnés \
             prétendument soi-disant rumeur rumeurs",
        )
    }),
    before: LazyLock::new(Set::default),
    unfinished: LazyLock::new(Set::default),
    opening: LazyLock::new(Set::default),
    allowed: LazyLock::new(|| {
        table(
            "peut peuvent si selon d'après veut veulent souhaite souhaitent doit doivent dit disent affirme affirment assure assurent \
             estime estiment afin projet sera seront",
        )
    }),
    allowed_so: &[
        "pourr",
        "aur",
        "ser",
        "devr",
        "probab",
        "peut-",
        "possib",
        "vraisembl",
        "appar",
        "risqu",
        "présum",
        "prétend",
        "suppos",
        "soupçon",
        "accus",
        "rumeur",
        "envisag",
        "prévo",
        "prévu",
        "espér",
        "crai",
        "menac",
        "propos",
        "hypoth",
    ],
    said: &["selon", "affirm", "assur", "estim", "dit", "disent", "déclar", "expliqu", "d'après"],
    narrow: LazyLock::new(|| table("présumé présumée présumés présumées supposé supposée si")),
    deniable: &[],
    weak: &["peut", "peuvent"],
    that: &[],
};

pub(super) static SPANISH: Hedging = Hedging {
    maybe: LazyLock::new(|| {
        table(
            "podría podrían habría habrían sería serían debería deberían probablemente posiblemente quizá quizás probable posible \
             aparentemente intentó intentaron intenta intentan",
        )
    }),
    alleged: LazyLock::new(|| {
        table(
            "presunto presunta presuntos presuntas supuesto supuesta supuestos supuestas presuntamente supuestamente sospechoso \
             sospechosa sospechosos rumor rumores",
        )
    }),
    before: LazyLock::new(Set::default),
    unfinished: LazyLock::new(Set::default),
    opening: LazyLock::new(Set::default),
    allowed: LazyLock::new(|| {
        table(
            "puede pueden según si quiere quieren debe deben dice dicen afirma afirman asegura aseguran sería será serán fuera",
        )
    }),
    allowed_so: &[
        "podr", "habr", "ser", "deber", "probab", "posib", "quiz", "apar", "presun", "supuest", "sospech", "acus",
        "rumor", "intent", "tent", "trat", "planea", "prev", "esper", "tem", "amenaz", "propon", "propus", "creen",
        "cree", "investig",
    ],
    said: &["según", "dice", "dijo", "afirm", "asegur", "declar", "explic", "señal", "denunci"],
    narrow: LazyLock::new(|| table("presunto presunta presuntos presuntas supuesto supuesta supuestos supuestas si")),
    deniable: &[],
    weak: &["puede", "pueden"],
    that: &[],
};

/// The first words of pairs.
fn first_words(tables: &[&Words]) -> Set<&'static str> {
    let pairs = tables.iter().flat_map(|table| table.iter());
    pairs.filter_map(|pair| pair.split_once('-')).map(|(word, _)| word).collect()
}
