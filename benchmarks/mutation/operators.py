"""The faults that are planted: those of cosmic-ray that people make, and three more in its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from cosmic_ray.ast import get_ast
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.python.tree import Module
from parso.tree import BaseNode, NodeOrLeaf

Place: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"

# Others of cosmic-ray are left out because they are noticed always (`-` for `+` of texts is an error, but so is `@`)
# or never (`==` for `is`), and would only change the figure.
KEPT = (
    *(f"ReplaceBinaryOperator_{each}" for each in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Div")),
    *(f"ReplaceBinaryOperator_{each}" for each in ("Pow_Mul", "BitOr_BitAnd", "BitAnd_BitOr")),
    *(f"ReplaceComparisonOperator_{each}" for each in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceComparisonOperator_{each}" for each in ("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt")),
    *(f"ReplaceComparisonOperator_{each}" for each in ("Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt")),
    *(f"ReplaceUnaryOperator_Delete_{each}" for each in ("Not", "USub", "Invert")),
    *("AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "NumberReplacer"),
    *("RemoveDecorator", "ZeroIterationForLoop"),
)


def _parsed(text: str) -> Module:
    tree: Module = get_ast(text)
    return tree


class DropOperand(Operator):  # type: ignore[misc]  # cosmic-ray has no types
    """Forget one condition of several."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Place]:
        if node.type in ("and_test", "or_test") and isinstance(node, BaseNode):
            for operand in node.children[::2]:
                yield operand.start_pos, operand.end_pos

    def mutate(self, node: BaseNode, index: int) -> BaseNode:
        keyword = 2 * index - 1 if index else 1
        gone = {2 * index, keyword}
        node.children = [each for at, each in enumerate(node.children) if at not in gone]
        return node

    @classmethod
    def examples(cls) -> Iterable[Example]:
        return (Example("x = a and b", "x = b"), Example("x = a or b", "x = a", occurrence=1))


class SkipGuard(Operator):  # type: ignore[misc]  # cosmic-ray has no types
    """Forget a case that is looked at first."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Place]:
        if node.type == "if_stmt" and isinstance(node, BaseNode) and len(node.children) == 4:
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: BaseNode, index: int) -> BaseNode:
        assert index == 0
        node.children[1] = _parsed(" False")
        return node

    @classmethod
    def examples(cls) -> Iterable[Example]:
        return (Example("if a: pass", "if False: pass"),)


class SwapMembership(Operator):  # type: ignore[misc]  # cosmic-ray has no types
    """Ask for the opposite of `in`."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Place]:
        if node.type == "comparison" and isinstance(node, BaseNode):
            for word in node.children[1::2]:
                if word.get_code().split() in (["in"], ["not", "in"]):
                    yield word.start_pos, word.end_pos

    def mutate(self, node: BaseNode, index: int) -> BaseNode:
        at = [at for at, each in enumerate(node.children) if each.get_code().split() in (["in"], ["not", "in"])][index]
        node.children[at] = _parsed(" in" if node.children[at].get_code().split()[0] == "not" else " not in")
        return node

    @classmethod
    def examples(cls) -> Iterable[Example]:
        return (Example("a in b", "a not in b"), Example("a not in b", "a in b"))


OWN = (DropOperand, SkipGuard, SwapMembership)


def operators() -> dict[str, Operator]:
    """Return all that are planted, by name."""
    provider = OperatorProvider()
    return {**{name: provider[name]() for name in KEPT}, **{each.__name__: each() for each in OWN}}
