"""Sums of the shares of a softmax along axes that are not its own, unknown, or several."""

import jax
import jax.numpy as jnp
import torch


def all_from_the_first(x):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares[:, 0:].sum(-1))


def some_of_a_row(x):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares[:, 1:].sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `shares[:, 1:].sum(-1)` can be 0, as a softmax can: log(0) is -inf; keep it above 0


def some_of_all_rows(x):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares[:, 1:].sum())


def some_of_each_class(x):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares[:, 1:].sum(0))


def some_of_three_axes(x):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares[:, :, 1:].sum(1))


def along_some_axis(x, axis):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares.sum(axis))


def along_two_axes_of_which_one_is_known(x, axis):
    shares = torch.softmax(x, dim=-1)
    return torch.log(shares.sum((0, axis)))


def run_through_all(x):
    shares = jax.nn.softmax(x, axis=-1)
    return jnp.log(1 - jnp.cumsum(shares))


def run_through_their_own_axis(x):
    shares = jax.nn.softmax(x, axis=-1)
    return jnp.log(1 - jnp.cumsum(shares, axis=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - jnp.cumsum(…)` can be 0 where a running sum of shares is exactly 1: log(0) is -inf; keep it above 0


def run_through_the_last_axis_of_a_matrix(x):
    shares = torch.softmax(x, dim=1)
    return torch.log(1 - torch.cumsum(shares, dim=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.cumsum(…)` can be 0 where a running sum of shares is exactly 1: log(0) is -inf; keep it above 0


def run_through_another_axis(x):
    shares = torch.softmax(x, dim=-1)
    return torch.log(1 - torch.cumsum(shares, dim=0))


def logarithms_of_all(x):
    return 1 / torch.log_softmax(x, dim=1).sum(-1)


def logarithms_of_each_class(x):
    return 1 / torch.log_softmax(x, dim=-1).sum(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.log_softmax(x, dim=-1).sum(0)` can be 0, as a log softmax can: x / 0 is Inf or NaN; keep it away from 0


def quotient_along_some_axis(x, axis):
    shares = torch.softmax(x, dim=-1)
    return shares / shares.sum(axis, keepdim=True)


def quotient_along_two_axes(x, axis):
    shares = torch.softmax(x, dim=-1)
    return shares / shares.sum((-1, axis), keepdim=True)
