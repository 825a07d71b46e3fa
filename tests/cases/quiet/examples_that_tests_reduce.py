"""A test chooses its examples: what it selects is there, what it scales is small, and what it adds up is not 0."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F


def test_the_mean_of_those_that_are_positive(x):
    mean = x[x > 0].mean()
    mean.backward()
    assert torch.isclose(mean, torch.tensor(2.0))


def test_the_direction_in_half_precision(x):
    assert F.normalize(x.half(), dim=-1).norm() < 2


def test_shares_of_densities(x, means):
    density = np.exp(-0.5 * ((x[:, None] - means) ** 2).sum(axis=-1))
    shares = density / density.sum(axis=1, keepdims=True)
    assert shares.sum() == pytest.approx(len(x))
