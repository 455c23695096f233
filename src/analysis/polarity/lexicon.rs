//! The words of a language by which a sentence is turned into its opposite, ready to be looked up by the first of them.
//! Refuses languages that nobody listed: they have no lexicon, and who asks is told so.

use std::sync::LazyLock;

use super::{Amount, CueKind, dutch, english, french, german, italian, portuguese, spanish};
use crate::text::language;
use crate::text::lookup::Map;
use crate::text::stem::Language;

/// The lists of a language, as they are written down.
pub(super) struct Lists {
    /// Words that negate by themselves.
    pub negations: &'static [&'static str],
    /// Phrases that negate, with the word that stands for whatever is meant.
    pub nobody: &'static [&'static str],
    /// Verbs and phrases that say that something is not, will not be or did not come about.
    pub refusals: &'static [&'static str],
    /// Verbs by which somebody says that something is not so.
    pub denials: &'static [&'static str],
    /// Verbs whose second part stands farther on: "lehnte … ab". First parts, second part, what they are together.
    pub parted: &'static [(&'static str, &'static str, CueKind)],
    /// Phrases that hold a cue and negate nothing.
    pub no_negation: &'static [&'static str],
    /// Opposites: all forms of the one side, all forms of the other, a space between two; `~` behind an English verb stands
    /// for its regular forms.
    pub opposites: &'static [(&'static str, &'static str)],
    /// Whether a word with an apostrophe is two, as "n'est" is.
    pub elides: bool,
    /// Words with which another clause begins, a space between two.
    pub joins: &'static str,
    /// Words with which another clause begins where a sign stands before them, which else are articles.
    pub relatives: &'static str,
    /// Words with which what is denied begins, behind a comma too: "bestritt, dass".
    pub that: &'static str,
    /// Words that stand before a verb whose cue follows it: "ne".
    pub opening: &'static str,
    /// Words that say little beside a cue and are no function words: auxiliaries, adverbs of time.
    pub light: &'static str,
    /// Pairs of words behind which an amount stands that a denial bounds, joined by hyphens: "not more than a quarter".
    pub bounds: &'static str,
    /// Opposites by which two may say one thing the other way round, as "before" and "after" do.
    pub converse: &'static str,
    /// Words and beginnings of words that say of something, in other words than a denial, that it is not so.
    pub soft: &'static str,
    /// Words for how much of a whole, a space between two.
    pub amounts: &'static [(&'static str, Amount)],
    /// Words for "nearly" that may stand before "all".
    pub nearly: &'static str,
    /// Opposites by which two things of a kind are told apart, where neither is known to be the other: "a large dog".
    pub two_of_a_kind: &'static str,
    /// Whether what is denied may stand before its cue: "Sie hilft der Stadt nicht".
    pub behind: bool,
    /// How words end that say in what manner a thing is done; nothing where no ending tells.
    pub manner: &'static str,
    /// Forms of verbs that no stemmer brings together, those of one verb in one string.
    pub forms: &'static [&'static str],
}

/// A phrase by its words, and what it is; `None` where it negates nothing.
pub(super) type Phrase = (Vec<&'static str>, Option<CueKind>);

/// The words of a language.
pub(super) struct Lexicon {
    entries: Map<String, Entry>,
    /// By the terms of words, the pairs of opposites in which these stand and on which side.
    term_sides: Map<String, Vec<(usize, bool)>>,
    /// Beginnings of soft denials, by their first letter.
    softly: Map<char, Vec<&'static str>>,
    bounds: Vec<(&'static str, &'static str)>,
    /// Whether what is denied may stand before its cue.
    pub behind: bool,
    manner: &'static str,
    /// Whether a word with an apostrophe is two.
    pub elides: bool,
}

/// All that is known of a word.
#[derive(Default)]
pub(super) struct Entry {
    /// What it is in its sentence.
    pub roles: Roles,
    /// How much of a whole it stands for.
    pub amount: Option<Amount>,
    /// The pairs of opposites in which it stands, and on which side.
    pub sides: Vec<(usize, bool)>,
    /// The phrases that begin with it, those that are the longest first; of two as long, the one that negates nothing.
    pub phrases: Vec<Phrase>,
    /// The second parts of a verb whose first part it is, and what the two are.
    pub parted: Vec<(&'static str, CueKind)>,
    /// The form that stands for all of it that no stemmer brings together.
    form: Option<&'static str>,
    /// Whether it says of something, in other words than a denial, that it is not so.
    soft: bool,
}

static UNKNOWN: LazyLock<Entry> = LazyLock::new(Entry::default);

/// What a word is in its sentence, besides what it means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles {
    /// Another clause begins with it.
    pub joins: bool,
    /// Another clause begins with it behind a sign.
    pub relative: bool,
    /// What is denied begins with it.
    pub that: bool,
    /// The cue follows behind the verb.
    pub opens: bool,
    /// It says little.
    pub light: bool,
    /// It stands for "nearly".
    pub nearly: bool,
    /// Its opposite may say the same the other way round.
    pub converse: bool,
    /// Its opposite may be said of another thing of the same kind.
    pub tells_two_apart: bool,
}

/// Languages by their primary subtag.
const LISTED: [(&str, &Lists); 7] = [
    ("en", &english::LISTS),
    ("de", &german::LISTS),
    ("fr", &french::LISTS),
    ("es", &spanish::LISTS),
    ("it", &italian::LISTS),
    ("pt", &portuguese::LISTS),
    ("nl", &dutch::LISTS),
];

static LEXICONS: [LazyLock<Lexicon>; 7] = [
    LazyLock::new(|| Lexicon::numbered(0)),
    LazyLock::new(|| Lexicon::numbered(1)),
    LazyLock::new(|| Lexicon::numbered(2)),
    LazyLock::new(|| Lexicon::numbered(3)),
    LazyLock::new(|| Lexicon::numbered(4)),
    LazyLock::new(|| Lexicon::numbered(5)),
    LazyLock::new(|| Lexicon::numbered(6)),
];

impl Lexicon {
    /// That of a language by its BCP 47 tag; English where it is not stated.
    pub fn of_tag(tag: Option<&str>) -> Option<&'static Self> {
        let primary = language::stated(tag);
        let at = LISTED.iter().position(|(known, _)| *known == primary)?;
        LEXICONS.get(at).map(|lexicon| &**lexicon)
    }

    fn numbered(at: usize) -> Self {
        let (tag, lists) = LISTED[at];
        Self::of(lists, &Language::of_tag(tag))
    }

    fn of(lists: &'static Lists, language: &Language) -> Self {
        let mut entries: Map<String, Entry> = Map::default();
        let mut mark = |word: &str, mark: &dyn Fn(&mut Entry)| match entries.get_mut(word) {
            Some(entry) => mark(entry),
            None => mark(entries.entry(word.to_owned()).or_default()),
        };
        let kinds = [
            (lists.no_negation, None),
            (lists.nobody, Some(CueKind::Negation)),
            (lists.negations, Some(CueKind::Negation)),
            (lists.refusals, Some(CueKind::Refusal)),
            (lists.denials, Some(CueKind::Denial)),
        ];
        for (list, kind) in kinds {
            for phrase in list {
                let words: Vec<&str> = phrase.split(' ').collect();
                let Some(first) = words.first().copied() else { continue };
                mark(first, &|entry| entry.phrases.push((words.clone(), kind)));
            }
        }
        for (firsts, second, kind) in lists.parted {
            firsts.split(' ').for_each(|first| mark(first, &|entry| entry.parted.push((*second, *kind))));
        }
        for (words, amount) in lists.amounts {
            words.split(' ').for_each(|word| mark(word, &|entry| entry.amount = Some(*amount)));
        }
        for (form, first) in lists.forms.iter().flat_map(|forms| each_form(forms)) {
            mark(form, &|entry| entry.form = Some(first));
        }
        for (words, role) in roles(lists) {
            words.split_whitespace().for_each(|word| mark(word, &|entry| role(&mut entry.roles)));
        }
        lists.soft.split(' ').filter(|word| !word.is_empty()).for_each(|word| mark(word, &|entry| entry.soft = true));
        each_side(lists.opposites, |word, key| mark(word, &|entry| entry.sides.push(key)));
        for entry in entries.values_mut() {
            entry.phrases.sort_by_key(|(words, kind)| (std::cmp::Reverse(words.len()), kind.is_some()));
        }
        let mut term_sides: Map<String, Vec<(usize, bool)>> = Map::default();
        // English has all its forms listed; a stem would bring "lawful" and "law" together.
        let opposed = entries.iter().filter(|(_, entry)| !entry.sides.is_empty() && language.tag() != Some("en"));
        for (word, entry) in opposed {
            let of_term = term_sides.entry(language.term(entry.one_form(word))).or_default();
            of_term.extend(&entry.sides);
            of_term.sort_unstable();
            of_term.dedup();
        }
        Self {
            entries,
            term_sides,
            softly: beginnings(lists.soft),
            bounds: lists.bounds.split(' ').filter_map(|pair| pair.split_once('-')).collect(),
            behind: lists.behind,
            manner: lists.manner,
            elides: lists.elides,
        }
    }

    /// What is known of a word.
    pub fn entry(&self, word: &str) -> &Entry {
        self.entries.get(word).unwrap_or_else(|| &*UNKNOWN)
    }

    /// The form that stands for all of a word that no stemmer brings together, or the word.
    pub fn one_form<'w>(&self, word: &'w str) -> &'w str {
        self.entry(word).one_form(word)
    }

    /// Whether two words stand before an amount that a denial bounds.
    pub fn is_bound(&self, first: &str, second: &str) -> bool {
        self.bounds.contains(&(first, second))
    }

    /// Whether a word, of which that is known, says of something, in other words than a denial, that it is not so.
    pub fn is_soft(&self, word: &str, entry: &Entry) -> bool {
        let begins = || word.chars().next().and_then(|first| self.softly.get(&first));
        entry.soft || begins().is_some_and(|starts| starts.iter().any(|start| word.starts_with(start)))
    }

    /// Whether a word says in what manner a thing is done, as far as its ending tells.
    pub fn is_manner(&self, word: &str) -> bool {
        !self.manner.is_empty() && word.len() > self.manner.len() + 2 && word.ends_with(self.manner)
    }

    /// The pairs of opposites in which a word stands, in whatever form, and on which side; `term` is its term.
    pub fn sides_of_term<'e>(&'e self, entry: &'e Entry, term: &str) -> &'e [(usize, bool)] {
        if entry.sides.is_empty() {
            self.term_sides.get(term).map(Vec::as_slice).unwrap_or_default()
        } else {
            &entry.sides
        }
    }
}

impl Entry {
    /// The form that stands for all of the word that no stemmer brings together, or the word.
    pub fn one_form<'w>(&self, word: &'w str) -> &'w str {
        self.form.unwrap_or(word)
    }
}

/// Gives every form of a word with each pair of opposites in which it stands, and on which side.
fn each_side(opposites: &[(&'static str, &'static str)], mut give: impl FnMut(&str, (usize, bool))) {
    for (pair, (left, right)) in opposites.iter().enumerate() {
        for (side, words) in [(false, left), (true, right)] {
            words.split(' ').flat_map(verb_forms).for_each(|form| give(&form, (pair, side)));
        }
    }
}

/// The regular forms of an English verb that `~` is written behind; of another word, the word.
pub fn verb_forms(word: &str) -> Vec<String> {
    let Some(verb) = word.strip_suffix('~') else { return vec![word.to_owned()] };
    let consonant_y = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let [third, past, ing] = match (verb.strip_suffix('e'), consonant_y) {
        (Some(stem), _) => [format!("{verb}s"), format!("{verb}d"), format!("{stem}ing")],
        (_, Some(stem)) => [format!("{stem}ies"), format!("{stem}ied"), format!("{verb}ing")],
        _ if verb.ends_with(['s', 'x', 'z']) || verb.ends_with("sh") || verb.ends_with("ch") => {
            [format!("{verb}es"), format!("{verb}ed"), format!("{verb}ing")]
        }
        _ => [format!("{verb}s"), format!("{verb}ed"), format!("{verb}ing")],
    };
    vec![verb.to_owned(), third, past, ing]
}

/// The beginnings among soft denials, which end in a hyphen, by their first letter.
fn beginnings(soft: &'static str) -> Map<char, Vec<&'static str>> {
    let mut by_first: Map<char, Vec<&'static str>> = Map::default();
    for start in soft.split(' ').filter_map(|word| word.strip_suffix('-')) {
        if let Some(first) = start.chars().next() {
            by_first.entry(first).or_default().push(start);
        }
    }
    by_first
}

/// Each of some forms with the first of them.
pub fn each_form(forms: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let first = forms.split(' ').next().unwrap_or_default();
    forms.split(' ').map(move |form| (form, first))
}

/// What makes a word be what it is in its sentence.
type Role = fn(&mut Roles);

/// The words that have a role, with each.
fn roles(lists: &Lists) -> [(&'static str, Role); 8] {
    [
        (lists.joins, |role| role.joins = true),
        (lists.relatives, |role| role.relative = true),
        (lists.that, |role| role.that = true),
        (lists.opening, |role| role.opens = true),
        (lists.light, |role| role.light = true),
        (lists.nearly, |role| role.nearly = true),
        (lists.converse, |role| role.converse = true),
        (lists.two_of_a_kind, |role| role.tells_two_apart = true),
    ]
}
