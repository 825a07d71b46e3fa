"""The stable function in place of what a function of the file returns: what the whole file looks like afterwards."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.applied import edited
from nanproof.fixes.fix import Applicability, Fix
from nanproof.source.document import Document
from tests.names.project import Files

HEAD = "import torch\nimport torch.nn.functional as F\n"
PROBS = "def probs(z, dim=1):\n    return torch.softmax(z, dim)\n"


def offered(source: str) -> tuple[Document, Fix | None]:
    """Return the document of a source, and the stable function that is offered for its first finding."""
    document = Document.from_text("a.py", HEAD + source)
    found = Project(None, Files({})).diagnose(document)
    fixes = (fix for fix in found[0].fixes if fix.title.startswith("Use the stable function"))
    return document, next(fixes, None)


def mended(source: str) -> str | None:
    """Return a source after that fix."""
    document, fix = offered(source)
    return edited(document, [fix]).text.removeprefix(HEAD) if fix is not None else None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("loss = torch.log(probs(x))", "loss = torch.log_softmax(x, 1)"),
        ("loss = torch.log(probs(x, -1))", "loss = torch.log_softmax(x, -1)"),
        ("loss = torch.log(probs(dim=0, z=x))", "loss = torch.log_softmax(x, 0)"),
        ("loss = torch.log(probs(net(x)))", "loss = torch.log_softmax(net(x), 1)"),
        ("loss = torch.log(probs(a + b))", "loss = torch.log_softmax(a + b, 1)"),
        ("loss = torch.log2(probs(x))", "loss = torch.log_softmax(x, 1) / 0.6931471805599453"),
        ("p = probs(x)\nloss = torch.log(p)", "p = probs(x)\nloss = torch.log_softmax(x, 1)"),
    ],
)
def test_a_call_becomes_what_it_returns(source: str, expected: str) -> None:
    assert mended(f"{PROBS}{source}\n") == f"{PROBS}{expected}\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("loss = torch.log(1 - unit(x))", "loss = F.logsigmoid(-(2 * x))"),
        ("loss = torch.log1p(-unit(x))", "loss = F.logsigmoid(-(2 * x))"),
        ("p = unit(x)\nloss = torch.log(1 - p)", "p = unit(x)\nloss = F.logsigmoid(-(2 * x))"),
    ],
)
def test_the_complement_takes_the_negative(source: str, expected: str) -> None:
    unit = "def unit(z):\n    return torch.sigmoid(2 * z)\n"
    assert mended(f"{unit}{source}\n") == f"{unit}{expected}\n"


def test_a_name_that_only_the_logarithm_reads_goes_or_holds_the_logits() -> None:
    source = f"{PROBS}def f(x):\n    p = probs(x)\n    return torch.log(p)\n"
    assert mended(source) == f"{PROBS}def f(x):\n    return torch.log_softmax(x, 1)\n"
    helper = "def probs(z):\n    return torch.softmax(net(z), 1)\n"
    source = f"{helper}def f(x):\n    p = probs(x)\n    return torch.log(p)\n"
    assert mended(source) == f"{helper}def f(x):\n    logits = net(x)\n    return torch.log_softmax(logits, 1)\n"


def test_an_argument_gets_its_parentheses_where_it_needs_them() -> None:
    helper = "def probs(z, t):\n    return (z / t).softmax(-1)\n"
    source = f"{helper}loss = probs(x, a + b).log()\n"
    assert mended(source) == f"{helper}loss = (x / (a + b)).log_softmax(-1)\n"


def test_logits_that_are_infinite_stand_in_the_title() -> None:
    source = 'def f(z, m):\n    return torch.softmax(z.masked_fill(m, float("-inf")), 1)\nloss = torch.log(f(x, m))\n'
    _, fix = offered(source)
    assert fix is not None
    assert fix.applicability is Applicability.UNSAFE
    assert fix.title.startswith("Use the stable function, if ")


def test_of_keras_backend_there_is_no_logarithm_of_a_softmax() -> None:
    _, fix = offered("from keras import backend as K\ndef f(z):\n    return K.sigmoid(z)\nloss = K.log(f(x))\n")
    assert fix is None


def test_an_object_that_is_made_in_the_call_is_made_once() -> None:
    source = """class Net(torch.nn.Module):
    def probs(self, x):
        return F.softmax(self.fc(x), dim=-1)
loss = torch.log(Net().probs(x))
"""
    assert mended(source) == source.replace("torch.log(Net().probs(x))", "F.log_softmax(Net().fc(x), dim=-1)")


def test_a_method_may_be_another_in_a_subclass() -> None:
    source = """class Net(torch.nn.Module):
    def probs(self, x):
        \"\"\"Return probabilities.\"\"\"
        return F.softmax(self.fc(x), dim=-1)
    def loss(self, x):
        return torch.log(self.probs(x))
"""
    _, fix = offered(source)
    assert fix is not None
    assert fix.applicability is Applicability.UNSAFE
    assert fix.title.startswith("Use the stable function, if no subclass redefines `probs`: ")
    assert fix.reason.startswith("right where no subclass redefines `probs`: ")
    assert mended(source) == source.replace("torch.log(self.probs(x))", "F.log_softmax(self.fc(x), dim=-1)")


@pytest.mark.parametrize(
    ("what", "source"),
    [
        ("more statements", "def f(z):\n    z = 2 * z\n    return torch.softmax(z, 1)\nloss = torch.log(f(z))\n"),
        ("a decorator", "@cached\ndef f(z):\n    return torch.softmax(z, 1)\nloss = torch.log(f(z))\n"),
        ("computed twice", "def f(z):\n    return torch.softmax(z - z.mean(), 1)\nloss = torch.log(f(net(z)))\n"),
        ("two that compute", "def f(z, w):\n    return torch.softmax(z * w, 1)\nloss = torch.log(f(g(z), h(z)))\n"),
        ("unpacked", "def f(z, d=1):\n    return torch.softmax(z, d)\nloss = torch.log(f(*z))\n"),
        ("a default that computes", "def f(z, d=dim()):\n    return torch.softmax(z, d)\nloss = torch.log(f(z))\n"),
        ("too many", f"{PROBS}loss = torch.log(probs(z, 1, 2))\n"),
        ("no such parameter", f"{PROBS}loss = torch.log(probs(z, axis=2))\n"),
        ("the complement of a softmax", f"{PROBS}loss = torch.log(1 - probs(z))\n"),
        ("a comment", f"{PROBS}loss = torch.log(probs(z,  # logits\n    1))\n"),
        ("changed in place", f"{PROBS}def g(z):\n    p = probs(z)\n    p *= 0.5\n    return torch.log(p)\n"),
        ("rebound and used twice", f"{PROBS}def g(z):\n    p = probs(z)\n    z = 1\n    return p, torch.log(p)\n"),
        (
            "its own name",
            "t = 2.0\ndef f(z):\n    return torch.softmax(z / t, 1)\ndef g(z, t):\n    return t, torch.log(f(z))\n",
        ),
        (
            "a comprehension",
            "def f(z):\n    return torch.softmax(sum(z for z in z), 1)\nloss = torch.log(f(z))\n",
        ),
        ("any number of them", "def f(z, *d):\n    return torch.softmax(z, d[0])\nloss = torch.log(f(z, 1))\n"),
        ("a comment in it", "def f(z):\n    return torch.softmax(z,  # all\n        1)\nloss = torch.log(f(z))\n"),
        ("a comment in the call", f"{PROBS}def g(z):\n    p = probs(z,  # all\n        1)\n    return torch.log(p)\n"),
        ("no name left", f"# logits, scores, raw_logits, unscaled_logits\n{PROBS}def g(z):\n    p = probs(z)\n"
                         "    z = 1\n    return z, torch.log(p)\n"),
        ("another module there", "def f(z):\n    return torch.softmax(net(z), 1)\n"
                                 "def g(z, net):\n    p = f(z)\n    z = 1\n    return z, torch.log(p)\n"),
        ("integers", "def f(n):\n    return torch.softmax(n.long(), 1)\nloss = torch.log(f(n))\n"),
        (
            "a class in a function",
            "def make(t):\n    class Net(torch.nn.Module):\n        def f(self, z):\n"
            "            return torch.softmax(z / t, 1)\n"
            "    return Net()\nnet = make(2.0)\nloss = torch.log(net.f(x))\n",
        ),
        ("one statement", "def f(z):\n    with d:\n        return torch.softmax(z, 1)\nloss = torch.log(f(z))\n"),
        (
            "an inner function",
            "def g(z, t):\n    def f(z):\n        return torch.softmax(z / t, 1)\n    return torch.log(f(z))\n",
        ),
    ],
)  # fmt: skip
def test_nothing_is_offered(what: str, source: str) -> None:
    assert mended(source) is None, what


def test_the_logits_are_named_where_they_are_bound_anew() -> None:
    source = f"{PROBS}def g(z):\n    p = probs(z)\n    z = 1\n    return z, torch.log(p)\n"
    expected = f"{PROBS}def g(z):\n    logits = z\n    z = 1\n    return z, torch.log_softmax(logits, 1)\n"
    assert mended(source) == expected
