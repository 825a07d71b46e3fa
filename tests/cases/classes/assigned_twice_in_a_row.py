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
        #          ^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `self.var` is a difference of squares and can be below 0
