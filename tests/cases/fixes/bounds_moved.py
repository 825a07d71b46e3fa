# The bound of a mask that lets too much through is moved where it stands; a number takes no tensor's place.

import jax
import jax.numpy as jnp
import torch
from torch import nn


def shifted_behind(x):
    return torch.sinh(torch.clamp(x, -100.0, 100.0) - 50.0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(x, -100.0, 100.0) - 50.0` can be -150: sinh overflows to Inf in float32; bound it
    # fixed: torch.sinh(torch.clamp(torch.clamp(x, -100.0, 100.0) - 50.0, -30.0, 30.0))


def both(x):
    return torch.sinh(torch.clamp(x, -100.0, 100.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(x, -100.0, 100.0)` can be -100: sinh overflows to Inf in float32; bound it
    # fixed: torch.sinh(torch.clamp(x, -30.0, 30.0))


def above_zero_already_in_jax(x):
    return jnp.sinh(jnp.minimum(jnp.abs(x), 100.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `jnp.minimum(jnp.abs(x), 100.0)` can be 100: sinh overflows to Inf in float32; bound it
    # fixed: jnp.sinh(jnp.minimum(jnp.abs(x), 30.0))


def difference(x):
    return torch.exp(torch.clamp(x, max=101.0 - 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(x, max=101.0 - 1.0)` can be 100: exp overflows to Inf in float32; bound it
    # fixed: torch.exp(torch.clamp(x, max=30.0))


def one_as_a_sum(x):
    return jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9, 1.0 + 1e-9))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `jnp.clip(…)` masks nothing: its upper bound 1.0 + 1e-9 is 1 in float32; take a smaller one
    # fixed: jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9, 1 - 1e-7))
    # from: `jnp.tanh(x)` made here, exactly 1 in float32 for inputs above 8


def one_as_a_difference(x):
    return jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9, 2.0 - 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `jnp.clip(jnp.tanh(x), -0.9, 2.0 - 1.0)` masks nothing: its upper bound 1 is let through; take a smaller one
    # fixed: jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9, 1 - 1e-7))
    # from: `jnp.tanh(x)` made here, exactly 1 in float32 for inputs above 8


def one_less_epsilon(x):
    return jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9, 1.0 - 1e-9))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `jnp.clip(…)` masks nothing: its upper bound 1.0 - 1e-9 is 1 in float32; take a smaller one
    # fixed: jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9, 1.0 - 1e-7))
    # from: `jnp.tanh(x)` made here, exactly 1 in float32 for inputs above 8


def negative_in_between(x):
    return torch.exp(-torch.clamp(x, min=-100))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `-torch.clamp(x, min=-100)` can be 100: exp overflows to Inf in float32; bound it
    # fixed: torch.exp(-torch.clamp(x, min=-30.0))


def made_elsewhere(x):
    def bounded(y):
        return torch.clamp(y, max=100.0)
    return torch.exp(bounded(x))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `bounded(x)` can be 100: exp overflows to Inf in float32; bound it
    # fixed: torch.exp(torch.clamp(bounded(x), max=30.0))


def sinh_of_minimum(x):
    return jnp.sinh(jnp.minimum(jnp.abs(x), 100.0) - 1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `jnp.minimum(jnp.abs(x), 100.0) - 1` can be 99: sinh overflows to Inf in float32; bound it
    # fixed: jnp.sinh(jnp.minimum(jnp.abs(x), 30.0) - 1)


def atanh_of_minimum(x):
    return jnp.arctanh(jnp.minimum(jnp.tanh(x), 1.0 - 1e-9))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `jnp.minimum(…)` masks nothing: it lets -1 through, and atanh is infinite at -1 and 1; mask that too
    # fixed: jnp.arctanh(jnp.clip(jnp.tanh(x), -0.9999999, 0.9999999))
    # from: `jnp.tanh(x)` made here, exactly -1 in float32 for inputs below -8


def atanh_of_maximum(x):
    return jnp.arctanh(jnp.maximum(-0.5, jnp.tanh(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `jnp.maximum(…)` masks nothing: it lets 1 through, and atanh is infinite at -1 and 1; mask that too
    # fixed: jnp.arctanh(jnp.clip(jnp.tanh(x), -0.5, 0.9999999))
    # from: `jnp.tanh(x)` made here, exactly 1 in float32 for inputs above 8


def log_of_minimum(z):
    return jnp.log(jnp.minimum(  # not above 1
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN201 warning: `jnp.minimum(jax.nn.softmax(z), 1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: jnp.log(jnp.clip(jnp.minimum( # not above 1 jax.nn.softmax(z), 1.0), 1e-10, 1.0))
    # or (unsafe): jnp.log(jnp.minimum( # not above 1 jax.nn.softmax(z), 1.0) + 1e-8)
    # from: `jax.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87
        jax.nn.softmax(z), 1.0))


def log_of_two(z, w):
    return jnp.log(jnp.minimum(jax.nn.softmax(z), jax.nn.softmax(w)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jnp.minimum(…)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(jnp.minimum(jax.nn.softmax(z), jax.nn.softmax(w)), 1e-10, 1.0))
    # or (unsafe): jnp.log(jnp.minimum(jax.nn.softmax(z), jax.nn.softmax(w)) + 1e-8)
    # from: `jax.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87


def exp_of_maximum(z):
    return jnp.exp(jnp.maximum(jax.nn.relu(z), 5.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `jnp.maximum(jax.nn.relu(z), 5.0)` comes from a ReLU, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): jnp.exp(jnp.clip(jax.nn.relu(z), 5.0, 30.0))
    # from: `jax.nn.relu(z)` made here, values in [0, inf]


def log_of_method(z):
    return torch.log(torch.softmax(z, -1).minimum(torch.tensor(1.0)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.softmax(…).minimum(…)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: torch.log(torch.clamp(torch.softmax(z, -1).minimum(torch.tensor(1.0)), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.softmax(z, -1).minimum(torch.tensor(1.0)) + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def log_of_torch(z):
    return torch.log(torch.minimum(torch.softmax(z, -1), torch.tensor(1.0)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.minimum(…)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: torch.log(torch.clamp(torch.softmax(z, -1), 1e-10, torch.tensor(1.0)))
    # or (unsafe): torch.log(torch.minimum(torch.softmax(z, -1), torch.tensor(1.0)) + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 1)

    def limit_of_the_caller(self, x, limit):
        return torch.exp(torch.clamp(self.head(x), -100.0, limit))

    def commented(self, x):
        return torch.exp(
    #          ^^^^^^^^^^+5 NAN104 information: `….clamp(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp( torch.clamp( self.head(x), min=-100.0, max=30.0, # the other side is free ) )
    # from: `self.head(x)` made here, unbounded
            torch.clamp(
                self.head(x),
                min=-100.0,  # the other side is free
            )
        )

    def in_a_tensor(self, x):
        return torch.exp(torch.minimum(self.head(x), torch.tensor(100.0)))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `….minimum(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(torch.minimum(self.head(x), torch.tensor(100.0)), max=30.0))
    # from: `self.head(x)` made here, unbounded

    def in_a_named_tensor(self, x):
        limit = torch.tensor(100.0)
        return torch.exp(torch.minimum(self.head(x), limit))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `….minimum(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(torch.minimum(self.head(x), limit), max=30.0))
    # from: `self.head(x)` made here, unbounded

    def named(self, x):
        limit = 100.0
        return torch.exp(torch.clamp(self.head(x), max=limit))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `….clamp(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp(torch.clamp(self.head(x), max=30.0))
    # from: `self.head(x)` made here, unbounded

    def as_a_method(self, x):
        return torch.exp(self.head(x).clamp(max=100.0))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `self.hea…p(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp(self.head(x).clamp(max=30.0))
    # from: `self.head(x)` made here, unbounded

    def clamp_min(self, x):
        return torch.exp(-self.head(x).clamp_min(-100.0))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `-self.he…n(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp(-self.head(x).clamp_min(-30.0))
    # from: `self.head(x)` made here, unbounded

    def minimum(self, x):
        return torch.sigmoid(x), torch.atanh(torch.minimum(torch.tanh(x), torch.tensor(1.0 - 1e-9)))
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.minimum(…)` masks nothing: it lets -1 through, and atanh is infinite at -1 and 1; mask that too
    # fixed: torch.atanh(torch.clamp(torch.tanh(x), -0.9999999, 0.9999999))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
