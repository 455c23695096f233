//! A brief made again: what a person edited, added or took out stays so, and the rest is as it was made anew. Refuses to use a
//! claim's id for another claim.
//!
//! `made.fields` has a hash of each field and claim as it was made. A field whose hash is another today was edited; one
//! without a hash is a person's; a claim whose hash is there but which is not was taken out. A claim that was made once
//! and not again leaves its id there with an empty hash.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::compare::{Class, Row, compare};
use crate::article::sha256;
use crate::brief::{Anchor, Brief, Claim, ClaimId, Passage, Source, Status};

/// Something that was kept because a person made it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A field, by its name: `title`, `source.publisher`.
    Field(&'static str),
    /// A claim that was edited.
    Edited(ClaimId),
    /// A claim that was added.
    Added(ClaimId),
    /// A claim that was taken out, and stays out.
    Dropped(ClaimId),
}

/// A field of a brief other than its claims: its name, its value as text, and how it goes from one brief to another.
struct Field {
    name: &'static str,
    text: fn(&Brief) -> String,
    copy: fn(&Brief, &mut Brief),
}

macro_rules! source_field {
    ($name:literal, $field:ident) => {
        Field {
            name: $name,
            text: |brief| format!("{:?}", brief.source.$field),
            copy: |from, to| to.source.$field.clone_from(&from.source.$field),
        }
    };
}

/// The fields that can be edited.
const FIELDS: &[Field] = &[
    Field { name: "title", text: |b| format!("{:?}", b.title), copy: |from, to| to.title.clone_from(&from.title) },
    Field { name: "label", text: |b| format!("{:?}", b.label), copy: |from, to| to.label.clone_from(&from.label) },
    source_field!("source.publisher", publisher),
    source_field!("source.authors", authors),
    source_field!("source.published", published),
    source_field!("source.kind", kind),
    source_field!("source.url", url),
    source_field!("source.language", language),
    source_field!("source.standfirst", standfirst),
    Field {
        name: "summary",
        text: |b| b.summary.split_whitespace().collect::<Vec<_>>().join(" "),
        copy: |from, to| {
            to.summary.clone_from(&from.summary);
            to.summary_evidence.clone_from(&from.summary_evidence);
        },
    },
    // Never without the summary that it is of.
    Field {
        name: EVIDENCE,
        text: |b| format!("{:?}", passages(&b.summary_evidence)),
        copy: |from, to| {
            to.summary.clone_from(&from.summary);
            to.summary_evidence.clone_from(&from.summary_evidence);
        },
    },
    Field { name: "topics", text: |b| format!("{:?}", b.topics), copy: |from, to| to.topics.clone_from(&from.topics) },
];

/// A drafted claim that is so like a person's is left out, though a word tells them apart.
const NEAR: f32 = 0.8;

/// The field that older briefs have no hash of.
const EVIDENCE: &str = "summary_evidence";

/// The words that anchors quote, or their digests.
fn passages(anchors: &[Anchor]) -> Vec<&str> {
    anchors
        .iter()
        .map(|anchor| match &anchor.passage {
            Passage::Quote { text, .. } => text.as_str(),
            Passage::Digest { digest, .. } => digest.as_str(),
        })
        .collect()
}

/// The hashes of a brief's fields and claims, for `made.fields`: 16 hexadecimal digits each, by name or claim id.
pub fn hashes(brief: &Brief) -> BTreeMap<String, String> {
    let fields = FIELDS.iter().map(|field| (field.name.to_owned(), hash(&(field.text)(brief))));
    let claims = brief.claims.iter().map(|claim| (claim.id.0.clone(), hash(&claim_text(claim))));
    fields.chain(claims).collect()
}

fn hash(text: &str) -> String {
    sha256(text.as_bytes()).chars().take(16).collect()
}

/// All of a claim that a person may edit. Where its passages stand is not: that changes with the article's cleaner.
fn claim_text(claim: &Claim) -> String {
    let passages = passages(&claim.evidence);
    // No claim is made so.
    let unsupported = if claim.unsupported { " unsupported" } else { "" };
    format!("{:?} {} {:?} {:?} {passages:?}{unsupported}", claim.text, claim.kind.name(), claim.said_by, claim.when)
}

/// Whether a brief was made by a version that kept no hash of a field.
fn is_unhashed(brief: &Brief, name: &str) -> bool {
    let made = &brief.made.fields;
    name == EVIDENCE && made.contains_key("summary") && !made.contains_key(EVIDENCE)
}

/// The names of fields that a person edited since the brief was made, and the ids of claims edited or added.
pub fn edited(brief: &Brief) -> Vec<String> {
    let made = &brief.made.fields;
    let changed = hashes(brief).into_iter().filter(|(name, hash)| made.get(name) != Some(hash));
    let empty = hashes(&Brief { source: Source::default(), ..Brief::default() });
    // A field that was never made and holds nothing is nobody's; nor is one that older versions kept no hash of.
    changed
        .filter(|(name, hash)| made.contains_key(name) || empty.get(name) != Some(hash) && !is_unhashed(brief, name))
        .map(|(name, _)| name)
        .collect()
}

/// The writer's name of a brief that a person wrote.
pub const HAND: &str = "hand";

/// Whether a brief was written by a person and not drafted: no writer is named, or nothing in it is known as made.
pub fn is_by_hand(brief: &Brief) -> bool {
    let empty = brief.summary.is_empty() && brief.claims.is_empty();
    let writer = !matches!(brief.made.by.as_str(), "" | HAND);
    !empty && (!writer || brief.made.fields.is_empty())
}

/// A brief written by hand, made again: it stays as it is. Only what it does not say of its source is taken from the
/// new draft, and which article it is.
pub fn keep_by_hand(old: &Brief, new: &Brief) -> Brief {
    let mut kept = old.clone();
    let unsaid = Brief::default();
    for field in FIELDS.iter().filter(|field| field.name.starts_with("source.") || field.name == "title") {
        if (field.text)(old) == (field.text)(&unsaid) {
            (field.copy)(new, &mut kept);
        }
    }
    kept.source.article.clone_from(&new.source.article);
    kept
}

/// Claims of a brief that is made again of which more is known, by their ids.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Those beside which a person put something in the file: they are taken for edited.
    pub marked: BTreeSet<String>,
    /// Those that notes and corrections are about, whether they are still there or not: no other claim gets such an id.
    pub spoken_of: BTreeSet<String>,
}

/// Puts a brief made again together with the one that is there, and says what was kept of that.
pub fn merge(old: &Brief, new: &Brief, marks: &Marks) -> (Brief, Vec<Kept>) {
    let mut touched: BTreeSet<String> = edited(old).into_iter().chain(marks.marked.iter().cloned()).collect();
    // Of the same sentences the same passages are made: others are a person's, also where no hash was kept of them.
    let other = passages(&old.summary_evidence) != passages(&new.summary_evidence);
    if is_unhashed(old, EVIDENCE) && other && old.summary == new.summary {
        touched.insert(EVIDENCE.to_owned());
    }
    let mut merged = Brief { claims: Vec::new(), ..new.clone() };
    let mut kept = Vec::new();
    merged.made.fields = hashes(&merged);
    for field in FIELDS.iter().filter(|field| touched.contains(field.name)) {
        (field.copy)(old, &mut merged);
        kept.push(Kept::Field(field.name));
        let with_it: &[&str] = match field.name {
            "summary" | EVIDENCE => &["summary", EVIDENCE],
            name => &[name],
        };
        for name in with_it {
            match old.made.fields.get(*name) {
                Some(hash) => merged.made.fields.insert((*name).to_owned(), hash.clone()),
                None => merged.made.fields.remove(*name),
            };
        }
    }
    let new = &Brief { claims: unsaid(old, new, &touched), ..new.clone() };
    merge_claims(old, new, (&touched, &marks.spoken_of), &mut merged, &mut kept);
    if old.made.status == Status::Reviewed && merged.summary == old.summary && merged.claims == old.claims {
        merged.made.status = Status::Reviewed;
    }
    (merged, kept)
}

/// The claims of a draft that no claim says already that a person edited or added, as the comparison of two briefs has it.
fn unsaid(old: &Brief, new: &Brief, touched: &BTreeSet<String>) -> Vec<Claim> {
    let own = old.claims.iter().filter(|claim| touched.contains(&claim.id.0)).cloned().collect();
    let own = Brief { claims: own, ..old.clone() };
    if own.claims.is_empty() {
        return new.claims.clone();
    }
    let compared = compare(&own, new);
    let said = |at: usize| {
        let agrees = |row: &Row| row.class == Class::Agree || row.class == Class::Related && row.score >= NEAR;
        let row = compared.rows.iter().find(|row| row.b == Some(at));
        row.is_some_and(|row| agrees(row) || row.class == Class::OnlyB && row.score >= NEAR)
    };
    new.claims.iter().enumerate().filter(|(at, _)| !said(*at)).map(|(_, claim)| claim.clone()).collect()
}

fn merge_claims(
    old: &Brief,
    new: &Brief,
    (touched, spoken_of): (&BTreeSet<String>, &BTreeSet<String>),
    merged: &mut Brief,
    kept: &mut Vec<Kept>,
) {
    let mut next = 1 + highest_id(old).max(spoken_of.iter().filter_map(|id| number(id)).max().unwrap_or(0));
    // What was made before and then edited or taken out is known by its hash, and does not come back.
    let gone: BTreeMap<&str, &str> = old
        .made
        .fields
        .iter()
        .filter(|(id, hash)| {
            !hash.is_empty()
                && number(id).is_some()
                && !old.claims.iter().any(|c| c.id.0 == **id && !touched.contains(*id))
        })
        .map(|(id, hash)| (hash.as_str(), id.as_str()))
        .collect();
    let mut fresh = Vec::new();
    for claim in &new.claims {
        let made = hash(&claim_text(claim));
        if gone.contains_key(made.as_str()) {
            continue;
        }
        let same = old.claims.iter().find(|c| !touched.contains(&c.id.0) && c.text == claim.text);
        let id = same.map(|c| c.id.clone()).unwrap_or_else(|| {
            next += 1;
            ClaimId(format!("c{}", next - 1))
        });
        merged.made.fields.insert(id.0.clone(), made);
        fresh.push(Claim { id, ..claim.clone() });
    }
    merged.claims = in_order(old, touched, fresh);
    let ids = old.claims.iter().map(|c| &c.id.0).chain(old.made.fields.keys()).filter(|id| number(id).is_some());
    for id in ids.filter(|id| !touched.contains(*id)) {
        merged.made.fields.entry(id.clone()).or_default();
    }
    for (id, hash) in gone.into_iter().map(|(hash, id)| (id, hash)) {
        merged.made.fields.insert(id.to_owned(), hash.to_owned());
        if !old.claims.iter().any(|c| c.id.0 == id) {
            kept.push(Kept::Dropped(ClaimId(id.to_owned())));
        }
    }
    for claim in old.claims.iter().filter(|claim| touched.contains(&claim.id.0)) {
        let id = claim.id.clone();
        kept.push(if old.made.fields.contains_key(&id.0) { Kept::Edited(id) } else { Kept::Added(id) });
    }
}

/// The claims that stay, in the order of the file; each that is new behind the one before it in the draft and behind what
/// a person put there.
fn in_order(old: &Brief, touched: &BTreeSet<String>, fresh: Vec<Claim>) -> Vec<Claim> {
    let stays = |claim: &&Claim| touched.contains(&claim.id.0) || fresh.iter().any(|new| new.id == claim.id);
    let mut all: Vec<Claim> = old.claims.iter().filter(stays).cloned().collect();
    let mut behind = 0;
    for claim in fresh {
        match all.iter().position(|there| there.id == claim.id) {
            Some(at) => {
                behind = at + 1;
                all.splice(at..behind, [claim]);
            }
            None => {
                let own = all.iter().skip(behind).take_while(|there| touched.contains(&there.id.0)).count();
                all.insert(behind + own, claim);
                behind += own + 1;
            }
        }
    }
    all
}

/// The highest number that a claim of this brief has or had.
fn highest_id(brief: &Brief) -> u64 {
    let had = brief.made.fields.keys().map(String::as_str);
    brief.claims.iter().map(|claim| claim.id.0.as_str()).chain(had).filter_map(number).max().unwrap_or(0)
}

fn number(id: &str) -> Option<u64> {
    id.strip_prefix('c').filter(|n| n.bytes().all(|b| b.is_ascii_digit())).and_then(|n| n.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::{Kept, Marks, edited, hashes, is_by_hand, keep_by_hand, merge};
    use crate::brief::{Brief, Claim, ClaimId, Status};

    fn made(claims: &[(&str, &str)]) -> Brief {
        let claim =
            |(id, text): &(&str, &str)| Claim { id: ClaimId((*id).into()), text: (*text).into(), ..Claim::default() };
        let claims = claims.iter().map(claim).collect();
        let mut brief = Brief { title: Some("Ferry".into()), summary: "It sank.".into(), claims, ..Brief::default() };
        brief.made.fields = hashes(&brief);
        brief
    }

    fn ids(brief: &Brief) -> Vec<(&str, &str)> {
        brief.claims.iter().map(|c| (c.id.0.as_str(), c.text.as_str())).collect()
    }

    #[test]
    fn an_id_that_a_note_is_about_is_given_to_no_other_claim() {
        let old = made(&[("c1", "A.")]);
        let marks = Marks { spoken_of: ["c6".to_owned()].into(), ..Marks::default() };
        let (merged, _) = merge(&old, &made(&[("c1", "A."), ("c2", "B.")]), &marks);
        assert_eq!(ids(&merged), [("c1", "A."), ("c7", "B.")]);
    }

    #[test]
    fn what_nobody_touched_is_made_anew_and_ids_stay_with_their_claims() {
        let old = made(&[("c1", "A."), ("c2", "B.")]);
        let (merged, kept) = merge(&old, &made(&[("c1", "B."), ("c2", "D.")]), &Marks::default());
        assert_eq!(ids(&merged), [("c2", "B."), ("c3", "D.")]);
        assert_eq!(kept, []);
        assert!(edited(&merged).is_empty());
        let (merged, _) = merge(&merged, &made(&[("c1", "A.")]), &Marks::default());
        assert_eq!(ids(&merged), [("c4", "A.")], "neither c1 nor c3 is used again");
    }

    #[test]
    fn what_a_person_edited_added_or_took_out_stays_so_however_often_it_is_made_again() {
        let mut old = made(&[("c1", "A."), ("c2", "B."), ("c3", "C.")]);
        old.title = Some("The ferry".into());
        old.claims.remove(2);
        if let Some(first) = old.claims.first_mut() {
            first.text = "A, mended.".into();
        }
        old.claims.push(Claim { id: ClaimId("c9".into()), text: "Mine.".into(), ..Claim::default() });
        let new = made(&[("c1", "A."), ("c2", "C."), ("c3", "B."), ("c4", "E.")]);
        let (mut merged, kept) = merge(&old, &new, &Marks::default());
        for _ in 0..2 {
            assert_eq!(ids(&merged), [("c1", "A, mended."), ("c2", "B."), ("c9", "Mine."), ("c10", "E.")]);
            assert_eq!(merged.title.as_deref(), Some("The ferry"));
            (merged, _) = merge(&merged, &new, &Marks::default());
        }
        let id = |id: &str| ClaimId(id.into());
        assert_eq!(
            kept,
            [Kept::Field("title"), Kept::Dropped(id("c3")), Kept::Edited(id("c1")), Kept::Added(id("c9"))]
        );
        assert_eq!(merged.made.status, Status::Draft);
    }

    #[test]
    fn a_brief_written_by_hand_is_kept_whole() {
        let mut old = made(&[("c1", "A.")]);
        old.title = None;
        old.made.status = Status::Reviewed;
        old.made.fields.clear();
        let mut new = made(&[("c1", "B.")]);
        new.source.publisher = Some("The Post".into());
        assert!(is_by_hand(&old) && !is_by_hand(&Brief::default()));
        let kept = keep_by_hand(&old, &new);
        assert_eq!((kept.title.as_deref(), kept.source.publisher.as_deref()), (Some("Ferry"), Some("The Post")));
        assert_eq!((&kept.summary, &kept.claims, &kept.made), (&old.summary, &old.claims, &old.made));
        let (merged, _) = merge(&old, &new, &Marks::default());
        assert_eq!(merged.summary, old.summary);
        assert_eq!(ids(&merged), [("c1", "A."), ("c2", "B.")]);
    }
}
