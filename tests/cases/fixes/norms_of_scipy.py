# A file of SciPy's arrays that imports no NumPy is none of JAX's: nobody differentiates the norm, an epsilon beside it is enough.

import scipy.linalg


def unit(x):
    n = scipy.linalg.norm(x)
    return x / n
    #      ^^^^^ NAN102 hint: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): x / (n + 1e-8)


def spread(x, y):
    return (y - y.mean()) / scipy.linalg.norm(x - x.mean())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `scipy.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): (y - y.mean()) / (scipy.linalg.norm(x - x.mean()) + 1e-8)
