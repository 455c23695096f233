//! A comparison as one page of HTML: two columns, no script, nothing fetched, readable on paper and by a screen reader.
//! Refuses to say anything by colour or place alone.

use super::page::{marked, runs, sides, sign, why};
use super::{Compared, authors, counts, heading, particulars, topics};
use crate::analysis::compare::Class;
use crate::analysis::compare::corrected::Row;
use crate::brief::Anchor;
use crate::cli::markdown::{cited, is_web_address};
use crate::cli::show::Passages;
use crate::library::Opened;
use crate::text::safe;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1b1a;--paper:#fdfdfb;--faint:#5c5a55;--rule:#c9c6be;--differ:#9b1c16;--mark:#f3ead2}\
@media(prefers-color-scheme:dark){:root{--ink:#e6e3dc;--paper:#191918;--faint:#a8a49b;--rule:#45433e;--differ:#ff9d94;--mark:#463d24}}\
body{max-width:72rem;margin:2rem auto;padding:0 1.25rem;color:var(--ink);background:var(--paper);font:1.0625rem/1.5 Georgia,'Times New Roman',serif}\
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1.5rem}h2{font-size:1.125rem;margin:0}p,dl,ul{margin:.25rem 0}\
.sources{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.faint,small{color:var(--faint);font-size:.875rem}\
.counts{list-style:none;padding:0;margin:1.5rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}\
table{width:100%;border-collapse:collapse;table-layout:fixed}caption{text-align:left;color:var(--faint);font-size:.875rem;padding-bottom:.5rem}\
th,td{text-align:left;vertical-align:top;padding:.25rem 2rem .75rem 0;overflow-wrap:anywhere}td+td{padding-right:0}\
thead th{border-bottom:2px solid var(--ink);padding-bottom:.25rem}tbody{border-top:1px solid var(--rule);break-inside:avoid}\
tbody th{font-weight:normal;padding:.75rem 0 .25rem}tbody th b{font-weight:bold}.differ th b{color:var(--differ)}\
blockquote{margin:.25rem 0 .5rem 1rem;font-size:.875rem;color:var(--faint)}a{color:inherit;overflow-wrap:anywhere}\
mark{background:var(--mark);color:inherit;font-weight:bold;text-decoration:underline;text-underline-offset:.15em}\
.none{color:var(--faint)}.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
@media(max-width:40rem){.sources{grid-template-columns:1fr;gap:1rem}thead{position:absolute;clip-path:inset(50%)}tr,th,td{display:block;padding-right:0}.none{display:none}}\
@media print{:root{--ink:#000;--paper:#fff;--faint:#333;--rule:#999;--differ:#000;--mark:#fff}body{margin:0;max-width:none;font-size:10.5pt}thead{display:table-header-group}h1{break-after:avoid}}";

/// The page.
pub(super) fn page(compared: &Compared) -> String {
    let (a, b) = (escaped(&heading(&compared.a)), escaped(&heading(&compared.b)));
    let mut page = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    page.push_str(&format!("<title>{a} / {b}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"));
    page.push_str(&format!("<h1>Two briefs, claim by claim</h1>\n{}", sources(compared)));
    page.push_str(&tally(compared));
    page.push_str(
        "<table>\n<caption>Every claim of both in one row. What only one of the two says is underlined.</caption>\n",
    );
    page.push_str("<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead>\n");
    let (of_a, of_b) = (Passages::of(compared.a.article.as_ref()), Passages::of(compared.b.article.as_ref()));
    page.extend(runs(compared).map(|rows| body(compared, rows, [&of_a, &of_b])));
    page.push_str("</table>\n</main>\n</body>\n</html>\n");
    page
}

/// The two sources side by side, and the topics of both.
fn sources(compared: &Compared) -> String {
    let [both, only_a, only_b] = topics(compared);
    let source = |name: &str, opened: &Opened, topics: Vec<&str>| {
        let (title, known) = (escaped(&heading(opened)), escaped(&particulars(opened)));
        let own = if topics.is_empty() { String::new() } else { format!("Topics of its own: {}", topics.join(", ")) };
        let (lang, own) = (language(opened), paragraph(&own));
        let (by, at) = (paragraph(&authors(opened).unwrap_or_default()), link(opened));
        format!(
            "<section aria-label=\"{name}\">\n<h2>{name}. <span{lang}>{title}</span></h2>\n{by}<p class=\"faint\">{known}</p>\n{at}{own}</section>\n"
        )
    };
    let shared = if both.is_empty() { String::new() } else { format!("Topics of both: {}", both.join(", ")) };
    let caveat = compared.caveat.as_deref().unwrap_or_default();
    let (a, b) = (source("A", &compared.a, only_a), source("B", &compared.b, only_b));
    format!("<div class=\"sources\">\n{a}{b}</div>\n{}{}", paragraph(&shared), paragraph(caveat))
}

/// The address of the article: a link where it is one of the web.
fn link(opened: &Opened) -> String {
    match opened.brief.source.url.as_deref().map(|url| (url, escaped(url))) {
        Some((url, shown)) if is_web_address(url) => {
            format!("<p class=\"faint\"><a href=\"{shown}\">{shown}</a></p>\n")
        }
        Some((_, shown)) => format!("<p class=\"faint\">{shown}</p>\n"),
        None => String::new(),
    }
}

fn paragraph(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p class=\"faint\">{}</p>\n", escaped(text)) }
}

/// How many rows there are of each class, as a list.
fn tally(compared: &Compared) -> String {
    let items: String = counts(compared).split("   ").map(|count| format!("<li>{}</li>", escaped(count))).collect();
    format!("<ul class=\"counts\" aria-label=\"Rows of each kind\">{items}</ul>\n")
}

/// The language of a brief, where it is not that of the page.
fn language(opened: &Opened) -> String {
    let stated = opened.brief.source.language.as_deref().filter(|tag| *tag != "en");
    stated.map_or_else(String::new, |tag| format!(" lang=\"{}\"", escaped(tag)))
}

/// The rows of which one head says what they are and why.
fn body(compared: &Compared, rows: &[Row], passages: [&Passages<'_>; 2]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let name = first.class.map_or("", Class::name);
    let class = name.replace(' ', "-").to_lowercase();
    let why = why(compared, first);
    let (what, reason) = why.split_once(": ").unwrap_or((&why, ""));
    let head = format!(
        "<tbody class=\"{class}\">\n<tr><th scope=\"rowgroup\" colspan=\"2\"><b><span aria-hidden=\"true\">{}</span> {}</b>: {}</th></tr>\n",
        sign(first),
        escaped(what),
        escaped(reason)
    );
    let also = |i: usize, row: &Row| if i > 0 { compared.see_also(row) } else { String::new() };
    let rows = rows.iter().enumerate().map(|(i, row)| cells(compared, row, &also(i, row), passages));
    format!("{head}{}</tbody>\n", rows.collect::<String>())
}

/// Both sides of a row, and what to see beside it.
fn cells(compared: &Compared, row: &Row, also: &str, passages: [&Passages<'_>; 2]) -> String {
    let also = if also.is_empty() { String::new() } else { format!("<br><small>{}</small>", escaped(also)) };
    let mut cells: Vec<String> = sides(compared, row)
        .into_iter()
        .map(|(side, claim, n, marks)| {
            let (opened, passages) = if side == "A" { (&compared.a, passages[0]) } else { (&compared.b, passages[1]) };
            let said_by = claim.said_by.as_ref().map(|who| format!("<br><small>said by {}</small>", escaped(who)));
            let text = marked(claim, marks, ["<mark>", "</mark>"], escaped);
            let (lang, said_by) = (language(opened), said_by.unwrap_or_default());
            let quoted: String = claim.evidence.iter().map(|anchor| quoted(anchor, passages, &lang)).collect();
            format!("<td><small>{side} {n}</small> <span{lang}>{text}</span>{said_by}{also}{quoted}</td>")
        })
        .collect();
    let none = |side: &str| format!("<td class=\"none\"><span class=\"hidden\">{side} says nothing of it.</span></td>");
    match row.class {
        Some(Class::OnlyA) => cells.push(none("B")),
        Some(Class::OnlyB) => cells.insert(0, none("A")),
        _ => {}
    }
    format!("<tr>{}</tr>\n", cells.concat())
}

/// A passage with its paragraph.
fn quoted(anchor: &Anchor, passages: &Passages<'_>, lang: &str) -> String {
    let (words, place) = cited(anchor, passages);
    let words = words.map_or_else(String::new, |words| format!("<span{lang}>{}</span> ", escaped(&words)));
    format!("<blockquote>{words}<small>{}</small></blockquote>", escaped(&place))
}

/// Text in which no sign has a meaning in HTML.
fn escaped(text: &str) -> String {
    let text = safe::line(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
