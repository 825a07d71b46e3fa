"""What a function of the file returns, written where it is called: with the arguments for its parameters.

It must do nothing else: its one statement returns. A default is written out where it is a literal.
"""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.stretch import note_read
from nanproof.changes.unchanged import is_reference
from nanproof.fixes.writing import is_primary
from nanproof.forms.expressions import has_comment
from nanproof.infer.value import UserFunction
from nanproof.names.functions import decorators, parameter_names
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, code_in, inside, is_a, is_label, is_literal_data, required, text
from nanproof.sites.site import Site
from nanproof.source.document import Document

# What binds names of its own, or is evaluated otherwise where it stands; unpacked arguments are not known one by one,
# and a comment says what it says where it stands.
_OWN_NAMES = frozenset(
    {"lambda", "named_expression", "yield", "await", "generator_expression", "list_comprehension", "comment"}
    | {"set_comprehension", "dictionary_comprehension", "list_splat", "dictionary_splat"}
)
_LITERALS = frozenset({"string", "true", "false", "none"})
# Around these every expression stands for itself.
_LOOSE = frozenset({"argument_list", "keyword_argument"})


@dataclass(frozen=True, slots=True)
class Inlined:
    """A call of a function of the file: what the function `returned`, and what is `given` for each parameter of it.

    `method` is its name where a subclass may have another one.
    """

    returned: Node
    given: dict[str, Node]
    method: str = ""


def inlined(site: Site, call: Node) -> Inlined | None:
    """Return what a call gives in terms of its function, None where it cannot be written at the site."""
    if call.type != "call" or has_comment(call):
        return None
    callee, arguments = required(call, "function"), required(call, "arguments")
    value = site.engine.value(site.engine.around(site.document, call), callee)
    if not isinstance(value, UserFunction) or value.document is not site.document:
        return None
    returned = _returned(site, value.node)
    given = _given(value.node, arguments, callee.child_by_field_name("object") if value.receiver else None)
    if returned is None or given is None or not _is_once(returned, given):
        return None
    return Inlined(returned, given, text(value.node.child_by_field_name("name")) if value.receiver else "")


def at_the_site(site: Site, found: Inlined, written: str, own: str = "") -> str | None:
    """Return an expression of the function as it is written at the site, None where a name means something else there.

    `own` is a name that is meant as it stands.
    """
    tree = Document.from_text("", written).tree.root_node
    data, replaced = written.encode(), []
    for node in inside(tree):
        if node.type != "identifier" or is_label(node) or text(node) == own:
            continue
        argument = found.given.get(text(node))
        if argument is None and not _means_the_same(site, text(node)):
            return None
        if argument is not None:
            replaced.append((node, _argument(node, argument)))
    for node, argued in sorted(replaced, key=lambda each: each[0].start_byte, reverse=True):
        data = data[: node.start_byte] + argued.encode() + data[node.end_byte :]
    return data.decode()


def _returned(site: Site, function: Node) -> Node | None:
    """Return the one expression that a function at the top of a module, or of a class there, is made of."""
    scope = scope_of(function)
    if decorators(function):
        return None
    if scope.parent is not None and (scope.type != "class_definition" or scope_of(scope).parent is not None):
        return None
    statements = [each for each in code_in(required(function, "body")) if not _is_docstring(each)]
    if [each.type for each in statements] != ["return_statement"]:
        return None
    note_read(site, function.start_byte, function.end_byte)
    if any(each.type in _OWN_NAMES for each in inside(statements[0])):
        return None
    return next(map(bare, code_in(statements[0])), None)


def _is_docstring(statement: Node) -> bool:
    return [each.type for each in code_in(statement)] == ["string"]


def _given(function: Node, arguments: Node, receiver: Node | None) -> dict[str, Node] | None:
    """Return the expression for each parameter of a call; None where one is not certain."""
    names, given = parameter_names(function), dict[str, Node]()
    if any(name.startswith("*") for name in names):
        return None
    positional = [receiver] if receiver is not None else []
    for each in code_in(arguments):
        if each.type in _OWN_NAMES:
            return None
        if each.type != "keyword_argument":
            positional.append(each)
        else:
            given[text(required(each, "name"))] = required(each, "value")
    if len(positional) > len(names) or not given.keys() <= set(names[len(positional) :]):
        return None
    given |= dict(zip(names, positional, strict=False))
    for parameter in code_in(function.child_by_field_name("parameters")):
        name, default = text(parameter.child_by_field_name("name")), parameter.child_by_field_name("value")
        if default is not None and name not in given and _is_literal(default):
            given[name] = default
    return given if given.keys() == set(names) else None


def _is_literal(node: Node) -> bool:
    return node.type in _LITERALS or is_literal_data(node)


def _is_once(returned: Node, given: dict[str, Node]) -> bool:
    """Say whether each argument that computes is computed once, as in the call, and no other before or after it."""
    computed = [name for name, node in given.items() if not is_reference(bare(node)) and not _is_literal(bare(node))]
    uses = [text(each) for each in inside(returned) if each.type == "identifier" and not is_label(each)]
    return len(computed) <= 1 and all(uses.count(name) == 1 for name in computed)


def _means_the_same(site: Site, name: str) -> bool:
    """Say whether a name of the module means the same at the site: no function around it binds its own."""
    bindings, scope = site.engine.modules.bindings(site.document), scope_of(site.node)
    while scope.parent is not None:
        if bindings.of(name, scope):
            return False
        scope = scope_of(scope)
    return True


def _argument(use: Node, argument: Node) -> str:
    written, is_alone = text(argument), is_a(use.parent, *_LOOSE)
    is_one_line = len(written.splitlines()) == 1  # of several, the brackets around the argument are no longer there
    return written if is_alone or (is_one_line and is_primary(argument)) else f"({written})"
