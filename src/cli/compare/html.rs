//! A comparison as one page of HTML: two columns, no script, nothing fetched, readable on paper and by a screen reader.

use super::page::{marked, sides, why};
use super::{Compared, counts, heading, particulars};
use crate::analysis::compare::{Class, Row};

const STYLE: &str = "\
:root{color-scheme:light dark;font:1rem/1.5 Georgia,serif}body{max-width:72rem;margin:2rem auto;padding:0 1rem}\
table{width:100%;border-collapse:collapse;table-layout:fixed}th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0}\
tbody th{font-weight:normal;font-style:italic;padding-top:1.2rem}tbody{border-top:1px solid #8888;break-inside:avoid}\
mark{background:none;color:inherit;font-weight:bold;text-decoration:underline}td small{color:GrayText}\
.differ th b{border-left:.3rem solid #b3261e;padding-left:.4rem}.sign{font-family:monospace}\
@media(max-width:40rem){thead{display:none}td,tr{display:block}td:empty{display:none}}@media print{body{margin:0;max-width:none}}";

/// The page.
pub(super) fn page(compared: &Compared) -> String {
    let language = compared.a.brief.source.language.as_deref().unwrap_or("en");
    let (a, b) = (heading(&compared.a), heading(&compared.b));
    let mut page = String::from("<!doctype html>\n");
    page.push_str(&format!("<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", escaped(language)));
    page.push_str("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    page.push_str(&format!(
        "<title>{} / {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escaped(&a),
        escaped(&b)
    ));
    page.push_str(&format!(
        "<main>\n<h1>{} / {}</h1>\n<p>{}</p>\n",
        escaped(&a),
        escaped(&b),
        escaped(&counts(&compared.comparison))
    ));
    page.push_str("<table>\n<thead><tr>");
    for (name, opened) in [("A", &compared.a), ("B", &compared.b)] {
        let (title, known) = (escaped(&heading(opened)), escaped(&particulars(opened)));
        page.push_str(&format!("<th scope=\"col\">{name} {title}<br><small>{known}</small></th>"));
    }
    page.push_str("</tr></thead>\n");
    compared.comparison.rows.iter().for_each(|row| page.push_str(&body(compared, row)));
    page.push_str("</table>\n</main>\n</body>\n</html>\n");
    page
}

fn body(compared: &Compared, row: &Row) -> String {
    let class = row.class.name().replace(' ', "-").to_lowercase();
    let (sign, reason) = (row.class.sign(), escaped(&why(compared, row)));
    let head = format!(
        "<tbody class=\"{class}\">\n<tr><th scope=\"rowgroup\" colspan=\"2\"><b class=\"sign\" aria-hidden=\"true\">{sign}</b> {reason}</th></tr>\n"
    );
    let mut cells: Vec<String> = sides(compared, row)
        .into_iter()
        .map(|(side, claim, n, marks)| {
            let said_by = claim.said_by.as_ref().map(|who| format!(" <small>said by {}</small>", escaped(who)));
            let text = marked(claim, marks, ["<mark>", "</mark>"], escaped);
            format!("<td>{side} {n}. {text}{}</td>", said_by.unwrap_or_default())
        })
        .collect();
    match row.class {
        Class::OnlyA => cells.push("<td></td>".to_owned()),
        Class::OnlyB => cells.insert(0, "<td></td>".to_owned()),
        _ => {}
    }
    format!("{head}<tr>{}</tr>\n</tbody>\n", cells.concat())
}

/// Text in which no sign has a meaning in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
