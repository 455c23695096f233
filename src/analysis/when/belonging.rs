//! Whether a date in a sentence is that of its own verb, or of something the sentence speaks of: 'the July 25 phone call',
//! 'the storm that hit the pier on Friday'. Refuses to resolve dates.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Dating, Found};
use crate::analysis::calendar::month;
use crate::analysis::lexicon::{Words, table};
use crate::analysis::tense::{is_finite, is_past};
use crate::text::stem::Language;

/// Words behind which, up to the next mark, stands what happened before or after what is said.
static BINDING: Words = LazyLock::new(|| {
    table(
        "after before following because despite nachdem bevor nach vor seit après avant who whose which where qui dont où",
    )
});
/// Words by which what follows belongs to a noun.
static DETERMINERS: Words =
    LazyLock::new(|| table("the a an his her their its our my your this that these those another"));
/// What can follow a day of the week and is none of what it dates.
static TIMES: Words = LazyLock::new(|| {
    table(
        "morning afternoon evening night noon midnight lunchtime local last next and at before after when that to abend",
    )
});
/// Participles that hang on a noun before them, when a verb is already there.
static PUBLISHED: Words = LazyLock::new(|| {
    table(
        "published released previewed imposed shown unveiled issued introduced posted filed passed signed selected adopted",
    )
});
/// Words whose 'that' tells what was said, thought or meant, and is no relative: verbs of saying and thinking, whom it was
/// told, 'so that', 'now that'.
static BEFORE_A_CLAUSE: Words = LazyLock::new(|| {
    table(
        "said says say told announced reported reports confirmed stated claimed added warned showed shows found revealed \
         believe believed so now him her them it reporters assume assumed expect expects expected think hopes know",
    )
});

impl Dating<'_> {
    /// Whether a date is not that of the sentence's own verb, but of something the sentence speaks of.
    pub(super) fn is_of_something(&self, date: Found) -> bool {
        self.modifies(date)
            || self.is_bound(date)
            || self.is_of_event(date)
            || self.is_holiday(date)
            || self.is_in_aside(date)
            || self.is_of_report(date)
            || self.is_of_participle(date)
            || self.is_in_german_subject(date)
            || self.is_german_habit()
            || self.is_compared(date)
    }

    /// 'The July 25 phone call', 'NASA's Monday announcement'.
    fn modifies(&self, date: Found) -> bool {
        let (before, next) = (self.before(date.at), self.word(date.end));
        let named = DETERMINERS.contains(before) && before != "this" || before.ends_with("'s");
        let english = Language::of_tag("en");
        let noun = !next.is_empty()
            && !self.wording.parted(date.end)
            && !english.is_function_word(next)
            && !is_past(next)
            && !is_finite(next)
            && !TIMES.contains(next);
        let attribute = before.ends_with("ed") && DETERMINERS.contains(self.word(date.at.wrapping_sub(2)));
        (named || attribute) && noun && !self.wording.parted(date.at) && !self.is_of_own_speech(date)
    }

    /// 'Hale warned of the fog during his March 3 speech': whoever says so says it on that day.
    fn is_of_own_speech(&self, date: Found) -> bool {
        let led = date.at.checked_sub(2).map_or("", |at| self.word(at));
        let speech = matches!(
            self.word(date.end),
            "address"
                | "speech"
                | "testimony"
                | "statement"
                | "interview"
                | "letter"
                | "remarks"
                | "sermon"
                | "lecture"
        );
        matches!(led, "in" | "during") && matches!(self.before(date.at), "his" | "her" | "their") && speech
    }

    /// 'Scene of his death in 1485', 'since their launch in 2016', 'the quarter ended Sept. 29', 'Born July 22, 1993,'.
    fn is_of_event(&self, date: Found) -> bool {
        let word = |back: usize| date.at.checked_sub(back).map_or("", |at| self.word(at));
        let event = matches!(word(2), "death" | "birth" | "launch" | "inception" | "debut" | "founding" | "creation");
        let owned = event && matches!(word(3), "his" | "her" | "its" | "their");
        let period = matches!(word(2), "quarter" | "year" | "period" | "months") && word(1) == "ended";
        let born = word(1) == "born" && !matches!(word(2), "was" | "were" | "is");
        period || born || owned && matches!(word(1), "in" | "on")
    }

    /// 'Black Friday'.
    fn is_holiday(&self, date: Found) -> bool {
        date.weekday && matches!(self.before(date.at), "black" | "cyber" | "good" | "palm" | "easter" | "ash")
    }

    /// Behind 'after' or 'who' in the same clause, in a relative clause, or in brackets.
    fn is_bound(&self, date: Found) -> bool {
        let clause = self.wording.stretch(date.at);
        let brackets = (0..=date.at).fold(0i32, |depth, at| {
            let marks = |mark| self.wording.gap(at).matches(mark).count() as i32;
            depth + marks('(') - marks(')')
        });
        let before = clause.start..date.at.saturating_sub(1).max(clause.start);
        let mut bound = before.filter(|&i| self.binds(i, date.at));
        brackets > 0 || bound.next().is_some() || self.is_german_aside(clause)
    }

    /// Whether a word binds what stands up to a date: unless the sentence's own verb comes between, as in 'the fire that left
    /// two houses in ruins broke out on Friday', and, in languages that part them by no mark, 'nach dem Brand hat am Freitag'.
    fn binds(&self, at: usize, date: usize) -> bool {
        let verb = |i: usize| is_finite(self.word(i)) || self.tag == Some("de") && self.word(i).ends_with("te");
        let relative = matches!(self.word(at), "who" | "which" | "qui") || self.is_relative(at);
        let own = if relative { at + 3..date } else { at + 1..date };
        let released =
            (relative || matches!(self.word(at), "nach" | "vor" | "seit" | "après")) && own.into_iter().any(verb);
        let next = self.word(at + 1);
        // 'since testing began in 2016'
        let begun = next.ends_with("ing") && (at + 2..date).any(|i| is_past(self.word(i)));
        let clause = next.chars().all(char::is_alphabetic) && (!next.ends_with("ing") || begun) && !is_past(next);
        let since = self.word(at) == "since" && at + 2 < date && clause && month(next).is_none();
        !released && (relative || since || BINDING.contains(self.word(at)) && !self.is_before_court(at))
    }

    /// 'Testified before the committee', 'appeared before a judge': a place, not a time.
    fn is_before_court(&self, at: usize) -> bool {
        let verb = matches!(
            self.before(at),
            "testified"
                | "testify"
                | "appeared"
                | "appear"
                | "appears"
                | "spoke"
                | "argued"
                | "proceedings"
                | "hearing"
        );
        let near = (at.saturating_sub(5)..at).any(|i| matches!(self.word(i), "testified" | "appeared"));
        self.word(at) == "before" && (verb || near)
    }

    /// 'The fire that killed', not 'said that a fire killed'.
    fn is_relative(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let verb = is_past(next) || is_finite(next) || matches!(self.word(at + 2), "the" | "a" | "an");
        // 'the pier that he rebuilt in 2016'
        let person =
            matches!(next, "he" | "she" | "they" | "we" | "it") && DETERMINERS.contains(self.word(at.wrapping_sub(2)));
        let verb = verb || person;
        self.word(at) == "that" && at > 0 && verb && !BEFORE_A_CLAUSE.contains(self.before(at))
    }

    /// ', der am Freitag verhaftet wurde,'.
    fn is_german_aside(&self, clause: Range<usize>) -> bool {
        let opens = matches!(
            self.word(clause.start),
            "der" | "die" | "das" | "den" | "dem" | "deren" | "dessen" | "als" | "nachdem"
        );
        let last = self.word(clause.end.saturating_sub(1));
        let closes = matches!(
            last,
            "wurde" | "wurden" | "war" | "waren" | "hatte" | "hatten" | "hat" | "haben" | "ist" | "sind"
        );
        // ', die zwischen dem 9. und 13. Mai feiern': a relative clause, whatever its verb.
        let small = |at: usize| !self.wording.is_capital(at);
        let ends = ["n", "t", "te"].iter().any(|end| last.ends_with(end)) && small(clause.end.saturating_sub(1));
        let begins = small(clause.start + 1) || matches!(self.word(clause.start + 1), "anfang" | "ende" | "mitte");
        let relative = ends && begins && clause.end > clause.start + 2;
        // ', wie der Hafen am Dienstag mitteilte'
        let said = self.word(clause.start) == "wie" && ends;
        self.tag == Some("de") && clause.start > 0 && (opens && (closes || relative) || said)
    }

    /// 'Die Feier am Freitag hat': in German only one phrase stands before the verb, and the date is in it.
    fn is_in_german_subject(&self, date: Found) -> bool {
        let verb = is_finite(self.word(date.end)) && !self.wording.parted(date.end);
        let adverbial =
            matches!(self.before(date.at), "jahr" | "anfang" | "ende" | "mitte" | "und" | "bis" | "kommenden");
        self.tag == Some("de") && verb && !adverbial && date.at > self.wording.stretch(date.at).start + 2
    }

    /// 'Jedes Jahr am 11. Mai': no day of one year.
    fn is_german_habit(&self) -> bool {
        const HABIT: &[&str] = &["jährlich", "alljährlich", "stets", "traditionell", "üblicherweise", "gewöhnlich"];
        let yearly = |pair: &[&str]| matches!(pair, ["jedes" | "jedem", "jahr"]);
        self.tag == Some("de")
            && (self.words.iter().any(|word| HABIT.contains(word)) || self.words.windows(2).any(yearly))
    }

    /// 'Ähnlich wie in 2020', 'über dem Stand von Ende 2019'.
    fn is_compared(&self, date: Found) -> bool {
        let word = |back: usize| date.at.checked_sub(back).map_or("", |at| self.word(at));
        let than = word(2) == "wie" && matches!(word(1), "in" | "im" | "am") && word(3) != "ebenso";
        let of = word(2) == "von" && matches!(word(1), "anfang" | "ende" | "mitte");
        // 'Half as many as it did in 2009', 'fewer than in 2009'
        let did =
            matches!(word(2), "did" | "was" | "were" | "had") && (3..=5).any(|i| matches!(word(i), "as" | "than"));
        let english = word(1) == "in" && (matches!(word(2), "as" | "than") || did);
        self.tag == Some("de") && (than || of) || self.tag != Some("de") && english
    }

    /// 'A law passed in 2019 is', 'the talks held on Monday were'.
    fn is_of_participle(&self, date: Found) -> bool {
        let participle = date.at.checked_sub(2).map_or("", |at| self.word(at));
        let done = participle.ends_with("ed")
            || matches!(participle, "held" | "made" | "built" | "sent" | "born" | "found" | "set");
        let subject =
            date.at.checked_sub(3).is_some_and(|at| !self.wording.parted(at + 1) && !is_finite(self.word(at)));
        let verb = is_finite(self.word(date.end)) && !self.wording.parted(date.end);
        matches!(self.before(date.at), "in" | "on") && done && subject && verb || self.is_of_reduced(date)
    }

    /// 'Wants to end the tax imposed in May', 'in a study published Monday', 'joined by those chosen by Hale in May': a
    /// participle that hangs on a noun, behind the sentence's own verb.
    fn is_of_reduced(&self, date: Found) -> bool {
        let bare = date.at.saturating_sub(1);
        let last = if matches!(self.word(bare), "in" | "on") { bare.saturating_sub(1) } else { bare };
        let by = (last.saturating_sub(3)..last).find(|&i| self.word(i) == "by").filter(|_| last < bare);
        let done = |at: usize| PUBLISHED.contains(self.word(at));
        by.map_or(done(last) && self.hangs(last), |by| {
            by > 0 && self.word(by - 1).ends_with("ed") && self.hangs(by - 1)
        })
    }

    /// Whether a participle hangs on the noun before it, behind a verb.
    fn hangs(&self, at: usize) -> bool {
        let (noun, english) = (self.before(at), Language::of_tag("en"));
        let verb = |i: usize| is_finite(self.word(i)) || is_past(self.word(i)) || self.word(i) == "to";
        let noun_like = matches!(noun, "others" | "those") || !english.is_function_word(noun);
        !noun.is_empty()
            && noun_like
            && noun != "since"
            && !is_past(noun)
            && !noun.ends_with("ly")
            && !self.wording.parted(at)
            && (0..at - 1).any(verb)
    }

    /// ', submitted to the town this week': an aside that a participle opens.
    fn is_in_aside(&self, date: Found) -> bool {
        let clause = self.wording.stretch(date.at);
        let opens = self.word(clause.start).ends_with("ed") && is_past(self.word(clause.start));
        let relative = |i: usize| matches!(self.word(self.wording.stretch(i).start), "who" | "which" | "whose");
        let verb = |i: usize| is_finite(self.word(i)) || is_past(self.word(i));
        let told = (0..clause.start).any(|i| verb(i) && !relative(i));
        opens && told && !(clause.start + 1..date.at).any(|i| is_finite(self.word(i)))
    }

    /// 'The Post reported on Friday that the line is in debt': the day of the report, not of what is so.
    fn is_of_report(&self, date: Found) -> bool {
        let reported = (1..=2).any(|back| date.at.checked_sub(back).is_some_and(|at| self.word(at) == "reported"));
        let so = (date.end..date.end + 5).any(|i| matches!(self.word(i), "is" | "are"));
        reported && self.word(date.end) == "that" && so
    }
}
