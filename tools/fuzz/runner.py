"""Rounds of cases for a target, counted and timed; the smallest case of each failure is kept."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings

from tools.fuzz.targets import write
from tools.fuzz.watch import watched

if TYPE_CHECKING:
    from tools.fuzz.inputs import Case
    from tools.fuzz.targets import Target

#: CPU seconds after which a case is hanging: some thousand times as much as one takes.
HANGS = 30.0


@dataclass
class Tally:
    """What the cases of a target came to."""

    cases: int = 0
    seconds: float = 0.0  #: CPU time of all
    slowest: float = 0.0  #: CPU time of the slowest
    slowest_case: Case | None = None
    failures: list[Failure] = field(default_factory=list)

    def add(self, case: Case, seconds: float) -> None:
        """Count a case."""
        self.cases += 1
        self.seconds += seconds
        if seconds > self.slowest:
            self.slowest, self.slowest_case = seconds, case


@dataclass(frozen=True)
class Failure:
    """A case that should have come through and did not."""

    case: Case
    what: str  #: the traceback


def one(target: Target, case: Case, tally: Tally) -> None:
    """Put one case through a target; raises what goes wrong, Late where it hangs."""
    begun = time.process_time()
    with TemporaryDirectory() as name, watched(HANGS):
        target.check(case, Path(name).resolve())
    tally.add(case, time.process_time() - begun)


def run(target: Target, tally: Tally, *, number: int, cases: int) -> None:
    """A round of cases from the seed ``number``. A failure goes into the tally, made as small as it gets."""
    last: list[Failure] = []

    @seed(number)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        derandomize=False,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
    )
    @given(target.cases)
    def every(case: Case) -> None:
        try:
            one(target, case, tally)
        except BaseException as error:
            last[:] = [Failure(case, "".join(traceback.format_exception(error)))]
            raise

    try:
        every()
    except KeyboardInterrupt:
        raise
    except BaseException:
        if not last:  # nothing went through the target: it is the fuzzer that is wrong
            raise
        tally.failures += last


def keep(failure: Failure, folder: Path) -> None:
    """Write a failure into a folder: its files, and what went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    write(failure.case, folder)
    (folder / "FAILURE.txt").write_text(f"{failure.what}\n{failure.case!r}\n", "utf-8", "backslashreplace")
