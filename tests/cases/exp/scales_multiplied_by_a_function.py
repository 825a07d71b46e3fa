"""A function that multiplies scales a draw as an operator does; what else it scales is no draw."""

import torch


def reparameterise(mean, log_scale):
    scale = torch.exp(0.5 * log_scale)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `0.5 * log_scale` small enough: exp overflows to Inf in float32
    return torch.add(mean, torch.mul(torch.randn_like(mean), scale))


def scaled(mean, log_scale, given):
    scale = torch.exp(0.5 * log_scale)
    return torch.add(mean, torch.mul(scale, given))


def step(mean, log_scale, optimizer):
    loss = reparameterise(mean, log_scale).mean()
    loss.backward()
    optimizer.step()
