# The backend comes from a module of the project: Keras 2, which has no newer operations, is mended with the backend.

from backend import K, keras


class Loss(keras.layers.Layer):
    def call(self, inputs):
        labels, loss = inputs
        mask = K.cast(K.not_equal(labels, 0), "float32")
        return K.sum(loss * mask) / K.sum(mask)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `K.sum(mask)` is a count
        # fixed: K.sum(loss * mask) / K.maximum(K.sum(mask), 1.0)
        # or (unsafe): K.sum(loss * mask) / (K.sum(mask) + 1e-8)
