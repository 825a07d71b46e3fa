"""Where a function of the project goes as an argument: `build(soft_dice)` has it as its parameter `loss`.

The parameter stands for the function in the function that it is given to, and the attribute that it is assigned to in
the class: `self.loss_fn = loss_fn`. From there it may be handed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from tree_sitter import Node

from nanproof.infer.displayed import DISPLAYS, uses_of_display
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.value import OneOf, Partial, UserClass, UserFunction, Value, things
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import assigned_name, code_in, is_a, outwards, parent_of, required, text
from nanproof.source.document import Document

DEEPEST = 3
MOST_USES = 16
MOST_NAMES = 32

Use = tuple[Document, Node]


def handed_on(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Use]:
    """Yield where a function is an argument, here or in other files, and where the parameters stand that it is then."""
    arguments = list(islice(_uses(evaluator, document, function), MOST_USES))
    yield from arguments
    yield from _parameters_from(evaluator, arguments)


def called_where_given(evaluator: Evaluator, document: Document, argument: Node) -> Iterator[Use]:
    """Return the calls of what an expression is handed on as: of `net` in `Trainer.step`, for `Trainer(Net())`."""
    return calls_among(_parameters_from(evaluator, [(document, argument)]))


def calls_among(uses: Iterable[Use]) -> Iterator[Use]:
    """Yield the calls of what is used by name."""
    for document, name in uses:
        if is_a(name.parent, "call"):
            yield document, name.parent


def _parameters_from(evaluator: Evaluator, arguments: list[Use]) -> Iterator[Use]:
    waiting, seen = [(*each, DEEPEST) for each in arguments], set[tuple[str, int]]()
    for _ in range(MOST_NAMES):
        if not waiting:
            return
        where, use, depth = waiting.pop(0)
        for other, name in _names_given(evaluator, where, use):
            if (other.path, name.start_byte) not in seen:
                seen.add((other.path, name.start_byte))
                yield other, name
                waiting += [(other, name, depth - 1)] if depth > 1 else []


def is_function(value: Value, document: Document, function: Node) -> bool:
    """Say whether a value is a function: the document that is checked and the project's file of it have two trees."""
    if isinstance(value, OneOf):
        return any(is_function(each, document, function) for each in value.values)
    if not isinstance(value, UserFunction):
        return False
    return value.document.path == document.path and value.node.start_byte == function.start_byte


def _uses(evaluator: Evaluator, document: Document, function: Node) -> Iterator[Use]:
    """Yield the arguments that name a function, in its file and in those that import it; a lambda is one itself."""
    if function.type == "lambda":
        yield document, function
        return
    if scope_of(function).type == "class_definition":
        return
    name = text(function.child_by_field_name("name"))
    yield from ((document, each) for each in _arguments(evaluator, document, name))
    if scope_of(function).parent is not None:
        return
    for other in evaluator.modules.calling(name):
        for each in _arguments(evaluator, other, name) if other.path != document.path else ():
            if is_function(evaluator.value(evaluator.around(other, each), each), document, function):
                yield other, each


def _arguments(evaluator: Evaluator, document: Document, name: str) -> Iterator[Node]:
    for each in evaluator.modules.bindings(document).occurrences_in(name, 0, len(document.data)):
        above = each.parent
        display = each
        while is_a(above, *DISPLAYS):
            display, above = above, above.parent
        if is_a(above, "argument_list", "keyword_argument") or _is_default(each):
            yield each
        elif display != each:
            yield from uses_of_display(evaluator.modules.bindings(document), display)


def _names_given(evaluator: Evaluator, document: Document, use: Node) -> Iterator[Use]:
    """Yield where the parameter stands that an expression is given to as an argument of the project's."""
    argument, listed = use, parent_of(use)
    if _is_default(use) and (taker := _around(listed)) is not None:
        yield from _of_parameter(evaluator, document, taker, text(listed.child_by_field_name("name")))
        return
    keyword = ""
    if listed.type == "keyword_argument":
        keyword = text(listed.child_by_field_name("name"))
        argument, listed = listed, parent_of(listed)
    call = parent_of(listed)
    if listed.type != "argument_list" or not is_a(call, "call"):
        return
    if isinstance(evaluator.value(evaluator.around(document, call), call), Partial):
        if code_in(listed)[0] == use and is_a(call.parent, "argument_list", "keyword_argument"):
            yield from _names_given(evaluator, document, call)
        return
    callee = evaluator.value(evaluator.around(document, call), required(call, "function"))
    index = [each for each in code_in(listed) if each.type != "keyword_argument"].index(argument) if not keyword else 0
    for other, taker in _functions_called(evaluator, callee):
        names = [*evaluator.parameters(other, taker)]
        is_method = scope_of(taker).type == "class_definition"
        name = keyword or next(iter(names[index + is_method :]), "")
        if name in names:
            yield from _of_parameter(evaluator, other, taker, name)


def _is_default(use: Node) -> bool:
    """Say whether an expression is what a parameter is where nothing is given: `def fit(x, loss=mse)`."""
    above = use.parent
    is_parameter = is_a(above, "default_parameter", "typed_default_parameter")
    return is_parameter and required(parent_of(use), "value") == use


def _around(parameter: Node) -> Node | None:
    return next((each for each in outwards(parameter) if each.type == "function_definition"), None)


def _functions_called(evaluator: Evaluator, callee: Value) -> Iterator[Use]:
    """Yield what runs when something is called: a function, a bound method, the constructor of a class."""
    for each in things(callee):
        if isinstance(each, UserFunction):
            yield each.document, each.node
        elif isinstance(each, UserClass):
            bound = evaluator.modules.bindings(each.document).of("__init__", each.node)
            if bound:  # what is no `def` takes nothing that is known
                yield each.document, bound[-1].statement


def _of_parameter(evaluator: Evaluator, document: Document, taker: Node, name: str) -> Iterator[Use]:
    """Yield where a parameter of a function is used, and the attribute of the object that it is assigned to."""
    bindings, owner = evaluator.modules.bindings(document), scope_of(taker)
    for each in bindings.occurrences_in(name, taker.start_byte, taker.end_byte):
        found = reaching(each, bindings).bindings
        if not any(one.kind is Binds.PARAMETER and scope_of(one.name_node) == taker for one in found):
            continue
        yield document, each
        attribute = assigned_name(each) if owner.type == "class_definition" else None
        for known in bindings.occurrences(attribute) if attribute else ():
            if owner.start_byte <= known.start_byte < owner.end_byte and is_a(known.parent, "attribute"):
                yield document, parent_of(known)
