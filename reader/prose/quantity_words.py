"""The words around numerals: qualifiers, and what begins and ends the name of a thing that is counted."""

from __future__ import annotations

from reader.prose.quantity import Qualifier
from reader.prose.word_lists import listed

#: Words before a number; longer phrases win.
BEFORE = {
    "at least": Qualifier.AT_LEAST, "no fewer than": Qualifier.AT_LEAST, "no less than": Qualifier.AT_LEAST,
    "not less than": Qualifier.AT_LEAST, "a minimum of": Qualifier.AT_LEAST, "minimum of": Qualifier.AT_LEAST,
    "upward of": Qualifier.AT_LEAST, "upwards of": Qualifier.AT_LEAST, "at minimum": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE, "over": Qualifier.MORE, "above": Qualifier.MORE, "exceeding": Qualifier.MORE,
    "exceeded": Qualifier.MORE, "exceeds": Qualifier.MORE, "in excess of": Qualifier.MORE, "well over": Qualifier.MORE,
    "well above": Qualifier.MORE, "greater than": Qualifier.MORE, "north of": Qualifier.MORE,
    "topped": Qualifier.MORE, "tops": Qualifier.MORE, "topping": Qualifier.MORE, "surpassed": Qualifier.MORE,
    "surpassing": Qualifier.MORE, "beyond": Qualifier.MORE, "far more than": Qualifier.MORE,
    "older than": Qualifier.MORE,
    "longer than": Qualifier.MORE, "higher than": Qualifier.MORE, "much more than": Qualifier.MORE,
    "just over": Qualifier.JUST_OVER, "slightly more than": Qualifier.JUST_OVER, "a little over": Qualifier.JUST_OVER,
    "a little more than": Qualifier.JUST_OVER, "slightly over": Qualifier.JUST_OVER, "just above": Qualifier.JUST_OVER,
    "just more than": Qualifier.JUST_OVER,
    "at most": Qualifier.AT_MOST, "up to": Qualifier.AT_MOST, "as many as": Qualifier.AT_MOST,
    "as much as": Qualifier.AT_MOST, "no more than": Qualifier.AT_MOST, "not more than": Qualifier.AT_MOST,
    "a maximum of": Qualifier.AT_MOST, "maximum of": Qualifier.AT_MOST, "as high as": Qualifier.AT_MOST,
    "up to about": Qualifier.AT_MOST,
    "less than": Qualifier.LESS, "fewer than": Qualifier.LESS, "under": Qualifier.LESS, "below": Qualifier.LESS,
    "lower than": Qualifier.LESS, "well under": Qualifier.LESS, "well below": Qualifier.LESS,
    "south of": Qualifier.LESS,
    "younger than": Qualifier.LESS, "shorter than": Qualifier.LESS,
    "nearly": Qualifier.NEARLY, "almost": Qualifier.NEARLY, "close to": Qualifier.NEARLY,
    "just under": Qualifier.NEARLY,
    "approaching": Qualifier.NEARLY, "just short of": Qualifier.NEARLY, "just below": Qualifier.NEARLY,
    "slightly less than": Qualifier.NEARLY, "a little less than": Qualifier.NEARLY, "nearing": Qualifier.NEARLY,
    "slightly under": Qualifier.NEARLY,
    "about": Qualifier.ABOUT, "around": Qualifier.ABOUT, "some": Qualifier.ABOUT, "roughly": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT, "an estimated": Qualifier.ABOUT, "estimated": Qualifier.ABOUT,
    "circa": Qualifier.ABOUT,
    "in the region of": Qualifier.ABOUT, "approx": Qualifier.ABOUT, "~": Qualifier.ABOUT,
    "an average of": Qualifier.EXACT,
    "exactly": Qualifier.EXACT, "precisely": Qualifier.EXACT, "only": Qualifier.EXACT,
}  # fmt: skip

#: Words after a number and its unit.
AFTER = {
    "or more": Qualifier.AT_LEAST, "and more": Qualifier.AT_LEAST, "and above": Qualifier.AT_LEAST,
    "or above": Qualifier.AT_LEAST, "or so": Qualifier.ABOUT, "or less": Qualifier.AT_MOST,
    "or fewer": Qualifier.AT_MOST,
    "and over": Qualifier.AT_LEAST, "or older": Qualifier.AT_LEAST, "and older": Qualifier.AT_LEAST,
    "at most": Qualifier.AT_MOST,
    "or younger": Qualifier.AT_MOST, "plus": Qualifier.AT_LEAST, "odd": Qualifier.ABOUT,
}  # fmt: skip

#: Where the name of a counted thing ends.
STOPS = listed(
    "a an the this that these those and or but nor so yet if as than then when while where who whom whose which what "
    "why how of in on at by to for from with without within into onto over under about after before since until "
    "during between among amid against along across around through throughout near per via despite because although "
    "though unless i you he she it we they me him her us them my your his its our their is are was were be been being "
    "am do does did have has had having will would can could shall should may might must not no never also already "
    "still just only ago later earlier there here up down out off back away each apiece all both either neither said "
    "says say told according last next today yesterday tomorrow now every whether including outside inside upon "
    "toward towards like such worldwide nationwide statewide globally overall alone annually yearly monthly weekly "
    "daily altogether combined based"
)

#: Plurals without an s, and words for many.
PLURALS = listed(
    "people men women children troops police personnel staff cattle feet teeth mice geese fish sheep deer aircraft "
    "spacecraft crew media data dead injured wounded missing homeless servicemen policemen firemen gunmen fishermen "
    "congressmen lawmen businessmen youth folk clergy"
)

#: Words ending in s that are no plurals.
NOT_PLURALS = listed(
    "business congress process pass loss press class mass glass address access success boss cross address various "
    "serious previous religious famous dangerous has was is his its this thus us plus less unless series across "
    "always perhaps precious anxious curious obvious nervous enormous numerous"
)

#: Things that are measured and stand before their number: "a magnitude of 5.9".
MEASURED = listed(
    "magnitude population toll speed price value cost age temperature height weight depth width length distance total "
    "number average rate score majority margin budget deficit salary bail fine strength force reward turnout capacity "
    "maximum minimum sum fee debt profit loss revenue bond bounty vote"
)

#: Words for many, after which "of" leads to what is counted.
VAGUE_OF = listed("dozens hundreds thousands millions billions scores couple")
