# The next statement says better what an attribute is; after other statements somebody may have read it.

import torch


class Scaler:
    def __init__(self, size):
        self.mean = torch.randn(size)
        self.var = torch.randn(size) ** 2

    def update(self, x):
        self.var = (x * x).mean(0) - self.mean**2
        # rounding makes it negative
        self.var = torch.clamp(self.var, min=1e-3)
        self.mean = x.mean(0)

    def scale(self, x):
        return x / torch.sqrt(self.var)


class Read:
    def __init__(self, size):
        self.mean = torch.randn(size)

    def update(self, x):
        self.var = (x * x).mean(0) - self.mean**2
        self.show()
        self.var = torch.clamp(self.var, min=1e-3)

    def show(self):
        return 1 / torch.sqrt(self.var)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(self.var)` can be 0, as a difference of squares can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / torch.sqrt(torch.clamp(self.var, min=1e-12))
    # from: `(x * x).mean(0) - self.mean**2` made here, exactly 0 where all elements are equal
    # from: `torch.sqrt(self.var)` made here, values in [0, inf]
    #              ^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `self.var` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(self.var, min=1e-10))
    # from: `(x * x).mean(0) - self.mean**2` made here, below 0 by rounding, where both are nearly equal
