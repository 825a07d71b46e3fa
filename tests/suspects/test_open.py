"""What is suspected where nothing is found: operations whose invalid values nothing excludes."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanproof.explain.safety import Safety
from nanproof.findings.finding import Severity
from nanproof.suspects.certainty import Certainty, certainty_of
from tests.suspects.program import line_of, looked

LOADED = 'import numpy as np\n\ndata = np.load("x.npz")\n'
HARD = "hard = data[data > 0.5]\n"
TRAINED = """\
import numpy as np
import torch

weights = np.sqrt(np.load("x.npy"))
net = torch.nn.Linear(2, 2)
net(x).sum().backward()
"""
TORCH_ANGLE = """\
import torch

x = torch.nn.Parameter(torch.randn(3, 2))
torch.atan2(x[:, 0], x[:, 1]).sum().backward()
"""
TENSORFLOW_ANGLE = """\
import tensorflow as tf

x = tf.Variable(tf.random.normal([3, 2]))
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.atan2(x[:, 0], x[:, 1]))
tape.gradient(loss, x)
"""


@pytest.mark.parametrize(
    ("program", "lines"),
    [
        (LOADED + 'print(np.log(data["a"] / data["b"]))\n', ['print(np.log(data["a"] / data["b"]))']),
        (LOADED + HARD + "print(hard.mean())\n", ["print(hard.mean())"]),
        (LOADED + HARD + "print(hard.mean() if len(hard) else 0.0)\n", []),
        (LOADED + HARD + "print(hard.max())\n", []),
        (LOADED + "print(data[3].mean())\n", []),
        (TENSORFLOW_ANGLE, ["loss = tf.reduce_sum(tf.atan2(x[:, 0], x[:, 1]))"]),
    ],
)
def test_what_nothing_excludes(program: str, lines: list[str], tmp_path: Path) -> None:
    found = looked(tmp_path, {"train.py": program}).suspects
    assert [line_of(each) for each in found] == lines
    assert {each.certainty for each in found} <= {Certainty.POSSIBLE}


def test_where_a_loss_is_known_it_must_lie_on_the_way(tmp_path: Path) -> None:
    found = looked(tmp_path, {"train.py": TRAINED}).suspects
    assert found == ()


def test_what_is_found_is_enough(tmp_path: Path) -> None:
    program = LOADED + 'print(np.sqrt(data["a"]), np.log(np.zeros(3)))\n'
    found = looked(tmp_path, {"train.py": program}).suspects
    assert [each.finding.operand for each in found] == ["np.zeros(3)"]


def test_pytorch_defines_the_derivative_of_an_angle_at_the_origin(tmp_path: Path) -> None:
    found = looked(tmp_path, {"train.py": TORCH_ANGLE})
    assert found.suspects == ()
    assert [each.safety for each in found.safe] == [Safety.NO_GRADIENT]


def test_a_hint_of_what_is_better_written_otherwise_is_finite() -> None:
    assert certainty_of("NAN402", Severity.HINT) is Certainty.MASKED
    assert certainty_of("NAN402", Severity.WARNING) is Certainty.TAKEN
    assert certainty_of("NAN101", Severity.HINT) is Certainty.POSSIBLE
