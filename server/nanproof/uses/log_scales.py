"""Exponents that are logarithms of a scale, or of a probability, by what is done with them.

`mu + exp(0.5 * s) * randn_like(mu)` draws from a distribution whose spread is learnt, `1 + s - mu ** 2 - exp(s)` and
`(y - mu) ** 2 / exp(s) + s` are its divergence and its likelihood, `exp(dist.log_prob(a) - old)` is a ratio.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tree_sitter import Node

from nanproof.forms.expressions import number_at, origin
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.parameters import calls_shown, given_for
from nanproof.infer.structure import made_by, summands
from nanproof.infer.value import Deferred
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, called_name, code_in, is_a, parent_of, passed, required, text
from nanproof.sites.site import Site
from nanproof.uses.reads import reads_of

_DRAWS = frozenset({"normal", "truncated_normal"})
_MULTIPLIES = frozenset({"mul", "multiply", "mul_"})
_ARITHMETIC = ("binary_operator", "unary_operator", "parenthesized_expression")
_LOG_PROBABILITY = frozenset({"log_prob"})
_ADDS = ("+=", "-=")
_SUBTRACTS = frozenset({"sub", "subtract"})
_SUMS = frozenset({"sum", "reduce_sum"})
_MOST_SUMS = 2
_MOST_CALLS = 8
_MOST_USES = 6


def is_log_scale(site: Site) -> bool:
    """Say whether the exponential of an operand is the spread of a draw, or stands beside the operand in a sum."""
    return any(_scales_a_draw(site, each) for each in islice((site.node, *reads_of(site)), _MOST_USES)) or (
        _stands_beside_its_exponent(site)
    )


def is_ratio_to_log_prob(site: Site) -> bool:
    """Say whether an exponent is a difference with what a distribution gives as a log-probability.

    In a helper it may be what a caller passes: `ratio(dist.log_prob(a), old)`.
    """
    written = bare(origin(site, site.operand_node).node)
    if written.type == "call" and called_name(written) in _SUBTRACTS:
        sides = code_in(required(written, "arguments"))
    elif written.type == "binary_operator" and text(written.child_by_field_name("operator")) == "-":
        sides = [required(written, "left"), required(written, "right")]
    else:
        return False
    return any(_is_log_prob(site, passed(each)) for each in sides)


def _is_log_prob(site: Site, side: Node) -> bool:
    written = origin(site, side).node
    if _is_of_distribution(written):
        return True
    scope = scope_of(site.node)
    names = site.engine.parameters(site.document, scope) if written.type == "identifier" else ()
    if text(written) not in names or scope.type != "function_definition":
        return False
    for frame, _, arguments in islice(calls_shown(site.engine, site.document, scope), _MOST_CALLS):
        given = given_for(arguments, scope, names, text(written))
        if isinstance(given, Deferred) and _is_of_distribution(spelt_out(site.engine, frame, given.node)):
            return True
    return False


def _is_of_distribution(written: Node) -> bool:
    """Say whether an expression is what a distribution gives as a log-probability, or a sum of some."""
    for _ in range(_MOST_SUMS):
        if called_name(written) in _LOG_PROBABILITY:
            return True
        if called_name(written) not in _SUMS:
            return False
        owner = required(written, "function").child_by_field_name("object")
        given = code_in(required(written, "arguments"))
        inner = owner if is_a(owner, "call") else given[0] if given else None
        if inner is None:
            return False
        written = bare(inner)
    return False


def _scales_a_draw(site: Site, result: Node) -> bool:
    """Say whether a result is multiplied with standard normal random numbers: `eps * std`, `eps.mul(std)`."""
    node = result
    while is_a(node.parent, "binary_operator", "parenthesized_expression"):
        node = parent_of(node)
        if text(node.child_by_field_name("operator")) == "*" and any(
            _is_drawn(site, each) for each in (required(node, "left"), required(node, "right"))
        ):
            return True
    listed = parent_of(result)
    call = parent_of(listed) if listed.type in ("argument_list", "attribute") else listed
    if called_name(call) not in _MULTIPLIES:
        return False
    owner = required(call, "function").child_by_field_name("object")
    return any(_is_drawn(site, each) for each in (*code_in(required(call, "arguments")), *([owner] if owner else [])))


def _is_drawn(site: Site, node: Node) -> bool:
    written = bare(node)
    if written.type in _ARITHMETIC or written == site.node:
        return False  # at most computed of what was drawn
    number = number_at(site, node)
    return number is not None and made_by(site.engine, number.term) in _DRAWS


def _stands_beside_its_exponent(site: Site) -> bool:
    """Say whether what is exponentiated is added to an expression with its exponential: a likelihood, a divergence.

    The exponential may have a name on the way: `precision = exp(-s)`, and then `precision * (y - m) ** 2 + s`.
    """
    exponent = {term for _, term in summands(site.engine, site.operand.term)}
    if len(exponent) != 1 or exponent == {0}:
        return False
    found = (number_at(site, each) for whole in _computed_with(site) for each in (whole, *_added_to(whole)))
    added = (summands(site.engine, each.term) for each in found if each is not None)
    return any(term in exponent for each in added for _, term in each)


def _computed_with(site: Site) -> Iterator[Node]:
    """Yield the whole expressions that are computed with a result, under its own name or that of what it goes into."""
    waiting = [site.node]
    for _ in range(_MOST_USES):
        if not waiting:
            break
        result = whole = waiting.pop(0)
        while is_a(whole.parent, *_ARITHMETIC):
            whole = parent_of(whole)
        if whole != result:
            yield whole
        waiting += _named(site, whole)


def _named(site: Site, whole: Node) -> list[Node]:
    """Return the uses of the name that an expression is given."""
    statement, scope = parent_of(whole), scope_of(whole)
    target = statement.child_by_field_name("left") if is_a(statement, "assignment") else None
    if not is_a(target, "identifier"):
        return []
    bindings = site.engine.modules.bindings(site.document)
    return list(bindings.occurrences_in(text(target), whole.end_byte, scope.end_byte))


def _added_to(whole: Node) -> list[Node]:
    """Return the name that an expression is added to: `kl = s - t`, and then `kl += (z - m) ** 2 * exp(-2 * s)`."""
    statement = parent_of(whole)
    is_added = text(statement.child_by_field_name("operator")) in _ADDS
    return [required(statement, "left")] if is_added else []
