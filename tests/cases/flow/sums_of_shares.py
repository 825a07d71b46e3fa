"""A softmax sums to 1 along its own axis. Along another its sum is what all of them give to one class: 0, or many."""

import jax
import jax.numpy as jnp
import keras
import tensorflow as tf
import torch
from torch import nn


def of_torch(x):
    p = torch.softmax(x, dim=-1)
    q = x.softmax(1)
    reveal_range(p.sum(-1))  # [0.999999046, 1.00000095] float32 takes 1
    reveal_range(q.sum(dim=1))  # [0.999999046, 1.00000095] float32 takes 1
    reveal_range(p.sum(0))  # [0, inf] float32 takes 0
    reveal_range(q.sum(dim=(0, 2)))  # [0, inf] float32
    reveal_range(p.sum())  # [0.999999046, inf] float32 takes 1
    reveal_range(1.0 - p.sum(0))  # [-inf, 1] float32
    reveal_range(nn.Softmax(dim=1)(x).sum(0))  # [0, inf] float32


def of_the_others(x):
    reveal_range(tf.reduce_sum(tf.nn.softmax(x), axis=-1))  # [0.999999046, 1.00000095] float32 takes 1
    reveal_range(tf.reduce_sum(tf.nn.softmax(x), axis=0))  # [0, inf] float32
    reveal_range(jnp.sum(jax.nn.softmax(x, axis=0), axis=1))  # [0, inf] float32
    reveal_range(keras.ops.sum(keras.ops.softmax(x), axis=0))  # [0, inf] float32


def along_its_own(x):
    p = torch.softmax(x, dim=-1)
    return torch.log(p.sum(-1)), p / p.sum(-1, keepdim=True)
