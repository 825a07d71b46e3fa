"""Where a part of a concatenation ends the slice tells that it was computed from, if it begins and ends at numbers."""

import torch
from torch.nn.functional import softplus


def from_the_start(p):
    pred = torch.cat((torch.sigmoid(p[..., :2]), softplus(p[..., 2:4]) + 1), dim=-1)
    reveal_range(pred[..., :2])  # [0, 1] float32 takes 0, 1
    reveal_range(pred[..., 2:])  # [1, inf] float32 takes 1, 10001
    reveal_range(pred[..., 2])  # [1, inf] float32 takes 1, 10001
    reveal_range(pred[..., 1:3])  # [0, inf] float32 takes 0, 1, 10001


def to_the_end(p):
    pred = torch.cat((torch.sigmoid(p[..., 4:]), softplus(p[..., :2]) + 1), dim=-1)
    reveal_range(pred[..., 2])  # [0, inf] float32 takes 1


def by_an_index(p):
    pred = torch.cat((torch.sigmoid(p[..., 4]), softplus(p[..., :2]) + 1), dim=-1)
    reveal_range(pred[..., 2])  # [0, inf] float32 takes 1


def along_an_axis_without_a_slice(p):
    pred = torch.cat((torch.sigmoid(p[:4]), softplus(p[:4]) + 1), dim=1)
    reveal_range(pred[:, 2])  # [0, inf] float32 takes 1


def counted_from_the_end(p):
    pred = torch.cat((torch.sigmoid(p[:, :4]), softplus(p[:, 4:8]) + 1), dim=1)
    reveal_range(pred[:, -2])  # [0, inf] float32 takes 1
    reveal_range(pred[:, -1])  # [1, inf] float32 takes 1, 10001


def counted_from_the_end_of_a_stack(p):
    pred = torch.stack((torch.sigmoid(p), softplus(p) + 1, softplus(p) + 2), dim=1)
    reveal_range(pred[:, -2])  # [1, inf] float32 takes 1, 10001
    reveal_range(pred[:, -1])  # [2, inf] float32 takes 2, 10002
    reveal_range(pred[:, -3])  # [0, 1] float32 takes 0, 1


def before_an_ellipsis(a, b):
    pair = torch.stack((torch.sigmoid(a), softplus(b) + 1), dim=-3)
    reveal_range(pair[..., 0])  # [0, inf] float32 takes 0, 1, 10001
    reveal_range(pair[0, ..., 1])  # [0, inf] float32 takes 0, 1, 10001
    reveal_range(pair[..., 1, :, :])  # [1, inf] float32 takes 1, 10001


def of_a_reshaped_one(a, b):
    both = torch.cat((torch.sigmoid(a[:, :2]), softplus(b[:, :2]) + 1), dim=1)
    reveal_range(both[:, 2:4])  # [1, inf] float32 takes 1, 10001
    flat = both.reshape(-1, 2)
    reveal_range(flat[:, 2:4])  # [0, inf] float32 takes 1
    reveal_range(flat[:, 1])  # [0, inf] float32 takes 1
