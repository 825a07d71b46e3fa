"""Which exponents training makes large: a ratio of probabilities, a loss over a temperature, an output that is scaled.

A loss as it is is a perplexity, less than 0 is bounded, and of what nobody knows nothing is said.
"""

import torch
from torch import nn
from torch.nn import functional as F


class Policy(nn.Module):
    def forward(self, x, y, old, z, t):
        logp = F.log_softmax(x, -1)
        ratio = torch.exp(logp - old)
    #           ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp - old` small enough: exp overflows to Inf in float32
        mean = torch.exp(logp.mean(-1) - old)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp.mean(-1) - old` small enough: exp overflows to Inf in float32
        picked = torch.exp(logp[:, 0] - old)
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp[:, 0] - old` small enough: exp overflows to Inf in float32
        half = torch.exp(0.5 * logp - old)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `0.5 * logp - old` small enough: exp overflows to Inf in float32
        over = torch.exp(logp / 2 - old)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp / 2 - old` small enough: exp overflows to Inf in float32
        likelihood = torch.exp(-F.cross_entropy(x, y) - old)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `-F.cross_entropy(x, y) - old` small enough: exp overflows to Inf in float32
        bounded = torch.exp(logp - torch.logsumexp(logp, -1, keepdim=True))
        same = torch.exp(logp - logp)
        error = torch.exp(-F.mse_loss(x, y) - old)
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `-F.mse_loss(x, y) - old` small enough: exp overflows to Inf in float32
        unknown = torch.exp(z - old) + torch.exp(-z - old) + torch.exp(torch.square(F.mse_loss(x, y)) - old)
        return ratio + mean + picked + half + over + likelihood + bounded + same + error + unknown

    def scaled(self, x, y, z, t):
        over = torch.exp(F.mse_loss(x, y) / t)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `F.mse_loss(x, y) / t` small enough: exp overflows to Inf in float32
        times = torch.exp(t * F.mse_loss(x, y))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `t * F.mse_loss(x, y)` small enough: exp overflows to Inf in float32
        negative = torch.exp(-F.mse_loss(x, y) / t)
        below = torch.exp(t / F.mse_loss(x, y))
        perplexity = torch.exp(F.cross_entropy(x, y))
        return over + times + negative + below + perplexity

    def products(self, x, y, z):
        cold = torch.exp(x @ y / 0.01)
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `x @ y / 0.01` small enough: exp overflows to Inf in float32
        edge = torch.exp(x @ y / 0.0113)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `x @ y / 0.0113` small enough: exp overflows to Inf in float32
        warm = torch.exp(x @ y / 0.07)
        unknown = torch.exp(z / 0.01)
        unscaled = torch.exp(x @ y)
        return cold + edge + warm + unknown + unscaled


class Gaussian(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 4)

    def forward(self, x, t, b, c):
        z = self.head(x)
        scaled = torch.exp(z * t)
    #            ^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `z * t` small enough: exp overflows to Inf in float32
        moved = torch.exp(z - b)
    #           ^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `z - b` small enough: exp overflows to Inf in float32
        both = torch.exp((z - b) * t)
    #          ^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `(z - b) * t` small enough: exp overflows to Inf in float32
        by_a_result = torch.exp(-torch.relu(z) * torch.abs(t))
        of_two = torch.exp(z + b + c)
    #            ^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `z + b + c` small enough: exp overflows to Inf in float32
        within = torch.exp(2 * torch.tanh(z) + t)
        computed = torch.exp(z + torch.sin(b))
        by_a_difference = torch.exp(z * (t - 1))
        return scaled + moved + both + by_a_result + of_two + within + computed + by_a_difference


@torch.no_grad()
def acceptance(x, old):
    return torch.exp(F.log_softmax(x, -1) - old)


def risk_set(risk: torch.Tensor, event):
    total = torch.exp(risk).cumsum(0)
    #       ^^^^^^^^^^^^^^^ NAN104 warning: nothing here keeps `risk` small enough: exp overflows to Inf in float32
    log_risk = torch.log(total + 1e-8)
    return -((risk - log_risk) * event).mean()


def risk_set_with_an_offset(risk: torch.Tensor, event, offset):
    total = torch.exp(risk + offset).cumsum(0)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: nothing here keeps `risk + offset` small enough: exp overflows to Inf in float32
    log_risk = torch.log(total + 1e-8)
    return -((risk - log_risk) * event).mean()


@torch.no_grad()
def looked_at(x, y):
    return torch.exp(torch.clamp(x, max=100.0)), torch.exp(F.cosine_similarity(x, y, dim=-1) / 0.01)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(x, max=100.0)` can be 100: exp overflows to Inf in float32; bound it
    #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `F.cosine_similari…) / 0.01` can be 100 where a cosine similarity is above 1: exp overflows to Inf in float32


def risk_set_at_once(risk: torch.Tensor, event):
    log_risk = torch.log(torch.exp(risk).cumsum(0) + 1e-8)
    #                    ^^^^^^^^^^^^^^^ NAN104 warning: nothing here keeps `risk` small enough: exp overflows to Inf in float32
    return -((risk - log_risk) * event).mean()


def total(risk: torch.Tensor, event):
    summed = torch.exp(risk).cumsum(0)
    other = torch.log(event + 1)
    return summed + other


def clipped_alone(x: torch.Tensor, low, high):
    r = torch.exp(x - low)
    return torch.clamp(r, 0.8, 1.2) * high


def clipped_beside(x: torch.Tensor, low, high):
    r = torch.exp(x - low)
    #   ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `x - low` small enough: exp overflows to Inf in float32
    return torch.min(r * high, torch.clamp(r, 0.8, 1.2) * high)


def second_argument(x: torch.Tensor, low, high):
    r = torch.exp(x - low)
    return torch.min(r * high, torch.clamp(high, r, 1.2) * high)
