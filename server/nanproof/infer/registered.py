"""Attributes that a module of PyTorch registers by name: `self.register_buffer("scale", torch.linspace(0, 5, n))`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.kept_counts import kept_count
from nanproof.infer.literals import written_key
from nanproof.infer.states import before_first_written, write_to
from nanproof.infer.value import UNKNOWN, Frame, Number, UserClass, Value
from nanproof.names.syntax import code_in, is_a, parent_of, passed, text

_REGISTERS = ("register_buffer", "register_parameter", "add_module", "register_module")


def registering(evaluator: Evaluator, owner: UserClass, name: str) -> Node | None:
    """Return the call by which a class registers an attribute, None where it does not, or does so in two places."""
    bindings, found = evaluator.modules.bindings(owner.document), list[Node]()
    for each in _REGISTERS:
        for called, call in bindings.calls_of(each):
            is_inside = owner.node.start_byte <= call.start_byte < owner.node.end_byte
            if is_inside and text(called.child_by_field_name("object")) == "self":
                given = code_in(call.child_by_field_name("arguments"))
                if len(given) >= 2 and written_key(given[0]) == name:
                    found.append(call)
    return found[0] if len(found) == 1 else None


def what_is_registered(call: Node) -> Node:
    """Return what an attribute is registered with: the second argument."""
    return passed(code_in(call.child_by_field_name("arguments"))[1])


def registered(evaluator: Evaluator, frame: Frame, owner: UserClass, name: str, call: Node, use: Node | None) -> Value:
    """Return what an attribute is registered with; of a state that is updated only what is still there at a use."""
    value = evaluator.value(frame, what_is_registered(call))
    if not isinstance(value, Number) or value.range.single is None:
        return value
    early = before_first_written(evaluator, owner, name, call, use, lambda: value)
    if (begun := early or kept_count(evaluator, owner, name, call, lambda: value)) is not None:
        return begun
    return value if value.range.single > 0 and not _is_written(evaluator, owner, name) else UNKNOWN


def _is_written(evaluator: Evaluator, owner: UserClass, name: str) -> bool:
    """Say whether the file of a class writes to an attribute of a name, whatever it is an attribute of."""
    attributes = (parent_of(each) for each in evaluator.modules.bindings(owner.document).occurrences(name))
    return any(is_a(each, "attribute") and write_to(each) is not None for each in attributes)
