"""What runs between two places of a scope: what can bind a name anew, and what can change a value where it lies.

A stretch begins behind a statement and ends with a later expression. Of a loop that only the expression stands in, all
of it has run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.names.binding import CHANGES, Binds, binding_at
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, first_child, text
from nanproof.rules.site import Site

_LOOPS = frozenset({"for_statement", "while_statement"})
_MOVED = frozenset({"global_statement", "nonlocal_statement"})
_WRITES = frozenset({"assignment", "augmented_assignment", "delete_statement"})
_RUNS = frozenset({"await", "yield", "decorator", "with_item"})
_PLACES = frozenset({"subscript", "attribute"})


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


# Known to leave what they are given as it is: Python's own, and methods of tensors, containers and loggers.
_PURE_BUILTINS = _words("""
    print len range float int bool str repr isinstance issubclass type abs min max sum zip enumerate list tuple dict
    set sorted reversed round hasattr id format super any all slice frozenset complex divmod ord chr hash callable
""")
_PURE_METHODS = _words("""
    size dim item numpy tolist detach cpu cuda to float double half bfloat16 long int bool type view reshape ravel
    flatten squeeze unsqueeze transpose permute t expand expand_as view_as contiguous clone copy astype numel
    nelement chunk split narrow index_select gather argmax argmin eq ne gt lt ge le type_as new_zeros new_ones
    new_tensor get_shape as_list get keys values items append extend add_scalar info debug warning error format join
    startswith endswith lower upper split strip masked_select topk unbind roll repeat tile backward
    is_floating_point
""")
_FUNCTIONS_THAT_CHANGE = frozenset({"copyto", "put", "place", "putmask", "fill_diagonal", "put_along_axis", "shuffle"})
_METHODS_THAT_CHANGE = _words("""
    sort fill put resize partition itemset assign assign_add assign_sub reverse clear update pop insert remove
""")
# What these do to what is computed afterwards no argument of theirs tells.
_FOR_ALL = frozenset({"set_grad_enabled", "set_default_dtype", "set_floatx", "set_autocast_enabled"})
_RUN_ANYTHING = _FOR_ALL | {"eval", "run", "cond", "while_loop"}
_RANDOM = _words("""
    rand randn randint random uniform normal bernoulli bernoulli_ dropout multinomial rand_like randn_like permutation
    sample choice randperm poisson categorical
""")
# Contexts that only name or time what stands in them.
_HARMLESS_CONTEXTS = frozenset({"name_scope", "variable_scope", "record_function", "suppress", "profile", "Trace"})

# Operations whose result may be the operand itself, or lie in the same memory.
VIEWS = _words("""
    view reshape ravel flatten squeeze unsqueeze transpose permute t expand expand_as view_as contiguous detach
    narrow select chunk split unbind to float double half bfloat16 cpu cuda type numpy asarray as_tensor from_numpy
    swapaxes expand_dims broadcast_to diagonal real identity rearrange T H mT data imag flat requires_grad_
    asanyarray convert_to_tensor atleast_1d atleast_2d ascontiguousarray
""")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that runs and may change a value: `target` for certain, or any of what is `given` to it.

    What is given nothing may still change what others can reach, too.
    """

    node: Node
    target: Node | None = None
    given: tuple[Node, ...] = ()

    @property
    def tells_all(self) -> bool:
        """Say whether it changes how everything after it is computed."""
        return self.node.type == "call" and called_name(self.node) in _FOR_ALL

    @property
    def written(self) -> str:
        """What runs, as a sentence names it."""
        name = called_name(self.node) if self.node.type == "call" else ""
        return f"{name}()" if name else " ".join(text(self.node).split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text that runs after the value of a statement was computed, up to the end of an expression.

    `bound` is where a name of it may first be bound: the statement's own target.
    """

    site: Site
    since: Node
    until: Node
    bound: int
    start: int
    end: int

    def rebinds(self, name: str) -> bool:
        """Say whether a name may be bound anew, deleted, or belong to others who may bind it."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        if self._belongs_to_others(name):
            return True
        if any(each.type == "wildcard_import" for each in self._nodes()):
            return True
        here = bindings.occurrences_in(name, self.bound, self.end)
        return any(binding_at(each) is not None or is_taken(each) for each in here)

    def hands_over(self, name: str) -> bool:
        """Say whether a name belongs to others who may bind it, or is captured by a pattern, or deleted."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        if self._belongs_to_others(name):
            return True
        return any(is_taken(each) for each in bindings.occurrences_in(name, self.start, self.end))

    def _belongs_to_others(self, name: str) -> bool:
        """Say whether `global` or `nonlocal` lets another function bind a name of the scope."""
        bindings, scope = self.site.engine.modules.bindings(self.site.document), scope_of(self.until)
        moves = [each for each in bindings.occurrences(name) if _is_moved(each)]
        if not moves or scope.parent is None or not bindings.of(name, scope):
            return bool(moves)
        return any(scope.start_byte <= each.start_byte < scope.end_byte for each in moves)

    def sets_attribute(self, attribute: str) -> bool:
        """Say whether an attribute of that name may be set, here or by what is called."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        if any(self.bound <= each.name_node.start_byte < self.end for each in bindings.of_attribute(attribute)):
            return True
        return any(each.target is None or text(each.target).endswith(f".{attribute}") for each in self.events())

    def events(self) -> Iterator[Event]:
        """Yield what runs that may change a value."""
        # What a context does when it is left stands nowhere in the text between.
        yield from (Event(clause_of(each)) for each in self.other_contexts())
        for node in self._nodes():
            if node.type == "call":
                yield from _of_call(self.site, node)
            elif node.type in _RUNS or (node.type == "for_statement" and _iterates(self.site, node)):
                if not (node.type == "with_item" and _is_harmless(node)):
                    yield Event(node)
            elif node.type in _WRITES:
                yield from (Event(node, each) for each in _written(node))

    def other_contexts(self) -> Iterator[Node]:
        """Yield the `with` statements that only one of the two places stands in; there, other rules may hold."""
        around, inside = _contexts(self.since), _contexts(self.until)
        yield from (each for each in around if each not in inside)
        yield from (each for each in inside if each not in around)

    def _nodes(self) -> Iterator[Node]:
        self._note()
        waiting = [scope_of(self.until)]
        while waiting:
            node = waiting.pop()
            if node.end_byte <= self.start or node.start_byte >= self.end:
                continue
            if self.start <= node.start_byte and node.end_byte <= self.end:
                yield node
            waiting += node.named_children

    def _note(self) -> None:
        """Note on the trail which pieces of the text are read."""
        bindings = self.site.engine.modules.bindings(self.site.document)
        bindings.trail.offsets.update(
            max(piece.start, self.bound)
            for piece in bindings.pieces
            if piece.start < self.end and piece.end > self.bound
        )


def stretch(site: Site, since: Node, until: Node) -> Stretch:
    """Return what runs between a statement and an expression of the same scope."""
    statement = since
    while statement.parent is not None and statement.parent.type in ("assignment", "expression_statement"):
        statement = statement.parent
    bound, start, end = statement.start_byte, since.end_byte, until.end_byte
    loop: Node | None = until
    while loop is not None:
        if loop.type in _LOOPS and not loop.start_byte <= since.start_byte < loop.end_byte:
            bound, start, end = min(bound, loop.start_byte), min(start, loop.start_byte), max(end, loop.end_byte)
        loop = loop.parent
    return Stretch(site, since, until, bound, start, end)


def events_in(site: Site, expression: Node) -> Iterator[Event]:
    """Yield what may change a value, or draw another one each time, when an expression is evaluated."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        waiting += node.named_children
        if node.type == "call":
            yield from _of_call(site, node)
            if called_name(node) in _RANDOM:
                yield Event(node)


def is_taken(name: Node) -> bool:
    """Say whether an identifier stands in a pattern of `match`, which captures, or in a `del` statement."""
    above: Node | None = name.parent
    while above is not None and above.type not in ("block", "module"):
        if above.type in ("case_pattern", "delete_statement"):
            return True
        above = above.parent
    return False


def is_changed_elsewhere(site: Site, name: Node) -> bool:
    """Say whether a function inside the scope changes what a name of it holds."""
    scope = scope_of(name)
    bindings = site.engine.modules.bindings(site.document)
    for each in bindings.occurrences_in(text(name), scope.start_byte, scope.end_byte):
        binding = binding_at(each)
        if binding is not None and binding.kind in CHANGES and scope_of(each) != scope:
            return True
    return False


def is_captured(site: Site, name: Node) -> bool:
    """Say whether a function inside the scope uses a name."""
    scope = scope_of(name)
    bindings = site.engine.modules.bindings(site.document)
    occurrences = bindings.occurrences_in(text(name), scope.start_byte, scope.end_byte)
    return any(scope_of(each) != scope for each in occurrences)


def _is_moved(name: Node) -> bool:
    return name.parent is not None and name.parent.type in _MOVED


def _contexts(node: Node) -> list[Node]:
    found, above = [], node.parent
    while above is not None and above.type not in ("function_definition", "lambda"):
        if above.type == "with_statement" and node.start_byte >= _body_start(above) and not _is_all_harmless(above):
            found.append(above)
        above = above.parent
    return found


def clause_of(statement: Node) -> Node:
    """Return the contexts of a `with` statement as they are written."""
    return next((each for each in statement.named_children if each.type == "with_clause"), statement)


def _body_start(statement: Node) -> int:
    body = statement.child_by_field_name("body")
    return body.start_byte if body is not None else statement.end_byte


def _is_all_harmless(statement: Node) -> bool:
    items = [
        item for clause in statement.named_children if clause.type == "with_clause" for item in clause.named_children
    ]
    return all(_is_harmless(each) for each in items)


def _is_harmless(item: Node) -> bool:
    value = item.child_by_field_name("value")
    if value is not None and value.type == "as_pattern" and value.named_children:
        value = value.named_children[0]
    return value is not None and value.type == "call" and called_name(value) in _HARMLESS_CONTEXTS


def _iterates(site: Site, loop: Node) -> bool:
    """Say whether a loop may run the code of a generator."""
    right = loop.child_by_field_name("right")
    if right is None or right.type in ("list", "tuple", "string"):
        return False
    return not (right.type == "call" and _is_builtin(site, right.child_by_field_name("function"), {"range"}))


def _written(statement: Node) -> Iterator[Node]:
    """Yield the places that a statement writes into, and a name whose value it may change."""
    left = statement.child_by_field_name("left") or statement
    if statement.type == "augmented_assignment":
        yield left
        return
    waiting = [left]
    while waiting:
        node = waiting.pop()
        if node.type in _PLACES:
            held = node.child_by_field_name("value") if node.type == "subscript" else node
            if held is not None:
                yield held
        elif node.type in ("pattern_list", "tuple_pattern", "list_pattern", "delete_statement", "expression_list"):
            waiting += node.named_children


def _of_call(site: Site, call: Node) -> Iterator[Event]:
    callee, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    given = [each for each in code_in(arguments) if each.type != "keyword_argument"]
    named = [each for each in code_in(arguments) if each.type == "keyword_argument"]
    keywords = {
        text(each.child_by_field_name("name")): value
        for each in named
        if (value := each.child_by_field_name("value")) is not None
    }
    if "out" in keywords:
        yield Event(call, keywords["out"])
    name, receiver = called_name(call), callee.child_by_field_name("object") if callee is not None else None
    qualified = site.engine.names.qualified(site.document, callee) if callee is not None else None
    is_function = qualified is not None and site.engine.names.is_ours(qualified)
    all_given = (*given, *keywords.values(), *((receiver,) if receiver is not None else ()))
    is_in_place = name.endswith("_") and name[:1] != "_"
    if name in _RUN_ANYTHING:
        yield Event(call, None, all_given)
    elif is_function:
        if given and (is_in_place or name in _FUNCTIONS_THAT_CHANGE or text(keywords.get("inplace")) == "True"):
            yield Event(call, given[0])
    elif receiver is not None and is_in_place:
        yield Event(call, receiver)
    elif not (_is_pure_method(site, receiver, name) or _is_builtin(site, callee, _PURE_BUILTINS)):
        if receiver is not None and name in _METHODS_THAT_CHANGE:
            yield Event(call, receiver)
        changed = _changed_by(site, callee, given)
        yield from (Event(call, each) for each in changed)
        yield Event(call, None, tuple(each for each in all_given if each not in changed))


def _changed_by(site: Site, callee: Node | None, given: list[Node]) -> list[Node]:
    """Return the arguments that a function of the same file writes into, as far as its body shows."""
    if callee is None or callee.type != "identifier":
        return []
    found = reaching(callee, site.engine.modules.bindings(site.document)).bindings
    if len(found) != 1 or found[0].kind is not Binds.FUNCTION:
        return []
    function = found[0].statement
    body, parameters = function.child_by_field_name("body"), code_in(function.child_by_field_name("parameters"))
    if body is None:
        return []
    places = [each for node in _all_in(body) for each in _places(node)]
    written = {text(_root_of(each)) for each in places}
    names = [text(each if each.type == "identifier" else first_child(each)) for each in parameters]
    return [argument for name, argument in zip(names, given, strict=False) if name in written]


def _places(node: Node) -> Iterator[Node]:
    """Yield what a node of a function's body writes into."""
    if node.type in _WRITES:
        yield from _written(node)
    elif node.type == "call" and called_name(node).endswith("_"):
        callee = node.child_by_field_name("function")
        receiver = callee.child_by_field_name("object") if callee is not None else None
        yield from [receiver] if receiver is not None else []


def _root_of(node: Node) -> Node:
    while node.type in _PLACES:
        inner = node.child_by_field_name("object") or node.child_by_field_name("value")
        if inner is None:
            break
        node = inner
    return node


def _all_in(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += each.named_children


def _is_pure_method(site: Site, receiver: Node | None, name: str) -> bool:
    if receiver is None:
        return False
    catalog = site.engine.catalog
    if name in _METHODS_THAT_CHANGE:
        return False
    return name in _PURE_METHODS or any(catalog.method(name, each) is not None for each in catalog.frameworks)


def _is_builtin(site: Site, callee: Node | None, names: frozenset[str] | set[str]) -> bool:
    if callee is None or callee.type != "identifier" or text(callee) not in names:
        return False
    return site.engine.names.qualified(site.document, callee) == f"builtins.{text(callee)}"
