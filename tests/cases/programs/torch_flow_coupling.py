"""A normalising flow of couplings: scales that are squashed, a preprocessing by the logit, and a Jacobian by `slogdet` or by `det`."""

import math
from abc import ABC, abstractmethod

import torch
import torch.nn as nn


class Bijection(nn.Module, ABC):
    @abstractmethod
    def forward(self, x): ...

    @abstractmethod
    def inverse(self, y): ...


class Dequantize(Bijection):
    def __init__(self, alpha=0.05, levels=256):
        super().__init__()
        self.alpha, self.levels = alpha, levels

    def forward(self, x):
        u = (x + torch.rand_like(x)) / self.levels
        u = self.alpha + (1 - 2 * self.alpha) * u
        y = torch.log(u) - torch.log1p(-u)
        ldj = -(u.log() + (1 - u).log()).flatten(1).sum(1)
        return y, ldj

    def inverse(self, y):
        u = torch.sigmoid(y)
        back = torch.logit(u)
        #      ^^^^^^^^^^^^^^ NAN105 warning: `u` is a sigmoid, exactly 0 for inputs below -89: logit is infinite at 0 and 1; keep it between them
        # fixed: torch.logit(torch.clamp(u, 1e-7, 0.9999999))
        # from: `torch.sigmoid(y)` made here, exactly 0 in float32 for inputs below -89
        bounded = torch.logit(u, eps=1e-6)
        return (u - self.alpha) / (1 - 2 * self.alpha) + 0 * back + 0 * bounded, None


class AffineCoupling(Bijection):
    def __init__(self, dim, hidden=128, scale="tanh"):
        super().__init__()
        half = dim // 2
        self.half = half
        self.scale = scale
        self.net = nn.Sequential(nn.Linear(half, hidden), nn.GELU(), nn.Linear(hidden, 2 * (dim - half)))

    def _params(self, x1):
        raw, shift = torch.split(self.net(x1), self.half, dim=1)
        match self.scale:
            case "tanh":
                return torch.tanh(raw), shift
            case "sigmoid":
                return torch.log(torch.sigmoid(raw + 2.0)), shift
                #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(raw + 2.0)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
                # fixed: nn.functional.logsigmoid(raw + 2.0)
                # or: torch.log(torch.clamp(torch.sigmoid(raw + 2.0), 1e-10, 1.0))
                # from: `torch.sigmoid(raw + 2.0)` made here, exactly 0 in float32 for inputs below -89
            case "logsigmoid":
                return nn.functional.logsigmoid(raw + 2.0), shift
            case _:
                raise ValueError(self.scale)

    def forward(self, x):
        x1, x2 = x[:, : self.half], x[:, self.half :]
        log_s, t = self._params(x1)
        y2 = x2 * torch.exp(log_s) + t
        return torch.cat([x1, y2], dim=1), log_s.sum(dim=1)

    def inverse(self, y):
        y1, y2 = y[:, : self.half], y[:, self.half :]
        log_s, t = self._params(y1)
        return torch.cat((y1, (y2 - t) / torch.exp(log_s)), 1), -log_s.sum(1)
        #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.exp(log_s)` is an exponential and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): log_s = torch.clamp(log_s, min=-15.0)
        # adds: log_s = torch.clamp(log_s, min=-15.0)
        # or (unsafe): (y2 - t) / torch.exp(log_s).clamp(min=1e-7)
        # or (unsafe): (y2 - t) / (torch.exp(log_s) + 1e-8)
        # from: `torch.sigmoid(raw + 2.0)` made here, values in [0, 1]
        # from: `log_s, t = self._params(y1)` goes into `log_s` here
        # from: `torch.exp(log_s)` made here, exactly 0 in float32 for inputs below -104


class BoundedScale(AffineCoupling):
    """The scale itself is learnt, between a half and two."""

    def _params(self, x1):
        raw, shift = self.net(x1).tensor_split(2, dim=1)
        s = 0.5 + 1.5 * raw.sigmoid()
        reveal_range(s)  # [0.5, 2] float32 takes 0.5, 2
        return s.log(), shift


class InvertibleLinear(Bijection):
    def __init__(self, dim):
        super().__init__()
        self.weight = nn.Parameter(torch.linalg.qr(torch.randn(dim, dim)).Q)

    def forward(self, x, stable=True):
        if stable:
            _, logdet = torch.linalg.slogdet(self.weight)
        else:
            logdet = torch.log(torch.abs(torch.det(self.weight)))
            #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.abs(torch.det(self.weight))` stays above 0: log(0) is -inf
            # fixed: torch.log(torch.clamp(torch.abs(torch.det(self.weight)), min=1e-10))
            # or (unsafe): torch.log(torch.abs(torch.det(self.weight)) + 1e-8)
        return x @ self.weight.T, logdet.expand(x.size(0))

    def inverse(self, y):
        return y @ torch.inverse(self.weight).T, None


class Planar(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.w, self.u = nn.Parameter(torch.randn(dim)), nn.Parameter(torch.zeros(dim))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, z):
        wu = self.w.dot(self.u)
        u_hat = self.u + (nn.functional.softplus(wu) - 1 - wu) * self.w / self.w.square().sum()
        a = torch.tanh(z @ self.w + self.b)
        psi = (1 - a.pow(2))[:, None] * self.w
        det = 1 + psi @ u_hat
        floored = det.abs().clamp(min=1e-7)
        reveal_range(floored)  # [1.00000001e-07, inf] float32 takes 9999, 10001
        return z + u_hat * a[:, None], det.abs().log() + 0 * floored.log()
        #                              ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `det.abs()` stays above 0: log(0) is -inf


class Flow(nn.Module):
    def __init__(self, steps):
        super().__init__()
        self.steps = nn.ModuleList(steps)

    def log_prob(self, x):
        total = x.new_zeros(x.shape[0])
        for step in self.steps:
            x, ldj = step(x)
            total += ldj
        log_pz = -0.5 * (x.pow(2) + math.log(2 * math.pi)).sum(1)
        reveal_range(log_pz)  # [-inf, -0.918938518] float32 takes nothing
        return log_pz + total
