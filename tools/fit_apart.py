"""Learn what the measures weigh by which a version is set apart that reports another event.

    python tools/fit_apart.py DATA.jsonl [--gold GOLD] [-o reader/align/weights_apart.py]

Each line of DATA is a cluster, {"topic": any, "odd": outlet or null, "articles": [{"outlet", "text"}, ...]}: ``odd``
reports another event than the rest. As few clusters are labelled so, more are mixed from the same articles: some of one
event, with and without one of another event of its topic. A logistic regression over all versions. The figures printed
are of the clusters in DATA only, cross-validated by topic, so that no article is in the fit that it is tried with. The
threshold is the lowest at which 94 in 100 clusters without such a version are left alone. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from sklearn.linear_model import LogisticRegression

import reader
from reader.align import apart
from reader.align.bags import bags, in_order
from reader.align.scoring import alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.story import Cluster

#: How strongly weights are held down (scikit-learn's C).
HELD = 1.0
FOLDS = 10
SEEDS = range(10)
#: The share of clusters without an odd version that have to be left alone.
ALONE = 0.94
#: How much a version in GOLD counts, and an odd one: these are news in full, and only two report another event.
GOLD, GOLD_ODD = 4.0, 20.0
#: How many clusters are mixed of each event, with and without an odd version.
MIXED = 6

Array = Any
#: An article, by its cluster's topic and its outlet.
Name = tuple[str, str]


@dataclass
class Case:
    """A cluster: its versions' measures, and which of them is odd."""

    topic: str
    rows: Array
    odd: Array
    main: bool = False  #: of DATA itself, so that the figures are of it
    counts: tuple[float, float] = (1.0, 1.0)  #: how much a version counts in the fit, and an odd one


def measured(cluster: Cluster, odd: str | None) -> tuple[Array, Array]:
    """The measures of a cluster's versions, and which of them is odd."""
    everything = bags(cluster)
    rows = apart.measures(apart.told_by(cluster, everything), everything, alone(everything).scores)
    named = np.array([version.outlet == odd for version in in_order(cluster)])
    return np.array(rows).reshape(-1, len(apart.NAMES)), named[: len(rows)]


def mixed(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """More clusters of the same articles.

    Articles that stand in one cluster and are not odd there report one event; the odd one reports another.
    """
    event: dict[Name, Name] = {}
    text: dict[Name, dict[str, str]] = {}

    def find(name: Name) -> Name:
        while event.setdefault(name, name) != name:
            name = event[name]
        return name

    for line in lines:
        names = [(str(line["topic"]), one["outlet"]) for one in line["articles"]]
        text |= dict(zip(names, line["articles"], strict=True))
        alike = [name for name in names if name[1] != line["odd"]]
        for name in alike[1:]:
            event[find(name)] = find(alike[0])
    members: dict[Name, list[Name]] = defaultdict(list)
    for name in sorted(text):
        members[find(name)].append(name)
    other: dict[Name, set[Name]] = defaultdict(set)
    for line in lines:
        for one in line["articles"]:
            if line["odd"] and one["outlet"] != line["odd"]:
                known, odd = find((str(line["topic"]), one["outlet"])), find((str(line["topic"]), line["odd"]))
                other[known].add(odd)
                other[odd].add(known)
    chance = random.Random(0)
    made: dict[tuple[frozenset[Name], Name | None], dict[str, Any]] = {}
    for root, alike in sorted(members.items()):
        strange = sorted(name for far in other[root] for name in members[far])
        for turn in range(2 * MIXED if len(alike) >= 3 else 0):
            odd_one = chance.choice(strange) if turn % 2 and strange else None
            if turn % 2 and odd_one is None:
                continue
            chosen = chance.sample(alike, min(len(alike), chance.choice((2, 3, 4, 5) if odd_one else (3, 4, 5))))
            together = [*chosen, odd_one] if odd_one else chosen
            line = {"topic": root[0], "odd": odd_one and odd_one[1], "articles": [text[name] for name in together]}
            made.setdefault((frozenset(together), odd_one), line)
    return list(made.values())


def read(path: Path, gold: Path | None) -> list[Case]:
    """All clusters: those of DATA, those mixed of its articles, and those of ``gold``."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found = []
    for main, several in ((True, lines), (False, mixed(lines))):
        for line in several:
            text = "\n".join(json.dumps(article) for article in line["articles"])
            rows, odd = measured(reader.load("-", stdin=io.StringIO(text)), line["odd"])
            found.append(Case(str(line["topic"]), rows, odd, main))
    for label in sorted(gold.glob("*.gold.json")) if gold else ():
        name = label.name.removesuffix(".gold.json")
        source = label.with_name(f"{name}.jsonl")
        apart_there = json.loads(label.read_text("utf-8")).get("off_event", [])
        cluster = reader.load(source if source.exists() else label.with_name(name))
        rows, odd = measured(cluster, apart_there[0] if apart_there else None)
        found.append(Case(f"gold {name}", rows, odd, counts=(GOLD, GOLD_ODD)))
    return found


def fit(cases: Iterable[Case]) -> tuple[Array, float]:
    """Weights and bias on the measures as they are."""
    several = [one for one in cases if len(one.rows)]
    rows, odd = np.concatenate([one.rows for one in several]), np.concatenate([one.odd for one in several])
    counts = np.concatenate([np.where(one.odd, one.counts[1], one.counts[0]) for one in several])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    model = LogisticRegression(C=HELD, max_iter=3000).fit((rows - mean) / spread, odd, sample_weight=counts)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - (weights * mean).sum())


def cross_validate(cases: Sequence[Case], seed: int) -> list[Array]:
    """The log odds of the versions of each cluster of DATA, its topic left out of the fit."""
    main = [one for one in cases if one.main]
    topics = np.random.RandomState(seed).permutation(sorted({one.topic for one in main}))
    model: dict[str, tuple[Array, float]] = {}
    for part in range(FOLDS):
        out = set(topics[part::FOLDS])
        learned = fit(one for one in cases if one.topic not in out)
        model |= dict.fromkeys(out, learned)
    return [one.rows @ model[one.topic][0] + model[one.topic][1] for one in main]


def figures(cases: Sequence[Case], sure: Sequence[Array], least: float) -> tuple[float, float, float]:
    """Shares: odd versions found exactly, clean clusters left alone, versions set apart wrongly."""
    exact, clean, wrong, right = [], [], 0, 0
    for one, odds in zip(cases, sure, strict=True):
        flagged = apart.oddest(list(odds), least) if len(odds) else None
        right += int((~one.odd).sum())
        wrong += flagged is not None and not one.odd[flagged]
        if one.odd.any():
            exact.append(flagged is not None and bool(one.odd[flagged]))
        else:
            clean.append(flagged is None)
    return float(np.mean(exact)), float(np.mean(clean)), wrong / right


def disturbed(cases: Sequence[Case], sure: Sequence[Array], least: float) -> list[int]:
    """Which of the clean clusters are not left alone."""
    return [
        n
        for n, (one, odds) in enumerate(zip(cases, sure, strict=True))
        if len(odds) and not one.odd.any() and apart.oddest(list(odds), least) is not None
    ]


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Learn the weights that set versions of another event apart.")
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--gold", type=Path, help="a folder of clusters as tools/fit_links.py reads it, to learn from too"
    )
    parser.add_argument(
        "-o", "--output", type=Path, help="the module to write; without it only the figures are printed"
    )
    args = parser.parse_args(argv)
    cases = read(args.data, args.gold)
    main_data = [one for one in cases if one.main]
    runs = [cross_validate(cases, seed) for seed in SEEDS]
    steps = [float(t) for t in np.arange(-3, 4, 0.05)]
    rate = {t: np.mean([figures(main_data, run, t) for run in runs], axis=0) for t in steps}
    least = min((t for t in steps if rate[t][1] >= ALONE), default=4.0)
    line = "{:.2f} found exactly, {:.2f} of clean clusters left alone, {:.3f} of versions wrong"
    for run in runs:
        print("cross-validated:", line.format(*figures(main_data, run, least)))
    told = f"cross-validated by topic, mean of {len(runs)} divisions: {line.format(*rate[least])}"
    weights, bias = fit(cases)
    print(told)
    fitted = [one.rows @ weights + bias for one in main_data]
    for n, times in sorted(Counter(n for run in runs for n in disturbed(main_data, run, least)).items()):
        print(f"cluster {n + 1} of {args.data.name} is clean, and a version of it set apart in {times} of {len(runs)}")
    print("of the fit:", line.format(*figures(main_data, fitted, least)), f"threshold {least:.2f}")
    for one in cases:
        odds = one.rows @ weights + bias
        if one.topic.startswith("gold ") and (one.odd.any() or odds.max() > least - 1):
            print(one.topic, np.round(odds, 1), "odd:", *np.flatnonzero(one.odd))
    if args.output:
        first, rest = told.split(": ")
        lines = ['"""What the measures of a version that may report another event weigh.', ""]
        lines += ["Written by tools/fit_apart.py; change it by running that.", ""]
        lines += [
            f"From {len(cases)} clusters, {len(main_data)} of them labelled and the others mixed of their articles;"
        ]
        lines += [f"{first}:", f"{rest}.", '"""', ""]
        lines += ["from __future__ import annotations", "", "APART = {"]
        lines += [f'    "{n}": {round(float(w), 3)},' for n, w in zip(apart.NAMES, weights, strict=True)]
        lines += ["}", f"APART_BIAS = {round(bias, 3)}", "#: The log odds from which a version is set apart."]
        lines += [f"SET_APART = {round(least, 2)}", ""]
        args.output.write_text("\n".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
