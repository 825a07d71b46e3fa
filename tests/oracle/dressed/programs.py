"""The programs: each fault in each style, and a sample that has each of both at least once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.oracle.dressed.faults import FAULTS, Fault
from tests.oracle.dressed.offered import repairs
from tests.oracle.dressed.styles import STYLES, Style
from tests.oracle.rebound_programs import with_calls_written

# What a style has no operand for, or a fault no room: `f` must work on one row of the batch there.
_ROWS = frozenset({"vmap", "mapped", "map_fn", "rows"})
# Faults in styles that one fix alone is for: it writes at the site what a function or method returns.
_ALWAYS = frozenset({("log-softmax", "helper-makes"), ("log-complement", "inherited"), ("cross-entropy", "nested")})


@dataclass(frozen=True)
class Dressed:
    """A fault in a style: a program that defines `f`, a function of one batch of rows."""

    fault: Fault
    style: Style

    def __str__(self) -> str:
        return f"{self.fault}-{self.style.name}"

    @property
    def framework(self) -> str:
        """The framework that it is written in."""
        return self.fault.framework

    @property
    def source(self) -> str:
        """The text of the program."""
        body = _expanded(_expanded(self.style.body, "MAKE", self.fault.make), "USE", self.fault.use)
        imports = dict.fromkeys(f"{self.style.above}{self.fault.imported}".splitlines(keepends=True))
        return f"{''.join(imports)}{self.fault.header}\n\n{body}"


def programs(framework: str) -> Iterator[Dressed]:
    """Yield all programs of a framework."""
    for fault in FAULTS:
        for style in STYLES:
            if fault.framework == framework and framework in style.frameworks and _fits(fault, style):
                yield Dressed(fault, style)


@cache
def sample(framework: str) -> tuple[Dressed, ...]:
    """Return programs of a framework that have each fault and each style at least once, always the same.

    Of those for which a repair is offered: a fault that a style hides from the analysis proves nothing here. Which
    fault meets which style turns with their numbers; the pairs that one fix alone is for are always there.
    """
    every = {(each.fault, each.style): each for each in programs(framework)}
    faults, styles = [*dict.fromkeys(fault for fault, _ in every)], [*dict.fromkeys(style for _, style in every)]
    chosen: dict[Dressed, None] = {}
    for number, style in enumerate(styles):
        turned = [*faults[number % len(faults) :], *faults[: number % len(faults)]]
        chosen.update(_first(every.get((fault, style)) for fault in turned))
    chosen.update({each: None for each in every.values() if each.style.name == each.fault.usual})
    chosen.update({each: None for each in every.values() if (each.fault.name, each.style.name) in _ALWAYS})
    for number, fault in enumerate(faults):
        if not any(each.fault is fault for each in chosen):
            ways = [*styles[number % len(styles) :], *styles[: number % len(styles)]]
            chosen.update(_first(every.get((fault, way)) for way in ways))
    return tuple(chosen)


def _first(candidates: Iterable[Dressed | None]) -> dict[Dressed, None]:
    """Return the first program that has a repair, if any has."""
    found = next((each for each in candidates if each is not None and repairs(each.source)), None)
    return {found: None} if found is not None else {}


def _fits(fault: Fault, style: Style) -> bool:
    if fault.only_compiled:
        return style.name in ("jit", "jit-of-a-helper", "tf.function", "xla")
    if "head" in fault.make and (style.is_compiled or style.is_half):
        return False  # a layer keeps float32, and is built once
    if "labels" in fault.use and style.name in ("generator", "loss", "half", "bfloat16"):
        return False  # the labels have a dtype and a shape of their own
    if fault.name == "erfinv" and fault.framework == "tensorflow" and style.is_half:
        return False  # TensorFlow computes it on no CPU in half precision
    if fault.name == "bce" and style.name == "mapped":
        return False  # it is a mean over all rows, and no row of a batch
    return not (fault.name == "deviation-of-one" and style.name in _ROWS | {"helper-makes-twice"})


def _expanded(written: str, word: str, step: str) -> str:
    """Write a step in place of `WORD(operand)`, in parentheses where an operator around it would bind closer."""
    is_tight = any(each in step for each in ("{0}.", "-{0}", "{0} **", "{0} /", "{0} *"))

    def expanded(operand: str) -> str:
        is_apart = is_tight and " * " in operand.partition("(")[0]
        return step.replace("{0}", f"({operand})" if is_apart else operand)

    return with_calls_written(written, word, expanded)
