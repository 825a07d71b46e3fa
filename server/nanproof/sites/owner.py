"""What a function is called of, by its name alone: a module, a class, or something that has a method."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.value import Frame
from nanproof.names.binding import SELF, Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, is_a, required, text

_MODULES = frozenset({Binds.IMPORT})
_HOLD_FUNCTIONS = _MODULES | {Binds.CLASS}


def is_module(engine: Engine, frame: Frame, owner: Node | None) -> bool:
    """Say whether a function is called of a module, `torch.abs`, or by its own name; else it is a tensor's method."""
    return _is_bound_by(engine, frame, owner, _MODULES)


def may_be_of_project(engine: Engine, frame: Frame, call: Node) -> bool:
    """Say whether a call may run a function of the project: none does by the name that a method of tensors has.

    Of `z.mean(0)` it need not be known what `z` is; `self.mean(z)`, `losses.mean(z)` and `Losses.mean(z)` may be
    anybody's.
    """
    callee = required(call, "function")
    owner = callee.child_by_field_name("object")
    if owner is None or text(owner) in SELF or engine.catalog.method(called_name(call), None) is None:
        return callee.type in ("identifier", "attribute")
    return _is_bound_by(engine, frame, owner, _HOLD_FUNCTIONS)


def _is_bound_by(engine: Engine, frame: Frame, owner: Node | None, kinds: frozenset[Binds]) -> bool:
    """Say whether all that binds the name that an owner begins with is of some kinds; so it is where nothing stands."""
    while is_a(owner, "attribute"):
        owner = required(owner, "object")
    if owner is None or owner.type != "identifier":
        return owner is None
    found = reaching(owner, engine.modules.bindings(frame.document)).bindings
    return all(each.kind in kinds for each in found)
