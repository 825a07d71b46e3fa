"""Columns of what was put together: an index picks one part where it is that of the axis, and written as a number."""

import torch


def indexed(x, n):
    low, high = torch.sigmoid(x[:, :2]), torch.sigmoid(x[:, 2:4]) + 4
    both = torch.cat((low, high), 1)
    reveal_range(both[:, :2])  # [0, 1] float32
    reveal_range(both[:, 2:])  # [4, 5] float32
    reveal_range(both[:, 1:3])  # [0, 5] float32
    reveal_range(both[:, 0:1])  # [0, 1] float32
    reveal_range(both[:, :n])  # [0, 5] float32
    reveal_range(both[:, n])  # [0, 5] float32
    reveal_range(both[..., 1])  # [0, 5] float32
    reveal_range(both[:, 1, ...])  # [0, 1] float32
    reveal_range(both[0])  # [0, 5] float32
    reveal_range(both[:, float("inf")])  # [0, 5] float32


def rows_of_a_stack(x):
    last = torch.stack((torch.sigmoid(x), torch.full((3,), 5.0)), -1)
    reveal_range(last[..., 1])  # {5} float32
    reveal_range(last[:, 1])  # {5} float32
    # One index is that of the first axis.
    reveal_range(last[1])  # [0, 5] float32
    above = torch.stack((torch.sigmoid(x), torch.full((3,), 5.0)), -2)
    reveal_range(above[:, 1])  # [0, 5] float32
    reveal_range(above[..., 1, :])  # {5} float32
    first = torch.stack((torch.sigmoid(x), torch.full((3,), 5.0)), 0)
    reveal_range(first[1])  # {5} float32
    reveal_range(first[..., 1])  # [0, 5] float32


def as_wide_as_another(x, w):
    # The product has as many columns as `w` has.
    wide = torch.cat((torch.sigmoid(x[:, :1] * w), torch.sigmoid(x[:, 2:3]) + 4), 1)
    reveal_range(wide[:, 1:2])  # [0, 5] float32
    narrow = torch.cat((torch.sigmoid(x[:, :2] * w), torch.sigmoid(x[:, 2:3]) + 4), 1)
    reveal_range(narrow[:, 2:])  # [4, 5] float32
