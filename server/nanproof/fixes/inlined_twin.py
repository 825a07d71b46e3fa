"""The stable twin of a softmax that a function of the file returns: `log(probs(x))` with `probs = softmax(f(x))`."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from nanproof.changes.stretch import stretch
from nanproof.changes.unchanged import is_unchanged
from nanproof.fixes.fix import Fix
from nanproof.fixes.in_place import standing_in_base
from nanproof.fixes.inlined import Inlined, at_the_site, inlined
from nanproof.fixes.moved import Moved, as_it_stands, needless
from nanproof.fixes.naming import free_name, is_used_once
from nanproof.fixes.stable import USE, stable
from nanproof.fixes.twin import is_plain, reason_of, written_twin
from nanproof.forms.compositions import LogOf, complemented, negated, twin_of
from nanproof.forms.expressions import Call, Origin, call_of, held, is_integer, origin
from nanproof.forms.infinite_logits import ASSUMPTION, makes_zero_times_infinity, may_be_infinite
from nanproof.names.syntax import inside
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


def inlined_twin(site: Site) -> Fix | None:
    """Return the fix that writes at the site what a function returns, with the stable function."""
    if not is_plain(site):
        return None
    taken = _sources(site)
    if taken is None:
        return None
    sources, is_complement = taken
    if any(held(site, each) is not None for each in sources):
        return None
    assigned = next((each.assignment for each in reversed(sources) if each.assignment is not None), None)
    found = logged_by_a_function(site, sources[-1].node, assigned, is_complement=is_complement)
    if found is None:
        return None
    composed, logged = found
    edits = (*logged.edits, TextEdit(site.span, standing_in_base(site, logged.written)))
    return stable(site, USE, reason_of(composed), edits, assumption=logged.assumption, introduces=logged.name)


def logged_by_a_function(
    site: Site, node: Node, assignment: Node | None, *, is_complement: bool
) -> tuple[LogOf, Moved] | None:
    """Return the logarithm of an activation that a function of the file returns, or of its complement, at the site.

    The function is called in an assignment, or where that is None at the site itself.
    """
    found = inlined(site, node)
    if found is None:
        return None
    call = call_of(site, found.returned)
    if call is None:
        return None
    twin = twin_of(call)
    if twin is None or (is_complement and call.function != "sigmoid") or is_integer(site, call.operand):
        return None
    composed = LogOf(twin, call, is_complement=is_complement)
    logits = _logits(site, assignment, found, call)
    if logits is None:
        return None
    in_helper = written_twin(site, composed, logits)
    if in_helper is None:
        return None
    replacement = at_the_site(site, found, in_helper[0], logits.name)
    if replacement is None:
        return None
    if found.method:
        logits = logits.under(f"no subclass redefines `{found.method}`")
    if may_be_infinite(site, call):
        if makes_zero_times_infinity(site, call):
            return None
        logits = logits.under(ASSUMPTION)
    return composed, replace(logits, written=replacement, edits=(*logits.edits, *in_helper[1]))


def _sources(site: Site) -> tuple[list[Origin], bool] | None:
    """Return what a logarithm is taken of, as it was followed, and whether of the complement; None of another."""
    if site.function.name == "log1p":
        argument = negated(site.operand_node)
        return ([origin(site, argument)], True) if argument is not None else None
    if site.function.name not in ("log", "log2", "log10"):
        return None
    source = origin(site, site.operand_node)
    subtracted = complemented(source.node)
    return ([source, origin(site, subtracted)], True) if subtracted is not None else ([source], False)


def _logits(site: Site, assignment: Node | None, found: Inlined, call: Call) -> Moved | None:
    """Return the logits as the function writes them, or the name that holds them where the call is not at the site."""
    as_written = as_it_stands(site, call)
    if assignment is None:
        return as_written
    between = stretch(site, assignment, site.node)
    is_call_of_call = any(each.type == "call" for each in inside(call.operand))
    if not is_call_of_call and all(is_unchanged(each, between) for each in found.given.values()):
        return Moved(as_written.written, needless(site, assignment))
    name, expression = free_name(site), at_the_site(site, found, as_written.written)
    if name is None or expression is None or not is_used_once(site, assignment):
        return None
    edit = TextEdit(Span(assignment.start_byte, assignment.end_byte), f"{name} = {expression}")
    return Moved(name, (edit,), name=name)
