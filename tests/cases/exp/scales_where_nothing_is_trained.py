"""What training would make large stays as it is in a file that trains nothing: of a ratio, of a spread, of noise."""

import torch
import torch.nn.functional as F


def ratio(dist, action, old):
    return torch.exp(dist.log_prob(action) - old)


def drawn(encoder, x):
    log_std = encoder(x)
    return torch.exp(log_std) * torch.randn(3)


def of_logits(logits, old):
    # A ratio to a softmax that is written out is one of training wherever it stands.
    logp = F.log_softmax(logits, -1)
    return torch.exp(logp[:, 0] - old).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp[:, 0] - old` small enough: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(logp[:, 0] - old, max=30.0))


def of_something_else(logits, old):
    logp = logits * 2
    return torch.exp(logp[:, 0] - old).mean()
