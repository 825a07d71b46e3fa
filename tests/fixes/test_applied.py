"""Many fixes at once: none that touch each other, none after which the text does not parse, and to an end."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from nanproof.fixes.applied import MOST_ROUNDS, at_once, best_of, edited, to_the_end, without_overlap
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

TEXT = "a = f(x)\nb = g(y)\n"


def fix(
    *edits: tuple[int, int, str], applicability: Applicability = Applicability.SAFE, preferred: bool = False
) -> Fix:
    made = tuple(TextEdit(Span(start, end), text) for start, end, text in edits)
    return Fix("t", "r", "", applicability, made, preferred)


def document(text: str = TEXT) -> Document:
    return Document.from_text("a.py", text)


def test_fixes_of_different_places_are_applied_together() -> None:
    done = at_once(document(), [fix((6, 7, "z")), fix((15, 16, "w"))])
    assert (done.document.text, done.applied) == ("a = f(z)\nb = g(w)\n", 2)


def test_an_edit_that_two_fixes_need_is_made_once() -> None:
    done = at_once(document(), [fix((0, 0, "import h\n"), (4, 5, "h")), fix((0, 0, "import h\n"), (13, 14, "h"))])
    assert (done.document.text, done.applied) == ("import h\na = h(x)\nb = h(y)\n", 2)


def test_of_two_that_touch_the_first_is_applied() -> None:
    inner, outer = fix((6, 7, "z")), fix((4, 8, "k(x)"))
    assert without_overlap([outer, inner]) == [outer]
    assert without_overlap([inner, outer]) == [inner]
    at_one_place = [fix((6, 6, "p(")), fix((6, 6, "q("))]
    assert without_overlap(at_one_place) == at_one_place[:1]


def test_edits_that_only_meet_do_not_touch() -> None:
    meeting = [fix((4, 6, "k(")), fix((6, 7, "z"))]
    assert edited(document(), without_overlap(meeting)).text == "a = k(z)\nb = g(y)\n"


def test_a_fix_that_breaks_the_text_is_left_out() -> None:
    done = at_once(document(), [fix((6, 7, "(")), fix((15, 16, "w"))])
    assert (done.document.text, done.applied) == ("a = f(x)\nb = g(w)\n", 1)


def test_a_broken_text_is_mended_where_it_can_be() -> None:
    done = at_once(document("def f(:\n  = ((\n" + TEXT), [fix((21, 22, "z"))])
    assert done.applied == 1


def test_rounds_go_on_until_nothing_is_chosen() -> None:
    def choose(current: Document) -> Sequence[Fix]:
        at = current.data.find(b"x")
        return [fix((at, at + 1, "z"))] if at >= 0 else []

    done = to_the_end(document("x\nx\nx\n"), choose)
    assert (done.document.text, done.applied) == ("z\nz\nz\n", 3)


def test_a_fix_that_never_ends_is_stopped() -> None:
    done = to_the_end(document("x\n"), lambda _: [fix((0, 0, "f\n"))])
    assert done.applied == MOST_ROUNDS


def test_the_best_fix() -> None:
    unsafe = fix((0, 1, "u"), applicability=Applicability.UNSAFE, preferred=True)
    shown = fix((0, 1, "d"), applicability=Applicability.DISPLAY)
    first, second = fix((0, 1, "s")), fix((0, 1, "t"))
    assert best_of([shown, unsafe, first, second]) is first
    assert best_of([unsafe, first], unsafe=True) is unsafe
    assert best_of([shown, unsafe]) is None
    silences = Fix("t", "r", "", Applicability.SAFE, first.edits, suppresses=True)
    assert best_of([silences]) is None


spans = st.tuples(st.integers(0, 18), st.integers(0, 4), st.text("ab(", max_size=2))
fixes = st.lists(st.lists(spans.map(lambda s: (s[0], min(s[0] + s[1], 18), s[2])), min_size=1, max_size=3), max_size=6)


@given(fixes)
def test_what_is_chosen_never_overlaps(drawn: list[list[tuple[int, int, str]]]) -> None:
    chosen = without_overlap([fix(*edits) for edits in drawn])
    edits = sorted({edit for each in chosen for edit in each.edits})
    for one, other in itertools.pairwise(edits):
        own = any(one in each.edits and other in each.edits for each in chosen)
        assert own or one.span.end <= other.span.start
