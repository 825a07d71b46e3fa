"""What a function is called of, by its name alone: a module, or something that has a method."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.value import Frame
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, is_a, required, text

_SELF = "self"


def is_module(engine: Engine, frame: Frame, owner: Node | None) -> bool:
    """Say whether a function is called of a module, `torch.abs`, or by its own name; else it is a tensor's method."""
    while is_a(owner, "attribute"):
        owner = required(owner, "object")
    if owner is None or owner.type != "identifier":
        return owner is None
    found = reaching(owner, engine.modules.bindings(frame.document)).bindings
    return all(each.kind is Binds.IMPORT for each in found)


def may_be_of_project(engine: Engine, frame: Frame, call: Node) -> bool:
    """Say whether a call may run a function of the project: none does by the name that a method of tensors has.

    Of `z.mean(0)` it need not be known what `z` is; `self.mean(z)` and `losses.mean(z)` may be anybody's.
    """
    callee = required(call, "function")
    owner = callee.child_by_field_name("object")
    if owner is None or text(owner) == _SELF or engine.catalog.method(called_name(call), None) is None:
        return callee.type in ("identifier", "attribute")
    return is_module(engine, frame, owner)
