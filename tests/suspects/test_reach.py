"""Which functions an entry reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.suspects.search import NoSuchFunctionError
from tests.suspects.program import titles

NETS = """\
class Base:
    def forward(self, x):
        return self.features(x)

    def features(self, x):
        return x

    def unused(self):
        return 0


class Net(Base):
    def features(self, x):
        return helper(x)

    def loss(self, x):
        return x


class Other:
    def forward(self, x):
        return x


def helper(x):
    return x


def idle(x):
    return x
"""


NET = {"Base.forward", "Base.features", "Net.features", "helper"}


@pytest.mark.parametrize(
    ("train", "expected"),
    [
        ("import nets\nnets.helper(1)\n", {"helper"}),
        ("from nets import helper as h\nh(1)\n", {"helper"}),
        ("from nets import *\nhelper(1)\n", {"helper"}),
        ("from nets import helper\nrun(helper)\n", {"helper"}),
        ("def f(helper):\n    return helper(1)\n\nfrom nets import helper\nf(2)\n", {"f"}),
        (
            "def f():\n    from nets import helper\n    helper(1)\nif __name__ == '__main__':\n    f()\n",
            {"f", "helper"},
        ),
        ("import nets\nnets.Net().fit()\n", NET),
        ("from nets import Other, Net\nm = Net()\nm.loss(Other())\n", NET | {"Net.loss", "Other.forward"}),
        ("import nets\nnet = getattr(nets, name)\n", NET | {"idle", "Other.forward"}),
        ("make(path='nets.Other')\n", {"Other.forward"}),
        ("import nets\nx: nets.Net = 1\nnets.helper(x)\n", {"helper"}),
        ("@register('a')\ndef f():\n    pass\n", {"f"}),
        ("import torch\ntorch.idle(1)\n", set()),
    ],
)
def test_what_is_named_is_reached(train: str, expected: set[str], tmp_path: Path) -> None:
    assert titles(tmp_path, {"train.py": train, "nets.py": NETS}) == expected


def test_packages_lead_on_to_what_they_offer(tmp_path: Path) -> None:
    files = {
        "train.py": "import lib.models.nets as n\nfrom lib import build\nbuild()\nn.Net()\n",
        "lib/__init__.py": "from .make import build\nfrom . import models\n",
        "lib/make.py": "from lib.models import nets\ndef build():\n    return nets.helper(1)\n",
        "lib/models/__init__.py": "",
        "lib/models/nets.py": NETS,
    }
    assert titles(tmp_path, files) == {"build", "helper", "Base.forward", "Base.features", "Net.features"}


def test_what_a_file_does_when_it_is_started_counts_for_the_entry_only(tmp_path: Path) -> None:
    files = {
        "train.py": "import other\ndef f():\n    pass\nif __name__ == '__main__':\n    f()\n",
        "other.py": "def g():\n    pass\nif __name__ == '__main__':\n    g()\n",
    }
    assert titles(tmp_path, files) == {"f"}


@pytest.mark.parametrize(
    ("more", "count"), [("", 8), ("kept = helper(1)\n", 8), ("helper(1)\n", 1), ("for x in y:\n    idle(x)\n", 1)]
)
def test_of_a_file_that_runs_nothing_all_is_reached(more: str, count: int, tmp_path: Path) -> None:
    assert len(titles(tmp_path, {"train.py": NETS + more})) == count


def test_a_function_is_an_entry(tmp_path: Path) -> None:
    assert titles(tmp_path, {"train.py": NETS}, "Net.features") == {"Net.features", "helper"}
    assert titles(tmp_path, {"train.py": NETS}, "helper") == {"helper"}


def test_a_function_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFunctionError) as raised:
        titles(tmp_path, {"train.py": "def f():\n    pass\n"}, "g")
    assert raised.value.known == ("f",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "class A(A): pass\nA()\n",
        "from train import *\nimport train\ntrain.x\n",
        "def f(:\n  x.y(\nclass",
        "a = b\nb = a\na()\n",
        "x = [\n",
        "import a.b.c\na.b.c.d()\n",
        "from . import x\nfrom .. import y\nx()\n",
    ],
)
def test_no_text_makes_it_raise(text: str, tmp_path: Path) -> None:
    titles(tmp_path, {"train.py": text})
