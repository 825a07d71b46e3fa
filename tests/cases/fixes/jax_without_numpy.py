# No mask is written in the words of `jax.numpy` where the file does not import it.

import jax


def scaled(x):
    return (x - x.min()) / (x.max() - x.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.max() - x.min())` is a difference from an extreme and can be exactly 0
    # fixed: nothing


g = jax.jit(jax.grad(lambda x: scaled(x).sum()))
