"""The engine: evaluates any expression on demand, once in each context, within its budgets."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TypeVar, cast

from tree_sitter import Node

from nanproof.catalog.index import Catalog
from nanproof.catalog.model import Operation
from nanproof.declarations import NOTHING_DECLARED, Declarations
from nanproof.infer import calls, lists, literals, operators
from nanproof.infer.attributes import attribute
from nanproof.infer.budgets import Evaluations
from nanproof.infer.callsites import call_sites
from nanproof.infer.conditions import runs
from nanproof.infer.definitions import exported, identifier, returns
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.guards import Guards
from nanproof.infer.joining import Choice, join
from nanproof.infer.narrowing import guarded
from nanproof.infer.precision import Precision
from nanproof.infer.subscripts import subscript
from nanproof.infer.tabling import BUDGET, CALLERS, Key, Table
from nanproof.infer.value import (
    UNKNOWN,
    Arguments,
    Deferred,
    Frame,
    Method,
    Number,
    Unknown,
    UserFunction,
    Value,
)
from nanproof.names.dependencies import Dependencies
from nanproof.names.functions import parameter_names
from nanproof.names.modules import Modules
from nanproof.names.resolve import Names
from nanproof.names.scopes import FUNCTIONS, scope_of
from nanproof.names.syntax import first_child
from nanproof.releases import ALL, Releases
from nanproof.source.document import Document
from nanproof.source.place import Place

# The resolver of last resort: the full name of what an identifier of a document means.
Ask = Callable[[Document, Node], str | None]
T = TypeVar("T")
Rule = Callable[[Evaluator, Frame, Node], Value]

# A value is asked for through at most this many others, calls through at most this many calls: what lies deeper is
# unknown. The limits keep Python's own stack (1,000 frames) far away.
DEEPEST = 60
DEEPEST_CALL = 6
DEEPEST_CALLER = 2
MOST_RETURNS = 16

_RULES: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "integer": literals.integer,
        "float": literals.floating,
        "true": literals.truth,
        "false": literals.truth,
        "none": literals.none,
        "string": literals.string,
        "concatenated_string": literals.other,
        "dictionary": literals.table,
        "dictionary_comprehension": literals.comprehended,
        "set": literals.other,
        "lambda": literals.function,
        "tuple": literals.sequence,
        "list": lists.display,
        "expression_list": literals.sequence,
        "binary_operator": operators.binary,
        "unary_operator": operators.unary,
        "comparison_operator": operators.truth_value,
        "not_operator": operators.truth_value,
        "boolean_operator": operators.either,
        "list_comprehension": lists.comprehended,
        "generator_expression": lists.comprehended,
        "conditional_expression": operators.conditional,
        "parenthesized_expression": operators.inner,
        "await": operators.inner,
        "named_expression": operators.inner,
        "identifier": identifier,
        "attribute": attribute,
        "subscript": subscript,
        "call": calls.call,
    }
)

# What is written out is no question.
_LITERALS = frozenset({"integer", "float", "true", "false", "none", "string"})

# The expressions that conditions speak of.
_GUARDED = frozenset({"identifier", "attribute", "subscript", "call", "binary_operator"})


class Engine:
    """The questions of one piece of a document: answers are kept as long as the engine lives.

    What they rest on is noted in `dependencies`; `evaluations` begins with what was spent on the document before;
    `releases` are those of the frameworks that the project uses, `default_dtype` its dtype where no code says another,
    `declarations` what it says of its own functions.
    """

    def __init__(
        self,
        catalog: Catalog,
        modules: Modules,
        ask: Ask,
        document: Document,
        dependencies: Dependencies,
        evaluations: int = 0,
        releases: Releases = ALL,
        default_dtype: str = "",
        declarations: Declarations = NOTHING_DECLARED,
    ) -> None:
        self.catalog = catalog
        self.releases = releases
        self.declarations = declarations
        self._default_dtype = default_dtype
        self.names = Names(modules, catalog)
        self.modules = modules
        self._budget = Evaluations(evaluations)
        self._before = evaluations
        self._ask = ask
        self._document = document
        self._dependencies = dependencies
        modules.follow(dependencies)
        self._table = Table()
        self._terms: dict[tuple[object, ...], int] = {}
        self._structures: list[tuple[object, ...]] = [()]
        self._call_sites: dict[tuple[str, int], tuple[tuple[Document, Node], ...]] = {}
        self._frames: dict[tuple[object, ...], Frame] = {}
        self._parameters: dict[int, tuple[Document, list[str]]] = {}
        self._precisions: dict[int, Precision] = {}
        self._kept_for_others: dict[tuple[str, int, int], object] = {}

    def once(self, what: str, node: Node, work: Callable[[], T], until: int = 0) -> T:
        """Return what the layers above find out of an expression, or of the text up to some offset, found out once."""
        if (key := (what, node.id, until)) not in self._kept_for_others:
            self._kept_for_others[key] = work()
        return cast(T, self._kept_for_others[key])

    @property
    def evaluations(self) -> int:
        """The number of expressions that were evaluated for the document."""
        return self._budget.spent

    @property
    def cost(self) -> int:
        """The number of expressions that this engine evaluated."""
        return self.evaluations - self._before

    def value(self, frame: Frame, node: Node) -> Value:
        """Return what an expression evaluates to in a frame; unknown where a budget ends or the question circles."""
        key = (frame.key, node.id)
        held = self._table.held.get(key)
        if held is not None:
            return held
        rule = _RULES.get(node.type)
        if rule is None:
            return UNKNOWN
        if frame.document is self._document:
            self._dependencies.offsets.add(node.start_byte)
        if node.type in _LITERALS:
            # The bound of a mask is known when the budget went into its operand.
            value = self._table.held[key] = rule(self, frame, node)
            return value
        return self._kept(key, lambda: _ruled(self, rule, frame, node))

    def _kept(self, key: Key, evaluate: Callable[[], Value]) -> Value:
        """Return an answer that was given before, or find it within the budgets and keep it."""
        held = self._table.reached(key)
        if held is not None:
            return held
        is_allowed = self._budget.spend(begins=not self._table.depth)
        # How much is left of a file's budget depends on what was asked before.
        self._dependencies.is_endless |= self._budget.is_over
        if not is_allowed or self._table.depth >= DEEPEST:
            return self._table.cut(BUDGET)
        return self._table.answered(key, evaluate, self._budget.dear_from_here())

    def guards(self, document: Document) -> Guards:
        """Return what the conditions of a document say."""
        return self.modules.bindings(document).kept(Guards)

    def precision(self, document: Document) -> Precision:
        """Return the dtypes in which a document computes by default."""
        if (held := self._precisions.get(id(document))) is None:
            held = self._precisions[id(document)] = Precision(self.modules.bindings(document), self._default_dtype)
        return held

    def parameters(self, document: Document, function: Node) -> list[str]:
        """Return the names of the parameters of a function."""
        if (held := self._parameters.get(function.id)) is None:
            held = self._parameters[function.id] = (document, parameter_names(function))
        return held[1]

    def argument(self, argument: Deferred | Value) -> Value:
        """Return the value of an argument, evaluating it if nobody has yet."""
        return self.value(argument.frame, argument.node) if isinstance(argument, Deferred) else argument

    def interned(self, key: tuple[object, ...]) -> int:
        """Return the term of a structure: the same number for the same structure, never 0."""
        term = self._terms.get(key)
        if term is None:
            self._structures.append(key)
            term = self._terms[key] = len(self._structures) - 1
        return term

    def structure(self, term: int) -> tuple[object, ...]:
        """Return the structure of a term; the empty tuple for 0."""
        return self._structures[term]

    def general(self, document: Document, scope: Node) -> Frame:
        """Return the frame of a scope that is looked at for itself."""
        while scope.type not in FUNCTIONS and scope.parent is not None:
            scope = scope_of(scope)
        key = (document.path, scope.id)
        frame = self._frames.get(key)
        if frame is None:
            frame = Frame(document, scope, key)
            self._frames[key] = frame
        return frame

    def kept_frame(self, key: tuple[object, ...]) -> Frame | None:
        """Return the frame of a key, where it is one of a scope that is looked at for itself."""
        return self._frames.get(key)

    def around(self, document: Document, node: Node) -> Frame:
        """Return the frame of the scope that an expression stands in, looked at for itself."""
        return self.general(document, self.modules.bindings(document).scope_of(node))

    def exported(self, document: Document, name: str) -> Value:
        """Return what a module of the project holds under a name."""
        return self._kept((document.path, "export", name), lambda: exported(self, document, name))

    def returned(self, function: UserFunction, arguments: Arguments | None, context: tuple[object, ...]) -> Value:
        """Return what a call of a project function gives back: any of its `return` expressions."""
        # Each call on the way stands in the context with the path of its file.
        if sum(1 for each in context if isinstance(each, str)) > DEEPEST_CALL:
            return UNKNOWN
        key = (function.document.path, function.node.id, *context)
        frame = Frame(function.document, function.node, key, arguments, function.receiver, function.frame)
        return self._kept(("returned", *key), lambda: self._any_return(frame))

    def _any_return(self, frame: Frame) -> Value:
        body = frame.scope.child_by_field_name("body")
        if body is None:
            return UNKNOWN
        if frame.scope.type == "lambda":
            return self.value(frame, body)
        found: list[Value] = []
        is_generator = False
        for statement in returns(body):
            expression = first_child(statement)
            is_generator = is_generator or statement.type == "yield"
            if len(found) >= MOST_RETURNS:
                return UNKNOWN
            if expression is not None and runs(self, frame, statement):
                found += lists.given_by(statement, self.value(frame, expression))
        if is_generator:
            return lists.yielded(body, found)
        return join(self, found, Choice(self.interned(("returned", frame.key)))) if found else UNKNOWN

    def called(self, callee: Value, arguments: Arguments, where: Place, context: tuple[object, ...]) -> Value:
        """Return what calling a value gives back."""
        return calls.called(self, callee, arguments, where, context)

    def call_sites(self, document: Document, function: Node) -> tuple[tuple[Document, Node], ...]:
        """Return the calls of a function that the project shows; none while they are being looked for."""
        key = (document.path, function.id)
        if key not in self._call_sites:
            self._call_sites[key] = ()
            self._call_sites[key] = call_sites(self, document, function)
        return self._call_sites[key]

    def of_callers(self, evaluate: Callable[[], Value], *, makes_objects: bool) -> Value:
        """Return what is found at the call sites of a function, unknown where that was asked for too often in a row.

        What an object is made of is the last that is asked for: once more.
        """
        if self._table.level >= DEEPEST_CALLER + makes_objects:
            return self._table.cut(CALLERS)
        if not self._budget.allows_callers:
            return self._table.cut(BUDGET)
        is_outermost, rests = not self._table.level, self._table.rests()
        self._table.level += 1
        try:
            value, is_spent = self._budget.on_callers(evaluate, is_outermost=is_outermost)
        finally:
            self._table.level -= 1
        if is_spent:
            self._table.settle(rests)  # more will not be found out, however often it is asked
        return value

    def bound(self, frame: Frame, node: Node) -> Value:
        """Return what a bound evaluates to, from a small budget of its own: else guards would end with the budget."""
        return self._budget.on_a_bound(lambda: self.value(frame, node))

    def asked(self, document: Document, name: Node) -> str | None:
        """Return the full name that the resolver of last resort gives an identifier."""
        self._dependencies.is_endless = True  # it reads what it likes
        return self._ask(document, name)

    def operation_of(self, callee: Value) -> Operation | None:
        """Return the catalogue's operation that a callee is."""
        return calls.operation_of(self, callee)


def _ruled(engine: Engine, rule: Rule, frame: Frame, node: Node) -> Value:
    value = rule(engine, frame, node)
    if node.type in _GUARDED and isinstance(value, Number | Unknown | Method):
        return guarded(engine, frame, node, value)
    return value
