"""Small random programs that assign constants to one name, and what really happens when they run.

A program asks an oracle which way each condition goes, so that all its runs can be tried. It notes which constant
every use of the name sees: that is the definition that reached the use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from itertools import product

from hypothesis import strategies as st

MOST_ANSWERS = 7


@dataclass(frozen=True)
class Statement:
    """A statement as a kind and the blocks in it."""

    kind: str
    blocks: tuple[tuple[Statement, ...], ...] = ()


def _blocks(children: st.SearchStrategy[Statement], count: int) -> st.SearchStrategy[tuple[tuple[Statement, ...], ...]]:
    return st.tuples(*[st.lists(children, min_size=1, max_size=3).map(tuple)] * count)


_COUNTS = {
    "if": 1, "if else": 2, "if elif": 2, "if elif else": 3, "with": 1, "for": 1, "while": 1, "for else": 2,
    "try": 2, "try else": 3, "try finally": 2, "try except finally": 3,
}  # fmt: skip
_SIMPLE = ("assign", "use", "use", "annotated", "walrus")
FORWARD = ("if", "if else", "if elif", "if elif else", "with")
CIRCULAR = ("for", "while", "for else")
RAISING = ("try", "try else", "try finally", "try except finally")


def programs(*compound: str, leaves: bool = True) -> st.SearchStrategy[tuple[Statement, ...]]:
    """Draw programs of some kinds of compound statements."""
    simple = st.sampled_from(_SIMPLE).map(Statement)
    last = [Statement("return"), Statement("raise")] if leaves else []
    if leaves and set(compound) & set(CIRCULAR):
        last += [Statement("break"), Statement("continue")]

    def extended(children: st.SearchStrategy[Statement]) -> st.SearchStrategy[Statement]:
        ends = st.sampled_from(last) if last else children
        blocks = st.lists(children, min_size=1, max_size=3)
        ended = st.tuples(blocks, ends).map(lambda parts: (*parts[0], parts[1]))
        block = blocks.map(tuple) | ended
        return st.sampled_from(compound).flatmap(
            lambda kind: st.tuples(*[block] * _COUNTS[kind]).map(lambda inside: Statement(kind, inside))
        )

    statement = st.recursive(simple, extended, max_leaves=14) if compound else simple
    return st.lists(statement, min_size=2, max_size=6).map(tuple)


@dataclass
class _Writer:
    lines: list[str] = field(default_factory=list)
    constants: int = 0
    uses: int = 0

    def line(self, depth: int, text: str) -> None:
        self.lines.append("    " * depth + text)

    def constant(self) -> int:
        self.constants += 1
        return self.constants

    def use(self) -> int:
        self.uses += 1
        return self.uses


# The heads of the blocks of each compound statement.
_HEADS: dict[str, tuple[str, ...]] = {
    "if": ("if ask():",),
    "if else": ("if ask():", "else:"),
    "if elif": ("if ask():", "elif ask():"),
    "if elif else": ("if ask():", "elif ask():", "else:"),
    "with": ("with block():",),
    "for": ("for _ in turns():",),
    "for else": ("for _ in turns():", "else:"),
    "while": ("while ask():",),
    "try": ("try:", "except ValueError:"),
    "try else": ("try:", "except ValueError:", "else:"),
    "try finally": ("try:", "finally:"),
    "try except finally": ("try:", "except ValueError:", "finally:"),
}


def written(program: tuple[Statement, ...]) -> str:
    """Write a program as Python; it begins with a definition, so that no run ends at a use without one."""
    writer = _Writer()
    writer.line(0, "def f():")
    writer.line(1, "v = 0")
    _block(writer, program, 1, in_loop=False)
    writer.line(1, f"use({writer.use()}, v)")
    return "\n".join(writer.lines) + "\n"


def _block(writer: _Writer, statements: tuple[Statement, ...], depth: int, *, in_loop: bool) -> None:
    for statement in statements:
        _statement(writer, statement, depth, in_loop=in_loop)


def _statement(writer: _Writer, statement: Statement, depth: int, *, in_loop: bool) -> None:
    if statement.blocks:
        raising = statement.kind.startswith("try")
        for number, (head, block) in enumerate(zip(_HEADS[statement.kind], statement.blocks, strict=True)):
            writer.line(depth, head)
            if raising and number == 0:
                writer.line(depth + 1, "stumble()")
            looping = in_loop or (statement.kind in CIRCULAR and number == 0)
            _block(writer, block, depth + 1, in_loop=looping)
            if raising and number == 0:
                writer.line(depth + 1, "stumble()")
        return
    match statement.kind:
        case "assign":
            writer.line(depth, f"v = given({writer.constant()})")
        case "annotated":
            writer.line(depth, f"v: int = given({writer.constant()})")
        case "walrus":
            writer.line(depth, f"use({writer.use()}, (v := given({writer.constant()})))")
        case "use":
            writer.line(depth, f"use({writer.use()}, v)")
        case "raise":
            writer.line(depth, "raise ValueError")
        case "break" | "continue" if not in_loop:
            writer.line(depth, "return")
        case kind:
            writer.line(depth, kind)


class _Run:
    """One run of a program with certain answers; what is asked after the last answer is answered with no."""

    def __init__(self, answers: tuple[bool, ...]) -> None:
        self._answers = iter(answers)
        self.seen: set[tuple[int, int]] = set()
        self.given: set[int] = set()

    def ask(self) -> bool:
        return next(self._answers, False)

    def turns(self) -> Iterator[int]:
        turn = 0
        while self.ask():
            yield turn
            turn += 1

    def stumble(self) -> None:
        if self.ask():
            raise ValueError

    def give(self, constant: int) -> int:
        self.given.add(constant)
        return constant

    def use(self, number: int, value: int) -> None:
        self.seen.add((number, value))

    def block(self) -> AbstractContextManager[None]:
        return nullcontext()


def sightings(source: str) -> tuple[set[tuple[int, int]], set[int]]:
    """Return which use saw which constant in any run of a program, and which constants were assigned at all."""
    seen: set[tuple[int, int]] = set()
    given: set[int] = {0}
    code = compile(source, "program", "exec")
    for answers in product((False, True), repeat=MOST_ANSWERS):
        run = _Run(answers)
        names: dict[str, Callable[..., object]] = {
            "ask": run.ask, "turns": run.turns, "stumble": run.stumble, "use": run.use, "block": run.block,
            "given": run.give,
        }  # fmt: skip
        exec(code, names)
        with suppress(ValueError):  # that nobody caught
            names["f"]()
        seen |= run.seen
        given |= run.given
    return seen, given
