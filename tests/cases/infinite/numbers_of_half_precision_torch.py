"""PyTorch computes a product with a number of Python's in float32: what is not masked stays 0, and what is becomes -inf."""

import torch


def attention(q, k, mask):
    scores = (q @ k.transpose(-1, -2)).half()
    scores = scores + (1.0 - mask.half()) * -1e9
    return scores.softmax(-1) @ torch.ones(3)
    #      ^^^^^^^^^^^^^^^^^^ NAN107 information: `scores` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
