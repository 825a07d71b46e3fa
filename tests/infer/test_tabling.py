"""The table of answers: what is kept of a question, and for how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from nanproof.infer.tabling import BUDGET, CALLERS, Table
from nanproof.infer.value import UNKNOWN, Text, Value


class Questions:
    """Questions that ask each other: for each its answer, what it asks on its way, and what cuts it."""

    def __init__(
        self, asks: dict[str, tuple[str, ...]], cuts: dict[str, int] | None = None, dear: frozenset[str] = frozenset()
    ) -> None:
        self.table = Table()
        self._dear = dear
        self.found = Counter[str]()
        self.seen: dict[str, list[Value]] = {}
        self._asks = asks
        self._cuts = cuts or {}
        self.before: Callable[[str], object] = str

    def ask(self, name: str) -> Value:
        """Return the answer to a question: its name, where nothing cuts it."""
        held = self.table.reached((name,))
        if held is not None:
            return held
        return self.table.answered((name,), lambda: self._find(name), lambda: name in self._dear)

    def _find(self, name: str) -> Value:
        self.found[name] += 1
        self.before(name)
        self.seen.setdefault(name, []).extend(self.ask(each) for each in self._asks.get(name, ()))
        return self.table.cut(self._cuts[name]) if name in self._cuts else Text(name)


def test_an_answer_is_found_once() -> None:
    questions = Questions({"a": ("c",), "b": ("c",), "top": ("a", "b")})
    assert questions.ask("top") == Text("top")
    assert questions.ask("c") == Text("c")
    assert questions.found == Counter(dict.fromkeys(("top", "a", "b", "c"), 1))


def test_a_circle_is_cut_at_the_question_that_runs() -> None:
    questions = Questions({"a": ("b",), "b": ("a",)})
    assert questions.ask("a") == Text("a")
    assert questions.seen["b"] == [UNKNOWN]


def test_a_question_is_final_when_its_circle_closes_inside_it() -> None:
    questions = Questions({"top": ("a",), "a": ("b",), "b": ("a",)})
    questions.ask("top")
    questions.ask("a")
    assert questions.found["a"] == 1


def test_what_was_found_inside_a_circle_is_asked_anew_from_outside() -> None:
    questions = Questions({"a": ("b",), "b": ("a",)})
    questions.ask("a")
    questions.ask("b")
    assert questions.found["b"] == 2
    assert questions.seen["b"] == [UNKNOWN, Text("a")]


def test_what_was_found_inside_a_circle_holds_while_its_head_runs() -> None:
    questions = Questions({"head": ("one", "two"), "one": ("inner",), "two": ("inner",), "inner": ("head",)})
    questions.ask("head")
    assert questions.found["inner"] == 1


def test_what_rests_on_a_provisional_answer_is_provisional() -> None:
    asks = {"head": ("inner", "other"), "inner": ("head",), "other": ("inner",)}
    questions = Questions(asks)
    questions.ask("head")
    questions.ask("other")
    assert questions.found["other"] == 2


def test_a_provisional_answer_of_another_run_does_not_hold() -> None:
    asks = {
        "top": ("first", "second"),
        "first": ("head",),
        "second": ("inner",),
        "head": ("inner",),
        "inner": ("head",),
    }
    questions = Questions(asks)
    questions.ask("top")
    assert questions.found["inner"] == 2
    assert questions.seen["inner"] == [UNKNOWN, Text("head")]


def test_what_a_budget_cut_is_not_kept() -> None:
    questions = Questions({"top": ("a", "b"), "a": ("c",), "b": ("c",)}, {"c": BUDGET})
    questions.ask("top")
    assert questions.found["c"] == 2
    assert questions.ask("top") == Text("top")
    assert questions.found["top"] == 1  # what was asked from outside had all of its budget


def test_what_a_budget_cut_is_kept_where_it_was_dear() -> None:
    asks = {"top": ("a", "b"), "a": ("c",), "b": ("c",)}
    questions = Questions(asks, {"c": BUDGET}, dear=frozenset({"c"}))
    questions.ask("top")
    assert questions.found["c"] == 1


def test_what_was_dear_in_a_circle_is_not_kept() -> None:
    asks = {"head": ("inner",), "inner": ("head", "cut")}
    questions = Questions(asks, {"cut": BUDGET}, dear=frozenset({"inner"}))
    questions.ask("head")
    questions.ask("inner")
    assert questions.found["inner"] == 2


def test_what_callers_cut_holds_for_as_many_callers() -> None:
    questions = Questions({"top": ("a", "b", "deep"), "a": ("c",), "b": ("c",), "deep": ("c",)}, {"c": CALLERS})

    def deeper(name: str) -> None:
        questions.table.level = 1 if name == "deep" else 0

    questions.before = deeper
    questions.ask("top")
    assert questions.found["c"] == 2


def test_what_will_not_be_found_out_is_settled() -> None:
    table = Table()

    def cut_and_settled() -> Value:
        rests = table.rests()
        table.cut(BUDGET)
        table.settle(rests)
        return UNKNOWN

    table.answered(("top",), lambda: table.answered(("x",), cut_and_settled, bool), bool)
    assert table.held[("x",)] == UNKNOWN


def test_what_rests_on_a_circle_holds_for_as_many_callers() -> None:
    questions = Questions({"head": ("one", "deep"), "one": ("inner",), "deep": ("inner",), "inner": ("head",)})

    def deeper(name: str) -> None:
        questions.table.level = 1 if name == "deep" else 0

    questions.before = deeper
    questions.ask("head")
    assert questions.found["inner"] == 2
