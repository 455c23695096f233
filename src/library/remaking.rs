//! A brief made again from its article: what a person edited, added or took out stays so. The article's own file is
//! written anew only when that is asked for or there is none, and every passage that is then found otherwise is named.

use std::collections::BTreeSet;

use crate::analysis::again::{HAND, Kept, Marks, is_by_hand, keep_by_hand, merge};
use crate::analysis::draft::{WRITER, draft};
use crate::analysis::same::Fingerprint;
use crate::article::{Article, Date, Edtf};
use crate::brief::anchor::{Finder, State};
use crate::brief::beside::marked_claims;
use crate::brief::study::{Study, Target};
use crate::brief::{Anchor, Brief, Claim, splice, yaml};
use crate::library::disk::{self, Durability, Lock};
use crate::library::making::{Made, reference};
use crate::library::taking::TakingError;
use crate::library::{BriefId, Library, LibraryError, Opened};

/// A brief made again.
#[derive(Clone, Debug)]
pub struct Remade {
    /// Its id, which stays.
    pub id: BriefId,
    /// As it is now.
    pub brief: Brief,
    /// What was kept because a person made it so.
    pub kept: Vec<Kept>,
    /// The passages that are found otherwise than before.
    pub shifts: Vec<Shift>,
    /// The claims that went, as they were.
    pub lost: Vec<Claim>,
    /// The notes and highlights on a claim that went: their ids, and the claim's.
    pub orphans: Vec<(String, String)>,
    /// Whether the article's file was written.
    pub recleaned: bool,
    /// Whether it was written by hand and left so: no claim was drafted.
    pub by_hand: bool,
}

/// A passage whose state changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// What it belongs to, and which of its passages it is: `c3[0]`, `summary[1]`, a note's id.
    pub of: String,
    /// What was found of it before.
    pub before: State,
    /// What is found of it now.
    pub after: State,
}

/// How a brief is to be made again.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// What the article's document gives now; without one, the stored article and what the brief says of its source.
    pub made: Option<&'a Made>,
    /// Whether the stored article is to be written anew from that.
    pub reclean: bool,
    /// The day.
    pub today: Date,
    /// Whether claims are to be drafted for a brief that was written by hand too.
    pub claims: bool,
    /// Whether anything is to be written.
    pub write: bool,
}

/// Makes a brief again. `study` is what its reader added, whose passages are looked at too.
///
/// # Errors
/// When there is no article to make it from, what was given is another one, or the files cannot be written.
pub fn again(library: &Library, opened: &Opened, study: &Study, wish: Wish<'_>) -> Result<Remade, TakingError> {
    let id = &opened.id;
    if let (Some(made), Some(stored)) = (wish.made, &opened.article) {
        let own = Fingerprint::of(stored, opened.brief.source.url.as_deref());
        let other = Fingerprint::of(&made.article, made.brief.source.url.as_deref());
        let origin = |brief: &Brief| brief.source.article.as_ref().and_then(|a| a.origin_sha256.clone());
        let same_origin = origin(&made.brief).is_some() && origin(&made.brief) == origin(&opened.brief);
        if !same_origin && own.same(&other).is_none() {
            return Err(TakingError::Another(id.clone()));
        }
        // What is known of a document's source belongs to its text.
        if !same_origin && !wish.reclean && own.sha256 != other.sha256 {
            return Err(TakingError::OtherText(id.clone()));
        }
    }
    let given = wish.made.map(|made| &made.article);
    let recleaned = given.is_some() && (wish.reclean || opened.article.is_none());
    let article = given.filter(|_| recleaned).or(opened.article.as_ref());
    let article = article.ok_or_else(|| TakingError::NoArticle(id.clone()))?;
    let new = redrafted(&opened.brief, article, recleaned, wish);
    let by_hand = is_by_hand(&opened.brief) && !wish.claims;
    let (brief, kept) = if by_hand {
        (keep_by_hand(&opened.brief, &new), Vec::new())
    } else {
        merge(&opened.brief, &new, &Marks { marked: marked(opened), spoken_of: study.spoken_of() })
    };
    let brief = keeping_hand(&opened.brief, brief);
    let shifts = shifts(opened, &brief, study, article);
    let stays = |id: &str| brief.claims.iter().any(|claim| claim.id.0 == id);
    let lost: Vec<Claim> = opened.brief.claims.iter().filter(|claim| !stays(&claim.id.0)).cloned().collect();
    let orphans = orphans(study, &lost);
    if wish.write {
        write(library, opened, &brief, recleaned.then_some(article))?;
    }
    Ok(Remade { id: id.clone(), brief, kept, shifts, lost, orphans, recleaned, by_hand })
}

/// The draft that is made now: of the article that will be stored.
fn redrafted(old: &Brief, article: &Article, recleaned: bool, wish: Wish<'_>) -> Brief {
    let (title, mut source) = match wish.made {
        Some(made) => (made.brief.title.as_deref(), made.brief.source.clone()),
        None => (old.title.as_deref(), old.source.clone()),
    };
    if !recleaned {
        let known = old.source.article.as_ref();
        let text = reference(article, String::new());
        source.article = Some(match known {
            Some(known) => crate::brief::ArticleRef {
                origin_sha256: known.origin_sha256.clone(),
                cleaner: known.cleaner.clone(),
                ..text
            },
            None => crate::brief::ArticleRef { origin_sha256: None, cleaner: None, ..text },
        });
    }
    draft(article, title, &source, Some(Edtf::Date(wish.today)))
}

/// A brief that a person wrote stays theirs.
fn keeping_hand(old: &Brief, mut brief: Brief) -> Brief {
    if is_by_hand(old) {
        brief.made.by =
            if old.made.by.is_empty() && brief.made != old.made { HAND.to_owned() } else { old.made.by.clone() };
    } else if old.made.by != WRITER && !old.made.by.is_empty() {
        brief.made.by.clone_from(&old.made.by);
    }
    brief
}

/// The claims beside which a person put something in the file: they are not to go with it.
fn marked(opened: &Opened) -> BTreeSet<String> {
    yaml::read(opened.text.as_bytes()).map(|loaded| marked_claims(&loaded)).unwrap_or_default()
}

/// What a reader added to claims that went.
fn orphans(study: &Study, lost: &[Claim]) -> Vec<(String, String)> {
    let notes = study.notes.iter().map(|note| (&note.id, &note.on));
    let highlights = study.highlights.iter().map(|highlight| (&highlight.id, &highlight.on));
    let on_lost = |on: &Target| lost.iter().find(|claim| on.claim().is_some_and(|of| of.id == claim.id));
    let all = notes.chain(highlights);
    all.filter_map(|(id, on)| Some((id.0.clone(), on_lost(on)?.id.0.clone()))).collect()
}

/// The passages of what stays whose state is another now: before, as the brief had them in the article that was stored; now,
/// as it has them in the article that will be.
fn shifts(opened: &Opened, brief: &Brief, study: &Study, article: &Article) -> Vec<Shift> {
    let before = opened.article.as_ref().map(Finder::new);
    let after = Finder::new(article);
    let mut passages: Vec<(String, &Anchor, &Anchor)> = Vec::new();
    if opened.brief.summary == brief.summary {
        passages.extend(numbered("summary", &opened.brief.summary_evidence, &brief.summary_evidence));
    }
    for claim in &opened.brief.claims {
        if let Some(now) = brief.claims.iter().find(|new| new.id == claim.id) {
            passages.extend(numbered(&claim.id.0, &claim.evidence, &now.evidence));
        }
    }
    let notes = study.notes.iter().map(|note| (&note.id, &note.on));
    let highlights = study.highlights.iter().map(|highlight| (&highlight.id, &highlight.on));
    for (id, on) in notes.chain(highlights) {
        if let Target::Passage(anchor, _) = on {
            passages.push((id.0.clone(), anchor, anchor));
        }
    }
    let state = |finder: Option<&Finder>, anchor| finder.map_or(State::Unattached, |f| f.resolve(anchor).state);
    let shift = |(of, was, is)| Shift { of, before: state(before.as_ref(), was), after: state(Some(&after), is) };
    passages.into_iter().map(shift).filter(|shift| shift.before != shift.after).collect()
}

/// The anchors of a part as they were and as they are, by their order.
fn numbered<'a>(of: &str, was: &'a [Anchor], is: &'a [Anchor]) -> Vec<(String, &'a Anchor, &'a Anchor)> {
    was.iter().zip(is).enumerate().map(|(at, (was, is))| (format!("{of}[{at}]"), was, is)).collect()
}

/// Writes the article, if it is to be, and the brief: of its file only what changed.
fn write(library: &Library, opened: &Opened, brief: &Brief, article: Option<&Article>) -> Result<(), TakingError> {
    let change = |loaded: &yaml::Loaded, lock: &Lock| {
        if loaded.text != opened.text {
            return Err(TakingError::Changed(opened.id.clone()));
        }
        let text = splice::revise(loaded, brief)
            .map_err(|fault| LibraryError::Unchangeable(opened.path.clone(), fault.to_string()))?;
        if let Some(article) = article {
            let path = library.root().join(opened.id.article_file());
            disk::write_locked(lock, &path, article.to_file().as_bytes(), Durability::Kept)?;
        }
        Ok(text)
    };
    library.revise(&opened.id, change).map(|_| ())
}
