"""Sums of squares as `torch.einsum` writes them: the norm of a row can be 0, and no product of two tensors is a square."""

import torch


def unit(x):
    return x / torch.sqrt(torch.einsum("bd,bd->b", x, x))[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(…)[…]` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / torch.sqrt(torch.clamp(torch.einsum("bd,bd->b", x, x), min=1e-12))[:, None]
    # from: `torch.sqrt(torch.einsum("bd,bd->b", x, x))` made here, exactly 0 for a vector of zeros
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `torch.einsum("bd,bd->b", x, x)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.einsum("bd,bd->b", x, x), min=1e-10))
    # or (unsafe): torch.sqrt(torch.einsum("bd,bd->b", x, x) + 1e-8)


def products(x, y):
    dots = torch.einsum("bd,bd->b", x, y)
    reveal_range(dots)  # any value float32
    table = torch.einsum("bd,kd->bk", x, x)
    reveal_range(table)  # any value float32
    both = torch.einsum("bd,bd->bd", x, x)
    reveal_range(both)  # any value float32
    squares = torch.einsum("bd,bd->b", x, x)
    reveal_range(squares)  # [0, inf] float32
    return torch.log(1 + squares), dots, table, both
