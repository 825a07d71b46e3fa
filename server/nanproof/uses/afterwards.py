"""What is done with the result of an operation, further out in the expression or with the name that holds it.

A mask that comes after the operation repairs the value and not the gradient: the backward pass multiplies the mask's 0
with the operation's infinite derivative (FACTS, T2: observed on TensorFlow, PyTorch and JAX).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tree_sitter import Node

from nanproof.infer.call_arguments import call_arguments
from nanproof.infer.operands import Roles, bound
from nanproof.infer.value import Arguments, Deferred, Number
from nanproof.masks.before import LARGEST_EPSILON, constant
from nanproof.names.syntax import called_name, code_in, first_child, inside, is_a, parent_of, required, text
from nanproof.sites.callee import operation_called
from nanproof.sites.site import Site
from nanproof.source.quoting import one_line
from nanproof.uses.cleaning import ASKED, cleaned_by

MOST_STEPS = 24
_PASSED = frozenset({"parenthesized_expression", "unary_operator", "binary_operator", "attribute"})
_ARGUMENTS = frozenset({"argument_list", "keyword_argument"})
_BARE = frozenset({"parenthesized_expression", "attribute", "assignment"})
_LOOKS = frozenset({*ASKED, "zeros_like", "ones_like", "full_like", "shape", "dtype", "device", "size"})
_COVERS = frozenset({"clip", "maximum", "minimum", "nan_to_num", "where", "masked_fill"})


@dataclass(frozen=True, slots=True)
class Cover:
    """A mask put on a result: the expression that it is, what it does, its operands, and which of them the result is.

    `node` is the call, or the sum `log(x) + eps`, whose function is "add". `is_bare` says that it is put on the result
    itself: in a product an infinity may have become NaN. `replaced` is what a function of the file, which counts as
    "nan_to_num", replaces of `inf`, `-inf` and `nan`. `sign` is that with which an infinity arrives at the mask, -1 of
    `1 - 1 / x`, and 0 where that is not known.
    """

    node: Node
    function: str
    roles: Roles
    role: str
    is_bare: bool
    replaced: frozenset[str] = frozenset()
    sign: int = 1

    @property
    def written(self) -> str:
        """The mask as it stands in the source, on one line."""
        return one_line(text(self.node))

    def operand(self, role: str) -> Node | None:
        """Return an operand as it is written."""
        given = self.roles.get(role)
        return given.node if isinstance(given, Deferred) else None


def covers(site: Site) -> tuple[Cover, ...]:
    """Return the masks that are put on the result of an operation, the nearest first."""
    return site.engine.once("masks on a result", site.node, lambda: tuple(_covers(site)))


def _covers(site: Site) -> Iterator[Cover]:
    skipped = _skipped(site)
    if skipped is not None:
        yield skipped
    child, is_bare = site.node, True
    passed: list[tuple[Node, Node]] = []
    for _ in range(MOST_STEPS):
        parent = parent_of(child)
        while parent.type in _ARGUMENTS:
            parent = parent_of(parent)
        cover = _cover_at(site, parent, child, is_bare=is_bare)
        if cover is not None:
            yield replace(cover, sign=math.prod(_sign_after(site, *each) for each in passed))
        onward = _onward(site, parent)
        if onward is None:
            return
        passed.append((parent, child))
        is_bare = is_bare and parent.type in _BARE
        child = onward


def _sign_after(site: Site, parent: Node, child: Node) -> int:
    """Return what the sign of an infinity is multiplied with in an expression; 0 where it may become NaN."""
    if parent.type in _BARE:
        return 1
    operator = text(parent.child_by_field_name("operator"))
    if parent.type == "unary_operator":
        return {"-": -1, "+": 1}.get(operator, 0)
    if parent.type != "binary_operator":
        return 0
    left, right = required(parent, "left"), required(parent, "right")
    value = site.engine.value(site.frame, right if left == child else left)
    other = constant(value) if isinstance(value, Number) else None
    if other is None or not math.isfinite(other):
        return 0
    if operator in ("+", "-"):
        return -1 if operator == "-" and right == child else 1
    is_kept = operator == "*" or (operator == "/" and left == child)
    return int(math.copysign(1, other)) if is_kept and other != 0 else 0


def _cover_at(site: Site, parent: Node, child: Node, *, is_bare: bool) -> Cover | None:
    match parent.type:
        case "binary_operator" if is_bare:
            return _offset(site, parent, child)
        case "call":
            return _of_call(site, parent, child, is_bare=is_bare)
        case "assignment":
            return _filled(site, parent, is_bare=is_bare)
        case _:
            return None


def _onward(site: Site, parent: Node) -> Node | None:
    """Return the next expression outwards that depends on the result, None where the catalogue does not know how."""
    if parent.type == "assignment":
        return _only_use(site, parent)
    if parent.type == "call":
        return parent if operation_called(site, parent) is not None else None
    return parent if parent.type in _PASSED else None


def _skipped(site: Site) -> Cover | None:
    """Return the mask that NumPy's `where=` is: what it excludes is not computed at all."""
    if site.framework.name != "numpy" or site.node.type != "call":
        return None
    given = dict(call_arguments(site.frame, site.node).keyword).get("where")
    if given is None:
        return None
    operand = Deferred(site.frame, site.operand_node)
    return Cover(site.node, "where", {"condition": given, "x": operand}, "x", True)


def _filled(site: Site, assignment: Node, *, is_bare: bool) -> Cover | None:
    """Return the mask that `y[np.isinf(y)] = 0` is, in the first statement that speaks of a result `y`."""
    target = required(assignment, "left")
    if target.type != "identifier":
        return None
    bindings = site.engine.modules.bindings(site.document)
    end = bindings.scope_of(assignment).end_byte
    use = next(iter(bindings.occurrences_in(text(target), assignment.end_byte, end)), None)
    if use is None:
        return None
    part = parent_of(use)
    if part.type == "attribute":
        return _filled_by_method(site, use, part, is_bare=is_bare)
    if part.type != "subscript":
        return None
    statement, condition = parent_of(part), required(part, "subscript")
    if bindings.scope_of(statement) != bindings.scope_of(assignment):
        return None
    value = statement.child_by_field_name("right")
    if statement.type != "assignment" or statement.child_by_field_name("left") != part or value is None:
        return None
    roles: Roles = {"condition": Deferred(site.frame, condition), "x": Deferred(site.frame, value)}
    return Cover(statement, "where", {**roles, "y": Deferred(site.frame, use)}, "y", is_bare)


def _filled_by_method(site: Site, use: Node, method: Node, *, is_bare: bool) -> Cover | None:
    """Return the mask that the statement `y.masked_fill_(y == inf, 0)` is."""
    call = parent_of(method)
    given = code_in(call.child_by_field_name("arguments"))
    if called_name(call) != "masked_fill_" or len(given) != 2 or parent_of(call).type != "expression_statement":
        return None
    roles: Roles = {"condition": Deferred(site.frame, given[0]), "x": Deferred(site.frame, given[1])}
    return Cover(call, "where", {**roles, "y": Deferred(site.frame, use)}, "y", is_bare)


def _offset(site: Site, node: Node, child: Node) -> Cover | None:
    """Return the mask that `log(x) + 1e-8` is meant to be."""
    if text(node.child_by_field_name("operator")) != "+":
        return None
    left, right = required(node, "left"), required(node, "right")
    role, other = ("x", right) if left == child else ("y", left)
    value = site.engine.value(site.frame, other)
    epsilon = constant(value) if isinstance(value, Number) else None
    if epsilon is None or not 0 < epsilon <= LARGEST_EPSILON:
        return None
    return Cover(node, "add", {"x": Deferred(site.frame, left), "y": Deferred(site.frame, right)}, role, True)


def _of_call(site: Site, call: Node, child: Node, *, is_bare: bool) -> Cover | None:
    """Return the mask that a call is, of which the result is one of the operands."""
    found = operation_called(site, call)
    if found is None:
        replaced = cleaned_by(site, call, child) if child != required(call, "function") else frozenset[str]()
        given: Roles = {"x": Deferred(site.frame, child)}
        return Cover(call, "nan_to_num", given, "x", is_bare, replaced) if replaced else None
    if found[0].function.name not in _COVERS:
        return None
    operation, receiver = found
    arguments = call_arguments(site.frame, call)
    positional = (receiver, *arguments.positional) if receiver is not None else arguments.positional
    roles = bound(site.engine, operation.parameters, Arguments(positional, arguments.keyword))
    written = {role: given.node for role, given in roles.items() if isinstance(given, Deferred)}
    operand = child.child_by_field_name("object") if child == required(call, "function") else child
    role = next((role for role, node in written.items() if node == operand), None)
    return Cover(call, operation.function.name, roles, role, is_bare) if role in ("x", "y") else None


def _only_use(site: Site, assignment: Node) -> Node | None:
    """Return the only place where a name that holds the result is read, None where there are several."""
    target = required(assignment, "left")
    if target.type != "identifier":
        return None
    bindings = site.engine.modules.bindings(site.document)
    scope = bindings.scope_of(assignment)
    later = bindings.occurrences_in(text(target), assignment.end_byte, scope.end_byte)
    here = (each for each in later if not _is_target(each) and not _is_only_looked_at(each))
    read = (each for each in here if bindings.scope_of(each) == scope)
    reads = list(islice(read, 2))
    if not reads or (len(reads) > 1 and not _rebinds(reads[0], target)):
        return None
    return reads[0]


def _is_target(name: Node) -> bool:
    parent = name.parent
    return is_a(parent, "assignment") and required(parent, "left") == name


def _is_only_looked_at(name: Node) -> bool:
    """Say whether a use asks for nothing but a test or the shape: `isfinite(y)`, `zeros_like(y)`, `y.shape`."""
    parent = name.parent
    if is_a(parent, "attribute"):
        return text(parent.child_by_field_name("attribute")) in _LOOKS
    call = parent.parent if is_a(parent, "argument_list") else None
    return called_name(call) in _LOOKS


def _rebinds(use: Node, target: Node) -> bool:
    """Say whether the statement of a use binds the name anew: `y = torch.where(m, y, 0)`."""
    node: Node | None = use
    while node is not None and node.type != "assignment":
        node = node.parent if node.type not in ("block", "module") else None
    if node is None or text(node.child_by_field_name("left")) != text(target):
        return False
    named = (each for each in inside(code_in(node)[-1]) if text(each) == text(target))
    return sum(1 for each in named if not _is_only_looked_at(each)) == 1


def condition_call(condition: Node) -> str:
    """Return the last name of the function that a condition calls: `isfinite` of `torch.isfinite(y)`, `y.isnan()`."""
    return called_name(_call_of(condition))


def condition_operand(condition: Node) -> Node | None:
    """Return what a condition is asked of: `y` of `torch.isfinite(y)`, of `y.isnan()`, and of `y == inf`."""
    if condition.type == "comparison_operator":
        return first_child(condition)
    call = _call_of(condition)
    if call is None:
        return None
    given, function = required(call, "arguments"), required(call, "function")
    return first_child(given) or function.child_by_field_name("object")


def _call_of(condition: Node) -> Node | None:
    node: Node | None = condition
    while is_a(node, "parenthesized_expression", "not_operator", "unary_operator"):
        node = first_child(node)
    return node if is_a(node, "call") else None
