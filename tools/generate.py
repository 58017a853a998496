"""Write an invented cluster of any size: so many versions of so many sentences, with what real ones share.

    python tools/generate.py VERSIONS SENTENCES [--seed N] [-o FILE.jsonl]

Versions come in families that follow one agency. Three facts at the heart of the story are told by all versions, about
half of a version's sentences by its family, the rest by itself alone; of what a family shares, a third is copied to the
letter and the others reword it. So a sentence has about as many counterparts in a large cluster as in a small one.
Nothing in it is news: names, places and words are made of syllables.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

#: How many versions follow one agency.
FAMILY = 8
#: Facts that every version tells.
HEART = 3

_SYLLABLES = "ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se ta te to va ve"
_ENDS = ("n", "r", "l", "s", "t", "nd", "rk", "m")
_SAID = ("said", "told reporters", "announced", "confirmed", "added")
_SHAPES = (
    "{who} of {place} {did} {number} {things} near the {thing} on {day}, {source} {said}.",
    "On {day}, {number} {things} were {done} by {who} of {place} near the {thing}, according to {source}.",
    "{source} {said} that {who} {did} {number} {things} near the {thing} in {place} on {day}.",
    "“We {did} {number} {things} near the {thing},” {who} {said} in {place} on {day}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def cluster(versions: int, sentences: int, seed: int = 0) -> list[dict[str, str]]:
    """The articles of one invented cluster: outlet, headline, published and text. Equal arguments, equal articles."""
    chance = random.Random(seed)
    heart = [_fact(chance) for _ in range(HEART)]
    articles = []
    family: list[dict[str, str]] = []
    for n in range(versions):
        if n % FAMILY == 0:
            family = [_fact(chance) for _ in range(max(1, sentences * 3 // 4))]
        told = heart + _some(family, (sentences - HEART) * 2 // 3, chance)
        told += [_fact(chance) for _ in range(sentences - len(told))]
        lines = [_tell(fact, chance) for fact in told]
        paragraphs = [" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]
        headline = f"{heart[0]['who']} {heart[0]['did']} {heart[0]['things']} in {heart[0]['place']}"
        published = f"2031-05-{1 + n % 28:02}T{n % 24:02}:00:00Z"
        outlet = f"{_name(chance)} {n + 1}"
        articles.append(
            {"outlet": outlet, "headline": headline, "published": published, "text": "\n\n".join(paragraphs)}
        )
    return articles


def _some(facts: list[dict[str, str]], count: int, chance: random.Random) -> list[dict[str, str]]:
    """A part of the facts, in their order but for a few."""
    picked = sorted(chance.sample(range(len(facts)), max(0, min(count, len(facts)))))
    for _ in range(len(picked) // 12):
        one, other = chance.randrange(len(picked)), chance.randrange(len(picked))
        picked[one], picked[other] = picked[other], picked[one]
    return [facts[n] for n in picked]


def _fact(chance: random.Random) -> dict[str, str]:
    verb = _word(chance)
    thing = _word(chance)
    fact = {
        "who": f"{_name(chance)} {_name(chance)}",
        "place": _name(chance),
        "did": f"{verb}ed",
        "done": f"{verb}ed",
        "things": f"{thing}s",
        "thing": f"{_word(chance)} {_word(chance)}",
        "number": str(chance.randrange(3, 900)),
        "day": chance.choice(_DAYS),
        "source": f"the {_word(chance)} office",
        "said": chance.choice(_SAID),
    }
    fact["copy"] = _SHAPES[chance.randrange(len(_SHAPES))].format(**fact)
    return fact


def _tell(fact: dict[str, str], chance: random.Random) -> str:
    if chance.random() < 1 / 3:
        line = fact["copy"]
    else:
        line = chance.choice(_SHAPES).format(**{**fact, "said": chance.choice(_SAID)})
    return line[0].upper() + line[1:]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES.split()) for _ in range(chance.randrange(2, 4))) + chance.choice(_ENDS)


def _name(chance: random.Random) -> str:
    return _word(chance).capitalize()


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Write an invented cluster as JSON Lines.")
    parser.add_argument("versions", type=int)
    parser.add_argument("sentences", type=int, help="sentences a version, 4 at least")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, help="a file; without it, standard output")
    args = parser.parse_args(argv)
    if args.versions < 1 or args.sentences < HEART + 1:
        parser.error(f"at least 1 version and {HEART + 1} sentences")
    lines = [json.dumps(article, ensure_ascii=False) for article in cluster(args.versions, args.sentences, args.seed)]
    text = "\n".join(lines) + "\n"
    if args.output:
        args.output.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
