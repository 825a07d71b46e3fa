# A method takes what a subclass in another file passes; a class that does not inherit tells nothing.

import tensorflow as tf


class Model:
    def cost(self, output, labels):
        return -tf.reduce_mean(labels * tf.log(output))
        #                               ^^^^^^^^^^^^^^ NAN101 warning: `output` is a softmax
        # from: regression.py `tf.nn.softmax(tf.matmul(x, self.weights))` made here, exactly 0 in float32 once a logit trails the largest by 87
        # from: regression.py `self.output` passed as `output` here

    def size(self, n):
        return tf.log(n)
        #      ^^^^^^^^^ NAN101 information: nothing here shows
