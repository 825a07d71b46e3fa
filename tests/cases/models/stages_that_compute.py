"""Each stage of a `Sequential` is given what the one before it makes, a lambda and a module of one's own as well."""

import tensorflow as tf
import torch
from torch import nn


class Log(nn.Module):
    def forward(self, x):
        # FIXME: a warning: the stage before is a softmax
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


network = nn.Sequential(nn.Linear(3, 4), nn.Softmax(-1), Log())


def score(x):
    return network(x)


# FIXME: a warning: the layer before is a softmax
model = tf.keras.Sequential(
    [tf.keras.layers.Dense(3, activation="softmax"), tf.keras.layers.Lambda(lambda p: tf.math.log(p))]
    #                                                                                 ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
)

# FIXME: a warning here too
model = tf.keras.Sequential([tf.keras.layers.Dense(3, activation="softmax"), tf.keras.layers.Lambda(tf.math.log)])
