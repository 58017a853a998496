"""The patterns of words for times: each form's own, and what a text needs to have for it."""

from __future__ import annotations

from functools import cache

from reader.prose.kept import compiled
from reader.prose.regex import regex
from reader.prose.word_lists import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|january|february|april|june|july|august|september|october|november|december)(?![\w])"
)
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|Mon\.|Tues?\.|Wed\.|Thu(?:rs?)?\.|Fri\.|Sat\.|Sun\."
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=,?[ ](?:[A-Z][a-z]{2}|\d)))"
)
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%:]|[.,]\d|-\d{3})"
_SOON = r"(?i:last|past|previous|this|current|next|coming|upcoming|following)"
_PART = (
    r"(?i:early|mid|middle|late|(?:the[ ])?(?:beginning|start|end|middle)[ ]of|earlier[ ]in|later[ ]in|earlier|later)"
)
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midday)"
_SEASON = r"(?i:spring|summer|autumn|fall|winter)"
_HOUR = r"(?:[01]?\d|2[0-3])"
_MERIDIEM = r"(?:[ap]\.[ ]?m\.?|[ap]m|[AP]\.?M\.?)(?![a-zA-Z])"
_ZONE = r"(?:[ ](?:E[SD]?T|C[SD]?T|P[SD]?T|GMT|UTC|BST|CET|local[ ]time))?"
_COUNT = r"(?:\d+|(?i:a[ ]few|a[ ]couple[ ]of)|[A-Za-z]+(?:-[A-Za-z]+)?)"
_LOOSE = r"(?i:(?:about|around|nearly|almost|some|more[ ]than|over|less[ ]than|just[ ]over|just|roughly)[ ])?"
_BEFORE_YEAR = (
    r"(?i:in|since|of|by|from|until|till|before|after|during|for|through|to|and|between|late|early|mid|year|the|a"
    r"|in[ ]late|in[ ]early)"
)

_EARLY = r"(?i:early|mid|late|the[ ]early|the[ ]late)"
#: A year of two figures after a day: "Jan. 13, '90".
_SHORT_YEAR = r"[’']\d\d(?!\d)"
#: Centuries in words.
CENTURIES = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21,
}  # fmt: skip

#: Each form of times and its pattern, in the order in which they are tried where a word begins. None needs what
#: another has matched, so that only those are compiled that a text can have.
FORMS = {
    "iso": r"(?P<iso>(?P<iy>(?:19|20)\d\d)[-/](?P<im>0[1-9]|1[0-2])[-/](?P<id>0[1-9]|[12]\d|3[01]))(?!\d)",
    "slash": r"(?P<slash>(?P<s1>\d{1,2})[/.](?P<s2>\d{1,2})[/.](?P<s3>(?:19|20)?\d\d))(?![\d/])",
    "mdy": (
        rf"(?:(?P<mw>{_WEEKDAY}),?[ ](?:the[ ])?)?\b(?P<mm>{_MONTH})[ ]?(?P<md>{_DAY})"
        rf"(?:[ ]?(?:-|–|to|and)[ ]?(?P<mde>{_DAY}))?(?:[ ]?,?[ ](?P<my>{_YEAR}|{_SHORT_YEAR}))?"
    ),
    "dmy": (
        rf"(?:(?P<dw>{_WEEKDAY}),?[ ])?(?:\bthe[ ])?\b(?P<dd>{_DAY})"
        rf"(?:(?:-|–|[ ]to[ ])(?P<dde>{_DAY}))?[ ](?:of[ ])?(?P<dm>{_MONTH})(?:[ ]?,?[ ](?P<dy>{_YEAR}))?"
    ),
    "nth": (
        rf"(?i:(?:the[ ])?(?P<no>first|second|third|fourth|last))[ ](?P<nww>{_WEEKDAY})[ ](?:of|in)[ ]"
        rf"(?:(?P<nm>{_MONTH})(?:,?[ ](?P<ny>{_YEAR}))?|(?P<nq>{_SOON}|the)[ ]month\b)"
    ),
    "the": (
        rf"(?i:on|until|by|since|from|before|after)[ ]the[ ](?P<thd>{_DAY})(?<=[a-z])"
        r"(?=[ ]of[ ](?:this|last|the|next)|[.,;:)]|$)"
    ),
    "wdn": rf"(?P<nw>{_WEEKDAY}),?[ ]the[ ](?P<nd>\d{{1,2}})(?:st|nd|rd|th)",
    "mon": (
        rf"(?:(?P<op>{_PART})[ -](?:of[ ])?)?(?:\b(?P<os>{_SOON})[ ])?\b(?P<om>{_MONTH})"
        rf"(?:(?:,|[ ]of)?[ ](?P<oy>{_YEAR}|(?P<oys>last|this|next)[ ]year))?"
    ),
    "ago": (
        rf"{_LOOSE}(?!the[ ])(?P<an>{_COUNT})[ ](?P<au>day|week|month|year|decade)s?[ ]"
        r"(?P<ad>ago|earlier|before|later|back|from[ ]now|hence)\b"
    ),
    "inn": (
        rf"(?:in|within)[ ](?P<inl>about[ ]|the[ ]next[ ])?(?P<inc>{_COUNT})[ ]"
        r"(?P<inu>day|week|month|year)s?(?:’|')?[ ]time\b"
    ),
    "now": (
        r"(?P<now>(?i:the[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow)|yesterday|today|tomorrow|tonight"
        rf"|last[ ]night|this[ ](?:morning|afternoon|evening)|overnight)(?:[ ](?P<np>{_PART_OF_DAY}))?\b)"
    ),
    "wof": rf"(?P<wf>{_WEEKDAY})(?:[ ]of|,)?[ ](?P<wq>{_SOON})[ ]week\b",
    "wday": (
        rf"(?:(?P<ws>(?i:earlier[ ]|later[ ])?{_SOON}|(?i:early|late|earlier|later))[ ](?:on[ ])?)?"
        rf"(?P<ww>{_WEEKDAY})(?![-\w])(?:[ ](?P<wp>{_PART_OF_DAY}))?"
    ),
    "per": (
        rf"(?:(?P<pp>{_PART})[ ])?\b(?:[Tt]he[ ])?(?P<ps>{_SOON})[ ]"
        rf"(?:(?P<pc>few|several|two|three|four|five|six|\d+)[ ])?(?P<pu>weekend|week|month|year|{_SEASON})(?P<pe>s)?\b"
    ),
    "end": r"(?i:over|at|on|during)[ ]the[ ]weekend\b",
    "sea": rf"(?:(?P<sp>{_PART})[ ](?:in[ ])?)?\b(?:the[ ])?(?P<ss>{_SEASON})(?:[ ]of)?[ ](?P<sy>{_YEAR})",
    "dec": (
        rf"(?:(?P<cp>{_EARLY}|(?i:(?:the[ ])?(?:early|first|later|last|final)[ ](?:years|half|part)[ ]of))[ -])?"
        r"\b(?:[Tt]he[ ])?(?P<cy>(?:1[5-9]|20)\d0)(?:[ ]?[’']?s\b)"
    ),
    "cen": (
        rf"(?:(?P<tp>{_EARLY})[ -])?\b"
        rf"(?P<tn>\d{{1,2}}(?=st|nd|rd|th)[a-z]{{2}}|(?i:{'|'.join(CENTURIES)}))[ ]century\b"
        r"(?![ ](?:BC|B\.C|bc))"
    ),
    "yrs": rf"(?P<y1>{_YEAR})[ ]?(?:-|–|/)[ ]?(?P<y2>{_YEAR}|\d\d(?![\d%]))",
    "clock": (
        rf"(?:(?P<h1>{_HOUR})[:.](?P<mi>[0-5]\d)(?:[:.][0-5]\d)?(?:[ ]?(?P<a1>{_MERIDIEM}))?"
        rf"|(?P<h2>{_HOUR})[ ]?(?P<a2>{_MERIDIEM})|(?P<h3>{_HOUR})(?P<m3>[0-5]\d)(?=[ ](?:hours|GMT|UTC|local[ ]time))"
        rf"|(?P<h4>{_HOUR}|[a-z]+)[ ]o[’']clock\b){_ZONE}"
    ),
    "noon": r"(?P<noon>(?i:noon|midday|midnight)\b)",
    "yr": rf"(?P<ypre>{_BEFORE_YEAR}[ -])?(?<![\w$£€.,#-])(?P<yy>{_YEAR})(?![\w$£€]|[.,]\d|[-–/]\d\d)",
}

#: What every time has in it: a figure that can be a day, an hour or a year, or a word of the calendar. By the first
#: letter, so that most places of a text are passed over with a look at one character.
ANCHOR = regex(
    r"\b(?:\d{1,2}[-/.:]\d|[12]\d{3}(?!\d|,\d)|\d{1,2}[ ]?(?:[apAP]\.?[ ]?[mM]|o[’']c)"
    r"|t(?:he[ ]\d{1,2}(?:st|nd|rd|th)\b|ime\b)|[Tt](?:o(?:day|night|morrow)\b|uesday|hursday)|T(?:ue|hu)\b"
    r"|[Yy]esterday\b|years?\b"
    r"|[Oo]vernight\b|Oct|october"
    r"|a(?:go|fternoon)\b|[Aa]utumn\b|A(?:pr|ug)|a(?:pril|ugust)"
    r"|back\b|hence\b|century\b|evening\b"
    r"|n(?:ow|ight)\b|Nov|november"
    r"|mo(?:rning|nths?)\b|[Mm]onday|M(?:on\b|ar|ay)"
    r"|week(?:end)?s?\b|[Ww]inter\b|[Ww]ednesday|Wed\b"
    r"|[Ss](?:pring|ummer)\b|[Ss](?:atur|un)day|S(?:at|un)\b|Sept?|september"
    r"|[Ff]all\b|[Ff]riday|Fri\b|Feb|february"
    r"|J(?:an|une?|uly?)|j(?:anuary|une|uly)"
    r"|Dec|december)"
    r"|[nN]oon|[mM]id(?:day|night)|o[’']clock"
)


#: The words that times begin with, but for figures and the counts of "two years ago": where another stands none begins.
FIRST_WORDS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
    "thur thurs fri sat sun the on until till by since from before after for in of within over at during through "
    "to and between year a an first second third fourth last past previous this current next coming upcoming "
    "following early mid middle late beginning start end earlier later spring summer autumn fall winter yesterday "
    "today tomorrow tonight overnight noon midday midnight about around nearly almost some more less just roughly "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty final"
)


#: Words of these after which a time only goes on with a figure, another of them or a count ("in two weeks' time")...
LEADING_WORDS = listed(
    "the on until till by since from before after for in of within over at during through to and between a an"
)
#: ...or with one of these.
AFTER_LEADING = FIRST_WORDS | listed("few couple day weekend")

#: A text without a figure and without one of these words names no time.
CALENDAR_WORDS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri sat sun today tonight tomorrow yesterday overnight ago back time now hence century noon midday midnight clock "
    "night morning afternoon evening week weeks weekend weekends month months year years spring summer autumn fall "
    "winter"
)

#: The words of them that name a weekday in full.
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")

_MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
_WEEKDAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_SEASONS = listed("spring summer autumn fall winter springs summers autumns falls winters")

_UNITS = listed("day week weekend month year decade days weeks weekends months years decades")
_SOON_WORDS = listed("last past previous this current next coming upcoming following")

#: Sets of words, of each of which a text has at least one wherever it has that form; the forms that are not here need
#: a figure only.
NEEDS = {
    "mdy": (_MONTHS,),
    "dmy": (_MONTHS,),
    "nth": (_WEEKDAYS, listed("first second third fourth last"), _MONTHS | {"month"}),
    "the": (listed("the"), listed("on until by since from before after")),
    "wdn": (_WEEKDAYS, listed("the")),
    "mon": (_MONTHS,),
    "ago": (listed("ago earlier before later back now hence"), _UNITS),
    "inn": (listed("time"), listed("in within")),
    "now": (listed("yesterday today tomorrow tonight night morning afternoon evening overnight"),),
    "wof": (_WEEKDAYS, listed("week")),
    "wday": (_WEEKDAYS,),
    "per": (_UNITS | _SEASONS, _SOON_WORDS),
    "end": (listed("weekend"),),
    "sea": (_SEASONS,),
    "cen": (listed("century"),),
    "noon": (listed("noon midday midnight"),),
}

#: The forms that can begin with a figure; and those that can begin with a word, but have a figure in them.
FIGURE_FIRST = ("iso", "slash", "dmy", "ago", "dec", "cen", "yrs", "clock", "yr")
FIGURE_LATER = ("mdy", "dmy", "the", "wdn", "sea", "dec", "yr")


@cache
def form(name: str) -> re.Pattern[str]:
    """The pattern of one of ``FORMS``, to be matched where a word begins."""
    return compiled(rf"\b(?:{FORMS[name]})")
