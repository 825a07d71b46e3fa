"""Where sites may be: calls and operators, found in the bytes before anything is parsed.

Calls by the operations' last names (`log`, `log2`), and by the aliases that an import or an assignment gives them;
operators by their signs. The tree and the engine are asked only about those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from nanproof.catalog.index import Catalog
from nanproof.infer.engine import Engine
from nanproof.names.binding import binding_at
from nanproof.names.bindings import word_starts
from nanproof.names.syntax import called_name, is_a, node_at, parent_of, required, text
from nanproof.sites.called import site_of_call
from nanproof.sites.elements import may_be_few
from nanproof.sites.held_operations import Holders
from nanproof.sites.infinite import OPERATORS, RULES, site_of_product
from nanproof.sites.masked_rows import site_of_filled_softmax, site_of_shift, site_of_softmax
from nanproof.sites.operators import OPERATIONS, site_of_operator
from nanproof.sites.site import Site
from nanproof.sites.spoken_of import may_meet, speaks_of_infinity
from nanproof.sites.weighed import site_of_weighed
from nanproof.source.document import Document

DEEPEST_NESTING = 150
MOST_HANDED_ON = 3  # from one name to the next
# The rules that count the elements of their operand.
_COUNTING = frozenset({"NAN106"})
_SPREADS = frozenset({"var", "var_mean", "std_mean"})
# The rules that look at calls of layers: `criterion = nn.BCELoss()`, then `criterion(p, y)`.
_OF_LAYERS = frozenset({"NAN401", "NAN106"})

# What stands around the sign of a division, or of a power whose exponent is no whole number: not `**kwargs`, not `/ 2`.
_SIGN = re.compile(rb"//?|%|\*\*")
_PRODUCTS = re.compile(rb"(?<!\*)\*(?!\*)|-(?!>)")
_SUMS = re.compile(rb"\+")
_BINARY = frozenset({"binary_operator"})
# What a file speaks of that computes with tensors of others, whatever they are of: it need not name a framework.
_OF_TENSORS = frozenset(
    {b"keepdim", b"keepdims", b"norm", b"std", b"softmax", b"sigmoid", b"relu", b"clamp", b"unsqueeze", b"detach"}
    | {b"logsumexp"}
)
_ENDS_OPERAND = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_)].")
_DIVISOR = re.compile(rb"=?[\s\\]*(?:[A-Za-z_(\-~]|0(?:\.0*)?(?![\w.]))")
_EXPONENT = re.compile(rb"=?[\s\\]*(?!\d+(?![\d.e]))[\w(.\-~]")


def candidates(document: Document, catalog: Catalog) -> Iterator[Node]:
    """Yield the calls and operators of a document that may be sites, in the order in which they stand."""
    found = {node.id: node for node in _candidates(document, catalog)}
    for node in sorted(found.values(), key=lambda node: (node.start_byte, -node.end_byte)):
        if not _is_too_deep(document, node):
            yield node


def _is_too_deep(document: Document, node: Node) -> bool:
    """Say whether a node is nested deeper than people nest: each question about it would cost the depth squared."""
    above: Node | None = document.tree.root_node
    for _ in range(DEEPEST_NESTING):
        above = above.child_with_descendant(node) if above is not None else None
        if above == node:
            return False
    return True


def _candidates(document: Document, catalog: Catalog) -> Iterator[Node]:
    speaks = speaks_of_infinity(document)
    meant = catalog.operand_names if speaks else catalog.operand_names - catalog.names_of_rules(RULES)
    names = frozenset(name.encode() for name in meant)
    layers = (catalog.names_of_rules(_OF_LAYERS) | catalog.weighing_names) & catalog.layer_names
    aliases: set[bytes] = set()
    uncalled = list[Node]()
    for node in _named(document, names):
        call = called_by(node)
        if call is not None:
            yield call
        else:
            uncalled.append(node)
        if call is None or called_name(call) in layers:
            aliases |= _aliases(call or node)
    yield from _held(document, uncalled, frozenset(aliases - names), names)
    if not (catalog.tensor_roots | _OF_TENSORS).isdisjoint(document.words):
        yield from _operators(document, _SIGN, OPERATIONS)
        if speaks:
            meets = may_meet(document)
            yield from filter(meets, _operators(document, _PRODUCTS, _BINARY))
            if b"finfo" in document.words:
                yield from filter(meets, _operators(document, _SUMS, _BINARY))


def _held(
    document: Document, uncalled: list[Node], aliases: frozenset[bytes], names: frozenset[bytes]
) -> Iterator[Node]:
    """Yield the calls of what operations are called otherwise, and of what holds them."""
    holders = Holders(document)
    imported = {text(node) for node in uncalled if is_a(node.parent, "dotted_name")}
    seen, waiting = set(aliases), aliases
    for node in uncalled:
        is_operation = is_a(node.parent, "attribute") or text(node) in imported
        held, calls = holders.of(_whole(node)) if is_operation else (frozenset[bytes](), ())
        yield from calls
        waiting |= held - names
    for _ in range(MOST_HANDED_ON):
        seen |= waiting
        found = frozenset[bytes]()
        for node in _named(document, waiting):
            call = called_by(node)
            if call is not None:
                yield call
                continue
            held, calls = holders.of(_whole(node))
            yield from calls
            found |= held
        waiting = frozenset(found - seen - names)


def _whole(name: Node) -> Node:
    """Return what a name stands for: the attribute that it ends, itself otherwise."""
    above = name.parent
    return above if is_a(above, "attribute") and required(above, "attribute") == name else name


def _operators(document: Document, signs: re.Pattern[bytes], types: frozenset[str]) -> Iterator[Node]:
    """Yield the divisions and powers. A text whose only slashes stand in comments and strings is not parsed."""
    for start in _signs(document.data, signs):
        operation = node_at(document.tree.root_node, start, start + 1).parent
        if is_a(operation, *types):
            yield operation


def _signs(data: bytes, signs: re.Pattern[bytes]) -> Iterator[int]:
    """Yield where signs of operators stand that are most likely not in a comment or in a string of one line.

    Judged by what stands before them on their line, each byte of which is looked at once.
    """
    seen = single = double = comments = 0
    for sign in signs.finditer(data):
        if not _is_operator(data, sign):
            continue
        start = sign.start()
        line = data.rfind(b"\n", seen, start) + 1
        if line:
            seen, single, double, comments = line, 0, 0, 0
        single += data.count(b"'", seen, start)
        double += data.count(b'"', seen, start)
        comments += data.count(b"#", seen, start)
        seen = start
        if not (single % 2 or double % 2 or comments):
            yield start


def _is_operator(data: bytes, sign: re.Match[bytes]) -> bool:
    """Say whether operands stand on both sides of a sign, and the right one is no number other than 0."""
    before = data[max(0, sign.start() - 80) : sign.start()].rstrip(b" \t\r\n\\")
    if not before or before[-1] not in _ENDS_OPERAND:
        return False
    end = sign.end()
    after = _EXPONENT.match(data, end) if sign[0] == b"**" else _DIVISOR.match(data, end)
    return after is not None


def site_of(document: Document, engine: Engine, node: Node) -> Site | None:
    """Return the site that a call or an operator is, None where it is no operation with a restricted operand."""
    if _is_product(engine, node):
        found = site_of_product(document, engine, node) or site_of_softmax(document, engine, node)
        return found or site_of_weighed(document, engine, node) or site_of_shift(document, engine, node)
    if node.type == "call":
        name = called_name(node)
        counts = name in engine.catalog.names_of_rules(_COUNTING) and name not in engine.catalog.ignoring_names
        if not counts or name in engine.catalog.steep_names or may_be_few(document, engine, node):
            return site_of_call(document, engine, node)
        return None
    return site_of_operator(document, engine, node) if node.type in OPERATIONS else None


def sites_among(document: Document, engine: Engine, nodes: Iterable[Node]) -> Iterator[Site]:
    """Yield the sites that some candidates are, each when it is asked for."""
    return (site for each in nodes if (site := site_of(document, engine, each)) is not None)


def sites_surveyed(document: Document, engine: Engine, nodes: Iterable[Node]) -> Iterator[Site]:
    """Yield what `sites_among` does, and what is most likely right.

    That is a softmax in each row of which a mask leaves something, and a variance of as many elements as nobody says.
    """
    for each in nodes:
        site = site_of(document, engine, each)
        if called_name(each) in _SPREADS:
            site = site_of_call(document, engine, each)
        site = site or site_of_filled_softmax(document, engine, each)
        if site is not None:
            yield site


def sites_at(document: Document, engine: Engine, offset: int) -> Iterator[Site]:
    """Yield the innermost operation at a byte offset, and those around it that an editor underlines from there on."""
    here = node_at(document.tree.root_node, offset, offset)
    node: Node | None = here
    start, is_found = here.start_byte, False
    while node is not None and not (is_found and node.start_byte < start):
        site = site_of(document, engine, node)
        if site is not None and (site.covers(offset) or (site.is_operator and node.start_byte == start)):
            is_found = True
            yield site
        node = node.parent


def _is_product(engine: Engine, node: Node) -> bool:
    if node.type == "call":
        return called_name(node) in engine.catalog.names_of_rules(RULES)
    return text(node.child_by_field_name("operator")).rstrip("=") in OPERATORS


def _named(document: Document, names: frozenset[bytes]) -> Iterator[Node]:
    """Yield the identifiers that are spelt like one of some names. A text without any of them is not parsed."""
    for name in names & document.words:
        for start in word_starts(name, document.data):
            node = document.tree.root_node.descendant_for_byte_range(start, start + len(name))
            if is_a(node, "identifier"):
                yield node


def called_by(name: Node) -> Node | None:
    """Return the call whose callee a name is (`log(...)`) or ends with (`tf.math.log(...)`)."""
    function = name
    if is_a(name.parent, "attribute"):
        if required(name.parent, "attribute") != name:
            return None
        function = name.parent
    call = function.parent
    return call if is_a(call, "call") else None


def _aliases(node: Node) -> set[bytes]:
    """Return the names that an operation or a layer is given: `import log as ln`, `ln = tf.log`, `self.ln = tf.log`."""
    expression = node.parent if is_a(node.parent, "attribute") else node
    parent = expression.parent
    if is_a(parent, "dotted_name"):
        alias = parent_of(parent).child_by_field_name("alias")
        return {text(alias).encode()} if alias is not None else set()
    if not is_a(parent, "assignment") or binding_at(node) is not None:
        return set()
    target = required(parent, "left")
    if is_a(target, "attribute"):
        target = required(target, "attribute")
    return {text(target).encode()}  # what is no name is no word either
