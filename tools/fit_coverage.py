"""Learn when a sentence that has no link to a version is told nowhere in it, from clusters linked by hand.

    python tools/fit_coverage.py GOLD [-o reader/findings/weights_coverage.py]

GOLD is a folder as tools/fit_links.py reads it; of the labels, ``skip`` [id, ...] names sentences that are neither told
nor left out, such as headlines. A logistic regression over all sentences and versions without a link, on the pair
that comes nearest, on all that come near together, on the sentence's length and on whether it quotes. Sentences that
have optional links only are left out.

The figures printed are cross-validated by cluster, links and all: of the sentences called additions, how many have no
required link to the base, and of those that have none, how many are called so; with every version as the base in turn,
and with the one that is chosen. Needs numpy and scikit-learn, which the reader itself does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from reader.align.base import default_base
from reader.align.links import Link
from reader.align.passages import gather
from reader.align.scoring import KEPT
from reader.align.weights import LINKED
from reader.findings.coverage import COVERED, LIKELY, seen_near
from tools import fit_links
from tools.fit_links import FOLDS, INNER, SEEDS, Found, Labelled, Regression, folds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.align.bags import Bag

#: How strongly weights are held down (scikit-learn's C).
HELD = 0.1
#: How likely sentences are to be told nowhere, for printing how many are.
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
NAMES = ("NEAREST", "TOGETHER", "LENGTH", "QUOTED")

Array = Any


@dataclass
class Told:
    """One labelled sentence and another version of its cluster."""

    base: str
    unlinked: Array  #: of each of ours that makes it up, has no link to that version and may be a finding: its features
    label: int  #: 1 if it is told nowhere in that version, 0 if it is, -1 if that may be said either way


def told(folder: Path, cluster: Labelled, found: Found) -> tuple[list[Told], str]:
    """All labelled sentences with all other versions, given the scores of the pairs; and which version is the base."""
    gold = json.loads((folder / f"{cluster.name}.gold.json").read_text("utf-8"))
    story = fit_links.load(folder, cluster.name)
    everything = cluster.bags.all
    apart = {v.id for v in story.versions if v.outlet in gold.get("off_event", [])}
    made = fit_links.linked(cluster, found, LINKED)
    links = sorted((-float(found.scores[n]), *cluster.pairs[n]) for n in np.flatnonzero(made))
    scores: list[dict[int, float]] = [{} for _ in everything]
    for (a, b), score in zip(cluster.pairs, found.scores, strict=True):
        if score >= KEPT:
            scores[a][b] = scores[b][a] = float(score)
    reached = [{bag.version} for bag in everything]
    for group in gather(everything, [(a, b) for _, a, b in links], scores):
        for bag in group:
            reached[bag.number].update(other.version for other in group)
    for _, a, b in links:
        reached[a].add(everything[b].version)
        reached[b].add(everything[a].version)
    base = default_base(story, [_link(everything[a], everything[b]) for _, a, b in links], apart)

    required: dict[tuple[str, str], bool] = {}
    for a, b, how in gold["links"]:
        for one, other in ((a, b), (b, a)):
            key = one, other.partition(".")[0]
            required[key] = required.get(key, False) or how == "required"
    makes_up: dict[str, list[Bag]] = defaultdict(list)
    names = fit_links.gold_of(story, gold)
    for bag in everything:
        for name in names.get(bag.place.sentence.id, ()):
            makes_up[name].append(bag)
    version = {bag.version: bag.place.version for bag in everything}
    several = []
    for name, bags in makes_up.items():
        if name in gold.get("skip", []) or bags[0].place.version.id in apart:
            continue
        for n, other in version.items():
            if n == bags[0].version or other.id in apart:
                continue
            rows = [
                seen_near([s for m, s in scores[bag.number].items() if everything[m].version == n], bag.place.text)
                for bag in bags
                if n not in reached[bag.number] and bag.place.paragraph.kind in COVERED
            ]
            linked = required.get((name, other.outlet))
            label = 1 if linked is None else 0 if linked else -1
            several.append(Told(other.id, np.array(rows).reshape(-1, len(NAMES)), label))
    return several, base


def _link(a: Bag, b: Bag) -> Link:
    return Link(a.place.sentence.id, b.place.sentence.id, 1.0)


def fit(several: Iterable[Told]) -> Regression:
    """The regression on all unlinked sentences that have a label."""
    known = [one for one in several if one.label >= 0]
    rows = np.concatenate([one.unlinked for one in known])
    label = np.concatenate([np.full(len(one.unlinked), one.label) for one in known])
    return fit_links.fit(rows, label, HELD)


def rate(several: Iterable[Told], called: Callable[[Array], Array]) -> tuple[int, int, int]:
    """How many are rightly called additions, wrongly, and wrongly not. called: which rows of features are."""
    right = wrong = missed = 0
    for one in several:
        is_called = bool(len(one.unlinked)) and bool(called(one.unlinked).any())
        right += one.label == 1 and is_called
        wrong += one.label == 0 and is_called
        missed += one.label == 1 and not is_called
    return right, wrong, missed


def show(label: str, counts: Sequence[tuple[int, int, int]]) -> str:
    """F1, precision and recall, the mean over the divisions."""
    f1 = np.mean([2 * r / (2 * r + w + m) for r, w, m in counts])
    precision = np.mean([r / (r + w) for r, w, _ in counts])
    recall = np.mean([r / (r + m) for r, _, m in counts])
    return f"{label}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}"


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Learn when a sentence is told nowhere in a version.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="the module to write; without it figures are printed only")
    args = parser.parse_args(argv)
    clusters = fit_links.read(args.gold)
    if len(clusters) < FOLDS:
        parser.error(f"{args.gold}: {len(clusters)} labelled clusters, {FOLDS} at least are needed")
    counts: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    learned: list[Told] = []
    right: dict[float, list[bool]] = {step: [] for step in STEPS}
    for seed in SEEDS:
        found = [
            told(args.gold, *both) for both in zip(clusters, fit_links.cross_validate(clusters, seed), strict=True)
        ]
        learned += [one for several, _ in found for one in several]
        every: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for part in folds(range(len(found)), FOLDS, seed + INNER):
            model = fit(one for n, (several, _) in enumerate(found) if n not in part for one in several)
            for n in part:
                several, base = found[n]
                for one in several:
                    for score in model.scores(one.unlinked) if one.label >= 0 else ():
                        if score >= LIKELY:
                            right[max(step for step in STEPS if step <= score)].append(one.label == 1)
                chosen = [one for one in several if one.base == base]
                for name, some in (("every base", several), ("the base chosen", chosen)):
                    every[f"{name}, without a link"].append(rate(some, lambda rows: np.ones(len(rows), bool)))
                    every[f"{name}, and likely"].append(rate(some, lambda rows: model.scores(rows) >= LIKELY))  # noqa: B023
        for name, parts in every.items():
            counts[name].append(tuple(np.sum(parts, axis=0)))
    lines = [show(f"cross-validated additions, {name}", several) for name, several in counts.items()]
    lines += [f"from {step:.2f} on {np.mean(true):.2f} are told nowhere ({len(true)})" for step, true in right.items()]
    model = fit(learned)
    print("\n".join(lines))
    if args.output:
        text = ['"""What tells that a sentence is told nowhere in a version that it has no link to.', ""]
        text += ["Written by tools/fit_coverage.py; change it by running that.", ""]
        text += [f"From {len(clusters)} labelled clusters, cross-validated by cluster, mean of {len(SEEDS)} divisions:"]
        text += [line.removeprefix("cross-validated ") for line in lines if "F1" in line]
        text += ['"""', "", "from __future__ import annotations", ""]
        text += [f"{name} = {round(float(w), 3)}" for name, w in zip(NAMES, model.weights, strict=True)]
        text += [f"BIAS = {round(model.bias, 3)}", ""]
        args.output.write_text("\n".join(text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
