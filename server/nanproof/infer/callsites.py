"""Where a function of the project is called: by its name or on an object of its class, here and in other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice

from tree_sitter import Node

from nanproof.infer.constructed import CONSTRUCTOR, constructing
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.handed_on import calls_among, handed_on, is_function
from nanproof.infer.held import calls_of_held
from nanproof.infer.lineage import lineage
from nanproof.infer.objects import CALLED, calls_of_objects, is_of
from nanproof.infer.value import Frame, Instance, UserClass, Value
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import required, text
from nanproof.source.document import Document

MOST_CALL_SITES = 8
MOST_CALLS_OF_OBJECTS = 3  # each leads into a model that calls others
_TEST = re.compile(rb"\bdef test(?:_|[A-Z])|\bTestCase\b|\b(?:import|from) (?:pytest|unittest)\b|\babsltest\b")

# `tests/helpers.py`, `test/utils.py`: what tests share.
_HELPERS_OF_TESTS = re.compile(r"(?:^|[/\\])tests?[/\\](?:\w+_)?(?:common|conftest|fixtures|helpers?|utils?)\.py$")

CallSite = tuple[Document, Node]


def call_sites(evaluator: Evaluator, document: Document, function: Node) -> tuple[CallSite, ...]:
    """Return the first calls of a function: in its file, then in the project's files that contain its name."""
    return tuple(islice(_calls(evaluator, document, function), MOST_CALL_SITES))


def _calls(evaluator: Evaluator, document: Document, function: Node) -> Iterator[CallSite]:
    owner = scope_of(function)
    held = chain(
        ((document, call) for call in calls_of_held(evaluator, document, function)),
        calls_among(handed_on(evaluator, document, function)),
    )
    if function.type == "lambda":
        yield from held
        return
    yield from _here(evaluator, document, function, owner)
    if owner.parent is None:
        yield from _elsewhere(evaluator, document, function)
    if owner.type == "class_definition":
        if text(function.child_by_field_name("name")) == CONSTRUCTOR:
            yield from constructing(evaluator, document, owner)
        yield from _on_objects_elsewhere(evaluator, document, function, owner)
        if text(function.child_by_field_name("name")) in CALLED:
            calls = calls_of_objects(evaluator, document, owner, partial(is_test, evaluator))
            yield from islice(calls, MOST_CALLS_OF_OBJECTS)
    yield from held


def is_test(evaluator: Evaluator, document: Document) -> bool:
    """Say whether a file holds tests: what they pass are examples, not what training passes."""
    is_helper = _HELPERS_OF_TESTS.search(document.path) is not None
    return is_helper or evaluator.modules.bindings(document).search(_TEST) is not None


def _here(evaluator: Evaluator, document: Document, function: Node, owner: Node) -> Iterator[CallSite]:
    is_method, name = owner.type == "class_definition", text(function.child_by_field_name("name"))
    for called, call in evaluator.modules.bindings(document).calls_of(name):
        if called.type == "identifier":
            if _means(evaluator, document, called, function):
                yield document, call
        elif is_method and _is_on(evaluator, document, called, UserClass(document, owner)):
            yield document, call


def _elsewhere(evaluator: Evaluator, document: Document, function: Node) -> Iterator[CallSite]:
    name = text(function.child_by_field_name("name"))
    for other in evaluator.modules.calling(name):
        if other.path == document.path:
            continue
        for called, call in evaluator.modules.bindings(other).calls_of(name):
            if not _is_imported(evaluator, other, called):
                continue
            value = evaluator.value(evaluator.around(other, called), called)
            if is_function(value, document, function):
                yield other, call


def _is_imported(evaluator: Evaluator, document: Document, called: Node) -> bool:
    """Say whether a callee can be another file's function: its first name comes in by an import, as no `model` does."""
    first = called
    while first.type == "attribute":
        first = required(first, "object")
    bindings = evaluator.modules.bindings(document)
    found = reaching(first, bindings).bindings if first.type == "identifier" else ()
    return bool(bindings.star_imports) or any(each.kind is Binds.IMPORT for each in found)


def _means(evaluator: Evaluator, document: Document, use: Node, function: Node) -> bool:
    """Say whether a name means a certain function, by its reaching definitions."""
    found = reaching(use, evaluator.modules.bindings(document)).bindings
    return any(each.kind is Binds.FUNCTION and each.statement == function for each in found)


def _on_objects_elsewhere(evaluator: Evaluator, document: Document, method: Node, owner: Node) -> Iterator[CallSite]:
    """Yield the calls of a method in other files: on an object of its class, or of one that inherits from it."""
    name = text(method.child_by_field_name("name"))
    for other in evaluator.modules.calling(name) if not name.startswith("__") else ():
        if other.path == document.path:
            continue
        for called, call in evaluator.modules.bindings(other).calls_of(name):
            if called.type == "attribute" and _is_on(evaluator, other, called, UserClass(document, owner)):
                yield other, call


def _is_on(evaluator: Evaluator, document: Document, attribute: Node, owner: UserClass) -> bool:
    """Say whether a method is called on an object of the class that defines it, or of one that inherits from it.

    What a base class calls on `self`, and inherits to the class, is the class's own method too.
    """
    receiver = required(attribute, "object")
    value = evaluator.value(evaluator.around(document, receiver), receiver)
    return is_of(evaluator, value, owner) or _is_of_base(evaluator, document, attribute, value, owner)


def _is_of_base(evaluator: Evaluator, document: Document, attribute: Node, value: Value, owner: UserClass) -> bool:
    """Say whether a base class calls a method on itself, in a method that it inherits to a class."""
    if not isinstance(value, Instance) or value.arguments is not None or is_of(evaluator, value, owner):
        return False
    return _inherits(evaluator, document, owner, attribute)  # what no call made is `self`, in a method of its class


def calling_frame(evaluator: Evaluator, document: Document, call: Node, home: Document, function: Node) -> Frame:
    """Return the frame in which a function is called: where a base class calls it on itself, that of the class's own.

    The other methods that the base calls there are the class's, too.
    """
    caller, owner, called = evaluator.around(document, call), scope_of(function), required(call, "function")
    if owner.type != "class_definition" or called.type != "attribute" or caller.scope.parent is None:
        return caller
    kind = UserClass(home, owner)
    value = evaluator.value(caller, required(called, "object"))
    if not _is_of_base(evaluator, document, called, value, kind):
        return caller
    key = (*caller.key, "of", home.path, owner.start_byte)
    return Frame(document, caller.scope, key, receiver=Instance(kind), outer=caller.outer)


def _inherits(evaluator: Evaluator, document: Document, owner: UserClass, call: Node) -> bool:
    """Say whether the method that a call stands in is the one that a class has of that name."""
    method = scope_of(call)
    name, home = text(method.child_by_field_name("name")), (document.path, scope_of(method).start_byte)
    for each in lineage(evaluator, owner):
        if evaluator.modules.bindings(each.document).of(name, each.node):
            return (each.document.path, each.node.start_byte) == home
    return False
