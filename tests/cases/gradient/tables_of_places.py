# Nobody asks for the derivative of places, `arange(n)`, nor of what is computed of them alone: a window, a filter. Where
# something else goes in, what is divided or what scales them, its derivative is NaN where the condition hides the value.

import math

import jax.numpy as jnp
import tensorflow as tf
import torch


def sinc(cutoff: float, n: int):
    time = 2 * cutoff * (torch.arange(n) - n // 2)
    return torch.where(time == 0, torch.ones_like(time), torch.sin(math.pi * time) / math.pi / time)


def learned(cutoff, n: int):
    time = torch.arange(n) - n // 2
    return torch.where(time == 0, 2 * cutoff, torch.sin(2 * math.pi * cutoff * time) / math.pi / time)
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `time` is 0; mask it first
    # fixed: torch.sin(2 * math.pi * cutoff * time) / math.pi / torch.where(time == 0, 1.0, time)
    # or (unsafe): torch.sin(2 * math.pi * cutoff * time) / math.pi / torch.where(torch.abs(time) < 1e-7, 1.0, time)


def learned_too(cutoff, n: int):
    time = cutoff * (torch.arange(n) - n // 2)
    return torch.where(time == 0, torch.ones_like(time), torch.sin(math.pi * time) / math.pi / time)
    #                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `time` is 0; mask it first
    # fixed: torch.sin(math.pi * time) / math.pi / torch.where(time == 0, 1.0, time)
    # or (unsafe): torch.sin(math.pi * time) / math.pi / torch.where(torch.abs(time) < 1e-7, 1.0, time)


def asked(n: int):
    t = torch.linspace(0, 1, n).view(-1, 1).requires_grad_(True)
    y = torch.where(t == 0, torch.ones_like(t), torch.sin(t) / t)
    #                                           ^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `t` is 0; mask it first
    # fixed: torch.sin(t) / torch.where(t == 0, 1.0, t)
    # or: torch.sin(t) / t.clamp(min=1e-7)
    # or (unsafe): torch.sin(t) / (t + 1e-8)
    return torch.autograd.grad(y.sum(), t)[0]


def asked_at_once(n: int):
    t = torch.linspace(0, 1, n, requires_grad=True)
    y = torch.where(t == 0, torch.ones_like(t), torch.sin(t) / t)
    #                                           ^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `t` is 0; mask it first
    # fixed: torch.sin(t) / torch.where(t == 0, 1.0, t)
    # or: torch.sin(t) / t.clamp(min=1e-7)
    # or (unsafe): torch.sin(t) / (t + 1e-8)
    return torch.autograd.grad(y.sum(), t)[0]


def even(n: int):
    time = torch.arange(-n, n) + 0.5 if n % 2 == 0 else torch.arange(n) - n // 2
    return torch.where(time == 0, torch.ones_like(time), torch.sin(time) / time)


def attenuated(scores, n: int):
    place = torch.arange(n)
    return torch.where(place > 0, scores / place, scores)
    #                             ^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `place` is 0; mask it first
    # fixed: scores / torch.where(place > 0, place, 1.0)
    # or: scores / place.clamp(min=1e-7)
    # or (unsafe): scores / (place + 1e-8)


def watched(n):
    t = tf.range(0.0, n)
    with tf.GradientTape() as tape:
        tape.watch(t)
        y = tf.where(t > 0, tf.sin(t) / t, 1.0)
        #                   ^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `t` is 0; mask it first
        # fixed: tf.sin(t) / tf.where(t > 0, t, 1.0)
        # or: tf.sin(t) / tf.maximum(t, 1e-7)
        # or (unsafe): tf.sin(t) / (t + 1e-8)
        # or (unsafe): tf.math.divide_no_nan(tf.sin(t), t)
    return tape.gradient(y, t)


def of_jax(n):
    t = jnp.arange(n)
    return jnp.where(t > 0, jnp.sin(t) / t, 1.0)
