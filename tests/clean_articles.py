#!/usr/bin/env python3
"""Makes the clean text of the five articles that the briefs under briefs/ were written from.

    clean_articles.py ARTICLES OUT

ARTICLES is a folder with the five pasted files, OUT gets an article file `<id>.txt` each. Which lines of a file make a
paragraph stands in articles.json, beside this script: line numbers, counted from 1, and a kind where it is not running
text. Lines are joined by a space; a hyphen at a line's end is taken out, but on the lines in `keep_hyphen`; the lines
in `drop` are page furniture. Whether these are the files that the spans were read off is not looked at here: the
hashes in the briefs tell.
"""
import json
import os
import re
import sys

SPANS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "articles.json")


def paragraph(lines, first, last, drop, keep_hyphen):
    """The text of one paragraph: the lines `first` to `last`, joined."""
    text, before = "", None
    for number in range(first, last + 1):
        line = lines[number - 1].replace("\u00a0", " ").strip()
        if not line or any(a <= number <= b for a, b in drop):
            continue
        if text.endswith("-"):
            text = text if before in keep_hyphen else text[:-1]
        elif text:
            text += " "
        text, before = text + line, number
    return re.sub(" +", " ", text)


def clean(path, spec):
    """The article file's text."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    drop, keep = spec.get("drop", []), spec.get("keep_hyphen", [])
    return "\n\n".join(paragraph(lines, p[0], p[1], drop, keep) for p in spec["paragraphs"]) + "\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    articles, out = sys.argv[1:]
    with open(SPANS, encoding="utf-8") as file:
        specs = json.load(file)
    os.makedirs(out, exist_ok=True)
    for name, spec in specs.items():
        text = clean(os.path.join(articles, spec["file"]), spec)
        with open(os.path.join(out, name + ".txt"), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


if __name__ == "__main__":
    main()
