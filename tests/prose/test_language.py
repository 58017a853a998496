"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.language import detect, language_code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The old bridge was closed on Friday, and the ferry is not running."),
        ("de", "Die alte Brücke wurde am Freitag gesperrt, und die Fähre fährt nicht."),
        ("fr", "Le vieux pont a été fermé vendredi, et le bac ne circule pas dans la baie."),
        ("es", "El viejo puente se cerró el viernes y la barca no sale del puerto."),
        ("it", "Il vecchio ponte è stato chiuso venerdì e il traghetto non parte dalla città."),
        ("pt", "A ponte velha foi fechada na sexta-feira e o barco não sai do porto."),
        ("nl", "De oude brug is vrijdag gesloten en de veerboot vaart niet meer naar het eiland."),
        ("ru", "Старый мост закрыли в пятницу, и паром не ходит."),
        ("uk", "Старий міст закрили у п'ятницю, і пором не ходить до їхнього острова."),
        ("ar", "أغلق الجسر القديم يوم الجمعة ولا تعمل العبارة."),
        ("fa", "پل قدیمی روز جمعه بسته شد و کشتی کار نمی‌کند، گفت شهردار چند روز"),
        ("zh", "旧桥周五关闭，渡轮停运。"),
        ("ja", "古い橋は金曜日に閉鎖され、フェリーは運休している。"),
        ("ko", "오래된 다리는 금요일에 폐쇄되었다."),
        ("el", "Η παλιά γέφυρα έκλεισε την Παρασκευή."),
        ("he", "הגשר הישן נסגר ביום שישי."),
        ("hi", "पुराना पुल शुक्रवार को बंद कर दिया गया।"),
        ("en", "Roe 12 Doe"),
        ("en", "Harbour master blurred out pilot's uncovered face v. a visit to a port"),
        ("en", "Goats to do no harm, a mayor to say on visit"),
        ("en", ""),
    ],
)
def test_detect(code: str, text: str) -> None:
    assert detect(text) == code


def test_default_where_the_text_does_not_tell() -> None:
    assert detect("12:30", default="de") == "de"


@given(st.text(max_size=200))
def test_always_a_code(text: str) -> None:
    assert len(detect(text)) == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("EN_gb", "en"),
        ("English", "en"),
        ("deu", "de"),
        ("中文", "zh"),
        ("", None),
        ("klingon", None),
        ("e", None),
    ],
)
def test_codes(name: str, code: str | None) -> None:
    assert language_code(name) == code
