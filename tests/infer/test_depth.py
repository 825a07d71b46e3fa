"""What is looked through has an end: questions about a number that was passed on very often are answered with no."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nanproof.infer import ordinary_zero, parted, possible, rising, selected, structure, underflow, vanishing
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import Number
from nanproof.names.scopes import scope_of
from tests.uses.program import marked

HEAD = """\
import torch


def f(x, y, labels):
    d = x[1:] - x[:-1]
    n = -torch.square(x)
    hit = (labels == 3).float()
"""
Question = Callable[[Evaluator, Number], object]


def asked(written: str, question: Question) -> object:
    """Return what a question says of an expression of x, y, d, n and hit."""
    program = marked(f"{HEAD}    return «{written}»\n")
    value = program.engine.value(program.engine.general(program.document, scope_of(program.node)), program.node)
    assert isinstance(value, Number)
    return question(program.engine, value)


@pytest.mark.parametrize(
    ("begin", "step", "often", "question", "expected", "beyond"),
    [
        (
            "d",
            ".contiguous()",
            ordinary_zero.DEEPEST,
            ordinary_zero.when_ordinary_vector,
            "where the input is flat",
            None,
        ),
        (
            "d.square().sum()",
            ".contiguous()",
            ordinary_zero.DEEPEST,
            ordinary_zero.when_ordinary,
            "where the input is flat",
            None,
        ),
        ("x.square()", ".contiguous()", vanishing.DEEPEST, vanishing.vanishes, True, False),
        (
            "(n.exp() * x)",
            ".contiguous()",
            underflow.DEEPEST,
            lambda _, each: underflow.has_underflowing_factor(each),
            True,
            False,
        ),
        ("hit", ".contiguous().add(hit)", selected._DEEPEST, lambda _, each: selected.only_counts(each), True, False),
        (
            "x[1]",
            ".contiguous()",
            parted.DEEPEST_PART,
            lambda engine, each: parted.moved_part_of(engine, each.term) == (each.term, ()),
            False,
            False,
        ),
        (
            "x.square()",
            ".contiguous()",
            possible.DEEPEST_EXACT,
            lambda engine, each: possible.may_be_below(engine, each, 0.0),
            True,
            False,
        ),
        ("x", ".add(y)", rising.DEEPEST_SUM, lambda _, each: len(list(rising._summands(each))), 3, 9),
        (
            "x",
            ".neg().contiguous()",
            structure.DEEPEST_STRUCTURE,
            lambda engine, each: [sign for sign, _ in structure.summands(engine, each.term)] == [1],
            True,
            True,
        ),
    ],
)
def test_no_further_than(
    begin: str, step: str, often: int, question: Question, expected: object, beyond: object
) -> None:
    assert asked(begin + step * 2, question) == expected
    assert asked(begin + step * (2 * often), question) == beyond


@pytest.mark.parametrize(("count", "expected"), [(2, True), (possible.MOST_LEAVES + 2, False)])
def test_no_more_than_so_many_leaves(count: int, expected: bool) -> None:
    written = " + ".join(f"x[{index}].square()" for index in range(count))
    assert asked(written, lambda engine, each: possible.may_be_below(engine, each, 0.0)) == expected


def test_how_deep_one_looks_for_leaves_and_constants() -> None:
    assert asked("(x * y)", lambda engine, each: len(vanishing._leaves(engine, each, 1))) == 2
    assert asked("(x * y)", lambda engine, each: len(vanishing._leaves(engine, each, 0))) == 1
    assert asked("(1 - x)", lambda _, each: vanishing._is_moved(each, 1))
    assert not asked("(1 - x)", lambda _, each: vanishing._is_moved(each, 0))
