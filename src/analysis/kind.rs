//! What kind of assertion a claim is, by its surface: its words, figures and quotation marks. English cues first, a few
//! of other languages. Refuses to weigh what is meant: without a cue where the sentence's verb stands, it is a fact.
//!
//! The kinds, as those who labelled `tests/scores/kinds.tsv` were told: a *fact* is an event or a state that is reported,
//! also that somebody announced, decided or warned; a *figure* is told for its number, which is no date, age, distance,
//! duration or model number; a *forecast* says what will be, is planned or is due, in the sentence's own verb, not in one
//! that only hangs on it; a *judgement* values, interprets, blames or holds something for possible, whoever does so; a
//! *recommendation* says what should be done; a *quotation* is for the most part somebody's own words.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::rank::quoted_share;
use crate::analysis::tense::is_past;
use crate::analysis::wording::Wording;
use crate::brief::ClaimKind;

mod bidding;
mod cues;
mod german;
mod leaning;
mod place;
mod point;
mod signs;
mod weights;

pub use bidding::{is_imperative, may_bid};
use cues::{TITLE_WORDS, first_cue};
use leaning::leans_to_judgement;
use place::is_subordinate;
use point::is_the_point;

/// The kind of a claim of a text in a language, by its primary subtag; without one, as if it were English.
pub fn kind_of(claim: &str, tag: Option<&str>) -> ClaimKind {
    if let Some(kind) = signs::kind_of(claim, tag) {
        return kind;
    }
    let wording = Wording::of(claim, tag);
    match said_by_cues(claim, &wording) {
        Said::Kind(kind) => kind,
        Said::Open { counts: true, .. } if is_the_point(&wording) => ClaimKind::Figure,
        Said::Open { ruled, .. } if leans_to_judgement(&wording, ruled) => ClaimKind::Judgement,
        Said::Open { .. } => ClaimKind::Fact,
    }
}

/// Whether a claim of a day that is still to come tells what will be: none of its words tells what has been.
pub fn may_lie_ahead(claim: &str, tag: Option<&str>) -> bool {
    let wording = Wording::of(claim, tag);
    let german = |at: usize| {
        let word = wording.word(at);
        tag == Some("de") && !wording.is_capital(at) && (word.ends_with("te") || matches!(word, "hieß" | "hätten"))
    };
    !(0..wording.len()).any(|at| is_past(wording.word(at)) || german(at))
}

/// What the cues of a claim say.
enum Said {
    /// They tell its kind.
    Kind(ClaimKind),
    /// It is a judgement or a fact. `ruled`: a cue of a judgement holds in it. `counts`: it may be a figure too.
    Open { ruled: bool, counts: bool },
}

fn said_by_cues(claim: &str, wording: &Wording<'_>) -> Said {
    let cue = first_cue(wording);
    if is_quotation(claim, wording, cue) {
        return Said::Kind(ClaimKind::Quotation);
    }
    if !claim.ends_with('?') && is_imperative(wording) {
        return Said::Kind(ClaimKind::Recommendation);
    }
    match cue {
        Some(kind @ (ClaimKind::Recommendation | ClaimKind::Forecast)) => Said::Kind(kind),
        // 'Leider kostet das Licht 90 Euro': German judges in the words of the clause, whatever it counts.
        Some(ClaimKind::Judgement) if wording.language() == Some("de") => Said::Open { ruled: true, counts: false },
        cue => {
            let verdict = exposes(wording) || calls(wording) || german::values(wording);
            Said::Open { ruled: cue == Some(ClaimKind::Judgement) || verdict, counts: true }
        }
    }
}

/// Whether a claim is for the most part a quotation; or opens with one, or ends with a sentence that is one, and says beside
/// it little but whose it is. Several that are no longer than a title are none.
fn is_quotation(claim: &str, wording: &Wording<'_>, cue: Option<ClaimKind>) -> bool {
    const SENTENCE: usize = 6;
    let longest = (0..wording.len()).filter_map(|at| wording.quotation(at)).max().unwrap_or(0);
    let quoted = (0..wording.len()).filter(|&at| wording.quotation(at).is_some()).count();
    let capitals = (0..wording.len()).filter(|&at| wording.quotation(at).is_some() && wording.is_capital(at)).count();
    if longest <= TITLE_WORDS && quoted > longest && 2 * capitals > quoted {
        return false;
    }
    if quoted_share(claim) > 0.5 {
        return true;
    }
    let begins = claim.starts_with(['"', '“', '„', '«', '‘']);
    // '“No, never,” the captain said.'
    let spoken = wording.quotation(0).is_some_and(|words| {
        words > 2 && 3 * words >= wording.len() && wording.gap(words).starts_with([',', '!', '?'])
    });
    if cue != Some(ClaimKind::Recommendation) && (begins && spoken || ends_with_speech(wording, SENTENCE)) {
        return true;
    }
    let opens = begins && wording.quotation(0) >= Some(SENTENCE);
    let last = wording.len().saturating_sub(1);
    let closed = wording.quotation(last).is_none() || wording.gap(last + 1).contains(['"', '”', '“', '»', '’']);
    closed
        && (2 * quoted > wording.len() || opens && 4 * quoted > wording.len() && cue != Some(ClaimKind::Recommendation))
}

/// 'Of the fog, the captain said, “It came from nowhere and it never left.”': at least so many words, and half of all.
fn ends_with_speech(wording: &Wording<'_>, sentence: usize) -> bool {
    let Some(last) = wording.len().checked_sub(1) else { return false };
    let Some(words) = wording.quotation(last).filter(|words| *words >= sentence && 2 * words >= wording.len()) else {
        return false;
    };
    let from = (last + 1).saturating_sub(words);
    let gap = wording.gap(from);
    gap.contains([',', ':']) && wording.is_capital(from)
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

/// 'Called the inquiry a sham', 'describes her as a model pupil': somebody says what they hold something for.
fn calls(wording: &Wording<'_>) -> bool {
    const NEAR: usize = 7;
    const TIMES: &[&str] =
        &["day", "week", "month", "year", "few", "dozen", "number", "lot", "press", "second", "third"];
    const OBJECTS: &[&str] = &[
        "the", "his", "her", "their", "its", "this", "that", "these", "those", "it", "him", "them", "himself", "such",
    ];
    let active = |at: usize| {
        let be = matches!(wording.before(at, 1), "is" | "are" | "was" | "were" | "been" | "be" | "being" | "so");
        let object = OBJECTS.contains(&wording.word(at + 1)) || wording.word(at + 1).ends_with(['\'', '’']);
        at > 0 && !be && object && !wording.parted(at + 1) && !is_subordinate(wording, at)
    };
    let near = |at: usize| (at + 2..at + NEAR).take_while(|&i| !wording.parted(i));
    (0..wording.len()).any(|at| match wording.word(at) {
        "called" | "calls" | "branded" | "labelled" | "labeled" | "dubbed" if active(at) => {
            near(at).any(|i| matches!(wording.word(i), "a" | "an") && !TIMES.contains(&wording.word(i + 1)))
        }
        "described" | "describes" | "sees" | "views" | "regards" if active(at) => {
            near(at).any(|i| wording.word(i) == "as")
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Said, kind_of, leaning, may_lie_ahead, point, said_by_cues};
    use crate::analysis::wording::Wording;
    use crate::text::stem::Language;

    /// Not a check of its own: `tests/scores/fit_kind.py` fits the weights to what this prints.
    #[test]
    #[ignore = "prints the measures of the claims in the file that EPITOME_TEXTS names, for fitting"]
    fn measures_are_printed_for_fitting() {
        let said = |measures: &[f32]| measures.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        for line in std::fs::read_to_string(std::env::var("EPITOME_TEXTS").unwrap()).unwrap().lines() {
            let (tag, claim) = line.split_once('\t').unwrap();
            let wording = Wording::of(claim, Some(tag));
            let (kind, ruled, counts) = match said_by_cues(claim, &wording) {
                Said::Kind(kind) => (kind.name(), false, false),
                Said::Open { ruled, counts } => ("open", ruled, counts),
            };
            let leaning = match tag {
                "de" => said(&leaning::german::measures(&wording, ruled)),
                _ => said(&leaning::measures(&wording, ruled)),
            };
            let point = point::measures(&wording).filter(|_| counts).map(|measures| said(&measures));
            println!("row {kind} | {leaning} | {}", point.unwrap_or_default());
        }
    }

    /// The kind of a claim of a text in the language that it is plainly in itself.
    fn kind_in_its_language(claim: &str) -> &'static str {
        kind_of(claim, Language::guess(claim).tag()).name()
    }

    #[test]
    fn the_language_of_the_article_counts_and_not_what_one_claim_looks_like() {
        for (claim, tag, kind) in [
            // Too few small words for a guess.
            ("Hafensanierung könnte scheitern.", Some("de"), "judgement"),
            ("Hafensanierung könnte scheitern.", Some("en"), "fact"),
            ("Kerrick verlor Neunzig Millionen Euro.", Some("de"), "figure"),
            ("Kerrick Best Pier.", Some("de"), "fact"),
        ] {
            assert_eq!(kind_of(claim, tag).name(), kind, "{claim} {tag:?}");
        }
    }

    #[test]
    fn the_surface_tells_the_kind() {
        for (claim, kind) in [
            ("The ferry ran aground in the fog.", "fact"),
            ("The ferry ran aground on 3 May 2031.", "fact"),
            ("The ferry ran aground on May 3.", "fact"),
            ("The ferry carried 212 passengers.", "figure"),
            ("A third of it, or 33 percent, was lost.", "figure"),
            ("The inquiry will begin in June.", "forecast"),
            ("In Kerrick there'll be two new piers.", "forecast"),
            ("The ferry is slated to sail in May.", "forecast"),
            ("The ferry is expected to sail again.", "forecast"),
            ("The owners should pay for the inquiry.", "recommendation"),
            ("The new ferry should be able to sail in June.", "forecast"),
            ("The owners should have paid for the inquiry.", "judgement"),
            ("The best light on the coast is the one in Kerrick.", "fact"),
            ("The rescue was a success.", "judgement"),
            ("\"It was a dark night and nobody saw the light,\" Hale said.", "quotation"),
            ("The new pier opens later this summer.", "forecast"),
            ("Expect fog on the coast.", "forecast"),
            ("It was unwise to expect talks.", "judgement"),
            ("Eine Studie prognostiziert, dass viele Lotsen der See den Rücken kehren.", "forecast"),
            ("Die Stadt hat den Plan beschlossen, der das Licht auf der Mole retten soll.", "fact"),
            ("Die Lampen, die auf der Mole angewärmt werden und sich anfühlen wie Eis, sind alt.", "fact"),
            ("", "fact"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
        }
    }

    #[test]
    fn what_lies_ahead_is_a_forecast_only_where_the_sentence_itself_says_so() {
        for (claim, kind) in [
            ("The paper blasted the town on Monday, warning that the harbour will pay dearly.", "fact"),
            ("The pilots hold signs saying they will sail.", "fact"),
            ("Hale joked on the fact that the line is expected to sink.", "fact"),
            ("Police are on the pier, as they promised the town will be safe.", "fact"),
            ("The plan is kept, despite sailors unhappy at plans to close the pier.", "fact"),
            ("The office warned on Monday that the harbour will close.", "forecast"),
            ("Nobody told the town how much the lamps will cost.", "fact"),
            ("Although the office recommends a lamp, the pilots sail without a light.", "fact"),
            ("Hale spoke after he and the mayor both recommended Maddock for the office.", "fact"),
            ("The mayor decided to speak, saying that the owners should pay.", "recommendation"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
        }
        for (claim, tag, so) in [
            ("The show opens on Friday.", "en", true),
            ("The show opened on Friday.", "en", false),
            ("Die Feier beginnt am Freitag.", "de", true),
            ("Die Feier begann und endete am Freitag.", "de", false),
        ] {
            assert_eq!(may_lie_ahead(claim, Some(tag)), so, "{claim}");
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
            ("Die Lampe auf der Mole ist offenbar kaputt.", "judgement"),
            ("Dass die Lampe noch brennt, ist nur auf den ersten Blick verwunderlich.", "judgement"),
            ("Die Lotsen kritisieren den Plan der Stadt.", "judgement"),
            ("Le projet de la ville est une erreur.", "judgement"),
            ("El plan de la ciudad es un error.", "judgement"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
        }
    }

    #[test]
    fn a_claim_leans_to_a_judgement() {
        for (claim, kind) in [
            ("The plan is reckless and unfair.", "judgement"),
            ("The harbour office called the inquiry a sham.", "judgement"),
            ("The head of the port describes her as a model pilot.", "judgement"),
            ("The mayor called the office a dozen times.", "fact"),
            ("There is no rule for the pier.", "fact"),
            ("There is no reason anyone should buy a lamp.", "judgement"),
            ("Das ist auf der Mole ein beeindruckendes Licht.", "judgement"),
            ("Noch wichtiger wäre ein Licht auf der Mole.", "judgement"),
            ("Mit beeindruckendem Licht lief die Fähre in den Hafen ein.", "fact"),
            ("The office is asking how the light could have gone out.", "fact"),
            ("Hale sagte, er könne sich an die Lampe nicht erinnern.", "fact"),
            ("Nach Ansicht von Hale hat die Stadt auf der Mole kein Licht.", "judgement"),
            ("The mayor argued that the pier breaks the law.", "judgement"),
            ("There is no easy way to close a harbour.", "judgement"),
            ("We cannot trust a harbour office that is corrupt and dangerous.", "judgement"),
            ("The fog may have caused the wreck.", "judgement"),
            ("In May the ferry sank.", "fact"),
            ("The office rejected the plan in Kerrick.", "fact"),
            ("The Best Western in Kerrick was closed on Friday.", "fact"),
            ("No hay barcos en el puerto de la ciudad.", "fact"),
            ("O novo farol do porto da cidade é uma obra importante e não um erro.", "judgement"),
            ("Het nieuwe licht is heel belangrijk voor de loodsen van de stad.", "judgement"),
            ("Niestety w porcie nie ma już światła dla łodzi z miasta.", "judgement"),
            ("К сожалению, в порту города нет света для лодок.", "judgement"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
        }
    }

    #[test]
    fn a_quotation_says_little_but_whose_it_is() {
        for (claim, kind) in [
            ("\"The old light was out that night,\" said Ines Hale, the mayor of Kerrick for ten years.", "quotation"),
            ("Hale said it was \"dark\" and nobody saw the light of the pier.", "fact"),
            (
                "“The owners must pay for all of it,” said Ines Hale, the mayor of Kerrick for ten years.",
                "recommendation",
            ),
            ("‘If the fog comes, we never sail,’ the captain said.", "quotation"),
            ("“No, never, captain,” Ines Hale said.", "quotation"),
            ("Of the fog, Hale said at once, “It came and it never left us.”", "quotation"),
            ("The band sang “Light My Pier,” “Fog On Sea,” “Long Way Home” and “Lamps Out”.", "fact"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
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
            ("Hale speaks of how the law bans acts that should bring no fine.", "fact"),
            ("Immer wenn das Licht auf der Mole aus ist, sollte man den Lotsen rufen.", "recommendation"),
            ("Die Stadt muss das Licht auf der Mole jetzt endlich reparieren.", "recommendation"),
            ("Die Lotsen der Stadt müssen am Sonntag auf der Mole bleiben.", "fact"),
            ("Die Lotsen appellieren an die Stadt, das Licht auf der Mole zu retten.", "recommendation"),
            ("Die Lotsen sprechen sich für ein neues Licht auf der Mole aus.", "recommendation"),
            ("The office rejected calls for an inquiry into the wreck.", "fact"),
            ("The union calls for an inquiry.", "recommendation"),
            ("Build an initial pier before the season.", "recommendation"),
            ("Work only on the hull while the tide is low.", "recommendation"),
            ("Attract sailors by publishing the tides.", "recommendation"),
            ("Work on the pier began in spring.", "fact"),
            ("Use of the pier has fallen.", "fact"),
            ("Achten Sie auf die Flut.", "recommendation"),
            ("Nehmt euch Zeit für die Fahrt auf der See.", "recommendation"),
            ("Tragt die Lampen auf der Mole in der Hand.", "recommendation"),
            ("Versucht nach Ende der Flut nicht mehr zu segeln, es ist dunkel.", "recommendation"),
            ("Die Lampen auf der Mole solltet ihr löschen.", "recommendation"),
            ("Die Stadt müsse das Licht auf der Mole löschen, sagte Hale.", "recommendation"),
            ("Évitez les jours de tempête.", "recommendation"),
            ("Aim to reach the pier before the tide.", "recommendation"),
            ("Try mooring at the old pier.", "recommendation"),
            ("To save fuel, sail with the tide.", "fact"),
            ("To save fuel, use only one engine.", "recommendation"),
            ("If you sail alone, simply keep your course.", "recommendation"),
            ("When the fog lifted, work on the pier began.", "fact"),
            ("The office advises sailors to carry a light.", "recommendation"),
            ("The mayor begged the crew not to sail.", "recommendation"),
            ("It is time to close the harbour.", "recommendation"),
            ("The board decides how sailors should vote.", "fact"),
            ("The office stopped efforts to urge the crew to sail.", "fact"),
            ("A crowd filled the pier, calling for a new mayor.", "fact"),
            ("Tickets must be booked by Tuesday.", "fact"),
            ("Die Stadt sollte den Hafen schließen.", "recommendation"),
            ("Wenn das Licht auf der Mole aus ist, sollten die Lotsen es dem Hafen melden.", "recommendation"),
            ("Lotsen, die das Licht nicht sehen, sollten den Hafen der Stadt ganz meiden.", "recommendation"),
            ("Sollte das Licht auf der Mole ausgehen, bleibt die Fähre in der Stadt.", "fact"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
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
            ("The two crews are to meet in Kerrick.", "forecast"),
            ("Our aims are to meet the crews.", "fact"),
            ("Hale did not make plans to sail.", "fact"),
            ("The office keeps forecasts for the tides.", "fact"),
            ("The owners anticipate a mild winter.", "forecast"),
            ("The line will need to raise money.", "forecast"),
            ("Sailing is the best trade that many of us will have.", "judgement"),
            ("The light is masked so that it won't be seen.", "fact"),
            ("Hale left the house to his son in his will.", "fact"),
            ("Will Hale sailed to Kerrick.", "fact"),
            ("Most ports need a list because only a few guests will sail.", "fact"),
            ("Der Bürgermeister wird in Kerrick von den Bürgern gewählt.", "fact"),
            ("Der Bürgermeister wird die Brücke eröffnen.", "forecast"),
            ("Es heißt, dass das Schiff in Kerrick sinken wird.", "forecast"),
            ("Viele Lotsen werden auch in der Stadt wieder erwartet.", "forecast"),
            ("Der Lotse geht davon aus, dass das Licht in der Stadt nicht brennt.", "judgement"),
            ("Die Brücke soll im Mai eröffnet werden.", "forecast"),
            ("Der Mann soll die Brücke zerstört haben.", "fact"),
            ("Die Stadt plant ab Mai neue Lampen für den Hafen.", "forecast"),
            ("Das Licht soll künftig mit dem Hafen verbunden sein.", "forecast"),
            ("Bis Mai wird fast jede dritte Lampe der Stadt neu sein, so wie früher.", "forecast"),
            ("Die Lotsen werden sich eher an der Küste orientieren als an den Lampen.", "forecast"),
            ("Hale werde sich bei der Versammlung zur Wahl stellen.", "forecast"),
            ("Die Stadt will den Hafen im Herbst umbauen lassen.", "forecast"),
            ("Wer das Licht sehen will, kann auf die Mole gehen.", "fact"),
            ("Am Sonntag wird es auf der Mole so weit sein.", "forecast"),
            ("Die Lotsen der Stadt werden ein Licht erhalten.", "forecast"),
            ("In diesem Jahr werden auf der Mole mehr als 40 Boote erwartet.", "forecast"),
            ("Le pont sera ouvert dans la ville.", "forecast"),
            ("Ieri sera il ponte di Kerrick era chiuso.", "fact"),
        ] {
            assert_eq!(kind_in_its_language(claim), kind, "{claim}");
        }
    }
}
