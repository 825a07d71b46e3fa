"""What a project declares of its own functions, in other spellings, files and frameworks."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from nanproof.analysis import Project
from nanproof.declarations import Declaration, Declarations
from nanproof.fixes.fix import Preferences
from nanproof.source.document import Document
from nanproof.values.interval import Interval
from tests.names.project import ROOT, Files

FLOOR = Declaration(returns=Interval(1e-6, math.inf))
SHARES = Declaration(returns=Interval(0.0, 1.0), takes=(0.0, 1.0))
MASKED = Declaration(masks=Interval(1e-8, math.inf))


def findings(source: str, declared: Mapping[str, Declaration], files: Mapping[str, str] | None = None) -> list[str]:
    """Return code, severity and message of each finding in a main file."""
    project = Project(ROOT, Files(files or {}), preferences=Preferences(declared=tuple(declared.items())))
    found = project.diagnose(Document.from_text(f"{ROOT}/main.py", source))
    return [f"{each.finding.code} {each.finding.severity.value}: {each.finding.message}" for each in found]


# What is given to the logarithm lies above 0, says the declaration.
FLOORED = {
    "a function of another project": (
        "import torch\nfrom ours.ops import floor\ndef f(x):\n    return torch.log(floor(x))\n"
    ),
    "by its module": "import jax.numpy as jnp\nfrom ours import ops\ndef f(x):\n    return jnp.log(ops.floor(x))\n",
    "under another name": (
        "import tensorflow as tf\nfrom ours.ops import floor as keep\ndef f(x):\n    return tf.math.log(keep(x))\n"
    ),
    "written here, by an extension": (
        "import torch\nimport kernels\ndef floor(x):\n    return kernels.launch(x)\ndef f(x):\n"
        "    return torch.log(floor(x))\n"
    ),
    "a method": (
        "import torch\nclass Head(torch.nn.Module):\n    def floor(self, x):\n        return Op.apply(x)\n"
        "    def forward(self, x):\n        return torch.log(self.floor(x))\n"
    ),
    "held in a name": (
        "import numpy as np\nfrom ours.ops import floor\ndef f(x):\n    p = floor(x)\n    q = p * 2\n"
        "    return np.log(q)\n"
    ),
}


@pytest.mark.parametrize("source", FLOORED.values(), ids=FLOORED)
def test_what_a_mask_returns_is_believed(source: str) -> None:
    assert any("NAN101" in each for each in findings(source, {}))
    assert findings(source, {"floor": FLOOR}) == []


TAKEN = {
    "a function of another project": (
        "import torch\nfrom ours.ops import shares\ndef f(x):\n    return torch.log(shares(x))\n"
    ),
    "written here": (
        "import jax.numpy as jnp\nfrom kernels import launch\ndef shares(x):\n    return launch(x)\n"
        "def f(x):\n    return jnp.log(shares(x))\n"
    ),
    "through a complement": (
        "import tensorflow as tf\nfrom ours import shares\ndef f(x):\n    return tf.math.log(1.0 - shares(x))\n"
    ),
    "through a helper": (
        "import numpy as np\nfrom ours import shares\ndef prepared(x):\n    return shares(x)\n"
        "def f(x):\n    return np.log(prepared(x))\n"
    ),
    "a model": (
        "import torch\nclass shares(torch.nn.Module):\n    def forward(self, x):\n        return Op.apply(x)\n"
        "class Net(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.head = shares()\n    def forward(self, x):\n        return torch.log(self.head(x))\n"
    ),
}


@pytest.mark.parametrize("source", TAKEN.values(), ids=TAKEN)
def test_a_value_that_a_producer_takes_is_a_warning(source: str) -> None:
    assert not any("warning" in each for each in findings(source, {}))
    (found,) = findings(source, {"shares": SHARES})
    assert found.startswith("NAN101 warning: ")
    assert "a result of `shares`" in found


def test_two_results_of_one_call_are_one() -> None:
    """It is never 0 where it is 1."""
    source = "import torch\nfrom ours import shares\ndef f(x):\n    p = shares(x)\n    return torch.log(p + (1 - p))\n"
    assert findings(source, {"shares": SHARES}) == []


INSIDE = {
    "a logarithm": "import torch\ndef safe_log(p):\n    return torch.log(p)\n",
    "called with what underflows": (
        "import torch\ndef safe_log(p):\n    return torch.log(p)\n"
        "def f(x):\n    return safe_log(torch.softmax(x, -1)).sum()\n"
    ),
    "a method": (
        "import torch\nclass Loss:\n    def safe_log(self, p):\n        q = p * 1.0\n        return torch.log(q)\n"
    ),
    "a division": (
        "import torch\ndef safe_log(n, x):\n    return x / n\ndef f(x):\n    return safe_log(torch.softmax(x, -1), x)\n"
    ),
}


@pytest.mark.parametrize("source", INSIDE.values(), ids=INSIDE)
def test_the_first_argument_of_a_mask_lies_where_it_is_said_to(source: str) -> None:
    assert findings(source, {}) != []
    assert findings(source, {"safe_log": MASKED}) == []


def test_the_second_argument_of_a_mask_is_any() -> None:
    source = "import torch\ndef safe(x, p):\n    return x * torch.log(p)\n"
    assert findings(source, {"safe": MASKED}) == findings(source, {}) != []


OF_ITS_ARGUMENT = {
    "the first tensor": (
        "import torch\nfrom ours import shares\ndef f(x):\n    return torch.log(shares(3, x.half()) + 1e-8)\n"
    ),
    "what the source gives": (
        "import torch\ndef shares(p):\n    return p.half()\ndef f(x):\n    return torch.log(shares(x) + 1e-8)\n"
    ),
}


@pytest.mark.parametrize("source", OF_ITS_ARGUMENT.values(), ids=OF_ITS_ARGUMENT)
def test_a_result_has_the_dtype_of_what_is_computed_of(source: str) -> None:
    """An epsilon of 1e-8 is 0 in half precision."""
    (found,) = findings(source, {"shares": SHARES})
    assert found.startswith("NAN201 warning")
    assert findings(source.replace(".half()", ".float()"), {"shares": SHARES}) == []


NO_NUMBERS = {
    "a name": "import torch\ndef shares(x):\n    return 'p'\ndef f(x):\n    return torch.log(table[shares(x)])\n",
    "a mask of a name": "import torch\ndef shares(p='x'):\n    return torch.log(table[p])\n",
}


@pytest.mark.parametrize("declared", [SHARES, MASKED], ids=["a result", "a mask"])
@pytest.mark.parametrize("source", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_of_what_is_no_number_nothing_is_declared(source: str, declared: Declaration) -> None:
    assert findings(source, {"shares": declared}) == findings(source, {})


def test_a_result_that_takes_something_lies_anywhere() -> None:
    source = (
        "import torch\nfrom ours import shares\ndef f(x):\n    return torch.log(shares(x)), torch.sqrt(shares(x))\n"
    )
    of_log, of_root = findings(source, {"shares": Declaration(takes=(0.0,))})
    assert of_log.startswith("NAN101 warning")
    assert of_root.startswith("NAN301")


def test_a_mask_of_results_says_nothing_of_the_operand() -> None:
    source = "import torch\ndef floor(p):\n    q = torch.softmax(p, -1)\n    return q / torch.log(p)\n"
    assert findings(source, {"floor": FLOOR}) == findings(source, {})


def test_what_is_masked_in_another_file_is_known_here() -> None:
    files = {"losses.py": "import torch\ndef safe_log(p):\n    return torch.log(p)\n"}
    source = "import torch\nfrom losses import safe_log\ndef f(x):\n    return 1 / safe_log(torch.softmax(x, -1))\n"
    (found,) = findings(source, {"losses.safe_log": MASKED}, files)
    assert "NAN102 warning" in found  # the logarithm of 1 is 0, the one of 0 is none now


def test_a_package_is_named_as_it_is_imported() -> None:
    files = {"ours/losses/__init__.py": "import torch\ndef shares(p):\n    return Op.apply(p)\n"}
    source = "import torch\nfrom ours.losses import shares\ndef f(x):\n    return torch.log(shares(x))\n"
    (found,) = findings(source, {"ours.losses.shares": SHARES}, files)
    assert "NAN101 warning" in found
    (found,) = findings(source, {"others.shares": SHARES}, files)
    assert "NAN101 information" in found


def test_a_mask_that_is_0_in_half_precision_is_none() -> None:
    source = "import torch\ndef safe_log(p: torch.Tensor):\n    p = p.half()\n    return torch.log(p)\n"
    (found,) = findings(source, {"safe_log": MASKED})
    assert found.startswith("NAN201 warning")
    assert "its lower bound 1e-8 is 0 in float16" in found


def test_a_name_means_what_it_is_the_end_of() -> None:
    declared = Declarations((("log", FLOOR), ("losses.log", SHARES), ("Head.losses.log", MASKED)))
    assert declared.of(("other", "log")) == ("log", FLOOR)
    assert declared.of(("a", "losses", "log")) == ("losses.log", SHARES)
    assert declared.of(("a", "Head", "losses", "log")) == ("Head.losses.log", MASKED)
    assert declared.of(("a", "my_log")) is None
    assert declared.of(()) is None
    assert not Declarations()


def test_an_operation_of_a_framework_is_what_it_is() -> None:
    source = "import torch\ndef f(x):\n    return torch.log(torch.softmax(x, -1))\n"
    assert findings(source, {"softmax": FLOOR}) == findings(source, {})


NO_NUMBER = {
    "two numbers": "def shares(x):\n    return x, x\n",
    "functions": "def shares(x):\n    return {True: torch.exp, False: torch.log}\n",
}


@pytest.mark.parametrize("written", NO_NUMBER.values(), ids=NO_NUMBER)
def test_what_is_no_number_is_left_as_it_is(written: str) -> None:
    source = f"import torch\n{written}def f(x):\n    return torch.log(shares(x)[0])\n"
    assert findings(source, {"shares": SHARES}) == findings(source, {})


def test_what_is_no_number_has_no_mask() -> None:
    source = (
        "import torch\ndef keep(pair):\n    p, q = pair\n    return torch.log(p) + q\n"
        "def f(x):\n    return keep((x, x))\n"
    )
    assert findings(source, {"keep": MASKED}) == findings(source, {})


def test_a_result_that_is_known_keeps_its_own_dtype() -> None:
    """`shares` returns a double, whatever it is given: 1 - 1e-9 is not 1 there, and so its complement is not 0."""
    source = (
        "import torch\ndef shares(x):\n    return torch.exp(x).double()\n"
        "def f(x):\n    return torch.log(1 + 1e-9 - shares(torch.rand(3, dtype=torch.float32)))\n"
    )
    assert findings(source, {"shares": SHARES}) == []
    assert [each[:6] for each in findings(source.replace(".double()", ""), {"shares": SHARES})] == ["NAN201"]
