"""The map of the code names what is there: ARCHITECTURE.md and CONTRIBUTING.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.imports import MODULES, SERVER, package_of
from tests.architecture.test_imports import ORDER, SHARED

ROOT = SERVER.parent
TEXTS = ("ARCHITECTURE.md", "CONTRIBUTING.md")
MAP = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
# A path of a source as it stands between backquotes, from the package, the server or the root of the repository.
PATH = re.compile(r"`((?:[\w-]+/)+[\w-]+\.(?:py|toml|txt))`")
ROWS = re.findall(r"^\| `(\w+)(?:/|\.py)` \|.*?\| ?([^|]*) ?\|$", MAP, re.MULTILINE)


def paths() -> list[tuple[str, str]]:
    return [(text, path) for text in TEXTS for path in PATH.findall((ROOT / text).read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("text", "path"), sorted(set(paths())))
def test_each_file_that_is_named_is_there(text: str, path: str) -> None:
    folders: list[Path] = [ROOT, SERVER, SERVER / "nanproof", SERVER / "nanproof" / "catalog", ROOT / "benchmarks"]
    assert any((folder / path).is_file() for folder in folders), f"{text} names {path}"


def test_some_files_are_named() -> None:
    assert len(paths()) > 50


def test_each_package_has_a_row_in_the_map() -> None:
    assert sorted(name for name, _ in ROWS) == sorted({*ORDER, *SHARED, "lsp", "cli", "cache", "watchdog"})


@pytest.mark.parametrize(("package", "starts"), ROWS)
def test_a_good_place_to_start_is_there(package: str, starts: str) -> None:
    names = re.findall(r"`([\w.]+)`", starts)
    inside = {path.name for module, path in MODULES.items() if package_of(module) == package}
    data = {path.name for path in (SERVER / "nanproof" / package).glob("*.toml")}
    assert set(names) <= inside | data


def test_the_order_of_imports_is_told_as_it_is_held() -> None:
    text = " ".join((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())
    told = re.search(r"Imports go one way: ([\w, ]+), then lsp or cli", text)
    assert told is not None
    packages = [name for name in ORDER if name not in ("releases", "declarations", "budget")]
    assert told[1].split(", ") == packages
