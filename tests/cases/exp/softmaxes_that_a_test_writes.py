"""A softmax that a test writes out by hand is an example of one."""

import pytest
import torch

layer = torch.nn.Linear(8, 8)


def test_shares_of_outputs(x):
    weights = torch.exp(layer(x))
    #         ^^^^^^^^^^^^^^^^^^^ NAN104 information: `layer(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    shares = weights / weights.sum(-1)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `weights.sum(-1)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    shares.mean().backward()
    assert shares.sum() == pytest.approx(1.0)


class Attention(torch.nn.Module):
    def forward(self, x):
        weights = torch.exp(layer(x))
        #         ^^^^^^^^^^^^^^^^^^^ NAN104 warning: `layer(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return weights / weights.sum(-1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `weights.sum(-1)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
