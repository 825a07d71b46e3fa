"""Guards: what the conditions around a use, and before it, say of an expression, by its text.

`if x > 0:`, `if n == 0: return`, `assert n`, `x if x > eps else eps`, `a and b`, comprehension conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.infer.comparisons import Comparison, asserted, comparisons
from nanproof.names.leaving import leaves
from nanproof.names.scopes import FUNCTIONS
from nanproof.names.syntax import called_name, code_in, first_child, inside, is_a, parent_of, required, text
from nanproof.source.document import Document


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition, and whether it holds where the use stands."""

    condition: Node
    holds: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A comparison that holds at a use, and the condition that it was read from."""

    comparison: Comparison
    condition: Node


Sayings = Mapping[str, tuple[Said, ...]]
_NOTHING: Sayings = {}


class Guards:
    """What the conditions of one document say, by the place where it holds. Kept: the document never changes."""

    def __init__(self, document: Document) -> None:
        self._said: dict[int, Sayings] = {}
        self._of_names: dict[int, tuple[Said, ...]] = {}
        self._branches = any(each.encode() in document.words for each in _BRANCHING)

    def of_names(self, node: Node) -> tuple[Said, ...]:
        """Return what is said of plain names at a node, that they hold: a condition may stand behind, `if ok:`."""
        said = self.at(node)
        if not said:
            return ()
        if id(said) not in self._of_names:  # what is said is kept, and so is its id
            found = (one for of, each in said.items() if of.isidentifier() for one in each)
            self._of_names[id(said)] = tuple(one for one in found if one.comparison.bound is None)
        return self._of_names[id(said)]

    def at(self, node: Node) -> Sayings:
        """Return what holds at a node, by subject, out to the function that it stands in."""
        around: list[Node] = []
        each: Node | None = node
        while each is not None and each.id not in self._said:
            around.append(each)
            each = each.parent if each.type not in FUNCTIONS else None
        # Downwards, and not by recursion: people's code is not nested so deep, but there are programs that write code.
        for below in reversed(around):
            self._enter(below)
        return self._said[node.id]

    def _enter(self, node: Node) -> None:
        """Work out what holds at a node, where that of its parent is known."""
        parent = node.parent
        if parent is None or node.type in FUNCTIONS:
            self._said[node.id] = self._in_branch(node)
        elif parent.type in _BLOCKS:
            self._enter_block(parent)
            self._said.setdefault(node.id, self._said[parent.id])
        elif node.type in _ALTERNATIVES and parent.type == "if_statement":
            self._enter_alternatives(parent)
        else:
            self._said[node.id] = _with(self._said[parent.id], _around(parent, node))

    def _enter_block(self, block: Node) -> None:
        """Work out what holds at each statement of a block: what holds around it, and what those before left."""
        said = self._said[block.id]
        for statement in block.named_children:
            self._said[statement.id] = {**said, **self._in_branch(statement)} if statement.type in FUNCTIONS else said
            said = _with(said, _left_behind(statement))

    def _enter_alternatives(self, branching: Node) -> None:
        """Work out what holds at each `elif` and `else`: none of the conditions before."""
        clause, said = branching, self._said[branching.id]
        for alternative in branching.children_by_field_name("alternative"):
            said = _with(said, iter((Guard(required(clause, "condition"), holds=False),)))
            self._said[alternative.id], clause = said, alternative

    def _in_branch(self, function: Node) -> Sayings:
        return _of_function(function) if self._branches else _NOTHING


_BLOCKS = frozenset({"block", "module", "ERROR"})
_ALTERNATIVES = frozenset({"elif_clause", "else_clause"})
# What to do where a condition holds and where it does not: `tf.cond(c, f, g)`, `lax.cond(c, f, g, x)`.
_BRANCHING = frozenset({"cond"})
_WORD = re.compile(r"[^\W\d]\w*")


def _of_function(function: Node) -> Sayings:
    """Return what holds in a function that is a branch: `tf.cond(hi > lo, lambda: x / (hi - lo), lambda: x)`.

    A local function is one where its only use is there, or its only call in such a lambda.
    """
    use = function if function.type == "lambda" else _only_use(function)
    branch = use if function.type == "lambda" else _branch_around(use)
    if branch is None:
        return _NOTHING
    own = set(_WORD.findall(text(function.child_by_field_name("parameters"))))
    said = _with(_NOTHING, _of_branching_call(parent_of(branch), branch))
    return {of: each for of, each in said.items() if own.isdisjoint(_WORD.findall(of))}


def _branch_around(use: Node | None) -> Node | None:
    """Return the branch that a name of a function is, or the lambda that does nothing but call it."""
    call = use.parent if use is not None else None
    if not is_a(call, "call"):
        return use
    return call.parent if is_a(call.parent, "lambda") else None


def _only_use(function: Node) -> Node | None:
    """Return the only place where the name of a local function is read, None where there are several."""
    outer, name = function.parent, function.child_by_field_name("name")
    while outer is not None and outer.type not in FUNCTIONS:
        outer = outer.parent
    named = (node for node in inside(outer) if node.type == "identifier") if outer is not None else ()
    uses = [node for node in named if text(node) == text(name) and node != name]
    return uses[0] if len(uses) == 1 else None


def _of_branching_call(arguments: Node, branch: Node) -> Iterator[Guard]:
    given = code_in(arguments) if arguments.type == "argument_list" else []
    if called_name(arguments.parent) in _BRANCHING and len(given) > 2:
        yield Guard(given[0], holds=branch == given[1])


def _with(said: Sayings, guards: Iterator[Guard]) -> Sayings:
    """Return what is said, and what some guards say."""
    added: dict[str, tuple[Said, ...]] | None = None
    for guard in guards:
        for comparison in comparisons(guard.condition, holds=guard.holds):
            added = dict(said) if added is None else added
            added[comparison.subject] = (*added.get(comparison.subject, ()), Said(comparison, guard.condition))
    return said if added is None else added


def _around(parent: Node, child: Node) -> Iterator[Guard]:
    match parent.type:
        case "if_statement" | "elif_clause" | "conditional_expression":
            guard = branch_guard(parent, child)
            if guard is not None:
                yield guard
        case "while_statement":
            if required(parent, "body") == child:
                yield Guard(required(parent, "condition"), holds=True)
        case "boolean_operator":
            left = required(parent, "left")
            if required(parent, "right") == child:
                yield Guard(left, holds=text(parent.child_by_field_name("operator")) == "and")
        case "list_comprehension" | "set_comprehension" | "generator_expression" | "dictionary_comprehension":
            conditions = (each for each in parent.named_children if each.type == "if_clause" and each != child)
            for clause in conditions:
                yield Guard(code_in(clause)[0], holds=True)


def where_around(node: Node) -> Guard | None:
    """Return the condition under which `where(condition, x, y)` chooses the branch that a node stands in.

    It guards the value alone: the derivative of both branches is computed.
    """
    child, parent = node, parent_of(node)
    while parent.type not in _BLOCKS and child.type not in FUNCTIONS:
        if parent.type == "argument_list":
            name = called_name(parent.parent)
            given = code_in(parent)
            if name == "where" and len(given) == 3 and child in given[1:]:
                return Guard(given[0], holds=child == given[1])
        child, parent = parent, parent_of(parent)
    return None


def _left_behind(statement: Node) -> Iterator[Guard]:
    """Yield what a statement rules out for those after it: a branch that left, an assertion."""
    if statement.type == "assert_statement":
        yield Guard(code_in(statement)[0], holds=True)
    elif statement.type == "expression_statement":
        call = first_child(statement)
        if is_a(call, "call") and any(asserted(call)):
            yield Guard(call, holds=True)
    elif statement.type == "if_statement":
        yield from left_by(statement)


def left_by(branching: Node) -> Iterator[Guard]:
    """Yield the conditions that do not hold behind an `if`: those of its first branches, as long as each leaves.

    What comes after a branch that goes on was perhaps not asked.
    """
    for clause in (branching, *branching.children_by_field_name("alternative")):
        if clause.type == "else_clause" or not leaves(required(clause, "consequence")):
            return
        yield Guard(required(clause, "condition"), holds=False)


def branch_guard(branching: Node, child: Node) -> Guard | None:
    """Return when a child of an `if`, `elif` or `a if c else b` runs, None of one that always does: the condition."""
    if branching.type == "conditional_expression":
        match code_in(branching):
            case [held, condition, otherwise] if child in (held, otherwise):
                return Guard(condition, holds=child == held)
            case _:
                return None
    condition = required(branching, "condition")
    if required(branching, "consequence") == child:
        return Guard(condition, holds=True)
    return Guard(condition, holds=False) if child.type in ("else_clause", "elif_clause") else None
