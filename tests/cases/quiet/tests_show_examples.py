# What tests compute of random numbers is an example, and nothing of it is reported.

import torch


def relative(a, b):
    return a.norm() / b.norm()


def test_relative():
    a = torch.rand(10)
    assert relative(a, a) < 2
    assert (a - a).norm() / a.norm() < 1e-4
    assert torch.sqrt(torch.relu(a)).sum() > 0
