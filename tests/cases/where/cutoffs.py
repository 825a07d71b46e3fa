"""A choice by a distance asks for the distance: that the cutoff itself is 0 is not what it leaves out."""

import torch


def aligned(x, reach, power):
    r = torch.sqrt((x**2).sum(-1) + 1e-6)
    return torch.where(r < reach, (1.0 - r / reach) ** power, torch.zeros_like(r)).sum()


def tapered(r, cutoff: float = 8.0):
    return torch.where((r < cutoff) & (r > 1e-7), 0.5 * (torch.cos(torch.pi * r / cutoff) + 1), 0.0).sum()


def over_what_is_asked_for(a, b):
    return torch.where(b > 0, a / b, torch.zeros_like(a)).sum()
    #                         ^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `b` is 0; mask it first


def over_what_is_above_an_epsilon(a, b, eps=1e-8):
    return torch.where(b > eps, a / b, torch.zeros_like(a)).sum()
    #                           ^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN unless `b` stays away from 0; mask it first


def step(model, opt, x):
    loss = aligned(model(x), model.reach, 2) + tapered(model(x)) + over_what_is_asked_for(x, model(x))
    loss.backward()
    opt.step()
