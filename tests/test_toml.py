"""TOML is read as the standard library reads it, and nothing in it takes long."""

from __future__ import annotations

import time
import tomllib

import pytest

from reader import toml


@pytest.mark.parametrize(
    "text",
    [
        "",
        'title = "Lock 3"\n[files."a.b.c.txt"]\noutlet = "Tarn"\n',
        'url = "https://' + "a." * 30 + 'example/"',
        "".join(f"k{n} = {n}.5\n" for n in range(200)),
        'text = "' + "The lock. " * 100 + '"',
        "a" + ".a" * 40 + " = 1",
    ],
)
def test_what_is_shallow_is_read_as_ever(text: str) -> None:
    assert toml.loads(text) == tomllib.loads(text)


@pytest.mark.parametrize("part", ["a.", '"a" . ', "' '.", "a-1\t.", '"\\"".', '"a b".'])
@pytest.mark.parametrize("form", ["{}a = 1", "[{}a]", "x = {{{}a = 1}}", "b = 1\n[[{}a]]\n"])
def test_a_key_of_very_many_parts_is_refused_at_once(part: str, form: str) -> None:
    began = time.process_time()
    with pytest.raises(RecursionError):
        toml.loads(form.format(part * 100_000))
    assert time.process_time() - began < 30, "it would take minutes"


@pytest.mark.parametrize(
    "text",
    ["a = ", "a" + ".a" * 45, "x" * 500_000, "'" * 500_000 + "." * 60, "a = [" * 3_000],
    ids=["no value", "no value of a key", "a long word", "quotation marks", "nested lists"],
)
def test_what_is_no_toml_is_no_toml(text: str) -> None:
    with pytest.raises((tomllib.TOMLDecodeError, RecursionError)):
        toml.loads(text)
