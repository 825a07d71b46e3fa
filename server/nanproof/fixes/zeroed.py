"""The setting by which what is infinite of a loss becomes 0: `nn.CTCLoss(blank=0, zero_infinity=True)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.fixes.edited import after, replaced
from nanproof.fixes.fix import Applicability, Fix
from nanproof.infer.value import Deferred, Layer
from nanproof.names.syntax import code_in, node_at, required
from nanproof.sites.elements import roles_of
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit


def zeroed(site: Site) -> Fix | None:
    """Return the fix that asks a loss for 0 where it is infinite, at its call or where it was made in the same file."""
    call, operation = _made(site), site.engine.catalog.operation(site.name)
    if call is None or operation is None:
        return None
    name = next((each.name for each in operation.parameters if each.role == site.function.excused_by), None)
    if name is None:
        return None
    given = roles_of(site).get(site.function.excused_by)
    if isinstance(given, Deferred):
        if given.node.type != "false":
            return None
        edit = replaced(given.node, "True")
    else:
        arguments = required(call, "arguments")
        listed = code_in(arguments)
        end = listed[-1].end_byte if listed else arguments.start_byte + 1
        edit = TextEdit(Span(end, end), f"{', ' if listed else ''}{name}=True")
    result = after(site.document, Span(call.start_byte, call.end_byte), (edit,))
    return Fix(
        title=f"Leave out what has no alignment: {result}",
        reason="a sequence without one counts as 0 and gives no gradient; the mean still divides by their number",
        result=result,
        applicability=Applicability.UNSAFE,
        edits=(edit,),
        preferred=True,
    )


def _made(site: Site) -> Node | None:
    """Return the call that takes the setting: the operation itself, or what made the layer that is called."""
    if not site.function.excused_by:
        return None
    layer = site.engine.value(site.frame, site.callee)
    if not isinstance(layer, Layer):
        return site.node
    place = layer.place
    if place.document != site.document or not layer.arguments.is_complete:
        return None
    made = node_at(site.document.tree.root_node, place.span.start, place.span.end)
    return made if made.type == "call" else None
