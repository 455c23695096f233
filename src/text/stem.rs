//! Words as terms: lower case, without a possessive ending, stemmed where the language has a stemmer; and which of them
//! are function words, that say little of what a text is about. Refuses to know a word's meaning.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::LazyLock;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::text::language::primary;
use crate::text::lookup::Map;
use crate::text::segment;

/// A language whose words can be stemmed, or none of them.
pub struct Language {
    tag: Option<&'static str>,
    stemmer: Option<Stemmer>,
    /// Its bit in [`FUNCTION_WORDS`].
    bit: u32,
}

/// Every function word with the languages it is one in: bit `n` for the `n`th of [`LANGUAGES`].
static FUNCTION_WORDS: LazyLock<Map<&'static str, u32>> = LazyLock::new(|| {
    let mut words = Map::default();
    for (at, (_, _, listed)) in LANGUAGES.iter().enumerate() {
        for word in listed.split_whitespace() {
            *words.entry(word).or_insert(0) |= 1 << at;
        }
    }
    words
});

/// Languages that are known by their script, and have no stemmer.
const UNSTEMMED: [&str; 3] = ["ja", "ko", "zh"];

/// The language of [`UNSTEMMED`] in whose script most letters of a text's head are.
fn by_script(text: &str) -> Option<&'static str> {
    const HEAD: usize = 300;
    if text.is_ascii() {
        return None;
    }
    let (mut kana, mut hangul, mut han, mut letters) = (0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(HEAD) {
        letters += 1;
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{3400}'..='\u{9fff}' => han += 1,
            _ => {}
        }
    }
    match () {
        () if 2 * (kana + han) > letters && 8 * kana > letters => Some("ja"),
        () if 2 * hangul > letters => Some("ko"),
        () if 2 * han > letters => Some("zh"),
        () => None,
    }
}

/// Primary language subtag, stemmer, and its most frequent function words, in alphabetical order of the subtag.
const LANGUAGES: &[(&str, Algorithm, &str)] = &[
    (
        "ar",
        Algorithm::Arabic,
        " في من على إلى عن أن إن هذا هذه التي الذي كان كانت قد لا ما لم ثم أو و كل بعد قبل بين حتى مع هو هي ",
    ),
    (
        "ca",
        Algorithm::Catalan,
        " el la els les un una de del i a en que per amb és no se al als més com però ha han són ",
    ),
    (
        "cs",
        Algorithm::Czech,
        " a v na se je že z s do o i k to za by ve po pro jako jsou byl byla který která které ale podle jeho ",
    ),
    (
        "da",
        Algorithm::Danish,
        " og i at er en et den det til på for med af som de der har ikke blev var fra om men han hun ved kan skal vil ",
    ),
    (
        "de",
        Algorithm::German,
        " der die das und in zu den von mit ist des im für auf dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr seine einen eines kann ",
    ),
    (
        "el",
        Algorithm::Greek,
        " ο η το οι τα του της των τον την και να για με σε από που είναι στο στη στην στον θα δεν μια ένα ως αλλά ",
    ),
    (
        "en",
        Algorithm::English,
        " a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself just like may me might more most much must my myself no nor not now of off on once one only or other our ours out over own same say says said she should so some still such than that the their theirs them themselves then there these they this those through to told too under until up very was we were what when where which while who whom why will with would you your mr mrs ms dr i'm it's don't that's he's she's they're we're didn't ",
    ),
    (
        "es",
        Algorithm::Spanish,
        " el la los las un una unos unas de del y a en que por con para es no se al lo su sus como más pero ha han fue son este esta entre cuando muy sin sobre también hasta hay donde quien desde todo nos ya o ",
    ),
    (
        "fi",
        Algorithm::Finnish,
        " ja on ei että se oli ovat mutta kun myös hän joka kuin tai sekä ole jos niin mukaan sen ",
    ),
    (
        "fr",
        Algorithm::French,
        " le la les un une des de du et à au aux en que qui dans pour par sur est sont ne pas plus ce cette ces il elle ils elles on se son sa ses leur leurs avec mais ou où comme été a ont d l n c s qu nous vous je tout si y ",
    ),
    ("hi", Algorithm::Hindi, " के में की है और से को का कि ने पर यह हैं भी एक इस नहीं तो था थे थी लिए वह ही या जो कर "),
    ("hu", Algorithm::Hungarian, " a az és hogy nem is egy ez meg volt de csak már még el mint azt vagy ki be "),
    (
        "id",
        Algorithm::Indonesian,
        " yang dan di dari ini itu untuk dengan pada tidak ke dalam adalah akan juga oleh sebagai karena telah bisa ada ",
    ),
    (
        "it",
        Algorithm::Italian,
        " il lo la i gli le un una uno di del della dei delle e a al alla in nel nella che per con non è sono si da dal dalla su come più ma ha hanno anche o questo questa era sua suo loro se ",
    ),
    (
        "nl",
        Algorithm::Dutch,
        " de het een en van in is dat op te voor met die zijn niet aan er om ook als maar bij door over naar uit dan nog wordt werd heeft hij zij ze was of tot hun kan worden ",
    ),
    (
        "no",
        Algorithm::Norwegian,
        " og i er en et den det til på for med av som de der har ikke ble var fra om men han hun ved kan skal vil å at seg ",
    ),
    (
        "pl",
        Algorithm::Polish,
        " i w na z do się nie to że o jest za od po dla przez jak oraz ale są był była które który co tak jego może ",
    ),
    (
        "pt",
        Algorithm::Portuguese,
        " o a os as um uma de do da dos das e em no na nos nas que por para com é não se ao à mais como mas foi são seu sua ou também já pelo pela entre quando ser tem ",
    ),
    (
        "ro",
        Algorithm::Romanian,
        " și în de la a cu pe nu că o un din care pentru mai este se au fost ce sau dar ca prin lui ",
    ),
    (
        "ru",
        Algorithm::Russian,
        " и в не на что с по это он она они как к из у за о от но для бы был была было были а же то все его её их или также при до так ",
    ),
    (
        "sv",
        Algorithm::Swedish,
        " och i att är en ett den det till på för med av som de har inte var från om men han hon vid kan ska vill sig så efter ",
    ),
    (
        "tr",
        Algorithm::Turkish,
        " ve bir bu da de için ile çok olarak daha olan en gibi kadar ama ancak sonra ya mi ne o ",
    ),
    (
        "uk",
        Algorithm::Ukrainian,
        " і в не на що з по це він вона вони як до за у та але для був була було були а й його її їх або також при від так ",
    ),
];

impl Language {
    /// The language of a BCP 47 tag; one without stems or function words when it is not known here.
    pub fn of_tag(tag: &str) -> Self {
        let primary = primary(tag);
        let primary = if matches!(&*primary, "nb" | "nn") { "no" } else { &*primary };
        let unstemmed = UNSTEMMED.iter().find(|tag| **tag == primary).copied();
        let other = Self { tag: unstemmed, ..Self::unknown() };
        LANGUAGES.iter().position(|(subtag, ..)| *subtag == primary).map_or(other, Self::numbered)
    }

    /// The language that a text is most likely written in, by its function words; none when fewer than one word in ten
    /// is a function word of any.
    pub fn guess(text: &str) -> Self {
        if let Some(tag) = by_script(text) {
            return Self { tag: Some(tag), ..Self::unknown() };
        }
        let (hits, words) = function_words(text);
        let best = hits.iter().enumerate().reduce(|a, b| if b.1 > a.1 { b } else { a });
        best.filter(|(_, hits)| **hits * 10 > words).map_or(Self::unknown(), |(at, _)| Self::numbered(at))
    }

    /// Whether a text is English beyond doubt: more than one word in four is one of its function words, and of no other
    /// language known here are there a third as many.
    pub fn is_plainly_english(text: &str) -> bool {
        let (hits, words) = function_words(text);
        let of = |english: bool| {
            let tagged = LANGUAGES.iter().zip(hits).filter(move |((tag, ..), _)| (*tag == "en") == english);
            tagged.map(|(_, hits)| hits).max().unwrap_or(0)
        };
        of(true) * 4 > words && of(false) * 3 < of(true)
    }

    /// The language of the tag, or, where there is none, the one the text is most likely written in.
    pub fn of(tag: Option<&str>, text: &str) -> Self {
        tag.map_or_else(|| Self::guess(text), Self::of_tag)
    }

    fn numbered(at: usize) -> Self {
        let Some(&(tag, algorithm, _)) = LANGUAGES.get(at) else { return Self::unknown() };
        Self { tag: Some(tag), stemmer: Some(Stemmer::create(algorithm)), bit: 1 << at }
    }

    const fn unknown() -> Self {
        Self { tag: None, stemmer: None, bit: 0 }
    }

    /// Its primary language subtag, where it is known.
    pub const fn tag(&self) -> Option<&'static str> {
        self.tag
    }

    /// The term of a word: folded ([`fold`]) and stemmed.
    pub fn term(&self, word: &str) -> String {
        self.term_of(&fold(word)).into_owned()
    }

    fn term_of<'w>(&self, folded: &'w str) -> Cow<'w, str> {
        let stemmer = self.stemmer.as_ref().filter(|_| folded.len() > 3 && !folded.contains(char::is_numeric));
        let stem = stemmer.map(|stemmer| stemmer.stem(folded)).filter(|stem| !stem.is_empty());
        stem.unwrap_or(Cow::Borrowed(folded))
    }

    /// Whether a word is one of the language's function words.
    pub fn is_function_word(&self, word: &str) -> bool {
        self.is_folded_function_word(&fold(word))
    }

    /// The same of a word that is folded already.
    pub fn is_folded_function_word(&self, folded: &str) -> bool {
        self.bit != 0 && FUNCTION_WORDS.get(folded).is_some_and(|languages| languages & self.bit != 0)
    }
}

/// A language that remembers the terms of the words it was asked for: stemming a word takes longer than all else that is
/// done with it, and the words of one article come again and again, and in the next article too.
pub struct Stems {
    language: Language,
    met: RefCell<Terms>,
}

/// Words, each with its term.
type Terms = Map<Rc<str>, Rc<str>>;

/// The most terms that are remembered beyond one article: about a megabyte.
const REMEMBERED: usize = 10_000;

thread_local! {
    /// What was last remembered in this thread, and of which language.
    static LAST: RefCell<Option<(&'static str, Terms)>> = const { RefCell::new(None) };
}

impl Stems {
    /// Of a language, with what is remembered of it.
    pub fn of(language: Language) -> Self {
        let last = LAST.take().filter(|(tag, _)| Some(*tag) == language.tag);
        Self { language, met: RefCell::new(last.map(|(_, terms)| terms).unwrap_or_default()) }
    }

    /// The term of a word, as [`Language::term`] has it.
    pub fn term(&self, word: &str) -> Rc<str> {
        self.term_of_folded(&fold(word))
    }

    /// The same of a word that is folded already.
    pub fn term_of_folded(&self, folded: &str) -> Rc<str> {
        if let Some(term) = self.met.borrow().get(folded) {
            return Rc::clone(term);
        }
        self.meet(folded).1
    }

    /// A folded word as it is remembered, and its term.
    pub fn remembered(&self, folded: &str) -> (Rc<str>, Rc<str>) {
        if let Some((word, term)) = self.met.borrow().get_key_value(folded) {
            return (Rc::clone(word), Rc::clone(term));
        }
        self.meet(folded)
    }

    fn meet(&self, folded: &str) -> (Rc<str>, Rc<str>) {
        let term: Rc<str> = self.language.term_of(folded).into();
        let word = if *term == *folded { Rc::clone(&term) } else { Rc::from(folded) };
        self.met.borrow_mut().insert(Rc::clone(&word), Rc::clone(&term));
        (word, term)
    }
}

impl Drop for Stems {
    fn drop(&mut self) {
        let terms = self.met.take();
        if let Some(tag) = self.language.tag.filter(|_| !terms.is_empty() && terms.len() < REMEMBERED) {
            // At the end of a thread there is nothing more to remember.
            let _ = LAST.try_with(|last| last.replace(Some((tag, terms))));
        }
    }
}

impl Deref for Stems {
    type Target = Language;

    fn deref(&self) -> &Language {
        &self.language
    }
}

/// How many of a text's first words are function words of each of [`LANGUAGES`], and how many words these are.
fn function_words(text: &str) -> ([usize; LANGUAGES.len()], usize) {
    let mut hits = [0usize; LANGUAGES.len()];
    let mut words = 0;
    for (_, word) in segment::words(text).take(300) {
        let mut languages = FUNCTION_WORDS.get(&*fold(word)).copied().unwrap_or(0);
        while languages != 0 {
            if let Some(hits) = hits.get_mut(languages.trailing_zeros() as usize) {
                *hits += 1;
            }
            languages &= languages - 1;
        }
        words += 1;
    }
    (hits, words)
}

/// A word in lower case, with one kind of apostrophe; most words of a text are so as they stand.
pub fn lower(word: &str) -> Cow<'_, str> {
    if is_plain(word.as_bytes()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let lower = word.to_lowercase();
    Cow::Owned(if lower.contains('’') { lower.replace('’', "'") } else { lower })
}

/// Whether a word is in ASCII and has no capital: eight bytes at a time, since every word of a text is looked at a dozen
/// times. What stands in both halves is looked at twice.
fn is_plain(word: &[u8]) -> bool {
    match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) if word.len() <= 16 => are_plain(*first) && are_plain(*last),
        (Some(_), _) => word.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()),
        _ => match (word.first_chunk(), word.last_chunk()) {
            (Some([a, b, c, d]), Some([e, f, g, h])) => are_plain([*a, *b, *c, *d, *e, *f, *g, *h]),
            _ => word.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()),
        },
    }
}

/// The same of eight bytes: each is to be below 128, and not from 'A' to 'Z'.
fn are_plain(bytes: [u8; 8]) -> bool {
    const EACH: u64 = u64::MAX / 0xff;
    const TOP: u64 = EACH * 0x80;
    let bytes = u64::from_ne_bytes(bytes);
    let low = bytes & !TOP;
    // The top bit of a byte is set where the byte is no less than that letter.
    let from = |letter: u8| low + EACH * u64::from(0x80 - letter);
    (bytes | from(b'A') & !from(b'Z' + 1)) & TOP == 0
}

/// A word in lower case, with one kind of apostrophe, without an English possessive ending.
pub fn fold(word: &str) -> Cow<'_, str> {
    match lower(word) {
        Cow::Borrowed(lower) => Cow::Borrowed(without_possessive(lower)),
        Cow::Owned(mut lower) => {
            lower.truncate(without_possessive(&lower).len());
            Cow::Owned(lower)
        }
    }
}

fn without_possessive(lower: &str) -> &str {
    // By the last bytes first: few words of a text end so.
    let ending = match lower.as_bytes() {
        [.., b'\'', b's'] => 2,
        [.., b'\''] => 1,
        _ => return lower,
    };
    match lower.get(..lower.len() - ending) {
        Some(bare) if !matches!(bare, "it" | "that" | "he" | "she" | "there" | "what" | "let" | "") => bare,
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Language, fold, lower};

    proptest! {
        #[test]
        fn a_word_is_put_in_lower_case_the_same_with_and_without_a_copy(word in "[a-zA-Z@`{\\[0'’é]{0,20}|(it|let|ship|S)['’]?s?", other in any::<String>()) {
            for word in [word, other] {
                let long_way = word.to_lowercase().replace('’', "'");
                prop_assert_eq!(lower(&word), long_way.as_str());
                prop_assert_eq!(fold(&word), fold(&long_way));
            }
        }
    }

    #[test]
    fn a_possessive_ending_goes_and_a_short_verb_stays() {
        for (word, folded) in
            [("Ship’s", "ship"), ("ships'", "ships"), ("It's", "it's"), ("’s", "'s"), ("ship", "ship")]
        {
            assert_eq!(fold(word), folded);
        }
    }

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (tag, a, b) in [
            ("en", "Soldiers", "soldier’s"),
            ("en-GB", "claimed", "claims"),
            ("de", "Häuser", "Häusern"),
            ("fr", "nations", "nation"),
            ("xx", "Ark", "ark"),
        ] {
            let language = Language::of_tag(tag);
            assert_eq!(language.term(a), language.term(b), "{tag} {a}");
        }
        assert_ne!(Language::of_tag("en").term("1990s"), Language::of_tag("en").term("1990"));
    }

    #[test]
    fn a_text_is_plainly_english_or_it_is_asked_further() {
        let english = "The ship was on its way to the harbour when it sank in the fog. ";
        for (text, plainly) in [
            (english.repeat(3), true),
            (format!("{english}Das Schiff war auf dem Weg in den Hafen und sank im Nebel."), false),
            ("De boot was op weg naar de haven toen hij in de mist is gezonken.".to_owned(), false),
            ("Ships Harbour Fog News Sport Weather".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(Language::is_plainly_english(&text), plainly, "{text}");
        }
    }

    #[test]
    fn a_language_is_known_by_its_function_words() {
        for (text, tag) in [
            ("The ship was on its way to the harbour when it sank in the fog.", Some("en")),
            ("Das Schiff war auf dem Weg in den Hafen und sank im Nebel.", Some("de")),
            ("Le navire était sur le chemin du port et il est perdu dans le brouillard.", Some("fr")),
            ("El barco estaba en el camino del puerto y se perdió en la niebla.", Some("es")),
            ("Корабль был на пути и не нашёл его в тумане.", Some("ru")),
            ("Zzz qqq xxx vvv", None),
            ("", None),
        ] {
            assert_eq!(Language::guess(text).tag(), tag, "{text}");
        }
    }
}
