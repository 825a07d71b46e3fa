"""A sample of the dressed programs: each runs before and after every single repair that is offered for it.

The complete product is `python benchmarks/proof.py`.
"""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from nanproof import fixes
from nanproof.analysis import Project
from nanproof.fixes import registry
from nanproof.source.document import Document
from tests.names.project import Files
from tests.oracle.dressed.faults import FAULTS, FRAMEWORKS
from tests.oracle.dressed.known import KNOWN, Known, unknown
from tests.oracle.dressed.offered import repairs
from tests.oracle.dressed.programs import Dressed, programs, sample
from tests.oracle.dressed.proof import Problem, problems
from tests.oracle.dressed.styles import STYLES
from tests.oracle.test_fixes import needs

PARTS = 6
# What `registry` asks for and is no repair.
_NO_REPAIR = frozenset({"suppress", "spliced", "softmax_of", "is_of_quotient", "is_steep_alone"})


@cache
def _problems(program: Dressed) -> tuple[Problem, ...]:
    return tuple(problems(program))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_repair_is_proved(framework: str, part: int) -> None:
    needs(framework)
    chosen = sample(framework)[part::PARTS]
    found = unknown(problem for program in chosen for problem in _problems(program))
    assert not found, "\n\n".join(["", *map(str, found)])


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: str(known.example))
def test_what_is_known_to_be_wrong_still_is(known: Known) -> None:
    framework = known.example.partition("-")[0]
    needs(framework)
    program = next(each for each in programs(framework) if str(each) == known.example)
    assert any(known.covers(problem) for problem in _problems(program)), "take it out of known.py"


def test_each_fault_and_each_style_is_run() -> None:
    chosen = [program for framework in FRAMEWORKS for program in sample(framework)]
    assert len(chosen) >= 200
    assert {each.fault for each in chosen} == set(FAULTS)
    assert {each.style for each in chosen} == set(STYLES)
    assert all(repairs(program.source) for program in chosen)


def test_each_kind_of_repair_has_a_program() -> None:
    """By the beginnings of the titles, as they stand in the sources of the fixes."""
    folder = Path(fixes.__file__).parent
    written = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    kinds = {*re.findall(r'title=f?"([A-Z][^:{"]*)', written), *re.findall(r'titled\("([^"]+)"', written)}
    kinds -= {"Suppress "}
    assert len(kinds) > 10
    offered = {
        repair.fix.title
        for framework in FRAMEWORKS
        for program in sample(framework)
        for repair in repairs(program.source)
    }
    assert {kind for kind in kinds if not any(title.startswith(kind) for title in offered)} == set()


def test_each_function_that_offers_a_repair_has_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    offering = {
        name: function
        for name, function in vars(registry).items()
        if inspect.isfunction(function) and function.__module__.startswith("nanproof.fixes.")
        and function.__module__ != registry.__name__ and name not in _NO_REPAIR
    }  # fmt: skip
    asked: set[str] = set()
    for name, function in offering.items():

        def noted(*arguments: object, name: str = name, function: object = function) -> object:
            offered = function(*arguments)  # type: ignore[operator]  # registered by name, as a plain object
            asked.update({name} if offered else ())
            return offered

        monkeypatch.setattr(registry, name, noted)
    for framework in FRAMEWORKS:
        for program in sample(framework):
            Project(None, Files({})).diagnose(Document.from_text("a.py", program.source))
    assert len(offering) > 15
    assert set(offering) - asked == set()


def test_a_formatter_leaves_what_it_left(tmp_path: Path) -> None:
    """Lines that `ruff format` left alone it leaves alone after each repair, however long they are."""
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    if ruff is None:
        assert os.environ.get("CI") != "true", "CI=true, and so the layout must be looked at: ruff is missing"
        pytest.skip("not looked at: ruff is missing")
    texts: dict[Path, str] = {}
    pairs: list[tuple[Path, Path, str]] = []
    for number, program in enumerate(program for framework in FRAMEWORKS for program in sample(framework)):
        before = tmp_path / f"{number}.py"
        texts[before] = program.source
        for place, repair in enumerate(repairs(program.source)):
            after = tmp_path / f"{number}_{place}.py"
            texts[after] = repair.after
            pairs.append((before, after, f"{program}: {repair.fix.title}"))
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    subprocess.run([ruff, "format", "--quiet", "--isolated", "--line-length", "320", str(tmp_path)], check=True)
    formatted = {path for path, text in texts.items() if path.read_text(encoding="utf-8") == text}
    considered = [pair for pair in pairs if pair[0] in formatted]
    assert len(considered) > 0.8 * len(pairs)
    changed = [f"{name}\n{path.read_text(encoding='utf-8')}" for _, path, name in considered if path not in formatted]
    assert not changed, "\n\n".join(changed)
