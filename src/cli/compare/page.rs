//! A comparison as plain text and as Markdown. Cuts nothing short; what differs is in brackets, or in bold.

use unicode_width::UnicodeWidthStr;

use super::{Compared, authors, counts, heading, particulars, sign_of, topics};
use crate::analysis::compare::Class;
use crate::analysis::compare::corrected::Row;
use crate::brief::Claim;
use crate::cli::markdown::{address, escaped, quoted};
use crate::cli::settings::signs;
use crate::cli::show::Passages;
use crate::text::Span;
use crate::tui::theme::Sign;

/// The widest a line is set, in cells.
const MEASURE: usize = 72;

/// A comparison as plain text.
pub(super) fn text(compared: &Compared) -> String {
    let mut page = String::new();
    for (name, opened) in [("A  ", &compared.a), ("B  ", &compared.b)] {
        set(&mut page, name, &heading(opened));
        set(&mut page, "   ", &particulars(opened));
    }
    for (what, topics) in ["both: ", "only A: ", "only B: "].into_iter().zip(topics(compared)) {
        if !topics.is_empty() {
            set(&mut page, &format!("   topics of {what}"), &topics.join(", "));
        }
    }
    if let Some(caveat) = &compared.caveat {
        set(&mut page, "   ", caveat);
    }
    page.extend(["\n", &counts(compared), "\n"]);
    for rows in runs(compared) {
        for (i, row) in rows.iter().enumerate() {
            page.push('\n');
            if i == 0 {
                set(&mut page, &format!("{} ", sign(row)), &why(compared, row));
            }
            for (side, claim, n, marks) in sides(compared, row) {
                let text = marked(claim, marks, ["[", "]"], |text| text.to_owned());
                set(&mut page, &format!("   {side} {n:>2}  "), &format!("{text}{}", credit(claim)));
            }
            if i > 0 && !row.see_also.is_empty() {
                set(&mut page, "         ", &compared.see_also(row));
            }
        }
    }
    page
}

/// The rows, those together of which one head says what they are and why.
pub(super) fn runs(compared: &Compared) -> impl Iterator<Item = &[Row]> {
    compared.rows.chunk_by(|before, row| row.goes_on(before))
}

/// A comparison as Markdown: every claim with its passages.
pub(super) fn markdown(compared: &Compared) -> String {
    let mut page = String::new();
    page.extend(["# ", &escaped(&heading(&compared.a)), " / ", &escaped(&heading(&compared.b)), "\n\n"]);
    for (name, opened) in [("A", &compared.a), ("B", &compared.b)] {
        page.push_str(&format!("- **{name}** {} ({})\n", escaped(&heading(opened)), escaped(&particulars(opened))));
        let (by, url) = (authors(opened), opened.brief.source.url.as_deref().map(address));
        page.extend(by.map(|by| escaped(&by)).into_iter().chain(url).map(|line| format!("  - {line}\n")));
    }
    for (what, topics) in ["both", "only A", "only B"].into_iter().zip(topics(compared)) {
        if !topics.is_empty() {
            page.push_str(&format!("- topics of {what}: {}\n", escaped(&topics.join(", "))));
        }
    }
    if let Some(caveat) = &compared.caveat {
        page.extend(["\n", &escaped(caveat), "\n"]);
    }
    page.extend(["\n", &counts(compared), "\n"]);
    let (of_a, of_b) = (Passages::of(compared.a.article.as_ref()), Passages::of(compared.b.article.as_ref()));
    for rows in runs(compared) {
        for (i, row) in rows.iter().enumerate() {
            if i == 0 {
                page.push_str(&format!("\n## {} {}\n\n", sign(row), escaped(&why(compared, row))));
            }
            for (side, claim, n, marks) in sides(compared, row) {
                let also = if i > 0 { escaped(&compared.see_also(row)) } else { String::new() };
                let also = if also.is_empty() { also } else { format!(" ({also})") };
                let text = marked(claim, marks, ["**", "**"], pieces);
                page.push_str(&format!("- **{side} {n}** {text}{}{also}\n", pieces(&credit(claim))));
                page.push_str(&quoted(&claim.evidence, if side == "A" { &of_a } else { &of_b }, "  "));
            }
        }
    }
    page
}

/// A dash and whom the article credits with a claim, where the claim does not name them.
fn credit(claim: &Claim) -> String {
    claim.unnamed_speaker().map(|who| format!(" {} {who}", signs().sign(Sign::Credit))).unwrap_or_default()
}

/// A piece of a claim within its line: its spaces part it from what stands before it.
fn pieces(text: &str) -> String {
    let spaces = text.len() - text.trim_start().len();
    let before = if spaces > 0 { " " } else { "" };
    format!("{before}{}", escaped(text))
}

/// The class and the reason of a row, and what to see beside it.
pub(super) fn why(compared: &Compared, row: &Row) -> String {
    let see_also = compared.see_also(row);
    let semicolon = if see_also.is_empty() { "" } else { "; " };
    let class = row.class.map_or("", Class::name);
    let corrected = if row.corrected { ", corrected" } else { "" };
    format!("{class}{corrected}: {}{semicolon}{see_also}", row.reason)
}

/// The sign of a row's class.
pub(super) fn sign(row: &Row) -> &'static str {
    row.class.map_or("", sign_of)
}

type Cell<'a> = (&'static str, &'a Claim, usize, &'a [Span]);

/// The claims of a row: side, claim, its number, what is marked in it.
pub(super) fn sides<'a>(compared: &'a Compared, row: &'a Row) -> Vec<Cell<'a>> {
    let a = compared.claim_a(row).zip(row.claims[0]).map(|(claim, n)| ("A", claim, n + 1, row.marks[0].as_slice()));
    let b = compared.claim_b(row).zip(row.claims[1]).map(|(claim, n)| ("B", claim, n + 1, row.marks[1].as_slice()));
    a.into_iter().chain(b).collect()
}

/// A claim's text with what is marked between two signs, every piece written as `write` has it.
pub(super) fn marked(claim: &Claim, marks: &[Span], signs: [&str; 2], write: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (Span::new(at, mark.start()).slice(&claim.text), mark.slice(&claim.text))
        else {
            continue;
        };
        text.extend([&write(before), signs[0], &write(inside), signs[1]]);
        at = mark.end().bytes();
    }
    text.push_str(&write(claim.text.get(at..).unwrap_or_default()));
    text
}

/// Sets a paragraph: its first line after `first`, the others after as much space.
fn set(page: &mut String, first: &str, paragraph: &str) {
    let indent = " ".repeat(first.width());
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in paragraph.split_whitespace() {
        if !is_empty && line.width() + 1 + word.width() > MEASURE {
            page.extend([line.trim_end(), "\n"]);
            line.clone_from(&indent);
            is_empty = true;
        }
        line.extend([if is_empty { "" } else { " " }, word]);
        is_empty = false;
    }
    page.extend([line.trim_end(), "\n"]);
}
