"""Twice as much of one thing costs twice as much, counted in calls of functions: no load of a machine changes them."""

from __future__ import annotations

from cProfile import Profile

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.growth.programs import LINEAR, QUADRATIC
from tests.names.project import ROOT, Files

SIZE = 40
# So deep that no more is evaluated: until then each term costs the same, and the first beyond it much more.
BEYOND_THE_DEEPEST = {"terms of a sum": 100, "factors of a product": 100, "choices between tensors": 60}
MOST = 2.65  # what is sorted, or found by bisection, grows a little faster than what it is made of


def cost(text: str) -> int:
    """Return how many calls of functions it takes to look at a program."""
    project = Project(ROOT, Files({"main.py": text}), is_still=True)
    document = Document.from_text(f"{ROOT}/main.py", text)
    profile = Profile()
    profile.enable()
    try:
        project.diagnose(document)
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def growth(name: str) -> float:
    """Return by how much the cost of a program grows that becomes twice as large, beyond what one of no size costs."""
    program = {**LINEAR, **QUADRATIC}[name]
    cost(program(2))  # loads what all programs need
    size = BEYOND_THE_DEEPEST.get(name, SIZE)
    least, once, twice = (cost(program(each)) for each in (1, size, 2 * size))
    return (twice - least) / (once - least)


@pytest.mark.parametrize("name", LINEAR)
def test_it_costs_in_proportion(name: str) -> None:
    assert growth(name) <= MOST


@pytest.mark.parametrize("name", QUADRATIC)
def test_it_costs_more_than_in_proportion(name: str) -> None:
    assert growth(name) > MOST  # FIXME
