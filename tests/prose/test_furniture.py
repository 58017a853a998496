"""What is furniture, and what only looks like it."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.prose import phrases
from reader.prose.furniture import furniture, slug_prefix, stands_alone
from reader.prose.lines import is_one_word

NEWS = "The council of Harwick voted on Tuesday to close the old bridge, the mayor said."


@pytest.mark.parametrize(
    "block",
    [
        "×",
        "* * *",
        "Related: Watch the bridge fall",
        "Related stories",
        "READ MORE Mayor of Harwick resigns over the bridge",
        "Read also: Ten bridges that fell",
        "Read more",
        "Read more »",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below advertisement",
        "Share",
        "Share this article",
        "Share on Facebook Tweet Email Print",
        "Photos Videos Share on WhatsApp Share",
        "12 comments",
        "Donate to the Harwick Courier: every penny pays for reporting",
        "Join the conversation",
        "Sign up for our morning newsletter",
        "Sign up to get the Harwick Courier's daily headlines delivered to your inbox.",
        "Subscribe to the Courier for unlimited access to all stories.",
        "Thank you for registering",
        "Thanks for subscribing!",
        "Please refresh your browser to be logged in",
        "Already a subscriber? Log in",
        "By signing up you agree to our terms of use and privacy policy.",
        "We use cookies to make this site better.",
        "Please enable JavaScript to read this page",
        "Follow us on Facebook and Instagram",
        "Follow @harwickcourier on Twitter",
        "Download the Courier app",
        "Click here for more pictures.",
        "© 2024 Harwick Courier. All rights reserved.",
        "Copyright 2024 The Harwick Courier",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Photo: Ann Roe/Harwick Courier",
        "Tags: bridges, Harwick, council",
        "Filed under: Harwick",
        "#Harwick #bridge #council",
        "Home > News > Harwick",
        "Politics/ Harwick/ Bridges/",
        "https://courier.example/2024/11/30/bridge",
        "http: / / courier. example / news / bridge - closed. html",
        "Your browser does not support the video tag.",
        "Never miss the latest news by signing up to our newsletter today!",
        "Get the Courier's Daily Edition by email",
        "To view the full story, please subscribe to the Courier.",
        "If you’re seeing this message but you’re already a subscriber, you can log in.",
        "Privacy: This site uses cookies.",
        "Your email address will not be published. Required fields are marked *",
        "We may earn a commission if you buy through links on this page.",
        "Follow Jane Roe on Twitter @janeroe",
        "Contact Jane Roe at jane.roe@courier.example",
        "jane.roe@courier.example",
        "Most viewed news",
        "Listen to this article",
        "Link copied!",
        "after newsletter promotion",
        "list 1 of 4",
        "Get the free Morning Headlines email for news from our reporters",
        "I would like to be emailed about offers from The Courier.",
        "Follow the Courier’s coverage of the bridge at https://courier.example/bridge",
        "More of the Courier’s news: https://courier.example/news",
        "Opens in a new tab (opens in new window)",
        "Go deeper: How bridges fall",
        "This document is subject to copyright. No part may be reproduced without written permission.",
        "Already a supporter? Log in to hide this.",
        "Get the Courier’s free weekday email: sign up here",
        "Listen live: Radio Harwick on 98.3",
        "More about: Bridges | Harwick",
        "Next article: Cat found on the bridge",
        "Got a tip? Write to the newsroom.",
        "Lesen Sie auch: Brücke gesperrt",
        "À lire aussi",
        "Publicidad",
        "Читайте также: Мост закрыт",
        "相关阅读：大桥关闭",
    ],
)
def test_furniture(block: str) -> None:
    assert stands_alone(block)
    assert furniture([NEWS, block, NEWS]) == [False, True, False]


@pytest.mark.parametrize(
    "block",
    [
        NEWS,
        "Politico reports:",
        "The company asked its users to log in to their accounts again and change their passwords, it said.",
        "“Please refresh your browser to be logged in,” the message on the city's website said.",
        "Donate to the widow, the letter said.",
        "The letter asked people to “donate now” to the widow.",
        "Roe told supporters that their donations had paid for the bridge.",
        '"Your support makes all the difference," Roe told the crowd.',
        "Read the full letter via the Courier:",
        "See the picture below, and tell us whether you like it.",
        "CORRECTION: An earlier version gave the wrong length of the bridge.",
        "Share prices fell by 3 percent on Friday.",
        "Shares of Doe fell",
        "Watch out, the bridge is icy, the police warned.",
        "More than 200 people watched",
        "Subscribers to the paper received a letter on Monday.",
        "Thank you notes were found in the wreck",
        "The bill and/or the veto, the 24/7 patrols and the A/B test were discussed.",
        "Roses are red / violets are blue / the bridge has come down / and nobody knew.",
        "Close",  # a button: the only one here that is furniture
        "The price rose from > 3 to 4 crowns.",
        "The newsletter was sent to 200 subscribers, who were told to sign up again.",
        "If you see the suspect, call the police.",
        "More people than ever follow the news at home",
        "The tags on the coats named the mill.",
        "Get the warrant first, the judge told the police.",
        "To read the will, the family had to register with the court.",
        "By signing up the town to the treaty, the mayor broke the law.",
        "Contact tracing began in Harwick on Friday",
        "Follow the money, the prosecutors were told.",
        "Recent news of the bridge had worried the town.",
        "The company may receive compensation from the state.",
        "You must register your dog with the town hall, the council decided.",
        "Photographs by Ann Roe show the bridge before it fell into the river in 1987, killing two of the builders",
        "Topics of the talks were the bridge and the ferry.",
    ],
)
def test_news(block: str) -> None:
    assert furniture([NEWS, block, NEWS]) == [False, block == "Close", False]


APPEAL = [
    "Your support helps us tell the story",
    "From the town hall to the harbour, The Courier is there when the news breaks. We know that the facts matter.",
    "We need reporters in every village. Your donation allows us to keep sending them.",
    "The Courier is trusted by readers of every party. And unlike many other news outlets, we have no paywall.",
    "Your support makes all the difference.",
]


def test_an_appeal_is_furniture_as_a_whole() -> None:
    assert furniture([NEWS, *APPEAL, NEWS]) == [False, *[True] * 5, False]


def test_news_inside_an_appeal_stays_news() -> None:
    blocks = [APPEAL[0], NEWS, APPEAL[-1]]
    assert furniture(blocks) == [True, False, True]


def test_praise_without_an_appeal_stays() -> None:
    assert furniture([NEWS, APPEAL[1], NEWS]) == [False, False, False]


def test_titles_under_a_heading_at_the_end() -> None:
    titles = ["Mayor of Harwick resigns", "Ten bridges that fell"]
    assert furniture([NEWS, "More stories", *titles]) == [False, True, True, True]
    assert furniture([NEWS, "More stories", *titles, NEWS]) == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("line", "slugs"),
    [
        (
            "Harwick bridge/ Council vote/ J. Roe/ Morning Edition/ The council voted.",
            "Harwick bridge/ Council vote/ J. Roe/ Morning Edition/ ",
        ),
        ("Council/ Budget/ J. Roe/ The council", "Council/ Budget/ J. Roe/ "),
        ("He said yes/ no/ maybe to all.", ""),
        ("and/or, 24/7, A/B", ""),
        ("Roses are red / violets are blue / so are you / The end.", ""),
        ("One/ two/ The council voted.", ""),
        ("", ""),
    ],
)
def test_slug_prefix(line: str, slugs: str) -> None:
    assert line[: slug_prefix(line)] == slugs


@given(st.lists(st.text(min_size=1, max_size=80), max_size=20))
def test_one_answer_a_block(blocks: list[str]) -> None:
    assert len(furniture([block.strip() or "x" for block in blocks])) == len(blocks)


@pytest.mark.parametrize(
    "piece", ["a > ", "A and ", "your ", "A/ ", "#a, ", "http:/ / a. A", "sign up for our ", "by using "]
)
def test_hostile_repetition_takes_no_time(piece: str) -> None:
    block = (piece * 400)[:399]
    furniture([block] * 200)  # a pattern that backtracks would not come back from this


BEGINNINGS = (phrases.LABELS, phrases.LEAD_INS, phrases.BOXES, phrases.OPENINGS, phrases.REQUESTS)
ANYWHERE = (phrases.REMARKS, phrases.RIGHTS, phrases.CREDITS, phrases.APPEALS, phrases.HOUSE)


@pytest.mark.parametrize("table", BEGINNINGS + ANYWHERE, ids=lambda table: table.split("\n")[1][:20])
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_no_phrase_is_passed_over_for_its_keys(table: str, data: st.DataObject) -> None:
    """A key that a pattern doesn't need would hide what the pattern says."""
    no_case = "ıſKİ"
    letters = st.characters(categories=("L", "N", "P", "Sc", "Sm", "Zs"), exclude_characters=no_case)
    _, pattern = data.draw(st.sampled_from(phrases.rows(table)))
    text = data.draw(st.from_regex(phrases.compiled(pattern), fullmatch=True, alphabet=letters))
    if phrases.compiled(pattern).search(text):
        assert phrases.begins(table, text) if table in BEGINNINGS else phrases.says(table, text)


def test_no_appeal_is_one_word() -> None:
    words = {word for keys, _ in phrases.rows(phrases.APPEALS) for key in keys for word in key.split()}
    for pattern in (pattern for _, pattern in phrases.rows(phrases.APPEALS)):
        said = {part for part in re.split(r"[^a-z]+", pattern) if part} | words
        assert not any(phrases.compiled(pattern).search(word) for word in said if is_one_word(word))
