# What is written into a mask at a place of each row, or into the rows that are masked as a whole, leaves something of each.
# Unless that is what is masked.

import jax
import jax.numpy as jnp
import torch


def of_padding(s, tokens, v):
    pad = tokens == 0
    pad[:, 0] = False
    s = s.masked_fill(pad, float("-inf"))
    return torch.softmax(s, -1) @ v


def of_what_is_kept(s, keep, v):
    keep[..., -1] = True
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v


def of_some(s, keep, v):
    keep[:, :1] = True
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v


def of_an_array(s, keep, v):
    keep = keep.at[:, 0].set(True)
    s = jnp.where(keep, s, -jnp.inf)
    return jax.nn.softmax(s) @ v


def at_once(s, keep, v):
    s = jnp.where(keep.at[:, 0].set(True), s, -jnp.inf)
    return jax.nn.softmax(s) @ v


def of_empty_rows(s, keep, v):
    keep[~keep.any(-1)] = True
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v


def of_one_row(s, keep, v):
    keep[0] = True
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def of_one_element(s, keep, v):
    keep[0, 0] = True
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def of_some_rows(s, keep, rows, v):
    keep = keep.at[rows].set(True)
    s = jnp.where(keep, s, -jnp.inf)
    return jax.nn.softmax(s) @ v
    #      ^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def that_is_read(s, keep, v):
    first = keep[:, 0]
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v, first
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def that_masks_more(s, keep, v):
    keep[:, 0] = False
    s = s.masked_fill(~keep, float("-inf"))
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def that_masks_more_of_the_padding(s, tokens, v):
    pad = tokens == 0
    pad[:, -1] = True
    s = s.masked_fill(pad, float("-inf"))
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def by_an_item_that_masks_more(s, tokens, v):
    pad = tokens == 0
    pad[:, -1] = True
    s[pad] = float("-inf")  # FIXME: a name that is written into is not seen to be a mask
    return torch.softmax(s, -1) @ v


def by_an_item(s, tokens, v):
    pad = tokens == 0
    pad[:, -1] = False
    s[pad] = float("-inf")
    return torch.softmax(s, -1) @ v


def by_another_choice(s, pad, v):
    pad = pad.at[:, 0].set(False)
    s = jnp.where(~pad, s, -jnp.inf)
    return jax.nn.softmax(s) @ v
