#!/usr/bin/env python3
"""Fits the weights of src/analysis/support/model.rs to human labels, and says how well they do on articles not seen.

    fit_support.py EVAL > tables

EVAL is the folder with the scoring scripts. Needs numpy and scikit-learn. The measures are reckoned by the program itself (an
ignored test prints them), so that what is fitted is what is shipped. Pairs are weighed by how much their judges agreed;
pairs whose passages are about one article are seen together or not at all. Prints the tables; the code around them stays.
"""
import os
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score
from sklearn.neural_network import MLPClassifier

HIDDEN, FARTHEST, FOLDS, ROUNDS = 16, 4, 10, 3
TEST = "analysis::support::tests::measures_are_printed_for_fitting"


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
    texts = [" ".join({t for (a, b, _), c in zip(pairs, of) if c == cluster for t in (a, b)}) for cluster in clusters]
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    alike = (vectors @ vectors.T).toarray()
    for i, a in enumerate(clusters):
        for j in range(i):
            if alike[i, j] > 0.2:
                parent[root(a)] = root(clusters[j])
    numbers = {name: n for n, name in enumerate(sorted({root(c) for c in of}))}
    return np.array([numbers[root(c)] for c in of])


def fitted(rows, labels, weights):
    network = MLPClassifier((HIDDEN,), alpha=1, max_iter=30, learning_rate_init=0.003, batch_size=128, random_state=0)
    return network.fit(rows, labels, sample_weight=weights)


def cross_validated(rows, labels, weights, groups):
    """The mean AUC over rounds of cross-validation by group."""
    found = []
    for seed in range(ROUNDS):
        names = np.unique(groups)
        fold = dict(zip(names, np.random.RandomState(seed).permutation(len(names)) % FOLDS))
        folds, scores = np.array([fold[g] for g in groups]), np.zeros(len(labels))
        for held in range(FOLDS):
            seen = folds != held
            network = fitted(rows[seen], labels[seen], weights[seen])
            scores[~seen] = network.predict_proba(rows[~seen])[:, 1]
        found.append(roc_auc_score(labels, scores))
    return 100 * np.mean(found)


def table(name, values, digits=4):
    print(f"{name}: [{', '.join(f'{v:.{digits}f}' for v in values)}]")


def main():
    sys.path.insert(0, sys.argv[1])
    import score_similar
    pairs = score_similar.scu()
    gold = np.array([share for _, _, share in pairs])
    labels, weights, rows = (gold > 0.5).astype(int), np.abs(2 * gold - 1), measures(pairs)
    means, deviations = rows.mean(0), rows.std(0) + 1e-9
    rows = np.clip((rows - means) / deviations, -FARTHEST, FARTHEST)
    print(f"AUC {cross_validated(rows, labels, weights, articles(pairs)):.1f} on articles not seen", file=sys.stderr)
    network = fitted(rows, labels, weights)
    table("MEANS", means)
    table("DEVIATIONS", deviations)
    print(f"BIAS: {network.intercepts_[1][0]:.3f}")
    for unit in range(HIDDEN):
        table("weights", network.coefs_[0][:, unit], 3)
        print(f"bias: {network.intercepts_[0][unit]:.3f} out: {network.coefs_[1][unit, 0]:.3f}")


if __name__ == "__main__":
    main()
