"""The norm of a tanh is 0 where its outputs are; that of what a ReLU leaves is told as the ReLU's."""

import torch
from torch import nn


def of_outputs(x):
    h = torch.tanh(nn.Linear(8, 8)(x))
    return x / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_what_a_relu_leaves(x):
    h = torch.tanh(torch.relu(nn.Linear(8, 8)(x)))
    return x / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
