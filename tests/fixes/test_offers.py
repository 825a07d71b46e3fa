"""What fixes say, and what a literate case cannot show: reasons, several lines, comments that silence."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from tests.names.project import Files


def fixes(source: str, at: int = -1) -> list[Fix]:
    """Return the fixes of one finding."""
    return list(Project(None, Files({})).diagnose(Document.from_text("a.py", source))[at].fixes)


def mended(source: str, fix: Fix) -> str:
    edits = sorted(fix.edits, key=lambda edit: edit.span, reverse=True)
    return Document.from_text("a.py", source).changed(edits).text


TORCH = "import torch\nfrom torch import nn\nhead = nn.Linear(8, 8)\n\n\ndef f(x, y):\n    "
JAX = "import jax.numpy as jnp\n\n\ndef f(x, y):\n    "


@pytest.mark.parametrize(
    ("source", "title", "reason"),
    [
        (f"{TORCH}return torch.log(torch.relu(x))", "Mask", "operands above 1e-10 keep their value; at 1e-10"),
        (f"{TORCH}return torch.log(head(x))", "Mask", "what the network answers below 0 has no gradient"),
        (
            f"{TORCH}return torch.sqrt(torch.clamp(x, min=0))",
            "Repair",
            "right where nobody needs the value at 0",
        ),
        (f"{TORCH}return torch.atanh(torch.clamp(torch.tanh(x), -1.0, 0.5))", "Repair", "at the new bound value and"),
        (
            f"{JAX}return x / jnp.linalg.norm(x)",
            "Keep the root",
            "a mask around it would leave the gradient of",
        ),
        (f"{JAX}n = jnp.linalg.norm(x)\n    print(n)\n    return x / n", "Keep the root", "right where nothing asks"),
        (
            f"{TORCH}p = torch.softmax(self.z, -1)\n    self.go()\n    return torch.log(p)",
            "Use the stable function: log_p = torch.log_softmax(self.z, -1)",
            "the log-softmax is finite",
        ),
    ],
)
def test_why_a_fix_is_offered(source: str, title: str, reason: str) -> None:
    assert [fix.reason[: len(reason)] for fix in fixes(source) if fix.title.startswith(title)] == [reason]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_operand_of_several_lines_has_a_name_in_parentheses(end: str) -> None:
    source = f"{TORCH}p = torch.softmax(x\n        + y, -1)\n    x = 0\n    return torch.log(p)\n".replace("\n", end)
    fix = fixes(source)[0]
    assert f"logits = (x{end}        + y){end}" in mended(source, fix)


def test_squares_of_several_lines_have_a_name_in_parentheses() -> None:
    source = f"{JAX}n = jnp.linalg.norm(x\n        - y)\n    return jnp.where(n > 0, 1 / n, 0.0)\n"
    assert "squared_n = (jnp.sum(jnp.square(x\n        - y)))\n" in mended(source, fixes(source)[0])


def test_no_root_is_written_that_takes_an_import() -> None:
    source = "from jax.numpy import sqrt, sum\n\n\ndef f(x):\n    return x / sqrt(sum(x ** 2))\n"
    assert not [fix for fix in fixes(source) if fix.title.startswith("Keep")]
    source = "from jax.numpy import maximum, sqrt, sum\n\n\ndef f(x):\n    return x / sqrt(sum(x ** 2))\n"
    assert [fix.result for fix in fixes(source) if fix.title.startswith("Keep")] == [
        "x / sqrt(maximum(sum(x ** 2), 1e-12))"
    ]


def test_an_exponential_inside_of_those_of_a_softmax_is_masked() -> None:
    source = f"{TORCH}h = head(x)\n    return torch.exp(torch.exp(h)) / torch.exp(torch.exp(h)).sum(-1, keepdim=True)\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    inner = [each for each in found if "`h`" in each.finding.message]
    assert len(inner) == 2
    assert all(any(fix.title.startswith("Mask the operand") for fix in each.fixes) for each in inner)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("p = torch.log(torch.relu(x))", "p = torch.log(torch.relu(x))  # nanproof: ignore[NAN101]"),
        ("p = torch.log(torch.relu(x)) ", "p = torch.log(torch.relu(x))  # nanproof: ignore[NAN101]"),
        (
            "p = torch.log(torch.relu(x))  # nanproof: ignore[NAN102]",
            "p = torch.log(torch.relu(x))  # nanproof: ignore[NAN102, NAN101]",
        ),
        (
            'p = f"""{torch.log(torch.relu(x))}\n"""',
            'p = f"""{torch.log(torch.relu(x))}\n"""  # nanproof: ignore[NAN101]',
        ),
        (
            "p = torch.log(torch.relu(x)) + \\\n    1",
            "p = torch.log(torch.relu(x)) + \\\n    1  # nanproof: ignore[NAN101]",
        ),
    ],
)
def test_a_finding_is_silenced_behind_the_statement(line: str, expected: str) -> None:
    source = f"import torch\n\n\ndef f(x):\n    {line}\n    return p\n"
    silencing = [fix for fix in fixes(source, 0) if fix.suppresses and fix.title.endswith("line")]
    assert [mended(source, fix) for fix in silencing] == [source.replace(line, expected)]
    assert all(fix.applicability is Applicability.SAFE for fix in silencing)


def test_what_ends_in_a_backslash_takes_no_comment() -> None:
    found = [fix for fix in fixes("import torch\np = torch.log(torch.relu(x)) + \\") if fix.suppresses]
    assert [fix.title for fix in found] == ["Suppress NAN101 in this file"]
