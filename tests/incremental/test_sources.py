"""What invalidates an answer: each kind of source for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nanproof.incremental.answer import Sources
from nanproof.incremental.change import Change
from nanproof.names.bindings import Bindings
from nanproof.names.pieces import Owner
from nanproof.source.document import Document
from nanproof.source.span import Span

BEFORE = """\
import torch
EPS = 1
class A:
    rate = 0
    def m(self):
        self.floor = read.attribute
        return g(0)
class B:
    rate = 0
    def m(self):
        return 0
def f(x):
    return x
"""
NOTHING = Sources(*(frozenset() for _ in range(8)))
A, B = Owner(b"class A:", 0), Owner(b"class B:", 0)


def change(old: str, new: str) -> Change:
    before, after = (Document.from_text("/a.py", each) for each in (BEFORE, BEFORE.replace(old, new, 1)))
    assert before.data != after.data
    return Change.between(Bindings(before), Bindings(after))


IN_M = change("g(0)", "g(1)")
IN_A = change("rate = 0", "rate = 1")
IN_F = change("return x", "return x + 1")
IN_EPS = change("EPS = 1", "EPS = 2")


@pytest.mark.parametrize(
    ("changed", "hit", "missed"),
    [
        (IN_M, replace(NOTHING, pieces=frozenset({4})), replace(NOTHING, pieces=frozenset({0, 1, 2, 3, 5, 6, 7, 8}))),
        (
            IN_M,
            replace(NOTHING, members=frozenset({(A, "m")})),
            replace(NOTHING, members=frozenset({(B, "m"), (A, "n")})),
        ),
        (IN_M, replace(NOTHING, calls=frozenset({b"g"})), replace(NOTHING, calls=frozenset({b"m", b"floor"}))),
        (
            IN_M,
            replace(NOTHING, attributes=frozenset({"floor"})),
            replace(NOTHING, attributes=frozenset({"attribute", "m"})),
        ),
        (IN_M, replace(NOTHING, words=frozenset({b"read"})), replace(NOTHING, words=frozenset({b"EPS"}))),
        (IN_M, replace(NOTHING, words=frozenset({b"floor"})), replace(NOTHING, names=frozenset({"m", "floor", "A"}))),
        (IN_A, replace(NOTHING, owners=frozenset({A})), replace(NOTHING, owners=frozenset({B}))),
        (IN_F, replace(NOTHING, names=frozenset({"f"})), replace(NOTHING, names=frozenset({"x"}))),
        (IN_EPS, replace(NOTHING, names=frozenset({"EPS"})), replace(NOTHING, names=frozenset({"f"}))),
        (change("import torch", "import jax"), NOTHING, None),
        (change("return x\n", "return x\r\n"), NOTHING, None),
        (
            change("class A:", "class A(B):"),
            replace(NOTHING, names=frozenset({"A"})),
            replace(NOTHING, names=frozenset({"f"})),
        ),
    ],
)
def test_sources(changed: Change, hit: Sources, missed: Sources | None) -> None:
    assert not hit.are_unchanged(changed)
    assert missed is None or missed.are_unchanged(changed)


def test_nothing_may_come_between_what_was_read_without_a_gap() -> None:
    added = change("EPS = 1", "EPS = 1\nstep()")
    stretch = replace(NOTHING, pieces=frozenset({1, 2}), stretches=frozenset({(1, 2)}))
    assert not stretch.are_unchanged(added)
    assert replace(stretch, stretches=frozenset()).are_unchanged(added)
    below = replace(NOTHING, pieces=frozenset({2, 3}), stretches=frozenset({(2, 3)}))
    assert below.are_unchanged(added)
    assert below.moved(added).stretches == {(3, 4)}


@pytest.mark.parametrize("old", ["EPS = 1", "g(0)", "return x"])
def test_nothing_changed(old: str) -> None:
    same = Change.between(Bindings(Document.from_text("/a.py", BEFORE)), Bindings(Document.from_text("/b.py", BEFORE)))
    place = Span(BEFORE.index(old), BEFORE.index(old) + len(old))
    assert same.moved(place) == place
    assert (same.head, same.tail) == (9, 0)


def test_places_move_with_their_piece() -> None:
    longer = change("EPS = 1", "EPSILON = 1")
    place = Span(BEFORE.index("g(0)"), BEFORE.index("g(0)") + 4)
    assert longer.moved(place) == Span(place.start + 4, place.end + 4)
    assert longer.moved(Span(BEFORE.index("EPS"), BEFORE.index("EPS") + 1)) is None
    assert longer.moved(Span(0, 1)) == Span(0, 1)


def test_what_reaches_into_the_next_piece_does_not_move() -> None:
    start = BEFORE.index("EPS")
    assert change("return x", "return y").moved(Span(0, start)) == Span(0, start)
    assert change("return x", "return y").moved(Span(0, start + 1)) is None


def test_what_has_a_syntax_error_is_never_the_same() -> None:
    broken = BEFORE.replace("return x", "return x = =")
    same = Change.between(*(Bindings(Document.from_text("/a.py", broken)) for _ in range(2)))
    assert same.head == 8
    assert same.piece_now(8) is None
