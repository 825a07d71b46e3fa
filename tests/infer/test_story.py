"""The steps that a value went, in the order in which it went them."""

from __future__ import annotations

from nanproof.infer.story import Fork, Trace, forked, steps
from nanproof.source.document import Document
from nanproof.source.place import Place, Reason
from nanproof.source.span import Span

DOCUMENT = Document.from_text("a.py", "y = outer(inner(x))\n")


def reason(text: str, start: int, end: int) -> Reason:
    """Return a reason at a stretch of the text."""
    return Reason(text, Place(DOCUMENT, Span(start, end)))


MADE = reason("made", 10, 18)
RETURNED = reason("returned", 10, 18)
PASSED = reason("passed", 4, 19)


def test_the_steps_are_told_from_the_first_to_the_last() -> None:
    assert steps(Trace(PASSED, Trace(MADE))) == (MADE, PASSED)
    assert steps(None) == ()


def test_of_two_steps_at_one_place_the_first_is_told() -> None:
    assert steps(Trace(PASSED, Trace(RETURNED, Trace(MADE)))) == (MADE, PASSED)


def test_of_several_ways_that_of_the_blamed_is_told() -> None:
    one, other = Trace(MADE), Trace(PASSED)
    story = forked([(["one"], one), (["other"], other), (["third"], one)])
    assert isinstance(story, Fork)
    assert steps(story, "other") == (PASSED,)
    assert steps(story, None, frozenset({"one", "third"})) == (MADE,)
    assert forked([(["one"], one), (["two"], None)]) is one
