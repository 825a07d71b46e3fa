"""The sites that rules look at: operations whose operand has a restricted domain, called or written as an operator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tree_sitter import Node

from nanproof.catalog.model import Domain, Framework, Function
from nanproof.infer.engine import Engine
from nanproof.infer.value import Frame, Number
from nanproof.names.syntax import text
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Site:
    """One operation with a restricted operand.

    `node` is the whole operation, `name` the catalogue's name of it or the operator. `operand` is what the engine knows
    of the operand; `callee` is the called expression, or the operator, as it is written, and `is_method` says that the
    operand is its receiver, `p.log()`. `domain` holds the operands for which the value is finite, `gradient` those for
    which the derivative is (None: all). `frame` is the scope that the operation stands in, looked at for itself;
    `engine` answers what else a rule asks. `roles` are all operands by the role that each plays: `x` and `y`, what is
    divided and by what, or a base and its exponent.
    """

    document: Document
    engine: Engine = field(repr=False, compare=False)
    frame: Frame
    name: str
    function: Function
    framework: Framework
    node: Node
    callee: Node
    operand_node: Node
    operand: Number
    is_method: bool
    domain: Domain | None
    gradient: Domain | None
    roles: Mapping[str, Node] = field(default_factory=dict, repr=False, compare=False)

    @property
    def span(self) -> Span:
        """The whole operation."""
        return Span(self.node.start_byte, self.node.end_byte)

    @property
    def operand_span(self) -> Span:
        """The operand."""
        return Span(self.operand_node.start_byte, self.operand_node.end_byte)

    @property
    def place(self) -> Place:
        """Where the operation stands."""
        return Place(self.document, self.span)

    @property
    def operand_text(self) -> str:
        """The operand on one line."""
        return " ".join(text(self.operand_node).split())

    @property
    def edges(self) -> tuple[float | None, ...]:
        """The operands at which the domain ends, or has its hole; none where the operation is finite everywhere."""
        return (self.domain.low, self.domain.high, self.domain.hole) if self.domain is not None else ()

    def domain_of(self, rule: str) -> Domain | None:
        """Return the operands for which the operation is finite if it is one that a rule is about, None otherwise."""
        return self.domain if self.function.rule == rule else None

    def holds(self, value: float) -> bool:
        """Say whether the operation is finite for an operand."""
        return self.domain is None or self.domain.holds(value)

    @property
    def is_operator(self) -> bool:
        """Say whether the operation is written as an operator."""
        return self.node.type != "call"

    @property
    def is_in_place(self) -> bool:
        """Say whether the operation writes its result into its operand: `x.sqrt_()`, `x /= n`."""
        return self.node.type == "augmented_assignment" or self.name.endswith("_")

    def covers(self, offset: int) -> bool:
        """Say whether an offset lies on the operation's name or on its operand."""
        if self.operand_span.contains(offset):
            return True
        return Span(self.callee.start_byte, self.callee.end_byte).contains(offset)
