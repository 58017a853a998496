"""Which bounds of the search for contradictions a cluster is too large for, in words: some may go unseen."""

from __future__ import annotations

from reader.findings import date, name, number, quotation
from reader.findings.compare import MANY, MOST_QUESTIONS, STANDING_FOR_MANY, asking
from reader.prose.dates import dates
from reader.prose.names import names
from reader.prose.quantities import quantities
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.align.links import Alignment
    from reader.findings.pair import Told

#: Only a sentence of more words, or of more commas and figures, is looked at for whether it is a list: few are.
WORDS, PARTS = 40, 20
_PART, _SIGNS = regex(r"\d+|[,;]"), "0123456789,;"


def reached(alignment: Alignment, told: Mapping[str, Told]) -> Iterator[str]:
    """A sentence for each bound that was reached. told: sentence -> what the modules see of it."""
    crowded = sum(
        sum(s in told for ids in passage.sentences.values() for s in ids) > MANY for passage in alignment.passages
    )
    if crowded:
        passages = "1 passage has" if crowded == 1 else f"{crowded:,} passages have"
        yield (
            f"{passages} more than {MANY} sentences; contradictions in them are looked for between each sentence and "
            f"about {STANDING_FOR_MANY} that stand for the others"
        )
    if len(told) > MOST_QUESTIONS and (questions := len(asking(told))) > MOST_QUESTIONS:
        yield (
            f"{questions:,} sentences say that something is not known; answers are looked for in the whole of the "
            f"other versions for {MOST_QUESTIONS} of them only"
        )
    if lists := sum(map(_is_list, told.values())):
        sentences = "1 sentence lists" if lists == 1 else f"{lists:,} sentences list"
        yield (
            f"{sentences} more than are compared of one sentence, which are {date.MOST} times, and {number.MOST} "
            "figures, names and quotations each"
        )


def _is_list(told: Told) -> bool:
    """Whether a sentence has more of something than is compared."""
    if len(told.quotes) > quotation.MOST:
        return True
    text = told.text
    few = text.count(" ") < WORDS and text.isprintable()  # no other white space is
    if (few or len(text.split()) <= WORDS) and (
        (text.isascii() and sum(map(text.count, _SIGNS)) <= PARTS)  # there are no more parts, and these count sooner
        or len(_PART.findall(text)) <= PARTS
    ):
        return False
    return (
        len(quantities(told.text)) > number.MOST
        or len(dates(told.text, told.published)) > date.MOST
        or len(names(told.text)) > name.MOST
    )
