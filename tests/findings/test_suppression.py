"""The fix that silences a finding, wherever a comment may stand."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.source.document import Document
from tests.names.project import Files

HEAD = "import torch\np = torch.relu(torch.rand(3))\n"


def suppressed(source: str) -> str | None:
    """Apply the suppressing fix to the only finding of a text, and check that it is gone."""
    project, document = Project(None, Files({})), Document.from_text("a.py", HEAD + source)
    (diagnosis,) = project.diagnose(document)
    fix = next((fix for fix in diagnosis.fixes if fix.suppresses), None)
    if fix is None:
        return None
    assert not fix.preferred
    after = document.changed(sorted(fix.edits, reverse=True))
    assert project.diagnose(after) == ()
    return after.text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("q = torch.log(p)\n", "q = torch.log(p)  # nanproof: ignore[NAN101]\n"),
        ("q = torch.log(p)", "q = torch.log(p)  # nanproof: ignore[NAN101]"),
        ("q = torch.log(p)  # why\n", "q = torch.log(p)  # why  # nanproof: ignore[NAN101]\n"),
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
    found = project.diagnose(document)
    assert [each.finding.code for each in found] == ["NAN101", "NAN101"]
    for each in found:
        (fix,) = [fix for fix in each.fixes if fix.title == "Suppress NAN101 in this file"]
        silent = document.changed(fix.edits)
        assert silent.text == after + source
        assert project.diagnose(silent) == ()
    assert len(project.diagnose(document)) == 2, "what is remembered is not silent for ever"


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
    assert len(Project(None, Files({})).diagnose(Document.from_text("a.py", source))) == count


def test_a_comment_in_a_text_silences_nothing() -> None:
    project = Project(None, Files({}))
    source = HEAD + "q = torch.log(p), '# nanproof: ignore'\n"
    assert len(project.diagnose(Document.from_text("a.py", source))) == 1


def test_the_comment_of_another_statement_silences_nothing() -> None:
    project = Project(None, Files({}))
    source = HEAD + "q = torch.log(p)\nr = 1  # nanproof: ignore\ns = torch.log(p)\n"
    assert len(project.diagnose(Document.from_text("a.py", source))) == 2
