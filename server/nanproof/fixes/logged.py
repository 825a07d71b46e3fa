"""The logarithm of an expression, written so that it is finite: with twins where it is made of activations.

`where(c, p, 1 - p)` and `p.gather(1, y)` of a softmax or sigmoid `p` only choose among its elements, so their logarithm
chooses among the elements of `log_softmax(z)`. What `log(where(...))` masks has no gradient; this has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.fixes.in_place import SELECTIONS, followed, last_name, stays
from nanproof.fixes.inlined_twin import logged_by_a_function
from nanproof.fixes.twin import logits_of, written_twin
from nanproof.fixes.writing import result
from nanproof.forms.compositions import LogOf, complemented, twin_of
from nanproof.forms.expressions import Call, call_of, has_comment, is_integer, is_number, layer_call_of
from nanproof.forms.infinite_logits import ASSUMPTION, may_be_infinite
from nanproof.names.syntax import called_name, code_in, passed, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Logged:
    """A logarithm as it is written at the site, the edits elsewhere that it needs, and the name that they bind.

    `assumption` says under which condition it is right, where that is not certain.
    """

    written: str
    edits: tuple[TextEdit, ...] = ()
    introduces: str = ""
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the logarithm is taken of: an expression or its complement, in an assignment or at the site."""

    assignment: Node | None = None
    is_complement: bool = False
    steps: int = MOST_STEPS


def logged(site: Site, node: Node) -> Logged | None:
    """Return the logarithm of an expression, None where it is not made of activations alone."""
    return _logged(site, node, _Asked())


def _logged(site: Site, node: Node, asked: _Asked) -> Logged | None:
    source = followed(site, node)
    asked = replace(asked, assignment=source.assignment or asked.assignment, steps=asked.steps - 1)
    node = source.node
    if asked.steps < 0 or has_comment(node):
        return None
    if is_number(node, 0.0 if asked.is_complement else 1.0):
        return Logged("0.0")
    subtracted = complemented(node)
    if subtracted is not None:
        return _logged(site, subtracted, replace(asked, is_complement=not asked.is_complement))
    if node.type == "subscript":
        return _of_subscript(site, node, asked)
    if called_name(node).endswith("zeros_like" if asked.is_complement else "ones_like"):
        return _of_ones(site, node, asked)
    call = call_of(site, node) or layer_call_of(site, node)
    if call is None:
        return _by_a_function(site, node, asked)
    if (twin := twin_of(call)) is not None:
        return _of_activation(site, call, twin, asked)
    if call.function == "where":
        return _of_choice(site, call, asked)
    return _of_selection(site, call, asked) if last_name(call.callee) in SELECTIONS else None


def _of_ones(site: Site, node: Node, asked: _Asked) -> Logged | None:
    """`log(ones_like(p))` is `zeros_like(p)`."""
    arguments = required(node, "arguments")
    if not all(stays(site, each, asked.assignment) for each in arguments.named_children):
        return None
    callee = text(node.child_by_field_name("function")).removesuffix("zeros_like").removesuffix("ones_like")
    return Logged(f"{callee}zeros_like{' '.join(text(arguments).split())}")


def _of_activation(site: Site, call: Call, twin: str, asked: _Asked) -> Logged | None:
    if asked.is_complement and call.function != "sigmoid":
        return None
    if is_integer(site, call.operand):
        return None
    found = LogOf(twin, call, asked.assignment, asked.is_complement)
    logits = logits_of(site, found)
    if logits is None or logits.assumption:
        return None
    written = written_twin(site, found, logits)
    if written is None:
        return None
    assumption = ASSUMPTION if may_be_infinite(site, call) else ""
    return Logged(written[0], (*logits.edits, *written[1]), logits.name, assumption)


def _by_a_function(site: Site, node: Node, asked: _Asked) -> Logged | None:
    found = logged_by_a_function(site, node, asked.assignment, is_complement=asked.is_complement)
    if found is None:
        return None
    _, logits = found
    return Logged(logits.written, logits.edits, logits.name, logits.assumption)


def _of_subscript(site: Site, node: Node, asked: _Asked) -> Logged | None:
    value = required(node, "value")
    inner = _logged(site, value, asked)
    indices = [each for each in node.named_children if each != value]
    if inner is None or not all(stays(site, each, asked.assignment) for each in indices):
        return None
    return _with(site, node, {value: inner})


def _of_choice(site: Site, call: Call, asked: _Asked) -> Logged | None:
    roles = call.roles
    if not {"condition", "y"} <= roles.keys() or not stays(site, roles["condition"], asked.assignment):
        return None
    chosen = {each: _logged(site, each, asked) for each in (call.operand, roles["y"])}
    replacing = {each: inner for each, inner in chosen.items() if inner is not None}
    if len(replacing) < 2 or need_two_names(replacing.values()):
        return None
    return _with(site, call.node, replacing)


def _of_selection(site: Site, call: Call, asked: _Asked) -> Logged | None:
    inner = _logged(site, call.operand, asked)
    values = [each for each in map(passed, code_in(call.arguments)) if each != call.operand]
    if inner is None or not all(stays(site, each, asked.assignment) for each in values):
        return None
    return _with(site, call.node, {call.operand: inner})


def need_two_names(several: Iterable[Logged]) -> bool:
    """Say whether the edits of two logarithms bind the same name, each to a value of its own."""
    return len({each.edits for each in several if each.introduces}) > 1


def _with(site: Site, node: Node, replacing: dict[Node, Logged]) -> Logged:
    """Return an expression with others in place of some that stand in it."""
    span = Span(node.start_byte, node.end_byte)
    pieces = [TextEdit(Span(each.start_byte, each.end_byte), inner.written) for each, inner in replacing.items()]
    written = result(site.document, span, pieces)
    # What several of them need is done once.
    edits = dict.fromkeys(edit for each in replacing.values() for edit in each.edits)
    introduced = next((each.introduces for each in replacing.values() if each.introduces), "")
    assumption = next((each.assumption for each in replacing.values() if each.assumption), "")
    return Logged(written, tuple(edits), introduced, assumption)
