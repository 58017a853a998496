"""Learn what the features of a pair of sentences weigh, from clusters whose links were made by hand.

    python tools/fit_links.py GOLD [-o reader/align/weights.py]

GOLD is a folder of clusters, each NAME.jsonl (or a folder NAME of text files) with a NAME.gold.json beside it:
``sentences`` {id: text}, an id beginning with its outlet and a point; ``links`` [[id, id, "required" | "optional"]];
``off_event`` [outlet, ...], versions of another event, left out here.

Two logistic regressions are fitted: one on what a pair is by itself, one on that and on what surrounds it, given the
scores of the first. The figures printed are cross-validated by cluster, the first regression inside the folds of the
second, so that nothing learned from a cluster is used on it. Recall counts the required links, precision all of them.
Needs numpy and scikit-learn, which the reader itself does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from sklearn.linear_model import LogisticRegression

import reader
from reader.align import features, surroundings
from reader.align.bags import Bags, bags
from reader.align.candidates import FEW, anchors, candidates
from reader.align.rivals import outdone
from reader.align.steady import SURE, UNDER, alike, lasting
from reader.align.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.story import Cluster

#: Features that only the first regression uses: among all pairs they made the figures worse.
ONLY_ALONE = ("distance", "between", "one quotes", "both quote", "opening")
#: How strongly weights are held down in the first and in the second regression (scikit-learn's C).
HELD = (0.05, 0.2)
#: The cross-validated precision of links that the threshold has to keep in every division. Up to here it costs
#: next to nothing: .02 more than at .8 for .002 of F1, and additions are the better for it; beyond, F1 falls.
PRECISE = 0.83
FOLDS, INNER = 7, 5
SEEDS = (0, 1, 2)

Array = Any


@dataclass
class Labelled:
    """The pairs of one cluster: their features, and 2 for a required link, 1 for an optional one, 0 for none."""

    name: str
    bags: Bags
    pairs: list[tuple[int, int]]
    features: Array
    label: Array
    required: int
    same: list[tuple[int, int]]  #: pairs with the same words
    alike: list[tuple[int, int]]  #: pairs that may be steady
    own: Array  #: their features as if in a cluster of two


@dataclass
class Found:
    """What the regressions say of one cluster."""

    scores: Array  #: of its pairs
    kept: set[tuple[int, int]]  #: steady pairs


def letters(text: str) -> str:
    """Letters and digits, lower case."""
    return "".join(c.lower() for c in text if c.isalnum())


def gold_of(cluster: Cluster, gold: dict[str, Any]) -> dict[str, set[str]]:
    """Sentence id -> the gold sentences that share at least half of the shorter one's letters with it."""
    flat: dict[str, str] = {}
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for version in cluster.versions:
        parts = [(place.sentence.id, letters(place.text)) for place in cluster.places(version.id)]
        at, here = 0, []
        for sentence, words in parts:
            here.append((at, at + len(words), sentence))
            at += len(words)
        spans[version.outlet.casefold()] = here
        flat[version.outlet.casefold()] = "".join(words for _, words in parts)
    found: dict[str, set[str]] = {}
    cursor: dict[str, int] = {}
    for name, text in gold["sentences"].items():
        outlet, words = name.split(".")[0].casefold(), letters(text)
        at = flat.get(outlet, "").find(words, cursor.get(outlet, 0)) if words else -1
        if at < 0:
            at = flat.get(outlet, "").find(words) if words else -1
        if at < 0:
            continue
        cursor[outlet] = end = at + len(words)
        for start, stop, sentence in spans[outlet]:
            shared = min(stop, end) - max(start, at)
            if shared > 0 and shared >= 0.5 * min(stop - start, len(words)):
                found.setdefault(sentence, set()).add(name)
    return found


def load(folder: Path, name: str) -> Cluster:
    """One of the clusters of a folder."""
    lines = folder / f"{name}.jsonl"
    return reader.load(lines if lines.exists() else folder / name)


def read(folder: Path) -> list[Labelled]:
    """All labelled clusters of a folder."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        gold = json.loads(path.read_text("utf-8"))
        cluster = load(folder, name)
        names = gold_of(cluster, gold)
        kind = {frozenset((a, b)): 2 if how == "required" else 1 for a, b, how in gold["links"]}
        apart = {v.id for v in cluster.versions if v.outlet in gold.get("off_event", [])}
        everything = bags(cluster)
        pairs, rows, label = [], [], []
        same = anchors(everything)
        for one, other in same + candidates(everything, same):
            a, b = everything.all[one], everything.all[other]
            if {a.place.version.id, b.place.version.id} & apart:
                continue
            golden = [
                frozenset((x, y))
                for x in names.get(a.place.sentence.id, ())
                for y in names.get(b.place.sentence.id, ())
            ]
            pairs.append((a.number, b.number))
            rows.append(features.features(a, b, everything))
            label.append(max((kind.get(pair, 0) for pair in golden), default=-1))
        required = sum(
            how == "required" and not any(x.split(".")[0] in gold.get("off_event", []) for x in (a, b))
            for a, b, how in gold["links"]
        )
        own = list(alike(everything, same, apart))
        found.append(
            Labelled(
                name,
                everything,
                pairs,
                np.array(rows),
                np.array(label),
                required,
                [pair for pair in same if not {everything.all[n].place.version.id for n in pair} & apart],
                [(a, b) for a, b, _ in own],
                np.array([seen for _, _, seen in own]).reshape(-1, len(features.NAMES)),
            )
        )
    return found


@dataclass
class Regression:
    """A logistic regression with its weights on the features as they are."""

    weights: Array
    bias: float

    def scores(self, rows: Array) -> Array:
        """The probability that each pair is a link."""
        return 1 / (1 + np.exp(-(rows @ self.weights + self.bias)))


def fit(rows: Array, label: Array, held: float) -> Regression:
    """Fit to the pairs that have a label; required and optional links count alike."""
    known = label >= 0
    rows, label = rows[known], label[known]
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    model = LogisticRegression(C=held, max_iter=1000).fit((rows - mean) / spread, label > 0)
    weights = model.coef_[0] / spread
    return Regression(weights, float(model.intercept_[0] - (weights * mean).sum()))


def surround(cluster: Labelled, alone: Array) -> Array:
    """The features of all pairs with what surrounds them; rows of faint pairs are empty and never used."""
    known: list[dict[int, float]] = [{} for _ in cluster.bags.all]
    for (a, b), score in zip(cluster.pairs, np.round(alone, 3), strict=True):
        known[a][b] = known[b][a] = float(score)
    around = Surroundings(cluster.bags, known, FEW.faint)
    none = [0.0] * len(surroundings.NAMES)
    rows = [around.of(a, b) if known[a][b] >= FEW.faint else none for a, b in cluster.pairs]
    both = np.hstack([cluster.features, np.array(rows)])
    both[:, [features.NAMES.index(name) for name in ONLY_ALONE]] = 0.0
    return both


def folds(items: Iterable[int], count: int, seed: int) -> list[list[int]]:
    """Divide into parts by chance."""
    mixed = [int(n) for n in np.random.RandomState(seed).permutation(list(items))]
    return [mixed[n::count] for n in range(count)]


def first(clusters: Sequence[Labelled]) -> Regression:
    """The regression on what pairs are by themselves."""
    return fit(np.concatenate([c.features for c in clusters]), np.concatenate([c.label for c in clusters]), HELD[0])


def out_of_fold(clusters: Sequence[Labelled], which: Sequence[int], seed: int) -> dict[int, Array]:
    """The first regression's scores for each cluster, learned on others."""
    found: dict[int, Array] = {}
    for part in folds(which, INNER, seed):
        model = first([clusters[n] for n in which if n not in part])
        found |= {n: model.scores(clusters[n].features) for n in part}
    return found


def second(clusters: Sequence[Labelled], alone: dict[int, Array]) -> Regression:
    """The regression on pairs among all pairs."""
    rows = np.concatenate([surround(clusters[n], scores) for n, scores in alone.items()])
    label = np.concatenate([clusters[n].label for n in alone])
    bright = np.concatenate(list(alone.values())) >= FEW.faint
    return fit(rows[bright], label[bright], HELD[1])


def cross_validate(clusters: Sequence[Labelled], seed: int) -> list[Found]:
    """The final scores of each cluster's pairs, nothing of it being known to either regression."""
    found: dict[int, Found] = {}
    for part in folds(range(len(clusters)), FOLDS, seed):
        others = [n for n in range(len(clusters)) if n not in part]
        among = second(clusters, out_of_fold(clusters, others, seed + 1))
        alone = first([clusters[n] for n in others])
        for n in part:
            scores = alone.scores(clusters[n].features)
            found[n] = steadied(
                clusters[n], alone, np.where(scores >= FEW.faint, among.scores(surround(clusters[n], scores)), 0.0)
            )
    return [found[n] for n in range(len(clusters))]


def steadied(cluster: Labelled, alone: Regression, scores: Array) -> Found:
    """The scores as ``reader.align.steady`` leaves them, but for those of pairs to be linked."""
    own = [(float(score), *pair) for score, pair in zip(alone.scores(cluster.own), cluster.alike, strict=True)]
    kept = lasting(cluster.bags.all, cluster.same, own)
    loose = np.array([pair not in kept for pair in cluster.pairs])
    return Found(np.where(loose & (scores >= SURE), UNDER, scores), kept)


def linked(cluster: Labelled, found: Found, least: float) -> Array:
    """Which pairs become links: those that are steady, or that score enough and are not outdone."""
    links = [(float(found.scores[n]), *cluster.pairs[n]) for n in np.flatnonzero(found.scores >= least)]
    needless = outdone(cluster.bags.all, links)
    return np.array(
        [
            pair in found.kept or (score >= least and pair not in needless)
            for score, pair in zip(found.scores, cluster.pairs, strict=True)
        ]
    )


def figures(clusters: Iterable[Labelled], found: Iterable[Found], least: float) -> tuple[float, float, float]:
    """F1, precision and recall, summed over the clusters, of links that score at least so much."""
    right = wrong = hit = need = 0
    for cluster, one in zip(clusters, found, strict=True):
        made = linked(cluster, one, least) & (cluster.label >= 0)
        right += int((cluster.label[made] > 0).sum())
        wrong += int((cluster.label[made] == 0).sum())
        hit += int((cluster.label[made] == 2).sum())
        need += cluster.required
    precision, recall = right / max(1, right + wrong), hit / max(1, need)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def best_threshold(rate: Callable[[float], tuple[float, float]]) -> float:
    """The best threshold of the precise enough; each is as good as five around it, so chance counts less.

    rate: F1 and the least precision at a threshold.
    """
    steps = [float(n) for n in np.arange(0.2, 0.7, 0.01)]
    smooth = {t: np.mean([rate(t + by) for by in (-0.02, -0.01, 0.0, 0.01, 0.02)], axis=0) for t in steps}
    precise = [t for t in steps if smooth[t][1] >= PRECISE] or steps
    return max(precise, key=lambda t: (smooth[t][0], t))


def threshold(clusters: Sequence[Labelled], runs: Sequence[Sequence[Found]]) -> float:
    """The score from which a pair is a link, by what was cross-validated in several divisions."""
    cache: dict[float, tuple[float, float]] = {}

    def rate(least: float) -> tuple[float, float]:
        least = round(least, 2)
        if least not in cache:
            several = [figures(clusters, run, least) for run in runs]
            cache[least] = float(np.mean([f1 for f1, _, _ in several])), min(precision for _, precision, _ in several)
        return cache[least]

    return best_threshold(rate)


def write(path: Path, alone: Regression, among: Regression, least: float, told: Sequence[str]) -> None:
    """Write the module of constants."""
    lines = [
        '"""What the features weigh. Written by tools/fit_links.py; change it by running that.',
        "",
        *told,
        '"""',
        "",
    ]
    lines += ["from __future__ import annotations", ""]
    both = (*features.NAMES, *surroundings.NAMES)
    for name, about, model, names in (
        ("ALONE", "A pair by itself.", alone, features.NAMES),
        ("AMONG", "A pair among all others, given what they score alone.", among, both),
    ):
        lines += [f"#: {about}", f"{name} = {{"]
        weights = {n: round(float(w), 3) for n, w in zip(names, model.weights, strict=True)}
        lines += [f'    "{n}": {w},' for n, w in weights.items() if not (name == "AMONG" and n in ONLY_ALONE)]
        lines += ["}", f"{name}_BIAS = {round(model.bias, 3)}"]
    lines += ["#: The score from which a pair is a link.", f"LINKED = {round(least, 2)}", ""]
    path.write_text("\n".join(lines), "utf-8")


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Learn the weights of the alignment from labelled clusters.")
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "-o", "--output", type=Path, help="the module to write; without it only the figures are printed"
    )
    args = parser.parse_args(argv)
    clusters = read(args.gold)
    if len(clusters) < FOLDS:
        parser.error(f"{args.gold}: {len(clusters)} labelled clusters, {FOLDS} at least are needed")
    runs = [cross_validate(clusters, seed) for seed in SEEDS]
    least = threshold(clusters, runs)
    line = "cross-validated links: F1 {:.3f}, precision {:.3f}, recall {:.3f}"
    told = [line.format(*figures(clusters, run, least)) for run in runs]
    sure = [
        (int((c.label[s.scores >= SURE] > 0).sum()), int((c.label[s.scores >= SURE] == 0).sum()))
        for run in runs
        for c, s in zip(clusters, run, strict=True)
    ]
    right, wrong = sum(a for a, _ in sure), sum(b for _, b in sure)
    told.append(f"of links scored 0.9 and more, {right / max(1, right + wrong):.3f} are right")
    for name, *shown in zip(
        [c.name for c in clusters],
        *[[figures([c], [s], least) for c, s in zip(clusters, run, strict=True)] for run in runs],
        strict=True,
    ):
        f1, precision, recall = np.mean(shown, axis=0)
        print(f"{name:16} F1 {f1:.2f} precision {precision:.2f} recall {recall:.2f}")
    print("\n".join(told), f"\nthreshold {least:.2f}, {len(clusters)} clusters")
    if args.output:
        everything = range(len(clusters))
        alone = out_of_fold(clusters, list(everything), SEEDS[0])
        write(
            args.output,
            first(clusters),
            second(clusters, alone),
            least,
            [f"From {len(clusters)} labelled clusters, cross-validated by cluster in three divisions:", *told],
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
