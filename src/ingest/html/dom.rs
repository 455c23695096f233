//! HTML to a small tree in document order. Never fails, never recurses, and holds to limits of depth and size, so that no
//! page costs more than its length. Judges nothing: what a page means is for the other files here.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::tag::Tag;
use crate::ingest::limits;

/// Elements nested deeper than this become children of the last one. Browsers draw the line at 512.
const DEPTH: usize = 400;
/// Nodes beyond this many are not read.
const NODES: usize = 1_500_000;
/// Bytes of an attribute's value that are kept, but for `content` and `href`, which may be longer.
const VALUE: usize = 2_000;
/// Bytes of an `alt` or `title` that are kept: what is longer tells a story and names nothing.
const SHORT_VALUE: usize = 120;
/// Bytes of `content` and `href` that are kept.
const LONG_VALUE: usize = 20_000;

/// Bytes and nodes of one line of text.
const LINE: usize = 4_000;
const LINE_NODES: usize = 200;

/// A node's place in document order. A node's descendants are those that follow it, up to [`Dom::end`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(u32);

impl NodeId {
    /// The place, counted from 0, the root.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The attributes that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Attr {
    Id, Class, Style, Hidden, AriaHidden, Role, ItemProp, ItemType, Rel, Href, Content, Property, Name, DateTime, Lang,
    Type, TestId, Component, Alt, Title,
}

impl Attr {
    #[rustfmt::skip]
    fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"id" => Self::Id, b"class" => Self::Class, b"style" => Self::Style, b"hidden" => Self::Hidden,
            b"aria-hidden" => Self::AriaHidden, b"role" => Self::Role, b"itemprop" => Self::ItemProp,
            b"itemtype" => Self::ItemType, b"rel" => Self::Rel, b"href" => Self::Href, b"content" => Self::Content,
            b"property" => Self::Property, b"name" => Self::Name, b"datetime" => Self::DateTime, b"lang" => Self::Lang,
            b"type" => Self::Type, b"data-testid" | b"data-qa" | b"data-test" => Self::TestId,
            b"data-component" | b"data-component-name" | b"data-module" | b"data-type" => Self::Component,
            b"alt" | b"aria-label" => Self::Alt, b"title" => Self::Title,
            _ => return None,
        })
    }

    const fn longest(self) -> usize {
        match self {
            Self::Content | Self::Href => LONG_VALUE,
            Self::Alt | Self::Title => SHORT_VALUE,
            _ => VALUE,
        }
    }
}

#[derive(Clone, Copy)]
struct Node {
    tag: Tag,
    parent: u32,
    end: u32,
    /// For text, its bytes in `Dom::text`; for an element, its attributes in `Dom::attrs`.
    from: u32,
    to: u32,
}

/// A page as a tree.
pub struct Dom {
    nodes: Vec<Node>,
    attrs: Vec<(Attr, Range<u32>)>,
    text: String,
}

impl Dom {
    /// Reads a page.
    pub fn parse(html: &str) -> Self {
        let mut builder = Builder::new();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            builder.take(event);
            None
        });
        emitter.naively_switch_states(true);
        // The tokens come by way of the emitter; the tokenizer itself yields none.
        Tokenizer::new_with_emitter(html, emitter).count();
        builder.finish()
    }

    /// The root of the tree.
    pub const ROOT: NodeId = NodeId(0);

    fn node(&self, id: NodeId) -> Node {
        self.nodes.get(id.index()).copied().unwrap_or(Node { tag: Tag::Other, parent: 0, end: 0, from: 0, to: 0 })
    }

    /// What a node is.
    pub fn tag(&self, id: NodeId) -> Tag {
        self.node(id).tag
    }

    /// The node that holds it; the root holds itself.
    pub fn parent(&self, id: NodeId) -> NodeId {
        NodeId(self.node(id).parent)
    }

    /// The first node after all it holds.
    pub fn end(&self, id: NodeId) -> NodeId {
        NodeId(self.node(id).end)
    }

    /// Whether `inner` is `outer` or within it.
    pub fn holds(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.end(outer)
    }

    /// Every node, in document order.
    pub fn all(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// Every node within one, in document order, without itself.
    pub fn within(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (id.0 + 1..self.node(id).end).map(NodeId)
    }

    /// The nodes it holds directly.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.end(id);
        std::iter::successors(Some(NodeId(id.0 + 1)), |&child| Some(self.end(child)))
            .take_while(move |&child| child < end)
    }

    /// The nodes that hold it, innermost first, with the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(id), |&node| (node != Self::ROOT).then(|| self.parent(node))).skip(1)
    }

    /// A text node's text; empty for elements.
    pub fn text(&self, id: NodeId) -> &str {
        let node = self.node(id);
        if node.tag == Tag::Text { self.text.get(node.from as usize..node.to as usize).unwrap_or("") } else { "" }
    }

    /// All text within a node, as it stands.
    pub fn text_within(&self, id: NodeId) -> String {
        self.within(id).map(|node| self.text(node)).collect()
    }

    /// The text within a node that holds a line, white space folded. Of an element left open, and so of half the page,
    /// only the beginning: a line's length costs no more than a line.
    pub fn line_within(&self, id: NodeId) -> String {
        let mut line = String::new();
        for node in self.within(id).take(LINE_NODES) {
            if line.len() > LINE {
                break;
            }
            let text = self.text(node);
            line.push_str(text.get(..text.floor_char_boundary(LINE)).unwrap_or_default());
        }
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An attribute's value.
    pub fn attr(&self, id: NodeId, attr: Attr) -> Option<&str> {
        let node = self.node(id);
        if node.tag == Tag::Text {
            return None;
        }
        let attrs = self.attrs.get(node.from as usize..node.to as usize)?;
        let (_, value) = attrs.iter().find(|(name, _)| *name == attr)?;
        self.text.get(value.start as usize..value.end as usize)
    }
}

/// Puts tokens together to a tree, with the end tags that HTML lets an author leave out.
struct Builder {
    dom: Dom,
    /// The open elements, outermost first.
    open: Vec<(NodeId, Tag)>,
    /// How many elements of each tag are open, so that an end tag without a start costs nothing.
    open_of: [u16; Tag::COUNT],
    /// Open elements that lie too deep to be held.
    too_deep: usize,
    /// The element whose attributes are being read.
    starting: Option<Tag>,
    first_attr: u32,
    value_wanted: bool,
    full: bool,
}

impl Builder {
    fn new() -> Self {
        let root = Node { tag: Tag::Document, parent: 0, end: 0, from: 0, to: 0 };
        Self {
            dom: Dom { nodes: vec![root], attrs: Vec::new(), text: String::new() },
            open: vec![(Dom::ROOT, Tag::Document)],
            open_of: [0; Tag::COUNT],
            too_deep: 0,
            starting: None,
            first_attr: 0,
            value_wanted: false,
            full: false,
        }
    }

    fn take(&mut self, event: CallbackEvent<'_>) {
        limits::checkpoint();
        if self.full {
            return;
        }
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.starting = Some(Tag::named(name));
                self.first_attr = self.attr_count();
            }
            CallbackEvent::AttributeName { name } => self.attr_name(name),
            CallbackEvent::AttributeValue { value } => self.attr_value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(Tag::named(name)),
            CallbackEvent::String { value } => self.string(value),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn attr_count(&self) -> u32 {
        u32::try_from(self.dom.attrs.len()).unwrap_or(u32::MAX)
    }

    fn text_end(&self) -> u32 {
        u32::try_from(self.dom.text.len()).unwrap_or(u32::MAX)
    }

    fn attr_name(&mut self, name: &[u8]) {
        self.value_wanted = false;
        let (Some(_), Some(attr)) = (self.starting, Attr::named(name)) else { return };
        let so_far = self.dom.attrs.get(self.first_attr as usize..).unwrap_or(&[]);
        if !so_far.iter().any(|(known, _)| *known == attr) {
            let at = self.text_end();
            self.dom.attrs.push((attr, at..at));
            self.value_wanted = true;
        }
    }

    fn attr_value(&mut self, value: &[u8]) {
        if !std::mem::take(&mut self.value_wanted) {
            return;
        }
        let value = String::from_utf8_lossy(value);
        let end = self.text_end();
        if let Some((attr, range)) = self.dom.attrs.last_mut()
            && value.len() <= attr.longest()
        {
            *range = end..end + u32::try_from(value.len()).unwrap_or(0);
            self.dom.text.push_str(&value);
        }
    }

    fn top(&self) -> (NodeId, Tag) {
        self.open.last().copied().unwrap_or((Dom::ROOT, Tag::Document))
    }

    fn push_node(&mut self, tag: Tag, from: u32, to: u32) -> NodeId {
        let id = NodeId(u32::try_from(self.dom.nodes.len()).unwrap_or(u32::MAX));
        self.dom.nodes.push(Node { tag, parent: self.top().0.0, end: 0, from, to });
        self.full = self.dom.nodes.len() >= NODES || self.dom.text.len() > u32::MAX as usize / 2;
        id
    }

    fn start(&mut self, self_closing: bool) {
        let Some(tag) = self.starting.take() else { return };
        if matches!(tag, Tag::Html | Tag::Head | Tag::Body) && self.dom.nodes.iter().take(50).any(|n| n.tag == tag) {
            return;
        }
        if self.too_deep == 0 {
            self.close_implied(tag);
        }
        let id = self.push_node(tag, self.first_attr, self.attr_count());
        let is_empty =
            tag.is_void() || (self_closing && matches!(tag, Tag::Other | Tag::Custom | Tag::Svg | Tag::Math));
        if is_empty {
        } else if self.open.len() < DEPTH {
            self.open.push((id, tag));
            self.count(tag, true);
        } else {
            self.too_deep += 1;
        }
    }

    /// Closes what the start of `tag` closes without an end tag.
    fn close_implied(&mut self, tag: Tag) {
        if tag.closes_paragraph() {
            self.close_nearest(&[Tag::P], |t| is_boundary(t) || t == Tag::Button);
        }
        let is_list = |t: Tag| matches!(t, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl);
        match tag {
            Tag::Li => self.close_nearest(&[Tag::Li], |t| is_list(t) || is_boundary(t)),
            Tag::Dt | Tag::Dd => self.close_nearest(&[Tag::Dt, Tag::Dd], |t| is_list(t) || is_boundary(t)),
            Tag::Td | Tag::Th => self.close_nearest(&[Tag::Td, Tag::Th], |t| matches!(t, Tag::Tr | Tag::Table)),
            Tag::Tr => self.close_nearest(&[Tag::Tr], |t| t == Tag::Table),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.close_nearest(&[Tag::Tbody, Tag::Thead, Tag::Tfoot], |t| t == Tag::Table);
            }
            Tag::Option => self.close_nearest(&[Tag::Option], |t| t == Tag::Select),
            Tag::A => self.close_nearest(&[Tag::A], |t| t.is_block()),
            Tag::Body => self.close_nearest(&[Tag::Head], |_| false),
            _ => {}
        }
        if tag.heading_level().is_some() && self.top().1.heading_level().is_some() {
            self.close_down_to(self.open.len() - 1);
        }
        if tag.is_block() {
            self.close_nearest(&[Tag::Head], |_| false);
        }
    }

    fn count(&mut self, tag: Tag, opens: bool) {
        if let Some(count) = self.open_of.get_mut(tag as usize) {
            *count = if opens { count.saturating_add(1) } else { count.saturating_sub(1) };
        }
    }

    /// Closes open elements until only that many are left.
    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1) {
            if let Some((_, tag)) = self.open.pop() {
                self.count(tag, false);
            }
        }
    }

    /// Closes the innermost open element of `tags` with all in it, unless one that is a boundary stands before it.
    fn close_nearest(&mut self, tags: &[Tag], boundary: impl Fn(Tag) -> bool) {
        if tags.iter().all(|&tag| self.open_of.get(tag as usize) == Some(&0)) {
            return;
        }
        for (depth, &(_, tag)) in self.open.iter().enumerate().skip(1).rev() {
            if tags.contains(&tag) {
                self.close_down_to(depth);
                return;
            }
            if boundary(tag) {
                return;
            }
        }
    }

    fn end(&mut self, tag: Tag) {
        self.starting = None;
        if matches!(tag, Tag::Html | Tag::Body) || tag.is_void() && tag != Tag::Br {
            return;
        }
        if tag == Tag::Br {
            self.push_node(Tag::Br, 0, 0);
        } else if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if tag.is_block() || tag.is_unread() {
            let is_table_part = matches!(tag, Tag::Table | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Tr);
            self.close_nearest(&[tag], |t| if is_table_part { t == Tag::Table } else { is_boundary(t) });
        } else {
            self.close_nearest(&[tag], Tag::is_block);
        }
    }

    fn string(&mut self, value: &[u8]) {
        let (holder, tag) = self.top();
        let is_data = |id| self.dom.attr(id, Attr::Type).is_some_and(|t| t.contains("json"));
        if tag == Tag::Style || tag == Tag::Noscript || (tag == Tag::Script && !is_data(holder)) {
            return;
        }
        let from = self.text_end();
        self.dom.text.push_str(&String::from_utf8_lossy(value));
        let to = self.text_end();
        self.push_node(Tag::Text, from, to);
    }

    fn finish(mut self) -> Dom {
        let nodes = &mut self.dom.nodes;
        for i in (0..nodes.len()).rev() {
            let own = u32::try_from(i + 1).unwrap_or(u32::MAX);
            let Some(node) = nodes.get_mut(i) else { continue };
            node.end = node.end.max(own);
            let (end, parent) = (node.end, node.parent as usize);
            if i > 0
                && let Some(parent) = nodes.get_mut(parent)
            {
                parent.end = parent.end.max(end);
            }
        }
        self.dom
    }
}

/// Elements that an end tag within them cannot reach out of.
const fn is_boundary(tag: Tag) -> bool {
    matches!(tag, Tag::Td | Tag::Th | Tag::Caption | Tag::Table | Tag::Template | Tag::Object | Tag::Document)
}

#[cfg(test)]
mod tests {
    use super::{Attr, Dom, LINE, NodeId, Tag};

    /// The tree as `tag(children)`, text in quotes.
    fn shape(dom: &Dom, id: NodeId) -> String {
        let inner: Vec<_> = dom.children(id).map(|child| shape(dom, child)).collect();
        match dom.tag(id) {
            Tag::Text => format!("'{}'", dom.text(id)),
            tag if inner.is_empty() => format!("{tag:?}"),
            tag => format!("{tag:?}({})", inner.join(" ")),
        }
    }

    #[test]
    fn end_tags_that_were_left_out_are_supplied() {
        for (html, wanted) in [
            ("<p>a<p>b", "Document(P('a') P('b'))"),
            ("<p>a<div>b</div>c", "Document(P('a') Div('b') 'c')"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "Document(Ul(Li('a') Li('b' Ul(Li('c')))) 'd')"),
            ("<table><tr><td>a<td>b<tr><td>c</table>", "Document(Table(Tr(Td('a') Td('b')) Tr(Td('c'))))"),
            ("<div><b>a</div>b", "Document(Div(B('a')) 'b')"),
            ("<div>a</span></b></p>b</div>c", "Document(Div('a' 'b') 'c')"),
            ("<head><meta><p>a", "Document(Head(Meta) P('a'))"),
            ("<h2>a<h3>b</h3>", "Document(H2('a') H3('b'))"),
            ("<p>a<br/>b&amp;&nbsp;c", "Document(P('a' Br 'b&\u{a0}c'))"),
            ("<script>if (a<b) {}</script>x<style>p{}</style>", "Document(Script 'x' Style)"),
            ("<div", "Document"),
            ("", "Document"),
        ] {
            assert_eq!(shape(&Dom::parse(html), Dom::ROOT), wanted, "{html}");
        }
    }

    #[test]
    fn the_first_of_two_equal_attributes_counts() {
        let dom = Dom::parse("<div id=a class='x y' ID=b data-z=1 hidden>");
        let div = NodeId(1);
        assert_eq!(dom.attr(div, Attr::Id), Some("a"));
        assert_eq!(dom.attr(div, Attr::Class), Some("x y"));
        assert_eq!(dom.attr(div, Attr::Hidden), Some(""));
        assert_eq!(dom.attr(div, Attr::Style), None);
    }

    #[test]
    fn a_line_costs_no_more_than_a_line_in_any_alphabet() {
        for letter in ["a", "é", "新", "😀"] {
            for before in ["", "x", "xy"] {
                let dom = Dom::parse(&format!("<p>{before}{}", letter.repeat(10 * LINE)));
                let line = dom.line_within(NodeId(1));
                assert!((LINE - 4..=LINE).contains(&line.len()), "{before}{letter}: {}", line.len());
            }
        }
    }

    #[test]
    fn very_deep_pages_keep_their_text() {
        let html = format!("{}deep{}after", "<div>".repeat(50_000), "</div>".repeat(50_000));
        let dom = Dom::parse(&html);
        assert_eq!(dom.text_within(Dom::ROOT), "deepafter");
    }
}
