# JAX's `x.at[index].set(v)` is an array that takes the values of both: a mask where the index is the condition that
# replaces them, a count where ones are added to zeros. A part that is bounded is taken for the whole.

import jax
import jax.numpy as jnp


def count_loss(x, places):
    count = jnp.zeros(8).at[places].add(1.0)
    total = jnp.zeros(8).at[places].add(x)
    return total / count
    #      ^^^^^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: total / jnp.maximum(count, 1.0)
    # or (unsafe): total / (count + 1e-8)
    # from: `jnp.zeros(8).at[places].add(1.0)` made here, exactly 0 for values that do not occur


def first_one_loss(x):
    x = jax.nn.relu(x)
    x = x.at[0].set(1.0)
    return jnp.log(x)
    #      ^^^^^^^^^^ NAN101 warning: `x` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(x, 1e-10))
    # or (unsafe): jnp.log(x + 1e-8)
    # from: `jax.nn.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `x = x.at[0].set(1.0)` goes into `x` here


def masked_loss(x):
    norm = jnp.abs(jax.nn.relu(x))
    norm = norm.at[norm == 0].set(1.0)
    return x / norm


def masked_by_name_loss(x):
    x = jax.nn.relu(x)
    small = x < 1e-6
    return jnp.log(x.at[small].set(1e-6))


def scaled_loss(x):
    p = jax.nn.softmax(x)
    return jnp.log(p.at[:, 0].multiply(2.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.at[:, 0].multiply(2.0)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(p.at[:, 0].multiply(2.0), 1e-10))
    # or (unsafe): jnp.log(p.at[:, 0].multiply(2.0) + 1e-8)
    # from: `jax.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87


def bounded_loss(x):
    p = jax.nn.softmax(x)
    return jnp.log(p.at[:, 1:].max(1e-9))


def read_loss(x):
    return jnp.log(jax.nn.relu(x).at[3].get())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.relu(x).at[3].get()` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(jax.nn.relu(x).at[3].get(), 1e-10))
    # or (unsafe): jnp.log(jax.nn.relu(x).at[3].get() + 1e-8)
    # from: `jax.nn.relu(x)` made here, exactly 0 for inputs of 0 or less


def unknown_loss(x, y):
    a = jnp.log(x.at[3].set(y))
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x.at[3].set(y)` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(x.at[3].set(y), 1e-10))
    b = jnp.log(jax.nn.relu(x).at[3].apply(jnp.exp))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jax.nn.relu(x).at[3].apply(jnp.exp)` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(jax.nn.relu(x).at[3].apply(jnp.exp), 1e-10))
    return a, b


class Statistics:
    def update_loss(self, x, places):
        self.seen = jnp.zeros(9)
        self.seen = self.seen.at[places].add(1)
        return x / self.seen
    #          ^^^^^^^^^^^^^ NAN102 warning: `self.seen` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / jnp.maximum(self.seen, 1.0)
    # or (unsafe): x / (self.seen + 1e-8)
    # from: `self.seen.at[places].add(1)` made here, exactly 0 for values that do not occur


grad = jax.grad(count_loss)
