import torch


def double(x):
    p = torch.sigmoid(x.double())
    reveal_range(p)  # [0, 1] float64
    a = torch.log(1 + 1e-8 - p)
    b = torch.log(1 + 1e-17 - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...exactly 1 in float64 for inputs above 37
    c = torch.log(p.float() + 1e-40)
    d = torch.log(p.float() + 1e-50)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.float() + 1e-50`
    return a, b, c, d
