# What a test computes it computes to see what comes out: only what is wrong as it stands is told, and of a model what is
# told anywhere.

import torch
import torch.nn.functional as F
from torch import nn


def expected_entropy(p):
    return -(p * torch.log(p)).sum(-1)


def test_logarithm(p, q):
    loss = -torch.log(p).mean()
    loss.backward()
    assert torch.allclose(torch.log(p / q), torch.log(p) - torch.log(q))
    assert torch.allclose(expected_entropy(p), p)


def test_roots(x, y):
    distance = torch.sqrt(((x - y) ** 2).sum(-1))
    distance.sum().backward()
    assert torch.allclose(torch.norm(x - y, dim=-1), distance)
    assert torch.allclose(torch.sqrt(x.sum(-1)), y)


def test_exponentials(model, x):
    out = model(x)
    weight = torch.exp(out)
    weight.sum().backward()
    softplus = torch.log(1 + torch.exp(out))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(out)` overflows, it is Inf; use PyTorch's own
    # fixed: F.softplus(out)
    assert torch.isinf(torch.exp(torch.tensor(1000.0)))
    return softplus


def test_products(x):
    far = torch.full_like(x, float("inf"))
    assert torch.isnan(far * torch.zeros_like(x)).any()
    assert (far * torch.zeros_like(x)).sum() != 0


def test_masked(x):
    y = torch.where(x > 0, torch.log(x), torch.zeros_like(x))
    y.sum().backward()
    z = torch.where(x > 0, torch.sqrt(x), torch.zeros_like(x))
    z.sum().backward()


def test_quotients(x, y):
    unit = x / x.norm(dim=-1, keepdim=True)
    ratio = torch.relu(y) / torch.relu(x)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.relu(y) / torch.relu(x).clamp(min=1e-7)
    # or (unsafe): torch.relu(y) / (torch.relu(x) + 1e-8)
    mean = torch.softmax(x, -1) / torch.relu(y).sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.relu(y).sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.softmax(x, -1) / torch.relu(y).sum(-1, keepdim=True).clamp(min=1e-7)
    # or (unsafe): torch.softmax(x, -1) / (torch.relu(y).sum(-1, keepdim=True) + 1e-8)
    (unit.sum() + ratio.sum() + mean.sum()).backward()


def test_means(x, keep, target):
    chosen = x[keep].mean()
    loss = F.cross_entropy(x, target, ignore_index=-100)
    (chosen + loss).backward()


def test_angles(a, b):
    cosine = F.cosine_similarity(a, b)
    angle = torch.acos(cosine)
    #       ^^^^^^^^^^^^^^^^^^ NAN105 information: `cosine` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp(cosine, -0.9999999, 0.9999999))
    other = torch.acos((a * b).sum(-1) / 2)
    (angle + other).sum().backward()


class Model(nn.Module):
    def forward(self, x):
        return torch.log(torch.softmax(x, -1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))


def test_an_epsilon_that_vanishes(h, x):
    h = torch.square(h.half())
    assert torch.isfinite(torch.sqrt(h + 1e-8)).all()
    assert torch.isfinite(x.half() / (h + 1e-8)).all()
