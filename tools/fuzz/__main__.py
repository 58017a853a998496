"""``make fuzz``: throw hostile input at everything that takes some, and say what came of it.

    python -m tools.fuzz --seconds 600 [--seed N]           so long by chance, then large inputs, short lines, patterns
    python -m tools.fuzz --only random --target journal     a part of it, or one target

Ends with 1 where anything failed. What failed, as small as it gets, is kept in a folder.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

from tools.fuzz import large, lines
from tools.fuzz.runner import Tally, keep, run
from tools.fuzz.targets import TARGETS

PARTS = ("random", "large", "lines", "patterns")
#: So many of the slowest texts of short lines are told.
SLOWEST = 25
#: Cases of a target between two looks at the clock.
ROUND = 50


def by_chance(seconds: float, seed: int, names: list[str], failures: Path) -> int:
    """Rounds of each target in turn for so long; how many failed."""
    targets = [target for target in TARGETS if not names or target.name in names]
    tallies = {target.name: Tally() for target in targets}
    end, number = time.monotonic() + seconds, seed
    while time.monotonic() < end:
        for target in targets:
            if not tallies[target.name].failures:
                run(target, tallies[target.name], number=number, cases=ROUND)
        if all(tally.failures for tally in tallies.values()):
            break
        number += 1
    print("target      cases   CPU s   slowest")
    for name, tally in tallies.items():
        size = tally.slowest_case.size if tally.slowest_case else 0
        print(f"{name:10} {tally.cases:6,} {tally.seconds:7.1f}   {tally.slowest:.2f} s for {size:,} bytes")
        for n, failure in enumerate(tally.failures):
            place = failures / f"{name}-{seed}-{n}"
            keep(failure, place)
            print(f"FAILED, kept in {place}:\n{failure.what}")
    total = sum(tally.cases for tally in tallies.values())
    print(
        f"{total:,} cases in {sum(tally.seconds for tally in tallies.values()):.0f} s of CPU time, seeds from {seed}\n"
    )
    return sum(len(tally.failures) for tally in tallies.values())


def by_hand() -> int:
    """The large inputs; how many failed."""
    failed = 0
    print(f"{'large input':34}   MB   load  collate  export  paint  s/MB  memory")
    for one in large.LARGE:
        cost = large.measure(one)
        if cost.error:
            wrong = not one.refused or one.refused not in cost.error
            failed += wrong
            print(f"{one.name:34} {'FAILED' if wrong else 'refused'}: {cost.error}", flush=True)
            continue
        print(
            f"{cost.name:34} {cost.megabytes:4.1f} {cost.load:6.1f} {cost.collate:8.1f} {cost.export:7.1f} "
            f"{cost.paint:6.1f} {cost.seconds / cost.megabytes:5.1f} {cost.memory:4.0f} MB",
            flush=True,
        )
    print()
    return failed


def by_lines() -> None:
    """Texts of short lines, the slowest first."""
    found = lines.measure()
    print(f"{'short lines':24} as           MB   load  s/MB")
    for one in found[:SLOWEST]:
        refused = f"  refused: {one.error}" if one.error else ""
        print(f"{one.shape:24} {one.form:10} {one.megabytes:4.2f} {one.seconds:6.2f} {one.rate:5.2f}{refused}")
    above = sum(one.rate > 1 for one in found)
    print(f"{len(found)} texts, {above} above 1 s a MB; the median {found[len(found) // 2].rate:.2f}\n")


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = argparse.ArgumentParser(description="Throw hostile input at the reader.")
    options.add_argument("--seconds", type=float, default=60, help="how long by chance (default: 60)")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--only", choices=PARTS, action="append", help="a part of it; may be given again")
    options.add_argument("--target", choices=[t.name for t in TARGETS], action="append", default=[])
    options.add_argument("--failures", type=Path, default=Path("fuzz-failures"), help="where what failed is kept")
    args = options.parse_args(argv)
    parts = args.only or PARTS
    failed = by_chance(args.seconds, args.seed, args.target, args.failures) if "random" in parts else 0
    if "large" in parts:
        failed += by_hand()
    if "lines" in parts:
        by_lines()
    if "patterns" in parts:
        # In a process of its own, which has to see the package being loaded.
        failed += subprocess.run([sys.executable, "-m", "tools.fuzz.patterns", "--seed", str(args.seed)]).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
