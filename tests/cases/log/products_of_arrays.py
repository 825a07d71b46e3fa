"""Of a product of arrays nothing is known: it may be one of matrices of probabilities."""

import numpy as np


def of_draws(n):
    a, w = np.random.randn(n, 3), np.random.randn(3, 3)
    return np.log(a @ w), np.sqrt(np.dot(a, w))
    #      ^^^^^^^^^^^^^ NAN101 information: `a @ w` is a matrix product, and nothing keeps it above 0: log(-1) is NaN
    #                     ^^^^^^^^^^^^^^^^^^^^^ NAN103 information: `np.dot(a, w)` is a matrix product, and nothing keeps it at 0 or above: sqrt(-1) is NaN

