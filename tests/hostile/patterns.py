"""Every regular expression that nanproof makes, and whether its cost follows the length of the text.

`python -m tests.hostile.patterns` prints as JSON what it found, and on which text a pattern was too slow. It is a
process of its own, in which nothing of nanproof has been imported yet: so it sees what modules make as they load.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import io
import json
import os
import pkgutil
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.hostile.worst_texts import worst_texts

REPOSITORY = Path(__file__).parents[2]
_SPEC = importlib.util.find_spec("nanproof")
assert _SPEC is not None
assert _SPEC.origin is not None
PACKAGE = Path(_SPEC.origin).parent
SIZE = 50_000
# A pattern whose cost is linear reads such a text in a twentieth of this; a quadratic one needs 0.4 seconds for it.
_SURELY_LINEAR = 0.08
_MOST_SECONDS = 2
_ENOUGH = 2
_MOST_GROWTH = 8.0  # for four times the text: 4 if linear, 16 if quadratic
_MAKERS = ("compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split")
_AT_ONE_PLACE = frozenset({"match", "fullmatch"})


@dataclass(frozen=True)
class Made:
    """A pattern, and the place of nanproof's code that made it."""

    file: str
    line: int
    pattern: re.Pattern[Any] = field(compare=False)


@dataclass(frozen=True)
class Verdict:
    """What became of one pattern: the texts on which its cost outgrew their length."""

    where: str
    pattern: str
    slow: list[str]


Text = tuple[int, tuple[tuple[str, str], tuple[str, str]]]


def places() -> set[tuple[str, int, int]]:
    """Return where nanproof's code makes patterns: file, first and last line."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            function = node.func if isinstance(node, ast.Call) else None
            if (
                isinstance(node, ast.Call)
                and isinstance(function, ast.Attribute)
                and isinstance(function.value, ast.Name)
                and function.value.id == "re"
                and function.attr in _MAKERS
            ):
                found.add((str(path.relative_to(PACKAGE)), node.lineno, node.end_lineno or node.lineno))
    return found


def recorded(run: Callable[[], None]) -> list[Made]:
    """Return the patterns that nanproof's code makes while something runs."""
    made: dict[tuple[str, int, object, int], Made] = {}
    compile_ = re._compile  # type: ignore[attr-defined]  # all functions of `re` come through here

    def recording(pattern: Any, flags: int) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = compile_(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_globals.get("__name__") == "re" and frame.f_back is not None:
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            place = str(path.relative_to(PACKAGE)), frame.f_lineno
            made[(*place, compiled.pattern, compiled.flags)] = Made(*place, compiled)
        return compiled

    re._compile = recording  # type: ignore[attr-defined]  # put back below
    try:
        run()
    finally:
        re._compile = compile_  # type: ignore[attr-defined]  # as it was
    return sorted(made.values(), key=lambda each: (each.file, each.line))


def everything() -> None:
    """Load each module of nanproof, and have it do what makes patterns as it runs."""
    package = importlib.import_module("nanproof")
    for module in pkgutil.walk_packages(package.__path__, "nanproof."):
        if not module.name.endswith("__main__") and ".stubs" not in module.name:
            importlib.import_module(module.name)
    from nanproof.catalog import load
    from nanproof.cli.command import main

    assert load().tensor_root
    cases = [REPOSITORY / "tests/cases" / each for each in ("twins", "fixes", "compiled", "dtype", "reductions")]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        main(["check", *map(str, cases)])
        main(["catalog", "log"])


def uses() -> dict[str, set[str]]:
    """Return by which methods the patterns that have a name of their own are used: `rules/x.py:_WORD`, `{"match"}`.

    A name that is used otherwise, passed on for example, has the method "?".
    """
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        called = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                key = f"{path.relative_to(PACKAGE)}:{node.id}"
                found.setdefault(key, set()).add(called.get(id(node), "?"))
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    origin = f"{(node.module or '').removeprefix('nanproof.').replace('.', '/')}.py:{alias.name}"
                    found.setdefault(origin, set()).add("?")
    return found


def is_used_at_one_place(made: Made, methods: dict[str, set[str]]) -> bool:
    """Say whether a pattern is only ever tried where it must begin, never searched for."""
    for node in ast.walk(ast.parse((PACKAGE / made.file).read_text("utf-8"))):
        if isinstance(node, ast.Assign) and node.lineno <= made.line <= (node.end_lineno or node.lineno):
            target = node.targets[0]
            names = methods.get(f"{made.file}:{target.id}", {"?"}) if isinstance(target, ast.Name) else {"?"}
            return names <= _AT_ONE_PLACE
    return False


def slow_texts(pattern: re.Pattern[Any], *, at_one_place: bool) -> Iterator[str]:
    """Yield of which texts a pattern costs more than it should, the first few."""
    texts = enumerate(zip(worst_texts(pattern, SIZE), worst_texts(pattern, SIZE // 4), strict=True))
    reached, slow = -1, 0
    while slow < _ENOUGH:
        said = _in_a_child(pattern, ((index, each) for index, each in texts if index > reached), at_one_place)
        if said is None:
            return
        reached, sentence = said
        slow += 1
        yield sentence
        texts = enumerate(zip(worst_texts(pattern, SIZE), worst_texts(pattern, SIZE // 4), strict=True))


def _in_a_child(pattern: re.Pattern[Any], texts: Iterator[Text], at_one_place: bool) -> tuple[int, str] | None:
    """Return the first text that costs too much and what it cost, None if none does.

    In a process of its own: nothing else can stop `re`.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(writing, "w", encoding="utf-8") as answer:
            for index, ((what, text), (_, quarter)) in texts:
                answer.write(json.dumps([index, f"{what}: stopped after {_MOST_SECONDS} s"]) + "\n")
                answer.flush()
                growth = _growth(pattern, text, quarter, at_one_place)
                if growth > _MOST_GROWTH:
                    answer.write(
                        json.dumps([index, f"{what}: {growth:.1f} times as much for four times the text"]) + "\n"
                    )
                    answer.flush()
                    os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        said = answer.read().splitlines()
    _, status = os.waitpid(child, 0)
    return tuple(json.loads(said[-1])) if status and said else None


def _growth(pattern: re.Pattern[Any], text: str, quarter: str, at_one_place: bool) -> float:
    """Return how much more a text costs than its quarter; of what is surely linear, 4."""
    seconds = _seconds(pattern, text, at_one_place)
    return seconds / _seconds(pattern, quarter, at_one_place) if seconds > _SURELY_LINEAR else 4.0


def _seconds(pattern: re.Pattern[Any], text: str, at_one_place: bool) -> float:
    """Return the processor seconds for a text; beyond the limit the process ends."""
    subject: Any = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    before = time.process_time()
    resource.setrlimit(resource.RLIMIT_CPU, (int(before) + _MOST_SECONDS, resource.RLIM_INFINITY))
    if at_one_place:
        pattern.match(subject)
        pattern.fullmatch(subject)
    else:
        for _ in pattern.finditer(subject):
            pass
    return time.process_time() - before


def verdicts(made: Iterable[Made]) -> Iterator[Verdict]:
    """Yield what became of each pattern."""
    methods = uses()
    for each in made:
        slow = slow_texts(each.pattern, at_one_place=is_used_at_one_place(each, methods))
        yield Verdict(f"{each.file}:{each.line}", repr(each.pattern.pattern), list(slow))


if __name__ == "__main__":
    found = recorded(everything)
    json.dump(
        {
            "unseen": [
                f"{file}:{first}"
                for file, first, last in sorted(places())
                if not any(each.file == file and first <= each.line <= last for each in found)
            ],
            "verdicts": [asdict(each) for each in verdicts(found)],
        },
        sys.stdout,
        indent=1,
    )
