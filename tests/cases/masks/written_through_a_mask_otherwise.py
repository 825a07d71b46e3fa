"""Zeros are overwritten through a mask, whatever name it has and whichever function writes; not through another's."""

import jax.numpy as jnp
import numpy as np
import torch


def through_a_name(x):
    s = torch.relu(x)
    empty = s == 0
    s[empty] = 1
    return x / s


def through_the_opposite(x):
    s = torch.relu(x)
    filled = s > 0
    s[~filled] = 1
    return torch.log(s)


def through_a_method(x):
    s = torch.relu(x)
    s[s.eq(0)] = 1.0
    return torch.log(s)


def through_places(x):
    s = torch.relu(x)
    s[torch.where(s == 0)] = 1.0
    return torch.log(s)


def copied(x):
    s = np.maximum(x, 0)
    np.copyto(s, 1.0, where=s == 0)
    return np.log(s)


def placed(x):
    s = np.maximum(x, 0)
    np.place(s, s == 0, 1.0)
    return np.log(s)


class Scaled:
    def fit(self, x):
        self.s = np.maximum(x, 0)
        empty = self.s == 0
        self.s[empty] = 1
        return x / self.s


def put(x):
    s = np.maximum(x, 0)
    np.putmask(s, s == 0, 1)
    return np.log(s)


def of_the_other_array(x, y):
    s, t = torch.relu(x), torch.relu(y)
    empty = t == 0
    s[empty] = 1
    return x / s
    #      ^^^^^ NAN102 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def made_anew_in_between(x, y):
    s = torch.relu(x)
    empty = s == 0
    s = torch.relu(y)
    s[empty] = 1
    return x / s
    #      ^^^^^ NAN102 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def the_wrong_half(x):
    s = torch.relu(x)
    filled = s > 0
    s[filled] = 1
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def in_jax(x):
    s = jnp.maximum(x, 0)
    empty = s == 0
    s = s.at[empty].set(1.0)
    return jnp.log(s)


def negated(x):
    s = np.maximum(x, 0)
    s[np.logical_not(s > 0)] = 1
    return np.log(s)


def small_ones(x):
    s = x.std(axis=0)
    constant = s < 1e-8
    s[constant] = 1.0
    return x / s


def two_masks(x):
    s = np.maximum(x, 0)
    empty = (s == 0) | np.isnan(s)
    s[empty] = 1
    return np.log(s)


class Kept:
    def fit(self, x, y):
        self.s = np.maximum(x, 0)
        empty = y == 0
        self.s[empty] = 1
        return x / self.s
        #      ^^^^^^^^^^ NAN102 warning: `self.s` can be 0: x / 0 is Inf or NaN; keep it away from 0


def copied_through_a_name(x):
    s = np.maximum(x, 0)
    empty = s == 0
    np.copyto(s, 1.0, where=empty)
    return np.log(s)


def one_of_two_axes(x):
    s = torch.relu(x)
    s[s[:, 0] == 0, 0] = 1
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
