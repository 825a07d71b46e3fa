"""What a metric divides arrays by is a hint: nobody trains on NaN there."""

import numpy as np


def similarity_metric(a, b):
    return a @ b / np.linalg.norm(a)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(a)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def similarity(a, b):
    return a @ b / np.linalg.norm(a, axis=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN


def spread_metrics(a):
    return a / a.std()
    #      ^^^^^^^^^^^ NAN102 hint: `a.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
