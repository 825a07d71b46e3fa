# A decorator of another library may replace the derivative of what it decorates; TensorFlow's own is known to.

import tensorflow as tf
from balls import use_gradient


@use_gradient(lambda op, grad: grad)
def constrained(x):
    # FIXME: the decorator replaces the derivative
    return x / tf.maximum(1.0, tf.norm(x))
    #                          ^^^^^^^^^^ NAN301 warning: `x` is a variable that starts at 0 and can be exactly 0: the gradient of a norm is NaN at 0


@tf.custom_gradient
def straight(x):
    def grad(upstream):
        return upstream

    return x / tf.maximum(1.0, tf.norm(x)), grad


def ball(shape):
    x = tf.Variable(tf.zeros(shape))
    return constrained(x) + straight(x)
