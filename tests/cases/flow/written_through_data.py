"""What a method writes into `x.data` it writes into x."""

import torch


def on_a_sphere(shape, device):
    points = torch.empty(shape).to(device)
    points.data.normal_(0, 1)
    return points / torch.sqrt(torch.sum(points**2, dim=1, keepdim=True))


def kept_apart(x, scale):
    scale.data.clamp_(min=0.1)
    return torch.log(scale) + x


def cut_off(x):
    scale = torch.softmax(x, -1)
    scale.data.clamp_(min=0.0)
    return torch.log(scale)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `scale` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def written_elsewhere(shape, device):
    points = torch.empty(shape).to(device)
    other = torch.empty(shape).to(device)
    other.data.normal_(0, 1)
    return other / torch.sqrt(torch.sum(points**2, dim=1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(torch.sum(…))` is a norm and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
