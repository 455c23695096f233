#!/usr/bin/env python3
"""Fits src/analysis/support/weights.rs to human labels; with --check says how well such a fit does on articles not seen.

    EPITOME_EVAL=/path/to/eval/nlp tests/scores/fit_support.py > src/analysis/support/weights.rs
    EPITOME_EVAL=/path/to/eval/nlp tests/scores/fit_support.py --check

Needs numpy and scikit-learn. The measures are reckoned by the program itself (an ignored test prints them), so that what is fitted
is what is shipped. Pairs are weighed by how much their judges agreed; pairs whose passages are about one article are seen
together or not at all.
"""
import os
import subprocess
import sys
import tempfile

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of summing: the same table at every run

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score

FARTHEST, NETWORKS, HIDDEN, EPOCHS, BATCH, RATE = 4, 8, 8, 40, 128, 0.003
PENALTIES = 0.25, 0.5, 1, 2
FOLDS, INNER, ROUNDS, DRAWS = 10, 5, 3, 1000
TEST = "analysis::support::tests::measures_are_printed_for_fitting"
# In the order of the measures: 1 where more never speaks against a claim, -1 where it never speaks for it.
SENSE = np.array([1, 1, 1, -1, -1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0])


def measures(pairs):
    """A row of measures for each pair, from the program."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines(" ".join(a.split()) + "\t" + " ".join(b.split()) + "\n" for a, b, _ in pairs)
        file.flush()
        command = ["cargo", "test", "--lib", "--", "--ignored", "--nocapture", "--exact", TEST]
        said = subprocess.run(command, env={**os.environ, "EPITOME_PAIRS": file.name}, capture_output=True, check=True)
    lines = said.stdout.decode().splitlines()
    return np.array([[float(x) for x in line.split("row ", 1)[1].split()] for line in lines if "row " in line])


def articles(pairs):
    """The number of its article for each pair: claims and passages that share pairs, or much of their vocabulary."""
    parent = {}

    def root(x):
        parent.setdefault(x, x)
        while parent[x] != x:
            x = parent[x]
        return x

    for a, b, _ in pairs:
        parent[root("claim " + a)] = root("passage " + b)
    of = [root("claim " + a) for a, _, _ in pairs]
    clusters = sorted(set(of))
    texts = [" ".join(sorted({t for (a, b, _), c in zip(pairs, of) if c == cluster for t in (a, b)})) for cluster in clusters]
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    alike = (vectors @ vectors.T).toarray()
    for i, a in enumerate(clusters):
        for j in range(i):
            if alike[i, j] > 0.2:
                parent[root(a)] = root(clusters[j])
    numbers = {name: n for n, name in enumerate(sorted({root(c) for c in of}))}
    return np.array([numbers[root(c)] for c in of])


def fitted(rows, labels, weights, penalty):
    """Networks of one hidden layer, by Adam on the weighed log loss. Half of the units of each raise the log odds, half lower
    them, and a weight that would go against SENSE is held at nought."""
    random = np.random.RandomState(0)
    raises = np.where(np.arange(HIDDEN) % 2, 1, -1)
    sense = SENSE[:, None] * raises
    bound, bound_out = np.sqrt(6 / (rows.shape[1] + HIDDEN)), np.sqrt(6 / (HIDDEN + 1))

    def drawn(bound, *shape):
        return random.uniform(-bound, bound, (NETWORKS, *shape))

    def held(into, bias, out, offset):
        return [np.where(into * sense < 0, 0, into), bias, np.where(out * raises < 0, 0, out), offset]

    into = drawn(bound, *sense.shape)
    into = np.where(sense != 0, np.abs(into) * sense, into)
    now = [into, drawn(bound, HIDDEN), np.abs(drawn(bound_out, HIDDEN)) * raises, np.zeros(NETWORKS)]
    mean, square, step = [0 * x for x in now], [0 * x for x in now], 0
    for _ in range(EPOCHS):
        order = np.stack([random.permutation(len(rows)) for _ in range(NETWORKS)])
        for at in range(0, len(rows), BATCH):
            some, step = order[:, at:at + BATCH], step + 1
            slopes = gradients(now, rows[some], labels[some], weights[some], penalty)
            rate = RATE * np.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step)
            mean = [0.9 * m + 0.1 * g for m, g in zip(mean, slopes)]
            square = [0.999 * s + 0.001 * g * g for s, g in zip(square, slopes)]
            now = held(*(x - rate * m / (np.sqrt(s) + 1e-8) for x, m, s in zip(now, mean, square)))
    return now


def gradients(now, rows, labels, weights, penalty):
    into, bias, out, offset = now
    units = np.maximum(rows @ into + bias[:, None], 0)
    odds = (units @ out[:, :, None])[:, :, 0] + offset[:, None]
    error = (1 / (1 + np.exp(-odds)) - labels) * weights / rows.shape[1]
    back = error[:, :, None] * out[:, None] * (units > 0)
    decay = penalty / rows.shape[1]
    return [rows.transpose(0, 2, 1) @ back + decay * into, back.sum(1),
            (units * error[:, :, None]).sum(1) + decay * out, error.sum(1)]


def log_odds(networks, rows):
    into, bias, out, offset = networks
    units = np.maximum(rows @ into + bias[:, None], 0)
    return ((units @ out[:, :, None])[:, :, 0] + offset[:, None]).mean(0)


class Pairs:
    def __init__(self, rows, labels, weights, groups):
        self.rows, self.labels, self.weights, self.groups = rows, labels, weights, groups

    def of(self, chosen):
        return Pairs(self.rows[chosen], self.labels[chosen], self.weights[chosen], self.groups[chosen])

    def scale(self):
        return self.rows.mean(0), self.rows.std(0) + 1e-9

    def fit(self, penalty):
        """A function from rows to log odds, and what it is made of."""
        scale = self.scale()
        networks = fitted(standard(self.rows, scale), self.labels, self.weights, penalty)
        return (lambda rows: log_odds(networks, standard(rows, scale))), networks, scale

    def folds(self, count, seed):
        names = np.unique(self.groups)
        fold = dict(zip(names, np.random.RandomState(seed).permutation(len(names)) % count))
        return np.array([fold[g] for g in self.groups])

    def held_out(self, count, seed, penalty):
        """The log odds of every pair by a fit that has not seen its article; `penalty` says which one for the pairs seen."""
        folds, odds = self.folds(count, seed), np.zeros(len(self.labels))
        for fold in range(count):
            seen = self.of(folds != fold)
            odds[folds == fold] = seen.fit(penalty(seen))[0](self.rows[folds == fold])
        return odds

    def penalty(self):
        """The penalty that does best on articles held out."""
        scores = [roc_auc_score(self.labels, self.held_out(INNER, 0, lambda _: p)) for p in PENALTIES]
        return PENALTIES[int(np.argmax(scores))]


def standard(rows, scale):
    return np.clip((rows - scale[0]) / scale[1], -FARTHEST, FARTHEST)


def check(pairs):
    """Nested cross-validation: the penalty is chosen anew for every fold, from the articles that are not in it."""
    rounds = [pairs.held_out(FOLDS, seed, Pairs.penalty) for seed in range(ROUNDS)]
    aucs = [100 * roc_auc_score(pairs.labels, odds) for odds in rounds]
    print(f"AUC on articles not seen: {np.mean(aucs):.1f}, by partition {', '.join(f'{a:.1f}' for a in aucs)}")
    odds, random = np.mean(rounds, axis=0), np.random.RandomState(0)
    of = [np.flatnonzero(pairs.groups == g) for g in np.unique(pairs.groups)]
    drawn = [np.concatenate([of[i] for i in random.randint(len(of), size=len(of))]) for _ in range(DRAWS)]
    low, high = np.percentile([100 * roc_auc_score(pairs.labels[d], odds[d]) for d in drawn], [2.5, 97.5])
    print(f"95 % of {DRAWS} draws of {len(of)} articles lie between {low:.1f} and {high:.1f}")
    small = pairs.rows[:, 11] > 0
    for name, some in (("with capitals", ~small), ("all in small letters", small)):
        print(f"passages {name}: {100 * roc_auc_score(pairs.labels[some], odds[some]):.1f} of {some.sum()} pairs")


def array(values, digits):
    return "[" + ", ".join(f"{v + 0:.{digits}f}".replace("-0." + "0" * digits, "0." + "0" * digits) for v in values) + "]"


def table(pairs):
    penalty = pairs.penalty()
    odds, (into, bias, out, offset), (means, deviations) = pairs.fit(penalty)
    auc = 100 * roc_auc_score(pairs.labels, odds(pairs.rows))
    units = [f"    ({array(into[n, :, h], 3)}, {bias[n, h]:.3f}, {out[n, h] / NETWORKS:.4f}),"
             for n in range(NETWORKS) for h in range(HIDDEN)]
    units = "\n".join(units)
    print(f"""//! Fitted weights of `support`, in the order of its measures. Refuses to be edited by hand: `tests/scores/fit_support.py`
//! prints this file.
//!
//! Data: human labels of REALSumm's content units against system summaries, {len(pairs.labels):,} pairs of {len(np.unique(pairs.groups))} articles, each pair weighed
//! by how much its judges agreed. Settings: {NETWORKS} networks of {HIDDEN} units, L2 penalty {penalty} (of {', '.join(map(str, PENALTIES))}: the best on articles
//! held out), {EPOCHS} epochs of Adam, rate {RATE}, batches of {BATCH}, seed 0. AUC on the pairs fitted: {auc:.1f}; on articles not seen,
//! see `tests/scores/README.md`.

use super::measures::MEASURES;
use super::model::Unit;

#[rustfmt::skip]
pub(super) const MEANS: [f32; MEASURES] = {array(means, 4)};

#[rustfmt::skip]
pub(super) const DEVIATIONS: [f32; MEASURES] = {array(deviations, 4)};

/// Log odds where no unit is moved.
pub(super) const BIAS: f32 = {offset.mean():.3f};

#[allow(clippy::approx_constant, reason = "a weight may come near to one by chance")]
#[rustfmt::skip]
pub(super) const UNITS: [Unit; {NETWORKS * HIDDEN}] = [
{units}
];""")


def main():
    sys.path.insert(0, os.environ["EPITOME_EVAL"])
    import score_similar
    pairs = score_similar.scu()
    gold = np.array([share for _, _, share in pairs])
    known = Pairs(measures(pairs), (gold > 0.5).astype(int), np.abs(2 * gold - 1), articles(pairs))
    check(known) if "--check" in sys.argv[1:] else table(known)


if __name__ == "__main__":
    main()
