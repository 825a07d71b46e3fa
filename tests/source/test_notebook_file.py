"""Other sources in a notebook's file: it holds them, and all else is as it was, byte for byte."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanproof.source.notebook import Notebook, notebook
from nanproof.source.notebook_file import characters_of, lines_of, rewritten

SOURCES = st.text(alphabet='ab\n\\"é\u2028😀/', max_size=12)
STYLES = st.tuples(st.sampled_from([None, 1, "\t"]), st.booleans(), st.booleans())


def held(data: str) -> list[str]:
    found = notebook(data)
    assert isinstance(found, Notebook)
    return [cell.source for cell in found.cells]


def written(source: str, *, as_list: bool) -> str | list[str]:
    return source.splitlines(keepends=True) if as_list else source


@given(st.lists(st.tuples(SOURCES, st.booleans()), min_size=1, max_size=4), SOURCES, st.data(), STYLES)
def test_it_holds_the_other_source_and_nothing_else_changes(
    sources: list[tuple[str, bool]], other: str, chance: st.DataObject, style: tuple[int | str | None, bool, bool]
) -> None:
    number = chance.draw(st.integers(1, len(sources)))

    def dumped(sources: list[str | list[str]]) -> str:
        cells = [{"cell_type": "code", "outputs": [{"text": ["}]\\n"]}], "source": each} for each in sources]
        markdown = {"cell_type": "markdown", "source": ["# 1"]}
        held = {"cells": [markdown, *cells, 7], "metadata": {"cells": 3}, "a": [{}]}
        indent, ensure_ascii, sort_keys = style
        return json.dumps(held, indent=indent, ensure_ascii=ensure_ascii, sort_keys=sort_keys)

    tokens = [written(source, as_list=as_list) for source, as_list in sources]
    before, behind = dumped([*tokens[: number - 1], "HERE", *tokens[number:]]).split('"HERE"')
    after = rewritten(dumped(tokens), {number: other})
    assert after.startswith(before)
    assert after.endswith(behind)
    assert held(after) == [source if at != number else other for at, (source, _) in enumerate(sources, 1)]
    assert isinstance(json.loads(after)["cells"][number]["source"], list) == sources[number - 1][1]


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        (r'"a\nb\u00e9\n c"', "a\nbé\nd", r'"a\nb\u00e9\nd"'),
        (r'"a\n\u0062"', "a\nb\né", r'"a\nb\n\u00e9"'),
        (r'"é\n"', "é\nè", r'"é\nè"'),
        ('["a\\n",\n   "b" ]', "a\nc\nd", '["a\\n",\n   "c\\n",\n   "d" ]'),
        ('[\n "a"\n]', "a\nb", '[\n "a\\n",\n "b"\n]'),
        ("[]", "a\nb", '["a\\n", "b"]'),
        (r'["a\n", "b\u0063\n", "d"]', "a\nbc\ne", r'["a\n", "b\u0063\n", "e"]'),
        ('["a", "b\\nc"]', "ab\nd", '["ab\\n", "d"]'),
    ],
)
def test_lines_that_stay_are_written_as_they_were(before: str, source: str, after: str) -> None:
    around = '{ "nbformat":3,"worksheets":[ {"cells": [{"cell_type":"code","input":%s}]}]}'
    assert rewritten(around % before, {1: source}) == around % after


def test_of_a_name_that_comes_twice_the_last_counts() -> None:
    around = '{"cells": [], "cells": [{"source": "a", "cell_type": "code", "source": %s}]}'
    assert rewritten(around % '"b"', {1: "c"}) == around % '"c"'


@given(st.lists(SOURCES, min_size=1, max_size=4), STYLES, st.booleans(), st.integers(1, 3))
def test_each_line_of_a_cell_is_found(
    sources: list[str], style: tuple[int | str | None, bool, bool], as_list: bool, size: int
) -> None:
    def parts(source: str) -> str | list[str]:
        return [source[at : at + size] for at in range(0, len(source), size)] if as_list else source

    cells = [{"cell_type": "code", "source": parts(each)} for each in sources]
    odd = [{"cell_type": "code"}, {"cell_type": "code", "source": None}, {"cell_type": "code", "source": [3, "a"]}]
    data = json.dumps(
        {"cells": [{"cell_type": "markdown", "source": ["# 1"]}, *cells, *odd]}, indent=style[0], ensure_ascii=style[1]
    )
    *found, none, null, mixed = lines_of(data)
    assert (none, null, [data[start:end] for start, end in mixed]) == ([], [], ["a"])
    for source, lines in zip(sources, found, strict=True):
        wanted = [line.removesuffix("\n") for line in re.findall(r"[^\n]*\n|[^\n]+", source)]
        assert len(lines) == len(wanted)
        for (start, end), line in zip(lines, wanted, strict=True):
            if not as_list:
                assert json.loads(f'"{data[start:end]}"') == line
            at = [start + each for each in characters_of(data[start:end])]
            assert at[-1] == end
            assert len(at) == len(line) + 1
            for place, character in zip(at, line, strict=False):
                assert data.startswith(json.dumps(character, ensure_ascii=style[1])[1:-1], place)
