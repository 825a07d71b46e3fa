"""Which frameworks cast a number of Python's to the tensor's dtype before they multiply: as the catalogue says."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from nanproof.catalog import load
from tests.oracle.conftest import needs


def _torch() -> tuple[Any, Callable[[Any], float]]:
    import torch

    return torch.zeros(1, dtype=torch.float16), lambda each: float(each[0])


def _jax() -> tuple[Any, Callable[[Any], float]]:
    import jax.numpy as jnp

    return jnp.zeros(1, jnp.float16), lambda each: float(each[0])


def _tensorflow() -> tuple[Any, Callable[[Any], float]]:
    import tensorflow as tf

    return tf.zeros(1, tf.float16), lambda each: float(each[0])


def _keras() -> tuple[Any, Callable[[Any], float]]:
    import keras

    return keras.ops.zeros(1, "float16"), lambda each: float(keras.ops.convert_to_numpy(each)[0])


def _numpy() -> tuple[Any, Callable[[Any], float]]:
    import numpy as np

    return np.zeros(1, np.float16), lambda each: float(each[0])


ZEROS = {"torch": _torch, "jax": _jax, "tensorflow": _tensorflow, "keras": _keras, "numpy": _numpy}


@pytest.mark.filterwarnings("ignore:overflow encountered:RuntimeWarning", "ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("framework", ZEROS)
def test_a_number_that_float16_does_not_hold(framework: str) -> None:
    needs(framework)
    zeros, read = ZEROS[framework]()
    assert math.isnan(read(zeros * -1e9)) is load().frameworks[framework].casts_numbers


def test_each_is_tried() -> None:
    assert {name for name, each in load().frameworks.items() if each.tensor is not None} <= ZEROS.keys()
