"""The harness itself: an annotation that is wrong in any part is told, and so is a finding without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.fixes.applied import moved
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.span import Span, TextEdit
from tests.literate.annotations import MalformedCaseError, parsed
from tests.literate.applying import apart, compiles, faults
from tests.literate.observations import differences, document_of, observed, project_of, revelations

GOOD = """import torch

p = torch.softmax(x, -1)
q = torch.log(p)
#   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
# fixed: torch.log_softmax(x, -1)
# or: torch.log(torch.clamp(p, 1e-10, 1.0))
# from: `torch.softmax(x, -1)` made here
reveal_range(p)  # [0, 1] float32 takes 0, 1
"""


def told(annotated: str) -> list[str]:
    """Return what the harness has to say about a case with one finding and one annotation."""
    case = parsed(Path("/nowhere/case.py"), annotated)
    document = document_of(case)
    (diagnosis,) = project_of(case).diagnose(document)
    (expected,) = case.expected
    return list(differences(expected, observed(document, diagnosis)))


def test_the_text_is_the_case_without_its_annotations() -> None:
    case = parsed(Path("case.py"), GOOD)
    assert "#   ^" not in case.text
    assert case.text.splitlines()[3:] == ["q = torch.log(p)", "reveal_range(p)  # [0, 1] float32 takes 0, 1"]
    assert case.at(4) == "case.py:9"


def test_a_right_annotation() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("#   ^^^^^^^^^^^^", "#   ^^^^^^^^^^^", "columns are 4-16"),
        ("#   ^^^^^^^^^^^^", "#    ^^^^^^^^^^^^", "columns are 4-16"),
        ("#   ^^^^^^^^^^^^ ", "#   ^^^^^^^^^^^^+1 ", "columns are 4-16"),
        ("NAN101", "NAN102", "it is NAN101 warning"),
        ("warning", "information", "it is NAN101 warning"),
        ("`p` is a softmax", "`p` is a sigmoid", "the message is: `p` is a softmax"),
        ("`p` is a softmax", "...a sigmoid", "the message is: `p` is a softmax"),
        ("1e-10", "1e-9", "the other fixes are"),
        (
            "fixed: torch.log_softmax(x, -1)",
            "fixed: torch.log_softmax(x)",
            "the fix leaves, safe: torch.log_softmax(x, -1)",
        ),
        ("fixed:", "fixed (unsafe):", "the fix leaves, safe"),
        ("fixed: torch.log_softmax(x, -1)", "fixed: nothing", "the fix leaves, safe"),
        ("# from", "# adds: import torch\n# from", "the fix adds: ()"),
        ("# from", "# removes: p = 1\n# from", "the fix removes: ()"),
        ("made here", "goes into `p` here", "the reasons are"),
        ("# from", "# from: `x` passed here\n# from", "the reasons are"),
    ],
)
def test_a_wrong_annotation(right: str, wrong: str, complaint: str) -> None:
    (said, *_) = told(GOOD.replace(right, wrong))
    assert complaint in said


@pytest.mark.parametrize(
    "annotated",
    ["x = 1\n# ^^^ missing code\n", "# fixed: x\n", "x = 1\n#  ^ NAN101 warning: a\n# fixed: b\n# fixed: c\n"],
)
def test_what_is_no_annotation(annotated: str) -> None:
    with pytest.raises(MalformedCaseError):
        parsed(Path("case.py"), annotated)


@pytest.mark.parametrize("stated", ["[0, 2] float32", "[0, 1] float16", "[0, 1] float32 takes 0", "unknown"])
def test_a_wrong_revelation(stated: str) -> None:
    case = parsed(Path("/nowhere/case.py"), GOOD.replace("[0, 1] float32 takes 0, 1", stated))
    ((_, said, inferred),) = revelations(case)
    assert said != inferred


def fixed(*edits: tuple[int, int, str]) -> list[str]:
    """Return what the harness has to say about a fix of the good case."""
    case = parsed(Path("/nowhere/case.py"), GOOD)
    document, project = document_of(case), project_of(case)
    (diagnosis,) = project.diagnose(document)
    texts = tuple(TextEdit(Span(start, end), text) for start, end, text in edits)
    fix = Fix("", "", "", Applicability.SAFE, texts, preferred=True)
    return faults(project, document, [(diagnosis, fix)])


TWO = """import torch
def f(z, w):
    p = torch.softmax(z, 0)
    torch.log(p), torch.log(p)
    torch.log(p)
def g(z):
    return torch.log(torch.softmax(z, 0))
def h(p):
    return torch.log(p)
h(torch.softmax(w, 0))
"""


def test_what_is_judged_together() -> None:
    case = parsed(Path("/nowhere/case.py"), TWO)
    document = document_of(case)
    diagnoses = project_of(case).diagnose(document)
    assert len(diagnoses) == 5
    judged = apart(document, diagnoses)
    assert sum(map(len, judged)) == sum(len(each.fixes) for each in diagnoses)
    for chosen in judged:
        silencing = [fix for _, fix in chosen if fix.suppresses]
        assert len(silencing) in (0, len(chosen))
    (in_file,) = (fixes for fixes in judged if fixes[0][1].title.endswith("in this file"))
    assert len(in_file) == 5, "one comment for all"
    (on_lines,) = (fixes for fixes in judged if fixes[0][1].title.endswith("on this line"))
    assert len(on_lines) == 5, "those of one line leave the same text"
    mending = [chosen for chosen in judged if not chosen[0][1].suppresses]
    lines = [{document.lines.line_at(each.finding.span.start) for each, _ in chosen} for chosen in mending]
    assert {3, 6, 8} in lines, "the first of each function"
    assert all(len(each & {3, 4}) <= 1 for each in lines), "two of one function"
    assert len({(each.finding.span, fix.title) for chosen in mending for each, fix in chosen}) == sum(map(len, mending))


def test_a_fix_that_is_none() -> None:
    at, end = GOOD.index("(p)") + 1, GOOD.index("(p)") + 2
    assert fixed((at, end, "p.clamp(1e-6)")) == []
    assert fixed((at, end, "p + 1e-6")) == []  # what is left is a hint
    assert any("changes nothing" in fault for fault in fixed())
    assert any("is left" in fault for fault in fixed((at, end, "p + 0")))
    assert any("does not parse" in fault for fault in fixed((at, end, "(p + 1e-6")))
    assert any("does not compile" in fault for fault in fixed((at, end, "p=1, 2")))
    another = (0, 0, "import torch\nr = torch.log(0.0)\n")
    assert any("left or new" in fault for fault in fixed((at, end, "p.clamp(1e-6)"), another))


def test_offsets_after_an_edit() -> None:
    edits = [TextEdit(Span(5, 7), "four"), TextEdit(Span(0, 0), "é")]
    assert [moved(offset, edits) for offset in (0, 5, 7, 9)] == [2, 7, 11, 13]


def test_what_compiles() -> None:
    assert compiles(document_of(parsed(Path("case.py"), GOOD)))
    assert not compiles(document_of(parsed(Path("case.py"), "x = = 1\n")))
