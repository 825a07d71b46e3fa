# The exponential of a log softmax is a softmax: the largest of a row is at least that of a uniform choice, and no divisor of 0.
# What one of them is divided by may be 0, as may what labels pick, and the largest exponential of anything.

import jax
import jax.numpy as jnp
import torch
import torch.nn as nn
import torch.nn.functional as F


class Imitation(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.q = nn.Linear(64, n)
        self.i = nn.Linear(64, n)

    def forward(self, state):
        return self.q(state), F.log_softmax(self.i(state), dim=1)

    def act(self, state, threshold):
        q, imt = self(state)
        imt = imt.exp()
        allowed = (imt / imt.max(1, keepdim=True)[0] > threshold).float()
        return (allowed * q + (1.0 - allowed) * -1e8).argmax(1)

    def shared(self, state):
        p = torch.exp(F.log_softmax(self.i(state), -1))
        return p / p.sum(-1, keepdim=True)

    def of_anything(self, state):
        e = self.i(state).exp()
        #   ^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.i(state)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return e / e.max(1, keepdim=True)[0]
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `e.max(…)[…]` can be 0, as an exponential is for inputs below -104: x / 0 is Inf or NaN; keep it away from 0

    def picked(self, state, a):
        p = torch.exp(F.log_softmax(self.i(state), -1))
        return 1 / p.gather(1, a)
        #      ^^^^^^^^^^^^^^^^^^ NAN102 warning: `p.gather(1, a)` is an exponential, exactly 0 for inputs below -104: x / 0 is Inf or NaN; keep it away from 0


def relative(z):
    p = jnp.exp(jax.nn.log_softmax(z))
    return p / p.max(-1, keepdims=True), jnp.log(p)
    #                                    ^^^^^^^^^^ NAN101 warning: `p` is an exponential, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
