# A mask of -inf that is written into what is added to the logits masks a whole row as one that is put into them.
# What is added lets the derivative of the softmax through, NaN, though its value is replaced; a fill leaves 0 of it.

import jax
import jax.numpy as jnp
import torch


def written(s, keep, v):
    bias = torch.zeros(s.shape)
    bias[keep == 0] = -torch.inf
    return torch.softmax(s + bias, dim=1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s + bias` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def in_place(s, keep, v):
    bias = torch.zeros(s.shape)
    bias[~keep] = float("-inf")
    s += bias
    return torch.softmax(s, dim=1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def by_a_name(q, k, keep, v):
    bias = torch.zeros(q.shape)
    bias[keep == 0] = -torch.inf
    s = q @ k.T / 8 + bias
    w = torch.softmax(s, dim=1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    return w @ v


def replaced(s, mask, x):
    s = s + torch.zeros_like(s).masked_fill(~mask, float("-inf"))
    return torch.nan_to_num(torch.softmax(s, dim=-1)) @ x
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its gradient is NaN, though replaced; use a finite mask


def replaced_by_a_choice(s, mask, x):
    s = s + jnp.where(mask, 0.0, -jnp.inf)
    w = jax.nn.softmax(s)
    #   ^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its gradient is NaN, though replaced; use a finite mask
    return jnp.where(mask, w, 0.0) @ x


def replaced_of_a_fill(s, mask, x):
    s = s.masked_fill(~mask, float("-inf"))
    return torch.nan_to_num(torch.softmax(s, dim=-1)) @ x


@torch.no_grad()
def replaced_where_nothing_trains(s, mask, x):
    s = s + torch.zeros_like(s).masked_fill(~mask, float("-inf"))
    return torch.nan_to_num(torch.softmax(s, dim=-1)) @ x


def not_added(q, k, keep, v):
    bias = torch.zeros(q.shape)
    bias[keep == 0] = -torch.inf
    return torch.softmax(q * k.T, dim=1) @ v, bias


def finite(q, k, keep, v):
    bias = torch.zeros(q.shape)
    bias[keep == 0] = -1e9
    return torch.softmax(q @ k.T + bias, dim=1) @ v


def of_a_triangle(q, k, v):
    bias = torch.zeros(q.shape)
    ahead = torch.triu(torch.ones(8, 8), 1).bool()
    bias[ahead] = -torch.inf
    return torch.softmax(q @ k.T + bias, dim=1) @ v
