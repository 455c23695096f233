#!/usr/bin/env python3
"""Fits src/analysis/kind/weights.rs to kinds given by reading; with --check says how well such a fit does on articles not seen.

    EPITOME_EVAL=/path/to/eval EPITOME_CASES=/path/to/cases tests/scores/fit_kind.py > src/analysis/kind/weights.rs
    EPITOME_EVAL=/path/to/eval EPITOME_CASES=/path/to/cases tests/scores/fit_kind.py --check

Needs numpy and scikit-learn. The claims are those of `fit_alone.py`, drafted by the program; their kinds are in `kinds.tsv`, without
their texts. What the cues alone say of a claim, and its measures, are printed by the program itself too (another ignored
test), so that what is fitted is what is shipped.
"""
import os
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.linear_model import LogisticRegression

import fit_alone

TEST = "analysis::kind::tests::measures_are_printed_for_fitting"
FOLDS, ROUNDS, PENALTY = 10, 10, 1.0
# From this probability on a claim is taken for a judgement: what was left as it was, a fact, is often both.
SURE = 0.42


def claims():
    """For each claim that has a kind: its article, the kind, what the cues say (none where they leave it open), the measures."""
    kinds = fit_alone.judged("kinds.tsv")
    _, found = fit_alone.parts(sorted({document for document, _ in kinds}))
    rows = [(key[0], kinds[key], found[key][1]) for key in sorted(kinds) if key in found]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(row[2] + "\n" for row in rows)
        file.flush()
        command = ["cargo", "test", "--lib", "--", "--ignored", "--nocapture", "--exact", TEST]
        said = subprocess.run(command, env={**os.environ, "EPITOME_TEXTS": file.name}, capture_output=True, check=True)
    printed = [line.split("row ", 1)[1].split() for line in said.stdout.decode().splitlines() if "row " in line]
    assert len(printed) == len(rows)
    return (np.array([row[0] for row in rows]), np.array([row[1] for row in rows]),
            np.array([words[0] for words in printed]), np.array([[float(x) for x in words[1:]] for words in printed]))


def fitted(measures, kinds):
    return LogisticRegression(C=PENALTY, max_iter=1000).fit(measures, kinds == "judgement")


def usable(kinds, cues):
    return np.isin(cues, ["open"]) & np.isin(kinds, ["fact", "judgement"])


def told(model, measures):
    return np.where(model.predict_proba(measures)[:, 1] > SURE, "judgement", "fact")


def check(articles, kinds, cues, measures):
    names, shares = np.unique(articles), []
    for seed in range(ROUNDS):
        fold = dict(zip(names, np.random.RandomState(seed).permutation(len(names)) % FOLDS))
        folds, said = np.array([fold[name] for name in articles]), cues.copy()
        for number in range(FOLDS):
            seen, here = usable(kinds, cues) & (folds != number), (cues == "open") & (folds == number)
            said[here] = told(fitted(measures[seen], kinds[seen]), measures[here])
        shares.append((said != kinds).mean())
    print(f"{len(kinds)} claims of {len(names)} articles; wrong on articles not seen: {100 * np.mean(shares):.1f} % "
          f"({100 * min(shares):.1f} to {100 * max(shares):.1f} by partition)")


def table(articles, kinds, cues, measures):
    use = usable(kinds, cues)
    model = fitted(measures[use], kinds[use])
    bias = model.intercept_[0] - np.log(SURE / (1 - SURE))
    weights = ", ".join(f"{w:.2f}" for w in model.coef_[0])
    print(f"""//! Fitted weights of `leaning`, in the order of its measures. Refuses to be edited by hand: `tests/scores/fit_kind.py`
//! prints this file.
//!
//! Method: logistic regression (L2, C = {PENALTY:g}), judgement against fact. Data: {use.sum()} claims of {len(np.unique(articles[use]))} articles, whose kinds
//! were looked over one by one; those that cues make something else are left out.

use super::leaning::MEASURES;

/// Log odds of a claim whose measures are all 0.
pub(super) const BIAS: f32 = {bias:.2f};

/// What each measure adds to the log odds.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f32; MEASURES] = [{weights}];""")


if __name__ == "__main__":
    (check if "--check" in sys.argv[1:] else table)(*claims())
