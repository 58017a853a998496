"""``variorum agree``: how far the reviewers of a cluster agree, and who said what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.commands.given import collated, some_paths
from reader.commands.output import write
from reader.commands.reviews import reviewed_as_asked, say_vanished
from reader.commands.talk import CommandError
from reader.prose.visible import visible_line
from reader.review.agreement import agreement
from reader.review.tell import agreement_dict, agreement_lines

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.collation import Collation
    from reader.review.agreement import Agreement


def run(args: argparse.Namespace) -> int:
    """Print who reviewed, each pair's agreement, every finding on which verdicts differ, then the others judged.

    As text, or all of it as JSON.

    Raises CommandError where there are not two reviews to compare.
    """
    given = some_paths(args, "agree")
    found = reviewed_as_asked(args, given, collated(args, given))
    names = [review.reviewer for review in found.matched]
    if len(names) < 2:
        there = f"there is one, by {names[0]}" if names else "there are none"
        raise CommandError(f"agree compares two reviews of these versions or more; {there}")
    say_vanished(found.matched)
    told = agreement([f.id for f in found.collation.findings], found.matched)
    if args.format == "json":
        write(json.dumps(agreement_dict(found.collation, told), ensure_ascii=False, indent=1) + "\n", None)
        return 0
    lines = [*agreement_lines(found.collation, told), *_alike(found.collation, told)]
    write("".join(f"{line}\n" for line in lines), None)
    return 0


def _alike(collation: Collation, told: Agreement) -> Iterator[str]:
    """The findings that everybody who judged them judged alike, in the form of the disagreements."""
    differ = set(told.disagreements)
    alike = [f for f in collation.findings if f.id in told.verdicts and f.id not in differ]
    yield f"{len(alike) or 'no'} other finding{'' if len(alike) == 1 else 's'} judged"
    for finding in alike:
        said = ", ".join(f"{reviewer}: {verdict}" for reviewer, verdict in told.verdicts[finding.id].items())
        yield visible_line(f"{finding.id}  {said}  {finding.explanation}")
