"""Whether an invalid result does no harm: it is replaced or drawn, or a sampler takes -inf for `never`."""

from __future__ import annotations

import re
from collections.abc import Callable

from tree_sitter import Node

from nanproof.infer.comparisons import comparisons
from nanproof.infer.guards import where_around
from nanproof.infer.narrowing import spelt_out, written_in
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, inside, is_a, outwards, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.cleaning import ASKED
from nanproof.uses.compared import is_only_compared
from nanproof.uses.diagonal import is_diagonal_filled, is_diagonal_replaced
from nanproof.uses.differentiated import is_differentiated
from nanproof.uses.drawn import is_only_drawn

# Samplers whose logits may be -inf: such a class is never drawn.
_INTEGERS = frozenset({"long", "int", "int32", "int64"})
_CASTS = frozenset({"to", "type", "astype", "cast"})
_INTEGER = re.compile(r"\b(?:long|int(?:8|16|32|64)?|i4|i8)\b")
_LEAVES = frozenset({"continue_statement", "return_statement", "break_statement", "raise_statement"})
_RANKS = frozenset({"argmax", "argsort", "sort", "top_k", "topk"})
_IN_ARGUMENTS = (
    *("identifier", "call", "keyword_argument", "list", "subscript", "parenthesized_expression", "binary_operator"),
)
_NAMED = frozenset({"identifier", "attribute", "subscript"})
_CALLED = ("argument_list", "attribute")
_SAMPLERS = frozenset({"categorical", "multinomial", "Categorical"})
_WORDS = frozenset(each.encode() for each in _SAMPLERS)


def is_harmless(site: Site) -> bool:
    """Say whether nothing invalid comes of a site, as far as the source around it shows."""
    if _is_logits_of_sampler(site) or is_only_compared(site) or _is_index_chosen_against(site):
        return True
    if is_diagonal_filled(site) or is_only_drawn(site):
        return True
    is_mended = _is_cleaned(site) or _is_chosen_against(site) or _is_replaced_later(site)
    is_mended = is_mended or is_replaced_if_not_finite(site) or is_diagonal_replaced(site)
    return is_mended and not is_differentiated(site)


def _is_cleaned(site: Site) -> bool:
    """`nan_to_num(log(x))`, `log(x).nan_to_num()`: what is invalid becomes a number at once."""
    parent = parent_of(site.node)
    if parent.type == "attribute":
        return text(parent.child_by_field_name("attribute")).rstrip("_") == "nan_to_num"
    return called_name(parent_of(parent)).rstrip("_") == "nan_to_num"


def _is_chosen_against(site: Site) -> bool:
    """Say whether a site stands in a branch of `where` whose condition speaks of its operand."""
    guard = where_around(site.node)
    return guard is not None and _speaks_of(guard.condition, site.operand_text)


def _is_index_chosen_against(site: Site) -> bool:
    """Say whether what is invalid becomes an integer, which has no derivative, and a choice then leaves it out.

    The buckets of relative positions are computed so: the logarithm of those that are not small is taken of all.
    """
    cast = _cast_to_integers(site.node)
    if cast is None:
        return False
    guard = where_around(cast)
    if guard is not None:
        return _asks_of_a_part(site, guard.condition)
    statement = next((each for each in outwards(cast, "block", "module") if each.type == "assignment"), None)
    name = text(statement.child_by_field_name("left")) if statement is not None else ""
    following = parent_of(statement).next_named_sibling if statement is not None else None
    while following is not None:
        for call in filter(_is_where, inside(following)):
            asked = code_in(call.child_by_field_name("arguments"))[:1]
            if written_in(call, name) is not None and any(_asks_of_a_part(site, each) for each in asked):
                return True
        following = following.next_named_sibling
    return False


def _cast_to_integers(node: Node) -> Node | None:
    """Return the call around an expression, in its statement, that makes integers of it."""
    for above in outwards(node, "assignment", "block", "return_statement", "lambda"):
        name, given = called_name(above), text(above.child_by_field_name("arguments"))
        if name in _INTEGERS or (name in _CASTS and _INTEGER.search(given) is not None):
            return above
    return None


def _asks_of_a_part(site: Site, condition: Node) -> bool:
    """Say whether a condition compares something that the operand is computed of."""
    asked = comparisons(spelt_out(site.engine, site.frame, condition), holds=True)
    return any(written_in(site.operand_node, each.subject) is not None for each in asked)


def _is_where(call: Node) -> bool:
    return called_name(call) == "where"


def _is_logits_of_sampler(site: Site) -> bool:
    """`categorical(key, logits=log(p))`, or under a name: a probability of 0 has logits of -inf."""
    if site.function.rule != "NAN101" or _WORDS.isdisjoint(site.document.words):
        return False
    return _is_given_to(site.node, _SAMPLERS) or site.engine.once("sampled", site.node, lambda: _is_name_sampled(site))


def _is_given_to(expression: Node, functions: frozenset[str]) -> bool:
    """Say whether an expression, or a part of it, or it divided by a temperature, is an argument of some functions."""
    node: Node | None = expression
    while is_a(node, *_IN_ARGUMENTS):
        node = node.parent
    call = node.parent if is_a(node, "argument_list") else None
    return called_name(call) in functions


def _is_name_sampled(site: Site) -> bool:
    """Say whether the name of a result is given to samplers, and to nothing else but its own next value and a rank."""
    statement = site.node
    while statement.type in (*_IN_ARGUMENTS, *_CALLED):
        statement = parent_of(statement)
    target = required(statement, "left") if statement.type == "assignment" else None
    if not is_a(target, "identifier"):
        return False
    bindings, scope = site.engine.modules.bindings(site.document), scope_of(site.node)
    uses = bindings.occurrences_in(text(target), statement.end_byte, scope.end_byte)
    others = (each for each in uses if not _is_given_to(each, _SAMPLERS | _RANKS))
    is_sampled = any(_is_given_to(each, _SAMPLERS) for each in uses)
    return is_sampled and all(text(target) == _assigned_around(each) for each in others)


def _assigned_around(use: Node) -> str:
    """Return what is assigned to where a name stands; nothing where it stands in no assignment."""
    above: Node | None = use
    while above is not None and above.type != "assignment":
        above = above.parent
    return text(above.child_by_field_name("left")) if above is not None else ""


def _is_replaced_later(site: Site) -> bool:
    return site.engine.once("replaced later", site.node, lambda: _is_replaced(site, _replaces))


def is_replaced_if_not_finite(site: Site) -> bool:
    """Say whether somebody reckons with an invalid result: `y = a / b; y[y.isinf()] = 0`."""
    return site.engine.once("replaced if not finite", site.node, lambda: _is_replaced(site, _replaces_not_finite))


def _is_replaced(site: Site, replaces: Callable[[Site, Node, str], bool]) -> bool:
    """Say whether what comes of an invalid operand is overwritten later: `y = a / b; y[b < eps] = 0`."""
    around = (site.node, *outwards(site.node, "block", "module"))
    statement = next((each for each in around if each.type in ("assignment", "augmented_assignment")), None)
    if statement is None:
        return False
    name, line = text(required(statement, "left")), parent_of(statement)
    chosen = site.engine.modules.bindings(site.document).once(_chosen_of, parent_of(line))
    later = (each for each in chosen.get(name, ()) if each.start_byte >= line.end_byte)
    return any(replaces(site, each, name) for each in later)


def _chosen_of(block: Node) -> dict[str, list[Node]]:
    """Return the subscripts, calls of `where` and `if` statements in a block, by what they choose, or ask about."""
    found: dict[str, list[Node]] = {}
    for node in inside(block):
        for name in _chosen_by(node):
            found.setdefault(name, []).append(node)
    return found


def _chosen_by(node: Node) -> set[str]:
    if node.type == "subscript":
        return {text(required(node, "value"))}
    chooser = required(node, "condition") if node.type == "if_statement" else node if _is_where(node) else None
    return {text(each) for each in inside(chooser) if each.type in _NAMED} if chooser is not None else set()


def _replaces(site: Site, chooser: Node, _: str) -> bool:
    """Say whether other values are chosen by a condition on the operand."""
    operand = site.operand_text
    if chooser.type == "subscript":
        return _speaks_of(required(chooser, "subscript"), operand, holds=False)  # as it does of those that stay
    asked = code_in(chooser.child_by_field_name("arguments"))[:1] if chooser.type == "call" else []
    return any(_speaks_of(each, operand, holds=holds) for each in asked for holds in (True, False))


def _replaces_not_finite(site: Site, chooser: Node, name: str) -> bool:
    """Say whether a name is asked whether it is finite, and gets other values, or is left alone, where it is not."""
    if chooser.type == "if_statement":
        done = list(inside(required(chooser, "consequence")))
        assigned = (each for each in done if each.type == "assignment")
        is_given = any(text(required(each, "left")) == name for each in assigned)
        is_left = any(each.type in _LEAVES for each in done)
        return (is_given or is_left) and _asks(required(chooser, "condition"), name)
    if chooser.type != "subscript":
        return False
    return _asks(spelt_out(site.engine, site.frame, required(chooser, "subscript")), name)


def _asks(condition: Node, name: str) -> bool:
    """Say whether a condition asks of a name whether it is finite."""
    return any(called_name(each) in ASKED and written_in(each, name) is not None for each in inside(condition))


def _speaks_of(condition: Node, operand: str, *, holds: bool = True) -> bool:
    return any(each.subject == operand for each in comparisons(condition, holds=holds))
