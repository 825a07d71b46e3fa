"""Whether a deviation, or a span, is one of a data set: all of it is equal in no file that anybody trains on.

`x = np.load(path)`, `(x - x.mean()) / x.std()`: whoever reads the code knows the data. A column that is constant is
another matter, `x.std(axis=0)`, and so is what a function is given: a batch, an image, the rewards of an episode.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.constructed import CONSTRUCTOR
from nanproof.infer.value import Computation, Number
from nanproof.infer.vanishing import is_along_an_axis
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import LOCAL, scope_of
from nanproof.names.syntax import bare, called_name, code_in, is_a, node_at, outwards, required, sides, text
from nanproof.sites.site import Site
from nanproof.source.document import Document

STATISTICS = frozenset({"span", "spread_of_all", "spread_of_outputs", "std", "std_of_all", "deviation_by_hand"})
_REDUCE = frozenset({"max", "min", "std", "std_of_all"})
# What reads a table of numbers; a picture, or a sound, may well be blank.
_READS = frozenset(
    {"fetch_openml", "fromfile", "genfromtxt", "loadmat", "loadtxt", "read_csv", "read_hdf", "read_pickle"}
)
_READS_QUALIFIED = frozenset({"numpy.load", "pickle.load", "joblib.load"})
_READING = frozenset({"load", "read", "fetch", "get"})
_DATA = frozenset({"data", "dataset", "datasets", "csv"})
# `X_train`, `train_data`: what is trained on, and not a batch of it.
_OF_TRAINING = re.compile(
    r"(?:[a-z]+_)?train(?:ing)?(?:_(?:[xy]|data|set|inputs?|features?|images?|labels?|targets?|df))?", re.IGNORECASE
)
_NOT_ONCE = frozenset({"for_statement", "while_statement", "class_definition", *LOCAL})
_FARTHEST = 40
_DEEPEST = 10
_MOST = 4  # values that a name is followed to


def is_of_a_data_set(site: Site) -> bool:
    """Say whether what an operand is a deviation or a span of is read from a file, or prepared once by a script."""
    made = list(_statistics(site.operand))
    if not made or _is_told_to_an_object(site):
        return bool(made)
    return all(_is_of_data(site, each) for each in made) or (_runs_once(site) and all(map(_is_unknown, made)))


def is_whole(site: Site) -> bool:
    """Say whether all elements are reduced to one number, not those of each column, or by an object once."""
    return _is_told_to_an_object(site) or not any(
        is_along_an_axis(each.where.text) for each in _statistics(site.operand)
    )


def _is_told_to_an_object(site: Site) -> bool:
    """Say whether an object is made with a span, or its bounds: `self.ub - self.lb` of the domain of a PDE."""
    if _is_in_a_constructor(site.node):
        return False
    bindings, difference = site.engine.modules.bindings(site.document), sides(site.operand_node)
    told = (difference[0], difference[2]) if difference is not None else (site.operand_node,)
    names = [text(bare(each).child_by_field_name("attribute")) for each in told]
    bound = [bindings.of_attribute(name) if name else () for name in names]
    return all(bound) and all(_is_in_a_constructor(each.name_node) for those in bound for each in those)


def _is_in_a_constructor(node: Node) -> bool:
    return text(scope_of(node).child_by_field_name("name")) == CONSTRUCTOR


def _statistics(operand: Number) -> Iterator[Computation]:
    """Yield the reductions that make an operand, the nearest of each."""
    waiting = deque([operand])
    for _ in range(_FARTHEST):
        made = waiting.popleft().computation if waiting else None
        if made is not None and made.function.name in _REDUCE:
            yield made
        elif made is not None:
            waiting += made.roles.values()


def _is_unknown(made: Computation) -> bool:
    return made.roles["x"].range.is_unknown


def _runs_once(site: Site) -> bool:
    """Say whether a script computes something before it trains: in no function, and in no loop."""
    if site.framework.name == "tensorflow":
        return False  # a graph is run in each step
    return not any(each.type in _NOT_ONCE for each in outwards(site.node))


def _is_of_data(site: Site, made: Computation) -> bool:
    document, span = made.where.document, made.where.span
    call = node_at(document.tree.root_node, span.start, span.end)
    reduced = _subject(call)
    return reduced is not None and _is_read(site, document, reduced, _DEEPEST)


def _subject(call: Node) -> Node | None:
    """Return what a reduction is called of: its receiver, or its first argument."""
    callee = call.child_by_field_name("function")
    given = code_in(call.child_by_field_name("arguments"))
    receiver = callee.child_by_field_name("object") if callee is not None else None
    has_more = bool(given) and given[0].type not in ("integer", "keyword_argument", "unary_operator")
    return given[0] if has_more else receiver


def _is_read(site: Site, document: Document, node: Node, depth: int) -> bool:
    """Say whether an expression is made of what is read from a file, or named after what is trained on."""
    if not depth:
        return False
    if node.type == "identifier":
        if _OF_TRAINING.fullmatch(text(node)):
            return True
        bound = reaching(node, site.engine.modules.bindings(document)).bindings[:_MOST]
        values = (each.value for each in bound if each.kind is Binds.ASSIGNMENT)
        before = (each for each in values if each is not None and each.start_byte < node.start_byte)
        return any(_is_read(site, document, each, depth - 1) for each in before)
    if node.type == "call":
        return _reads(site, document, node) or any(_is_read(site, document, each, depth - 1) for each in _given(node))
    if node.type == "attribute":
        return _is_read(site, document, required(node, "object"), depth - 1)
    if node.type == "subscript":
        is_one = any(each.type == "identifier" for each in node.children_by_field_name("subscript"))
        return not is_one and _is_read(site, document, required(node, "value"), depth - 1)
    is_made_of = is_a(node, "binary_operator", "parenthesized_expression", "list", "tuple", "unary_operator")
    return is_made_of and any(_is_read(site, document, each, depth - 1) for each in code_in(node))


def _given(call: Node) -> Iterator[Node]:
    receiver = required(call, "function").child_by_field_name("object")
    if receiver is not None:
        yield receiver
    yield from (each for each in code_in(call.child_by_field_name("arguments")) if each.type != "keyword_argument")


def _reads(site: Site, document: Document, call: Node) -> bool:
    name = called_name(call)
    first, *others = name.removeprefix("_").split("_")
    if name in _READS or (first in _READING and not _DATA.isdisjoint(others)):
        return True
    return site.engine.names.qualified(document, required(call, "function")) in _READS_QUALIFIED
