"""`assert_positive(x=p)` makes sure of what `assert_positive(p)` does, and `assert_greater(y=0.0, x=p)` too."""

import tensorflow as tf


def positive(x, y):
    z = x / y
    tf.debugging.assert_positive(x=z)
    return tf.math.log(z)


def without_a_name(x, y):
    z = x / y
    tf.debugging.assert_positive(z, "a ratio")
    return tf.math.log(z)


def never_below(x, y):
    z = x / y
    tf.debugging.assert_non_negative(x=z)
    return tf.math.log(z)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `z` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(z, 1e-10))
    # or (unsafe): tf.math.log(z + 1e-8)


def greater(x, y):
    z = x / y
    tf.debugging.assert_greater(x=z, y=1e-6)
    return tf.math.log(z)


def the_other_way_round(x, y):
    z = x / y
    tf.debugging.assert_less(y=z, x=1e-6)
    return tf.math.log(z)


def with_a_message(x, y):
    z = x / y
    tf.debugging.assert_greater(z, 1e-6, message="a ratio")
    return tf.math.log(z)


def of_the_message(x, y, message):
    z = x / y
    tf.debugging.assert_positive(message=message, x=x)
    return tf.math.log(z)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `z` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(z, 1e-10))


def of_nothing(x, y):
    z = x / y
    tf.debugging.assert_greater(z)
    return tf.math.log(z)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `z` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(z, 1e-10))


def two_in_order(x, y):
    tf.debugging.assert_greater(x, y)
    return tf.math.log(x - y)
