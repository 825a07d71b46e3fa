"""What the backward pass keeps of an expression, as the text says: operands of some functions, results of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from nanproof.catalog.backward import Kept
from nanproof.changes.mutations import VIEWS
from nanproof.changes.written import is_in_place
from nanproof.names.binding import Binds
from nanproof.names.syntax import called_name, code_in, first_child, is_a, passed, required, text
from nanproof.sites.site import Site
from nanproof.source.span import Span

_NUMBERS = frozenset({"integer", "float"})
_MODULES = ("torch.", "torch.nn.functional.", "torch.special.")


@dataclass(frozen=True, slots=True)
class KeptOperand:
    """A name or an attribute as it is written, what keeps its value, and whether it does for certain."""

    written: str
    keeper: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept in a text, of the file as it is or after a fix; `introduced` are names that the fix binds."""

    site: Site
    kept: Kept
    introduced: dict[str, Node] = field(default_factory=dict)

    def operands_in(self, root: Node, span: Span) -> Iterator[KeptOperand]:
        """Yield the names and attributes in a span whose values a function keeps as its operands."""
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node.end_byte <= span.start or node.start_byte >= span.end:
                continue
            waiting += node.named_children
            if span.start <= node.start_byte and node.end_byte <= span.end:
                for operand, is_certain in self._operands(node):
                    keeper = text(node.child_by_field_name("function") or node.child_by_field_name("operator"))
                    yield from (KeptOperand(text(leaf), keeper, is_certain) for leaf in self._lying(operand))

    def keeps_result(self, node: Node) -> bool:
        """Say whether the value of an expression is one that the backward pass keeps."""
        match node.type:
            case "parenthesized_expression" | "subscript":
                return any(self.keeps_result(each) for each in code_in(node)[:1])
            case "identifier":
                return text(node) in self.introduced  # what a fix names in place of a site is what it computes there
            case "binary_operator":
                return text(node.child_by_field_name("operator")) == "**"
            case "call":
                source = self._viewed(node)
                if source is not None:
                    return self.keeps_result(source)
                function = self._function(called_name(node))
                return not self.kept.knows(function) or function in self.kept.results
            case _:
                return False

    def _operands(self, node: Node) -> Iterator[tuple[Node, bool]]:
        """Yield the operands that an operation keeps, and whether it does for certain: of one operand, not of two."""
        if node.type == "binary_operator":
            yield from _of_operator(node)
        elif node.type == "call" and not is_in_place(called_name(node)):
            function = self._function(called_name(node))
            is_known = self.kept.knows(function)
            if is_known and function not in self.kept.operands:
                return
            receiver = self._receiver(node)
            given = [receiver] if receiver is not None else []
            given += [passed(each) for each in code_in(node.child_by_field_name("arguments"))]
            tensors = [each for each in given if not _is_number(each)]
            yield from ((each, is_known and len(tensors) == 1) for each in given)

    def _lying(self, node: Node) -> Iterator[Node]:
        """Yield the names and attributes whose memory an expression shows."""
        match node.type:
            case "identifier" | "attribute":
                yield node
            case "subscript" | "named_expression":
                value = required(node, "value")
                yield from self._lying(value)
            case "parenthesized_expression" | "conditional_expression" | "boolean_operator" | "list" | "tuple":
                yield from (leaf for each in code_in(node) for leaf in self._lying(each))
            case "call":
                source = self._viewed(node)
                yield from self._lying(source) if source is not None else []

    def _viewed(self, call: Node) -> Node | None:
        """Return what a call gives a view of."""
        if called_name(call) not in VIEWS:
            return None
        return self._receiver(call) or first_child(call.child_by_field_name("arguments"))

    def _receiver(self, call: Node) -> Node | None:
        """Return what a method is called of, None of a function."""
        owner = required(call, "function").child_by_field_name("object")
        return None if owner is None or self._is_module(owner) else owner

    def _function(self, name: str) -> str:
        """Return the catalogue's name of a function that is called so, the empty string where it knows none."""
        catalog = self.site.engine.catalog
        operations = (catalog.operation(f"{module}{name}") for module in _MODULES)
        found = next((each for each in operations if each is not None), None)
        found = found or catalog.method(name, self.site.framework.name)
        return found.function.name if found is not None and found.name not in self.kept.others else ""

    def _is_module(self, node: Node) -> bool:
        while node.type == "attribute":
            node = required(node, "object")
        if node.type != "identifier":
            return False
        document = self.site.document
        known = self.site.engine.modules.bindings(document).of(text(node), document.tree.root_node)
        return text(node) in self.site.framework.roots or any(each.kind is Binds.IMPORT for each in known)


def _of_operator(node: Node) -> Iterator[tuple[Node, bool]]:
    """Yield the operands that an operator keeps: of a product with a number, and of a quotient with one, none."""
    left, right = required(node, "left"), required(node, "right")
    sign = text(node.child_by_field_name("operator"))
    if sign in ("+", "-"):
        return
    if sign in ("*", "/") and (_is_number(left) or _is_number(right)):
        return
    is_power = sign == "**" and _is_number(right)
    yield from ((each, is_power or (sign == "/" and each == right)) for each in (left, right) if not _is_number(each))


def _is_number(node: Node | None) -> bool:
    while is_a(node, "unary_operator", "parenthesized_expression"):
        node = first_child(node)
    return is_a(node, *_NUMBERS)
