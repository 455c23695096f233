//! The words of `sequence`: connectives and what they make of what stands behind them, and words by which a passage may tell
//! why, or set one thing against another. English, German, French and Spanish. Refuses to hold anything but tables.

use std::sync::LazyLock;

use crate::analysis::lexicon::{Words, table};

/// What a connective makes of what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// It comes before the rest.
    First,
    /// It is what the rest comes of.
    Cause,
    /// It comes of the rest, or behind it.
    Second,
    /// The rest is in spite of it.
    Conceded,
}

/// Connectives, the longer before the shorter that begin alike.
#[rustfmt::skip]
pub const CONNECTIVES: &[(&str, Behind)] = {
    use Behind::{Cause, Conceded, First, Second};
    &[
        ("because of", Cause), ("because", Cause), ("due to", Cause), ("owing to", Cause), ("thanks to", Cause),
        ("as a result of", Cause), ("on account of", Cause), ("caused by", Cause), ("prompted by", Cause),
        ("triggered by", Cause), ("sparked by", Cause),
        ("weil", Cause), ("wegen", Cause), ("aufgrund", Cause), ("infolge", Cause), ("dank", Cause),
        ("à cause de", Cause), ("à cause des", Cause), ("à cause du", Cause), ("en raison de", Cause), ("en raison du", Cause),
        ("en raison des", Cause), ("parce que", Cause), ("grâce à", Cause), ("grâce aux", Cause), ("grâce au", Cause),
        ("debido a", Cause), ("debido al", Cause), ("a causa de", Cause), ("porque", Cause), ("gracias a", Cause),
        ("gracias al", Cause),
        ("after", First), ("following", First), ("in response to", First), ("nachdem", First), ("nach", First),
        ("après", First), ("à la suite de", First), ("tras", First), ("después de", First),
        ("before", Second), ("led to", Second), ("leads to", Second), ("leading to", Second), ("resulted in", Second),
        ("resulting in", Second), ("results in", Second), ("caused", Second), ("causing", Second), ("prompted", Second),
        ("prompting", Second), ("triggered", Second), ("triggering", Second), ("sparked", Second), ("sparking", Second),
        ("set off", Second), ("setting off", Second), ("followed by", Second), ("bevor", Second), ("führte zu", Second),
        ("führten zu", Second), ("führt zu", Second), ("avant", Second), ("a provoqué", Second), ("a entraîné", Second),
        ("ont provoqué", Second), ("ont entraîné", Second), ("antes de", Second), ("provocó", Second), ("causó", Second),
        ("although", Conceded), ("even though", Conceded), ("though", Conceded), ("despite", Conceded),
        ("in spite of", Conceded), ("obwohl", Conceded), ("obgleich", Conceded), ("trotz", Conceded),
        ("bien que", Conceded), ("malgré", Conceded), ("aunque", Conceded), ("a pesar de", Conceded),
    ]
};
/// The words with which connectives begin: few, so that most words of a text are not tried.
pub static OPENINGS: Words =
    LazyLock::new(|| CONNECTIVES.iter().filter_map(|(phrase, _)| phrase.split(' ').next()).collect());
/// Words by which a passage may tell why, however weakly; one of these, and a cause may be said in other words.
pub static WHY: Words = LazyLock::new(|| {
    table(
        "since so as for from over why thus hence given amid when with fear fears denn da so um durch indem \
         damit daher darum deshalb somit angesichts vor car donc dû due dus dues suite puisque comme afin pour \
         par faute face por pues dado así ya culpa para ante",
    )
});
/// Beginnings of words that tell why.
pub const WHENCE: &[&str] = &[
    "because",
    "due",
    "owing",
    "thank",
    "therefore",
    "consequen",
    "caus",
    "reason",
    "lead",
    "led",
    "result",
    "prompt",
    "forc",
    "blam",
    "attribut",
    "fuel",
    "driv",
    "drov",
    "motivat",
    "trigger",
    "spark",
    "setting",
    "respon",
    "enabl",
    "mak",
    "made",
    "mean",
    "help",
    "allow",
    "contribut",
    "stem",
    "link",
    "connect",
    "effect",
    "affect",
    "impact",
    "weil",
    "wegen",
    "aufgrund",
    "infolge",
    "dadurch",
    "dank",
    "grund",
    "gründe",
    "ursach",
    "führt",
    "verursach",
    "bewirk",
    "auslös",
    "ausgelöst",
    "löst",
    "folg",
    "sorgt",
    "sodass",
    "ließ",
    "parce",
    "cause",
    "raison",
    "grâce",
    "entraîn",
    "provo",
    "condui",
    "porque",
    "debid",
    "gracias",
    "razón",
    "motiv",
    "llev",
];
/// Words by which a passage sets one thing against another.
pub static AGAINST: Words = LazyLock::new(|| {
    table(
        "although though despite spite but however yet still while whereas nevertheless nonetheless even not \
         defi regardless obwohl obgleich trotz trotzdem dennoch aber doch jedoch zwar nicht kein keine malgré \
         bien mais pourtant toutefois cependant pas aunque pesar pero sin no",
    )
});
/// The connectives of a concession that join a thing to a clause.
pub const SPITE: &[&str] = &["despite", "in spite of", "trotz", "malgré", "a pesar de"];
/// German prepositions among them: what they are said of ends with its noun, and the clause goes on.
pub const GERMAN_PREPOSITIONS: &[&str] = &["nach", "wegen", "aufgrund", "infolge", "dank", "trotz"];
