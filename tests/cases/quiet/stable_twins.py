# The stable functions themselves are never reported.

import jax
import tensorflow as tf
import torch
import torch.nn.functional as F


def losses(logits, labels):
    a = F.log_softmax(logits, -1)
    b = torch.log_softmax(logits, -1)
    c = F.cross_entropy(logits, labels)
    d = tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits)
    e = tf.nn.log_softmax(logits)
    f = jax.nn.log_sigmoid(logits)
    g = torch.logsumexp(logits, -1)
    return a, b, c, d, e, f, g
