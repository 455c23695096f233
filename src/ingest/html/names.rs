//! What the names that authors give their elements (classes, ids, roles) say about what stands in them. The vocabulary is
//! that of many sites, never of one. Reads names only: whether to believe them is decided where the text is known.

use super::dom::{Attr, Dom, NodeId};
use super::tag::Tag;

/// What an element says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The text of the article.
    Body,
    /// Readers' comments.
    Comments,
    /// Navigation, advertising, sharing, teasers of other articles, forms.
    Furniture,
    /// As furniture, but of a name that is also given to articles: believed only of what is small.
    Doubtful,
    /// Lines about the article: authors, dates, tags, ratings.
    About,
    /// The caption or credit of a picture.
    Caption,
    /// The article's title.
    Title,
    /// The lines above the text that sum it up.
    Standfirst,
    /// Footnotes.
    Notes,
    /// Present, but not shown.
    Unseen,
}

/// What a node's tag, role and names say, if anything.
pub fn mark_of(dom: &Dom, id: NodeId) -> Option<Mark> {
    let tag = dom.tag(id);
    if matches!(tag, Tag::Text | Tag::Document | Tag::Html | Tag::Body) {
        return None;
    }
    if let Some(mark) = by_role(dom, id) {
        return Some(mark);
    }
    match tag {
        Tag::Nav | Tag::Footer | Tag::Aside | Tag::Menu => return Some(Mark::Furniture),
        Tag::Form | Tag::Fieldset => return Some(Mark::Doubtful),
        Tag::Tr | Tag::Td | Tag::Th | Tag::Tbody | Tag::Thead => return None,
        Tag::Figcaption | Tag::Figure | Tag::Picture => return Some(Mark::Caption),
        Tag::Time | Tag::Address => return Some(Mark::About),
        _ => {}
    }
    let item = dom.attr(id, Attr::ItemProp).and_then(by_item_property);
    let names = [Attr::Id, Attr::Class, Attr::TestId, Attr::Component];
    item.or_else(|| {
        let marks = || names.into_iter().filter_map(|attr| by_names(dom.attr(id, attr)?));
        if marks().any(|m| m == Mark::Body) { Some(Mark::Body) } else { marks().next() }
    })
}

/// Whether a node's class or id says that it names the author.
pub fn names_author(dom: &Dom, id: NodeId) -> bool {
    let is_author = |word: String| {
        matches!(
            word.as_str(),
            "author"
                | "authors"
                | "byline"
                | "bylines"
                | "autor"
                | "autoren"
                | "autore"
                | "auteur"
                | "authorline"
                | "writer"
                | "journalist"
                | "contributor"
                | "contributors"
                | "vcard"
        )
    };
    let says = |attr| {
        dom.attr(id, attr).is_some_and(|v| v.split_ascii_whitespace().take(24).any(|name| words(name).any(is_author)))
    };
    dom.tag(id) != Tag::Text && [Attr::Class, Attr::Id, Attr::TestId].into_iter().any(says)
}

fn by_role(dom: &Dom, id: NodeId) -> Option<Mark> {
    if is_hidden(dom, id) || dom.attr(id, Attr::AriaHidden) == Some("true") {
        return Some(Mark::Unseen);
    }
    Some(match dom.attr(id, Attr::Role)? {
        "navigation" | "complementary" | "banner" | "contentinfo" | "search" | "dialog" | "alertdialog" | "alert"
        | "menu" | "menubar" | "toolbar" | "tablist" | "button" | "form" | "status" | "tooltip" => Mark::Furniture,
        "figure" | "img" => Mark::Caption,
        "doc-endnotes" | "doc-footnote" => Mark::Notes,
        _ => return None,
    })
}

/// Whether an element within a line is not shown, by an attribute, a style or a class of its own. What is only hidden from
/// readers aloud (`aria-hidden`) is shown.
pub fn is_hidden_inline(dom: &Dom, id: NodeId) -> bool {
    let by_class = || dom.attr(id, Attr::Class).is_some_and(|class| by_names(class) == Some(Mark::Unseen));
    is_hidden(dom, id) || by_class()
}

/// Whether the names of a hidden element say that it carries the article until a script shows it.
pub fn carries_article(dom: &Dom, id: NodeId) -> bool {
    let is_carrier = |word: String| {
        matches!(
            word.as_str(),
            "paywall"
                | "premium"
                | "article"
                | "articlebody"
                | "story"
                | "body"
                | "content"
                | "contents"
                | "post"
                | "entry"
        )
    };
    let value = |attr| dom.attr(id, attr).unwrap_or_default();
    // `S:0` is where React puts what it sends later.
    value(Attr::Id).starts_with("S:") || words(value(Attr::Class)).chain(words(value(Attr::Id))).any(is_carrier)
}

/// Said by an attribute or a style of its own to be present, but not shown.
fn is_hidden(dom: &Dom, id: NodeId) -> bool {
    if dom.attr(id, Attr::Hidden).is_some() {
        return true;
    }
    dom.attr(id, Attr::Style).is_some_and(|style| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}

fn by_item_property(value: &str) -> Option<Mark> {
    value.split_ascii_whitespace().find_map(|property| {
        Some(match property {
            "articleBody" | "reviewBody" => Mark::Body,
            "author" | "publisher" | "datePublished" | "dateModified" | "keywords" | "aggregateRating" => Mark::About,
            "headline" => Mark::Title,
            "comment" => Mark::Comments,
            "caption" | "image" | "copyrightHolder" => Mark::Caption,
            _ => return None,
        })
    })
}

/// What the names in a class or id say. A name that says 'body' outweighs the others.
fn by_names(value: &str) -> Option<Mark> {
    let mut found = None;
    for name in value.split_ascii_whitespace().take(24) {
        match by_name(name) {
            Some(Mark::Body) => return Some(Mark::Body),
            Some(mark) if found.is_none() => found = Some(mark),
            _ => {}
        }
    }
    found
}

/// What one name says, read as words: `c-articleBody__text` is 'c article body text'.
fn by_name(name: &str) -> Option<Mark> {
    // Utility classes (`md:hidden`, `w-1/2`, `[&>p]:mt-4`) speak of looks, not of contents.
    if name.contains([':', '[', '/']) || name.len() > 80 {
        return None;
    }
    let words: Vec<String> = words(name).collect();
    let joined = words.concat();
    if let Some(mark) = by_whole_name(&joined) {
        return Some(mark);
    }
    // 'comments-enabled' is on what has comments, not on the comments.
    let states = ["enabled", "disabled", "open", "opened", "closed", "loaded", "active", "visible", "on", "off"];
    if words.last().is_some_and(|w| states.contains(&w.as_str())) {
        return None;
    }
    // 'has-sidebar' is on what stands beside the sidebar, not on the sidebar.
    if words.first().is_some_and(|w| matches!(w.as_str(), "has" | "with" | "no" | "without" | "not" | "show")) {
        return None;
    }
    if is_body(&words) {
        return Some(Mark::Body);
    }
    // What is embedded is quoted: a post, a table. Its own elements say what it is.
    let asks = words.iter().any(|w| matches!(w.as_str(), "consent" | "cookie" | "gdpr"));
    if !asks && words.iter().any(|w| w.starts_with("embed")) {
        return None;
    }
    words.iter().rev().find_map(|word| by_word(word))
}

fn words(name: &str) -> impl Iterator<Item = String> + '_ {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut end = rest.len();
        let mut was_lower = false;
        for (at, c) in rest.char_indices() {
            if !c.is_alphanumeric() || (was_lower && c.is_uppercase()) {
                end = at;
                break;
            }
            was_lower = c.is_lowercase();
        }
        let (word, tail) = rest.split_at_checked(end)?;
        rest = tail;
        (!word.is_empty()).then(|| word.to_ascii_lowercase())
    })
}

/// Names of which the words alone do not tell.
#[rustfmt::skip]
fn by_whole_name(name: &str) -> Option<Mark> {
    Some(match name {
        "hidden" | "hide" | "dnone" | "displaynone" | "invisible" | "visuallyhidden" | "sronly" | "screenreadertext"
        | "screenreader" | "ishidden" | "uhidden" | "visuallyhide" | "ahidden" => Mark::Unseen,
        "readmore" | "readalso" | "readnext" | "seealso" | "alsoread" | "morelinks" | "morestories" | "morenews"
        | "moreon" | "onthetopic" | "dontmiss" | "upnext" | "youmaylike" | "mostread" | "mostpopular" | "nextarticle" | "next"
        | "prev" | "previous" | "backtotop" | "jprelatedposts" | "postnavigation" | "linklist" | "more" | "tools"
        | "interstitial" => Mark::Furniture,
        "disqusthread" | "respond" | "commentlist" | "commentform" => Mark::Comments,
        "footnotes" | "footnote" | "endnotes" | "references" | "reflist" => Mark::Notes,
        "headline" | "entrytitle" | "posttitle" | "articletitle" | "pagetitle" | "storytitle" | "articleheadline" => Mark::Title,
        "standfirst" | "dek" | "subheadline" | "subhead" | "articlelead" | "articleintro" | "articlesummary" => Mark::Standfirst,
        _ => return None,
    })
}

fn is_body(words: &[String]) -> bool {
    let whose = |w: &str| {
        matches!(
            w,
            "article"
                | "story"
                | "post"
                | "entry"
                | "news"
                | "articles"
                | "artikel"
                | "articulo"
                | "blog"
                | "texto"
                | "page"
                | "detail"
                | "single"
                | "art"
        )
    };
    let what = |w: &str| {
        matches!(w, "body" | "content" | "text" | "bodycopy" | "copy" | "texto" | "contenido" | "inhalt" | "contents")
    };
    let one = |w: &str| {
        matches!(
            w,
            "articlebody"
                | "articletext"
                | "articlecontent"
                | "storybody"
                | "storytext"
                | "storycontent"
                | "postbody"
                | "postcontent"
                | "posttext"
                | "entrycontent"
                | "entrybody"
                | "bodytext"
                | "fulltext"
                | "newstext"
                | "newsbody"
                | "bodycopy"
                | "richtext"
                | "maincontent"
                | "contentbody"
                | "newscontent"
        )
    };
    let last_two = || {
        let mut last = words.iter().rev().map(String::as_str);
        let (b, a) = (last.next(), last.next());
        a.is_some_and(whose) && b.is_some_and(what)
    };
    words.last().is_some_and(|w| one(w)) || last_two()
}

/// Beginnings that are clear enough to be read in run-together names: `relatedbroadcast`.
const STEMS: [&str; 22] = [
    "related",
    "newsletter",
    "breadcrumb",
    "recommend",
    "advert",
    "sidebar",
    "teaser",
    "subscri",
    "cookie",
    "outbrain",
    "taboola",
    "sponsor",
    "paginat",
    "navigat",
    "socialmedia",
    "socialshar",
    "sharing",
    "sharebutton",
    "tagcloud",
    "taglist",
    "tagbox",
    "signup",
];

#[rustfmt::skip]
fn by_word(word: &str) -> Option<Mark> {
    if STEMS.iter().any(|stem| word.starts_with(stem)) {
        return Some(Mark::Furniture);
    }
    Some(match word {
        "comments" | "comment" | "disqus" | "replies" | "kommentare" | "commentaires" | "comentarios" => Mark::Comments,
        "nav" | "navbar" | "subnav" | "pagenav" | "menu" | "submenu" | "rail" | "footer" | "crumbs" | "consent" | "gdpr"
        | "signin" | "login" | "register" | "ad" | "ads" | "adbox" | "adslot" | "adunit" | "adsbygoogle" | "dfp"
        | "promos" | "promotion" | "promoted" | "share" | "shares" | "sharebar" | "sharer" | "sharedaddy" | "social"
        | "socials" | "sociable" | "addthis" | "addtoany" | "trending" | "zergnet" | "teads" | "tags" | "keywords"
        | "pager" | "paging" | "toolbar" | "vote" | "popover" | "recirc" | "recirculation" | "cta" | "donate"
        | "donation" | "upsell" | "noprint" | "suggestions" | "suggested" | "crosslinks" | "whatsapp" | "telegram"
        | "masthead" | "logo" | "copyright" | "disclaimer" | "mostread" | "mostpopular" | "readmore" | "relacionadas"
        | "relacionados" | "correlati" | "correlate" | "verwandte" | "notification" | "tooltip" | "dropdown" | "ticker"
        | "livechat" | "snackbar" | "toast" | "reklama" | "anzeige" | "publicidad" | "publicidade" | "werbung" => Mark::Furniture,
        "carousel" | "slideshow" | "gallery" | "widget" | "widgets" | "promo" | "banner" | "modal" | "popup" | "lightbox"
        | "popular" | "similar" | "topics" | "follow" | "rating" | "ratings" | "poll" | "player" | "jwplayer" | "audioplayer"
        | "podcast" | "infobox" | "factbox" | "info" | "shop" | "affiliate" | "merch" | "marketing" | "feedback" | "survey" | "piano"
        | "skip" | "pub" | "excerpt" | "hint" | "subhead" | "kicker" | "date" | "published" | "updated"
        | "category" | "categories" | "rubric" | "meta" | "metadata" | "more" => Mark::Doubtful,
        "byline" | "bylines" | "author" | "authors" | "authorbox" | "autor" | "autore" | "auteur" | "bio" | "postmeta"
        | "dateline" | "timestamp" | "datetime" | "pubdate" | "readingtime" | "credits" | "overline" | "eyebrow"
        | "signature" => Mark::About,
        "caption" | "captions" | "figcaption" | "credit" | "imagecaption" | "photocredit" | "mediacaption" | "legende" => {
            Mark::Caption
        }
        "standfirst" => Mark::Standfirst,
        "footnotes" => Mark::Notes,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Mark, by_names};

    #[test]
    fn names_are_read_as_words() {
        for (names, wanted) in [
            ("c-articleBody__text", None),
            ("article-body", Some(Mark::Body)),
            ("article__content has-ads", Some(Mark::Body)),
            ("wp-entry-content", Some(Mark::Body)),
            ("has-sidebar", None),
            ("sidebarLeft", Some(Mark::Furniture)),
            ("md:hidden", None),
            ("sr-only", Some(Mark::Unseen)),
            ("headstrong", None),
            ("comments-area", Some(Mark::Comments)),
            ("shared-header", None),
            ("img-caption", Some(Mark::Caption)),
        ] {
            assert_eq!(by_names(names), wanted, "{names}");
        }
    }
}
