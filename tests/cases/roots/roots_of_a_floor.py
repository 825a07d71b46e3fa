"""What becomes of a root at the floor below it is not told: at other floors, behind others, it becomes of nothing."""

import jax.numpy as jnp


def cubed(d):
    y = jnp.sqrt(jnp.clip(d, jnp.finfo(d.dtype).tiny))
    # FIXME: the cube of 1e-19 underflows to 0
    return jnp.log(y**3)


def of_a_difference(d):
    y = jnp.sqrt(jnp.clip(d, 1e-10))
    # FIXME: at the floor itself both are 1e-5
    return jnp.log(y - 1e-5)
