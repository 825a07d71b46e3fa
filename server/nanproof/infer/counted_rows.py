"""A count where a condition holds that says what is counted: `where(keep, keep.sum(1), 1)` is never 0.

Where `keep` selects nothing of a row the count is 0, and `keep` holds for no element of it: nothing of it is chosen.
"""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.infer.comparisons import comparisons
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.selected import is_truth, is_truth_at
from nanproof.infer.value import Deferred, Frame, Number
from nanproof.names.syntax import bare, called_name, code_in, inside, passed, required, text

_OF_ROWS = "selected_of_row"
_SELECTED = frozenset({"selected", "selected_of_outputs", _OF_ROWS, "share_selected"})
_KEPT = frozenset({"cast", "same"})
# What puts the condition of another row, or of another element, in the place of each.
_MOVES = frozenset({"flip", "fliplr", "flipud", "reverse", "roll", "rot90", "sort"})
_ANY = frozenset({"any", "reduce_any"})
_DEEPEST = 6
# How a comparison of a truth with a number reads that says that it holds.
_HOLDS = frozenset({(">", 0.0), ("!=", 0.0), ("==", 1.0), (">=", 1.0), (">", 0.5)})


def counting_something(
    evaluator: Evaluator, counted: Deferred, number: Number, condition: Node, *, holds: bool
) -> Number:
    """Return a number where a condition holds, or does not: a count of what it says is never 0 there."""
    if not _says_what_is_counted(evaluator, counted, number, condition, holds=holds):
        return number
    points = tuple(point for point in number.range.points if point.value != 0)
    return replace(number, range=replace(number.range, points=points))


def _says_what_is_counted(
    evaluator: Evaluator, counted: Deferred, count: Number, condition: Node, *, holds: bool
) -> bool:
    if count.direct is None or count.direct.function.name not in _SELECTED:
        return False
    truth = _of_a_truth(evaluator, counted.frame, spelt_out(evaluator, counted.frame, counted.node))
    if truth is None:
        return False
    reader = _Reader(evaluator, counted.frame, is_of_rows=count.direct.function.name == _OF_ROWS)
    known = reader.said(truth, holds=True)
    return known <= reader.said(condition, holds=holds) and reader.is_of_one_moment()


def _of_a_truth(evaluator: Evaluator, frame: Frame, call: Node) -> Node | None:
    """Return what a call is of, where that is 1 where a condition holds, and 0 elsewhere."""
    if call.type != "call":
        return None
    owner = required(call, "function").child_by_field_name("object")
    given = map(passed, code_in(call.child_by_field_name("arguments")))
    return next((each for each in (owner, *given) if each is not None and is_truth_at(evaluator, frame, each)), None)


class _Reader:
    """Reads conditions through names, casts and shapes, and remembers where it read.

    What holds for any element says something of rows only where it is asked of each row.
    """

    def __init__(self, evaluator: Evaluator, frame: Frame, *, is_of_rows: bool) -> None:
        self._evaluator = evaluator
        self._frame = frame
        self._is_of_rows = is_of_rows
        self._read: list[Node] = []

    def said(self, condition: Node, *, holds: bool) -> frozenset[tuple[str, str, str]]:
        """Return the comparisons that a condition stands for, as they are written; of any other condition itself."""
        found = comparisons(condition, holds=holds, spelt=self._spelt)
        said = frozenset((each.subject, each.operator, text(each.bound)) for each in found)
        return said or frozenset({(text(self._spelt(condition)), str(holds), "")})

    def is_of_one_moment(self) -> bool:
        """Say whether no name in what was read is bound between the first place and the last.

        Names that stand for a condition do not count: each use was followed to what it holds there.
        """
        bindings = self._evaluator.modules.bindings(self._frame.document)
        starts = [each.start_byte for each in self._read]
        names = {text(each) for node in self._read for each in inside(node) if each.type == "identifier"}
        followed = {text(each) for each in self._read if each.type == "identifier"}
        return not any(bindings.bound_between(name, min(starts), max(starts)) for name in names - followed)

    def _spelt(self, node: Node) -> Node:
        for _ in range(_DEEPEST):
            self._read.append(node)
            further = self._step(bare(node))
            if further is None:
                return node
            node = further
        return node

    def _step(self, node: Node) -> Node | None:
        evaluator, frame = self._evaluator, self._frame
        if node.type == "identifier":
            made = spelt_out(evaluator, frame, node)
            return made if made != node else None
        if node.type == "comparison_operator":
            return self._compared_truth(node)
        if node.type != "call":
            return None
        if called_name(node) in _ANY:
            truth = _of_a_truth(evaluator, frame, node)
            given = [each for each in code_in(node.child_by_field_name("arguments")) if each != truth]
            return truth if given or not self._is_of_rows else None
        value = evaluator.value(frame, node)
        made_by = value.computation if isinstance(value, Number) and is_truth(value) else None
        if made_by is None or made_by.function.name not in _KEPT or called_name(node) in _MOVES:
            return None
        return _of_a_truth(evaluator, frame, node)

    def _compared_truth(self, comparison: Node) -> Node | None:
        sides = code_in(comparison)
        if not is_truth_at(self._evaluator, self._frame, sides[0]):
            return None
        operator = "".join(text(each) for each in comparison.children_by_field_name("operators"))
        bound = self._evaluator.value(self._frame, sides[-1])
        single = bound.range.single if isinstance(bound, Number) else None
        return sides[0] if (operator, single) in _HOLDS else None
