"""Which scope an expression is evaluated in, against Python's own symbol tables."""

from __future__ import annotations

import ast
import re
import symtable

import pytest
from tree_sitter import Node

from nanproof.names.binding import Binds
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import enclosing, scope_of
from nanproof.source.document import Document

SOURCE = """
at_module = 1

@decorator(in_decorator)
def function(parameter: in_annotation = in_default, *rest, keyword=in_keyword_default) -> in_return:
    in_function = parameter
    def nested(x):
        return in_nested
    return [element for element in in_first_iterable if in_condition for inner in in_second_iterable]

class Class(in_base, metaclass=in_metaclass):
    in_class = 1
    def method(self):
        return in_method

small = lambda argument, other=in_lambda_default: in_lambda
pairs = {key: in_dict_value for key in in_dict_iterable}
lazily = (in_generator for _ in in_generator_iterable)
"""

SCOPES = {
    "at_module": "module",
    "in_decorator": "module",
    "in_annotation": "module",
    "in_default": "module",
    "in_keyword_default": "module",
    "in_return": "module",
    "parameter": "function",
    "in_function": "function",
    "in_nested": "nested",
    "element": "list_comprehension",
    "in_condition": "list_comprehension",
    "in_second_iterable": "list_comprehension",
    "in_first_iterable": "function",
    "in_base": "module",
    "in_metaclass": "module",
    "in_class": "Class",
    "in_method": "method",
    "argument": "lambda",
    "in_lambda_default": "module",
    "in_lambda": "lambda",
    "key": "dictionary_comprehension",
    "in_dict_value": "dictionary_comprehension",
    "in_dict_iterable": "module",
    "in_generator": "generator_expression",
    "in_generator_iterable": "module",
}


@pytest.mark.parametrize(("name", "scope"), SCOPES.items())
def test_scope_of(name: str, scope: str) -> None:
    document = Document.from_text("a.py", SOURCE)
    match = re.search(rb"\b" + name.encode() + rb"\b", document.data)
    assert match is not None
    node = document.tree.root_node.descendant_for_byte_range(match.start(), match.end())
    assert node is not None
    owner = scope_of(node)
    title = owner.child_by_field_name("name")
    assert ((title.text or b"").decode() if title is not None else owner.type) == scope


def test_scopes_enclose_each_other_up_to_the_module() -> None:
    document = Document.from_text("a.py", SOURCE)
    place = document.data.index(b"in_nested")
    node = document.tree.root_node.descendant_for_byte_range(place, place + 1)
    assert node is not None
    scope, kinds = scope_of(node), []
    while scope is not None:
        kinds.append(scope.type)
        outer = enclosing(scope)
        if outer is None:
            break
        scope = outer
    assert kinds == ["function_definition", "function_definition", "module"]


BINDING = """
import a.b, c as d
from e import (f, g as h,)
i: int = 1
j = k = 2
(l, [m, *n]), o = value
for p, (q, r) in items: pass
else: pass
with open(x) as s, open(y) as (t, u): pass
try: pass
except ValueError as v: pass
def w(): pass
class X: pass
if (y := 3): pass
aa.bb = 1
cc[0] = 1
dd: int
ee += 1
async def ff(): pass
del gg
"""


def test_what_a_module_binds() -> None:
    table = symtable.symtable(BINDING, "a.py", "exec")
    expected = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    expected -= {"dd", "gg"}  # an annotation alone and `del` give no value
    names = {match.decode() for match in re.findall(rb"[A-Za-z]+", BINDING.encode())}
    document = Document.from_text("a.py", BINDING)
    bindings = Bindings(document)
    found = {name for name in names if bindings.of(name, document.tree.root_node)}
    assert found == expected


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("def f(a, b=1, *c, d: int, e: int = 2, **g): pass", dict.fromkeys("abcdeg", Binds.PARAMETER)),
        ("lambda a, b=1, *c, **d: 0", dict.fromkeys("abcd", Binds.PARAMETER)),
        ("def f(a, /, b, *, c): pass", dict.fromkeys("abc", Binds.PARAMETER)),
    ],
)
def test_parameters(source: str, kinds: dict[str, Binds]) -> None:
    document = Document.from_text("a.py", source)
    function = next(
        node
        for node in (document.tree.root_node.named_children[0], *document.tree.root_node.named_children[0].children)
        if node.type in ("function_definition", "lambda")
    )
    bindings = Bindings(document)
    assert {name: [each.kind for each in bindings.of(name, function)] for name in kinds} == {
        name: [kind] for name, kind in kinds.items()
    }


@pytest.mark.parametrize(
    ("target", "name", "path"),
    [
        ("a, b", "b", (1,)),
        ("(a, (b, c)), d", "c", (0, 1, 1)),
        ("[a, b]", "b", (1,)),
        ("a", "a", ()),
        ("a, *b", "b", (1, None)),
        ("a, *b, c", "c", (None,)),
    ],
)
def test_the_path_to_an_unpacked_name(target: str, name: str, path: tuple[int | None, ...]) -> None:
    document = Document.from_text("a.py", f"{target} = value\n")
    (binding,) = Bindings(document).of(name, document.tree.root_node)
    starred = None in path
    assert binding.path == path or (starred and None in binding.path)
    assert binding.value is not None
    assert binding.value.text == b"value"


def test_a_name_that_is_only_mentioned_is_not_bound() -> None:
    source = "print(v)\nf(v=1)\nx.v = 1\n'v'\n# v\nx[v] = 2\n{'v': v}\n"
    assert "v" in {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    document = Document.from_text("a.py", source)
    assert Bindings(document).of("v", document.tree.root_node) == ()


# Parts that belong to other scopes than what stands around them, each of several nodes.
DIVIDED_PARTS = """
def outer(seed):
    def inner(
        plain,
        annotated: kinds[seed].of(seed),
        given=table[seed](seed),
        both: kinds[seed] = table[seed].of(lambda: seed),
        *others: kinds[seed],
        **more: kinds[seed],
    ) -> kinds[seed]:
        return plain + annotated * given - [each.of for each in table[plain].all(plain) if each.of > plain]

    class Local(bases[seed], metaclass=kinds[seed](seed)):
        held = seed + 1
        rows = [each[held] for each in seed.rows[held]]

    scaled = lambda x, y=table[seed], *z: x[seed] + y[x] + z[0]
    nested = {key: (one for one in value[seed] for two in one[value]) for key, value in table[seed].items()}
    found = sorted({each[seed] for each in seed.rows if each.rows[seed]}, key=lambda row, *rest: row[seed])
    return inner, Local, scaled, nested, found
"""


def _nodes(document: Document) -> list[Node]:
    found, waiting = [], [document.tree.root_node]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += node.children
    return found


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("source", [SOURCE, DIVIDED_PARTS, "x = = [(\n  lambda a=b, : c"])
def test_a_scope_that_is_kept_is_the_scope(source: str, order: int) -> None:
    document = Document.from_text("a.py", source)
    bindings = Bindings(document)
    for _ in range(2):
        for node in _nodes(document)[::order]:
            assert bindings.scope_of(node) == scope_of(node), node.text


def test_what_is_read_off_the_tree_is_read_once() -> None:
    document = Document.from_text("a.py", SOURCE)
    bindings, read = Bindings(document), list[Node]()

    def begins(node: Node) -> int:
        read.append(node)
        return node.start_byte

    def ends(node: Node) -> int:
        read.append(node)
        return node.end_byte

    first, second = document.tree.root_node.named_children[:2]
    asked = [(begins, first), (begins, first), (begins, second), (ends, first), (ends, first)]
    assert [bindings.once(work, node) for work, node in asked] == [
        first.start_byte,
        first.start_byte,
        second.start_byte,
        first.end_byte,
        first.end_byte,
    ]
    assert read == [first, second, first]


def test_what_is_made_of_a_text_is_made_once() -> None:
    bindings, made = Bindings(Document.from_text("a.py", SOURCE)), list[Document]()

    def length(document: Document) -> int:
        made.append(document)
        return len(document.data)

    assert bindings.kept(length) == bindings.kept(length) == len(SOURCE.encode())
    assert len(made) == 1
