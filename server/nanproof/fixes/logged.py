"""The logarithm of an expression, written so that it is finite: with twins where it is made of activations.

`where(c, p, 1 - p)` and `p.gather(1, y)` of a softmax or sigmoid `p` only choose among its elements, so their logarithm
chooses among the elements of `log_softmax(z)`. What `log(where(...))` masks has no gradient; this has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.fixes.in_place import SELECTIONS, followed, last_name, stays
from nanproof.fixes.inlined_twin import logged_by_a_function
from nanproof.fixes.twin import logits_of, written_twin
from nanproof.forms.compositions import LogOf, parts, twin_of
from nanproof.forms.expressions import Call, call_of, has_comment, is_integer, is_number
from nanproof.forms.infinite_logits import ASSUMPTION, may_be_infinite
from nanproof.names.syntax import called_name, text
from nanproof.sites.site import Site
from nanproof.source.document import decode
from nanproof.source.span import TextEdit

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
    if asked.steps <= 0 or has_comment(node):
        return None
    source = followed(site, node)
    asked = replace(asked, assignment=source.assignment or asked.assignment, steps=asked.steps - 1)
    node = source.node
    if is_number(node, 0.0 if asked.is_complement else 1.0):
        return Logged("0.0")
    left, operator, right = parts(node)
    if operator == "-" and is_number(left, 1.0) and right is not None:
        return _logged(site, right, replace(asked, is_complement=not asked.is_complement))
    if node.type == "subscript":
        return _of_subscript(site, node, asked)
    if called_name(node).endswith("zeros_like" if asked.is_complement else "ones_like"):
        return _of_ones(site, node, asked)
    call = call_of(site, node)
    if call is None:
        return _by_a_function(site, node, asked)
    if (twin := twin_of(call)) is not None:
        return _of_activation(site, call, twin, asked)
    if call.function == "where":
        return _of_choice(site, call, asked)
    return _of_selection(site, call, asked) if last_name(call.callee) in SELECTIONS else None


def _of_ones(site: Site, node: Node, asked: _Asked) -> Logged | None:
    """`log(ones_like(p))` is `zeros_like(p)`."""
    arguments = node.child_by_field_name("arguments")
    if arguments is None or not all(stays(site, each, asked.assignment) for each in arguments.named_children):
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
    assumption = ASSUMPTION if may_be_infinite(site, call.operand) else ""
    return Logged(written[0], (*logits.edits, *written[1]), logits.name, assumption)


def _by_a_function(site: Site, node: Node, asked: _Asked) -> Logged | None:
    found = logged_by_a_function(site, node, asked.assignment, is_complement=asked.is_complement)
    if found is None:
        return None
    _, logits = found
    return Logged(logits.written, logits.edits, logits.name, logits.assumption)


def _of_subscript(site: Site, node: Node, asked: _Asked) -> Logged | None:
    value = node.child_by_field_name("value")
    inner = _logged(site, value, asked) if value is not None else None
    indices = [each for each in node.named_children if each != value]
    if value is None or inner is None or not all(stays(site, each, asked.assignment) for each in indices):
        return None
    return _with(node, {value: inner})


def _of_choice(site: Site, call: Call, asked: _Asked) -> Logged | None:
    condition, one, other = (call.roles.get(role) for role in ("condition", "x", "y"))
    if condition is None or one is None or other is None or call.receiver is not None:
        return None
    if not stays(site, condition, asked.assignment):
        return None
    chosen = {each: _logged(site, each, asked) for each in (one, other)}
    replacing = {each: inner for each, inner in chosen.items() if inner is not None}
    return _with(call.node, replacing) if len(replacing) == 2 else None


def _of_selection(site: Site, call: Call, asked: _Asked) -> Logged | None:
    inner = _logged(site, call.operand, asked)
    arguments = [each for each in call.arguments.named_children if each != call.operand]
    values = [each.child_by_field_name("value") or each for each in arguments]
    if inner is None or not all(stays(site, each, asked.assignment) for each in values):
        return None
    return _with(call.node, {call.operand: inner})


def _with(node: Node, replacing: dict[Node, Logged]) -> Logged:
    """Return an expression with others in place of some that stand in it."""
    written, start = node.text or b"", node.start_byte
    for each in sorted(replacing, key=lambda each: each.start_byte, reverse=True):
        first, last = each.start_byte - start, each.end_byte - start
        written = written[:first] + replacing[each].written.encode() + written[last:]
    # What several of them need is done once.
    edits = dict.fromkeys(edit for each in replacing.values() for edit in each.edits)
    introduced = next((each.introduces for each in replacing.values() if each.introduces), "")
    assumption = next((each.assumption for each in replacing.values() if each.assumption), "")
    return Logged(" ".join(decode(written).split()), tuple(edits), introduced, assumption)
