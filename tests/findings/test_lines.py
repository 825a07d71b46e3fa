"""The first line of every message stands alone: it is short, quotes its operand once, and says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nanproof.analysis import Project
from nanproof.findings.line import LONGEST_LINE, Source, line
from nanproof.source.document import Document
from nanproof.source.quoting import abridged, one_line
from tests.literate.annotations import Case, read_case
from tests.literate.observations import document_of, project_of
from tests.names.project import Files

CASES = Path(__file__).parent.parent / "cases"
LONG = "features_of_the_last_layer_of_the_encoder[:, 0].reshape(batch_size, -1).contiguous()"
# What a message was once made of, and no longer is.
UNWANTED = ("values in any value", "other than 0", "10000", "exactly inf", "\n")
PROGRAMS = (
    "q = torch.log(torch.softmax(KEY, dim=-1))",
    "q = torch.log(1 - torch.sigmoid(KEY))",
    "q = KEY / torch.relu(KEY).sum(dim=1, keepdim=True)",
    "q = KEY / (KEY > 0).sum(dim=-1)",
    "q = torch.log(torch.clamp(torch.softmax(KEY, dim=-1), 1e-50, 1.0))",
    "q = torch.log(torch.softmax(KEY, dim=-1) + 1e-50)",
    "q = torch.log(torch.softmax(KEY, dim=-1)) + 1e-8",
    "q = torch.where(KEY > 0, torch.log(torch.softmax(KEY, dim=-1)), 0.0)",
    "q = torch.nan_to_num(torch.log(torch.softmax(KEY, dim=-1)))",
    "q = torch.sqrt(torch.clamp(torch.softmax(KEY, dim=-1), 0, 1))",
    "q = torch.acos(torch.tanh(KEY).clamp(-1, 1))",
    "q = torch.exp(KEY) / torch.exp(KEY).sum(dim=-1, keepdim=True)",
    "q = torch.log(1 + torch.exp(KEY))",
    "q = torch.log(torch.softmax(KEY, dim=-1) + 1e-8)",
    "q = torch.exp(torch.nn.Linear(8, 1)(KEY))",
    "q = torch.acos(torch.nn.functional.cosine_similarity(KEY, KEY + 1))",
    "q = torch.std((KEY)[:1], dim=0)",
)


def _paths() -> list[Path]:
    return sorted([*CASES.glob("*/*.py"), *CASES.glob("*/*/main.py")])


def messages_of(case: Case) -> list[str]:
    return [each.finding.message for each in project_of(case).diagnose(document_of(case))]


def faults_of(message: str) -> list[str]:
    first = message.partition("\n")[0]
    faults = [f"holds {each!r}" for each in UNWANTED if each in message]
    if len(first) > LONGEST_LINE:
        faults.append(f"{len(first)} characters")
    quotes = re.findall(r"`[^`]+`", first)
    if len(set(quotes)) < len(quotes):
        faults.append("says one thing twice")
    return faults


@pytest.mark.parametrize("path", _paths(), ids=lambda path: path.relative_to(CASES).as_posix())
def test_the_first_line_of_a_case_is_short(path: Path) -> None:
    for message in messages_of(read_case(path)):
        assert not faults_of(message), message


@pytest.mark.parametrize("operand", ["x", LONG, LONG.replace("(", "(\n        "), "x.foo(" * 20 + "y" + ")" * 20])
@pytest.mark.parametrize("program", PROGRAMS)
def test_it_is_as_short_for_long_operands(program: str, operand: str) -> None:
    source = f"import torch\n\n\ndef f(x, y):\n    {program.replace('KEY', operand)}\n    return q\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    assert found
    for diagnosis in found:
        assert not faults_of(diagnosis.finding.message), diagnosis.finding.message


@pytest.mark.parametrize("operand", ["h", LONG])
def test_it_is_short_where_a_deviation_has_no_gradient(operand: str) -> None:
    source = f"import jax\n\n\ndef loss(h):\n    return jax.numpy.std({operand})\n\n\ng = jax.grad(loss)\n"
    (diagnosis,) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    assert "differs anywhere" in diagnosis.finding.message
    assert not faults_of(diagnosis.finding.message), diagnosis.finding.message


def message_of(program: str) -> str:
    source = f"import torch\n\n\ndef f(h):\n    return {program}\n"
    (diagnosis,) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return diagnosis.finding.message


def test_the_nearest_producer_is_to_blame() -> None:
    message = message_of("torch.log(1 - torch.sigmoid(torch.exp(h)))")
    assert "a sigmoid is exactly 1" in message
    assert "exponential" not in message


def test_what_only_hands_on_a_zero_is_not_to_blame() -> None:
    assert "as a softmax" in message_of("torch.log(torch.abs(torch.softmax(h, -1)))")


def test_what_is_not_certain_can_be() -> None:
    assert message_of("torch.log(torch.clamp(h, 0, 1))").startswith("`torch.clamp(h, 0, 1)` masks nothing")
    assert " can be 0 " in message_of("torch.log(1 - torch.sigmoid(h))")


def test_the_producer_says_when_and_in_which_dtype() -> None:
    source = "import torch\np = torch.softmax(x, -1)\nq = torch.log(p)\n"
    (diagnosis,) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    made = diagnosis.finding.reasons[0].message
    assert made == "made here, exactly 0 in float32 once a logit trails the largest by 104"


def test_a_dtype_that_decides_nothing_is_not_named() -> None:
    source = "import torch\np = torch.relu(x)\nq = torch.log(p)\n"
    (diagnosis,) = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    assert diagnosis.finding.reasons[0].message == "made here, exactly 0 for inputs of 0 or less"


@pytest.mark.parametrize(
    ("source", "longest", "short"),
    [
        ("f(a(b(c)), d)", 11, "f(a(…), d)"),
        ("f(a(b(c)), d)", 9, "f(…)"),
        ("torch.nn.functional.relu(x)", 12, "….relu(…)"),
        ("x[:, 0] * y[:, 1]", 12, "x[…] * y[…]"),
    ],
)
def test_the_innermost_brackets_are_left_out_first(source: str, longest: int, short: str) -> None:
    assert abridged(source, longest) == short


def test_several_lines_become_one_as_somebody_would_write_it() -> None:
    assert one_line("f(\n    x,  # why\n    dim=-1,\n)") == "f(x, dim=-1)"
    assert one_line("(\n    x\n    .sum()\n)") == "(x.sum())"


def test_the_fullest_wording_that_fits_is_taken() -> None:
    name = Source("x")
    assert line((name, " is long"), (name, " is short")) == "`x` is long"
    assert line((name, "!" * LONGEST_LINE), (name, " is short")) == "`x` is short"
