"""What a helper is handed that does nothing but select: `def select(x, keep): return x[keep]`, `select(err, y > 0)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.value import Frame, UserFunction
from nanproof.names.functions import parameter_names
from nanproof.names.syntax import called_name, code_in, first_child, is_a, passed, required, text
from nanproof.sites.owner import may_be_of_project


def mask_handed(engine: Engine, frame: Frame, call: Node, selects: frozenset[str]) -> Node | None:
    """Return the mask that a call hands to a function whose one statement returns what it selects; None of others."""
    if not may_be_of_project(engine, frame, call):
        return None
    function = engine.value(frame, required(call, "function"))
    if not isinstance(function, UserFunction) or function.receiver is not None:
        return None
    mask = _mask_of(function.node, selects)
    names = parameter_names(function.node)
    if mask not in names:
        return None
    given = code_in(call.child_by_field_name("arguments"))
    named = {text(each.child_by_field_name("name")): passed(each) for each in given if each.type == "keyword_argument"}
    by_place = [each for each in given if each.type != "keyword_argument"]
    place = names.index(mask)
    return named.get(mask) or (by_place[place] if place < len(by_place) else None)


def _mask_of(function: Node, selects: frozenset[str]) -> str:
    """Return the name by which a function selects in the only statement that it has, beside what it says of itself."""
    body = [each for each in code_in(function.child_by_field_name("body")) if not is_a(first_child(each), "string")]
    returned = first_child(body[0]) if len(body) == 1 else None
    if is_a(returned, "subscript"):
        return text(required(returned, "subscript"))
    given = code_in(returned.child_by_field_name("arguments")) if returned is not None else []
    return "".join(map(text, given[-1:])) if called_name(returned) in selects else ""
