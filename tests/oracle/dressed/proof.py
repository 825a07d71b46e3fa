"""What must be true of a program after each single repair that is offered for it; what is not is a `Problem`."""

from __future__ import annotations

import io
import tokenize
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nanproof.fixes.applied import moved
from nanproof.fixes.fix import Way
from tests.oracle.dressed.machines import MODES, Array, Computed, Machine, machine, trained, true_gradient
from tests.oracle.dressed.offered import Repair, diagnosed, repairs, to_the_last
from tests.oracle.dressed.programs import Dressed

# What rounding may change, and an epsilon of 1e-7 that is added.
TOLERANCE, HALF_TOLERANCE = 1e-5, 4e-2
# A mask that takes hold has the derivative 0, where the true one is larger than this.
_COUNTS = 1e-3


@dataclass(frozen=True)
class Problem:
    """What is wrong with one repair of one program; `kind` is the word by which it is known."""

    program: Dressed
    kind: str
    title: str
    says: str
    after: str

    def __str__(self) -> str:
        return f"{self.program}: {self.title}\n  {self.kind}: {self.says}\n{self.after}"


def problems(program: Dressed, modes: Sequence[str] = ()) -> list[Problem]:
    """Return what is wrong with the repairs of a program, in the usual modes and some more."""
    offered = repairs(program.source)
    if not offered:
        return []
    proof = proof_of(program, modes)
    if (unfit := proof.unfit()) is not None:
        return [Problem(program, "the program is no proof", "", unfit, program.source)]
    return [*(problem for each in offered for problem in proof.of(each)), *proof.of_gradients(offered)]


def proof_of(program: Dressed, modes: Sequence[str] = ()) -> Proof:
    """Return the proof of a program in the usual modes and some more."""
    return Proof(program, (*MODES[program.framework], *modes))


class Proof:
    """A program, what it computes as it is, and what it must compute afterwards."""

    def __init__(self, program: Dressed, modes: Sequence[str]) -> None:
        self._program, self._modes = program, modes
        self._machines = {mode: machine(program.framework, program.source, mode) for mode in modes}
        right = program.fault.right
        self._right = {mode: run(right) for mode, run in self._machines.items()} if right is not None else {}

    def unfit(self) -> str | None:
        """Say why a program proves nothing: it is wrong on what is right, or right on what is wrong."""
        wrong = self._program.fault.wrong
        if not all(each.is_finite for each in self._right.values()):
            return f"{self._right} is not finite on {self._program.fault.right}"
        if wrong is not None and all(run(wrong).is_finite for run in self._machines.values()):
            return f"value and gradient are finite on {wrong}"
        return None

    def of(self, repair: Repair) -> Iterator[Problem]:
        """Yield what is wrong with one repair."""
        for kind, says in self._faults(repair):
            yield Problem(
                self._program, kind, f"{repair.diagnosis.finding.code} {repair.fix.title}", says, repair.after
            )

    def _faults(self, repair: Repair) -> Iterator[tuple[str, str]]:
        yield from _of_the_text(self._program.source, repair)
        try:
            machines = self._built(repair.after, repair)
            right = {mode: machines[mode](self._program.fault.right) for mode in machines if mode in self._right}
        except Exception as fault:
            yield "does not run", f"{type(fault).__name__}: {fault}"
            return
        if repair.is_safe:
            for mode, result in right.items():
                yield from ((kind, f"{mode}: {says}") for kind, says in self._moved(result, self._right[mode]))
        if self._program.fault.wrong is not None and not _assumes(repair):
            yield from self._of_the_witness(repair)

    def _built(self, text: str, repair: Repair) -> dict[str, Machine]:
        """Build a program in all modes; what is not the best only in that which trains, for building takes long."""
        modes = self._modes if repair.is_best else (MODES[self._program.framework][-1],)
        return {mode: machine(self._program.framework, text, mode) for mode in modes}

    def _moved(self, after: Computed, before: Computed) -> Iterator[tuple[str, str]]:
        if (after.dtype, after.value.shape) != (before.dtype, before.value.shape):
            is_now = f"{after.dtype} {after.value.shape}"
            yield "dtype and shape", f"{is_now}, and not {before.dtype} {before.value.shape}"
            return
        close = HALF_TOLERANCE if self._program.style.is_half else TOLERANCE
        for kind, here, there in (("value", after.value, before.value), ("gradient", after.gradient, before.gradient)):
            if not np.allclose(here, there, rtol=close, atol=close):
                yield kind, f"{here}, and not {there}"

    def _of_the_witness(self, repair: Repair) -> Iterator[tuple[str, str]]:
        """Run what a repair leaves, with the rest of the program mended too, where it goes wrong."""
        wrong, framework = self._program.fault.wrong, self._program.framework
        text = to_the_last(repair.after, unsafe=not repair.is_safe)
        machines = self._built(text, repair)
        for mode, run in machines.items():
            result = run(wrong)
            if not result.is_finite:
                yield "not finite", f"{mode}: {result}"
                return
        if framework != "numpy" and (fault := trained(machines[MODES[framework][-1]], wrong)) is not None:
            yield "training", fault

    def of_gradients(self, offered: Sequence[Repair]) -> Iterator[Problem]:
        """Compare the gradients near the hazard with the true ones."""
        fault, source = self._program.fault, self._program.source
        if fault.near is None or self._program.style.is_half:
            return
        true = true_gradient(self._program.framework, source, fault.near)
        if true is None:
            return
        kept = {each: self._near(each, fault.near) for each in offered if each.is_safe}
        is_kept = {each: gradient is not None and _is_close(gradient, true) for each, gradient in kept.items()}
        for each, gradient in kept.items():
            title = f"{each.diagnosis.finding.code} {each.fix.title}"
            if each.fix.way is Way.STABLE and not is_kept[each]:
                yield Problem(self._program, "gradient near", title, f"{gradient}, and not {true}", each.after)
            elif each.is_best and gradient is not None and _zeroes(gradient, true):
                others = any(is_kept[one] for one in kept if one.diagnosis is each.diagnosis)
                kind = "a mask before its twin" if others else "no twin"
                if others or (fault.has_twin and not self._program.style.is_split):
                    yield Problem(self._program, kind, title, f"{gradient}, and not {true}", each.after)

    def _near(self, repair: Repair, near: Any) -> Array | None:
        try:
            run = machine(self._program.framework, to_the_last(repair.after), MODES[self._program.framework][-1])
            return run(near).gradient
        except Exception:
            return None


def _assumes(repair: Repair) -> bool:
    """Whether a repair is right only where something holds, which the witness need not."""
    return not repair.is_safe and repair.fix.reason.startswith("right where")


def _is_close(here: Array, there: Array) -> bool:
    return bool(np.allclose(here, there, rtol=1e-2, atol=1e-5))


def _zeroes(here: Array, there: Array) -> bool:
    return bool(np.any((np.abs(there) > _COUNTS) & (np.abs(here) < 1e-3 * np.abs(there))))


def _of_the_text(before: str, repair: Repair) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the text alone: the finding is still there, there is another one, a comment is lost."""
    edits = repair.fix.edits
    found = diagnosed(before)
    left = Counter((each.finding.code, each.finding.span.start) for each in diagnosed(repair.after))
    others = Counter(
        (each.finding.code, moved(each.finding.span.start, edits)) for each in found if each is not repair.diagnosis
    )
    here = (repair.diagnosis.finding.code, moved(repair.diagnosis.finding.span.start, edits))
    # One of the others may have another name, now that a mask stands behind it.
    renamed = {start for _, start in others - left}
    new = {(code, start) for code, start in left - others if start not in renamed or (code, start) == here}
    if here in new:
        yield "still found", f"{here}"
    if new - {here}:
        yield "new finding", f"{sorted(new - {here})}"
    if comments(before) != comments(repair.after):
        yield "comments", f"{comments(repair.after)}, and not {comments(before)}"
    last = to_the_last(repair.after)
    if to_the_last(last) != last:
        yield "applied again", "another text"


def comments(source: str) -> list[str]:
    """Return the comments of a text."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]
