"""A schedule that somebody stops at 0, `max(1 - step / steps, 0.0)`, is 0 from there on, and divides by it.

It is a number of Python's, which Python's own `max` keeps away from 0.
"""

import torch
import torch.nn.functional as F


class Relaxed(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.tau = 1.0

    def anneal(self, step, steps):
        self.tau = max(1.0 - step / steps, 0.0)

    def forward(self, logits):
        noise = torch.distributions.Gumbel(0.0, 1.0).sample(logits.shape)
        return F.softmax((logits + noise) / self.tau, dim=-1)
        #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.tau` can be 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (logits + noise) / max(self.tau, 1e-10)
        # or (unsafe): (logits + noise) / (self.tau + 1e-8)


def annealed(net, x, step):
    tau = max(1.0 - step / 1000, 0)
    return torch.softmax(net(x) / tau, dim=-1)
    #                    ^^^^^^^^^^^^ NAN102 warning: `tau` can be 0: x / 0 is Inf or NaN; keep it away from 0


def kept_away(net, x, step):
    tau = max(1.0 - step / 1000, 0.1)
    return torch.softmax(net(x) / tau, dim=-1)


def per_step(total, done):
    return total / max(done, 0)
