"""One rule more among those that a file ignores, wherever and however they stand there."""

from __future__ import annotations

import pytest

from nanproof.configuration.ignoring import ignoring

OTHERS = '[project]\nname = "x"\n\n[tool.ruff.lint]\nignore = ["E501"]\n\n'
MORE = '\n[tool.other]\nignore = ["NAN1"]\n'

WRITTEN = {
    "an empty file": ("", 'ignore = ["NAN101"]\n'),
    "no list": ('level = "hint"\n', 'ignore = ["NAN101"]\nlevel = "hint"\n'),
    "only tables": ('[severity]\nNAN1 = "hint"\n', 'ignore = ["NAN101"]\n[severity]\nNAN1 = "hint"\n'),
    "a list": ('ignore = ["NAN4"]  # why\n', 'ignore = ["NAN4", "NAN101"]  # why\n'),
    "an empty list": ("ignore = []\n", 'ignore = ["NAN101"]\n'),
    "a list that says what it holds": (
        'ignore = [ # ]\n  \'NAN4\',  # a "]"\n  "NAN5",  # two\n]\nlevel = "hint"\n',
        'ignore = [ # ]\n  \'NAN4\',  # a "]"\n  "NAN5",  # two\n  "NAN101",\n]\nlevel = "hint"\n',
    ),
    "a list without a last comma": (
        'ignore = [\n    "NAN4",\n    "NAN5"\n]\n',
        'ignore = [\n    "NAN4",\n    "NAN5",\n    "NAN101"\n]\n',
    ),
    "a list with one line": ('ignore = [\n\t"NAN4",\n]', 'ignore = [\n\t"NAN4",\n\t"NAN101",\n]'),
    "a comma behind one": ('ignore = ["NAN4",]\n', 'ignore = ["NAN4", "NAN101",]\n'),
    "windows": ('level = "hint"\r\n', 'ignore = ["NAN101"]\r\nlevel = "hint"\r\n'),
    "a list on windows": ('ignore = [\r\n "NAN4",\r\n]\r\n', 'ignore = [\r\n "NAN4",\r\n "NAN101",\r\n]\r\n'),
    "another key": ('extend-ignore = ["NAN4"]\n', 'ignore = ["NAN101"]\nextend-ignore = ["NAN4"]\n'),
}
PROJECTS = {
    "no list": ("[tool.nanproof]\n", '[tool.nanproof]\nignore = ["NAN101"]\n'),
    "no line end": ("[tool.nanproof]", '[tool.nanproof]\nignore = ["NAN101"]\n'),
    "a list": ('[tool.nanproof]\nignore=["NAN4"]\n', '[tool.nanproof]\nignore=["NAN4", "NAN101"]\n'),
    "a header that says why": (
        '[ tool . "nanproof" ]  # why\nlevel = "hint"\n',
        '[ tool . "nanproof" ]  # why\nignore = ["NAN101"]\nlevel = "hint"\n',
    ),
}


def outcome(text: str, *, is_project: bool) -> str | None:
    found = ignoring(text, "NAN101", is_project=is_project)
    return text[: found.at] + found.text + text[found.at :] if found is not None else None


@pytest.mark.parametrize(("text", "after"), WRITTEN.values(), ids=WRITTEN)
def test_a_file_of_our_own(text: str, after: str) -> None:
    assert outcome(text, is_project=False) == after


@pytest.mark.parametrize(("text", "after"), PROJECTS.values(), ids=PROJECTS)
def test_a_project_of_which_nothing_else_changes(text: str, after: str) -> None:
    assert outcome(OTHERS + text, is_project=True) == OTHERS + after
    if text.endswith("\n"):
        assert outcome(OTHERS + text + MORE, is_project=True) == OTHERS + after + MORE


@pytest.mark.parametrize(
    ("text", "is_project"),
    [
        ("ignore = [", False),
        ('ignore = "NAN1"\n', False),
        ("ignore = [\n", False),
        ('[tool]\nnanproof = { level = "hint" }\n', True),
        ('[tool]\nnanproof.level = "hint"\n', True),
        ('[project]\nname = "x"\n', True),
        ("tool = 1\n", True),
        ("[" * 5000, False),
    ],
)
def test_what_only_a_person_can_write_is_left_alone(text: str, is_project: bool) -> None:
    assert outcome(text, is_project=is_project) is None
