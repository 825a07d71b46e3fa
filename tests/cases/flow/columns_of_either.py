"""What was put together in one of two ways has the columns of both, if they stand at the same place in both."""

import torch


def columns_of_one_axis(a, b, swap):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.stack((low, high), 1) if swap else torch.stack((low, high + 1), 1)
    reveal_range(pair[:, 0])  # [0, 1] float32 takes 0, 1
    reveal_range(pair[:, 1])  # [1, inf] float32 takes 1, 2, 10001, 10002


def columns_in_another_order(a, b, swap):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.stack((low, high), 1) if swap else torch.stack((high, low), 1)
    reveal_range(pair[:, 0])  # [0, inf] float32 takes 0, 1, 10001
    reveal_range(pair[:, 1])  # [0, inf] float32 takes 0, 1, 10001


def along_two_axes(a, b, across):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.stack((low, high), 0) if across else torch.stack((low, high), 1)
    reveal_range(pair[:, 1])  # [0, inf] float32 takes 0, 1, 10001


def stacked_or_joined(a, b, flat):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.cat((low, high), 1) if flat else torch.stack((low, high), 1)
    reveal_range(pair[:, 1])  # [0, inf] float32 takes 0, 1, 10001


def of_other_lengths(a, b, more):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.stack((low, high, high), 1) if more else torch.stack((low, high), 1)
    reveal_range(pair[:, 1])  # [0, inf] float32 takes 0, 1, 10001


def beside_something_unknown(a, b, given):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.stack((low, high), 1) if given is None else given
    reveal_range(pair[:, 0])  # any value float32 takes 0, 1
    reveal_range(pair[:, 1])  # any value float32 takes 1, 10001


def beside_one_tensor(a, b, flat):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = torch.stack((high, high), 1) if flat is None else low
    reveal_range(pair[:, 0])  # [0, inf] float32 takes 0, 1, 10001


def one_tensor_first(a, b, flat):
    low, high = torch.sigmoid(a), torch.nn.functional.softplus(b) + 1
    pair = low if flat is None else torch.stack((high, high), 1)
    reveal_range(pair[:, 0])  # [0, inf] float32 takes 0, 1, 10001
