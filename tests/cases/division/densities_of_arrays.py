"""A point that is far from all components has no density at all: what it would be divided among is 0 / 0."""

import numpy as np


class Mixture:
    def __init__(self, k, dim):
        self.means = np.random.randn(k, dim)
        self.shares = np.full(k, 1.0 / k)

    def expected(self, x):
        columns = [
            share * np.exp(-0.5 * ((x - mean) ** 2).sum(axis=1)) for share, mean in zip(self.shares, self.means)
        ]
        joint = np.stack(columns, axis=1)
        return joint / joint.sum(axis=1, keepdims=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `joint.sum(…)` can be 0 where all of it underflows

    def at_once(self, x):
        joint = self.shares * np.exp(-0.5 * ((x[:, None] - self.means) ** 2).sum(axis=-1))
        return joint / np.sum(joint, axis=1, keepdims=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sum(…)` can be 0 where all of it underflows

    def with_a_floor(self, x):
        joint = self.shares * np.exp(-0.5 * ((x[:, None] - self.means) ** 2).sum(axis=-1))
        return joint / (np.sum(joint, axis=1, keepdims=True) + 1e-300)

    def by_logarithms(self, x):
        joint = -0.5 * ((x[:, None] - self.means) ** 2).sum(axis=-1)
        joint = np.exp(joint - joint.max(axis=1, keepdims=True))
        return joint / joint.sum(axis=1, keepdims=True)

    def of_another(self, x, y):
        joint = self.shares * np.exp(-0.5 * ((x[:, None] - self.means) ** 2).sum(axis=-1))
        return y / np.sum(joint, axis=1, keepdims=True)
