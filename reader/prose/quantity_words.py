"""The words around numerals: qualifiers, units and currencies, and what ends the name of a thing that is counted."""

from __future__ import annotations

from enum import StrEnum


class Dimension(StrEnum):
    """What is measured."""

    COUNT = "count"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    DURATION = "duration"
    SHARE = "share"  #: percent, fractions, odds
    POINTS = "percentage points"
    TEMPERATURE = "temperature"
    SPEED = "speed"


class Qualifier(StrEnum):
    """How the words around a number bound it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"  #: a little less
    JUST_OVER = "just over"  #: a little more
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"
    BETWEEN = "between"
    VAGUE = "vague"  #: dozens, several


#: Words before a number; longer phrases win.
BEFORE = {
    "at least": Qualifier.AT_LEAST, "no fewer than": Qualifier.AT_LEAST, "no less than": Qualifier.AT_LEAST,
    "not less than": Qualifier.AT_LEAST, "a minimum of": Qualifier.AT_LEAST, "minimum of": Qualifier.AT_LEAST,
    "upward of": Qualifier.AT_LEAST, "upwards of": Qualifier.AT_LEAST, "at minimum": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE, "over": Qualifier.MORE, "above": Qualifier.MORE, "exceeding": Qualifier.MORE,
    "exceeded": Qualifier.MORE, "exceeds": Qualifier.MORE, "in excess of": Qualifier.MORE, "well over": Qualifier.MORE,
    "well above": Qualifier.MORE, "greater than": Qualifier.MORE, "north of": Qualifier.MORE,
    "topped": Qualifier.MORE, "tops": Qualifier.MORE, "topping": Qualifier.MORE, "surpassed": Qualifier.MORE,
    "surpassing": Qualifier.MORE, "beyond": Qualifier.MORE, "far more than": Qualifier.MORE, "older than": Qualifier.MORE,
    "longer than": Qualifier.MORE, "higher than": Qualifier.MORE, "much more than": Qualifier.MORE,
    "just over": Qualifier.JUST_OVER, "slightly more than": Qualifier.JUST_OVER, "a little over": Qualifier.JUST_OVER,
    "a little more than": Qualifier.JUST_OVER, "slightly over": Qualifier.JUST_OVER, "just above": Qualifier.JUST_OVER,
    "just more than": Qualifier.JUST_OVER,
    "at most": Qualifier.AT_MOST, "up to": Qualifier.AT_MOST, "as many as": Qualifier.AT_MOST,
    "as much as": Qualifier.AT_MOST, "no more than": Qualifier.AT_MOST, "not more than": Qualifier.AT_MOST,
    "a maximum of": Qualifier.AT_MOST, "maximum of": Qualifier.AT_MOST, "as high as": Qualifier.AT_MOST,
    "up to about": Qualifier.AT_MOST,
    "less than": Qualifier.LESS, "fewer than": Qualifier.LESS, "under": Qualifier.LESS, "below": Qualifier.LESS,
    "lower than": Qualifier.LESS, "well under": Qualifier.LESS, "well below": Qualifier.LESS, "south of": Qualifier.LESS,
    "younger than": Qualifier.LESS, "shorter than": Qualifier.LESS,
    "nearly": Qualifier.NEARLY, "almost": Qualifier.NEARLY, "close to": Qualifier.NEARLY, "just under": Qualifier.NEARLY,
    "approaching": Qualifier.NEARLY, "just short of": Qualifier.NEARLY, "just below": Qualifier.NEARLY,
    "slightly less than": Qualifier.NEARLY, "a little less than": Qualifier.NEARLY, "nearing": Qualifier.NEARLY,
    "slightly under": Qualifier.NEARLY,
    "about": Qualifier.ABOUT, "around": Qualifier.ABOUT, "some": Qualifier.ABOUT, "roughly": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT, "an estimated": Qualifier.ABOUT, "estimated": Qualifier.ABOUT, "circa": Qualifier.ABOUT,
    "in the region of": Qualifier.ABOUT, "approx": Qualifier.ABOUT, "~": Qualifier.ABOUT, "an average of": Qualifier.EXACT,
    "exactly": Qualifier.EXACT, "precisely": Qualifier.EXACT, "only": Qualifier.EXACT,
}  # fmt: skip

#: Words after a number and its unit.
AFTER = {
    "or more": Qualifier.AT_LEAST, "and more": Qualifier.AT_LEAST, "and above": Qualifier.AT_LEAST,
    "or above": Qualifier.AT_LEAST, "or so": Qualifier.ABOUT, "or less": Qualifier.AT_MOST, "or fewer": Qualifier.AT_MOST,
    "and over": Qualifier.AT_LEAST, "or older": Qualifier.AT_LEAST, "and older": Qualifier.AT_LEAST, "at most": Qualifier.AT_MOST,
    "or younger": Qualifier.AT_MOST, "plus": Qualifier.AT_LEAST, "odd": Qualifier.ABOUT,
}  # fmt: skip

#: Currency signs and codes, before or after the number.
CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR", "¥": "JPY", "₹": "INR",
    "rs": "INR", "inr": "INR", "cny": "CNY", "rmb": "CNY", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "s$": "SGD",
    "nz$": "NZD", "au$": "AUD", "chf": "CHF", "jpy": "JPY", "aud": "AUD", "cad": "CAD", "₽": "RUB", "₩": "KRW", "₪": "ILS",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB",
    "franc": "CHF", "francs": "CHF", "peso": "MXN", "pesos": "MXN", "shekel": "ILS", "shekels": "ILS", "lira": "TRY",
    "krona": "SEK", "kronor": "SEK", "riyal": "SAR", "riyals": "SAR", "dirham": "AED", "dirhams": "AED", "rand": "ZAR",
    "naira": "NGN", "baht": "THB", "ringgit": "MYR", "hryvnia": "UAH", "sterling": "GBP", "quid": "GBP",
}  # fmt: skip

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
    ("square kilometer", "square kilometre", "sq km", "km²"): 1e6, ("square foot", "square feet", "sq ft"): 0.092903,
    ("square meter", "square metre", "sq m", "m²"): 1.0, ("square yard",): 0.836127,
}  # fmt: skip
_VOLUME = {
    ("ml", "milliliter", "millilitre"): 1e-6, ("liter", "litre"): 1e-3, ("gallon",): 3.78541e-3, ("barrel",): 0.158987,
    ("cubic meter", "cubic metre"): 1.0, ("cubic foot", "cubic feet"): 0.0283168, ("pint",): 4.73176e-4,
    ("hectoliter", "hectolitre"): 0.1, ("cup",): 2.36588e-4,
}  # fmt: skip
_MASS = {
    ("mg", "milligram"): 1e-6, ("g", "gram", "gramme"): 1e-3, ("kg", "kilo", "kilogram", "kilogramme"): 1.0,
    ("lb", "pound", "lbs"): 0.45359237, ("ounce", "oz"): 0.0283495, ("ton",): 1000.0, ("tonne", "metric ton"): 1000.0,
    ("stone",): 6.35029,
}  # fmt: skip
_DURATION = {
    ("second", "sec"): 1.0, ("minute", "min"): 60.0, ("hour", "hr"): 3600.0, ("day",): 86400.0, ("week",): 604800.0,
    ("month",): 2629746.0, ("year", "yr"): 31556952.0, ("decade",): 315569520.0, ("century", "centurie"): 3155695200.0,
    ("night",): 86400.0,
}  # fmt: skip
_SPEED = {("mph",): 0.44704, ("kph", "kmh"): 0.277778, ("knot",): 0.514444}


def _table() -> dict[str, tuple[Dimension, float, str]]:
    found: dict[str, tuple[Dimension, float, str]] = {}
    groups = (
        (Dimension.LENGTH, _LENGTH), (Dimension.AREA, _AREA), (Dimension.VOLUME, _VOLUME), (Dimension.MASS, _MASS),
        (Dimension.DURATION, _DURATION), (Dimension.SPEED, _SPEED),
    )  # fmt: skip
    for dimension, names in groups:
        for words, factor in names.items():
            for word in words:
                found[word] = (dimension, factor, words[-1] if len(words[0]) < 3 else words[0])
                if not word.endswith("s"):
                    found[word + "s"] = found[word]
    return found


#: A unit's name, short form or plural -> its dimension, how many of the base unit it is (metre, square metre, cubic metre,
#: kilogram, second, metre a second), and its name.
UNITS = _table()

#: Short forms that are units only when joined to figures or after a space and figures, never after words.
AFTER_FIGURES_ONLY = frozenset(("m", "g", "ft", "mi", "yd", "ha", "min", "sec", "hr", "lb", "oz", "yr"))

#: Prefixes of two-word units.
UNIT_PREFIXES = frozenset(("square", "sq", "cubic", "nautical", "metric", "light"))

#: Where the name of a counted thing ends.
STOPS = frozenset(
    "a an the this that these those and or but nor so yet if as than then when while where who whom whose which what why how "
    "of in on at by to for from with without within into onto over under about after before since until during between "
    "among amid against along across around through throughout near per via despite because although though unless "
    "i you he she it we they me him her us them my your his its our their is are was were be been being am do does did have "
    "has had having will would can could shall should may might must not no never also already still just only ago later "
    "earlier there here up down out off back away each apiece all both either neither said says say told according "
    "last next today yesterday tomorrow now every whether including outside inside upon toward towards like such".split()
)

#: Plurals without an s, and words for many.
PLURALS = frozenset(
    "people men women children troops police personnel staff cattle feet teeth mice geese fish sheep deer aircraft "
    "spacecraft crew media data dead injured wounded missing homeless servicemen policemen firemen gunmen fishermen "
    "congressmen lawmen businessmen youth folk clergy".split()
)

#: Words ending in s that are no plurals.
NOT_PLURALS = frozenset(
    "business congress process pass loss press class mass glass address access success boss cross address various serious "
    "previous religious famous dangerous has was is his its this thus us plus less unless series across always perhaps "
    "precious anxious curious obvious nervous enormous numerous".split()
)
