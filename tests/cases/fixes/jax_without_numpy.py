# numpy is not imported here
import jax


def scaled(x):
    return (x - x.min()) / (x.max() - x.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.max() - x.min())` is a difference from an extreme
    # fixed: nothing


g = jax.jit(jax.grad(lambda x: scaled(x).sum()))
