"""The ways from an operation to the loss, and the order of suspects."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.explain.safety import Safety
from nanproof.suspects.certainty import Certainty, Kind
from tests.suspects.program import line_of, looked, way_of

LOSSES = """\
import torch


class Kl(torch.nn.Module):
    def forward(self, x):
        p = torch.softmax(x, -1)
        return (p * torch.log(p)).sum()


def entropy(x):
    p = torch.softmax(x, -1)
    return -(p * torch.log(p)).sum()


def pair(x):
    p = torch.sigmoid(x)
    return x.mean(), torch.log(p)
"""
TAKEN = "its derivative is taken here"
HEAD = "import torch\nfrom losses import *\nimport losses\nnet = torch.nn.Linear(2, 2)\n"


@pytest.mark.parametrize(
    ("train", "distance", "way"),
    [
        ("entropy(net(x)).backward()", 1, ["returned by `entropy`", TAKEN]),
        ("loss = entropy(net(x))\nloss.backward()", 2, ["returned by `entropy`", "goes into `loss`", TAKEN]),
        ("l = []\nl.append(entropy(net(x)))\nsum(l).backward()", 2, ["returned by `entropy`", "put into `l`", TAKEN]),
        (
            "l = {}\nl['a'] = entropy(net(x))\nsum(l.values()).backward()",
            2,
            ["returned by `entropy`", "goes into `l`", TAKEN],
        ),
        (
            "loss = 0\nfor x in y:\n    loss += entropy(net(x))\nloss.backward()",
            2,
            ["returned by `entropy`", "goes into `loss`", TAKEN],
        ),
        (
            "def step(loss):\n    loss.backward()\nstep(entropy(net(x)))",
            2,
            ["returned by `entropy`", "given to `step` as `loss`", TAKEN],
        ),
        ("_, second = pair(net(x))\nsecond.backward()", 2, ["returned by `pair`", "goes into `second`", TAKEN]),
        ("opt.minimize(lambda: entropy(net(x)))", 1, ["returned by `entropy`", TAKEN]),
    ],
)
def test_it_goes_over_assignments_calls_and_returns(train: str, distance: int, way: list[str], tmp_path: Path) -> None:
    found = looked(tmp_path, {"train.py": f"{HEAD}{train}\n", "losses.py": LOSSES}).suspects
    assert (found[0].distance, way_of(found[0])) == (distance, way)


def test_an_object_that_is_handed_about_is_called(tmp_path: Path) -> None:
    train = f"""{HEAD}
class Trainer:
    def __init__(self, criterion):
        self.criterion = criterion

    def loss(self, x):
        return self.criterion(net(x))

def main():
    trainer = Trainer(criterion=losses.Kl())
    trainer.loss(x).backward()

main()
"""
    (suspect,) = looked(tmp_path, {"train.py": train, "losses.py": LOSSES}).suspects
    assert line_of(suspect) == "return (p * torch.log(p)).sum()"
    assert way_of(suspect)[0] == "returned by `Kl.forward`"
    assert "kept as `criterion`" in way_of(suspect)
    assert way_of(suspect)[-2:] == ["returned by `Trainer.loss`", TAKEN]


def test_an_item_that_is_left_alone_is_on_no_way(tmp_path: Path) -> None:
    train = f"{HEAD}first, _ = pair(net(x))\nfirst.backward()\n"
    (suspect,) = looked(tmp_path, {"train.py": train, "losses.py": LOSSES}).suspects
    assert (suspect.distance, suspect.way, suspect.is_on_way) == (None, (), False)


def test_a_method_of_another_class_is_on_no_way(tmp_path: Path) -> None:
    train = """\
import torch
class A:
    def loss(self, x):
        return x.mean()
class B:
    def loss(self, x):
        return torch.log(torch.softmax(x, -1)).mean()
a, b = A(), B()
net = torch.nn.Linear(2, 2)
print(b.loss(net(x)))
a.loss(net(x)).backward()
"""
    assert [each.is_on_way for each in looked(tmp_path, {"train.py": train}).suspects] == [False]


@pytest.mark.parametrize(
    "train",
    [
        "model.compile(optimizer='adam', loss=entropy)\n",
        "import lit\nclass M(lit.Model):\n    def training_step(self, b, i):\n        return entropy(net(b))\nM()\n",
        "scaler.scale(entropy(net(x))).backward()\n",
        "torch.autograd.grad(entropy(net(x)), w)\n",
    ],
)
def test_where_derivatives_begin(train: str, tmp_path: Path) -> None:
    found = looked(tmp_path, {"train.py": HEAD + train, "losses.py": LOSSES})
    assert len(found.losses) == 1
    assert [each.is_on_way for each in found.suspects] == [True]


def test_of_a_function_that_is_asked_about_what_it_returns_counts(tmp_path: Path) -> None:
    train = "import torch\ndef f(x):\n    y = torch.log(torch.softmax(x, -1))\n    return y.mean()\n"
    found = looked(tmp_path, {"train.py": train}, "f")
    assert way_of(found.suspects[0]) == ["goes into `y`", "returned by `f`, which was asked about"]


def test_the_likeliest_comes_first(tmp_path: Path) -> None:
    train = """\
import numpy as np
import torch
net = torch.nn.Linear(2, 2)
p = torch.softmax(net(x), -1)
print(torch.log(p))
far = torch.log(p).mean()
aux = far * 2
possible = torch.log(y)
loss = aux + torch.log(p).sum() + possible
certain = np.log(0.0)
norm = torch.sqrt(torch.sum(net(x) ** 2))
(loss + certain + norm).backward()
"""
    found = looked(tmp_path, {"train.py": train}).suspects
    assert [(each.certainty, line_of(each).partition(" ")[0], each.distance) for each in found] == [
        (Certainty.CERTAIN, "certain", 1),
        (Certainty.TAKEN, "loss", 1),
        (Certainty.TAKEN, "far", 3),
        (Certainty.TAKEN, "print(torch.log(p))", None),
        (Certainty.POSSIBLE, "norm", 1),
        (Certainty.POSSIBLE, "possible", 2),
    ]
    kinds = {line_of(each).partition(" ")[0]: each.kind for each in found}
    assert (kinds["loss"], kinds["norm"]) == (Kind.VALUE, Kind.GRADIENT)


def test_what_is_safe_is_told_with_its_reason(tmp_path: Path) -> None:
    train = """\
import torch
net = torch.nn.Linear(2, 2)
p = torch.softmax(net(x), -1)
a = torch.log(p.clamp(min=1e-6))
b = torch.log(p + 1)
c = x / 2.0 / unknown
d = torch.log(p)  # nanproof: ignore
(a + b).sum().backward()
"""
    found = looked(tmp_path, {"train.py": train})
    assert [each.safety for each in found.safe] == [Safety.MASKED, Safety.AWAY, Safety.UNKNOWN, Safety.SILENCED]
    assert (found.operations, found.suspects) == (4, ())


OPEN = """\
import torch
net = torch.nn.Linear(2, 2)


def distance(a, b):
    return torch.sqrt(((a - b) ** 2).sum(-1))


{more}loss = distance(net(x), y).mean()
loss.backward()
"""


def test_where_nothing_explains_the_nan_what_nothing_excludes_is_told(tmp_path: Path) -> None:
    train = OPEN.format(more="").replace("(a - b) ** 2", "torch.exp(a - b).clamp(max=5.0) * unknown(a)")
    told = [(line_of(each), each.certainty, each.is_on_way) for each in looked(tmp_path, {"train.py": train}).suspects]
    assert any("torch.sqrt" in line and is_on_way for line, _, is_on_way in told)
    assert {certainty for _, certainty, _ in told} <= {Certainty.POSSIBLE, Certainty.TAKEN}


def test_what_is_known_leaves_out_what_is_only_not_excluded(tmp_path: Path) -> None:
    more = "aside = torch.log(torch.softmax(net(x), -1)).sum()\naside.backward()\n"
    found = looked(
        tmp_path,
        {"train.py": "ratio = 1.0\n" + OPEN.format(more=more + "z = (net(x) / unknown).sum()\nz.backward()\n")},
    )
    assert all("unknown" not in line_of(each) for each in found.suspects)
