# The bound of a log-variance goes where it is made, as that line is written: around it, into a clip, on a line below.

import math

import tensorflow as tf
import torch
from torch import exp, nn


class Likelihood(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 4)

    def bounded_from_above(self, x, y):
        v = torch.clamp(self.head(x), max=60.0)
        return ((x - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(self.head(x), max=60.0, min=-30.0)
    # adds: , min=-30.0
    # from: `self.head(x)` made here, unbounded

    def bounded_too_far_below(self, x, y):
        v = torch.clamp(self.head(x), min=-200.0)
        return ((x - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 warning: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: v = torch.clamp(self.head(x), min=-30.0)
    # adds: -30.0
    # or (unsafe): v = torch.clamp(torch.clamp(self.head(x), min=-200.0), min=-30.0)
    # from: `self.head(x)` made here, unbounded

    def two_names(self, x, y):
        v = self.last = self.head(x)
        return ((x - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def halved(self, x, y):
        v = self.head(x)
        return ((x - y) ** 2 * torch.exp(v / -2) + v).mean()
    #                          ^^^^^^^^^^^^^^^^^ NAN104 information: `v / -2` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(self.head(x), min=-60.0)
    # adds: torch.clamp(
    # adds: , min=-60.0)
    # or (unsafe): torch.exp(torch.clamp(v / -2, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def tripled(self, x, y):
        v = self.head(x)
        return ((x - y) ** 2 * torch.exp(v * -3.0) + v).mean()
    #                          ^^^^^^^^^^^^^^^^^^^ NAN104 information: `v * -3.0` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(self.head(x), min=-10.0)
    # adds: torch.clamp(
    # adds: , min=-10.0)
    # or (unsafe): torch.exp(torch.clamp(v * -3.0, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def scaled(self, x, y):
        v = self.head(x)
        return ((x - y) ** 2 * torch.exp(v * y) + v).mean()
    #                          ^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `v * y` small enough: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(v * y, max=30.0))

    def inverse(self, x, y):
        v = self.head(x)
        return ((x - y) ** 2 * torch.tanh(1e4 / torch.exp(v)) + v).mean()
        #                                 ^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.exp(v)` is an exponential, exactly 0 for inputs below -104: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): v = torch.clamp(self.head(x), min=-15.0)
        # adds: torch.clamp(
        # adds: , min=-15.0)
        # or (unsafe): 1e4 / torch.exp(v).clamp(min=1e-7)
        # or (unsafe): 1e4 / (torch.exp(v) + 1e-8)
        # from: `torch.exp(v)` made here, exactly 0 in float32 for inputs below -104
        #                                       ^^^^^^^^^^^^ NAN104 information: `v` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): v = torch.clamp(self.head(x), max=30.0)
        # adds: torch.clamp(
        # adds: , max=30.0)
        # or (unsafe): torch.exp(torch.clamp(v, max=30.0))
        # from: `self.head(x)` made here, unbounded

    def pair(self, x, y):
        m, v = self.head(x).chunk(2, -1)
        return ((m - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(v, min=-30.0)
    # adds: v = torch.clamp(v, min=-30.0)
    # or (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def pair_beside_a_comment(self, x, y):
        m, v = self.head(x).chunk(2, -1)  # of a normal distribution
        return ((m - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def pair_behind_a_colon(self, x, y):
        with torch.autocast("cpu"): m, v = self.head(x).chunk(2, -1)
        return ((m - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in bfloat16
    # fixed (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def beside_a_comment(self, x, y):
        v = self.head(
            x  # normalised
        )
        return ((x - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(self.head( x # normalised ), min=-30.0)
    # adds: torch.clamp(
    # adds: , min=-30.0)
    # or (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head( x # normalised )` made here, unbounded

    def changed_below(self, x, y):
        v = self.head(x)
        v *= 2
        return ((x - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded
    # from: `v *= 2` goes into `v` here

    def of_two_kinds(self, x, y):
        if self.training:
            v = self.head(x)
        else:
            v = self.head(y)
        return ((x - y) ** 2 * torch.exp(-v) + v).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def used_once(self, x, y):
        v = self.head(x)
        return ((x - y) ** 2 * torch.exp(-v)).mean()
    #                          ^^^^^^^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded

    def imported_alone(self, x, y):
        v = self.head(x)
        return ((x - y) ** 2 * exp(-v) + v).mean()
    #                          ^^^^^^^ NAN104 information: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): v = torch.clamp(self.head(x), min=-30.0)
    # adds: torch.clamp(
    # adds: , min=-30.0)
    # or (unsafe): exp(torch.clamp(-v, max=30.0))
    # from: `self.head(x)` made here, unbounded


def of_tensorflow(x, y):
    v = tf.clip_by_value(tf.keras.layers.Dense(4)(x), -200.0, 60.0)
    return tf.reduce_mean((x - y) ** 2 * tf.exp(-v) + v)
    #                                    ^^^^^^^^^^ NAN104 warning: `-v` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: v = tf.clip_by_value(tf.keras.layers.Dense(4)(x), -30.0, 60.0)
    # adds: -30.0
    # or (unsafe): v = tf.maximum(tf.clip_by_value(tf.keras.layers.Dense(4)(x), -200.0, 60.0), -30.0)
    # from: `tf.keras.layers.Dense(4)(x)` made here, unbounded


def of_numbers(x, y):
    v = -1000.0
    return (x - y) ** 2 * math.exp(-v) + v
