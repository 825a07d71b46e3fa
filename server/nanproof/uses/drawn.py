"""Whether a result is only looked at: a plot of the logarithm of a regret has a gap where the regret is 0, and no more.

`ax.errorbar(steps, np.log10(best - found))`, `plt.imshow(torch.log(p).detach().numpy())`, `print(p.log().item())`,
`logger.info("%s", torch.log(p))`, by the name that it has too. Who prints a whole tensor tries something out, and
wants to know.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.names.reaching import reached_from, reaching
from nanproof.names.syntax import called_name, is_a, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.reported import may_report, only_reports

# What is made of a result next: a sum, a part, a method of it, a list of several.
_MADE = frozenset(
    {"attribute", "binary_operator", "call", "for_in_clause", "keyword_argument", "list", "list_comprehension"}
    | {"parenthesized_expression", "subscript", "tuple", "unary_operator", "interpolation", "string"}
    | {"concatenated_string"}
)
# Where a result stands in these, if something of it is made there.
_OF = {"attribute": "object", "call": "function", "for_in_clause": "right", "subscript": "value"}


MOST_NAMES = 6  # that a result gets, one after another
MOST_USES = 16  # of one of them
_PRINTS, _NUMBER = "print", "item"


def is_only_drawn(site: Site) -> bool:
    """Say whether a result, by each name that it gets, is drawn or printed, or goes to a log, and nowhere else.

    Words are asked first: what is called need be evaluated only where all of it may come to such an end.
    """
    return _ends(site, by_values=False) and _ends(site, by_values=True)


def _ends(site: Site, *, by_values: bool) -> bool:
    waiting, followed, is_drawn = [(site.node, False)], set[int](), False
    while waiting:
        whole, is_number, is_at_end = _followed(site, *waiting.pop(), by_values)
        if is_at_end:
            is_drawn = True
            continue
        parent = parent_of(whole)
        target = parent.child_by_field_name("left") if is_a(parent, "assignment") else None
        if not is_a(target, "identifier"):
            return False
        if target.start_byte not in followed:
            followed.add(target.start_byte)
            reads = _reads(site, target) if len(followed) <= MOST_NAMES else None
            if reads is None:
                return False
            waiting += ((each, is_number) for each in reads)
    return is_drawn


def _followed(site: Site, result: Node, is_number: bool, by_values: bool) -> tuple[Node, bool, bool]:
    """Return the largest expression that is computed of a result, before it gets a name.

    With whether that is a number for people to read, and whether it has come to an end: it is drawn, or printed.
    """
    node, parent = result, parent_of(result)
    while True:
        is_number = is_number or _is_number(node)
        if parent.type == "argument_list":
            call = parent_of(parent)
            if call.type != "call":
                return node, is_number, False
            if _is_end(site, call, is_number, by_values):
                return node, is_number, True
            if by_values and not _is_operation(site, call):
                return node, is_number, False
            node = call
        elif parent.type in _MADE and _is_made_of(parent, node):
            node = parent
        else:
            return node, is_number, False
        parent = parent_of(node)


def _is_end(site: Site, call: Node, is_number: bool, by_values: bool) -> bool:
    """Say whether a call draws or reports what it is given, or prints a number of it, and gives nothing back."""
    engine, callee = site.engine, required(call, "function")
    if text(callee) == _PRINTS:
        return is_number and not reaching(callee, engine.modules.bindings(site.document)).bindings
    if not may_report(engine, site.document, call):
        return False
    if not by_values:
        return True
    called = engine.value(engine.around(site.document, call), callee)
    return only_reports(engine, site.document, call, called)


def _is_number(node: Node) -> bool:
    """Say whether an expression is a number for people to read, `p.item()`, or the part of a text that is one."""
    return node.type == "interpolation" or called_name(node) == _NUMBER


def _is_made_of(expression: Node, part: Node) -> bool:
    where = _OF.get(expression.type)
    return where is None or required(expression, where) == part


def _is_operation(site: Site, call: Node) -> bool:
    engine = site.engine
    called = engine.value(engine.around(site.document, call), required(call, "function"))
    return engine.operation_of(called) is not None


def _reads(site: Site, target: Node) -> Iterator[Node] | None:
    """Yield where a name may be read, None where it is named so often that nobody need look."""
    bindings = site.engine.modules.bindings(site.document)
    uses = bindings.occurrences_in(text(target), target.end_byte, len(site.document.data))
    return reached_from(target, uses, bindings) if len(uses) <= MOST_USES else None
