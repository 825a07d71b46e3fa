"""Which part of a concatenation `y[:, n:]` is, its sizes may not tell: what one part takes the slice need not take."""

import keras
from keras import layers, ops


def positive(x):
    return ops.elu(x) + 1 + keras.backend.epsilon()


class Mixture(layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.means = layers.Dense(size)
        self.spreads = layers.Dense(size, activation=positive)

    def call(self, x):
        return ops.concatenate([self.means(x), self.spreads(x)], axis=-1)


def likelihood(size):
    def loss(y_true, y_pred):
        y_pred = ops.reshape(y_pred, (-1, 2 * size))
        mean, spread = y_pred[:, :size], y_pred[:, size:]
        return ops.mean(ops.log(spread) + ((y_true - mean) / spread) ** 2)
    #                   ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `spread` stays above 0

    return loss


one = keras.Sequential([layers.Dense(10), Mixture(2)])
one.compile(loss=likelihood(2))
other = keras.Sequential([layers.Dense(20), Mixture(3)])
other.compile(loss=likelihood(3))


def all_of_them(x, y):
    both = ops.concatenate([layers.Dense(3)(x), ops.relu(y)], axis=-1)
    return ops.log(both)
    #      ^^^^^^^^^^^^^ NAN101 warning: `both` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf


def what_both_take(x, y, n):
    both = ops.concatenate([ops.sigmoid(x), ops.relu(y)], axis=-1)
    return ops.log(both[:, n:])
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `both[:, n:]` can be 0


def in_another_order(x, y, order):
    both = ops.concatenate([layers.Dense(3)(x), ops.relu(y)], axis=-1)
    return ops.log(both[:, order])
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `both[:, order]` can be 0, as a ReLU is for inputs of 0 or less
