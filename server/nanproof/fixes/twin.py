"""The stable twin of a logarithm: `log(softmax(z))` becomes `log_softmax(z)`, with the logits found again."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.fixes.fix import Fix
from nanproof.fixes.in_place import standing_in_base
from nanproof.fixes.made import made_there
from nanproof.fixes.moved import Moved, as_it_stands, keyword, moved
from nanproof.fixes.spelling import argument_of, spelt_stable
from nanproof.fixes.stable import USE, stable
from nanproof.fixes.writing import is_primary
from nanproof.forms.compositions import LogOf, log_of, negated
from nanproof.forms.expressions import Call, has_comment, is_integer
from nanproof.forms.infinite_logits import ASSUMPTION, makes_zero_times_infinity, may_be_infinite
from nanproof.names.syntax import bare, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

# How the twins are called beside the function itself, in the same module or as a method of the same tensor.
_SPELLINGS = {
    "log_softmax": ("log_softmax",),
    "log_sigmoid": ("log_sigmoid", "logsigmoid", "log_expit"),
}


def twin(site: Site) -> Fix | None:
    """Return the fix that computes the logarithm and the activation at once."""
    found = log_of(site)
    if found is None or not is_plain(site) or is_integer(site, found.call.operand):
        return None
    logits = logits_of(site, found)
    written = written_twin(site, found, logits or as_it_stands(site, found.call))
    if written is None:
        return None
    replacement, edits = written
    if logits is None or logits.assumption:
        at_once = made_there(site, found.call, found.steps, found.twin, _at_the_call(site, found))
        logits = at_once or logits
        replacement = at_once.written if at_once is not None else replacement
    if logits is None:
        return None
    if is_infinite := may_be_infinite(site, found.call):
        if makes_zero_times_infinity(site, found.call):
            return None
        logits = logits.under(ASSUMPTION)
    whole = (*logits.edits, *edits, TextEdit(site.span, standing_in_base(site, replacement)))
    return stable(
        site,
        USE,
        reason_of(found),
        whole,
        assumption=logits.assumption,
        is_safe=not found.is_masked,
        is_preferred=not is_infinite,
        introduces=logits.name,
        shown=logits.shown,
    )


def reason_of(found: LogOf) -> str:
    """Say in one sentence what the stable function gives that the composition does not."""
    name = found.twin.replace("_", "-")
    if found.is_masked:
        return f"the {name} is finite for every finite logit and needs no mask; where the mask took hold, values change"
    return f"the {name} is finite in value and gradient for every finite logit, and more exact"


def is_plain(site: Site) -> bool:
    """Say whether nothing but the operand is passed to the logarithm, and no comment would be lost."""
    arguments = site.node.child_by_field_name("arguments")
    given = arguments.named_children if arguments is not None else []
    if site.is_method:
        return not given and not site.name.endswith("_")
    return len(given) == 1 and not has_comment(site.operand_node)


def logits_of(site: Site, found: LogOf) -> Moved | None:
    """Return how the logits are written at the site, None where they cannot be had there."""
    return moved(site, (found.call,), found.steps)


def _at_the_call(site: Site, found: LogOf) -> str:
    """Return what computes the twin where the activation stands."""
    written = written_twin(site, found, as_it_stands(site, found.call))
    return written[0] if written is not None else ""


def written_twin(site: Site, found: LogOf, logits: Moved) -> tuple[str, tuple[TextEdit, ...]] | None:
    """Return what is written in place of the logarithm, and the import that it may need."""
    call = found.call
    operand = negative(call.operand, logits.written) if found.is_complement else logits.written
    if call.receiver is not None:
        method = site.engine.catalog.method(_SPELLINGS[found.twin][0], site.framework.name)
        if method is not None:
            return f"{operand}.{_SPELLINGS[found.twin][0]}{text(call.arguments)}", ()
    canonical = canonical_twin(site, call, found.twin)
    if canonical is None:
        return None
    spelling = spelt_stable(site, call.callee, canonical)
    if spelling is None:
        return None
    arguments = _arguments(site, call, operand) if call.receiver is None else f"({operand})"
    return f"{spelling.expression}{arguments[:-1]}{_told(site, call, canonical)})", spelling.edits


def _told(site: Site, call: Call, canonical: str) -> str:
    """Return the arguments that a layer was told where it was made, as the twin takes them."""
    there = Span(call.arguments.start_byte, call.arguments.end_byte)
    elsewhere = {role: node for role, node in call.roles.items() if role != "x" and not there.contains(node.start_byte)}
    names = {role: argument_of(site.engine, canonical, role) for role in elsewhere}
    return "".join(f", {names[role]}={text(node)}" for role, node in elsewhere.items())


def canonical_twin(site: Site, call: Call, twin: str) -> str | None:
    """Return the full name of the twin: the one beside the function itself, or else the framework's own."""
    catalog, module = site.engine.catalog, call.operation.name.rpartition(".")[0]
    for name in _SPELLINGS.get(twin, (twin,)):
        if catalog.operation(f"{module}.{name}") is not None:
            return f"{module}.{name}"
    known = site.framework.twins.get(twin)
    if call.operation.name.startswith("keras.backend.") and str(known).startswith("keras."):
        return None  # a file that uses keras.backend need not have keras.ops at all
    return known


def _arguments(site: Site, call: Call, operand: str) -> str:
    """Return the activation's arguments with another operand; a single one needs no lines of its own."""
    if len(call.arguments.named_children) == 1 and "\n" not in operand:
        return f"({keyword(call)}{operand})"
    start = call.arguments.start_byte
    written = site.document.data[start : call.arguments.end_byte]
    first, last = call.operand.start_byte - start, call.operand.end_byte - start
    return (written[:first] + operand.encode() + written[last:]).decode("utf-8", "replace")


def negative(node: Node, written: str) -> str:
    """Return the negative of an expression that is now written so: `-z`, and `z` of `-z`."""
    if written.isidentifier():
        return f"-{written}"
    argument = negated(node)
    if argument is not None:
        return text(bare(argument))
    return f"-{written}" if is_primary(node) else f"-({written})"
