//! Briefs and articles as blocks of text: what the reader, the article screen and the comparison set on their sheets.

use std::collections::BTreeMap;

use crate::article::{Paragraph, ParagraphKind, ParagraphNo};
use crate::brief::anchor::State;
use crate::brief::{Brief, Claim};
use crate::tui::document::{Document, Passage};
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
    let length = if words == 0 { String::new() } else { format!("{} words", thousands(words)) };
    let minutes = words.div_ceil(WORDS_A_MINUTE);
    let time = if words == 0 { String::new() } else { format!("{minutes} min") };
    let claims = match brief.claims.len() {
        1 => "1 claim".to_owned(),
        n => format!("{n} claims"),
    };
    let status = brief.made.status.name().to_owned();
    joined(&[brief.source.kind.name().to_owned(), length, time, claims, status], theme)
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

/// The head of a brief: title, byline, facts.
pub fn head(document: &Document, theme: Theme) -> Vec<Block> {
    let (brief, language) = (&document.brief, &document.brief.source.language);
    let block = |role, text: String| Block { language: language.clone(), ..Block::new(Tag::Head, role, text) };
    vec![
        block(Role::Title, document.heading()),
        block(Role::Text, byline(brief, theme)),
        block(Role::Dim, facts(brief, theme)),
    ]
}

/// A whole brief: head, summary, claims, topics, and what the reader noted. Beneath the claim `opened` stands its evidence.
pub fn brief(document: &Document, theme: Theme, opened: Option<usize>, marks: &[Mark]) -> Vec<Block> {
    let (brief, language) = (&document.brief, &document.brief.source.language);
    let set = |block: Block| Block { language: language.clone(), ..block };
    let mut blocks = head(document, theme);
    blocks.push(Block::new(Tag::Head, Role::Heading, "Summary").after(1));
    if brief.summary.trim().is_empty() {
        blocks.push(Block::new(Tag::Head, Role::Dim, "This brief has no summary yet."));
    } else {
        blocks.push(set(Block::new(Tag::Head, Role::Text, brief.summary.as_str())));
    }
    if !brief.topics.is_empty() {
        blocks.push(Block::new(Tag::Head, Role::Dim, joined(&brief.topics, theme)).after(1));
    }
    blocks.extend(notes(Tag::Head, marks, Place::Brief, theme));
    blocks.push(Block::new(Tag::None, Role::Heading, "Key claims").after(1));
    if brief.claims.is_empty() {
        blocks.push(Block::new(Tag::None, Role::Dim, "This brief makes no claims yet."));
    }
    for (i, claim) in brief.claims.iter().enumerate() {
        blocks.push(set(claim_block(document, i, claim, theme)).after(u16::from(i > 0)));
        if opened == Some(i) {
            blocks.extend(beneath(document, i, theme).into_iter().map(|block| Block { extra: true, ..set(block) }));
        }
        blocks.extend(notes(Tag::Claim(i), marks, Place::Claim(i), theme));
    }
    blocks
}

/// The reader's notes on one place, below it.
pub fn notes(tag: Tag, marks: &[Mark], place: Place, theme: Theme) -> Vec<Block> {
    let here = marks.iter().filter(|mark| mark.place == place);
    let texts = here.filter_map(|mark| mark.note.as_ref());
    let block = |text: &String| Block {
        lead: theme.sign(Sign::Note).to_owned(),
        extra: true,
        ..Block::new(tag, Role::Note, text.as_str())
    };
    texts.map(block).collect()
}

/// A claim: its number in the margin, its kind, paragraph and state at its end.
pub fn claim_block(document: &Document, index: usize, claim: &Claim, theme: Theme) -> Block {
    let mut tail = vec![(claim.kind.name().to_owned(), Role::Dim)];
    let passages = document.passages_of(index);
    if let Some(first) = passages.first() {
        let more = if passages.len() > 1 { "+" } else { "" };
        let apart = if theme.ascii { " " } else { "" };
        let no = first.paragraph.get();
        tail.push((format!(" {}{apart}{no}{more}", theme.sign(Sign::Pilcrow)), Role::Dim));
    }
    if let Some(state) = document.state_of(index) {
        let (sign, role) = state_sign(state);
        tail.push((format!("  {}", theme.sign(sign)), role));
    }
    if claim.unsupported {
        tail.push(("  unsupported".to_owned(), Role::Bad));
    }
    Block { lead: format!("{}", index + 1), tail, ..Block::new(Tag::Claim(index), Role::Text, claim.text.as_str()) }
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
    let who = document.brief.claims.get(claim).map(|c| attribution(c, theme)).unwrap_or_default();
    if !who.is_empty() {
        blocks.push(block(Role::Dim, who));
    }
    let Some(article) = &document.article else {
        blocks.push(block(Role::Dim, "The article is not here; tab says how to attach it.".to_owned()));
        return blocks;
    };
    let found = document.found.get(claim).map(Vec::as_slice).unwrap_or_default();
    if found.is_empty() {
        blocks.push(block(Role::Warn, "This claim has no evidence.".to_owned()));
    }
    for found in found {
        let (sign, role) = state_sign(found.state);
        let state = format!("{} {}", found.state.name(), theme.sign(sign));
        let passage = found.place.and_then(|(no, span)| {
            let text = span.slice(&article.paragraph(no)?.text)?;
            Some((format!("{} {}  {state}", theme.sign(Sign::Pilcrow), no.get()), text.to_owned()))
        });
        match passage {
            Some((where_, text)) => {
                blocks.push(block(Role::Passage, text).after(u16::from(!blocks.is_empty())));
                blocks.push(block(role, where_));
            }
            None => blocks.push(block(role, state)),
        }
    }
    blocks
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
        State::Unattached => "The article is not here, so the passage cannot be shown.",
    }
}

/// An article's paragraphs, the numbers of the claims that rest on one in its margin, the reader's notes below it.
pub fn article(document: &Document, role: Role, theme: Theme, marks: &[Mark]) -> Vec<Block> {
    let Some(article) = &document.article else { return Vec::new() };
    let numbers = numbers(&document.passages());
    let language = &document.brief.source.language;
    let paragraph_block = |(i, paragraph): (usize, &Paragraph)| {
        let no = ParagraphNo::at(i);
        let heading = paragraph.kind == ParagraphKind::Heading;
        Block {
            indent: match paragraph.kind {
                ParagraphKind::Quote | ParagraphKind::Item | ParagraphKind::Code => 3,
                ParagraphKind::Note => 1,
                _ => 0,
            },
            lead: numbers.get(&no).cloned().unwrap_or_default(),
            language: language.clone(),
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

/// For each paragraph, the numbers of the claims that rest on it: the first, and `+` when there are more.
fn numbers(passages: &[Passage]) -> BTreeMap<ParagraphNo, String> {
    let mut claims: BTreeMap<ParagraphNo, Vec<usize>> = BTreeMap::new();
    for passage in passages {
        let here = claims.entry(passage.paragraph).or_default();
        if !here.contains(&(passage.claim + 1)) {
            here.push(passage.claim + 1);
        }
    }
    let shown = |claims: Vec<usize>| match claims.as_slice() {
        [one] => one.to_string(),
        [first, ..] => format!("{first}+"),
        [] => String::new(),
    };
    claims.into_iter().map(|(no, claims)| (no, shown(claims))).collect()
}

/// What stands in the evidence pane when the article is not here.
pub fn attach_help(document: &Document) -> Vec<Block> {
    let mut blocks = vec![
        Block::new(Tag::None, Role::Heading, "The article is not here"),
        Block::new(
            Tag::None,
            Role::Text,
            "This brief was shared without its article. Its claims still carry a fingerprint of each passage. When you \
             have the article as a file, attach it:",
        )
        .after(1),
        Block { indent: 2, ..Block::new(Tag::None, Role::Key, format!("epitome attach {} FILE", document.id)) }.after(1),
        Block::new(
            Tag::None,
            Role::Text,
            "That cleans the text, keeps it beside the brief if the passages are found in it, and says so for each. From \
             then on every claim leads to its passage here.",
        )
        .after(1),
    ];
    if let Some(fault) = &document.article_fault {
        blocks.push(Block::new(Tag::None, Role::Bad, fault.as_str()).after(1));
    }
    blocks
}
