"""A count over one that it is a part of is a score, precision or recall: where nothing was counted NaN is what to say.

Other quotients of counts are weights of a loss, and what is not counted is summed in one.
"""

import tensorflow as tf


def micro_f1(logits, labels, mask):
    predicted = tf.cast(tf.round(tf.nn.sigmoid(logits)), dtype=tf.int32)
    mask = tf.expand_dims(tf.cast(mask, dtype=tf.int32), -1)
    tp = tf.math.count_nonzero(predicted * labels * mask)
    fp = tf.math.count_nonzero(predicted * (labels - 1) * mask)
    fn = tf.math.count_nonzero((predicted - 1) * labels * mask)
    precision = tp / (tp + fp)
    recall = tp / (tp + fn)
    return 2 * precision * recall / (precision + recall)


def weighted(loss, target):
    positive = tf.math.count_nonzero(target, dtype=tf.float32)
    negative = tf.math.count_nonzero(1 - target, dtype=tf.float32)
    return tf.reduce_mean(loss * negative / positive)
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `positive` is a count of non-zeros, exactly 0 where all are 0: x / 0 is Inf or NaN; keep it away from 0


def kept(loss, target):
    positive = tf.math.count_nonzero(target, dtype=tf.float32)
    matched = tf.math.count_nonzero(target * 2, dtype=tf.float32)
    return tf.reduce_sum(loss) / (positive + matched)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(positive + matched)` can be 0, as a count of non-zeros can: x / 0 is Inf or NaN; keep it away from 0
