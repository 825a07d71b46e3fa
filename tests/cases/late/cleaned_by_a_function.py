"""A function of the file that replaces what is not finite is a mask: too late for a gradient, in time without one."""

import tensorflow as tf
import torch

LOG_0 = float("-inf")


def nan_to_zero(x):
    return tf.where(tf.math.is_nan(x), tf.zeros_like(x), x)


def first(lengths, depth):
    mask = tf.one_hot(lengths - 1, depth)
    return nan_to_zero(LOG_0 * (1.0 - mask))


def unmasked(lengths, depth):
    mask = tf.one_hot(lengths - 1, depth)
    return LOG_0 * (1.0 - mask)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `LOG_0` is -inf: where `(1.0 - mask)` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed: nothing


def cleaned(x):
    x[torch.isnan(x)] = 0
    return x


def shares(x):
    w = torch.relu(x)
    return cleaned(w / w.sum(-1, keepdim=True))


def looked_at(x):
    assert not torch.isnan(x).any()
    return x


def unclean(x):
    w = torch.relu(x)
    return looked_at(w / w.sum(-1, keepdim=True))
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `w.sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: w / w.sum(-1, keepdim=True).clamp(min=1e-7)
    # or (unsafe): w / (w.sum(-1, keepdim=True) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


class Loss(torch.nn.Module):
    def _finite(self, x):
        return torch.where(torch.isfinite(x), x, torch.zeros_like(x))

    def forward(self, x):
        p = torch.softmax(x, -1)
        return self._finite(p.log()).sum()
    #                       ^^^^^^^ NAN202 warning: `self._finite(p.log())` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed (unsafe): torch.log_softmax(x, -1)
    # removes: p = torch.softmax(x, -1)
    # or (unsafe): p.clamp(1e-10, 1.0).log()
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
