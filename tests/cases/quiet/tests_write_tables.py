"""A list that a test writes out is what it says; a table of them are examples, of which nothing is told."""

import torch


def test_entropy():
    reveal_range(torch.tensor([1.0, 0.5]))  # [0.5, 1] float32 takes 0.5, 1
    reveal_range(torch.tensor([[1.0, 0.5], [0.5, 1.0]]))  # any value float32 takes nothing
