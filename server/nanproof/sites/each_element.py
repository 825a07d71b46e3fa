"""What an expression is computed of element by element: `x[m]` of `(x[m] - y[m]) ** 2` and of `where(c, x[m], 0)`.

So is what a helper gives of its argument: `smooth_l1(x[m] - y[m])`, with `where(abs(d) < 1, d * d / 2, abs(d) - 0.5)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.infer.narrowing import spelt_out
from nanproof.infer.value import Frame, UserFunction
from nanproof.names.functions import parameter_names
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, first_child, inside, passed, required, text
from nanproof.sites.owner import is_module, may_be_of_project

_OF_EACH = frozenset(
    {
        "abs",
        "absolute",
        "square",
        "sqrt",
        "pow",
        "exp",
        "log",
        "relu",
        "log1p",
        "expm1",
        "clamp",
        "clip",
        "clip_by_value",
    }
    | {"add", "subtract", "sub", "multiply", "mul", "minimum", "maximum", "sigmoid", "tanh", "softplus"}
)
_OF_ROWS = frozenset({"sum", "mean", "reduce_sum", "reduce_mean"})
_LAST_AXES = frozenset({"-1", "1"})
_NUMBERS = frozenset({"integer", "float"})
_CHOOSES = "where"
_CHOICE = ("condition", "x", "y")
_REDUCTION, _NO_REDUCTION = "reduction", "none"
_MOST_STEPS = 12
_MOST_HELPERS = 2


def made_of(engine: Engine, frame: Frame, node: Node, helpers: int = _MOST_HELPERS) -> Iterator[Node]:
    """Yield what an expression is computed of element by element, the first operand first; itself where it is not.

    Names are followed to what they are assigned: `near = x[m]`, then `(near - far).abs()`.
    """
    waiting = [(node, True)]
    for _ in range(_MOST_STEPS):
        if not waiting:
            return
        written, by_rows = waiting.pop()
        each = spelt_out(engine, frame, written)
        inner = _operands(engine, frame, each, by_rows, helpers)
        if not inner:
            yield each
        # The rows of another operand may be one number: `x / x[m].sum(-1)`.
        waiting += [(operand, by_rows and operand == inner[0]) for operand in reversed(inner)]


def _operands(engine: Engine, frame: Frame, node: Node, by_rows: bool, helpers: int) -> list[Node]:
    match node.type:
        case "parenthesized_expression":
            return code_in(node)[:1]
        case "unary_operator":
            return [required(node, "argument")]
        case "binary_operator":
            return _numbers_apart(required(node, side) for side in ("left", "right"))
        case "call":
            found = _of_call(engine, frame, node, by_rows)
            return found or (list(_arguments(engine, frame, node, helpers)) if helpers else [])
        case _:
            return []


def _numbers_apart(nodes: Iterable[Node]) -> list[Node]:
    return [each for each in nodes if each.type not in _NUMBERS]


def _of_call(engine: Engine, frame: Frame, call: Node, by_rows: bool) -> list[Node]:
    """Return what a call computes element by element, or row by row; nothing where it does neither."""
    callee, given = required(call, "function"), code_in(call.child_by_field_name("arguments"))
    owner = callee.child_by_field_name("object")
    if called_name(call) in _OF_EACH or (by_rows and _is_of_rows(call)):
        inner = first_child(call.child_by_field_name("arguments")) if is_module(engine, frame, owner) else owner
        return [inner] if inner is not None else []
    if called_name(call) == _CHOOSES and len(given) == len(_CHOICE) and is_module(engine, frame, owner):
        return _numbers_apart(given[1:])
    named = _named(given)
    if text(named.get(_REDUCTION)).strip("'\"") == _NO_REDUCTION:
        return [each for each in given if each.type != "keyword_argument"][:1]
    return []


def _is_of_rows(call: Node) -> bool:
    """Say whether a call reduces each row, as `.sum(-1)` does, and leaves as many rows as there were."""
    given = code_in(call.child_by_field_name("arguments"))
    last = text(given[-1]).rpartition("=")[2].strip() if given else ""
    return called_name(call) in _OF_ROWS and last in _LAST_AXES


def _arguments(engine: Engine, frame: Frame, call: Node, helpers: int) -> Iterator[Node]:
    """Yield the arguments of which a function of the project computes all it returns, element by element."""
    function = engine.value(frame, required(call, "function")) if may_be_of_project(engine, frame, call) else None
    if not isinstance(function, UserFunction) or function.node.type != "function_definition":
        return
    names = parameter_names(function.node)[1 if function.receiver is not None else 0 :]
    own = engine.general(function.document, function.node)
    of_each = [set(map(text, made_of(engine, own, each, helpers - 1))) for each in _returned(function.node)]
    given = code_in(call.child_by_field_name("arguments"))
    named = _named(given)
    by_place = [each for each in given if each.type != "keyword_argument"]
    for place, name in enumerate(names):
        if not of_each or not all(name in each for each in of_each):
            continue
        handed = named.get(name) or (by_place[place] if place < len(by_place) else None)
        if handed is not None and handed.type not in _NUMBERS:
            yield handed


def _named(given: Iterable[Node]) -> dict[str, Node]:
    return {text(each.child_by_field_name("name")): passed(each) for each in given if each.type == "keyword_argument"}


def _returned(function: Node) -> Iterator[Node]:
    """Yield what a function returns."""
    for each in inside(required(function, "body")):
        if each.type == "return_statement" and scope_of(each) == function:
            inner = first_child(each)
            yield inner if inner is not None else each
