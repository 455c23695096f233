//! The time a verb tells, by the words around a place: past, present or ahead. English for the most part, the commonest
//! verbs of a few other languages. Refuses to parse: where no verb is known, there is no tense.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};
use crate::analysis::wording::Wording;

/// What the nearest known verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It has happened.
    Past,
    /// It is so.
    Present,
    /// It lies ahead.
    Ahead,
}

/// Past forms that are told by nothing else, in lower case.
static PAST: Words = LazyLock::new(|| {
    table(
        "was were had did said told met held won lost beat came went took gave found left began fell rose sank broke \
        made sent spoke ran saw drew grew wrote knew became brought built bought caught chose drove fought flew got \
        kept laid led paid sat shot stood struck swore taught threw thought tore wore woke hasn't haven't hadn't \
        wasn't weren't didn't has have been sold heard understood hat haben hatte hatten war waren wurde wurden worden \
        ont avait était étaient sagte sagten teilte erklärte kündigte berichtete kam kamen ging gab starb ha han hanno \
        dijo fue fueron foi disse starben",
    )
});

static AHEAD: Words = LazyLock::new(|| {
    table(
        "will won't shall would ahead due expected scheduled set slated plans upcoming expects expect intends intend aims aim hopes hope \
        pledges promises wird werden plant planen beabsichtigt soll sollen will \
        wollen geplant prévu prévue attendu attendue atteso attesa previsto prevista doit doivent sera seront va vont \
        será serán van sarà saranno ",
    )
});

/// Present forms of verbs for what stands on a programme, in lower case.
static PROGRAMME: Words = LazyLock::new(|| {
    table(
        "reports opens begins starts plays hosts faces takes goes meets returns kicks releases ends closes arrives \
        votes speaks visits airs premieres launches expires travels resumes continues debuts beginnt startet endet \
        trifft spielt findet tritt steht kämpft wartet öffnet",
    )
});

static PRESENT: Words =
    LazyLock::new(|| table("is are isn't aren't remains remain ist sind est sont es son sono stays"));

/// Words in '-ed' that are no verbs.
static NOT_PAST: Words = LazyLock::new(|| table("indeed hundred red need speed united feed seed bed wed embed exceed"));

/// Forms that with 'is' tell what stands on a programme, in lower case.
static MOVING: Words = LazyLock::new(|| {
    table(
        "meeting opening starting coming going leaving playing travelling traveling returning hosting speaking voting \
         arriving launching releasing closing visiting facing",
    )
});
static ON_PROGRAMME: Words = LazyLock::new(|| table("released published launched opened closed planned"));

/// Whether a word in lower case is a past form in English.
pub fn is_past(word: &str) -> bool {
    PAST.contains(&word) || word.len() > 3 && word.ends_with("ed") && !NOT_PAST.contains(&word)
}

/// Whether a word is a verb that tells of itself whose tense it is.
pub fn is_finite(word: &str) -> bool {
    PRESENT.contains(&word)
        || PAST.contains(&word) && word != "been"
        || matches!(
            word,
            "will" | "would" | "can" | "could" | "says" | "does" | "do" | "may" | "might" | "must" | "should"
        )
}

/// What the known verb nearest to a place tells, those before it first, up to the mark that parts the sentence; then those
/// of the whole sentence.
pub fn tense_at(wording: &Wording<'_>, at: usize) -> Option<Tense> {
    let near = wording.stretch(at);
    let of = |i: usize| told_by(wording, i);
    // 'The harbour on Friday hired Hale.'
    let follows = |i: &usize| *i < near.end && is_past(wording.word(*i));
    if let Some(tense) = Some(at + 1).filter(follows).and_then(of) {
        return Some(tense);
    }
    (near.start..at)
        .rev()
        .find_map(of)
        .or_else(|| (at + 1..near.end).find_map(of))
        .or_else(|| (near.end..wording.len()).find_map(of))
        .or_else(|| (0..near.start).rev().find_map(of))
}

/// What a word tells by itself and by what stands before it.
fn told_by(wording: &Wording<'_>, at: usize) -> Option<Tense> {
    let word = wording.word(at);
    let (before, earlier) = (wording.before(at, 1), wording.before(at, 2));
    if word == "may" && wording.is_capital(at) || matches!(word, "will" | "set") && wording.is_capital(at) && at > 0 {
        return None;
    }
    // 'Soll am Montag gesunken sein': what is told of what has been.
    if matches!(word, "soll" | "sollen") && is_perfect(wording, at) {
        return Some(Tense::Past);
    }
    if AHEAD.contains(&word) {
        let over = ["was", "were", "had", "been", "has", "have", "hat", "wurde"];
        return Some(if over.contains(&before) || over.contains(&earlier) { Tense::Past } else { Tense::Ahead });
    }
    if word.ends_with("'ll") || PROGRAMME.contains(&word) {
        return Some(Tense::Ahead);
    }
    if is_past(word) {
        // 'to be released', 'will be held', 'is accused of': the word before tells, or nothing.
        let told = !matches!(before, "be" | "is" | "are" | "being") && earlier != "be";
        return told.then_some(Tense::Past);
    }
    let next = wording.word(at + 1);
    if matches!(word, "is" | "are") && (next == "to" || MOVING.contains(next)) {
        return Some(Tense::Ahead);
    }
    // 'Police are searching for', 'is accused of': of what happened when is not said.
    if matches!(word, "is" | "are") && (next.ends_with("ing") || next.ends_with("ed") && !ON_PROGRAMME.contains(next)) {
        return None;
    }
    if matches!(word, "ist" | "sind" | "est" | "sont" | "è") {
        return Some(with_participle(wording, at));
    }
    (PRESENT.contains(&word) || matches!(word, "can" | "may") || ["'re", "'m"].iter().any(|end| word.ends_with(end)))
        .then_some(Tense::Present)
}

/// Whether the clause behind a German verb ends with 'worden sein', 'gesunken sein' or 'verloren haben'.
fn is_perfect(wording: &Wording<'_>, at: usize) -> bool {
    let end = wording.stretch(at).end;
    let (last, before) = (wording.word(end.saturating_sub(1)), wording.word(end.saturating_sub(2)));
    let participle = before.ends_with('t') || before.ends_with("en");
    matches!(last, "sein" | "haben") && (before == "worden" || participle && before.contains("ge")) || last == "worden"
}

/// What 'is' of German, French and Italian tells, which make the past with it: 'ist am Freitag gestorben', 'est arrivé'.
fn with_participle(wording: &Wording<'_>, at: usize) -> Tense {
    let (next, last) = (wording.word(at + 1), wording.word(wording.stretch(at).end.saturating_sub(1)));
    if matches!(last, "angekündigt" | "geplant" | "vorgesehen" | "angesetzt" | "terminiert" | "anberaumt") {
        return Tense::Ahead;
    }
    let romance = ["é", "ée", "és", "ées", "ato", "ata", "uto", "ito"].iter().any(|end| next.ends_with(end));
    let dead = matches!(next, "mort" | "morte" | "morts" | "morto" | "morta");
    let german = last.contains("ge") && last.len() > 5 && (last.ends_with("en") || last.ends_with('t'));
    let german = german || matches!(last, "verstorben" | "verunglückt" | "erschienen" | "entstanden");
    // 'Sind am Freitag ein Lotse gerettet und zwei Schiffe gehoben worden.'
    let german = german || (at + 1..wording.len()).any(|i| wording.word(i) == "worden");
    if romance || dead || german { Tense::Past } else { Tense::Present }
}

#[cfg(test)]
mod tests {
    use super::{Tense, tense_at};
    use crate::analysis::wording::Wording;

    #[test]
    fn the_nearest_verb_tells_the_tense() {
        for (text, day, expected) in [
            ("The rival reports Friday.", "friday", Some(Tense::Ahead)),
            ("Hale will speak on Friday.", "friday", Some(Tense::Ahead)),
            ("The two are to meet Friday.", "friday", Some(Tense::Ahead)),
            ("The report will be released on Friday.", "friday", Some(Tense::Ahead)),
            ("Die Reden sind für Freitag angekündigt.", "freitag", Some(Tense::Ahead)),
            ("Der Bürgermeister ist am Freitag gestorben.", "freitag", Some(Tense::Past)),
            ("Am Freitag sind ein Lotse gerettet und zwei Schiffe gehoben worden.", "freitag", Some(Tense::Past)),
            ("Am Freitag steht in Kerrick viel auf dem Spiel.", "freitag", Some(Tense::Ahead)),
            ("Le maire est arrivé vendredi.", "vendredi", Some(Tense::Past)),
            ("The mayor said on Friday that the bridge will open.", "friday", Some(Tense::Past)),
            ("The mayor was forced to resign Friday.", "friday", Some(Tense::Past)),
            ("On Friday, the ferry sank.", "friday", Some(Tense::Past)),
            ("It was expected to sail on Friday.", "friday", Some(Tense::Past)),
            ("The man who is ill was rescued on Friday.", "friday", Some(Tense::Past)),
            ("No news on Friday.", "friday", None),
        ] {
            let wording = Wording::of(text, Some("en"));
            let at = wording.lower().iter().position(|word| *word == day).unwrap();
            assert_eq!(tense_at(&wording, at), expected, "{text}");
        }
    }
}
