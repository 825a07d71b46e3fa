"""Of a helper that calls itself nobody says that tests alone call it, however far one looks."""

import torch
import unittest


def nested(x, depth):
    if depth > 0:
        return nested(x * 2, depth - 1)
    return torch.log(torch.softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


class TestNested(unittest.TestCase):
    def test_it(self):
        assert nested(torch.randn(3), 2).isfinite().all()
