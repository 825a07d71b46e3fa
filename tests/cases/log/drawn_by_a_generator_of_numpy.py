"""A generator of NumPy draws what its functions draw: in single precision 0 is met, in double it is not."""

import numpy as np


def single(model, x, n):
    rng = np.random.default_rng(0)
    # FIXME: it is a uniform random number, as of `jax.random.uniform`
    return model(x) - np.log(rng.random(n, dtype=np.float32))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `rng.random(n, dtype=np.float32)` stays above 0: log(0) is -inf


class Noise:
    def __init__(self):
        self.rng = np.random.default_rng(0)

    def of(self, model, x, n):
        # FIXME: here too
        return model(x) - np.log(self.rng.random(n, dtype=np.float32))
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `self.rng.random(n, dtype=np.float32)` stays above 0: log(0) is -inf


def double(model, x, n):
    # FIXME: nothing: 0 once in 2**53 draws
    return model(x) - np.log(np.random.default_rng(0).random(n))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `np.random.default_rng(0).random(n)` stays above 0: log(0) is -inf


def of_old(model, x, n):
    # FIXME: nothing
    return model(x) - np.log(np.random.RandomState(0).rand(n))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `np.random.RandomState(0).rand(n)` stays above 0: log(0) is -inf
