"""What a call is told to write into a name, `out=p`, the name holds from then on: a mask works, and a value may be spoilt."""

import numpy as np
import torch
from scipy.special import expit, softmax


def clipped(z):
    p = softmax(z)
    np.clip(p, 1e-10, 1.0, out=p)
    reveal_range(p)  # [1e-10, 1] float64
    return np.log(p)


def clipped_by_place(z):
    p = softmax(z)
    np.clip(p, 1e-10, 1.0, p)
    return np.log(p)


def raised_by_place(z):
    p = softmax(z)
    np.maximum(p, 1e-10, p)
    return np.log(p)


def only_looked_at(z):
    p = softmax(z)
    print(p, 1e-10, 1.0, p)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax


def of_something_else(z, q):
    p = softmax(z)
    np.clip(q, 1e-10, 1.0, q)
    np.clip(p, 1e-10, 1.0, q)
    return np.log(p), np.log(q)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax


def clipped_elsewhere(z):
    p = softmax(z)
    q = np.empty_like(p)
    np.clip(p, 1e-10, 1.0, out=q)
    return np.log(p), np.log(q)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax


def by_the_method(z):
    p = softmax(z)
    p.clip(1e-10, 1.0, out=p)
    return np.log(p)


def clamped(z):
    p = torch.sigmoid(z)
    torch.clamp(p, min=1e-10, out=p)
    return torch.log(p)


def spoilt(z):
    p = torch.relu(z) + 1
    torch.sub(p, 1, out=p)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a ReLU is for inputs of 0 or less


def sometimes(z, careful):
    p = softmax(z)
    if careful:
        np.add(p, 1e-8, out=p)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is


def afterwards(z):
    p = softmax(z)
    log_p = np.log(p)
    #       ^^^^^^^^^ NAN101 warning: `p` is a softmax
    np.clip(p, 1e-10, 1.0, out=p)
    return log_p


def floored(x, eps=1e-10):
    np.clip(x, eps, 1 - eps, out=x)
    return x


def through_a_helper(z):
    return np.log(floored(expit(z)))


class Model:
    def step(self, z):
        self.p = softmax(z)
        np.maximum(self.p, 1e-10, out=self.p)
        return np.log(self.p)

    def spoil(self, z):
        self.q = softmax(z)
        np.maximum(self.p, 1e-10, out=self.q)
        np.maximum(self.q, 0.0, out=self.q)
        return np.log(self.q)
