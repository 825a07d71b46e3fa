"""What `x.at[i]` computes takes the values of both arrays, and what is not known of it is not believed."""

import jax
import jax.numpy as jnp


def updated(x, i, y):
    p = jax.nn.softmax(x)
    reveal_range(p.at[i].set(5.0))  # [0, 5] float32
    reveal_range(p.at[i].set(values=5.0))  # unknown
    reveal_range(p.at[i].add(1.0))  # [0, 2] float32
    reveal_range(p.at[i].min(0.5))  # [0, 0.5] float32
    reveal_range(p.at[i].apply(jnp.log))  # unknown
    reveal_range(p.at[i].get())  # [0, 1] float32
    reveal_range(p.at[i].set())  # unknown
    reveal_range((y * 1.0).at[i].set(1.0))  # any value float64
    # No update: another attribute that is indexed.
    reveal_range(p.T[0].min())  # [0, 1] float32
    reveal_range(p[0].max())  # [0, 1] float32
