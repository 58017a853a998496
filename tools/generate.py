"""Make a cluster of any size, for measuring: ``python tools/generate.py VERSIONS SENTENCES [--seed N] -o FILE.jsonl``.

Every version tells so many sentences, each one of a stock of invented facts. A fact is told by about TELLERS versions,
however many there are, each in words of its own: so the overlap stays the same while the cluster grows. The same
numbers and the same seed give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

#: Ways to say the same; a version takes one of each row.
_WAYS = (
    ("said", "told reporters", "announced", "stated"),
    ("killed", "left dead"),
    ("about", "around", "roughly"),
    ("more than", "over"),
    ("damaged", "wrecked", "destroyed"),
    ("police", "officers"),
    ("began", "started"),
    ("residents", "people living there", "locals"),
    ("workers", "staff", "employees"),
    ("helped", "assisted"),
    ("repair", "mend"),
    ("closed", "shut"),
    ("opened", "reopened"),
    ("found", "discovered"),
    ("asked", "requested"),
)
_ROLES = (
    "mayor",
    "minister",
    "fire chief",
    "teacher",
    "surgeon",
    "engineer",
    "judge",
    "union leader",
    "harbour master",
)
_DEEDS = (
    "{who}, the {role} of {place}, said {day} that {number} {things} were damaged near the {spot}",
    "police closed the {spot} in {place} {day} after workers found {number} {things} behind the {other}",
    "{number} {things} were taken from the {spot} to {place} {day}, according to {who}, a {role}",
    "{who} asked the {role} of {place} to repair the {spot} and the {other} before winter",
    "residents of {place} helped {who} carry {number} {things} out of the {spot} {day}",
    "the {role} began an inquiry into the {other} of {place}, {who} said, and wants {number} {things} back",
    "about {number} {things} stood in the {spot} when the {other} of {place} failed {day}",
    "{who} opened a {spot} for {number} {things} in {place} and called it a gift to the {role}",
    "more than {number} {things} are missing from the {other}, {who} said in {place} {day}",
)
_SPOTS = (
    *("bridge", "market", "library", "quarry", "station", "mill", "theatre", "reservoir", "chapel", "depot", "school"),
    *("orchard", "tunnel", "brewery", "archive", "lighthouse", "hospital", "airfield", "museum", "dam", "arcade"),
)
_THINGS = (
    *(
        "houses",
        "boats",
        "lorries",
        "crates",
        "windows",
        "letters",
        "sheep",
        "engines",
        "paintings",
        "barrels",
        "trees",
    ),
    *("machines", "passengers", "tickets", "blankets", "radios", "bicycles", "documents", "chairs", "cables"),
)
_DAYS = ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "at the weekend", "last week")
_PARTS = (
    "ka",
    "lo",
    "mer",
    "tin",
    "sa",
    "vol",
    "den",
    "ri",
    "hal",
    "bor",
    "ne",
    "gus",
    "pra",
    "wick",
    "fen",
    "dor",
    "ly",
)


@dataclass(frozen=True)
class Fact:
    """One thing that happened: a sentence with no words chosen yet."""

    deed: str
    values: dict[str, str]


def _name(dice: random.Random, least: int = 2) -> str:
    return "".join(dice.choice(_PARTS) for _ in range(dice.randint(least, 3))).capitalize()


def _fact(dice: random.Random) -> Fact:
    return Fact(
        dice.choice(_DEEDS),
        {
            "who": f"{_name(dice)} {_name(dice)}",
            "role": dice.choice(_ROLES),
            "place": _name(dice),
            "day": dice.choice(_DAYS),
            "number": str(dice.choice((3, 7, 12, 18, 25, 40, 64, 90, 150, 320, 1500))),
            "things": dice.choice(_THINGS),
            "spot": dice.choice(_SPOTS),
            "other": dice.choice(_SPOTS),
        },
    )


def _tell(fact: Fact, dice: random.Random) -> str:
    """The fact in one version's words; now and then with another number or day, as newsrooms do."""
    values = dict(fact.values)
    if dice.random() < 0.03:
        values["number"] = str(int(values["number"]) + 1)
    if dice.random() < 0.02:
        values["day"] = dice.choice(_DAYS)
    text = fact.deed.format_map(values)
    for ways in _WAYS:
        if ways[0] in text:
            text = text.replace(ways[0], dice.choice(ways), 1)
    return text[0].upper() + text[1:] + "."


def articles(versions: int, sentences: int, seed: int = 1, tellers: int = 8) -> list[dict[str, str]]:
    """The articles of a cluster. tellers: how many versions tell a fact, on average; never more than two in three."""
    dice = random.Random(seed)
    told_by = max(1, min(tellers, versions * 2 // 3))
    facts = [_fact(dice) for _ in range(max(sentences, versions * sentences // told_by))]
    made = []
    for number in range(1, versions + 1):
        chosen = sorted(dice.sample(range(len(facts)), sentences))
        for _ in range(sentences // 12):  # newsrooms tell in different orders
            a, b = dice.sample(range(sentences), 2)
            chosen[a], chosen[b] = chosen[b], chosen[a]
        told = [_tell(facts[n], dice) for n in chosen]
        paragraphs = [" ".join(told[n : n + 3]) for n in range(0, sentences, 3)]
        published = datetime(2025, 3, 8, 6, tzinfo=UTC) + timedelta(minutes=7 * number)
        made.append(
            {
                "outlet": f"Outlet {number}",
                "headline": f"What {facts[chosen[0]].values['who']} saw in {facts[chosen[0]].values['place']}",
                "published": published.isoformat(),
                "language": "en",
                "text": "\n\n".join(paragraphs),
            }
        )
    return made


def main() -> None:
    """Write the cluster as JSON Lines."""
    parser = argparse.ArgumentParser(prog="generate.py")
    parser.add_argument("versions", type=int)
    parser.add_argument("sentences", type=int, help="in each version")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tellers", type=int, default=8, help="how many versions tell each fact, on average")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.jsonl")
    args = parser.parse_args()
    lines = (json.dumps(a) for a in articles(args.versions, args.sentences, args.seed, args.tellers))
    args.output.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
