"""The stable twin of a softmax that a function of the file returns: `log(probs(x))` with `probs = softmax(f(x))`."""

from __future__ import annotations

from nanproof.changes.stretch import stretch
from nanproof.changes.unchanged import changed, means_the_same
from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.in_place import standing_in_base
from nanproof.fixes.inlined import Inlined, at_the_site, inlined
from nanproof.fixes.moved import Moved, as_it_stands, needless
from nanproof.fixes.naming import free_name, is_used_once
from nanproof.fixes.twin import is_plain, reason_of, reasoned, titled, written_twin
from nanproof.fixes.writing import result
from nanproof.forms.compositions import LogOf, log_of, twin_of
from nanproof.forms.expressions import Call, Origin, call_of, held, is_integer, origin
from nanproof.forms.infinite_logits import ASSUMPTION, may_be_infinite
from nanproof.names.syntax import inside
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


def inlined_twin(site: Site) -> Fix | None:
    """Return the fix that writes at the site what a function returns, with the stable function."""
    if not is_plain(site) or log_of(site) is not None:
        return None
    source = origin(site, site.operand_node)
    found = inlined(site, source.node)
    call = call_of(site, found.returned) if found is not None else None
    twin = twin_of(call) if call is not None else None
    if site.function.name not in ("log", "log2", "log10") or found is None or call is None or twin is None:
        return None
    if is_integer(site, call.operand) or held(site, source) is not None:
        return None
    logits = _logits(site, source, found, call)
    composed = LogOf(twin, call)
    in_helper = written_twin(site, composed, logits) if logits is not None else None
    replacement = at_the_site(site, found, in_helper[0], logits.name) if logits is not None and in_helper else None
    if logits is None or in_helper is None or replacement is None:
        return None
    if found.method:
        logits = logits.under(f"no subclass redefines `{found.method}`")
    if may_be_infinite(site, call.operand):
        logits = logits.under(ASSUMPTION)
    edits = (*logits.edits, *in_helper[1], TextEdit(site.span, standing_in_base(site, replacement)))
    shown = result(site.document, site.span, edits)
    return Fix(
        title=f"{titled('Use the stable function', logits.assumption)}: {shown}",
        reason=reasoned(reason_of(composed), logits.assumption),
        result=shown,
        applicability=Applicability.UNSAFE if logits.assumption else Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="write",
        introduces=logits.name,
        way=Way.STABLE,
    )


def _logits(site: Site, source: Origin, found: Inlined, call: Call) -> Moved | None:
    """Return the logits as the function writes them, or the name that holds them where the call is not at the site."""
    as_written, assignment = as_it_stands(site, call), source.assignment
    if assignment is None:
        return as_written
    between = stretch(site, assignment, site.node)
    is_call_of_call = any(each.type == "call" for each in inside(call.operand))
    if not is_call_of_call and all(
        means_the_same(each, between) and changed(each, between) is None for each in found.given.values()
    ):
        return Moved(as_written.written, needless(site, assignment))
    name, expression = free_name(site), at_the_site(site, found, as_written.written)
    if name is None or expression is None or not is_used_once(site, assignment):
        return None
    edit = TextEdit(Span(assignment.start_byte, assignment.end_byte), f"{name} = {expression}")
    return Moved(name, (edit,), name=name)
