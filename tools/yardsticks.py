"""How many expressions the readers of numbers, quantities and times read as others do.

    python tools/yardsticks.py [--data FOLDER] [--show N]

FOLDER holds numbers.json and dates.json (cases of a recogniser's test suite: a text, its numbers or dates with their
values, dates with a reference date) and expressions.jsonl (forms that mean the same, by dimension, as another parser's
test corpus gives them; its clock stands at 4:30 on 12 February 2013). A form counts as right when the value is
read from it, whatever else is read beside it. Out of reach on purpose: holidays, times of day without
a clock, telephone numbers.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.prose.dates import dates
from reader.prose.number_tokens import tokens
from reader.prose.numerals import numeral
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, Qualifier, Quantity, QuantityKind
from reader.prose.units import CURRENCIES, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The day that the expressions are read on.
CLOCK = date(2013, 2, 12)
#: A stretch shorter than so many days that holds the wanted day is right: "a month ago" is no exact day to a reader.
LOOSE = 45
#: One case: which yardstick, the text, and whether it was read right.
Case = tuple[str, str, bool]


def close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))


def numbers(path: Path) -> Iterator[Case]:
    """Numbers with their values."""
    for case in json.loads(path.read_text("utf-8")):
        words = tokens(case["Input"])
        read: list[float] = []
        at = 0
        while at < len(words):
            found = numeral(words, at)
            read += [found.low] if found else []
            at = found.end if found else at + 1
        wanted = [float(r["Resolution"]["value"]) for r in case["Results"] if r.get("Resolution", {}).get("value")]
        if wanted:
            yield "numbers", case["Input"], all(any(close(abs(w), r) for r in read) for w in wanted)


def days(path: Path) -> Iterator[Case]:
    """Dates with the day that they are read on; either of two resolutions is right."""
    for case in json.loads(path.read_text("utf-8")):
        reference = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
        read = [days for when in dates(case["Input"], reference) for days in when.readings]
        for result in case["Results"]:
            values = (result["Value"].get(f"{which}Resolution", {}).get("date") for which in ("Past", "Future"))
            wanted = [date.fromisoformat(value) for value in values if value]
            if wanted:
                yield (
                    "dates",
                    case["Input"],
                    any(start <= day <= end and (end - start).days < LOOSE for day in wanted for start, end in read),
                )


_NUMBER = r"(-?\d+(?:\.\d+)?(?:e-?\d+)?)"
_SIMPLE = re.compile(rf"\((simple|under|above) (\w+) {_NUMBER}(?: .*)?\)")
_BETWEEN = re.compile(rf"\(between (\w+) \({_NUMBER}, {_NUMBER}\)(?: .*)?\)")
_PLAIN = re.compile(rf"\((NumeralValue|OrdinalData) {_NUMBER}\)")
_LASTS = re.compile(rf"\(DurationData {_NUMBER} (\w+)\)")
_TIME = re.compile(r"\(datetime \((\d+), (\d+), (\d+), \d+, \d+, \d+\) (Day|Month|Year)\)")
_CODES = {"Dollar": "USD", "Pound": "GBP", "Cent": "USD", "Riyal": "SAR", "Dirham": "AED"}


def expressions(path: Path) -> Iterator[Case]:
    """Forms that mean the same, by dimension."""
    for line in path.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        for text in row["inputs"]:
            right = _right(row["dim"], row["expected"], text)
            if right is not None:
                yield f"expressions: {row['dim']}", text, right


def _right(dimension: str, expected: str, text: str) -> bool | None:
    """Whether a form is read as expected; None where the expectation is of a kind that isn't measured."""
    if found := _TIME.fullmatch(expected):
        return _right_time(found, text)
    read = quantities(text)
    if found := _PLAIN.fullmatch(expected):
        kind = {"NumeralValue": (QuantityKind.COUNT, QuantityKind.SHARE), "OrdinalData": (QuantityKind.ORDINAL,)}
        wanted = float(found[2])
        return any(close(q.value, wanted) for q in read if q.kind in kind[found[1]]) or _bare(text, wanted)
    if found := _LASTS.fullmatch(expected):
        factor = UNITS.get(found[2].lower(), (None, 7889238.0))[1]
        return any(q.dimension is Dimension.DURATION and close(q.value, float(found[1]) * factor) for q in read)
    if found := _SIMPLE.fullmatch(expected):
        bound = {"under": (Qualifier.LESS, Qualifier.AT_MOST), "above": (Qualifier.MORE, Qualifier.AT_LEAST)}
        return any(
            _is(q, found[2], float(found[3])) for q in read if q.qualifier in bound.get(found[1], tuple(Qualifier))
        )
    if found := _BETWEEN.fullmatch(expected):
        low, high = float(found[2]), float(found[3])
        return any(_is(q, found[1], (low + high) / 2) for q in read if q.qualifier is Qualifier.BETWEEN)
    return None


def _bare(text: str, wanted: float) -> bool:
    """A number alone, which is no quantity of anything."""
    words = tokens(text)
    found = numeral(words, 0) if words else None
    return found is not None and close((found.low + found.high) / 2, wanted)


def _is(quantity: Quantity, unit: str, value: float) -> bool:
    if unit == "Unnamed":
        return close(quantity.value, value)
    if quantity.dimension is Dimension.MONEY:
        code = _CODES.get(unit, unit)
        return quantity.unit == CURRENCIES.get(unit.lower(), code) and close(quantity.value, value)
    if quantity.dimension is Dimension.TEMPERATURE:
        return quantity.unit in (unit.lower(), "degree") and close(quantity.value, value)
    known = UNITS.get(unit.lower())
    return known is not None and quantity.dimension is known[0] and close(quantity.value, value * known[1])


def _right_time(expected: re.Match[str], text: str) -> bool:
    year, month, number = (int(expected[n]) for n in (1, 2, 3))
    for start, end in (days for when in dates(text, CLOCK) for days in when.readings):
        length, wanted = (end - start).days, date(year, month, number)
        if expected[4] == "Day" and start <= wanted <= end and length < LOOSE:
            return True
        if start != wanted:
            continue
        if {"Day": length == 0, "Month": 27 <= length <= 30, "Year": length >= 364}[expected[4]]:
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the readers of numbers, quantities and times.")
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "eval")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N forms of each kind that are read wrongly"
    )
    args = parser.parse_args()
    readers = {"numbers.json": numbers, "dates.json": days, "expressions.jsonl": expressions}
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for name, read in readers.items():
        path = args.data / name
        if not path.exists():
            print(f"{path} is not there: skipped", file=sys.stderr)
            continue
        for kind, text, right in read(path):
            counts[kind][right] += 1
            if not right and counts[kind][False] <= args.show:
                print(f"wrong  {kind:28} {text}")
    for kind, found in counts.items():
        total = found[True] + found[False]
        print(f"{kind:28} {found[True]:4} of {total:4} read right ({found[True] / total:.0%})")


if __name__ == "__main__":
    main()
