"""Findings in words: one plain sentence each, as a person would say it, made of names, counts and the very words."""

from __future__ import annotations

from reader.findings.finding import Type
from reader.frozen import NamedTuple
from reader.prose.number_words import SMALL
from reader.prose.regex import regex
from reader.prose.word_lists import listed as listed_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: More versions than this are counted instead of named.
MOST_NAMED = 3
#: A claim is cut to this many characters.
LONGEST_CLAIM = 90
#: Up to this many characters, other words for the same are told as well.
SHORT_CLAIM = 30

_COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]


_COUNTED = regex(rf"(?:{'|'.join(_COUNTS)}|\d+) versions?\b")


class Claimed(NamedTuple):
    """One side, as it is told: who says it, and in which words."""

    outlets: tuple[str, ...]
    claim: str
    value: str = ""  #: what was read there
    also: tuple[str, ...] = ()  #: other words in which some of the outlets say the same
    partly: tuple[str, ...] = ()  #: the outlets that have only parts of a quotation; they are among ``outlets``


def listed(names: Sequence[str]) -> str:
    """Names as a person lists them: "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _counted(n: int) -> str:
    return _COUNTS[n].lower() if n < len(_COUNTS) else str(n)


def counted(n: int, noun: str = "version") -> str:
    """A number of things at the beginning of a sentence: "Three versions", "14 versions"."""
    return f"{_COUNTS[n] if n < len(_COUNTS) else n} {noun}{'' if n == 1 else 's'}"


def who(names: Sequence[str]) -> str:
    """The names where they are few, else how many there are."""
    return listed(names) if len(names) <= MOST_NAMED else counted(len(names))


def quoted(words: str) -> str:
    """The very words, in quotation marks, on one line and not too long."""
    words = " ".join(words.split())
    if len(words) > LONGEST_CLAIM:
        head = words[: LONGEST_CLAIM * 2 // 3].rsplit(" ", 1)[0]
        tail = words[-LONGEST_CLAIM // 3 :].split(" ", 1)[-1]
        words = f"{head} … {tail}"
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


#: Words for amounts, which many claims begin with: in the middle of a sentence they are written small.
_AMOUNTS = SMALL.keys() | listed_words(
    "some many most all both none no nobody several few more less fewer over under about nearly almost around roughly "
    "approximately between up as at just only dozens hundreds thousands tens half every each another"
)


def amount(words: str) -> str:
    """A claim of how much or how many as it stands inside a sentence: "Three" is "three", "About 40" is "about 40"."""
    first = words.split(None, 1)[0] if words.split() else ""
    small = first[:1].isupper() and first[1:].islower() and first.lower().split("-")[0] in _AMOUNTS
    return words[0].lower() + words[1:] if small else words


#: What a version does that holds a value: for one version, for several.
_VERBS = {
    (Type.QUOTATION, ""): ("has", "have"),
    (Type.CERTAINTY, "stated"): ("tells it as a fact", "tell it as a fact"),
    (Type.CERTAINTY, "in doubt"): ("is less sure", "are less sure"),
    (Type.CERTAINTY, "called false"): ("calls the claim false", "call the claim false"),
    (Type.CERTAINTY, "reported"): ("only reports it", "only report it"),
}
#: The same where a rule, by the words that it begins with, sees more than a doubt.
_VERBS_OF_RULES = {
    ("open", "in doubt"): ("leaves it open", "leave it open"),
    ("open", "stated"): ("says", "say"),
    ("left open", "in doubt"): ("leaves it open", "leave it open"),
    ("left open", "stated"): ("says", "say"),
    ("claimed", "in doubt"): ("tells it as a claim", "tell it as a claim"),
    ("called so", "in doubt"): ("adds a doubt", "add a doubt"),
    ("still talked", "in doubt"): ("says it is not settled yet", "say it is not settled yet"),
    ("still talked", "stated"): ("tells it as settled", "tell it as settled"),
}


def _verbs(kind: Type, value: str, rule: str) -> tuple[str, str]:
    """What one version does that holds a value, and what several do."""
    if kind is Type.CERTAINTY:
        for (begins, of), verbs in _VERBS_OF_RULES.items():
            if of == value and rule.startswith(f"{begins} "):
                return verbs
    return _VERBS.get((kind, value)) or _VERBS.get((kind, "")) or ("says", "say")


#: What is disagreed about, as a person would call it, by whether votes are spoken of.
_LABELS = {"score or vote": {True: "vote", False: "score"}}


def _side(kind: Type, side: Claimed, leads: bool, rule: str) -> str:
    """One side; a verb is not said again where it is the one before."""
    one, many = _verbs(kind, side.value, rule)
    colon = ":" if " " in one else ""
    if kind in (Type.NUMBER, Type.QUANTIFIER):
        side = side._replace(claim=amount(side.claim), also=tuple(map(amount, side.also)))
    names = who(side.outlets) if leads else _lower(who(side.outlets))
    whole = [outlet for outlet in side.outlets if outlet not in side.partly]
    if side.partly and whole and len(side.outlets) <= MOST_NAMED:
        names = f"{listed(whole)} and, in part, {listed(side.partly)}"
    verb = f" {one if len(side.outlets) == 1 else many}{colon}" if leads or kind is Type.CERTAINTY else ""
    return f"{names}{verb} {_said(side)}"


def _said(side: Claimed) -> str:
    """The words of a side; those of one outlet are not put into the mouth of another that says it otherwise."""
    if not side.also:
        return quoted(side.claim)
    short = len(side.also) == 1 and max(len(side.claim), len(side.also[0])) <= SHORT_CLAIM
    return f"{quoted(side.claim)} or {quoted(side.also[0]) if short else 'the like'}"


def contradiction(kind: Type, sides: Sequence[Claimed], about: str = "", in_time: bool = False, rule: str = "") -> str:
    """What the sides of a contradiction say.

    about: what they disagree about; in_time: whether the sides stand in the order of publication, and each may update
    the one before; rule: the name of the rule that saw it.
    """
    told = [_side(kind, side, n == 0, rule) for n, side in enumerate(sides)]
    sentence = ("; " if kind is Type.CERTAINTY else ", ").join(told)
    if kind is Type.QUOTATION:
        sentence = f"The quotation differs: {_lower(sentence)}"
    if in_time and len(sides) > 2:
        about = f"{about}, in the order of publication" if about else "in the order of publication"
    if about:
        label = _LABELS.get(about, {}).get("vote" in sentence, about)
        sentence = f"{label[:1].upper()}{label[1:]}: {_lower(sentence)}"
    if in_time and len(sides) == 2:
        later = sides[-1].outlets
        named = listed(later) if len(later) < MOST_NAMED else f"these {_counted(len(later))}"
        sentence += f"; {named} {'is the later report' if len(later) == 1 else 'are the later reports'}"
    return f"{sentence}."


def addition(outlets: Sequence[str], base: str, sentences: int, *, only: bool = True) -> str:
    """Who has what the base lacks; the first of the outlets is the one whose addition it is.

    only: whether it is known of all others that they lack it.
    """
    what = (
        "this"
        if sentences == 1
        else f"these {_COUNTS[sentences].lower() if sentences < len(_COUNTS) else sentences} sentences"
    )
    if len(outlets) == 1:
        return f"Only {outlets[0]} reports {what}." if only else f"{outlets[0]} reports {what}; {base} does not."
    others = outlets[1:]
    do = f"{counted(len(others), 'other').lower()} do" if len(others) > MOST_NAMED else _do(others)
    return f"{outlets[0]} reports {what}, as {do}; {base} does not."


def omission(outlet: str, others: Sequence[str], sentences: int) -> str:
    """Who lacks what the base has; ``others`` report it, the base first."""
    what = (
        "this"
        if sentences == 1
        else f"these {_COUNTS[sentences].lower() if sentences < len(_COUNTS) else sentences} sentences"
    )
    return f"{outlet} does not report {what}; {_do(others)}."


def _do(outlets: Sequence[str]) -> str:
    return f"{_lower(who(outlets))} {'does' if len(outlets) == 1 else 'do'}"


def _lower(words: str) -> str:
    """A count in the middle of a sentence; names stay as they are."""
    return words[0].lower() + words[1:] if _COUNTED.match(words) else words
