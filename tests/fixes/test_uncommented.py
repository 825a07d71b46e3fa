"""What is offered where a comment silences nothing: it goes, and it is said that a person's words behind it go, too."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.fix import Applicability
from nanproof.source.document import Document
from tests.names.project import Files

IDLE = "what does nothing is not missed"
FOUND = "x = torch.log(torch.softmax(y, 0))"


@pytest.mark.parametrize(
    ("line", "title", "applicability", "reason"),
    [
        (
            "x = 1  # nanproof: ignore[NAN101]",
            "Remove the comment",
            Applicability.SAFE,
            IDLE,
        ),
        (
            "x = 1  # nanproof: ignore[NAN101] because of the loss",
            "Remove the comment",
            Applicability.UNSAFE,
            "your words behind it go with it",
        ),
        (
            f"{FOUND}  # nanproof: ignore[NAN101, NAN102]",
            "Leave NAN101",
            Applicability.SAFE,
            IDLE,
        ),
    ],
)
def test_it_is_said_what_goes(line: str, title: str, applicability: Applicability, reason: str) -> None:
    document = Document.from_text("a.py", f"import torch\n{line}\n")
    (found,) = Project(None, Files({})).diagnose(document)
    (fix,) = found.fixes
    assert (fix.title, fix.applicability, fix.reason) == (title, applicability, reason)


def test_what_nearly_names_a_rule_is_written_right_beside_the_other_words() -> None:
    document = Document.from_text("a.py", f"import torch\n{FOUND}  # nanproof: ignore[NAN2, NAN11]\n")
    fixes = [fix for found in Project(None, Files({})).diagnose(document) for fix in found.fixes]
    (fix,) = [each for each in fixes if each.title.startswith("Write")]
    assert (fix.title, fix.result) == ("Write NAN101", "# nanproof: ignore[NAN2, NAN101]")
