"""``make bench``: measure, print the tables, keep them in docs/performance.md.

BENCH_CLUSTER=PATH[:PATH...] make bench      measures these clusters too
python -m tools.bench --only paint keys       measures some things only, and keeps nothing
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import reader
from reader.sources.examples import example_names, example_path
from tools.bench import against_collatex, engine, page, peer, reviewing, screen
from tools.bench.page import Aim, Section, most, seconds, table, thousands, times
from tools.bench.process import VARIORUM, alternately

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Versions by sentences of the generated clusters.
SIZES = ((5, 30), (46, 24), (50, 60), (200, 60))
PARTS = ("report", "paint", "keys", "bytes", "review", "engine")
LARGEST = "200×60"
#: How many times as fast as CollateX the report is to be.
FASTER = 50
#: Of a screen that is drawn 60 times a second, in seconds.
FRAME = 1 / 60
#: How often the cluster with many verdicts is opened, with and without them.
RUNS = 3
#: Versions by sentences of a cluster with some 5,000 findings.
LARGE_REVIEW = (20, 235)


def real_clusters() -> dict[str, Path]:
    """The first example, and what BENCH_CLUSTER names; their names say their size, not where they are."""
    first = example_names()[0]
    found = {f"example “{first}”": Path(example_path(first))}
    for path in filter(None, os.environ.get("BENCH_CLUSTER", "").split(os.pathsep)):
        versions = reader.load(path).versions
        words = sum(len(version.text.split()) for version in versions)
        found[f"{len(versions)} articles, {words:,} words"] = Path(path)
    return found


def generated_clusters(folder: Path) -> dict[str, Path]:
    """Clusters of the SIZES, made by tools/generate.py."""
    found = {}
    for versions, sentences in SIZES:
        found[f"{versions}×{sentences}"] = generated(folder, versions, sentences)
    return found


def generated(folder: Path, versions: int, sentences: int) -> Path:
    """One of them."""
    path = folder / f"{versions}x{sentences}.jsonl"
    words = ["tools/generate.py", str(versions), str(sentences), "--seed", "1", "-o", str(path)]
    subprocess.run([sys.executable, *words], check=True)
    return path


def report(clusters: Mapping[str, Path], folder: Path) -> Section:
    """``variorum report`` beside CollateX."""
    python = str(against_collatex.interpreter())
    rows = []
    found = []
    for name, path in clusters.items():
        texts = folder / "texts.json"
        texts.write_text(json.dumps([version.text for version in reader.load(path).versions]), "utf-8")
        (ours,) = alternately([VARIORUM, "report", str(path)], runs=7)
        beside = [python, against_collatex.__file__]
        exact, near = alternately([*beside, "exact", str(texts)], [*beside, "near", str(texts)], runs=1)
        (again,) = alternately([VARIORUM, "report", str(path)], runs=7)
        ours_median = (ours.median + again.median) / 2
        faster = exact.median / ours_median
        aim = f"the report of {name} ≥ {FASTER} × as fast as CollateX"
        found.append(Aim(aim, times(faster), faster >= FASTER))
        ratios = [times(exact.median / ours_median), times(near.median / ours_median)]
        peaks = f"{max(ours.megabytes, again.megabytes):.0f} MB", f"{exact.megabytes:.0f} MB"
        rows.append([name, seconds(ours_median), seconds(exact.median), seconds(near.median), *ratios, *peaks])
    heads = ["cluster", "report", "CollateX", "near match", "faster", "than near match", "peak", "CollateX's peak"]
    return Section(
        "### The report beside CollateX\n\n"
        "Whole processes: `variorum report PATH`, and CollateX on the same texts, with and without near matching.\n\n"
        + table(heads, rows),
        tuple(found),
    )


def paint(clusters: Mapping[str, Path]) -> Section:
    """The first words on screen beside those of a minimal app."""
    costs = screen.first_paint(clusters.values(), runs=7)
    rows = [
        [name, seconds(small.median), seconds(full.median), times(full.median / small.median)]
        for name, (small, full) in zip(clusters, costs, strict=True)
    ]
    aims = (
        most(f"first words, {name}", full.median / small.median, 2 if name == LARGEST else 1.4, times)
        for name, (small, full) in zip(clusters, costs, strict=True)
    )
    return Section(
        f"### First paint at {screen.COLUMNS}×{screen.ROWS}\n\n"
        "From starting the process to the first words in a pseudo-terminal: a Textual app with one line of text, and "
        "the first words of an article in the reader. Medians of 7, in turn.\n\n"
        + table(["cluster", "minimal app", "reader", "ratio"], rows),
        tuple(aims),
    )


def keys(clusters: Mapping[str, Path]) -> Section:
    """What a key costs on its way to the screen."""
    rows = []
    peaks = []
    medians: dict[str, dict[str, float]] = {}
    for name, path in clusters.items():
        costs, megabytes = screen.keys(path)
        peaks.append((name, megabytes))
        for action, cost in costs.items():
            medians.setdefault(action, {})[name] = cost.seconds
            figures = [thousands(cost.bytes), thousands(cost.most_bytes), f"{cost.frames:.0f}", str(cost.presses)]
            rows.append([f"{name}, {action}", seconds(cost.seconds), *figures])
    least, *_, greatest = clusters
    growth = [
        (action, found[greatest] / found[least])
        for action, found in medians.items()
        if found.keys() >= {least, greatest}
    ]
    heads = ["cluster and key", "to the last byte", "bytes", "most", "frames", "presses"]
    aims = [most(f"{action}, {greatest} to {least},", ratio, 1.5, times) for action, ratio in growth]
    aims += [most(f"memory of the reader, {name},", peak, 400, megabytes_of) for name, peak in peaks[-1:]]
    return Section(
        f"### Keys at {screen.COLUMNS}×{screen.ROWS}\n\n"
        "From the key to the last byte that comes back, and the bytes; medians. *Frames* counts how often "
        "something came: an animation would send dozens.\n\n" + table(heads, rows) + "\n\n"
        "The largest cluster beside the smallest: "
        f"{', '.join(f'{action} {times(ratio)}' for action, ratio in growth)}.\n\n"
        f"Peak memory of the reader: {', '.join(f'{name}: {megabytes_of(peak)}' for name, peak in peaks)}.",
        tuple(aims),
    )


def megabytes_of(value: float) -> str:
    """An amount of memory."""
    return f"{value:.0f} MB"


def review(clusters: Mapping[str, Path], folder: Path) -> Section:
    """What thousands of verdicts cost at the start, and what one costs."""
    versions, sentences = LARGE_REVIEW
    large = generated(folder, versions, sentences)
    with reviewing.on_disk() as disk:
        kind = reviewing.filesystem(disk)
        full, empty = disk / "full", disk / "empty"
        count = reviewing.decide(large, full)
        without, decided = reviewing.start(large, {"empty": empty, "full": full}, runs=RUNS).values()
        starts = [
            [name, seconds(a.median), seconds(b.median), times(b.median / a.median)]
            for name, a, b in (
                ("the first words", without.words, decided.words),
                ("the findings", without.findings, decided.findings),
            )
        ]
        presses = []
        aims = [
            most(
                f"{count:,} findings with {count:,} verdicts open, to the time without,",
                decided.findings.median / without.findings.median,
                1.3,
                times,
            )
        ]
        for name, path in {**clusters, f"{versions}×{sentences}": large}.items():
            cost = reviewing.press(path, empty)
            aims.append(most(f"a verdict on the disk and on screen, {name},", cost.verdict, FRAME, milliseconds))
            figures = [seconds(cost.verdict), seconds(cost.step), seconds(cost.line), times(cost.verdict / cost.step)]
            presses.append([name, *figures, thousands(cost.bytes)])
    return Section(
        f"### A review on {kind}\n\n"
        f"{count:,} verdicts, start: a cluster with {count:,} findings, opened without a verdict and with one on each; "
        f"medians of {RUNS}, in turn.\n\n"
        + table(["until there are", "no verdicts", f"{count:,} verdicts", "ratio"], starts)
        + "\n\nA verdict, from the key to the last byte: written, synced to the disk, on screen, and on to the next "
        "finding. Beside it a finding step and a line, which are only drawn.\n\n"
        + table(["cluster", "verdict (`y`)", "step (`]`)", "line (`j`)", "verdict to step", "bytes"], presses),
        tuple(aims),
    )


def milliseconds(value: float) -> str:
    """A short time."""
    return f"{value * 1000:.1f} ms"


def engine_figures(clusters: Mapping[str, Path]) -> Section:
    """Alignment and findings beside splitting and stemming."""
    rows = []
    found = {}
    for name, path in clusters.items():
        cost = found[name] = engine.measure(path, runs=1 if name.startswith("200") else 3)
        aligning = [seconds(cost.aligning), times(cost.aligning / cost.splitting)]
        finding = [seconds(cost.finding), times(cost.finding / cost.aligning)]
        rows.append(
            [name, str(cost.sentences), seconds(cost.splitting), *aligning, *finding, f"{cost.megabytes:.0f} MB"]
        )
    heads = ["cluster", "sentences", "split, stem", "align", "ratio", "find", "to align", "peak"]
    growth = found[LARGEST].aligning / found["50×60"].aligning
    aims = [
        most(f"aligning to splitting and stemming, {name},", found[name].aligning / found[name].splitting, bound, times)
        for name, bound in (("46×24", 10), (LARGEST, 40))
    ]
    aims.append(most(f"aligning, {LARGEST} to 50×60,", growth, 8, times))
    aims += [
        most(f"finding to aligning, {name},", cost.finding / cost.aligning, 1, times) for name, cost in found.items()
    ]
    return Section(
        "### The engine\n\n"
        "Splitting the texts into sentences and stemming their words, aligning them, finding what differs. "
        "Computing time, medians over processes of their own.\n\n"
        + table(heads, rows)
        + f"\n\nFrom 50×60 to 200×60, four times the sentences, "
        f"alignment takes {times(growth)} the time.",
        tuple(aims),
    )


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="measure only these, and keep nothing")
    parts = parser.parse_args().only or PARTS
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        real, made = real_clusters(), generated_clusters(folder)
        work = {
            "report": lambda: report(real, folder),
            "paint": lambda: paint({**real, LARGEST: made[LARGEST]}),
            "keys": lambda: keys({name: made[name] for name in ("5×30", "46×24", LARGEST)}),
            "bytes": lambda: peer.section(generated(folder, 4, 120), folder),
            "review": lambda: review(real, folder),
            "engine": lambda: engine_figures({**real, **made}),
        }
        sections = []
        for part in PARTS:
            if part in parts:
                sections.append(work[part]())
                print(sections[-1].text + "\n", flush=True)
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    when = f"{time.strftime('%-d %B %Y', time.gmtime())}, in {time.perf_counter() - began:.0f} s"
    measured = f"Measured by `make bench` on {machine}, on {when}."
    aims = page.aims(sections)
    print(f"{aims}\n\n{measured}")
    if parts == PARTS:
        page.keep([measured, aims, *(section.text for section in sections)])


if __name__ == "__main__":
    main()
