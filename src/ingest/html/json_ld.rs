//! What a page says of its article in JSON-LD: the object that describes it, and the things that object names. Reads
//! broken JSON as far as it can be mended without guessing; refuses the rest.

use serde_json::{Map, Value};

use super::dom::{Attr, Dom};
use super::tag::Tag;

/// Objects beyond this many are not looked at.
const OBJECTS: usize = 4_000;
/// Bytes of JSON-LD that are read, of all of a page's together.
const BYTES: usize = 4_000_000;

/// A page's JSON-LD.
#[derive(Default)]
pub struct JsonLd {
    objects: Vec<Map<String, Value>>,
    article: Option<usize>,
}

impl JsonLd {
    /// Reads a page's JSON-LD. `is_title` knows the page's title: of several articles, the one of that headline is meant.
    pub fn read(dom: &Dom, is_title: impl Fn(&str) -> bool) -> Self {
        let mut ld = Self::default();
        let mut left = BYTES;
        for id in dom.all().filter(|&id| dom.tag(id) == Tag::Script) {
            if dom
                .attr(id, Attr::Type)
                .is_some_and(|t| t.trim().to_ascii_lowercase().starts_with("application/ld+json"))
            {
                let raw = dom.text_within(id);
                left = left.saturating_sub(raw.len());
                if let Some(value) = (left > 0).then(|| parse(&raw)).flatten() {
                    ld.collect(value);
                }
            }
        }
        let articles: Vec<usize> =
            (0..ld.objects.len()).filter(|&i| ld.objects.get(i).is_some_and(is_article)).collect();
        let headline = |i: usize| ld.objects.get(i).and_then(|o| text(o.get("headline")?));
        let named = articles.iter().copied().find(|&i| headline(i).is_some_and(|h| is_title(&h)));
        let first = articles.iter().copied().find(|&i| headline(i).is_some());
        ld.article = named.or(first).or(articles.first().copied());
        ld
    }

    fn collect(&mut self, value: Value) {
        if self.objects.len() >= OBJECTS {
            return;
        }
        match value {
            Value::Array(values) => values.into_iter().for_each(|v| self.collect(v)),
            Value::Object(object) => {
                let nested = object.values().filter(|v| v.is_object() || v.is_array()).cloned().collect::<Vec<_>>();
                self.objects.push(object);
                nested.into_iter().for_each(|v| self.collect(v));
            }
            _ => {}
        }
    }

    /// A property of the article.
    fn property(&self, name: &str) -> Option<&Value> {
        self.objects.get(self.article?)?.get(name).filter(|v| !v.is_null())
    }

    /// A property of the article that is text.
    pub fn text(&self, name: &str) -> Option<String> {
        text(self.property(name)?)
    }

    /// A property of the article that is text, as it stands: with its line breaks and tags.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.property(name)?.as_str()
    }

    /// The article's types: `NewsArticle`.
    pub fn types(&self) -> Vec<String> {
        self.article.and_then(|i| self.objects.get(i)).map(types).unwrap_or_default()
    }

    /// The things a property of the article names, with their types, by reference or in place.
    pub fn things(&self, name: &str) -> Vec<Thing> {
        let mut found = Vec::new();
        if let Some(value) = self.property(name) {
            self.name(value, &mut found);
        }
        found
    }

    fn name(&self, value: &Value, found: &mut Vec<Thing>) {
        match value {
            Value::Array(values) => values.iter().take(50).for_each(|v| self.name(v, found)),
            Value::String(_) => found.extend(text(value).map(|name| Thing { name, types: Vec::new() })),
            Value::Object(object) => {
                let described = match object.get("name") {
                    Some(_) => Some(object),
                    None => object.get("@id").and_then(|id| self.by_id(id)),
                };
                // Some pages give one thing several names; some put a list of names where one belongs.
                if let Some((object, names)) = described.and_then(|o| Some((o, o.get("name")?))) {
                    let names = names.as_array().map_or_else(|| vec![names], |list| list.iter().collect());
                    let things = names.into_iter().filter_map(text);
                    found.extend(things.map(|name| Thing { name, types: types(object) }));
                }
            }
            _ => {}
        }
    }

    fn by_id(&self, id: &Value) -> Option<&Map<String, Value>> {
        self.objects.iter().find(|o| o.get("@id") == Some(id) && o.contains_key("name"))
    }

    /// The name of the site, where an object says it is one.
    pub fn site(&self) -> Option<String> {
        let site = self.objects.iter().find(|o| types(o).iter().any(|t| t == "WebSite"))?;
        text(site.get("name")?)
    }

    /// The addresses that the site and its organisation call theirs elsewhere.
    pub fn accounts(&self) -> Vec<String> {
        let is_house = |o: &&Map<String, Value>| types(o).iter().any(|t| t == "WebSite" || t.ends_with("Organization"));
        let same = self.objects.iter().filter(is_house).filter_map(|o| o.get("sameAs"));
        let listed = same.flat_map(|v| v.as_array().map_or_else(|| vec![v], |list| list.iter().collect()));
        listed.filter_map(text).take(50).collect()
    }
}

/// Something with a name: a person, an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its name.
    pub name: String,
    /// Its types: `Person`.
    pub types: Vec<String>,
}

fn types(object: &Map<String, Value>) -> Vec<String> {
    let bare = |v: &Value| v.as_str().map(|t| t.rsplit(['/', ':', '#']).next().unwrap_or(t).to_owned());
    match object.get("@type") {
        Some(Value::Array(values)) => values.iter().filter_map(bare).collect(),
        Some(value) => bare(value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is = |t: &String| {
        t.ends_with("Article") || t.ends_with("BlogPosting") || matches!(t.as_str(), "Report" | "Review" | "Recipe")
    };
    types(object).iter().any(is)
}

/// Plain text out of a value that may hold entities and tags.
fn text(value: &Value) -> Option<String> {
    let raw = match value {
        Value::String(raw) => raw.as_str(),
        Value::Array(values) => values.iter().find_map(Value::as_str)?,
        _ => return None,
    };
    let plain = if raw.contains(['&', '<']) { unescaped(raw) } else { raw.to_owned() };
    let folded = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!folded.is_empty()).then_some(folded)
}

/// Text with its entities read; some are escaped twice.
pub fn unescaped(raw: &str) -> String {
    let dom = Dom::parse(raw);
    let once = dom.text_within(Dom::ROOT);
    if once.contains("&#") || once.contains("&amp;") || once.contains("&quot;") {
        let dom = Dom::parse(&once);
        return dom.text_within(Dom::ROOT);
    }
    once
}

/// JSON, forgiving what pages get wrong without changing what they say: raw control characters in strings, comment or
/// CDATA marks around it, a semicolon behind it.
fn parse(raw: &str) -> Option<Value> {
    let raw = raw.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let raw =
        raw.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(raw).ok().or_else(|| {
        let mended: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut values = serde_json::Deserializer::from_str(&mended).into_iter::<Value>();
        values.next().and_then(Result::ok)
    })
}

#[cfg(test)]
mod tests {
    use super::{Dom, JsonLd};

    fn read(json: &str) -> JsonLd {
        JsonLd::read(&Dom::parse(&format!("<script type='application/ld+json'>{json}</script>")), |t| t == "Right")
    }

    #[test]
    fn the_article_is_found_wherever_it_stands() {
        for json in [
            r#"{"@type":"NewsArticle","headline":"Right"}"#,
            r#"[{"@type":"WebSite"},{"@type":["Article","X"],"headline":"Right"}]"#,
            r#"{"@graph":[{"@type":"NewsArticle","headline":"Other"},{"@type":"NewsArticle","headline":"Right"}]}"#,
            r#"{"@type":"WebPage","mainEntity":{"@type":"http://schema.org/NewsArticle","headline":"Right"}}"#,
            "{\"@type\":\"NewsArticle\",\"headline\":\"Right\",\"description\":\"a\nb\"};",
        ] {
            assert_eq!(read(json).text("headline").as_deref(), Some("Right"), "{json}");
        }
        assert_eq!(read("{\"@type\":\"NewsArt").text("headline"), None);
    }

    #[test]
    fn authors_are_found_by_name_and_by_reference() {
        let names = |json: &str| -> Vec<String> { read(json).things("author").into_iter().map(|t| t.name).collect() };
        assert_eq!(names(r#"{"@type":"Article","author":"Ines Maddock"}"#), ["Ines Maddock"]);
        assert_eq!(
            names(r#"{"@type":"Article","author":[{"name":"A &amp; B"},{"name":["C","D"]}]}"#),
            ["A & B", "C", "D"]
        );
        let graph =
            r##"{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","name":"E"}]}"##;
        assert_eq!(names(graph), ["E"]);
    }
}
