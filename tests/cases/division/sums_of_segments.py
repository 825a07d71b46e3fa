"""The sum of a segment is 0 where the segment is empty, whatever is summed; what is picked by the segments is not."""

import keras
import tensorflow as tf


def sizes(group, n):
    size = tf.math.unsorted_segment_sum(tf.ones_like(group, tf.float32), group, n)
    reveal_range(size)  # [0, inf] float32 takes 0
    reveal_range(1.0 / (size + 1.0))  # [0, 1] float32 takes 1
    return size


def weights(x, group, n):
    e = tf.exp(tf.tanh(x))
    reveal_range(tf.math.segment_sum(e, group))  # [0, inf] float32
    reveal_range(keras.ops.segment_sum(-e, group, n))  # [-inf, 0] float32
    return e / tf.gather(tf.math.unsorted_segment_sum(e, group, n), group)
