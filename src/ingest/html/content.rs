//! Which of a page's blocks are its article: the element that holds most prose, and in it the blocks that no name, link
//! or place gives away as something else. Changes no text.

use std::ops::Range;

use super::block::Block;
use super::dom::{Dom, NodeId};
use super::names::{Mark, carries_article, mark_of};
use super::tag::Tag;
use crate::article::ParagraphKind;
use crate::ingest::limits;

/// An article shorter than this (in [`Block::weight`]) is looked for again with less belief in names.
const SHORT: i64 = 250;

/// A page's blocks, and what the elements around each say of it.
pub struct Page<'a> {
    /// The tree.
    pub dom: &'a Dom,
    /// Its blocks, in document order.
    pub blocks: Vec<Block>,
    /// What the elements around each block say of it.
    pub marks: Vec<Option<Mark>>,
    /// Elements that say they are the text.
    bodies: Vec<NodeId>,
}

impl<'a> Page<'a> {
    /// Reads what the names say.
    pub fn new(dom: &'a Dom, blocks: Vec<Block>) -> Self {
        let mut page = Self { dom, marks: vec![None; blocks.len()], blocks, bodies: Vec::new() };
        page.mark();
        page
    }

    /// The blocks within an element.
    fn range(&self, id: NodeId) -> Range<usize> {
        let end = self.dom.end(id);
        self.blocks.partition_point(|b| b.at < id)..self.blocks.partition_point(|b| b.at < end)
    }

    /// Gives every block the mark of the outermost element around it that is to be believed.
    fn mark(&mut self) {
        let prose = sums(self.blocks.iter().map(|b| if b.is_prose() { i64::from(b.weight) } else { 0 }));
        let all = prose.last().copied().unwrap_or(0);
        let named = self.dom.all().filter_map(|id| {
            limits::checkpoint();
            Some((id, mark_of(self.dom, id)?))
        });
        let named: Vec<(NodeId, Mark)> = named.collect();
        let is_body = |&&(id, mark): &&(NodeId, Mark)| mark == Mark::Body && !is_line(self.dom.tag(id));
        self.bodies = named.iter().filter(is_body).map(|(id, _)| *id).collect();
        let titles: Vec<NodeId> = self.dom.all().filter(|&id| self.dom.tag(id) == Tag::H1).collect();
        let holds = |id: NodeId, ids: &[NodeId]| {
            let from = ids.partition_point(|&inner| inner <= id);
            ids.get(from).is_some_and(|&inner| self.dom.holds(id, inner))
        };
        let doubtful = |id: NodeId, mark: Mark, range: &Range<usize>| {
            let held = within(&prose, range);
            match mark {
                Mark::Body => true,
                Mark::Comments => holds(id, &self.bodies) || holds(id, &titles),
                Mark::Doubtful => held > SHORT,
                // A page may keep its text hidden until a script shows it.
                Mark::Unseen => held * 10 > all * 6 && (carries_article(self.dom, id) || all - held < SHORT / 2),
                _ => held * 2 > all || (held > SHORT && (holds(id, &self.bodies) || holds(id, &titles))),
            }
        };
        let mut marks = vec![None; self.blocks.len()];
        let mut after = Dom::ROOT;
        for (id, mark) in named {
            limits::checkpoint();
            let range = self.range(id);
            // What is not shown is not shown wherever it stands; of other names the outermost counts.
            let is_within = id < after && mark != Mark::Unseen;
            if is_within || range.is_empty() || doubtful(id, mark, &range) {
                continue;
            }
            for i in range {
                // A figure may frame a quotation or a table; they are no captions.
                let is_framed = mark == Mark::Caption && self.blocks.get(i).is_some_and(is_framed);
                if let Some(slot) = marks.get_mut(i).filter(|_| !is_framed) {
                    *slot = Some(mark);
                }
            }
            after = after.max(self.dom.end(id));
        }
        for (block, mark) in self.blocks.iter_mut().zip(&marks) {
            if *mark == Some(Mark::Notes) {
                block.kind = ParagraphKind::Note;
            }
        }
        self.marks = marks;
    }

    /// The blocks that are the article, by index, in order.
    pub fn article(&self) -> Vec<usize> {
        let strict = self.choose(|mark| matches!(mark, None | Some(Mark::Notes)));
        if self.weight_of(&strict) >= SHORT {
            return strict;
        }
        let lenient = self.choose(|mark| !matches!(mark, Some(Mark::Comments | Mark::Unseen)));
        if self.weight_of(&lenient) > 2 * self.weight_of(&strict) { lenient } else { strict }
    }

    fn weight_of(&self, chosen: &[usize]) -> i64 {
        chosen.iter().filter_map(|&i| self.blocks.get(i)).map(|b| i64::from(b.weight)).sum()
    }

    fn choose(&self, may: impl Fn(Option<Mark>) -> bool) -> Vec<usize> {
        let worths = self.blocks.iter().zip(&self.marks).map(|(b, &m)| if may(m) { worth(b) } else { 0 });
        let sums = sums(worths);
        let holders = self.holders(&sums);
        let may_be = |i: &usize| self.marks.get(*i).is_some_and(|&m| may(m)) && self.belongs(*i);
        let mut chosen: Vec<usize> = self.lead(&holders);
        chosen.extend(holders.into_iter().flat_map(|id| self.range(id)).filter(may_be));
        chosen
    }

    /// Paragraphs that stand between the heading and the article's element, close to it: the start of an article whose
    /// rest is walled off.
    fn lead(&self, holders: &[NodeId]) -> Vec<usize> {
        let Some(&holder) = holders.first() else { return Vec::new() };
        let first = self.range(holder).start;
        let around = self.dom.parent(holder);
        let near = self.range(around).start..first;
        let title = near.clone().rev().find(|&i| self.blocks.get(i).is_some_and(|b| b.level == Some(1)));
        let from = title.map_or(near.start, |t| t + 1);
        let is_lead = |&i: &usize| {
            let prose = self.blocks.get(i).is_some_and(|b| b.is_prose() && b.weight >= 120 && b.link_share() < 0.3);
            prose && self.marks.get(i) == Some(&None)
        };
        (from..first).filter(is_lead).collect()
    }

    /// The elements that hold the article: mostly one.
    fn holders(&self, sums: &[i64]) -> Vec<NodeId> {
        let worth = |id: NodeId| within(sums, &self.range(id));
        let mut holder = self.titled_article().filter(|&a| worth(a) * 10 >= worth(Dom::ROOT) * 3).unwrap_or(Dom::ROOT);
        let mut named = None;
        loop {
            if self.bodies.binary_search(&holder).is_ok() {
                named = Some(holder);
            }
            let best = self.dom.children(holder).filter(|&c| self.dom.tag(c) != Tag::Text).max_by_key(|&c| worth(c));
            match best {
                Some(child) if worth(child) * 10 >= worth(holder) * 7 && worth(child) > 0 => holder = child,
                _ => break,
            }
        }
        if let Some(named) = named {
            let inner = self.parts(named, &worth);
            let is_most = inner.len() == 1 && inner.iter().any(|&b| worth(b) * 2 >= worth(named));
            return if is_most { inner } else { vec![named] };
        }
        let bodies = self.parts(holder, &worth);
        let held: i64 = bodies.iter().map(|&b| worth(b)).sum();
        if held * 10 >= worth(holder) * 5 && held > 0 { bodies } else { vec![holder] }
    }

    /// The one `article` element that holds a heading of the first level, where others hold none.
    fn titled_article(&self) -> Option<NodeId> {
        let titles = self.dom.all().filter(|&id| self.dom.tag(id) == Tag::H1);
        let article_of = |id| self.dom.ancestors(id).find(|&a| self.dom.tag(a) == Tag::Article);
        let mut articles: Vec<NodeId> = titles.filter_map(article_of).collect();
        articles.dedup();
        if let [only] = articles.as_slice() { Some(*only) } else { None }
    }

    /// The elements within one that say they are the text, as far as they belong to the same article.
    fn parts(&self, holder: NodeId, worth: &impl Fn(NodeId) -> i64) -> Vec<NodeId> {
        let mut outermost: Vec<NodeId> = Vec::new();
        for &body in self.bodies.iter().filter(|&&b| b != holder && self.dom.holds(holder, b)) {
            if outermost.last().is_none_or(|&last| !self.dom.holds(last, body)) {
                outermost.push(body);
            }
        }
        let article_of = |id| self.dom.ancestors(id).find(|&a| self.dom.tag(a) == Tag::Article);
        let Some(most) = outermost.iter().copied().max_by_key(|&b| worth(b)) else { return Vec::new() };
        let article = article_of(most);
        outermost.retain(|&b| article_of(b) == article);
        outermost
    }

    /// Whether a block within the article's element is part of it.
    fn belongs(&self, i: usize) -> bool {
        let Some(block) = self.blocks.get(i) else { return false };
        match block.kind {
            ParagraphKind::Heading => {
                // A heading may be a link where it stands between paragraphs, not where a list of headings begins.
                let is_prose = |i: Option<usize>| {
                    i.and_then(|i| self.blocks.get(i)).is_some_and(|b| b.is_prose() && b.link_share() < 0.3)
                };
                let is_between = block.weight < 120 && is_prose(i.checked_sub(1)) && is_prose(i.checked_add(1));
                block.link_share() < 0.9 || is_between
            }
            ParagraphKind::Item => block.link_share() < 0.7,
            ParagraphKind::Table => true,
            _ => block.link_share() < 0.7 || (block.is_prose() && block.link_share() < 0.9),
        }
    }
}

/// What a block adds to the worth of the element that holds it.
fn worth(block: &Block) -> i64 {
    let own = i64::from(block.weight) - 2 * i64::from(block.linked);
    if block.is_prose() || block.kind == ParagraphKind::Table { own.max(0) } else { 0 }
}

fn is_framed(block: &Block) -> bool {
    matches!(block.kind, ParagraphKind::Quote | ParagraphKind::Table | ParagraphKind::Code)
}

/// Elements that hold one paragraph, not an article.
const fn is_line(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Li | Tag::A | Tag::B | Tag::Strong) || tag.heading_level().is_some()
}

/// Running sums, beginning with 0.
fn sums(values: impl Iterator<Item = i64>) -> Vec<i64> {
    let running = values.scan(0, |sum, value| {
        *sum += value;
        Some(*sum)
    });
    std::iter::once(0).chain(running).collect()
}

fn within(sums: &[i64], range: &Range<usize>) -> i64 {
    sums.get(range.end).copied().unwrap_or(0) - sums.get(range.start).copied().unwrap_or(0)
}
