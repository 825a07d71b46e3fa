# What runs as the file is read sees only the imports above it.

from jax.numpy import array, log, maximum, minimum
from jax.nn import softmax

scores = array([1000.0, 0.0])
chances = softmax(scores)
print(log(minimum(chances, 1.0)))
    # ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `minimum(chances, 1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: nothing
    # or (unsafe): log(minimum(chances, 1.0) + 1e-8)
    # from: `softmax(scores)` made here, exactly 0 in float32 once a logit trails the largest by 87

import jax.numpy as jnp


def later(x):
    return log(minimum(softmax(x), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `minimum(softmax(x), 1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: log(jnp.clip(softmax(x), 1e-10, 1.0))
    # or (unsafe): log(minimum(softmax(x), 1.0) + 1e-8)
    # from: `softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87


def shadowed(x, jnp):
    return log(minimum(softmax(x), 1.0)), jnp
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `minimum(softmax(x), 1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: nothing
    # or (unsafe): log(minimum(softmax(x), 1.0) + 1e-8)
    # from: `softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
