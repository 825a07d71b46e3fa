# A comment inside of a norm would be lost where the framework's own function is written instead.

import torch


def commented(x):
    return x / x.norm(  # of each row
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^+2 NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / x.norm( # of each row dim=-1, keepdim=True ).clamp(min=1e-6)
    # or (unsafe): x / (x.norm( # of each row dim=-1, keepdim=True ) + 1e-8)
    # from: `x.norm( # of each row dim=-1, keepdim=True )` made here, exactly 0 for a vector of zeros
        dim=-1, keepdim=True
    )


def plain(x):
    return x / x.norm(
    #      ^^^^^^^^^^^+2 NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / x.norm( dim=-1, keepdim=True ).clamp(min=1e-6)
    # or: torch.nn.functional.normalize(x, dim=-1)
    # or (unsafe): x / (x.norm( dim=-1, keepdim=True ) + 1e-8)
    # from: `x.norm( dim=-1, keepdim=True )` made here, exactly 0 for a vector of zeros
        dim=-1, keepdim=True
    )
