"""The norm of all gradients of a list is what they are clipped by: nobody differentiates it again."""

import tensorflow as tf
import torch


def clipped(grads, clip):
    squares = [tf.reduce_sum(tf.square(g)) for g in grads]
    norm = tf.sqrt(tf.add_n(squares))
    return [g / tf.maximum(norm / clip, 1.0) for g in grads]


def clipped_at_once(flat_gradients, clip):
    norm = tf.sqrt(tf.add_n([tf.reduce_sum(tf.square(g)) for g in flat_gradients]))
    return [g / tf.maximum(norm / clip, 1.0) for g in flat_gradients]


def clip_of_torch(model, clip):
    norm = torch.sqrt(sum(p.grad.pow(2).sum() for p in model.parameters()))
    for p in model.parameters():
        p.grad.mul_(clip / norm.clamp(min=clip))


def style(features):
    squares = [tf.reduce_sum(tf.square(f)) for f in features]
    return tf.sqrt(tf.add_n(squares))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.add_n(squares)` stays above 0: sqrt has an infinite gradient at 0


def graded(upgraded):
    return tf.sqrt(tf.add_n([tf.reduce_sum(tf.square(f)) for f in upgraded]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.add_n([…])` stays above 0: sqrt has an infinite gradient at 0


def weights_of(model):
    return torch.sqrt(sum(p.pow(2).sum() for p in model.parameters()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `sum(…)` stays above 0: sqrt has an infinite gradient at 0


def one_gradient(tape, model, x):
    grad = tape.gradient(model(x), x)
    return tf.reduce_mean((tf.sqrt(tf.reduce_sum(tf.square(grad), axis=-1)) - 1.0) ** 2)
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(…)` stays above 0: sqrt has an infinite gradient at 0
