"""The proof of a repair notices a repair that is wrong, each kind of wrong by its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.oracle.dressed.known import Known
from tests.oracle.dressed.offered import Repair, repairs
from tests.oracle.dressed.programs import Dressed, programs
from tests.oracle.dressed.proof import Problem, proof_of
from tests.oracle.test_fixes import needs


def _program(framework: str, name: str) -> Dressed:
    return next(each for each in programs(framework) if str(each) == f"{framework}-{name}")


def _first(program: Dressed) -> Repair:
    return next(each for each in repairs(program.source) if each.is_best)


def _kinds(program: Dressed, repair: Repair) -> set[str]:
    return {problem.kind for problem in proof_of(program).of(repair)}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("return loss", "return loss + 1e-3", "value"),
        ("return loss", "return loss.sum()", "dtype and shape"),
        ("return loss", "return loss.astype(np.float32)", "dtype and shape"),
        ("return loss", "return lost", "does not run"),
        ("return loss", "return loss - np.log(0.0 * x)", "not finite"),
        ("  # per element", "", "comments"),
        ("return loss", "return loss - np.log(np.maximum(x, 0.0))", "new finding"),
    ],
)
def test_a_wrong_repair_is_noticed(old: str, new: str, kind: str) -> None:
    needs("numpy")
    program = _program("numpy", "log-softmax-commented")
    right = _first(program)
    assert old in right.after
    assert _kinds(program, right) == set()
    assert kind in _kinds(program, replace(right, after=right.after.replace(old, new)))


def test_what_is_not_mended_is_noticed() -> None:
    needs("numpy")
    program = _program("numpy", "log-softmax-commented")
    assert "still found" in _kinds(program, replace(_first(program), after=program.source))


def test_training_that_breaks_is_noticed() -> None:
    needs("torch")
    program = _program("torch", "log-sigmoid-held")
    right = _first(program)
    assert _kinds(program, right) == set()
    steep = right.after.replace("return ", "return 1e30 * ")
    assert "training" in _kinds(program, replace(right, after=steep))


def test_a_mask_before_its_twin_is_noticed() -> None:
    needs("torch")
    program = _program("torch", "log-sigmoid-held")
    offered = repairs(program.source)
    assert list(proof_of(program).of_gradients(offered)) == []
    turned = [replace(each, is_best=not each.is_best) for each in offered if each.is_safe]
    assert {each.kind for each in proof_of(program).of_gradients(turned)} == {"a mask before its twin"}
    masks = [each for each in turned if "Mask" in each.fix.title]
    assert {each.kind for each in proof_of(program).of_gradients(masks)} == {"no twin"}


def test_only_what_is_known_is_covered() -> None:
    program = _program("torch", "log-sigmoid-held")
    known = Known("*-log-sigmoid-*", "no twin", "", "because")
    assert known.covers(Problem(program, "no twin", "", "", ""))
    assert not known.covers(Problem(program, "value", "", "", ""))
    assert not known.covers(Problem(_program("torch", "log-softmax-held"), "no twin", "", "", ""))
