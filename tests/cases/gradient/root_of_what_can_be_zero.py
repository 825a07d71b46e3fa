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
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.exp(tf.clip_by_value(log_variance, -100, 87))` is an exponential


def floor_is_enough(log_variance):
    return tf.sqrt(tf.exp(tf.clip_by_value(log_variance, -87, 87)))


@torch.no_grad()
def not_differentiated(z):
    return torch.sqrt(torch.relu(z))


def neither(z):
    with torch.inference_mode():
        a = torch.sqrt(torch.relu(z))
    return a, torch.sqrt(torch.relu(z).detach()), np.sqrt(np.maximum(z, 0.0))
