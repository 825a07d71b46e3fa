# A decorator of a framework leaves what a function returns.

import functools

import tensorflow as tf
import torch


@tf.function
def forward(x):
    return tf.nn.softmax(x)


@torch.no_grad()
def score(x):
    return torch.sigmoid(x)


def use(x):
    return tf.math.log(forward(x)), torch.log(score(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `forward(x)` is a softmax
    #                               ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `score(x)` is a sigmoid
