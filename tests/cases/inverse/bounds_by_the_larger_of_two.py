# `torch.min(a, b)` of two tensors is a bound as `torch.minimum` is: what is clipped to 1 has an infinite derivative there.
import torch


def geodesic(one, other):
    product = torch.bmm(one, other.transpose(1, 2))
    cos = (product[:, 0, 0] + product[:, 1, 1] + product[:, 2, 2] - 1) / 2
    cos = torch.min(cos, torch.ones_like(cos))
    cos = torch.max(cos, -torch.ones_like(cos))
    loss = torch.acos(cos).mean()
    #      ^^^^^^^^^^^^^^^ NAN301 warning: `cos` can be 1: acos has an infinite gradient at -1 and 1; keep it between them
    # fixed (unsafe): torch.acos(torch.clamp(cos, -0.9999999, 0.9999999))
    loss.backward()


def root_of_half(x):
    loss = torch.sqrt(torch.max(x, torch.zeros_like(x))).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.max(x, torch.zeros_like(x))` can be 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.max(x, torch.zeros_like(x)), min=1e-10))
    # or (unsafe): torch.sqrt(torch.max(x, torch.zeros_like(x)) + 1e-8)
    loss.backward()


# Silent: a bound inside of the domain.
def inside(one, other):
    cos = (one * other).sum(-1)
    cos = torch.min(cos, 0.9999 * torch.ones_like(cos))
    cos = torch.max(cos, -0.9999 * torch.ones_like(cos))
    loss = torch.acos(cos).mean()
    loss.backward()


def floors(x):
    n = torch.max(x.norm(dim=1, keepdim=True), torch.tensor(1e-8))
    p = torch.max(torch.softmax(x, -1), torch.tensor(1e-8))
    loss = (x / n).mean() + torch.log(p).mean()
    loss.backward()


def values_of_an_axis(x):
    loss = torch.acos(torch.max(x.clamp(-0.9, 0.9), 1)[0]).mean()
    loss.backward()
