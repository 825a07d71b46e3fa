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
    reveal_range(y.at[i].get())  # unknown
    reveal_range(p.at[i].typed(2.0))  # unknown
    reveal_range(p.at[i].set(jax.nn.softmax(y)).sum())  # [0, inf] float32
    # How often each index stands in `i`: 0 where it does not.
    counts = jnp.zeros(3).at[i].add(1.0)
    reveal_range(counts)  # [0, inf] float32
    drawn = jnp.zeros(3).at[i].multiply(1.0)
    reveal_range(drawn)  # {0} float32
    # No update: another attribute that is indexed.
    reveal_range(p.T[0].min())  # [0, 1] float32
    reveal_range(p[0].max())  # [0, 1] float32
    return jnp.log(counts)
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `counts` is a count of each value, exactly 0 for values that do not occur: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(counts, 1e-10))
    # or (unsafe): jnp.log(counts + 1e-8)
    # from: `jnp.zeros(3).at[i].add(1.0)` made here, exactly 0 for values that do not occur
