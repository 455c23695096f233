//! The JSON Schema of the brief file, format 1, made from the same tables that reading and writing use. Describes what is
//! read; unknown keys are allowed, since they are kept.

use serde_json::{Value, json};

use super::check::MOST_CLAIMS;
use super::emit::FORMAT;
use super::{ClaimKind, Status};
use crate::article::{ParagraphKind, SourceKind};

/// The schema, after JSON Schema 2020-12.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "epitome brief, format 1",
        "type": "object",
        "required": ["epitome"],
        "properties": {
            "epitome": {"const": FORMAT, "description": "The version of the format."},
            "title": text("The article's title; null when it shows none."),
            "label": text("The brief-writer's own heading, where there is no title."),
            "source": source(),
            "summary": text("What the article says, in short."),
            "summary_evidence": list(anchor(), "The passages the summary rests on."),
            "claims": claims(),
            "topics": list(json!({"type": "string"}), "What it is about, a few words each."),
            "made": made(),
        },
    })
}

fn source() -> Value {
    let kinds: serde_json::Map<String, Value> = ParagraphKind::ALL
        .into_iter()
        .map(|kind| (kind.name().to_owned(), json!({"type": "array", "items": {"type": "integer", "minimum": 1}})))
        .collect();
    let article = json!({
        "type": ["object", "null"],
        "description": "How the article's text is recognised.",
        "properties": {
            "sha256": text("SHA-256 of the article file, 64 hexadecimal digits."),
            "origin_sha256": text("SHA-256 of what the article was made from."),
            "cleaner": text("The version of the cleaner that made it."),
            "words": count("Words, as parted by white space."),
            "paragraphs": count("Paragraphs, headings included."),
            "kinds": {"type": ["object", "null"], "description": "Paragraphs that are not running text, by kind.", "properties": kinds},
        },
    });
    json!({
        "type": ["object", "null"],
        "description": "Where the article came from; what is not known is null.",
        "properties": {
            "publisher": text("Who published it."),
            "authors": list(json!({"type": "string"}), "Who wrote it, as the article names them."),
            "published": date("When it was published, as precisely as the article says."),
            "kind": word(&SourceKind::ALL.map(SourceKind::name), "What kind of writing it is."),
            "url": text("Where it was published, http or https."),
            "language": text("Its language, a BCP 47 tag."),
            "article": article,
            "standfirst": text("The lines above the text, outside its paragraphs."),
        },
    })
}

fn claims() -> Value {
    json!({
        "type": ["array", "null"],
        "description": "What the article asserts.",
        "maxItems": MOST_CLAIMS,
        "items": {
            "type": "object",
            "required": ["id", "claim"],
            "properties": {
                "id": {"type": "string", "minLength": 1, "description": "Its name, never used again for another claim."},
                "claim": {"type": "string", "minLength": 1, "description": "One sentence that stands alone."},
                "kind": word(&ClaimKind::ALL.map(ClaimKind::name), "What kind of assertion it is."),
                "said_by": text("Whom the article credits; absent when the author asserts it."),
                "when": date("The date or interval of what is claimed."),
                "evidence": list(anchor(), "The passages that support it."),
                "unsupported": {"type": ["boolean", "null"], "description": "Its evidence does not carry it."},
            },
        },
    })
}

fn anchor() -> Value {
    json!({
        "type": "object",
        "anyOf": [{"required": ["quote"]}, {"required": ["digest", "length"]}],
        "properties": {
            "paragraph": {"type": ["integer", "null"], "minimum": 1, "description": "A hint: its paragraph, from 1."},
            "span": {
                "type": ["array", "null"],
                "description": "A hint: where it stands in that paragraph, in UTF-8 bytes.",
                "items": {"type": "integer", "minimum": 0},
                "minItems": 2,
                "maxItems": 2,
            },
            "quote": text("The exact words."),
            "before": text("What stands before them."),
            "after": text("What stands after them."),
            "digest": {
                "type": ["string", "null"],
                "pattern": "^[0-9a-fA-F]{32}$",
                "description": "The first 128 bits of SHA-256 over the folded passage.",
            },
            "length": count("The folded passage's length in characters."),
        },
    })
}

fn made() -> Value {
    json!({
        "type": ["object", "null"],
        "description": "Who made the brief, with what, when.",
        "properties": {
            "by": text("'hand', or the name of the writer that drafted it."),
            "version": text("The version of epitome that wrote it."),
            "on": date("The day it was made."),
            "status": word(&[Status::Draft, Status::Reviewed].map(Status::name), "Whether a person has gone over it."),
            "fields": {
                "type": ["object", "null"],
                "description": "A hash of each field as it was made, by the field's name or the claim's id.",
                "additionalProperties": {"type": "string"},
            },
        },
    })
}

fn text(what: &str) -> Value {
    json!({"type": ["string", "null"], "description": what})
}

fn count(what: &str) -> Value {
    json!({"type": ["integer", "null"], "minimum": 0, "description": what})
}

fn list(items: Value, what: &str) -> Value {
    json!({"type": ["array", "null"], "items": items, "description": what})
}

fn word(names: &[&str], what: &str) -> Value {
    let names: Vec<Value> = names.iter().map(|n| json!(n)).chain([Value::Null]).collect();
    json!({"enum": names, "description": what})
}

fn date(what: &str) -> Value {
    const DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
    json!({"type": ["string", "null"], "pattern": format!("^{DATE}(/{DATE})?$"), "description": what})
}
