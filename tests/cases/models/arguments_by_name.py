"""Arguments by name: what a dictionary of options holds is not known, and the layers of a model may be `layers=`."""

from functools import partial

import keras
import tensorflow as tf
import torch
from torch import nn


def floored(x, least=0.5):
    return torch.clamp(x, min=least)


def with_options(x, options):
    # The options may hold another bound, beside the usual one.
    careful = partial(floored, **options)
    reveal_range(careful(x))  # any value float32
    reveal_range(partial(floored)(x, **options))  # any value float32
    reveal_range(partial(floored)(x))  # [0.5, inf] float32
    return torch.log(careful(x)), torch.log(partial(floored)(x, **options))


def by_name(x):
    model = keras.Sequential(layers=[keras.layers.Dense(3), keras.layers.Softmax()])
    named = keras.Sequential(name="named")
    named.add(keras.layers.Dense(3, activation="softmax"))
    parted = nn.Sequential(nn.Linear(3, 3), nn.Softmax(dim=-1))
    return tf.math.log(model(x)), tf.math.log(named(x)), torch.log(parted(x))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model(x)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(model(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(model(x) + 1e-8)
    # from: `keras.layers.Softmax()` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `model(x)` returned by this call
    #                             ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `named(x)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(named(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(named(x) + 1e-8)
    # from: `keras.layers.Dense(3, activation="softmax")` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `named(x)` returned by this call
    #                                                    ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `parted(x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(parted(x), 1e-10, 1.0))
    # or (unsafe): torch.log(parted(x) + 1e-8)
    # from: `nn.Softmax(dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `parted(x)` returned by this call


def mapped(x):
    return tf.math.log(tf.map_fn(tf.nn.relu, x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.map_fn(tf.nn.relu, x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(tf.map_fn(tf.nn.relu, x), 1e-10))
    # or (unsafe): tf.math.log(tf.map_fn(tf.nn.relu, x) + 1e-8)
    # from: `tf.map_fn(tf.nn.relu, x)` made here, exactly 0 for inputs of 0 or less
