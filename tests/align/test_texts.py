"""What is linked in small invented stories, in several languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.align import align
from reader.story import Cluster, Kind
from tests.align.stories import COUNCIL, FERRY, FERRY_LATER, FERRY_SHORT, FERRY_TOO, cluster

if TYPE_CHECKING:
    from reader.align.links import Alignment


def _linked(story: Cluster, alignment: Alignment) -> set[tuple[str, str]]:
    return {(story.place(x.a).text, story.place(x.b).text) for x in alignment.links}


def test_links_what_reports_the_same_and_nothing_else() -> None:
    story = cluster(FERRY, FERRY_TOO)
    linked = _linked(story, align(story))
    assert any("Captain Ines Marlow told" in a and "Steering on the Calda" in b for a, b in linked)
    assert any("Eleven people" in a and "Eleven passengers" in b for a, b in linked)
    assert not any("mayor" in b or "miracle" in b for _, b in linked)
    assert not any("Brannoch Lines" in a for a, _ in linked)


def test_a_short_sentence_is_found_in_a_long_one() -> None:
    story = cluster(FERRY, FERRY_SHORT)
    linked = _linked(story, align(story))
    assert any("ran aground off Norrick harbour early" in a and "All 84 passengers" in b for a, b in linked)
    assert any("cancelled" in a and "cancelled" in b for a, b in linked)


def test_a_paragraph_of_added_sentences_is_one_passage() -> None:
    story = cluster(FERRY, FERRY_TOO)
    rows = [[story.place(s).text for ids in p.sentences.values() for s in ids] for p in align(story).passages]
    assert [
        "The mayor of Norrick, Piet Halloran, thanked the volunteers.",
        "He called the rescue a small miracle.",
    ] in rows


@pytest.mark.parametrize("added", [FERRY_SHORT, FERRY_LATER, COUNCIL, FERRY])
def test_adding_a_version_keeps_sure_links(added: str) -> None:
    before = cluster(FERRY, FERRY_TOO)
    sure = {(x.a, x.b) for x in align(before).links if x.score >= 0.9}
    assert sure
    assert sure <= {(x.a, x.b) for x in align(cluster(FERRY, FERRY_TOO, added)).links}


def test_typography_and_spelling_make_no_difference() -> None:
    story = cluster(
        "The organisers’ defence, they say, is that US rules changed. A second thing happened in Vell on Sunday.",
        "The organizers' defense, they say, is that U.S. rules changed. Nobody in Marden heard of it.",
    )
    (link,) = align(story).links
    assert link.score >= 0.95


def test_furniture_is_never_linked_and_stands_alone() -> None:
    story = cluster(FERRY, FERRY_TOO)
    first = story.versions[0]
    quiet = replace(first.paragraphs[1], kind=Kind.FURNITURE)
    changed = replace(first, paragraphs=(first.paragraphs[0], quiet, *first.paragraphs[2:]))
    alignment = align(Cluster("story", (changed, story.versions[1])))
    ids = {s.id for s in quiet.sentences}
    assert not any(x.a in ids or x.b in ids for x in (*alignment.links, *alignment.near))
    (row,) = [p for p in alignment.passages if ids & set(p.sentences.get("v1", ()))]
    assert row.sentences == {"v1": tuple(s.id for s in quiet.sentences)}


def test_a_subheading_is_no_telling_of_what_follows() -> None:
    story = cluster(FERRY, "Steering failed before the sandbank.\n" + FERRY_TOO)
    second = story.versions[1]
    heading = replace(second.paragraphs[0], kind=Kind.SUBHEADING)
    changed = replace(second, paragraphs=(heading, *second.paragraphs[1:]))
    links = align(Cluster("story", (story.versions[0], changed))).links
    assert not any(x.b == heading.sentences[0].id for x in links)


def test_a_single_version_and_one_without_words() -> None:
    alone = align(cluster(FERRY))
    assert not alone.links
    assert alone.base == "v1"
    assert not align(cluster("...", FERRY)).links


def test_progress_only_goes_on_and_ends_at_one() -> None:
    seen: list[float] = []
    align(cluster(FERRY, FERRY_LATER, FERRY_TOO, FERRY_SHORT), progress=seen.append)
    assert seen[-1] == 1.0
    assert seen == sorted(seen)


_LANGUAGES = {
    "de": (
        "Die Fähre Calda lief am Dienstag vor Norrick auf Grund. Der Rat von Marden schloss die Bücherei am Montag.",
        "In Marden hat der Rat die Bücherei geschlossen. Am Dienstag ist vor Norrick die Fähre Calda gestrandet.",
    ),
    "fr": (
        "Le ferry Calda s'est échoué mardi devant Norrick. Le conseil de Marden a fermé lundi la bibliothèque.",
        "À Marden, la bibliothèque a été fermée par le conseil. Mardi, le ferry Calda s'échouait près de Norrick.",
    ),
    "es": (
        "El ferry Calda encalló el martes frente a Norrick. El concejo de Marden cerró el lunes la biblioteca.",
        "El concejo cerró la biblioteca de Marden. El martes encalló el ferry Calda cerca de Norrick.",
    ),
    "ru": (
        "Паром «Калда» сел на мель у Норрика во вторник. Совет Мардена закрыл в понедельник библиотеку.",
        "Библиотеку закрыл совет Мардена. Во вторник у Норрика паром «Калда» оказался на мели.",
    ),
    "ar": (
        "جنحت العبارة كالدا قرب نوريك يوم الثلاثاء. أغلق مجلس ماردن المكتبة يوم الاثنين.",
        "المجلس في ماردن أغلق المكتبة. يوم الثلاثاء جنحت قرب نوريك العبارة كالدا.",
    ),
    "zh": (
        "渡轮卡尔达号星期二在诺里克附近搁浅。马登市议会星期一关闭了榆树街图书馆。",
        "马登市议会决定关闭榆树街图书馆。星期二，卡尔达号渡轮在诺里克港搁浅。",
    ),
}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_other_languages(language: str) -> None:
    story = cluster(*_LANGUAGES[language], language=language)
    best = sorted(align(story).links, key=lambda link: -link.score)[:2]
    assert {(x.a, x.b) for x in best} == {("v1.p1.s1", "v2.p1.s2"), ("v1.p1.s2", "v2.p1.s1")}


def test_a_language_nothing_is_known_of_is_aligned_by_its_words() -> None:
    story = cluster("Kalda-lautta ajoi karille.", "Tiistaina Kalda-lautta ajoi karille.", language="xx")
    assert len(align(story).links) == 1
