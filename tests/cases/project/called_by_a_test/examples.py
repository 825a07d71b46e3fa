import unittest

import torch
from main import scaled, threshold, trained


class Tests(unittest.TestCase):
    def test_threshold(self):
        threshold({"lp": 0.0}, share=0.0)
        scaled(torch.ones(3), torch.zeros(3))
        trained(torch.zeros(3))
