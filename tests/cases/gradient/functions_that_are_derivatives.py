# What computes a derivative is differentiated by nobody, as a rule: that `grads` come from above its name says, and nothing else.

import tensorflow as tf


def through_the_larger(explainer, op, *grads):
    x, reference = tf.split(op.inputs[0], 2)
    difference = x - reference
    # FIXME: silent: this is a derivative, of which none is taken
    return tf.where(tf.abs(difference) < 1e-7, tf.zeros_like(difference), grads[0] / difference)
    #                                                                     ^^^^^^^^^^^^^^^^^^^^^ NAN302 information: `tf.where(…)` masks the value but leaves the gradient NaN where `difference` is 0; mask it first
