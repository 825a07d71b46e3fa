# The slopes of an image, as TensorFlow takes them: a picture has flat regions, and there the root has an infinite gradient.

import tensorflow as tf


def edge_loss(image):
    dy, dx = tf.image.image_gradients(image)
    return tf.reduce_mean(tf.sqrt(dx**2 + dy**2))
    #                     ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dx**2 + dy**2` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(dx**2 + dy**2, 1e-10))


class Sharpness(tf.keras.losses.Loss):
    def slopes(self, image):
        return tf.reduce_sum(tf.square(tf.image.sobel_edges(image)), axis=-1)

    def call(self, y_true, y_pred):
        return tf.reduce_mean(tf.sqrt(self.slopes(y_pred - y_true)))
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `self.slopes(…)` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(self.slopes(y_pred - y_true), 1e-10))
    # or (unsafe): tf.sqrt(self.slopes(y_pred - y_true) + 1e-8)


# An epsilon inside keeps it away from 0.


def smooth_edge_loss(image):
    dy, dx = tf.image.image_gradients(image)
    return tf.reduce_mean(tf.sqrt(dx**2 + dy**2 + 1e-8))
