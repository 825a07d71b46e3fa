"""An error is relative only where the same is measured above and below: not by what is weighted, or not squared."""

import numpy as np


def squared_by_what_is_not(model, x, met):
    given = model.predict(x)
    return np.linalg.norm((met - given) ** 2) / np.linalg.norm(met)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(met)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def squared_by_what_is_weighted(model, x, met, weight):
    given = model.predict(x)
    return np.linalg.norm((met - given) ** 2) / np.linalg.norm(met * weight)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
