"""What runs between a softmax and its logarithm: is `log_softmax(z)` offered, and is it what the program computes?

Each program is executed by tests/oracle/test_between.py with the logarithm, and with what is offered in its place.
"""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.changes.holders import MOST_STORES
from nanproof.source.document import Document
from tests.changes.between import PROGRAMS, Between, twin_offered
from tests.names.project import Files


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda each: each.written)
def test_the_logits_are_named_again_where_they_are_what_they_were(program: Between) -> None:
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", program.source))
    assert twin_offered(program, found) is program.keeps


@pytest.mark.parametrize(("stores", "keeps"), [(3, True), (MOST_STORES + 1, False)])
def test_of_very_many_stores_nobody_says_what_they_hold(stores: int, keeps: bool) -> None:
    program = Between("BOX[0] = x\n" * stores + "y = halved(x)", keeps)
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", program.source))
    assert twin_offered(program, found) is keeps
