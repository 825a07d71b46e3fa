"""A bound on an inverse root repairs its value, not its gradient, unless what is under the root swallows a NaN, or the framework does."""

import tensorflow as tf
import torch


def of_a_softmax(model, x):
    v = torch.softmax(model(x), -1)
    return torch.minimum(torch.rsqrt(v), torch.ones_like(v)).sum()
    #                    ^^^^^^^^^^^^^^ NAN202 warning: `torch.minimum(…)` repairs the value but leaves the gradient NaN where `v` is 0; mask it first


def of_a_sigmoid(model, x):
    v = torch.sigmoid(model(x))
    return torch.rsqrt(v).clamp(max=1.0).sum()
    #      ^^^^^^^^^^^^^^ NAN202 information: `torch.rsqrt(v).clamp(max=1.0)` repairs the value but leaves the gradient NaN where `v` is 0; mask it first


def of_a_relu(model, x):
    # The derivative of a ReLU picks 0 where it is off, whatever comes back.
    v = torch.relu(model(x)).sum(-1)
    return torch.minimum(torch.rsqrt(v), torch.ones_like(v)).sum()


def of_tensorflow(model, x):
    # Its derivative of an inverse root gives 0 for 0.
    v = tf.nn.softmax(model(x))
    return tf.reduce_sum(tf.minimum(tf.math.rsqrt(v), 1.0))


def bounded_before(model, x):
    v = torch.softmax(model(x), -1).clamp(min=1e-6)
    return torch.minimum(torch.rsqrt(v), torch.ones_like(v)).sum()
