"""A uniform number in double precision is 0 once in 2**53 draws, however its precision is named."""

import torch


def drawn(model, x):
    y = model(x).double()
    # FIXME: nothing: it is a double, as `y` is
    a = torch.log(torch.rand_like(y))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(y)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # FIXME: nothing
    b = torch.log(torch.empty(3, dtype=torch.float64).uniform_())
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.empty(…).uniform_()` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # FIXME: nothing
    c = torch.log(torch.DoubleTensor(3).uniform_(0, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.DoubleTenso…iform_(…)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    return a, b, c, torch.log(torch.rand(3, dtype=torch.double))
