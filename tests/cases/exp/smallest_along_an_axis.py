"""A minimum along an axis bounds nothing: the smallest of the products is that of a row."""

import torch


def step(policy, value, old, gain, optimizer):
    ratio = torch.exp(policy - old)
    least = torch.min(ratio * gain, dim=-1, keepdim=True)[0]
    loss = -least.mean()
    loss.backward()
    optimizer.step()


def step_with_a_bound(policy, value, old, gain, bound, optimizer):
    ratio = torch.exp(policy - old)
    #       ^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `policy - old` small enough: exp overflows to Inf in float32
    loss = -torch.min(ratio * gain, bound).mean()
    loss.backward()
    optimizer.step()


def step_of_one(policy, old, gain, optimizer):
    ratio = torch.exp(policy - old)
    loss = -torch.min(ratio * gain).mean()
    loss.backward()
    optimizer.step()
