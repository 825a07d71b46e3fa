"""What training descends itself: a result that weighs log-probabilities, or whose derivative is taken where it stands.

`exp(advantage / beta) * dist.log_prob(a)` learns most from what is best, and `exp(loss).backward()` from a perplexity.
"""

from __future__ import annotations

from itertools import islice

from tree_sitter import Node

from nanproof.forms.expressions import origin
from nanproof.names.scopes import functions_around
from nanproof.names.syntax import bare, called_name, inside, is_a, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.called_from import is_handed_to
from nanproof.uses.reads import reads_of

_LOG_PROBABILITY = frozenset({"log_prob", "log_softmax"})
_DESCENDS = frozenset({"backward", "minimize"})
# What takes the derivative of its first argument: of a tape, of a graph, of `torch.autograd`.
_DERIVES = frozenset({"gradient", "gradients", "grad"})
_DERIVED = frozenset({"target", "ys", "outputs"})
_MOST_USES = 6


def weighs_log_probabilities(site: Site) -> bool:
    """Say whether a result, as it is, is multiplied with the logarithm of a probability."""
    return any(_is_beside_log_probability(site, each) for each in _uses(site))


def is_descended(site: Site) -> bool:
    """Say whether training takes the derivative of a result as it is, here or of the function that returns it."""
    return any(_takes_derivative(each) or _is_returned_to_derive(site, each) for each in _uses(site))


def _uses(site: Site) -> tuple[Node, ...]:
    return tuple(islice(reads_of(site), _MOST_USES))


def _is_beside_log_probability(site: Site, use: Node) -> bool:
    node = use
    while is_a(node.parent, "parenthesized_expression", "unary_operator"):
        node = parent_of(node)
    product = parent_of(node)
    if text(product.child_by_field_name("operator")) != "*":
        return False
    left, right = required(product, "left"), required(product, "right")
    other = right if left.start_byte <= use.start_byte < left.end_byte else left
    written = bare(origin(site, bare(other)).node)
    return any(called_name(each) in _LOG_PROBABILITY for each in inside(written))


def _takes_derivative(use: Node) -> bool:
    """Say whether a use is the receiver of `backward`, given to an optimizer to minimize, or differentiated."""
    above = parent_of(use)
    if above.type == "attribute":
        return text(required(above, "attribute")) in _DESCENDS and is_a(above.parent, "call")
    if is_a(above, "keyword_argument"):
        is_derived = text(required(above, "name")) in _DERIVED
        return is_derived and called_name(parent_of(parent_of(above))) in _DERIVES
    if above.type != "argument_list":
        return False
    called = called_name(parent_of(above))
    return called in _DESCENDS or (called in _DERIVES and above.named_children[0] == use)


def _is_returned_to_derive(site: Site, use: Node) -> bool:
    """Say whether a use is what a function returns, alone or first of several, whose derivative is taken."""
    above = parent_of(use)
    if above.type == "expression_list" and above.named_children[0] == use:
        above = parent_of(above)
    function = next(functions_around(use), None)
    takers = site.framework.backward.taken_by
    if above.type != "return_statement" or function is None or function.type == "lambda" or not takers:
        return False
    return is_handed_to(site.engine, site.document, function, takers)
