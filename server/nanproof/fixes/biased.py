"""The biased deviation, which is 0 for a single element: `torch.std(x, unbiased=False)`."""

from __future__ import annotations

from nanproof.fixes.edited import after, replaced
from nanproof.fixes.fix import Applicability, Fix
from nanproof.infer.value import Deferred
from nanproof.names.syntax import code_in, required
from nanproof.rules.empty_reduction import is_unbiased
from nanproof.sites.elements import elements, roles_of
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

# Of equal elements the deviation is 0 everywhere, but in JAX its derivative is NaN there (FACTS, T3 and T7).
_FINITE_GRADIENT = frozenset({"torch", "numpy"})


def biased(site: Site) -> Fix | None:
    """Return the fix that asks for the biased deviation, None where that is not what is wrong."""
    if site.framework.name not in _FINITE_GRADIENT or not is_unbiased(site) or elements(site) != 1:
        return None
    given = roles_of(site).get("ddof")
    if isinstance(given, Deferred):
        edit = replaced(given.node, "False" if given.node.type == "true" else "0")
    else:
        arguments = required(site.node, "arguments")
        listed = code_in(arguments)
        end = listed[-1].end_byte if listed else arguments.start_byte + 1
        edit = TextEdit(Span(end, end), f"{', ' if listed else ''}unbiased=False")
    result = after(site.document, site.span, (edit,))
    return Fix(
        title=f"Divide by the number of elements: {result}",
        reason="the biased deviation of one element is 0; of more it is smaller than the unbiased one",
        result=result,
        applicability=Applicability.UNSAFE,
        edits=(edit,),
        preferred=True,
    )
