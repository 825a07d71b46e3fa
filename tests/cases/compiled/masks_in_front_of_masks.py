# A mask that the compiler takes away is missed by the gradient, though another mask behind hides the value: 0 * inf is
# NaN. Where no gradient is asked for nothing is lost, and where the value is invalid as written the rule of the value tells.

import tensorflow as tf


@tf.function
def chosen(x):
    p = tf.sigmoid(x)
    return tf.where(p < 1, tf.math.log(1 - p + 1e-8), 0.0)
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))
    # or: tf.math.log(tf.clip_by_value(1 - p + 1e-8, 1e-10, 1.0))
    # or (unsafe): tf.math.log_sigmoid(-x)
    # or: tf.math.log(1 - p + 1e-7)
    # from: `tf.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


@tf.function
def replaced(x):
    log_q = tf.math.log(1 - tf.sigmoid(x) + 1e-8)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - tf.sigmoid(x) + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(1 - tf.sigmoid(x), 1e-7))
    # or: tf.math.log(tf.clip_by_value(1 - tf.sigmoid(x) + 1e-8, 1e-10, 1.0))
    # or (unsafe): tf.math.log_sigmoid(-x)
    # or: tf.math.log(1 - tf.sigmoid(x) + 1e-7)
    # from: `tf.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
    return tf.where(tf.math.is_finite(log_q), log_q, 0.0)


@tf.function
def bounded(x):
    return tf.maximum(tf.math.log(1 - tf.sigmoid(x) + 1e-8), -100.0)
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - tf.sigmoid(x) + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(1 - tf.sigmoid(x), 1e-7))
    # or: tf.math.log(tf.clip_by_value(1 - tf.sigmoid(x) + 1e-8, 1e-10, 1.0))
    # or (unsafe): tf.math.log_sigmoid(-x)
    # or: tf.math.log(1 - tf.sigmoid(x) + 1e-7)
    # from: `tf.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


@tf.function
def without_gradient(x):
    p = tf.stop_gradient(tf.sigmoid(x))
    return tf.maximum(tf.math.log(1 - p + 1e-8), -100.0)


@tf.function
def forgiving(x):
    p = tf.sigmoid(x)
    return tf.where(p < 1, tf.sqrt(1 - p + 1e-8), 0.0)


@tf.function
def below_zero_as_it_is(x, y):
    p = tf.sigmoid(x) + tf.sigmoid(y)
    return tf.math.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p + 1e-8` can be below 0 where a sigmoid is exactly 1: log(-1) is NaN; keep it above 0
    # fixed (unsafe): tf.math.log(tf.clip_by_value(1 - p + 1e-8, 1e-10, 1.0))
    # from: `tf.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
