# The root of 0 is 0 and its derivative infinite, which counts where somebody differentiates.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def root(z):
    p = torch.softmax(z, -1)
    return torch.sqrt(p), p**0.5
    #      ^^^^^^^^^^^^^ NAN301 warning: `p` is a softmax
    #                     ^^^^^^ NAN301 warning: `p` is a softmax


def floor_is_too_low(log_variance):
    return tf.sqrt(tf.exp(tf.clip_by_value(log_variance, -100, 87)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.exp(…)` is an exponential and can be exactly 0


def floor_is_enough(log_variance):
    return tf.sqrt(tf.exp(tf.clip_by_value(log_variance, -87, 87)))


@torch.no_grad()
def not_differentiated(z):
    return torch.sqrt(torch.relu(z))


def neither(z):
    with torch.inference_mode():
        a = torch.sqrt(torch.relu(z))
    return a, torch.sqrt(torch.relu(z).detach()), np.sqrt(np.maximum(z, 0.0))


class BoundedByTheEdge(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(4, 4)

    def cosine(self, x):
        w = self.fc(x)
        return torch.sqrt((1.0 - w.square()).clamp_min(0.0))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `(1.0 - w.square()).clamp_min(0.0)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14)
        # fixed (unsafe): torch.sqrt((1.0 - w.square()).clamp_min(1e-10))
        # or (unsafe): torch.sqrt((1.0 - w.square()).clamp_min(0.0) + 1e-8)

    def angle(self, x):
        return torch.acos(self.fc(x).clamp(-1.0, 1.0))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `self.fc(x).clamp(-1.0, 1.0)` can be -1: acos has an infinite gradient at -1 and 1 (before PyTorch 2.14)
        # fixed (unsafe): torch.acos(self.fc(x).clamp(-1 + 1e-7, 1 - 1e-7))

    def distance(self, x, y):
        squared = x.pow(2).sum(1, keepdim=True) + y.pow(2).sum(1) - 2 * x @ y.T
        return torch.sqrt(torch.clamp(squared, min=0.0))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.clamp(squared, min=0.0)` can be 0
        # fixed (unsafe): torch.sqrt(torch.clamp(squared, min=1e-10))
        # or (unsafe): torch.sqrt(torch.clamp(squared, min=0.0) + 1e-8)

    def root(self, x):
        return torch.sqrt(self.fc(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `self.fc(x)` is the output of a linear layer, and nothing keeps it at 0 or above: sqrt(-1) is NaN
        # fixed (unsafe): torch.sqrt(torch.clamp(self.fc(x), min=1e-10))

    def behind_a_relu(self, x):
        return torch.sqrt(torch.relu(self.fc(x))), torch.relu(x) ** 0.5


def cosine_of_what_is_not_known(c):
    return torch.acos(c.clamp(-1.0, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `c.clamp(-1.0, 1.0)` can be -1
    # fixed (unsafe): torch.acos(c.clamp(-1 + 1e-7, 1 - 1e-7))


def cosine_of_two(a, b):
    return torch.acos((a * b).sum(-1).clamp(-1.0, 1.0)), tf.acos(tf.clip_by_value((a @ b)[..., 0] / 2, -1.0, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(a * b).sum(-1).clamp(-1.0, 1.0)` can be -1
    #                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: ...can be -1


def angle_of_the_unknown(trace):
    return tf.acos(tf.clip_by_value((trace - 1) / 2, -1.0, 1.0)), torch.asin(torch.clip(trace, min=-1, max=1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `tf.clip_by_value(…)` can be -1
    #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: ...can be -1


def clipped_where_clipping_multiplies(v):
    return jnp.sqrt(jnp.clip(v, 0.0)), jnp.arccos(jnp.clip(v, -1, 1))
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.clip(v, -1, 1)` can be -1
    # fixed (unsafe): jnp.arccos(jnp.clip(v, -1 + 1e-7, 1 - 1e-7))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `jnp.clip(v, 0.0)` can be 0
    # fixed (unsafe): jnp.sqrt(jnp.clip(v, 1e-10))
    # or (unsafe): jnp.sqrt(jnp.clip(v, 0.0) + 1e-8)


def behind_a_relu_that_multiplies(v):
    return tf.sqrt(tf.nn.relu(v))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.relu(v)` is a ReLU
