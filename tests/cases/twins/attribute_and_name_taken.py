# The logits get a name of their own, and another one where `logits` is taken.

import tensorflow as tf


class Network:
    def __init__(self, features, logits):
        with tf.name_scope("head"):
            self.probability = tf.nn.softmax(tf.layers.dense(features, 10))
        self.loss = -tf.reduce_sum(logits * tf.log(self.probability))
    #                                       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.probability` is a softmax
    # fixed: tf.nn.log_softmax(scores)
    # adds: scores = tf.layers.dense(features, 10)
    # adds: scores
    # or: tf.log(tf.clip_by_value(self.probability, 1e-10, 1.0))
    # or (unsafe): tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=logits, logits=scores))


def elsewhere(network):
    return tf.log(network.probability)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `network.probability` stays above 0: log(0) is -inf
    # fixed: tf.log(tf.maximum(network.probability, 1e-10))
