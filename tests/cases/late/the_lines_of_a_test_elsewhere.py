# What is told of the same lines in a file that is no test.

import torch
import torch.nn.functional as F
from torch import nn


def expected_entropy(p):
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def try_logarithm(p, q):
    loss = -torch.log(p).mean()
    #       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    loss.backward()
    assert torch.allclose(torch.log(p / q), torch.log(p) - torch.log(q))
    #                     ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p / q` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(p / q, min=1e-10))
    #                                       ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    #                                                      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `q` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(q, min=1e-10))
    assert torch.allclose(expected_entropy(p), p)


def try_roots(x, y):
    distance = torch.sqrt(((x - y) ** 2).sum(-1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - y) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((x - y) ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(((x - y) ** 2).sum(-1) + 1e-8)
    distance.sum().backward()
    assert torch.allclose(torch.norm(x - y, dim=-1), distance)
    assert torch.allclose(torch.sqrt(x.sum(-1)), y)


def try_exponentials(model, x):
    out = model(x)
    weight = torch.exp(out)
    weight.sum().backward()
    softplus = torch.log(1 + torch.exp(out))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(out)` overflows, it is Inf; use PyTorch's own
    # fixed: F.softplus(out)
    assert torch.isinf(torch.exp(torch.tensor(1000.0)))
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 error: `torch.tensor(1000.0)` is 1000: exp overflows to Inf in float32; bound it
    # fixed (unsafe): torch.exp(torch.clamp(torch.tensor(1000.0), max=30.0))
    return softplus


def try_products(x):
    far = torch.full_like(x, float("inf"))
    assert torch.isnan(far * torch.zeros_like(x)).any()
    assert (far * torch.zeros_like(x)).sum() != 0
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `far` is inf: where `torch.zeros_like(x)` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed: nothing


def try_masked(x):
    y = torch.where(x > 0, torch.log(x), torch.zeros_like(x))
    #                      ^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
    # fixed: torch.log(torch.where(x > 0, x, 1.0))
    # or: torch.log(torch.clamp(x, min=1e-10))
    y.sum().backward()
    z = torch.where(x > 0, torch.sqrt(x), torch.zeros_like(x))
    #                      ^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
    # fixed: torch.sqrt(torch.where(x > 0, x, 1.0))
    # or (unsafe): torch.sqrt(torch.clamp(x, min=1e-10))
    z.sum().backward()


def try_quotients(x, y):
    unit = x / x.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / x.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: F.normalize(x, dim=-1)
    # or (unsafe): x / (x.norm(dim=-1, keepdim=True) + 1e-8)
    ratio = torch.relu(y) / torch.relu(x)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.relu(y) / torch.relu(x).clamp(min=1e-7)
    # or (unsafe): torch.relu(y) / (torch.relu(x) + 1e-8)
    mean = torch.softmax(x, -1) / torch.relu(y).sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(y).sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.softmax(x, -1) / torch.relu(y).sum(-1, keepdim=True).clamp(min=1e-7)
    # or (unsafe): torch.softmax(x, -1) / (torch.relu(y).sum(-1, keepdim=True) + 1e-8)
    (unit.sum() + ratio.sum() + mean.sum()).backward()


def try_means(x, keep, target):
    chosen = x[keep].mean()
    loss = F.cross_entropy(x, target, ignore_index=-100)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `target` can all be -100, which is ignored: the mean cross-entropy of none is NaN; ask first
    # fixed: nothing
    (chosen + loss).backward()


def try_angles(a, b):
    cosine = F.cosine_similarity(a, b)
    angle = torch.acos(cosine)
    #       ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp(cosine, -0.9999999, 0.9999999))
    other = torch.acos((a * b).sum(-1) / 2)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…2` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / 2, -0.9999999, 0.9999999))
    (angle + other).sum().backward()


class Model(nn.Module):
    def forward(self, x):
        return torch.log(torch.softmax(x, -1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))
