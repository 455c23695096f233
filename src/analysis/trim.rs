//! The part of a sentence that is one claim: without a dateline, a section's label, a leading 'However,', an attribution that is kept apart,
//! and a second clause. Refuses to change a word: what is left is a span of the sentence.

use crate::analysis::attribution::Attribution;
use crate::analysis::dateline::without_dateline;
use crate::text::marks::Marks;
use crate::text::stem::lower;
use crate::text::{Span, segment};

mod asides;
mod label;
mod named;

pub use asides::asides;
pub use named::named_half;

/// Words that join a sentence to the one before it and can go, in lower case; most of them only before a comma.
const CONNECTIVES: &[&str] = &[
    "eventually",
    "suddenly",
    "first",
    "second",
    "third",
    "lastly",
    "luckily",
    "sadly",
    "unfortunately",
    "fortunately",
    "not only that",
    "however",
    "but",
    "and",
    "so",
    "yet",
    "also",
    "still",
    "meanwhile",
    "moreover",
    "furthermore",
    "nevertheless",
    "nonetheless",
    "therefore",
    "thus",
    "then",
    "indeed",
    "instead",
    "besides",
    "additionally",
    "consequently",
    "similarly",
    "likewise",
    "in addition",
    "in fact",
    "of course",
    "as a result",
    "for example",
    "for instance",
    "on the other hand",
    "after all",
    "in other words",
    "at the same time",
    "behind the scenes",
    "more notably",
    "most notably",
    "more importantly",
    "most importantly",
    "more significantly",
    "more broadly",
    "more generally",
    "more seriously",
    "on top of that",
    "for one thing",
    "for starters",
    "to make matters worse",
    "making matters worse",
    "confusing matters further",
    "complicating matters",
    "complicating matters further",
    "to complicate matters",
    "adding to the confusion",
    "that said",
    "to be sure",
    "finally",
    "in the end",
    "in turn",
    "clearly",
    "in short",
    "not surprisingly",
    "unsurprisingly",
    "in contrast",
    "by contrast",
    "worse",
    "true",
    "well",
    "now",
    "plus",
    "overall",
    "as a consequence",
    "as such",
    "beyond that",
    "closer to home",
    "in the meantime",
    "at the time",
    "for that reason",
    "to that end",
    "because of this",
    "after that",
    "what is more",
    "what's more",
    "what’s more",
    "the fact is that",
    "the truth is that",
    "the fact is",
    "the truth is",
    "as expected",
    "to that effect",
    "that way",
    "allerdings",
    "jedoch",
    "aber",
    "und",
    "doch",
    "außerdem",
    "zudem",
    "dennoch",
    "cependant",
    "mais",
    "et",
    "toutefois",
    "sin embargo",
    "pero",
    "además",
    "y",
    "tuttavia",
    "ma",
    "inoltre",
    "no entanto",
    "porém",
    "mas",
    "echter",
    "maar",
];

/// Those that can go without a comma behind them too.
const BARE: &[&str] = &[
    "meanwhile",
    "the fact is that",
    "the truth is that",
    "at the same time",
    "but",
    "and",
    "so",
    "yet",
    "nor",
    "aber",
    "und",
    "mais",
    "et",
    "pero",
    "y",
    "ma",
    "mas",
    "maar",
];

/// The part of a sentence that is kept.
pub fn kept(sentence: &str, credited: Option<Attribution>) -> Option<Span> {
    let whole = credited.and_then(|a| a.content).unwrap_or_else(|| Span::whole(sentence));
    let span = without_connectives(sentence, without_head(sentence, whole));
    Some(first_clause(sentence, span)).filter(|span| span.slice(sentence).is_some_and(|s| !s.trim().is_empty()))
}

/// The part of a sentence without its bullet, a section's label and a dateline.
pub fn without_head(sentence: &str, span: Span) -> Span {
    let bare = span.slice(sentence).map_or(0, |text| text.len() - without_bullet(text).len());
    let labelled = from(span, bare);
    let label = labelled.slice(sentence).map_or(0, label::label);
    let told = without_dateline(sentence, from(labelled, label));
    if told.start() <= labelled.start().plus(label) {
        return told;
    }
    // A second dash of a dateline.
    let text = told.slice(sentence).unwrap_or("");
    let told = from(told, text.len() - text.trim_start_matches(['-', '–', '—', ' ']).len());
    from(told, told.slice(sentence).map_or(0, label::label))
}

/// The part of a sentence without a leading 'But, in fact,': no more than three such joints.
pub fn without_connectives(sentence: &str, span: Span) -> Span {
    let mut span = span;
    for _ in 0..3 {
        let Some(shorter) = without_connective(sentence, span) else { break };
        span = shorter;
    }
    span
}

/// A line of a list without its bullet.
pub fn without_bullet(text: &str) -> &str {
    text.strip_prefix(['•', '▪', '·', '*']).map_or(text, str::trim_start)
}

fn from(span: Span, skip: usize) -> Span {
    Span::new(span.start().plus(skip), span.end())
}

/// What is left without the word or phrase that joins it to the sentence before; `None` where it begins with none.
fn without_connective(sentence: &str, span: Span) -> Option<Span> {
    const HEAD: usize = 36;
    let text = span.slice(sentence)?;
    let (end, _) = text.char_indices().nth(HEAD).unwrap_or((text.len(), ' '));
    let head = text.get(..end)?.to_lowercase();
    let initial = head.as_bytes().first();
    for connective in CONNECTIVES.iter().filter(|connective| connective.as_bytes().first() == initial) {
        let Some(rest) = head.strip_prefix(connective) else { continue };
        let phrase =
            [" between ", " in ", " on ", " after ", " by ", " since ", " the "].iter().any(|p| rest.starts_with(p));
        let bare = BARE.contains(connective)
            && rest.starts_with(' ')
            && (*connective != "so" || is_english_so(rest))
            && (*connective != "at the same time" || !rest.starts_with(" as "))
            || *connective == "however" && phrase;
        let skip = if rest.starts_with(", ") { 2 } else { usize::from(bare) };
        // The head was put in lower case: its lengths hold only where the words are the same length as written.
        let same = text.get(..connective.len()).is_some_and(|w| w.to_lowercase() == **connective);
        if skip > 0 && same {
            return Some(from(span, connective.len() + skip));
        }
    }
    None
}

/// Whether what follows a 'so' is English: a German 'so' is no such word.
fn is_english_so(rest: &str) -> bool {
    let next = rest.split_whitespace().next().unwrap_or("");
    matches!(next, "the" | "a" | "an" | "he" | "she" | "they" | "it" | "we" | "if" | "when" | "there")
}

/// What begins a second clause that says something else, in lower case, after its comma.
const SECOND: &[&str] = &[
    "but",
    "while",
    "whereas",
    "although",
    "though",
    "and he",
    "and she",
    "and it",
    "and they",
    "and we",
    "and that",
    "and there",
    "so he",
    "so she",
    "so they",
    "so it",
    "aber",
    "während",
    "mais",
    "pero",
    "ma",
    "mas",
    "maar",
];

/// The first clause of a sentence of two, where it is long enough to be a claim and stands outside quotation marks.
fn first_clause(sentence: &str, span: Span) -> Span {
    let Some(text) = span.slice(sentence) else { return span };
    let mut quoted = false;
    let (mut enclosed, mut marks) = (false, Marks::default());
    for (at, c) in text.char_indices() {
        match c {
            '„' | '“' | '”' => quoted = marks.opens(None, c, None) == Some(true),
            '"' => quoted = !quoted,
            '(' => enclosed = true,
            ')' => enclosed = false,
            ';' | ',' | '—' if !quoted && !enclosed => {
                let (Some(head), Some(tail)) = (text.get(..at), text.get(at + c.len_utf8()..)) else { continue };
                let second = match c {
                    ';' => (text.matches(';').count() == 1 || is_clause(tail)) && !is_enumerated(tail),
                    ',' => begins_second(tail) && !leads_up(head, tail),
                    _ => false,
                } && !is_set_against(head, tail);
                let balanced = head.matches('—').count() % 2 == 0 && !begins_dependent(head);
                if second && balanced && segment::word_count(head) >= 8 && segment::word_count(tail) >= 4 {
                    return Span::new(span.start(), span.start().plus(at));
                }
            }
            _ => {}
        }
    }
    span
}

/// Whether a text up to its semicolon is a clause, not one more of a list: 'Arsenal won', not 'the sailor Ines Hale, who won'.
fn is_clause(text: &str) -> bool {
    const FINITE: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "won", "lost", "said", "took", "made",
    ];
    let item = text.split(';').next().unwrap_or("");
    let words: Vec<&str> = segment::each_word(item, |(_, word)| word);
    words.windows(2).any(|pair| {
        let [before, word] = pair else { return false };
        let finite = FINITE.contains(word) || word.len() > 4 && word.ends_with("ed");
        finite && !matches!(*before, "who" | "which" | "that" | "whose" | "was" | "were" | "been")
    }) || matches!(words.first(), Some(&"one"))
}

/// 'A; B; or C': what stands behind a semicolon is the last of a list.
fn is_enumerated(tail: &str) -> bool {
    let joined =
        |item: &str, word: &str| item.trim_start().strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let list = tail.rsplit_once(';').is_some_and(|(_, last)| joined(last, "and") && !is_clause(last));
    list || tail.split(';').any(|item| joined(item, "or") || joined(item, "oder"))
}

/// 'Some ships are named after ports; others': the second half is what the first is told for.
fn is_set_against(head: &str, tail: &str) -> bool {
    const REST: &[&str] = &["others", "none", "few", "neither", "nobody"];
    let mut opening = segment::words(head).take(3).map(|(_, word)| lower(word));
    let part = opening.any(|word| matches!(&*word, "some" | "countless" | "many" | "most" | "part" | "half"));
    part && segment::words(tail).take(4).any(|(_, word)| REST.contains(&word))
}

fn begins_second(tail: &str) -> bool {
    let tail = tail.trim_start().to_lowercase();
    SECOND.iter().any(|opening| tail.strip_prefix(opening).is_some_and(|rest| rest.starts_with([' ', '\''])))
}

/// Whether a clause only leads up to the one behind 'but', which is the point: 'not only the ship, but', 'may have sunk,
/// but'; or what is behind is no clause: ', but for the crew'.
fn leads_up(head: &str, tail: &str) -> bool {
    const CONCEDES: &[&str] = &[
        "may",
        "might",
        "seem",
        "seems",
        "seemed",
        "once",
        "sometimes",
        "supposed",
        "intended",
        "meant",
        "originally",
        "admittedly",
        "initially",
        "simply",
        "countless",
        "although",
        "technically",
        "attempted",
        "tried",
        "hoped",
        "wanted",
        "planned",
    ];
    const NO_CLAUSE: &[&str] = &[
        "to", "for", "also", "rather", "instead", "not", "only", "in", "as", "because", "by", "with", "from", "that",
        "which", "about", "on", "at", "even", "just", "simply", "never", "merely", "if", "when", "of", "most", "more",
        // What the first half's subject did besides: it has none of its own.
        "could", "couldn't", "can't", "cannot", "did", "didn't", "does", "doesn't", "do", "don't", "was", "wasn't",
        "were", "weren't", "is", "isn't", "are", "aren't", "had", "hadn't", "has", "hasn't", "have", "haven't",
        "would", "wouldn't", "will", "won't", "failed", "none", "few", "neither", "nobody",
    ];
    let mut behind = segment::words(tail).map(|(_, word)| word);
    if behind.next() != Some("but") {
        return false;
    }
    let said: Vec<&str> = segment::each_word(head, |(_, word)| word);
    let at_first = matches!(said.as_slice(), ["Initially" | "Originally" | "Admittedly", ..] | ["At", "first", ..]);
    let not_only =
        at_first || said.windows(2).any(|pair| matches!(pair, ["not", "only" | "just" | "merely" | "simply"]));
    // 'Two men were on the pier, but they could not see it.'
    let denied = tail.split(' ').skip_while(|word| word.is_empty()).skip(1).take(4).collect::<Vec<_>>();
    let denied = matches!(denied.as_slice(), ["he" | "she" | "it" | "they", behind @ ..]
        if behind.iter().any(|word| matches!(*word, "not" | "never" | "no" | "failed") || word.ends_with("n't") || word.ends_with("n’t")));
    not_only
        || denied
        || said.iter().any(|word| CONCEDES.contains(word))
        || behind.next().is_some_and(|word| NO_CLAUSE.contains(&word))
}

/// Whether a sentence begins with a clause that cannot stand without the next.
fn begins_dependent(head: &str) -> bool {
    const DEPENDENT: &[&str] = &[
        "if", "when", "while", "although", "though", "because", "as", "since", "after", "before", "until", "unless",
        "whether", "not", "despite", "neither", "either", "once", "wenn", "weil", "obwohl", "si", "quand", "cuando",
        "aunque", "se",
    ];
    let first = segment::words(head).next().map(|(_, word)| word.to_lowercase());
    first.is_some_and(|word| DEPENDENT.contains(&word.as_str())) && !head.contains(',')
}

#[cfg(test)]
mod tests {
    use super::kept;
    use crate::analysis::attribution::attribution;

    #[test]
    fn what_is_not_the_claim_itself_is_trimmed() {
        for (sentence, expected) in [
            ("However, the ship sank in the bay.", "the ship sank in the bay."),
            ("However in 2014 the ship sank.", "in 2014 the ship sank."),
            ("• The ship sank in the bay.", "The ship sank in the bay."),
            ("But the ship sank in the bay.", "the ship sank in the bay."),
            ("But, in fact, the ship sank in the bay.", "the ship sank in the bay."),
            ("Butter was found in the hold.", "Butter was found in the hold."),
            ("New Kerrick, NO – The ship sank in the bay.", "The ship sank in the bay."),
            ("Kerrick, 27.6.2031 – Das Schiff sank.", "Das Schiff sank."),
            ("Kerrick/Norland – Das Schiff sank.", "Das Schiff sank."),
            ("Kerrick (dpa) - Das Schiff sank.", "Das Schiff sank."),
            ("So gehe das Schiff unter.", "So gehe das Schiff unter."),
            ("So the ship sank in the bay.", "the ship sank in the bay."),
            ("KERRICK, May 3 (Post) -- The ship sank in the bay.", "The ship sank in the bay."),
            ("Kerrick, Norland (Post)The ship sank in the bay.", "The ship sank in the bay."),
            (
                "NASA said four ships — all of them old — had sunk.",
                "NASA said four ships — all of them old — had sunk.",
            ),
            ("Kerrick, NO, Norland: The ship sank in the bay.", "The ship sank in the bay."),
            ("The fact is that the ship sank in the bay.", "the ship sank in the bay."),
            ("The truth is, the ship sank in the bay.", "the ship sank in the bay."),
            ("The fact is known in the bay of Kerrick.", "The fact is known in the bay of Kerrick."),
            ("KERRICK: The ship sank in the bay.", "The ship sank in the bay."),
            ("NASA: The ship sank in the bay.", "NASA: The ship sank in the bay."),
            ("As a consequence, the ship sank in the bay.", "the ship sank in the bay."),
            ("* The ship sank in the bay.", "The ship sank in the bay."),
            ("The Norland Post (NP) said that the ship sank.", "The Norland Post (NP) said that the ship sank."),
            ("(Post) -- -- The ship sank in the bay.", "The ship sank in the bay."),
            ("(Post) -- The ship sank in the bay.", "The ship sank in the bay."),
            ("The ship sank in the bay at once, the ministry said.", "The ship sank in the bay at once"),
            ("UPDATE: KERRICK (Post) -- The ship sank in the bay.", "The ship sank in the bay."),
            ("Summary The ship sank in the bay.", "The ship sank in the bay."),
            ("According to Hale, the ship sank in the bay.", "the ship sank in the bay."),
            ("The ship sank in the bay before noon, but its crew was saved.", "The ship sank in the bay before noon"),
            (
                "The ship may have sunk in the bay at noon, but its crew was saved.",
                "The ship may have sunk in the bay at noon, but its crew was saved.",
            ),
            (
                "The ship lost not only its mast in the storm, but its crew was lost.",
                "The ship lost not only its mast in the storm, but its crew was lost.",
            ),
            (
                "The ship was built in the bay not to carry mail, but to carry the crew.",
                "The ship was built in the bay not to carry mail, but to carry the crew.",
            ),
            (
                "The ship sank in the bay before noon; its crew was saved at once.",
                "The ship sank in the bay before noon",
            ),
            (
                "At first, the ship lay in the bay before noon, but its crew left.",
                "At first, the ship lay in the bay before noon, but its crew left.",
            ),
            (
                "Ships sail to Kerrick in Norland; Port Hale in Sutland; and the old bay of Brannock.",
                "Ships sail to Kerrick in Norland; Port Hale in Sutland; and the old bay of Brannock.",
            ),
            (
                "Two men of the watch were on the pier at noon, but could not see the ship.",
                "Two men of the watch were on the pier at noon, but could not see the ship.",
            ),
            (
                "Two men of the watch were on the pier at noon, but they could not see the ship.",
                "Two men of the watch were on the pier at noon, but they could not see the ship.",
            ),
            (
                "Some of the ships are simply named after old ports; others have the names of their masters.",
                "Some of the ships are simply named after old ports; others have the names of their masters.",
            ),
            (
                "The ferry was closed in winter by storms; was lost in fog on the bay; or was sold in Kerrick.",
                "The ferry was closed in winter by storms; was lost in fog on the bay; or was sold in Kerrick.",
            ),
            ("More notably, the ship sank in the bay.", "the ship sank in the bay."),
            ("Confusing matters further, the ship sank in the bay.", "the ship sank in the bay."),
            ("At the same time the ship sank in the bay.", "the ship sank in the bay."),
            ("The ship, the crew and the mail were lost.", "The ship, the crew and the mail were lost."),
            (
                "If the ship had sunk in the bay before noon, but it did not.",
                "If the ship had sunk in the bay before noon, but it did not.",
            ),
        ] {
            let span = kept(sentence, attribution(sentence)).unwrap();
            assert_eq!(span.slice(sentence), Some(expected));
        }
    }
}
