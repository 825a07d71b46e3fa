"""How far a search goes before what lies deeper is unknown: to a number that is written down, and no further."""

from __future__ import annotations

from pathlib import Path

from nanproof.analysis import Project
from nanproof.infer.columns import DEEPEST_SHAPE
from nanproof.infer.comparisons import DEEPEST_CONDITION
from nanproof.infer.compiled import MOST_COMPILED
from nanproof.infer.engine import MOST_RETURNS
from nanproof.infer.joining import DEEPEST_COMMON
from nanproof.infer.lineage import MOST_BASES
from nanproof.source.document import Document
from tests.literate.annotations import parsed
from tests.literate.observations import revelations
from tests.names.project import Files


def told(source: str) -> list[str]:
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return [f"{each.finding.code} {each.finding.severity.value}" for each in found]


def revealed(source: str) -> str:
    """Return what the first `reveal_range` of a program says."""
    return next(inferred for _, _, inferred in revelations(parsed(Path("a.py"), source)))


def nested(function: str, times: int, inner: str) -> str:
    return f"{function}(" * times + inner + ")" * times


def asked(parentheses: int) -> str:
    condition = "(" * parentheses + "p > 0" + ")" * parentheses
    return f"import torch\n\ndef f(x):\n    p = torch.relu(x)\n    if {condition}:\n        return torch.log(p)\n"


def test_a_condition_is_read_through_so_many_parentheses() -> None:
    assert told(asked(DEEPEST_CONDITION - 1)) == []
    assert told(asked(DEEPEST_CONDITION)) == ["NAN101 warning"]


def certain(negations: int) -> str:
    condition = "not " * negations + "wanted"
    return f"""
import torch

def f(x, wanted=False):
    p = torch.ones(3)
    if {condition}:
        p = torch.relu(x)
    return p

def g(x):
    return torch.log(f(x))
"""


def test_a_condition_of_a_call_is_decided_through_so_many_negations() -> None:
    assert told(certain(DEEPEST_CONDITION - 2)) == []
    assert told(certain(DEEPEST_CONDITION)) == ["NAN101 warning"]


def inherited(classes: int) -> str:
    bases = "".join(f"class A{each + 1}(A{each}):\n    pass\n\n" for each in range(classes - 1))
    return f"""
import torch

class A0:
    def low(self, x):
        return torch.relu(x)

{bases}
def f(x):
    return torch.log(A{classes - 1}().low(x))
"""


def test_a_method_is_found_in_so_many_classes() -> None:
    assert told(inherited(MOST_BASES)) == ["NAN101 warning"]
    assert told(inherited(MOST_BASES + 1)) == ["NAN101 information"]


def returning(times: int) -> str:
    returns = "".join(f"    if x.shape[0] == {each}:\n        return torch.ones({each})\n" for each in range(times - 1))
    return f"import torch\n\ndef f(x):\n{returns}    return torch.relu(x)\n\ndef g(x):\n    return torch.log(f(x))\n"


def test_so_many_returns_are_joined() -> None:
    assert told(returning(MOST_RETURNS)) == ["NAN101 warning"]
    assert told(returning(MOST_RETURNS + 1)) == ["NAN101 information"]


def compiled(times: int) -> str:
    others = "".join(f"model.compile(loss='mse{each}')\n" for each in range(times - 1))
    return f"""
import tensorflow as tf
from tensorflow import keras

def loss(labels, p):
    return tf.math.log(p)

model = keras.Sequential([keras.layers.Softmax()])
{others}model.compile(loss=loss)
"""


def test_so_many_calls_that_compile_are_looked_at() -> None:
    assert told(compiled(MOST_COMPILED)) == ["NAN101 warning"]
    assert told(compiled(MOST_COMPILED + 1)) == ["NAN101 information"]


def joined(times: int) -> str:
    low, high = nested("torch.abs", times, "x"), nested("torch.abs", times, "y")
    return f"""
import torch

def f(s, t):
    reveal_range(s - t)  # the largest element is of the same
    return s

def g(x, y):
    f({low}, {nested("torch.max", 1, low)})
    f({high}, {nested("torch.max", 1, high)})
"""


def test_what_callers_pass_has_so_much_in_common() -> None:
    assert revealed(joined(DEEPEST_COMMON - 1)) == "[-inf, 0] float32"
    assert revealed(joined(DEEPEST_COMMON)) == "any value float32"


def columns(times: int) -> str:
    low = nested("torch.abs", times, "x[:, :2]")
    return f"""
import torch

def f(x):
    p = torch.cat(({low}, torch.sigmoid(x[:, 2:4]) + 1), 1)
    reveal_range(p[:, 2:])  # the second part
"""


def test_the_width_of_a_part_is_looked_for_so_deep() -> None:
    assert revealed(columns(DEEPEST_SHAPE)) == "[1, 2] float32"
    assert revealed(columns(DEEPEST_SHAPE + 1)) == "[0, inf] float32"
