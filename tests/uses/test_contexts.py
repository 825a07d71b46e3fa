"""Whether the code around an expression asks for no gradient."""

from __future__ import annotations

import pytest

from nanproof.uses.contexts import is_unrecorded, only_measures
from tests.uses.program import marked


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("y = «x»\n", False),
        ("with torch.no_grad():\n    y = «x»\n", True),
        ("with torch.no_grad(): y = «x»\n", True),
        ("with no_grad():\n    y = «x»\n", True),
        ("with torch.inference_mode() as mode:\n    y = «x»\n", True),
        ("with open(f), torch.no_grad():\n    y = «x»\n", True),
        ("with open(f):\n    y = «x»\n", False),
        ("with torch.enable_grad():\n    y = «x»\n", False),
        ("with torch.set_grad_enabled(False):\n    y = «x»\n", True),
        ("with torch.set_grad_enabled( False ):\n    y = «x»\n", True),
        ("with torch.set_grad_enabled(True):\n    y = «x»\n", False),
        ("with torch.set_grad_enabled(training):\n    y = «x»\n", False),
        ("with tape.stop_recording():\n    y = «x»\n", True),
        ("with tf.GradientTape() as tape:\n    y = «x»\n", False),
        ("with torch.no_grad():\n    with torch.enable_grad():\n        y = «x»\n", False),
        ("with torch.enable_grad():\n    with torch.no_grad():\n        y = «x»\n", True),
        ("with torch.no_grad():\n    with open(f):\n        y = «x»\n", True),
        ("@torch.no_grad()\ndef f(x):\n    return «x»\n", True),
        ("@torch.inference_mode\ndef f(x):\n    return «x»\n", True),
        ("@torch.compile\ndef f(x):\n    return «x»\n", False),
        ("@torch.no_grad()\ndef f(x):\n    with torch.enable_grad():\n        return «x»\n", False),
        ("def hook(module, grad_input, grad_output):\n    return «x»\n", True),
        ("def hook(module, grad_output=None):\n    return «x»\n", True),
        ("def hook(module, output):\n    return «x»\n", False),
        ("hook = lambda module, output: «x»\n", False),
        ("def compute_metrics(x):\n    return «x»\n", True),
        ("def metric(x):\n    return «x»\n", True),
        ("def metrical(x):\n    return «x»\n", False),
        ("def dice(x):\n    def metrics():\n        return 1\n    return «x»\n", False),
        ("class DiceMetric:\n    def f(self, x):\n        return «x»\n", True),
        ("class MetricLoss:\n    def f(self, x):\n        return «x»\n", False),
    ],
)
def test_whether_nothing_is_recorded(source: str, expected: bool) -> None:
    program = marked(source)
    assert is_unrecorded(program.engine, program.document, program.node) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("metrics.py", True),
        ("metric.py", True),
        ("metrics/dice.py", True),
        ("eval_metrics.py", True),
        ("metricsy.py", False),
        ("metric_loss.py", False),
        ("symmetrics.py", False),
        ("losses.py", False),
    ],
)
def test_a_file_of_metrics_only_measures(path: str, expected: bool) -> None:
    program = marked("y = «x»\n", path=path)
    assert is_unrecorded(program.engine, program.document, program.node) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("package/metrics/dice.py", True),
        ("package/metrics/functional/auc.py", True),
        ("package/evaluation/dice.py", True),
        ("package/evaluation/models/dice.py", False),
        ("package/torchmetrics/dice.py", False),
        ("package/evaluate_shapes.py", True),
        ("package/visualize.py", True),
        ("package/cont_metrics.py", True),
        ("package/metrical.py", False),
        ("package/losses.py", False),
    ],
)
def test_a_file_that_looks_at_what_was_trained(path: str, expected: bool) -> None:
    program = marked("y = «x»\n", path=path)
    assert only_measures(program.document, program.node) == expected
