//! Verbs by which two claims cannot both be true of one thing, besides the opposites that `polarity` knows for every use: what
//! goes on and what was stopped, who resigned and who stays; phrases and verbs in two parts too. And verbs by which what was
//! to be is not. Refuses to find out whether the two are of one thing. English and German.

use std::sync::LazyLock;

use crate::analysis::polarity::{Cue, CueKind, Polarity, verb_forms};
use crate::text::Span;
use crate::text::language::stated;
use crate::text::lookup::Map;

/// Pairs: all forms of the one side, all forms of the other. A hyphen joins the words of a phrase, a plus those of a verb in
/// two parts; `~` stands for the regular forms of an English verb.
type Pairs = &'static [(&'static str, &'static str)];

/// The second part of a verb stands no farther from the first, in words.
const PARTED: usize = 12;

/// Words after which a form is a noun, or the verb of another clause.
const BEFORE_NOUNS: &[&str] =
    &["the", "a", "an", "his", "her", "its", "their", "this", "that", "no", "of", "which", "who"];

#[rustfmt::skip]
const ENGLISH: Pairs = &[
    (
        "continue~ goes-on went-on go-on going-on gone-on carry-on carries-on carried-on press-ahead pressed-ahead goes-ahead went-ahead go-ahead going-ahead proceed~ persist~ resume~ resuming hold held holding holds stage~ staging took-place takes-place take-place",
        "stop~ stopped stopping halt~ suspend~ ended ends ceased ceases ceasing abandon~ broke-off broken-off breaks-off called-off calls-off call-off cancel~ cancelled cancelling scrap~ scrapped scrapping shelve~ shelving discontinue~ pause~ pausing postpone~ postponing put-off puts-off",
    ),
    (
        "resign~ quit quits quitting stepped-down steps-down step-down stepping-down stood-down stands-down depart~",
        "remain~ stay~ stays-on stayed-on keeps-his keeps-her kept-his kept-her cling~",
    ),
    ("sell sells selling sold", "keep keeps keeping kept retain~ hold-on held-on holds-on"),
    ("adopt~ enact~ ratify~ pass~ passing", "threw-out thrown-out throws-out voted-down votes-down reject~ block~ veto vetoed vetoes"),
    ("accept~", "decline~ spurn~ turned-down turns-down turn-down"),
    (
        "start~ began begun begins begin beginning open~ launch~ resume~ arrived on-time",
        "postpone~ delay~ put-off puts-off putting-off put-back puts-back defer~ deferred adjourn~",
    ),
    ("promote~ promoting appoint~ reinstate~ elect~", "dismiss~ sack~ fire~ firing remove~ removing oust~ demote~ suspend~ expel~ expelled"),
    ("unhurt unharmed uninjured unscathed safe safely", "hurt injure~ wound~ killed died dead"),
    ("restore~ restoring renovate~ renovating refurbish~ preserve~ save~ saving saved", "demolish~ tear-down tore-down torn-down pull-down pulled-down knock-down knocked-down raze~ razing"),
    ("drop~ dropped dropping withdrew withdraw withdrawn", "file~ filing press~ pressing bring brings brought lodge~"),
    ("found find finds finding rescue~", "missing lost"),
    ("lift~ ease~ easing end ended ends relax~", "extend~ prolong~ renew~ impose~ imposing tighten~"),
    ("free~ freed acquit~ acquitted release~", "jail~ imprison~ convict~ sentence~ detain~ hold held"),
    ("nationalise~ nationalize~", "privatise~ privatize~"),
    ("escape~ escaping fled flee flees", "captured capture captures caught recapture~ seize~"),
    ("resist~ fought-on fights-on", "surrender~ gave-in gives-in gave-up gives-up capitulate~"),
    ("merge~ merging join~", "split splits separate~ broke-away"),
    ("back~ endorse~ favour~ favor~", "oppose~ opposing condemn~"),
    ("uphold upholds upheld reinstate~ restore~ restoring", "abolish~ revoke~ revoking repeal~ annul~ annulled quash~"),
    ("switched-off shut-down shuts-down powered-down", "kept-running keeps-running switched-on restart~"),
    ("capture~ seize~ seizing occupy occupies occupied", "withdraw withdraws withdrew withdrawn retreat~ pulled-out pulls-out"),
    ("hire~ recruit~ took-on takes-on", "laid-off lays-off lay-off let-go made-redundant"),
    ("thrive~ prosper~", "struggle~ collapse~ collapsed"),
    ("pay pays paid repay repaid settle~", "default~ owe~"),
];

#[rustfmt::skip]
const GERMAN: Pairs = &[
    (
        "geht+weiter gehen+weiter ging+weiter gingen+weiter weitergehen weitergeht weitergegangen läuft+weiter laufen+weiter lief+weiter liefen+weiter weiterläuft fortgesetzt fortsetzt setzt+fort setzen+fort setzte+fort setzten+fort weitergeführt findet+statt finden+statt fand+statt fanden+statt stattfindet stattfand stattgefunden",
        "gestoppt stoppte stoppten stoppt stoppen abgebrochen brach+ab brachen+ab bricht+ab eingestellt stellte+ein stellten+ein stellt+ein ausgesetzt setzte+aus setzten+aus beendet beendete beendeten unterbrochen unterbrach unterbrachen abgesagt sagte+ab sagten+ab sagt+ab fällt+aus fiel+aus fallen+aus ausgefallen",
    ),
    (
        "zurückgetreten trat+zurück traten+zurück tritt+zurück zurücktritt zurücktrat zurücktreten",
        "bleibt blieb bleiben blieben geblieben weitermacht macht+weiter",
    ),
    ("verkaufte verkauft verkaufen verkauften", "behielt behalten behält behielten"),
    (
        "nahm+an nahmen+an nimmt+an annahm annahmen angenommen verabschiedete verabschiedet verabschiedeten beschloss beschlossen billigte billigt gebilligt billigten genehmigte genehmigt stimmte+zu stimmten+zu stimmt+zu zugestimmt",
        "verwarf verwarfen verworfen verwirft abgelehnt lehnte+ab lehnten+ab lehnt+ab ablehnte wies+zurück zurückgewiesen kippte gekippt kippten blockierte blockiert schlug+aus ausgeschlagen",
    ),
    ("freigelassen freigesprochen ließ+frei sprach+frei freikam kam+frei", "verurteilt verurteilte inhaftiert verhaftet festgenommen nahm+fest"),
    ("gefunden entdeckt geborgen gerettet", "vermisst"),
    ("unverletzt unversehrt", "verletzt verletzte verwundet getötet starb starben"),
    ("begann begannen beginnt beginnen begonnen startete startet gestartet pünktlich", "verschoben verschob verschiebt verschieben vertagt vertagte vertagen aufgeschoben verzögert"),
    ("aufgehoben hob+auf hoben+auf hebt+auf gelockert lockerte lockerten", "verlängert verlängerte verlängerten verhängt verhängte verhängten verschärft verschärfte"),
    ("saniert saniere renoviert restauriert gerettet erhalten", "abgerissen riss+ab rissen+ab reißt+ab abreißen gesprengt"),
    ("ernannt ernannte berufen befördert beförderte", "entlassen entließ abberufen gefeuert abgesetzt"),
    ("stellte+ein stellten+ein stellt+ein eingestellt einstellt einstellte einstellen", "entließ entließen entlassen entlässt kündigte kündigten gekündigt"),
    ("offen geöffnet öffnet öffnete", "schließt schloss schließen geschlossen zumacht zugemacht"),
    ("verstaatlicht verstaatlichte", "privatisiert privatisierte"),
    ("entkommen entkam geflohen floh flohen", "gefasst gefangen ergriffen"),
    ("beigetreten trat+bei tritt+bei beitritt", "ausgetreten trat+aus tritt+aus austritt verließ verlassen"),
];

/// Verbs by which what was to be is not, besides those of `polarity`.
const UNDOING: [&str; 2] = [
    "cancel~ cancelled cancelling scrap~ scrapped scrapping shelve~ shelving",
    "absagte absagten absagt absagen abgeblasen fällt+aus fiel+aus fallen+aus ausgefallen ausfällt ausfiel",
];

/// A form: what follows its first word, whether that stands farther on, and what it is.
struct Form {
    rest: Vec<&'static str>,
    parted: bool,
    /// The pair and its side; `None` for a verb by which something is not.
    side: Option<(usize, bool)>,
}

impl Form {
    /// Where the last word of the form stands among those behind its first, if all do; none where the first is all.
    fn end(&self, next: &[(Span, String)]) -> Option<Option<Span>> {
        let reach = if self.parted { PARTED } else { 1 };
        let mut from = 0;
        let mut last = None;
        for part in &self.rest {
            let at = next.iter().skip(from).take(reach).position(|(_, word)| word == part)?;
            last = next.get(from + at).map(|(span, _)| *span);
            from += at + 1;
        }
        Some(last)
    }
}

/// The forms by their first words.
type Forms = Map<String, Vec<Form>>;

static FORMS: [LazyLock<Forms>; 2] =
    [LazyLock::new(|| forms(ENGLISH, UNDOING[0])), LazyLock::new(|| forms(GERMAN, UNDOING[1]))];

fn forms(pairs: Pairs, undoing: &'static str) -> Forms {
    let sides =
        pairs.iter().enumerate().flat_map(|(n, (one, other))| [(*one, Some((n, false))), (*other, Some((n, true)))]);
    let mut forms = Forms::default();
    for (words, side) in sides.chain([(undoing, None)]) {
        for written in words.split(' ') {
            let parted = written.contains('+');
            let mut parts = written.split(['+', '-']);
            let first = parts.next().unwrap_or_default();
            let rest: Vec<&str> = parts.collect();
            for first in verb_forms(first) {
                forms.entry(first).or_default().push(Form { rest: rest.clone(), parted, side });
            }
        }
    }
    forms
}

/// A word or phrase of a claim that stands in a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    side: (usize, bool),
    /// Where it stands; of a verb in two parts the first.
    pub span: Span,
    /// Where the second part of such a verb stands.
    pub second: Option<Span>,
}

/// What of a sentence stands in a pair, and what says that something will not be, in a language (BCP 47 tag).
pub(super) fn deeds(polarity: &Polarity, language: Option<&str>) -> (Vec<Deed>, Vec<Cue>) {
    let known = ["en", "de"].iter().position(|tag| *tag == stated(language));
    let Some(forms) = known.and_then(|at| FORMS.get(at)) else { return Default::default() };
    let (mut deeds, mut cues) = (Vec::new(), Vec::new());
    let words = polarity.words();
    for (at, (span, word)) in words.iter().enumerate() {
        let Some(of_word) = forms.get(word) else { continue };
        if at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|(_, word)| BEFORE_NOUNS.contains(&word.as_str()))
        {
            continue;
        }
        let next = words.get(at + 1..).unwrap_or_default();
        for form in of_word {
            let Some(last) = form.end(next) else { continue };
            let (span, second) = match last {
                Some(last) if form.parted => (*span, Some(last)),
                Some(last) => (span.hull(last), None),
                None => (*span, None),
            };
            match form.side {
                Some(side) => deeds.push(Deed { side, span, second }),
                None if !polarity.is_cue(span) => cues.push(Cue { span, kind: CueKind::Refusal }),
                None => {}
            }
        }
    }
    (deeds, cues)
}

/// The first words of two claims that stand on the two sides of a pair, where neither claim has both sides.
pub(super) fn opposed<'d>(a: &'d [Deed], b: &'d [Deed]) -> Option<(&'d Deed, &'d Deed)> {
    let has = |deeds: &[Deed], side: (usize, bool)| deeds.iter().any(|deed| deed.side == side);
    a.iter().find_map(|deed| {
        let (pair, side) = deed.side;
        let against = b.iter().find(|other| other.side == (pair, !side))?;
        (!has(a, (pair, !side)) && !has(b, (pair, side))).then_some((deed, against))
    })
}
