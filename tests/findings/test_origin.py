"""Agencies sign in set forms; who is only quoted did not write the report."""

from __future__ import annotations

import pytest

from reader.findings.origin import origins
from reader.story import Cluster, Kind
from tests.findings.build import version, words_of


@pytest.mark.parametrize(
    ("paragraphs", "agency", "words"),
    [
        ([["LINDHOLM, Sweden (AP) — A ferry ran aground on Saturday."]], "AP", "(AP)"),
        ([["LINDHOLM (Northwire) — A ferry ran aground."]], "Northwire", "(Northwire)"),
        ([["Lindholm (dpa) - Eine Fähre lief auf Grund."]], "dpa", "(dpa)"),
        ([["A ferry ran aground, per the AP ."]], "AP", "per the AP"),
        ([["A ferry ran aground.", "Nobody was hurt. — Reuters"]], "Reuters", "— Reuters"),
        (
            [["A ferry ran aground."], ["The Associated Press contributed to this report."]],
            "AP",
            "The Associated Press contributed",
        ),
        ([["By Ida Holm, Associated Press"], ["A ferry ran aground."]], "AP", "By Ida Holm, Associated Press"),
        ([["A ferry ran aground. (AFP)"]], "AFP", "(AFP)"),
        ([["A ferry ran aground."], ["With inputs from PTI"]], "PTI", "With inputs from PTI"),
        ([["© 2024 Thomson Reuters"], ["A ferry ran aground."]], "Reuters", "© 2024 Thomson Reuters"),
    ],
)
def test_agencies_are_known_by_how_they_sign(paragraphs: list[list[str]], agency: str, words: str) -> None:
    cluster = Cluster("A story", (version("v1", "herald", paragraphs),))
    origin = origins(cluster)["v1"]
    assert origin.agency == agency
    assert [words_of(cluster, e.sentence, e.start, e.end) for e in origin.evidence] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The state agency KCNA said the talks went well.",
        "The captain told Reuters that all is well.",
        "According to the AP, the captain was asleep.",
        "A ferry is seen in the harbour (AP Photo/Ida Holm).",
        "Reuters will move its office to Lindholm next year.",
        "LINDHOLM (Sweden) — A ferry ran aground.",
        "ASEAN (Association of Southeast Asian Nations) — what is it?",
        "The PA system on board did not work.",
    ],
)
def test_who_is_quoted_did_not_write_it(sentence: str) -> None:
    assert origins(Cluster("A story", (version("v1", "herald", [[sentence]]),))) == {}


def test_a_byline_field_without_words_in_the_text_has_no_evidence() -> None:
    cluster = Cluster("A story", (version("v1", "herald", [["A ferry ran aground."]], byline="Ida Holm, Reuters"),))
    assert origins(cluster)["v1"].agency == "Reuters"
    assert origins(cluster)["v1"].evidence == ()


def test_a_signature_in_furniture_counts() -> None:
    one = version("v1", "herald", [["A ferry ran aground."], ["Associated Press"]], kinds={2: Kind.METADATA})
    assert origins(Cluster("A story", (one,)))["v1"].agency == "AP"
