"""Many fixes at once: none that touch each other, none after which the text does not parse, and to an end."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nanproof.fixes import applied
from nanproof.fixes.applied import MOST_ROUNDS, Outcome, Proposed, best_of, edited, to_the_end
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from nanproof.source.span import Span, TextEdit

TEXT = "a = f(x)\nb = g(y)\n"


def fix(
    *edits: tuple[int, int, str], applicability: Applicability = Applicability.SAFE, preferred: bool = False
) -> Fix:
    made = tuple(TextEdit(Span(start, end), text) for start, end, text in edits)
    return Fix("t", "r", "", applicability, made, preferred)


def proposed(fixes: Sequence[Fix]) -> list[Proposed]:
    """Return fixes as those of findings that begin where their first edits do."""
    return [Proposed("NAN101", min(edit.span.start for edit in each.edits), each) for each in fixes]


def without_overlap(fixes: Sequence[Fix]) -> list[Fix]:
    return [each.fix for each in applied.without_overlap(proposed(fixes))]


def at_once(current: Document, fixes: Sequence[Fix]) -> Outcome:
    kept = applied.at_once(current, proposed(fixes))
    return Outcome(edited(current, (each.fix for each in kept)), len(kept))


def document(text: str = TEXT) -> Document:
    return Document.from_text("a.py", text)


def test_fixes_of_different_places_are_applied_together() -> None:
    done = at_once(document(), [fix((6, 7, "z")), fix((15, 16, "w"))])
    assert (done.document.text, done.applied) == ("a = f(z)\nb = g(w)\n", 2)


def test_an_edit_that_two_fixes_need_is_made_once() -> None:
    done = at_once(document(), [fix((0, 0, "import h\n"), (4, 5, "h")), fix((0, 0, "import h\n"), (13, 14, "h"))])
    assert (done.document.text, done.applied) == ("import h\na = h(x)\nb = h(y)\n", 2)


def test_of_two_that_bind_a_name_the_second_waits_but_where_one_line_is_for_both() -> None:
    line = (0, 0, "logits = h(x)\n")
    one, other = (replace(fix(line, (at, at + 1, "logits")), introduces="logits") for at in (6, 15))
    assert without_overlap([one, other]) == [one, other]
    another = replace(fix((9, 9, "logits = h(y)\n"), (15, 16, "logits")), introduces="logits")
    assert without_overlap([one, another]) == [one]


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


def test_a_fix_after_which_something_is_missing_is_left_out() -> None:
    done = at_once(document("while x:\n    y\n"), [fix((6, 7, "")), fix((13, 14, "z"))])
    assert (done.document.text, done.applied) == ("while x:\n    z\n", 1)


def test_a_broken_text_is_mended_where_it_can_be() -> None:
    done = at_once(document("def f(:\n  = ((\n" + TEXT), [fix((21, 22, "z"))])
    assert done.applied == 1


def test_rounds_go_on_until_nothing_is_chosen() -> None:
    def choose(current: Document) -> list[Proposed]:
        at = current.data.find(b"x")
        return [Proposed("NAN101", at, fix((at, at + 1, "z")))] if at >= 0 else []

    done = to_the_end(document("x\nx\nx\n"), choose)
    assert (done.document.text, done.applied) == ("z\nz\nz\n", 3)


def test_fixes_that_never_end_are_stopped() -> None:
    def choose(current: Document) -> list[Proposed]:
        end = len(current.data)
        return [Proposed("NAN101", end, fix((end, end, "f\n")))]

    assert to_the_end(document("x\n"), choose).applied <= MOST_ROUNDS


def test_a_fix_that_does_not_mend_its_finding_is_taken_back() -> None:
    def choose(current: Document) -> list[Proposed]:
        bad, good = current.data.find(b"x"), current.data.find(b"y")
        mends = [Proposed("NAN101", bad, fix((bad, bad, "("), (bad + 1, bad + 1, ")")))]
        return mends + ([Proposed("NAN101", good, fix((good, good + 1, "z")))] if good >= 0 else [])

    done = to_the_end(document("x + y\n"), choose)
    # The bad one begins where its own bracket is written: it stands one further on, and is still there.
    assert (done.document.text, done.applied) == ("x + z\n", 1)


def test_a_finding_that_begins_with_what_was_written_is_there_too() -> None:
    def choose(current: Document) -> list[Proposed]:
        return [Proposed("NAN301", 0, fix((0, 0, "f(")))] if len(current.data) < 20 else []

    assert to_the_end(document("x ** 0.5\n"), choose).applied == 0


def test_nested_operations_that_begin_together() -> None:
    def choose(current: Document) -> list[Proposed]:
        found = []
        for divisor in (b"r", b"q"):
            at = current.data.find(b"/ " + divisor)
            if at >= 0:
                found.append(Proposed("NAN102", 0, fix((at + 2, at + 3, "s"))))
        return found

    done = to_the_end(document("x / r / q\n"), choose)
    assert (done.document.text, done.applied) == ("x / s / s\n", 2)


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


def test_what_another_fix_takes_out_is_not_mended_but_what_reaches_beyond_is() -> None:
    line, inside, beyond = fix((0, 9, "")), fix((6, 7, "z")), fix((6, 7, "z"), (15, 16, "w"))
    assert without_overlap([inside, line]) == [line]
    assert without_overlap([beyond, line]) == [beyond]


def test_of_fixes_that_take_out_the_same_one_stays() -> None:
    first, second = fix((0, 9, "")), fix((0, 9, ""))
    assert without_overlap([first, second]) == [second]
    # The middle one is left out itself: what it would take out with it stays in question.
    outer, middle, inner = fix((0, 9, "")), fix((1, 1, "x"), (2, 8, "")), fix((4, 5, "z"))
    assert without_overlap([middle, inner, outer]) == [inner]
