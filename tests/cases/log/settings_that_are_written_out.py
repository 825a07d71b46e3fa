# What is picked by a number from positive numbers that are written out is known, whoever makes the array.

import numpy as np


def prior(backend, x):
    weights = backend.array([0.3, 0.7])
    return x * np.log(weights[0]) + np.log(weights[-1])


def picked_by_what_is_asked(backend, x, chosen):
    weights = backend.array([0.3, 0.7])
    return x * np.log(weights[chosen])
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `weights[chosen]` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(weights[chosen], 1e-10))
