"""What is 0 in an attribute is replaced where it is made, or in another method: no division by it meets a 0."""

import numpy as np
import torch


class Scaler:
    def fit(self, x):
        self.mean = x.mean(0)
        self.std = torch.std(x, dim=0)
        self.std[self.std == 0] = 1
        return self

    def transform(self, x):
        return (x - self.mean) / self.std


class Later:
    def __init__(self, x):
        self.span = x.max(axis=0) - x.min(axis=0)

    def repair(self):
        self.span[self.span < 1e-6] = 1.0

    def __call__(self, x):
        return x / self.span


class Other:
    def __init__(self, x):
        self.std = np.std(x, axis=0)
        self.std[x[0] == 0] = 1

    def __call__(self, x):
        return torch.as_tensor(x) / self.std
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `self.std` is a standard deviation
        # fixed: torch.as_tensor(x) / np.maximum(self.std, 1e-10)
        # or (unsafe): torch.as_tensor(x) / (self.std + 1e-8)
