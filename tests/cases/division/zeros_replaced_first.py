# Zeros are replaced in a copy before its norm is taken: no vector of zeros is left.

import torch


def unit(x, eps):
    x_ = x.clone()
    x_[x_ == 0], y = x_[x_ == 0] + eps, 1
    return x / x_.norm(dim=-1, keepdim=True), y
