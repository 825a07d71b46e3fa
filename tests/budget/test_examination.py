"""Where a budget ends within a document: what is known is said, and the rest is not tried at each keystroke."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from nanproof.analysis import Examination, Project
from nanproof.source.document import Document
from nanproof.source.line_ranges import line_ranges
from nanproof.source.span import Span, TextEdit
from tests.fuzz.watching import watched
from tests.names.project import ROOT, Files

T = TypeVar("T")

SOURCE = """\
import torch


def first(x):
    return torch.log(torch.softmax(x, -1))


def second(x):
    return torch.log(torch.relu(x)) + torch.log(torch.softmax(x, 0))


def third(x):
    return torch.log(torch.softmax(x, 1))
"""


class Scripted:
    """A budget of which some attempts are interrupted: numbered from 0, the first of which prepares the document."""

    def __init__(self, *interrupted: int, spent_at: int = 100, withdrawn_at: int = 100, late_from: int = 100) -> None:
        self.attempts = 0
        self._interrupted = interrupted
        self._spent_at = spent_at
        self._withdrawn_at = withdrawn_at
        self._late_from = late_from

    @property
    def is_withdrawn(self) -> bool:
        return self.attempts > self._withdrawn_at

    @property
    def is_spent(self) -> bool:
        return self.is_withdrawn or self.attempts >= self._spent_at

    @property
    def is_late(self) -> bool:
        return self.attempts > self._late_from

    def attempt(self, work: Callable[[], T], share: float = 1.0) -> T | None:
        assert 0 < share <= 1
        self.attempts += 1
        number = self.attempts - 1
        return None if number in self._interrupted or number == self._withdrawn_at else work()


def opened() -> tuple[Project, Document]:
    return Project(ROOT, Files({})), Document.from_text(f"{ROOT}/main.py", SOURCE)


def lines(examination: Examination, document: Document) -> list[int]:
    return [document.lines.line_at(each.finding.span.start) + 1 for each in examination.diagnoses]


def edited(document: Document, old: str, new: str) -> Document:
    start = document.data.index(old.encode())
    return document.changed([TextEdit(Span(start, start + len(old)), new)])


def test_what_comes_after_a_piece_that_takes_too_long_is_looked_at_all_the_same() -> None:
    project, document = opened()
    examination = project.examine(document, Scripted(2))
    assert lines(examination, document) == [5, 13]
    assert line_ranges(document, examination.unseen) == ((8, 9),)
    assert not examination.may_go_on


def test_a_piece_that_takes_too_long_is_not_tried_again_at_each_keystroke() -> None:
    project, document = opened()
    project.examine(document, Scripted(2))
    after = edited(document, "torch.softmax(x, 1)", "torch.softmax(x, 2)")
    with watched() as engines:
        again = project.examine(after)
    assert len(engines) == 1, "only the piece that was edited"
    assert lines(again, after) == [5, 13]
    assert line_ranges(after, again.unseen) == ((8, 9),)


def test_it_is_tried_again_once_it_has_changed() -> None:
    project, document = opened()
    project.examine(document, Scripted(2))
    after = edited(document, "torch.relu(x)", "torch.relu(x) * 2")
    again = project.examine(after)
    assert lines(again, after) == [5, 9, 9, 13]
    assert again.unseen == ()


def test_it_is_tried_again_once_cuts_are_forgotten() -> None:
    project, document = opened()
    project.examine(document, Scripted(2))
    project.forget_cuts(document.path)
    assert lines(project.examine(document), document) == [5, 9, 9, 13]


def test_what_only_had_to_wait_is_looked_at_by_an_examination_that_goes_on() -> None:
    project, document = opened()
    examination = project.examine(document, Scripted(spent_at=2))
    assert lines(examination, document) == [5]
    assert line_ranges(document, examination.unseen) == ((8, 13),), "neighbours are said as one"
    assert examination.may_go_on
    assert lines(project.examine(document), document) == [5], "not at each keystroke"
    with watched() as engines:
        rest = project.examine(document, goes_on=True)
    assert len(engines) == 2
    assert lines(rest, document) == [5, 9, 9, 13]
    assert not rest.may_go_on


def test_a_document_that_cannot_even_be_prepared_is_unseen_as_a_whole() -> None:
    project, document = opened()
    examination = project.examine(document, Scripted(0))
    assert examination.diagnoses == ()
    assert line_ranges(document, examination.unseen) == ((1, 13),)


def test_what_was_found_before_nobody_waited_any_more_is_kept_and_so_is_what_was_known_before() -> None:
    project, document = opened()
    project.examine(document)
    changed = edited(document, "import torch\n", "import torch\nimport jax\n")
    withdrawn = project.examine(changed, Scripted(withdrawn_at=2))
    assert withdrawn.was_withdrawn
    with watched() as engines:
        whole = project.examine(changed)
    assert len(engines) == 2, "the first piece was looked at before"
    assert lines(whole, changed) == [6, 10, 10, 14]
    with watched() as engines:
        assert lines(project.examine(edited(document, "relu(x)", "relu(x )")), document) == [5, 9, 9, 13]


def test_withdrawn_examinations_do_not_forget_the_last_whole_one() -> None:
    project, document = opened()
    project.examine(document)
    now = document
    for number in range(5):
        now = edited(now, "torch.softmax(x, 1", f"torch.softmax(x, 1{number}")
        assert project.examine(now, Scripted(withdrawn_at=1)).was_withdrawn
    with watched() as engines:
        project.examine(now)
    assert len(engines) == 1, "only the piece that was edited all the time"


HELPER = """\
import torch


def offset():
    return 0.0


def first(x):
    return torch.log(torch.softmax(x, -1) + offset())


def second(x):
    return torch.log(torch.softmax(x, -1) + 1)
"""


def typed() -> tuple[Project, Document]:
    """Return a document in which a helper was changed just now, so that no logarithm can fail any more."""
    project, document = Project(ROOT, Files({})), Document.from_text(f"{ROOT}/main.py", HELPER)
    assert lines(project.examine(document), document) == [9]
    return project, edited(document, "0.0", "0.5")


def test_what_is_in_a_hurry_tells_meanwhile_what_was_found_before() -> None:
    project, document = typed()
    hurried = project.examine(document, Scripted(late_from=0), hurries=True)
    assert lines(hurried, document) == [9]
    assert hurried.is_provisional
    assert hurried.unseen == ()
    (told,) = hurried.diagnoses
    assert all(fix.suppresses for fix in told.fixes), "a fix is known to work only for what is known now"
    assert not project.examine(document).diagnoses


def test_what_is_in_time_looks_at_all() -> None:
    project, document = typed()
    assert project.examine(document, Scripted(), hurries=True) == Examination()


def test_who_is_in_no_hurry_waits() -> None:
    project, document = typed()
    assert project.examine(document, Scripted(late_from=0)) == Examination()


def test_what_changed_is_looked_at_first_and_however_late() -> None:
    project, document = opened()
    project.examine(document)
    after = edited(document, "torch.log(torch.softmax(x, 1))", "torch.log(torch.softmax(x, 1) + 1)")
    hurried = project.examine(after, Scripted(late_from=0), hurries=True)
    assert lines(hurried, after) == [5, 9, 9]
    assert not hurried.is_provisional, "the rest holds as before"


def test_what_was_told_meanwhile_is_moved() -> None:
    project, document = typed()
    below = edited(document, "0.5", "0.25 + \\\n        0.25")
    assert lines(project.examine(below, Scripted(late_from=0), hurries=True), below) == [10]
    further = edited(below, "0.25", "0.5")
    again = project.examine(further, Scripted(late_from=0), hurries=True)
    assert lines(again, further) == [10]
    assert again.is_provisional


def test_where_nothing_was_found_before_all_is_looked_at() -> None:
    project, document = opened()
    hurried = project.examine(document, Scripted(late_from=0), hurries=True)
    assert lines(hurried, document) == [5, 9, 9, 13]
    assert not hurried.is_provisional


def test_comments_are_judged_by_what_was_found_before() -> None:
    project = Project(ROOT, Files({}))
    silenced = HELPER.replace("offset())\n", "offset())  # nanproof: ignore[NAN101]\n")
    document = Document.from_text(f"{ROOT}/main.py", silenced)
    assert not project.examine(document).diagnoses
    after = edited(document, "0.0", "0.5")
    assert not project.examine(after, Scripted(late_from=0), hurries=True).diagnoses
    (unused,) = project.examine(after).diagnoses
    assert unused.finding.code == "NAN901"


def test_what_cost_much_waits_though_it_is_not_late() -> None:
    steps = "".join(f"    y = y * {step}.5 + offset()\n" for step in range(60))
    source = f"{HELPER}\n\ndef long(y):\n{steps}    return torch.log(torch.softmax(y, -1) + offset())\n"
    project, document = Project(ROOT, Files({})), Document.from_text(f"{ROOT}/main.py", source)
    before = project.examine(document)
    assert [each.finding.code for each in before.diagnoses] == ["NAN101", "NAN101"]
    after = edited(document, "0.0", "0.5")
    hurried = project.examine(after, Scripted(), hurries=True)
    assert hurried.is_provisional
    assert lines(hurried, after) == [lines(before, document)[1]], "what cost little is asked again at once"
