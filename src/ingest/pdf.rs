//! A PDF to an article: glyphs with their places (by hayro), and from them columns, reading order, paragraphs, headings,
//! notes. Leaves out running heads, page numbers, captions, and pull quotes that repeat the text. Refuses to guess at
//! scans and locked documents: it says what they are. Decodes no image and runs no script.

mod aside;
mod columns;
mod front;
mod furniture;
mod hyphen;
mod metadata;
mod page;
mod paragraphs;
mod runs;
mod table;

use std::sync::Arc;

use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::article::{Article, Paragraph, ParagraphKind};
use crate::ingest::{Extracted, IngestError, Input, limits};

use columns::Column;
use hyphen::Words;
use page::{Area, Sheet};
use paragraphs::{Block, Habits, Set};
use runs::Run;

/// Pages that are read; what comes behind them is left out.
const MOST_PAGES: usize = 5000;

/// Whether bytes are a PDF: its mark stands at their head, or within the first kilobyte with the mark of a PDF's end at
/// theirs. A text that only speaks of PDFs is none.
pub fn is(input: &Input<'_>) -> bool {
    let head = input.bytes.get(..1024).unwrap_or(input.bytes);
    let mark = head.windows(5).position(|w| w == b"%PDF-");
    mark.is_some_and(|at| {
        let before = head.get(..at).unwrap_or_default().trim_ascii();
        before.is_empty() || before == b"\xef\xbb\xbf" || !is_cut(input.bytes)
    })
}

/// Takes the article out of a PDF.
///
/// # Errors
/// When it is locked, damaged, scanned without its text, or empty.
pub fn extract(input: &Input<'_>) -> Result<Extracted, IngestError> {
    let pdf = Pdf::new(Arc::new(input.bytes.clone())).map_err(|e| match e {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => IngestError::Locked,
        LoadPdfError::Decryption(_) => damaged("it is encrypted in a way that is not known"),
        LoadPdfError::Invalid => damaged("it has no pages that can be found"),
    })?;
    let sheets = sheets(&pdf);
    let letters = sheets.iter().flat_map(|s| &s.glyphs).filter(|g| g.c.is_alphanumeric()).count();
    if letters == 0 && is_cut(input.bytes) {
        return Err(damaged("its end is missing"));
    }
    if letters == 0 {
        return Err(if sheets.iter().any(|s| s.has_image) { IngestError::Scanned } else { IngestError::Empty });
    }
    Ok(article(&sheets, metadata::read(&pdf)))
}

/// Whether a PDF lacks the mark that stands at its end.
fn is_cut(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(4096)..).unwrap_or_default();
    !tail.windows(5).any(|w| w == b"%%EOF")
}

fn damaged(why: &str) -> IngestError {
    IngestError::Damaged { format: "PDF", why: why.to_owned() }
}

fn sheets(pdf: &Pdf) -> Vec<Sheet> {
    let cache = InterpreterCache::new();
    let mut room = limits::TEXT_CHARS;
    let mut out = Vec::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        limits::checkpoint();
        let sheet = page::read(page, &cache, room);
        room = room.saturating_sub(sheet.glyphs.len());
        out.push(sheet);
    }
    out
}

fn article(sheets: &[Sheet], said: metadata::Said) -> Extracted {
    let pages: Vec<Vec<Run>> = sheets.iter().map(|s| runs::runs(&s.glyphs)).collect();
    let body = body_size(pages.iter().flatten());
    let bare = furniture::strip(sheets, pages, body);
    let furniture: Vec<String> = bare.iter().flat_map(|b| b.taken.iter().cloned()).collect();
    let pictures: Vec<Vec<Area>> = sheets.iter().zip(&bare).map(|(s, b)| aside::pictures(s, &b.runs)).collect();
    let (mut lines, notes) = lines(bare.into_iter().map(|b| b.runs).collect(), &pictures, body);
    if lines.iter().any(|s| s.text.trim_end_matches('\u{ad}').contains('\u{ad}')) {
        harden(&mut lines);
    }
    for note in &notes {
        if let Some(mark) = aside::note_mark(note) {
            let from = lines.partition_point(|s| s.page < note.page);
            let to = lines.partition_point(|s| s.page <= note.page);
            aside::take_reference(lines.get_mut(from..to).unwrap_or_default(), &mark);
        }
    }
    table::mark(&mut lines);
    paragraphs::measure_insets(&mut lines);
    let habits = Habits::learn(&lines, body);
    let texts: Vec<&str> = lines.iter().map(|s| s.text.as_str()).collect();
    let words = Words::learn(&texts, habits.justified());
    let blocks = paragraphs::blocks(&lines, &habits, &words);
    let mut blocks = aside::drop_pull_quotes(blocks, body);
    blocks.retain(|b| !aside::is_numbered_caption(b));
    let mut blocks = mend(blocks, &words, body);
    let metadata = front::take(&mut blocks, said, &furniture, body);
    let bold_body = blocks.iter().filter(|b| b.bold).map(|b| b.lines).sum::<usize>() * 2
        > blocks.iter().map(|b| b.lines).sum::<usize>();
    let text = blocks.into_iter().map(|b| Paragraph { kind: kind(&b, body, bold_body), text: b.text });
    let notes = paragraphs::blocks(&notes, &habits, &words);
    let notes = notes.into_iter().map(|b| Paragraph { kind: ParagraphKind::Note, text: aside::without_mark(b.text) });
    Extracted { article: Article::new(text.chain(notes)), metadata }
}

/// Some programs call every hyphen a soft one; where one stands within a line, none says that a word was broken.
fn harden(lines: &mut [Set]) {
    for s in lines {
        s.text = s.text.replace('\u{ad}', "-");
        s.line.runs.iter_mut().for_each(|run| run.text = run.text.replace('\u{ad}', "-"));
    }
}

/// The size in which most letters are set.
fn body_size<'a>(runs: impl Iterator<Item = &'a Run>) -> f32 {
    let mut sizes = std::collections::BTreeMap::<i32, usize>::new();
    for run in runs {
        *sizes.entry((run.size * 4.0).round() as i32).or_default() += run.text.chars().count();
    }
    sizes.iter().max_by_key(|(_, count)| **count).map_or(10.0, |(size, _)| *size as f32 / 4.0)
}

/// The lines of the text in reading order, and those of the footnotes.
fn lines(pages: Vec<Vec<Run>>, pictures: &[Vec<Area>], body: f32) -> (Vec<Set>, Vec<Set>) {
    let known = columns::known(&pages, body);
    let mut columns: Vec<(usize, Column)> = Vec::new();
    for (page, runs) in pages.into_iter().enumerate() {
        limits::checkpoint();
        columns.extend(columns::columns(runs, body, &known).into_iter().map(|c| (page, c)));
    }
    columns::settle_edges(columns.iter_mut().map(|(_, c)| c));
    let (mut text, mut notes) = (Vec::new(), Vec::new());
    for (index, (page, column)) in columns.into_iter().enumerate() {
        let (left, right) = (column.left, column.right);
        let set = |line: runs::Line| Set {
            text: line.text(),
            line,
            page,
            column: index,
            left,
            right,
            inset: false,
            table: false,
        };
        let sets: Vec<Set> = column.lines.into_iter().map(set).collect();
        let captions = aside::captions(&sets, pictures.get(page).map_or(&[], Vec::as_slice), body);
        let kept: Vec<Set> = sets.into_iter().zip(captions).filter(|(_, caption)| !caption).map(|(s, _)| s).collect();
        let is_note = aside::notes(&kept, body);
        for (s, note) in kept.into_iter().zip(is_note) {
            if note { notes.push(s) } else { text.push(s) }
        }
    }
    (text, notes)
}

/// Joins what was parted by something that has been taken out: an unfinished paragraph and its small-lettered rest.
fn mend(blocks: Vec<Block>, words: &Words, body: f32) -> Vec<Block> {
    let running = |b: &Block| (b.size - body).abs() < 0.06 * body;
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        let rest = block.text.chars().next().is_some_and(char::is_lowercase);
        match out.last_mut() {
            Some(last) if rest && last.open() && running(last) && running(&block) && last.bold == block.bold => {
                words.join(&mut last.text, &block.text);
                (last.column, last.full, last.lines) = (block.column, block.full, last.lines + block.lines);
            }
            _ => out.push(block),
        }
    }
    out
}

fn kind(block: &Block, body: f32, bold_body: bool) -> ParagraphKind {
    let short = block.lines <= 3 && block.text.chars().count() < 200 && !block.text.ends_with('.');
    let larger = block.size > 1.1 * body;
    if block.table {
        ParagraphKind::Table
    } else if paragraphs::begins_item(&block.text) {
        ParagraphKind::Item
    } else if short && (larger || block.bold && !bold_body) {
        ParagraphKind::Heading
    } else if block.inset && block.lines >= 3 {
        ParagraphKind::Quote
    } else {
        ParagraphKind::Text
    }
}
