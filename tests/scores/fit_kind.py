#!/usr/bin/env python3
"""Fits src/analysis/kind/weights.rs to kinds given by reading; with --check says how well such a fit does on articles not seen.

    EPITOME_EVAL=/path/to/eval EPITOME_CASES=/path/to/cases tests/scores/fit_kind.py > src/analysis/kind/weights.rs
    EPITOME_EVAL=/path/to/eval EPITOME_CASES=/path/to/cases tests/scores/fit_kind.py --check

Needs numpy and scikit-learn. The claims are those of `fit_alone.py`, drafted by the program; their kinds are in `kinds.tsv` and
`kinds.de.tsv`, without their texts. What the cues alone say of a claim, and its measures, are printed by the program itself too (another
ignored test), so that what is fitted is what is shipped. Two things are fitted: whether a claim is a judgement or a fact, for each
language by itself; and whether a claim that states an amount is told for it, for both together.
"""
import os
import subprocess
import sys
import tempfile
from collections import Counter, namedtuple

import fit_alone  # before numpy: it sets one order of summing

import numpy as np
from sklearn.linear_model import LogisticRegression

TEST = "analysis::kind::tests::measures_are_printed_for_fitting"
KINDS = ["fact", "figure", "forecast", "judgement", "recommendation", "quotation"]
FOLDS, ROUNDS = 10, 10
# From this probability on a claim is taken for a judgement, or for a figure: a fact is often both, and a German one was
# called so where either can be defended.
SURE = {"en": 0.42, "de": 0.35, "point": 0.45}
PENALTY = {"en": 1.0, "de": 0.3, "point": 1.0}
# A kind that can be defended beside the one that was given counts for so much.
BESIDE = 0.33
# The German cues of a judgement were found by reading these very claims: each claim counts for so much as if it had none.
UNCUED = 0.5

Claim = namedtuple("Claim", "language article kinds cue leaning point")


def claims(language, table):
    """The claims of a table: what they were said to be, what the cues say ('open' where they leave it open), their measures."""
    kinds = fit_alone.judged(table)
    _, found = fit_alone.parts(sorted({document for document, _ in kinds}))
    keys = [key for key in sorted(kinds) if key in found]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(f"{language}\t{found[key][1]}\n" for key in keys)
        file.flush()
        command = ["cargo", "test", "--lib", "--", "--ignored", "--nocapture", "--exact", TEST]
        said = subprocess.run(command, env={**os.environ, "EPITOME_TEXTS": file.name}, capture_output=True, check=True)
    rows = [line.split("row ", 1)[1].split("|") for line in said.stdout.decode().splitlines() if "row " in line]
    assert len(rows) == len(keys)
    numbers = lambda words: [float(word) for word in words.split()]
    return [Claim(language, key[0], kinds[key].split("/"), cue.strip(), numbers(leaning), numbers(point))
            for key, (cue, leaning, point) in zip(keys, rows)]


def worth(claim, kind):
    """How much of a kind a claim is, 0 to 1."""
    if kind not in claim.kinds:
        return 0.0
    return 1.0 if len(claim.kinds) == 1 else 1 - BESIDE if claim.kinds[0] == kind else BESIDE


def regression(rows, worths, weights, penalty):
    """What is of a kind in part counts for part on either side."""
    twice, sides = np.vstack([rows, rows]), np.r_[np.ones(len(rows)), np.zeros(len(rows))]
    model = LogisticRegression(C=penalty, max_iter=3000, tol=1e-6)
    return model.fit(twice, sides, sample_weight=np.r_[worths * weights, (1 - worths) * weights])


def leaning(language, all_claims):
    """Judgement against fact, in a language; and the claims that this was fitted on."""
    used = [c for c in all_claims if c.language == language and c.cue == "open" and c.kinds[0] in ("fact", "judgement")]
    rows, worths, weights = np.array([c.leaning for c in used]), np.array([worth(c, "judgement") for c in used]), np.ones(len(used))
    if language == "de":
        uncued = rows.copy()
        uncued[:, 0] = 0
        rows, worths, weights = np.vstack([rows, uncued]), np.r_[worths, worths], np.r_[weights * (1 - UNCUED), weights * UNCUED]
    return regression(rows, worths, weights, PENALTY[language]), used


def point(all_claims):
    """Figure against anything else, where a claim states an amount; and the claims that this was fitted on. What the English table
    has of figures beyond its measures is left out: its kinds were looked over beside the program's answer, which was figure too often."""
    used = [c for c in all_claims if c.point]
    worths = np.array([worth(c, "figure") for c in used])
    english = np.array([[c.language == "en"] for c in used])
    model = regression(np.hstack([[c.point for c in used], english]), worths, np.ones(len(used)), PENALTY["point"])
    model.coef_, model.n_features_in_ = model.coef_[:, :-1], model.n_features_in_ - 1
    return model, used


def told(claim, leanings, pointed):
    """The kind that a claim is given."""
    if claim.cue != "open":
        return claim.cue
    likely = lambda model, measures: model.predict_proba([measures])[0, 1]
    if claim.point and likely(pointed, claim.point) > SURE["point"]:
        return "figure"
    return "judgement" if likely(leanings[claim.language], claim.leaning) > SURE[claim.language] else "fact"


def models(all_claims):
    return {language: leaning(language, all_claims)[0] for language in ("en", "de")}, point(all_claims)[0]


def check(all_claims):
    names, shares, tables = sorted({c.article for c in all_claims}), {}, {}
    for seed in range(ROUNDS):
        folds = dict(zip(names, np.random.RandomState(seed).permutation(len(names)) % FOLDS))
        wrong, all_of = Counter(), Counter()
        for fold in range(FOLDS):
            fitted = models([c for c in all_claims if folds[c.article] != fold])
            for claim in (c for c in all_claims if folds[c.article] == fold):
                kind, language = told(claim, *fitted), claim.language
                all_of[language] += 1
                wrong[language, "by either kind"] += kind not in claim.kinds
                wrong[language, "by the first"] += kind != claim.kinds[0]
                tables.setdefault(language, Counter())[kind if kind in claim.kinds else claim.kinds[0], kind] += 1 / ROUNDS
        for (language, by), number in wrong.items():
            shares.setdefault((language, by), []).append(100 * number / all_of[language])
    for (language, by), of in sorted(shares.items()):
        articles = len({c.article for c in all_claims if c.language == language})
        print(f"{language}: {all_of[language]} claims of {articles} articles; wrong on articles not seen, {by}: {np.mean(of):.1f} % "
              f"({min(of):.1f} to {max(of):.1f} by partition)")
    for language, table in sorted(tables.items()):
        print(f"{language}, given (down) and told (across): " + ", ".join(KINDS))
        for given in KINDS:
            print(f"{given:>15}" + "".join(f"{table[given, kind]:8.1f}" for kind in KINDS))


def printed(name, says, type_of, model, used, sure):
    bias = model.intercept_[0] - np.log(sure / (1 - sure))
    weights = ", ".join(f"{w + 0:.2f}" for w in model.coef_[0])
    articles = len({c.article for c in used})
    return f"""
/// {says}: {len(used):,} claims of {articles} articles.
#[rustfmt::skip]
pub(super) const {name}: Weights<{type_of}> = Weights {{ bias: {bias:.2f}, of: [{weights}] }};"""


def table(all_claims):
    print("""//! Fitted weights of `leaning` and `point`, in the order of their measures. Refuses to be edited by hand:
//! `tests/scores/fit_kind.py` prints this file.
//!
//! Method: logistic regression (L2), judgement against fact where cues say nothing else, figure against the rest where an
//! amount is stated. Data: claims whose kinds were given by reading, one by one.

use super::leaning::{MEASURES, Weights, german};
use super::point;""")
    for name, language, says, type_of in (("ENGLISH", "en", "Judgement against fact, English", "MEASURES"),
                                          ("GERMAN", "de", "Judgement against fact, German", "{ german::MEASURES }")):
        print(printed(name, says, type_of, *leaning(language, all_claims), SURE[language]))
    print(printed("POINT", "Figure against the rest, any language", "{ point::MEASURES }", *point(all_claims), SURE["point"]))


if __name__ == "__main__":
    (check if "--check" in sys.argv[1:] else table)(claims("en", "kinds.tsv") + claims("de", "kinds.de.tsv"))
