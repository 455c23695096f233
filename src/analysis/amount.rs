//! Whether a sentence states an amount: a number that counts or measures something. Refuses the numbers that name, date or
//! order something: years, days, seasons, clock times, ages, 'Local 90', 'Phase 2', '3. Liga'.

use std::sync::LazyLock;

use crate::analysis::calendar::{month, weekday};
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::is_past;
use crate::analysis::wording::Wording;
use crate::text::stem::Language;

/// Words that are an amount by themselves, in lower case.
static SCALES: Words = LazyLock::new(|| {
    table(
        "percent pc million billion trillion thousand hundred twenty thirty forty fifty sixty seventy eighty ninety \
        prozent pourcent millionen milliarden tausend millions milliards millones milioni miliardi milhões",
    )
});

/// Units that are written on to a number: '33pc', '12km'.
static UNITS: Words =
    LazyLock::new(|| table("pc km kg mph kph kmh bn mn m tn k cm mm ft lb lbs mg ml kw mw gw kwh mwh ha g"));

/// Signs of money that are written on to a number, in lower case: 'RM4.5'.
const MONEY: &[&str] = &["rm", "rs", "rp", "eur", "usd", "chf", "ksh", "aed", "us", "gh"];

/// Words behind which a number is a place in an order, in lower case.
static ORDERED: Words = LazyLock::new(|| {
    table(
        "no nr nos number chapter article section page phase stage level type grade class round week day game match \
        part step route highway room flight gate platform line season episode volume version top category tier unit interstate local \
        artikel art paragraf absatz abs az rn ziffer seite kapitel phase nummer numéro article página artículo",
    )
});

/// Words that open a sentence before an amount, in lower case; any other with a number behind it is a name.
static BEFORE_AMOUNTS: Words = LazyLock::new(|| {
    table(
        "about some nearly almost over around roughly approximately only just the all these those at in of with by for \
        from to his her their its up another every between more fewer and aged today yesterday altogether overall \
        nationwide eight after within under among out still now then also last next first since until",
    )
});

/// The places of the words that state an amount, in their order.
pub fn amounts<'w>(wording: &'w Wording<'_>) -> impl Iterator<Item = usize> + 'w {
    (0..wording.len()).filter(|&at| {
        let number = wording.word(at).contains(|c: char| c.is_ascii_digit());
        number && (is_money(wording, at) || is_share(wording, at) || is_amount(wording, at))
            || !number && (is_scale(wording, at) || is_part(wording, at))
    })
}

/// 'Two million', not 'One Million Hands'.
fn is_scale(wording: &Wording<'_>, at: usize) -> bool {
    const MEASURED: &[&str] = &["dollars", "euros", "pounds", "rupees", "yen", "yuan", "francs"];
    if !SCALES.contains(&wording.word(at)) {
        return false;
    }
    let (next, after) = (wording.word(at + 1), wording.word(at + 2));
    let vague = wording.word(at) == "millions" && next == "of" && !MEASURED.contains(&after);
    let named = at > 0 && wording.is_capital(at) && wording.language() != Some("de");
    // 'Die 10-Millionen-Lampe'
    let named = named || wording.language() == Some("de") && wording.gap(at + 1) == "-";
    !vague && !named && !is_distance_in_time(wording, at)
}

/// 'Two-thirds', 'three-quarters', 'one in five', 'ein Drittel'.
pub fn is_part(wording: &Wording<'_>, at: usize) -> bool {
    let (word, before) = (wording.word(at), wording.before(at, 1));
    // 'jeder Zehnte', 'one in five'
    let each = matches!(word, "zweite" | "dritte" | "vierte" | "fünfte" | "zehnte") && before.starts_with("jede");
    let one = before == "in" && wording.before(at, 2) == "one";
    let one = one && matches!(word, "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "ten" | "20");
    let german = matches!(
        (word, before),
        ("hälfte", "die") | ("drittel", "ein" | "einem" | "zwei") | ("viertel", "ein" | "einem" | "drei")
    );
    german || matches!((word, before), ("thirds", "two") | ("quarters", "three")) || each || one
}

/// Whether the sign of a currency stands before a number or behind it: '$5', '5 €'.
pub fn is_money(wording: &Wording<'_>, at: usize) -> bool {
    const SIGNS: &[char] = &['$', '€', '£', '¥', '₹', '₩'];
    let number = wording.word(at).contains(|c: char| c.is_ascii_digit());
    let written = wording.is_capital(at.saturating_sub(1)) && MONEY.contains(&wording.before(at, 1));
    let written = written && wording.before(at, 1) != "us";
    number && (written || wording.gap(at).ends_with(SIGNS) || wording.gap(at + 1).trim_start().starts_with(SIGNS))
}

/// '5%', '5 %'.
pub fn is_share(wording: &Wording<'_>, at: usize) -> bool {
    wording.gap(at + 1).trim_start().starts_with(['%', '٪', '％'])
}

/// Whether a word is a number that counts or measures.
fn is_amount(wording: &Wording<'_>, at: usize) -> bool {
    let word = wording.word(at);
    let (money, number, unit) = parts(word);
    if number.is_empty() || number.matches('.').count() > 1 && !number.contains(',') && !is_grouped(number) {
        return false;
    }
    if !money.is_empty() || !unit.is_empty() {
        let rand = money == "r" && !unit.is_empty();
        return (money.is_empty() || rand || MONEY.contains(&money)) && (unit.is_empty() || UNITS.contains(&unit));
    }
    let dated = matches!(
        wording.before(at, 1),
        "in" | "from" | "since" | "until" | "to" | "von" | "bis" | "im" | "jahr" | "en" | "de"
    );
    let modern = number.starts_with("19") || number.starts_with("20");
    let dated = dated || wording.before(at, 1).len() <= 2 && month(wording.before(at, 2)).is_some();
    // 'In the summer of 1898'
    let season = matches!(wording.before(at, 2), "spring" | "summer" | "autumn" | "fall" | "winter" | "end" | "year");
    let dated = dated || wording.before(at, 1) == "of" && season;
    let old = number.len() == 3 && matches!(wording.before(at, 1), "jahr" | "year");
    let year = old || number.len() == 4 && (modern || dated && number.starts_with('1') && !number.contains('.'));
    let ordered = ORDERED.contains(&wording.before(at, 1)) && wording.before(at, 2) != "said";
    !(year
        || ordered
        || is_joined(wording, at)
        || is_day(wording, at)
        || is_reference(wording, at)
        || is_part_of_adjective(wording, at)
        || is_clock(wording, at)
        || is_age(wording, at)
        || is_distance_in_time(wording, at)
        || is_ordinal(wording, at)
        || is_version(wording, at)
        || is_in_name(wording, at))
}

/// 'The recent 1.8 release', 'Python 3.3', '§ 203', 'Felder 1 + 2'.
fn is_version(wording: &Wording<'_>, at: usize) -> bool {
    const ISSUES: &[&str] = &["release", "releases", "version", "update", "upgrade", "patch", "beta"];
    let word = wording.word(at);
    let pointed = word.split_once('.').is_some_and(|(major, minor)| major.len() <= 2 && minor.len() <= 2);
    let named = at > 1 && wording.is_capital(at - 1) && !wording.parted(at) && wording.language() != Some("de");
    let behind = at + 1 == wording.len() || wording.gap(at + 1).trim_start().starts_with(['(', ',', '.', ')']);
    let issue = ISSUES.contains(&wording.word(at + 1));
    wording.gap(at).trim_end().ends_with(['§', '+']) || pointed && (issue || named && behind)
}

/// A word as what is written before its digits, the digits with their points, and what is written behind them.
fn parts(word: &str) -> (&str, &str, &str) {
    let is_digit = |c: char| c.is_ascii_digit();
    let from = word.find(is_digit).unwrap_or(word.len());
    let (money, rest) = word.split_at_checked(from).unwrap_or(("", word));
    let to = rest.rfind(is_digit).map_or(0, |at| at + 1);
    let (number, unit) = rest.split_at_checked(to).unwrap_or(("", ""));
    let plain = number.chars().all(|c| is_digit(c) || matches!(c, ',' | '.'));
    if plain { (money, number, unit) } else { ("", "", "") }
}

/// '1.200.000', as German and Spanish part thousands.
fn is_grouped(number: &str) -> bool {
    number.split('.').skip(1).all(|group| group.len() == 3)
}

/// '2022/23', '2011-12', 'Covid-19', 'F-16', '24/7': a number that a slash or hyphen joins to a year, a name or another.
fn is_joined(wording: &Wording<'_>, at: usize) -> bool {
    let number = |i: usize| wording.word(i).starts_with(|c: char| c.is_ascii_digit());
    if matches!(wording.gap(at), "/" | "·" | "×")
        || at + 1 < wording.len() && wording.gap(at + 1) == "×"
        || at + 1 < wording.len() && wording.gap(at + 1) == "/" && number(at + 1)
    {
        return true;
    }
    // '3-in-1'
    if at + 1 < wording.len() && wording.gap(at + 1) == "-" && wording.word(at + 1) == "in" {
        return true;
    }
    let hyphen = at > 0 && matches!(wording.gap(at), "-" | "–" | "‑");
    let year = wording.before(at, 1).len() == 4;
    hyphen && (year || !wording.before(at, 1).starts_with(|c: char| c.is_ascii_digit()))
}

/// A day of a month, in whatever order the two stand: 'April 12', '3. Mai', '8 de agosto', '3 to 5 May'.
fn is_day(wording: &Wording<'_>, at: usize) -> bool {
    let is_month = |word: &str| month(word).is_some();
    let between = |word: &str| {
        matches!(word, "and" | "to" | "bis" | "und" | "et" | "au" | "y" | "e" | "de" | "di" | "of" | "the")
            || word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
    };
    if wording.word(at).len() > 2 {
        return false;
    }
    let ahead = (1..=3).find(|&i| !between(wording.word(at + i))).is_some_and(|i| is_month(wording.word(at + i)));
    let behind = (1..=3).find(|&i| !between(wording.before(at, i)));
    // 'In May 20 people died.'
    let alone = |back: usize| back == 1 && matches!(wording.before(at, 2), "in" | "im" | "en") && counts(wording, at);
    let counted = wording.word(at + 1).starts_with(['日', '月', '年']);
    counted || ahead || behind.is_some_and(|back| is_month(wording.before(at, back)) && !alone(back))
}

/// Whether what a number stands before can be what it counts: a word in lower case, neither a function word nor a verb.
fn counts(wording: &Wording<'_>, at: usize) -> bool {
    let next = at + 1;
    next < wording.len()
        && !wording.is_capital(next)
        && !wording.parted(next)
        && !Language::of_tag("en").is_function_word(wording.word(next))
        && !is_past(wording.word(next))
        && !matches!(wording.word(next), "ist" | "sind" | "wird" | "soll" | "kommt" | "bietet" | "verfügt")
        && !wording.word(next).ends_with("ly")
        && !matches!(wording.word(next), "often" | "never" | "always" | "still" | "now" | "soon")
}

/// 'As one study found (26)', 'two studies (4, 5)': a number in brackets that measures nothing.
fn is_reference(wording: &Wording<'_>, at: usize) -> bool {
    let last = wording.gap(at + 1).starts_with(')');
    let opens = |i: usize| i > 0 && wording.gap(i).ends_with('(');
    let listed = |i: usize| matches!(wording.gap(i), ", " | ",");
    wording.word(at).len() <= 3
        && (opens(at) && (last || listed(at + 1)) || last && listed(at) && opens(at.saturating_sub(1)))
}

/// '16-inch', '10-speed', '14-story': not '3-1', '30-60 percent', '195-inches'.
fn is_part_of_adjective(wording: &Wording<'_>, at: usize) -> bool {
    let next = wording.word(at + 1);
    at + 1 < wording.len()
        && matches!(wording.gap(at + 1), "-" | "‑")
        && next.starts_with(char::is_alphabetic)
        && (!next.ends_with('s') || next.starts_with("jährig"))
        && !matches!(next, "million" | "billion" | "trillion" | "percent" | "per")
}

/// '9 a.m.', '14:30', '8 Uhr', '20 h'.
fn is_clock(wording: &Wording<'_>, at: usize) -> bool {
    let colon = |i: usize| i > 0 && i < wording.len() && wording.gap(i) == ":";
    let hour = |word: &str| {
        matches!(word, "a.m" | "p.m" | "am" | "pm" | "uhr" | "h" | "heures" | "o'clock" | "gmt" | "et" | "est")
    };
    let dotted = matches!((wording.word(at + 1), wording.word(at + 2)), ("a" | "p", "m"));
    let hours = matches!(wording.before(at, 1), "alle" | "dalle" | "ore")
        || wording.before(at, 1) == "las" && wording.before(at, 2) == "a";
    let hours = hours && wording.word(at).len() <= 2;
    hours || colon(at) || colon(at + 1) || hour(wording.word(at + 1)) || dotted
}

/// '28-year-old', 'Hale, 52,', 'aged 18', 'turned 18', '52 ans', '52 Jahre alt', 'Hale (52)'.
fn is_age(wording: &Wording<'_>, at: usize) -> bool {
    let next = |i: usize| wording.word(at + i);
    let old = matches!(next(1), "year" | "years" | "month" | "months" | "jahre")
        && (matches!(next(2), "old" | "olds") || next(2).starts_with("alt"));
    let other = matches!(next(1), "ans" | "años" | "anni" | "jährige" | "jähriger" | "jährigen" | "yo");
    let said = matches!(wording.before(at, 1), "aged" | "age" | "turned" | "turns" | "turning")
        || wording.before(at, 2) == "age" && wording.before(at, 1) == "of";
    let between = at > 0
        && wording.word(at).len() <= 2
        && wording.is_capital(at - 1)
        && matches!((wording.gap(at).trim(), wording.gap(at + 1).trim_end()), (",", "," | ".") | ("(", ")" | "),"));
    // 'Hale (34/Kerrick)', 'im Alter von 9 und 13 Jahren'
    let club = wording.gap(at).ends_with('(') && wording.gap(at + 1) == "/" && wording.word(at).len() == 2;
    let german = (2..=4).any(|back| wording.before(at, back) == "alter" && wording.before(at, back - 1) == "von");
    let was = matches!(wording.before(at, 1), "was" | "is") && matches!(wording.before(at, 2), "he" | "she" | "i");
    let ends = at + 1 == wording.len() || wording.parted(at + 1);
    // 'Her friend Ines Hale, also 19,', 'from age 20 to 50'
    let also = wording.before(at, 1) == "also" && wording.parted(at - 1) && ends;
    let until = wording.before(at, 1) == "to" && wording.before(at, 3) == "age";
    // 'aged between 18 and 25'
    let range = (2..=4).any(|back| wording.before(at, back) == "aged") && wording.word(at).len() <= 2;
    old || other || said || between || club || german || was && ends || also || until || range
}

/// '5 years ago', '3 days later', '6 to 8 weeks later', 'fifty years after', 'vor 3 Jahren', 'il y a 3 ans'.
fn is_distance_in_time(wording: &Wording<'_>, at: usize) -> bool {
    let range = matches!(wording.word(at + 1), "to" | "or") && wording.word(at + 2).bytes().all(|b| b.is_ascii_digit());
    let unit = at + if range { 3 } else { 1 };
    let ago = matches!(wording.word(unit + 1), "ago" | "later" | "earlier" | "after" | "before");
    let ago = ago && wording.word(unit).ends_with('s');
    let behind = wording.before(at, 1);
    ago || behind == "vor" && matches!(wording.word(at + 1), "jahren" | "monaten" | "tagen" | "wochen" | "stunden")
}

/// '3. Liga': a number with a full stop inside the sentence.
fn is_ordinal(wording: &Wording<'_>, at: usize) -> bool {
    wording.word(at).len() <= 2 && at + 1 < wording.len() && wording.gap(at + 1).starts_with(". ")
}

/// 'Local 90', 'the LC 500 Convertible', 'Elizabeth 2', 'Apollo 11 and 12'; not 'In Kerrick 20 people died'.
fn is_in_name(wording: &Wording<'_>, at: usize) -> bool {
    let Some(named) = at.checked_sub(1).filter(|_| !wording.parted(at)) else { return false };
    let name = wording.word(named);
    if !wording.is_capital(named) || weekday(name).is_some() || month(name).is_some() {
        return false;
    }
    // 'The LC 500 tourer', not 'in the US 20 people'.
    let model = wording.raw(named).len() <= 3 && wording.raw(named).bytes().all(|b| b.is_ascii_uppercase());
    let model = model && !matches!(name, "us" | "uk" | "un" | "eu" | "usa" | "uae" | "a" | "i");
    // 'The AirPlay 2 receiver': a capital within the name.
    let inside = wording.raw(named).chars().skip(1);
    let model = model || inside.clone().any(char::is_uppercase) && inside.clone().any(char::is_lowercase);
    // 'Licht 21 zeigt': what German counts has a capital.
    let verb = wording.language() == Some("de") && wording.word(at + 1).ends_with('t') && !wording.is_capital(at + 1);
    if counts(wording, at) && !model && !verb {
        return false;
    }
    let next = at + 1;
    let german = wording.language() == Some("de");
    // 'Das Möwe Licht 3 Pro'
    let made = matches!(wording.word(next), "pro" | "plus" | "max" | "ultra" | "mini" | "lite");
    // German writes what is counted with a capital too, and what comes before it.
    if german && !made && !model && (wording.is_capital(next) && !wording.parted(next) || named == 0) {
        return false;
    }
    named > 0 || !BEFORE_AMOUNTS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::amounts;
    use crate::analysis::wording::Wording;
    use crate::text::stem::Language;

    fn states_amount(text: &str) -> bool {
        amounts(&Wording::of(text, Language::guess(text).tag())).next().is_some()
    }

    #[test]
    fn a_number_that_names_dates_or_orders_something_is_no_amount() {
        for text in [
            "The Gull 500 Cabrio looks larger.",
            "Local 90 has no harbour.",
            "The port has a new SeaLamp 3 receiver.",
            "The port sells a 3-in-1 lamp.",
            "The members of Local 90 met in Kerrick.",
            "Queen Elizabeth 2 stayed in the lodge in 2005.",
            "The crew of Apollo 11 was tired.",
            "The court sank the plan of Boeing 737.",
            "Hale stays until the end of the 2022/23 season.",
            "Hale won the title of 2011-12.",
            "The owners meet at 9 a.m. in Kerrick.",
            "It ended at 6:38 p.m. on the pier.",
            "Um 14:30 begann die Fahrt.",
            "Die Fahrt begann um 8 Uhr.",
            "A 28-year-old sailor drowned.",
            "Hale, 52, drowned.",
            "Ein Mann (52) und Hale (48) ertranken.",
            "She was mayor at the age of 18.",
            "It sank on April 12 and 13.",
            "El 8 de agosto empezó.",
            "Das Schiff sank am 3. Mai.",
            "Das Schiff sank am 03.05.2031.",
            "The ferry sank 5 years ago.",
            "The town is in Phase 2 of the plan.",
            "Nobody has Covid-19 in Kerrick.",
            "Der Klub spielt in der 3. Liga.",
            "The 21st ferry of the 1990s sank.",
            "Thousands of people fled.",
            "The crews in Local 90 often work, and those in Local 90 frequently sleep.",
            "Hale, der Seher, lebte von 1503 bis 1566.",
            "Die 30 Jahre alte Frau arbeitet in Kerrick.",
            "Il corteo è partito alle 13.",
            "Die Stadt hat ihr 30-jähriges Bestehen gefeiert.",
            "Die Lotsen wollen die «10-Millionen-Stadt» verhindern.",
            "Der Name des Gull Fold 6 ist auf dem Schiff in der Stadt zu sehen.",
            "Die Gull Lamp 3 Pro ist das Licht der Stadt.",
            "Ines Hale (34/Kerrick) gab auf See auf.",
            "Hale hat zwei Kinder im Alter von 9 und 13 Jahren.",
            "Gull Fold 6: Das neue Schiff wird von der Stadt genutzt.",
        ] {
            assert!(!states_amount(text), "{text}");
        }
    }

    #[test]
    fn a_number_that_counts_or_measures_is_an_amount() {
        for text in [
            "In Kerrick 20 people died.",
            "In May 20 people died.",
            "On Monday 20 people died.",
            "The ferry carried 212 passengers.",
            "It cost RM4.5 a head.",
            "It lies 12km off the coast.",
            "A total of 12 people died.",
            "Twenty of them drowned.",
            "Kerrick won 3-1.",
            "Rund 20 Menschen sind in der Stadt gestorben.",
            "In Kerrick sind nach Angaben der Stadt 20 Menschen gestorben.",
            "Die Stadt zählt 1.200.000 Menschen.",
            "About 20 of them drowned.",
            "It took 33 percent.",
            "Le navire portait 212 passagers.",
        ] {
            assert!(states_amount(text), "{text}");
        }
    }
}
