"""The fix that silences a finding, wherever a comment may stand."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.budget import Unlimited
from nanproof.findings.finding import Severity
from nanproof.source.document import Document
from tests.names.project import Files

HEAD = "import torch\np = torch.relu(torch.rand(3))\n"


def codes(project: Project, document: Document) -> list[str]:
    return [each.finding.code for each in project.diagnose(document)]


def suppressed(source: str) -> str | None:
    """Apply the suppressing fix to the only finding of a text, and check that it is gone."""
    project, document = Project(None, Files({})), Document.from_text("a.py", HEAD + source)
    (diagnosis,) = [each for each in project.diagnose(document) if each.finding.code == "NAN101"]
    fix = next((fix for fix in diagnosis.fixes if fix.suppresses), None)
    if fix is None:
        return None
    assert not fix.preferred
    after = document.changed(sorted(fix.edits, reverse=True))
    assert "NAN101" not in codes(project, after)
    return after.text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("q = torch.log(p)\n", "q = torch.log(p)  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p)", "q = torch.log(p)  # nanproof: ignore[NAN101]"),
        ("q = torch.log(p)  # why\n", "q = torch.log(p)  # why  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p)  # noqa\n", "q = torch.log(p)  # noqa  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p)  # noqa: E501\n", "q = torch.log(p)  # noqa: E501  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p) \n", "q = torch.log(p)  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p)\t\n", "q = torch.log(p)\t# nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p)\r\nr = 1\r\n", "q = torch.log(p)  # nanproof: ignore[NAN101]\r\nr = 1\r\n"),
        (
            "q = torch.log(p)  # nanproof: ignore[NAN102]\n",
            "q = torch.log(p)  # nanproof: ignore[NAN102, NAN101]\n",
        ),
        ("q = 1 + \\\n    torch.log(p)\n", "q = 1 + \\\n    torch.log(p)  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p) + \\\n    1\n", "q = torch.log(p) + \\\n    1  # nanproof: ignore[NAN101]\n"),
        ("q = [\n    torch.log(p),\n]\n", "q = [\n    torch.log(p),  # nanproof: ignore[NAN101]\n]\n"),
        ("if torch.log(p):\n    pass\n", "if torch.log(p):  # nanproof: ignore[NAN101]\n    pass\n"),
        ("é = '😀'; q = torch.log(p)\n", "é = '😀'; q = torch.log(p)  # nanproof: ignore[NAN101]\n"),
        ('q = torch.log(p), """a\nb"""\n', 'q = torch.log(p), """a\nb"""  # nanproof: ignore[NAN101]\n'),
    ],
)
def test_the_comment_goes_to_the_end_of_a_line(before: str, after: str) -> None:
    assert suppressed(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# nanproof: ignore-file[NAN101]\n"),
        ("# -*- coding: utf-8 -*-\n", "# -*- coding: utf-8 -*-\n# nanproof: ignore-file[NAN101]\n"),
        ("#!/usr/bin/python\n# about\n", "#!/usr/bin/python\n# nanproof: ignore-file[NAN101]\n# about\n"),
        ("#!/bin/x\n# coding=utf-8\n", "#!/bin/x\n# coding=utf-8\n# nanproof: ignore-file[NAN101]\n"),
        ("\ufeffx = 1\r\n", "\ufeff# nanproof: ignore-file[NAN101]\r\nx = 1\r\n"),
        ("# nanproof: ignore-file[NAN102]\n", "# nanproof: ignore-file[NAN102, NAN101]\n"),
    ],
)
def test_a_rule_is_silenced_in_the_whole_file(before: str, after: str) -> None:
    project = Project(None, Files({}))
    source = f"{HEAD}q = torch.log(p)\ndef f(x):\n    return torch.log(torch.relu(x))\n"
    document = Document.from_text("a.py", before + source)
    found = [each for each in project.diagnose(document) if each.finding.code == "NAN101"]
    assert len(found) == 2
    for each in found:
        (fix,) = [fix for fix in each.fixes if fix.title == "Suppress NAN101 in this file"]
        silent = document.changed(fix.edits)
        assert silent.text == after + source
        assert "NAN101" not in codes(project, silent)
    assert codes(project, document).count("NAN101") == 2, "what is remembered is not silent for ever"


@pytest.mark.parametrize(
    ("comment", "count"),
    [
        ("# nanproof: ignore-file", 0),
        ("# NANPROOF: ignore-file[nan101]", 0),
        ("    # nanproof: ignore-file[NAN101, NAN102]", 0),
        ("# nanproof: ignore-file[NAN102]", 1),
        ("x = 1  # nanproof: ignore-file", 1),
        ('"""\n# nanproof: ignore-file\n"""', 1),
        ("# nanproof: ignore-files", 1),
    ],
)
def test_what_silences_a_file(comment: str, count: int) -> None:
    source = f"{HEAD}q = torch.log(p)\n{comment}\n"
    assert codes(Project(None, Files({})), Document.from_text("a.py", source)).count("NAN101") == count


def test_a_comment_in_a_text_silences_nothing() -> None:
    project = Project(None, Files({}))
    source = HEAD + "q = torch.log(p), '# nanproof: ignore'\n"
    assert len(project.diagnose(Document.from_text("a.py", source))) == 1


def test_the_comment_of_another_statement_silences_nothing() -> None:
    project = Project(None, Files({}))
    source = HEAD + "q = torch.log(p)\nr = 1  # nanproof: ignore\ns = torch.log(p)\n"
    assert codes(project, Document.from_text("a.py", source)) == ["NAN101", "NAN901", "NAN101"]


OF_NO_USE = "q = torch.log(p + 1)  # nanproof: ignore[NAN101]\n"


def mended(source: str) -> str:
    """Apply the fix of the only finding that is about a comment, and check that nothing is left to say of it."""
    project, document = Project(None, Files({})), Document.from_text("a.py", source)
    (diagnosis,) = [each for each in project.diagnose(document) if each.finding.code.startswith("NAN9")]
    (fix,) = diagnosis.fixes
    after = document.changed(sorted(fix.edits, reverse=True))
    assert not [code for code in codes(project, after) if code.startswith("NAN9")]
    return after.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("q = 1  # nanproof: ignore[NAN101]\n", "q = 1\n"),
        ("q = 1  # nanproof: ignore[NAN101]", "q = 1"),
        ("q = 1\t# nanproof: ignore\r\nr = 1\r\n", "q = 1\r\nr = 1\r\n"),
        ("q = 1  # why  # noqa: NAN101\n", "q = 1  # why\n"),
        ("q = 1  # noqa: E501, NAN101\n", "q = 1  # noqa: E501\n"),
        ("q = 1  # noqa: NAN101,E501\n", "q = 1  # noqa: E501\n"),
        ("q = 1  # noqa: NAN101  # type: ignore\n", "q = 1  # type: ignore\n"),
        ("if q:\n    # nanproof: ignore[NAN101]\n    r = 1\n", "if q:\n    r = 1\n"),
        ("# nanproof: ignore-file[NAN101]\nq = 1\n", "q = 1\n"),
        ("    # nanproof: ignore-file\nq = 1\n", "q = 1\n"),
        ("q = torch.log(p)  # nanproof: ignore[é, NAN1]\n", "q = torch.log(p)  # nanproof: ignore[NAN1]\n"),
    ],
)
def test_what_is_of_no_use_is_taken_away(before: str, after: str) -> None:
    assert mended(HEAD + before) == HEAD + after


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("q = 1  # noqa\n", id="what other tools read"),
        pytest.param("q = 1  # noqa: E501\n", id="codes of other tools"),
        pytest.param("q = 1  # nanproof: ignore[NAN101, NAN901]\n", id="one that silences this as well"),
        pytest.param("# nanproof: ignore-file[NAN9]\nq = 1  # nanproof: ignore[NAN101]\n", id="in the whole file"),
        pytest.param("q = 1  # nanproof: ignore[NAN101]\nr = (\n", id="with a syntax error"),
        pytest.param("q = '# nanproof: ignore'\n", id="in a string"),
        pytest.param("q = torch.log(p)  # nanproof: ignore[NAN101]  # noqa: NAN101\n", id="two that do the same"),
    ],
)
def test_nothing_is_said_of(source: str) -> None:
    assert codes(Project(None, Files({})), Document.from_text("a.py", HEAD + source)) == []


def test_what_other_tools_read_is_told_beside_a_finding_and_becomes_ours_by_hand() -> None:
    source = f"{HEAD}q = torch.log(p)  # noqa\n"
    (_, diagnosis) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    assert diagnosis.finding.about == ("NAN101", Severity.WARNING)
    assert [each.suppresses for each in diagnosis.fixes] == [True], "--fix does not make it, safe as it is"
    assert mended(source) == f"{HEAD}q = torch.log(p)  # noqa  # nanproof: ignore[NAN101]\n"


def test_a_comment_without_a_list_does_not_silence_itself() -> None:
    for comment in ("# nanproof: ignore", "# nanproof: ignore-file"):
        assert codes(Project(None, Files({})), Document.from_text("a.py", f"{comment}\nq = 1\n")) == ["NAN901"]


class Spent(Unlimited):
    is_spent = True


def test_nothing_is_said_of_comments_where_the_budget_ended() -> None:
    document = Document.from_text("a.py", HEAD + "q = torch.log(p)\n" + OF_NO_USE)
    examination = Project(None, Files({})).examine(document, Spent())
    assert examination.unseen
    assert not examination.diagnoses
    assert codes(Project(None, Files({})), document) == ["NAN101", "NAN901"]


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_line_may_end_in_a_string(end: str) -> None:
    line = 'y = torch.log(p), "as it is"'
    assert suppressed(line + end) == f"{line}  # nanproof: ignore[NAN101]{end}"
