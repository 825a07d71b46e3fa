"""`nanproof catalog`: what it says of an operation, of all, and of none."""

from __future__ import annotations

import pytest

from nanproof.cli.command import main


def test_an_operation_is_told_with_domain_mask_twin_and_witness(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "tf.log"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("tensorflow.math.log\n")
    for said in (
        "0 < x",
        "import tensorflow as tf; tf.math.log(tf.constant(0.0))",
        "e >= 1.2e-38 in float32",
        "is better written tf.nn.log_softmax(x)",
        "tensorflow.log",
    ):
        assert said in text


def test_the_derivative_is_that_of_the_framework(capsys: pytest.CaptureFixture[str]) -> None:
    for name, expected in (("torch.linalg.norm", "every x"), ("jax.numpy.linalg.norm", "every x but 0")):
        assert main(["catalog", name]) == 0
        assert f"derivative          finite for {expected}\n" in capsys.readouterr().out


def test_a_last_name_shows_each_framework(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "log1p"]) == 0
    text = capsys.readouterr().out
    for name in (
        "jax.numpy.log1p",
        "keras.ops.log1p",
        "math.log1p",
        "numpy.log1p",
        "tensorflow.math.log1p",
        "torch.log1p",
    ):
        assert f"{name}\n" in text


def test_without_a_name_it_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog"]) == 0
    text = capsys.readouterr().out
    assert "operations of 6 frameworks" in text
    assert "log1p" in text


def test_an_unknown_name_is_answered_with_near_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "torch.lgo"]) == 2
    assert capsys.readouterr().err == (
        "nanproof: the catalogue has no operation 'torch.lgo'; near to it are torch.log, torch.log_, torch.log2\n"
    )
