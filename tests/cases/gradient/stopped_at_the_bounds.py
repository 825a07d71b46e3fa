"""An activation of PyTorch and JAX that is at a bound answers 0 to an infinite derivative; TensorFlow's multiply."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def of_torch(x):
    angles = torch.acos(F.hardtanh(x)), torch.asin(F.hardtanh(x, -1.0, 0.5)), torch.sqrt(1 - F.hardtanh(x) ** 2)
    return angles, torch.sqrt(F.relu6(x)), torch.sqrt(F.hardsigmoid(x)), torch.sqrt(F.hardtanh(x, 0.0, 1.0))


class Angle(nn.Module):
    def __init__(self):
        super().__init__()
        self.squash = nn.Hardtanh()
        self.fc = nn.Linear(3, 3)

    def forward(self, x):
        return torch.acos(self.squash(self.fc(x)))


def where_the_value_itself_is_infinite(x):
    return torch.atanh(F.hardtanh(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `F.hardtanh(x)` is a hard tanh


def without_bounds(x):
    return torch.acos(torch.tanh(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.tanh(x)` is a tanh


@jax.jit
def of_jax(x):
    return jnp.sqrt(jax.nn.relu6(x)), jnp.sqrt(jax.nn.hard_sigmoid(x))


def of_tensorflow(x):
    return tf.sqrt(tf.nn.relu6(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.relu6(x)` is a ReLU6
