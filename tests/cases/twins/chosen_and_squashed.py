# Probabilities that were chosen from others, and squashed actions, have a stable form too.

import math

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def focal(z, y):
    p = torch.sigmoid(z)
    pt = torch.where(y == 1, p, 1 - p)
    return -((1 - pt) ** 2) * torch.log(pt)
    #                         ^^^^^^^^^^^^^ NAN101 warning: `pt` can be 0, as a sigmoid is for inputs below -89
    # fixed: torch.where(y == 1, F.logsigmoid(z), F.logsigmoid(-z))
    # or: torch.log(torch.clamp(pt, 1e-10, 1.0))
    # or (unsafe): torch.log(pt + 1e-8)


def of_the_class(z, y):
    p = F.softmax(z, dim=1)
    return -torch.log(p[torch.arange(len(y)), y]).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...a softmax
    # fixed: F.log_softmax(z, dim=1)[torch.arange(len(y)), y]
    # removes: p = F.softmax(z, dim=1)
    # or: torch.log(torch.clamp(p[torch.arange(len(y)), y], 1e-10, 1.0))
    # or (unsafe): torch.log(p[torch.arange(len(y)), y] + 1e-8)


def rebound_labels(z, y):
    p = F.softmax(z, dim=1)
    pt = p.gather(1, y)
    y = y + 1
    return -pt.log(), y
    #       ^^^^^^^^ NAN101 warning: `pt` is a softmax
    # fixed: pt.clamp(1e-10, 1.0).log()
    # or (unsafe): (pt + 1e-8).log()


def labels_changed_in_place(z, y):
    p = F.softmax(z, dim=1)
    pt = p.gather(1, y)
    y.add_(1)
    return -pt.log()
    #       ^^^^^^^^ NAN101 warning: `pt` is a softmax
    # fixed: pt.clamp(1e-10, 1.0).log()
    # or (unsafe): (pt + 1e-8).log()


def squashed(u):
    action = torch.tanh(u)
    return 1.0 - torch.log(1 - action**2)
    #            ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - action**2` can be 0 where a tanh is exactly -1 (for inputs below -9)
    # fixed: 2.0 * (math.log(2.0) - u - F.softplus(-2.0 * u))
    # removes: action = torch.tanh(u)
    # or: torch.log(torch.clamp(1 - action**2, 1e-10, 1.0))


def squashed_twice(net, s):
    return -torch.log(1 - torch.tanh(net(s)).pow(2))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...can be 0 where a tanh is exactly -1
    # fixed: torch.log(torch.clamp(1 - torch.tanh(net(s)).pow(2), 1e-10, 1.0))


def survival(z):
    return jnp.log(1 - jnp.exp(-jax.nn.softplus(z)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...can be 0, as a softplus is for inputs below -87
    # fixed: jax.nn.log_sigmoid(z)
    # or: jnp.log(jnp.clip(1 - jnp.exp(-jax.nn.softplus(z)), 1e-10, 1.0))


def hazard(t):
    h = jax.nn.relu(t)
    return jnp.log1p(-jnp.exp(-h))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...can be -1 where a ReLU is exactly 0
    # fixed: jnp.log(-jnp.expm1(jnp.minimum(-h, -1e-10)))
    # or: jnp.log1p(jnp.clip(-jnp.exp(-h), -0.9999999, 1.0))


def divergence(a, b):
    p = F.softmax(a, dim=-1)
    q = F.softmax(b, dim=-1)
    return (p * (p / q).log()).sum()
    #           ^^^^^^^^^^^^^ NAN101 warning: ...can be 0, as a softmax is once a logit trails the largest by 104
    # fixed: (F.log_softmax(a, dim=-1) - F.log_softmax(b, dim=-1))
    # removes: q = F.softmax(b, dim=-1)
    #            ^^^^^ NAN102 warning: `q` is a softmax
    # fixed: (F.log_softmax(a, dim=-1) - F.log_softmax(b, dim=-1))
    # adds: (F.log_softmax(a, dim=-1) - F.log_softmax(b, dim=-1))
    # removes: q = F.softmax(b, dim=-1)


def ratio(a, b):
    p = jax.nn.relu(a)
    q = jax.nn.relu(b)
    return jnp.log(p / (p + q))
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...can be 0, as a ReLU is for inputs of 0 or less
    # fixed: jnp.log(jnp.maximum(p, 1e-10)) - jnp.log(jnp.maximum(p + q, 1e-10))
    #              ^^^^^^^^^^^ NAN102 warning: `(p + q)` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: jnp.log(jnp.maximum(p, 1e-10)) - jnp.log(jnp.maximum(p + q, 1e-10))
    # adds: jnp.log(jnp.maximum(p, 1e-10)) - jnp.log(jnp.maximum(p + q, 1e-10))
