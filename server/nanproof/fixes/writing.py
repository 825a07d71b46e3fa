"""How an edit is written where an operand stands: around it, behind it, and what the operation then looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tree_sitter import Node

from nanproof.catalog.model import Mask
from nanproof.fixes.belonging import belongs
from nanproof.fixes.bounds import Bounds
from nanproof.fixes.spelling import spelt
from nanproof.forms.expressions import call_of
from nanproof.infer.engine import Engine
from nanproof.infer.value import Holder
from nanproof.names.syntax import inside, is_literal_data, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document, encode
from nanproof.source.span import Span, TextEdit
from nanproof.values.dtype import DType

# Expressions that bind at least as tightly as an attribute: nothing that stands beside them takes them apart.
_PRIMARY = frozenset({"identifier", "attribute", "subscript", "call", "parenthesized_expression", "float", "integer"})
# In parentheses of their own these would not be an argument, or not the same one.
_KEEP_PARENTHESES = frozenset({"named_expression", "yield", "generator_expression", "lambda", "comment"})


def is_primary(node: Node) -> bool:
    """Say whether an expression needs no parentheses, whatever stands beside it."""
    return node.type in _PRIMARY


def enclosed(document: Document, node: Node) -> str:
    """Return an expression as it is written, in parentheses where operators beside it could take it apart."""
    written = document.slice(Span(node.start_byte, node.end_byte))
    return written if is_primary(node) else f"({written})"


def target_of_update(site: Site) -> bool:
    """Say whether the operand is what an augmented assignment changes: `a **= 0.5`."""
    return site.node.type == "augmented_assignment" and required(site.node, "left") == site.operand_node


def is_left_in_operand(site: Site) -> bool:
    """Say whether the result takes the operand's place: `x.sqrt_()`, `torch.log_(x)`, `x **= 0.5`; not `x.div_(n)`."""
    if target_of_update(site) or (site.is_in_place and site.is_method):
        return True
    call = call_of(site, site.node) if site.is_in_place and not site.is_operator else None
    return call is not None and call.operand == site.operand_node


def masked(site: Site, engine: Engine, form: Mask, bounds: Bounds) -> tuple[TextEdit, ...] | None:
    """Return the edits that put a mask on the operand, None where there is no way to write it."""
    values = {"low": bounds.low, "high": bounds.high}
    takes_method = form.method is not None and (site.is_method or site.is_operator)
    if is_literal_data(site.operand_node):
        return None  # a number that is written out is changed, and not masked
    if site.operand.holder is Holder.PYTHON:
        return _of_python(site, bounds)
    if not belongs(site):
        return None
    if target_of_update(site):
        return _as_assignment(site, form, values) if takes_method else None
    if is_left_in_operand(site):
        # What a mask makes anew would be thrown away with its logarithm.
        return behind(site.operand_node, f".{form.method}_({form.method_arguments.format(**values)})")
    if takes_method:
        return behind(site.operand_node, f".{form.method}({form.method_arguments.format(**values)})")
    spelling = spelt(site.document, engine, site.callee, form.call_for(site.name))
    if spelling is None:
        return None
    before, _, after = form.arguments.partition("{x}")
    indentation = _of_own_lines(site.document, site.operand_node)
    if indentation is not None:
        return (*spelling.edits, *_on_lines(site, f"{spelling.expression}(", after.format(**values), indentation))
    opening, closing = f"{spelling.expression}({before.format(**values)}", f"{after.format(**values)})"
    return (*spelling.edits, *around(site.operand_node, opening, closing))


def _of_python(site: Site, bounds: Bounds) -> tuple[TextEdit, ...] | None:
    """Return the edits that bound a number of Python's with its own functions: `torch.clamp` takes tensors only."""
    bindings = site.engine.modules.bindings(site.document)
    opening, closing = "", ""
    for function, bound in (("max", bounds.low), ("min", bounds.high)):
        if bound is None:
            continue
        if bindings.bound_between(function, 0, len(site.document.data)):
            return None  # the name means something else here
        written = bound.removesuffix(".0") if site.operand.dtype is DType.INTEGER else bound
        opening, closing = f"{function}({opening}", f"{closing}, {written})"
    return around(site.operand_node, opening, closing)


def behind(node: Node, written: str) -> tuple[TextEdit, ...]:
    """Return the edits that write something behind an expression: `a + b` becomes `(a + b).clamp(...)`."""
    start, end = node.start_byte, node.end_byte
    if is_primary(node):
        return (TextEdit(Span(end, end), written),)
    return (TextEdit(Span(start, start), "("), TextEdit(Span(end, end), f"){written}"))


def around(node: Node, opening: str, closing: str) -> tuple[TextEdit, ...]:
    """Return the edits that make an expression an argument. Its own parentheses become those of the call."""
    start, end = node.start_byte, node.end_byte
    width = 1 if has_spare_parentheses(node) else 0
    return (TextEdit(Span(start, start + width), opening), TextEdit(Span(end - width, end), closing))


def _of_own_lines(document: Document, node: Node) -> str | None:
    """Return the indentation of an expression that alone takes several lines, as formatters leave it."""
    data, start, end = document.data, node.start_byte, node.end_byte
    before = data[data.rfind(b"\n", 0, start) + 1 : start]
    line = data[end:].partition(b"\n")[0]
    is_alone = b"\n" in data[start:end] and not before.strip() and line.strip() in (b"", b",")
    strings = (each for each in inside(node) if each.type == "string")
    is_plain = not any(each.start_point.row < each.end_point.row for each in strings)
    return before.decode() if is_alone and is_plain and not has_spare_parentheses(node) else None


def _on_lines(site: Site, opening: str, others: str, indentation: str) -> tuple[TextEdit, ...]:
    """Return the edits that make an expression of several lines an argument on lines of its own."""
    node, step = site.operand_node, "\t" if indentation.startswith("\t") else " " * 4
    end = site.engine.modules.bindings(site.document).line_end
    data = site.document.data[node.start_byte : node.end_byte]
    starts = (node.start_byte + each.end() for each in re.finditer(rb"\n", data))
    listed = "".join(f",{end}{indentation}{step}{each}" for each in others.split(", ")[1:])
    return (
        TextEdit(Span(node.start_byte, node.start_byte), f"{opening}{end}{indentation}{step}"),
        *(TextEdit(Span(each, each), step) for each in starts),
        TextEdit(Span(node.end_byte, node.end_byte), f"{listed},{end}{indentation})"),
    )


def has_spare_parentheses(node: Node) -> bool:
    """Say whether an expression stands in parentheses that it does not need as an argument."""
    held = {child.type for child in node.named_children}
    return node.type == "parenthesized_expression" and not held & _KEEP_PARENTHESES


def _as_assignment(site: Site, form: Mask, values: dict[str, str | None]) -> tuple[TextEdit, ...] | None:
    """Return the edits that make `a = a.clamp(...) ** 0.5` of `a **= 0.5`."""
    operator, right = site.callee, required(site.node, "right")
    mask = f".{form.method}({form.method_arguments.format(**values)})"
    written = f"= {text(site.operand_node)}{mask} {text(operator).removesuffix('=')}"
    edits = [TextEdit(Span(operator.start_byte, operator.end_byte), written)]
    if not is_primary(right):
        edits += [TextEdit(Span(right.start_byte, right.start_byte), "(")]
        edits += [TextEdit(Span(right.end_byte, right.end_byte), ")")]
    return tuple(edits)


def result(document: Document, span: Span, edits: Iterable[TextEdit]) -> str:
    """Return what stands in a span after some edits, on one line; edits outside of it count for nothing here."""
    within = [edit for edit in edits if span.start <= edit.span.start and edit.span.end <= span.end]
    written = spliced(document.data[span.start : span.end], within, span.start)
    return " ".join(written.decode("utf-8", "replace").split())


def spliced(data: bytes, edits: Iterable[TextEdit], start: int = 0) -> bytes:
    """Return a text that begins at an offset of a document after some edits of the document."""
    for edit in sorted(edits, reverse=True):
        first, last = edit.span.start - start, edit.span.end - start
        data = data[:first] + encode(edit.text) + data[last:]
    return data
