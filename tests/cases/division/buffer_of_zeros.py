# A buffer of zeros that is filled item by item is 0 until then; a slice of it, its sum or a table may be full.

import numpy as np


class Memory:
    def __init__(self, capacity):
        self.priorities = np.zeros(capacity)
        self.table = np.zeros(capacity)
        for i in range(capacity):
            self.table[i] = i + 1

    def store(self, index, priority):
        self.priorities[index] = priority

    def weights(self, p, n):
        least = np.min(self.priorities)
        stored = self.priorities[:n]
        return p / least, p / stored, p / self.priorities.sum(), p / self.table
        #      ^^^^^^^^^ NAN102 warning: `least` can be 0, as a buffer of zeros can
