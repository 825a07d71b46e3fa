"""What the resolver of last resort is asked of: a question costs more than all else that is known of a file."""

from __future__ import annotations

import pytest

from nanproof.analysis import Project
from nanproof.names.jedi_resolver import JediResolver
from nanproof.source.document import Document
from tests.names.project import Files


@pytest.mark.parametrize(
    ("code", "is_asked"),
    [
        ("def f(x):\n    return x.log()\n", False),
        ("def f(*rows):\n    return rows[0].log()\n", True),
        ("def f(x):\n    return x[0].net(x).log()\n", False),
        ("f = lambda x: x.log()\n", False),
        ("def f(x: 'Own'):\n    return x.log()\n", True),
        ("def f(x=make()):\n    return x.log()\n", True),
        ("def f(x):\n    x = make(x)\n    return x.log()\n", True),
        ("def f():\n    return missing.log()\n", False),
        ("from own import *\ndef f():\n    return missing.log()\n", True),
        ("class A:\n    def f(self):\n        return self.made.log()\n", True),
        ("def f(x):\n    return x.log('text')\n", False),
        ("def f():\n    x = make()\n    ln = x.log\n    return ln()\n", False),
    ],
)
def test_only_of_what_is_bound_to_something(code: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(JediResolver, "canonical", lambda *place: asked.append(place[3]))
    Project(None, Files({})).diagnose(Document.from_text("a.py", f"import torch\n{code}"))
    assert bool(asked) == is_asked


@pytest.mark.parametrize(
    ("called", "code", "told"),
    [
        ("torch.Tensor.log", "y = x.net().log()", ["`x.net()`"]),
        ("torch.log", "y = x.net().log(x.p)", ["`x.p`"]),
        ("math.log", "y = x.net().log()", []),
        ("torch.nn.LogSigmoid", "y = x.net().log()", []),
        (None, "x.net().log()", []),
    ],
)
def test_what_the_resolver_names_is_told_of_its_operand(
    called: str | None, code: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JediResolver, "canonical", lambda *_: called)
    document = Document.from_text("a.py", f"import torch\ndef f(x: Own):\n    {code}\n")
    messages = [each.finding.message for each in Project(None, Files({})).diagnose(document)]
    assert [each.split(" stays")[0].rpartition(" ")[2] for each in messages] == told
