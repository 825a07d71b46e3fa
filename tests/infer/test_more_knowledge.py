"""Who knows more of a value says no less of it: chains of operations, of something unknown and of a layer's outputs.

A finding may only get weaker where what is known excludes the value. Even powers and sizes are left out: that an output
is exactly 0 is nothing usual, while something unknown may be anything (`possible.py`). So are roots, which are told of
themselves where they stand.
"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nanproof.analysis import Project
from nanproof.findings.finding import Severity
from nanproof.infer.value import Number
from nanproof.names.scopes import scope_of
from nanproof.source.document import Document
from tests.names.project import ROOT, Files

STEPS = (
    "{}.sum(-1)",
    "{}.mean(-1)",
    "2 * {}",
    "torch.relu({})",
    "-{}",
    "torch.exp({})",
    "1 - {}",
    "{} + 1e-6",
    "torch.sigmoid({})",
    "torch.softmax({}, -1)",
    "{}[0]",
    "{}.view(-1)",
    "{} - {}.mean()",
    "torch.clamp({}, min=0.0)",
)
ENDS = {"NAN101": "torch.log({})", "NAN102": "y / {}", "NAN103": "torch.rsqrt({})"}
SOURCES = ("self.fc(x)", "x @ self.w")
PROGRAM = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
        self.w = nn.Parameter(torch.randn(8, 8))

    def forward(self, x, y):
        z = {source}
{steps}        return {end}


def step(net, optimizer, x, y):
    net(x, y).mean().backward()
    optimizer.step()
"""
STRENGTH = (Severity.HINT, Severity.INFORMATION, Severity.WARNING, Severity.ERROR)


@given(st.lists(st.sampled_from(STEPS), max_size=3), st.sampled_from(sorted(ENDS)), st.sampled_from(SOURCES))
def test_more_knowledge_never_weakens_a_finding(steps: list[str], code: str, source: str) -> None:
    of_unknown, _ = _told("x", steps, code)
    of_known, known = _told(source, steps, code)
    assert of_known >= of_unknown or _is_excluded(known, code), (steps, ENDS[code], source)


def _told(source: str, steps: list[str], code: str) -> tuple[int, Number | None]:
    """Return how strong the finding of the last operation is, 0 for none, and what is known of its operand."""
    written = "".join(f"        z = {each.replace('{}', 'z')}\n" for each in steps)
    text = PROGRAM.format(source=source, steps=written, end=ENDS[code].replace("{}", "z"))
    document = Document.from_text(f"{ROOT}/main.py", text)
    project = Project(ROOT, Files({"main.py": text}), is_still=True)
    start = text.index("        return")
    found = [each.finding for each in project.diagnose(document)]
    # What is told otherwise, where an exponential overflows or of a mask that does nothing, is not told again.
    last = [each for each in found if each.code == code and each.span.start >= start]
    levels = [1 + STRENGTH.index(each.severity) for each in last or found]
    operand = next(each.start() for each in re.finditer(r"\bz\b", text) if each.start() > start)
    node = document.tree.root_node.descendant_for_byte_range(operand, operand + 1)
    assert node is not None
    engine = project._engine(document)
    value = engine.value(engine.general(document, scope_of(node)), node)
    return max(levels, default=0), value if isinstance(value, Number) else None


def _is_excluded(known: Number | None, code: str) -> bool:
    if known is None:
        return False
    interval = known.range.interval
    return interval.low > 0 or (code == "NAN102" and interval.high < 0)
