//! Whether an amount is what a claim is about, or stands in it by the way: in an aside, as a distance, as the size of a
//! study. No sign decides by itself; their weights are fitted (`tests/scores/fit_kind.py`). Refuses to say what an amount
//! is: that is for `amount`.

use std::sync::LazyLock;

use super::cues::TITLE_WORDS;
use super::leaning::odds;
use super::place::is_subordinate;
use super::weights::POINT;
use crate::analysis::amount::{amounts, is_money, is_part, is_share};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::{is_finite, is_past};
use crate::analysis::wording::Wording;

mod abroad;

use abroad::is_abroad;

/// Whether a claim is told for an amount in it.
pub(super) fn is_the_point(wording: &Wording<'_>) -> bool {
    measures(wording).is_some_and(|measures| odds(&measures, &POINT) > 0.0)
}

/// How many measures there are.
pub(super) const MEASURES: usize = 14;

/// The measures of a claim that states an amount, in the order of the weights; `None` where it states none.
pub(super) fn measures(wording: &Wording<'_>) -> Option<[f32; MEASURES]> {
    let all: Vec<(usize, bool)> = amounts(wording).map(|at| (at, is_by_the_way(wording, at))).collect();
    let (chief, _) = all.iter().find(|(_, by_the_way)| !by_the_way).or_else(|| all.first())?;
    let main = all.iter().filter(|(_, by_the_way)| !by_the_way).count() as f32;
    let flag = |so: bool| f32::from(u8::from(so));
    let any = |is: fn(&Wording<'_>, usize) -> bool| flag(all.iter().any(|&(at, _)| is(wording, at)));
    let (words, abroad) = (wording.len() as f32, is_abroad(wording));
    Some([
        main.min(1.0),
        main.min(3.0),
        any(is_ratio),
        any(is_score),
        any(is_toll),
        *chief as f32 / words,
        any(is_attribute),
        counting(wording, 0).min(2.0),
        counting(wording, *chief).min(2.0),
        any(is_in_unit),
        flag(is_rounded(wording.before(*chief, 1)) || abroad && abroad::is_rounded(wording, *chief)),
        flag(is_said_of(wording, *chief)),
        flag((0..wording.len()).any(|at| is_source(wording.word(at)) || abroad && abroad::is_source(wording.word(at)))),
        words / 20.0,
    ])
}

/// '5%', '5 Prozent', 'two-thirds'.
fn is_ratio(wording: &Wording<'_>, at: usize) -> bool {
    let percent = |word: &str| matches!(word, "percent" | "prozent" | "pourcent" | "per" | "pc");
    is_share(wording, at)
        || is_part(wording, at)
        || percent(wording.word(at))
        || percent(wording.word(at + 1))
        || is_abroad(wording) && abroad::is_ratio(wording, at)
}

/// '25% tariffs', 'a $3 billion offer', 'the 32 backers': a word on its way to the noun.
fn is_attribute(wording: &Wording<'_>, at: usize) -> bool {
    static FUNCTION: Words = LazyLock::new(|| {
        table(
            "of in on at by for from to a an the and or per than as with since over under during before after last this \
             each every more less higher lower points in down up off compared when while but that who which while today \
             now worth year so far until have has had is are was were be would will could may might",
        )
    });
    static ARTICLES: Words = LazyLock::new(|| {
        table(
            "a an the its his her their these those this planned another der die das den dem des ein eine \
             einen einem einer seine ihre insgesamt all alle first ersten",
        )
    });
    let scale = |at: usize| {
        let word = wording.word(at);
        ["million", "billion", "trillion", "milliard"].iter().any(|start| word.starts_with(start)) || word == "bn"
    };
    let next = at + if scale(at + 1) { 2 } else { 1 };
    let behind = next < wording.len() && !wording.parted(next) && !FUNCTION.contains(wording.word(next));
    let sum = (is_money(wording, at) || is_share(wording, at)) && behind;
    let article = ARTICLES.contains(wording.before(at, 1));
    sum || article && !wording.parted(at) || wording.gap(at + 1) == "-"
}

/// '20 minutes', '15 Zentimeter', '30 Jahre'.
fn is_in_unit(wording: &Wording<'_>, at: usize) -> bool {
    static UNITS: Words = LazyLock::new(|| {
        table(
            "year years month months week weeks day days hour hours minute minutes second seconds mile miles kilometers \
             kilometres km meters metres feet inches inch yards pounds mph jahre jahren monate monaten wochen tage tagen \
             stunden minuten sekunden kilometer kilometern meter metern zentimeter zentimetern tonnen kilo gramm grad mal \
             times years-old",
        )
    });
    UNITS.contains(wording.word(at + 1)) || is_abroad(wording) && abroad::is_unit(wording.word(at + 1))
}

/// How many words from a place on say that something is counted, measured or compared.
fn counting(wording: &Wording<'_>, from: usize) -> f32 {
    static COUNTING: Words = LazyLock::new(|| {
        table(
            "rose fell grew increased decreased dropped climbed slid gained lost jumped doubled tripled average averaged \
             averages total totalled totaled cost costs worth number rate price prices priced estimated estimate \
             estimates poll survey percent percentage share revenue sales profit loss income spent spending up down \
             fewer higher lower increase drop decline growth toll per annual annually median reached exceeds exceed \
             record accounted accounts accounting recorded killed died dead injured wounded earned stieg stiegen \
             gestiegen sank sanken gesunken fiel fielen gefallen kletterte wuchs gewachsen legte betrug beträgt betragen \
             liegt lag liegen lagen kostet kosten kostete zählt zählen zählte umfasst anteil umfrage durchschnitt \
             durchschnittlich prozent insgesamt zahl anzahl rate quote preis umsatz gewinn verlust getötet gestorben \
             tote verletzte höher niedriger pro jährlich wert rückgang anstieg zuwachs plus minus erreicht erreichte \
             verdoppelt geschätzt schätzt beziffert",
        )
    });
    let abroad = is_abroad(wording);
    let counts = |word: &str| COUNTING.contains(word) || abroad && abroad::is_counting(word);
    (from..wording.len()).filter(|&at| counts(wording.word(at))).count() as f32
}

/// 'About 20', 'mindestens 20'.
fn is_rounded(before: &str) -> bool {
    static ROUNDING: Words = LazyLock::new(|| {
        table("about some nearly almost over around roughly than least to rund etwa fast knapp über mindestens als")
    });
    ROUNDING.contains(before)
}

/// 'Was 48', 'was at least 48', 'lag bei 48': what the sentence says of something.
fn is_said_of(wording: &Wording<'_>, at: usize) -> bool {
    static VERBS: Words = LazyLock::new(|| {
        table(
            "is are was were cost costs totaled totalled reached averages averaged exceeded hit ist sind war waren \
             beträgt betrug kostet kostete zählt zählte umfasst bei um auf",
        )
    });
    let between = |word: &str| is_rounded(word) || matches!(word, "more" | "at" | "mehr");
    let back = (1..=3).take_while(|&back| between(wording.before(at, back))).count();
    let before = wording.before(at, back + 1);
    VERBS.contains(before) || is_abroad(wording) && abroad::is_saying(before)
}

/// 'According to', 'a survey', 'laut': who has counted.
fn is_source(word: &str) -> bool {
    static SOURCES: Words = LazyLock::new(|| {
        table(
            "said says told according found report study poll survey data laut angaben zufolge umfrage daten \
             statistischen",
        )
    });
    SOURCES.contains(word)
}

fn is_by_the_way(wording: &Wording<'_>, at: usize) -> bool {
    is_set_aside(wording, at) || !is_weighty(wording, at) && is_beside(wording, at)
}

/// Whatever it counts.
fn is_set_aside(wording: &Wording<'_>, at: usize) -> bool {
    is_in_opening(wording, at)
        || is_in_title(wording, at)
        || is_distance(wording, at)
        || is_long_ago(wording, at)
        || is_known(wording, at)
}

/// Where it is no money, share or toll.
fn is_beside(wording: &Wording<'_>, at: usize) -> bool {
    is_in_aside(wording, at)
        || is_subordinate(wording, at)
        || is_duration(wording, at)
        || is_german_measure(wording, at)
        || is_in_brackets(wording, at)
        || is_of_study(wording, at)
}

/// 'Known as “Miss 100%”': in a quotation no longer than a title.
fn is_in_title(wording: &Wording<'_>, at: usize) -> bool {
    wording.quotation(at).is_some_and(|words| words <= TITLE_WORDS)
}

/// A share, money, or what is counted in millions: seldom told by the way.
fn is_weighty(wording: &Wording<'_>, at: usize) -> bool {
    static MEASURED: Words = LazyLock::new(|| table("horsepower kwh lb ps points wins"));
    let scale = |word: &str| matches!(word, "million" | "billion" | "trillion" | "percent" | "per" | "bn" | "pc");
    is_money(wording, at)
        || is_share(wording, at)
        || scale(wording.word(at))
        || scale(wording.word(at + 1))
        || is_score(wording, at)
        || is_toll(wording, at)
        || MEASURED.contains(wording.word(at + 1))
        || wording.word(at).ends_with(char::is_alphabetic) && wording.word(at).starts_with(|c: char| c.is_ascii_digit())
}

/// '3-0'.
fn is_score(wording: &Wording<'_>, at: usize) -> bool {
    let number = |at: usize| wording.word(at).len() <= 3 && wording.word(at).bytes().all(|b| b.is_ascii_digit());
    let dash = |at: usize| at > 0 && matches!(wording.gap(at), "-" | "–");
    at + 1 < wording.len() && number(at) && (dash(at + 1) && number(at + 1) || dash(at) && number(at - 1))
}

/// '1,200 people were killed': those who died are told for their number.
fn is_toll(wording: &Wording<'_>, at: usize) -> bool {
    let dead = |word: &str| matches!(word, "killed" | "died" | "dead" | "deaths" | "wounded" | "injured");
    // ', which left 40 dead': of another event than the one that is told.
    let other = matches!(wording.word(wording.stretch(at).start), "which" | "who" | "where");
    !other && (at + 1..at + 7).any(|i| dead(wording.word(i)))
}

/// 'With 150 million households, ', 'After a loan of $8 billion, ': what the sentence opens with before it comes to its point.
fn is_in_opening(wording: &Wording<'_>, at: usize) -> bool {
    static OPENING: Words = LazyLock::new(|| {
        table(
            "after with as while although though despite since among when if unlike besides beyond während obwohl \
             nachdem trotz",
        )
    });
    let clause = wording.stretch(at);
    clause.start == 0 && clause.end < wording.len() && OPENING.contains(wording.word(0))
}

/// ', killing 23 people,', ', including 12 schools', ', a chain of 30 papers,', ' with room for 6,000 people': behind the
/// sentence's own verb.
fn is_in_aside(wording: &Wording<'_>, at: usize) -> bool {
    static BINDING: Words = LazyLock::new(|| {
        table(
            "which who whose where including with after as when while because although such killing leaving injuring \
             wounding",
        )
    });
    let start = wording.stretch(at).start;
    let first = wording.word(start);
    let clause = wording.stretch(at);
    let apposition = matches!(first, "a" | "an" | "the") && !clause.into_iter().any(|i| is_finite(wording.word(i)));
    let aside = start > 0 && (BINDING.contains(first) || apposition);
    let bound = |word: &str| matches!(word, "who" | "which" | "after" | "as" | "when" | "while" | "whose");
    // 'the bombings that killed 76 people'
    let verb = |i: usize| is_past(wording.word(i)) || is_finite(wording.word(i));
    let relative = |i: usize| wording.word(i) == "that" && is_past(wording.word(i + 1)) && !(i + 2..at).any(verb);
    aside || (start.max(4)..at).any(|i| bound(wording.word(i)) || relative(i))
}

/// '240 miles south of', '100 metres from', '20 miles off'.
fn is_distance(wording: &Wording<'_>, at: usize) -> bool {
    static UNITS: Words = LazyLock::new(|| {
        table("mile miles kilometer kilometers kilometre kilometres km meter meters metre metres feet yards")
    });
    static WHERE: Words = LazyLock::new(|| {
        table("from south north east west southeast southwest northeast northwest away off outside above below beneath")
    });
    let bracket = wording.gap(at).ends_with('(') && UNITS.contains(wording.word(at + 1));
    let place = |at: usize| WHERE.contains(wording.word(at));
    // '390 kilometers (240 miles) south'
    let converted = wording.gap(at + 2).contains('(') && place(at + 4);
    // 'Within 100 meters of the pier'
    let within = (1..=2).any(|back| wording.before(at, back) == "within");
    UNITS.contains(wording.word(at + 1)) && (bracket || place(at + 2) || converted || within)
}

/// '4.5 billion years ago', 'thirty-four years after': when something was.
fn is_long_ago(wording: &Wording<'_>, at: usize) -> bool {
    let time = |at: usize| {
        matches!(
            wording.word(at).trim_end_matches('s'),
            "year" | "month" | "week" | "day" | "hour" | "decade" | "minute"
        ) && matches!(wording.word(at + 1), "ago" | "after" | "later" | "earlier" | "before")
    };
    time(at + 1) || matches!(wording.word(at + 1), "million" | "billion") && time(at + 2) || time(at)
}

/// 'His 18,000 followers', 'all 14 companies', 'the $69 fares', 'its 82 per cent target': what is taken as known.
fn is_known(wording: &Wording<'_>, at: usize) -> bool {
    // 'A $4.6 billion company': of both words.
    let scaled = at > 0 && is_money(wording, at - 1) && matches!(wording.word(at), "million" | "billion" | "trillion");
    let at = at - usize::from(scaled);
    let before = wording.before(at, 1);
    let owned = matches!(before, "his" | "her" | "its" | "their" | "our" | "my") || before.ends_with("'s");
    let weighty = is_money(wording, at) || is_share(wording, at);
    // 'Der 21 Hafenstädte'
    let german = matches!(
        before,
        "der" | "die" | "den" | "jene" | "jenen" | "seiner" | "seinen" | "ihrer" | "ihren" | "aller" | "allen"
    );
    let counted = german && !weighty && wording.is_capital(at + 1) && !wording.word(at + 1).starts_with("milli");
    let of = |back: usize| wording.word(at + back) == "of";
    let named = weighty && before == "the" && !wording.parted(at + 1) && !of(1) && !of(2);
    // 'All 14 companies are eligible.', 'The 14 companies in the list may bid.'
    let all = matches!(before, "all" | "the") && !weighty && wording.before(at, 2).is_empty();
    // 'The head of a $4.6 billion company'
    let led = matches!(wording.before(at, 2), "of" | "following" | "with" | "by" | "at" | "for");
    let sized = is_money(wording, at) && before == "a" && led && !of(1) && !of(2);
    !wording.parted(at) && (owned || named || all || counted || sized)
}

/// 'Die 160 Meter hohen Türme', 'mit 50 Jahren', 'nach mehr als 35 Jahren', 'das Unglück mit 40 Toten'.
fn is_german_measure(wording: &Wording<'_>, at: usize) -> bool {
    const SIZES: &[&str] = &["hoh", "groß", "größer", "lang", "läng", "breit", "tief", "schwer", "alt", "dick"];
    let unit = wording.word(at + 1);
    let measured =
        ["meter", "metern", "jahre", "kilo", "kilogramm", "tonnen", "gramm"].iter().any(|end| unit.ends_with(end));
    let size = wording.word(at + 2);
    let bends = ["e", "en", "er", "es", "em"].iter().any(|end| size.ends_with(end));
    let attribute = measured && bends && SIZES.iter().any(|start| size.starts_with(start));
    let opening = wording.stretch(at).start;
    let years = unit == "jahren" && matches!(wording.word(opening), "mit" | "nach" | "seit") && at <= opening + 3;
    let victims = wording.before(at, 1) == "mit" && matches!(unit, "toten" | "verletzten" | "opfern" | "todesopfern");
    attribute || years || victims
}

/// 'Hale (21 Siege) trifft'.
fn is_in_brackets(wording: &Wording<'_>, at: usize) -> bool {
    wording.gap(at).ends_with('(') && (1..=3).any(|i| wording.gap(at + i).starts_with(')'))
}

/// 'For 12 weeks', 'the first in 10 years'.
fn is_duration(wording: &Wording<'_>, at: usize) -> bool {
    let unit = wording.word(at + 1).trim_end_matches('s');
    // 'Seit 30 Jahren', 'mit 60 in den Ruhestand'.
    let german = matches!(wording.before(at, 1), "seit" | "vor" | "nach" | "in" | "binnen" | "innerhalb" | "von")
        && matches!(wording.word(at + 1), "jahren" | "monaten" | "wochen" | "tagen" | "stunden" | "minuten");
    let aged = matches!(wording.before(at, 1), "mit" | "ab") && matches!(wording.word(at + 1), "in" | "noch" | "aus");
    // 'Gab nach 20 Kilometern auf'
    let run = wording.before(at, 1) == "nach" && matches!(wording.word(at + 1), "kilometern" | "metern" | "runden");
    // 'the first in the 26-year history'
    let history = wording.before(at, 1) == "the" && unit == "year";
    // 'in over 30 years', 'for nearly 4 years'
    let hedged = matches!(wording.before(at, 1), "over" | "nearly" | "almost" | "about" | "around" | "some");
    german
        || aged
        || run
        || history
        || matches!(unit, "year" | "month" | "week" | "day" | "night" | "hour" | "decade")
            && matches!(
                wording.before(at, 1 + usize::from(hedged)),
                "in" | "for" | "of" | "within" | "after" | "than" | "every" | "past" | "last"
            )
            && wording.before(at, 2) != "average"
}

/// 'A study in 103 women', 'one review of 14 studies'.
fn is_of_study(wording: &Wording<'_>, at: usize) -> bool {
    let study = |back: usize| {
        matches!(wording.before(at, back), "study" | "studies" | "review" | "trial" | "analysis" | "survey" | "poll")
    };
    matches!(wording.before(at, 1), "in" | "of" | "with" | "among") && study(2)
}

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind_of;
    use crate::text::stem::Language;

    #[test]
    fn a_figure_is_what_the_claim_is_about() {
        for (claim, kind) in [
            ("The wreck killed 23 people.", "figure"),
            ("The storm hit the pier, killing 23 people.", "fact"),
            ("The storm hit the pier, killing up to 60 percent of the crew.", "figure"),
            ("The old pier lies 240 miles south of Kerrick.", "fact"),
            ("The pier lies 390 kilometers (240 miles) south of Kerrick.", "fact"),
            ("After a loan of $8 million, the line bought a ferry.", "fact"),
            ("With about 150 million sailors, the town is careful.", "fact"),
            ("Hale, who has 18,000 readers, wrote of the wreck.", "fact"),
            ("One study in 103 sailors found that fog tires them.", "fact"),
            ("It was the first wreck in 10 years.", "fact"),
            ("The bay was cut into the rock 4.5 billion years ago.", "fact"),
            ("Two days after the wreck the ferry sailed again.", "fact"),
            ("A 16-inch screen replaces the old light.", "fact"),
            ("Several studies found that fog tires sailors (4, 5).", "fact"),
            ("Kerrick sank Norland 3-0 in the cup, with a storm of goals.", "figure"),
            ("The office has millions of files.", "fact"),
            ("The light hangs 100 meters above the bay.", "fact"),
            ("In over 30 years no ferry sank in Kerrick.", "fact"),
            ("The new lamps came 6 to 8 weeks later.", "fact"),
            ("The lamp was part of the recent 1.8 release.", "fact"),
            ("Her friend Ines Maddock, also 19, drowned in Kerrick.", "fact"),
            ("Hale spoke of the storms that killed 76 people who were at sea.", "fact"),
            ("The toll of the storm that left the pier in ruins rose to 10.", "figure"),
            ("The port closed the pier after a storm, which left 40 sailors dead.", "fact"),
            ("The 14 lines in the list sail to Norland.", "fact"),
            ("It was the first storm in the 26 year-history of the port.", "fact"),
            ("One in five sailors rely on the pier.", "figure"),
            ("Hale was known as \"Miss 100%\" in Kerrick.", "fact"),
            ("The crew slept within 90 yards (82 m) of the pier.", "fact"),
            ("Hale won gold in the 4×200-meter race of the port.", "fact"),
            ("Hale is the head of a $4.6 billion shipping company.", "fact"),
            ("Sailors stay for an average of 20 years.", "figure"),
            ("The average wait for a new lamp of the pier was 48 days.", "figure"),
            ("Since the first storm, an estimated 40,000 lamps have been lost.", "figure"),
            ("Eine Recherche von Licht 21 zeigt, dass die Stadt nicht mehr zahlt.", "fact"),
            ("In der Stadt hat jeder zehnte Lotse eine Lampe.", "figure"),
            ("The sailors were aged between 18 and 25.", "fact"),
            ("Auf der Mole sind auch die 80 Lotsen der Stadt.", "fact"),
            ("Der Lotse (21 Fahrten) ist in der Stadt nicht mehr auf der See.", "fact"),
            ("Nach § 203 ist die Lampe auf der Mole aus.", "fact"),
            ("Die Lotsin gab nach 20 Kilometern auf der See auf.", "fact"),
            ("Die Lampe auf der Mole ist seit 30 Jahren kaputt.", "fact"),
            ("Die beiden 160 Meter hohen Türme der Stadt sind in der Nacht gesunken.", "fact"),
            ("Die Stadt hat nach dem Unglück mit 40 Toten auf der Fähre Fehler gemacht.", "fact"),
            ("Mit 50 Jahren fährt die Lotsin der Stadt noch auf die See.", "fact"),
            ("In der Stadt war nicht ganz die Hälfte der Lotsen auf der Mole.", "figure"),
            ("Die Lotsen der Stadt gehen mit 60 in den Ruhestand.", "fact"),
            ("Vertreter der 21 Hafenstädte haben Hale gewählt.", "fact"),
            ("Das Unglück auf der Fähre hat 23 Menschen verletzt.", "figure"),
            ("The budget was cut from R11bn to R5.5bn.", "figure"),
            ("The ferry charges Rs 299 a head.", "figure"),
            ("Almost two-thirds of the sailors voted.", "figure"),
            ("Ein Drittel der Lotsen der Stadt war auf der Mole.", "figure"),
            ("In the summer of 1866, the keeper of the light made a find that gave lamps to the port.", "fact"),
            ("Hale was riding at about 30 mph when he hit the rail of the pier.", "fact"),
            (
                "On Friday Hale threatened the port with duties on a $90 million list of lamps, and the crews went on strike.",
                "fact",
            ),
            ("Für den Umbau der Mole holte die Stadt Arbeiter aus mehr als 20 Häfen der Küste nach Kerrick.", "fact"),
            ("Während der Hafen von Norland mehr als 50 Lampen gekauft hat, blieb es in Kerrick dunkel.", "fact"),
        ] {
            assert_eq!(kind_of(claim, Language::guess(claim).tag()).name(), kind, "{claim}");
        }
    }
}
