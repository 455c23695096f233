//! What a page says of its source: title, authors, publisher, date, address, language, kind, standfirst. Every field
//! comes from a place that names it; what no place says is left out, never guessed.

use super::block::Block;
use super::content::Page;
use super::dom::{Attr, Dom, NodeId};
use super::json_ld::{JsonLd, Thing, unescaped};
use super::names::{Mark, names_author};
use super::tag::Tag;
use crate::article::{Edtf, SourceKind};
use crate::ingest::metadata::byline;
use crate::ingest::metadata::date::{self, Slashes};
use crate::ingest::metadata::title::without_site;
use crate::ingest::{Field, Metadata};

/// The longest title that is taken for one, in characters.
const TITLE: usize = 400;
/// The longest name of a person, in characters.
const NAME: usize = 60;

/// A page's own words on its article.
pub struct Said<'a> {
    dom: &'a Dom,
    ld: JsonLd,
    metas: Vec<(String, String)>,
    h1s: Vec<String>,
    url: Option<&'a str>,
}

impl<'a> Said<'a> {
    /// Collects what a page says. `url` is where it was found.
    pub fn read(dom: &'a Dom, url: Option<&'a str>) -> Self {
        let metas = metas(dom);
        let h1s: Vec<String> =
            dom.all().filter(|&id| dom.tag(id) == Tag::H1).map(|id| folded(&dom.text_within(id))).collect();
        let h1s: Vec<String> = h1s.into_iter().filter(|h| !h.is_empty()).collect();
        let og = metas.iter().find(|(name, _)| name == "ogtitle").map(|(_, value)| value.clone());
        let ld = JsonLd::read(dom, |headline| h1s.iter().chain(&og).any(|known| alike(known, headline)));
        Self { dom, ld, metas, h1s, url }
    }

    /// The article's text as the page gives it in JSON-LD, with line breaks or tags where it has them.
    pub fn body(&self) -> Option<&str> {
        self.ld.raw("articleBody")
    }

    /// All fields. `page` and `chosen` say which blocks are the article.
    pub fn metadata(&self, page: &Page<'_>, chosen: &[usize]) -> Metadata {
        Metadata {
            title: self.title(),
            authors: self.authors(page, chosen),
            published: self.published(page, chosen),
            url: self.address(),
            language: self.language(),
            kind: self.kind(),
            standfirst: self.standfirst(page, chosen),
            publisher: self.publisher(),
        }
    }

    /// The values of a `meta`, by its name or property as [`meta_name`] has it.
    fn metas<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.metas.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    fn meta(&self, names: &[&'static str]) -> Option<(&str, &'static str)> {
        names.iter().find_map(|&name| Some((self.metas.iter().find(|(n, _)| n == name)?.1.as_str(), name)))
    }

    fn sites(&self) -> Vec<String> {
        let names = ["ogsitename", "applicationname", "applemobilewebapptitle", "twittersite", "twitterdomain"];
        let metas = names.into_iter().flat_map(|name| self.metas(name)).map(|v| v.trim_start_matches('@').to_owned());
        let publishers = self.ld.things("publisher").into_iter().map(|t| t.name);
        metas.chain(publishers).chain(self.ld.site()).chain(self.host()).filter(|s| !s.is_empty()).collect()
    }

    fn host(&self) -> Option<String> {
        let address = self.address().map(|f| f.value).or_else(|| self.url.map(str::to_owned))?;
        let rest = address.split_once("://")?.1;
        Some(rest.split(['/', '?', '#', ':']).next()?.trim_start_matches("www.").to_owned())
    }

    /// The title a reader sees: the headline the page names, the heading it shows.
    fn title(&self) -> Option<Field<String>> {
        let sites = self.sites();
        let sites: Vec<&str> = sites.iter().map(String::as_str).collect();
        let clean = |raw: &str| folded(without_site(&folded(raw), &sites));
        let ok = |t: &String| {
            !t.is_empty() && t.chars().count() <= TITLE && !sites.iter().any(|s| s.eq_ignore_ascii_case(t))
        };
        let ld = self.ld.text("headline").map(|t| clean(&t)).filter(ok);
        let og = self.meta(&["ogtitle", "twittertitle"]).map(|(t, _)| clean(t)).filter(ok);
        let head = self.dom.all().find(|&id| self.dom.tag(id) == Tag::Title);
        let head = head.map(|id| clean(&self.dom.text_within(id))).filter(ok);
        let agrees = |h: &&String| [&ld, &og, &head].into_iter().flatten().any(|other| alike(h, other));
        let h1 = self.h1s.iter().find(agrees).or_else(|| (self.h1s.len() == 1).then(|| self.h1s.first()).flatten());
        let h1 = h1.map(|h| clean(h)).filter(ok);
        // 'Trouble at sea - Ferry runs aground': the line above the heading, run into it.
        let without_kicker = og.clone().filter(|og| ld.iter().chain(&h1).any(|t| ends_in(t, og)));
        let whole = |t: &String| !t.ends_with('…') && !t.ends_with("...");
        // Where the browser's tab and the JSON-LD have words for search engines, the page shows what it also shares.
        let is_for_search = |l: &String| head.as_ref().is_some_and(|t| alike(t, l));
        let shown = h1.clone().filter(|h| og.as_ref().is_some_and(|og| letters(og) == letters(h)));
        let shown = shown.filter(|h| ld.as_ref().is_some_and(|l| !alike(l, h) && is_for_search(l)));
        let order = [
            (without_kicker, "og:title", 0.9),
            (shown, "h1", 0.9),
            (ld.clone().filter(whole), "json-ld headline", 0.95),
            (h1, "h1", 0.9),
            (og, "og:title", 0.8),
            (ld, "json-ld headline", 0.8),
            (head, "title", 0.6),
        ];
        order.into_iter().find_map(|(value, origin, confidence)| Some(field(value?, origin, confidence)))
    }

    fn publisher(&self) -> Option<Field<String>> {
        let ld = self.ld.things("publisher").into_iter().next().map(|t| field(t.name, "json-ld publisher", 0.9));
        let og = self.meta(&["ogsitename"]).map(|(v, name)| field(folded(v), name, 0.9));
        let app = self.meta(&["applicationname", "applemobilewebapptitle", "citationjournaltitle", "dcpublisher"]);
        let app = app.map(|(v, name)| field(folded(v), name, 0.7));
        let site = self.ld.site().map(|name| field(name, "json-ld WebSite", 0.8));
        let ok = |f: &Field<String>| {
            !f.value.is_empty() && f.value.chars().count() <= 80 && !f.value.contains("://") && !f.value.contains('@')
        };
        let host = self.host().unwrap_or_default();
        let all: Vec<Field<String>> = [og, ld, site, app].into_iter().flatten().filter(ok).collect();
        let best = all.iter().find(|f| names_host(&f.value, &host)).or(all.first()).cloned();
        best.or_else(|| Some(field(self.named_in_title(&host)?, "behind the title", 0.8)))
    }

    /// The name behind the title in the browser's tab or in what is shared, where the heading shows the title without
    /// it and the address is of the same name.
    fn named_in_title(&self, host: &str) -> Option<String> {
        let head = self.dom.all().find(|&id| self.dom.tag(id) == Tag::Title).map(|id| self.dom.text_within(id));
        let titles = self.metas("ogtitle").map(folded).chain(head.map(|t| folded(&unescaped(&t))));
        titles.into_iter().find_map(|title| {
            let (rest, name) = [" | ", " - ", " – ", " — "]
                .iter()
                .filter_map(|mark| title.rsplit_once(mark))
                .min_by_key(|(_, name)| name.len())?;
            let is_behind = self.h1s.iter().any(|h| alike(h, rest));
            (is_behind && names_host(name, host)).then(|| name.trim().to_owned())
        })
    }

    /// The people the page names as its authors. An organisation counts only where the page names no people but says in
    /// so many words that the organisation is the author.
    fn authors(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<Vec<String>>> {
        let (organisations, people): (Vec<Thing>, Vec<Thing>) =
            self.ld.things("author").into_iter().partition(|t| t.types.iter().any(|t| t.ends_with("Organization")));
        let sites = self.sites();
        let is_site = |name: &str| sites.iter().any(|site| letters(site) == letters(name));
        let (houses, people): (Vec<Thing>, Vec<Thing>) = people.into_iter().partition(|t| is_site(&t.name));
        let named = |things: Vec<Thing>| distinct(things.iter().flat_map(|t| given_names(&t.name)));
        let meta = |name: &'static str| {
            // A site's name with its town behind it is an imprint, not a list of people.
            let values = self.metas(name).filter(|v| !v.split(',').any(&is_site));
            Some(field(distinct(values.flat_map(split_names))?, name, 0.85))
        };
        named(people)
            .map(|names| field(names, "json-ld author", 0.95))
            .or_else(|| AUTHOR_METAS.into_iter().find_map(meta))
            .or_else(|| Some(field(distinct(self.labelled_authors().into_iter())?, "twitter:label", 0.85)))
            .or_else(|| Some(field(distinct(self.shown_authors(page, chosen).into_iter())?, "byline", 0.75)))
            .or_else(|| Some(field(named(houses).or_else(|| named(organisations))?, "json-ld author", 0.6)))
    }

    /// Names that a page gives to be shown beside a link to it: `Written by`, and who.
    fn labelled_authors(&self) -> Vec<String> {
        let numbered = ["1", "2", "3"].into_iter().filter_map(|n| {
            let value = |what: &str| self.metas.iter().find(|(name, _)| *name == format!("twitter{what}{n}"));
            Some((value("label")?.1.clone(), value("data")?.1.clone()))
        });
        let named = self.metas.iter().filter(|(name, _)| name == "twittermiscwrittenby");
        let all = numbered.chain(named.map(|(_, value)| ("Written by".to_owned(), value.clone())));
        all.into_iter().find_map(|(label, value)| byline::authors(&format!("{label} {value}"))).unwrap_or_default()
    }

    /// Names in a byline between the heading and the text, or right behind the text.
    fn shown_authors(&self, page: &Page<'_>, chosen: &[usize]) -> Vec<String> {
        let dom = self.dom;
        let block = |i: Option<&usize>| i.and_then(|&i| page.blocks.get(i));
        let (Some(first), Some(last)) = (block(chosen.first()), block(chosen.last())) else { return Vec::new() };
        let start = self.head_of(first.at);
        let article = dom.ancestors(last.at).find(|&a| matches!(dom.tag(a), Tag::Article | Tag::Main));
        let end = article.map_or(last.at, |a| dom.end(a));
        let is_near = |id: NodeId| (id > start && id < first.at) || (id > last.at && id < end);
        let says =
            |id: NodeId, attr| dom.attr(id, attr).is_some_and(|v| v.split_ascii_whitespace().any(|w| w == "author"));
        let is_author = |id: NodeId| says(id, Attr::Rel) || says(id, Attr::ItemProp) || names_author(dom, id);
        for id in dom.all().filter(|&id| is_near(id) && is_author(id)) {
            let name = dom.within(id).find(|&inner| dom.attr(inner, Attr::ItemProp) == Some("name"));
            let text = spaced(dom, name.unwrap_or(id));
            let names = byline::authors(&text).or_else(|| byline::names(&text));
            if let Some(names) = names.filter(|_| text.chars().count() <= 120) {
                return names;
            }
        }
        let opening = chosen.get(2).and_then(|&i| page.blocks.get(i)).map_or(first.at, |b| b.at);
        let lines = page.blocks.iter().filter(|b| b.at > start && b.at < opening && b.weight <= 100);
        lines.flat_map(|b| b.text.split(['|', '·', '•'])).find_map(byline::authors).unwrap_or_default()
    }

    /// Where the head of the article begins whose first text is at `first`: the element around its heading.
    fn head_of(&self, first: NodeId) -> NodeId {
        let dom = self.dom;
        let title = dom.all().filter(|&id| dom.tag(id) == Tag::H1 && id < first).last();
        title.map_or(Dom::ROOT, |t| dom.ancestors(t).nth(1).unwrap_or(t))
    }

    fn published(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<Edtf>> {
        let slashes = self.language().map(|l| Slashes::in_language(&l.value)).unwrap_or_default();
        let read = |text: &str, origin: &str, confidence| {
            date::parse(text, slashes).map(|d| field(Edtf::Date(d), origin, confidence))
        };
        let ld = self.ld.text("datePublished").and_then(|t| read(&t, "json-ld datePublished", 0.95));
        const METAS: [&str; 20] = [
            "articlepublishedtime",
            "datepublished",
            "ogarticlepublishedtime",
            "articlepublished",
            "parselypubdate",
            "sailthrudate",
            "cxenseparserecspublishtime",
            "dctermscreated",
            "dctermsissued",
            "dcdateissued",
            "dcdate",
            "dctermsdate",
            "pubdate",
            "publishdate",
            "publishdate",
            "publishdate",
            "citationpublicationdate",
            "citationdate",
            "date",
            "ptime",
        ];
        ld.or_else(|| METAS.iter().find_map(|name| self.metas(name).find_map(|v| read(v, name, 0.9))))
            .or_else(|| self.marked_date(&read))
            .or_else(|| self.ld.text("dateCreated").and_then(|t| read(&t, "json-ld dateCreated", 0.8)))
            .or_else(|| self.shown_date(page, chosen, slashes))
    }

    /// An element that says it holds the date of publication.
    fn marked_date(&self, read: &impl Fn(&str, &str, f32) -> Option<Field<Edtf>>) -> Option<Field<Edtf>> {
        let dom = self.dom;
        let says = |id: NodeId| {
            dom.attr(id, Attr::ItemProp).is_some_and(|p| p.split_ascii_whitespace().any(|w| w == "datePublished"))
        };
        dom.all().filter(|&id| says(id)).find_map(|id| {
            let value = dom.attr(id, Attr::DateTime).or(dom.attr(id, Attr::Content)).map(str::to_owned);
            read(&value.unwrap_or_else(|| folded(&dom.text_within(id))), "itemprop datePublished", 0.9)
        })
    }

    /// A date shown close above the text or below the heading: only where all that are shown there agree, or one is said to be of publication.
    fn shown_date(&self, page: &Page<'_>, chosen: &[usize], slashes: Slashes) -> Option<Field<Edtf>> {
        let dom = self.dom;
        let first = page.blocks.get(*chosen.first()?)?.at;
        let start = self.head_of(first);
        let times: Vec<NodeId> = dom.all().filter(|&id| dom.tag(id) == Tag::Time && id > start && id < first).collect();
        if let [time, ..] = times.as_slice() {
            let value = dom.attr(*time, Attr::DateTime).map_or_else(|| folded(&dom.text_within(*time)), str::to_owned);
            if let Some(date) = date::parse(&value, slashes) {
                return Some(field(Edtf::Date(date), "time element below the heading", 0.8));
            }
        }
        let near = |b: &&Block| b.at > start && b.at < first && b.weight < 200;
        let found = page.blocks.iter().filter(near).find_map(|b| date::find(&b.text, slashes).first().copied());
        found.map(|f| field(Edtf::Date(f.date), "line below the heading", 0.7))
    }

    fn address(&self) -> Option<Field<String>> {
        let ok = |u: &str| {
            (u.starts_with("http://") || u.starts_with("https://"))
                && !u.contains(char::is_whitespace)
                && u.len() < 2_000
        };
        let dom = self.dom;
        let canonical = dom.all().find(|&id| {
            dom.tag(id) == Tag::Link && dom.attr(id, Attr::Rel).is_some_and(|r| r.eq_ignore_ascii_case("canonical"))
        });
        let canonical = canonical.and_then(|id| dom.attr(id, Attr::Href)).map(str::trim).filter(|u| ok(u));
        let canonical = canonical.map(|u| field(u.to_owned(), "link rel=canonical", 0.95));
        let og = || self.meta(&["ogurl"]).filter(|(u, _)| ok(u)).map(|(u, name)| field(u.to_owned(), name, 0.9));
        let given = || self.url.map(|u| field(u.to_owned(), "where it was fetched", 0.9));
        canonical.or_else(og).or_else(given)
    }

    fn language(&self) -> Option<Field<String>> {
        let html = self.dom.all().take(50).find(|&id| self.dom.tag(id) == Tag::Html);
        let html = html
            .and_then(|id| self.dom.attr(id, Attr::Lang))
            .and_then(language_tag)
            .map(|t| field(t, "html lang", 0.9));
        let ld =
            || self.ld.text("inLanguage").and_then(|t| language_tag(&t)).map(|t| field(t, "json-ld inLanguage", 0.9));
        let meta = || {
            self.meta(&["oglocale", "contentlanguage", "dclanguage"])
                .and_then(|(v, n)| Some(field(language_tag(v)?, n, 0.8)))
        };
        html.or_else(ld).or_else(meta)
    }

    /// What kind of writing it is, where the page says so; 'news' says nothing.
    fn kind(&self) -> Option<Field<SourceKind>> {
        let by_type = self.ld.types().iter().find_map(|t| {
            Some(match t.as_str() {
                "OpinionNewsArticle" => SourceKind::Opinion,
                "AnalysisNewsArticle" | "BackgroundNewsArticle" => SourceKind::Analysis,
                "ReportageNewsArticle" => SourceKind::Report,
                "ScholarlyArticle" | "MedicalScholarlyArticle" => SourceKind::Paper,
                _ => return None,
            })
        });
        if let Some(kind) = by_type {
            return Some(field(kind, "json-ld @type", 0.9));
        }
        if self.meta(&["citationtitle", "citationdoi"]).is_some() {
            return Some(field(SourceKind::Paper, "citationtitle", 0.9));
        }
        let sections = self.metas("articlesection").map(str::to_owned).chain(self.ld.text("articleSection"));
        sections.into_iter().find_map(|s| Some(field(kind_of_section(&s)?, "section", 0.8)))
    }

    /// What stands between the heading and the text and is what the page gives as its description, or says it is the
    /// standfirst.
    fn standfirst(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<String>> {
        let first = *chosen.first()?;
        let described = self.meta(&["ogdescription", "description", "twitterdescription"]).map(|(v, _)| folded(v));
        let described = self.ld.text("description").or(described);
        let before = page.blocks.iter().zip(&page.marks).enumerate().take(first).filter(|(i, _)| !chosen.contains(i));
        let found = before.filter(|(_, (b, _))| b.weight >= 30 && b.level != Some(1)).find(|(_, (b, mark))| {
            **mark == Some(Mark::Standfirst) || described.as_ref().is_some_and(|d| alike(d, &b.text))
        });
        found.map(|(_, (block, _))| field(block.text.clone(), "above the text", 0.9))
    }
}

fn field<T>(value: T, origin: &str, confidence: f32) -> Field<T> {
    Field { value, origin: origin.to_owned(), confidence }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters and digits of a text in lower case, without what lies between.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two texts are the same but for punctuation, or one goes on where the other was cut.
pub fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (letters(a), letters(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    !short.is_empty() && (short == long || (short.len() * 10 >= long.len() * 6 && long.starts_with(short.as_str())))
}

/// Whether `long` is `end` with a few words and a mark before it.
fn ends_in(long: &str, end: &str) -> bool {
    let before = long.strip_suffix(end).map(str::trim_end).unwrap_or_default();
    before.ends_with([':', '-', '–', '—', '|', '.', '/']) && letters(end).len() > letters(before).len()
}

/// Whether a name and a host are of the same house: `The Harbour Post` and `harbourpost.example`.
fn names_host(name: &str, host: &str) -> bool {
    let plain = |s: &str| letters(s).replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let name = plain(name);
    let name = name.strip_prefix("the").unwrap_or(&name);
    let label = letters(&host.replace("www.", "").split('.').map(str::to_owned).rev().nth(1).unwrap_or_default());
    !label.is_empty() && name.len() > 2 && (name.contains(&label) || label.contains(name))
}

/// A meta's name without what sites write differently: `article:published_time` and `article.published-time` are one.
fn meta_name(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn metas(dom: &Dom) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for id in dom.all().filter(|&id| dom.tag(id) == Tag::Meta).take(500) {
        let Some(content) = dom.attr(id, Attr::Content).map(str::trim).filter(|c| !c.is_empty()) else { continue };
        let content = if content.contains("&") { unescaped(content) } else { content.to_owned() };
        for attr in [Attr::Property, Attr::Name, Attr::ItemProp] {
            if let Some(name) = dom.attr(id, attr) {
                found.push((meta_name(name), content.clone()));
            }
        }
    }
    found
}

/// Metas that name the author, the surest first.
const AUTHOR_METAS: [&str; 12] = [
    "author",
    "articleauthor",
    "parselyauthor",
    "sailthruauthor",
    "cxenseparseauthor",
    "byl",
    "dccreator",
    "dctermscreator",
    "dcsextauthor",
    "citationauthor",
    "articleauthorname",
    "creator",
];

/// The text of an element with a comma between its parts, as they stand apart on the screen.
fn spaced(dom: &Dom, id: NodeId) -> String {
    let parts = dom.within(id).map(|inner| folded(dom.text(inner))).filter(|t| !t.is_empty());
    folded(&parts.collect::<Vec<_>>().join(" "))
}

fn distinct(names: impl Iterator<Item = String>) -> Option<Vec<String>> {
    let mut people: Vec<String> = Vec::new();
    for name in names.filter(|n| may_be_author(n)) {
        if !people.iter().any(|known| letters(known) == letters(&name)) {
            people.push(name);
        }
    }
    (!people.is_empty()).then_some(people)
}

/// The people in a name that the page gives as an author's: as it stands, but for callings and several in one.
fn given_names(text: &str) -> Vec<String> {
    let text = folded(text);
    let text = byline::without_lead(&text).unwrap_or(&text);
    let text = text.strip_suffix("기자").unwrap_or(text).trim();
    if text.contains([',', ';', '|', '/', '&']) || text.split(' ').count() > 3 {
        split_names(text)
    } else {
        vec![text.to_owned()]
    }
}

/// A text that may name several people.
fn split_names(text: &str) -> Vec<String> {
    let text = folded(text);
    let text = byline::without_lead(&text).unwrap_or(&text);
    if let Some(names) = byline::names(text) {
        return names;
    }
    text.split([',', ';', '|']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Whether a name the page gives as its author's can be one: no address, no handle, no sentence.
fn may_be_author(name: &str) -> bool {
    let count = name.chars().count();
    (2..=NAME).contains(&count)
        && !name.contains("://")
        && !name.contains(['@', '{', '<', '#', '_', ':', '('])
        && name.split_whitespace().count() <= 7
        && name.chars().any(char::is_alphabetic)
        && name.chars().filter(char::is_ascii_digit).count() <= 2
}

/// A language as a BCP 47 tag: the language, and the region where there is one.
fn language_tag(raw: &str) -> Option<String> {
    let mut parts = raw.trim().split(['-', '_', '.']);
    let language = parts.next().filter(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()))?;
    let language = language.to_ascii_lowercase();
    let region = parts.find(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_alphabetic()));
    Some(region.map_or(language.clone(), |r| format!("{language}-{}", r.to_ascii_uppercase())))
}

fn kind_of_section(section: &str) -> Option<SourceKind> {
    let section = section.to_lowercase();
    let words = |list: &[&str]| section.split(|c: char| !c.is_alphanumeric()).any(|w| list.contains(&w));
    if words(&[
        "opinion",
        "opinions",
        "opinión",
        "opinião",
        "opinioni",
        "kommentar",
        "kommentare",
        "meinung",
        "editorial",
        "editorials",
        "op",
        "column",
        "columns",
        "columnists",
        "kolumne",
        "tribune",
        "debatt",
        "ledare",
        "mielipide",
        "мнения",
    ]) {
        Some(SourceKind::Opinion)
    } else if words(&["analysis", "analyse", "análisis", "analisi", "analiza", "explainer", "explainers"]) {
        Some(SourceKind::Analysis)
    } else if words(&["interview", "interviews", "entrevista", "intervista", "entretien"]) {
        Some(SourceKind::Interview)
    } else if words(&["feature", "features", "longform", "reportage", "longread"]) {
        Some(SourceKind::Feature)
    } else {
        None
    }
}
