# Sizes are at least 1 wherever there is something to compute.

import numpy as np
import tensorflow as tf
import torch


def sizes(x, batch, layers):
    a = np.log(x.size(0)) + np.log(len(batch)) + np.log(x.ndim) + np.log(x.numel())
    b = np.log(x.shape[0]) + np.log(batch.shape[-1]) + np.log(x.shape[0] * x.shape[1])
    c = torch.log(torch.tensor(float(len(layers))))
    d = tf.math.log(tf.cast(tf.shape(x)[0], tf.float32))
    return a, b, c, d
