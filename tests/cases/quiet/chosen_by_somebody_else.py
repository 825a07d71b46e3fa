"""The `where` of nobody known chooses among whatever it is given, also beside a framework."""

import torch
from own import where

model = torch.nn.Linear(2, 2)


def ratio(x, y):
    return where(y != 0, x / y, 0.0)
