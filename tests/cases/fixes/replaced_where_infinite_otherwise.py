"""The logarithm of 1 stands in for one that counts as 0, but not where it is written over, or has another name."""

import torch


def plain(x):
    p = torch.sigmoid(x) / 2
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log(torch.where(p > 0, p, 1.0))
    # or (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    return torch.where(torch.isfinite(y), y, 0.0)


def written_over(x):
    p = torch.sigmoid(x) / 2
    y = torch.log_(p)
    #   ^^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed (unsafe): torch.log_(p.clamp_(1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    return torch.where(torch.isfinite(y), y, 0.0)


def with_a_word(x):
    p = torch.sigmoid(x) / 2
    y = torch.log(
    #   ^^^^^^^^^^+4 NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `(p)` is 0; mask it first
    # fixed (unsafe): torch.log( torch.clamp( ( p # what is left of it ), 1e-10, 1.0, ) )
    # or (unsafe): torch.log( ( p + 1e-8 # what is left of it ) )
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
        (
            p  # what is left of it
        )
    )
    return torch.where(torch.isfinite(y), y, 0.0)


def under_another_name(x):
    p = torch.sigmoid(x) / 2
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    z = y
    return torch.where(torch.isfinite(z), z, 0.0)


def scaled_at_once(x):
    p = torch.sigmoid(x) / 2
    return torch.where(torch.isfinite(torch.log(p) * 2), torch.log(p) * 2, 0.0)
    #                                 ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    #                                                    ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
