"""Where derivatives begin in what is reached: what `.backward()`, `minimize`, `jax.grad` and `compile` are asked of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.names.syntax import called_name, code_in, required, text
from nanproof.suspects.contents import Class, Unit
from nanproof.suspects.reach import Reach
from nanproof.suspects.returned import returned
from nanproof.uses.objective import TAKERS, differentiated_by

# Methods that a trainer calls, and differentiates what they return.
_STEPS = frozenset({"training_step", "compute_loss"})
_COMPILES = "compile"
_COMPILED = frozenset({"loss", "optimizer"})
_WITHOUT_DERIVATIVES = frozenset({"np", "numpy", "scipy"})


@dataclass(frozen=True, slots=True)
class Loss:
    """An expression of a unit that a derivative is taken of, and what takes it."""

    unit: Unit
    node: Node
    taker: Node
    message: str


def losses(reach: Reach, takers: frozenset[str]) -> Iterator[Loss]:
    """Yield what is differentiated in what is reached; `takers` are the last names that take it of a function."""
    for unit in reach.units.values():
        for call in reach.program.contents(unit.document).uses(unit).calls:
            yield from _of_call(unit, call, takers)
    for made in reach.built.values():
        yield from _of_steps(reach, made)


def returns_of(unit: Unit) -> Iterator[Loss]:
    """Yield what a function returns, for who asks about a function that nothing is seen to differentiate."""
    for each in returned(unit.node):
        yield Loss(unit, each, each, f"returned by `{unit.title}`, which was asked about")


def _of_call(unit: Unit, call: Node, takers: frozenset[str]) -> Iterator[Loss]:
    name = called_name(call)
    if name == _COMPILES:
        given = code_in(call.child_by_field_name("arguments"))
        if any(text(each.child_by_field_name("name")) in _COMPILED for each in given):
            yield Loss(unit, call, call, "the model is trained with this loss")
        return
    if name not in TAKERS and name not in takers:
        return
    callee = required(call, "function")
    if text(callee).partition(".")[0] in _WITHOUT_DERIVATIVES:
        return
    for each in differentiated_by(call):
        if not (each.type == "identifier" and each == callee):
            yield Loss(unit, each, call, "its derivative is taken here")


def _of_steps(reach: Reach, made: Class) -> Iterator[Loss]:
    for name in _STEPS & made.methods.keys():
        if any(reach.program.foreign_bases(made)):
            for each in returned(made.methods[name].node):
                yield Loss(made.methods[name], each, each, "what a training step returns is differentiated")
