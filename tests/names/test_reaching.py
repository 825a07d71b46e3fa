"""Reaching definitions, against the runs of small random programs."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from tree_sitter import Node

from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.source.document import Document
from tests.names.programs import CIRCULAR, FORWARD, MOST_ANSWERS, RAISING, Statement, programs, sightings, written


def uses(document: Document) -> dict[int, Node]:
    """Return the second argument of each `use(number, v)` that is a plain name."""
    found = {}
    for match in re.finditer(rb"use\((\d+), v\)", document.data):
        node = document.tree.root_node.descendant_for_byte_range(match.end() - 2, match.end() - 1)
        assert node is not None
        found[int(match[1])] = node
    return found


def reached(source: str) -> dict[int, set[int]]:
    """Return the constants whose assignment reaches each use, as nanproof sees it."""
    document = Document.from_text("program.py", source)
    bindings = Bindings(document)
    constants: dict[int, set[int]] = {}
    for number, node in uses(document).items():
        values = [binding.value for binding in reaching(node, bindings).bindings]
        texts = [(value.text or b"").decode() for value in values if value is not None]
        constants[number] = {int(re.findall(r"\d+", text)[-1]) for text in texts}
    return constants


def missed(source: str) -> dict[int, set[int]]:
    """Return the constants that a use really saw, and that nanproof does not think reach it."""
    inferred = reached(source)
    wrong: dict[int, set[int]] = {}
    for number, constant in sightings(source)[0]:
        if number in inferred and constant not in inferred[number]:
            wrong.setdefault(number, set()).add(constant)
    return wrong


def superfluous(source: str) -> dict[int, set[int]]:
    """Return the constants that nanproof thinks reach a use, and that it never saw; code that never runs aside."""
    sighted, given = sightings(source)
    seen: dict[int, set[int]] = {}
    for number, constant in sighted:
        seen.setdefault(number, set()).add(constant)
    inferred = reached(source)
    return {number: extra for number, saw in seen.items() if (extra := (inferred.get(number, saw) - saw) & given)}


@settings(max_examples=150)
@given(programs(*FORWARD))
def test_without_loops_exactly_what_can_reach_reaches(program: tuple[Statement, ...]) -> None:
    source = written(program)
    assume(source.count("ask()") <= MOST_ANSWERS)  # all runs are tried
    assert (missed(source), superfluous(source)) == ({}, {}), source


@settings(max_examples=150)
@given(programs(*FORWARD, *CIRCULAR))
@example((Statement("assign"), Statement("for", ((Statement("use"), Statement("assign")),))))
def test_through_loops_nothing_is_missed(program: tuple[Statement, ...]) -> None:
    source = written(program)
    assert missed(source) == {}, source


@settings(max_examples=150)
@given(programs(*FORWARD, *RAISING, leaves=False))
def test_through_exceptions_nothing_is_missed(program: tuple[Statement, ...]) -> None:
    source = written(program)
    assert missed(source) == {}, source


@settings(max_examples=100)
@given(programs(*FORWARD, *RAISING, *CIRCULAR))
def test_through_everything_nothing_is_missed(program: tuple[Statement, ...]) -> None:
    source = written(program)
    assert missed(source) == {}, source


def names_reaching(source: str) -> list[str]:
    """Return the statements of the bindings that reach the name under `# use`, the last name on that line."""
    document = Document.from_text("program.py", source)
    line_end = document.data.index(b"# use")
    start = [match.start() for match in re.finditer(rb"\bv\b", document.data[:line_end])][-1]
    node = document.tree.root_node.descendant_for_byte_range(start, start + 1)
    assert node is not None
    found = reaching(node, Bindings(document)).bindings
    return sorted((each.statement.text or b"").decode().split("\n")[0] for each in found)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("v = 1\nv = 2\nprint(v)  # use\n", ["v = 2"]),
        ("v = 1\ndef f():\n    return v  # use\n", ["v = 1"]),
        ("v = 1\ndef f():\n    v = 2\n    return v  # use\n", ["v = 2"]),
        ("v = 1\ndef f(v):\n    return v  # use\n", ["v"]),
        ("v = 1\ndef f(x=v):  # use\n    v = 2\n", ["v = 1"]),
        ("v = 1\nclass A:\n    v = 2\n    def f(self):\n        return v  # use\n", ["v = 1"]),
        ("v = 1\nclass A:\n    v = 2\n    w = v  # use\n", ["v = 2"]),
        ("v = 1\nw = [v for v in x]; print(v)  # use\n", ["v = 1"]),
        ("v = 1\nw = [v for v in x if  v]  # use\n", ["for v in x"]),
        ("v = [1]\nw = [0 for u in v]  # use\n", ["v = [1]"]),
        ("v = 1\nw = lambda v: v  # use\n", ["v"]),
        ("v = 1\nw = lambda: v  # use\n", ["v = 1"]),
        ("if (v := 1): print(v)  # use\n", ["v := 1"]),
        ("w = [v := 1 for u in x]; print(v)  # use\n", ["v := 1"]),
        ("def f():\n    global v\n    v = 1\nprint(v)  # use\n", ["v = 1"]),
        (
            "def f():\n    v = 1\n    def g():\n        nonlocal v\n        v = 2\n    return v  # use\n",
            ["v = 1", "v = 2"],
        ),
        ("with open(x) as v: print(v)  # use\n", ["open(x) as v"]),
        ("import v\nprint(v)  # use\n", ["import v"]),
        ("from a import b as v\nprint(v)  # use\n", ["from a import b as v"]),
        ("for a, (b, v) in x: print(v)  # use\n", ["for a, (b, v) in x: print(v)  # use"]),
        ("def v(): pass\nprint(v)  # use\n", ["def v(): pass"]),
        ("a = v = 3\nprint(v)  # use\n", ["v = 3"]),
        ("v: int\nprint(v)  # use\n", []),
        ("print(v)  # use\n", []),
        ("v = 1\ndel v\nv = 2\nprint(v)  # use\n", ["v = 2"]),
        ("match x:\n    case 1:\n        v = 1\n    case _:\n        v = 2\nprint(v)  # use\n", ["v = 1", "v = 2"]),
    ],
)
def test_reaching(source: str, expected: list[str]) -> None:
    assert names_reaching(source) == expected
