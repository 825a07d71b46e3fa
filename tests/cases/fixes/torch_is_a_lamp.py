# The stable function of a file whose `torch` is something else cannot be written.

from torch import log, sigmoid, tanh

torch = "a kind of lamp"


def squashed(x):
    return log(1 - tanh(x) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - tanh(x) ** 2` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `tanh(x)` made here, exactly -1 in float32 for inputs below -9


def normalised(x):
    return x / x.norm(dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / x.norm(dim=1, keepdim=True).clamp(min=1e-6)
    # or (unsafe): x / (x.norm(dim=1, keepdim=True) + 1e-8)
    # from: `x.norm(dim=1, keepdim=True)` made here, exactly 0 for a vector of zeros


def swallowed(x):
    return log(1 - (sigmoid(x) + 1e-10))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `sigmoid(x) + 1e-10` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; take a larger one
    # fixed: log(1 - sigmoid(x) + 1e-10)
    # from: `sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
