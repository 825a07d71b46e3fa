# A share of a sum of exponentials is NaN where one of them overflows too: dividing where the divisor is not 0 does not mend it.

import keras
from keras import ops


class Loss(keras.losses.Loss):
    def call(self, y_true, y_pred):
        y = ops.exp(y_pred)
        return y_true * y / ops.sum(y, axis=-1, keepdims=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `ops.sum(…)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): y_true * y / ops.maximum(ops.sum(y, axis=-1, keepdims=True), 1e-7)
        # or (unsafe): y_true * y / (ops.sum(y, axis=-1, keepdims=True) + 1e-8)


loss = Loss()


def f(x):
    return loss(1.0 + 0.0 * ops.sign(x), x)


class Weighted(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return y_true * y_pred / ops.sum(ops.relu(y_pred), axis=-1, keepdims=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `ops.sum(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
        # fixed: y_true * y_pred / ops.maximum(ops.sum(ops.relu(y_pred), axis=-1, keepdims=True), 1e-7)
        # or (unsafe): y_true * y_pred / (ops.sum(ops.relu(y_pred), axis=-1, keepdims=True) + 1e-8)
        # or (unsafe): ops.divide_no_nan(y_true * y_pred, ops.sum(ops.relu(y_pred), axis=-1, keepdims=True))
        # from: `ops.relu(y_pred)` made here, exactly 0 for inputs of 0 or less
