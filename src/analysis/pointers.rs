//! Whether a German sentence opens with a word that stands for something outside of it. Surface cues; English ones are in
//! `fit`, those of other languages in `tongues`. Refuses to say what such a word stands for: another sentence is chosen.

/// What opens a sentence that leans on the one before it, in one language; all in lower case.
struct Openings {
    tag: &'static str,
    /// Pronouns and the like.
    pointers: &'static str,
    /// Words that point only before one of `verbs`: 'das' is an article before a noun.
    before_verbs: &'static str,
    verbs: &'static str,
    /// Words that show the one before them to be a verb, where 'das' comes before it.
    after_verbs: &'static str,
    /// Words that begin a clause whose pronoun nothing in the sentence has named yet.
    clauses: &'static str,
    /// First-person words, which need somebody who says them.
    personal: &'static str,
    /// Pronouns that a verb and what stands before it leave unexplained.
    inverted: &'static str,
    /// Nouns after which a pointer means the time of publication: 'diese Woche'.
    times: &'static str,
    /// Openings that point to nothing: 'es gibt'.
    expletives: &'static [&'static str],
}

const LANGUAGES: [Openings; 1] = [Openings {
    tag: "de",
    pointers: "er sie es ihn ihm ihr ihre ihrem ihren ihrer ihres ihnen sein seine seinem seinen seiner seines dies diese \
            diesem diesen dieser dieses jene jenem jenen jener jenes damit dabei dazu dadurch daher dafür dagegen daran \
            darauf daraus darin darüber darum darunter davon davor dahinter danach daraufhin deshalb deswegen somit \
            trotzdem dort dann so auch solche solcher solches letztere letzterer letzteres erstere beide beides deren \
            dessen hier dahin seitdem seither anschließend denn",
    before_verbs: "das der die den dem",
    verbs: "auch nur ist war sind waren hat hatte haben hatten wird wurde werden wurden sei wäre kann konnte könnte soll sollte \
            muss musste will wollte darf heißt bedeutet sagte sagt gilt geht zeigt macht machte lässt reicht",
    after_verbs: "ein eine einen einem nicht auch nur sich man",
    clauses: "als nachdem weil wenn obwohl während da bevor bis ob falls indem nach vor in mit bei trotz wegen",
    personal: "ich mich mir mein meine meinem meinen meiner wir uns unser unsere unserem unseren unserer du dich dir",
    inverted: "er ihm ihn",
    times: "woche jahr monat wochenende morgen abend sommer herbst winter frühling saison",
    expletives: &["es gibt", "es gab", "es gäbe"],
}];

fn has(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}

/// Whether a sentence of that language needs the one before it: it opens with a pronoun, or with a clause that begins
/// with one. `words` are its words in lower case with plain apostrophes, `tag` its primary language subtag. `None` for a
/// language that is not known here.
pub fn points_out<'w>(tag: Option<&str>, words: impl Iterator<Item = &'w str>) -> Option<bool> {
    let language = LANGUAGES.iter().find(|language| Some(language.tag) == tag)?;
    let mut words = words.take(4);
    let [first, second, third, fourth] = [(); 4].map(|()| words.next().unwrap_or(""));
    let points = |word: &str, next: &str| {
        has(language.pointers, word) && !has(language.times, next)
            || has(language.before_verbs, word) && has(language.verbs, next)
            || word == "das" && next.ends_with(['e', 't']) && has(language.after_verbs, third)
    };
    // 'Allerdings könne er', 'Am Freitag ging er'.
    let inverted = has(language.inverted, third) || has(language.inverted, fourth);
    let empty = language.expletives.contains(&format!("{first} {second}").as_str());
    Some(inverted || !empty && points(first, second) || has(language.clauses, first) && points(second, third))
}

/// Whether a word is one of the first person in that language.
pub fn is_personal(tag: Option<&str>, word: &str) -> bool {
    let language = LANGUAGES.iter().find(|language| Some(language.tag) == tag);
    language.is_some_and(|language| has(language.personal, word))
}

#[cfg(test)]
mod tests {
    use super::{is_personal, points_out};

    #[test]
    fn an_opening_pronoun_is_known_in_german_and_an_article_is_none() {
        for (tag, sentence, leans) in [
            ("de", "er sagte dem blatt nichts", true),
            ("de", "diese entscheidung kam spät", true),
            ("de", "diese woche tagt der rat", false),
            ("de", "das ist ein erfolg", true),
            ("de", "das schiff ist gesunken", false),
            ("de", "das zeichne ein falsches bild", true),
            ("de", "das alte schiff ist gesunken", false),
            ("de", "die sind gesunken", true),
            ("de", "als er ankam war das schiff fort", true),
            ("de", "in dieser woche tagt der rat", false),
            ("de", "allerdings könne er sich das denken", true),
            ("de", "am freitag ging er in den hafen", true),
            ("de", "es gibt drei schiffe in kerrick", false),
            ("de", "dabei starben drei menschen", true),
            ("de", "denn dann sinkt das schiff", true),
        ] {
            assert_eq!(points_out(Some(tag), sentence.split(' ')), Some(leans), "{sentence}");
        }
        assert_eq!(points_out(Some("en"), "he left".split(' ')), None);
        assert!(is_personal(Some("de"), "wir") && !is_personal(Some("en"), "wir"));
    }
}
