"""Units and currencies: what stands before or after a number and says what it measures."""

from __future__ import annotations

from reader.prose.number_tokens import joined, low
from reader.prose.quantity import Dimension
from reader.prose.word_lists import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.prose.number_tokens import Token
    from reader.prose.numerals import Numeral

#: Currency signs and codes, before or after the number.
CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR", "¥": "JPY", "₹": "INR",
    "rs": "INR", "inr": "INR", "cny": "CNY", "rmb": "CNY", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD",
    "s$": "SGD",
    "nz$": "NZD", "au$": "AUD", "chf": "CHF", "jpy": "JPY", "aud": "AUD", "cad": "CAD", "₽": "RUB", "₩": "KRW",
    "₪": "ILS",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB",
    "roubles": "RUB",
    "franc": "CHF", "francs": "CHF", "peso": "MXN", "pesos": "MXN", "shekel": "ILS", "shekels": "ILS", "lira": "TRY",
    "krona": "SEK", "kronor": "SEK", "riyal": "SAR", "riyals": "SAR", "dirham": "AED", "dirhams": "AED", "rand": "ZAR",
    "naira": "NGN", "baht": "THB", "ringgit": "MYR", "ringgits": "MYR", "hryvnia": "UAH",
    "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN", "rupiah": "IDR", "taka": "BDT", "reais": "BRL", "rial": "IRR",
    "rials": "IRR", "dinar": "dinar", "dinars": "dinar", "sterling": "GBP", "quid": "GBP",
}  # fmt: skip

#: Currency codes, which are read in capitals only.
CODES = listed(
    "USD EUR GBP JPY CHF CNY AUD CAD NZD HKD SGD INR KRW SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH ILS AED SAR QAR "
    "KWD BHD OMR EGP LBP JOD ZAR NGN KES GHS MAD BRL MXN ARS CLP COP PEN THB MYR IDR PHP VND PKR BDT LKR TWD"
)

#: Where a country stands before "dollars" or "pounds".
CURRENCY_OF = {
    ("australian", "USD"): "AUD", ("canadian", "USD"): "CAD", ("hong kong", "USD"): "HKD", ("singapore", "USD"): "SGD",
    ("zealand", "USD"): "NZD", ("egyptian", "GBP"): "EGP", ("mexican", "MXN"): "MXN", ("philippine", "MXN"): "PHP",
}  # fmt: skip

_LENGTH = {
    ("mm", "millimeter", "millimetre"): 0.001, ("cm", "centimeter", "centimetre"): 0.01, ("m", "meter", "metre"): 1.0,
    ("km", "kilometer", "kilometre", "kms"): 1000.0, ("inch", "inche"): 0.0254, ("ft", "foot", "feet"): 0.3048,
    ("yd", "yard"): 0.9144, ("mile", "mi"): 1609.344, ("nautical mile",): 1852.0, ("light-year",): 9.461e15,
}  # fmt: skip
_AREA = {
    ("acre",): 4046.86, ("hectare", "ha"): 10_000.0, ("square mile", "sq mile", "sq mi"): 2.58999e6,
    ("square kilometer", "square kilometre", "sq km", "km²"): 1e6,
    ("square foot", "square feet", "sq ft", "sqft"): 0.092903,
    ("square meter", "square metre", "sq m", "m²"): 1.0, ("square yard",): 0.836127,
}  # fmt: skip
_VOLUME = {
    ("ml", "milliliter", "millilitre"): 1e-6, ("liter", "litre"): 1e-3, ("gallon",): 3.78541e-3, ("barrel",): 0.158987,
    ("cubic meter", "cubic metre"): 1.0, ("cubic foot", "cubic feet"): 0.0283168, ("pint",): 4.73176e-4,
    ("hectoliter", "hectolitre"): 0.1, ("cup",): 2.36588e-4,
}  # fmt: skip
_MASS = {
    ("mg", "milligram"): 1e-6, ("g", "gram", "gramme"): 1e-3, ("kg", "kilo", "kilogram", "kilogramme"): 1.0,
    ("lb", "pound", "lbs"): 0.45359237, ("ounce", "oz"): 0.0283495, ("ton",): 1000.0,
    ("tonne", "metric ton", "metric tonne"): 1000.0,
    ("stone",): 6.35029, ("kiloton", "kilotonne"): 1e6, ("megaton", "megatonne"): 1e9,
    ("gigaton", "gigatonne", "gt"): 1e12,
}  # fmt: skip
_DURATION = {
    ("second", "sec"): 1.0, ("minute", "min"): 60.0, ("hour", "hr"): 3600.0, ("day",): 86400.0, ("week",): 604800.0,
    ("month",): 2629746.0, ("year", "yr"): 31556952.0, ("decade",): 315569520.0, ("century", "centurie"): 3155695200.0,
    ("night",): 86400.0,
}  # fmt: skip
_SPEED = {("mph",): 0.44704, ("kph", "kmh"): 0.277778, ("knot",): 0.514444}
_CONCENTRATION = {("ppm",): 1.0, ("ppb",): 1e-3}
_POWER = {
    ("watt",): 1.0, ("kw", "kilowatt"): 1e3, ("mw", "megawatt"): 1e6, ("gw", "gigawatt"): 1e9, ("tw", "terawatt"): 1e12,
}  # fmt: skip
_ENERGY = {
    ("kwh", "kilowatt hour"): 1e3, ("mwh", "megawatt hour"): 1e6, ("gwh", "gigawatt hour"): 1e9,
    ("twh", "terawatt hour"): 1e12,
}  # fmt: skip


def _table() -> dict[str, tuple[Dimension, float, str]]:
    found: dict[str, tuple[Dimension, float, str]] = {}
    groups = (
        (Dimension.LENGTH, _LENGTH), (Dimension.AREA, _AREA), (Dimension.VOLUME, _VOLUME), (Dimension.MASS, _MASS),
        (Dimension.DURATION, _DURATION), (Dimension.SPEED, _SPEED), (Dimension.CONCENTRATION, _CONCENTRATION),
        (Dimension.POWER, _POWER), (Dimension.ENERGY, _ENERGY),
    )  # fmt: skip
    for dimension, names in groups:
        for words, factor in names.items():
            for word in words:
                found[word] = (dimension, factor, next((w for w in words if len(w) > 3), words[0]))
                if not word.endswith("s"):
                    found[word + "s"] = found[word]
    return found


#: A unit's name, short form or plural -> its dimension, how many of the base unit it is (metre, square metre, cubic
#: metre,
#: kilogram, second, metre a second, part per million, watt, watt hour), and its name.
UNITS = _table()

#: Short forms that are units only when joined to figures or after a space and figures, never after words.
AFTER_FIGURES_ONLY = listed("m g ft mi yd ha min sec hr lb oz yr gt kw mw gw tw")

#: Prefixes of two-word units.
UNIT_PREFIXES = listed("square sq cubic nautical metric light kilowatt megawatt gigawatt terawatt")

#: A dimension, how many base units one is, the unit's name, and the index after its words.
Unit = tuple[Dimension, float, str, int]

_NATIONS = listed("egyptian us american japanese indian swiss")


def currency_before(words: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The currency of a sign or code that begins at a token and stands before a number, and the index of the number."""
    first = low(words, at)
    if first in CURRENCIES and (words[at].kind == "sign" or words[at].text.isupper() or first in ("rs", "eur")):
        end = at + 1
        if first == "rs" and low(words, end) == ".":
            end += 1
        if end < len(words) and (words[end].kind == "figure" or (words[end].low.isalpha() and first == "$")):
            return CURRENCIES[first], end
        return None
    pair = first + low(words, at + 1)
    if pair in CURRENCIES and low(words, at + 1) == "$" and joined(words, at + 1) and at + 2 < len(words):
        return CURRENCIES[pair], at + 2
    return None


def unit_after(words: Sequence[Token], at: int, found: Numeral, currency: str) -> Unit:
    """What the number that ends before a token measures; a count where no unit follows."""
    if currency:
        return Dimension.MONEY, 1.0, currency, at + (low(words, at) in ("dollars", "euros", "usd"))
    start = at
    dash = 1 if low(words, at) in ("-", "–") and (_both_joined(words, at) or low(words, at + 1) in UNITS) else 0
    at += dash
    if low(words, at) in ("more", "additional", "extra", "further") and low(words, at + 1) in UNITS:
        at += 1
    word = low(words, at)
    return (
        _share(words, at, found)
        or _degrees(words, at)
        or _money(words, at, found)
        or _measure(words, at, found, dash)
        or (Dimension.COUNT, 1.0, "", start)
        if word
        else _share(words, at, found) or (Dimension.COUNT, 1.0, "", start)
    )


def _both_joined(words: Sequence[Token], at: int) -> bool:
    return joined(words, at) and joined(words, at + 1)


def _share(words: Sequence[Token], at: int, found: Numeral) -> Unit | None:
    word, after = low(words, at), low(words, at + 1)
    if word == "percentage" and after in ("point", "points"):
        return Dimension.POINTS, 1.0, "points", at + 2
    if word in ("%", "percent", "pct") or (word == "per" and after == "cent"):
        end = at + (2 if word == "per" else 1)
        if low(words, end) in ("point", "points"):
            return Dimension.POINTS, 1.0, "points", end + 1
        return Dimension.SHARE, 1.0, "percent", end
    if found.kind in ("fraction", "odds") and found.high <= 1:
        return Dimension.SHARE, 100.0, "percent", found.end
    return None


def _degrees(words: Sequence[Token], at: int) -> Unit | None:
    word = low(words, at)
    if word in _SCALES:  # "38C", "38 Celsius degrees"
        if len(word) == 1 and (words[at].text.islower() or words[at - 1].kind != "figure" or _goes_on(words, at + 1)):
            return None
        return Dimension.TEMPERATURE, 1.0, _SCALES[word], at + 1 + (low(words, at + 1) in _DEGREES)
    if word not in _DEGREES:
        return None
    scale = _SCALES.get(low(words, at + 1))
    return (Dimension.TEMPERATURE, 1.0, scale, at + 2) if scale else (Dimension.TEMPERATURE, 1.0, "degree", at + 1)


_DEGREES = ("degree", "degrees", "°", "º")
_SCALES = {"celsius": "celsius", "c": "celsius", "centigrade": "celsius", "fahrenheit": "fahrenheit", "f": "fahrenheit"}


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a letter after a figure is the beginning of a name or a code: "24 F Street", "3 C-130s"."""
    return at < len(words) and (words[at].text[0].isupper() or (joined(words, at) and words[at].text in "-–/&’'"))


#: So many tokens after a unit the rate may be told, where the same in another unit stands between: "(0.13 in)".
_ASIDE = 6
_RATES = {
    "year": ("year", 1.0), "yr": ("year", 1.0), "decade": ("year", 10.0), "century": ("year", 100.0),
    "month": ("month", 1.0), "day": ("day", 1.0), "hour": ("hour", 1.0), "annum": ("year", 1.0),
}  # fmt: skip
_EVERY = {"annually": "year", "yearly": "year", "monthly": "month", "daily": "day", "hourly": "hour"}
_EACH = ("per", "a", "an", "each", "every", "/")


def rate_after(words: Sequence[Token], at: int) -> tuple[str, float] | None:
    """What a quantity that ends before a token is told per, and how many of it: "3 mm per decade" is 3 per 10 years."""
    word = low(words, at)
    if word == "(":
        aside = next((i for i in range(at, min(at + _ASIDE, len(words))) if words[i].low == ")"), None)
        if aside is None:
            return None
        at = aside + 1
        word = low(words, at)
    if word in _EACH:
        return _RATES.get(low(words, at + 1))
    return (_EVERY[word], 1.0) if word in _EVERY else None


def _money(words: Sequence[Token], at: int, found: Numeral) -> Unit | None:
    word = low(words, at)
    nation = word if word in _NATIONS or (word, "USD") in CURRENCY_OF or (word, "GBP") in CURRENCY_OF else ""
    money = low(words, at + 1) if nation else word
    if money in CURRENCIES and money not in ("rand", "rs", "sterling"):
        code = CURRENCIES[money]
        return Dimension.MONEY, 1.0, CURRENCY_OF.get((nation, code), code), at + (2 if nation else 1)
    if at < len(words) and words[at].text in CODES:
        return Dimension.MONEY, 1.0, words[at].text, at + 1
    if word in ("cent", "cents", "pence"):
        return Dimension.MONEY, 0.01, "GBP" if word == "pence" else "USD", at + 1
    if word in ("pounds", "won") and found.high >= 1e5:
        return Dimension.MONEY, 1.0, "GBP" if word == "pounds" else "KRW", at + 1
    return None


_PARTS_PER = {"million": 1.0, "billion": 1e-3, "trillion": 1e-6}


def _measure(words: Sequence[Token], at: int, found: Numeral, dash: int) -> Unit | None:
    word = low(words, at)
    if word in ("part", "parts"):
        parts = _PARTS_PER.get(low(words, at + 2)) if low(words, at + 1) == "per" else None
        return (Dimension.CONCENTRATION, parts, "ppm", at + 3) if parts else None
    if word in UNIT_PREFIXES:
        hyphen = low(words, at + 1) == "-" and word.endswith("watt")  # "kilowatt-hours"
        pair = "light-year" if word == "light" else f"{word} {low(words, at + 1 + hyphen)}"
        if hyphen and pair in UNITS:
            dimension, factor, name = UNITS[pair]
            return dimension, factor, name, at + 3
        if pair in UNITS:
            dimension, factor, name = UNITS[pair]
            return dimension, factor, name, at + (3 if word == "light" else 2)
    if word == "in" and low(words, at + 1) == ")" and found.figures:  # "3.2 mm (0.13 in)"
        return (*UNITS["inch"], at + 1)
    if word not in UNITS or (word in AFTER_FIGURES_ONLY and not found.figures):
        return None
    if word == "second" and not dash and found.high != 1:
        return None  # "two second graders"
    dimension, factor, name = UNITS[word]
    end = at + 1
    if dimension is Dimension.LENGTH:
        after = low(words, end), low(words, end + 1)
        if after in (("per", "hour"), ("an", "hour"), ("/", "h"), ("/", "hr")):
            return Dimension.SPEED, factor / 3600.0, "m/s", end + 2
    return dimension, factor, name, end
