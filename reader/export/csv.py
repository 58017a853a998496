"""The findings as CSV: a row for every place that a finding rests on."""

from __future__ import annotations

import csv
import io

from reader.export.plain import plain
from reader.export.reviewed import said_of
from reader.export.view import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.collation import Collation
    from reader.export.reviewed import Reviewed
    from reader.findings.finding import Finding

#: The columns, in order; docs/report.md says what is in each.
COLUMNS = (
    *("finding", "kind", "type", "strength", "confidence", "passage", "side", "claim", "version", "outlet"),
    *("published", "sentence", "start", "end", "words", "text", "explanation"),
)
#: Where there are reviews, the columns that follow them.
REVIEWED = ("verdicts", "times", "notes")

# What a spreadsheet takes for the beginning of a formula, the wide forms of it too.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(collation: Collation, reviews: Sequence[Reviewed] = ()) -> str:
    """The findings as CSV: comma, double quotes where needed, a line feed after each row, a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS + REVIEWED if reviews else COLUMNS)
    for finding in collation.findings:
        said = said_of(reviews, finding.id)
        verdicts = "; ".join(f"{one.reviewer}: {one.verdict}" for one in said)
        times = "; ".join(f"{one.reviewer}: {one.time}" for one in said)
        notes = "; ".join(f"{one.reviewer}: {one.note}" for one in said if one.note)
        for row in _rows(collation, finding):
            writer.writerow([_cell(value) for value in (*row, *((verdicts, times, notes) if reviews else ()))])
    return out.getvalue()


def _rows(collation: Collation, finding: Finding) -> Iterator[tuple[object, ...]]:
    head = (finding.id, finding.kind, finding.type, finding.strength, f"{finding.confidence:.2f}", finding.passage)
    for sentence in finding.sentences:
        place = collation.cluster.place(sentence)
        # An omission has its words in the base and is about the version that lacks them: the row is about that one.
        about = collation.cluster.version(finding.version) if finding.version else place.version
        span = (sentence, place.sentence.start, place.sentence.end)
        yield (
            *(*head, None, None, about.id, about.outlet, about.published),
            *(*span, place.text, place.text, finding.explanation),
        )
    for number, side in enumerate(finding.sides, 1):
        for evidence in side.evidence:
            words = quote(collation.cluster, evidence)
            text = words.before + words.words + words.after
            place_of = (words.version.id, words.version.outlet, words.version.published)
            span = (evidence.sentence, evidence.start, evidence.end)
            yield (*head, number, side.claim, *place_of, *span, words.words, text, finding.explanation)


def _cell(value: object) -> object:
    """A value that a spreadsheet shows and does not run."""
    if value is None or isinstance(value, int):
        return value
    text = str(value)
    cell = plain(text)
    return "'" + cell if text.startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
