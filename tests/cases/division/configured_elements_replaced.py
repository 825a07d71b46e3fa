"""Elements are replaced where a condition holds, of whatever kind the holder is."""

import numpy as np


def of_a_list(x):
    sizes = [0, 1, 2]
    sizes[sizes == 0] = 1
    return x / sizes[1]


def of_a_name(x):
    name = "mean"
    name[name == 0] = 1
    return x / np.sum(x)


def of_a_function(x):
    norm = np.linalg.norm
    norm[norm == 0] = 1
    return x / norm(x)
    #      ^^^^^^^^^^^ NAN102 hint: `norm(x)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / np.maximum(norm(x), 1e-10)
    # or (unsafe): x / (norm(x) + 1e-8)
    # from: `norm(x)` made here, exactly 0 for a vector of zeros


def of_an_array(x):
    spread = np.std(x, axis=0)
    spread[spread == 0] = 1
    return x / spread
