# In half precision -1e9 is -inf: of a mask it makes NaN where the mask is 0, and of a row that is masked as a whole. A mask
# that is cast and added is 0 somewhere. In PyTorch the product is computed with the number as it is, and rounded then.

import torch
from torch import nn


def f(q, v, x, mask):
    e = q(x).half() + (1.0 - mask.half()) * -1e9
    return torch.softmax(e, dim=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `e` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def causal(q, v, x, n):
    keep = torch.tril(torch.ones(n, n)).half()
    e = q(x).half() + (1.0 - keep) * -1e9
    return torch.softmax(e, dim=-1) @ v


def small(q, v, x, mask):
    e = q(x).half() + (1.0 - mask.half()) * -1e4
    return torch.softmax(e, dim=-1) @ v


def g(q, v, x, visited):
    logits = q(x)
    logits = logits + visited.float() * float("-inf")
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("-inf")` is -inf: where `visited.float()` is 0 the product is 0 * Inf, NaN; use a finite mask
    return torch.softmax(logits, dim=-1) @ v


def scaled(x, beta):
    return x + beta * float("-inf")
    #          ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `float("-inf")` is -inf: if `beta` is 0 anywhere the product is 0 * Inf, NaN; use a finite mask


def finite(q, v, x, visited):
    logits = q(x)
    logits = logits + visited.float() * -1e9
    return torch.softmax(logits, dim=-1) @ v


def asked(q, v, x, mask):
    if not mask.any(-1).all():
        return None
    e = q(x).half() + (1.0 - mask.half()) * -1e9
    return torch.softmax(e, dim=-1) @ v
