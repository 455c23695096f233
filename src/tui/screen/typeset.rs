//! Briefs and articles as blocks of text: what the reader, the article screen and the comparison set on their sheets.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::audit::Part;
use crate::article::{Paragraph, ParagraphKind, ParagraphNo, SourceKind};
use crate::brief::anchor::State;
use crate::brief::study::{ReadState, Study};
use crate::brief::{Brief, Claim, Passage as Words};
use crate::text::bidi::Direction;
use crate::text::width::width;
use crate::text::{Offset, Span, counted};
use crate::tui::document::{Desk, Document};
use crate::tui::marked::{Mark, Place};
use crate::tui::sheet::{Block, Tag};
use crate::tui::theme::{Role, Sign, Theme};

/// Words an adult reads in a minute, silently (Brysbaert 2019, doi:10.1016/j.jml.2019.104047: 238 for non-fiction).
const WORDS_A_MINUTE: usize = 238;

/// Authors, publisher and date on one line.
pub fn byline(brief: &Brief, theme: Theme) -> String {
    let source = &brief.source;
    let dated = source.published.map_or_else(|| "no date".to_owned(), |date| date.long());
    let parts = [source.authors.join(", "), source.publisher.clone().unwrap_or_default(), dated];
    joined(&parts, theme)
}

/// Kind, length, reading time and what state the brief is in, on one line.
pub fn facts(brief: &Brief, theme: Theme) -> String {
    let words = brief.source.article.as_ref().map_or(0, |article| article.words);
    let length = length(words);
    let minutes = words.div_ceil(WORDS_A_MINUTE);
    let time = if words == 0 { String::new() } else { format!("{minutes} min") };
    let status = brief.made.status.name().to_owned();
    // Set from the right, a line that opens with a number is torn behind it.
    let kind = if direction(brief).is_some() { brief.source.kind.name().to_owned() } else { kind(brief.source.kind) };
    joined(&[kind, length, time, claims(brief, theme), status], theme)
}

/// What kind of article it is; nothing where it is of none that has a name.
pub fn kind(kind: SourceKind) -> String {
    if kind == SourceKind::Other { String::new() } else { kind.name().to_owned() }
}

/// How many claims there are; of a draft, how many wait to be accepted, with the sign that those have.
fn claims(brief: &Brief, theme: Theme) -> String {
    let claims = counted(brief.claims.len(), "claim");
    match brief.drafted() {
        0 => claims,
        drafted => format!("{claims}, {drafted} {} to accept", theme.sign(Sign::Drafted)),
    }
}

/// How many words an article has; nothing where that is not known.
pub fn length(words: usize) -> String {
    match words {
        0 => String::new(),
        1 => "1 word".to_owned(),
        n => format!("{} words", thousands(n)),
    }
}

/// What the reader did with a brief as a whole: kept, read, tagged. Empty where that is nothing.
pub fn own_line(study: &Study, theme: Theme) -> String {
    let sign = |sign: Sign, what: &str| format!("{} {what}", theme.sign(sign));
    let star = if study.star { sign(Sign::Star, "starred") } else { String::new() };
    let read = if study.read == ReadState::Done { sign(Sign::Exact, "read") } else { String::new() };
    let tags = if study.tags.is_empty() { String::new() } else { format!("tags: {}", study.tags.join(", ")) };
    joined(&[star, read, tags], theme)
}

/// A number with its thousands parted by commas.
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The parts that say something, with dots between them.
pub fn joined(parts: &[String], theme: Theme) -> String {
    let dot = format!(" {} ", theme.sign(Sign::Dot));
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(&dot)
}

/// From which edge everything about a brief is set: from the right where its own words are, so that no line of the
/// program's leaps to the other edge.
fn direction(brief: &Brief) -> Option<Direction> {
    let own = [brief.title.as_deref().unwrap_or_default(), &brief.summary].concat();
    let direction = Direction::in_language(&own, brief.source.language.as_deref());
    Some(direction).filter(|direction| *direction == Direction::RightToLeft)
}

/// The head of a brief: title, byline, facts, and what the reader did with it.
pub fn head(document: &Document, theme: Theme, study: Option<&Study>) -> Vec<Block> {
    let brief = &document.brief;
    let facts_of = |role, text: String| Block { listed: true, ..Block::new(Tag::Head, role, text) };
    let mut blocks = vec![
        Block::new(Tag::Head, Role::Title, document.heading()),
        facts_of(Role::Text, byline(brief, theme)),
        facts_of(Role::Dim, facts(brief, theme)),
    ];
    let own = study.map(|study| own_line(study, theme)).filter(|own| !own.is_empty());
    blocks.extend(own.map(|own| facts_of(Role::Note, own)));
    blocks
}

/// A whole brief: head, summary, claims, topics, and what the reader noted. Beneath the claim `opened` stands its evidence.
pub fn brief(
    document: &Document,
    theme: Theme,
    opened: Option<usize>,
    marks: &[Mark],
    study: Option<&Study>,
) -> Vec<Block> {
    let (brief, language) = (&document.brief, &document.brief.source.language);
    let set = |block: Block| Block { language: language.clone(), ..block };
    let columns = Columns::of(document, theme);
    let mut blocks = head(document, theme, study);
    blocks.push(Block::new(Tag::Head, Role::Heading, "Summary").after(1));
    if brief.summary.trim().is_empty() {
        blocks.push(Block::new(Tag::Head, Role::Dim, "This brief has no summary yet."));
    } else {
        // A summary whose passages all stand where they should needs no sign of it.
        let state = document.state_of(None).filter(|state| *state != State::Exact && *state != State::Unattached);
        let tail = state.map(|state| state_tail(state, theme)).into_iter().collect();
        blocks.push(set(Block { tail, ..Block::new(Tag::Head, Role::Text, brief.summary.as_str()) }));
    }
    if let Some(doubt) = document.doubt(Part::Summary) {
        blocks.push(Block::new(Tag::Head, Role::Bad, format!("unsupported: {}", doubt.why())));
    }
    if !brief.topics.is_empty() {
        let topics = Block::new(Tag::Head, Role::Dim, joined(&brief.topics, theme)).after(1);
        blocks.push(Block { listed: true, ..topics });
    }
    blocks.extend(notes(Tag::Head, marks, Place::Brief, theme));
    blocks.push(Block::new(Tag::None, Role::Heading, "Key claims").after(1));
    if brief.claims.is_empty() {
        blocks.push(Block::new(Tag::None, Role::Dim, "This brief makes no claims yet."));
    }
    for (i, claim) in brief.claims.iter().enumerate() {
        let own = own_sign(document, i, marks, theme);
        let mut block = columns.align(credited(claim_block(document, i, claim, theme), claim, theme));
        if brief.drafted() > 0 {
            let sign = if brief.is_drafted(i) { theme.sign(Sign::Drafted) } else { "" };
            block.tail.insert(0, (format!("{sign:1} "), Role::Dim));
        }
        blocks.push(Block { own, ..set(block) }.after(u16::from(i > 0)));
        blocks.extend(unsupported(document, i));
        if opened == Some(i) {
            let opened = |block| Block { extra: true, repeats: true, ..set(block) };
            blocks.extend(beneath(document, i, theme).into_iter().map(opened));
        }
        let mut noted = notes(Tag::Claim(i), marks, Place::Claim(i), theme);
        // Beneath the evidence a note is told from it by a blank line.
        if let Some(first) = noted.first_mut().filter(|_| opened == Some(i)) {
            first.before = 1;
        }
        blocks.extend(noted);
    }
    if let Some(direction) = direction(brief) {
        blocks.iter_mut().filter(|block| block.role != Some(Role::Note)).for_each(|b| b.direction = Some(direction));
    }
    blocks
}

/// That a claim is not supported, and why, on a line of its own beneath it.
fn unsupported(document: &Document, claim: usize) -> Option<Block> {
    let why = document.doubt(Part::Claim(claim)).map_or_else(String::new, |doubt| format!(": {}", doubt.why()));
    let said = || Block::new(Tag::Claim(claim), Role::Bad, format!("unsupported{why}"));
    document.is_unsupported(claim).then(said)
}

/// What the reader added to the passages of a claim: a note goes before a highlight.
fn own_sign(document: &Document, claim: usize, marks: &[Mark], theme: Theme) -> String {
    let passages = document.passages_of(claim);
    let touches = |mark: &&Mark| match mark.place {
        Place::Passage(no, span) => passages.iter().any(|p| p.paragraph == no && p.span.overlaps(span)),
        _ => false,
    };
    let sign = marks.iter().filter(touches).map(|mark| mark.note.is_some()).max();
    sign.map_or("", |noted| theme.sign(if noted { Sign::Note } else { Sign::Highlight })).to_owned()
}

/// A kind with a longer name begins before the column: room for it would be taken from every claim.
const WIDEST_KIND: usize = "quotation".len();

/// How wide the kinds and the places of a brief's claims are, so that they stand in columns.
struct Columns {
    kind: usize,
    place: usize,
}

impl Columns {
    fn of(document: &Document, theme: Theme) -> Self {
        let kinds = document.brief.claims.iter().map(|claim| claim.kind.name().len());
        let places = (0..document.brief.claims.len()).map(|claim| width(&place_of(document, claim, theme)));
        Self { kind: kinds.max().unwrap_or(0).min(WIDEST_KIND), place: places.max().unwrap_or(0) }
    }

    /// The block with its tail in these columns; one that says more stays as it is.
    fn align(&self, mut block: Block) -> Block {
        let wanted = [self.kind, self.place];
        for ((text, _), wanted) in block.tail.iter_mut().zip(wanted) {
            text.extend(std::iter::repeat_n(' ', wanted.saturating_sub(width(text))));
        }
        block
    }
}

/// The reader's notes on one place, below it.
pub fn notes(tag: Tag, marks: &[Mark], place: Place, theme: Theme) -> Vec<Block> {
    let here = marks.iter().filter(|mark| mark.place == place);
    let texts = here.filter_map(|mark| mark.note.as_ref());
    let block = |text: &String| Block {
        own: theme.sign(Sign::Note).to_owned(),
        extra: true,
        ..Block::new(tag, Role::Note, text.as_str())
    };
    texts.map(block).collect()
}

/// A claim: its number in the margin, its kind, paragraph and state at its end.
pub fn claim_block(document: &Document, index: usize, claim: &Claim, theme: Theme) -> Block {
    let mut tail = vec![(claim.kind.name().to_owned(), Role::Dim)];
    tail.push((place_of(document, index, theme), Role::Dim));
    tail.push(document.state_of(Some(index)).map_or(("   ".to_owned(), Role::Dim), |state| state_tail(state, theme)));
    Block { lead: format!("{}", index + 1), tail, ..Block::new(Tag::Claim(index), Role::Text, claim.text.as_str()) }
}

/// The block of a claim with whom the article credits with it behind its words, quietly, where they do not name them.
pub fn credited(mut block: Block, claim: &Claim, theme: Theme) -> Block {
    if let Some(credit) = credit(claim, theme) {
        let from = block.text.trim_end().len();
        block.text.truncate(from);
        block.text.push_str(&credit);
        block.runs.push((Span::new(from, block.text.len()), Role::Dim));
    }
    block
}

/// What goes behind a claim's words: a dash and whom the article credits with it, where they do not name them. The dash
/// never ends a line.
pub fn credit(claim: &Claim, theme: Theme) -> Option<String> {
    claim.unnamed_speaker().map(|who| format!(" {}\u{a0}{who}", theme.sign(Sign::Credit)))
}

/// The paragraph of the passage whose state a claim shows, and whether there are more; empty where it has none.
fn place_of(document: &Document, claim: usize, theme: Theme) -> String {
    let Some((no, _)) = document.shown_at(Some(claim), document.first_shown(Some(claim))) else { return String::new() };
    let more = if document.found_of(Some(claim)).len() > 1 { "+" } else { "" };
    let apart = if theme.ascii { " " } else { "" };
    format!(" {}{apart}{}{more}", theme.sign(Sign::Pilcrow), no.get())
}

/// The sign of a state at the end of what rests on it.
fn state_tail(state: State, theme: Theme) -> (String, Role) {
    let (sign, role) = state_sign(state);
    (format!("  {:1}", theme.sign(sign)), role)
}

/// Who said it and when, on one line; empty when the claim says neither.
pub fn attribution(claim: &Claim, theme: Theme) -> String {
    let said = claim.said_by.as_ref().map(|who| format!("said by {who}")).unwrap_or_default();
    let when = claim.when.map(|when| when.long()).unwrap_or_default();
    joined(&[said, when], theme)
}

/// The evidence of a claim as it stands beneath it on a narrow screen.
fn beneath(document: &Document, claim: usize, theme: Theme) -> Vec<Block> {
    let indent = 2;
    let block = |role, text: String| Block { indent, ..Block::new(Tag::Claim(claim), role, text) };
    let mut blocks = Vec::new();
    // Where the claim's own end says who, only when.
    let who = document.brief.claims.get(claim).map(|c| match c.unnamed_speaker() {
        Some(_) => c.when.map(|when| when.long()).unwrap_or_default(),
        None => attribution(c, theme),
    });
    let who = who.unwrap_or_default();
    if !who.is_empty() {
        blocks.push(Block { listed: true, ..block(Role::Dim, who) });
    }
    let Some(article) = &document.article else {
        let indented = quoted(document, claim).into_iter().map(|quote| Block { indent, ..quote });
        blocks.extend(indented.map(|block| Block { tag: Tag::Claim(claim), ..block }));
        return blocks;
    };
    let found = document.found_of(Some(claim));
    if found.is_empty() {
        blocks.push(block(Role::Warn, "This claim has no evidence.".to_owned()));
    }
    for (anchor, found) in found.iter().enumerate() {
        let (sign, role) = state_sign(found.state);
        let state = format!("{} {}", found.state.name(), theme.sign(sign));
        let passage = found.place.and_then(|(no, span)| {
            let text = span.slice(&article.paragraph(no)?.text)?;
            Some((format!("{} {}  {state}", theme.sign(Sign::Pilcrow), no.get()), text.to_owned()))
        });
        let apart = u16::from(!blocks.is_empty());
        match passage {
            Some((where_, text)) => {
                blocks.push(block(Role::Passage, text).after(apart));
                blocks.push(block(role, where_));
            }
            None => blocks.push(block(role, state).after(apart)),
        }
        let said = about_passage(document, Some(claim), anchor);
        blocks.extend(said.into_iter().map(|(text, role)| block(role, text)));
    }
    blocks
}

/// What there is to say of a passage that does not simply stand where the brief says: what became of it; of one that is
/// not found also how to mend that where the brief is read, and the words that were looked for.
pub fn about_passage(document: &Document, claim: Option<usize>, anchor: usize) -> Vec<(String, Role)> {
    let mend = match claim {
        Some(_) => "v selects the right passage, r then anchors the claim to it; e edits the brief.",
        None => "e edits the brief.",
    };
    let mut said = fate_of_passage(document, claim, anchor);
    if said.len() > 1 {
        said.insert(1, (mend.to_owned(), Role::Dim));
    }
    said
}

/// The same where the keys that mend it are none: what became of it and, of one that is not found, the words.
pub fn fate_of_passage(document: &Document, claim: Option<usize>, anchor: usize) -> Vec<(String, Role)> {
    let state = document.found_of(claim).get(anchor).map_or(State::Exact, |found| found.state);
    let lost = match state {
        State::Exact => return Vec::new(),
        State::Moved | State::Repaired | State::Unattached => {
            return vec![(state_meaning(state).to_owned(), Role::Dim)];
        }
        State::Ambiguous | State::Missing => state_meaning(state).to_owned(),
    };
    let words = match document.anchors_of(claim).get(anchor).map(|anchor| &anchor.passage) {
        Some(Words::Quote { text, .. }) if state == State::Missing => format!("Not found: “{}”", text.trim()),
        Some(Words::Quote { text, .. }) => format!("Looked for: “{}”", text.trim()),
        _ => "The brief carries only a fingerprint of the passage, not its words.".to_owned(),
    };
    vec![(lost, Role::Warn), (words, Role::Bad)]
}

/// The sign and role of an anchor's state.
pub const fn state_sign(state: State) -> (Sign, Role) {
    match state {
        State::Exact => (Sign::Exact, Role::Good),
        State::Moved => (Sign::Moved, Role::Good),
        State::Repaired => (Sign::Repaired, Role::Warn),
        State::Ambiguous => (Sign::Ambiguous, Role::Warn),
        State::Missing => (Sign::Missing, Role::Bad),
        State::Unattached => (Sign::Unattached, Role::Dim),
    }
}

/// What a state means, in a sentence.
pub const fn state_meaning(state: State) -> &'static str {
    match state {
        State::Exact => "The passage stands where the brief says it does.",
        State::Moved => "The passage stands in the article, at another place than the brief says.",
        State::Repaired => "The passage stands in the article with other spacing, hyphens or quotation marks.",
        State::Ambiguous => "The passage stands at several places, and nothing tells which is meant.",
        State::Missing => {
            "The passage does not stand in the article. Do not rely on this claim before you have checked it."
        }
        State::Unattached => "The article is not here, so nothing says whether the passage stands in it.",
    }
}

/// An article's paragraphs, the numbers of the claims that rest on one in its margin, the reader's notes below it.
pub fn article(document: &Document, role: Role, theme: Theme, marks: &[Mark]) -> Vec<Block> {
    let Some(article) = &document.article else { return Vec::new() };
    let numbers = numbers(document);
    let language = &document.brief.source.language;
    let paragraph_block = |(i, paragraph): (usize, &Paragraph)| {
        let no = ParagraphNo::at(i);
        let heading = paragraph.kind == ParagraphKind::Heading;
        Block {
            indent: match paragraph.kind {
                ParagraphKind::Quote | ParagraphKind::Item | ParagraphKind::Note | ParagraphKind::Code => 3,
                _ => 0,
            },
            beside: numbers.get(&no).cloned().unwrap_or_default(),
            language: language.clone().filter(|_| !heading),
            ..Block::new(Tag::Paragraph(no), if heading { Role::Heading } else { role }, paragraph.text.as_str())
                .after(1)
        }
    };
    let mut blocks = Vec::with_capacity(article.paragraphs().len());
    for (i, paragraph) in article.paragraphs().iter().enumerate() {
        blocks.push(paragraph_block((i, paragraph)));
        let no = ParagraphNo::at(i);
        let here = |mark: &&Mark| matches!(mark.place, Place::Passage(at, _) if at == no);
        for mark in marks.iter().filter(here) {
            blocks.extend(notes(Tag::Paragraph(no), std::slice::from_ref(mark), mark.place, theme));
        }
    }
    blocks
}

/// For each paragraph, where in it the passages of claims begin, and their claims' numbers.
fn numbers(document: &Document) -> BTreeMap<ParagraphNo, Vec<(Offset, String)>> {
    let mut claims: BTreeMap<ParagraphNo, BTreeSet<(Offset, usize)>> = BTreeMap::new();
    for passage in document.passages() {
        claims.entry(passage.paragraph).or_default().insert((passage.span.start(), passage.claim + 1));
    }
    let spelled = |(at, claim): (Offset, usize)| (at, claim.to_string());
    claims.into_iter().map(|(no, claims)| (no, claims.into_iter().map(spelled).collect())).collect()
}

/// What is to be done before anything of the article can be shown or selected, when it is not here.
pub fn attach_first(desk: &Desk, id: &str) -> String {
    format!("The article is not here: @ attaches it, and `{}` brings it in a shell.", desk.attaching(id))
}

/// That the article is not here, once, in the head of the brief; why it cannot be read, where it is.
pub fn not_here(document: &Document) -> Block {
    match &document.article_fault {
        Some(fault) => Block::new(Tag::Head, Role::Bad, fault.as_str()),
        None => Block::new(Tag::Head, Role::Dim, "The article is not here; @ attaches it, tab says more."),
    }
}

/// The words that a claim quotes, which a reader can read though the article is not here.
fn quoted(document: &Document, claim: usize) -> Vec<Block> {
    let claim = document.brief.claims.get(claim);
    let words = claim.into_iter().flat_map(|claim| &claim.evidence).filter_map(|anchor| match &anchor.passage {
        Words::Quote { text, .. } => Some(text.as_str()),
        Words::Digest { .. } => None,
    });
    let language = &document.brief.source.language;
    let quote = |text| Block { language: language.clone(), ..Block::new(Tag::None, Role::Passage, text).after(1) };
    words.map(quote).collect()
}

/// What stands in the evidence pane when the article is not here: the words that the claim quotes, and how to attach the
/// article.
pub fn attach_help(document: &Document, desk: &Desk, claim: Option<usize>) -> Vec<Block> {
    let anchors = || document.brief.claims.iter().flat_map(|claim| &claim.evidence);
    let quotes = anchors().any(|anchor| matches!(anchor.passage, Words::Quote { .. }));
    let digests = anchors().any(|anchor| matches!(anchor.passage, Words::Digest { .. }));
    let carries = match (quotes, digests) {
        (true, true) => "Its claims quote their passages, or carry a fingerprint of them",
        (true, false) => "Its claims quote their passages",
        (false, true) => "Its claims carry a fingerprint of each passage, not its words",
        (false, false) => "Its claims name no passages",
    };
    let text = |text: String| Block::new(Tag::None, Role::Text, text).after(1);
    let mut blocks = vec![
        Block::new(Tag::None, Role::Heading, "The article is not here"),
        text(format!("{carries}. When you have the article as a file, @ attaches it by its path; so does, in a shell:")),
        Block { indent: 2, typed: true, ..Block::new(Tag::None, Role::Key, desk.attaching(&document.id)) }.after(1),
        text(
            "That cleans the text, and keeps it beside the brief if the passages are found in it. From then on every claim \
             leads to its passage here."
                .to_owned(),
        ),
    ];
    if let Some(fault) = &document.article_fault {
        blocks.push(Block::new(Tag::None, Role::Bad, fault.as_str()).after(1));
    }
    let words = claim.map(|claim| quoted(document, claim)).unwrap_or_default();
    if !words.is_empty() {
        blocks.push(Block::new(Tag::None, Role::Heading, "What the claim quotes").after(2));
        blocks.extend(words);
    }
    blocks
}
