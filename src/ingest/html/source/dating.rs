//! When a page says its article was published. Dates in the text are none of its business.

use super::{Said, field};
use crate::article::Edtf;
use crate::ingest::Field;
use crate::ingest::html::content::Page;
use crate::ingest::html::dom::{Attr, NodeId};
use crate::ingest::html::tag::Tag;
use crate::ingest::metadata::address;
use crate::ingest::metadata::date::{self, Slashes, Stamp};

/// Metas that give the date of publication, the surest first.
const DATE_METAS: [&str; 18] = [
    "article:published_time",
    "datePublished",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "cXenseParse:recs:publishtime",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "citation_publication_date",
    "citation_date",
    "date",
    "ptime",
];
/// How long a line may be that is there to say when, in [`super::Block::weight`].
const LINE: u32 = 80;

impl Said<'_> {
    /// When the article was published; a date of its changes is none.
    pub(super) fn published(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<Edtf>> {
        let slashes = self.language().map(|l| Slashes::in_language(&l.value)).unwrap_or_default();
        let read = |text: &str, origin: &str, confidence| {
            date::parse(text, slashes).map(|d| field(Edtf::Date(d), origin, confidence))
        };
        let ld = self.ld.text("datePublished").and_then(|t| read(&t, "json-ld datePublished", 0.95));
        ld.or_else(|| DATE_METAS.iter().find_map(|name| self.metas(name).find_map(|v| read(v, name, 0.9))))
            .or_else(|| self.marked_date(&read))
            .or_else(|| self.ld.text("dateCreated").and_then(|t| read(&t, "json-ld dateCreated", 0.8)))
            .or_else(|| self.shown_date(page, chosen, slashes))
            .or_else(|| self.date_in_address())
    }

    /// An element that says it holds the date of publication.
    fn marked_date(&self, read: &impl Fn(&str, &str, f32) -> Option<Field<Edtf>>) -> Option<Field<Edtf>> {
        let dom = self.dom;
        let says = |id: NodeId| {
            dom.attr(id, Attr::ItemProp).is_some_and(|p| p.split_ascii_whitespace().any(|w| w == "datePublished"))
        };
        dom.all().filter(|&id| says(id)).find_map(|id| {
            let value = dom.attr(id, Attr::DateTime).or(dom.attr(id, Attr::Content)).map(str::to_owned);
            read(&value.unwrap_or_else(|| dom.line_within(id)), "itemprop datePublished", 0.9)
        })
    }

    /// A date shown between the heading and the text: one that is said to be of publication, else the first that is not
    /// said to be of a change, unless the address says the day.
    fn shown_date(&self, page: &Page<'_>, chosen: &[usize], slashes: Slashes) -> Option<Field<Edtf>> {
        let dom = self.dom;
        let block = |i: usize| chosen.get(i).and_then(|&i| page.blocks.get(i));
        let first = block(0)?.at;
        let start = self.head_of(first);
        let opening = block(2).map_or(first, |b| b.at);
        let lines = page.blocks.iter().filter(|b| b.at > start && b.at < opening && b.weight <= LINE);
        let dates = lines.flat_map(|b| date::find(&b.text, slashes).into_iter().map(|found| (b.text.as_str(), found)));
        let stamped = |&(line, found): &(&str, date::Found)| {
            let before = line.get(..found.span.start().bytes()).unwrap_or_default();
            (date::stamp(before), found.date)
        };
        let dates: Vec<_> = dates.map(|found| stamped(&found)).collect();
        let said = dates.iter().find(|(stamp, _)| *stamp == Some(Stamp::Published));
        if let Some(&(_, date)) = said {
            return Some(field(Edtf::Date(date), "date of publication below the heading", 0.85));
        }
        let time = dom.all().find(|&id| dom.tag(id) == Tag::Time && id > start && id < first);
        let time = time.map(|id| dom.attr(id, Attr::DateTime).map_or_else(|| dom.line_within(id), str::to_owned));
        if let Some(date) = time.and_then(|value| date::parse(&value, slashes)) {
            return Some(field(Edtf::Date(date), "time element below the heading", 0.8));
        }
        if let Some(in_address) = self.date_in_address().filter(|f| f.value.first().day().is_some()) {
            return Some(in_address);
        }
        let unsaid = dates.iter().find(|(stamp, _)| *stamp != Some(Stamp::Updated));
        unsaid.map(|&(_, date)| field(Edtf::Date(date), "line below the heading", 0.7))
    }

    /// The day or the month that the address says.
    fn date_in_address(&self) -> Option<Field<Edtf>> {
        let date = address::date(&self.address()?.value)?;
        Some(field(Edtf::Date(date), "the address", 0.65))
    }
}
