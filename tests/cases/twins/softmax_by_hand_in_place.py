"""A softmax by hand that divides in place is one all the same; shifted by the largest element it is right."""

import numpy as np
import torch


def weights(x):
    e = torch.exp(x)
    e /= e.sum(dim=-1, keepdim=True)
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN
    # fixed: e = torch.softmax(x, dim=-1)
    return e


def shifted(x):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    e /= e.sum(dim=-1, keepdim=True)
    return e


def over_what_is_not_its_sum(x, n):
    e = torch.exp(x.clamp(max=20.0))
    e /= n
    return e


def of_arrays(d):
    w = np.exp(-d)
    w /= w.sum(axis=1, keepdims=True)
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(-d)` overflows
    return w


def attention(q, k, v):
    w = torch.exp(q @ k.T)
    w /= w.sum(-1, keepdim=True)
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softmax written out by hand: where `torch.exp(q @ k.T)` overflows
    # fixed: w = torch.softmax(q @ k.T, dim=-1)
    loss = (w @ v).mean()
    loss.backward()
