"""Learn what the measures weigh by which a version is set apart that reports another event.

    python tools/fit_apart.py DATA.jsonl [--gold GOLD] [-o reader/align/weights_apart.py]

Each line of DATA is a cluster, {"odd": outlet or null, "articles": [{"outlet", "text"}, ...]}: ``odd`` reports another
event. A logistic regression over all versions; the figures printed are cross-validated by cluster. The threshold is the
lowest at which 91 in 100 clusters without such a version are left alone. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from sklearn.linear_model import LogisticRegression

import reader
from reader.align import apart
from reader.align.bags import bags, in_order
from reader.align.scoring import scores

HELD = 3.0
FOLDS = 10
SEEDS = (0, 1, 2, 3, 4, 5)
#: The share of clusters without an odd version that have to be left alone.
ALONE = 0.91

Array = Any


def read(path: Path, gold: Path | None) -> tuple[Array, Array, Array]:
    """The measures of all versions, whether each is odd, and its cluster's number; those of ``gold`` from 10,000 on."""
    rows: list[tuple[float, ...]] = []
    odd: list[bool] = []
    cluster_of: list[int] = []

    def add(source: Path, apart_from: set[str], number: int) -> None:
        cluster = reader.load(source)
        everything = bags(cluster)
        found = apart.measures(apart.told_by(cluster, everything), everything, scores(everything))
        for version, row in zip(in_order(cluster), found, strict=False):
            rows.append(row)
            odd.append(version.outlet in apart_from)
            cluster_of.append(number)

    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            item = json.loads(line)
            file = Path(folder) / f"{number}.jsonl"
            file.write_text("\n".join(json.dumps(article) for article in item["articles"]), "utf-8")
            add(file, {item["odd"]}, number)
    for number, label in enumerate(sorted(gold.glob("*.gold.json")) if gold else (), 10_000):
        name = label.name.removesuffix(".gold.json")
        lines = label.with_name(f"{name}.jsonl")
        wanted = set(json.loads(label.read_text("utf-8")).get("off_event", []))
        add(lines if lines.exists() else label.with_name(name), wanted, number)
    return np.array(rows), np.array(odd), np.array(cluster_of)


def fit(rows: Array, odd: Array) -> tuple[Array, float]:
    """Weights and bias on the measures as they are."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    model = LogisticRegression(C=HELD, max_iter=3000).fit((rows - mean) / spread, odd)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - (weights * mean).sum())


def cross_validate(rows: Array, odd: Array, cluster_of: Array, seed: int) -> Array:
    """The log odds of each version, its cluster left out of the fit."""
    found = np.zeros(len(odd))
    numbers = np.random.RandomState(seed).permutation(np.unique(cluster_of))
    for part in range(FOLDS):
        test = np.isin(cluster_of, numbers[part::FOLDS])
        weights, bias = fit(rows[~test], odd[~test])
        found[test] = rows[test] @ weights + bias
    return found


def figures(sure: Array, odd: Array, cluster_of: Array, least: float) -> tuple[float, float, float]:
    """Shares: odd versions found exactly, clean clusters left alone, versions set apart wrongly."""
    exact, clean, wrong = [], [], 0
    for number in np.unique(cluster_of):
        here = cluster_of == number
        flagged = (sure[here] >= least) & (sure[here] == sure[here].max())
        wrong += int((flagged & ~odd[here]).sum())
        if odd[here].any():
            exact.append(bool((flagged == odd[here]).all()))
        else:
            clean.append(not flagged.any())
    return float(np.mean(exact)), float(np.mean(clean)), wrong / int((~odd).sum())


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
    rows, odd, cluster_of = read(args.data, args.gold)
    runs = [cross_validate(rows, odd, cluster_of, seed) for seed in SEEDS]
    steps = [float(t) for t in np.arange(-3, 3, 0.05)]
    main_data = cluster_of < 10_000
    rate = {
        t: np.mean([figures(r[main_data], odd[main_data], cluster_of[main_data], t) for r in runs], 0) for t in steps
    }
    least = min((t for t in steps if rate[t][1] >= ALONE), default=3.0)
    told = [
        "cross-validated: {:.2f} found exactly, {:.2f} of clean clusters left alone, {:.3f} of versions wrong".format(
            *figures(run[main_data], odd[main_data], cluster_of[main_data], least)
        )
        for run in runs
    ]
    print("\n".join(told))
    weights, bias = fit(rows, odd)
    print(
        "odd in gold",
        (rows @ weights + bias)[odd & ~main_data],
        "others",
        sorted((rows @ weights + bias)[~odd & ~main_data])[-3:],
    )
    print("on the data itself", figures(rows @ weights + bias, odd, cluster_of, least), f"threshold {least:.2f}")
    if args.output:
        lines = ['"""What the measures of a version that may report another event weigh.', ""]
        lines += ["Written by tools/fit_apart.py; change it by running that.", ""]
        lines += [f"From {len(np.unique(cluster_of))} labelled clusters,", f"{told[0]}.", '"""', ""]
        lines += ["from __future__ import annotations", "", "APART = {"]
        lines += [f'    "{n}": {round(float(w), 3)},' for n, w in zip(apart.NAMES, weights, strict=True)]
        lines += ["}", f"APART_BIAS = {round(bias, 3)}", "#: The log odds from which a version is set apart."]
        lines += [f"SET_APART = {round(least, 2)}", ""]
        args.output.write_text("\n".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
