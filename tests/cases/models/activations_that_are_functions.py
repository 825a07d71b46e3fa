"""What `Activation` applies may be a name, a function of a framework's, or one of the project's; a layer is added by name too."""

import keras
import tensorflow as tf


class Gates(keras.Model):
    def __init__(self, chosen):
        super().__init__()
        self.named = keras.layers.Activation("sigmoid")
        self.given = keras.layers.Activation(tf.nn.sigmoid)
        self.written = keras.layers.Activation(lambda z: 1.0 + tf.nn.softplus(z))
        self.own = keras.layers.Activation(lambda z: tf.nn.relu(z))
        self.chosen = keras.layers.Activation(chosen)

    def call(self, x):
        return tf.math.log(self.named(x)) + tf.math.log(self.given(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.named(x)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(self.named(x), 1e-10, 1.0))
        # or (unsafe): tf.math.log(self.named(x) + 1e-8)
        # from: `self.named(x)` made here, exactly 0 in float32 for inputs below -87
        #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.given(x)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(self.given(x), 1e-10, 1.0))
        # or (unsafe): tf.math.log(self.given(x) + 1e-8)
        # from: `self.given(x)` made here, exactly 0 in float32 for inputs below -87

    def of_the_project(self, x):
        return tf.math.log(self.written(x)) + tf.math.log(self.own(x))
        #                                     ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.own(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.maximum(self.own(x), 1e-10))
        # or (unsafe): tf.math.log(self.own(x) + 1e-8)
        # from: `tf.nn.relu(z)` made here, exactly 0 for inputs of 0 or less
        # from: `self.own(x)` returned by this call

    def of_nobody_knows_which(self, x):
        return tf.math.log(self.chosen(tf.nn.sigmoid(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.chosen(tf.nn.sigmoid(x))` stays above 0: log(0) is -inf
        # fixed: tf.math.log(tf.maximum(self.chosen(tf.nn.sigmoid(x)), 1e-10))


def unknown_name(x):
    return tf.math.log(keras.layers.Dense(1, activation="doubled")(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `keras.layers.Dense(1, activation="doubled")(x)` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(keras.layers.Dense(1, activation="doubled")(x), 1e-10))


def predicted(x):
    net = keras.Sequential([keras.layers.Dense(3), keras.layers.Dense(1, activation="sigmoid")])
    return tf.math.log(net.predict(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `net.predict(x)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(net.predict(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(net.predict(x) + 1e-8)
    # from: `keras.layers.Dense(1, activation="sigmoid")` made here, exactly 0 in float32 for inputs below -87
    # from: `net.predict(x)` returned by this call


def added_by_name(x):
    net = keras.Sequential()
    net.add(layer=keras.layers.Dense(1, activation="sigmoid"))
    return tf.math.log(net(x))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `net(x)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(net(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(net(x) + 1e-8)
    # from: `keras.layers.Dense(1, activation="sigmoid")` made here, exactly 0 in float32 for inputs below -87
    # from: `net(x)` returned by this call


def added_and_built_later(x):
    net = keras.Sequential()
    net.add(keras.layers.Dense(3))
    net.add(keras.layers.Dense(1, activation="sigmoid"), rebuild=False)
    return tf.math.log(net(x))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `net(x)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(net(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(net(x) + 1e-8)
    # from: `keras.layers.Dense(1, activation="sigmoid")` made here, exactly 0 in float32 for inputs below -87
    # from: `net(x)` returned by this call


def added_and_positive(x):
    net = keras.Sequential()
    net.add(keras.layers.Dense(1, activation="sigmoid"))
    net.add(keras.layers.Lambda(lambda z: z + 1.0))
    return tf.math.log(net(x))
