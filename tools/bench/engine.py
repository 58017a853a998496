"""The engine without a screen: alignment and findings beside splitting the same text into sentences and stemming it.

As a script, ``python -m tools.bench.engine FILE``, it prints the figures of one run as JSON. Every run has a process of
its own: the peak of memory is that cluster's, and nothing is remembered from the run before.
"""

from __future__ import annotations

import gc
import json
import re
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tools.bench.process import environment, peak

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Engine:
    """Seconds of computing for one cluster, whatever else the machine does meanwhile; megabytes at most."""

    sentences: int
    splitting: float  #: into sentences, and stemming every word
    aligning: float
    finding: float
    megabytes: float


def measure(path: Path, runs: int) -> Engine:
    """Medians over some runs, and the highest peak of memory."""
    found = [_run(path) for _ in range(runs)]
    return Engine(
        found[0].sentences,
        statistics.median(run.splitting for run in found),
        statistics.median(run.aligning for run in found),
        statistics.median(run.finding for run in found),
        max(run.megabytes for run in found),
    )


def _run(path: Path) -> Engine:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.engine", str(path)],
        check=True,
        capture_output=True,
        text=True,
        env=environment(),
    )
    return Engine(**json.loads(done.stdout))


def main(path: str) -> None:
    """Measure one cluster once and print the figures.

    An example is read before, so that all modules are imported and the common patterns compiled, and cycles are looked
    for as seldom as in the command: what a start costs is in the table of reports.
    """
    import Stemmer

    import reader
    from reader.align import align
    from reader.commands.given import CYCLES
    from reader.findings import find
    from reader.prose.sentences import sentences
    from reader.sources.examples import example_names, example_path

    gc.set_threshold(CYCLES, 20, 50)
    reader.collate(reader.load(example_path(example_names()[-1])))
    cluster = reader.load(path)
    texts = [paragraph.text for version in cluster.versions for paragraph in version.paragraphs]
    stemmer = Stemmer.Stemmer("english")

    began = time.process_time()
    for text in texts:
        sentences(text)
        stemmer.stemWords(re.findall(r"\w+", text.lower()))
    split = time.process_time()
    alignment = align(cluster, None)
    aligned = time.process_time()
    find(cluster, alignment)
    done = time.process_time()
    figures = Engine(
        sum(len(cluster.places(version.id)) for version in cluster.versions),
        split - began,
        aligned - split,
        done - aligned,
        peak(),
    )
    print(json.dumps(asdict(figures)))


if __name__ == "__main__":
    main(sys.argv[1])
