"""Whether a gradient flows through an operation: not in NumPy, under `no_grad`, in a metric, for a detached operand.

Nor where none comes back to it: all that its result goes into stops it (`argmax`, `detach`, a sampler), or all callers
of its function ask for none.
"""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.forms.literal import is_constant, literal
from nanproof.forms.quotients import divided_node
from nanproof.infer.fed import FED
from nanproof.infer.value import Holder, Number, Sequence
from nanproof.names.scopes import named_functions_around
from nanproof.names.syntax import code_in, passed
from nanproof.sites.site import Site
from nanproof.uses.called_from import is_called_only_where, is_handed_to
from nanproof.uses.contexts import is_unrecorded
from nanproof.uses.derivatives import is_outside
from nanproof.uses.onward import Expression, ways

_DERIVATIVES = "gradients"  # of a graph, by what is given second
MOST_EXPRESSIONS = 60  # that a result is followed through


def is_differentiated(site: Site) -> bool:
    """Say whether a derivative of the operation may be asked for, as far as the source shows."""
    if site.operand.holder is not Holder.TENSOR or "detached" in site.operand.traits:
        return False
    if site.framework.name == "numpy" or _is_of_constants(site):
        return False
    # A divisor that is fed says nothing of what is divided by it.
    if site.function.rule != "NAN102" and site.operand.traits >= FED and not _is_by_what_is_fed(site):
        return False
    return not site.engine.once("never differentiated", site.node, lambda: _is_never(site))


def _is_of_constants(site: Site) -> bool:
    """Say whether what an operation is taken of is written out, and so is what it divides: it has no derivative."""
    if not is_constant(site):
        return False
    divided = divided_node(site)
    return divided is None or literal(site, divided) is not None


def _is_by_what_is_fed(site: Site) -> bool:
    """Say whether a file takes a derivative by a placeholder: the penalty of a critic, a saliency map."""
    return site.engine.once("by what is fed", site.document.tree.root_node, lambda: any(_by_what_is_fed(site)))


def _by_what_is_fed(site: Site) -> Iterator[bool]:
    for _, call in site.engine.modules.bindings(site.document).calls_of(_DERIVATIVES):
        given = [passed(each) for each in code_in(call.child_by_field_name("arguments"))]
        for each in given[1:]:
            value = site.engine.value(site.engine.around(site.document, call), each)
            by = value.items if isinstance(value, Sequence) else (value,)
            yield any(isinstance(one, Number) and one.traits >= FED for one in by)


def _is_never(site: Site) -> bool:
    engine, document, node = site.engine, site.document, site.node
    if is_unrecorded(engine, document, node):
        return True
    hooks = site.framework.backward.hooks
    if hooks and any(is_handed_to(engine, document, each, hooks) for each in named_functions_around(node)):
        return True
    takers = site.framework.backward.taken_by
    if takers and is_outside(engine, document, node, takers):
        return True
    if is_called_only_where(engine, document, node, is_unrecorded):
        return True
    return not site.is_in_place and _is_lost(site)


def _is_lost(site: Site) -> bool:
    """Say whether a gradient comes back to a result on none of its ways."""
    first = Expression(site.document, site.node)
    return all(each is not None for each in ways(site.engine, first, MOST_EXPRESSIONS))
