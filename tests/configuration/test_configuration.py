"""What holds for a file, of several layers and their patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.configuration.configuration import merged
from nanproof.configuration.nearest import Nearest
from nanproof.configuration.reading import Layer, read_values
from nanproof.findings.finding import Severity
from nanproof.source.reader import DiskReader


def layer(folder: str, **given: object) -> Layer:
    values, faults = read_values({name.replace("_", "-"): value for name, value in given.items()})
    assert not faults
    return Layer("file", folder, values)


def test_each_layer_overrules_those_before_it() -> None:
    made = merged([layer("/a", level="hint", prefer="mask"), layer("", level="error")])
    assert made.get("level") == "error"
    assert made.get("prefer") == "mask"
    assert made.get("default-dtype") is None


def test_extensions_add_to_what_another_layer_selects() -> None:
    made = merged([layer("/a", select=["NAN1"], extend_select=["NAN301"]), layer("", ignore=["NAN102"])])
    shown = [
        code
        for code in ("NAN101", "NAN102", "NAN301", "NAN302")
        if made.selection("/a/b.py").shows(code, Severity.ERROR)
    ]
    assert shown == ["NAN101", "NAN301"]


def test_a_rule_has_the_severity_that_it_is_given() -> None:
    selection = merged([layer("/a", severity={"NAN1": "hint", "NAN102": "error"})]).selection("/a/b.py")
    assert selection.severity("NAN101", Severity.WARNING) is Severity.HINT
    assert selection.severity("NAN102", Severity.HINT) is Severity.ERROR
    assert selection.severity("NAN301", Severity.WARNING) is Severity.WARNING
    assert not selection.shows("NAN101", Severity.WARNING)
    assert selection.shows("NAN102", Severity.HINT)


@pytest.mark.parametrize(
    ("pattern", "path", "is_matched"),
    [
        ("tests/**", "/a/tests/x.py", True),
        ("tests/**", "/a/src/tests/x.py", False),
        ("**/tests/**", "/a/src/tests/x.py", True),
        ("tests", "/a/src/tests/x.py", True),
        ("tests/", "/a/tests/x.py", True),
        ("x.py/", "/a/tests/x.py", False),
        ("/tests", "/a/tests/x.py", True),
        ("/tests", "/a/src/tests/x.py", False),
        ("*_old.py", "/a/src/b_old.py", True),
        ("src/*.py", "/a/src/b.py", True),
        ("src/*.py", "/a/src/c/b.py", False),
        ("*.py", "/elsewhere/b.py", False),
    ],
)
def test_patterns_are_those_of_gitignore_from_their_file_on(pattern: str, path: str, is_matched: bool) -> None:
    made = merged([layer("/a", exclude=[pattern], per_file_ignores={pattern: ["NAN1"]}, select=["NAN101"])])
    assert made.leaves_out(path) is is_matched
    assert made.selection(path).shows("NAN101", Severity.ERROR) is not is_matched


@pytest.mark.parametrize(
    ("pattern", "path", "is_left_out"),
    [
        ("tests/**", "/a/tests", True),
        ("tests/**", "/a/src/tests", False),
        ("**/tests/**", "/a/src/tests", True),
        ("tests", "/a/src/tests/unit", True),
        ("tests/", "/a/tests", True),
        ("/tests", "/a/src/tests", False),
        ("**", "/a/src", True),
        ("*", "/a/src", True),
        ("src/*", "/a/src/c", True),
        ("src/*", "/a/src", False),
        ("src/*.py", "/a/src", False),
        ("*.py", "/a/src", False),
        ("tests", "/elsewhere/tests", False),
    ],
)
def test_folders_in_which_nothing_is_left_are_known(pattern: str, path: str, is_left_out: bool) -> None:
    made = merged([layer("/a", exclude=[pattern])])
    assert made.leaves_out_folder(path) is is_left_out
    assert not is_left_out or (made.leaves_out(f"{path}/x.py") and made.leaves_out(f"{path}/y/x.ipynb"))


def test_what_is_not_included_is_left_out() -> None:
    made = merged([layer("/a", include=["src/**"], exclude=["src/old/**"])])
    assert [made.leaves_out(f"/a/{each}") for each in ("src/b.py", "src/old/b.py", "b.py")] == [False, True, True]


def test_the_nearest_file_that_speaks_of_nanproof_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.nanproof]\nlevel = 'hint'\n")
    (inner / "pyproject.toml").write_text("[project]\nname = 'nanproof-plugin'\n")
    known = Nearest(DiskReader())

    def origin() -> Path:
        found = known.of(str(inner))
        assert found is not None
        return Path(found.layer.origin)

    assert origin() == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "nanproof.toml").write_text("level = 'hint'\n")
    assert origin() == tmp_path / "pyproject.toml"  # it is known
    known.forget()
    assert origin() == tmp_path / "a" / "nanproof.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.nanproof]\n")
    known.forget()
    assert origin() == tmp_path / "a" / "nanproof.toml"
