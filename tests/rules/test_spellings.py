"""The same thing said otherwise gives the same finding: each operation with a hazard, in every way to call it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nanproof.analysis import Project
from nanproof.catalog import Operation, load
from nanproof.catalog.program import home
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader

CATALOG = load()
HEADS = {
    "torch": "import torch\n",
    "tensorflow": "import tensorflow\n",
    "jax": "import jax\nimport jax.numpy\nimport jax.scipy.special\nimport jax.lax\n",
    "keras": "import keras\n",
}
# What takes the values at which operations fail: exactly 0, beyond 1 by rounding, anything.
MADE_BY = {
    "torch": ("torch.relu({x})", "torch.cosine_similarity({x}, {x} + 1)", "torch.softmax({x}, dim=-1)"),
    "tensorflow": ("tensorflow.nn.relu({x})", "tensorflow.nn.softmax({x})"),
    "jax": ("jax.nn.relu({x})", "jax.nn.softmax({x})"),
    "keras": ("keras.ops.relu({x})", "keras.ops.softmax({x})"),
}
SPELLINGS = {
    "a name between": "def run(x):\n    p = {operand}\n    q = p\n    return {called}(q)\n",
    "a name for it": "def run(x):\n    f = {called}\n    return f({operand})\n",
    "a global name": "f = {called}\n\n\ndef run(x):\n    return f({operand})\n",
    "by keyword": "def run(x):\n    return {called}({keyword}={operand})\n",
    "a lambda": "def run(x):\n    f = lambda t: {called}(t)\n    return f({operand})\n",
    "a helper": "def f(t):\n    return {called}(t)\n\n\ndef run(x):\n    return f({operand})\n",
    "an attribute": (
        "class Model:\n    def __init__(self):\n        self.f = {called}\n\n"
        "    def run(self, x):\n        return self.f({operand})\n"
    ),
    "a walrus": "def run(x):\n    return {called}(p := {operand})\n",
    "a branch": "def run(x, flag):\n    p = {operand}\n    if flag:\n        return {called}(p)\n    return p\n",
    "a comprehension": "def run(x):\n    return [{called}({operand}) for _ in range(3)]\n",
    "a tuple": "def run(x):\n    p, q = {operand}, 1\n    return {called}(p)\n",
    "a loop": "def run(x):\n    for f in [{called}]:\n        y = f({operand})\n    return y\n",
    "a loop over pairs": "def run(x):\n    for f, _ in [({called}, 1)]:\n        y = f({operand})\n    return y\n",
    "a list": "def run(x):\n    return [f({operand}) for f in ({called}, print)]\n",
    "a table": "TABLE = {{'f': {called}}}\n\n\ndef run(x):\n    return TABLE['f']({operand})\n",
    "a parameter": "def apply(f, p):\n    return f(p)\n\n\ndef run(x):\n    return apply({called}, {operand})\n",
    "partial": "import functools\n\n\ndef run(x):\n    f = functools.partial({called})\n    return f({operand})\n",
    "a method": "def run(x):\n    return {operand}.{method}()\n",
}
# FIXME: an operation that is called in these ways is no site.
UNFOLLOWED = {
    "map": "def run(x):\n    return list(map({called}, [{operand}]))\n",
    "the text of its name": "import torch\n\n\ndef run(x):\n    return getattr(torch, 'log')({operand})\n",
}
PRODUCERS = {
    "torch": ("torch.softmax({x}, dim=-1)", "torch.softmax", "dim=-1"),
    "tensorflow": ("tensorflow.nn.softmax({x}, axis=-1)", "tensorflow.nn.softmax", "axis=-1"),
    "jax": ("jax.nn.softmax({x}, axis=-1)", "jax.nn.softmax", "axis=-1"),
    "keras": ("keras.ops.softmax({x}, axis=-1)", "keras.ops.softmax", "axis=-1"),
}
LOGARITHMS = {
    "torch": "torch.log",
    "tensorflow": "tensorflow.math.log",
    "jax": "jax.numpy.log",
    "keras": "keras.ops.log",
}
MADE = {
    "a name for it": "def run(x):\n    f = {called}\n    return {log}(f(x, {given}))\n",
    "a lambda": "def run(x):\n    f = lambda t: {called}(t, {given})\n    return {log}(f(x))\n",
    "a helper": "def f(t):\n    return {called}(t, {given})\n\n\ndef run(x):\n    return {log}(f(x))\n",
    "partial": (
        "from functools import partial\n\n\ndef run(x):\n    f = partial({called}, {given})\n    return {log}(f(x))\n"
    ),
    "a partial of a helper": (
        "from functools import partial\n\n\ndef f(t, axis):\n    return {called}(t, {given})\n\n\n"
        "def run(x):\n    return {log}(partial(f, axis=-1)(x))\n"
    ),
    "an attribute": (
        "class Model:\n    def __init__(self):\n        self.f = {called}\n\n"
        "    def run(self, x):\n        return {log}(self.f(x, {given}))\n"
    ),
    "a loop": "def run(x):\n    for f in [{called}]:\n        x = {log}(f(x, {given}))\n    return x\n",
    "a dict": "def run(x):\n    d = {{'p': {made}}}\n    return {log}(d['p'])\n",
    "dict by keywords": "def run(x):\n    d = dict(q=x, p={made})\n    return {log}(d['p'])\n",
    "an item of a dict": "def run(x):\n    d = {{}}\n    d['p'] = {made}\n    return {log}(d['p'])\n",
    "a branch": "def run(x, flag):\n    p = {made}\n    if flag:\n        return {log}(p)\n    return p\n",
}


def said(framework: str, body: str) -> set[tuple[str, str]]:
    document = Document.from_text("/nowhere/model.py", HEADS[framework] + body)
    found = Project(None, DiskReader()).diagnose(document)
    return {(each.finding.code, each.finding.severity.name) for each in found}


def unary() -> Iterator[Operation]:
    """Yield the functions with a hazard that are called with one operand."""
    for each in CATALOG.operations():
        parameters = [parameter for parameter in each.parameters if parameter.role in ("x", "y")]
        is_whole = each.kind == "function" and not each.inplace and each.framework.name in HEADS
        if is_whole and each.function.rule and len(parameters) == 1 and each.framework.has_today(each.name):
            yield each


OPERATIONS = {each.name: each for each in unary()}


def test_there_are_many() -> None:
    assert len(OPERATIONS) > 100


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_same_is_said(name: str) -> None:
    operation = OPERATIONS[name]
    framework, called = operation.framework, home(operation.framework, name)
    method = CATALOG.method(name.rpartition(".")[2], framework.name)
    for made_by in MADE_BY[framework.name]:
        operand = made_by.format(x="x")
        usual = said(framework.name, f"def run(x):\n    return {called}({operand})\n")
        for spelling, body in SPELLINGS.items():
            is_method = spelling == "a method"
            if is_method and (method is None or method.function is not operation.function):
                continue
            keyword = next(each.name for each in operation.parameters if each.role in ("x", "y"))
            text = body.format(called=called, operand=operand, keyword=keyword, method=name.rpartition(".")[2])
            assert (spelling, said(framework.name, text)) == (spelling, usual), text


@pytest.mark.parametrize("spelling", MADE)
@pytest.mark.parametrize("framework", PRODUCERS)
def test_what_is_made_otherwise_is_the_same(framework: str, spelling: str) -> None:
    written, called, given = PRODUCERS[framework]
    made, log = written.format(x="x"), LOGARITHMS[framework]
    usual = said(framework, f"def run(x):\n    return {log}({made})\n")
    assert usual == {("NAN101", "WARNING")}
    assert said(framework, MADE[spelling].format(made=made, called=called, given=given, log=log)) == usual


@pytest.mark.parametrize("spelling", UNFOLLOWED)
def test_what_is_not_followed(spelling: str) -> None:
    text = UNFOLLOWED[spelling].format(called="torch.log", operand="torch.relu(x)")
    assert said("torch", text) == set()
