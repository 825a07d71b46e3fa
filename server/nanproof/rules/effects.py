"""What a call or a statement does to the values that it is given: nothing, write into one of them, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, first_child, text
from nanproof.rules.site import Site

WRITES = frozenset({"assignment", "augmented_assignment", "delete_statement"})
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


def events_in(site: Site, expression: Node) -> Iterator[Event]:
    """Yield what may change a value, or draw another one each time, when an expression is evaluated."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        waiting += node.named_children
        if node.type == "call":
            yield from effects_of(site, node)
            if called_name(node) in _RANDOM:
                yield Event(node)


def places_written(statement: Node) -> Iterator[Node]:
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


def effects_of(site: Site, call: Node) -> Iterator[Event]:
    """Yield what a call may change."""
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
    elif not (_is_pure_method(site, receiver, name) or is_builtin(site, callee, _PURE_BUILTINS)):
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
    if node.type in WRITES:
        yield from places_written(node)
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


def is_builtin(site: Site, callee: Node | None, names: frozenset[str] | set[str]) -> bool:
    """Say whether a callee is one of some functions of Python itself."""
    if callee is None or callee.type != "identifier" or text(callee) not in names:
        return False
    return site.engine.names.qualified(site.document, callee) == f"builtins.{text(callee)}"
