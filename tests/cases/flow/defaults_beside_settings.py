"""What `**settings` may pass is usually left at its default: a schedule of noise whose ends are numbers is one still."""

import torch
from torch import nn


def sigmoid_schedule(steps, start=-3, end=3, tau=1):
    places = torch.linspace(0, steps, steps + 1, dtype=torch.float64) / steps
    first = torch.tensor(start / tau).sigmoid()
    last = torch.tensor(end / tau).sigmoid()
    kept = (last - ((places * (end - start) + start) / tau).sigmoid()) / (last - first)
    return torch.clip(1 - kept[1:] / kept[:-1], 0, 0.999)


class Diffusion(nn.Module):
    def __init__(self, net, steps=1000, settings=None):
        super().__init__()
        self.net = net
        schedule = sigmoid_schedule
        betas = schedule(steps, **(settings or {}))
        kept = torch.cumprod(1.0 - betas, dim=0)
        self.register_buffer("noise", torch.sqrt(1.0 - kept))
        self.register_buffer("log_noise", torch.log(1.0 - kept))
        self.register_buffer("ratio", kept / (1.0 - kept))

    def forward(self, x, t):
        return self.net(x + self.noise[t] * torch.randn_like(x))


def floored(x, least=1e-8):
    return torch.clamp(x, min=least)


def by_settings(x, settings):
    return torch.log(floored(torch.softmax(x, -1), **settings))


def without_a_default(x, least):
    return torch.clamp(x, min=least)


def told_by_settings(x, settings):
    return torch.log(without_a_default(torch.relu(x), **settings))


def weak(x, least=0.0):
    return torch.clamp(x, min=least)


def by_weak_settings(x, settings):
    return torch.log(weak(torch.softmax(x, -1), **settings))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weak(…)` can be 0, as a softmax is


def by_weak_default(x):
    return torch.log(weak(torch.softmax(x, -1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weak(torch.softmax(x, -1))`


def gated(x, scale=3.0):
    return x / torch.sigmoid(torch.tensor(scale))


def gated_as_told(x, settings):
    return gated(x, **settings) + gated(x)


def unknown_gate(x, scale):
    return x / torch.sigmoid(scale)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sigmoid(scale)` is a sigmoid


def told_nothing(x, settings):
    return unknown_gate(x, **settings)
