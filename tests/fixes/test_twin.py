"""The stable function in place of a composition: what the whole file looks like afterwards."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.applied import Proposed, at_once, edited
from nanproof.fixes.fix import Applicability
from nanproof.source.document import Document
from tests.names.project import Files


def mended(source: str, title: str = "Use the stable function") -> str | None:
    """Return the file after the first fix of its first finding with a certain title."""
    document = Document.from_text("a.py", source)
    found = Project(None, Files({})).diagnose(document)
    fix = next((fix for fix in found[0].fixes if fix.title.startswith(title)), None)
    return edited(document, [fix]).text if fix is not None else None


def test_the_activation_is_kept_where_it_has_other_uses() -> None:
    source = """import torch.nn.functional as F
import torch
def f(net, x, y):
    p = F.softmax(net(x), dim=1)  # probabilities
    return p, -(y * torch.log(p)).sum()
"""
    assert (
        mended(source)
        == """import torch.nn.functional as F
import torch
def f(net, x, y):
    logits = net(x)
    p = F.softmax(logits, dim=1)  # probabilities
    return p, -(y * F.log_softmax(logits, dim=1)).sum()
"""
    )


def test_it_goes_where_it_has_none() -> None:
    source = "import torch\ndef f(z):\n    p = torch.softmax(z, 1)\n    q = 1\n    return torch.log(p) * q\n"
    assert mended(source) == "import torch\ndef f(z):\n    q = 1\n    return torch.log_softmax(z, 1) * q\n"
    source = "import torch\ndef f(z):\n    p = torch.softmax(net(z), 1)\n    return torch.log(p)\n"
    assert mended(source) == "import torch\ndef f(z):\n    logits = net(z)\n    return torch.log_softmax(logits, 1)\n"


def test_a_line_with_anything_else_on_it_stays() -> None:
    source = "import torch\ndef f(z):\n    p = torch.softmax(z, 1)  # why\n    return torch.log(p)\n"
    assert mended(source) == source.replace("torch.log(p)", "torch.log_softmax(z, 1)")
    source = "import torch\ndef f(z):\n    q = 1; p = torch.softmax(z, 1)\n    return torch.log(p)\n"
    assert mended(source) == source.replace("torch.log(p)", "torch.log_softmax(z, 1)")


def test_what_a_module_binds_stays() -> None:
    source = "import torch\np = torch.softmax(z, 1)\nloss = torch.log(p)\n"
    assert mended(source) == source.replace("torch.log(p)", "torch.log_softmax(z, 1)")


def test_logits_of_several_lines_keep_their_lines() -> None:
    source = """import tensorflow as tf
p = tf.nn.softmax(
    tf.matmul(x, w)
    + b)
loss = tf.log(p)
"""
    assert (
        mended(source)
        == """import tensorflow as tf
logits = (tf.matmul(x, w)
    + b)
p = tf.nn.softmax(logits)
loss = tf.nn.log_softmax(logits)
"""
    )


@pytest.mark.parametrize(
    ("what", "source"),
    [
        ("one of two", "if a:\n    p = torch.softmax(z, 1)\nelse:\n    p = torch.softmax(w, 1)\nloss = torch.log(p)\n"),
        ("item set through another name", "z = v\np = torch.sigmoid(z)\nv[0] = 1\nloss = torch.log(p)\n"),
        ("captured by a pattern", "p = torch.softmax(z, 1)\nmatch q:\n    case p:\n        loss = torch.log(p)\n"),
        ("other rules", "with torch.no_grad():\n    p = torch.softmax(z, 1)\nloss = torch.log(p)\n"),
        ("changed in place", "p = torch.softmax(z, 1)\np += 0.0\nloss = torch.log(p)\n"),
        ("unpacked", "p, q = torch.softmax(z, 1), z.mul_(2)\nloss = torch.log(p)\n"),
        ("not alone on its line", "q = 1; p = torch.softmax(net(z), 1)\nloss = torch.log(p)\n"),
        ("a comment inside", "p = torch.softmax(net(  # model\n    z), 1)\nloss = torch.log(p)\n"),
        ("a comment that would go", "loss = torch.log(torch.softmax(z,  # logits\n    1))\n"),
        ("arguments of the logarithm", "loss = torch.log(torch.softmax(z, 1), out=o)\n"),
        (
            "another function's softmax",
            "def f(z):\n    z = 2 * z\n    return torch.softmax(z, 1)\nloss = torch.log(f(z))\n",
        ),
    ],
)
def test_nothing_is_offered(what: str, source: str) -> None:
    assert mended(f"import torch\n{source}") is None, what


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # a name for what is bound anew
        (
            "p = torch.softmax(z, 1)\nz = 2 * z\nloss = torch.log(p)\n",
            "logits = z\np = torch.softmax(z, 1)\nz = 2 * z\nloss = torch.log_softmax(logits, 1)\n",
        ),
        (
            "def f(z):\n    z = torch.sigmoid(z)\n    return torch.log(z)\n",
            "def f(z):\n    logits = z\n    z = torch.sigmoid(z)\n    return torch.nn.functional.logsigmoid(logits)\n",
        ),
        # the result for what is changed where it lies
        (
            "p = torch.softmax(z, 1)\nz[0] = 1\nloss = torch.log(p)\n",
            "log_p = torch.log_softmax(z, 1)\np = torch.softmax(z, 1)\nz[0] = 1\nloss = log_p\n",
        ),
        (
            "def f(z):\n    p = torch.softmax(z, 1)\n    step(z)\n    return torch.log(p)\n",
            "def f(z):\n    log_p = torch.log_softmax(z, 1)\n    step(z)\n    return log_p\n",
        ),
        (
            "p = torch.softmax(z, k)\nk = 0\nloss = torch.log(p)\n",
            "log_p = torch.log_softmax(z, k)\np = torch.softmax(z, k)\nk = 0\nloss = log_p\n",
        ),
        # another function's `global` is no concern of a local name
        (
            "def g():\n    global z\ndef f(z):\n    p = torch.softmax(z, 1)\n    return torch.log(p)\n",
            "def g():\n    global z\ndef f(z):\n    return torch.log_softmax(z, 1)\n",
        ),
    ],
)
def test_what_changed_in_between(source: str, expected: str) -> None:
    assert mended(f"import torch\n{source}") == f"import torch\n{expected}"


def test_two_activations_have_two_names() -> None:
    source = """import torch
def f(a, b):
    p = torch.softmax(net(a), 1)
    q = torch.softmax(net(b), 1)
    return torch.log(p) + torch.log(q)
"""
    document = Document.from_text("a.py", source)
    found = Project(None, Files({})).diagnose(document)
    fixes = [fix for each in found for fix in each.fixes if fix.title.startswith("Use the stable")]
    proposed = [
        Proposed(each.finding.code, each.finding.span.start, fix) for each, fix in zip(found, fixes, strict=True)
    ]
    assert len(proposed) == 2
    assert len(at_once(document, proposed)) == 1


def test_an_assumption_stands_in_the_title() -> None:
    source = "import torch\ndef f(z, metric):\n    p = torch.softmax(z, 1)\n    metric(p)\n    return torch.log(p)\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    fix = next(fix for fix in found[0].fixes if fix.title.startswith("Use the stable"))
    assert fix.applicability is Applicability.UNSAFE
    assert "if `metric()` leaves `p` as it is" in fix.title


def test_of_several_doubts_the_last_that_arose_stands_in_the_title() -> None:
    source = (
        "import torch\nimport torch.nn.functional as F\n\n\ndef loss(z, y, keep, log):\n    held = keep(z)\n"
        "    p = torch.sigmoid(z)\n    held.first[0] = 1.0\n    log(z)\n    return F.binary_cross_entropy(p, y), p\n"
    )
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    fix = next(fix for fix in found[0].fixes if fix.title.startswith("Use the loss"))
    assert "if `log()` leaves `z` as it is" in fix.title


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "import tensorflow as tf\np = tf.nn.softmax(z)\nc = tf.reduce_mean(-tf.reduce_sum(y * tf.log(p), [1]))\n",
            "c = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=z))\n",
        ),
        (
            "import tensorflow as tf\np = tf.nn.softmax(z)\nc = -tf.reduce_sum(y * tf.log(p))\n",
            "c = tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=z))\n",
        ),
        (
            "import torch\nfrom torch.nn import functional as F\np = F.softmax(z, 1)\n"
            "c = (y * -torch.log(p)).sum(1).mean()\n",
            "c = F.cross_entropy(z, y)\n",
        ),
        (
            "import torch\nfrom torch.nn import functional as F\np = F.softmax(z, 1)\n"
            "c = torch.sum(-y * torch.log(p), dim=1)\n",
            'c = F.cross_entropy(z, y, reduction="none")\n',
        ),
        (
            "from tensorflow import nn, reduce_sum\nfrom tensorflow.math import log\np = nn.softmax(z)\n"
            "c = reduce_sum(y * -log(p))\n",
            "c = reduce_sum(nn.softmax_cross_entropy_with_logits(labels=y, logits=z))\n",
        ),
    ],
)
def test_the_loss_that_takes_logits(source: str, expected: str) -> None:
    result = mended(source, "Use the loss")
    assert result is not None
    assert result.endswith(f"\n{expected}")


OF_TORCH = "import torch\nfrom torch.nn import functional as F\np = F.softmax(z, 1)\nq = F.softmax(z, 0)\nc = "


@pytest.mark.parametrize(
    ("loss", "expected"),
    [
        ("-(y * torch.log(p)).sum(1).mean()", "F.cross_entropy(z, y)"),
        ("-torch.mean(torch.sum(y * torch.log(p), -1))", "F.cross_entropy(z, y)"),
        ("(-(y * torch.log(p)).sum(1)).mean()", "F.cross_entropy(z, y)"),
        ("(-(y * torch.log(p)).sum(1)).mean(0)", 'F.cross_entropy(z, y, reduction="none").mean(0)'),
        ("(-(y * torch.log(p)).sum(1)).max()", 'F.cross_entropy(z, y, reduction="none").max()'),
        ("-(y * torch.log(p)).sum()", 'F.cross_entropy(z, y, reduction="sum")'),
        ("-((-y) * -torch.log(p)).sum(1)", 'F.cross_entropy(z, y, reduction="none")'),
    ],
)
def test_the_mean_of_the_batch_and_its_sign(loss: str, expected: str) -> None:
    result = mended(f"{OF_TORCH}{loss}\n", "Use the loss")
    assert result is not None
    assert result.endswith(f"\nc = {expected}\n")


@pytest.mark.parametrize(
    "loss",
    [
        "(y * torch.log(p)).sum(1).mean()",  # not negated
        "-(-(y * torch.log(p)).sum(1)).mean()",  # negated twice
        "-(y * torch.log(p)).sum(1).max()",  # of one row
        "-(y * torch.log(q)).sum(1)",  # a softmax over the batch
        "(+(y * torch.log(p))).sum(1)",
        "-(y * torch.log2(p)).sum(1)",
        "-(y *  # one hot\n  torch.log(p)).sum(1).mean()",  # which the loss would lose
    ],
)
def test_another_formula_of_torch(loss: str) -> None:
    assert mended(f"{OF_TORCH}{loss}\n", "Use the loss") is None


@pytest.mark.parametrize(
    "loss",
    [
        "tf.reduce_sum(y * tf.log(p), 1)",  # not negated
        "-tf.reduce_sum(-y * tf.log(p), 1)",  # negated twice
        "-tf.reduce_sum(y * tf.log(p), 0)",  # along the batch
        "-tf.reduce_sum(y * tf.log(p), 1, True)",  # keeps its dimensions
        "-tf.reduce_mean(y * tf.log(p))",  # divides by the number of classes too
        "-tf.reduce_sum(y / tf.log(p))",
    ],
)
def test_a_formula_that_is_no_cross_entropy(loss: str) -> None:
    assert mended(f"import tensorflow as tf\np = tf.nn.softmax(z)\nc = {loss}\n", "Use the loss") is None


def test_a_value_that_is_changed_in_place_in_each_round_has_an_end() -> None:
    program = (
        "import torch\n\n\ndef f(z):\n    for _ in range(3):\n        z += 1\n        z.mul_(2)\n        z[0] = 1\n"
        "        w = z.view(-1)\n        p = torch.softmax(w, -1)\n        z -= 1\n"
        "        q = torch.log(p)\n    return q\n"
    )
    (found,) = Project(None, Files({})).diagnose(Document.from_text("a.py", program))
    assert found.finding.code == "NAN101"


@pytest.mark.parametrize(("written", "expected"), [("-z", "z"), ("+z", "-(+z)"), ("z", "-z"), ("2 * z", "-(2 * z)")])
def test_the_complement_takes_the_negative(written: str, expected: str) -> None:
    source = f"import torch\nimport torch.nn.functional as F\nloss = torch.log(1 - torch.sigmoid({written}))\n"
    mended_source = mended(source)
    assert mended_source is not None
    assert mended_source.endswith(f"loss = F.logsigmoid({expected})\n")
