"""What causes what: natural beside made by people, caused by something beside not so, cause taken for effect."""

from __future__ import annotations

from reader.findings import confidence
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.prose.causes import Cause, causes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many characters of a version are looked through for the other cause.
MOST = 20_000


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two causes of one thing that exclude each other, where neither version tells the other's too."""
    for x in causes(a.text):
        for y in causes(b.text):
            rule = _apart(x, y)
            if not rule or _told_too(a, y, rule) or _told_too(b, x, rule):
                continue
            sure = quoted(a, x.span.start) == quoted(b, y.span.start) and rule != TURNED
            yield Disagreement(
                Type.POLARITY, Strength.CONFLICT if sure else Strength.DISCREPANCY, x.span, y.span,
                _canonical(x), _canonical(y), "", rule, confidence.CAUSED, x.effect or y.effect,
            )  # fmt: skip
            return


#: The rules: what is caused by something and what isn't, natural and made by people, cause and effect.
DENIED, NATURES, TURNED = "caused in one version only", "another kind of cause", "cause and effect the other way round"


def _apart(x: Cause, y: Cause) -> str:
    """The rule by which two statements exclude each other; "" where none does."""
    if x.denied != y.denied:
        denied, stated = (x, y) if x.denied else (y, x)
        if denied.nature and denied.nature == stated.nature and _one_effect(x, y):
            return DENIED
        one = _one_effect(x, y) or not denied.effect
        return DENIED if one and denied.head and denied.head in stated.causes else ""
    if x.denied:
        return ""
    if x.nature and y.nature and x.nature != y.nature and _one_effect(x, y):
        return NATURES if _wholly(x, y) else ""
    turned = x.effect != y.effect and x.way and y.way and x.effect in y.causes and y.effect in x.causes
    return TURNED if turned else ""


def _one_effect(x: Cause, y: Cause) -> bool:
    return bool(x.effect) and x.effect == y.effect and x.way == y.way


def _wholly(x: Cause, y: Cause) -> bool:
    """Whether both causes can't be true: each of all of it, or of most."""
    shares = {x.share, y.share}
    return "part" not in shares and shares not in ({"given"}, {"given", ""})


def _told_too(told: Told, other: Cause, rule: str) -> bool:
    """Whether a version tells somewhere what the other does of the same."""
    for mine in causes(told.whole[:MOST]):
        if rule == NATURES and mine.nature == other.nature and _one_effect(mine, other) and not mine.denied:
            return True
        if (
            rule != NATURES
            and mine.denied == other.denied
            and mine.effect == other.effect
            and other.head in mine.causes
        ):
            return True
    return False


def _canonical(x: Cause) -> str:
    return f"{'not ' if x.denied else ''}{x.nature or x.head} of {x.effect}"
