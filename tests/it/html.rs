//! Pages of HTML to articles: what a reader gets of a page, fault by fault. All pages are made up.

use epitome::article::ParagraphKind;
use epitome::ingest::{self, Extracted, Hint, IngestError};
use proptest::prelude::{Strategy, any, prop};
use proptest::test_runner::{Config, TestRunner};

/// Three paragraphs long enough to be an article.
const BODY: &str = "<p>The ferry struck a sandbank off Brannock Point in thick fog on Friday night, with 212 passengers \
    aboard.</p><p>Lifeboats from two harbours took everyone off before dawn, the harbour master said, and nobody was \
    hurt.</p><p>The ship was refloated at high water and towed to the yard, where divers will look at her hull.</p>";

fn extracted(page: &str) -> Extracted {
    ingest::extract(page.as_bytes(), &Hint::default()).expect("the page holds an article")
}

/// A page with this around and within its text.
fn page(head: &str, before: &str, body: &str, after: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Ferry runs aground | The Harbour Post</title>{head}</head><body>\
         <nav><a href=/>Home</a> <a href=/news>News</a></nav><main><h1>Ferry runs aground</h1>{before}\
         <div class=story-body>{body}</div>{after}</main><footer>All rights reserved, The Harbour Post.</footer></body></html>"
    )
}

fn texts(extracted: &Extracted) -> Vec<&str> {
    extracted.article.paragraphs().iter().map(|p| p.text.as_str()).collect()
}

#[test]
fn what_is_none_of_the_article_stays_out() {
    let plain = extracted(&page("", "", BODY, ""));
    let clean = texts(&plain);
    assert_eq!(clean.len(), 3);
    for (fault, before, within, after) in [
        ("the title once more", "", "<h2>Ferry runs aground</h2>", ""),
        ("a script", "", "<script>var a = '<p>Not for readers, this line.</p>'</script>", ""),
        ("a style", "", "<style>p { color: red }</style>", ""),
        ("a hidden element", "", "<p hidden>You should not see this sentence, ever.</p>", ""),
        (
            "an element styled away",
            "",
            "<div style='display: none'><p>Nor should you see this one, ever.</p></div>",
            "",
        ),
        (
            "an element hidden by class",
            "",
            "<span class=visually-hidden>For screen readers only, not for you.</span>",
            "",
        ),
        (
            "a pointer to another article",
            "",
            "<p><a href=/x>Read more: The last voyage of the Brannock ferry</a></p>",
            "",
        ),
        (
            "related articles",
            "",
            "<aside><h3>Related</h3><p>Another ferry, another sandbank, another night.</p></aside>",
            "",
        ),
        ("related articles by name", "", "<div class=related-posts><p>Another ferry, another sandbank.</p></div>", ""),
        ("a newsletter form", "", "<form><p>Sign up for our newsletter and never miss a story.</p></form>", ""),
        (
            "buttons to share",
            "",
            "<div class=share-buttons><span>Facebook</span><span>Post this, or that.</span></div>",
            "",
        ),
        (
            "a caption",
            "",
            "<figure><img src=a><figcaption>The ferry on Saturday. Photo: A. Nyone</figcaption></figure>",
            "",
        ),
        (
            "comments",
            "",
            "",
            "<div id=comments><p>First! What a story, I was there, and it was foggy indeed.</p></div>",
        ),
        ("a byline", "<p class=byline>By Ines Maddock</p>", "", ""),
        ("breadcrumbs", "<div class=breadcrumbs><a href=/>News</a> &gt; <a href=/s>Shipping</a></div>", "", ""),
        ("an advertisement", "", "<div class=ad-slot><p>Buy a boat today, and sail tomorrow!</p></div>", ""),
        ("a heading with nothing under it", "", "", "<h3>More from The Harbour Post</h3>"),
    ] {
        let faulty = extracted(&page("", before, &format!("{within}{BODY}"), after));
        assert_eq!(texts(&faulty), clean, "{fault}, before the text");
        let faulty = extracted(&page("", before, &format!("{BODY}{within}"), after));
        assert_eq!(texts(&faulty), clean, "{fault}, behind the text");
    }
}

#[test]
fn what_is_the_articles_stays_in() {
    for (what, within, text, kind) in [
        (
            "a subheading",
            "<h2>A night at sea</h2><p>Then came the tugs, two of them.</p>",
            "A night at sea",
            ParagraphKind::Heading,
        ),
        (
            "a subheading that is only bold",
            "<p><b>A night at sea</b></p><p>Then came the tugs.</p>",
            "A night at sea",
            ParagraphKind::Heading,
        ),
        (
            "a footnote",
            "<div class=footnotes><p>Seen by the harbour master alone.</p></div>",
            "Seen by the harbour master alone.",
            ParagraphKind::Note,
        ),
        (
            "an editor's note",
            "<p>Editor's note: this article was corrected on Sunday.</p>",
            "Editor's note: this article was corrected on Sunday.",
            ParagraphKind::Note,
        ),
        ("a list", "<ul><li>212 passengers</li><li>14 crew</li></ul>", "14 crew", ParagraphKind::Item),
        (
            "a quotation",
            "<blockquote><p>We saw nothing at all.</p></blockquote>",
            "We saw nothing at all.",
            ParagraphKind::Quote,
        ),
        (
            "a table",
            "<table><tr><th>Ship</th><th>Year</th></tr><tr><td>Brannock</td><td>1987</td></tr></table>",
            "Brannock | 1987",
            ParagraphKind::Table,
        ),
        ("code", "<pre>let ferry = 1;\nlet bank = 2;</pre>", "let ferry = 1;", ParagraphKind::Code),
        (
            "a quoted post",
            "<blockquote class=social-embed><p>No word from the bridge.</p></blockquote>",
            "No word from the bridge.",
            ParagraphKind::Quote,
        ),
        (
            "text in a wall",
            "<div class=paywall><p>The inquiry opens on Monday.</p><p>It will hear the master of the ferry, the two \
            pilots who were on the bridge that night, and the men of the lifeboats, and it will look at the charts, which have not \
            been redrawn since the storm of that winter moved the bank, as fishermen had told the harbour office more than \
            once.</p></div>",
            "The inquiry opens on Monday.",
            ParagraphKind::Text,
        ),
        ("two line breaks", "The fog lifted.<br><br>The tugs came.", "The tugs came.", ParagraphKind::Text),
        (
            "inline elements",
            "<p>A <b>bold</b> <a href=x>link</a>, a<sup>2</sup>.</p>",
            "A bold link, a2.",
            ParagraphKind::Text,
        ),
        (
            "entities",
            "<p>Tom &amp; Ines&#39;s boat, caf&eacute; and all.</p>",
            "Tom & Ines's boat, café and all.",
            ParagraphKind::Text,
        ),
        (
            "a component of the page's own",
            "<p>A study (<my-source><a href=x>5</a></my-source>) says so.</p>",
            "A study (5) says so.",
            ParagraphKind::Text,
        ),
    ] {
        let given = extracted(&page("", "", &format!("{BODY}{within}"), ""));
        let found = given.article.paragraphs().iter().find(|p| p.text == text);
        assert_eq!(found.map(|p| p.kind), Some(kind), "{what}: {:?}", texts(&given));
    }
}

#[test]
fn a_quotation_drawn_out_of_the_text_is_not_said_twice() {
    let page = page(
        "",
        "",
        &format!(
            "<blockquote>The ship was refloated at high water</blockquote>{BODY}<blockquote>Nobody drowned</blockquote>"
        ),
        "",
    );
    let given = extracted(&page);
    assert_eq!(texts(&given).iter().filter(|t| t.contains("refloated")).count(), 1, "{:?}", texts(&given));
}

#[test]
fn what_is_hidden_within_a_line_stays_hidden() {
    for line in [
        "<p>The fog <span hidden>you see nothing </span>lifted.</p>",
        "<p>The fog <span style='DISPLAY : none'>you see nothing </span>lifted.</p>",
        "<p>The fog <span class='sr-only'>you see nothing </span>lifted.</p>",
        "<p>The fog <i aria-hidden=true></i>lifted<script>nothing</script>.</p>",
        "<table><tr><td>The fog lifted.<td style=display:none>nothing<tr hidden><td>a<td>nothing<tr><td>a<td>b</table>",
    ] {
        let given = extracted(&page("", "", &format!("{BODY}{line}"), ""));
        assert!(texts(&given).contains(&"The fog lifted."), "{line}: {:?}", texts(&given));
        assert!(!given.article.to_file().contains("nothing"), "{line}");
    }
    // However much there is of it.
    let page = page(
        "",
        "",
        &format!("{BODY}<div hidden>{}</div>", "<p>You see nothing of this, not a word.</p>".repeat(90)),
        "",
    );
    assert_eq!(texts(&extracted(&page)).len(), 3);
}

#[test]
fn the_text_is_found_without_any_names() {
    let links =
        "<div><a href=/1>One story of the day</a></div><div><a href=/2>Another story of the day</a></div>".repeat(9);
    let page = format!("<html><body><div>{links}</div><div><div>{BODY}</div></div><div>{links}</div></body></html>");
    assert_eq!(texts(&extracted(&page)).len(), 3);
}

#[test]
fn names_are_not_believed_against_the_text() {
    for name in ["sidebar", "widget", "share", "comments-enabled", "has-related", "promo", "modal"] {
        let page = format!("<html><body><div class='{name}'><h1>Ferry runs aground</h1>{BODY}</div></body></html>");
        assert_eq!(texts(&extracted(&page)).len(), 3, "{name}");
    }
}

#[test]
fn a_copy_of_the_text_in_the_metadata_marks_what_is_no_part_of_it() {
    let stray = "<p>The Post has a new app for all who love ships and the sea.</p>";
    let copy = BODY.replace("</p><p>", " ").replace("<p>", "").replace("</p>", "");
    let head = |body: &str| {
        format!("<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script>")
    };
    let long = BODY.to_owned() + &BODY.replace("ferry", "barge").replace("Friday", "Monday").replace("yard", "quay");
    let long_copy =
        copy.clone() + " " + &copy.replace("ferry", "barge").replace("Friday", "Monday").replace("yard", "quay");
    let whole = extracted(&page(&head(&long_copy), "", &format!("{long}{stray}"), ""));
    assert!(!texts(&whole).iter().any(|t| t.contains("new app")));
    let short = extracted(&page(&head("The ferry struck a sandbank off"), "", &format!("{long}{stray}"), ""));
    assert!(texts(&short).iter().any(|t| t.contains("new app")), "a copy that is cut short marks nothing");
}

#[test]
fn the_source_is_what_the_page_says() {
    let ld = |json: &str| format!("<script type='application/ld+json'>{json}</script>");
    let field = |head: &str, before: &str, name: &str| {
        let m = extracted(&page(head, before, BODY, "")).metadata;
        match name {
            "title" => m.title.map(|f| f.value),
            "authors" => m.authors.map(|f| f.value.join("; ")),
            "publisher" => m.publisher.map(|f| f.value),
            "published" => m.published.map(|f| f.value.to_string()),
            "url" => m.url.map(|f| f.value),
            "language" => m.language.map(|f| f.value),
            "kind" => m.kind.map(|f| f.value.name().to_owned()),
            _ => m.standfirst.map(|f| f.value),
        }
        .unwrap_or_default()
    };
    let article = |inner: &str| ld(&format!("{{\"@type\":\"NewsArticle\",{inner}}}"));
    let published = "\"dateModified\":\"2031-06-01\",\"datePublished\":\"2031-05-03T23:10:00+02:00\"";
    for (name, head, before, wanted) in [
        ("title", String::new(), "", "Ferry runs aground"),
        ("title", "<meta property=og:title content='Ferry runs aground - The Harbour Post'><meta property=og:site_name content='The Harbour Post'>".into(), "", "Ferry runs aground"),
        ("title", article("\"headline\":\"Ferry runs aground &amp; is freed\""), "", "Ferry runs aground & is freed"),
        ("title", "<meta name=application-name content='Ferry runs aground'><meta property=og:title content='Ferry runs aground'><meta property=og:site_name content='Post'>".into(), "", "Ferry runs aground"),
        ("authors", article("\"author\":[{\"@type\":\"Person\",\"name\":\"Ines Maddock\"},{\"@type\":\"Person\",\"name\":\"John Roe\"}]"), "", "Ines Maddock; John Roe"),
        ("authors", article("\"author\":[{\"@type\":\"Person\",\"name\":\"Ines Maddock\"},{\"@type\":\"Organization\",\"name\":\"Newswire\"}]"), "", "Ines Maddock"),
        ("authors", "<meta name=author content='By Ines Maddock, Shipping Correspondent'>".into(), "", "Ines Maddock"),
        ("authors", "<meta name=author content='https://facebook.example/harbourpost'>".into(), "", ""),
        ("authors", "<meta name=author content='The Harbour Post'><meta property=og:site_name content='The Harbour Post'>".into(), "", ""),
        ("authors", String::new(), "<p class=byline>By <a href=/im>Ines Maddock</a></p>", "Ines Maddock"),
        ("authors", String::new(), "", ""),
        ("publisher", "<meta property=og:site_name content='The Harbour Post'>".into(), "", "The Harbour Post"),
        ("publisher", article("\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Harbour Post\"}"), "", "The Harbour Post"),
        ("publisher", "<meta property=og:site_name content='Harbour Post - News, Sport, Weather'>".into(), "", "Harbour Post"),
        ("publisher", "<link rel=canonical href=https://coastdaily.example/a>".into(), "<p>© 2031 Coast Daily GmbH</p>", "Coast Daily"),
        ("publisher", "<link rel=canonical href=https://coastdaily.example/a><meta property=og:site_name content=CD>".into(), "<img alt='COAST DAILY home'>", "Coast Daily"),
        ("publisher", "<link rel=canonical href=https://minato.jp/a><meta property=og:site_name content=湊新聞><meta name=twitter:site content=@minato_shimbun>".into(), "", "Minato Shimbun"),
        ("publisher", "<link rel=canonical href=https://minato.jp/a><meta property=og:site_name content=湊新聞><meta name=twitter:site content=@elsewhere>".into(), "", "湊新聞"),
        ("published", article(published), "", "2031-05-03"),
        ("published", "<link rel=canonical href=https://harbourpost.example/2031/05/03/ferry>".into(), "", "2031-05-03"),
        ("published", String::new(), "<p>Sa 03.05.31 | 14:07 Uhr</p>", "2031-05-03"),
        ("published", "<meta property=article:modified_time content=2031-06-01><meta property=article:published_time content=2031-05-03>".into(), "", "2031-05-03"),
        ("published", String::new(), "<p><time datetime=2031-05-03T08:00>yesterday</time></p>", "2031-05-03"),
        ("published", "<meta property=article:modified_time content=2031-06-01>".into(), "", ""),
        ("published", String::new(), "", ""),
        ("url", "<link rel=canonical href=https://harbourpost.example/ferry>".into(), "", "https://harbourpost.example/ferry"),
        ("url", "<link rel=canonical href=javascript:alert(1)>".into(), "", ""),
        ("language", String::new(), "", "en"),
        ("kind", ld("{\"@type\":\"OpinionNewsArticle\"}"), "", "opinion"),
        ("kind", article("\"headline\":\"Ferry runs aground\""), "", ""),
        ("standfirst", String::new(), "<p class=standfirst>All aboard were taken off by lifeboat before dawn.</p>", "All aboard were taken off by lifeboat before dawn."),
    ] {
        assert_eq!(field(&head, before, name), wanted, "{name} of {head}{before}");
    }
}

#[test]
fn a_page_without_text_is_said_to_be_empty() {
    for page in ["<!doctype html><title>x</title>", "<html><body><script>1</script></body></html>", "<html"] {
        assert_eq!(ingest::extract(page.as_bytes(), &Hint::default()), Err(IngestError::Empty), "{page}");
    }
}

#[test]
fn what_only_looks_like_a_page_is_text() {
    for text in ["I <3 ferries, and so do you.", "The <html> element opens a page."] {
        assert_eq!(texts(&extracted(text)), [text]);
    }
}

#[test]
fn a_cut_page_gives_what_it_has() {
    let whole = page("", "", BODY, "");
    let cut = whole.find("divers will").and_then(|at| whole.get(..at)).expect("the word is there");
    assert_eq!(texts(&extracted(cut)).len(), 3);
}

#[test]
fn no_page_takes_long() {
    let deep = |open: &str| format!("<html>{}{BODY}", open.repeat(50_000));
    for (what, page) in [
        ("div", deep("<div class=share>")),
        ("b", deep("<b>")),
        ("table", deep("<table><tr><td>")),
        ("list", deep("<ul><li>")),
        ("attributes", format!("<html><p {}>{BODY}", "a=1 class=x ".repeat(100_000))),
        ("angle brackets", format!("<html>{}", "<".repeat(1_000_000))),
        ("end tags", format!("<html>{}{}", "<div>".repeat(399), "</b></p>".repeat(200_000))),
    ] {
        let start = std::time::Instant::now();
        let _ = ingest::extract(page.as_bytes(), &Hint::default());
        // Ten seconds are the promise; this machine may be slow and this build is not optimised.
        assert!(start.elapsed().as_secs() < 10, "{what}: {:?}", start.elapsed());
    }
}

/// Pieces that pages are made of, in no order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<li>",
        "<ul>",
        "</ul>",
        "<b>",
        "</b>",
        "<a href=x>",
        "</a>",
        "<script>",
        "</script>",
        "<style>",
        "<title>",
        "<!--",
        "-->",
        "<h1>",
        "</h1>",
        "<article>",
        "<div class=article-body>",
        "<div class=related hidden>",
        "<ruby>",
        "<rt>",
        "<pre>",
        "\n",
        "<br>",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "&nosuch;",
        "<time datetime=2031>",
        "<blockquote>",
        "<sup>",
        "<svg/>",
        "<",
        "\u{0}",
        "\u{202e}",
        "A sentence, with a comma and an end. ",
        "漢字の文章です。",
        "<meta name=author content='",
        "'>",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@id\":1}",
        "\"articleBody\":\"",
        "\\u003cp",
    ]);
    prop::collection::vec(
        prop::strategy::Union::new([piece.prop_map(str::to_owned).boxed(), any::<String>().boxed()]),
        0..60,
    )
    .prop_map(|pieces| pieces.concat())
}

#[test]
fn no_soup_of_tags_is_too_thick() {
    let mut runner = TestRunner::new(Config::with_cases(400));
    let ran = runner.run(&soup(), |soup| {
        let page = format!("<html>{soup}");
        if let Ok(found) = ingest::extract(page.as_bytes(), &Hint::default()) {
            for p in found.article.paragraphs() {
                assert!(!p.text.trim().is_empty() && !p.text.contains('\n'));
            }
        }
        Ok(())
    });
    ran.expect("no page fails");
}
