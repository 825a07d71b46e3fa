# NumPy and SciPy write where they are told to; of TensorFlow's tensors only variables can be changed, by an optimizer.

import jax
import numpy as np
import tensorflow as tf
from scipy import linalg, special
from sklearn.utils import shuffle


def overwritten(z: np.ndarray):
    p = special.softmax(z)
    linalg.inv(z, overwrite_a=True)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = special.log_softmax(z)


def not_overwritten(z: np.ndarray):
    p = special.softmax(z)
    linalg.inv(z, overwrite_a=False)
    np.exp(z, out=None)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: special.log_softmax(z)
    # removes: p = special.softmax(z)


def sorted_in_place(z: np.ndarray):
    p = special.softmax(z)
    np.ndarray.sort(z)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = special.log_softmax(z)


def summed(z: np.ndarray):
    p = special.softmax(z)
    np.ndarray.sum(z)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: special.log_softmax(z)
    # removes: p = special.softmax(z)


def shuffled(z: np.ndarray):
    p = special.softmax(z)
    shuffle(z)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = special.log_softmax(z)


def optimized(z, optimizer, gradients):
    p = tf.nn.softmax(z)
    optimizer.apply_gradients(gradients)
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(z)
    # removes: p = tf.nn.softmax(z)


def optimized_in_jax(z, optimizer, gradients):
    p = jax.nn.softmax(z)
    optimizer.update(gradients)
    return jax.numpy.log(p)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jax.nn.log_softmax(z)
    # removes: p = jax.nn.softmax(z)


def run(z, code):
    p = tf.nn.softmax(z)
    exec(code)
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))


def augmented(z):
    w = z
    p = tf.nn.softmax(w)
    z += 1.0
    return tf.math.log(p), z
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(w)
    # removes: p = tf.nn.softmax(w)


def logged(z):
    p = tf.nn.softmax(z)
    report(z)
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(z)
    # removes: p = tf.nn.softmax(z)


def of_sorted(z: np.ndarray):
    p = special.softmax(z)
    np.sort(z)
    return np.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 745: log(0) is -inf; keep it above 0
    # fixed: special.log_softmax(z)
    # removes: p = special.softmax(z)


def variables(z, optimizer, gradients):
    p = tf.nn.softmax(z)
    optimizer.apply_gradients(zip(gradients, [z]))
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = tf.nn.log_softmax(z)


def arrays_of_jax(z, optimizer, gradients):
    p = jax.nn.softmax(z)
    optimizer.update(gradients, z)
    return jax.numpy.log(p)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jax.nn.log_softmax(z)
    # removes: p = jax.nn.softmax(z)
