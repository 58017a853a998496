"""How a terminal writes: colours and attributes, and the shortest way from one pen to another."""

from __future__ import annotations

from functools import lru_cache

from reader.frozen import NamedTuple

#: Codes that switch an attribute on.
_ON = frozenset(("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53"))
#: Codes that switch one off again. Underlining twice and frames have none that all terminals know.
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
_ENDS = {off: {code for code in _OFF if _OFF[code] == off} for off in _OFF.values()}
#: What a blank shows beside its background.
_SEEN_ON_BLANKS = frozenset(("4", "7", "9", "21", "53"))


class Pen(NamedTuple):
    """Colours as SGR parameters, "" for the terminal's default, and the attributes that are on."""

    color: str = ""
    background: str = ""
    attributes: frozenset[str] = frozenset()

    @property
    def marks_blanks(self) -> bool:
        """Whether a blank shows more of it than the background."""
        return not _SEEN_ON_BLANKS.isdisjoint(self.attributes)


DEFAULT = Pen()


@lru_cache(maxsize=4096)
def apply(pen: Pen, parameters: str) -> Pen | None:
    """The pen after an SGR sequence; None where it says something that is not known here."""
    codes = parameters.split(";") if parameters else ["0"]
    color, background, attributes = pen
    n = 0
    while n < len(codes):
        code = codes[n]
        if code in ("0", ""):
            color, background, attributes = DEFAULT
        elif code in _ON:
            attributes |= {code}
        elif code in _ENDS:
            attributes -= _ENDS[code] | ({"21"} if code == "24" else set())
        elif code in ("38", "48"):
            size = {"5": 3, "2": 5}.get(codes[n + 1] if n + 1 < len(codes) else "", 0)
            if not size or n + size > len(codes):
                return None
            value = ";".join(codes[n : n + size])
            if code == "38":
                color = value
            else:
                background = value
            n += size - 1
        elif code.isdigit() and (30 <= int(code) <= 37 or 90 <= int(code) <= 97):
            color = code
        elif code.isdigit() and (40 <= int(code) <= 47 or 100 <= int(code) <= 107):
            background = code
        elif code == "39":
            color = ""
        elif code == "49":
            background = ""
        else:
            return None
        n += 1
    return Pen(color, background, attributes)


@lru_cache(maxsize=4096)
def without(pen: Pen, lacks: frozenset[str]) -> Pen:
    """The pen of a terminal that lacks some attributes."""
    return pen if lacks.isdisjoint(pen.attributes) else pen._replace(attributes=pen.attributes - lacks)


@lru_cache(maxsize=4096)
def on_blanks(pen: Pen) -> Pen:
    """The same for blanks, which show no colour and few attributes: pens that look alike on them become equal."""
    return pen if pen.marks_blanks else Pen("", pen.background)


@lru_cache(maxsize=4096)
def change(before: Pen, after: Pen) -> str:
    """The shortest SGR sequence that makes one pen of another."""
    if before == after:
        return ""
    ways = [_codes(DEFAULT, after, "0")]
    ends = before.attributes - after.attributes
    if ends.issubset(_OFF):
        off = sorted({_OFF[code] for code in ends})
        lost = {code for code in before.attributes if _OFF.get(code) in off}  # bold and dim end together
        ways.append(_codes(before._replace(attributes=before.attributes - lost), after, *off))
    return min(ways, key=len)


def _codes(before: Pen, after: Pen, *codes: str) -> str:
    found = [*codes, *sorted(after.attributes - before.attributes)]
    if after.color != before.color:
        found.append(after.color or "39")
    if after.background != before.background:
        found.append(after.background or "49")
    return "\x1b[m" if found == ["0"] else f"\x1b[{';'.join(found)}m"
