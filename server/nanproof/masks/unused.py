"""Masks that nobody uses: `tf.clip_by_value(p, ...)` as a statement, or in a name that is never read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tree_sitter import Node

from nanproof.changes.written import changed_by, taken_apart
from nanproof.infer.again import recomputed
from nanproof.infer.value import Number
from nanproof.masks.before import LONGEST_NAME, Failure, constant
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import is_a, outwards, required, text
from nanproof.sites.site import Site
from nanproof.source.quoting import abridged, code, one_line

_MASKS = frozenset({"clip", "maximum", "minimum"})


@dataclass(frozen=True, slots=True)
class UnusedMask:
    """A mask of a name that the operand uses unmasked; `kept_in` is the name that holds it in vain, if any."""

    call: Node
    name: Node
    kept_in: Node | None
    operand: Number

    @property
    def written(self) -> str:
        """The mask as it stands in the source, on one line."""
        return one_line(text(self.call))

    @property
    def why(self) -> Failure:
        """What became of its result."""
        if self.kept_in is None:
            return Failure("its result is thrown away", "assign it")
        return Failure(f"its result {code(abridged(text(self.kept_in), LONGEST_NAME))} is never used", "use it")


def unused_mask(site: Site) -> UnusedMask | None:
    """Return the mask of a name in the operand whose result is thrown away or never read, the nearest above."""
    for use in names_in(site.operand_node):
        for call, masked in _masks_before(site, use):
            kept_in = _holder(call)
            is_thrown_away = is_a(call.parent, "expression_statement")
            if is_thrown_away or (kept_in is not None and _is_never_read(site, kept_in)):
                return UnusedMask(call, use, kept_in, _masked(site, use, masked))
    return None


def names_in(operand: Node) -> list[Node]:
    """Return the names of an operand that is a name, or a name and constants: `p`, `1 - p`."""
    found, waiting = [], [operand]
    while waiting:
        node = waiting.pop()
        if node.type == "identifier":
            found.append(node)
        elif node.type in ("binary_operator", "parenthesized_expression", "unary_operator"):
            waiting += reversed(node.named_children)
    return found


def _masks_before(site: Site, use: Node) -> Iterator[tuple[Node, Number]]:
    name, scope = text(use), scope_of(site.node)
    bindings = site.engine.modules.bindings(site.document)
    for occurrence in reversed(bindings.occurrences_in(name, scope.start_byte, site.node.start_byte)):
        # Each site of a scope asks the same of the same names.
        call = site.engine.once("call on", occurrence, partial(_call_on, occurrence))
        if call is None or call.end_byte > site.node.start_byte:
            continue
        if site.engine.once("scope", call, partial(scope_of, call)) != scope:
            continue
        if bindings.bound_between(name, call.end_byte, site.node.start_byte):
            continue
        value = site.engine.value(site.frame, call)
        if not isinstance(value, Number) or value.computation is None or value.computation.function.name not in _MASKS:
            continue
        bounds = [constant(each) for role, each in value.computation.roles.items() if role != "x"]
        if None not in bounds and not changed_by(site, taken_apart(site, call)):
            yield call, value


def _call_on(name: Node) -> Node | None:
    """Return the call that a name is an argument or the receiver of."""
    parent = name.parent
    if is_a(parent, "attribute"):
        call = parent.parent
        return call if is_a(call, "call") else None
    if not is_a(parent, "argument_list", "keyword_argument"):
        return None
    return next((each for each in outwards(parent) if each.type == "call"), None)


def _holder(call: Node) -> Node | None:
    """Return what a call's result is assigned to."""
    assignment = call.parent
    if not is_a(assignment, "assignment"):
        return None
    return required(assignment, "left")


def _is_never_read(site: Site, name: Node) -> bool:
    return len(site.engine.modules.bindings(site.document).occurrences(text(name))) == 1


def _masked(site: Site, use: Node, masked: Number) -> Number:
    """Return the operand as it would be with the mask."""
    before = site.engine.value(site.frame, use)
    return recomputed(site.engine, site.operand, lambda each: masked if each == before else None)
