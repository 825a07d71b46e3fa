# Attributes are set from the tuple that a method returns, as actor-critic scripts do.

import tensorflow as tf


class ActorCritic:
    def __init__(self, scope):
        self.a_prob, self.v = self._build_net(scope)
        log_prob = tf.log(self.a_prob)
        #          ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.a_prob` is a softmax
        self.loss = tf.reduce_sum(log_prob * self.v)

    def _build_net(self, scope):
        with tf.variable_scope(scope):
            hidden = tf.layers.dense(self.s, 200, tf.nn.relu6)
            a_prob = tf.layers.dense(hidden, 4, tf.nn.softmax)
            v = tf.layers.dense(hidden, 1)
        return a_prob, v
