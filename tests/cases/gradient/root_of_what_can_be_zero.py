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


class BoundedByTheEdge(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(4, 4)

    def cosine(self, x):
        w = self.fc(x)
        return torch.sqrt((1.0 - w.square()).clamp_min(0.0))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(1.0 - w.square()).clamp_min(0.0)` comes from a square: it can be exactly 0

    def angle(self, x):
        return torch.acos(self.fc(x).clamp(-1.0, 1.0))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `self.fc(x).clamp(-1.0, 1.0)` comes from the output of a linear layer: it can be exactly -1

    def root(self, x):
        return torch.sqrt(self.fc(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `self.fc(x)` comes from the output of a linear layer: nothing keeps it at least 0
