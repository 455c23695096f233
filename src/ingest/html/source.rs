//! What a page says of its source: title, authors, publisher, date, address, language, kind, standfirst. Every field
//! comes from a place that names it; what no place says is left out, never guessed.

use super::content::Page;
use super::dom::{Attr, Dom, NodeId};
use super::json_ld::{JsonLd, unescaped};
use super::names::Mark;
use super::tag::Tag;
use crate::article::SourceKind;
use crate::ingest::metadata::language;
use crate::ingest::{Field, Metadata};

mod dating;
mod house;
mod naming;
mod people;
mod publisher;

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
        let h1s: Vec<String> = dom.all().filter(|&id| dom.tag(id) == Tag::H1).map(|id| dom.line_within(id)).collect();
        let h1s: Vec<String> = h1s.into_iter().filter(|h| !h.is_empty()).collect();
        let og = metas.iter().find(|(name, _)| is_named(name, "og:title")).map(|(_, value)| value.clone());
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
            language: self.language_of(page, chosen),
            kind: self.kind(),
            standfirst: self.standfirst(page, chosen),
            publisher: self.publisher(page).or_else(|| self.house_of_authors(page, chosen)),
        }
    }

    /// The values of every `meta` of that name or property.
    fn metas<'s>(&'s self, name: &str) -> impl Iterator<Item = &'s str> + use<'s, 'a> {
        let name = name.to_owned();
        self.metas.iter().filter(move |(n, _)| is_named(n, &name)).map(|(_, value)| value.as_str())
    }

    /// The value and the name of the first of these metas that the page has.
    fn meta(&self, names: &[&'static str]) -> Option<(&str, &'static str)> {
        names.iter().find_map(|&name| Some((self.metas(name).next()?, name)))
    }

    /// Every name the page gives its site or its publisher.
    fn sites(&self) -> Vec<String> {
        let names =
            ["og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "twitter:domain"];
        let named = names.into_iter().flat_map(|name| self.metas(name).filter(|v| !self.is_headline(v)));
        let metas = named.map(|v| v.trim_start_matches('@').to_owned());
        let publishers = self.ld.things("publisher").into_iter().map(|t| t.name);
        metas.chain(publishers).chain(self.ld.site()).chain(self.host()).filter(|s| !s.is_empty()).collect()
    }

    /// Whether what a page gives as the name of its site is its headline: some systems fill every such field with it. It
    /// is the page's one heading and the title that it shares, and is as long as a sentence or not the name of the site.
    fn is_headline(&self, name: &str) -> bool {
        const LONGEST_NAME: usize = 5;
        let is_shown = self.h1s.iter().any(|h| letters(h) == letters(name));
        let is_shared = self.metas("og:title").any(|title| letters(title) == letters(name));
        let is_other = self.metas("og:site_name").any(|site| letters(site) != letters(name));
        is_shown && is_shared && (is_other || name.split_whitespace().count() > LONGEST_NAME)
    }

    fn host(&self) -> Option<String> {
        let address = self.address().map(|f| f.value).or_else(|| self.url.map(str::to_owned))?;
        host_of(&address).map(str::to_owned)
    }

    /// Where the head of the article begins whose first text is at `first`: the element around its heading.
    fn head_of(&self, first: NodeId) -> NodeId {
        let dom = self.dom;
        let title = dom.all().filter(|&id| dom.tag(id) == Tag::H1 && id < first).last();
        title.map_or(Dom::ROOT, |t| dom.ancestors(t).nth(1).unwrap_or(t))
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
        // A page may name its own better address, and none of another site's.
        let own = |u: &str| ok(u) && self.url.is_none_or(|url| is_same_site(u, url));
        let canonical = canonical.and_then(|id| dom.attr(id, Attr::Href)).map(str::trim).filter(|u| own(u));
        let canonical = canonical.map(|u| field(u.to_owned(), "link rel=canonical", 0.95));
        let og = || self.meta(&["og:url"]).filter(|(u, _)| own(u)).map(|(u, name)| field(u.to_owned(), name, 0.9));
        let given = || self.url.map(|u| field(u.to_owned(), "where it was fetched", 0.9));
        canonical.or_else(og).or_else(given)
    }

    /// The language of the article. Templates name one whatever is put into them, so the text itself is heard where it
    /// leaves no doubt.
    fn language_of(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<String>> {
        let texts = chosen.iter().filter_map(|&i| page.blocks.get(i)).map(|b| b.text.as_str());
        let heard = language::of(texts).map(|(tag, sure)| field(tag.to_owned(), "the words of the text", sure));
        match (heard, self.language()) {
            (Some(heard), Some(said)) if heard.confidence < 0.9 || said.value.starts_with(&heard.value) => Some(said),
            (Some(heard), _) => Some(heard),
            (None, said) => said,
        }
    }

    /// The language the page says it is in.
    fn language(&self) -> Option<Field<String>> {
        let html = self.dom.all().take(50).find(|&id| self.dom.tag(id) == Tag::Html);
        let html = html
            .and_then(|id| self.dom.attr(id, Attr::Lang))
            .and_then(language_tag)
            .map(|t| field(t, "html lang", 0.9));
        let ld =
            || self.ld.text("inLanguage").and_then(|t| language_tag(&t)).map(|t| field(t, "json-ld inLanguage", 0.9));
        let meta = || {
            self.meta(&["og:locale", "content-language", "dc.language"])
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
        if self.meta(&["citation_title", "citation_doi"]).is_some() {
            return Some(field(SourceKind::Paper, "citation_title", 0.9));
        }
        let sections = self.metas("article:section").map(str::to_owned).chain(self.ld.text("articleSection"));
        sections.into_iter().find_map(|s| Some(field(kind_of_section(&s)?, "section", 0.8)))
    }

    /// What stands between the heading and the text and is what the page gives as its description, or says it is the
    /// standfirst.
    fn standfirst(&self, page: &Page<'_>, chosen: &[usize]) -> Option<Field<String>> {
        let first = *chosen.first()?;
        let described = self.meta(&["og:description", "description", "twitter:description"]).map(|(v, _)| folded(v));
        let described = self.ld.text("description").or(described);
        let before = page.blocks.iter().zip(&page.marks).enumerate().take(first).filter(|(i, _)| !chosen.contains(i));
        let found = before.filter(|(_, (b, _))| b.weight >= 30 && b.level != Some(1)).find(|(_, (b, mark))| {
            **mark == Some(Mark::Standfirst) || described.as_ref().is_some_and(|d| alike(d, &b.text))
        });
        found.map(|(_, (block, _))| field(block.text.clone(), "above the text", 0.9))
    }
}

/// The host of an address, without its port and a leading `www.`.
fn host_of(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    Some(rest.split(['/', '?', '#', ':']).next()?.trim_start_matches("www."))
}

/// Whether two addresses are of one site: the same host, or one a part of the other, as `m.post.example` is.
fn is_same_site(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (host_of(a), host_of(b)) else { return false };
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let part =
        |of: &str, whole: &str| of.strip_suffix(whole).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    part(&a, &b) || part(&b, &a)
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

/// Whether a meta has a name, but for what sites write differently: `article:published_time`, `article.published-time`.
fn is_named(meta: &str, name: &str) -> bool {
    let plain =
        |s: &str| s.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase()).collect::<Vec<_>>();
    meta.len().abs_diff(name.len()) <= 4 && plain(meta) == plain(name)
}

/// The metas of a page: name or property, and value.
fn metas(dom: &Dom) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for id in dom.all().filter(|&id| dom.tag(id) == Tag::Meta).take(500) {
        let Some(content) = dom.attr(id, Attr::Content).map(str::trim).filter(|c| !c.is_empty()) else { continue };
        let content = if content.contains('&') { unescaped(content) } else { content.to_owned() };
        for attr in [Attr::Property, Attr::Name, Attr::ItemProp] {
            if let Some(name) = dom.attr(id, attr) {
                found.push((name.to_owned(), content.clone()));
            }
        }
    }
    found
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
