# Two masks that reach the minimum of a dtype, made by functions of the file, overflow where both hold. A floor under their sum keeps it finite.

import torch


def causal(t, dtype):
    low = torch.finfo(dtype).min
    return torch.triu(torch.full((t, t), low, dtype=dtype), diagonal=1)


def padding(mask, dtype):
    return torch.where(mask[:, None, :], torch.zeros((), dtype=dtype), torch.full((), torch.finfo(dtype).min, dtype=dtype))


def length(mask):
    return mask.sum(-1)


def block(q, k, v, mask):
    bias = causal(mask.shape[1], q.dtype) + padding(mask, q.dtype)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `causal(…)` and `paddi…(…)` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one
    return (q @ k.transpose(-1, -2) + bias).softmax(-1) @ v


def floored(q, k, v, mask):
    low = torch.full((), torch.finfo(q.dtype).min, dtype=q.dtype)
    bias = torch.maximum(causal(mask.shape[1], q.dtype) + padding(mask, q.dtype), low)
    return (q @ k.transpose(-1, -2) + bias).softmax(-1) @ v


def alone(q, k, v, mask):
    bias = causal(mask.shape[1], q.dtype) + length(mask)
    return (q @ k.transpose(-1, -2) + bias).softmax(-1) @ v
