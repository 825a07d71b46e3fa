"""A function that makes numbers of what is not finite in its argument, and one that does it to the other argument."""

import numpy as np


def cleaned(x):
    return np.nan_to_num(x)


def cleaned_beside(x, y):
    return x, np.nan_to_num(y)


def share(a):
    n = np.maximum(np.asarray(a), 0)
    return cleaned(a / n.sum())


def share_of_another(a, b):
    n = np.maximum(np.asarray(a), 0)
    return cleaned_beside(a / n.sum(), b)
    #                     ^^^^^^^^^^^ NAN102 information: `n.sum()` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0
    # fixed: a / np.maximum(n.sum(), 1e-10)
    # or (unsafe): a / (n.sum() + 1e-8)
