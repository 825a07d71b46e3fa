"""A test makes the mask that it wants: of what it leaves nothing is said; of none at all it is."""

import unittest

import numpy as np
import torch


class NormTest(unittest.TestCase):
    def test_mean_of_what_is_kept(self, layer, x, kept):
        np.testing.assert_allclose(layer(x)[kept].mean(), x[kept].mean())
        chosen = torch.tensor(x) > 0
        assert torch.mean(torch.tensor(x)[chosen]) > 0

    def test_mean_of_none(self):
        assert torch.isnan(torch.zeros(0).mean())
        #                  ^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.zeros(0)` has no element, and its mean is 0 / 0, NaN; leave it out
        # fixed: nothing
