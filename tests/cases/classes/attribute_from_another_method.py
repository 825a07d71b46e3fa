# An attribute that one method sets holds the same value in another, through the call in `__init__`.

import tensorflow as tf


class PolicyGradient:
    def __init__(self, n_actions):
        self.n_actions = n_actions
        self._build_net()

    def _build_net(self):
        self.tf_obs = tf.placeholder(tf.float32, [None, 4])
        self.tf_acts = tf.placeholder(tf.int32, [None])
        self.tf_vt = tf.placeholder(tf.float32, [None])
        layer = tf.layers.dense(self.tf_obs, 10, activation=tf.nn.tanh)
        all_act = tf.layers.dense(layer, self.n_actions, activation=None)
        self.all_act_prob = tf.nn.softmax(all_act, name="act_prob")

    def loss(self):
        neg_log_prob = tf.reduce_sum(-tf.log(self.all_act_prob) * tf.one_hot(self.tf_acts, self.n_actions), axis=1)
        #                             ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.all_act_prob` is a softmax
        # fixed: tf.log(tf.clip_by_value(self.all_act_prob, 1e-10, 1.0))
        return tf.reduce_mean(neg_log_prob * self.tf_vt)
