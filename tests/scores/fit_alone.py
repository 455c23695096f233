#!/usr/bin/env python3
"""Fits src/analysis/alone/weights.rs to claims that were judged beside their articles; with --check says how well such a fit does on
articles not seen.

    EPITOME_EVAL=/path/to/eval EPITOME_CASES=/path/to/cases tests/scores/fit_alone.py > src/analysis/alone/weights.rs
    EPITOME_EVAL=/path/to/eval EPITOME_CASES=/path/to/cases tests/scores/fit_alone.py --check

Needs numpy and scikit-learn. EPITOME_EVAL holds nlp/dev/cnndm.jsonl; EPITOME_CASES holds the pages of the extraction cases as they
are unpacked. The cues are counted by the program itself (an ignored test prints them), so that what is fitted is what is
shipped. alone.en.tsv and alone.de.tsv have what was judged in English and German, without its text: the document, a mark of the
part of a sentence that was judged, and the class: K let stand, k just about, any other letter not. An article of the summary set was judged under the first
sentence of its reference as its title. alone.other.tsv has other languages, most of them from articles that are in neither set, and English claims of such articles: the
language, the document, the class and the counts of the cues as the program printed them.
"""
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of summing: the same table at every run

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

HERE = os.path.dirname(os.path.abspath(__file__))
TEST = "analysis::claims::tests::cues_are_printed_for_fitting"
WORTH = {"K": 1.0, "k": 0.6}
STRENGTH, FOLDS, ROUNDS = 0.005, 10, 3


def judged(table):
    """What each part was judged to be, by document and mark."""
    lines = open(os.path.join(HERE, table), encoding="utf-8").read().splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(document, mark): of for document, mark, of in rows}


def mark(kept):
    """What tells a part of an article from the others, without its words."""
    words = re.findall(r"\w+", kept.lower())
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:10]


def pages(documents):
    """Each document's title, standfirst and clean text."""
    summaries = [json.loads(line) for line in open(os.path.join(os.environ["EPITOME_EVAL"], "nlp/dev/cnndm.jsonl"))]
    for document in documents:
        if len(document) == 4:
            article = summaries[int(document)]
            title = re.split(r"(?<=[.!?])\s+|\n", article["refs"][0].strip())[0].strip(" .")
            yield {"name": document, "language": "en", "title": title, "standfirst": "", "text": article["text"]}
        else:
            path, = glob.glob(os.path.join(os.environ["EPITOME_CASES"], "*", "html", document + "*.html"))
            page = json.loads(extracted("--json", path))
            of = {key: (page.get(key) or "") for key in ("title", "standfirst", "language")}
            yield {"name": document, "text": extracted(path), **of}


def extracted(*arguments):
    said = subprocess.run([os.environ.get("EPITOME", "target/release/epitome"), "extract", *arguments], capture_output=True, check=True)
    return said.stdout.decode()


def printed(documents):
    """What the program prints of every claim that it could draft of the documents."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(page) + "\n" for page in pages(documents))
        file.flush()
        command = ["cargo", "test", "--lib", "--", "--ignored", "--nocapture", "--exact", TEST]
        said = subprocess.run(command, env={**os.environ, "EPITOME_PAGES": file.name}, capture_output=True, check=True)
    return said.stdout.decode().splitlines()


def parts(documents):
    """The names of the cues; and by document and mark of every claim that could be drafted, the counts of its cues and its text."""
    lines = printed(documents)
    names = next(line.split()[1:] for line in lines if line.startswith("cues "))
    said = [line.split(" ", 1) for line in lines if line.startswith(("row ", "kept ", "text "))]
    found = {}
    for (_, row), (_, kept), (_, text) in zip(said[::3], said[1::3], said[2::3]):
        document, *counts = row.split()
        found[document, mark(kept)] = [float(count) for count in counts], text
    return names, found


def fitted(rows, worth):
    """Weights of plain cues and the bias. What is just about let stand counts for part on either side."""
    means, deviations = rows.mean(0), rows.std(0) + 1e-9
    standard = (rows - means) / deviations
    twice, sides = np.vstack([standard, standard]), np.r_[np.ones(len(rows)), np.zeros(len(rows))]
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8).fit(twice, sides, sample_weight=np.r_[worth, 1 - worth])
    weights = model.coef_[0] / deviations
    return weights, model.intercept_[0] - weights @ means


def check(rows, classes, documents):
    """Cross-validation by article."""
    worth, kept = np.array([WORTH.get(c, 0.0) for c in classes]), np.array([c in WORTH for c in classes])
    names, aucs, strict, rules = np.unique(documents), [], [], roc_auc_score(kept, rows[:, 0])
    for seed in range(ROUNDS):
        fold = dict(zip(names, np.random.RandomState(seed).permutation(len(names)) % FOLDS))
        folds, odds = np.array([fold[d] for d in documents]), np.zeros(len(rows))
        for this in range(FOLDS):
            weights, bias = fitted(rows[folds != this], worth[folds != this])
            odds[folds == this] = rows[folds == this] @ weights + bias
        aucs.append(roc_auc_score(kept, odds))
        strict.append(roc_auc_score([c == "K" for c in classes], odds))
    print(f"{len(rows)} claims of {len(names)} articles, {100 * kept.mean():.1f} % let stand")
    print(f"AUC on articles not seen: {100 * np.mean(aucs):.1f} (what is just about let stand counted as not: {100 * np.mean(strict):.1f}); the rules alone {100 * rules:.1f}")


def counted(path, names, english):
    """The counts of alone.other.tsv, English ones or all others, their classes and documents."""
    rows, of, documents = [], [], []
    for line in open(os.path.join(HERE, path), encoding="utf-8"):
        if line.startswith("#"):
            continue
        language, document, a_class, counts = line.rstrip("\n").split("\t")
        if (language == "en") != english:
            continue
        said = dict(count.split("=") for count in counts.split())
        rows.append([float(said.get(name, 0)) for name in names])
        of.append(a_class)
        documents.append(document)
    return np.array(rows), of, np.array(documents)


def table(language, names, rows, classes, documents):
    weights, bias = fitted(rows, np.array([WORTH.get(c, 0.0) for c in classes]))
    lines = "\n".join(f"    {w + 0:.3f}, // {name}" for name, w in zip(names, weights))
    return f"""
/// Those of {"other languages" if language == "Other" else language}: {len(rows):,} parts of {len(np.unique(documents))} articles.
#[rustfmt::skip]
#[allow(clippy::approx_constant)] // A weight may look like one over pi.
pub(super) const {language.upper()}: Weights = Weights {{ bias: {bias:.3f}, cues: [
{lines}
] }};"""


HEAD = f"""//! Fitted weights of `alone`, in the order of its cues. Refuses to be edited by hand: `tests/scores/fit_alone.py` prints
//! this file.
//!
//! Data: parts of sentences, each judged beside its whole article; those just about let stand count for {WORTH['k']}.
//! Logistic regression, L2, C = {STRENGTH} on standardised cues, written back to plain ones. AUC on articles not seen: see
//! `tests/scores/README.md`.

use super::cue::CUES;

/// What the cues of a language weigh.
pub(super) struct Weights {{
    /// Log odds where no cue is there.
    pub(super) bias: f32,
    /// What each cue adds to the log odds, each time.
    pub(super) cues: [f32; CUES],
}}"""


def main():
    printed = [HEAD]
    for language, tag in (("English", "en"), ("German", "de")):
        classes = judged(f"alone.{tag}.tsv")
        names, found = parts(sorted({document for document, _ in classes}))
        keys = sorted(key for key in classes if key in found)
        print(f"{language}: {len(classes) - len(keys)} of {len(classes)} are not drafted any more", file=sys.stderr)
        rows, of = np.array([found[key][0] for key in keys]), [classes[key] for key in keys]
        documents = np.array([document for document, _ in keys])
        if tag == "en":
            more, classes, of_more = counted("alone.other.tsv", names, english=True)
            rows, of, documents = np.vstack([rows, more]), of + classes, np.r_[documents, of_more]
        if sys.argv[1:] == ["--check"]:
            print(language, end=": ")
            check(rows, of, documents)
        else:
            printed.append(table(language, names, rows, of, documents))
    rows, of, documents = counted("alone.other.tsv", names, english=False)
    if sys.argv[1:] == ["--check"]:
        print("Other", end=": ")
        check(rows, of, documents)
    else:
        printed.append(table("Other", names, rows, of, documents))
        print("\n".join(printed))


if __name__ == "__main__":
    main()
