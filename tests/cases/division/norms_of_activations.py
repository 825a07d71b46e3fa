"""An activation that leaves 0 where it is has a norm of 0 where the output has: what bounds it keeps nothing away."""

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F
from torch import nn


class Codes(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(8, 4)

    def forward(self, x):
        h = torch.tanh(self.linear(x))
        return h / torch.sqrt((h**2).sum(1, keepdim=True))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt((…).sum(…))` is a norm

    def by_the_framework(self, x):
        h = torch.tanh(self.linear(x))
        return h / h.norm(dim=1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm

    def leaky(self, x):
        h = F.leaky_relu(self.linear(x))
        return h / torch.sqrt((h**2).sum(1, keepdim=True))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt((…).sum(…))` is a norm

    def lengths(self, x):
        h = torch.tanh(self.linear(x))
        return torch.sqrt((h**2).sum(1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(h**2).sum(1)` stays above 0

    def never_at_0(self, x):
        h = torch.tanh(F.softplus(self.linear(x)) + 0.1)
        return h / h.norm(dim=1, keepdim=True), h / torch.sqrt((h**2).sum(1, keepdim=True))

    def around_1(self, x):
        h = 1.5 + torch.tanh(self.linear(x))
        return h / h.norm(dim=1, keepdim=True)

    def shares(self, x):
        h = torch.softmax(self.linear(x), 1)
        return h / torch.sqrt((h**2).sum(1, keepdim=True))


def unrolled(params, start, inputs):
    def cell(state, x):
        state = jnp.tanh(params["w"] @ state + params["u"] @ x)
        state = state / jnp.sqrt(jnp.sum(state**2))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sqrt(jnp.sum(…))` is a norm
        return state, state

    return jax.lax.scan(cell, start, inputs)[1]


def loss(params, start, inputs, wanted):
    return jnp.mean((unrolled(params, start, inputs) - wanted) ** 2)


def step(net, opt, x):
    terms = net(x), net.by_the_framework(x), net.leaky(x), net.lengths(x), *net.never_at_0(x), net.around_1(x)
    total = sum(each.sum() for each in terms) + net.shares(x).sum()
    total.backward()
    opt.step()


gradient = jax.grad(loss)
