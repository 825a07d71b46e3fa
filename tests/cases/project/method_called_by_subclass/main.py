import tensorflow as tf


class Model:
    def cost(self, output, labels):
        return -tf.reduce_mean(labels * tf.log(output))
        #                               ^^^^^^^^^^^^^^ NAN101 warning: `output` is a softmax
        # from: `tf.nn.softmax(tf.matmul(x, self.weights))` made here
        # from: `self.output` passed as `output` here

    def size(self, n):
        return tf.log(n)
        #      ^^^^^^^^^ NAN101 information: nothing here shows
