"""cluster.toml: what it says, and what is said where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.sources import SourceError, load
from tests.sources.stories import RADIO, folder

if TYPE_CHECKING:
    from pathlib import Path


def with_toml(path: Path, toml: str) -> Path:
    place = folder(path)
    (place / "cluster.toml").write_text(toml, encoding="utf-8")
    return place


def test_everything(tmp_path: Path) -> None:
    place = with_toml(
        tmp_path,
        """
        title = "The bridge"
        order = ["radio.txt"]
        base = "courier.txt"

        [files."radio.txt"]
        outlet = "Radio Harwick"
        date = 2024-12-01
        url = "https://radio.example/1"
        headline = "Bridge shut"
        byline = "Ann Poe"
        language = "en-GB"

        [files.courier]
        date = 2024-11-30T08:00:00Z
        """,
    )
    for given in (place, place / "cluster.toml"):
        cluster = load(given)
        assert cluster.title == "The bridge"
        assert cluster.base == "v2"
        radio, courier = cluster.versions
        assert (radio.outlet, radio.published, radio.url) == ("Radio Harwick", "2024-12-01", "https://radio.example/1")
        assert (radio.headline, radio.byline, radio.language) == ("Bridge shut", "Ann Poe", "en")
        assert courier.published == "2024-11-30T08:00:00+00:00"


NUMBERS = ", ".join(f"'{n}'" for n in range(50_000))


@pytest.mark.parametrize("base", ["radio.txt", "radio", "Radio Harwick"])
def test_the_base_by_file_or_outlet(tmp_path: Path, base: str) -> None:
    place = with_toml(tmp_path, f'base = "{base}"\n[files."radio.txt"]\noutlet = "Radio Harwick"\n')
    assert load(place).base == "v2"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("titel = 'x'", "there is no key 'titel'; there are title, order, base, files"),
        ("title = 3", "key 'title' must be a string with something in it"),
        ("title = ''", "key 'title' must be a string with something in it"),
        ("order = 'radio.txt'", "key 'order' must be a list of file names"),
        ("order = [1]", "key 'order' must be a list of file names"),
        ("order = ['radio.txt', 'radio.txt']", "key 'order' names 'radio.txt' twice"),
        ("order = ['third.txt']", "key 'order' names 'third.txt'; there is no such file in the folder"),
        ("order = ['../secret.txt']", "key 'order' names '../secret.txt'; a file must lie in the folder"),
        ("order = ['/etc/passwd']", "key 'order' names '/etc/passwd'; a file must lie in the folder"),
        ("order = ['a/../../secret.txt']", "a file must lie in the folder"),
        ("order = ['..\\\\secret.txt']", "a file must lie in the folder"),
        ("order = ['']", "a file must lie in the folder"),
        ('order = ["a\\u0000"]', "a file must lie in the folder"),
        ("order = ['link.txt']", "key 'order' names 'link.txt', a link that leads out of the folder"),
        ("base = 'third'", "key 'base' names 'third'; it must be one of the files read: courier.txt, radio.txt"),
        ("files = 3", "key 'files' must be a table"),
        ("[files]\n'radio.txt' = 'x'", "key files.'radio.txt' must be a table with any of outlet, date"),
        ("[files.'radio.txt']\nname = 'x'", "there is no key 'files.'radio.txt'.name'"),
        ("[files.'radio.txt']\noutlet = 1", "key 'files.'radio.txt'.outlet' must be a string"),
        ("[files.'radio.txt']\ndate = 'soon'", "key 'files.'radio.txt'.date' must be a date like 2024-11-30"),
        ("[files.'radio.txt']\ndate = 5", "must be a date like 2024-11-30"),
        ("[files.'radio.txt']\nlanguage = 'klingon'", "must be a language's two letters"),
        ("[files.'../secret.txt']\noutlet = 'x'", "a file must lie in the folder"),
        ("[files.'link.txt']\noutlet = 'x'", "a link that leads out of the folder"),
        ("title = ", "wrong TOML: "),
        ("title = 'a'\ntitle = 'b'", "wrong TOML: "),
        ("x = " + "[" * 5_000, "the TOML is nested too deeply"),
        ("title = " + "1" * 5_000, "wrong TOML: a number in it is too long"),
        pytest.param("a." * 200_000 + "a = 1", "the TOML is nested too deeply", id="a long key"),
        pytest.param("#" * 1_000_001, "this is over 1 MB, the most that is read of a cluster.toml", id="too large"),
        pytest.param(f"order = [{NUMBERS}, 'x', 'x']", "key 'order' names 'x' twice", id="twice among many"),
    ],
)
def test_what_is_wrong(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "secret.txt").write_text("Not for everyone.", encoding="utf-8")
    place = with_toml(tmp_path / "bridge", toml)
    (place / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(SourceError) as error:
        load(place)
    assert str(error.value).startswith(f"{place / 'cluster.toml'}: ")
    assert message in str(error.value)


def test_a_file_in_a_folder_below_may_be_named(tmp_path: Path) -> None:
    place = with_toml(tmp_path, "order = ['older/first.txt']")
    folder(place / "older", first=RADIO)
    assert [v.outlet for v in load(place).versions] == ["first", "courier", "radio"]
