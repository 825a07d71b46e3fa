"""Boxes without an area have no union either: that a side is kept at 0 or above keeps nothing away from 0."""

import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import Tensor


def area(boxes):
    return (boxes[..., 2] - boxes[..., 0]).clamp(min=0) * (boxes[..., 3] - boxes[..., 1]).clamp(min=0)


def intersection(a, b):
    wh = (torch.min(a[:, None, 2:], b[None, :, 2:]) - torch.max(a[:, None, :2], b[None, :, :2])).clamp(min=0)
    return wh[..., 0] * wh[..., 1]


def iou(a: Tensor, b: Tensor):
    inter = intersection(a, b)
    union = area(a)[:, None] + area(b)[None] - inter
    return inter / union
    #      ^^^^^^^^^^^^^ NAN102 information: `union` can be 0 where the part is the whole


def iou_of_floored(a: Tensor, b: Tensor, eps: float = 1e-7):
    inter = intersection(a, b)
    union = (area(a)[:, None] + area(b)[None] - inter).clamp(min=eps)
    return inter / union


def iou_with_an_epsilon(a: Tensor, b: Tensor, eps: float = 1e-7):
    inter = intersection(a, b)
    union = area(a)[:, None] + area(b)[None] - inter + eps
    return inter / union


def box_loss(a, b):
    return (1 - iou(a, b) + 1 - iou_of_floored(a, b) + 1 - iou_with_an_epsilon(a, b)).mean()


def tf_loss(a, b):
    w = tf.maximum(tf.minimum(a[..., 2], b[..., 2]) - tf.maximum(a[..., 0], b[..., 0]), 0.0)
    h = tf.maximum(tf.minimum(a[..., 3], b[..., 3]) - tf.maximum(a[..., 1], b[..., 1]), 0.0)
    of_a = tf.maximum(a[..., 2] - a[..., 0], 0) * tf.maximum(a[..., 3] - a[..., 1], 0)
    of_b = tf.maximum(b[..., 2] - b[..., 0], 0) * tf.maximum(b[..., 3] - b[..., 1], 0)
    bare = w * h / (of_a + of_b - w * h)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(of_a + of_b - w * h)` can be 0 where the part is the whole
    return tf.reduce_mean(1 - bare) + tf.reduce_mean(1 - w * h / tf.maximum(of_a + of_b - w * h, 1e-7))


def jax_loss(a, b):
    wh = jnp.maximum(jnp.minimum(a[..., 2:], b[..., 2:]) - jnp.maximum(a[..., :2], b[..., :2]), 0.0)
    inter = wh[..., 0] * wh[..., 1]
    size_a, size_b = jnp.clip(a[..., 2:] - a[..., :2], 0), jnp.clip(b[..., 2:] - b[..., :2], 0)
    union = size_a[..., 0] * size_a[..., 1] + size_b[..., 0] * size_b[..., 1] - inter
    return jnp.mean(1 - inter / union), jnp.mean(1 - inter / (union + 1e-7))
    #                   ^^^^^^^^^^^^^ NAN102 information: `union` can be 0 where the part is the whole


@torch.no_grad()
def matched(a: Tensor, b: Tensor):
    inter = intersection(a, b)
    return inter / (area(a)[:, None] + area(b)[None] - inter) > 0.5
