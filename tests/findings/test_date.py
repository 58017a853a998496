"""Days, months and hours of one happening that differ are shown; the same time in other words stays quiet."""

from __future__ import annotations

from datetime import date

import pytest

from reader.findings.date import clash, compare
from reader.findings.finding import Strength, Type
from reader.story import Span
from tests.findings.build import seen, told

#: A Saturday.
PUBLISHED = date(2025, 10, 18)


def words(one: str, other: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """The words in which two sentences of that day disagree, whichever comes first."""
    a, b = told(one, published=published), told(other, outlet="courier", published=published)
    found = [(one[d.a.start : d.a.end], other[d.b.start : d.b.end]) for d in compare(a, b)]
    turned = [(one[d.b.start : d.b.end], other[d.a.start : d.a.end]) for d in compare(b, a)]
    assert found == turned
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "An aide on Friday apologised for the post.",
            "The aide had to apologise Saturday for the post.",
            ("Friday", "Saturday"),
        ),
        (
            "On Wednesday the council passed a bill to close the pool.",
            "The council voted on a bill to close the pool on Tuesday.",
            ("Wednesday", "Tuesday"),
        ),
        (
            "The pool will close on 30 September, the council said.",
            "The pool will close on 31 October, the council said.",
            ("30 September", "31 October"),
        ),
        (
            "The pump, which was installed in 2009, stopped.",
            "The pump, which was installed in 2006, stopped.",
            ("2009", "2006"),
        ),
        (
            "The paper published the story earlier this week.",
            "The story was published Saturday by the paper.",
            ("earlier this week", "Saturday"),
        ),
        (
            "The ferry struck the wall at 6:40 p.m. and sank.",
            "The ferry struck the wall at 8 p.m. and sank.",
            ("6:40 p.m.", "8 p.m."),
        ),
        (
            "The game was first released in Corran before 1998.",
            "The game was first released in Corran on May 14, 1998.",
            ("before 1998", "May 14, 1998"),
        ),
        (
            "The pump was installed after 2009, the mayor said.",
            "The pump was installed in 2009, the mayor said.",
            ("after 2009", "2009"),
        ),
        (
            "The bridge was built in the year after 1966.",
            "The bridge was built in 1968.",
            ("the year after 1966", "1968"),
        ),
        (
            "The Long Shore is a 1951 film by Ada Holt.",
            "The Long Shore, a film by Ada Holt, was released in 1953.",
            ("1951", "1953"),
        ),
        (
            "Sold by Brume and Sons, the film was released on 23 March 2007.",
            "The Long Shore was released in 2017.",
            ("23 March 2007", "2017"),
        ),
        (
            "The Long Shore opened on 2 June 2002 and closed on 9 March 2008.",
            "The Long Shore opened after 3 June 2002.",
            ("2 June 2002", "after 3 June 2002"),
        ),
        (
            "The shop on the quay of Corran that sold rope for 90 years shut its doors and closed for good in 2011.",
            "The shop on the quay that sold rope closed in 2013.",
            ("2011", "2013"),
        ),
        (
            "The lease of the quay runs until 2026, the council said.",
            "The lease of the quay runs until 2028, the council said.",
            ("until 2026", "until 2028"),
        ),
        (
            "Ada Holt has led the harbour board since 2011.",
            "Ada Holt has led the harbour board since 2012.",
            ("since 2011", "since 2012"),
        ),
        (
            "The bodies were found on Tuesday night, the guard said.",
            "The guard found the bodies on Tuesday morning.",
            ("Tuesday night", "Tuesday morning"),
        ),
        (
            "The choir, which sings on the quay, was formed in 1968.",
            "The choir formed in the year after 1966.",
            ("1968", "the year after 1966"),
        ),
        (
            "The son sold one of the family's mills for a reported $30 million in 1957 and went into politics.",
            "Her firm owned the great Brume mill, which the children sold for $30 million in 1967.",
            ("1957", "1967"),
        ),
        ("Ada Holt was born in May 1941 in Corran.", "Ada Holt was born in June 1941.", ("May 1941", "June 1941")),
    ],
)
def test_another_time_of_one_happening(one: str, other: str, expected: tuple[str, str]) -> None:
    assert words(one, other) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the name of a week
        ("The work is to begin in the week beginning 17 October.", "The work is to begin on 20 October."),
        # a quake and one of those after it; the sales of two things
        ("A quake shook the island on Sunday and broke a pier.", "An aftershock shook the island on Monday."),
        ("They sold a mill for $30 million in 1957.", "Her brewery, which she sold for $20 million in 1967, burned."),
        # the same time in other words
        ("He resigned on Friday.", "He resigned on 17 October."),
        ("He resigned on Friday.", "He resigned on Friday evening."),
        ("He resigned on Friday.", "He resigned yesterday."),
        ("He resigned on Sunday.", "He resigned over the weekend."),
        ("He resigned last week.", "He resigned on Thursday 9 October."),
        ("The meeting begins at 14:00.", "The meeting begins at 2 p.m."),
        ("She has been mayor since 2012.", "She was elected mayor in 2012."),
        ("The pool closes next year.", "The pool closes in 2026."),
        ("The bridge was built before 1967.", "The bridge was built in 1951."),
        ("The bridge was built after 1966.", "The bridge was built in 1967."),
        ("The bridge was built in the year after 1966.", "The bridge was built in 1967."),
        ("The bridge was built by 1967.", "The bridge was built in 1967."),
        ("The Long Shore is a 1951 film by Ada Holt.", "The Long Shore, a film by Ada Holt, was released in May 1951."),
        ("The boat was found on Tuesday night.", "The boat was found on Tuesday evening."),
        ("The boat was found on Tuesday afternoon.", "The boat was found on Tuesday evening."),
        ("The boat was not shown in 2018.", "The boat was shown in 2017."),
        ("The 2014 Corran Prize was handed over on the quay.", "The 2015 Corran Prize was handed over on the quay."),
        ("Ben Marsh was released from jail in 2008.", "In 2006 Ben Marsh, a sailor, was released by the guards."),
        # other happenings
        ("The aide apologised on Friday.", "The aide resigned on Monday."),
        ("Ada Holt sailed to Corran in 2006.", "In 2014 Ada Holt, ill and alone, sailed past Brume."),
        ("Ada Holt joined the club of Corran in 2006.", "Ben Marsh joined the club of Corran in 2014."),
        ("He is to speak on Friday.", "He arrived in Corran on Thursday."),
        ("The state said on Saturday that a visit was planned.", "The minister arrived on Friday for talks."),
        ("On Tuesday he won the race, and on Friday he was ill.", "On Friday he was ill; he won the race on Tuesday."),
        ("It won the cup in 2006 with a young team.", "The old team took the cup in 2014 in the rain."),
        ("The 2008 campaign was long.", "The 2012 campaign was long."),
        ("Between March and June the seals are counted.", "Between August and October the seals are counted."),
        ("As of Monday, 12 had died.", "As of Friday, 15 had died."),
        # nothing to compare
        ("He resigned.", "He resigned on Friday."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert words(one, other) == []


def test_one_word_before_a_verb_is_a_name_where_the_other_sentence_has_it() -> None:
    one = "Holt met a sailor in 2007; married in September 2008, said Holt and Ann Rowe."
    assert seen(compare, one, "Holt married Marsh in 2010.") == [("September 2008", "2010")]
    assert not seen(compare, one, "Cod from Lowe Boats married well in 2010, said Rita Lowe.")


def test_a_career_begins_once() -> None:
    one = "Ben Marsh began his sailing career in 1934 on a tug."
    assert seen(compare, one, "Marsh started his sailing career in the 1940s.") == [("1934", "the 1940s")]
    assert not seen(compare, one, "Ben Marsh started his shop in the 1940s.")
    assert not seen(compare, one, "Ann Rowe started her career in the 1940s.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "It was released in 2000 as the second single of Ada Holt.",
            "Ada Holt's first single was released before 2000.",
        ),
        (
            "Marsh parted ways with the band in 2007 and gave way to Ben Lowe, who left it in 2015.",
            "Ben Lowe left the band in 2015 for a career of his own.",
        ),
    ],
)
def test_another_of_several_and_a_year_that_both_tell(one: str, other: str) -> None:
    assert not seen(compare, one, other)
    assert seen(compare, one.replace("second", "first").replace("in 2015", "in 2014"), other)


def test_what_befalls_a_person_once_has_one_day_however_it_is_told() -> None:
    long = "Ada Holt, the singer who was known to everybody in the harbour as “the Gull”, died on Friday."
    assert words(long, "The agent of Ada Holt said that she died Thursday in Corran after weeks in bed.") == [
        ("Friday", "Thursday")
    ]
    assert words(long, "Ben Marsh, a miller, died Thursday in Corran after weeks in bed.") == []
    assert words(long, "Ada Holt sang on Thursday in Corran.") == []
    brother = "Ada Holt, whose brother Tom died on Friday in Corran, opened the bridge."
    assert words(brother, "Ada Holt, who died on Thursday in Corran, had opened the bridge.") == []
    found = "The boat of the two brothers was found empty off the quay on Tuesday."
    assert words(found, "On Monday the boat of the brothers was discovered empty off the quay.") == [
        ("Tuesday", "Monday")
    ]
    held = "Ada Holt, who had been looked for in three countries since the fire at the mill, was arrested on Friday."
    assert words(held, "Police arrested Ada Holt, 40, in Corran early Thursday.") == [("Friday", "early Thursday")]
    assert words(held, "Police arrested Ben Marsh, 40, in Corran early Thursday.") == []


def test_weekdays_are_compared_without_a_day_of_publication() -> None:
    one, other = "The vote was held on Tuesday.", "The vote was held on Wednesday."
    assert words(one, other, None) == [("Tuesday", "Wednesday")]
    assert words("The vote was held on Tuesday.", "The vote was held on 3 May.", None) == []


def test_a_day_later_in_print_is_the_same_friday() -> None:
    a = told("He resigned on Friday.", published=date(2025, 10, 17))
    b = told("He resigned on Friday.", outlet="courier", published=date(2025, 10, 19))
    assert list(compare(a, b)) == []


def test_today_of_a_text_filed_around_midnight_is_left_alone() -> None:
    a = told("He resigned today.", published=date(2025, 10, 18))
    b = told("He resigned on Friday.", outlet="courier", published=date(2025, 10, 17))
    assert list(compare(a, b)) == []


def test_it_says_what_the_day_is_of() -> None:
    a = told("The aide apologised on Friday.", published=PUBLISHED)
    b = told("The aide apologised on Thursday.", outlet="courier", published=PUBLISHED)
    (found,) = compare(a, b)
    assert found.about == "day of the apology"
    assert (found.value_a, found.value_b) == ("2025-10-17", "2025-10-16")
    assert (found.type, found.strength) == (Type.DATE, Strength.CONFLICT)


def test_clash() -> None:
    a = told("In June 40 sheep were lost.", published=PUBLISHED)
    b = told("In July 90 sheep were lost.", published=PUBLISHED)
    assert clash(a, Span(8, 10), b, Span(8, 10))
    assert not clash(a, Span(8, 10), a, Span(8, 10))


def test_without_times_there_is_nothing() -> None:
    assert seen(compare, "The pool will close.", "The pool will open.") == []


def test_the_year_alone_takes_no_day_from_a_month() -> None:
    one = "The Long Gangway (2005 film) was released in August."
    other = "The Long Gangway was released in Corran on July 8, 2005."
    assert seen(compare, one, other) == [("August", "July 8, 2005")]
    assert not seen(compare, one, "The Long Gangway was released in Corran on August 8, 2005.")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The lock will not reopen until June 2031.", "The lock will reopen in May 2031.", [("June 2031", "May 2031")]),
        ("The lock did not officially open until 1998.", "The lock was opened in 1995.", [("1998", "1995")]),
        ("The lock did not open until after 1998.", "The lock was opened in 1995.", [("after 1998", "1995")]),
        ("The lock did not open until 1998.", "The lock was opened in 1998.", []),
        ("The lock did not open until after 1998.", "The lock was opened in 1999.", []),
        ("Holt did not stay until 1998.", "Holt stayed until 1995.", []),
        ("The lock did not open in 1998.", "The lock was opened in 1995.", []),
    ],
)
def test_what_is_not_so_until_then_is_so_then(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert words(one, other) == expected


def test_nobody_is_born_again() -> None:
    born = told("Ada Holt was born on April 22, 1923, in Corran.")
    assert not list(compare(born, told("Ada Holt of Corran lived there after becoming a born-again believer in 1959.")))
    assert list(compare(born, told("Ada Holt was born in Corran in 1959.")))
