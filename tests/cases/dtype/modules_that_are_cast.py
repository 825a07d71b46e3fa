# A module that is cast to half precision computes in it: the epsilons of its formulas, and that of F.normalize, may be 0 there.

import torch
import torch.nn.functional as F
from torch import nn


class RootMeanSquare(nn.Module):
    def __init__(self, dim, eps=1e-8):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.weight
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `x.pow(…).mean(…) + self.eps` masks nothing: 1e-8 is 0 in float16, and rsqrt(0) is Inf; take a larger one


class RootMeanSquareInSingle(nn.Module):
    def __init__(self, dim, eps=1e-8):
        super().__init__()
        self.eps = eps

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps)


class Towers(nn.Module):
    def __init__(self):
        super().__init__()
        self.image = nn.Linear(512, 64, bias=False)
        self.text = nn.Linear(512, 64, bias=False)

    def forward(self, image, text):
        return F.normalize(self.image(image), dim=-1) @ F.normalize(self.text(text), dim=-1, eps=1e-4).t()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 information: `self.image(image)` has no mask: 1e-12 is 0 in float16, and a row of zeros is 0 / 0, NaN; pass a larger eps


class TowersInSingle(nn.Module):
    def __init__(self):
        super().__init__()
        self.image = nn.Linear(512, 64, bias=False)

    def forward(self, image):
        return F.normalize(self.image(image), dim=-1)


def norms_in_single(image):
    with torch.autocast("cuda", dtype=torch.float16):
        return F.normalize(nn.functional.linear(image, image), dim=-1)


body = nn.Sequential(nn.Linear(64, 64), RootMeanSquare(64)).half()
head = nn.Sequential(nn.Linear(64, 64), RootMeanSquareInSingle(64)).cuda()
towers = Towers()
towers = towers.to("cuda", torch.float16)
others = TowersInSingle().to("cuda")
