"""A logarithm of a scale that is bounded, and moved and scaled by settings, is as large as these are."""

import torch
from torch import nn


class Bounded(nn.Module):
    def __init__(self, low, high, size):
        super().__init__()
        self.low, self.high = low, high
        self.linear = nn.Linear(size, 2 * size)

    def forward(self, x):
        mu, log_std = self.linear(x).chunk(2, dim=-1)
        log_std = torch.tanh(log_std)
        log_std = self.low + 0.5 * (self.high - self.low) * (log_std + 1)
        return mu + log_std.exp() * torch.randn_like(mu)


class Learnt(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.linear = nn.Linear(size, 2 * size)
        self.scale = nn.Parameter(torch.zeros(size))

    def forward(self, x):
        mu, log_std = self.linear(x).chunk(2, dim=-1)
        log_std = self.scale * torch.tanh(log_std)
        return mu + log_std.exp() * torch.randn_like(mu)
        #           ^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32


class Moved(nn.Module):
    def __init__(self, low, high, size):
        super().__init__()
        self.low, self.high = low, high
        self.linear = nn.Linear(size, 2 * size)

    def forward(self, x):
        mu, log_std = self.linear(x).chunk(2, dim=-1)
        log_std = self.low + self.high * log_std
        return mu + log_std.exp() * torch.randn_like(mu)
        #           ^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_std` small enough: exp overflows to Inf in float32


def divergence(z, m, logs, mask):
    kl = logs - 0.5
    kl += 0.5 * (z - m) ** 2 * torch.exp(-2.0 * logs)
    #                          ^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `-2.0 * logs` small enough: exp overflows to Inf in float32
    return (kl * mask).mean()


def counted(z, m, logs, mask):
    kl = mask - 0.5
    kl += 0.5 * (z - m) ** 2 * torch.exp(-2.0 * logs)
    return (kl * mask).mean()


def multiplied(z, m, logs, mask):
    kl = logs - 0.5
    kl *= 0.5 * (z - m) ** 2 * torch.exp(-2.0 * logs)
    return (kl * mask).mean()


def step(model, opt, x):
    loss = model(x).mean() + divergence(x, model.m, model.logs, x > 0) + counted(x, model.m, model.rate, x > 0)
    loss = loss + multiplied(x, model.m, model.scale, x > 0)
    loss.backward()
    opt.step()
