# Edges that a test writes out are what it tests; other findings in tests are information.

import numpy as np
import tensorflow as tf


class LogTest(tf.test.TestCase):
    def testEdge(self):
        self.assertEqual(np.log(0.0), -np.inf)
        self.assertAllEqual(tf.math.log(0.0), [-np.inf])

    def testLoss(self):
        p = tf.nn.softmax(self.logits)
        return tf.math.log(p)
        #      ^^^^^^^^^^^^^^ NAN101 information: `p` is a softmax


def train(logits, labels):
    p = tf.nn.softmax(logits)
    return -tf.reduce_sum(labels * tf.math.log(p))
    #                              ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
