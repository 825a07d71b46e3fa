"""The softmax of a row that is masked throughout with -inf is NaN: it subtracts the largest logit, -inf, from each.

Triangles, diagonals, positions and the largest few leave something in each row, and so does a policy, of what is allowed.
What is replaced afterwards is meant.
"""

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F
from torch import nn


class Attention(nn.Module):
    def __init__(self, d, size):
        super().__init__()
        self.q, self.k, self.v = nn.Linear(d, d), nn.Linear(d, d), nn.Linear(d, d)
        self.register_buffer("tril", torch.tril(torch.ones(size, size)))

    def forward(self, x, mask=None):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        if mask is not None:
            s = s.masked_fill(mask == 0, float("-inf"))
        a = F.softmax(s, dim=-1)
    #       ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill(mask == 0, -1e9)
    # adds: -1e9
    # from: `self.q(x) @ self.k(x).transpose(-1, -2)` made here, unbounded
    # from: `s = s.masked_fill(mask == 0, float("-inf"))` goes into `s` here
        return a @ self.v(x)

    def causal(self, x):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        s = s.masked_fill(self.tril[: x.shape[1], : x.shape[1]] == 0, float("-inf"))
        return F.softmax(s, dim=-1) @ self.v(x)

    def padded(self, x, ids):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        pad = (ids == 0)[:, None]
        return torch.softmax(s.masked_fill(pad, -torch.inf), -1) @ self.v(x)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s.masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill(pad, -1e9)
    # from: `self.q(x) @ self.k(x).transpose(-1, -2)` made here, unbounded

    def asked(self, x, ids):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        pad = (ids == 0)[:, None]
        if pad.all(-1).any():
            return self.v(x)
        return torch.softmax(s.masked_fill(pad, -torch.inf), -1) @ self.v(x)

    def repaired(self, x, mask):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        a = torch.softmax(s.masked_fill(mask, float("-inf")), -1)
        return torch.nan_to_num(a) @ self.v(x)

    def repaired_later(self, x, mask):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        a = torch.softmax(s.masked_fill(mask, float("-inf")), -1)
        self.seen = a
        a[a.isnan()] = 0.0
        return a @ self.v(x)

    def filled(self, x, mask):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        return torch.softmax(s.masked_fill(mask, float("-inf")), -1).masked_fill(mask, 0.0) @ self.v(x)

    def finite(self, x, mask):
        s = self.q(x) @ self.k(x).transpose(-1, -2)
        return torch.softmax(s.masked_fill(mask, -1e9), -1) @ self.v(x)


def attend(q, k, v, mask):
    s = jnp.where(mask, q @ k.T, -jnp.inf)
    weights = jax.nn.softmax(s, axis=-1)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): jnp.where(mask, q @ k.T, -1e9)
    # adds: -1e9
    return jnp.einsum("ij,jd->id", weights, v)


def choose(logits, legal):
    return torch.distributions.Categorical(F.softmax(logits.masked_fill(~legal, float("-inf")), -1)).sample()


def attend_before(q, k, v):
    s = q @ k.T
    s = jnp.where(jnp.tril(jnp.ones(s.shape, bool)), s, -jnp.inf)
    return jax.nn.softmax(s, axis=-1) @ v


def of_neighbours(h, e, adj):
    att = F.softmax(torch.where(adj > 0, e, float("-inf")), dim=1)
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.where(adj > 0, e, -1e9)
    att = F.dropout(att, 0.5)
    return torch.matmul(att, h)


def of_one_kind(z, labels):
    same = labels[:, None] == labels[None]
    return F.softmax((z @ z.T).masked_fill(~same, float("-inf")), dim=1) @ z


def of_others(z):
    own = torch.eye(len(z), dtype=torch.bool)
    return F.softmax((z @ z.T).masked_fill(own, float("-inf")), dim=1) @ z


def largest(logits, k, z):
    v, _ = torch.topk(logits, k)
    low = logits < v[:, [-1]]
    return F.softmax(logits.masked_fill(low, float("-inf")), dim=-1) @ z


def within(s, lengths, z):
    beyond = torch.arange(s.shape[1]) >= lengths[:, None]
    return s.masked_fill(beyond, float("-inf")).softmax(-1) @ z


def largest_of_masked(z, hidden, v):
    values, index = z.masked_fill(hidden, -torch.inf).topk(2)
    return torch.softmax(values, -1) @ v, index


def mask_by_name(z: torch.Tensor, hidden, v):
    return torch.softmax(z.masked_fill(value=-torch.inf, mask=hidden), -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `z.masked_fill(…)` is -inf throughout where a whole row is masked


def hidden_by_loops(z, hidden, steps, v):
    for step in steps:
        hidden = hidden | step
    return torch.softmax(torch.where(hidden, -torch.inf, z), -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.where(…)` is -inf throughout where a whole row is masked
