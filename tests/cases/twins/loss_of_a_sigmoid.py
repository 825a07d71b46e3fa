# The loss of a sigmoid has a stable form that takes the logits.

import torch
import torch.nn.functional as F
from torch import nn


def inline(z, y):
    return F.binary_cross_entropy(torch.sigmoid(z), y, reduction="sum")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.sigmoid(z)` is a sigmoid
    # fixed (unsafe): F.binary_cross_entropy_with_logits(z, y, reduction="sum")


def through_a_variable(z, y):
    p = torch.sigmoid(z)
    return F.binary_cross_entropy(target=y, input=p), (p > 0.5).float()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p` is a sigmoid
    # fixed (unsafe): F.binary_cross_entropy_with_logits(target=y, input=z)


def of_what_nobody_knows(p, y):
    return F.binary_cross_entropy(p, y)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.loss = nn.BCELoss()
        self.summed = nn.BCELoss(reduction="sum")

    def forward(self, z, y):
        a = self.loss(z.sigmoid(), y)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `z.sigmoid()` is a sigmoid
        # fixed (unsafe): F.binary_cross_entropy_with_logits(z, y)
        b = self.summed(torch.sigmoid(z), y)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.sigmoid(z)` is a sigmoid
        # fixed: nothing
        c = self.loss(z, y)
        return a + b + c


def what_somebody_else_may_clean(x, y, clean):
    p = torch.sigmoid(x)
    clean(p)
    return F.binary_cross_entropy(p, y)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p` is a sigmoid: at 0 or 1 this loss has no gradient; use `binary_cross_entropy_with_logits`
    # fixed (unsafe): F.binary_cross_entropy_with_logits(x, y)
    # from: `torch.sigmoid(x)` made here, values in [0, 1]
