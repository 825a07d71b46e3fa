"""Which branch it was is one question: what one of them leaves is combined with nothing that the other one leaves."""

import tensorflow as tf


def joined(x, bounded):
    if bounded:
        s = tf.tanh(x)
    else:
        s = 3 * tf.sigmoid(x) - 1
    return tf.sqrt(s * s + 1e-6)


def chosen(x, bounded):
    s = tf.tanh(x) if bounded else 3 * tf.sigmoid(x) - 1
    return tf.sqrt(s * s + 1e-6)


def never_together(x, wide):
    low, high = 0.0, 1.0
    if wide:
        low = 1.0
        high = 5.0
    return tf.sigmoid(x) / (high - low)


def one_of_three(x, mode):
    if mode == 1:
        low, high = 0.0, 1.0
    elif mode == 2:
        low, high = 1.0, 2.0
    else:
        low, high = 2.0, 3.0
    return tf.sigmoid(x) / (high - low)


def asked_twice(x, wide):
    low = 1.0 if wide else 0.0
    if not wide:
        high = 1.0
    else:
        high = 2.0
    return tf.sigmoid(x) / (high - low)


def two_questions(x, wide, shifted):
    low = tf.sigmoid(x) if wide else 2.0
    if shifted:
        high = 0.0
    else:
        high = 3.0
    return tf.math.log(low + high)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `low + high` can be 0, as a sigmoid is for inputs below -87


def one_of_them_is_wrong(x, wide):
    if wide:
        p = tf.sigmoid(x)
        q = 0.0
    else:
        p = tf.exp(x)
        q = 1.0
    return tf.math.log(p + q)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + q` can be 0, as a sigmoid is for inputs below -87


def only_where_it_may_be(x, probabilities):
    if probabilities:
        p = tf.nn.softmax(x)
    else:
        p = tf.exp(x) + 1.0
    if probabilities:
        return p
    return tf.math.log(p), tf.sqrt(p)


def in_the_branch_where_it_is(x, probabilities):
    if probabilities:
        p = tf.nn.softmax(x)
    else:
        p = tf.exp(x) + 1.0
    if probabilities:
        return tf.math.log(p)
        #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return p


def at_each_turn(x, steps):
    low, high = 0.0, 1.0
    for step in range(steps):
        if step % 2:
            low = tf.sigmoid(x)
        else:
            high = tf.sigmoid(x) + 1.0
    return tf.math.log(low * high)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `low * high` can be 0, as a sigmoid is for inputs below -87
