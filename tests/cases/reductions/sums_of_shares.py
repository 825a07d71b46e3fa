"""The shares of a softmax sum to 1 along the axes that it was taken over, all of them together: along one of several, or
along others, a sum may be anything from 0 on."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def along_one(x):
    p = torch.softmax(x, dim=1)
    reveal_range(p.sum([1]))  # [0.999999046, 1.00000095] float32 takes 1
    reveal_range(p.sum(dim=(0, 1)))  # [0.999999046, inf] float32 takes 1
    reveal_range(p.sum(dim=(0, 2), keepdim=True))  # [0, inf] float32
    reveal_range(tf.reduce_sum(tf.nn.softmax(x), axis=[-1]))  # [0.999999046, 1.00000095] float32 takes 1
    return torch.log(p.sum(dim=(0, 1)))


def along_two(x):
    heat = jax.nn.softmax(x, axis=(1, 2))
    reveal_range(jnp.sum(heat, axis=(2, 1)))  # [0.999999046, 1.00000095] float32 takes 1
    reveal_range(jnp.sum(heat, axis=1))  # [0, inf] float32
    reveal_range(jnp.sum(heat, axis=(0, 1, 2)))  # [0.999999046, inf] float32 takes 1
    return heat / jnp.sum(heat, axis=(1, 2), keepdims=True)


def along_what_is_passed(x, axis):
    p = torch.softmax(x, dim=axis)
    reveal_range(p.sum(dim=axis))  # [0.999999046, 1.00000095] float32 takes 1
    return torch.log(p.sum(dim=axis))
