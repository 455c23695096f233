//! What kind of assertion a claim is, by its surface: its words, figures and quotation marks. English cues first, a few
//! of other languages. Refuses to weigh what is meant: without a cue where the sentence's verb stands, it is a fact.

use std::sync::LazyLock;

use crate::analysis::amount::states_amount;
use crate::analysis::lexicon::{Words, table};
use crate::analysis::rank::quoted_share;
use crate::analysis::wording::Wording;
use crate::brief::ClaimKind;

mod bidding;
mod cues;
mod german;
mod place;

use bidding::is_imperative;
use cues::first_cue;
use place::is_subordinate;

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
