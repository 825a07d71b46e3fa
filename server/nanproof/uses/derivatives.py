"""Whether a derivative is taken of code at all, where it is taken of functions: `jax.grad(loss)`.

What runs outside of such a function is differentiated by nobody, whatever becomes of its result.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.objects import CALLED
from nanproof.names.scopes import functions_around, named_functions_around
from nanproof.names.syntax import called_name, inside, text
from nanproof.source.document import Document
from nanproof.uses.called_from import calls_of, is_handed_to

DEEPEST_CALLER = 4
# What a program begins with: nobody takes the derivative of it.
_ENTRIES = frozenset({"main"})


def is_outside(engine: Engine, document: Document, node: Node, takers: frozenset[str]) -> bool:
    """Say whether code runs outside of all functions that are given to what takes derivatives, for certain."""
    return _is_outside(engine, document, node, takers, DEEPEST_CALLER)


def _is_outside(engine: Engine, document: Document, node: Node, takers: frozenset[str], depth: int) -> bool:
    function = next(functions_around(node), None)
    if function is None:
        return True
    if function.type == "lambda" or not depth or is_handed_to(engine, document, function, takers):
        return False
    name = text(function.child_by_field_name("name"))
    if name in CALLED:
        return False  # a module whose loss holds a derivative is differentiated by whoever trains it
    if _takes(function, takers):
        return not _is_differentiated(engine, document, function, takers, depth)
    if name in _ENTRIES:
        return True
    calls = calls_of(engine, document, function)
    if not calls:
        return False
    return all(_is_outside(engine, other, call, takers, depth - 1) for other, call in calls)


def _takes(function: Node, takers: frozenset[str]) -> bool:
    """Say whether a function takes a derivative of another one: it is a step of training."""
    return any(called_name(each) in takers for each in inside(function))


def _is_differentiated(engine: Engine, document: Document, function: Node, takers: frozenset[str], depth: int) -> bool:
    """Say whether the source shows that the derivative of a function is taken, itself or where it is called."""
    if not depth or is_handed_to(engine, document, function, takers):
        return True
    for other, call in engine.call_sites(document, function):
        around = [each for each in named_functions_around(call) if each != function]
        if any(_is_differentiated(engine, other, each, takers, depth - 1) for each in around):
            return True
    return False
