"""Importance weights of what was drawn by its own priorities are not of 0: what has none is never drawn."""

import random

import numpy as np


class Replay:
    def __init__(self, capacity, alpha=0.6, beta=0.4):
        self.priorities = np.zeros(capacity, dtype=np.float32)
        self.buffer = []
        self.alpha, self.beta, self.size = alpha, beta, 0

    def sample(self, n):
        p = self.priorities[: self.size] ** self.alpha
        p /= p.sum()
        index = np.random.choice(self.size, n, p=p)
        weights = (self.size * p[index]) ** -self.beta
        return index, weights / weights.max()

    def by_name(self, n):
        probs = self.priorities**self.alpha
        probs = probs / probs.sum()
        indices = np.random.choice(len(self.buffer), n, p=probs)
        total = len(self.buffer)
        scaled = total * probs[indices]
        weights = scaled ** (-self.beta)
        return weights, 1.0 / (probs[indices] * total)

    def by_python(self, n):
        probs = self.priorities**self.alpha / sum(self.priorities**self.alpha)
        indices = random.choices(range(len(probs)), weights=probs, k=n)
        return (len(probs) * probs[indices]) ** -self.beta

    def by_others(self, n):
        probs = self.priorities**self.alpha
        indices = np.random.choice(self.size, n)
        return (self.size * probs[indices]) ** -self.beta
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(self.size * probs[indices])` can be 0, as a buffer of zeros can: 0 ** -0.4 is Inf; keep it above 0
        # fixed: np.maximum(self.size * probs[indices], 1e-10) ** -self.beta
        # from: `self.priorities = np.zeros(capacity, dtype=np.float32)` made here, exactly 0 until all of its items have been written

    def of_others(self, n, other):
        probs = self.priorities**self.alpha
        indices = np.random.choice(self.size, n, p=other / other.sum())
        return (self.size * probs[indices]) ** -self.beta
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(self.size * probs[indices])` can be 0, as a buffer of zeros can: 0 ** -0.4 is Inf; keep it above 0
        # fixed: np.maximum(self.size * probs[indices], 1e-10) ** -self.beta
        # from: `self.priorities = np.zeros(capacity, dtype=np.float32)` made here, exactly 0 until all of its items have been written

    def update(self, index, td):
        self.priorities[index] = np.abs(td) + 1e-5
        self.size = min(self.size + len(td), len(self.priorities))
