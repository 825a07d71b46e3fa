"""A derivative is asked of an attribute, and of what a reduction is given by name: what computes that computes a loss."""

import torch
from torch import mean


class Trainer:
    def step(self, x, y):
        self.loss = torch.mean(x / (y**2).sum())
        #                      ^^^^^^^^^^^^^^^^ NAN102 information: `(y**2).sum()` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): x / (y**2).sum().clamp(min=1e-7)
        # or (unsafe): x / ((y**2).sum() + 1e-8)
        self.loss.backward()

    def looked_at(self, x, y):
        self.value = torch.mean(x / (y**2).sum())
        return self.value.item()

    def of_another(self, x, y, other):
        self.value = torch.mean(x / (y**2).sum())
        other.backward()


def by_keyword(x, y):
    each = x / (y**2).sum()
    #      ^^^^^^^^^^^^^^^^ NAN102 information: `(y**2).sum()` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / (y**2).sum().clamp(min=1e-7)
    # or (unsafe): x / ((y**2).sum() + 1e-8)
    mean(input=each).backward()


def by_position(x, y):
    each = x / (y**2).sum()
    #      ^^^^^^^^^^^^^^^^ NAN102 information: `(y**2).sum()` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / (y**2).sum().clamp(min=1e-7)
    # or (unsafe): x / ((y**2).sum() + 1e-8)
    mean(each).backward()


def by_method(x, y):
    each = x / (y**2).sum()
    #      ^^^^^^^^^^^^^^^^ NAN102 information: `(y**2).sum()` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / (y**2).sum().clamp(min=1e-7)
    # or (unsafe): x / ((y**2).sum() + 1e-8)
    each.mean(0).backward()
