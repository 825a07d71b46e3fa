"""What an optimizer computes comes after the backward pass; what a summary or an assertion looks at goes nowhere."""

import tensorflow as tf
import torch
from tensorflow.keras import optimizers


class LARS(tf.keras.optimizers.Optimizer):
    def _resource_apply_dense(self, grad, param, apply_state=None):
        w_norm, g_norm = tf.norm(param, ord=2), tf.norm(grad, ord=2)
        trust = tf.where(tf.greater(w_norm, 0), tf.where(tf.greater(g_norm, 0), w_norm / g_norm, 1.0), 1.0)
        return param.assign_sub(trust * grad)


class Scaled(torch.optim.Optimizer):
    def update(self, p):
        r = torch.sqrt(torch.sum(p.grad**2))
        return p - r


class Other(optimizers.Optimizer):
    def update(self, grad):
        return tf.sqrt(tf.reduce_sum(tf.square(grad)))


class Trainer:
    def update(self, grad):
        return tf.sqrt(tf.reduce_sum(tf.square(grad)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows


def summaries(var):
    mean = tf.reduce_mean(var)
    deviation = tf.sqrt(tf.reduce_mean(tf.square(var - mean)))
    tf.summary.scalar("deviation", deviation)


def checked(laplacian):
    tf.debugging.assert_near(0.0, tf.norm(laplacian - tf.transpose(laplacian)))
    return laplacian


class Layer(tf.keras.layers.Layer):
    def call(self, x):
        summaries(x)
        length = tf.norm(x)
        #        ^^^^^^^^^^ NAN301 information: nothing here shows
        tf.summary.scalar("length", length)
        return x / (length + 1e-6)
