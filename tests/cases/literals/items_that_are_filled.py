"""Whoever fills an item of what is infinite there means it; whoever reads one does not."""

import numpy as np


def an_index_elsewhere(other):
    y = np.log(np.array([0.0, 1.0]))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([0.0, 1.0])` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(np.array([0.0, 1.0]), 1e-10, 1.0))
    # or (unsafe): np.log(np.array([0.0, 1.0]) + 1e-8)
    other[y] = 3
    return y


def read(other):
    y = np.log(np.array([0.0, 1.0]))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([0.0, 1.0])` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(np.array([0.0, 1.0]), 1e-10, 1.0))
    # or (unsafe): np.log(np.array([0.0, 1.0]) + 1e-8)
    z = y[0]
    return z


def filled(other):
    y = np.log(np.array([0.0, 1.0]))
    y[0] = 3
    return y


def gone_through(other):
    y = np.log(np.array([0.0, 1.0]))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([0.0, 1.0])` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(np.array([0.0, 1.0]), 1e-10, 1.0))
    # or (unsafe): np.log(np.array([0.0, 1.0]) + 1e-8)
    for each in y[1:]:
        other(each)
    return y
