"""What the backward pass keeps since a repair: changed in place before that pass, the repair is not offered as safe."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.fixes.fix import Applicability
from nanproof.source.document import Document
from tests.names.project import Files

_HEAD = "import torch\nimport torch.nn.functional as F\n\n\n"


def offered(body: str, *, above: str = "", head: str = "def f(z, w):\n") -> dict[str, Applicability]:
    """Return the repairs of the first finding in a function, by title up to its colon."""
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    document = Document.from_text("a.py", f"{_HEAD}{above}{head}{lines}")
    found = Project(None, Files({})).diagnose(document)
    fixes = [fix for fix in found[0].fixes if not fix.suppresses]
    return {fix.title.partition(":")[0]: fix.applicability for fix in fixes}


def stable(body: str, *, above: str = "", head: str = "def f(z, w):\n") -> str:
    """Return how the stable function is offered: `safe`, `unsafe`, or not at all."""
    titles = offered(body, above=above, head=head)
    return next((each.value for title, each in titles.items() if title.startswith("Use the stable function")), "")


@pytest.mark.parametrize(
    "body",
    [
        "l = torch.log(torch.sigmoid(z))\nz.clamp_(-1, 1)\nreturn l",
        "z += torch.log(1 + torch.exp(z))\nreturn z",
        "l = torch.log(torch.sigmoid(torch.flatten(z)))\nz.mul_(2)\nreturn l",
        "z[0] = torch.log(1 + torch.exp(z))[0]\nreturn z",
        "z.add_(torch.log(1 + torch.exp(z)))\nreturn z",
        "l = torch.log(1 + torch.exp(z))\nF.relu(z, True)\nreturn l",
        "l = torch.log(1 + torch.exp(z))\nF.relu(z, inplace=True)\nreturn l",
        "l = torch.log(1 + torch.exp(z))\nz.data.mul_(2)\nreturn l",
        "v = z.view(-1)\nl = torch.log(1 + torch.exp(z))\nv.mul_(2)\nreturn l",
        "t = 0\nfor i in range(3):\n    z.mul_(2)\n    t = t + torch.log(1 + torch.exp(z))\nreturn t",
        "l = torch.log(torch.exp(z).sum(1))\nz *= 2\nreturn l",
        # what log_softmax gives is kept, what a logarithm gives is not
        "l = torch.log(torch.softmax(z, 1))\nl *= w\nreturn l",
        "return torch.log(torch.softmax(z, 1)).neg_()",
        "l = torch.log(torch.softmax(z, 1))\nl[w] = 0\nreturn l",
        "p = torch.softmax(z, 1)\nz.mul_(2)\nl = torch.log(p)\nl.neg_()\nreturn l",
        "p = torch.softmax(z, 1)\nl = torch.log(p.view(-1))\nl *= w\nreturn l",
        "p = torch.softmax(z, 1)\nl = torch.log(p[0])\nl *= w\nreturn l",
        "with torch.enable_grad():\n    l = torch.log(torch.sigmoid(z))\n    z.mul_(2)\nreturn l",
        "try:\n    return torch.log(torch.sigmoid(z))\nfinally:\n    z.mul_(2)",
        "l = torch.log(torch.sigmoid(z))\nl.sum().backward(retain_graph=True)\nz.mul_(2)\nreturn l",
        "l = torch.log(torch.sigmoid(z))\nw.sum().backward()\nz.mul_(2)\nl.sum().backward()",
    ],
)  # fmt: skip
def test_what_breaks_the_backward_pass_is_not_offered(body: str) -> None:
    assert not stable(body), body


@pytest.mark.parametrize(
    "body",
    [
        "l = torch.log(torch.sigmoid(z))\nw.clamp_(-1, 1)\nreturn l",
        "l = torch.log(torch.softmax(z, 1))\nz.clamp_(-1, 1)\nreturn l",  # log_softmax keeps its result
        "z.mul_(2)\nl = torch.log(torch.sigmoid(z))\nreturn l",
        "if w is not None:\n    return torch.log(torch.sigmoid(z))\nz.mul_(2)\nreturn z",
        "if w is None:\n    l = torch.log(torch.sigmoid(z))\nelse:\n    z.mul_(2)\n    l = z\nreturn l",
        "t = 0\nfor v in w:\n    x = 2 * v\n    x.mul_(2)\n    t = t + torch.log(torch.sigmoid(x))\nreturn t",
        "torch.log(torch.sigmoid(z)).sum().backward()\nz.mul_(2)",
        "for i in range(3):\n    torch.log(torch.sigmoid(z)).sum().backward()\n    with torch.no_grad():\n"
        "        z -= 0.1 * z.grad\n        z.grad.zero_()",
        "with torch.no_grad():\n    l = torch.log(torch.sigmoid(z))\n    z.mul_(2)\nreturn l",
        "l = torch.log(torch.sigmoid(z))\nz = z.clamp(-1, 1)\nreturn l, z",
        "l = torch.log(torch.sigmoid(z))\nz.requires_grad_()\nreturn l",
        "l = torch.log(torch.sigmoid(z))\n_, i = z.sort()\nreturn l, i",
        "l = torch.log(torch.sigmoid(z))\nl = l * 2\nreturn l.sum()",
        "l = torch.log(torch.sigmoid(z))\nl *= w\nreturn l",  # logsigmoid keeps its operand
        "l = torch.log(torch.sigmoid(z))\nopt.step()\nw.append(z)\nprint(z)\nreturn l",
    ],
)  # fmt: skip
def test_what_does_not_stays_safe(body: str) -> None:
    assert stable(body) == "safe", body


def test_functions_that_are_imported_alone() -> None:
    body = "l = log(sigmoid(z))\n{}\nreturn l"
    above = "from torch import log, sigmoid\n\n\n"
    assert not stable(body.format("z.clamp_(-1, 1)"), above=above)
    assert stable(body.format("w.clamp_(-1, 1)"), above=above) == "safe"


def test_a_mask_of_what_is_changed_later_is_not_offered_either() -> None:
    body = "n = torch.relu(z).sum(0)\nl = 1 / n\nreturn l"
    assert offered(body)["Mask the operand"] is Applicability.SAFE
    # A quotient of a number keeps its result, a clamp its operand.
    assert "Mask the operand" not in offered(body.replace("return", "n.mul_(2)\nreturn"))
    # So does a power its base.
    body = "n = torch.relu(z)\nl = n ** -0.5\nn.mul_(2)\nreturn l"
    assert offered(body)["Mask the operand"] is Applicability.SAFE
    assert "Mask the operand" not in offered(body.replace("n ** -0.5", "torch.rsqrt(n)"))
    # A quotient of two tensors kept the divisor already: what fails after the repair failed before it.
    body = "n = torch.relu(z).sum(0)\nl = w / n\nn.mul_(2)\nreturn l"
    assert offered(body)["Mask the operand"] is Applicability.SAFE


def test_a_helper_and_a_closure_change_it_too() -> None:
    body = "l = torch.log(torch.sigmoid(z))\nscale(z)\nreturn l"
    assert not stable(body, above="def scale(t):\n    t.mul_(2)\n\n\n")
    assert stable(body, above="def scale(t):\n    return t.mul(2)\n\n\n") == "safe"
    body = "def go():\n    z.mul_(2)\n\nl = torch.log(torch.sigmoid(z))\ngo()\nreturn l"
    assert not stable(body)


def test_of_what_nobody_knows_the_title_says_what_must_be_true() -> None:
    body = "l = torch.log(torch.sigmoid(z))\nwith w() as v:\n    v.mul_(2)\nreturn l"
    titles = offered(body)
    title = next(each for each in titles if each.startswith("Use the stable function"))
    assert title == "Use the stable function, if `mul_()` leaves `z` as it is"
    assert titles[title] is Applicability.UNSAFE


def test_numpy_keeps_nothing() -> None:
    source = "import numpy as np\nfrom scipy.special import softmax\ndef f(z):\n    z += np.log(softmax(z, -1))\n"
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    assert found[0].fixes[0].applicability is Applicability.SAFE


def test_nor_where_the_operand_lies() -> None:
    body = "with w() as z:\n    l = torch.log(torch.sigmoid(z))\n    w.mul_(2)\nreturn l"
    assert stable(body, head="def f(w):\n") == "unsafe"
