# A ratio of probabilities under a logarithm is a difference of two stable logarithms, in any base.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def divergence(x, z):
    p = torch.softmax(x, dim=-1)
    q = torch.softmax(z, dim=-1)
    return (q * torch.log(q / p)).sum(-1)
    #           ^^^^^^^^^^^^^^^^ NAN101 warning: `q / p` can be 0, as a softmax is once a logit trails the largest by 104
    # fixed: (torch.log_softmax(z, dim=-1) - torch.log_softmax(x, dim=-1))
    # removes: p = torch.softmax(x, dim=-1)
    #                     ^^^^^ NAN102 warning: `p` is a softmax
    # fixed: (torch.log_softmax(z, dim=-1) - torch.log_softmax(x, dim=-1))
    # adds: (torch.log_softmax(z, dim=-1) - torch.log_softmax(x, dim=-1))
    # removes: p = torch.softmax(x, dim=-1)


def divergence_from_labels(x, q):
    p = F.softmax(x, dim=-1)
    return (q * torch.log(q / p)).sum(-1)
    #           ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `q / p` stays above 0: log(0) is -inf
    # fixed: (torch.log(torch.clamp(q, min=1e-10)) - F.log_softmax(x, dim=-1))
    # removes: p = F.softmax(x, dim=-1)
    #                     ^^^^^ NAN102 warning: `p` is a softmax
    # fixed: (torch.log(torch.clamp(q, min=1e-10)) - F.log_softmax(x, dim=-1))
    # adds: (torch.log(torch.clamp(q, min=1e-10)) - F.log_softmax(x, dim=-1))
    # removes: p = F.softmax(x, dim=-1)


def ratio_held_in_a_name(x, z):
    p = torch.softmax(x, dim=-1)
    q = torch.softmax(z, dim=-1)
    ratio = q / p
    #       ^^^^^ NAN102 warning: `p` is a softmax
    # fixed: (torch.log_softmax(z, dim=-1) - torch.log_softmax(x, dim=-1))
    # adds: (torch.log_softmax(z, dim=-1) - torch.log_softmax(x, dim=-1))
    # removes: ratio = q / p
    # removes: p = torch.softmax(x, dim=-1)
    return (q * torch.log(ratio)).sum(-1)
    #           ^^^^^^^^^^^^^^^^ NAN101 warning: `ratio` can be 0, as a softmax is once a logit trails the largest by 104
    # fixed: (torch.log_softmax(z, dim=-1) - torch.log_softmax(x, dim=-1))
    # removes: ratio = q / p


def log_odds(x):
    p = torch.sigmoid(x)
    return torch.log(p / (1 - p))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p / (1 - p)` can be 0, as a sigmoid is for inputs below -89
    # fixed: F.logsigmoid(x) - F.logsigmoid(-x)
    # removes: p = torch.sigmoid(x)
    #                ^^^^^^^^^^^ NAN102 warning: `(1 - p)` can be 0 where a sigmoid is exactly 1
    # fixed: F.logsigmoid(x) - F.logsigmoid(-x)
    # adds: F.logsigmoid(x) - F.logsigmoid(-x)
    # removes: p = torch.sigmoid(x)


def log_odds_of_tensorflow(x):
    p = tf.sigmoid(x)
    return tf.math.log(p / (1.0 - p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p / (1.0 - p)` can be 0, as a sigmoid is for inputs below -87
    # fixed: tf.math.log_sigmoid(x) - tf.math.log_sigmoid(-x)
    # removes: p = tf.sigmoid(x)
    #                  ^^^^^^^^^^^^^ NAN102 warning: `(1.0 - p)` can be 0 where a sigmoid is exactly 1
    # fixed: tf.math.log_sigmoid(x) - tf.math.log_sigmoid(-x)
    # adds: tf.math.log_sigmoid(x) - tf.math.log_sigmoid(-x)
    # removes: p = tf.sigmoid(x)


def entropy_in_bits(x):
    p = torch.softmax(x, dim=-1)
    return -(p * torch.log2(p)).sum(-1)
    #            ^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: (torch.log_softmax(x, dim=-1) / 0.6931471805599453)
    # or: torch.log2(torch.clamp(p, 1e-10, 1.0))


def entropy_in_bits_of_jax(x):
    p = jax.nn.softmax(x)
    return -jnp.sum(p * jnp.log2(p))
    #                   ^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: (jax.nn.log_softmax(x) / 0.6931471805599453)
    # or: jnp.log2(jnp.clip(p, 1e-10, 1.0))


def decibels(x):
    p = torch.sigmoid(x)
    return -10 * torch.log10(1 - p)
    #            ^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    # fixed: (F.logsigmoid(-x) / 2.302585092994046)
    # removes: p = torch.sigmoid(x)
    # or: torch.log10(torch.clamp(1 - p, 1e-10, 1.0))


def picked(x, y):
    p = torch.softmax(x, dim=-1)
    return -p.gather(1, y).log2()
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(1
    # fixed: (torch.log_softmax(x, dim=-1).gather(1, y) / 0.6931471805599453)
    # removes: p = torch.softmax(x, dim=-1)
    # or: p.gather(1, y).clamp(1e-10, 1.0).log2()
    # or (unsafe): (p.gather(1, y) + 1e-8).log2()


def divergence_in_bits(x, z):
    p = torch.softmax(x, dim=-1)
    q = torch.softmax(z, dim=-1)
    return (q * torch.log2(q / p)).sum(-1)
    #           ^^^^^^^^^^^^^^^^^ NAN101 warning: `q / p` can be 0, as a softmax is once a logit trails the largest by 104
    # fixed: (torch.log_softmax(z, dim=-1) / 0.6931471805599453 - torch.log_softmax(x, dim=-1) / 0.6931471805599453)
    # removes: p = torch.softmax(x, dim=-1)
    #                      ^^^^^ NAN102 warning: `p` is a softmax
    # fixed: (torch.log_softmax(z, dim=-1) / 0.6931471805599453 - torch.log_softmax(x, dim=-1) / 0.6931471805599453)
    # adds: (torch.log_softmax(z, dim=-1) / 0.6931471805599453 - torch.log_softmax(x, dim=-1) / 0.6931471805599453)
    # removes: p = torch.softmax(x, dim=-1)


def of_a_difference(x, y, z):
    a = torch.relu(x) - torch.relu(z)
    b = torch.relu(y)
    return torch.log(a / b), torch.log(b / a)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a / b` can be 0, as a ReLU is for inputs of 0 or less
    # fixed (unsafe): torch.log(torch.clamp(a / b, min=1e-10))
    #                ^^^^^ NAN102 warning: `b` is a ReLU
    #                        ^^^^^^^^^^^^^^^^ NAN101 warning: `b / a` can be 0, as a ReLU is for inputs of 0 or less
    # fixed (unsafe): torch.log(torch.clamp(b / a, min=1e-10))
    #                                  ^^^^^ NAN102 warning: `a` can be 0, as a ReLU is for inputs of 0 or less
