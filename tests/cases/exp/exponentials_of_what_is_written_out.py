# An exponential that goes into a logarithm of a running sum, or of a cosine over a hundredth: the function is written
# out, and Inf makes the whole of it NaN.

import torch
import torch.nn.functional as F
from torch import nn


class Cox(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.risk = nn.Linear(features, 1)

    def forward(self, x, event):
        risk = self.risk(x)
        hazard = torch.exp(risk)
        #        ^^^^^^^^^^^^^^^ NAN104 warning: `risk` is the output of a linear layer
        return -((risk - torch.log(torch.cumsum(hazard, 0) + 1e-6)) * event).mean()

    def stable(self, x, event):
        risk = self.risk(x)
        return -((risk - torch.logcumsumexp(risk, 0)) * event).mean()


def contrast(a, b, temperature=0.01):
    a = a / torch.sqrt((a**2).sum(-1, keepdim=True) + 1e-12)
    b = b / torch.sqrt((b**2).sum(-1, keepdim=True) + 1e-12)
    likeness = torch.exp(a @ b.t() / temperature)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `a @ b.t() / temperature` can be 100
    return -torch.log(likeness.diag() / likeness.sum(1)).mean()


def warm(a, b, temperature=0.1):
    a, b = F.normalize(a, dim=-1), F.normalize(b, dim=-1)
    likeness = torch.exp(a @ b.t() / temperature)
    return -torch.log(likeness.diag() / likeness.sum(1)).mean()
