"""What a test and its helpers write out is what they test; a model that stands in their file is no helper."""

import unittest

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


class LossTest(unittest.TestCase):
    def edge(self):
        return np.log(0.0)

    def test_edge(self):
        self.assertTrue(np.isinf(self.edge()))


class Checks(Base):
    def log_of_nothing(self):
        return np.log(0.0)
    #          ^^^^^^^^^^^ NAN101 error: `0.0` is 0: log(0) is -inf; keep it above 0


def helper(n):
    return helper(n - 1) if n else np.log(0.0)
    #                              ^^^^^^^^^^^ NAN101 error: `0.0` is 0: log(0) is -inf; keep it above 0


def test_helper():
    assert np.isinf(helper(3))


def inverse_degrees(adjacency: torch.Tensor):
    return adjacency.sum(1) ** -0.5


class Net(nn.Module):
    def forward(self, x):
        return x + np.log(0.0)
    #              ^^^^^^^^^^^ NAN101 error: `0.0` is 0: log(0) is -inf; keep it above 0


def test_cold():
    x = torch.rand(2, 8)
    assert torch.exp(F.cosine_similarity(x, x) / 0.01).isinf().any()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `F.cosine_similari…) / 0.01` can be 100 where a cosine similarity is above 1: exp overflows to Inf in float32


def test_net():
    assert Net()(torch.zeros(2, 8)).isinf().all()
