"""What only the helpers of tests call is a part of them: a test with NaN in it would have failed."""

import jax
import jax.numpy as jnp
import pytest


def _deviation(x):
    return 1 / jnp.sqrt(jnp.maximum(x, 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sqrt(jnp.maximum(…))` is a square root and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): 1 / jnp.maximum(jnp.sqrt(jnp.maximum(x, 0.0)), 1e-7)
    # from: `jnp.sqrt(jnp.maximum(x, 0.0))` made here, exactly 0 for an input of 0


def _conditional(x):
    return _deviation(x) * jnp.exp(-x)


def _called_by_others_too(x):
    return 1 / jnp.sqrt(jax.nn.relu(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(jax.nn.relu(x))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / jnp.maximum(jnp.sqrt(jax.nn.relu(x)), 1e-7)
    # from: `jax.nn.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `jnp.sqrt(jax.nn.relu(x))` made here, values in [0, inf]


@pytest.mark.parametrize("shift", [1.0, 2.0])
def test_conditional(shift):
    assert _conditional(jnp.arange(3) + shift).shape == (3,)
    assert _called_by_others_too(shift) > 0


def main(x):
    return _called_by_others_too(x)
