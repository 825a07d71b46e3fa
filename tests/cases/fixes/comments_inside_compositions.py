# A comment inside of what a fix would write anew stays: the fix that would lose it is not offered.

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def logsumexp(x):
    return torch.log(torch.exp(x).sum(  # all classes
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN402 warning: this is a logsumexp written out by hand: where `torch.exp(x)` overflows, it is Inf; use PyTorch's own
    # fixed: nothing
        -1))


def softplus(x):
    return torch.log(1 + torch.exp(  # of the logit
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN402 warning: this is a softplus written out by hand: where `torch.exp(x)` overflows, it is Inf; use PyTorch's own
    # fixed: nothing
        x))


def softmax(x):
    e = torch.exp(x)
    return e / e.sum(  # all classes
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN402 warning: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: e = torch.exp(x - torch.amax(x, dim=-1, keepdim=True))
    # adds: - torch.amax(x, dim=-1, keepdim=True)
        -1, keepdim=True)


def sigmoid(x):
    return 1 / (1 + torch.exp(  # of the logit
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN402 information: this is a sigmoid written out by hand: where `torch.exp(-x)` overflows, its gradient is NaN; use PyTorch's own
    # fixed: nothing
        -x))


def log_of_complement(x):
    return torch.log(1 - torch.exp(  # of what is negative
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN101 warning: `1 - torch.exp(…)` can be 0, as a softplus is for inputs below -103: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.exp( # of what is negative -F.softplus(x)), 1e-10, 1.0))
        -F.softplus(x)))


def log_softmax(x):
    return torch.log(torch.softmax(  # all classes
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.softmax( # all classes x, -1), 1e-10, 1.0))
        x, -1))


def log_softmax_held(x):
    p = torch.softmax(  # all classes
        x, -1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax( # all classes x, -1)
    # removes: p = torch.softmax( # all classes x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def log_of_a_ratio(x, y):
    p, q = torch.sigmoid(x), torch.sigmoid(y)
    return torch.log(p /  # the new one
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN101 warning: `p / q` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(p / # the new one q, min=1e-10))
                     q)


def cross_entropy(x, y):
    p = torch.softmax(x, -1)
    return -(y *  # one hot
             torch.log(p)).sum(-1).mean()
    #        ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # removes: p = torch.softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def binary(x, y):
    p = torch.sigmoid(x)
    return F.binary_cross_entropy(p,  # of the critic
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN401 hint: `p` is a sigmoid: at 0 or 1 this loss has no gradient; use `binary_cross_entropy_with_logits`
    # fixed (unsafe): F.binary_cross_entropy_with_logits(x, # of the critic y)
    # removes: p = torch.sigmoid(x)
                                  y)


def norm_of_jax(x):
    n = jnp.linalg.norm(  # of each row
        x, axis=-1)
    return jnp.where(n > 0, 1.0 / n, 0.0)
    #                       ^^^^^^^ NAN302 information: `jnp.where(n > 0, 1.0 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): 1.0 / jnp.maximum(n, 1e-6)


def norm_alone(x):
    return jax.grad(lambda v: jnp.linalg.norm(  # of each row
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN301 information: nothing here shows that `v` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed: nothing
        v))(x)


def root(x, y):
    return torch.sqrt(((x - y) ** 2).sum(  # of each row
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN301 information: nothing here shows that `((x - y) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((x - y) ** 2).sum( # of each row -1), min=1e-10))
    # or (unsafe): torch.sqrt(((x - y) ** 2).sum( # of each row -1) + 1e-8)
        -1))


def deviation(x):
    return jnp.std(  # of each row
        x, axis=-1)


def bound(x):
    return torch.log(torch.clamp(torch.softmax(x, -1),  # not below
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN201 warning: `torch.clamp(…)` masks nothing: its lower bound 0 is let through, and log(0) is -inf; take a larger one
    # fixed: torch.log(torch.clamp(torch.softmax(x, -1), # not below min=1e-10))
    # or (unsafe): torch.log(torch.clamp(torch.softmax(x, -1), # not below min=0.0) + 1e-8)
                                 min=0.0))


def exponent(x):
    return torch.exp(  # of what the network says
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN104 information: `torch.nn.Linear(…)(…)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp( # of what the network says torch.clamp(torch.nn.Linear(3, 3)(x), max=30.0))
        torch.nn.Linear(3, 3)(x)).sum().backward()
