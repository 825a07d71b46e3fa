"""The figures that the README gives of the proofs are those of the programs that are run."""

from __future__ import annotations

from pathlib import Path

from tests.oracle import fix_programs, whole_programs
from tests.oracle.dressed.faults import FAULTS, FRAMEWORKS
from tests.oracle.dressed.programs import programs, sample
from tests.oracle.dressed.styles import STYLES

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_counts_the_programs_as_they_are() -> None:
    said = " ".join(README.read_text(encoding="utf-8").split())
    dressed = sum(len(tuple(programs(framework))) for framework in FRAMEWORKS)
    run = sum(len(tuple(sample(framework))) for framework in FRAMEWORKS)
    assert f"NumPy; {len(fix_programs.PROGRAMS)} programs)" in said
    assert f"{len(whole_programs.PROGRAMS)} whole programs" in said
    with_gradients = sum(each.gradient is not None for each in whole_programs.PROGRAMS)
    assert f"{with_gradients} of them compare the gradient" in said
    assert f"{len(FAULTS)} faults are dressed in {len(STYLES)} styles" in said
    assert f"{run} of these programs" in said
    assert f"runs all {dressed:,})" in said
