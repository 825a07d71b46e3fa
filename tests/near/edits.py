"""Small changes of a program, each of one kind: what others write there, and what a slip of the hand makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from tree_sitter import Node

from nanproof.names.syntax import text
from nanproof.source.document import Document

_OPERATORS = {
    "+": "-", "-": "+", "*": "/", "/": "*", "**": "*", "//": "/", "<": ">=", ">": "<=", "<=": "<", ">=": ">",
    "==": "!=", "!=": "==", "and": "or", "or": "and", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "&": "|",
    "|": "&",
}  # fmt: skip
_BINARY = ("binary_operator", "comparison_operator", "boolean_operator", "augmented_assignment")
_NAMES = {
    "sum": "mean", "mean": "sum", "max": "min", "min": "max", "exp": "log", "log": "exp", "sigmoid": "tanh",
    "softmax": "sigmoid", "tanh": "relu", "relu": "softplus", "softplus": "relu", "sqrt": "abs", "abs": "square",
    "square": "abs", "norm": "sum", "std": "var", "var": "std", "zeros": "ones", "ones": "zeros", "rand": "randn",
    "randn": "rand", "clamp": "clamp_min", "maximum": "minimum", "minimum": "maximum", "float32": "float16",
    "float16": "float32", "float64": "float32", "any": "all", "all": "any", "reduce_sum": "reduce_mean",
    "reduce_mean": "reduce_max", "reduce_max": "reduce_min", "log1p": "log", "where": "maximum", "half": "double",
    "argmax": "max", "isnan": "isinf", "isinf": "isnan", "no_grad": "enable_grad", "logsumexp": "sum",
    "log_softmax": "softmax", "dim": "axis",
}  # fmt: skip
_NUMBERS = {"0": "1", "1": "0", "2": "3", "0.0": "1.0", "1.0": "0.0", "0.5": "2.0", "-1": "0"}
_CONSTANTS = {"true": "False", "false": "True", "none": "0"}
_WRAPPERS = ("({} + 1)", "({} * 2)", "(-{})", "abs({})", "{}.detach()", "({} - {})", "{}[0]", "({} ** 2)", "float({})")
MOST_KINDS = 6
_DROPPED = ("expression_statement", "assert_statement", "delete_statement", "global_statement", "raise_statement")


_Change = tuple[int, int, str]


@dataclass(frozen=True)
class Edit:
    """Bytes of a text that are replaced, and by what."""

    kind: str
    start: int
    end: int
    new: str

    def applied(self, source: bytes) -> bytes:
        """Return the text with the change in it."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def shown(self, source: bytes) -> str:
        """Write it in one line: `3:8 a - b > b - a`."""
        before = source[: self.start].decode(errors="replace")
        place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
        old = source[self.start : self.end].decode(errors="replace")
        return f"{place} {' '.join(old.split())} > {' '.join(self.new.split())}"


def neighbours(document: Document) -> Iterator[Edit]:
    """Yield a change of some kinds that a program has a place for, one of each.

    A change elsewhere in the program changes no choice. Which kinds it is turns with its name: all of them would take
    the tests twice as long, and the same fault shows near many cases.
    """
    nodes = list(nodes_of(document.tree.root_node))
    possible = {kind: [Edit(kind, *each) for node in nodes for each in make(node)] for kind, make in KINDS.items()}
    name = Path(document.path).stem
    turned = sorted((kind for kind in KINDS if possible[kind]), key=lambda kind: _digest(f"{name} {kind}".encode()))
    for kind in sorted(turned[:MOST_KINDS], key=list(KINDS).index):
        yield min(possible[kind], key=lambda each: _chance(document, each))


def _chance(document: Document, edit: Edit) -> str:
    source = document.text.encode()
    line = source[source.rfind(b"\n", 0, edit.start) + 1 : edit.end]
    return _digest(b"\0".join((edit.kind.encode(), line, edit.new.encode())))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def nodes_of(root: Node) -> Iterator[Node]:
    """Yield the nodes of a tree in the order of its text, without those of imports and decorators."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.type not in ("import_statement", "import_from_statement", "decorator"):
            waiting += reversed(node.children)


def _operator(node: Node) -> Iterator[_Change]:
    if node.parent is not None and node.parent.type in _BINARY and node.type in _OPERATORS:
        yield node.start_byte, node.end_byte, _OPERATORS[node.type]


def _exchanged(node: Node) -> Iterator[_Change]:
    if node.type in ("binary_operator", "comparison_operator") and len(node.children) == 3:
        left, operator, right = node.children
        if operator.type not in ("+", "*", "==", "!=", "&", "|"):
            yield node.start_byte, node.end_byte, f"({text(right)}) {operator.type} ({text(left)})"


def _negated(node: Node) -> Iterator[_Change]:
    if node.type in ("if_statement", "while_statement"):
        condition = node.child_by_field_name("condition")
    elif node.type == "conditional_expression" and len(node.named_children) == 3:
        condition = node.named_children[1]
    else:
        return
    if condition is not None:
        yield condition.start_byte, condition.end_byte, f"not ({text(condition)})"


def _number(node: Node) -> Iterator[_Change]:
    if node.type in ("integer", "float"):
        written = text(node)
        yield node.start_byte, node.end_byte, _NUMBERS.get(written, f"({written} * 1e-30)")


def _negative(node: Node) -> Iterator[_Change]:
    if node.type in ("integer", "float") and node.parent is not None and node.parent.type != "subscript":
        yield node.start_byte, node.end_byte, f"-{text(node)}"


def _constant(node: Node) -> Iterator[_Change]:
    if node.type in _CONSTANTS:
        yield node.start_byte, node.end_byte, _CONSTANTS[node.type]


def _argument_dropped(node: Node) -> Iterator[_Change]:
    if node.type == "argument_list" and len(node.named_children) > 1:
        for before, argument in pairwise(node.named_children):
            yield before.end_byte, argument.end_byte, ""


def _arguments_exchanged(node: Node) -> Iterator[_Change]:
    if node.type == "argument_list":
        for one, other in combinations([each for each in node.named_children if each.type != "keyword_argument"], 2):
            between = node.text or b""
            inner = between[one.end_byte - node.start_byte : other.start_byte - node.start_byte].decode()
            yield one.start_byte, other.end_byte, f"{text(other)}{inner}{text(one)}"


def _statement_dropped(node: Node) -> Iterator[_Change]:
    if node.type in _DROPPED:
        yield node.start_byte, node.end_byte, "pass"


def _statement_repeated(node: Node) -> Iterator[_Change]:
    if node.type == "expression_statement" and node.start_point.row == node.end_point.row:
        yield node.start_byte, node.end_byte, f"{text(node)}; {text(node)}"


def _unwrapped(node: Node) -> Iterator[_Change]:
    if node.type != "call":
        return
    arguments, function = node.child_by_field_name("arguments"), node.child_by_field_name("function")
    if arguments is None or function is None or arguments.type != "argument_list":
        return
    if arguments.named_children and arguments.named_children[0].type != "keyword_argument":
        yield node.start_byte, node.end_byte, f"({text(arguments.named_children[0])})"
    receiver = function.child_by_field_name("object")
    if receiver is not None and receiver.type != "identifier":
        yield node.start_byte, node.end_byte, f"({text(receiver)})"


def _is_read(node: Node) -> bool:
    above = node.parent
    if node.type not in ("identifier", "call", "subscript") or above is None:
        return False
    field = next((above.field_name_for_child(at) for at, each in enumerate(above.children) if each == node), None)
    if above.type == "argument_list" or field == "right":
        return True
    return above.type in ("binary_operator", "return_statement", "unary_operator") or (
        above.type == "keyword_argument" and field == "value"
    )


def _wrapped(node: Node) -> Iterator[_Change]:
    if _is_read(node):
        for wrapper in _WRAPPERS:
            yield node.start_byte, node.end_byte, wrapper.format(*[text(node)] * wrapper.count("{}"))


def _other_name(node: Node) -> Iterator[_Change]:
    if node.type != "identifier" or not _is_read(node):
        return
    for other in _bound(node):
        if other != text(node):
            yield node.start_byte, node.end_byte, other


def _bound(node: Node) -> list[str]:
    """Return what is bound in the function around a node: its parameters and what is assigned to."""
    around = node.parent
    while around is not None and around.type not in ("function_definition", "module"):
        around = around.parent
    if around is None:
        return []
    made = [each.child_by_field_name("left") for each in nodes_of(around) if each.type == "assignment"]
    parameters = around.child_by_field_name("parameters")
    named = [*(parameters.named_children if parameters else ()), *(each for each in made if each is not None)]
    return sorted({text(each) for each in named if each.type == "identifier" and text(each) != "self"})


def _renamed(node: Node) -> Iterator[_Change]:
    called = node.parent is not None and node.parent.type in ("attribute", "call", "keyword_argument")
    if called and node.type == "identifier" and text(node) in _NAMES:
        yield node.start_byte, node.end_byte, _NAMES[text(node)]


def _branch_dropped(node: Node) -> Iterator[_Change]:
    if node.type in ("else_clause", "elif_clause", "except_clause", "finally_clause"):
        yield node.start_byte, node.end_byte, ""
    if node.type == "if_statement" and (body := node.child_by_field_name("consequence")) is not None:
        yield body.start_byte, body.end_byte, "pass"


def _returned_sooner(node: Node) -> Iterator[_Change]:
    if node.type == "expression_statement" and node.named_children and node.named_children[0].type == "assignment":
        right = node.named_children[0].child_by_field_name("right")
        if right is not None and _is_in_function(node):
            yield node.start_byte, node.end_byte, f"return {text(right)}"


def _is_in_function(node: Node) -> bool:
    around = node.parent
    while around is not None and around.type not in ("function_definition", "class_definition"):
        around = around.parent
    return around is not None and around.type == "function_definition"


KINDS: dict[str, Callable[[Node], Iterator[_Change]]] = {
    "another operator": _operator,
    "operands exchanged": _exchanged,
    "a condition negated": _negated,
    "another number": _number,
    "a negative number": _negative,
    "another constant": _constant,
    "an argument left out": _argument_dropped,
    "arguments exchanged": _arguments_exchanged,
    "a statement left out": _statement_dropped,
    "a statement twice": _statement_repeated,
    "a call left out": _unwrapped,
    "something more done": _wrapped,
    "another name": _other_name,
    "another function": _renamed,
    "a branch left out": _branch_dropped,
    "returned sooner": _returned_sooner,
}
