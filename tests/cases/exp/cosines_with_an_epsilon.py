"""Cosines that are written out with an epsilon in their divisor: exponentials of them do not overflow."""

import keras.backend as K
import tensorflow as tf
import torch
from keras.layers import Layer


def weights(a, b):
    dot = (a * b).sum(-1)
    cosine = dot / (a.norm(dim=-1) * b.norm(dim=-1) + 1e-8)
    reveal_range(cosine)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    return torch.exp(cosine), torch.exp(cosine / 0.07)


def floored(a, b):
    norms = torch.norm(a, dim=-1, keepdim=True) * torch.norm(b, dim=-1, keepdim=True)
    similarity = torch.sum(a * b, -1) / norms.clamp(min=1e-6)
    reveal_range(similarity)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    return torch.acos(similarity)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `similarity` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp(similarity, -0.9999999, 0.9999999))
    # from: `torch.sum(a * b, -1) / norms.clamp(min=1e-6)` made here, above 1 by rounding, for parallel vectors


def eps_each(a, b):
    cosine = (a * b).sum(-1) / ((a.norm(dim=-1) + 1e-8) * (b.norm(dim=-1) + 1e-8))
    reveal_range(cosine)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    return cosine


def less(a, b):
    larger = (a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1) - 1e-8)
    other = (a * b).sum(-1) / (a.norm(dim=-1) * a.norm(dim=-1) + 1e-8)
    ceiling = (a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)).clamp(1e-6, 10.0)
    reveal_range(larger)  # any value float32
    reveal_range(other)  # any value float32
    reveal_range(ceiling)  # any value float32
    return larger + other + ceiling


def attention(a, b):
    norms = tf.norm(a, axis=-1) * tf.norm(b, axis=-1)
    scores = tf.reduce_sum(a * b, -1) / (norms + 1e-7)
    reveal_range(scores)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    return tf.exp(scores)


class Memory(Layer):
    def call(self, inputs):
        key, memory = inputs
        dot = K.batch_dot(memory, key, axes=[2, 1])
        norms = K.sqrt(K.sum(K.square(memory), axis=2)) * K.sqrt(K.sum(K.square(key), axis=1, keepdims=True))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.sum(K.square(memory), axis=2)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(memory), axis=2), 1e-10))
        # or (unsafe): K.sqrt(K.sum(K.square(memory), axis=2) + 1e-8)
        #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.sum(…)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(key), axis=1, keepdims=True), 1e-10))
        # or (unsafe): K.sqrt(K.sum(K.square(key), axis=1, keepdims=True) + 1e-8)
        return softmax(dot / (norms + 1e-8))


def softmax(x):
    e = K.exp(x)
    reveal_range(e)  # [0.367879182, 2.71828389] float32
    return e / K.sum(e, axis=1, keepdims=True)
