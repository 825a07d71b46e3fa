# A quotient of two sums that may add up nothing is NaN or 0: how far several of them spread is asked of numbers alone.

import numpy as np


def index(c, w, n):
    m = 0
    total = 0
    for i in range(n):
        m += c[i] * w[i]
    for i in range(n):
        total += c[i] ** 2
    return m / total


def main(c, w, n):
    found = []
    for _ in range(10):
        found.append(index(c, w, n))
    return np.log(np.std(found))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `np.std(found)` is a standard deviation and can be exactly 0: log(0) is -inf; keep it above 0
