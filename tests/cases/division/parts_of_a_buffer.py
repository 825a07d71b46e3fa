# Of a buffer that is filled item by item `b[i]` and `b[:n]` mean what was filled, `b[n:]` and `b[:]` the rest too.

import numpy as np


class Memory:
    def __init__(self, size):
        self.filled = 0
        self.weights = np.zeros(size)

    def add(self, weight):
        self.weights[self.filled] = weight
        self.filled += 1

    def sample(self, n, i):
        a = 1 / self.weights[i]
        b = 1 / self.weights[:n]
        c = 1 / self.weights[n:]
    #       ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.weights[n:]` is a buffer of zeros and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `self.weights = np.zeros(size)` made here, exactly 0 until all of its items have been written
        d = 1 / self.weights[-n:].min()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.weights[-n:].min()` can be 0, as a buffer of zeros can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `self.weights = np.zeros(size)` made here, exactly 0 until all of its items have been written
        return a, b, c, d, 1 / self.weights[:]
    #                      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.weights[:]` is a buffer of zeros and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `self.weights = np.zeros(size)` made here, exactly 0 until all of its items have been written
