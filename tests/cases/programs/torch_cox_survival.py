"""Survival by Cox's partial likelihood, a discrete hazard and a Weibull: running sums, clipped hazards, counts of events."""

from __future__ import annotations

import abc
import functools

import numpy as np
import torch
from torch import nn


def checked(fn):
    @functools.wraps(fn)
    def inner(self, out, time, event, **kw):
        if time.ndim != 1:
            raise ValueError(f"expected one time per patient, got {tuple(time.shape)}")
        return fn(self, out, time.clamp_min(0.0), event.float(), **kw)

    return inner


class SurvivalLoss(nn.Module, abc.ABC):
    outputs = 1

    @abc.abstractmethod
    def nll(self, out, time, event): ...

    def forward(self, out, time, event):
        return self.nll(out, time, event)


class CoxPH(SurvivalLoss):
    @checked
    def nll(self, out, time, event):
        order = torch.argsort(time, descending=True)
        risk, event = out.squeeze(-1)[order], event[order]
        log_cum = torch.logcumsumexp(risk, dim=0)
        return -((risk - log_cum) * event).sum() / event.sum()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `event.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing


class NaiveCox(SurvivalLoss):
    @checked
    def nll(self, out, time, event, floor=1.0):
        order = time.argsort(descending=True)
        risk = out[:, 0].index_select(0, order)
        e = event.index_select(0, order)
        hazard = torch.exp(risk)
        #        ^^^^^^^^^^^^^^^ NAN104 warning: nothing here keeps `risk` small enough: exp overflows to Inf in float32
        # fixed (unsafe): risk = torch.clamp(out[:, 0].index_select(0, order), max=30.0)
        # adds: torch.clamp(
        # adds: , max=30.0)
        # or (unsafe): torch.exp(torch.clamp(risk, max=30.0))
        log_cum = torch.log(torch.cumsum(hazard, 0))
        if e.sum() == 0:
            return risk.sum() * 0.0
        return -((risk - log_cum) * e).sum() / e.sum().clamp(min=floor)


class DiscreteHazard(SurvivalLoss):
    def __init__(self, bins=20, eps=0.0):
        super().__init__()
        self.outputs, self.eps = bins, eps

    def nll(self, out, time, event):
        h = torch.sigmoid(out)
        surv = torch.cumprod(1 - h, dim=1)
        reveal_range(surv)  # [0, 1] float32 takes 0, 1
        bin_of = time.long().clamp(0, self.outputs - 1)[:, None]
        s = surv.gather(1, bin_of)[:, 0]
        haz = h.gather(1, bin_of)[:, 0]
        uncensored = event * (torch.log(haz) - torch.log1p(-haz))
        #                     ^^^^^^^^^^^^^^ NAN101 warning: `haz` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(haz, 1e-10, 1.0))
        # or (unsafe): torch.log(haz + 1e-8)
        # from: `torch.sigmoid(out)` made here, exactly 0 in float32 for inputs below -89
        # from: `haz = h.gather(1, bin_of)[:, 0]` goes into `haz` here
        #                                      ^^^^^^^^^^^^^^^^^ NAN101 warning: `-haz` can be -1 where a sigmoid is exactly 1 (for inputs above 17): log1p(-1) is -inf; keep it above -1
        # fixed: torch.log1p(torch.clamp(-haz, -0.9999999, 1.0))
        # from: `torch.sigmoid(out)` made here, exactly 1 in float32 for inputs above 17
        # from: `haz = h.gather(1, bin_of)[:, 0]` goes into `haz` here
        return -(uncensored + torch.log(s + self.eps)).mean()
        #                     ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `s + self.eps` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(s + self.eps, min=1e-10))
        # from: `torch.sigmoid(out)` made here, exactly 1 in float32 for inputs above 17
        # from: `surv = torch.cumprod(1 - h, dim=1)` goes into `surv` here
        # from: `s = surv.gather(1, bin_of)[:, 0]` goes into `s` here


class SafeDiscreteHazard(DiscreteHazard):
    def nll(self, out, time, event):
        log_q = nn.functional.logsigmoid(-out)
        log_h = nn.functional.logsigmoid(out)
        k = time.long().clamp(0, self.outputs - 1)
        rows = torch.arange(len(k))
        return -(event * (log_h - log_q)[rows, k] + log_q.cumsum(1)[rows, k]).mean()


class Weibull(SurvivalLoss):
    outputs = 2

    def nll(self, out, time, event):
        shape, scale = (nn.functional.softplus(o) for o in out.unbind(1))
        z = time / scale
        #   ^^^^^^^^^^^^ NAN102 information: `scale` is a softplus, exactly 0 for inputs below -103: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # or (unsafe): time / (scale + 1e-8)
        # from: `nn.functional.softplus(o)` made here, exactly 0 in float32 for inputs below -103
        log_hazard = torch.log(shape) - torch.log(scale) + (shape - 1) * torch.log(z)
        #            ^^^^^^^^^^^^^^^^ NAN101 warning: `shape` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(shape, min=1e-10))
        # or (unsafe): torch.log(shape + 1e-8)
        # from: `nn.functional.softplus(o)` made here, exactly 0 in float32 for inputs below -103
        #                               ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(scale, min=1e-7))
        # or (unsafe): torch.log(scale + 1e-8)
        # from: `nn.functional.softplus(o)` made here, exactly 0 in float32 for inputs below -103
        #                                                                ^^^^^^^^^^^^ NAN101 information: nothing here shows that `z` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(z, min=1e-10))
        return -(event * log_hazard - z.pow(shape)).mean()


class FlooredWeibull(Weibull):
    def nll(self, out, time, event):
        shape, scale = (nn.functional.softplus(o).add(1e-3) for o in torch.unbind(out, dim=1))
        time = torch.maximum(time, torch.tensor(1e-4))
        z = time / scale
        log_hazard = shape.log() - scale.log() + (shape - 1) * (time.log() - scale.log())
        reveal_range(scale)  # [0.00100000005, inf] float32 takes 0.00100000005, 10000.001
        return -(event * log_hazard - torch.exp((shape * z.log()).clamp(max=15.0))).mean()


def kaplan_meier(time: np.ndarray, event: np.ndarray) -> np.ndarray:
    at_risk = np.array([(time >= t).sum() for t in np.unique(time)])
    died = np.array([((time == t) & (event == 1)).sum() for t in np.unique(time)])
    return np.cumprod(1.0 - died / np.maximum(at_risk, 1))


def concordance(risk, time, event):
    later = (time[:, None] < time[None, :]) & event[:, None].bool()
    right = (risk[:, None] > risk[None, :]) & later
    return right.sum() / later.sum()


def fit(model: nn.Module, data, loss: SurvivalLoss | str = "cox", epochs=10):
    kinds = {"cox": CoxPH, "naive": NaiveCox, "bins": DiscreteHazard, "weibull": Weibull}
    criterion = kinds[loss]() if isinstance(loss, str) else loss
    opt = torch.optim.SGD(model.parameters(), lr=1e-2, momentum=0.9, nesterov=True)
    for _ in range(epochs):
        for x, t, e in data:
            value = criterion(model(x), t, e)
            if torch.isnan(value):
                continue
            opt.zero_grad(), value.backward(), opt.step()
    return model
