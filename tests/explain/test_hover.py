"""What the editor shows over an operation and over its operand."""

from __future__ import annotations

import pytest

from nanproof.analysis import Description, Project
from nanproof.catalog import Operation, load
from nanproof.findings.rule import CommentRule, SiteRule
from nanproof.rules.registry import COMMENT_RULES, SITE_RULES
from nanproof.source.document import Document
from tests.names.project import Files

SOURCE = """import tensorflow as tf

def loss(x, y):
    p = tf.nn.softmax(x)
    safe = tf.math.log(p + 1.0)
    unknown = tf.math.log(y)
    return tf.reduce_sum(y * tf.math.log(p)) + safe
"""


def shown(at: str, shift: int = 0, source: str = SOURCE) -> Description | None:
    """Return the hover at the last place where a text stands."""
    document = Document.from_text("a.py", source)
    return Project(None, Files({})).describe(document, source.encode().rindex(at.encode()) + shift)


def test_it_tells_everything() -> None:
    description = shown("tf.math.log(p)")
    assert description is not None
    document = Document.from_text("a.py", SOURCE)
    assert document.slice(description.span) == "tf.math.log(p)"
    parts = description.markdown.split("\n\n")
    assert parts[0] == "`tensorflow.math.log`: natural logarithm; operands must be above 0"
    assert parts[1] == "`p`: `[0, 1]` in float32", "without a code span some editors show `0, 1`"
    assert parts[2].startswith("**warning NAN101 unmasked-log**: `p` is a softmax, exactly 0 once a logit trails")
    assert parts[3].splitlines() == [
        "1. line 4: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87",
        "2. line 7: `tf.math.log(p)` used here, where values must be above 0",
    ]
    assert "- `tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))`: " in description.markdown
    below = description.markdown.partition("\n---\n")[2]
    assert "*Missing the mask of invalid value.*" in below
    assert "[NAN101 unmasked-log](file:///" in below
    assert "Suppress" not in description.markdown


def test_a_safe_operation_is_said_to_be_safe() -> None:
    description = shown("tf.math.log(p + 1.0)")
    assert description is not None
    assert "`p + 1.0`: `[1, 2]` in float32" in description.markdown
    assert "Nothing to mend" in description.markdown
    assert "warning" not in description.markdown


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    description = shown("tf.math.log(y)")
    assert description is not None
    assert "`y`: nothing is known of its values" in description.markdown
    assert "**information NAN101" in description.markdown


@pytest.mark.parametrize(("at", "shift"), [("tf.math.log(p)", 0), ("log(p)", 0), ("log(p)", 2), ("p)) + safe", 0)])
def test_it_is_shown_over_the_name_and_the_operand(at: str, shift: int) -> None:
    assert shown(at, shift) == shown("tf.math.log(p)")


@pytest.mark.parametrize("at", ["import", "tf\n", "def", "return", "y * ", "x, y", "(x)", ") +", "loss("])
def test_elsewhere_nothing_is_shown(at: str) -> None:
    assert shown(at) is None


def test_the_innermost_operation_is_shown() -> None:
    description = shown("torch.log(p)", source="import torch\nq = torch.log(-torch.log(p))\n")
    assert description is not None
    assert description.span.start == len("import torch\nq = torch.log(-")


def test_source_is_quoted_on_one_line() -> None:
    source = "import torch\nq = torch.log(\n    torch.relu(\n        x,\n    )\n)\n"
    description = shown("torch.log", source=source)
    assert description is not None
    assert "`torch.relu(x)`: `[0, inf]` in float32" in description.markdown


def test_the_line_to_paste_stands_below_the_smell() -> None:
    description = shown("tf.math.log(p)")
    assert description is not None
    below = description.markdown.partition("\n---\n")[2]
    assert below.endswith("- See it: `import tensorflow as tf; tf.math.log(tf.constant(0.0))`")


def test_an_operator_is_shown_as_the_framework_calls_it() -> None:
    source = "import torch\n\ndef f(x):\n    return 1 / torch.linalg.norm(x)\n"
    description = shown("1 / torch", 2, source)
    assert description is not None
    assert "- See it: `import torch; torch.div(torch.tensor(1.0), torch.tensor(0.0))`" in description.markdown


def test_the_derivative_has_a_line_of_its_own() -> None:
    source = "import torch\n\ndef f(x):\n    return torch.sqrt((x * x).sum())\n"
    description = shown("torch.sqrt", 0, source)
    assert description is not None
    assert "- See its derivative: `import torch; " in description.markdown
    assert "torch.sqrt" in description.markdown.rpartition("- See its derivative: ")[2]


HELD = """import torch

def f(x, y, self):
    p = torch.softmax(x, dim=0)
    self.q = 1 - p
    dim = 1.5
    return (p, self.q, x.relu(), dim, y / p, x / p / y)
"""


@pytest.mark.parametrize(
    ("at", "shift", "slice_", "first"),
    [
        ("p = ", 0, "p", "`p`: `[0, 1]` float32 tensor takes 0, 1 (simplex)"),
        ("p, self", 0, "p", "`p`: `[0, 1]` float32 tensor takes 0, 1 (simplex)"),
        ("- p", 2, "p", "`p`: `[0, 1]` float32 tensor takes 0, 1 (simplex)"),
        ("q = ", 0, "self.q", "`self.q`: `[0, 1]` float32 tensor takes 0, 1"),
        ("softmax", 1, "torch.softmax(x, dim=0)", "`torch.softmax`: softmax"),
        ("relu", 0, "x.relu()", "`torch.Tensor.relu`: ReLU"),
        ("dim, y", 0, "dim", "`dim`: {1.5} float64 Python number"),
    ],
)
def test_a_name_shows_what_it_holds_and_a_call_what_it_is(at: str, shift: int, slice_: str, first: str) -> None:
    description = shown(at, shift, HELD)
    assert description is not None
    assert Document.from_text("a.py", HELD).slice(description.span) == slice_
    assert description.markdown.split("\n\n")[0] == first


def test_where_a_value_was_made_is_told() -> None:
    description = shown("p, self", source=HELD)
    assert description is not None
    assert description.markdown.split("\n\n")[1].startswith("1. line 4: `torch.softmax(x, dim=0)` made here, values in")


def test_the_name_of_an_argument_holds_nothing() -> None:
    assert shown("dim=0", source=HELD) is None


@pytest.mark.parametrize(("at", "span"), [("y / p", "y / p"), ("x / p", "x / p"), ("/ p, ", "y / p")])
def test_a_division_is_shown_where_it_begins(at: str, span: str) -> None:
    description = shown(at, source=HELD)
    assert description is not None
    assert Document.from_text("a.py", HELD).slice(description.span) == span
    assert description.markdown.startswith("`/`: quotient")


def test_what_an_editor_tells_above_is_not_told_again() -> None:
    description = shown("tf.math.log(p)")
    assert description is not None
    assert description.code == "NAN101"
    parts, rest = description.markdown.split("\n\n"), description.rest.split("\n\n")
    assert rest == [*parts[:2], *parts[4:]]
    assert "softmax, exactly 0" not in description.rest


@pytest.mark.parametrize("rule", SITE_RULES, ids=lambda rule: rule.code)
def test_each_rule_is_explained_where_it_finds_something(rule: SiteRule) -> None:
    for program in rule.programs("Example"):
        document, project = Document.from_text("a.py", program), Project(None, Files({}))
        (diagnosis,) = project.diagnose(document)
        description = project.describe(document, diagnosis.finding.span.start)
        assert description is not None
        assert diagnosis.finding.message in description.markdown
        assert f"[{rule.code} {rule.name}](file:///" in description.rest


CALLED = [each for each in load().operations() if each.kind in ("function", "layer")]


@pytest.mark.parametrize("operation", CALLED[::40], ids=lambda operation: operation.name)
def test_each_operation_says_what_it_is(operation: Operation) -> None:
    root = operation.name.partition(".")[0]
    source = f"import {root}\ny = {operation.name}(x)\n"
    description = shown(operation.name.rpartition(".")[2], source=source)
    assert description is not None
    assert description.markdown.startswith(f"`{operation.name}`: {operation.function.title}")


SILENCED = """import torch

def entropy(logits):
    p = torch.softmax(logits, dim=-1)
    q = torch.log_softmax(logits, dim=-1)  # nanproof: ignore[NAN3]
    a = torch.log(p)  # nanproof: ignore[unmasked-log] measured
    b = torch.log(p)  BARE
    c = torch.log(p)  # nanproof: ignore
    return a + b + c + q  BARE: E501
""".replace("BARE", "# no" + "qa")


def test_a_comment_shows_what_it_silences() -> None:
    description = shown("[unmasked-log]", source=SILENCED)
    assert description is not None
    assert Document.from_text("a.py", SILENCED).slice(description.span) == "# nanproof: ignore[unmasked-log]"
    first, rule, line, smell = description.markdown.split("\n\n", 3)
    assert first == "`nanproof` tells nothing in this statement of:"
    assert rule.startswith("- [NAN101 unmasked-log](file:///")
    assert line == "---"
    assert smell.startswith("*Missing the mask of invalid value.*")


@pytest.mark.parametrize(
    ("at", "first", "named"),
    [
        ("# nanproof: ignore[NAN3]", "`nanproof` tells nothing in this statement of:", ["NAN302", "NAN301"]),
        ("# nanproof: ignore\n", "`nanproof` tells nothing in this statement.", []),
    ],
)
def test_a_comment_shows_all_that_it_silences(at: str, first: str, named: list[str]) -> None:
    description = shown(at, source=SILENCED)
    assert description is not None
    assert description.markdown.split("\n\n")[0] == first
    assert [line[3:9] for line in description.markdown.splitlines() if line.startswith("- [")] == named


def test_a_comment_on_the_file_says_so() -> None:
    description = shown("ignore-file", source="# nanproof: ignore-file[NAN101]\n" + SILENCED)
    assert description is not None
    assert description.markdown.startswith("`nanproof` tells nothing in this file of:")


@pytest.mark.parametrize("at", ["E501", "# noqa\n", "measured", "logits, dim=-1)  # nano"])
def test_other_comments_show_nothing(at: str) -> None:
    assert shown(at, source=SILENCED.replace("[NAN3]", "[NAN3]\n    # dim=-1)  # nano logits, dim=-1)  # nano")) is None


@pytest.mark.parametrize("rule", COMMENT_RULES, ids=lambda rule: rule.code)
def test_each_rule_of_comments_is_explained_once_the_document_was_examined(rule: CommentRule) -> None:
    for program in rule.programs("Example"):
        document, project = Document.from_text("a.py", program), Project(None, Files({}))
        findings = [each.finding for each in project.diagnose(document)]
        (finding,) = (each for each in findings if each.code == rule.code)
        description = project.describe(document, finding.span.start)
        assert description is not None
        assert description.span == finding.span
        assert description.code == rule.code
        assert f"**information {rule.code} {rule.name}**: {finding.message}." in description.markdown
        assert finding.message not in description.rest
        assert f"[{rule.code} {rule.name}](file:///" in description.rest
